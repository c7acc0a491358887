/*
 * poll_tables: tables of voters, wherever they stand.
 */
#include "source/md.h"
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

/* The same of all sections in one, and of itself, but for ballots and for what
 * other tools report. */
static void
arrange(const struct method *method, enum term own, struct node *root,
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
			arrange(method, own, root, child);
	}
	if (lang != LANG_NONE)
		take_tables(method->arena, root, section, lang);
}

void
poll_tables(struct method *method, enum term own)
{
	struct doc *doc = method->bind->doc;

	for (size_t i = 0; i < doc->part_count; i++)
		arrange(method, own, doc->parts[i].root, doc->parts[i].root);
}
