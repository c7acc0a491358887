/*
 * bind_names: people and labels, one by one or several in a text.
 */
#include <string.h>

#include "sheet/bind_inner.h"
#include "sheet/people.h"
#include "text/uni.h"

static void
add_name(struct bind *bind, struct bind_list *names, const char *from,
    size_t length, struct pos pos)
{
	char *name = uni_until(bind->doc->arena, from, from + length);
	struct bind_text text = { name, pos, true };

	if (*name != '\0')
		bind_add(bind, names, text);
}

/* Whether a text begins with the small letters of what a person does: "directrice
 * adjointe", "head of planning". */
static bool
is_function(const char *text)
{
	ARENA_SCRATCH(arena);
	const char *small = uni_lower(arena, text);
	bool starts_small = text[0] == small[0] && text[1] == small[1];

	return starts_small && term_lists_start(T_FUNCTION_WORDS, text);
}

/* Whether a name is a whole one, or the letter that stands for one. */
static bool
is_whole(const char *name)
{
	size_t n = strspn(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");

	return strchr(name, ' ') != NULL || (n <= 2 && name[n] == '\0');
}

/* A name behind a comma, or what the person does whose whole name stands in front of
 * it, which is a part of the name: "David Ponsard, responsable d'antenne". */
static void
add_part(struct bind *bind, struct bind_list *names, const char *from,
    size_t length, struct pos pos)
{
	const char *text = uni_until(bind->doc->arena, from, from + length);
	struct bind_text *last = names->count > 0
	    ? bind_nth(names, sizeof(*last), names->count - 1)
	    : NULL;

	if (last != NULL && last->pos.line == pos.line &&
	    is_whole(last->text) && is_function(text))
		last->text =
		    arena_format(bind->doc->arena, "%s, %s", last->text, text);
	else
		add_name(bind, names, from, length, pos);
}

/* A name that stands alone; ; parts names in it too. */
static void
add_names(struct bind *bind, struct bind_list *names, const char *text,
    struct pos pos)
{
	size_t n;

	for (; (n = strcspn(text, ";"), text[n] != '\0'); text += n + 1)
		add_name(bind, names, text, n, pos);
	add_name(bind, names, text, n, pos);
}

/* The length of a text up to a sign that parts names, outside brackets. */
static size_t
name_length(const char *text, const char *parts)
{
	size_t n, closed = 0;

	for (n = 0; text[n] != '\0'; n++) {
		if (text[n] == '(') {
			closed = strcspn(text + n, ")");
			n += text[n + closed] == ')' ? closed : 0;
		} else if (strchr(parts, text[n]) != NULL) {
			break;
		}
	}
	return n;
}

/* Where the last " et " or " and " of a text stands, but in brackets, or its
 * end. */
static const char *
find_last_and(const char *text, size_t *length)
{
	static const char *const ands[] = { " et ", " and " };
	const char *found = NULL, *at;

	*length = 0;
	for (size_t i = 0; i < 2; i++) {
		for (at = text; (at = strstr(at, ands[i])) != NULL; at++) {
			if (found != NULL && at < found)
				continue;
			if (strcspn(at, ")") < strcspn(at, "("))
				continue;
			found = at;
			*length = strlen(ands[i]);
		}
	}
	return found ? found : text + strlen(text);
}

void
bind_split_names(struct bind *bind, const char *text, struct pos pos,
    struct bind_list *names)
{
	const char *parts = strchr(text, ';') ? ";" : ",", *end;
	size_t n;

	for (; (n = name_length(text, parts), text[n] != '\0'); text += n + 1)
		add_part(bind, names, text, n, pos);
	end = *parts == ';' ? text + n : find_last_and(text, &n);
	add_part(bind, names, text, (size_t)(end - text), pos);
	if (*end != '\0')
		add_name(bind, names, end + n, strlen(end + n), pos);
}

void
bind_put_name(struct bind *bind, const struct bind_row *row,
    const struct node *item, struct bind_list *into)
{
	if (!bind_is_text(bind, row, item))
		return;
	if (*item->key != '\0' && *item->whole == '\0')
		bind_fault(bind, item->key_pos, M_COLON_TRAP, item->key,
		    item->text);
	add_names(bind, into,
	    *item->whole ? item->whole : bind_text(bind, item), item->pos);
}

void
bind_put_names(struct bind *bind, const struct bind_row *row,
    const struct node *node, struct bind_list *into)
{
	if (node->first == NULL)
		bind_split_names(bind, bind_text(bind, node), node->pos, into);
	NODE_EACH(const struct node, child, node)
		bind_put_name(bind, row, child, into);
}

const char *
bind_people(struct bind *bind, const struct bind_row *row,
    const struct node *node)
{
	const char *text = NULL;

	if ((row->key != T_OWNER && row->key != T_ACTION_WHO &&
		(row->flags & (BIND_WHO | BIND_WHOLE)) == 0) ||
	    node->kind != NODE_LIST || *node->text != '\0')
		return NULL;
	NODE_EACH(const struct node, child, node) {
		if (*child->key != '\0' || child->first != NULL)
			return NULL;
		if (text == NULL || *text == '\0')
			text = bind_text(bind, child);
		else if (*child->text != '\0')
			text = arena_format(bind->doc->arena, "%s, %s", text,
			    bind_text(bind, child));
	}
	return text;
}

/* The names of what a node is the key of; and of sections that pass, the names of
 * those who were there. */
static void
add_people(struct bind *bind, const struct node *node, struct bind_list *names)
{
	bool key = *node->key != '\0' && people_is_key(node->key);

	if (key)
		bind_split_names(bind, bind_text(bind, node), node->pos, names);
	NODE_EACH(const struct node, child, node)
		if (child->level > 0 || (!key && node->level > 0))
			add_people(bind, child, names);
		else if (key)
			bind_split_names(bind,
			    *child->key != '\0' ? child->key : child->text,
			    child->pos, names);
}

/* A name as it is compared, without the sign of a call or of a wiki's link:
 * "@Ana", "[[Ana]]". */
static const char *
fold_name(struct arena *arena, const char *text)
{
	const char *folded = uni_fold(arena, md_plain(arena, text));
	size_t n;

	folded += strspn(folded, "@[");
	n = strlen(folded);
	while (n > 0 && folded[n - 1] == ']')
		n--;
	return uni_until(arena, folded, folded + n);
}

void
bind_known_people(struct bind *bind, struct dict *known)
{
	struct bind_list names = { .count = 0 };
	const char *plain;

	BIND_EACH(const struct bind_pair, pair, &bind->pairs)
		add_people(bind, pair->node, &names);
	for (size_t i = 0; i < bind->doc->part_count; i++)
		NODE_EACH(const struct node, child, bind->doc->parts[i].root)
			if (child->level > 0)
				add_people(bind, child, &names);
	BIND_EACH(const struct bind_text, name, &names) {
		plain = md_plain(bind->doc->arena, name->text);
		if (strpbrk(plain, "0123456789") == NULL ||
		    (strchr(plain, ' ') == NULL &&
			(*plain < '0' || *plain > '9')))
			dict_enter(known, fold_name(bind->doc->arena, plain));
	}
}

/* Whether n bytes are one of some names, folded, or a name in it. */
static bool
is_name(const struct dict *known, const char *folded, size_t n)
{
	for (size_t i = 0; i < known->count && n > 0; i++)
		for (const char *at = known->entries[i].key; at != NULL;
		     at = strchr(at, ' '), at = at != NULL ? at + 1 : NULL)
			if (strncmp(at, folded, n) == 0 &&
			    strchr(" (,", at[n]) != NULL)
				return true;
	return false;
}

bool
bind_is_known(struct arena *arena, const struct dict *known, const char *text)
{
	const char *folded = fold_name(arena, text), *end;
	size_t joint;

	while ((end = uni_first_among(folded, &joint, " et ", " and ", " & ",
		    " + ", ", ", "/")) != NULL) {
		if (!is_name(known, folded, (size_t)(end - folded)))
			return false;
		folded = end + joint;
	}
	return is_name(known, folded, strlen(folded));
}
