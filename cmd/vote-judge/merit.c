/*
 * merit: the ranking as a report shows it: majority grades, what decides between
 * equal ones, and how the judgements are shared out.
 */
#include <inttypes.h>

#include "judge.h"
#include "report/chart.h"
#include "value/marks.h"
#include "value/number.h"

/* A line of the results. */
struct line {
	struct bind_number rank;
	struct bind_text label, text, grade, better, worse;
};

static const struct bind_row line_rows[] = {
	ROW(line, rank, .key = T_RANK),
	ROW(line, label, .key = T_ID),
	ROW(line, text, .key = T_OPTION, .flags = BIND_REQUIRED),
	ROW(line, grade, .key = T_MAJORITY_GRADE, .flags = BIND_REQUIRED),
	ROW(line, better, .key = T_JUDGE_BETTER,
	    .flags = BIND_REQUIRED | BIND_FIGURE),
	ROW(line, worse, .key = T_JUDGE_WORSE,
	    .flags = BIND_REQUIRED | BIND_FIGURE),
	{ BIND_END },
};

static const char *
share(const struct judge *judge, uint64_t part, uint64_t whole)
{
	return whole == 0
	    ? ""
	    : method_share(judge->poll.method, (int64_t)part, (int64_t)whole);
}

static struct bind_text
name_of(const struct judge *judge, const struct standing *standing)
{
	return (struct bind_text){
		.text = md_words(judge->poll.arena,
		    poll_option_name(&judge->poll, standing->option))
	};
}

static struct line
line_of(const struct judge *judge, const struct standing *standing)
{
	const struct majority_profile *profile = &standing->profile;
	uint64_t total = profile->total,
		 reach = majority_reach(profile, standing->grade);
	struct line line = {
		.rank = method_count(standing->rank),
		.label = { .text = md_words(judge->poll.arena,
			       standing->option->label.text) },
		.text = standing->option->text,
		.grade.text = "",
		.better.text = "",
		.worse.text = share(judge, total - reach, total),
	};

	if (total == 0)
		return line;
	line.grade.text = judge->scale.names.at[standing->grade].text;
	line.better.text =
	    share(judge, reach - profile->counts[standing->grade], total);
	return line;
}

static void
render_results(const struct judge *judge, const struct ranking *ranking)
{
	struct bind_list list = { .count = 0 };
	struct line line;

	BIND_EACH(const struct standing, standing, &ranking->standings) {
		line = line_of(judge, standing);
		bind_add(judge->poll.bind, &list, line);
	}
	report_section(judge->poll.method->report, T_RESULTS);
	method_list(judge->poll.method, line_rows, sizeof(line), &list);
}

/* What decides between neighbours of one majority grade: more of the judgements
 * of the one ahead are of a grade or better. */
struct decision {
	struct bind_text ahead, behind, grade, of_ahead, of_behind;
};

static const struct bind_row decision_rows[] = {
	ROW(decision, ahead, .key = T_JUDGE_AHEAD),
	ROW(decision, behind, .key = T_JUDGE_BEHIND),
	ROW(decision, grade, .key = T_JUDGE_AT_LEAST),
	ROW(decision, of_ahead, .key = T_JUDGE_OF_AHEAD, .flags = BIND_FIGURE),
	ROW(decision, of_behind, .key = T_JUDGE_OF_BEHIND,
	    .flags = BIND_FIGURE),
	{ BIND_END },
};

static struct bind_text
part_of(const struct judge *judge, const struct majority_profile *profile,
    size_t grade)
{
	return (struct bind_text){ .text = arena_format(judge->poll.arena,
				       "%" PRIu64 " / %" PRIu64,
				       majority_reach(profile, grade),
				       profile->total) };
}

