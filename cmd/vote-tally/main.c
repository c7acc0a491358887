/*
 * vote-tally: count dots
 */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "base/arena.h"
#include "base/err.h"
#include "source/md.h"
#include "vote.h"

/* What --sort takes: by votes, then by place. */
static const char *const sorts[] = { "votes", "voix", "given", "order", "donné",
	"ordre", NULL };

static const enum term no_limit[] = { T_UNLIMITED, T_NONE };
static const enum term ties[] = { T_TIE_NONE, T_TIE_ORDER, T_TIE_DRAW, T_NONE };

/* A setting that the report prints, whose nodes another row hands over. */
#define PRINTED(kind, member, ...)                                             \
	ROW(kind, sheet, member, .flags = BIND_SETTING, __VA_ARGS__)
#define COMPUTED(kind, member, ...)                                            \
	ROW(kind, sheet, member,                                               \
	    .flags = BIND_SETTING | BIND_INNER | BIND_COMPUTED, __VA_ARGS__)

static const struct bind_row rows[] = {
	ROW(BIND_NODES, sheet, question_nodes, .key = T_QUESTION,
	    .example = T_EXAMPLE_QUESTION),
	PRINTED(BIND_TEXT, question, .key = T_QUESTION),
	ROW(BIND_NODES, sheet, option_nodes, .key = T_OPTIONS,
	    .flags = BIND_LINES, .claim = claim_options,
	    .example = T_EXAMPLE_OPTIONS, .sheet = T_SHEET_LIST),
	ROW(BIND_NODES, sheet, dots_nodes, .key = T_DOTS,
	    .example = T_EXAMPLE_DOTS),
	PRINTED(BIND_NUMBER, dots, .key = T_DOTS, .lowest = 1, .highest = MOST,
	    .choices = no_limit),
	ROW(BIND_NODES, sheet, stacking_nodes, .key = T_STACKING,
	    .example = T_EXAMPLE_STACKING),
	PRINTED(BIND_YES, stacking, .key = T_STACKING),
	ROW(BIND_NODES, sheet, participant_nodes, .key = T_PARTICIPANTS),
	PRINTED(BIND_NUMBER, participants, .key = T_PARTICIPANTS),
	ROW(BIND_NODES, sheet, participant_nodes, .key = T_VOTERS),
	ROW(BIND_NODES, sheet, electorate_nodes, .key = T_ELECTORATE),
	PRINTED(BIND_NUMBER, electorate, .key = T_ELECTORATE),
	PRINTED(BIND_SHARE, quorum, .key = T_QUORUM),
	PRINTED(BIND_NUMBER, winners, .key = T_WINNERS, .lowest = 1,
	    .highest = MOST, .example = T_EXAMPLE_WINNERS),
	PRINTED(BIND_SHARE, threshold, .key = T_THRESHOLD),
	PRINTED(BIND_CHOICE, tie, .key = T_TIE_BREAK, .choices = ties),
	PRINTED(BIND_TEXT, seed, .key = T_SEED),
	ROW(BIND_NAMES, sheet, order, .key = T_ORDER,
	    .flags = BIND_SETTING | BIND_INNER),
	COMPUTED(BIND_NUMBER, dot_scale, .key = T_DOT_SCALE),
	COMPUTED(BIND_TEXT, sum, .key = T_SHARE),
	ROW(BIND_NODES, sheet, ballot_nodes, .key = T_BALLOTS,
	    .flags = BIND_LINES, .example = T_EXAMPLE_BALLOTS,
	    .sheet = T_SHEET_BALLOTS),
	ROW(BIND_NODES, sheet, count_nodes, .key = T_COUNTS,
	    .flags = BIND_LINES),
	ROW(BIND_NODES, sheet, result_nodes, .key = T_RESULTS,
	    .flags = BIND_INNER),
	ROW_ITEMS(sheet, results, option, .key = T_RESULTS,
	    .flags = BIND_INNER),
	ROW_ITEMS(sheet, figures, figure_line, .key = T_PARTICIPATION,
	    .flags = BIND_INNER),
	ROW_ITEMS(sheet, groups, share_of_groups, .key = T_BY_GROUP,
	    .flags = BIND_INNER),
	ROW_ITEMS(sheet, rejects, reject, .key = T_REJECTED,
	    .flags = BIND_INNER),
	ROW(BIND_NODES, sheet, option_nodes, .key = T_OPTIONS,
	    .from = T_QUESTION_WALL),
	ROW(BIND_NODES, sheet, option_nodes, .key = T_OPTIONS, .from = T_SWOT),
	ROW(BIND_NODES, sheet, wall_questions, .key = T_QUESTIONS,
	    .from = T_QUESTION_WALL),
	ROW(BIND_NODES, sheet, wall_selected, .key = T_SELECTED,
	    .from = T_QUESTION_WALL),
	{ BIND_END },
};

