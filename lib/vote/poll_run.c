#include "vote/poll_run.h"

#include <string.h>
#include <sys/stat.h>

static struct poll_run *
run_of(const void *bind)
{
	return ((const struct bind *)bind)->tool->stream->context;
}

static struct poll_sheet *
poll_sheet_of(const struct poll_run *run, void *sheet)
{
	return (struct poll_sheet *)((char *)sheet + run->tool->poll_at);
}

struct poll
poll_of(struct poll_run *run, struct bind *bind, void *sheet,
    size_t option_size)
{
	struct poll poll = poll_begin(&run->method, bind,
	    poll_sheet_of(run, sheet), option_size);

	poll.read = run->ballots;
	return poll;
}

struct ballot_rules *
poll_rules(const struct poll_run *run, const struct poll *poll,
    const struct ballot_rule *rule, void *own)
{
	struct ballot_rules *rules = arena_alloc(poll->arena, sizeof(*rules));

	*rules = (struct ballot_rules){ poll->arena, run->scratch, poll->names,
		rule, own };
	return rules;
}

/* The rules that what was read so far settles, so that ballots are judged as
 * they come. */
static struct ballot_rules *
settled_rules(struct poll_run *run, struct bind *bind, const struct node *map)
{
	void *sheet = arena_alloc(bind->doc->arena, run->tool->sheet_size);
	struct bind *fresh = bind_preview(bind, map, sheet);
	struct ballot_rules *rules;

	run->has_ballots = true;
	rules = run->tool->settle(run, fresh, sheet);
	return fresh->doc->faults.count == 0 && rules->options->count > 0 &&
		run->settled
	    ? rules
	    : NULL;
}

/* The ballots so far. */
static struct ballots *
ballots_of(struct poll_run *run, struct bind *bind)
{
	if (run->ballots == NULL)
		run->ballots = ballot_open(bind->doc->arena, &bind->doc->faults,
		    &bind->doc->remarks, &run->tool->form);
	return run->ballots;
}

/* Whether rules are settled anew for one list more: for the first ones, then each
 * time that there are twice as many, since all that was read is bound again.  By
 * rules that are not the last too much is rejected at most, whose places are
 * kept: all is judged by the last ones in the end. */
static bool
settles_anew(size_t list)
{
	enum { FIRST_LISTS = 4 };

	return list <= FIRST_LISTS || (list & (list - 1)) == 0;
}

