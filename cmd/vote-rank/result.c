/*
 * result: ranks, who is retained, and what each method goes by.
 */
#include "rank.h"

/* An option in the results. */
struct line {
	struct bind_number rank;
	struct bind_text label, text, under;
	struct bind_number won, lost, level, points;
	struct bind_text fate;
	size_t option;
};

static const struct bind_row line_rows[] = {
	ROW(line, rank, .key = T_RANK),
	ROW(line, label, .key = T_ID, .flags = BIND_LABEL),
	ROW(line, text, .key = T_OPTION, .flags = BIND_MAIN),
	ROW(line, points, .key = T_RANK_POINTS),
	ROW(line, fate, .key = T_RANK_FATE),
	ROW(line, won, .key = T_RANK_WON),
	ROW(line, lost, .key = T_RANK_LOST),
	ROW(line, level, .key = T_RANK_LEVEL),
	{ BIND_END },
};

static const struct bind_row by_rank[] = {
	ROW(line, rank, .order = 1),
	ROW(line, label, .order = 2),
	ROW(line, text, .order = 2),
	{ BIND_END },
};

const char *
rank_name(const struct vote *vote, size_t option)
{
	return poll_option_name(&vote->poll,
	    poll_option_at(&vote->poll, option));
}

const char *
rank_names(const struct vote *vote, count_set set)
{
	struct bind_list list = { .count = 0 };

	for (; set != 0; set &= set - 1)
		bind_put(vote->poll.bind, &list,
		    poll_option_at(&vote->poll, count_first(set)),
		    vote->poll.option_size);
	return poll_option_names(&vote->poll, &list);
}

const char *
rank_words(const struct vote *vote, count_set set)
{
	return md_words(vote->poll.arena, rank_names(vote, set));
}

const char *
rank_cycle(const struct vote *vote)
{
	const struct duels *duels = &vote->tally->duels;
	size_t cycle[COUNT_MOST],
	    count = duels_cycle(duels, duels_smith(duels), cycle);
	struct buf out = BUF_INIT;

	for (size_t i = 0; i <= count && count > 0; i++)
		buf_join(&out, " > ", rank_name(vote, cycle[i % count]));
	return buf_take(&out, vote->poll.arena);
}

static bool
has_rounds(const struct vote *vote)
{
	return vote->rounds.count > 0;
}

static struct line
line_of(const struct vote *vote, size_t option)
{
	const struct poll_option *at = poll_option_at(&vote->poll, option);
	const struct duels *duels = &vote->tally->duels;
	size_t won = count_size(duels_beaten(duels, option)), lost = 0, j;
	struct line line = {
		.rank = method_count(vote->outcomes[vote->way].rank[option]),
		.label = at->label,
		.text = at->text,
		.fate = { "" },
		.option = option,
	};

	for (j = 0; j < duels->options; j++)
		lost += count_has(duels_beaten(duels, j), option);
	if (!has_rounds(vote)) {
		line.won = method_count(won);
		line.lost = method_count(lost);
		line.level = method_count(duels->options - 1 - won - lost);
		line.level.given = line.level.thousandths > 0;
	}
	if (vote->way == WAY_BORDA)
		line.points =
		    method_figure(500 * (int64_t)vote->halves[option]);
	if (has_rounds(vote))
		line.fate.text = round_fate(vote, option);
	return line;
}

/* Options in the order of their ranks. */
static struct bind_list
ranked(const struct vote *vote)
{
	struct bind_list list = { .count = 0 };
	struct line line;

	for (size_t i = 0; i < vote->tally->options; i++) {
		line = line_of(vote, i);
		bind_add(vote->poll.bind, &list, line);
	}
	return method_ordered(method_of(vote), by_rank, sizeof(line), &list);
}

