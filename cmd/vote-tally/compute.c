/*
 * compute: from votes to ranks, shares, quorum and who is retained.
 */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/sha256.h"
#include "domain/rank.h"
#include "source/md.h"
#include "text/uni.h"
#include "vote.h"

static struct arena *
arena_of(const struct vote *vote)
{
	return vote->bind->doc->arena;
}

/* A list of lines and what they are compared with. */
struct sorting {
	const struct vote *vote;
	struct line line;
};

static int
compare_votes(const void *a, const void *b)
{
	const struct sorting *one = a, *two = b;

	if (one->line.votes != two->line.votes)
		return one->line.votes > two->line.votes ? -1 : 1;
	return option_order(one->vote, one->line.option, two->line.option);
}

static void
sort_lines(const struct vote *vote, struct result *result)
{
	struct sorting *sorted =
	    arena_array(arena_of(vote), result->count, sizeof(*sorted));
	size_t i;

	for (i = 0; i < result->count; i++)
		sorted[i] = (struct sorting){ vote, result->lines[i] };
	if (result->count > 1)
		qsort(sorted, result->count, sizeof(*sorted), compare_votes);
	for (i = 0; i < result->count; i++)
		result->lines[i] = sorted[i].line;
}

static void
add_votes(const struct vote *vote, const struct ballot_tally *tally,
    struct result *result)
{
	uint64_t *votes =
	    arena_array(arena_of(vote), vote->list.count, sizeof(*votes));
	size_t *ranks =
	    arena_array(arena_of(vote), vote->list.count, sizeof(*ranks));
	const struct option *option;
	size_t i;

	result->count = vote->list.count;
	result->lines =
	    arena_array(arena_of(vote), result->count, sizeof(*result->lines));
	for (i = 0; i < result->count; i++) {
		option = option_at(vote, i);
		votes[i] = option->votes + tally->votes[i];
		result->total += votes[i];
		result->lines[i] = (struct line){ .option = i,
			.votes = votes[i],
			.voters = option->voters + tally->voters[i],
			.given = i + 1,
			.digest = "" };
	}
	rank_shared(votes, result->count, ranks);
	for (i = 0; i < result->count; i++)
		result->lines[i].rank = ranks[i];
	sort_lines(vote, result);
}

/* A rejected ballot, and the order in which its file came. */
struct placed {
	struct ballot_reject reject;
	size_t file, index;
};

static int
compare_places(const void *a, const void *b)
{
	const struct placed *one = a, *two = b;

	if (one->file != two->file)
		return one->file < two->file ? -1 : 1;
	if (one->reject.line != two->reject.line)
		return one->reject.line < two->reject.line ? -1 : 1;
	return one->index < two->index ? -1 : one->index > two->index;
}

static size_t
file_order(const struct vote *vote, const char *file)
{
	const struct doc *doc = vote->bind->doc;
	size_t i;

	for (i = 0; i < doc->part_count; i++)
		if (doc->parts[i].root->pos.file == file)
			break;
	return i;
}

static void
place_rejects(const struct vote *vote, const struct ballot_tally *tally,
    struct result *result)
{
	const struct ballot_reject *read = vote->rejects.at, *from;
	size_t count = tally->reject_count + vote->rejects.count, i;
	struct placed *placed =
	    arena_array(arena_of(vote), count, sizeof(*placed));

	for (i = 0; i < count; i++) {
		from = i < tally->reject_count ? &tally->rejects[i]
					       : &read[i - tally->reject_count];
		placed[i] =
		    (struct placed){ *from, file_order(vote, from->file), i };
	}
	if (count > 1)
		qsort(placed, count, sizeof(*placed), compare_places);
	result->rejected = count;
	result->rejects =
	    arena_array(arena_of(vote), count, sizeof(*result->rejects));
	for (i = 0; i < count; i++) {
		result->rejects[i] = placed[i].reject;
		result->again += placed[i].reject.reason == BALLOT_VOTER_AGAIN;
	}
}

