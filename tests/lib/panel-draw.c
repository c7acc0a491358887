/*
 * Unit tests of panel-draw's lottery: pools out of a hat, all of whose panels are
 * listed one by one, and whose chances are found slowly, as LEXIMIN is defined.
 */
#include <math.h>
#include <stdlib.h>

#include "../../cmd/panel-draw/chance.h"
#include "test.h"

enum { POOLS = 3000, KINDS = 6, LIMITS = 5, PANELS = 4096 };

static const double NEAR = 1e-10, EASE = 1e-7, LEVEL = 1e-5;

/* A pool out of the hat, and every panel that keeps to its limits. */
struct pool {
	struct programme programme;
	int people[KINDS], most[KINDS];
	struct limit limits[LIMITS];
	bool of[LIMITS][KINDS];
	int panels[PANELS][KINDS];
	size_t count;
	uint64_t seed;
};

static unsigned
draw(struct pool *pool, unsigned below)
{
	pool->seed = pool->seed * 6364136223846793005U + 1442695040888963407U;
	return (unsigned)(pool->seed >> 33) % below;
}

static void
draw_limit(struct pool *pool, int size)
{
	struct limit *limit = &pool->limits[pool->programme.count];
	int least = (int)draw(pool, 3) - 1;

	*limit = (struct limit){ pool->of[pool->programme.count++],
		least > 0 ? least : 0, 0 };
	limit->most = limit->least + (int)draw(pool, 3);
	if (limit->most > size)
		limit->most = size;
	if (limit->least > limit->most)
		limit->least = limit->most;
}

static void
draw_pool(struct pool *pool, unsigned seed)
{
	size_t kinds, i, j;
	int size;

	memset(pool, 0, sizeof(*pool));
	pool->seed = seed;
	kinds = 2 + draw(pool, KINDS - 1);
	size = 1 + (int)draw(pool, 5);
	pool->programme = (struct programme){ .arena = arena_new(),
		.kinds = kinds,
		.people = pool->people,
		.most = pool->most,
		.limits = pool->limits,
		.count = 1 };
	pool->limits[0] = (struct limit){ pool->of[0], size, size };
	for (i = 0; i < kinds; i++) {
		pool->people[i] = 1 + (int)draw(pool, 4);
		pool->most[i] = 1 + (int)draw(pool, (unsigned)pool->people[i]);
		pool->of[0][i] = true;
	}
	for (j = 1 + draw(pool, LIMITS - 1); j > 0; j--) {
		draw_limit(pool, size);
		for (i = 0; i < kinds; i++)
			pool->of[pool->programme.count - 1][i] =
			    draw(pool, 2) == 0;
	}
}

/* Every panel, of one kind after the other. */
static void
list_panels(struct pool *pool, int *panel, size_t kind)
{
	if (kind < pool->programme.kinds) {
		for (panel[kind] = 0; panel[kind] <= pool->most[kind];
		     panel[kind]++)
			list_panels(pool, panel, kind + 1);
		return;
	}
	if (!programme_holds(&pool->programme, panel))
		return;
	assert_true(pool->count < PANELS);
	memcpy(pool->panels[pool->count++], panel,
	    pool->programme.kinds * sizeof(*panel));
}

static double
chance_in(const struct pool *pool, size_t panel, size_t kind)
{
	return (double)pool->panels[panel][kind] / pool->people[kind];
}

/*
 * A simplex of its own (Bland's rule): the most that a lottery gives a kind, or,
 * where that is KINDS, the most that it gives at least to each that is not
 * settled, while no kind has less than its floor.  All rows but the last are of
 * the form: at most 0, so that no panel at all is where it starts.
 */
struct tableau {
	double at[KINDS + 2][PANELS + KINDS + 4];
	size_t basis[KINDS + 2], rows, columns;
};

static void
turn(struct tableau *tableau, size_t row, size_t column)
{
	double by = tableau->at[row][column];
	size_t i, j;

	for (j = 0; j <= tableau->columns; j++)
		tableau->at[row][j] /= by;
	for (i = 0; i <= tableau->rows; i++) {
		by = tableau->at[i][column];
		if (i == row || by == 0)
			continue;
		for (j = 0; j <= tableau->columns; j++)
			tableau->at[i][j] -= by * tableau->at[row][j];
	}
	tableau->basis[row] = column;
}

/* The last row is the goal, the last column what rows come to. */
static double
climb(struct tableau *tableau)
{
	size_t last = tableau->columns, column, row, i;
	double ratio, least;

	for (;;) {
		for (column = 0; column < last; column++)
			if (tableau->at[tableau->rows][column] < -EASE)
				break;
		if (column == last)
			return tableau->at[tableau->rows][last];
		row = tableau->rows;
		least = 0;
		for (i = 0; i < tableau->rows; i++) {
			if (tableau->at[i][column] < 10 * EASE)
				continue;
			ratio = tableau->at[i][last] / tableau->at[i][column];
			if (row == tableau->rows || ratio < least - NEAR ||
			    (ratio < least + NEAR &&
				tableau->basis[i] < tableau->basis[row])) {
				row = i;
				least = ratio;
			}
		}
		assert_true(row < tableau->rows);
		turn(tableau, row, column);
	}
}