/* What the duels say, whatever the method. */
static void
render_duels_say(const struct vote *vote)
{
	const struct method *method = method_of(vote);
	const struct duels *duels = &vote->tally->duels;
	count_set winner = duels_winner(duels), loser = duels_loser(duels),
		  smith = duels_smith(duels);
	const char *cycle = rank_cycle(vote);

	report_pair(method->report, T_RANK_WINNER,
	    md_words(vote->poll.arena,
		winner != 0 ? rank_names(vote, winner)
		    : *cycle != '\0'
		    ? arena_format(vote->poll.arena, "%s (%s)",
			  method_word(method, T_RANK_NOBODY), cycle)
		    : method_word(method, T_RANK_NOBODY)));
	if (loser != 0)
		report_pair(method->report, T_RANK_LOSER,
		    rank_words(vote, loser));
	if (winner == 0 && count_size(smith) < duels->options)
		report_pair(method->report, T_RANK_SMITH,
		    rank_words(vote, smith));
	if (vote->way == WAY_CONDORCET)
		report_pair(method->report, T_RANK_APPLIED,
		    winner != 0 ? method_text(method, M_RANK_BY_CONDORCET,
				      rank_words(vote, winner))
				: method_word(method, M_RANK_BY_SCHULZE));
}

/* The options that a tie-break parted, in its order. */
static void
render_parted(const struct vote *vote)
{
	const struct method *method = method_of(vote);
	count_set parted = vote->outcomes[vote->way].parted;
	bool drawn = vote->sheet->poll.tie.term == T_TIE_DRAW;
	struct buf out = BUF_INIT;

	for (size_t i = 0; i < vote->rounds.count; i++)
		if (vote->rounds.at[i].tie == TIE_BY_ORDER)
			parted |= vote->rounds.at[i].tied;
	for (size_t place = 0; parted != 0 && place < vote->tally->options;
	     place++)
		for (size_t i = 0; i < vote->tally->options; i++) {
			if (!count_has(parted, i) || vote->order[i] != place)
				continue;
			buf_join(&out, ", ",
			    poll_tie_name(&vote->poll,
				poll_option_at(&vote->poll, i), drawn));
		}
	if (parted != 0)
		method_paragraph(method,
		    drawn ? M_RANK_PART_DRAW : M_RANK_PART_ORDER,
		    buf_take(&out, vote->poll.arena));
}

void
result_render(const struct vote *vote)
{
	const struct method *method = method_of(vote);
	const struct outcome *outcome = &vote->outcomes[vote->way];
	struct bind_list lines = ranked(vote);

	report_section(method->report, T_RESULTS);
	method_list(method_of(vote), line_rows, sizeof(struct line), &lines);
	if (vote->tally->options > 1 && vote->tally->duels.papers > 0)
		render_duels_say(vote);
	report_section(method->report, T_SELECTED);
	BIND_EACH(const struct line, line, &lines)
		if (count_has(outcome->retained, line->option))
			report_item(method->report, line->label.text,
			    line->text.text);
	if (outcome->tied != 0 && vote->tally->duels.papers > 0)
		method_paragraph(method,
		    outcome->open ? M_RANK_UNDECIDED : M_RANK_TIED,
		    rank_words(vote, outcome->tied));
	render_parted(vote);
}

void
result_render_square(const struct vote *vote, enum term heading,
    uint64_t (*figure)(const struct vote *vote, size_t one, size_t other))
{
	static const enum term heads[] = { T_OPTION };
	size_t n = vote->tally->options, i, j;
	const char **names = arena_array(vote->poll.arena, n, sizeof(*names));
	const char **cell;
	struct grid grid;

	for (i = 0; i < n; i++)
		names[i] = rank_words(vote, count_one(i));
	grid = grid_named(method_of(vote)->report, heads, 1, names, n, n);
	grid.numbered = true;
	cell = grid.cells;
	for (i = 0; i < n; i++) {
		*cell++ = names[i];
		for (j = 0; j < n; j++)
			*cell++ = i == j
			    ? ""
			    : poll_number(&vote->poll, figure(vote, i, j));
	}
	report_section(method_of(vote)->report, heading);
	grid_write(&grid, 0);
}

/* The strength of the widest path from one option to another. */
static uint64_t
width(const struct vote *vote, size_t one, size_t other)
{
	return duels_shown(vote->widest[one][other]);
}

