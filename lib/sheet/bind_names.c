/*
 * bind_names: people and labels, one by one or several in a text.
 */
#include <string.h>

#include "sheet/bind_inner.h"
#include "sheet/people.h"
#include "source/line.h"
#include "text/uni.h"

static const char capitals[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

const char *
bind_unlinked(struct arena *arena, const char *names)
{
	static const char *const opens[] = { "[[", "\\[\\[" };
	static const char *const joints[] = { "et ", "and ", " ", ",", ";" };
	struct buf out = BUF_INIT;
	const char *at = names;
	size_t open, n;

	while (*at != '\0') {
		open = uni_mark(at, opens, 2);
		n = open > 0 ? strcspn(at + open, "]|\\")
			     : uni_mark(at, joints, 5);
		if (n == 0 ||
		    (open > 0 && strncmp(at + open + n, "]]", 2) != 0)) {
			buf_free(&out);
			return names;
		}
		buf_add(&out, at + open, n);
		at += open + n + (open > 0 ? 2 : 0);
	}
	return buf_take(&out, arena);
}

static void
add_name(struct bind *bind, struct bind_list *names, const char *from,
    size_t length, struct pos pos)
{
	const char *name = bind_unlinked(bind->doc->arena,
	    uni_until(bind->doc->arena, from, from + length));
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
	size_t n = strspn(name, capitals);

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

bool
bind_is_many(const char *name)
{
	return strpbrk(name, ",;") != NULL || strstr(name, " et ") != NULL ||
	    strstr(name, " and ") != NULL || strncmp(name, "et ", 3) == 0 ||
	    strncmp(name, "and ", 4) == 0;
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
	add_names(bind, into, bind_line(bind, item), item->pos);
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

/* The texts of a list as one, those that hang below one in brackets behind it. */
static const char *
join_items(struct bind *bind, const struct node *node, const char *mark)
{
	struct arena *arena = bind->doc->arena;
	const char *text = "", *item;

	NODE_EACH(const struct node, child, node) {
		item = bind_line(bind, child);
		if (child->first != NULL)
			item = arena_format(arena, "%s (%s)", item,
			    join_items(bind, child, ", "));
		if (*item != '\0')
			text = arena_format(arena, "%s%s%s", text,
			    *text == '\0' ? "" : mark, item);
	}
	return text;
}

/* Whether the items of a list are texts and no more. */
static bool
are_texts(const struct node *node)
{
	NODE_EACH(const struct node, child, node)
		if (*child->key != '\0' || child->first != NULL)
			return false;
	return true;
}

const char *
bind_listed(struct bind *bind, const struct bind_row *row,
    const struct node *node)
{
	bool people = row->key == T_OWNER || row->key == T_ACTION_WHO ||
	    (row->flags & (BIND_WHO | BIND_WHOLE)) != 0;

	if ((!people && (row->flags & (BIND_LABEL | BIND_MAIN)) != 0) ||
	    node->first == NULL || *node->text != '\0' ||
	    !(bind_in_markdown(bind, node->pos) || (people && are_texts(node))))
		return NULL;
	return join_items(bind, node, people ? ", " : " ; ");
}

/* Splits the names of people, of whom some may be called what they are together:
 * "Council: Ann, Bo ; guest: Cy". */
static void
split_people(struct bind *bind, const char *text, struct pos pos,
    struct bind_list *names)
{
	const char *end, *colon, *part;

	for (; *text != '\0'; text = end + (*end != '\0')) {
		end = text + strcspn(text, ";");
		part = uni_until(bind->doc->arena, text, end);
		colon = part + strcspn(part, ":,(");
		bind_split_names(bind,
		    strncmp(colon, ": ", 2) == 0 && strchr(colon, ',') != NULL
			? colon + 2
			: part,
		    pos, names);
	}
}

/* Whom an item or a pair of those who were there names: the key, whose text is what
 * that person does, or where it is what they are together, the text. */
static const char *
people_in(const struct node *node)
{
	bool together = strchr(node->text, ',') != NULL &&
	    !line_is_person(node->key) && !line_starts_small(node->text);

	return *node->key != '\0' && !together ? node->key : node->text;
}

/* The names of what a node is the key of; and of sections that pass, the names of
 * those who were there.  listed: becomes true where they did more than lead or
 * write. */
static void
add_people(struct bind *bind, const struct node *node, struct bind_list *names,
    bool *listed)
{
	static const enum term alone[] = { T_FACILITATOR, T_AUTHOR };
	bool key = *node->key != '\0' && people_is_key(node->key);

	*listed |=
	    key && term_read(node->key, TERM_GLOSSED, alone, 2, NULL) == T_NONE;
	if (key)
		split_people(bind, bind_text(bind, node), node->pos, names);
	NODE_EACH(const struct node, child, node)
		if (child->level > 0 || (!key && node->level > 0))
			add_people(bind, child, names, listed);
		else if (key)
			bind_split_names(bind, people_in(child), child->pos,
			    names);
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

/* How many capitals, and no more, stand for somebody at the start of a text: two to
 * four; or 0. */
static size_t
initials_length(const char *text)
{
	size_t n = strspn(text, capitals);

	return n >= 2 && n <= 4 ? n : 0;
}

/* Adds the initials that a name has, "Ana Maria Roy", "Ana Roy (AMR)", as they are
 * written: no other text of the known is in capitals. */
static void
add_initials(struct dict *known, const char *name)
{
	struct buf initials = BUF_INIT;
	const char *word = name, *open = strchr(name, '(');
	size_t n;

	for (; *word != '\0' && strchr("(,", *word) == NULL;
	     word += n + strspn(word + n, " -.")) {
		n = strcspn(word, " -,(.");
		if (strspn(word, capitals) > 0 &&
		    !term_is(arena_copy(known->arena, word, n), T_ELECT_TITLED))
			buf_add(&initials, word, 1);
		n += n == 0;
	}
	word = buf_take(&initials, known->arena);
	if (initials_length(word) > 0)
		dict_enter(known, word);
	if (open != NULL && (n = initials_length(open + 1)) > 0 &&
	    open[n + 1] == ')')
		dict_enter(known, arena_copy(known->arena, open + 1, n));
}

void
bind_known_people(struct bind *bind, struct dict *known)
{
	struct bind_list names = { .count = 0 };
	bool listed = false;
	const char *plain, *folded;

	BIND_EACH(const struct bind_pair, pair, &bind->pairs)
		add_people(bind, pair->node, &names, &listed);
	for (size_t i = 0; i < bind->doc->part_count; i++)
		NODE_EACH(const struct node, child, bind->doc->parts[i].root)
			if (child->level > 0)
				add_people(bind, child, &names, &listed);
	BIND_EACH(const struct bind_text, name, &names) {
		plain = md_plain(bind->doc->arena, name->text);
		if (strpbrk(plain, "0123456789") == NULL ||
		    (strchr(plain, ' ') == NULL &&
			(*plain < '0' || *plain > '9'))) {
			folded = fold_name(bind->doc->arena, plain);
			folded += term_front(T_ARTICLES, folded);
			dict_enter(known, folded)->value =
			    listed ? known : NULL;
			add_initials(known, plain);
		}
	}
}

bool
bind_is_listed(const struct dict *known)
{
	return known->count > 0 && known->entries[0].value != NULL;
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

/* Whether n bytes are somebody's initials, or have a letter more between the first
 * and the last, for a name that the list left out. */
static bool
is_initials(const struct dict *known, const char *text, size_t n)
{
	const char *key, *at;
	size_t length, found = 0;

	for (size_t i = 0; i < known->count && initials_length(text) == n;
	     i++) {
		key = known->entries[i].key;
		length = initials_length(key);
		if (length == 0 || length > n || length + 1 < n ||
		    key[length - 1] != text[n - 1] || *key != *text)
			continue;
		if (length == n && strncmp(key, text, n) == 0)
			return true;
		at = key;
		for (size_t j = 0; j < n; j++)
			at += *at == text[j];
		found += length < n && *at == '\0';
	}
	return n > 0 && found == 1;
}

/* Whether all of a text is initials, joined or not. */
static bool
are_initials(const struct dict *known, const char *text)
{
	const char *end;
	size_t joint;

	text += strspn(text, "@");
	while ((end = uni_first_among(text, &joint, " et ", " and ", " & ",
		    " + ", ", ", "/")) != NULL) {
		if (!is_initials(known, text, (size_t)(end - text)))
			return false;
		text = end + joint;
	}
	return is_initials(known, text, strlen(text));
}

/* A folded name without the title in front of it: "mme blanc". */
static const char *
untitled(struct arena *arena, const char *folded)
{
	size_t n = strcspn(folded, " .");
	const char *rest = folded + n + strspn(folded + n, ". ");

	return *rest != '\0' &&
		term_is(arena_copy(arena, folded, n), T_ELECT_TITLED)
	    ? rest
	    : folded;
}

bool
bind_is_known(struct arena *arena, const struct dict *known, const char *text)
{
	const char *folded = fold_name(arena, text), *end;
	size_t joint;

	while ((end = uni_first_among(folded, &joint, " et ", " and ", " & ",
		    " + ", ", ", "/")) != NULL) {
		folded = untitled(arena, folded);
		if (!is_name(known, folded, (size_t)(end - folded)))
			return are_initials(known, text);
		folded = end + joint;
	}
	folded = untitled(arena, folded);
	return is_name(known, folded, strlen(folded)) ||
	    are_initials(known, text);
}

/* Whether a text names what somebody does for all, and who it is or not:
 * "Clerk", "The Vice-Chair", "Cllr Roy", "Le secrétaire adjoint". */
static bool
names_function(struct arena *arena, const char *text)
{
	const char *last = strrchr(text, ' ');
	size_t n = term_front(T_ARTICLES, uni_fold(arena, text));

	text += n > 0 && strchr(" '", text[n - 1]) != NULL ? n : 0;
	return term_lists_start(T_FUNCTION_WORDS, text) ||
	    (last != NULL && term_lists_start(T_FUNCTION_WORDS, last + 1));
}

/* Whether a word may be one of a name or of a function. */
static bool
is_named(const char *word)
{
	size_t n = strcspn(word, " ");

	return (((*word >= 'A' && *word <= 'Z') ||
		    (unsigned char)*word >= 0xc3) &&
		   strcspn(word, ":;()!?*") >= n) ||
	    term_lists_start(T_NAME_JOINERS, word) ||
	    term_lists_start(T_FUNCTION_WORDS, word);
}

size_t
bind_doer(struct arena *arena, const struct dict *known, const char *text,
    bool *function)
{
	enum { MOST = 6, FRONT = 40 }; /* words of names, bytes of a verb */
	const char *end = text, *folded, *name;
	size_t n, words = 0;

	if (*text >= 'a' && *text <= 'z')
		return 0;
	for (; words++ < MOST && is_named(end) &&
	     (end = strchr(end, ' ')) != NULL;
	     end++) {
		n = strnlen(end + 1, FRONT);
		while (end[n + 1] != '\0' && end[n + 1] != ' ' && n > 0)
			n--;
		folded = uni_fold(arena, arena_copy(arena, end + 1, n));
		n = term_front(T_IS_TO_DO, folded);
		if (n == 0 || term_lists_start(T_NOTHING_TO_DO, folded + n))
			continue;
		name = arena_until(arena, text, end);
		*function = names_function(arena, name);
		if (*function || known == NULL || term_is(name, T_EVERYONE) ||
		    bind_is_known(arena, known, name))
			return (size_t)(end - text);
	}
	return 0;
}
