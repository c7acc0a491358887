/*
 * Unit tests of vote-rank's methods: published elections, and elections out of
 * a hat that are counted by brute force besides.
 */
#include <stdlib.h>

#include "../../cmd/vote-rank/count.h"
#include "test.h"

enum { MOST_PAPERS = 64 };

/* An election as "5 A>C>B=E, 8 B": options are letters from A on. */
struct election {
	struct arena *arena;
	struct paper papers[MOST_PAPERS];
	size_t count, options;
	struct duels duels;
};

static void
add_paper(struct election *election, uint64_t times, const char *order)
{
	struct paper *paper = &election->papers[election->count++];

	assert_true(election->count <= MOST_PAPERS);
	*paper = (struct paper){ order, times };
	duels_add(&election->duels, paper, true);
}

static struct election
read_election(size_t options, const char *text)
{
	struct election election = { .arena = arena_new(),
		.options = options,
		.duels.options = options };
	uint64_t times;
	char *end, *order;
	size_t n;

	while (*text != '\0') {
		times = strtoul(text, &end, 10);
		order = arena_alloc(election.arena, COUNT_MOST + 1);
		n = 0;
		for (text = end; *text != '\0' && *text != ','; text++)
			if (*text >= 'A' && *text <= 'Z')
				order[n++] = (char)((*text - 'A' + 1) |
				    (text[-1] == '=' ? COUNT_EQUAL : 0));
		text += *text == ',';
		add_paper(&election, times, order);
	}
	return election;
}

/* Ranks as "B A=C": the best first, equal ones by their letters. */
static const char *
spell(struct arena *arena, size_t options, const size_t rank[])
{
	char *text = arena_alloc(arena, 3 * COUNT_MOST), *at = text;
	size_t place, i, before;

	for (place = 1; place <= options; place++)
		for (before = 0, i = 0; i < options; i++) {
			if (rank[i] != place)
				continue;
			if (at > text)
				*at++ = before++ > 0 ? '=' : ' ';
			before += at == text;
			*at++ = (char)('A' + i);
		}
	return text;
}

static void
is_schulze(const struct election *election, bool margin, const char *wanted)
{
	duel_strength widest[COUNT_MOST][COUNT_MOST];
	size_t rank[COUNT_MOST];
	struct standing standing =
	    schulze_stand(&election->duels, margin, widest);

	standing_ranks(&standing, rank);
	assert_string_equal(spell(election->arena, election->options, rank),
	    wanted);
}

static struct pairs
is_pairs(const struct election *election, bool margin, const char *wanted)
{
	struct pairs pairs;
	size_t rank[COUNT_MOST];

	pairs_count(election->arena, &election->duels, margin, NULL, &pairs);
	standing_ranks(&pairs.standing, rank);
	assert_string_equal(spell(election->arena, election->options, rank),
	    wanted);
	return pairs;
}

/* The matrix of duels or of paths as "AB20 AC26": those over the diagonal and
 * below it, row by row. */
static void
is_matrix(const struct election *election, bool paths, const char *wanted)
{
	duel_strength widest[COUNT_MOST][COUNT_MOST];
	size_t row, column;
	uint64_t value;
	char *end;

	schulze_stand(&election->duels, false, widest);
	for (; *wanted != '\0'; wanted = *end == ' ' ? end + 1 : end) {
		row = (size_t)(wanted[0] - 'A');
		column = (size_t)(wanted[1] - 'A');
		value = paths ? duels_shown(widest[row][column])
			      : election->duels.over[row][column];
		assert_int_equal(value, strtoul(wanted + 2, &end, 10));
	}
}

static void
is_borda(const struct election *election, const char *wanted)
{
	uint64_t halves[COUNT_MOST];
	char *end;

	borda_count(&election->duels, halves);
	for (; *wanted != '\0'; wanted = *end == ' ' ? end + 1 : end)
		assert_int_equal(halves[wanted[0] - 'A'],
		    2 * strtoul(wanted + 1, &end, 10));
}

static count_set
set_of(const char *letters)
{
	count_set set = 0;

	while (*letters != '\0')
		set |= count_one((size_t)(*letters++ - 'A'));
	return set;
}

