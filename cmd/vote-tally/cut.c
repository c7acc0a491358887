/*
 * cut: who is retained: the threshold, the number to select, and ties.
 */
#include <stdlib.h>
#include <string.h>

#include "vote.h"

/* Whether an option reaches the threshold; one without votes never does. */
static bool
reaches(const struct vote *vote, const struct result *result,
    const struct option *option)
{
	const struct bind_share *threshold = &vote->sheet->threshold;
	int64_t voters = result->turnout.voters_known
	    ? option->voters.thousandths
	    : option->votes.thousandths;

	if (votes_of(option) == 0 || result->threshold_unknown)
		return false;
	if (!threshold->given)
		return true;
	return threshold->share.whole > 0
	    ? share_is_reached(&threshold->share, (uint64_t)voters / 1000,
		  result->turnout.base)
	    : votes_of(option) >= threshold->count;
}

/* The order of a tie that is broken: by digests, which only a draw has, then
 * as given. */
static int
compare_tied(const void *a, const void *b)
{
	const struct option *one = *(struct option *const *)a,
			    *two = *(struct option *const *)b;
	int order = one->digest != NULL ? strcmp(one->digest, two->digest) : 0;

	return order ? order : (one->place < two->place ? -1 : 1);
}

/* Breaks the tie at the cut, if there is one, or tells it: how many seats are
 * then taken. */
static size_t
break_tie(const struct vote *vote, struct result *result,
    struct bind_list *reaching, size_t seats)
{
	struct option **at = reaching->at;
	size_t from = seats, to, i;
	enum term rule = vote->sheet->poll.tie.term;

	if (seats >= reaching->count ||
	    votes_of(at[seats - 1]) != votes_of(at[seats]))
		return seats;
	while (from > 0 && votes_of(at[from - 1]) == votes_of(at[seats]))
		from--;
	for (to = from;
	     to < reaching->count && votes_of(at[to]) == votes_of(at[seats]);
	     to++)
		if (rule == T_TIE_DRAW)
			at[to]->digest = poll_tie_digest(&vote->poll, at[to]);
	result->tied = rule == T_TIE_NONE;
	if (!result->tied)
		qsort(at + from, to - from, sizeof(*at), compare_tied);
	for (i = from; i < to; i++)
		bind_put(vote->poll.bind, &result->tie, at[i], sizeof(**at));
	return result->tied ? from : seats;
}

void
cut_compute(const struct vote *vote, struct result *result)
{
	const struct sheet *sheet = vote->sheet;
	struct bind_list reaching = { .count = 0 };
	size_t seats = sheet->poll.winners.given
	    ? (size_t)sheet->poll.winners.thousandths / 1000
	    : result->lines.count;

	result->selects = sheet->poll.winners.given || sheet->threshold.given;
	result->threshold_unknown = sheet->threshold.given &&
	    sheet->threshold.share.whole > 0 &&
	    (!result->turnout.base_known ||
		(!result->turnout.voters_known && !result->single));
	if (!result->selects)
		return;
	BIND_EACH(struct option, option, &result->lines)
		if (reaches(vote, result, option))
			bind_put(vote->poll.bind, &reaching, &option,
			    sizeof(struct option *));
	seats = break_tie(vote, result, &reaching, seats);
	BIND_EACH(struct option *const, option, &reaching)
		(*option)->retained = seats > 0 && seats-- > 0;
}

void
cut_find(const struct vote *vote, const struct result *result)
{
	if (result->tied)
		method_find(vote->poll.method, poll_place(&vote->poll),
		    M_VOTE_TIE, poll_option_names(&vote->poll, &result->tie),
		    method_number(vote->poll.method,
			vote->sheet->poll.winners.thousandths));
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
	if (result->tie.count > 0 && !result->tied)
		poll_tie_render(&vote->poll, &result->tie);
}
