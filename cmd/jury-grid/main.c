/*
 * jury-grid: rank entries by a jury's ratings, and see what hangs on one weight
 *
 * A weighted sum over criteria; how far a weight can move before an order
 * turns is the stability interval of sensitivity analysis (Triantaphyllou and
 * Sánchez, Decision Sciences 28(1), 1997).
 */
#include "jury.h"
#include "value/number.h"

static const enum term ways[] = { T_JURY_MORE, T_JURY_LESS, T_NONE };

const struct bind_row jury_criterion_rows[] = {
	ROW(criterion, id, .key = T_ID, .flags = BIND_LABEL),
	ROW(criterion, text, .key = T_CRITERION,
	    .flags = BIND_MAIN | BIND_REQUIRED | BIND_NAMING),
	ROW(criterion, weight, .key = T_WEIGHT,
	    .flags = BIND_ALIKE | BIND_DECIDES),
	ROW(criterion, scale, .key = T_SCALE),
	ROW(criterion, way, .key = T_JURY_WAY, .choices = ways,
	    .flags = BIND_DECIDES),
	{ BIND_END },
};

const struct bind_row jury_entry_rows[] = {
	ROW(entry, id, .key = T_ID, .flags = BIND_LABEL),
	ROW(entry, text, .key = T_ENTRY,
	    .flags = BIND_MAIN | BIND_REQUIRED | BIND_NAMING),
	ROW(entry, owner, .key = T_OWNER, .flags = BIND_WHO),
	ROW(entry, cost, .key = T_COST, .flags = BIND_ALIKE | BIND_NO_SIGN),
	ROW(entry, document),
	{ BIND_END },
};

static const struct bind_row recusal_rows[] = {
	ROW(recusal, juror, .key = T_JUROR,
	    .flags = BIND_LABEL | BIND_PERSON | BIND_WHO),
	ROW_AS(BIND_NAMES, recusal, entries, .key = T_ENTRIES,
	    .flags = BIND_MAIN),
	ROW(recusal, reason, .key = T_REASON),
	{ BIND_END },
};

const struct bind_row jury_remark_rows[] = {
	ROW(remark, juror, .key = T_JUROR, .flags = BIND_WHO),
	ROW(remark, entry, .key = T_ENTRY),
	ROW(remark, criterion, .key = T_CRITERION),
	ROW(remark, text, .key = T_JURY_REMARK, .flags = BIND_MAIN),
	{ BIND_END },
};

static const struct bind_row rows[] = {
	ROW_AS(BIND_LIST, jury, criteria, .key = T_CRITERIA,
	    .flags = BIND_REQUIRED | BIND_WANTED, .instead = T_JURY_SCORES,
	    .rows = jury_criterion_rows, .size = sizeof(struct criterion),
	    .example = T_EXAMPLE_JURY_CRITERIA, .sheet = T_SHEET_JURY_CRITERIA),
	ROW_AS(BIND_LIST, jury, entries, .key = T_ENTRIES,
	    .flags = BIND_REQUIRED | BIND_WANTED, .instead = T_JURY_SCORES,
	    .rows = jury_entry_rows, .size = sizeof(struct entry),
	    .example = T_EXAMPLE_ENTRIES, .sheet = T_SHEET_ENTRIES),
	ROW(jury, tables, .key = T_JURY_SCORES, .flags = BIND_REQUIRED,
	    .rows = jury_rating_rows, .claim = jury_claims,
	    .example = T_EXAMPLE_JURY_SCORES, .sheet = T_SHEET_JURY_SCORES),
	ROW_ITEMS(jury, recusals, recusal, .key = T_RECUSALS,
	    .example = T_EXAMPLE_RECUSALS),
	ROW_AS(BIND_LIST, jury, remarks, .key = T_JURY_REMARKS,
	    .flags = BIND_INNER, .rows = jury_remark_rows,
	    .size = sizeof(struct remark)),
	ROW(jury, scale, .key = T_SCALE, .flags = BIND_SETTING,
	    .example = T_EXAMPLE_JURY_SCALE),
	ROW(jury, winners, .key = T_WINNERS,
	    .flags = BIND_SETTING | BIND_DECIDES, .lowest = 1,
	    .highest = 1000000, .example = T_EXAMPLE_RETAINED),
	ROW_AS(BIND_NAMES, jury, tie_break, .key = T_TIE_BREAK,
	    .flags = BIND_SETTING, .example = T_EXAMPLE_JURY_TIE),
	ROW(jury, budget, .key = T_JURY_BUDGET,
	    .flags = BIND_SETTING | BIND_DECIDES | BIND_NO_SIGN,
	    .example = T_EXAMPLE_JURY_BUDGET),
	{ BIND_END },
};

