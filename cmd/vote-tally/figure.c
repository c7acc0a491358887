/*
 * figure: the figures of participation, in a report or among counts.
 */
#include "base/arena.h"
#include "source/md.h"
#include "value/marks.h"
#include "vote.h"

const struct bind_row figure_line_rows[] = {
	ROW(BIND_TEXT, figure_line, what, .key = T_PARTICIPATION,
	    .flags = BIND_MAIN),
	ROW(BIND_TEXT, figure_line, many, .key = T_HOW_MANY,
	    .flags = BIND_FIGURE),
	ROW(BIND_DOCUMENT, figure_line, document),
	{ BIND_END },
};

/* As a report calls each, and as people do besides. */
static const enum term names[FIGURES][2] = {
	[ELECTORATE] = { T_ELECTORATE },
	[PARTICIPANTS] = { T_PARTICIPANTS, T_VOTERS },
	[CAST] = { T_BALLOTS },
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
figure_read(const struct vote *vote, const char *plain, uint64_t *value)
{
	bool drawn;

	return marks_reading(plain, vote->bind->words, value, &drawn) ==
	    SURE_EXACT &&
	    !drawn;
}

enum figure
figure_of(const char *plain)
{
	enum figure figure = ELECTORATE;

	while (figure < FIGURES &&
	    term_find(plain, names[figure], names[figure][1] ? 2 : 1, NULL) ==
		T_NONE)
		figure++;
	return figure;
}

static enum figure
figure_of_line(const struct vote *vote, const struct figure_line *line)
{
	return figure_of(md_plain(vote->arena, line->what.text));
}

uint64_t
figure_told(const struct vote *vote, size_t document, enum figure figure)
{
	uint64_t value;

	BIND_EACH(const struct figure_line, line, &vote->sheet->figures)
		if (line->document == document &&
		    figure_of_line(vote, line) == figure &&
		    figure_read(vote, md_plain(vote->arena, line->many.text),
			&value))
			return value;
	return 0;
}

static void
add(struct vote *vote, enum figure figure, uint64_t value)
{
	struct headcount *count = &vote->figures[figure];

	vote->has_ballots |= figure == CAST;
	*count = (struct headcount){ true, count->count + value, FROM_SUM };
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
figure_take(struct vote *vote, enum figure figure, uint64_t value,
    struct pos pos)
{
	const struct bind_list *nodes = figure == ELECTORATE
	    ? &vote->sheet->electorate_nodes
	    : &vote->sheet->participant_nodes;

	if (figure >= REJECTED)
		return false;
	if (!is_people(figure) || !says_elsewhere(vote, nodes, value, pos))
		add(vote, figure, value);
	return true;
}

void
figure_again(struct vote *vote)
{
	const char *plain;
	uint64_t value;
	enum figure figure;

	BIND_EACH(const struct figure_line, line, &vote->sheet->figures) {
		figure = figure_of_line(vote, line);
		plain = md_plain(vote->arena, line->many.text);
		vote->has_ballots |= figure == CAST;
		if (figure == FIGURES)
			bind_fault(vote->bind, line->what.pos, M_UNKNOWN_KEY,
			    md_plain(vote->arena, line->what.text));
		else if (figure >= REJECTED) /* computed anew */
			continue;
		else if (figure_read(vote, plain, &value))
			add(vote, figure, value);
		/* people that are no number of its own come from elsewhere */
		else if (!is_people(figure) && *plain != '\0')
			bind_fault(vote->bind, line->many.pos, M_VOTE_NO_COUNT,
			    plain);
	}
}

static const char *
quorum_text(const struct vote *vote, const struct result *result)
{
	static const enum term states[] = { T_NONE, T_QUORUM_MET,
		T_QUORUM_MISSED, T_QUORUM_UNKNOWN };
	const char *state = method_word(vote->method, states[result->quorum]);

	return result->quorum == QUORUM_UNKNOWN
	    ? state
	    : arena_format(vote->arena, "%s (%s / %s)", state,
		  vote_number(vote, result->quorum_cast),
		  vote_number(vote, result->quorum_needed));
}

/* What is no sum says where it comes from, and is not read back. */
static const char *
count_text(const struct vote *vote, const struct headcount *count)
{
	static const enum term
	    sources[] = { [FROM_SETTING] = T_BY_RULE, [FROM_LIST] = T_BY_LIST };
	const char *number = vote_number(vote, count->count);

	return count->from == FROM_SUM
	    ? number
	    : arena_format(vote->arena, "%s %s", number,
		  method_word(vote->method, sources[count->from]));
}

void
figure_render(const struct vote *vote, const struct result *result)
{
	struct bind_list list = { .count = 0 };
	struct figure_line line = { .document = 0 };
	enum figure figure;

	for (figure = ELECTORATE; figure < FIGURES; figure++) {
		if (!result->figures[figure].known)
			continue;
		line.what.text = method_word(vote->method, names[figure][0]);
		line.many.text = figure == QUORUM
		    ? quorum_text(vote, result)
		    : count_text(vote, &result->figures[figure]);
		bind_put(vote->bind, &list, &line, sizeof(line));
	}
	method_table(vote->method, T_PARTICIPATION, figure_line_rows,
	    sizeof(line), &list);
}
