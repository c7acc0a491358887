/*
 * participation: how many could vote, how many did, and whether that is enough.
 */
#include <string.h>

#include "base/arena.h"
#include "source/md.h"
#include "value/number.h"
#include "vote.h"

/* A number of people; "14 (1 absent : Bo)" says more, which is kept. */
static bool
read_number(const struct vote *vote, const char *plain, uint64_t *value,
    bool *more)
{
	const char *open = strchr(plain, '(');

	*more = false;
	if (figure_read(vote, plain, value))
		return true;
	*more = open != NULL && open > plain &&
	    plain[strlen(plain) - 1] == ')' &&
	    figure_read(vote,
		arena_copy(vote->arena, plain, (size_t)(open - plain)), value);
	return *more;
}

static bool
is_name(const char *plain)
{
	return plain[strspn(plain, " ;,.0123456789")] != '\0';
}

/* A number of people: added up where it comes with votes; else the first one
 * stands. */
static void
add_number(const struct vote *vote, const struct node *node, uint64_t value,
    struct headcount *people)
{
	if (node->inner || !vote->brings[node->part]) {
		if (!people->known)
			*people =
			    (struct headcount){ true, value, FROM_SETTING };
		return;
	}
	if (people->from == FROM_SETTING)
		people->count = 0;
	people->count += value;
	people->from = FROM_SUM;
	people->known = true;
}

/* Whether a node says who was there, where its document also says how many
 * voted, or is a report that did: of a council, those whose vote somebody carried
 * too. */
static bool
is_overruled(const struct vote *vote, const struct bind_list *nodes,
    const struct node *node)
{
	if (!node->inner && figure_told(vote, node->part, PARTICIPANTS) > 0)
		return true;
	if (term_is(node->key, T_VOTERS))
		return false;
	BIND_EACH(struct node *const, other, nodes)
		if ((*other)->part == node->part && (*other)->first == NULL &&
		    term_is((*other)->key, T_VOTERS))
			return true;
	return false;
}

/* The numbers of people that some nodes give, and names, which stand under the
 * title.  named: the last document with names; NULL: none may be. */
static void
read_people(struct vote *vote, enum term term, const struct bind_list *nodes,
    struct headcount *people, size_t *named)
{
	const struct node *node;
	const char *plain;
	uint64_t value;
	bool more, overruled;

	BIND_EACH(struct node *const, at, nodes) {
		node = *at;
		plain = vote_plain(vote, node);
		if (node->first == NULL && bind_is_none(plain))
			continue;
		if (node->first == NULL &&
		    read_number(vote, plain, &value, &more)) {
			overruled = is_overruled(vote, nodes, node);
			if (!overruled)
				add_number(vote, node, value, people);
			if (!overruled && (!more || vote->method->anonymous))
				continue;
		} else if (named == NULL ||
		    (node->first == NULL && (node->inner || !is_name(plain)))) {
			bind_fault(vote->bind, node->pos, M_NOT_A_NUMBER,
			    plain);
			continue;
		} else {
			*named = node->part;
		}
		bind_put_pair(vote->bind, term, node);
	}
}

void
participation_read(struct vote *vote)
{
	const struct sheet *sheet = vote->sheet;
	struct headcount *people = &vote->figures[PARTICIPANTS];
	size_t named = 0;

	BIND_EACH(struct node *const, list, &sheet->ballot_nodes)
		vote->brings[(*list)->part] |= (*list)->count > 0;
	read_people(vote, T_PARTICIPANTS, &sheet->participant_nodes, people,
	    &named);
	read_people(vote, T_ELECTORATE, &sheet->electorate_nodes,
	    &vote->figures[ELECTORATE], NULL);
	if (named == 0 || people->known)
		return;
	*people = (struct headcount){ true, bind_count_people(vote->bind),
		FROM_LIST };
	/* letters of two reports would be taken for the same people */
	if (vote->method->anonymous)
		people->from = vote->brings[named] ? FROM_SUM : FROM_SETTING;
}

