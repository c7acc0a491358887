/*
 * poll_reject: ballots that do not count, each with its place and its reason.
 */
#include "vote/poll.h"

const struct bind_row poll_reject_rows[] = {
	ROW(poll_reject, where, .key = T_WHERE,
	    .flags = BIND_LABEL | BIND_REQUIRED),
	ROW(poll_reject, reason, .key = T_REASON, .flags = BIND_REQUIRED),
	ROW(poll_reject, times, .key = T_TIMES, .lowest = 1,
	    .highest = POLL_MOST, .flags = BIND_DECIDES),
	{ BIND_END },
};

static int
compare_places(const void *a, const void *b)
{
	const struct ballot_reject *one = a, *two = b;

	if (one->part != two->part)
		return one->part < two->part ? -1 : 1;
	return one->pos.line < two->pos.line ? -1
					     : one->pos.line > two->pos.line;
}

/* Adds one, with the place of its file among all. */
static void
add(const struct poll *poll, struct bind_list *list,
    struct ballot_reject reject)
{
	const struct doc *doc = poll->bind->doc;

	while (reject.part < doc->part_count &&
	    doc->parts[reject.part].root->pos.file != reject.pos.file)
		reject.part++;
	bind_add(poll->bind, list, reject);
}

/* Adds what a report says of one. */
static void
add_again(const struct poll *poll, struct bind_list *list,
    const struct poll_reject *again)
{
	struct ballot_reject reject = { .pos = again->where.pos,
		.place = again->where.text,
		.times = again->times.given
		    ? (uint64_t)again->times.thousandths / 1000
		    : 1 };

	ballot_reason_read(poll->arena,
	    md_plain(poll->arena, again->reason.text), &reject);
	if (reject.reason == M_BALLOT_UNKNOWN &&
	    ballot_find(poll->names, reject.args[0]) != NULL)
		bind_fault(poll->bind, reject.pos, M_VOTE_NOW_KNOWN,
		    reject.place, reject.args[0]);
	add(poll, list, reject);
}

void
poll_reject_take(const struct poll *poll, const struct ballot_tally *tally,
    struct turnout *turnout)
{
	struct bind_list list = { .count = 0 };
	uint64_t rejected = 0;

	for (size_t i = 0; i < tally->reject_count; i++)
		add(poll, &list, tally->rejects[i]);
	BIND_EACH(const struct poll_reject, again, &poll->sheet->rejects)
		add_again(poll, &list, again);
	turnout->rejects = list;
	method_sort(poll->method, &turnout->rejects,
	    sizeof(struct ballot_reject), compare_places);
	BIND_EACH(const struct ballot_reject, reject, &turnout->rejects) {
		rejected += reject->times;
		if (reject->reason == M_BALLOT_VOTER_AGAIN) {
			turnout->again++;
			method_person(poll->method,
			    md_words(poll->arena, reject->args[0]));
		}
	}
	poll_turnout_know(turnout, REJECTED, poll->has_ballots, rejected);
}

/* The place of a rejected ballot, where it is known. */
static struct pos
place_of(const struct poll *poll, const struct ballot_reject *reject)
{
	return reject->pos.line > 0
	    ? (struct pos){ reject->pos.file, reject->pos.line, 1 }
	    : poll_place(poll);
}

/* Finds a reason for which more than a fifth of the ballots do not count. */
static void
find_many(const struct poll *poll, const struct turnout *turnout,
    enum term reason)
{
	const struct ballot_reject *first = NULL;
	uint64_t count = 0, cast = turnout->figures[CAST].count;

	BIND_EACH(const struct ballot_reject, reject, &turnout->rejects)
		if (reject->reason == reason) {
			first = first != NULL ? first : reject;
			count += reject->times;
		}
	if (count > 1 && 5 * count > cast)
		method_find(poll->method, place_of(poll, first), M_VOTE_FIFTH,
		    poll_number(poll, count), poll_number(poll, cast),
		    ballot_reason_text(poll->arena, first, poll->method->lang));
}

void
poll_reject_find_many(const struct poll *poll, const struct turnout *turnout)
{
	for (size_t i = 0; i < BALLOT_REASONS; i++)
		if (ballot_reasons[i] != M_BALLOT_VOTER_AGAIN)
			find_many(poll, turnout, ballot_reasons[i]);
	find_many(poll, turnout, T_NONE);
}

void
poll_reject_find(const struct poll *poll, const struct turnout *turnout)
{
	const struct ballot_reject *reject = turnout->rejects.at;
	uint64_t count = turnout->figures[REJECTED].count;

	if (count == 1)
		method_find(poll->method, place_of(poll, reject),
		    M_VOTE_REJECTED_ONE, reject->place);
	else if (count > 1)
		method_find(poll->method, place_of(poll, reject),
		    M_VOTE_REJECTED, poll_number(poll, count));
}

void
poll_reject_render(const struct poll *poll, const struct turnout *turnout)
{
	struct bind_list list = { .count = 0 };
	struct poll_reject line = { .reason.given = true };

	BIND_EACH(const struct ballot_reject, reject, &turnout->rejects) {
		line.where.text = reject->place;
		line.reason.text = md_words(poll->arena,
		    ballot_reason_text(poll->arena, reject,
			poll->method->lang));
		line.times = method_count(reject->times);
		line.times.given = reject->times > 1;
		bind_add(poll->bind, &list, line);
	}
	method_table(poll->method, T_REJECTED, poll_reject_rows, sizeof(line),
	    &list);
}
