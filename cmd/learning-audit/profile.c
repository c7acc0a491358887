/*
 * profile: ratings to figures, what is to be checked, and the report: who scored
 * what, the profile, its levels and groups.
 */
#include "audit.h"
#include "value/number.h"

static void
add_score(struct figure *figure, const struct rating *rating)
{
	int64_t score = rating->score.thousandths;
	int64_t count = figure->count.thousandths / 1000 + 1;

	if (count == 1) {
		figure->low = figure->high = score;
		figure->discipline.pos = rating->discipline.pos;
	}
	figure->sum += score;
	figure->low = score < figure->low ? score : figure->low;
	figure->high = score > figure->high ? score : figure->high;
	figure->count = method_count(count);
	figure->mean = method_figure(number_divide(figure->sum, count, 2));
	figure->spread = method_figure(figure->high - figure->low);
}

/* The figures of a group, one a discipline. */
static struct figure *
figures_of(struct gather *groups, struct bind_text group)
{
	bool met;
	struct figure *first = gather_enter(groups, group.text, &met);

	if (!met)
		first->group = group;
	return first;
}

struct bind_list
audit_figures(struct method *method, const struct audit *audit,
    const struct bind_list *ratings, struct bind_date date, bool all)
{
	size_t count = audit->names.count, i, at;
	struct gather groups =
	    gather_new(method->bind, count * sizeof(struct figure));
	struct bind_list figures = { .count = 0 };
	struct bind_text everybody = { .text = "" }, group = everybody;
	struct figure *figure;

	groups.nameless = true;
	figures_of(&groups, everybody);
	BIND_EACH(const struct rating, rating, ratings) {
		figure = figures_of(&groups, rating->group) + rating->at;
		if (!rating->score.given)
			continue;
		add_score(figure, rating);
		if (*rating->group.text != '\0')
			add_score(figures_of(&groups, everybody) + rating->at,
			    rating);
	}
	figure = groups.list.at;
	for (i = 0; i < groups.list.count; i++)
		for (at = 0; at < count; at++, figure++) {
			if (at == 0)
				group = figure->group;
			if (!figure->count.given && (!all || i > 0))
				continue;
			figure->count.given = true;
			figure->at = at;
			figure->discipline.text = audit->names.at[at].text;
			figure->group = group;
			figure->date = date;
			bind_add(method->bind, &figures, *figure);
		}
	return figures;
}

const char *
audit_key(const struct method *method, const struct figure *figure)
{
	return arena_format(method->arena, "%zu %s", figure->at,
	    method_plain(method, figure->group.text));
}

/* Whether the sheet sets out to show what is behind its scores. */
static bool
has_evidence(const struct audit *audit)
{
	BIND_EACH(const struct rating, rating, &audit->ratings)
		if (*rating->evidence.text != '\0')
			return true;
	return false;
}

static void
find_of_rating(struct method *method, const struct rating *rating,
    bool evidence)
{
	const char *name = method_plain(method, rating->discipline.text);

	if (*rating->who.text != '\0')
		name = method_listed(method, name,
		    method_plain(method, rating->who.text));
	if (*rating->discipline.text == '\0')
		return;
	if (!rating->score.given && !rating->score.as_typed)
		method_find(method, rating->discipline.pos, M_AUDIT_NO_SCORE,
		    name);
	else if (evidence && rating->score.given &&
	    *rating->evidence.text == '\0')
		method_find(method, rating->discipline.pos, M_AUDIT_NO_EVIDENCE,
		    name, method_number(method, rating->score.thousandths));
}

/* Whether ratings of other disciplines alone say what comes next. */
static bool
lacks_step(const struct audit *audit, size_t discipline)
{
	bool some = false;

	BIND_EACH(const struct rating, rating, &audit->ratings) {
		if (*rating->step.text == '\0')
			continue;
		if (rating->at == discipline)
			return false;
		some = true;
	}
	return some;
}

static void
find_of_discipline(struct method *method, const struct audit *audit,
    const struct figure *figure)
{
	if (figure->count.thousandths == 0) {
		method_find(method, audit->ratings.pos, M_AUDIT_UNRATED,
		    method_plain(method, figure->discipline.text));
		return;
	}
	if (figure->spread.thousandths >= 1000 * AUDIT_APART)
		method_find_of(method, &figure->discipline, M_SCORES_APART,
		    method_number(method, figure->spread.thousandths));
	if (lacks_step(audit, figure->at))
		method_find_of(method, &figure->discipline, M_AUDIT_NO_STEP);
}

/* A mean as dots: those that are full, and those that are not. */
static const char *
dots_of(struct method *method, const struct audit *audit,
    const struct bind_number *mean)
{
	int64_t full = number_divide(mean->thousandths, 1, 0) / 1000;
	struct buf out = BUF_INIT;

	for (int i = 0; i < audit->best && mean->given; i++)
		buf_string(&out, i < full ? "●" : "○");
	return buf_take(&out, method->arena);
}

