/*
 * reject: ballots that do not count, each with its place and its reason.
 */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "source/md.h"
#include "vote.h"

const struct bind_row reject_rows[] = {
	ROW(BIND_TEXT, reject, where, .key = T_WHERE,
	    .flags = BIND_LABEL | BIND_REQUIRED),
	ROW(BIND_TEXT, reject, reason, .key = T_REASON, .flags = BIND_REQUIRED),
	{ BIND_END },
};

/* A rejected ballot, and the order in which its file came. */
struct placed {
	struct ballot_reject reject;
	size_t file;
};

static int
compare_places(const void *a, const void *b)
{
	const struct placed *one = a, *two = b;

	if (one->file != two->file)
		return one->file < two->file ? -1 : 1;
	return one->reject.line < two->reject.line
	    ? -1
	    : one->reject.line > two->reject.line;
}

static void
add(const struct vote *vote, struct bind_list *list,
    const struct ballot_reject *reject)
{
	const struct doc *doc = vote->bind->doc;
	struct placed *placed = bind_append(vote->bind, list, sizeof(*placed));
	size_t i = 0;

	while (
	    i < doc->part_count && doc->parts[i].root->pos.file != reject->file)
		i++;
	*placed = (struct placed){ *reject, i };
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
	const struct placed *placed;
	struct ballot_reject reject;
	size_t i;

	for (i = 0; i < tally->reject_count; i++)
		add(vote, &list, &tally->rejects[i]);
	for (i = 0; i < vote->sheet->rejects.count; i++) {
		reject = read_again(vote, rules,
		    (const struct reject *)vote->sheet->rejects.at + i);
		add(vote, &list, &reject);
	}
	list = method_sorted(vote->method, sizeof(*placed), compare_places,
	    (const struct bind_list *const[]){ &list, NULL });
	placed = list.at;
	for (i = 0; i < list.count; i++) {
		*(struct ballot_reject *)bind_append(vote->bind,
		    &result->rejects, sizeof(reject)) = placed[i].reject;
		if (placed[i].reject.reason != BALLOT_VOTER_AGAIN)
			continue;
		result->again++;
		method_person(vote->method,
		    md_words(vote->arena, placed[i].reject.args[0]));
	}
}

void
reject_find(const struct vote *vote, const struct result *result)
{
	const struct ballot_reject *reject = result->rejects.at;
	struct pos pos = vote_place(vote);

	if (result->rejects.count == 0)
		return;
	if (reject->line > 0)
		pos = (struct pos){ reject->file, reject->line, 1 };
	if (result->rejects.count == 1)
		method_find(vote->method, pos, M_VOTE_REJECTED_ONE,
		    reject->place);
	else
		method_find(vote->method, pos, M_VOTE_REJECTED,
		    vote_number(vote, result->rejects.count));
}

void
reject_render(const struct vote *vote, const struct result *result)
{
	const struct ballot_reject *reject = result->rejects.at;
	struct bind_list list = { .count = 0 };
	size_t i;

	for (i = 0; i < result->rejects.count; i++)
		*(struct reject *)bind_append(vote->bind, &list,
		    sizeof(struct reject)) =
		    (struct reject){ { reject[i].place },
			    { md_words(vote->arena,
				ballot_reason_text(vote->arena, &reject[i],
				    vote->method->lang)) } };
	method_table(vote->method, T_REJECTED, reject_rows,
	    sizeof(struct reject), &list);
}
