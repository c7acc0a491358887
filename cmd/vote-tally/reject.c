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
	return one->line < two->line ? -1 : one->line > two->line;
}

/* Adds one, with the place of its file among all. */
static void
add(const struct vote *vote, struct bind_list *list,
    const struct ballot_reject *from)
{
	const struct doc *doc = vote->bind->doc;
	struct ballot_reject *reject =
	    bind_append(vote->bind, list, sizeof(*reject));

	*reject = *from;
	while (reject->part < doc->part_count &&
	    doc->parts[reject->part].root->pos.file != reject->file)
		reject->part++;
}

/* What a report says of one. */
static struct ballot_reject
read_again(const struct vote *vote, struct ballot_rules *rules,
    const struct reject *again)
{
	struct ballot_reject reject = { .file = again->where.pos.file,
		.line = again->where.pos.line,
		.place = again->where.text };

	ballot_reason_read(vote->arena,
	    md_plain(vote->arena, again->reason.text), &reject);
	if (reject.reason == BALLOT_UNKNOWN &&
	    ballot_find(rules, reject.args[0]) != SIZE_MAX)
		bind_fault(vote->bind, again->where.pos, M_VOTE_NOW_KNOWN,
		    reject.place, reject.args[0]);
	return reject;
}

void
reject_compute(const struct vote *vote, const struct ballot_tally *tally,
    struct ballot_rules *rules, struct result *result)
{
	struct bind_list list = { .count = 0 };
	struct ballot_reject read;
	size_t i;

	for (i = 0; i < tally->reject_count; i++)
		add(vote, &list, &tally->rejects[i]);
	BIND_EACH(const struct reject, again, &vote->sheet->rejects) {
		read = read_again(vote, rules, again);
		add(vote, &list, &read);
	}
	result->rejects =
	    method_sorted(vote->method, sizeof(read), compare_places, &list);
	BIND_EACH(const struct ballot_reject, reject, &result->rejects)
		if (reject->reason == BALLOT_VOTER_AGAIN) {
			result->again++;
			method_person(vote->method,
			    md_words(vote->arena, reject->args[0]));
		}
}

/* The place of a rejected ballot, where it is known. */
static struct pos
place_of(const struct vote *vote, const struct ballot_reject *reject)
{
	return reject->line > 0 ? (struct pos){ reject->file, reject->line, 1 }
				: vote_place(vote);
}

void
reject_find_many(const struct vote *vote, const struct result *result)
{
	const struct ballot_reject *first[BALLOT_REASONS] = { NULL };
	uint64_t counts[BALLOT_REASONS] = { 0 };
	size_t i;

	BIND_EACH(const struct ballot_reject, reject, &result->rejects)
		if (counts[reject->reason]++ == 0)
			first[reject->reason] = reject;
	for (i = 0; i < BALLOT_REASONS; i++)
		if (first[i] != NULL && i != BALLOT_VOTER_AGAIN &&
		    counts[i] > 1 && 5 * counts[i] > result->cast)
			method_find(vote->method, place_of(vote, first[i]),
			    M_VOTE_FIFTH, vote_number(vote, counts[i]),
			    vote_number(vote, result->cast),
			    ballot_reason_text(vote->arena, first[i],
				vote->method->lang));
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

	BIND_EACH(const struct ballot_reject, reject, &result->rejects)
		*(struct reject *)bind_append(vote->bind, &list,
		    sizeof(struct reject)) = (struct reject){ { reject->place },
			{ md_words(vote->arena,
			    ballot_reason_text(vote->arena, reject,
				vote->method->lang)) } };
	method_table(vote->method, T_REJECTED, reject_rows,
	    sizeof(struct reject), &list);
}
