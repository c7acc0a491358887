/*
 * profile: the report: who scored what, the profile, its levels and groups.
 */
#include "audit.h"
#include "base/arena.h"
#include "base/buf.h"
#include "report/grid.h"
#include "sheet/gather.h"
#include "value/number.h"

/* A mean as dots: those that are full, and those that are not. */
static const char *
profile_of(struct method *method, const struct figure *figure)
{
	int64_t full = number_divide(figure->mean.thousandths, 1, 0) / 1000;
	struct buf out = BUF_INIT;
	int i;

	for (i = 0; i < AUDIT_BEST && figure->mean.given; i++)
		buf_string(&out, i < full ? "●" : "○");
	return buf_take(&out, method->arena);
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

/* A figure beside what it was before. */
struct line {
	struct bind_text group, discipline, dots, mean, before, change;
	struct bind_number spread, count;
};

static const struct bind_row line_rows[] = {
	ROW(BIND_TEXT, line, group, .key = T_GROUP),
	ROW(BIND_TEXT, line, discipline, .key = T_DISCIPLINE,
	    .flags = BIND_REQUIRED),
	ROW(BIND_TEXT, line, dots, .key = T_PROFILE, .flags = BIND_REQUIRED),
	ROW(BIND_TEXT, line, mean, .key = T_MEAN,
	    .flags = BIND_REQUIRED | BIND_FIGURE),
	ROW(BIND_NUMBER, line, spread, .key = T_SPREAD),
	ROW(BIND_NUMBER, line, count, .key = T_RATED, .flags = BIND_REQUIRED),
	ROW(BIND_TEXT, line, before, .key = T_BEFORE, .flags = BIND_FIGURE),
	ROW(BIND_TEXT, line, change, .key = T_EVOLUTION, .flags = BIND_FIGURE),
	{ BIND_END },
};

static struct line
line_of(struct method *method, const struct audit *audit,
    const struct figure *figure)
{
	const struct figure *before = audit_before(method, audit, figure);
	struct line line = { .group = figure->group,
		.discipline = figure->discipline,
		.dots.text = profile_of(method, figure),
		.mean.text = mean_text(method, &figure->mean, false),
		.spread = figure->spread,
		.count = figure->count,
		.before.text = "",
		.change.text = "" };
	int64_t change;

	if (before == NULL || !before->mean.given)
		return line;
	line.before.text = mean_text(method, &before->mean, false);
	if (!figure->mean.given)
		return line;
	change = figure->mean.thousandths - before->mean.thousandths;
	line.change.text = mean_text(method,
	    &(struct bind_number){ .thousandths = change, .given = true },
	    change != 0);
	return line;
}

/* Some of the figures in a row, with what they were before. */
static void
render_figures(struct method *method, const struct audit *audit,
    enum term heading, size_t from, size_t end)
{
	const struct figure *figure = audit->figures.at;
	struct bind_list lines = { .count = 0 };
	struct line *line;

	for (; from < end; from++) {
		line = bind_append(method->bind, &lines, sizeof(*line));
		*line = line_of(method, audit, &figure[from]);
	}
	method_table(method, heading, line_rows, sizeof(*line), &lines);
}

/* The disciplines of the book by whom they take: two are individual, two are
 * collective, and one holds them together. */
static const struct {
	enum term name, of[2];
} levels[] = {
	{ T_AUDIT_ALONE, { T_PERSONAL_MASTERY, T_MENTAL_MODELS } },
	{ T_AUDIT_TOGETHER, { T_SHARED_VISION, T_TEAM_LEARNING } },
	{ T_AUDIT_WHOLE, { T_SYSTEMS_THINKING } },
};

static const struct bind_row level_rows[] = {
	ROW(BIND_TEXT, line, discipline, .key = T_AUDIT_LEVEL),
	ROW(BIND_TEXT, line, dots, .key = T_PROFILE, .flags = BIND_REQUIRED),
	ROW(BIND_TEXT, line, mean, .key = T_MEAN,
	    .flags = BIND_REQUIRED | BIND_FIGURE),
	ROW(BIND_NUMBER, line, count, .key = T_RATED, .flags = BIND_REQUIRED),
	{ BIND_END },
};

static struct line
line_of_level(struct method *method, const struct audit *audit, size_t level)
{
	struct figure figure = audit_together(audit, levels[level].of);

	return (struct line){ .discipline.text =
				  method_word(method, levels[level].name),
		.dots.text = profile_of(method, &figure),
		.mean.text = mean_text(method, &figure.mean, false),
		.count = figure.count };
}

static void
render_levels(struct method *method, const struct audit *audit)
{
	struct bind_list lines = { .count = 0 };
	struct line line;
	size_t known = 0, i;

	for (i = 0; i < audit->names.count; i++)
		known += audit->names.at[i].term != T_NONE;
	if (audit->ratings.count == 0)
		return;
	for (i = 0; known == 5 && i < 3; i++) {
		line = line_of_level(method, audit, i);
		bind_put(method->bind, &lines, &line, sizeof(line));
	}
	method_table(method, T_BY_LEVEL, level_rows, sizeof(line), &lines);
}

/* Who scored what: one row for each person or team that has a name. */
struct row {
	const struct rating *first;
	const char *scores[METHOD_CHOICES];
};

static struct bind_list
rows_of(struct method *method, const struct audit *audit)
{
	struct gather rows = gather_new(method->bind, sizeof(struct row));
	struct row *row;

	BIND_EACH(const struct rating, rating, &audit->ratings) {
		if (*rating->who.text == '\0' || !rating->score.given)
			continue;
		row = gather_enter(&rows,
		    arena_format(method->arena, "%s\n%s", rating->who.text,
			rating->group.text),
		    NULL);
		if (row->first == NULL)
			row->first = rating;
		row->scores[rating->at] =
		    method_number(method, rating->score.thousandths);
	}
	return rows.list;
}

static void
render_grid(struct method *method, const struct audit *audit)
{
	static const enum term heads[] = { T_RATER, T_GROUP };
	const char *names[METHOD_CHOICES];
	struct bind_list rows = rows_of(method, audit);
	const char **cell;
	struct grid grid;
	size_t i;

	if (rows.count == 0)
		return;
	for (i = 0; i < audit->names.count; i++)
		names[i] = audit->names.at[i].text;
	grid = grid_named(method->report, heads, 2, names, audit->names.count,
	    rows.count);
	grid.numbered = true;
	cell = grid.cells;
	BIND_EACH(const struct row, row, &rows) {
		*cell++ = row->first->who.text;
		*cell++ = row->first->group.text;
		for (i = 0; i < audit->names.count; i++, cell++)
			if (row->scores[i] != NULL)
				*cell = row->scores[i];
	}
	report_section(method->report, T_GRID);
	grid_write(&grid, 1);
}

/* What comes next, by whoever said so. */
static void
render_steps(struct method *method, const struct audit *audit)
{
	struct bind_list actions;

	actions = method_actions_of(method, T_NEXT_STEP, audit_rating_rows,
	    sizeof(struct rating), &audit->ratings);
	method_actions(method, &actions);
}

void
audit_render(struct method *method, const struct audit *audit)
{
	audit_find(method, audit);
	method_section(method, T_RATINGS);
	render_grid(method, audit);
	render_figures(method, audit, T_PROFILE, 0, audit->names.count);
	render_levels(method, audit);
	render_figures(method, audit, T_BY_GROUP, audit->names.count,
	    audit->figures.count);
	method_section(method, T_EARLIER_AUDIT);
	render_steps(method, audit);
	method_rules(method);
}