/* Who goes out, in order, and who is elected by the alternative vote. */
static struct rounds *
is_runoff(const struct election *election, const size_t *order,
    const char *outs, const char *elected)
{
	struct rounds *rounds = arena_alloc(election->arena, sizeof(*rounds));
	size_t i;

	runoff_count(election->arena, election->papers, election->count,
	    election->options, order, rounds);
	assert_int_equal(rounds->count, strlen(outs) + 1);
	for (i = 1; i < rounds->count; i++)
		assert_int_equal(rounds->at[i].option, outs[i - 1] - 'A');
	assert_true(rounds->at[i - 1].elected == set_of(elected));
	return rounds;
}

/* The rounds of the single transferable vote: "C" a surplus, "-G" out (NULL: not
 * looked at); and who is elected. */
static struct rounds *
is_stv(const struct election *election, size_t seats, const size_t *order,
    const char *events, const char *elected)
{
	struct rounds *rounds = arena_alloc(election->arena, sizeof(*rounds));
	size_t i;

	stv_count(election->arena, election->papers, election->count,
	    election->options, seats, order, rounds);
	for (i = 1; i < rounds->count && events != NULL; i++) {
		assert_int_equal(rounds->at[i].kind,
		    *events == '-' ? ROUND_OUT : ROUND_SURPLUS);
		events += *events == '-';
		assert_int_equal(rounds->at[i].option, *events++ - 'A');
	}
	assert_string_equal(events != NULL ? events : "", "");
	assert_true(rounds->at[rounds->count - 1].elected == set_of(elected));
	return rounds;
}

/* The example of Schulze's article on Wikipedia: 45 voters, no Condorcet winner. */
static void
test_wikipedia(void **state)
{
	struct election e = read_election(5,
	    "5 A>C>B>E>D, 5 A>D>E>C>B, 8 B>E>D>A>C, 3 C>A>B>E>D, 7 C>A>E>B>D, "
	    "2 C>B>A>D>E, 7 D>C>E>B>A, 8 E>B>A>D>C");
	struct pairs pairs;
	struct rounds *rounds;

	(void)state;
	is_matrix(&e, false,
	    "AB20 AC26 AD30 AE22 BC16 BD33 BE18 CD17 CE24 DE14");
	is_matrix(&e, true,
	    "AB28 AC28 AD30 AE24 BA25 BC28 BD33 BE24 CA25 CB29 CD29 CE24 "
	    "DA25 DB28 DC28 DE24 EA25 EB28 EC28 ED31");
	is_schulze(&e, false, "E A C B D");
	pairs = is_pairs(&e, false, "A C E B D");
	assert_int_equal(pairs.fate[3][2], PAIR_SKIPPED);
	assert_int_equal(pairs.fate[1][0], PAIR_SKIPPED);
	assert_int_equal(pairs.fate[4][0], PAIR_SKIPPED);
	assert_int_equal(pairs.fate[0][2], PAIR_KEPT);
	is_borda(&e, "E102 A98 B92 C89 D69");
	assert_true(duels_winner(&e.duels) == 0);
	assert_true(duels_smith(&e.duels) == set_of("ABCDE"));
	rounds = is_runoff(&e, NULL, "D", "");
	assert_true(rounds->open == set_of("BE"));
	arena_free(e.arena);
}

/* Examples 1 and 2 of Schulze, Social Choice and Welfare 36, 2011. */
static void
test_schulze(void **state)
{
	struct election e = read_election(4,
	    "8 A>C>D>B, 2 B>A>D>C, 4 C>D>B>A, 4 D>B>A>C, 3 D>C>B>A");

	(void)state;
	is_matrix(&e, true,
	    "AB14 AC14 AD12 BA13 BC13 BD12 CA13 CB15 CD12 DA13 DB19 DC13");
	is_schulze(&e, false, "D A C B");
	is_pairs(&e, false, "A C D B");
	arena_free(e.arena);

	e = read_election(4,
	    "3 A>C>D>B, 9 B>A>C>D, 8 C>D>A>B, 5 D>A>B>C, 5 D>B>C>A");
	is_matrix(&e, true,
	    "AB17 AC17 AD17 BA18 BC19 BD19 CA18 CB20 CD20 DA18 DB21 DC19");
	is_schulze(&e, false, "C D B A");
	is_pairs(&e, false, "C D A B");
	arena_free(e.arena);
}

