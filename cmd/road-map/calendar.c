/*
 * calendar: a table with a column a period, where what is to be done stands in the
 * cells, as tasks; and quarters that stand under their year.
 *
 *	| Axis | Q1      | Q2              |	- Deliver: in the first
 *	| ---- | ------- | --------------- |	quarter of the year that
 *	| Desk | deliver | build<br>paint  |	the title names
 */
#include <string.h>

#include "road.h"
#include "text/uni.h"
#include "value/period.h"

enum { YEAR = 4, MOST_COLUMNS = 64 };

struct calendar {
	struct method *method;
	enum lang lang;
	const char *year; /* that the title names, or "" */
};

/* The one year in a text; "" where there is none, or two. */
static const char *
year_in(struct arena *arena, const char *text)
{
	const char *year = "";
	size_t n;

	for (; *text != '\0'; text += n + (text[n] != '\0')) {
		text += strcspn(text, "0123456789");
		n = strspn(text, "0123456789");
		if (n != YEAR || strncmp(text, "20", 2) != 0)
			continue;
		if (*year != '\0' && strncmp(year, text, YEAR) != 0)
			return "";
		year = arena_copy(arena, text, n);
	}
	return year;
}

/* A period, with the year that it stands under where it says none: "Q1 2026"; NULL
 * for what is none, or a number alone. */
static const char *
period_under(struct arena *arena, const char *text, const char *year)
{
	const char *plain = uni_line(arena, md_plain(arena, text));
	struct period period;

	if (term_is_any(plain, T_START, T_END) ||
	    (strspn(plain, "0123456789") == strlen(plain) &&
		strlen(plain) != YEAR))
		return NULL;
	if (period_reading(plain, &period) > SURE_TWO)
		return plain;
	return period_of_some_year(plain, &period) > SURE_TWO
	    ? uni_line(arena, arena_format(arena, "%s %s", plain, year))
	    : NULL;
}

/* Whether the columns of a row are periods, two at least, but for the first. */
static bool
is_of_periods(struct arena *arena, const struct node *row)
{
	size_t count = 0;

	if (row->first == NULL || row->count > MOST_COLUMNS ||
	    period_under(arena, row->first->key, "") != NULL)
		return false;
	NODE_EACH(const struct node, cell, row)
		count += period_under(arena, cell->key, "") != NULL;
	return count > 1;
}

static void
add_cell(struct calendar *calendar, struct node *task, enum term key,
    const char *text, const struct node *of)
{
	struct node *cell = node_text(calendar->method->arena,
	    md_text(calendar->method->arena, text), of->pos);

	cell->key =
	    term_is(of->key, key) ? of->key : term_name(key, calendar->lang);
	node_append(task, cell);
}

/* The cell of a row that names its task, behind the first; or NULL. */
static const struct node *
task_of(const struct node *row)
{
	const struct node *cell = row->first->next;

	while (cell != NULL && !term_is(cell->key, T_ROAD_TASK))
		cell = cell->next;
	return cell;
}

/* A task in a cell or, of a row that has marks alone, the one that the row names;
 * with what the columns say that are no periods. */
static void
add_task(struct calendar *calendar, struct node *into, const struct node *row,
    const char *text, const char *period)
{
	struct arena *arena = calendar->method->arena;
	struct node *task = node_new(arena, NODE_MAP, row->pos);
	const struct node *cell = row->first, *named = task_of(row);
	const struct node *of = named != NULL ? named : cell;

	task->table = row->table;
	if (text != NULL || named != NULL)
		add_cell(calendar, task, T_ROAD_STREAM, cell->text, cell);
	if (text != NULL && named != NULL)
		text = arena_format(arena, "%s%s%s", named->text,
		    term_name(T_COLON, calendar->lang), text);
	add_cell(calendar, task, T_ROAD_TASK, text != NULL ? text : of->text,
	    of);
	add_cell(calendar, task, T_ROAD_PERIOD, period, cell);
	while ((cell = cell->next) != NULL)
		if (cell != of && period_under(arena, cell->key, "") == NULL)
			node_append(task, node_again(arena, cell));
	node_append(into, task);
}

