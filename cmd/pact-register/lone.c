/*
 * lone: a document that is one pact, with a section each for what it says, or for
 * what each side does: "Our commitments", "Commitments of the City".
 */
#include <string.h>

#include "pact.h"
#include "text/uni.h"
#include "value/period.h"

enum { SURE = 2 }; /* so many sections of a pact make it one */

struct lone {
	struct bind *bind;
	struct arena *arena;
	struct node *pact, *duties;
	enum lang lang;
};

/* Whose commitments a possessive tells, "Nos", "Theirs"; or NULL. */
static const char *
possessor(const struct lone *lone, const char *word)
{
	static const enum term words[][2] = { { T_PACT_OURS, T_PACT_WE },
		{ T_PACT_YOURS, T_PACT_YOU }, { T_PACT_THEIRS, T_PACT_THEY } };

	for (size_t i = 0; i < 3; i++)
		if (term_lists(words[i][0], uni_fold(lone->arena, word)))
			return term_name(words[i][1], lone->lang);
	return NULL;
}

/* Who is bound by what stands under a heading; or NULL. */
static const char *
party_of(const struct lone *lone, const char *heading)
{
	struct arena *arena = lone->arena;
	const char *plain = uni_line(arena, md_plain(arena, heading));
	const char *blank = strlen(plain) < MD_WIDE * 2 ? plain : "", *front,
		   *rest;
	size_t n;

	if (strchr(plain, ' ') == NULL)
		return possessor(lone, plain);
	while ((blank = strchr(blank, ' ')) != NULL) {
		front = arena_until(arena, plain, blank);
		rest = ++blank;
		if (term_is(rest, T_COMMITMENTS) &&
		    possessor(lone, front) != NULL)
			return possessor(lone, front);
		n = term_front(T_PACT_OF, uni_fold(arena, rest));
		if (n > 0 && term_is(front, T_COMMITMENTS))
			return rest + n;
		if (term_front(T_PACT_BINDS, uni_fold(arena, rest)) > 0)
			return front;
	}
	return NULL;
}

/* Adds what a party does: the items of a section, its lines, or a cell. */
static void
add_duties(struct lone *lone, const char *party, const struct node *from)
{
	struct arena *arena = lone->arena;
	struct node *duty = node_new(arena, NODE_LIST, from->pos);
	const struct node *lines = md_section_lines(arena, from, -1U);
	struct md_items items;

	if (lone->duties == NULL) {
		lone->duties = node_new(arena, NODE_MAP, from->pos);
		lone->duties->key = term_name(T_COMMITMENTS, lone->lang);
	}
	duty->key = party;
	NODE_EACH(const struct node, item, from)
		node_append(duty, node_again(arena, item));
	for (const struct node *line = lines->first;
	     from->first == NULL && line != NULL; line = line->next)
		node_append(duty, node_again(arena, line));
	if (from->level == 0) {
		items = md_split_cell(arena,
		    *from->prose != '\0' ? from->prose : from->text,
		    MD_CELL_PARTED);
		for (size_t i = 0; i < items.count; i++)
			node_append(duty,
			    node_text(arena, md_text(arena, items.at[i]),
				from->pos));
	}
	if (duty->first != NULL)
		node_append(lone->duties, duty);
}

/* Whether the rows under a heading have a column a party. */
static bool
are_parties(const struct lone *lone, const struct node *row)
{
	size_t parties = 0;

	if (row == NULL || row->table == 0)
		return false;
	NODE_EACH(const struct node, cell, row)
		parties += party_of(lone, cell->key) != NULL;
	return parties > 0 && parties == row->count;
}

/* A section as a pair of the pact. */
static struct node *
pair_of(const struct lone *lone, const struct node *section)
{
	struct node *pair = node_clone(lone->arena, section);

	pair->level = 0;
	pair->whole = "";
	pair->blocks = NULL;
	NODE_EACH(struct node, child, pair) {
		child->level = 0;
		child->blocks = NULL;
	}
	return pair;
}

