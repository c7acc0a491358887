/*
 * vote-tally: count dots
 */
#include <inttypes.h>

#include "vote.h"

/* What --sort takes: by votes, then by place. */
static const char *const sorts[] = { "votes", "voix", "given", "order", "donné",
	"ordre", NULL };

/* What a threshold is a share of: participants, where nothing is said. */
static const enum term threshold_of[] = { T_SHARE_OF_PRESENT, T_SHARE_OF_VOTERS,
	T_SHARE_OF_VOTES, T_NONE };

static const enum term no_limit[] = { T_UNLIMITED, T_NONE };

/* A setting that the report prints, whose nodes another row hands over. */
#define PRINTED(member, ...)                                                   \
	ROW(sheet, member, .flags = BIND_SETTING, __VA_ARGS__)
#define COMPUTED(member, ...)                                                  \
	ROW(sheet, member, .flags = BIND_SETTING | BIND_INNER | BIND_COMPUTED, \
	    __VA_ARGS__)

static const struct bind_row rows[] = {
	ROW(sheet, question_nodes, .key = T_QUESTION,
	    .example = T_EXAMPLE_QUESTION),
	PRINTED(question, .key = T_QUESTION),
	ROW(sheet, option_nodes, .key = T_OPTIONS, .flags = BIND_LINES,
	    .claim = claim_options, .example = T_EXAMPLE_OPTIONS,
	    .sheet = T_SHEET_LIST),
	ROW(sheet, dots_nodes, .key = T_DOTS, .flags = BIND_DECIDES,
	    .example = T_EXAMPLE_DOTS),
	PRINTED(dots, .key = T_DOTS, .lowest = 1, .highest = POLL_MOST,
	    .choices = no_limit),
	ROW(sheet, stacking_nodes, .key = T_STACKING,
	    .example = T_EXAMPLE_STACKING),
	PRINTED(stacking, .key = T_STACKING),
	POLL_ROWS_PEOPLE(sheet, poll),
	PRINTED(poll.winners, .key = T_WINNERS, .lowest = 1,
	    .highest = POLL_MOST, .example = T_EXAMPLE_WINNERS),
	PRINTED(threshold, .key = T_THRESHOLD, .choices = threshold_of),
	POLL_ROWS_TIE(sheet, poll),
	ROW_AS(BIND_NAMES, sheet, order, .key = T_ORDER,
	    .flags = BIND_SETTING | BIND_INNER),
	COMPUTED(dot_scale, .key = T_DOT_SCALE),
	COMPUTED(sum, .key = T_SHARE),
	ROW(sheet, poll.ballot_nodes, .key = T_BALLOTS, .flags = BIND_LINES,
	    .example = T_EXAMPLE_BALLOTS, .sheet = T_SHEET_BALLOTS),
	ROW(sheet, count_nodes, .key = T_COUNTS, .flags = BIND_LINES),
	ROW(sheet, result_nodes, .key = T_RESULTS, .flags = BIND_INNER),
	ROW_ITEMS(sheet, results, option, .key = T_RESULTS,
	    .flags = BIND_INNER),
	ROW_ITEMS(sheet, groups, share_of_groups, .key = T_BY_GROUP,
	    .flags = BIND_INNER),
	POLL_ROWS_AGAIN(sheet, poll),
	ROW(sheet, option_nodes, .key = T_OPTIONS, .from = T_QUESTION_WALL),
	ROW(sheet, option_nodes, .key = T_OPTIONS, .from = T_SWOT),
	POLL_ROWS_WALL(sheet, poll),
	{ BIND_END },
};

/* What --sort says. */
struct command {
	struct options options;
	const char *sort;
};

/* The vote of a run, and what it comes to. */
struct outcome {
	struct vote vote;
	struct result result;
};