/* Whether a cell is drawn: a cross, a bar. */
static bool
is_mark(struct arena *arena, const struct node *cell)
{
	const char *at = md_plain(arena, cell->text);
	size_t letters = 0;
	int32_t c;

	while ((c = uni_next(&at)) != 0)
		letters += uni_is_word(c);
	return *cell->text != '\0' && letters <= 1;
}

/* What the marks of a row say that its first cell takes: "Q1 2026 - Q3 2026", with
 * + where there is none between; "" where nothing stands in the row, NULL where
 * there is text. */
static const char *
marked_periods(struct calendar *calendar, const struct node *row,
    const char *year)
{
	struct arena *arena = calendar->method->arena;
	const char *all = "", *first = "", *period;
	bool gap = true;

	for (const struct node *cell = row->first->next; cell != NULL;
	     cell = cell->next) {
		period = period_under(arena, cell->key, year);
		if (period == NULL)
			continue;
		if (*cell->text == '\0') {
			gap = true;
			continue;
		}
		if (!is_mark(arena, cell))
			return NULL;
		if (!gap) {
			all = arena_format(arena, "%s - %s", first, period);
			continue;
		}
		first = *all == '\0'
		    ? period
		    : arena_format(arena, "%s + %s", all, period);
		all = first;
		gap = false;
	}
	return all;
}

/* The tasks of a row. */
static void
read_row(struct calendar *calendar, struct node *into, const struct node *row,
    const char *year)
{
	struct arena *arena = calendar->method->arena;
	const char *period = marked_periods(calendar, row, year);
	struct md_items items;

	if (period != NULL) {
		add_task(calendar, into, row, NULL, period);
		return;
	}
	for (const struct node *cell = row->first->next; cell != NULL;
	     cell = cell->next) {
		period = period_under(arena, cell->key, year);
		if (period == NULL || *cell->text == '\0')
			continue;
		items = md_split_cell(arena,
		    *cell->prose != '\0' ? cell->prose : cell->text,
		    MD_CELL_PARTED);
		for (size_t i = 0; i < items.count; i++)
			add_task(calendar, into, row, items.at[i], period);
	}
}

/* A section, or what stands under a title, below a year or none. */
static void
read_section(struct calendar *calendar, struct node *section, const char *year)
{
	struct arena *arena = calendar->method->arena;
	struct node was = node_emptied(section), *child;
	const char *own = "", *under;

	while ((child = node_take(&was)) != NULL) {
		if (child->table > 0) {
			if (*own == '\0' && child->first != NULL)
				own = year_in(arena, child->first->key);
			if (is_of_periods(arena, child))
				read_row(calendar, section, child,
				    *own != '\0' ? own : year);
			else
				node_append(section, child);
			continue;
		}
		under = child->level > 0 && year == calendar->year
		    ? period_under(arena, child->key, year)
		    : NULL;
		if (under != NULL && *year != '\0' &&
		    strcmp(under, child->key) != 0)
			child->key = child->whole = under;
		own = child->level > 0 ? year_in(arena, child->key) : "";
		if (node_is_part(child) &&
		    (term_find_subject(child->key) == T_NONE ||
			term_is(child->key, T_ROAD_MAP)))
			read_section(calendar, child,
			    *own != '\0' ? own : year);
		node_append(section, child);
		own = "";
	}
}

void
calendar_arrange(struct method *method, const struct doc_part *part)
{
	struct calendar calendar = { method, bind_likely_language(method->bind),
		"" };
	const struct node *title = part->root->first;

	if (!part->markdown)
		return;
	if (title != NULL && strcmp(title->key, "title") == 0)
		calendar.year = year_in(method->arena, title->text);
	read_section(&calendar, part->root, calendar.year);
}
