/*
 * check: what the method would have one look at.
 */
#include <inttypes.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "vote.h"

enum { MANY_OPTIONS = 12 };

static struct arena *
arena_of(const struct vote *vote)
{
	return vote->bind->doc->arena;
}

static const char *
number(const struct vote *vote, uint64_t value)
{
	return arena_format(arena_of(vote), "%" PRIu64, value);
}

/* A place for what concerns the whole vote. */
static struct pos
place_of(const struct vote *vote)
{
	struct pos pos = { NULL, 0, 0 };

	if (vote->list.count > 0)
		return option_at(vote, 0)->pos;
	if (vote->bind->doc->part_count > 0)
		pos = vote->bind->doc->parts[0].root->pos;
	return pos;
}

static struct pos
place_or(const struct vote *vote, const struct setting *setting)
{
	return setting->pos.file ? setting->pos : place_of(vote);
}

/* Names of options, parted by commas, or by semicolons if some hold one. */
static const char *
join(const struct vote *vote, const size_t *options, size_t count)
{
	struct buf out = BUF_INIT;
	const char *comma = ", ", *joined;
	size_t i;

	for (i = 0; i < count; i++)
		if (*option_at(vote, options[i])->label == '\0')
			comma = " ; ";
	for (i = 0; i < count; i++) {
		buf_string(&out, i > 0 ? comma : "");
		buf_string(&out, option_name(vote, options[i]));
	}
	joined = arena_copy(arena_of(vote), out.at, out.length);
	buf_free(&out);
	return joined;
}

static void
check_cut(const struct vote *vote, struct result *result)
{
	struct notes *findings = &result->findings;

	if (result->tied)
		note_add(findings, place_of(vote), M_VOTE_TIE,
		    join(vote, result->tie, result->tie_count),
		    number(vote, vote->winners.value));
	if (result->threshold_unknown)
		note_add(findings, vote->threshold.pos, M_VOTE_NO_THRESHOLD);
}

static void
check_quorum(const struct vote *vote, struct result *result)
{
	struct notes *findings = &result->findings;
	struct pos pos = place_or(vote, &vote->quorum);

	if (result->quorum == QUORUM_MISSED)
		note_add(findings, pos, M_VOTE_QUORUM_MISSED,
		    number(vote, result->quorum_cast),
		    number(vote, result->quorum_needed));
	if (result->quorum == QUORUM_UNKNOWN)
		note_add(findings, pos, M_VOTE_QUORUM_UNKNOWN);
	if (vote->participants.known && vote->has_ballots &&
	    !vote->has_counts &&
	    result->cast - result->again > vote->participants.count)
		note_add(findings, place_of(vote), M_VOTE_MORE_BALLOTS,
		    number(vote, result->cast - result->again),
		    number(vote, vote->participants.count));
	if (vote->participants.known && vote->electorate.known &&
	    vote->participants.count > vote->electorate.count)
		note_add(findings, place_of(vote), M_VOTE_MORE_PEOPLE,
		    number(vote, vote->participants.count),
		    number(vote, vote->electorate.count));
}

/* What totals alone can tell. */
static void
check_totals(const struct vote *vote, struct result *result)
{
	uint64_t dots = vote_dots(vote), people = vote->participants.count;
	struct notes *findings = &result->findings;
	uint64_t odd;

	if (dots == UNLIMITED)
		return;
	if (vote->participants.known && people <= UINT64_MAX / dots &&
	    result->total > people * dots)
		note_add(findings, place_of(vote), M_VOTE_MORE_VOTES,
		    number(vote, result->total), number(vote, people * dots),
		    number(vote, people), number(vote, dots));
	odd = result->total % dots;
	if (odd == 0 || vote->has_ballots || !vote->has_counts ||
	    !vote->dots.given ||
	    (vote->participants.known && result->total / dots >= people))
		return;
	odd = dots - odd;
	if (odd == 1)
		note_add(findings, place_of(vote), M_VOTE_ODD_ONE,
		    number(vote, result->total), number(vote, dots));
	else
		note_add(findings, place_of(vote), M_VOTE_ODD,
		    number(vote, result->total), number(vote, dots),
		    number(vote, odd));
}

static void
check_rejects(const struct vote *vote, struct result *result)
{
	struct pos pos = place_of(vote);

	if (result->rejected == 0)
		return;
	if (result->rejects[0].line > 0)
		pos = (struct pos){ result->rejects[0].file,
			result->rejects[0].line, 1 };
	if (result->rejected == 1)
		note_add(&result->findings, pos, M_VOTE_REJECTED_ONE,
		    result->rejects[0].place);
	else
		note_add(&result->findings, pos, M_VOTE_REJECTED,
		    number(vote, result->rejected));
}

static void
check_options(const struct vote *vote, struct result *result)
{
	size_t *without =
		   arena_array(arena_of(vote), result->count, sizeof(*without)),
	       count = 0, i;
	struct notes *findings = &result->findings;
	uint64_t dots = vote_dots(vote);

	for (i = 0; i < result->count; i++)
		if (result->lines[i].votes == 0)
			without[count++] = result->lines[i].option;
	if (count > 0 && result->total > 0)
		note_add(findings, option_at(vote, without[0])->pos,
		    count == 1 ? M_VOTE_WITHOUT_ONE : M_VOTE_WITHOUT,
		    join(vote, without, count));
	if (result->count > MANY_OPTIONS)
		note_add(findings, place_of(vote), M_VOTE_MANY_OPTIONS,
		    number(vote, result->count));
	if (result->count == 0 || dots <= 1)
		return;
	if (8 * dots < result->count)
		note_add(findings, place_or(vote, &vote->dots), M_VOTE_FEW_DOTS,
		    number(vote, dots), number(vote, result->count));
	if (2 * dots > result->count)
		note_add(findings, place_or(vote, &vote->dots),
		    M_VOTE_MANY_DOTS, number(vote, dots),
		    number(vote, result->count));
}

void
check(const struct vote *vote, struct result *result)
{
	check_cut(vote, result);
	check_quorum(vote, result);
	check_totals(vote, result);
	check_rejects(vote, result);
	check_options(vote, result);
}
