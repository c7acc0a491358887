/*
 * poll_figure: the figures of participation, in a report or among counts.
 */
#include "value/marks.h"
#include "vote/poll.h"

const struct bind_row poll_figure_rows[] = {
	ROW(poll_figure, what, .key = T_PARTICIPATION, .flags = BIND_MAIN),
	ROW(poll_figure, many, .key = T_HOW_MANY, .flags = BIND_FIGURE),
	ROW(poll_figure, document),
	{ BIND_END },
};

/* As a report calls each, and as people do besides. */
static const enum term names[FIGURES][2] = {
	[ELECTORATE] = { T_ELECTORATE },
	[PARTICIPANTS] = { T_PARTICIPANTS, T_VOTERS },
	[PROXIES] = { T_PROXIES },
	[CAST] = { T_BALLOTS, T_BALLOTS_CAST },
	[BLANK] = { T_BLANKS, T_BLANK_BALLOT },
	[SPOILED] = { T_SPOILED, T_SPOILED_BALLOT },
	[BLANK_OR_SPOILED] = { T_BLANK_OR_SPOILED },
	[ABSTENTIONS] = { T_ABSTENTIONS },
	[REJECTED] = { T_REJECTED_COUNT },
	[USED] = { T_USED },
	[UNUSED] = { T_UNUSED },
	[QUORUM] = { T_QUORUM },
};

static bool
is_people(enum figure figure)
{
	return figure == ELECTORATE || figure == PARTICIPANTS;
}

bool
poll_figure_read(const struct poll *poll, const char *plain, uint64_t *value)
{
	bool drawn;

	return marks_reading(plain, poll->bind->words, value, &drawn) ==
	    SURE_EXACT &&
	    !drawn;
}

enum figure
poll_figure_of(const char *plain)
{
	enum figure figure = ELECTORATE;

	while (figure < FIGURES &&
	    term_find(plain, names[figure], names[figure][1] ? 2 : 1, NULL) ==
		T_NONE)
		figure++;
	return figure;
}

static enum figure
figure_of_line(const struct poll *poll, const struct poll_figure *line)
{
	return poll_figure_of(md_plain(poll->arena, line->what.text));
}

uint64_t
poll_figure_told(const struct poll *poll, size_t document, enum figure figure)
{
	uint64_t value;

	BIND_EACH(const struct poll_figure, line, &poll->sheet->figures)
		if (line->document == document &&
		    figure_of_line(poll, line) == figure &&
		    poll_figure_read(poll,
			md_plain(poll->arena, line->many.text), &value))
			return value;
	return 0;
}

static void
add(struct poll *poll, enum figure figure, uint64_t value)
{
	struct headcount *count = &poll->figures[figure];

	poll->has_ballots |= figure == CAST;
	*count = (struct headcount){ true, count->count + value, FROM_SUM };
}

/* Whether the document that is read says elsewhere how many people there are;
 * faults another number. */
static bool
says_elsewhere(struct poll *poll, const struct bind_list *nodes, uint64_t value,
    struct pos pos)
{
	const char *plain;
	uint64_t other;

	BIND_EACH(struct node *const, node, nodes) {
		plain = poll_plain(poll, *node);
		if ((*node)->part != poll->document ||
		    !poll_figure_read(poll, plain, &other))
			continue;
		if (other != value)
			bind_fault(poll->bind, pos, M_CONFLICT, (*node)->key,
			    poll_number(poll, value), plain,
			    bind_place(poll->bind, (*node)->pos));
		return true;
	}
	return false;
}

bool
poll_figure_take(struct poll *poll, enum figure figure, uint64_t value,
    struct pos pos)
{
	const struct bind_list *nodes = figure == ELECTORATE
	    ? &poll->sheet->electorate_nodes
	    : &poll->sheet->participant_nodes;

	if (figure >= REJECTED)
		return false;
	if (!is_people(figure) || !says_elsewhere(poll, nodes, value, pos))
		add(poll, figure, value);
	return true;
}

/* The figures that stand alone, "Blancs : 2"; what is none of these, or no number,
 * passes as it was typed. */
static void
take_alone(struct poll *poll)
{
	enum figure figure;
	uint64_t value;

	BIND_EACH(struct node *const, node, &poll->sheet->figure_nodes) {
		poll->document = (*node)->part;
		figure = poll_figure_of((*node)->key);
		if ((*node)->first != NULL ||
		    !poll_figure_read(poll, poll_plain(poll, *node), &value) ||
		    !poll_figure_take(poll, figure, value, (*node)->pos))
			bind_put_pair(poll->bind,
			    figure == FIGURES ? T_EXPRESSED : names[figure][0],
			    *node);
	}
}

void
poll_figure_again(struct poll *poll)
{
	const char *plain;
	uint64_t value;
	enum figure figure;

	take_alone(poll);
	BIND_EACH(const struct poll_figure, line, &poll->sheet->figures) {
		figure = figure_of_line(poll, line);
		plain = md_plain(poll->arena, line->many.text);
		poll->has_ballots |= figure == CAST;
		if (figure == FIGURES)
			bind_fault(poll->bind, line->what.pos, M_UNKNOWN_KEY,
			    md_plain(poll->arena, line->what.text));
		else if (figure >= REJECTED) /* computed anew */
			continue;
		else if (poll_figure_read(poll, plain, &value))
			add(poll, figure, value);
		/* people that are no number of its own come from elsewhere */
		else if (!is_people(figure) && *plain != '\0')
			bind_fault(poll->bind, line->many.pos, M_VOTE_NO_COUNT,
			    plain);
	}
}

static const char *
quorum_text(const struct poll *poll, const struct turnout *turnout)
{
	static const enum term states[] = { T_NONE, T_QUORUM_MET,
		T_QUORUM_MISSED, T_QUORUM_UNKNOWN, T_QUORUM_UNKNOWN };
	const char *state = method_word(poll->method, states[turnout->quorum]);

	return turnout->quorum >= QUORUM_UNKNOWN
	    ? state
	    : arena_format(poll->arena, "%s (%s / %s)", state,
		  poll_number(poll, turnout->quorum_cast),
		  poll_number(poll, turnout->quorum_needed));
}

/* What is no sum says where it comes from, and is not read back. */
static const char *
count_text(const struct poll *poll, const struct headcount *count)
{
	static const enum term
	    sources[] = { [FROM_SETTING] = T_BY_RULE, [FROM_LIST] = T_BY_LIST };
	const char *number = poll_number(poll, count->count);

	return count->from == FROM_SUM
	    ? number
	    : arena_format(poll->arena, "%s %s", number,
		  method_word(poll->method, sources[count->from]));
}

void
poll_figure_render(const struct poll *poll, const struct turnout *turnout)
{
	struct bind_list list = { .count = 0 };
	struct poll_figure line = { .document = 0 };

	for (enum figure figure = ELECTORATE; figure < FIGURES; figure++) {
		if (!turnout->figures[figure].known)
			continue;
		line.what.text = method_word(poll->method, names[figure][0]);
		line.many.text = figure == QUORUM
		    ? quorum_text(poll, turnout)
		    : count_text(poll, &turnout->figures[figure]);
		bind_add(poll->bind, &list, line);
	}
	method_table(poll->method, T_PARTICIPATION, poll_figure_rows,
	    sizeof(line), &list);
}
