/*
 * vote-judge: rank options by the grade that a majority gives them
 */
#include "judge.h"

static const enum term no_opinions[] = { T_JUDGE_REJECT, T_JUDGE_MEDIAN,
	T_JUDGE_EXCLUDE, T_JUDGE_SHARES, T_NONE };

static const struct bind_row rows[] = {
	ROW(sheet, question, .key = T_QUESTION, .flags = BIND_SETTING,
	    .example = T_EXAMPLE_QUESTION),
	ROW_ITEMS(sheet, options, poll_option, .key = T_OPTIONS,
	    .example = T_EXAMPLE_OPTIONS, .sheet = T_SHEET_LIST),
	ROW_AS(BIND_NAMES, sheet, grades, .key = T_GRADES,
	    .flags = BIND_SETTING, .example = T_EXAMPLE_GRADES),
	ROW(sheet, no_opinion, .key = T_NO_OPINION,
	    .flags = BIND_SETTING | BIND_DECIDES, .choices = no_opinions,
	    .example = T_EXAMPLE_NO_OPINION),
	POLL_ROWS_PEOPLE(sheet, poll),
	ROW(sheet, poll.winners, .key = T_WINNERS,
	    .flags = BIND_SETTING | BIND_DECIDES, .lowest = 1,
	    .highest = POLL_MOST, .example = T_EXAMPLE_WINNERS),
	POLL_ROWS_TIE(sheet, poll),
	ROW(sheet, poll.ballot_nodes, .key = T_BALLOTS, .flags = BIND_LINES,
	    .example = T_EXAMPLE_JUDGE_BALLOTS, .sheet = T_SHEET_BALLOTS),
	ROW(sheet, profiles, .key = T_PROFILES, .claim = profile_claims),
	ROW(sheet, groups, .key = T_BY_GROUP, .flags = BIND_INNER),
	POLL_ROWS_AGAIN(sheet, poll),
	ROW_ITEMS(sheet, options, poll_option, .key = T_OPTIONS,
	    .from = T_QUESTION_WALL),
	ROW_ITEMS(sheet, options, poll_option, .key = T_OPTIONS,
	    .from = T_SWOT),
	POLL_ROWS_WALL(sheet, poll),
	{ BIND_END },
};

/* The vote of a run, and what it comes to. */
struct outcome {
	struct judge judge;
	struct turnout turnout;
	struct ranking ranking;
};

static struct ballot_rules *
settle(struct poll_run *run, struct bind *bind, void *sheet)
{
	struct outcome *outcome =
	    arena_alloc(bind->doc->arena, sizeof(*outcome));
	struct judge *judge = &outcome->judge;

	*judge = (struct judge){
		.poll = poll_of(run, bind, sheet, sizeof(struct poll_option)),
		.sheet = sheet,
	};
	run->own = outcome;
	grade_settle(judge);
	poll_tie_settle(&judge->poll);
	poll_option_label(&judge->poll, &judge->sheet->options);
	poll_option_take(&judge->poll, &judge->sheet->options);
	profile_options(judge);
	poll_wall_take(&judge->poll);
	if (judge->poll.options.count == 0) {
		poll_option_columns(&judge->poll);
		profile_missed(judge);
	}
	if (!judge->sheet->options.given && judge->sheet->profiles.count == 0)
		poll_option_missing(&judge->poll);
	run->settled = judge->sheet->grades.given;
	return tally_rules(judge, run);
}

static void
compute(struct poll_run *run, const struct ballot_tally *ballots)
{
	struct outcome *outcome = run->own;
	struct judge *judge = &outcome->judge;
	struct poll *poll = &judge->poll;

	poll->has_ballots |= run->has_ballots;
	poll_figure_again(poll);
	profile_read(judge);
	if (poll->names->placed && poll->misplaced)
		bind_fault(poll->bind, poll_place(poll), M_VOTE_PLACES);
	poll_turnout_read(poll);
	outcome->turnout = poll_turnout(poll, ballots);
	outcome->ranking = ranking_of(judge);
	cut_compute(judge, &outcome->ranking);
	run->late = judge->sheet->grades.pos;
}

/* The options as all sheets list them; of those that nothing more is known of
 * than their texts, profiles tell enough. */
static void
render_options(const struct judge *judge)
{
	const struct poll *poll = &judge->poll;
	bool more = false;

	BIND_EACH(const struct poll_option, option, &poll->options)
		more = more || *option->label.text != '\0' ||
		    *option->under.text != '\0' || option->text.more != NULL;
	if (!more)
		return;
	judge->sheet->options = poll->options;
	judge->sheet->options.given = true;
	method_section(poll->method, T_OPTIONS);
}

static bool
render(struct poll_run *run)
{
	struct outcome *outcome = run->own;
	struct judge *judge = &outcome->judge;
	struct poll *poll = &judge->poll;
	const struct turnout *turnout = &outcome->turnout;
	const struct ranking *ranking = &outcome->ranking;

	poll_reject_find_many(poll, turnout);
	group_settle(judge);
	grade_find(judge);
	poll_cut_find(poll, &ranking->cut);
	poll_turnout_find(poll, turnout);
	ranking_find(judge, ranking);
	group_find(judge);
	poll_reject_find(poll, turnout);
	merit_render(judge, ranking);
	profile_render(judge);
	render_options(judge);
	poll_figure_render(poll, turnout);
	poll_turnout_rules(poll);
	method_rules(poll->method);
	group_render(judge);
	cut_render(judge, ranking);
	poll_reject_render(poll, turnout);
	merit_chart(judge, ranking);
	return ranking->cut.tied || turnout->quorum == QUORUM_MISSED;
}

static const struct poll_tool tool = {
	.subject = T_JUDGE,
	.summary = T_SUMMARY_JUDGE,
	.rows = rows,
	.sheet_size = sizeof(struct sheet),
	.poll_at = offsetof(struct sheet, poll),
	.form = { .pairs = tally_pairs,
	    .sure = grade_is_common,
	    .across = grade_across },
	.arrange = line_arrange,
	.settle = settle,
	.compute = compute,
	.render = render,
};

int
main(int argc, char **argv)
{
	struct poll_run run = { .tool = &tool };
	const struct opt opts[] = { OPT_CHART(&run.method.chart),
		OPT_ANONYMOUS(&run.method.anonymous), OPT_ROWS_END };

	return poll_run(&run, argc, argv, opts);
}