static int
compare_groups(const void *a, const void *b)
{
	const struct group *one = a, *two = b;

	return option_compare(one->name, two->name);
}

static struct group *
group_of(const struct vote *vote, struct result *result, const char *name)
{
	struct arena *arena = arena_of(vote);
	struct group *group;
	size_t i;

	for (i = 0; i < result->group_count; i++)
		if (strcmp(result->groups[i].name, name) == 0)
			return &result->groups[i];
	result->groups =
	    arena_grow(arena, result->groups, i, sizeof(*result->groups));
	group = &result->groups[result->group_count++];
	group->name = name;
	group->votes =
	    arena_array(arena, vote->list.count, sizeof(*group->votes));
	return group;
}

static void
add_groups(const struct vote *vote, const struct ballot_tally *tally,
    struct result *result)
{
	const struct group *read = vote->groups.at;
	size_t count = vote->list.count, i, j;
	uint64_t grouped = 0;
	struct group *group;

	for (j = 0; j < vote->groups.count + tally->group_count; j++) {
		const uint64_t *votes = j < vote->groups.count
		    ? read[j].votes
		    : tally->group_votes + (j - vote->groups.count) * count;

		group = group_of(vote, result,
		    j < vote->groups.count
			? read[j].name
			: tally->groups[j - vote->groups.count]);
		for (i = 0; i < count; i++) {
			group->votes[i] += votes[i];
			grouped += votes[i];
		}
	}
	if (result->group_count > 1)
		qsort(result->groups, result->group_count,
		    sizeof(*result->groups), compare_groups);
	result->ungrouped = grouped < result->total;
}

static void
find_base(const struct vote *vote, struct result *result)
{
	uint64_t dots = vote_dots(vote), people;

	result->voters_known = !vote->has_counts;
	result->single = dots == 1 || !vote_stacks(vote);
	result->base_known = vote->participants.known ||
	    (vote->has_ballots && !vote->has_counts);
	result->base = vote->participants.known ? vote->participants.count
						: result->cast - result->again;
	result->base_known &= result->base > 0;
	people = vote->has_counts
	    ? (vote->participants.known ? vote->participants.count : 0)
	    : result->cast;
	if (dots == UNLIMITED || people < result->rejected ||
	    (!vote->has_ballots && !vote->participants.known) ||
	    (vote->has_counts && !vote->participants.known))
		return;
	if (!vote->has_counts && !vote->has_ballots)
		return;
	people -= result->rejected;
	if (people > UINT64_MAX / dots || people * dots < result->total)
		return;
	result->unused_known = true;
	result->unused = people * dots - result->total;
}

static void
find_quorum(const struct vote *vote, struct result *result)
{
	bool known = vote->has_ballots && !vote->has_counts;

	if (!vote->quorum.given)
		return;
	result->quorum = QUORUM_UNKNOWN;
	if (!known && !vote->participants.known)
		return;
	result->quorum_cast =
	    known ? result->cast - result->again : vote->participants.count;
	if (is_share(&vote->quorum) && !vote->electorate.known)
		return;
	result->quorum_needed = is_share(&vote->quorum)
	    ? share_least(&vote->quorum.share, vote->electorate.count)
	    : vote->quorum.value;
	result->quorum = result->quorum_cast >= result->quorum_needed
	    ? QUORUM_MET
	    : QUORUM_MISSED;
}

/* Whether a line reaches the threshold; a line without votes never does. */
static bool
reaches(const struct vote *vote, const struct result *result,
    const struct line *line)
{
	const struct setting *threshold = &vote->threshold;
	uint64_t voters = result->voters_known ? line->voters : line->votes;

	if (line->votes == 0 || result->threshold_unknown)
		return false;
	if (!threshold->given)
		return true;
	return is_share(threshold)
	    ? share_is_reached(&threshold->share, voters, result->base)
	    : line->votes >= threshold->value;
}

