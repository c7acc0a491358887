/*
 * setting: by what is counted: method, strength of duels, seats and ties.
 */
#include "rank.h"

const enum term rank_ways[WAYS + 1] = { T_RANK_CONDORCET, T_RANK_SCHULZE,
	T_RANK_PAIRS, T_RANK_BORDA, T_RANK_IRV, T_RANK_STV, T_NONE };

static void
choose_by_default(struct bind_choice *choice, enum term term)
{
	if (!choice->given)
		choice->term = term;
}

void
setting_settle(struct vote *vote, const struct options *options)
{
	struct sheet *sheet = vote->sheet;

	poll_overrule(&vote->poll, sheet, T_RANK_METHOD, BIND_CHOICE, "method",
	    options->method);
	poll_overrule(&vote->poll, sheet, T_WINNERS, BIND_NUMBER, "winners",
	    options->winners);
	poll_tie_overrule(&vote->poll, sheet, options->tie);
	choose_by_default(&sheet->method, T_RANK_CONDORCET);
	choose_by_default(&sheet->unranked, T_RANK_LAST);
	choose_by_default(&sheet->strength, T_RANK_WINNING);
	if (!sheet->poll.winners.given)
		sheet->poll.winners.thousandths = 1000;
	poll_tie_settle(&vote->poll);
	while (rank_ways[vote->way] != sheet->method.term)
		vote->way++;
	vote->seats = (size_t)sheet->poll.winners.thousandths / 1000;
	vote->margin = sheet->strength.term == T_RANK_MARGIN;
}
