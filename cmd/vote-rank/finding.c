/*
 * finding: what the method would have people look at.
 */
#include "rank.h"

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

void
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
