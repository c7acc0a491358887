/*
 * cut: who is retained: the threshold, the number to select, and ties.
 */
#include "vote.h"

/* What the threshold is a share of: votes, voters or electors; 0 where nobody knows
 * how many there are. */
static uint64_t
whole_of(const struct vote *vote, const struct result *result)
{
	const struct headcount *electorate = &vote->poll.figures[ELECTORATE];

	switch (vote->sheet->threshold.of) {
	case T_SHARE_OF_VOTES:
		return result->total;
	case T_SHARE_OF_VOTERS:
		return electorate->known ? electorate->count : 0;
	default:
		return result->turnout.base_known ? result->turnout.base : 0;
	}
}

/* Whether an option reaches the threshold; one without votes never does. */
static bool
reaches(const struct vote *vote, const struct result *result,
    const struct option *option)
{
	const struct bind_share *threshold = &vote->sheet->threshold;
	uint64_t votes = votes_of(option), voters = votes;

	if (result->turnout.voters_known && threshold->of != T_SHARE_OF_VOTES)
		voters = (uint64_t)option->voters.thousandths / 1000;
	if (votes == 0 || result->threshold_unknown)
		return false;
	if (!threshold->given)
		return true;
	return threshold->share.whole > 0 ? share_is_reached(&threshold->share,
						voters, whole_of(vote, result))
					  : votes >= threshold->count;
}

/* The first of those who reach the threshold, as many as are to be. */
static void
retain(const struct vote *vote, const struct bind_list *reaching,
    struct result *result)
{
	const struct bind_number *winners = &vote->sheet->poll.winners;
	size_t count = reaching->count, i = 0;
	void **at = arena_array(vote->poll.arena, count + 1, sizeof(*at));
	uint64_t *votes =
	    arena_array(vote->poll.arena, count + 1, sizeof(*votes));
	struct option *option;

	BIND_EACH(struct option *const, one, reaching) {
		votes[i] = votes_of(*one);
		at[i++] = *one;
	}
	result->cut = poll_cut(&vote->poll, at, votes, count,
	    winners->given ? (size_t)winners->thousandths / 1000 : count);
	for (i = 0; i < result->cut.retained; i++) {
		option = at[i];
		option->retained = true;
	}
}

void
cut_compute(const struct vote *vote, struct result *result)
{
	const struct sheet *sheet = vote->sheet;
	struct bind_list reaching = { .count = 0 };

	result->selects = sheet->poll.winners.given || sheet->threshold.given;
	result->threshold_unknown = sheet->threshold.given &&
	    sheet->threshold.share.whole > 0 &&
	    (whole_of(vote, result) == 0 ||
		(sheet->threshold.of != T_SHARE_OF_VOTES &&
		    !result->turnout.voters_known && !result->single));
	if (!result->selects)
		return;
	BIND_EACH(struct option, option, &result->lines)
		if (reaches(vote, result, option))
			bind_add(vote->poll.bind, &reaching, option);
	retain(vote, &reaching, result);
}

void
cut_find(const struct vote *vote, const struct result *result)
{
	poll_cut_find(&vote->poll, &result->cut);
	if (result->threshold_unknown)
		method_find(vote->poll.method, vote->sheet->threshold.pos,
		    M_VOTE_NO_THRESHOLD);
}

void
cut_render(const struct vote *vote, const struct result *result)
{
	if (!result->selects)
		return;
	report_section(vote->poll.method->report, T_SELECTED);
	BIND_EACH(const struct option, option, &result->lines)
		if (option->retained)
			report_item(vote->poll.method->report,
			    option->label.text, option->text.text);
	poll_cut_render(&vote->poll, &result->cut);
}
