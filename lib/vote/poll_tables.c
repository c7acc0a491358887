/*
 * poll_tables: tables of voters, wherever they stand, and the settings beside any.
 */
#include <string.h>

#include "source/md.h"
#include "value/number.h"
#include "vote/poll.h"

/* Whether a table's row has a column of voters, or as many that mean something to the
 * rule as an order takes, with names below; and something beside it. */
static bool
is_voter(const struct ballot_form *form, const struct node *row)
{
	size_t heads = 0;
	int64_t number;

	if (row->table == 0 || row->first == NULL || row->first->next == NULL)
		return false;
	NODE_EACH(const struct node, cell, row) {
		/* a report tells how many voters there were, behind the option */
		if (term_is(cell->key, T_VOTER_COLUMN))
			return cell == row->first ||
			    !number_read(cell->text, &number);
		if (form->heads == NULL || !form->heads(cell->key))
			continue;
		if (number_read(cell->text, &number))
			return false;
		heads++;
	}
	return heads > 1;
}

/* Whether a column of a table says nothing of a voter's. */
static bool
is_summed(const char *head)
{
	return *head == '\0' ||
	    term_is_any(head, T_TOTAL, T_MEAN, T_RANK, T_ID);
}

/* The cell of a column in a row, or NULL. */
static const struct node *
cell_of(const struct node *row, const char *head)
{
	const struct node *cell = row->first;

	while (cell != NULL && strcmp(cell->key, head) != 0)
		cell = cell->next;
	return cell;
}

/* The row of the voter whose column a head of a table by option is, or NULL where it
 * is none's. */
static struct node *
turn_column(struct bind *bind, const struct ballot_form *form,
    const struct node *first, const struct node *head)
{
	struct arena *arena = bind->doc->arena;
	struct node *row = node_new(arena, NODE_MAP, first->pos), *cell;
	const char **texts = NULL;
	const struct node *given;
	size_t count = 0;

	if (form->heads != NULL && form->heads(head->key))
		return NULL;
	cell = node_text(arena, head->key, head->key_pos);
	cell->key = term_name(T_VOTER_COLUMN, bind_likely_language(bind));
	node_append(row, cell);
	for (const struct node *at = first;
	     at != NULL && at->table == first->table; at = at->next) {
		given = cell_of(at, head->key);
		if (given == NULL || term_is(at->first->text, T_TABLE_TOTAL))
			continue;
		cell = node_text(arena, given->text, given->pos);
		cell->key = at->first->text;
		cell->key_pos = at->first->pos;
		node_append(row, cell);
		ARENA_ADD(arena, texts, count) =
		    md_plain(arena, md_text(arena, given->text));
		if (term_same(cell->key, head->key))
			return NULL; /* a duel */
	}
	row->table = first->table;
	return count > 1 && form->across(texts, count) ? row : NULL;
}

/* The rows of the voters who head the columns of a table by option; empty where not
 * all of these are voters'. */
static struct node *
turn_table(struct bind *bind, const struct ballot_form *form,
    const struct node *first)
{
	struct node *rows = node_new(bind->doc->arena, NODE_LIST, first->pos);
	struct node *row;

	if (first->first == NULL || !term_is(first->first->key, T_OPTION))
		return rows;
	for (const struct node *head = first->first->next; head != NULL;
	     head = head->next) {
		if (is_summed(head->key))
			continue;
		row = turn_column(bind, form, first, head);
		if (row == NULL)
			return node_new(bind->doc->arena, NODE_LIST,
			    first->pos);
		node_append(rows, row);
	}
	return rows;
}

/* Turns the tables by option in a section whose columns are voters. */
static void
turn_tables(struct bind *bind, const struct ballot_form *form,
    struct node *section)
{
	struct node children, *child, *row, *rows;
	size_t table = 0, turned = 0;

	for (child = section->first; child != NULL && child->table == 0;)
		child = child->next;
	if (child == NULL)
		return; /* a stream of ballots has none yet */
	children = node_emptied(section);
	while ((child = node_take(&children)) != NULL) {
		if (child->table > 0 && child->table != table) {
			child->next = children.first;
			rows = turn_table(bind, form, child);
			child->next = NULL;
			turned = rows->count > 1 ? child->table : 0;
			if (turned > 0)
				md_take_at(section->blocks, child->pos);
			while (turned > 0 && (row = node_take(rows)) != NULL)
				node_append(section, row);
		}
		table = child->table;
		if (table == 0 || table != turned)
			node_append(section, child);
	}
}

/* Takes the tables of voters out of a section, into a list of ballots.  They do not
 * pass: who voted how is told to nobody, and a report that is read again would count
 * them again. */
static void
take_tables(struct bind *bind, const struct ballot_form *form,
    struct node *root, struct node *section)
{
	static const enum term names[] = { T_VOTER_COLUMN };
	struct node children = node_emptied(section), *child;
	struct node *list = node_new(bind->doc->arena, NODE_LIST, section->pos);
	enum lang lang = LANG_NONE;

	while ((child = node_take(&children)) != NULL) {
		if (!is_voter(form, child)) {
			node_append(section, child);
			continue;
		}
		if (list->first == NULL)
			list->pos = list->key_pos = child->pos;
		md_take_at(section->blocks, child->pos);
		node_append(list, child);
	}
	NODE_EACH(const struct node, cell, list->first)
		term_find(cell->key, names, 1, &lang);
	list->key = term_name(T_BALLOTS,
	    lang != LANG_NONE ? lang : bind_likely_language(bind));
	/* in the tool's subject they are its own */
	node_append(term_find_subject(section->key) != T_NONE ? section : root,
	    list);
}

