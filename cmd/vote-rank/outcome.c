/*
 * outcome: what each method comes to: ranks, who is retained, and ties.
 */
#include "rank.h"

/* Ranks by points: the most first. */
static void
rank_points(const uint64_t points[], size_t options, size_t rank[])
{
	size_t i, j;

	for (i = 0; i < options; i++)
		for (rank[i] = 1, j = 0; j < options; j++)
			rank[i] += points[j] > points[i];
}

/* How many options of a set stand before one in the order that parts ties. */
static size_t
places_before(const struct vote *vote, count_set set, size_t option)
{
	size_t before = 0;

	for (; set != 0; set &= set - 1)
		before += vote->order[count_first(set)] < vote->order[option];
	return before;
}

/* Who is retained by the ranks: those of a rank that crosses the cut are parted
 * by the order, or tied. */
static void
retain(const struct vote *vote, struct outcome *outcome)
{
	size_t n = vote->tally->options, i, j, before;
	count_set same;
	bool crosses;

	outcome->known = true;
	for (i = 0; i < n; i++) {
		for (same = 0, before = 0, j = 0; j < n; j++) {
			before += outcome->rank[j] < outcome->rank[i];
			if (outcome->rank[j] == outcome->rank[i])
				same |= count_one(j);
		}
		if (before >= vote->seats)
			continue;
		crosses = before + count_size(same) > vote->seats;
		if (crosses && vote->order != NULL)
			outcome->parted = same;
		else if (crosses)
			outcome->tied = same;
		if (!crosses ||
		    (vote->order != NULL &&
			before + places_before(vote, same, i) < vote->seats))
			outcome->retained |= count_one(i);
	}
}

/* The methods that count papers, where these are known. */
static void
count_papers(struct vote *vote, enum way way, struct rounds *rounds)
{
	struct outcome *outcome = &vote->outcomes[way];
	size_t n = vote->tally->options;

	if (way == WAY_IRV)
		runoff_count(vote->poll.arena, vote->papers, vote->paper_count,
		    n, vote->order, rounds);
	else
		stv_count(vote->poll.arena, vote->papers, vote->paper_count, n,
		    vote->seats, vote->order, rounds);
	rounds_ranks(rounds, outcome->rank);
	retain(vote, outcome);
	outcome->open = rounds->open != 0;
	if (outcome->open)
		outcome->tied = rounds->open;
	if (way != WAY_STV)
		return;
	outcome->retained = rounds->at[rounds->count - 1].elected;
	outcome->tied = rounds->open;
	outcome->parted = 0;
}

void
outcome_compute(struct vote *vote)
{
	const struct duels *duels = &vote->tally->duels;
	struct outcome *outcomes = vote->outcomes;
	size_t n = vote->tally->options;
	enum term tie = vote->sheet->poll.tie.term;
	struct standing schulze =
	    schulze_stand(duels, vote->margin, vote->widest);
	struct rounds *rounds = arena_alloc(vote->poll.arena, sizeof(*rounds));

	if (tie != T_TIE_NONE)
		vote->order = poll_tie_order(&vote->poll, tie == T_TIE_DRAW);
	standing_ranks(&schulze, outcomes[WAY_SCHULZE].rank);
	outcomes[WAY_CONDORCET] = outcomes[WAY_SCHULZE];
	pairs_count(vote->poll.arena, duels, vote->margin, vote->order,
	    &vote->pairs);
	standing_ranks(&vote->pairs.standing, outcomes[WAY_PAIRS].rank);
	borda_count(duels, vote->halves);
	rank_points(vote->halves, n, outcomes[WAY_BORDA].rank);
	retain(vote, &outcomes[WAY_CONDORCET]);
	retain(vote, &outcomes[WAY_SCHULZE]);
	retain(vote, &outcomes[WAY_PAIRS]);
	retain(vote, &outcomes[WAY_BORDA]);
	if (!tally_lists(vote) || n == 0)
		return;
	if (vote->seats == 1 || vote->way == WAY_IRV)
		count_papers(vote, WAY_IRV,
		    vote->way == WAY_IRV ? &vote->rounds : rounds);
	if (vote->seats > 1 || vote->way == WAY_STV)
		count_papers(vote, WAY_STV,
		    vote->way == WAY_STV ? &vote->rounds : rounds);
}

bool
outcome_is_other(const struct vote *vote, enum way way)
{
	return vote->outcomes[way].known && way != vote->way &&
	    vote->tally->duels.papers > 0 &&
	    (way != WAY_SCHULZE || vote->way != WAY_CONDORCET);
}

const char *
outcome_text(const struct vote *vote, enum way way)
{
	const struct outcome *outcome = &vote->outcomes[way];
	struct buf out = BUF_INIT;

	buf_string(&out, rank_names(vote, outcome->retained));
	if (outcome->tied != 0)
		buf_join(&out, " ; ",
		    method_text(method_of(vote),
			outcome->open ? M_RANK_UNDECIDED : M_RANK_TIED,
			rank_names(vote, outcome->tied)));
	return buf_take(&out, vote->poll.arena);
}