static double
best(const struct pool *pool, const double *floors, const bool *settled,
    size_t kind)
{
	static struct tableau tableau;
	size_t kinds = pool->programme.kinds, panels = pool->count, i, p;

	memset(&tableau, 0, sizeof(tableau));
	tableau.rows = kinds + 1;
	tableau.columns = panels + 1 + tableau.rows;
	for (i = 0; i <= kinds; i++) {
		tableau.at[i][panels + 1 + i] = 1;
		tableau.basis[i] = panels + 1 + i;
	}
	for (p = 0; p < panels; p++) {
		for (i = 0; i < kinds; i++)
			tableau.at[i][p] = -chance_in(pool, p, i) +
			    (kind == KINDS && !settled[i]
				    ? 0
				    : fmax(floors[i] - EASE, 0));
		tableau.at[kinds][p] = 1;
		if (kind < KINDS)
			tableau.at[kinds + 1][p] = -chance_in(pool, p, kind);
	}
	for (i = 0; i < kinds && kind == KINDS; i++)
		tableau.at[i][panels] = settled[i] ? 0 : 1;
	if (kind == KINDS)
		tableau.at[kinds + 1][panels] = -1;
	tableau.at[kinds][tableau.columns] = 1;
	return climb(&tableau);
}

/* The chances of LEXIMIN: the least one as great as can be; who cannot have more
 * keeps it; and so on with those who are left. */
static void
leximin(const struct pool *pool, double *floors)
{
	bool settled[KINDS] = { false }, full[KINDS];
	size_t kinds = pool->programme.kinds, left = kinds, before, i;
	double least;

	while (left > 0) {
		before = left;
		least = best(pool, floors, settled, KINDS);
		for (i = 0; i < kinds; i++)
			if (!settled[i])
				floors[i] = least;
		for (i = 0; i < kinds; i++)
			full[i] = !settled[i] &&
			    best(pool, floors, settled, i) < least + LEVEL;
		for (i = 0; i < kinds; i++) {
			left -= full[i];
			settled[i] |= full[i];
		}
		assert_true(left < before);
	}
}

static void
check_chances(struct pool *pool)
{
	double floors[KINDS] = { 0 }, sum[KINDS] = { 0 };
	struct lottery lottery = chance_find(&pool->programme);
	size_t i, p;

	leximin(pool, floors);
	assert_true(lottery.sure);
	for (p = 0; p < lottery.count; p++) {
		assert_true(
		    programme_holds(&pool->programme, lottery.panels[p]));
		for (i = 0; i < pool->programme.kinds; i++)
			sum[i] += lottery.weights[p] * lottery.panels[p][i];
	}
	for (i = 0; i < pool->programme.kinds; i++) {
		assert_true(fabs(lottery.wanted[i] / pool->people[i] -
				floors[i]) < LEVEL);
		assert_true(fabs(sum[i] - lottery.wanted[i]) < 1e-4);
	}
}

/* How far a panel is from the limits that may move; or -1, where it breaks the
 * first, which may not. */
static int
distance(const struct pool *pool, const int *panel)
{
	const struct limit *limit = pool->limits;
	int away = 0, sum;
	size_t i;

	for (i = 0; i < pool->programme.count; i++, limit++) {
		sum = programme_sum(&pool->programme, limit, panel);
		if (sum < limit->least)
			away += limit->least - sum;
		else if (sum > limit->most)
			away += sum - limit->most;
		if (i == 0 && away > 0)
			return -1;
	}
	return away;
}

/* The least distance of any panel; -1: none is as large as it is to be. */
static int
nearest(const struct pool *pool, int *panel, size_t kind)
{
	int least = -1, found;

	if (kind == pool->programme.kinds)
		return distance(pool, panel);
	for (panel[kind] = 0; panel[kind] <= pool->most[kind]; panel[kind]++) {
		found = nearest(pool, panel, kind + 1);
		if (found >= 0 && (least < 0 || found < least))
			least = found;
	}
	return least;
}

static void
check_changes(const struct pool *pool)
{
	bool moves[LIMITS] = { false, true, true, true, true };
	int lower[LIMITS], higher[LIMITS], panel[KINDS], least, sum = 0;
	size_t i;

	least = nearest(pool, panel, 0);
	assert_int_equal(programme_relax(&pool->programme, moves, lower,
			     higher),
	    least >= 0);
	for (i = 0; i < pool->programme.count; i++)
		sum += lower[i] + higher[i];
	assert_int_equal(sum, least < 0 ? 0 : least);
}

static void
test_pools(void **state)
{
	static struct pool pool;
	const bool kept[LIMITS] = { true, true, true, true, true };
	int panel[KINDS];
	unsigned seed;

	(void)state;
	programme_begin();
	for (seed = 1; seed <= POOLS; seed++) {
		draw_pool(&pool, seed);
		list_panels(&pool, panel, 0);
		assert_int_equal(programme_fits(&pool.programme, kept),
		    pool.count > 0);
		if (pool.count > 0)
			check_chances(&pool);
		else
			check_changes(&pool);
		arena_free(pool.programme.arena);
	}
	programme_end();
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_pools),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