#define AUDIT_FIGURES                                                          \
	ROW(figure, dots, .key = T_PROFILE, .flags = BIND_REQUIRED),           \
	    ROW(figure, mean, .key = T_MEAN, .flags = BIND_REQUIRED,           \
		.decimals = 2)
#define AUDIT_COUNT ROW(figure, count, .key = T_RATED, .flags = BIND_REQUIRED)

static const struct bind_row profile_rows[] = {
	ROW(figure, group, .key = T_GROUP),
	ROW(figure, discipline, .key = T_DISCIPLINE, .flags = BIND_REQUIRED),
	AUDIT_FIGURES,
	ROW(figure, spread, .key = T_SPREAD),
	AUDIT_COUNT,
	ROW(figure, before, .key = T_BEFORE, .decimals = 2),
	ROW(figure, change, .key = T_EVOLUTION, .flags = BIND_FIGURE),
	{ BIND_END },
};

/* Puts a figure beside what it was before. */
static void
compare(struct method *method, const struct audit *audit, struct figure *figure)
{
	const struct figure *before =
	    gather_find(&audit->told, audit_key(method, figure));
	int64_t change;

	figure->dots.text = dots_of(method, audit, &figure->mean);
	if (before == NULL || !before->mean.given)
		return;
	figure->before = method_figure(before->mean.thousandths);
	change = figure->mean.thousandths - before->mean.thousandths;
	if (figure->mean.given)
		figure->change.text = number_text(method->arena, change, 2,
		    change != 0, method->lang);
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
	ROW(figure, discipline, .key = T_AUDIT_LEVEL),
	AUDIT_FIGURES,
	AUDIT_COUNT,
	{ BIND_END },
};

/* What the levels come to, where the disciplines are those of the book. */
static void
render_levels(struct method *method, const struct audit *audit)
{
	struct bind_list list = { .count = 0 };
	struct figure figure;
	enum term term;
	size_t known = 0, i;

	for (i = 0; i < audit->names.count; i++)
		known += audit->names.at[i].term != T_NONE;
	if (audit->ratings.count == 0 || known < 5)
		return;
	for (i = 0; i < 3; i++) {
		figure = (struct figure){ .count = method_count(0),
			.discipline.text =
			    method_word(method, levels[i].name) };
		BIND_EACH(const struct rating, rating, &audit->ratings) {
			term = audit->names.at[rating->at].term;
			if (rating->score.given && term != T_NONE &&
			    (term == levels[i].of[0] ||
				term == levels[i].of[1]))
				add_score(&figure, rating);
		}
		figure.dots.text = dots_of(method, audit, &figure.mean);
		bind_add(method->bind, &list, figure);
	}
	method_table(method, T_BY_LEVEL, level_rows, sizeof(figure), &list);
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
	struct bind_list rows = rows_of(method, audit);
	struct grid grid =
	    method_grid(method, heads, 2, &audit->names, rows.count);
	const char **cell = grid.cells;

	if (rows.count == 0)
		return;
	grid.numbered = true;
	BIND_EACH(const struct row, row, &rows) {
		*cell++ = row->first->who.text;
		*cell++ = row->first->group.text;
		for (size_t i = 0; i < audit->names.count; i++, cell++)
			if (row->scores[i] != NULL)
				*cell = row->scores[i];
	}
	report_section(method->report, T_GRID);
	grid_write(&grid, 1);
}

void
audit_render(struct method *method, struct audit *audit)
{
	struct bind_list all = { audit->figures.at, audit->names.count };
	struct bind_list by_group = { (struct figure *)all.at + all.count,
		audit->figures.count - all.count };
	struct bind_list actions;
	bool evidence = has_evidence(audit);

	BIND_EACH(struct figure, figure, &audit->figures)
		compare(method, audit, figure);
	BIND_EACH(const struct figure, figure, &all)
		find_of_discipline(method, audit, figure);
	BIND_EACH(const struct rating, rating, &audit->ratings)
		find_of_rating(method, rating, evidence);
	method_section(method, T_RATINGS);
	render_grid(method, audit);
	method_table(method, T_PROFILE, profile_rows, sizeof(struct figure),
	    &all);
	render_levels(method, audit);
	method_table(method, T_BY_GROUP, profile_rows, sizeof(struct figure),
	    &by_group);
	method_section(method, T_EARLIER_AUDIT);
	actions = method_actions_of(method, T_NEXT_STEP, audit_rating_rows,
	    sizeof(struct rating), &audit->ratings);
	method_actions(method, &actions);
	method_rules(method);
}
