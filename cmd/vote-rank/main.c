/*
 * vote-rank: rank options by ballots that put them in order
 */
#include "rank.h"

static const enum term unranked[] = { T_RANK_LAST, T_RANK_NO_OPINION, T_NONE };
static const enum term strengths[] = { T_RANK_WINNING, T_RANK_MARGIN, T_NONE };

#define SETTING(member, ...)                                                   \
	ROW(sheet, member, .flags = BIND_SETTING, __VA_ARGS__)

#define CHOICES(member, ...) ROW_ITEMS(sheet, member, choice, __VA_ARGS__)

static const struct bind_row rows[] = {
	SETTING(question, .key = T_QUESTION, .example = T_EXAMPLE_QUESTION),
	CHOICES(options, .key = T_OPTIONS, .flags = BIND_LINES | BIND_PARTED,
	    .example = T_EXAMPLE_OPTIONS, .sheet = T_SHEET_LIST),
	SETTING(method, .key = T_RANK_METHOD, .choices = rank_ways,
	    .example = T_EXAMPLE_RANK_METHOD),
	SETTING(poll.winners, .key = T_WINNERS, .lowest = 1,
	    .highest = POLL_MOST, .example = T_EXAMPLE_WINNERS),
	SETTING(unranked, .key = T_RANK_UNRANKED, .choices = unranked),
	SETTING(strength, .key = T_RANK_STRENGTH, .choices = strengths),
	POLL_ROWS_TIE(sheet, poll),
	POLL_ROWS_PEOPLE(sheet, poll),
	ROW(sheet, poll.ballot_nodes, .key = T_BALLOTS, .flags = BIND_LINES,
	    .example = T_EXAMPLE_RANK_BALLOTS, .sheet = T_SHEET_BALLOTS),
	ROW(sheet, poll.ballot_nodes, .key = T_GROUPED_BALLOTS,
	    .flags = BIND_LINES),
	ROW_AS(BIND_LIST, sheet, duels, .key = T_RANK_DUELS, .rows = duel_rows,
	    .size = sizeof(struct duel_row)),
	ROW_ITEMS(sheet, groups, group_line, .key = T_BY_GROUP,
	    .flags = BIND_INNER),
	POLL_ROWS_AGAIN(sheet, poll),
	CHOICES(wall_options, .key = T_OPTIONS, .from = T_QUESTION_WALL),
	CHOICES(wall_options, .key = T_OPTIONS, .from = T_SWOT),
	POLL_ROWS_WALL(sheet, poll),
	{ BIND_END },
};

static struct ballot_rules *
settle(struct poll_run *run, struct bind *bind, void *sheet)
{
	struct vote *vote = arena_alloc(bind->doc->arena, sizeof(*vote));

	vote->poll = poll_of(run, bind, sheet, sizeof(struct choice));
	vote->sheet = sheet;
	run->own = vote;
	setting_settle(vote, run->options);
	option_read(vote);
	run->settled = true;
	return tally_rules(vote, run);
}

static void
compute(struct poll_run *run, const struct ballot_tally *ballots)
{
	struct vote *vote = run->own;
	const struct sheet *sheet = vote->sheet;

	vote->poll.has_ballots |= run->has_ballots;
	poll_figure_again(&vote->poll);
	tally_again(vote);
	group_again(vote);
	poll_turnout_read(&vote->poll);
	vote->turnout = poll_turnout(&vote->poll, ballots);
	tally_list(vote);
	outcome_compute(vote);
	run->late =
	    sheet->method.given ? sheet->method.pos : sheet->unranked.pos;
}

static bool
render(struct poll_run *run)
{
	struct vote *vote = run->own;

	poll_reject_find_many(&vote->poll, &vote->turnout);
	finding_find(vote);
	poll_turnout_find(&vote->poll, &vote->turnout);
	poll_reject_find(&vote->poll, &vote->turnout);
	result_render(vote);
	round_render(vote);
	result_render_duels(vote);
	result_render_others(vote);
	tally_render(vote);
	option_render(vote);
	poll_figure_render(&vote->poll, &vote->turnout);
	group_render(vote);
	poll_turnout_rules(&vote->poll);
	method_rules(&run->method);
	poll_reject_render(&vote->poll, &vote->turnout);
	result_chart(vote);
	return vote->outcomes[vote->way].tied != 0 ||
	    vote->turnout.quorum == QUORUM_MISSED;
}

static const struct poll_tool tool = {
	.subject = T_RANK_VOTE,
	.summary = T_SUMMARY_RANK,
	.rows = rows,
	.sheet_size = sizeof(struct sheet),
	.poll_at = offsetof(struct sheet, poll),
	.form = { .gives = ordinal_gives, .counts = order_is },
	.settle = settle,
	.compute = compute,
	.render = render,
};

int
main(int argc, char **argv)
{
	struct options options = { NULL, NULL, NULL };
	struct poll_run run = { .tool = &tool, .options = &options };
	const struct opt opts[] = {
		{ OPT_TEXT, 'm', "method", &options.method, T_ARG_RANK_METHOD,
		    T_HELP_RANK_METHOD },
		{ OPT_TEXT, 'w', "winners", &options.winners, T_ARG_NUMBER,
		    T_HELP_WINNERS },
		{ OPT_TEXT, 0, "tie", &options.tie, T_ARG_TIE, T_HELP_TIE },
		OPT_CHART(&run.method.chart),
		OPT_ANONYMOUS(&run.method.anonymous),
		OPT_ROWS_END,
	};

	return poll_run(&run, argc, argv, opts);
}
