/*
 * cut: who is retained, and a true tie across the cut.
 */
#include <stdlib.h>
#include <string.h>

#include "judge.h"

static size_t
seats_of(const struct judge *judge)
{
	return (size_t)judge->sheet->poll.winners.thousandths / 1000;
}

/* Of those with one rank, by digests, which only a draw has, then as given. */
static int
compare_tied(const void *a, const void *b)
{
	const struct standing *one = a, *two = b;
	int order = one->digest != NULL ? strcmp(one->digest, two->digest) : 0;

	return order ? order
		     : (one->option->place < two->option->place ? -1 : 1);
}

/* Breaks the tie across the cut, if there is one, or tells it: how many seats
 * are then taken. */
static size_t
break_tie(const struct judge *judge, struct ranking *ranking, size_t seats)
{
	struct standing *at = standing_at(ranking, 0);
	enum term rule = judge->sheet->poll.tie.term;
	size_t count = ranking->standings.count, from, to, i;

	if (seats >= count || at[seats - 1].rank != at[seats].rank)
		return seats;
	from = at[seats].rank - 1;
	for (to = from; to < count && at[to].rank == at[seats].rank; to++)
		if (rule == T_TIE_DRAW)
			at[to].digest =
			    poll_tie_digest(&judge->poll, at[to].option);
	ranking->tied = rule == T_TIE_NONE;
	if (!ranking->tied)
		qsort(at + from, to - from, sizeof(*at), compare_tied);
	for (i = from; i < to; i++)
		bind_put(judge->poll.bind, &ranking->tie, at[i].option,
		    sizeof(*at[i].option));
	return ranking->tied ? from : seats;
}

void
cut_compute(const struct judge *judge, struct ranking *ranking)
{
	size_t seats = seats_of(judge);

	if (seats == 0)
		return;
	seats = break_tie(judge, ranking, seats);
	BIND_EACH(struct standing, standing, &ranking->standings)
		standing->retained =
		    standing->profile.total > 0 && seats > 0 && seats-- > 0;
}

void
cut_find(const struct judge *judge, const struct ranking *ranking)
{
	if (ranking->tied)
		method_find(judge->poll.method, poll_place(&judge->poll),
		    M_VOTE_TIE, poll_option_names(&judge->poll, &ranking->tie),
		    poll_number(&judge->poll, seats_of(judge)));
}

void
cut_render(const struct judge *judge, const struct ranking *ranking)
{
	struct report *report = judge->poll.method->report;

	if (seats_of(judge) == 0)
		return;
	report_section(report, T_SELECTED);
	BIND_EACH(const struct standing, standing, &ranking->standings)
		if (standing->retained)
			report_item(report, standing->option->label.text,
			    standing->option->text.text);
	if (ranking->tie.count > 0 && !ranking->tied)
		poll_tie_render(&judge->poll, &ranking->tie);
}