static const struct bind_tool tool = { T_JURY_GRID, T_SUMMARY_JURY, rows };

/* An entry in the ranking. */
static const struct bind_row standing_rows[] = {
	ROW(standing, rank, .key = T_RANK, .flags = BIND_REQUIRED),
	ROW(standing, entry.id, .key = T_ID),
	ROW(standing, entry.text, .key = T_ENTRY, .flags = BIND_REQUIRED),
	ROW(standing, figure, .key = T_MEAN, .flags = BIND_REQUIRED,
	    .decimals = 2),
	ROW(standing, spread, .key = T_SPREAD, .decimals = 2),
	ROW(standing, count, .key = T_JURY_SCORES),
	ROW(standing, entry.cost, .key = T_COST),
	ROW(standing, sum, .key = T_JURY_SUM),
	{ BIND_END },
};

static void
render_ranking(struct method *method, const struct jury *jury,
    const struct ranking *ranking)
{
	bool known = jury->budget.given;
	int64_t sum = 0;

	BIND_EACH(struct standing, standing, &ranking->standings) {
		sum += standing->entry.cost.cents;
		known = known && standing->entry.cost.given;
		if (known && standing->ranked)
			standing->sum =
			    (struct bind_money){ .cents = sum, .given = true };
	}
	method_table(method, T_JURY_RANKING, standing_rows,
	    sizeof(struct standing), &ranking->standings);
}

static const struct bind_row kept_rows[] = {
	ROW(standing, entry.id, .key = T_ID, .flags = BIND_LABEL),
	ROW(standing, entry.text, .key = T_ENTRY, .flags = BIND_MAIN),
	{ BIND_END },
};

static void
render_kept(struct method *method, const struct jury *jury,
    const struct ranking *ranking)
{
	struct bind_list kept = { .at = ranking->standings.at,
		.count = ranking->kept };

	if (!jury->winners.given)
		return;
	report_section(method->report, T_SELECTED);
	method_list(method, kept_rows, sizeof(struct standing), &kept);
	if (ranking->tied > 0)
		method_paragraph(method, M_VALUES_NONE,
		    jury_tied(method, ranking));
	else if (kept.count == 0)
		report_paragraph(method->report,
		    method_word(method, T_JURY_NONE_KEPT));
	if (jury->budget.given && ranking->known)
		method_paragraph(method, M_JURY_SPENT,
		    method_money(method, ranking->cost),
		    method_money(method, jury->budget.cents));
}

/* A mean on the scale of its criterion, and how far its ratings lie apart. */
static const char *
raw_text(struct method *method, const struct criterion *criterion,
    const struct tally *tally)
{
	const struct scale *range = &criterion->range;
	struct fraction mean = criterion->way.term == T_JURY_LESS
	    ? fraction_less(fraction_of(1, 1), tally->mean)
	    : tally->mean;
	int64_t spread = tally->high - tally->low;

	if (tally->count == 0)
		return "";
	return arena_format(method->arena, spread > 0 ? "%s (%s)" : "%s",
	    number_text(method->arena, jury_on(range, mean, range->lowest), 2,
		false, method->lang),
	    method_number(method, spread));
}

static void
render_criteria(struct method *method, const struct jury *jury,
    const struct ranking *ranking)
{
	static const enum term heads[] = { T_ENTRY };
	struct grid grid = method_grid(method, heads, 1, &jury->names,
	    ranking->standings.count);
	const char **cell = grid.cells;

	if (grid.rows == 0 || jury->ratings.count == 0)
		return;
	report_section(method->report, T_BY_CRITERION);
	BIND_EACH(const struct standing, standing, &ranking->standings) {
		*cell++ = standing->entry.text.text;
		for (size_t i = 0; i < jury->criteria.count; i++)
			*cell++ = raw_text(method, jury_criterion(jury, i),
			    &standing->of[i]);
	}
	grid.numbered = true;
	grid_write(&grid, 1);
}

