/*
 * vote-tally: count dots
 */
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "base/arena.h"
#include "base/err.h"
#include "vote.h"

#define NODES(term, member, flags, shown, sheet, subject)                      \
	{                                                                      \
		BIND_NODES, term, offsetof(struct vote, member), flags, NULL,  \
		    0, NULL, shown, sheet, subject                             \
	}
#define KEY(term, member, shown) NODES(term, member, 0, shown, T_NONE, T_NONE)
#define INNER(term, member)                                                    \
	NODES(term, member, BIND_INNER, T_NONE, T_NONE, T_NONE)
#define FROM(subject, term, member)                                            \
	NODES(term, member, 0, T_NONE, T_NONE, subject)

static const struct bind_row rows[] = {
	KEY(T_QUESTION, question_nodes, T_EXAMPLE_QUESTION),
	{ BIND_NODES, T_OPTIONS, offsetof(struct vote, option_nodes),
	    .claim = given_claims, .example = T_EXAMPLE_OPTIONS,
	    .sheet = T_SHEET_LIST },
	KEY(T_DOTS, dots_nodes, T_EXAMPLE_DOTS),
	KEY(T_STACKING, stacking_nodes, T_EXAMPLE_STACKING),
	KEY(T_PARTICIPANTS, participant_nodes, T_NONE),
	KEY(T_VOTERS, participant_nodes, T_NONE),
	KEY(T_ELECTORATE, electorate_nodes, T_NONE),
	KEY(T_QUORUM, quorum_nodes, T_NONE),
	KEY(T_WINNERS, winners_nodes, T_EXAMPLE_WINNERS),
	KEY(T_THRESHOLD, threshold_nodes, T_NONE),
	KEY(T_TIE_BREAK, tie_nodes, T_NONE),
	KEY(T_SEED, seed_nodes, T_NONE),
	NODES(T_BALLOTS, ballot_nodes, 0, T_EXAMPLE_BALLOTS, T_SHEET_BALLOTS,
	    T_NONE),
	KEY(T_COUNTS, count_nodes, T_NONE),
	INNER(T_RESULTS, result_nodes),
	INNER(T_PARTICIPATION, participation_nodes),
	INNER(T_BY_GROUP, group_nodes),
	INNER(T_REJECTED, reject_nodes),
	INNER(T_ORDER, order_nodes),
	INNER(T_DOT_SCALE, ignored_nodes),
	INNER(T_SHARE, ignored_nodes),
	FROM(T_QUESTION_WALL, T_OPTIONS, foreign_options),
	FROM(T_SWOT, T_OPTIONS, foreign_options),
	FROM(T_QUESTION_WALL, T_QUESTIONS, foreign_questions),
	FROM(T_QUESTION_WALL, T_SELECTED, foreign_selected),
	{ BIND_END },
};

/* --sort votes or given, in either language. */
static void
check_sort(const struct options *options)
{
	static const enum term sorts[] = { T_SORT_GIVEN, T_VOTES };

	if (options->sort != NULL &&
	    term_find(options->sort, sorts, 2, NULL) == T_NONE)
		err_die("--sort: '%s' is neither votes nor given",
		    options->sort);
}

/* One run over the operands: how ballots are taken while they are read. */
struct run {
	struct options options;
	struct ballots *ballots;
	struct arena *scratch;
	bool keep;   /* the places of all ballots */
	off_t start; /* where standard input began; -1 if it cannot go back */
};

static void
resolve(struct bind *bind, const struct run *run, struct vote *vote,
    bool ballots)
{
	vote->bind = bind;
	vote->options = &run->options;
	setting_read(vote);
	option_read(vote, ballots);
}

static struct ballot_rules *
rules_of(const struct run *run, const struct vote *vote)
{
	return ballot_rules(vote->bind->doc->arena, run->scratch, vote->names,
	    vote->list.count, vote_dots(vote), vote_stacks(vote));
}

/* The rules that what was read so far settles, so that ballots are judged as
 * they come. */
static struct ballot_rules *
settled_rules(struct run *run, struct bind *bind, const struct node *map)
{
	struct vote *vote = arena_alloc(bind->doc->arena, sizeof(*vote));
	size_t faults = bind->doc->faults.count;
	bool settled = bind_preview(bind, map, vote);

	resolve(bind, run, vote, true);
	settled = settled && bind->doc->faults.count == faults &&
	    vote->list.count > 0 && vote->dots.given;
	bind->doc->faults.count = faults;
	return settled ? rules_of(run, vote) : NULL;
}

static void
begin_ballots(void *context, struct bind *bind, const struct node *map)
{
	struct run *run = context;

	if (run->ballots == NULL)
		run->ballots = ballot_open(bind->doc->arena, &bind->doc->faults,
		    run->keep);
	ballot_begin(run->ballots,
	    run->keep ? NULL : settled_rules(run, bind, map));
}

static void
take_ballot(void *context, const struct node *item)
{
	struct run *run = context;

	ballot_add(run->ballots, item);
}

