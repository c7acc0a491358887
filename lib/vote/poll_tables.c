/*
 * poll_tables: tables of voters, wherever they stand, and the settings beside any.
 */
#include "value/number.h"
#include "vote/poll.h"

/* The language of the column of voters that a table's row has; LANG_NONE where it
 * has none, or nothing beside it. */
static enum lang
voter_column(const struct node *row)
{
	static const enum term names[] = { T_VOTER_COLUMN };
	enum lang lang = LANG_NONE;
	int64_t number;

	if (row->table == 0 || row->first == NULL || row->first->next == NULL)
		return LANG_NONE;
	NODE_EACH(const struct node, cell, row)
		/* a report tells how many voters there were */
		if (term_find(cell->key, names, 1, &lang) != T_NONE)
			return number_read(cell->text, &number) ? LANG_NONE
								: lang;
	return LANG_NONE;
}

/* Takes the tables of voters out of a section, into a list of ballots.  They do not
 * pass: who voted how is told to nobody, and a report that is read again would count
 * them again. */
static void
take_tables(struct arena *arena, struct node *root, struct node *section,
    enum lang lang)
{
	struct node children = node_emptied(section), *child;
	struct node *list = node_new(arena, NODE_LIST, section->pos);

	list->key = term_name(T_BALLOTS, lang);
	while ((child = node_take(&children)) != NULL) {
		if (voter_column(child) == LANG_NONE) {
			node_append(section, child);
			continue;
		}
		if (list->first == NULL)
			list->pos = list->key_pos = child->pos;
		md_take_at(section->blocks, child->pos);
		node_append(list, child);
	}
	node_append(root, list);
}

void
poll_tables(const struct method *method, enum term own, struct node *root,
    struct node *section)
{
	enum lang lang = LANG_NONE;
	enum term subject;

	NODE_EACH(struct node, child, section) {
		if (lang == LANG_NONE)
			lang = voter_column(child);
		if (child->level == 0)
			continue;
		subject = term_find_subject(child->key);
		if ((subject == T_NONE || subject == own) &&
		    !term_is(child->key, T_BALLOTS))
			poll_tables(method, own, root, child);
	}
	if (lang != LANG_NONE)
		take_tables(method->arena, root, section, lang);
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
