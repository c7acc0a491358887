/*
 * The audit as a report.
 */
#include "audit.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/dict.h"
#include "report/grid.h"
#include "text/uni.h"
#include "value/number.h"

/* A mean as dots: those that are full, and those that are not. */
static const char *
profile_of(struct method *method, const struct figure *figure)
{
	int64_t full = number_divide(figure->mean.thousandths, 1, 0) / 1000;
	struct buf out = BUF_INIT;
	const char *text;
	int i;

	for (i = 0; i < AUDIT_BEST && figure->mean.given; i++)
		buf_string(&out, i < full ? "●" : "○");
	text = arena_copy(method->arena, out.at, out.length);
	buf_free(&out);
	return text;
}

/* A mean, to two decimals; "" for none. */
static const char *
mean_text(const struct method *method, const struct bind_number *mean,
    bool signs)
{
	return mean->given ? number_text(method->arena, mean->thousandths, 2,
				 signs, method->lang)
			   : "";
}

enum { GROUP, DISCIPLINE, DOTS, MEAN, SPREAD, COUNT, BEFORE, CHANGE, COLUMNS };

static void
fill_row(struct method *method, const struct audit *audit,
    const struct figure *figure, const char **cell)
{
	const struct figure *before = audit_before(method, audit, figure);
	struct bind_number change;

	cell[GROUP] = figure->group.text;
	cell[DISCIPLINE] = figure->discipline.text;
	cell[DOTS] = profile_of(method, figure);
	cell[MEAN] = mean_text(method, &figure->mean, false);
	if (figure->spread.given)
		cell[SPREAD] =
		    method_number(method, figure->spread.thousandths);
	cell[COUNT] = method_number(method, figure->count.thousandths);
	if (before == NULL || !before->mean.given)
		return;
	cell[BEFORE] = mean_text(method, &before->mean, false);
	if (!figure->mean.given)
		return;
	change =
	    method_figure(figure->mean.thousandths - before->mean.thousandths);
	cell[CHANGE] = mean_text(method, &change, change.thousandths != 0);
}

/* Some of the figures in a row, with what they were before. */
static void
render_figures(struct method *method, const struct audit *audit,
    enum term heading, size_t from, size_t end)
{
	static const enum term heads[COLUMNS] = { T_GROUP, T_DISCIPLINE,
		T_PROFILE, T_MEAN, T_SPREAD, T_RATED, T_BEFORE, T_EVOLUTION };
	const struct figure *figure = audit->figures.at;
	struct grid grid = grid_new(method->report, method->arena, method->lang,
	    heads, COLUMNS, end - from);
	size_t i;

	if (from == end)
		return;
	report_section(method->report, heading);
	for (i = from; i < end; i++)
		fill_row(method, audit, &figure[i],
		    grid.cells + (i - from) * COLUMNS);
	grid.numbers = 1U << MEAN | 1U << SPREAD | 1U << COUNT | 1U << BEFORE |
	    1U << CHANGE;
	grid_write(&grid,
	    1U << DISCIPLINE | 1U << DOTS | 1U << MEAN | 1U << COUNT);
}

/* Who scored what: one row for each person or team that has a name. */
struct row {
	const struct rating *first;
	const char *scores[METHOD_CHOICES];
};

static struct bind_list
rows_of(struct method *method, const struct audit *audit, bool *grouped)
{
	const struct rating *rating = audit->ratings.at;
	struct bind_list rows = { .count = 0 };
	struct dict_entry *entry;
	struct dict met;
	struct row *row;
	size_t i;

	dict_init(&met, method->arena);
	for (i = 0; i < audit->ratings.count; i++) {
		if (*rating[i].who.text == '\0' || !rating[i].score.given)
			continue;
		*grouped = *grouped || *rating[i].group.text != '\0';
		entry = dict_enter(&met,
		    uni_fold(method->arena,
			arena_format(method->arena, "%s\n%s",
			    rating[i].who.text, rating[i].group.text)));
		if (entry->value == NULL) {
			row = arena_alloc(method->arena, sizeof(*row));
			row->first = &rating[i];
			*(struct row **)bind_append(method->bind, &rows,
			    sizeof(row)) = row;
			entry->value = row;
		}
		row = entry->value;
		row->scores[rating[i].at] =
		    method_number(method, rating[i].score.thousandths);
	}
	return rows;
}

static void
render_grid(struct method *method, const struct audit *audit)
{
	bool grouped = false;
	struct bind_list rows = rows_of(method, audit, &grouped);
	struct row *const *row = rows.at;
	size_t i, j;

	if (rows.count == 0)
		return;
	report_section(method->report, T_GRID);
	report_table(method->report, audit->names.count + 1 + grouped);
	report_cell(method->report, method_word(method, T_RATER));
	if (grouped)
		report_cell(method->report, method_word(method, T_GROUP));
	for (j = 0; j < audit->names.count; j++)
		report_number_head(method->report, audit->names.at[j].text);
	for (i = 0; i < rows.count; i++) {
		report_cell(method->report, row[i]->first->who.text);
		if (grouped)
			report_cell(method->report, row[i]->first->group.text);
		for (j = 0; j < audit->names.count; j++)
			report_cell(method->report,
			    row[i]->scores[j] ? row[i]->scores[j] : "");
	}
}

/* What comes next, by whoever said so. */
static void
render_steps(struct method *method, const struct audit *audit)
{
	const struct rating *rating = audit->ratings.at;
	struct bind_list actions = { .count = 0 };
	size_t i;

	for (i = 0; i < audit->ratings.count; i++)
		if (*rating[i].step.text != '\0')
			*(struct action *)bind_append(method->bind, &actions,
			    sizeof(struct action)) =
			    (struct action){ rating[i].step, rating[i].who,
				    rating[i].due, rating[i].state };
	method_actions(method, &actions);
}

void
audit_render(struct method *method, const struct audit *audit)
{
	method_section(method, T_RATINGS);
	render_grid(method, audit);
	render_figures(method, audit, T_PROFILE, 0, audit->names.count);
	render_figures(method, audit, T_BY_GROUP, audit->names.count,
	    audit->figures.count);
	method_section(method, T_EARLIER_AUDIT);
	render_steps(method, audit);
	method_rules(method);
}