static void
take_texts(void *context, struct pos pos, const char *const *texts,
    size_t count)
{
	struct run *run = context;

	ballot_add_texts(run->ballots, pos, texts, count);
}

/* Ballots that could not be handed over: behind an anchor, or no list. */
static void
take_rest(struct run *run, struct bind *bind, const struct vote *vote)
{
	const struct node *list, *item;
	size_t i;

	for (i = 0; i < vote->ballot_nodes.count; i++) {
		list = node_at(&vote->ballot_nodes, i);
		if (*list->text != '\0')
			bind_fault(bind, list->pos, M_BALLOTS_NO_LIST,
			    list->text);
		for (item = list->first; item != NULL; item = item->next) {
			if (item->level > 0)
				bind_fault(bind, item->key_pos, M_NESTED);
			else
				ballot_add(run->ballots, item);
		}
	}
}

/* Whether all operands can be read a second time. */
static bool
can_read_again(int argc, char **argv, const struct run *run)
{
	struct stat status;
	bool standard = true; /* nothing but it is read */
	int i;

	for (i = 1; i < argc; i++) {
		if (*argv[i] == '-' || stat(argv[i], &status) != 0)
			continue;
		standard = false;
		if (!S_ISREG(status.st_mode))
			return false;
	}
	for (i = 1; i < argc; i++)
		standard |= strcmp(argv[i], "-") == 0;
	return !standard ||
	    (run->start >= 0 && fseeko(stdin, run->start, SEEK_SET) == 0);
}

static int
report_vote(struct bind *bind, struct vote *vote,
    const struct ballot_tally *tally)
{
	struct report *report;
	struct result result = compute(vote, tally);

	result.findings.arena = bind->doc->arena;
	check(vote, &result);
	report = report_open(bind);
	render(report, vote, &result);
	return report_close(report, &result.findings,
	    result.tied || result.quorum == QUORUM_MISSED);
}

/* Reads and counts; *again: it must be done keeping all places. */
static int
run_once(int argc, char **argv, struct run *run, const struct bind_tool *tool,
    const struct opt *opts, bool *again)
{
	struct bind *bind = bind_open(argc, argv, tool, opts);
	struct ballot_tally tally = { 0 };
	struct ballot_rules *rules;
	struct vote vote = { 0 };
	int status = STATUS_FAULT;

	check_sort(&run->options);
	bind_into(bind, &vote);
	if (run->ballots == NULL)
		run->ballots = ballot_open(bind->doc->arena, &bind->doc->faults,
		    run->keep);
	take_rest(run, bind, &vote);
	resolve(bind, run, &vote, ballot_any(run->ballots));
	rules = rules_of(run, &vote);
	again_read(&vote, rules);
	rules->placed = false;
	count_read(&vote, rules);
	tally = ballot_count(run->ballots, rules);
	if (rules->placed && vote.misplaced)
		bind_fault(bind, option_at(&vote, 0)->pos, M_VOTE_PLACES);
	vote.has_ballots |= ballot_any(run->ballots);
	people_read(&vote);
	*again = tally.lost && bind->doc->faults.count == 0;
	if (*again && !can_read_again(argc, argv, run))
		bind_fault(bind,
		    vote.stacking.given ? vote.stacking.pos : vote.dots.pos,
		    M_VOTE_LATE);
	if (!*again || bind->doc->faults.count > 0) {
		*again = false;
		if (!bind_is_faulty(bind))
			status = report_vote(bind, &vote, &tally);
	}
	ballot_close(run->ballots);
	run->ballots = NULL;
	return bind_close(bind, status);
}

int
main(int argc, char **argv)
{
	struct run run = { .scratch = arena_new(), .start = ftello(stdin) };
	const struct opt opts[] = {
		{ OPT_TEXT, 'w', "winners", &run.options.winners, T_ARG_NUMBER,
		    T_HELP_WINNERS },
		{ OPT_TEXT, 'n', "dots", &run.options.dots, T_ARG_NUMBER,
		    T_HELP_DOTS },
		{ OPT_FLAG, 0, "no-stacking", &run.options.no_stacking, T_NONE,
		    T_HELP_NO_STACKING },
		{ OPT_TEXT, 0, "tie", &run.options.tie, T_ARG_TIE, T_HELP_TIE },
		{ OPT_TEXT, 0, "sort", &run.options.sort, T_ARG_SORT,
		    T_HELP_SORT },
		OPT_CHART(&run.options.chart),
		OPT_ANONYMOUS(&run.options.anonymous),
		OPT_ROWS_END,
	};
	const struct bind_stream stream = { T_BALLOTS, &run, begin_ballots,
		take_ballot, take_texts };
	const struct bind_tool tool = { T_VOTE, T_SUMMARY_VOTE, rows, &stream };
	bool again;
	int status = run_once(argc, argv, &run, &tool, opts, &again);

	if (again) {
		run.keep = true;
		status = run_once(argc, argv, &run, &tool, opts, &again);
	}
	arena_free(run.scratch);
	return status;
}
