/*
 * crossed: a sheet that names its criteria and its entries nowhere but at the heads
 * of its tables, one for all or one a juror, as lists of these.
 *
 *	| Criterion | Weight | Team A | Team B |
 *	| --------- | ------ | ------ | ------ |
 *	| Useful    | 3      | 4      | 3      |
 */
#include <string.h>

#include "jury.h"
#include "text/uni.h"
#include "value/number.h"

struct crossed {
	struct bind *bind;
	struct arena *arena;
	struct node *root, *criteria, *entries, *scores;
	enum lang lang;
};

/* What a table crosses: criteria with entries or jurors, entries with jurors. */
enum way { NONE, CRITERIA_ENTRIES, CRITERIA_JURORS, ENTRIES_JURORS };

/* Whether a head is a juror's by a number or a letter: "Juré 1", "Judge B". */
static bool
is_juror(struct arena *arena, const char *head)
{
	const char *plain = md_plain(arena, head), *last = strrchr(plain, ' ');

	return last != NULL && uni_count(last + 1, strlen(last + 1)) <= 3 &&
	    term_is(arena_until(arena, plain, last), T_JUROR);
}

/* Whether a column is of something that stands beside scores, as a row of a list
 * or of ratings has it. */
static bool
is_beside(const struct crossed *into, const struct node *cell)
{
	return bind_find(into->bind, jury_rating_rows, cell->key) != NULL ||
	    bind_find(into->bind, jury_criterion_rows, cell->key) != NULL ||
	    bind_find(into->bind, jury_entry_rows, cell->key) != NULL;
}

/* What the table that a row begins crosses, by its heads. */
static enum way
way_of(struct crossed *into, const struct node *row)
{
	static const enum term heads[] = { T_CRITERION, T_ENTRY };
	enum term head;
	bool jurors = false, scored = false;
	const char *rest;
	int64_t score;

	if (row->first == NULL)
		return NONE;
	head = term_find(row->first->key, heads, 2, &into->lang);
	for (const struct node *cell = row->first->next; cell != NULL;
	     cell = cell->next) {
		if (is_beside(into, cell) ||
		    !number_read_front(md_plain(into->arena, cell->text),
			&score, &rest))
			continue;
		scored = true;
		jurors = jurors || is_juror(into->arena, cell->key);
	}
	if (head == T_NONE || !scored || (head == T_ENTRY && !jurors))
		return NONE;
	return head == T_ENTRY ? ENTRIES_JURORS
	    : jurors           ? CRITERIA_JURORS
			       : CRITERIA_ENTRIES;
}

/* A list or a section of a document, made where it has none yet. */
static struct node *
made(struct crossed *into, struct node **node, enum term key, struct pos pos)
{
	if (*node == NULL) {
		*node = node_new(into->arena, NODE_LIST, pos);
		(*node)->key = (*node)->whole = term_name(key, into->lang);
		(*node)->level = 2;
		node_append(into->root, *node);
	}
	return *node;
}

static void
add_name(struct crossed *into, struct node **list, enum term key,
    const char *name, struct pos pos)
{
	node_append(made(into, list, key, pos),
	    node_text(into->arena, md_text(into->arena, name), pos));
}

/* The cells of a row of scores that are its criterion's, its weight, into the list
 * of criteria. */
static void
part_criterion(struct crossed *into, struct node *row)
{
	struct node *item = node_new(into->arena, NODE_MAP, row->pos), *cell;
	struct node was = node_emptied(row);

	item->table = row->table;
	while ((cell = node_take(&was)) != NULL)
		if (row->first == NULL) {
			node_append(row, cell);
			node_append(item, node_again(into->arena, cell));
		} else if (bind_find(into->bind, jury_criterion_rows,
			       cell->key) != NULL) {
			node_append(item, cell);
		} else {
			node_append(row, cell);
		}
	if (bind_find(into->bind, jury_rating_rows, row->first->text) == NULL &&
	    !term_is(row->first->text, T_TABLE_TOTAL))
		node_append(made(into, &into->criteria, T_CRITERIA, row->pos),
		    item);
}

/* The names in the first row of a table that are of one side: of its columns, or
 * of the heading above. */
static void
add_heads(struct crossed *into, const struct node *row, enum way way,
    const struct node *section)
{
	const char *heading = section->level > 0 ? section->key : "";

	if (way == CRITERIA_JURORS && *heading != '\0')
		add_name(into, &into->entries, T_ENTRIES, heading, row->pos);
	if (way == ENTRIES_JURORS)
		add_name(into, &into->criteria, T_CRITERIA,
		    *heading == '\0' || term_is(heading, T_JURY_SCORES)
			? term_name(T_SCORE, into->lang)
			: heading,
		    row->pos);
	for (const struct node *cell = row->first->next;
	     way == CRITERIA_ENTRIES && cell != NULL; cell = cell->next)
		if (!is_beside(into, cell))
			add_name(into, &into->entries, T_ENTRIES, cell->key,
			    row->pos);
}

/* Takes what crossed tables in a section, or under a title, name. */
static void
read_section(struct crossed *into, struct node *section, struct node *under)
{
	struct node was = node_emptied(section), *row;
	enum way way = NONE;
	size_t table = 0;
	bool first;

	while ((row = node_take(&was)) != NULL) {
		if (node_is_part(row))
			read_section(into, row, row->level > 0 ? row : under);
		first = row->table != table;
		table = row->table;
		if (first)
			way = table == 0 ? NONE : way_of(into, row);
		if (way == NONE) {
			node_append(section, row);
			continue;
		}
		if (first)
			add_heads(into, row, way, under);
		if (way == ENTRIES_JURORS)
			add_name(into, &into->entries, T_ENTRIES,
			    row->first->text, row->pos);
		else
			part_criterion(into, row);
		if (under->level > 0) {
			node_append(section, row);
			continue;
		}
		md_take_at(under->blocks, row->pos);
		node_append(made(into, &into->scores, T_JURY_SCORES, row->pos),
		    row);
	}
}

/* Whether something in a document names a list. */
static bool
has_list(const struct node *node, enum term key)
{
	NODE_EACH(const struct node, child, node)
		if (term_read(child->key, TERM_GLOSSED, &key, 1, NULL) !=
			T_NONE ||
		    (child->level > 0 && has_list(child, key)))
			return true;
	return false;
}

void
crossed_arrange(struct method *method, const struct doc_part *part)
{
	struct crossed into = { .bind = method->bind,
		.arena = method->arena,
		.root = part->root };

	if (part->markdown && !has_list(part->root, T_CRITERIA) &&
	    !has_list(part->root, T_ENTRIES))
		read_section(&into, part->root, part->root);
}
