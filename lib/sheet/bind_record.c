/*
 * bind_record: items that are told each under a heading of its own, by pairs:
 *
 *	## The garden
 *	- Purpose: food for the street
 *	- Start: 1 March 2026
 *
 * Where no heading names the list that they are of, one is put above them
 * before the document is walked; where a pair has the main text, so that the
 * heading is not it, the heading becomes one more pair.
 */
#include <limits.h>
#include <string.h>

#include "sheet/bind_inner.h"
#include "source/line.h"

/* So many keys of an item, and most of those that stand below a heading, tell
 * that it is one. */
enum { SURE_KEYS = 2 };

/* A line "2023 : 310" as a pair, where a row takes its key, which is none of
 * words; else NULL. */
static struct node *
claimed_pair(struct bind *bind, const struct bind_row *rows,
    const struct node *line)
{
	const struct bind_row *others = bind_row_of_kind(rows, BIND_OTHERS);
	struct node *pair = bind_pair_of(bind->doc->arena, line);

	return pair != NULL && others != NULL && others->claim != NULL &&
		others->claim(pair)
	    ? pair
	    : NULL;
}

/* What stands below a heading as a pair of some rows' items; NULL where it is
 * none. */
static struct node *
pair_of(struct bind *bind, const struct bind_row *rows, struct node *child)
{
	struct node *pair = child;

	if (child->table > 0)
		return NULL;
	if (*child->key != '\0')
		return bind_find_name(rows, child->key, NULL) != NULL ? child
								      : NULL;
	pair =
	    child->first == NULL ? bind_plain_pair(bind, rows, child, 0) : NULL;
	return pair != NULL || child->first != NULL
	    ? pair
	    : claimed_pair(bind, rows, child);
}

/* The pairs of a paragraph that is all of them, a line each, as a LIST; NULL
 * where it is no such paragraph. */
static struct node *
pairs_of(struct bind *bind, const struct bind_row *rows,
    const struct md_block *block)
{
	struct node *lines = md_use(block) == MD_BESIDE
	    ? md_block_lines(bind->doc->arena, block)
	    : NULL;
	struct node *pairs, *line, *pair;

	if (lines == NULL)
		return NULL;
	pairs = node_new(bind->doc->arena, NODE_LIST, lines->pos);
	while ((line = node_take(lines)) != NULL) {
		pair = bind_plain_pair(bind, rows, line, 0);
		if (pair == NULL)
			return NULL;
		node_append(pairs, pair);
	}
	return pairs;
}

/* All pairs below a heading, and how many things stand there that are none. */
static struct node *
pairs_below(struct bind *bind, const struct bind_row *rows,
    const struct node *section, size_t *others)
{
	struct arena *arena = bind->doc->arena;
	struct node *all = node_new(arena, NODE_LIST, section->pos), *pair;
	struct node *child = section->first, *lines;

	MD_EACH(const struct md_block, block, section) {
		lines = pairs_of(bind, rows, block);
		while (lines != NULL && (pair = node_take(lines)) != NULL)
			node_append(all, pair);
	}
	for (*others = 0; child != NULL; child = child->next) {
		pair = pair_of(bind, rows, child);
		if (pair != NULL)
			node_append(all, node_again(arena, pair));
		else
			*others += child->table == 0;
	}
	return all;
}

/* The pairs below a heading that make it an item of some rows; else NULL. */
static const struct node *
pairs_of_record(struct bind *bind, const struct bind_row *rows,
    const struct node *section)
{
	const struct node *pairs;
	size_t others;

	pairs = pairs_below(bind, rows, section, &others);
	return pairs->count >= SURE_KEYS && pairs->count >= others ? pairs
								   : NULL;
}

/* Whether pairs are those of no other list: two, or the main text and two more,
 * where who, when and what every document tells do not count. */
static bool
are_own(const struct bind_row *rows, const struct node *pairs)
{
	const struct node *pair = pairs->first;
	const struct bind_row *row;
	size_t own = 0;
	bool named = false;

	for (; pair != NULL; pair = pair->next) {
		row = bind_find_name(rows, pair->key, NULL);
		if (row == NULL)
			continue;
		named = named || (row->flags & BIND_MAIN) != 0;
		own += (row->flags & (BIND_WHO | BIND_WHEN)) == 0 &&
		    bind_find_common(pair->key) == T_NONE;
	}
	return own >= SURE_KEYS || (named && pairs->count > SURE_KEYS);
}

/* Whether a heading is a question, with the answer below it: nothing there asks. */
static bool
is_question(struct bind *bind, const struct node *section)
{
	const struct node *lines;

	if (section->level == 0 || !line_asks(section->whole))
		return false;
	NODE_EACH(const struct node, child, section)
		if (child->level > 0 || line_asks(child->text))
			return false;
	lines = md_section_lines(bind->doc->arena, section, UINT_MAX);
	NODE_EACH(const struct node, line, lines)
		if (line_asks(line->text))
			return false;
	return true;
}