/* An option in the tie that is to be broken. */
struct tied {
	const char *key; /* what it is drawn by: a digest */
	size_t given;
	struct line *line;
};

static int
compare_tied(const void *a, const void *b)
{
	const struct tied *one = a, *two = b;
	int order = strcmp(one->key, two->key);

	return order ? order : (one->given < two->given ? -1 : 1);
}

/* The digest of "seed label-or-text". */
static const char *
digest_of(const struct vote *vote, size_t option)
{
	char *text = arena_format(arena_of(vote), "%s %s", vote->seed.text,
		 option_name(vote, option)),
	     *hex = arena_alloc(arena_of(vote), SHA256_HEX + 1);

	sha256_hex(text, strlen(text), hex);
	return hex;
}

/* Breaks the tie of count lines for so many seats, or tells it. */
static void
break_tie(const struct vote *vote, struct result *result, struct tied *tied,
    size_t count, size_t seats)
{
	enum tie rule = vote_tie(vote);
	size_t i;

	result->tie = arena_array(arena_of(vote), count, sizeof(*result->tie));
	result->tie_count = count;
	result->tied = rule == TIE_NONE;
	for (i = 0; i < count; i++) {
		if (rule == TIE_DRAW)
			tied[i].line->digest =
			    digest_of(vote, tied[i].line->option);
		tied[i].key = tied[i].line->digest;
	}
	if (rule != TIE_NONE)
		qsort(tied, count, sizeof(*tied), compare_tied);
	for (i = 0; i < count; i++) {
		result->tie[i] = tied[i].line->option;
		tied[i].line->retained = rule != TIE_NONE && i < seats;
	}
}

/* Of those that reach the threshold, by votes, the first ones are retained. */
static void
retain(const struct vote *vote, struct result *result)
{
	struct tied *reached;
	size_t count = 0, seats, above = 0, level = 0, i;
	uint64_t cut;

	result->selects = vote->winners.given || vote->threshold.given;
	result->threshold_unknown = vote->threshold.given &&
	    is_share(&vote->threshold) &&
	    (!result->base_known || (!result->voters_known && !result->single));
	if (!result->selects)
		return;
	reached = arena_array(arena_of(vote), result->count, sizeof(*reached));
	for (i = 0; i < result->count; i++)
		if (reaches(vote, result, &result->lines[i]))
			reached[count++] = (struct tied){ "",
				result->lines[i].given, &result->lines[i] };
	seats = vote->winners.given ? (size_t)vote->winners.value : count;
	cut = count > seats ? reached[seats - 1].line->votes : 0;
	for (i = 0; i < count; i++) {
		reached[i].line->retained = reached[i].line->votes > cut;
		above += reached[i].line->votes > cut;
		level += reached[i].line->votes == cut;
	}
	if (above + level > seats)
		break_tie(vote, result, reached + above, level, seats - above);
	else
		for (i = above; i < above + level; i++)
			reached[i].line->retained = true;
}

static int
compare_given(const void *a, const void *b)
{
	const struct line *one = a, *two = b;

	return one->given < two->given ? -1 : one->given > two->given;
}

struct result
compute(const struct vote *vote, const struct ballot_tally *tally)
{
	static const enum term given = T_SORT_GIVEN;
	struct result result = { 0 };

	add_votes(vote, tally, &result);
	place_rejects(vote, tally, &result);
	add_groups(vote, tally, &result);
	result.cast = vote->cast + tally->cast;
	result.blank = vote->blank + tally->blank;
	find_base(vote, &result);
	find_quorum(vote, &result);
	retain(vote, &result);
	if (vote->options->sort != NULL && result.count > 1 &&
	    term_find(vote->options->sort, &given, 1, NULL) != T_NONE)
		qsort(result.lines, result.count, sizeof(*result.lines),
		    compare_given);
	return result;
}
