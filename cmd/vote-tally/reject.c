/*
 * reject: ballots that do not count, each with its place and its reason.
 */
#include "base/arena.h"
#include "source/md.h"
#include "vote.h"

const struct bind_row reject_rows[] = {
	ROW(BIND_TEXT, reject, where, .key = T_WHERE,
	    .flags = BIND_LABEL | BIND_REQUIRED),
	ROW(BIND_TEXT, reject, reason, .key = T_REASON, .flags = BIND_REQUIRED),
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
add(const struct vote *vote, struct bind_list *list,
    struct ballot_reject reject)
{
	const struct doc *doc = vote->bind->doc;

	while (reject.part < doc->part_count &&
	    doc->parts[reject.part].root->pos.file != reject.pos.file)
		reject.part++;
	bind_put(vote->bind, list, &reject, sizeof(reject));
}

/* Adds what a report says of one. */
static void
add_again(const struct vote *vote, struct bind_list *list,
    const struct reject *again)
{
	struct ballot_reject reject = { .pos = again->where.pos,
		.place = again->where.text };

	ballot_reason_read(vote->arena,
	    md_plain(vote->arena, again->reason.text), &reject);
	if (reject.reason == M_BALLOT_UNKNOWN &&
	    ballot_find(vote->names, reject.args[0]) != NULL)
		bind_fault(vote->bind, reject.pos, M_VOTE_NOW_KNOWN,
		    reject.place, reject.args[0]);
	add(vote, list, reject);
}

void
reject_compute(const struct vote *vote, const struct ballot_tally *tally,
    struct result *result)
{
	struct bind_list list = { .count = 0 };
	size_t i;

	for (i = 0; i < tally->reject_count; i++)
		add(vote, &list, tally->rejects[i]);
	BIND_EACH(const struct reject, again, &vote->sheet->rejects)
		add_again(vote, &list, again);
	result->rejects = method_sorted(vote->method,
	    sizeof(struct ballot_reject), compare_places,
	    (const struct bind_list *const[]){ &list, NULL });
	BIND_EACH(const struct ballot_reject, reject, &result->rejects)
		if (reject->reason == M_BALLOT_VOTER_AGAIN) {
			result->again++;
			method_person(vote->method,
			    md_words(vote->arena, reject->args[0]));
		}
}

/* The place of a rejected ballot, where it is known. */
static struct pos
place_of(const struct vote *vote, const struct ballot_reject *reject)
{
	return reject->pos.line > 0
	    ? (struct pos){ reject->pos.file, reject->pos.line, 1 }
	    : vote_place(vote);
}

/* Finds a reason for which more than a fifth of the ballots do not count. */
static void
find_many(const struct vote *vote, const struct result *result,
    enum term reason)
{
	const struct ballot_reject *first = NULL;
	uint64_t count = 0, cast = result->figures[CAST].count;

	BIND_EACH(const struct ballot_reject, reject, &result->rejects)
		if (reject->reason == reason) {
			first = first != NULL ? first : reject;
			count++;
		}
	if (count > 1 && 5 * count > cast)
		method_find(vote->method, place_of(vote, first), M_VOTE_FIFTH,
		    vote_number(vote, count), vote_number(vote, cast),
		    ballot_reason_text(vote->arena, first, vote->method->lang));
}

void
reject_find_many(const struct vote *vote, const struct result *result)
{
	size_t i;

	for (i = 0; i < BALLOT_REASONS; i++)
		if (ballot_reasons[i] != M_BALLOT_VOTER_AGAIN)
			find_many(vote, result, ballot_reasons[i]);
	find_many(vote, result, T_NONE);
}

void
reject_find(const struct vote *vote, const struct result *result)
{
	const struct ballot_reject *reject = result->rejects.at;

	if (result->rejects.count == 1)
		method_find(vote->method, place_of(vote, reject),
		    M_VOTE_REJECTED_ONE, reject->place);
	else if (result->rejects.count > 1)
		method_find(vote->method, place_of(vote, reject),
		    M_VOTE_REJECTED, vote_number(vote, result->rejects.count));
}

void
reject_render(const struct vote *vote, const struct result *result)
{
	struct bind_list list = { .count = 0 };
	struct reject line = { .reason.given = true };

	BIND_EACH(const struct ballot_reject, reject, &result->rejects) {
		line.where.text = reject->place;
		line.reason.text = md_words(vote->arena,
		    ballot_reason_text(vote->arena, reject,
			vote->method->lang));
		bind_put(vote->bind, &list, &line, sizeof(line));
	}
	method_table(vote->method, T_REJECTED, reject_rows, sizeof(line),
	    &list);
}