/* Whether a heading is a question, or all those below it are. */
static bool
are_questions(struct bind *bind, const struct node *section)
{
	const struct node *child = section->first;

	while (child != NULL && is_question(bind, child))
		child = child->next;
	return is_question(bind, section) ||
	    (section->first != NULL && section->level > 0 && child == NULL);
}

/* Whether a section, or a map of YAML, may be an item of a list that nothing names:
 * it is called as no list, and holds none but those of an item. */
static bool
is_nameless(struct bind *bind, const struct bind_row *row,
    const struct node *section)
{
	const struct bind_row *rows = bind->tool->rows;
	const struct node *child = section->first, *pairs;

	if ((section->level == 0 && section->kind != NODE_MAP) ||
	    *section->key == '\0' ||
	    bind_row_named(rows, section->key) != NULL ||
	    term_is(section->key, T_RULES) ||
	    term_find_subject(section->key) != T_NONE ||
	    term_find_computed(bind->doc->subject, section->key) != T_NONE)
		return false;
	for (; child != NULL; child = child->next)
		if (bind_row_named(rows, child->key) != NULL &&
		    bind_row_named(row->rows, child->key) == NULL)
			return false;
	if ((row->flags & BIND_ASKS) != 0)
		return are_questions(bind, section);
	pairs = pairs_of_record(bind, row->rows, section);
	return pairs != NULL && are_own(row->rows, pairs);
}

/* Whether a list is one that a tool cannot do without, or whose items hold a map,
 * or lists of the tool's. */
static bool
may_be_nameless(const struct bind *bind, const struct bind_row *row)
{
	return row->kind == BIND_LIST && row->from == T_NONE &&
	    ((row->flags & BIND_REQUIRED) != 0 ||
		bind_row_of_kind(row->rows, BIND_MAP) != NULL ||
		bind_holds_lists(bind->tool->rows, row));
}

/* The list that most of the sections are items of, and none names; or NULL. */
static const struct bind_row *
find_list(struct bind *bind, const struct node *root)
{
	const struct bind_row *best = NULL;
	const struct node *child;
	size_t count, most = 0;

	BIND_ROWS(row, bind->tool->rows) {
		child = may_be_nameless(bind, row) ? root->first : NULL;
		for (count = 0; child != NULL && !term_is(child->key, row->key);
		     child = child->next)
			count += is_nameless(bind, row, child);
		if (child == NULL && count > most) {
			best = row;
			most = count;
		}
	}
	return best;
}

/* Puts the name of a list above those of the sections below a node that are its
 * items. */
static void
name_list(struct bind *bind, const struct bind_row *row, struct node *root)
{
	struct node was = node_emptied(root), *child, *list = NULL;

	while ((child = node_take(&was)) != NULL) {
		if (!is_nameless(bind, row, child)) {
			node_append(root, child);
			continue;
		}
		if (list == NULL) {
			list = bind_named_list(bind, row, child, child->level);
			node_append(root, list);
		}
		child->level += child->level > 0;
		node_append(list, child);
	}
}

void
bind_name_records(struct bind *bind, struct node *root)
{
	const struct bind_row *row;
	struct node *child = root->first;
	bool in_subject = false;

	for (; child != NULL; child = child->next) {
		if (child->level == 0 ||
		    !term_is(child->key, bind->doc->subject))
			continue;
		in_subject = true;
		bind_name_records(bind, child);
	}
	row = in_subject ? NULL : find_list(bind, root);
	if (row != NULL)
		name_list(bind, row, root);
}

/* Whether a pair below a heading is that of the row with some flag. */
static bool
tells(const struct bind_row *rows, const struct node *section, unsigned flag)
{
	const struct node *child = section->first;
	const struct bind_row *row;

	for (; child != NULL; child = child->next) {
		row = *child->key != '\0' && child->table == 0
		    ? bind_find_name(rows, child->key, NULL)
		    : NULL;
		if (row != NULL && (row->flags & flag) != 0)
			return true;
	}
	return false;
}

/* Has a table among the pairs stand under the name of the list that its columns
 * tell, and lines be the pairs that a row takes. */
static void
shape_values(struct bind *bind, const struct bind_row *rows,
    struct node *section)
{
	struct node was = node_emptied(section), *child, *pair, *list = NULL;
	const struct bind_row *row;

	MD_EACH(struct md_block, block, section) {
		child = pairs_of(bind, rows, block);
		if (child == NULL)
			continue;
		md_take(block, true);
		while ((pair = node_take(child)) != NULL)
			node_append(section, pair);
	}
	while ((child = node_take(&was)) != NULL) {
		row = child->table > 0 ? bind_row_of_table(rows, child) : NULL;
		pair = pair_of(bind, rows, child);
		if (row == NULL) {
			node_append(section, pair != NULL ? pair : child);
			continue;
		}
		if (list == NULL || list->first->table != child->table) {
			list = bind_named_list(bind, row, child,
			    section->level + 1);
			node_append(section, list);
		}
		node_append(list, child);
	}
}

