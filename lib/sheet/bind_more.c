/*
 * bind_more: what stands with an item and no row knows.
 */
#include <string.h>

#include "sheet/bind_inner.h"
#include "text/uni.h"

enum { MAX_KEY = 60 };

bool
bind_in_markdown(const struct bind *bind, struct pos pos)
{
	const struct doc_part *part = bind->doc->parts;

	for (size_t i = 0; i < bind->doc->part_count; i++)
		if (part[i].root->pos.file == pos.file && part[i].markdown &&
		    !part[i].front)
			return true;
	return false;
}

/* The text of an item that carries the rest: the main one, its label, or
 * whatever it has first; NULL where it has none. */
static struct bind_text *
find_carrier(const struct bind_row *rows, void *into)
{
	const struct bind_row *row = bind_flagged(rows, BIND_MAIN);

	if (row == NULL || row->kind != BIND_TEXT)
		row = bind_flagged(rows, BIND_LABEL);
	if (row == NULL || row->kind != BIND_TEXT)
		row = bind_row_of_kind(rows, BIND_TEXT);
	return row != NULL ? bind_at(row, into) : NULL;
}

bool
bind_carry(struct bind *bind, const struct bind_row *rows,
    const struct node *node, void *into)
{
	struct bind_text *carrier = find_carrier(rows, into);
	struct bind_more *more;

	if (carrier == NULL)
		return false;
	if (carrier->more == NULL)
		carrier->more = arena_alloc(bind->doc->arena, sizeof(*more));
	more = (struct bind_more *)carrier->more;
	if (*node->key != '\0')
		bind_append_node(bind, &bind->cells, node);
	bind_append_node(bind,
	    *node->key != '\0' ? &more->columns : &more->below, node);
	return true;
}

void
bind_carry_up(struct bind *bind, const struct bind_row *rows,
    const struct bind_row *part, void *into)
{
	struct bind_text *from = find_carrier(part->rows, bind_at(part, into));
	struct bind_text *to = find_carrier(rows, into);
	struct bind_more *more;

	if (from == NULL || from->more == NULL || to == NULL || to == from)
		return;
	if (to->more == NULL)
		to->more = arena_alloc(bind->doc->arena, sizeof(*more));
	more = (struct bind_more *)to->more;
	BIND_EACH(struct node *const, pair, &from->more->columns)
		bind_append_node(bind, &more->columns, *pair);
	BIND_EACH(struct node *const, below, &from->more->below)
		bind_append_node(bind, &more->below, *below);
	from->more = NULL;
}

struct node *
bind_pair_of(struct arena *arena, const struct node *line)
{
	size_t strong = strspn(line->text, "*");
	const char *text = line->text + strong;
	size_t n = strcspn(text, ":");
	struct node *pair;

	if (*line->key != '\0' || n == 0 || text[n] == '\0')
		return NULL;
	pair = node_again(arena, line);
	pair->key_pos = line->pos;
	pair->text = text + n + 1;
	if (strong > 0)
		pair->text += strspn(pair->text, "*");
	while (strong > 0 && n > 0 && strchr("* ", text[n - 1]) != NULL)
		n--;
	pair->text = uni_line(arena, pair->text);
	pair->key = md_plain(arena, uni_until(arena, text, text + n));
	return pair;
}

struct node *
bind_plain_pair(struct bind *bind, const struct bind_row *rows,
    const struct node *line, unsigned without)
{
	struct node *pair = bind_pair_of(bind->doc->arena, line);
	const struct bind_row *row;

	if (pair == NULL || strlen(pair->key) > MAX_KEY)
		return NULL;
	row = bind_row_named(rows, pair->key);
	if (row == NULL || (row->flags & without) != 0)
		return NULL;
	pair->whole = line->text;
	return pair;
}

/* A pair whose key is nobody's: words, a colon and a blank, "target sprint: S5". */
static struct node *
other_pair(struct arena *arena, const struct node *part)
{
	struct node *pair = bind_pair_of(arena, part);

	return pair != NULL && strlen(pair->key) <= MAX_KEY &&
		strpbrk(pair->key, "0123456789") == NULL &&
		strstr(part->text, ": ") != NULL
	    ? pair
	    : NULL;
}

struct node *
bind_bracketed(struct bind *bind, const struct bind_row *rows,
    const struct node *item)
{
	struct arena *arena = bind->doc->arena;
	size_t length = strlen(item->text), n;
	const char *open = strrchr(item->text, '('), *at;
	struct node *whole, *part, *pair, *last = NULL;
	bool named = false;

	if (open == NULL || item->text[length - 1] != ')' ||
	    item->first != NULL)
		return NULL;
	whole = node_again(arena, item);
	whole->text = uni_until(arena, item->text, open);
	for (at = open + 1; *at != '\0'; at += n + 1) {
		n = strcspn(at, ",;)");
		part =
		    node_text(arena, uni_until(arena, at, at + n), item->pos);
		pair = bind_plain_pair(bind, rows, part, BIND_NO_PAIR);
		named = named || pair != NULL;
		if (pair != NULL || (pair = other_pair(arena, part)) != NULL)
			node_append(whole, last = pair);
		else if (last == NULL)
			return NULL;
		else if (n > strspn(at, " "))
			last->text = arena_format(arena, "%s%c %s", last->text,
			    at[-1], uni_until(arena, at, at + n));
	}
	return named ? whole : NULL;
}
