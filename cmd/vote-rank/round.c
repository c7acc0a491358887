/*
 * round: how papers went from option to option, as a table.
 */
#include <inttypes.h>

#include "rank.h"

const char *
round_votes(const struct vote *vote, uint64_t units)
{
	uint64_t unit = vote->rounds.unit;

	if (unit == 1)
		return poll_number(&vote->poll, units);
	return arena_format(vote->poll.arena, "%" PRIu64 "%c%05" PRIu64,
	    units / unit, method_of(vote)->lang == LANG_FR ? ',' : '.',
	    units % unit);
}

const char *
round_fate(const struct vote *vote, size_t option)
{
	const struct rounds *rounds = &vote->rounds;
	const struct method *method = method_of(vote);
	enum term fate = T_NONE;
	size_t i;

	for (i = 0; i < rounds->count && fate == T_NONE; i++)
		if (count_has(rounds->at[i].elected, option))
			fate = M_RANK_ELECTED_IN;
		else if (count_has(rounds->at[i].out, option))
			fate = M_RANK_OUT_IN;
	return fate == T_NONE
	    ? method_word(method,
		  rounds->open != 0 ? T_RANK_LEFT : T_RANK_NOT_ELECTED)
	    : method_text(method, fate, poll_number(&vote->poll, i));
}

/* What parted those that were level. */
static const char *
parted_by(const struct vote *vote, const struct round *round)
{
	return method_word(method_of(vote),
	    round->tie == TIE_BEFORE                       ? T_RANK_EARLIER
		: vote->sheet->poll.tie.term == T_TIE_DRAW ? T_RANK_BY_DRAW
							   : T_RANK_BY_ORDER);
}

/* What happens in a round: "A sort ; élu : B". */
static const char *
event(const struct vote *vote, size_t at)
{
	const struct method *method = method_of(vote);
	const struct round *round = &vote->rounds.at[at];
	count_set elected = round->elected & ~(at > 0 ? round[-1].elected : 0);
	struct buf out = BUF_INIT;
	const char *name;

	if (round->kind == ROUND_FIRST) {
		buf_string(&out, method_word(method, T_RANK_FIRST_ROUND));
	} else {
		name = rank_words(vote,
		    round->out != 0 ? round->out : count_one(round->option));
		buf_string(&out,
		    round->kind == ROUND_OUT
			? method_text(method,
			      count_size(round->out) == 1 ? M_RANK_GOES_OUT
							  : M_RANK_GO_OUT,
			      name)
			: method_text(method, M_RANK_SURPLUS, name,
			      round_votes(vote,
				  round[-1].votes[round->option] -
				      round->votes[round->option])));
	}
	if (round->tie != TIE_NO)
		buf_format(&out, " (%s)",
		    method_text(method, M_RANK_PARTED,
			rank_words(vote, round->tied), parted_by(vote, round)));
	name = buf_take(&out, vote->poll.arena);
	return elected == 0 ? name
			    : method_text(method, M_RANK_ELECTED, name,
				  rank_words(vote, elected));
}

/* Votes of an option at a round's end; nothing once it is out. */
static const char *
cell_of(const struct vote *vote, size_t at, size_t option)
{
	const struct round *round = &vote->rounds.at[at];

	for (size_t i = 0; i <= at; i++)
		if (count_has(vote->rounds.at[i].out, option))
			return "";
	return round_votes(vote, round->votes[option]);
}

/* Votes, or nothing where there are none. */
static const char *
some(const struct vote *vote, uint64_t units)
{
	return units > 0 ? round_votes(vote, units) : "";
}

void
round_render(const struct vote *vote)
{
	static const enum term heads[] = { T_RANK_ROUND, T_RANK_EVENT,
		T_RANK_EXHAUSTED, T_RANK_SHARED, T_RANK_RESIDUE };
	const struct rounds *rounds = &vote->rounds;
	const struct method *method = method_of(vote);
	size_t n = rounds->options, i, j;
	const char **option = arena_array(vote->poll.arena, n, sizeof(*option));
	const char **cell;
	struct grid grid;

	if (rounds->count == 0)
		return;
	for (i = 0; i < n; i++)
		option[i] = rank_words(vote, count_one(i));
	grid = grid_named(method->report, heads, 5, option, n, rounds->count);
	grid.numbered = true;
	grid.numbers = 1 | 4 | 8 | 16;
	cell = grid.cells;
	for (i = 0; i < rounds->count; i++) {
		*cell++ = poll_number(&vote->poll, i + 1);
		*cell++ = event(vote, i);
		*cell++ = some(vote, rounds->at[i].ended);
		*cell++ = some(vote, rounds->at[i].equal);
		*cell++ = some(vote, rounds->at[i].residue);
		for (j = 0; j < n; j++)
			*cell++ = cell_of(vote, i, j);
	}
	report_section(method->report, T_RANK_ROUNDS);
	if (rounds->quota > 0)
		report_pair(method->report, T_RANK_QUOTA,
		    poll_number(&vote->poll, rounds->quota / rounds->unit));
	grid_write(&grid, 0);
	if (rounds->open != 0)
		method_paragraph(method, M_RANK_OPEN_TIE,
		    rank_words(vote, rounds->open));
}