/* Has a heading be the first of the pairs below it: a label that none of them
 * is, or what the item stands under. */
static void
shape_heading(struct bind *bind, const struct bind_row *row,
    struct node *section)
{
	const struct bind_row *rows = row->rows;
	const struct bind_row *label = bind_flagged(rows, BIND_LABEL);
	struct node *pair =
	    node_text(bind->doc->arena, section->whole, section->key_pos);
	enum lang lang = LANG_NONE;

	bind_take_beside(bind, row->key, node_again(bind->doc->arena, section));
	for (const struct node *child = section->first;
	     child != NULL && lang == LANG_NONE; child = child->next)
		bind_find_name(rows, child->key, &lang);
	pair->key =
	    term_name(label != NULL && !tells(rows, section, BIND_LABEL) &&
			bind_is_label(section->whole)
		    ? label->key
		    : T_RUBRIC,
		lang);
	pair->next = section->first;
	section->first = pair;
	section->count++;
	section->key = section->whole = "";
	section->kind = NODE_MAP;
	section->level = 0;
}

/* Has a heading that asks be an item, over the answer below it. */
static void
shape_question(struct bind *bind, const struct bind_row *row,
    struct node *section)
{
	struct arena *arena = bind->doc->arena;
	struct node was = node_emptied(section), *child, *line;
	const char *text;

	MD_EACH(struct md_block, block, section) {
		child = md_use(block) == MD_BESIDE || md_use(block) == MD_TEXT
		    ? md_block_lines(arena, block)
		    : NULL;
		for (text = "";
		     child != NULL && (line = node_take(child)) != NULL;)
			text = arena_format(arena, "%s%s%s", text,
			    *text != '\0' ? " " : "", line->text);
		if (*text == '\0' || strncmp(text, "![", 2) == 0)
			continue;
		md_take(block, true);
		node_append(section,
		    node_text(arena, md_text(arena, text), md_place(block)));
	}
	while ((child = node_take(&was)) != NULL)
		node_append(section, child);
	bind_take_beside(bind, row->key, node_again(arena, section));
	section->text = section->whole;
	section->key = section->whole = "";
	section->level = 0;
}

/* Whether a heading stands over strong words with a text each that no row knows,
 * "- **Interface** : simple". */
static bool
is_over_pairs(const struct bind_row *rows, const struct node *section)
{
	if (section->level == 0 || section->first == NULL)
		return false;
	NODE_EACH(const struct node, pair, section)
		if (*pair->key == '\0' || *pair->whole == '\0' ||
		    pair->level > 0 || pair->table > 0 ||
		    bind_find_name(rows, pair->key, NULL) != NULL)
			return false;
	return true;
}

/* Has such pairs be the texts of a list that they are, where two headings or more
 * stand over them and do not begin alike: then they would be items, and these
 * their columns. */
static void
shape_groups(const struct bind_row *row, const struct node *section)
{
	const struct bind_row *text = bind_flagged(row->rows, BIND_MAIN);
	const struct node *first = NULL;
	size_t count = 0;

	if (text == NULL || text->kind != BIND_TEXT)
		return;
	NODE_EACH(const struct node, child, section) {
		if (child->level == 0 || child->first == NULL ||
		    *child->first->key == '\0')
			continue;
		if (!is_over_pairs(row->rows, child) ||
		    (first != NULL &&
			term_same(child->first->key, first->first->key)))
			return;
		first = first != NULL ? first : child;
		count++;
	}
	for (struct node *child = section->first; count > 1 && child != NULL;
	     child = child->next)
		for (struct node *pair = child->level > 0 ? child->first : NULL;
		     pair != NULL; pair = pair->next)
			if (*pair->key != '\0' && pair->level == 0) {
				pair->text = pair->whole;
				pair->key = pair->whole = "";
			}
}

void
bind_shape_records(struct bind *bind, const struct bind_row *row,
    struct node *section)
{
	struct node *child = row->kind == BIND_LIST ? section->first : NULL;

	if (child != NULL)
		shape_groups(row, section);
	for (; child != NULL; child = child->next)
		if ((row->flags & BIND_ASKS) != 0 && is_question(bind, child))
			shape_question(bind, row, child);
		else if ((row->flags & BIND_ASKS) != 0 && child->level > 0)
			bind_shape_records(bind, row, child);
		else if (child->level > 0 &&
		    pairs_of_record(bind, row->rows, child) != NULL) {
			shape_values(bind, row->rows, child);
			if (tells(row->rows, child, BIND_MAIN))
				shape_heading(bind, row, child);
		}
}