/* A victory in the order in which pairs are taken. */
struct victory {
	struct bind_text duel, kept;
	struct bind_number won, lost;
	duel_strength strength;
};

static const struct bind_row victory_rows[] = {
	ROW(victory, duel, .key = T_RANK_DUEL),
	ROW(victory, won, .key = T_RANK_FOR),
	ROW(victory, lost, .key = T_RANK_AGAINST),
	ROW(victory, kept, .key = T_RANK_KEPT),
	{ BIND_END },
};

static int
compare_victories(const void *a, const void *b)
{
	const struct victory *one = a, *two = b;

	return (one->strength < two->strength) -
	    (one->strength > two->strength);
}

static void
render_victories(const struct vote *vote)
{
	static const enum term fates[] = { [PAIR_KEPT] = T_RANK_YES,
		[PAIR_SKIPPED] = T_RANK_NO,
		[PAIR_OPEN] = T_RANK_OPEN };
	const struct duels *duels = &vote->tally->duels;
	struct bind_list list = { .count = 0 };
	struct victory victory;
	enum pair_fate fate;

	for (size_t i = 0; i < duels->options; i++)
		for (size_t j = 0; j < duels->options; j++) {
			fate = vote->pairs.fate[i][j];
			if (fate == PAIR_NONE)
				continue;
			victory = (struct victory){
				.duel.text = md_words(vote->poll.arena,
				    arena_format(vote->poll.arena, "%s > %s",
					rank_name(vote, i),
					rank_name(vote, j))),
				.kept.text =
				    method_word(method_of(vote), fates[fate]),
				.won = method_count(duels->over[i][j]),
				.lost = method_count(duels->over[j][i]),
				.strength =
				    duels_strength(duels, vote->margin, i, j),
			};
			bind_add(vote->poll.bind, &list, victory);
		}
	method_sort(method_of(vote), &list, sizeof(victory), compare_victories);
	method_table(method_of(vote), T_RANK_VICTORIES, victory_rows,
	    sizeof(victory), &list);
}

void
result_render_duels(const struct vote *vote)
{
	bool schulze = vote->way == WAY_SCHULZE ||
	    (vote->way == WAY_CONDORCET &&
		duels_winner(&vote->tally->duels) == 0);

	if (vote->tally->options < 2 || vote->tally->duels.papers == 0)
		return;
	if (schulze)
		result_render_square(vote, T_RANK_PATHS, width);
	if (vote->way == WAY_PAIRS)
		render_victories(vote);
}

/* A method beside ours. */
struct other {
	struct bind_text method, retains;
};

static const struct bind_row other_rows[] = {
	ROW(other, method, .key = T_RANK_METHOD),
	ROW(other, retains, .key = T_RANK_RETAINS),
	{ BIND_END },
};

void
result_render_others(const struct vote *vote)
{
	struct method *method = method_of(vote);
	struct bind_list list = { .count = 0 };
	struct other other = { .method.given = true };

	for (enum way way = WAY_SCHULZE; way < WAYS; way++) {
		if (!outcome_is_other(vote, way))
			continue;
		other.method.text = method_word(method, rank_ways[way]);
		other.retains.text =
		    md_words(vote->poll.arena, outcome_text(vote, way));
		bind_add(vote->poll.bind, &list, other);
	}
	method_table(method, T_RANK_OTHER_METHODS, other_rows, sizeof(other),
	    &list);
	if (list.count > 0 && !tally_lists(vote))
		method_paragraph(method, M_RANK_NO_ROUNDS,
		    method_word(method, rank_ways[WAY_IRV]),
		    method_word(method, rank_ways[WAY_STV]),
		    method_integer(method, RANK_LISTED));
}

const char *
order_text(const struct vote *vote, const char *order)
{
	struct buf out = BUF_INIT;

	for (; *order != '\0'; order++) {
		if (out.length > 0)
			buf_string(&out, *order & COUNT_EQUAL ? " = " : " > ");
		buf_string(&out,
		    rank_name(vote,
			(size_t)(*order & ~COUNT_EQUAL & 0xff) - 1));
	}
	return md_words(vote->poll.arena, buf_take(&out, vote->poll.arena));
}