static void
begin_ballots(void *context, struct node *map)
{
	struct poll_run *run = run_of(context);

	if (!run->keep && settles_anew(++run->lists))
		run->rules = settled_rules(run, context, map);
	ballot_begin(ballots_of(run, context), run->rules);
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
 * name their voters, or stand in columns; so do those behind it, since a voter's
 * first one counts. */
static bool
waits(void *bind, const struct node *list)
{
	struct poll_run *run = run_of(bind);

	run->waiting |=
	    ballot_may_name(list) || poll_turns(bind, &run->tool->form, list);
	return run->waiting;
}

/* Whether any ballot came, or stands in a list that was not handed over. */
static bool
brings_ballots(const struct poll_run *run, const struct poll_sheet *sheet)
{
	BIND_EACH(struct node *const, list, &sheet->ballot_nodes)
		NODE_EACH(const struct node, item, (*list))
			if (item->table == 0 || !node_is_empty(item))
				return true;
	return run->ballots != NULL && ballot_any(run->ballots);
}

/* Takes the first of the lists that were not handed over, as long as they are
 * tables: what heads the columns may be what is voted for. */
static void
take_tables(struct poll_run *run, struct bind *bind,
    const struct poll_sheet *sheet)
{
	struct ballots *ballots = ballots_of(run, bind);
	const struct node *row;

	run->tables = 0;
	BIND_EACH(struct node *const, list, &sheet->ballot_nodes) {
		for (row = (*list)->first; row != NULL && row->table > 0;)
			row = row->next;
		if (row != NULL || *(*list)->text != '\0')
			break;
		for (row = (*list)->first; row != NULL; row = row->next)
			ballot_add(ballots, row);
		run->tables++;
	}
}

/* Ballots that could not be handed over: behind an anchor, or no list. */
static void
take_rest(struct poll_run *run, struct bind *bind,
    const struct poll_sheet *sheet, struct ballot_rules *rules)
{
	struct ballots *ballots = ballots_of(run, bind);
	size_t place = 0;

	BIND_EACH(struct node *const, list, &sheet->ballot_nodes) {
		if (place++ < run->tables)
			continue;
		ballot_part_voters(rules, *list);
		if (*(*list)->text != '\0')
			bind_fault(bind, (*list)->pos, M_BALLOTS_NO_LIST,
			    (*list)->text);
		NODE_EACH(const struct node, item, (*list)) {
			if (item->level > 0)
				bind_fault(bind, item->key_pos, M_NESTED);
			else
				ballot_add(ballots, item);
		}
	}
}

/* A table of voters holds ballots, whatever it stands under: under the options,
 * it would be more of them. */
static void
arrange(struct method *method, const struct doc_part *part)
{
	const struct poll_tool *tool = run_of(method->bind)->tool;

	poll_tables(method, &tool->form, tool->subject, part->root, part->root);
	if (tool->form.pairs != NULL && tool->form.sure != NULL)
		poll_voters(method, &tool->form, part->root);
	else if (tool->form.sure != NULL)
		poll_lines(method->bind, &tool->form, part->root, part->root);
	poll_settings(method, part->root);
	if (tool->arrange != NULL)
		tool->arrange(method, part);
}

/* Whether all operands can be read a second time. */
static bool
can_read_again(int argc, char **argv, const struct poll_run *run)
{
	struct stat status;
	bool standard = true; /* nothing but it is read */

	for (int i = 1; i < argc; i++) {
		if (*argv[i] == '-' || stat(argv[i], &status) != 0)
			continue;
		standard = false;
		if (!S_ISREG(status.st_mode))
			return false;
	}
	for (int i = 1; i < argc; i++)
		standard |= strcmp(argv[i], "-") == 0;
	return !standard ||
	    (run->start >= 0 && fseeko(stdin, run->start, SEEK_SET) == 0);
}

/* Reads and counts, perhaps in vain. */
static int
run_once(struct poll_run *run, int argc, char **argv,
    const struct bind_tool *tool, const struct opt *opts)
{
	struct method *method = &run->method;
	struct poll_sheet *sheet = poll_sheet_of(run, run->sheet);
	struct ballot_tally tally;
	struct ballot_rules *rules;
	bool no = false;

	method->arrange = arrange;
	method_open(method, argc, argv, tool, opts, run->sheet);
	run->has_ballots = brings_ballots(run, sheet);
	take_tables(run, method->bind, sheet);
	rules = run->tool->settle(run, method->bind, run->sheet);
	take_rest(run, method->bind, sheet, rules);
	tally = ballot_count(run->ballots, rules);
	run->has_ballots = ballot_any(run->ballots);
	run->tool->compute(run, &tally);
	tally.lost &= method->bind->doc->faults.count == 0;
	run->again = tally.lost && can_read_again(argc, argv, run);
	if (tally.lost && !run->again)
		bind_fault(method->bind, run->late, M_VOTE_LATE);
	if (!run->again && method_ready(method))
		no = run->tool->render(run);
	ballot_close(run->ballots);
	return method_close(method, no);
}

int
poll_run(struct poll_run *run, int argc, char **argv, const struct opt *opts)
{
	const struct bind_stream stream = { T_BALLOTS, run, begin_ballots,
		take_ballot, take_texts, waits };
	const struct bind_tool tool = { run->tool->subject, run->tool->summary,
		run->tool->rows, &stream };
	ARENA_SCRATCH(sheets);
	ARENA_SCRATCH(scratch);
	const struct method asked = run->method;
	int status;

	run->scratch = scratch;
	run->start = ftello(stdin);
	do {
		run->method = asked;
		run->ballots = NULL;
		run->rules = NULL;
		run->waiting = false;
		run->keep = run->again;
		run->sheet = arena_alloc(sheets, run->tool->sheet_size);
		status = run_once(run, argc, argv, &tool, opts);
	} while (run->again && !run->keep);
	return status;
}