/* Where the capital of Tennessee should be: Memphis, Nashville, Chattanooga,
 * Knoxville (Wikipedia). */
static void
test_tennessee(void **state)
{
	struct election e =
	    read_election(4, "42 A>B>C>D, 26 B>C>D>A, 15 C>D>B>A, 17 D>C>B>A");
	struct rounds *rounds;

	(void)state;
	assert_true(duels_winner(&e.duels) == set_of("B"));
	assert_true(duels_loser(&e.duels) == set_of("A"));
	assert_true(duels_smith(&e.duels) == set_of("B"));
	is_schulze(&e, false, "B C D A");
	is_pairs(&e, false, "B C D A");
	is_borda(&e, "B194 C173 A126 D107");
	rounds = is_runoff(&e, NULL, "CB", "D");
	assert_int_equal(rounds->at[2].votes[3], 58);
	assert_int_equal(rounds->at[2].votes[0], 42);
	arena_free(e.arena);
}

/* Borda against a majority of first places (fr.wikipedia), counted from 0. */
static void
test_borda(void **state)
{
	struct election e =
	    read_election(4, "30 B>A>C>D, 30 B>A>D>C, 25 A>C>D>B, 15 A>D>C>B");

	(void)state;
	is_borda(&e, "A240 B180 C95 D85");
	assert_true(duels_winner(&e.duels) == set_of("B"));
	arena_free(e.arena);
}

/* Winning votes against margins (rangevoting.org/WinningVotes), a cycle of
 * three (ericgorr.net), and example 5 of Tideman 1987. */
static void
test_pairs(void **state)
{
	struct election e = read_election(3, "9 B>C>A, 6 C=A>B, 5 A>B>C");
	size_t cycle[COUNT_MOST];
	struct pairs pairs;

	(void)state;
	is_schulze(&e, false, "A B C");
	is_pairs(&e, false, "A B C");
	is_schulze(&e, true, "B C A");
	is_pairs(&e, true, "B C A");
	arena_free(e.arena);

	e = read_election(3, "40 A>B>C, 35 B>C>A, 25 C>A>B");
	pairs = is_pairs(&e, false, "A B C");
	assert_int_equal(pairs.fate[2][0], PAIR_SKIPPED);
	assert_int_equal(duels_cycle(&e.duels, set_of("ABC"), cycle), 3);
	assert_int_equal(cycle[0], 0);
	assert_int_equal(cycle[1], 1);
	assert_int_equal(cycle[2], 2);
	arena_free(e.arena);

	e = read_election(5,
	    "7 A>B>C>D>E, 3 E>D>A>B>C, 6 D>E>B>C>A, 3 B>C>A>E>D, 5 E>C>A>B>D, "
	    "3 D>C>A>B>E");
	is_schulze(&e, false, "A B C D E");
	is_pairs(&e, false, "A B C D E");
	arena_free(e.arena);
}

/* Five options of which the alternative vote drops the Condorcet winner
 * (rangevoting.org); and the one of four of Wikipedia's minimax, whose
 * opposition variant would take another. */
static void
test_runoff(void **state)
{
	struct election e = read_election(5,
	    "50 A>B>C>D>E, 51 B>A>C>D>E, 100 C>D>B>E>A, 53 D>E>C>B>A, "
	    "49 E>D>C>B>A");
	struct rounds *rounds;

	(void)state;
	rounds = is_runoff(&e, NULL, "EAC", "D");
	assert_int_equal(rounds->at[3].votes[3], 202);
	assert_int_equal(rounds->at[3].votes[1], 101);
	assert_true(duels_winner(&e.duels) == set_of("C"));
	arena_free(e.arena);

	e = read_election(3, "4 A=C>B, 47 A>C>B, 43 C>B>A, 6 B>A=C");
	assert_true(duels_winner(&e.duels) == set_of("A"));
	arena_free(e.arena);
}

/* Papers on which two options stand beside each other rest where both of them
 * are left. */