static const struct bind_row severity_rows[] = {
	ROW(severity, name, .key = T_JUROR, .flags = BIND_REQUIRED),
	ROW(severity, count, .key = T_JURY_SCORES),
	ROW(severity, mean, .key = T_MEAN, .decimals = 2),
	ROW(severity, others, .key = T_JURY_OTHERS, .decimals = 2),
	ROW(severity, apart, .key = T_JURY_SEVERITY, .flags = BIND_FIGURE),
	{ BIND_END },
};

static void
render_jurors(struct method *method, const struct jury *jury)
{
	struct bind_list all = { .count = 0 };
	struct severity severity;

	for (size_t i = 0; i < jury->jurors.list.count; i++) {
		severity = jury_severity(method, jury, i);
		bind_add(method->bind, &all, severity);
	}
	method_table(method, T_BY_JUROR, severity_rows, sizeof(severity), &all);
}

static const struct bind_row turn_rows[] = {
	ROW(turn, name, .key = T_CRITERION, .flags = BIND_REQUIRED),
	ROW(turn, now, .key = T_WEIGHT),
	ROW(turn, then, .key = T_JURY_TURN),
	ROW(turn, moves, .key = T_JURY_PASSES),
	ROW(turn, falls, .key = T_JURY_PASSED),
	{ BIND_END },
};

/* All ratings, as they are read again: a line a juror and an entry. */
static void
render_ratings(struct method *method, const struct jury *jury)
{
	static const enum term heads[] = { T_JUROR, T_ENTRY };
	const struct bind_text *juror = jury->jurors.list.at;
	size_t entries = jury->entries.count, i, j;
	struct grid grid = method_grid(method, heads, 2, &jury->names,
	    jury->jurors.list.count * entries);
	const char **cell = grid.cells;
	const struct rating *rating;

	report_section(method->report, T_JURY_SCORES);
	grid.rows = 0;
	for (i = 0; i < jury->jurors.list.count * entries; i++) {
		cell[0] = "";
		for (j = 0; j < jury->criteria.count; j++) {
			rating = jury_rating(jury, i / entries, i % entries, j);
			if (rating == NULL)
				continue;
			cell[0] = juror[i / entries].text;
			cell[1] = jury_entry(jury, i % entries)->name;
			cell[2 + j] = bind_printed(method->bind->doc,
			    &jury_rating_rows[SIDES], &rating->score);
		}
		if (*cell[0] == '\0')
			continue;
		grid.rows++;
		cell += grid.columns;
	}
	grid.numbered = true;
	if (grid.rows > 0)
		grid_write(&grid, 3);
	else
		report_no_items(method->report, T_JUROR);
}

static void
render(struct method *method, const struct jury *jury,
    const struct ranking *ranking)
{
	render_ranking(method, jury, ranking);
	render_kept(method, jury, ranking);
	render_criteria(method, jury, ranking);
	render_jurors(method, jury);
	if (ranking->least != NULL)
		method_table(method, T_JURY_TURNS, turn_rows,
		    sizeof(struct turn), &ranking->turns);
	method_section(method, T_CRITERIA);
	method_section(method, T_ENTRIES);
	render_ratings(method, jury);
	method_section(method, T_JURY_REMARKS);
	method_section(method, T_RECUSALS);
	method_rules(method);
}

int
main(int argc, char **argv)
{
	struct method method = { .arrange = crossed_arrange };
	struct jury jury = { .ratings = { .count = 0 } };
	struct ranking ranking = { .tied = 0 };
	const struct opt opts[] = { OPT_ANONYMOUS(&method.anonymous),
		OPT_ROWS_END };

	method_open(&method, argc, argv, &tool, opts, &jury);
	jury_read(&method, &jury);
	if (method.bind->doc->faults.count == 0)
		ranking = jury_rank(&method, &jury);
	if (method_ready(&method)) {
		jury_find(&method, &jury, &ranking);
		render(&method, &jury, &ranking);
	}
	return method_close(&method, ranking.tied > 0);
}