/* Whether all that stands in a section is paragraphs, lists and tables. */
static bool
is_plain(struct arena *arena, const struct node *section)
{
	MD_EACH(const struct md_block, block, section)
		if ((md_use(block) == MD_BESIDE || md_use(block) == MD_TEXT) &&
		    md_block_lines(arena, block) == NULL)
			return false;
	return true;
}

/* Whether a section or a pair is of a pact's key, and a day where that is one. */
static bool
is_ours(const struct lone *lone, const struct node *node)
{
	const struct bind_row *row = *node->key != '\0'
	    ? bind_find(lone->bind, pact_rows, node->key)
	    : NULL;
	struct date first, last;

	return row != NULL &&
	    (row->kind != BIND_DATE ||
		date_read_period(md_plain(lone->arena, node->text), &first,
		    &last));
}

/* Takes a child of the document for the pact, below which hangs what stands beside
 * its lists; false where it is none of it. */
static bool
take(struct lone *lone, struct md_block *blocks, struct node *child)
{
	const char *party =
	    child->level > 0 ? party_of(lone, child->key) : NULL;
	struct node *beside =
	    md_section_lines(lone->arena, child, 1U << MD_BESIDE);

	if (strcmp(child->key, "title") == 0 || !is_plain(lone->arena, child))
		return false;
	if (are_parties(lone, child->first)) {
		NODE_EACH(const struct node, row, child) {
			md_take_at(blocks, row->pos);
			NODE_EACH(const struct node, cell, row)
				if (*cell->text != '\0')
					add_duties(lone,
					    party_of(lone, cell->key), cell);
		}
		if (child->level == 0)
			return true;
	} else if (party != NULL) {
		add_duties(lone, party, child);
	} else if (is_ours(lone, child)) {
		node_append(lone->pact, pair_of(lone, child));
	} else {
		return false;
	}
	while (
	    child->level > 0 && child->first != NULL && beside->first != NULL)
		node_append(lone->pact, node_take(beside));
	return true;
}

/* How many sections of a document are a pact's; 0 where it lists pacts. */
static size_t
count_sections(const struct lone *lone, const struct node *root)
{
	size_t count = 0;

	NODE_EACH(const struct node, child, root) {
		if (term_is(child->key, T_PACTS) ||
		    term_find_subject(child->key) != T_NONE)
			return 0;
		count += are_parties(lone, child->first) ? SURE
							 : child->level > 0 &&
			(party_of(lone, child->key) != NULL ||
			    is_ours(lone, child));
	}
	return count;
}

/* What the pact is about: the title, without the name of a pact in front. */
static void
add_purpose(struct lone *lone, const struct node *title)
{
	const char *behind = strchr(title->text, ':');
	struct node *purpose = node_text(lone->arena,
	    behind != NULL && behind[1] == ' ' ? behind + 2 : title->text,
	    title->pos);

	NODE_EACH(const struct node, pair, lone->pact)
		if (term_is_any(pair->key, T_PURPOSE, T_GOOD))
			return;
	purpose->key = term_name(T_PURPOSE, lone->lang);
	node_append(lone->pact, purpose);
}

void
lone_arrange(struct method *method, const struct doc_part *part)
{
	struct lone lone = { .bind = method->bind,
		.arena = method->arena,
		.lang = bind_likely_language(method->bind) };
	struct node was, *child, *title = part->root->first, *list;

	if (!part->markdown || title == NULL ||
	    strcmp(title->key, "title") != 0 ||
	    count_sections(&lone, part->root) < SURE)
		return;
	lone.pact = node_new(method->arena, NODE_MAP, title->pos);
	was = node_emptied(part->root);
	while ((child = node_take(&was)) != NULL)
		if (!take(&lone, part->root->blocks, child))
			node_append(part->root, child);
	add_purpose(&lone, title);
	if (lone.duties != NULL)
		node_append(lone.pact, lone.duties);
	list = node_new(method->arena, NODE_LIST, title->pos);
	list->key = term_name(T_PACTS, lone.lang);
	node_append(list, lone.pact);
	node_append(part->root, list);
}