static void
test_equal(void **state)
{
	struct election e = read_election(4, "5 A, 4 B, 3 C=D>B, 2 D>A");
	struct rounds *rounds = is_runoff(&e, NULL, "CD", "A");

	(void)state;
	assert_int_equal(rounds->at[0].equal, 3);
	assert_int_equal(rounds->at[2].equal, 3);
	assert_int_equal(rounds->at[2].votes[0], 7);
	arena_free(e.arena);
}

/* Voting matters 12: 4003 papers, 3 seats; lots take X and Y out. */
static void
test_voting_matters(void **state)
{
	struct election e = read_election(5,
	    "333 A>C, 333 A>D, 333 A>E, 333 B>C, 333 B>D, 333 B>E, 667 C, "
	    "667 D, 667 E, 1 A>B>C, 1 A>B>D, 2 B>A>C");
	const size_t order[] = { 0, 1, 4, 3, 2 };

	(void)state;
	is_stv(&e, 3, order, "-C-D", "ABE");
	arena_free(e.arena);
}

/* The worked example of the Scottish Government: 2397 papers, 3 seats. */
static void
test_scottish_example(void **state)
{
	struct election e = read_election(5,
	    "35 A>B, 84 A>D>B, 267 A>D>E, 49 A>D, 78 A>E, 37 A, 377 B, 7 C>A>B, "
	    "7 C>A>D>B, 19 C>A>D>E, 23 C>A>D, 263 C>A>E, 38 C>A, 223 C>B, "
	    "15 C>D>B, 58 C>D>E, 10 C>D, 252 C>E, 57 C, 54 D>B, 96 D>E, 17 D, "
	    "331 E");
	struct rounds *r = is_stv(&e, 3, NULL, "CA-D", "ACE");

	(void)state;
	assert_int_equal(r->quota, 60000000);
	assert_int_equal(r->at[0].votes[0], 55000000);
	assert_int_equal(r->at[1].votes[0], 68662747);
	assert_int_equal(r->at[1].votes[1], 46234433);
	assert_int_equal(r->at[1].votes[3], 19876493);
	assert_int_equal(r->at[1].votes[4], 42744292);
	assert_int_equal(r->at[1].ended, 2181447);
	assert_int_equal(r->at[2].votes[1], 46709789);
	assert_int_equal(r->at[2].votes[3], 25159465);
	assert_int_equal(r->at[2].votes[4], 44998104);
	assert_int_equal(r->at[3].votes[1], 53777394);
	assert_int_equal(r->at[3].votes[4], 60278026);
	arena_free(e.arena);
}

/* Three seats for food, and the same of fr.wikipedia for two; five seats where
 * what divisions cut off decides (VoteKit, issue 311); and two and three seats
 * that agree on nobody (Kadlecek). */
static void
test_stv(void **state)
{
	struct election e =
	    read_election(5, "4 A, 2 B>A, 8 C>D, 4 C>E, 1 D, 1 E");
	struct rounds *r = is_stv(&e, 3, NULL, "C-B-E", "ACD");

	(void)state;
	assert_int_equal(r->quota, 600000);
	arena_free(e.arena);

	e = read_election(4,
	    "28 A>B>C>D, 14 A>C>D>B, 15 B>C>A>D, 17 C>A>B>D, 26 D>B>C>A");
	r = is_stv(&e, 2, NULL, "A-C", "AB");
	assert_int_equal(r->at[2].votes[1], 3733316);
	arena_free(e.arena);

	e = read_election(6, "52 A>B>C>D>E, 8 F");
	is_stv(&e, 5, NULL, "ABCD-E", "ABCDF");
	arena_free(e.arena);

	e = read_election(5,
	    "123 A, 52 A>B, 159 B>A, 161 C>B, 161 C>D, 161 D>E, 50 E>D, "
	    "123 E");
	is_stv(&e, 2, NULL, NULL, "AE");
	is_stv(&e, 3, NULL, NULL, "BCD");
	arena_free(e.arena);
}

/* The last stage where equal ones differ decides, however little it differs:
 * after droop's weak-tie example. */
static void
test_tie_before(void **state)
{
	struct election e = read_election(5, "1 A>B, 2 B, 3 C, 4 D, 5 E");

	(void)state;
	is_stv(&e, 2, NULL, "-A-B-C", "DE");
	arena_free(e.arena);
}

