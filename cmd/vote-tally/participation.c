/*
 * participation: how many could vote, how many did, and whether that is enough.
 */
#include <string.h>

#include "base/arena.h"
#include "source/md.h"
#include "value/number.h"
#include "vote.h"

/* Whether a document brings ballots or counts. */
static bool
brings(const struct vote *vote, size_t document)
{
	BIND_EACH(struct node *const, list, &vote->sheet->ballot_nodes)
		if ((*list)->part == document && (*list)->count > 0)
			return true;
	return vote->brings[document];
}

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
	if (node->inner || !brings(vote, node->part)) {
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
	if (!node->inner && figure_has_participants(vote, node->part))
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
	struct headcount *people = &vote->participants;
	size_t named = 0;

	read_people(vote, T_PARTICIPANTS, &sheet->participant_nodes, people,
	    &named);
	read_people(vote, T_ELECTORATE, &sheet->electorate_nodes,
	    &vote->electorate, NULL);
	if (named == 0 || people->known)
		return;
	*people = (struct headcount){ true, bind_count_people(vote->bind),
		FROM_LIST };
	/* letters of two reports would be taken for the same people */
	if (vote->method->anonymous)
		people->from = brings(vote, named) ? FROM_SUM : FROM_SETTING;
}

/* What shares of participants are of, and the votes that nobody used. */
static void
find_base(const struct vote *vote, struct result *result)
{
	uint64_t dots = rule_dots(vote), people;

	result->voters_known = !vote->has_counts;
	result->single = dots == 1 || !rule_stacks(vote);
	result->base = vote->participants.known ? vote->participants.count
						: result->cast - result->again;
	result->base_known = result->base > 0 &&
	    (vote->participants.known ||
		(vote->has_ballots && !vote->has_counts));
	people = vote->has_counts ? vote->participants.count : result->cast;
	if (!rule_limits(vote) || people < result->rejects.count ||
	    (vote->has_counts ? !vote->participants.known : !vote->has_ballots))
		return;
	people -= result->rejects.count;
	if (people > UINT64_MAX / dots || people * dots < result->total)
		return;
	result->unused_known = true;
	result->unused = people * dots - result->total;
}

static void
find_quorum(const struct vote *vote, struct result *result)
{
	const struct bind_share *quorum = &vote->sheet->quorum;
	bool known = vote->has_ballots && !vote->has_counts;
	bool share = quorum->share.whole > 0;

	if (!quorum->given)
		return;
	result->quorum = QUORUM_UNKNOWN;
	if (!known && !vote->participants.known)
		return;
	result->quorum_cast =
	    known ? result->cast - result->again : vote->participants.count;
	if (share && !vote->electorate.known)
		return;
	result->quorum_needed = share
	    ? share_least(&quorum->share, vote->electorate.count)
	    : quorum->count;
	result->quorum = result->quorum_cast >= result->quorum_needed
	    ? QUORUM_MET
	    : QUORUM_MISSED;
}

void
participation_compute(const struct vote *vote, struct result *result)
{
	find_base(vote, result);
	find_quorum(vote, result);
}

void
participation_find(const struct vote *vote, const struct result *result)
{
	const struct headcount *people = &vote->participants;
	struct pos pos = vote_place_or(vote, vote->sheet->quorum.pos);
	struct pos place = vote_place(vote);

	if (result->quorum == QUORUM_MISSED)
		method_find(vote->method, pos, M_VOTE_QUORUM_MISSED,
		    vote_number(vote, result->quorum_cast),
		    vote_number(vote, result->quorum_needed));
	if (result->quorum == QUORUM_UNKNOWN)
		method_find(vote->method, pos, M_VOTE_QUORUM_UNKNOWN);
	if (people->known && vote->has_ballots && !vote->has_counts &&
	    result->cast - result->again > people->count)
		method_find(vote->method, place, M_VOTE_MORE_BALLOTS,
		    vote_number(vote, result->cast - result->again),
		    vote_number(vote, people->count));
	if (people->known && vote->electorate.known &&
	    people->count > vote->electorate.count)
		method_find(vote->method, place, M_VOTE_MORE_PEOPLE,
		    vote_number(vote, people->count),
		    vote_number(vote, vote->electorate.count));
}

static void
put(const struct vote *vote, struct bind_list *list, enum term term,
    const char *many)
{
	struct figure *figure = bind_append(vote->bind, list, sizeof(*figure));

	*figure =
	    (struct figure){ { method_word(vote->method, term) }, { many } };
}

/* What is no sum says where it comes from, and is not read back. */
static void
put_people(const struct vote *vote, struct bind_list *list, enum term term,
    const struct headcount *people)
{
	static const enum term
	    sources[] = { [FROM_SETTING] = T_BY_RULE, [FROM_LIST] = T_BY_LIST };
	const char *count = vote_number(vote, people->count);

	if (people->known)
		put(vote, list, term,
		    people->from == FROM_SUM
			? count
			: arena_format(vote->arena, "%s %s", count,
			      method_word(vote->method,
				  sources[people->from])));
}

static void
put_quorum(const struct vote *vote, struct bind_list *list,
    const struct result *result)
{
	static const enum term states[] = { T_NONE, T_QUORUM_MET,
		T_QUORUM_MISSED, T_QUORUM_UNKNOWN };
	const char *state = method_word(vote->method, states[result->quorum]);

	if (result->quorum != QUORUM_NONE)
		put(vote, list, T_QUORUM,
		    result->quorum == QUORUM_UNKNOWN
			? state
			: arena_format(vote->arena, "%s (%s / %s)", state,
			      vote_number(vote, result->quorum_cast),
			      vote_number(vote, result->quorum_needed)));
}

/* A figure that people counted, if they did. */
static void
put_typed(const struct vote *vote, struct bind_list *list, enum term term,
    uint64_t count)
{
	if (count > 0)
		put(vote, list, term, vote_number(vote, count));
}

void
participation_render(const struct vote *vote, const struct result *result)
{
	struct bind_list list = { .count = 0 };

	put_people(vote, &list, T_ELECTORATE, &vote->electorate);
	put_people(vote, &list, T_PARTICIPANTS, &vote->participants);
	if (vote->has_ballots)
		put(vote, &list, T_BALLOTS, vote_number(vote, result->cast));
	if (vote->has_ballots || result->blank > 0)
		put(vote, &list, T_BLANKS, vote_number(vote, result->blank));
	put_typed(vote, &list, T_SPOILED, vote->spoiled);
	put_typed(vote, &list, T_BLANK_OR_SPOILED, vote->blank_or_spoiled);
	put_typed(vote, &list, T_ABSTENTIONS, vote->abstentions);
	if (vote->has_ballots)
		put(vote, &list, T_REJECTED_COUNT,
		    vote_number(vote, result->rejects.count));
	put(vote, &list, T_USED, vote_number(vote, result->total));
	if (result->unused_known)
		put(vote, &list, T_UNUSED, vote_number(vote, result->unused));
	put_quorum(vote, &list, result);
	method_table(vote->method, T_PARTICIPATION, figure_rows,
	    sizeof(struct figure), &list);
}
