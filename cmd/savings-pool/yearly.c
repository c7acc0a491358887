/*
 * yearly: a table with a column a year, whose cells are each what was saved in it:
 * "Measure | 2025 | 2026".
 */
#include <string.h>

#include "savings.h"

enum { YEAR = 4, MOST_COLUMNS = 64 };

/* The year that heads a column; or "". */
static const char *
year_of(struct arena *arena, const struct node *cell)
{
	const char *plain = md_plain(arena, cell->key);

	return strlen(plain) == YEAR && strspn(plain, "0123456789") == YEAR &&
		(strncmp(plain, "20", 2) == 0 || strncmp(plain, "19", 2) == 0)
	    ? plain
	    : "";
}

/* Whether years head columns of a row, and nothing says when the saving starts; a
 * total is none. */
static bool
is_of_years(struct arena *arena, const struct node *row)
{
	size_t years = 0;

	if (row->table == 0 || row->first == NULL ||
	    row->count > MOST_COLUMNS ||
	    term_is(md_plain(arena, row->first->text), T_TABLE_TOTAL))
		return false;
	NODE_EACH(const struct node, cell, row) {
		if (term_is_any(cell->key, T_AMOUNT, T_START))
			return false;
		years += *year_of(arena, cell) != '\0';
	}
	return years > 0;
}

static void
add_cell(struct arena *arena, struct node *saving, const char *key,
    const char *text, struct pos pos)
{
	struct node *cell = node_text(arena, text, pos);

	cell->key = key;
	node_append(saving, cell);
}

/* A saving a year. */
static void
read_row(struct arena *arena, struct node *into, const struct node *row,
    enum lang lang)
{
	struct node *saving;

	NODE_EACH(const struct node, year, row) {
		if (*year_of(arena, year) == '\0' || *year->text == '\0')
			continue;
		saving = node_new(arena, NODE_MAP, row->pos);
		saving->table = row->table;
		NODE_EACH(const struct node, cell, row)
			if (*year_of(arena, cell) == '\0')
				node_append(saving, node_again(arena, cell));
		add_cell(arena, saving, term_name(T_AMOUNT, lang), year->text,
		    year->pos);
		add_cell(arena, saving, term_name(T_START, lang),
		    year_of(arena, year), year->pos);
		add_cell(arena, saving, term_name(T_FREQUENCY, lang),
		    term_name(T_ONCE, lang), year->pos);
		node_append(into, saving);
	}
}

static void
read_section(struct arena *arena, struct node *section, enum lang lang)
{
	struct node was = node_emptied(section), *child;

	while ((child = node_take(&was)) != NULL) {
		if (is_of_years(arena, child)) {
			read_row(arena, section, child, lang);
			continue;
		}
		if (node_is_part(child))
			read_section(arena, child, lang);
		node_append(section, child);
	}
}

void
yearly_arrange(struct method *method, const struct doc_part *part)
{
	if (part->markdown)
		read_section(method->arena, part->root,
		    bind_likely_language(method->bind));
}