/*
 * Elections out of a hat, of five options, with papers that are short or have
 * options beside each other; each method is its definition, tried on all.
 */
enum { HATS = 2000, FIVE = 5 };

struct hat {
	struct election election;
	unsigned seed;
	uint64_t over[FIVE][FIVE], halves[FIVE];
};

static unsigned
draw(struct hat *hat, unsigned below)
{
	hat->seed = hat->seed * 1103515245u + 12345u;
	return (hat->seed >> 16) % below;
}

/* A paper out of the hat; its duels and points, counted option by option: one
 * that it does not rank is behind those that it does. */
static void
draw_paper(struct hat *hat)
{
	char *order = arena_alloc(hat->election.arena, FIVE + 1);
	size_t ranked = 1 + draw(hat, FIVE), n, i, j, rank = 1;
	size_t ranks[FIVE] = { 9, 9, 9, 9, 9 };
	uint64_t times = 1 + draw(hat, 4);

	for (n = 0; n < ranked; n++) {
		do
			i = draw(hat, FIVE);
		while (ranks[i] != 9);
		/* those beside each other by their places */
		order[n] = (char)(i + 1);
		if (n > 0 && draw(hat, 4) == 0 &&
		    (order[n - 1] & ~COUNT_EQUAL) < order[n])
			order[n] = (char)(order[n] | COUNT_EQUAL);
		else
			rank++;
		ranks[i] = rank;
	}
	add_paper(&hat->election, times, order);
	for (i = 0; i < FIVE; i++)
		for (j = 0; j < FIVE; j++) {
			hat->over[i][j] += ranks[i] < ranks[j] ? times : 0;
			hat->halves[i] += i == j   ? 0
			    : ranks[i] < ranks[j]  ? 2 * times
			    : ranks[i] == ranks[j] ? times
						   : 0;
		}
}

static struct hat
draw_hat(unsigned seed)
{
	struct hat hat = { .election = { .arena = arena_new(),
			       .options = FIVE,
			       .duels.options = FIVE },
		.seed = seed };
	unsigned papers = 1 + draw(&hat, seed % 2 ? 4 : 12);

	while (papers-- > 0)
		draw_paper(&hat);
	return hat;
}

static bool
beats(const struct hat *hat, size_t one, size_t other)
{
	return hat->over[one][other] > hat->over[other][one];
}

/* Whether a victory is at least as strong as another, which may be none. */
static bool
is_as_strong(const struct hat *hat, bool margin, size_t a, size_t b, size_t c,
    size_t d)
{
	uint64_t won = hat->over[a][b], than = hat->over[c][d];

	if (!beats(hat, c, d))
		return true;
	if (!beats(hat, a, b))
		return false;
	if (margin)
		return won - hat->over[b][a] >= than - hat->over[d][c];
	return won > than ||
	    (won == than && hat->over[b][a] <= hat->over[d][c]);
}

/* The smallest set whose members beat all others: of all sets. */
static count_set
smallest(const struct hat *hat)
{
	count_set set, best = count_all(FIVE);
	size_t i, j;
	bool beaten;

	for (set = 1; set < count_all(FIVE); set++) {
		for (beaten = true, i = 0; i < FIVE; i++)
			for (j = 0; j < FIVE; j++)
				beaten &= !count_has(set, i) ||
				    count_has(set, j) || beats(hat, i, j);
		if (beaten && count_size(set) < count_size(best))
			best = set;
	}
	return best;
}

/* Whether a path of victories, each as strong as one from c to d or as one that
 * is none, goes from one option to another through those not met. */
static bool
has_path(const struct hat *hat, bool margin, count_set met, size_t from,
    size_t to, size_t c, size_t d)
{
	size_t i;

	if (from == to)
		return true;
	for (i = 0; i < FIVE; i++)
		if (!count_has(met, i) && beats(hat, from, i) &&
		    is_as_strong(hat, margin, from, i, c, d) &&
		    has_path(hat, margin, met | count_one(i), i, to, c, d))
			return true;
	return false;
}

/* Schulze: of one to another there is a path whose weakest victory no path back
 * comes up to: of all victories that may be the weakest. */
