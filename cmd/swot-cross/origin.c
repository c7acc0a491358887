/*
 * origin: a table that has what helps and what harms on one side, and what comes
 * from within and from without on the other, as the four lists.
 *
 *	|          | Helpful    | Harmful      |
 *	| -------- | ---------- | ------------ |
 *	| Internal | close team | tight budget |
 */
#include <string.h>

#include "swot.h"
#include "text/uni.h"

enum side { HELPFUL, HARMFUL, INTERNAL, EXTERNAL, SIDES };

/* The lists that a table gives, and the language of its heads. */
struct origin {
	struct method *method;
	struct node *lists[LISTS];
	enum lang lang;
	const char *head; /* of the row at hand */
};

/* The one side that a head names, or SIDES. */
static enum side
side_of(struct origin *origin, const char *head)
{
	static const enum term words[SIDES] = { T_SWOT_HELPFUL, T_SWOT_HARMFUL,
		T_SWOT_INTERNAL, T_SWOT_EXTERNAL };
	struct arena *arena = origin->method->arena;
	const char *folded = uni_fold(arena, md_plain(arena, head)), *word;
	enum side side = SIDES;
	size_t n;

	for (enum side one = 0; one < SIDES; one++) {
		word = term_phrase(words[one], folded, &n);
		if (word == NULL)
			continue;
		if (side != SIDES)
			return SIDES;
		side = one;
		if (one >= INTERNAL)
			origin->lang = strstr(term_name(words[one], LANG_FR),
					   arena_copy(arena, word, n)) != NULL
			    ? LANG_FR
			    : LANG_EN;
	}
	return side;
}

/* The list of two sides, or LISTS where they do not cross. */
static enum list
list_of(enum side a, enum side b)
{
	enum side good = a < b ? a : b, from = a < b ? b : a;

	if (good > HARMFUL || from < INTERNAL || from == SIDES)
		return LISTS;
	return good == HELPFUL ? from == INTERNAL ? STRENGTHS : OPPORTUNITIES
	    : from == INTERNAL ? WEAKNESSES
			       : THREATS;
}

/* Behind the name of a list that a cell's first line begins with. */
static const char *
behind_name(struct arena *arena, const char *line, enum list list)
{
	const char *plain = md_plain(arena, md_text(arena, line));
	size_t n = strcspn(plain, ":");

	return factor_list(plain, n) != list ? line
	    : plain[n] == '\0'               ? ""
					     : uni_skip_blanks(plain + n + 1);
}

static void
add_factors(struct origin *origin, enum list list, const struct node *cell)
{
	struct arena *arena = origin->method->arena;
	struct md_items items = md_split_cell(arena,
	    *cell->prose != '\0' ? cell->prose : cell->text, MD_CELL_PARTED);
	const char *text;

	if (origin->lists[list] == NULL) {
		text = arena_format(arena, "%s, %s", origin->head,
		    md_plain(arena, cell->key));
		origin->lists[list] = node_new(arena, NODE_LIST, cell->pos);
		origin->lists[list]->key = origin->lists[list]->whole =
		    md_words(arena,
			arena_format(arena,
			    strchr(text, '(') == NULL ? "%s (%s)" : "%s : %s",
			    term_name(list_terms[list], origin->lang), text));
	}
	for (size_t i = 0; i < items.count; i++) {
		text = i == 0 ? behind_name(arena, items.at[i], list)
			      : items.at[i];
		if (*text != '\0')
			node_append(origin->lists[list],
			    node_text(arena, md_text(arena, text), cell->pos));
	}
}

/* Whether the table that a row begins has all four lists. */
static bool
is_crossed(struct origin *origin, const struct node *row)
{
	const size_t table = row->table;
	unsigned met = 0;
	enum list list;
	enum side side;

	for (; row != NULL && row->table == table && row->first != NULL;
	     row = row->next) {
		side = side_of(origin, row->first->text);
		NODE_EACH(const struct node, cell, row) {
			list = list_of(side_of(origin, cell->key), side);
			met |= list != LISTS ? 1U << list : 0;
		}
	}
	return met == (1U << LISTS) - 1;
}

/* A row of such a table; side: what its first cell names, or the one above. */
static void
read_row(struct origin *origin, const struct node *row, enum side *side)
{
	enum list list;

	if (*row->first->text != '\0') {
		origin->head =
		    md_plain(origin->method->arena, row->first->text);
		*side = side_of(origin, origin->head);
	}
	NODE_EACH(const struct node, cell, row) {
		list = list_of(side_of(origin, cell->key), *side);
		if (list != LISTS && *cell->text != '\0')
			add_factors(origin, list, cell);
	}
}

/* The tables of a section, or under a title, as lists in what has their blocks. */
static void
read_section(struct method *method, struct node *section, struct node *under)
{
	struct origin origin = { .method = method };
	struct node was = node_emptied(section), *row;
	enum side side = SIDES;
	size_t table = 0;

	while (was.first != NULL) {
		if (was.first->table > 0 && was.first->table != table &&
		    is_crossed(&origin, was.first))
			table = was.first->table;
		row = node_take(&was);
		if (node_is_part(row))
			read_section(method, row, row->level > 0 ? row : under);
		if (row->table == 0 || row->table != table) {
			node_append(section, row);
			continue;
		}
		md_take_at(under->blocks, row->pos);
		read_row(&origin, row, &side);
	}
	for (enum list list = 0; list < LISTS; list++)
		if (origin.lists[list] != NULL) {
			origin.lists[list]->level = under->level + 1;
			node_append(under, origin.lists[list]);
		}
}

void
origin_arrange(struct method *method, const struct doc_part *part)
{
	if (part->markdown)
		read_section(method, part->root, part->root);
}