static struct ballot_rules *
settle(struct poll_run *run, struct bind *bind, void *sheet)
{
	struct outcome *outcome =
	    arena_alloc(bind->doc->arena, sizeof(*outcome));
	struct vote *vote = &outcome->vote;
	const struct command *command = run->options;

	*vote = (struct vote){
		.poll = poll_of(run, bind, sheet, sizeof(struct option)),
		.sheet = sheet,
		.options = &command->options,
		.ballots = run->has_ballots,
	};
	run->own = outcome;
	rule_settle(vote);
	option_read(vote);
	if (!vote->sheet->dots.given && rule_dots(vote) > 0 && motion_is(vote))
		vote->sheet->dots.thousandths = 1000;
	run->settled = vote->sheet->dots.given;
	return tally_rules(vote, run);
}

static void
compute(struct poll_run *run, const struct ballot_tally *ballots)
{
	struct outcome *outcome = run->own;
	struct vote *vote = &outcome->vote;
	struct result *result = &outcome->result;
	const struct sheet *sheet = vote->sheet;

	vote->poll.has_ballots |= run->has_ballots;
	claim_find_passing(vote);
	rule_check_judged(vote);
	poll_figure_again(&vote->poll);
	item_read_counts(vote);
	if (vote->poll.names->placed && vote->poll.misplaced)
		bind_fault(vote->poll.bind, poll_place(&vote->poll),
		    M_VOTE_PLACES);
	poll_turnout_read(&vote->poll);
	result_compute(vote, result);
	result->turnout = poll_turnout(&vote->poll, ballots);
	group_compute(vote);
	result_compute_used(vote, result);
	cut_compute(vote, result);
	run->late =
	    sheet->stacking.given ? sheet->stacking.pos : sheet->dots.pos;
}

static bool
render(struct poll_run *run)
{
	struct outcome *outcome = run->own;
	const struct vote *vote = &outcome->vote;
	struct result *result = &outcome->result;
	const struct command *command = run->options;

	result->by_place = opt_choice("sort", command->sort, sorts) > 1;
	poll_reject_find_many(&vote->poll, &result->turnout);
	cut_find(vote, result);
	poll_turnout_find(&vote->poll, &result->turnout);
	result_find(vote, result);
	group_find(vote);
	result_render(vote, result);
	poll_figure_render(&vote->poll, &result->turnout);
	rule_render(vote, result);
	group_render(vote, result);
	cut_render(vote, result);
	poll_reject_render(&vote->poll, &result->turnout);
	result_chart(vote, result);
	return result->cut.tied || result->turnout.quorum == QUORUM_MISSED;
}

static const struct poll_tool tool = {
	.subject = T_VOTE,
	.summary = T_SUMMARY_VOTE,
	.rows = rows,
	.sheet_size = sizeof(struct sheet),
	.poll_at = offsetof(struct sheet, poll),
	.form = { .gives = dots_is,
	    .counts = dots_name,
	    .across = dots_across },
	.arrange = station_arrange,
	.settle = settle,
	.compute = compute,
	.render = render,
};

int
main(int argc, char **argv)
{
	struct command command = { .sort = NULL };
	struct poll_run run = { .tool = &tool, .options = &command };
	const struct opt opts[] = {
		{ OPT_TEXT, 'w', "winners", &command.options.winners,
		    T_ARG_NUMBER, T_HELP_WINNERS },
		{ OPT_TEXT, 'n', "dots", &command.options.dots, T_ARG_NUMBER,
		    T_HELP_DOTS },
		{ OPT_FLAG, 0, "no-stacking", &command.options.no_stacking,
		    T_NONE, T_HELP_NO_STACKING },
		{ OPT_TEXT, 0, "tie", &command.options.tie, T_ARG_TIE,
		    T_HELP_TIE },
		{ OPT_TEXT, 0, "sort", &command.sort, T_ARG_SORT, T_HELP_SORT },
		OPT_CHART(&run.method.chart),
		OPT_ANONYMOUS(&run.method.anonymous),
		OPT_ROWS_END,
	};

	return poll_run(&run, argc, argv, opts);
}