/* The voters that ballots tell. */
static uint64_t
voters_of(const struct result *result)
{
	return result->figures[CAST].count - result->again;
}

/* What shares of participants are of, and the votes that nobody used. */
static void
find_base(const struct vote *vote, struct result *result)
{
	const struct headcount *people = &vote->figures[PARTICIPANTS];
	uint64_t dots = rule_dots(vote), used;

	result->voters_known = !vote->has_counts;
	result->single = dots == 1 || !rule_stacks(vote);
	result->base = people->known ? people->count : voters_of(result);
	result->base_known = result->base > 0 &&
	    (people->known || (vote->has_ballots && !vote->has_counts));
	used = vote->has_counts ? people->count : result->figures[CAST].count;
	if (!rule_limits(vote) || used < result->rejects.count ||
	    (vote->has_counts ? !people->known : !vote->has_ballots))
		return;
	used -= result->rejects.count;
	if (used <= UINT64_MAX / dots && used * dots >= result->total)
		result->figures[UNUSED] = (struct headcount){ true,
			used * dots - result->total, FROM_SUM };
}

static void
find_quorum(const struct vote *vote, struct result *result)
{
	const struct bind_share *quorum = &vote->sheet->quorum;
	const struct headcount *people = &vote->figures[PARTICIPANTS],
			       *electorate = &vote->figures[ELECTORATE];
	bool known = vote->has_ballots && !vote->has_counts;
	bool share = quorum->share.whole > 0;

	if (!quorum->given)
		return;
	result->figures[QUORUM].known = true;
	result->quorum = QUORUM_UNKNOWN;
	if ((!known && !people->known) || (share && !electorate->known))
		return;
	result->quorum_cast = known ? voters_of(result) : people->count;
	result->quorum_needed = share
	    ? share_least(&quorum->share, electorate->count)
	    : quorum->count;
	result->quorum = result->quorum_cast >= result->quorum_needed
	    ? QUORUM_MET
	    : QUORUM_MISSED;
}

static void
know(struct result *result, enum figure figure, bool known, uint64_t count)
{
	result->figures[figure] = (struct headcount){ known, count, FROM_SUM };
}

void
participation_compute(const struct vote *vote, const struct ballot_tally *tally,
    struct result *result)
{
	const struct headcount *given = vote->figures;
	uint64_t blank = given[BLANK].count + tally->blank;

	memcpy(result->figures, given, sizeof(result->figures));
	know(result, CAST, vote->has_ballots, given[CAST].count + tally->cast);
	know(result, BLANK, vote->has_ballots || blank > 0, blank);
	know(result, SPOILED, given[SPOILED].count > 0, given[SPOILED].count);
	know(result, REJECTED, vote->has_ballots, result->rejects.count);
	know(result, USED, true, result->total);
	find_base(vote, result);
	find_quorum(vote, result);
}

void
participation_find(const struct vote *vote, const struct result *result)
{
	const struct headcount *people = &vote->figures[PARTICIPANTS],
			       *electorate = &vote->figures[ELECTORATE];
	struct pos pos = vote_place_or(vote, vote->sheet->quorum.pos);
	struct pos place = vote_place(vote);

	if (result->quorum == QUORUM_MISSED)
		method_find(vote->method, pos, M_VOTE_QUORUM_MISSED,
		    vote_number(vote, result->quorum_cast),
		    vote_number(vote, result->quorum_needed));
	if (result->quorum == QUORUM_UNKNOWN)
		method_find(vote->method, pos, M_VOTE_QUORUM_UNKNOWN);
	if (people->known && vote->has_ballots && !vote->has_counts &&
	    voters_of(result) > people->count)
		method_find(vote->method, place, M_VOTE_MORE_BALLOTS,
		    vote_number(vote, voters_of(result)),
		    vote_number(vote, people->count));
	if (people->known && electorate->known &&
	    people->count > electorate->count)
		method_find(vote->method, place, M_VOTE_MORE_PEOPLE,
		    vote_number(vote, people->count),
		    vote_number(vote, electorate->count));
}