const char *
vote_plain(const struct vote *vote, const struct node *node)
{
	return md_plain(vote->arena, md_text(vote->arena, node->text));
}

const char *
vote_number(const struct vote *vote, uint64_t value)
{
	return arena_format(vote->arena, "%" PRIu64, value);
}

struct pos
vote_place(const struct vote *vote)
{
	return vote->list.count > 0 ? option_at(&vote->list, 0)->text.pos
				    : vote->bind->doc->parts[0].root->pos;
}

struct pos
vote_place_or(const struct vote *vote, struct pos pos)
{
	return pos.file != NULL ? pos : vote_place(vote);
}

/* One run over the operands: how ballots are taken while they are read. */
struct run {
	struct options options;
	struct method method;
	struct ballots *ballots;
	struct arena *scratch;
	const char *sort;
	bool keep;    /* the places of all ballots */
	bool again;   /* it must be done so */
	bool waiting; /* some ballots do, for the options */
	off_t start;  /* where standard input began; -1 if it cannot go back */
};

/* What is voted for, and by which rules, from what rows bound. */
static struct ballot_rules *
resolve(struct run *run, struct bind *bind, struct sheet *sheet,
    struct vote *vote, bool ballots)
{
	struct ballot_rules *rules;

	*vote = (struct vote){ .method = &run->method,
		.bind = bind,
		.arena = bind->doc->arena,
		.sheet = sheet,
		.options = &run->options,
		.read = run->ballots,
		.ballots = ballots };
	rule_settle(vote);
	option_read(vote);
	rules = arena_alloc(vote->arena, sizeof(*rules));
	*rules = (struct ballot_rules){ vote->arena, run->scratch, vote->names,
		rule_dots(vote), rule_stacks(vote),
		arena_array(vote->arena, vote->list.count, sizeof(uint64_t)) };
	return rules;
}

/* The rules that what was read so far settles, so that ballots are judged as
 * they come. */
static struct ballot_rules *
settled_rules(struct run *run, struct bind *bind, const struct node *map)
{
	struct sheet *sheet = arena_alloc(bind->doc->arena, sizeof(*sheet));
	struct bind *fresh = bind_preview(bind, map, sheet);
	struct ballot_rules *rules;
	struct vote vote;

	rules = resolve(run, fresh, sheet, &vote, true);
	return fresh->doc->faults.count == 0 && vote.list.count > 0 &&
		sheet->dots.given
	    ? rules
	    : NULL;
}

static struct run *
run_of(const void *bind)
{
	return ((const struct bind *)bind)->tool->stream->context;
}

/* The ballots so far. */
static struct ballots *
ballots_of(struct run *run, struct bind *bind)
{
	if (run->ballots == NULL)
		run->ballots =
		    ballot_open(bind->doc->arena, &bind->doc->faults);
	return run->ballots;
}

static void
begin_ballots(void *context, struct node *map)
{
	struct run *run = run_of(context);

	ballot_begin(ballots_of(run, context),
	    run->keep ? NULL : settled_rules(run, context, map));
}

static void
take_ballot(void *bind, const struct node *item)
{
	ballot_add(run_of(bind)->ballots, item);
}

static void
take_texts(void *bind, struct pos pos, const char *const *texts, size_t count)
{
	ballot_add_texts(run_of(bind)->ballots, pos, texts, count);
}

/* Whether the ballots of a list wait until the options are known, as some may
 * name their voters; so do those behind it, since a voter's first one counts. */
static bool
waits(void *bind, const struct node *list)
{
	struct run *run = run_of(bind);

	run->waiting |= ballot_may_name(list);
	return run->waiting;
}