static bool
stands_above(const struct hat *hat, bool margin, size_t one, size_t other)
{
	size_t c, d;

	for (c = 0; c < FIVE; c++)
		for (d = 0; d < FIVE; d++)
			if (beats(hat, c, d) &&
			    has_path(hat, margin, count_one(one), one, other, c,
				d) &&
			    !has_path(hat, margin, count_one(other), other, one,
				c, d))
				return true;
	return false;
}

/* Whether an order of all options is a stack (Zavist and Tideman, Social Choice
 * and Welfare 6, 1989): from each of them there is a way down the order to each
 * below it whose victories are as strong as that one's victory, if it has one. */
static bool
is_stack(const struct hat *hat, bool margin, const size_t order[FIVE])
{
	size_t i, j, k;
	count_set reached;

	for (i = 0; i < FIVE; i++)
		for (j = i + 1; j < FIVE; j++) {
			reached = count_one(i);
			for (k = i; k < j; k++) {
				size_t to;

				for (to = k + 1; to <= j; to++)
					if (count_has(reached, k) &&
					    is_as_strong(hat, margin, order[k],
						order[to], order[j], order[i]))
						reached |= count_one(to);
			}
			if (!count_has(reached, j))
				return false;
		}
	return true;
}

/* Takes from above what some stack among all orders does not have. */
static void
try_orders(const struct hat *hat, bool margin, size_t order[FIVE], size_t n,
    count_set above[FIVE])
{
	count_set below = 0;
	size_t i, kept;

	for (i = n; i < FIVE; i++) {
		kept = order[i];
		order[i] = order[n];
		order[n] = kept;
		try_orders(hat, margin, order, n + 1, above);
		order[n] = order[i];
		order[i] = kept;
	}
	if (n < FIVE || !is_stack(hat, margin, order))
		return;
	for (i = FIVE; i-- > 0; below |= count_one(order[i]))
		above[order[i]] &= below;
}

static void
check_methods(const struct hat *hat, bool margin)
{
	const struct duels *duels = &hat->election.duels;
	size_t order[FIVE] = { 0, 1, 2, 3, 4 }, i, j;
	duel_strength widest[COUNT_MOST][COUNT_MOST];
	struct standing schulze = schulze_stand(duels, margin, widest);
	count_set above[FIVE];
	struct pairs pairs;

	pairs_count(hat->election.arena, duels, margin, NULL, &pairs);
	memset(above, 0xff, sizeof(above));
	try_orders(hat, margin, order, 0, above);
	assert_false(pairs.lost);
	for (i = 0; i < FIVE; i++) {
		assert_true(pairs.standing.above[i] == above[i]);
		for (j = 0; j < FIVE; j++)
			assert_int_equal(count_has(schulze.above[i], j),
			    stands_above(hat, margin, i, j));
	}
}

static void
test_hats(void **state)
{
	uint64_t halves[COUNT_MOST];
	count_set winner, smith;
	struct hat hat;
	unsigned seed;
	size_t i, j;

	(void)state;
	for (seed = 1; seed <= HATS; seed++) {
		hat = draw_hat(seed);
		for (i = 0; i < FIVE; i++)
			for (j = 0; j < FIVE; j++)
				assert_int_equal(hat.over[i][j],
				    hat.election.duels.over[i][j]);
		borda_count(&hat.election.duels, halves);
		for (i = 0; i < FIVE; i++)
			assert_int_equal(halves[i], hat.halves[i]);
		smith = smallest(&hat);
		assert_true(duels_smith(&hat.election.duels) == smith);
		winner = duels_winner(&hat.election.duels);
		assert_true(winner == (count_size(smith) == 1 ? smith : 0));
		check_methods(&hat, false);
		check_methods(&hat, true);
		arena_free(hat.election.arena);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_wikipedia),
		cmocka_unit_test(test_schulze),
		cmocka_unit_test(test_tennessee),
		cmocka_unit_test(test_borda),
		cmocka_unit_test(test_pairs),
		cmocka_unit_test(test_runoff),
		cmocka_unit_test(test_equal),
		cmocka_unit_test(test_voting_matters),
		cmocka_unit_test(test_scottish_example),
		cmocka_unit_test(test_stv),
		cmocka_unit_test(test_tie_before),
		cmocka_unit_test(test_hats),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
