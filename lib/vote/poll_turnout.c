/*
 * poll_turnout: how many could vote, how many did, and whether that is enough.
 */
#include <string.h>

#include "vote/poll.h"

/* A number of people; "14 (1 absent : Bo)" says more, which is kept. */
static bool
read_number(const struct poll *poll, const char *plain, uint64_t *value,
    bool *more)
{
	const char *open = strchr(plain, '(');

	*more = false;
	if (poll_figure_read(poll, plain, value))
		return true;
	*more = open != NULL && open > plain &&
	    plain[strlen(plain) - 1] == ')' &&
	    poll_figure_read(poll, arena_until(poll->arena, plain, open),
		value);
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
add_number(const struct poll *poll, const struct node *node, uint64_t value,
    struct headcount *people)
{
	if (node->inner || !poll->brings[node->part]) {
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

/* Whether a document says how many voted. */
static bool
says_voters(const struct bind_list *nodes, size_t document)
{
	BIND_EACH(struct node *const, node, nodes)
		if ((*node)->part == document && (*node)->first == NULL &&
		    term_is((*node)->key, T_VOTERS))
			return true;
	return false;
}

/* Whether a node says who was there, where its document also says how many
 * voted, or is a report that did: of a council, those whose vote somebody carried
 * too. */
static bool
is_overruled(const struct poll *poll, const struct bind_list *nodes,
    const struct node *node)
{
	if (!node->inner &&
	    poll_figure_told(poll, node->part, PARTICIPANTS) > 0)
		return true;
	return !term_is(node->key, T_VOTERS) && says_voters(nodes, node->part);
}

/* The numbers of people that some nodes give, and names, which stand under the
 * title.  named: the last document with names; NULL: none may be. */
static void
read_people(struct poll *poll, enum term term, const struct bind_list *nodes,
    struct headcount *people, size_t *named)
{
	const struct node *node;
	const char *plain;
	uint64_t value;
	bool more, overruled;

	BIND_EACH(struct node *const, at, nodes) {
		node = *at;
		plain = poll_plain(poll, node);
		if (node->first == NULL && bind_is_none(plain))
			continue;
		if (node->first == NULL &&
		    read_number(poll, plain, &value, &more)) {
			overruled = is_overruled(poll, nodes, node);
			if (!overruled)
				add_number(poll, node, value, people);
			if (!overruled && (!more || poll->method->anonymous))
				continue;
		} else if (named == NULL ||
		    (node->first == NULL && (node->inner || !is_name(plain)))) {
			bind_fault(poll->bind, node->pos, M_NOT_A_NUMBER,
			    plain);
			continue;
		} else {
			*named = node->part;
		}
		bind_put_pair(poll->bind, term, node);
	}
}

/* Those whose vote somebody else carried: participants too, besides those who were
 * there. */
static void
read_proxies(struct poll *poll)
{
	struct headcount *people = &poll->figures[PARTICIPANTS];
	const struct bind_list *nodes = &poll->sheet->participant_nodes;
	struct headcount *proxies = &poll->figures[PROXIES];
	uint64_t value;
	bool more = true;

	BIND_EACH(struct node *const, node, &poll->sheet->proxy_nodes) {
		if ((*node)->first != NULL ||
		    !read_number(poll, poll_plain(poll, *node), &value, &more))
			value = 0;
		if (value == 0 || more)
			bind_put_pair(poll->bind, T_PROXIES, *node);
		proxies->known |= value > 0;
		proxies->count += value;
		if (!people->known || says_voters(nodes, (*node)->part))
			continue;
		people->count += value;
		if (people->from == FROM_LIST)
			people->from = FROM_SUM;
	}
}

void
poll_turnout_read(struct poll *poll)
{
	const struct poll_sheet *sheet = poll->sheet;
	struct headcount *people = &poll->figures[PARTICIPANTS];
	size_t named = 0;

	BIND_EACH(struct node *const, list, &sheet->ballot_nodes)
		poll->brings[(*list)->part] |= (*list)->count > 0;
	read_people(poll, T_PARTICIPANTS, &sheet->participant_nodes, people,
	    &named);
	read_people(poll, T_ELECTORATE, &sheet->electorate_nodes,
	    &poll->figures[ELECTORATE], NULL);
	if (named > 0 && !people->known) {
		*people = (struct headcount){ true,
			bind_participants(poll->bind).count, FROM_LIST };
		/* letters of two reports would be taken for the same people */
		if (poll->method->anonymous)
			people->from =
			    poll->brings[named] ? FROM_SUM : FROM_SETTING;
	}
	read_proxies(poll);
}

/* The voters that ballots tell. */
static uint64_t
voters_of(const struct turnout *turnout)
{
	return turnout->figures[CAST].count - turnout->again;
}

/* What shares of participants are of. */
static void
find_base(const struct poll *poll, struct turnout *turnout)
{
	const struct headcount *people = &poll->figures[PARTICIPANTS];

	turnout->voters_known = !poll->has_counts;
	turnout->base = people->known ? people->count : voters_of(turnout);
	turnout->base_known = turnout->base > 0 &&
	    (people->known || (poll->has_ballots && !poll->has_counts));
}

static void
find_quorum(const struct poll *poll, struct turnout *turnout)
{
	const struct bind_share *quorum = &poll->sheet->quorum;
	const struct headcount *people = &poll->figures[PARTICIPANTS],
			       *electorate = &poll->figures[ELECTORATE],
			       *proxies = &poll->figures[PROXIES];
	bool known = poll->has_ballots && !poll->has_counts;
	bool share = quorum->share.whole > 0;

	if (!quorum->given)
		return;
	turnout->figures[QUORUM].known = true;
	turnout->quorum = QUORUM_UNKNOWN;
	if ((!known && !people->known) || (share && !electorate->known))
		return;
	turnout->quorum_cast = known ? voters_of(turnout) : people->count;
	turnout->quorum_needed = share
	    ? share_least(&quorum->share, electorate->count)
	    : quorum->count;
	turnout->quorum = turnout->quorum_cast >= turnout->quorum_needed
	    ? QUORUM_MET
	    : QUORUM_MISSED;
	if (turnout->quorum == QUORUM_MET && !known &&
	    quorum->of != T_SHARE_OF_CARRIED &&
	    turnout->quorum_cast - turnout->quorum_needed < proxies->count)
		turnout->quorum = QUORUM_OPEN;
}

void
poll_turnout_know(struct turnout *turnout, enum figure figure, bool known,
    uint64_t count)
{
	turnout->figures[figure] = (struct headcount){ known, count, FROM_SUM };
}

struct turnout
poll_turnout(struct poll *poll, const struct ballot_tally *tally)
{
	const struct headcount *given = poll->figures;
	uint64_t blank = given[BLANK].count + tally->blank;
	struct turnout turnout = { .again = 0 };

	memcpy(turnout.figures, given, sizeof(turnout.figures));
	poll_turnout_know(&turnout, CAST, poll->has_ballots,
	    given[CAST].count + tally->cast);
	poll_turnout_know(&turnout, BLANK, poll->has_ballots || blank > 0,
	    blank);
	poll_turnout_know(&turnout, SPOILED, given[SPOILED].count > 0,
	    given[SPOILED].count);
	poll_reject_take(poll, tally, &turnout);
	find_base(poll, &turnout);
	find_quorum(poll, &turnout);
	return turnout;
}

static struct bind_number
people_of_rule(const struct headcount *people)
{
	return people->known && people->from == FROM_SETTING
	    ? method_count(people->count)
	    : (struct bind_number){ .given = false };
}

void
poll_turnout_rules(const struct poll *poll)
{
	poll->sheet->participants =
	    people_of_rule(&poll->figures[PARTICIPANTS]);
	poll->sheet->electorate = people_of_rule(&poll->figures[ELECTORATE]);
}

void
poll_turnout_find(const struct poll *poll, const struct turnout *turnout)
{
	const struct headcount *people = &poll->figures[PARTICIPANTS],
			       *electorate = &poll->figures[ELECTORATE];
	struct pos pos = poll_place_or(poll, poll->sheet->quorum.pos);
	struct pos place = poll_place(poll);

	if (turnout->quorum == QUORUM_MISSED)
		method_find(poll->method, pos,
		    turnout->quorum_cast > 1 ? M_VOTE_QUORUM_MISSED
					     : M_VOTE_QUORUM_MISSED_ONE,
		    poll_number(poll, turnout->quorum_cast),
		    poll_number(poll, turnout->quorum_needed));
	if (turnout->quorum == QUORUM_OPEN)
		method_find(poll->method, pos, M_VOTE_QUORUM_OPEN,
		    poll_number(poll, turnout->quorum_cast),
		    poll_number(poll,
			turnout->quorum_cast - poll->figures[PROXIES].count),
		    poll_number(poll, turnout->quorum_needed));
	if (turnout->quorum == QUORUM_UNKNOWN)
		method_find(poll->method, pos, M_VOTE_QUORUM_UNKNOWN);
	if (people->known && poll->has_ballots && !poll->has_counts &&
	    voters_of(turnout) > people->count)
		method_find(poll->method, place, M_VOTE_MORE_BALLOTS,
		    poll_number(poll, voters_of(turnout)),
		    poll_number(poll, people->count));
	poll_option_find_alike(poll);
	if (people->from == FROM_LIST)
		poll_attendance_find(poll);
	if (people->known && electorate->known &&
	    people->count > electorate->count)
		method_find(poll->method, place, M_VOTE_MORE_PEOPLE,
		    poll_number(poll, people->count),
		    poll_number(poll, electorate->count));
}
