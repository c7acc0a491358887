/*
 * figure: ratings to figures, what is to be checked, and the report.
 */
#include "audit.h"
#include "base/arena.h"
#include "base/buf.h"
#include "report/grid.h"
#include "sheet/gather.h"
#include "text/uni.h"
#include "value/number.h"

struct tally {
	int64_t sum, low, high; /* in thousandths */
	int64_t count;
	struct pos pos; /* of the first */
};

/* The place of a group from 1; 0 for none. */
static size_t
group_of(struct gather *groups, const struct bind_text *group)
{
	struct bind_text *known;

	if (*group->text == '\0')
		return 0;
	known = gather_enter(groups, group->text, NULL);
	if (known->text == NULL)
		*known = *group;
	return gather_place(groups, known) + 1;
}

static void
add_score(struct tally *tally, const struct rating *rating)
{
	int64_t score = rating->score.thousandths;

	if (tally->count == 0) {
		tally->low = tally->high = score;
		tally->pos = rating->discipline.pos;
	}
	tally->sum += score;
	tally->low = score < tally->low ? score : tally->low;
	tally->high = score > tally->high ? score : tally->high;
	tally->count++;
}

static struct figure
figure_of(const struct audit *audit, const struct tally *tally, size_t at,
    struct bind_text group, struct bind_date date)
{
	struct figure figure = {
		.discipline = { audit->names.at[at].text, tally->pos, true },
		.group = group,
		.date = date,
		.count = method_figure(1000 * tally->count),
		.at = at,
	};

	if (tally->count == 0)
		return figure;
	figure.mean = method_figure(number_divide(tally->sum, tally->count, 2));
	figure.spread = method_figure(tally->high - tally->low);
	return figure;
}

struct bind_list
audit_figures(struct method *method, const struct audit *audit,
    const struct bind_list *ratings, struct bind_date date, bool all)
{
	size_t count = audit->names.count, i, place;
	struct gather groups =
	    gather_new(method->bind, sizeof(struct bind_text));
	struct bind_list figures = { .count = 0 };
	struct bind_text group = { .text = "" };
	struct tally *tallies;

	BIND_EACH(const struct rating, rating, ratings)
		group_of(&groups, &rating->group);
	tallies = arena_array(method->arena, (groups.list.count + 1) * count,
	    sizeof(*tallies));
	BIND_EACH(const struct rating, rating, ratings) {
		if (!rating->score.given)
			continue;
		place = group_of(&groups, &rating->group);
		add_score(&tallies[rating->at], rating);
		if (place > 0)
			add_score(&tallies[place * count + rating->at], rating);
	}
	for (i = 0; i < (groups.list.count + 1) * count; i++) {
		if (i >= count)
			group = ((const struct bind_text *)
				     groups.list.at)[i / count - 1];
		if (tallies[i].count > 0 || (all && i < count))
			*(struct figure *)bind_append(method->bind, &figures,
			    sizeof(struct figure)) = figure_of(audit,
			    &tallies[i], i % count, group, date);
	}
	return figures;
}

const char *
audit_key(const struct method *method, const struct figure *figure)
{
	return arena_format(method->arena, "%zu %s", figure->at,
	    uni_fold(method->arena, method_plain(method, figure->group.text)));
}

const struct figure *
audit_before(const struct method *method, const struct audit *audit,
    const struct figure *figure)
{
	const struct dict_entry *entry =
	    dict_find(&audit->told, audit_key(method, figure));

	return entry ? entry->value : NULL;
}

static void
find_of_rating(struct method *method, const struct rating *rating)
{
	const char *name = method_plain(method, rating->discipline.text);

	if (*rating->who.text != '\0')
		name = arena_format(method->arena, "%s, %s", name,
		    method_plain(method, rating->who.text));
	if (!rating->score.given)
		method_find(method, rating->discipline.pos, M_AUDIT_NO_SCORE,
		    name);
	else if (*rating->evidence.text == '\0')
		method_find(method, rating->discipline.pos, M_AUDIT_NO_EVIDENCE,
		    name, method_number(method, rating->score.thousandths));
}

/* Whether a rating of a discipline says what comes next. */
static bool
has_step(const struct audit *audit, size_t discipline)
{
	BIND_EACH(const struct rating, rating, &audit->ratings)
		if (rating->at == discipline && *rating->step.text != '\0')
			return true;
	return false;
}

static void
find_of_discipline(struct method *method, const struct audit *audit,
    const struct figure *figure)
{
	const char *name = method_plain(method, figure->discipline.text);
	struct pos pos = figure->discipline.pos;

	if (figure->count.thousandths == 0) {
		method_find(method, audit->ratings.pos, M_AUDIT_UNRATED, name);
		return;
	}
	if (figure->spread.thousandths >= 1000 * AUDIT_APART)
		method_find(method, pos, M_SCORES_APART, name,
		    method_number(method, figure->spread.thousandths));
	if (!has_step(audit, figure->at))
		method_find(method, pos, M_AUDIT_NO_STEP, name);
}

static void
find(struct method *method, const struct audit *audit)
{
	const struct figure *figure = audit->figures.at;
	size_t i;

	for (i = 0; i < audit->names.count; i++)
		find_of_discipline(method, audit, &figure[i]);
	BIND_EACH(const struct rating, rating, &audit->ratings)
		find_of_rating(method, rating);
}

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
	grid = grid_named(method->report, method->arena, method->lang, heads, 2,
	    names, audit->names.count, rows.count);
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
	find(method, audit);
	method_section(method, T_RATINGS);
	render_grid(method, audit);
	render_figures(method, audit, T_PROFILE, 0, audit->names.count);
	render_figures(method, audit, T_BY_GROUP, audit->names.count,
	    audit->figures.count);
	method_section(method, T_EARLIER_AUDIT);
	render_steps(method, audit);
	method_rules(method);
}
