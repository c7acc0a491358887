/*
 * check: what only a whole sheet tells.
 */
#include <stdint.h>

#include "import.h"

/* Whether a ballot's numbers are 1, 2, ... in some order; *count of them. */
static bool
is_ranked(const struct ballot *ballot, size_t *count)
{
	uint64_t seen = 0;
	long number;
	size_t i;

	*count = 0;
	for (i = 0; i < ballot->count; i++) {
		if (ballot->choices[i].value == NULL ||
		    ballot->choices[i].value->vote == VOTE_NO)
			continue;
		number = ballot->choices[i].value->number;
		if (ballot->choices[i].value->vote != VOTE_NUMBER ||
		    number < 1 || number > 63 ||
		    (seen & UINT64_C(1) << number) != 0)
			return false;
		seen |= UINT64_C(1) << number;
		++*count;
	}
	return seen == ((UINT64_C(1) << *count) - 1) << 1;
}

static bool
is_ranking(const struct import *import, size_t first)
{
	size_t i, count, ranked = 0;

	for (i = first; i < import->ballot_count; i++) {
		if (!is_ranked(&import->ballots[i], &count))
			return false;
		ranked += count > 2 ? 2 : count == 2;
	}
	return ranked > 1;
}

/* Whether every answer holds every choice, which is an order. */
static bool
is_order(const struct import *import, size_t first)
{
	const struct ballot *ballot;
	size_t answers = 0, i, j;

	for (i = first; i < import->ballot_count; i++) {
		ballot = &import->ballots[i];
		if (ballot->count == 0)
			continue;
		if (ballot->count < import->option_count)
			return false;
		for (j = 0; j < ballot->count; j++)
			if (ballot->choices[j].value == NULL)
				return false;
		answers++;
	}
	return answers > 1 && import->option_count > 2;
}

/* Ballots without a name, among others that have one. */
static void
check_names(struct import *import, size_t first)
{
	const struct ballot *ballot = import->ballots;
	bool named = false;
	size_t i;

	for (i = first; i < import->ballot_count && !named; i++)
		named = *ballot[i].voter != '\0';
	for (i = first; i < import->ballot_count && named; i++)
		if (*ballot[i].voter == '\0' && !ballot[i].nobody)
			note_add(&import->findings, ballot[i].pos,
			    M_IMPORT_NO_VOTER);
}

void
check_sheet(struct import *import, const struct plan *plan, struct pos pos,
    size_t first)
{
	const struct option *option;
	size_t i;

	for (i = 0; i < plan->columns; i++) {
		if (plan->options[i] == NO_COLUMN)
			continue;
		pos.col = i + 1;
		option = &import->option[plan->options[i]];
		if (option->doubts > 0 && option->doubts == option->read)
			note_add(&import->faults, pos, M_IMPORT_NO_VOTES,
			    option->text, option->doubt);
	}
	pos.col = 1;
	check_names(import, first);
	if (plan->choice == NO_COLUMN && !import->options->as_dots &&
	    is_ranking(import, first))
		note_add(&import->faults, pos, M_IMPORT_RANKS);
	if (plan->choice != NO_COLUMN && import->options->numbers == NULL &&
	    is_order(import, first))
		note_add(&import->faults, pos, M_IMPORT_ORDER);
	if (!import->has_counts && import->ballot_count == first)
		note_add(&import->findings, pos, M_IMPORT_NO_BALLOT);
	if (plan->choice != NO_COLUMN && import->options->split == NULL &&
	    import->known == 0 && plan->split == SPLIT_DOUBTFUL &&
	    plan->commas > 0 && !plan->semicolons) {
		pos.line = plan->commas;
		pos.col = (size_t)plan->choice + 1;
		note_add(&import->faults, pos, M_IMPORT_COMMAS);
	}
}