static void
render_decisions(const struct judge *judge, const struct ranking *ranking)
{
	const struct standing *ahead, *behind;
	struct bind_list list = { .count = 0 };
	struct decision decision;
	size_t i, grade;

	for (i = 1; i < ranking->standings.count; i++) {
		ahead = standing_at(ranking, i - 1);
		behind = ahead + 1;
		if (behind->lead.order == 0 || behind->profile.total == 0 ||
		    ahead->grade != behind->grade)
			continue;
		grade = behind->lead.grade;
		decision = (struct decision){ name_of(judge, ahead),
			name_of(judge, behind),
			{ .text = judge->scale.names.at[grade].text },
			part_of(judge, &ahead->profile, grade),
			part_of(judge, &behind->profile, grade) };
		bind_add(judge->poll.bind, &list, decision);
	}
	method_table(judge->poll.method, T_JUDGE_PARTS, decision_rows,
	    sizeof(decision), &list);
}

/* A share, and a dot for each tenth of the whole. */
static const char *
share_with_dots(const struct judge *judge, uint64_t part, uint64_t whole)
{
	uint64_t dots;

	if (part == 0)
		return "";
	dots = (10 * part + whole / 2) / whole;
	return dots == 0 ? share(judge, part, whole)
			 : arena_format(judge->poll.arena, "%s %s",
			       share(judge, part, whole),
			       marks_dots(judge->poll.arena, dots));
}

static void
render_shares(const struct judge *judge, const struct ranking *ranking)
{
	static const enum term heads[] = { T_OPTION };
	struct grid grid =
	    profile_grid(judge, heads, 1, false, ranking->standings.count);
	const char **cell = grid.cells;

	if (ranking->total == 0)
		return;
	grid.numbered = false;
	BIND_EACH(const struct standing, standing, &ranking->standings) {
		*cell++ = name_of(judge, standing).text;
		for (size_t i = 0; i < judge->tally->grades; i++)
			*cell++ =
			    share_with_dots(judge, standing->profile.counts[i],
				standing->profile.total);
	}
	report_section(judge->poll.method->report, T_JUDGE_PERCENT);
	grid_write(&grid, 1);
}

void
merit_render(const struct judge *judge, const struct ranking *ranking)
{
	render_results(judge, ranking);
	render_decisions(judge, ranking);
	render_shares(judge, ranking);
}

/* A series of the chart: judgements of one grade or a better one, in per cent.
 */
static void
put_bars(const struct ranking *ranking, size_t grade, struct buf *out)
{
	const char *part = "    bar [";
	uint64_t tenths;

	BIND_EACH(const struct standing, standing, &ranking->standings) {
		tenths = standing->profile.total == 0
		    ? 0
		    : number_share(majority_reach(&standing->profile, grade),
			  standing->profile.total);
		buf_format(out, "%s%" PRIu64 ".%" PRIu64, part, tenths / 10,
		    tenths % 10);
		part = ", ";
	}
	buf_string(out, "]\n");
}

/*
 * Mermaid draws bars over one another and does not stack them: so the first
 * series is of all judgements, and each one leaves out a grade more, the worst
 * first.
 */
void
merit_chart(const struct judge *judge, const struct ranking *ranking)
{
	struct method *method = judge->poll.method;
	BUF_SCRATCH(out);
	size_t grade = judge->tally->grades;
	const char *part = "";

	if (!method->chart || ranking->total == 0)
		return;
	buf_string(&out, "xychart-beta horizontal\n    x-axis [");
	BIND_EACH(const struct standing, standing, &ranking->standings) {
		buf_string(&out, part);
		chart_quoted(&out,
		    poll_option_name(&judge->poll, standing->option));
		part = ", ";
	}
	buf_string(&out, "]\n    y-axis \"%\" 0 --> 100\n");
	while (grade-- > 0)
		put_bars(ranking, grade, &out);
	report_section(method->report, T_CHART);
	report_paragraph(method->report,
	    arena_format(judge->poll.arena, "%s %s.",
		method_word(method, T_JUDGE_CHART_FROM),
		md_words(judge->poll.arena, grade_all(judge))));
	report_code(method->report, "mermaid", out.at);
}