/* Moves lines that can be nothing but ballots into a list of them; none where they
 * are one alone, or some can be something else. */
static bool
take_sure(const struct ballot_form *form, struct node *lines, struct node *list)
{
	struct node *line;

	NODE_EACH(const struct node, at, lines)
		if (at->level > 0 || at->first != NULL ||
		    !form->sure(node_line(at)))
			return false;
	if (lines->count < 2)
		return false;
	while ((line = node_take(lines)) != NULL)
		node_append(list, line);
	return true;
}

void
poll_lines(struct bind *bind, const struct ballot_form *form, struct node *root,
    struct node *section)
{
	struct node *list = node_new(bind->doc->arena, NODE_LIST, section->pos),
		    *lines;

	MD_EACH(struct md_block, block, section) {
		lines = md_use(block) == MD_BESIDE || md_use(block) == MD_TEXT
		    ? md_block_lines(bind->doc->arena, block)
		    : NULL;
		if (lines != NULL && take_sure(form, lines, list))
			md_take(block, true);
	}
	if (section->blocks != NULL && take_sure(form, section, list))
		md_take_at(section->blocks, list->last->pos);
	NODE_EACH(struct node, child, section)
		/* a title that is a subject heads no report */
		if (*child->key == '\0' ? child->blocks != NULL &&
			    child->first != NULL && child->first->table == 0
					: child->level > 0 &&
			    bind_find(bind, bind->tool->rows, child->key) ==
				NULL &&
			    (child->level == 1 ||
				term_find_subject(child->key) == T_NONE))
			poll_lines(bind, form, root, child);
	if (list->first == NULL)
		return;
	list->pos = list->key_pos = list->first->pos;
	list->key = term_name(T_BALLOTS, bind_likely_language(bind));
	node_append(root, list);
}

bool
poll_turns(struct bind *bind, const struct ballot_form *form,
    const struct node *list)
{
	return form->across != NULL && list->first != NULL &&
	    list->first->table > 0 &&
	    turn_table(bind, form, list->first)->count > 1;
}

void
poll_tables(const struct method *method, const struct ballot_form *form,
    enum term own, struct node *root, struct node *section)
{
	enum term subject = term_find_subject(section->key);
	bool voters = false;

	if (form->across != NULL && (subject == T_NONE || subject == own))
		turn_tables(method->bind, form, section);
	NODE_EACH(struct node, child, section) {
		voters = voters || is_voter(form, child);
		if ((*child->key == '\0' || term_is(child->key, T_BALLOTS)) &&
		    poll_turns(method->bind, form, child)) {
			turn_tables(method->bind, form, child);
			child->key = term_name(T_BALLOTS,
			    bind_likely_language(method->bind));
		}
		/* under the title, behind a table of something else */
		if (*child->key == '\0' && child->blocks != NULL &&
		    child->first != NULL && !is_voter(form, child->first))
			poll_tables(method, form, own, root, child);
		if (child->level == 0)
			continue;
		subject = term_find_subject(child->key);
		if ((subject == T_NONE || subject == own) &&
		    !term_is(child->key, T_BALLOTS))
			poll_tables(method, form, own, root, child);
	}
	if (voters)
		take_tables(method->bind, form, root, section);
}

/* Whether a pair is a setting of the tool, and no number of people, which is of the
 * document that brings votes. */
static bool
is_setting(const struct bind *bind, const struct node *pair)
{
	bool setting = false;

	if (pair == NULL || *pair->key == '\0' || *pair->text == '\0')
		return false;
	BIND_ROWS(row, bind->tool->rows) {
		if ((row->flags & BIND_INNER) != 0 ||
		    !term_is(pair->key, row->key))
			continue;
		if (row->kind == BIND_NODES)
			return false;
		setting |= (row->flags & BIND_SETTING) != 0;
	}
	return setting;
}

/* Puts the paragraphs of a section that are settings, line by line, at the top. */
static void
take_lines(const struct bind *bind, struct node *root,
    const struct node *section)
{
	struct arena *arena = bind->doc->arena;
	struct node *lines, *pairs, *pair;

	MD_EACH(struct md_block, block, section) {
		pairs = node_new(arena, NODE_LIST, section->pos);
		lines = md_use(block) == MD_BESIDE
		    ? md_block_lines(arena, block)
		    : NULL;
		if (lines == NULL)
			continue;
		NODE_EACH(const struct node, line, lines) {
			pair = bind_pair_of(arena, line);
			if (is_setting(bind, pair))
				node_append(pairs, pair);
		}
		if (pairs->count < lines->count)
			continue;
		md_take(block, true);
		while ((pair = node_take(pairs)) != NULL)
			node_append(root, pair);
	}
}

/* Puts at the top of a document the settings that stand beside a table. */
static void
take_settings(const struct bind *bind, struct node *root, struct node *section)
{
	struct node children = *section, *child;
	bool table = false;

	NODE_EACH(struct node, below, section) {
		table |= below->table > 0;
		if (below->level > 0 && term_find_subject(below->key) == T_NONE)
			take_settings(bind, root, below);
	}
	if (!table)
		return;
	take_lines(bind, root, section);
	node_emptied(section);
	while ((child = node_take(&children)) != NULL) {
		if (child->level > 0 || child->table > 0 ||
		    !is_setting(bind, child)) {
			node_append(section, child);
			continue;
		}
		md_take_at(section->blocks, child->pos);
		node_append(root, child);
	}
}

void
poll_settings(struct method *method, struct node *root)
{
	NODE_EACH(struct node, section, root)
		if (section->level > 0 &&
		    term_find_subject(section->key) == T_NONE)
			take_settings(method->bind, root, section);
}
