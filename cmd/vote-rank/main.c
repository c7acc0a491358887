/*
 * vote-rank: rank options by ballots that put them in order
 */
#include <string.h>

#include "rank.h"

static const enum term unranked[] = { T_RANK_LAST, T_RANK_NO_OPINION, T_NONE };
static const enum term strengths[] = { T_RANK_WINNING, T_RANK_MARGIN, T_NONE };

#define SETTING(member, ...)                                                   \
	ROW(sheet, member, .flags = BIND_SETTING, __VA_ARGS__)

#define CHOICES(member, ...) ROW_ITEMS(sheet, member, poll_option, __VA_ARGS__)

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

static void
choose_by_default(struct bind_choice *choice, enum term term)
{
	if (!choice->given)
		choice->term = term;
}

static void
setting_settle(struct vote *vote, const struct options *options)
{
	struct sheet *sheet = vote->sheet;

	poll_overrule(&vote->poll, sheet, T_RANK_METHOD, BIND_CHOICE, "method",
	    options->method);
	poll_overrule(&vote->poll, sheet, T_WINNERS, BIND_NUMBER, "winners",
	    options->winners);
	poll_tie_overrule(&vote->poll, sheet, options->tie);
	choose_by_default(&sheet->method, T_RANK_CONDORCET);
	choose_by_default(&sheet->unranked, T_RANK_LAST);
	choose_by_default(&sheet->strength, T_RANK_WINNING);
	if (!sheet->poll.winners.given)
		sheet->poll.winners.thousandths = 1000;
	poll_tie_settle(&vote->poll);
	while (rank_ways[vote->way] != sheet->method.term)
		vote->way++;
	vote->seats = (size_t)sheet->poll.winners.thousandths / 1000;
	vote->margin = sheet->strength.term == T_RANK_MARGIN;
}

static struct ballot_rules *
settle(struct poll_run *run, struct bind *bind, void *sheet)
{
	struct vote *vote = arena_alloc(bind->doc->arena, sizeof(*vote));

	vote->poll = poll_of(run, bind, sheet, sizeof(struct poll_option));
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

enum { MANY_PAPERS = 1000 };

#define find(vote, ...)                                                        \
	method_find(method_of(vote), poll_place(&(vote)->poll), __VA_ARGS__)

static const char *
number(const struct vote *vote, uint64_t value)
{
	return poll_number(&vote->poll, value);
}

/* Nobody beats all others: the cycle, or who is level at the top. */
static void
find_cycle(const struct vote *vote)
{
	const struct duels *duels = &vote->tally->duels;
	count_set smith = duels_smith(duels);
	const char *cycle = rank_cycle(vote);

	if (duels_winner(duels) != 0)
		return;
	if (*cycle != '\0')
		find(vote, M_RANK_FIND_CYCLE, cycle);
	else
		find(vote, M_RANK_FIND_LEVEL, rank_names(vote, smith));
}

static void
find_ties(const struct vote *vote)
{
	const struct outcome *outcome = &vote->outcomes[vote->way];
	const struct rounds *rounds = &vote->rounds;

	if (rounds->open != 0)
		find(vote, M_RANK_FIND_OPEN, number(vote, rounds->count + 1),
		    rank_names(vote, rounds->open));
	else if (outcome->tied != 0)
		find(vote, M_RANK_FIND_TIE, rank_names(vote, outcome->tied),
		    number(vote, vote->seats));
	if (vote->way == WAY_PAIRS && vote->pairs.lost)
		find(vote, M_RANK_FIND_LOST);
}

/* Methods that would retain other options than ours. */
static void
find_others(const struct vote *vote)
{
	const struct outcome *ours = &vote->outcomes[vote->way], *theirs;
	struct buf out = BUF_INIT;

	for (enum way way = WAY_SCHULZE; way < WAYS; way++) {
		theirs = &vote->outcomes[way];
		if (outcome_is_other(vote, way) &&
		    (theirs->retained != ours->retained ||
			theirs->tied != ours->tied))
			buf_join(&out, " ; ",
			    method_text(method_of(vote), M_RANK_WOULD,
				method_word(method_of(vote), rank_ways[way]),
				outcome_text(vote, way)));
	}
	if (out.length > 0)
		find(vote, M_RANK_FIND_OTHERS,
		    buf_take(&out, vote->poll.arena));
}

/* Papers that no longer count in the last round. */
static void
find_exhausted(const struct vote *vote)
{
	const struct rounds *rounds = &vote->rounds;
	const struct round *last;
	const char *text[3];

	if (rounds->count == 0)
		return;
	last = &rounds->at[rounds->count - 1];
	if (last->ended + last->equal == 0)
		return;
	text[0] = round_votes(vote, last->ended + last->equal);
	text[1] = round_votes(vote, last->ended);
	text[2] = round_votes(vote, last->equal);
	find(vote, M_RANK_FIND_EXHAUSTED, text[0],
	    number(vote, vote->tally->duels.papers), text[1], text[2]);
}

/* Options that no paper ranks above any other. */
static void
find_never(const struct vote *vote)
{
	const struct duels *duels = &vote->tally->duels;
	count_set never = 0;
	size_t i, j;
	uint64_t over;

	for (i = 0; i < duels->options; i++) {
		for (over = 0, j = 0; j < duels->options; j++)
			over += duels->over[i][j];
		if (over == 0)
			never |= count_one(i);
	}
	if (never != 0)
		find(vote,
		    count_size(never) == 1 ? M_RANK_FIND_NEVER_ONE
					   : M_RANK_FIND_NEVER,
		    rank_names(vote, never));
}

/* Papers that are the only ones of their kind, among many that are listed. */
static void
find_unique(const struct vote *vote)
{
	uint64_t unique = 0, papers = vote->tally->duels.papers;

	if (!tally_lists(vote) || papers <= MANY_PAPERS)
		return;
	for (size_t i = 0; i < vote->paper_count; i++)
		unique += vote->papers[i].times == 1;
	if (unique == 1)
		find(vote, M_RANK_FIND_UNIQUE_ONE, number(vote, papers));
	else if (unique > 1)
		find(vote, M_RANK_FIND_UNIQUE, number(vote, papers),
		    number(vote, unique));
}

static void
finding_find(const struct vote *vote)
{
	if (vote->tally->duels.papers == 0) {
		find(vote, M_RANK_FIND_NOTHING);
		return;
	}
	find_ties(vote);
	if (vote->seats >= vote->tally->options)
		find(vote, M_RANK_FIND_ALL, number(vote, vote->seats),
		    number(vote, vote->tally->options));
	if (vote->tally->options > 1)
		find_cycle(vote);
	find_others(vote);
	find_exhausted(vote);
	if (vote->tally->options > 1)
		find_never(vote);
	find_unique(vote);
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

/* Whether a line is an order by marks that prose has not. */
static bool
is_order(const char *text)
{
	const char *at = strchr(text, '>');
	size_t n = strlen(text);

	if (n > 0 && strchr(".?!", text[n - 1]) != NULL)
		return false;
	return (at != NULL && at > text && strchr("-=<\\", at[-1]) == NULL &&
		   at[1] != '=' && at[1] != '\0') ||
	    strstr(text, "≻") != NULL;
}

static const struct poll_tool tool = {
	.subject = T_RANK_VOTE,
	.summary = T_SUMMARY_RANK,
	.rows = rows,
	.sheet_size = sizeof(struct sheet),
	.poll_at = offsetof(struct sheet, poll),
	.form = { .gives = ordinal_gives,
	    .counts = order_is,
	    .sure = is_order,
	    .heads = ordinal_is,
	    .across = ordinal_across },
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
