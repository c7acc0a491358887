/*
 * figure: the figures of participation, in a report or among counts.
 */
#include <string.h>

#include "base/arena.h"
#include "source/md.h"
#include "value/count.h"
#include "vote.h"

const struct bind_row figure_rows[] = {
	ROW(BIND_TEXT, figure, what, .key = T_PARTICIPATION,
	    .flags = BIND_MAIN),
	ROW(BIND_TEXT, figure, many, .key = T_HOW_MANY, .flags = BIND_FIGURE),
	ROW(BIND_DOCUMENT, figure, document),
	{ BIND_END },
};

bool
figure_read(const struct vote *vote, const char *plain, uint64_t *value)
{
	bool drawn;

	return count_reading(plain, vote->bind->words, value, &drawn) ==
	    SURE_EXACT &&
	    !drawn;
}

enum term
figure_term(const char *plain)
{
	static const enum term names[] = { T_ELECTORATE, T_PARTICIPANTS,
		T_VOTERS, T_BALLOTS, T_BLANKS, T_BLANK_BALLOT, T_SPOILED,
		T_SPOILED_BALLOT, T_BLANK_OR_SPOILED, T_ABSTENTIONS,
		T_REJECTED_COUNT, T_USED, T_UNUSED, T_QUORUM };

	return term_find(plain, names, sizeof(names) / sizeof(names[0]), NULL);
}

static enum term
term_of(const struct vote *vote, const struct figure *figure)
{
	return figure_term(md_plain(vote->arena, figure->what.text));
}

bool
figure_is_judged(const struct vote *vote, size_t document)
{
	BIND_EACH(const struct figure, figure, &vote->sheet->figures)
		if (figure->document == document &&
		    term_of(vote, figure) == T_BALLOTS &&
		    strcmp(figure->many.text, "0") != 0)
			return true;
	return false;
}

bool
figure_has_participants(const struct vote *vote, size_t document)
{
	uint64_t value;

	BIND_EACH(const struct figure, figure, &vote->sheet->figures)
		if (figure->document == document &&
		    term_of(vote, figure) == T_PARTICIPANTS &&
		    figure_read(vote, md_plain(vote->arena, figure->many.text),
			&value))
			return true;
	return false;
}

/* The people that a figure counts, or NULL. */
static struct headcount *
people_of(struct vote *vote, enum term term)
{
	return term == T_ELECTORATE                      ? &vote->electorate
	    : term == T_PARTICIPANTS || term == T_VOTERS ? &vote->participants
							 : NULL;
}

/* The ballots that a figure counts, or NULL. */
static uint64_t *
ballots_of(struct vote *vote, enum term term)
{
	return term == T_BALLOTS                            ? &vote->cast
	    : term == T_BLANKS || term == T_BLANK_BALLOT    ? &vote->blank
	    : term == T_SPOILED || term == T_SPOILED_BALLOT ? &vote->spoiled
	    : term == T_BLANK_OR_SPOILED ? &vote->blank_or_spoiled
	    : term == T_ABSTENTIONS      ? &vote->abstentions
					 : NULL;
}

static void
add_figure(struct vote *vote, enum term term, uint64_t value)
{
	struct headcount *people = people_of(vote, term);

	vote->has_ballots |= term == T_BALLOTS;
	if (people == NULL) {
		*ballots_of(vote, term) += value;
		return;
	}
	people->count += value;
	people->known = true;
	people->from = FROM_SUM;
}

/* Whether the document that is read says elsewhere how many people there are;
 * faults another number. */
static bool
says_elsewhere(struct vote *vote, const struct bind_list *nodes, uint64_t value,
    struct pos pos)
{
	const char *plain;
	uint64_t other;

	BIND_EACH(struct node *const, node, nodes) {
		plain = vote_plain(vote, *node);
		if ((*node)->part != vote->document ||
		    !figure_read(vote, plain, &other))
			continue;
		if (other != value)
			bind_fault(vote->bind, pos, M_CONFLICT, (*node)->key,
			    vote_number(vote, value), plain,
			    bind_place(vote->bind, (*node)->pos));
		return true;
	}
	return false;
}

bool
figure_take(struct vote *vote, enum term term, uint64_t value, struct pos pos)
{
	const struct headcount *people = people_of(vote, term);
	const struct bind_list *nodes = term == T_ELECTORATE
	    ? &vote->sheet->electorate_nodes
	    : &vote->sheet->participant_nodes;

	if (people == NULL && ballots_of(vote, term) == NULL)
		return false;
	if (people == NULL || !says_elsewhere(vote, nodes, value, pos))
		add_figure(vote, term, value);
	return true;
}

void
figure_again(struct vote *vote)
{
	const char *plain;
	uint64_t value;
	enum term term;

	BIND_EACH(const struct figure, figure, &vote->sheet->figures) {
		term = term_of(vote, figure);
		plain = md_plain(vote->arena, figure->many.text);
		if (term == T_NONE)
			bind_fault(vote->bind, figure->what.pos, M_UNKNOWN_KEY,
			    md_plain(vote->arena, figure->what.text));
		/* what is no number of its own comes from elsewhere */
		if (people_of(vote, term) == NULL &&
		    ballots_of(vote, term) == NULL)
			continue;
		if (figure_read(vote, plain, &value))
			add_figure(vote, term, value);
		else if (people_of(vote, term) == NULL && *plain != '\0')
			bind_fault(vote->bind, figure->many.pos,
			    M_VOTE_NO_COUNT, plain);
		else
			vote->has_ballots |= term == T_BALLOTS;
	}
}