/* Whether any ballot came, or stands in a list that was not handed over. */
static bool
brings_ballots(const struct run *run, const struct sheet *sheet)
{
	const struct node *item;

	BIND_EACH(struct node *const, list, &sheet->ballot_nodes)
		for (item = (*list)->first; item != NULL; item = item->next)
			if (item->table == 0 || !node_is_empty(item))
				return true;
	return run->ballots != NULL && ballot_any(run->ballots);
}

/* Ballots that could not be handed over: behind an anchor, or no list. */
static void
take_rest(struct run *run, struct bind *bind, const struct sheet *sheet,
    struct ballot_rules *rules)
{
	struct ballots *ballots = ballots_of(run, bind);
	const struct node *item;

	BIND_EACH(struct node *const, list, &sheet->ballot_nodes) {
		ballot_part_voters(rules, *list);
		if (*(*list)->text != '\0')
			bind_fault(bind, (*list)->pos, M_BALLOTS_NO_LIST,
			    (*list)->text);
		for (item = (*list)->first; item != NULL; item = item->next) {
			if (item->level > 0)
				bind_fault(bind, item->key_pos, M_NESTED);
			else
				ballot_add(ballots, item);
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

static void
render(const struct vote *vote, const struct result *result)
{
	reject_find_many(vote, result);
	cut_find(vote, result);
	participation_find(vote, result);
	result_find(vote, result);
	result_render(vote, result);
	figure_render(vote, result);
	rule_render(vote, result);
	group_render(vote, result);
	cut_render(vote, result);
	reject_render(vote, result);
	result_chart(vote, result);
}

/* Reads and counts, perhaps in vain. */
static int
run_once(int argc, char **argv, struct run *run, const struct bind_tool *tool,
    const struct opt *opts)
{
	struct method *method = &run->method;
	struct sheet sheet = { .question.given = false };
	struct result result = { .total = 0 };
	struct ballot_tally tally;
	struct ballot_rules *rules;
	struct vote vote;

	method_open(method, argc, argv, tool, opts, &sheet);
	run->options.by_place = opt_choice("sort", run->sort, sorts) > 1;
	rules = resolve(run, method->bind, &sheet, &vote,
	    brings_ballots(run, &sheet));
	take_rest(run, method->bind, &sheet, rules);
	claim_find_passing(&vote);
	rule_check_judged(&vote);
	figure_again(&vote);
	item_read_counts(&vote);
	tally = ballot_count(run->ballots, rules);
	if (rules->options->placed && vote.misplaced)
		bind_fault(method->bind, vote_place(&vote), M_VOTE_PLACES);
	vote.has_ballots |= ballot_any(run->ballots);
	participation_read(&vote);
	result_compute(&vote, &tally, &result);
	reject_compute(&vote, &tally, &result);
	group_compute(&vote, &tally, &result);
	participation_compute(&vote, &tally, &result);
	cut_compute(&vote, &result);
	tally.lost &= method->bind->doc->faults.count == 0;
	run->again = tally.lost && can_read_again(argc, argv, run);
	if (tally.lost && !run->again)
		bind_fault(method->bind,
		    sheet.stacking.given ? sheet.stacking.pos : sheet.dots.pos,
		    M_VOTE_LATE);
	if (!run->again && method_ready(method))
		render(&vote, &result);
	ballot_close(run->ballots);
	return method_close(method,
	    result.tied || result.quorum == QUORUM_MISSED);
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
		{ OPT_TEXT, 0, "sort", &run.sort, T_ARG_SORT, T_HELP_SORT },
		OPT_CHART(&run.method.chart),
		OPT_ANONYMOUS(&run.method.anonymous),
		OPT_ROWS_END,
	};
	const struct bind_stream stream = { T_BALLOTS, &run, begin_ballots,
		take_ballot, take_texts, waits };
	const struct bind_tool tool = { T_VOTE, T_SUMMARY_VOTE, rows, &stream };
	int status = run_once(argc, argv, &run, &tool, opts);

	if (run.again) {
		run = (struct run){ .scratch = run.scratch, .keep = true };
		status = run_once(argc, argv, &run, &tool, opts);
	}
	arena_free(run.scratch);
	return status;
}
