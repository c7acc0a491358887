#include "mixture.h"

#include <math.h>

#include "base/arena.h"

enum { MOST_ROUNDS = 20000 }; /* panels tried to make up some chances */

static void
add_panel(struct programme *programme, struct lottery *lottery,
    const int *panel, double weight)
{
	struct arena *arena = programme->arena;
	int *copy = arena_array(arena, programme->kinds, sizeof(*copy));

	for (size_t i = 0; i < programme->kinds; i++)
		copy[i] = panel[i];
	lottery->panels = arena_grow(arena, lottery->panels, lottery->count,
	    sizeof(*lottery->panels));
	lottery->weights = arena_grow(arena, lottery->weights, lottery->count,
	    sizeof(*lottery->weights));
	lottery->panels[lottery->count] = copy;
	lottery->weights[lottery->count++] = weight;
}

/* The whole numbers on both sides of a figure. */
static void
between(double figure, int *least, int *most)
{
	*least = (int)floor(figure + MIXTURE_NEAR);
	*most = (int)ceil(figure - MIXTURE_NEAR);
	if (*most < *least)
		*most = *least;
}

/* A figure that is as far from one side as it can go when a panel that has so
 * many is taken away: how much of that panel can be. */
static double
reach(double figure, double panel, double least, double most)
{
	double share = 1;

	if (panel < most - MIXTURE_NEAR)
		share = fmin(share, (most - figure) / (most - panel));
	if (panel > least + MIXTURE_NEAR)
		share = fmin(share, (figure - least) / (panel - least));
	return fmax(share, 0);
}

struct peel {
	double *left;                  /* what is yet to be made up, by kind */
	int *least, *most;             /* by kind */
	double *sums;                  /* by limit */
	int *limit_least, *limit_most; /* of a panel that can be taken away */
	double *weights;
	int *panel;
};

static struct peel
peel_new(struct arena *arena, const struct programme *programme,
    const double *wanted)
{
	size_t kinds = programme->kinds, i;
	struct peel peel = {
		.left = arena_array(arena, kinds, sizeof(double)),
		.least = arena_array(arena, kinds, sizeof(int)),
		.most = arena_array(arena, kinds, sizeof(int)),
		.sums = arena_array(arena, programme->count, sizeof(double)),
		.limit_least =
		    arena_array(arena, programme->count, sizeof(int)),
		.limit_most = arena_array(arena, programme->count, sizeof(int)),
		.weights = arena_array(arena, kinds, sizeof(double)),
		.panel = arena_array(arena, kinds, sizeof(int)),
	};

	for (i = 0; i < kinds; i++)
		peel.left[i] = wanted[i];
	return peel;
}

/* The corner in which a panel can stand that is a part of what is left: a limit
 * that this touches holds it too. */
static struct corner
corner_of(const struct programme *programme, struct peel *peel)
{
	const struct limit *limit = programme->limits;

	for (size_t i = 0; i < programme->kinds; i++) {
		between(peel->left[i], &peel->least[i], &peel->most[i]);
		peel->weights[i] = peel->left[i] - peel->least[i];
	}
	for (size_t i = 0; i < programme->count; i++, limit++) {
		peel->sums[i] = 0;
		for (size_t j = 0; j < programme->kinds; j++)
			if (limit->of[j])
				peel->sums[i] += peel->left[j];
		peel->limit_least[i] =
		    peel->sums[i] > limit->most - MIXTURE_NEAR ? limit->most
							       : limit->least;
		peel->limit_most[i] =
		    peel->sums[i] < limit->least + MIXTURE_NEAR ? limit->least
								: limit->most;
	}
	return (struct corner){ peel->least, peel->most, peel->limit_least,
		peel->limit_most };
}

/* How much of a panel can be taken from what is left, so that the rest is made
 * up of panels yet. */
static double
share_of(const struct programme *programme, const struct peel *peel)
{
	const struct limit *limit = programme->limits;
	double share = 1;

	for (size_t i = 0; i < programme->kinds; i++)
		share = fmin(share,
		    reach(peel->left[i], peel->panel[i], peel->least[i],
			peel->most[i]));
	for (size_t i = 0; i < programme->count; i++, limit++)
		share = fmin(share,
		    reach(peel->sums[i],
			programme_sum(programme, limit, peel->panel),
			limit->least, limit->most));
	return share;
}

double
mixture_peel(struct programme *programme, struct lottery *lottery)
{
	ARENA_SCRATCH(arena);
	struct peel peel = peel_new(arena, programme, lottery->wanted);
	size_t steps = 4 * (programme->kinds + programme->count) + 8, i;
	double left = 1, share;
	struct corner corner;

	while (left > MIXTURE_REST && steps-- > 0) {
		corner = corner_of(programme, &peel);
		if (!programme_best(programme, peel.weights, &corner,
			peel.panel, NULL))
			break;
		share = share_of(programme, &peel);
		if (share < MIXTURE_NEAR)
			break;
		add_panel(programme, lottery, peel.panel, left * share);
		left *= 1 - share;
		for (i = 0; share < 1 - MIXTURE_NEAR && i < programme->kinds;
		     i++)
			peel.left[i] = (peel.left[i] - share * peel.panel[i]) /
			    (1 - share);
	}
	return left;
}

/* Weights of panels that miss the chances by as little as can be: a row a kind
 * and one for the sum; two columns a kind for what is missed. */
static glp_prob *
master_new(const struct programme *programme, const double *wanted)
{
	int kinds = (int)programme->kinds, i, side, column;
	const int *row;
	const double *one;
	glp_prob *problem = glp_create_prob();

	glp_add_rows(problem, kinds + 1);
	glp_add_cols(problem, 2 * kinds);
	for (i = 1; i <= kinds; i++) {
		glp_set_row_bnds(problem, i, GLP_FX, wanted[i - 1],
		    wanted[i - 1]);
		for (side = 0; side < 2; side++) {
			column = 2 * i - side;
			row = (const int[]){ 0, i };
			one = (const double[]){ 0, side == 0 ? 1 : -1 };
			glp_set_mat_col(problem, column, 1, row, one);
			glp_set_col_bnds(problem, column, GLP_LO, 0, 0);
			glp_set_obj_coef(problem, column, 1);
		}
	}
	glp_set_row_bnds(problem, kinds + 1, GLP_FX, 1, 1);
	return problem;
}

static void
master_add(glp_prob *problem, const struct programme *programme,
    const int *panel)
{
	int kinds = (int)programme->kinds, i, length = 0;
	int column = glp_add_cols(problem, 1);
	ARENA_SCRATCH(arena);
	int *index = arena_array(arena, programme->kinds + 2, sizeof(*index));
	double *value =
	    arena_array(arena, programme->kinds + 2, sizeof(*value));

	for (i = 0; i < kinds; i++)
		if (panel[i] != 0) {
			index[++length] = i + 1;
			value[length] = panel[i];
		}
	index[++length] = kinds + 1;
	value[length] = 1;
	glp_set_mat_col(problem, column, length, index, value);
	glp_set_col_bnds(problem, column, GLP_LO, 0, 0);
}

/* What parts the chances from all panels is an inequality of the programme. */
static void
add_cut(struct programme *programme, const double *weights, double most)
{
	struct arena *arena = programme->arena;
	struct cut *cut;

	cut = &ARENA_ADD(arena, programme->cuts, programme->cut_count);
	cut->weights = arena_array(arena, programme->kinds, sizeof(double));
	for (size_t i = 0; i < programme->kinds; i++)
		cut->weights[i] = weights[i];
	cut->most = most;
}

/* Prices panels until the chances are made up, or cannot be. */
static enum made
price(glp_prob *problem, struct programme *programme, struct lottery *lottery,
    double *weights, int *panel)
{
	size_t rounds = MOST_ROUNDS, i;
	double sum, most;
	bool sure;

	while (rounds-- > 0 && chance_solve(problem)) {
		if (glp_get_obj_val(problem) < 10 * MIXTURE_NEAR)
			return MADE_UP;
		for (i = 0; i < programme->kinds; i++)
			weights[i] = glp_get_row_dual(problem, (int)i + 1);
		most = -glp_get_row_dual(problem, (int)programme->kinds + 1);
		if (!programme_best(programme, weights, NULL, panel, &sure))
			return CUT_SHORT;
		for (i = 0, sum = 0; i < programme->kinds; i++)
			sum += weights[i] * panel[i];
		if (sum <= most + MIXTURE_NEAR) {
			if (!sure)
				return CUT_SHORT;
			add_cut(programme, weights, fmax(sum, most));
			return CUT_OFF;
		}
		master_add(problem, programme, panel);
		add_panel(programme, lottery, panel, 0);
	}
	return CUT_SHORT;
}

enum made
mixture_price(struct programme *programme, struct lottery *lottery)
{
	ARENA_SCRATCH(arena);
	double *weights =
	    arena_array(arena, programme->kinds, sizeof(*weights));
	int *panel = arena_array(arena, programme->kinds, sizeof(*panel));
	glp_prob *problem = master_new(programme, lottery->wanted);
	int slack = 2 * (int)programme->kinds;
	enum made made;

	if (lottery->count == 0 &&
	    programme_best(programme, weights, NULL, panel, NULL))
		add_panel(programme, lottery, panel, 0);
	for (size_t i = 0; i < lottery->count; i++)
		master_add(problem, programme, lottery->panels[i]);
	made = price(problem, programme, lottery, weights, panel);
	if (made != CUT_OFF)
		chance_solve(problem);
	for (size_t i = 0; i < lottery->count; i++)
		lottery->weights[i] =
		    glp_get_col_prim(problem, slack + (int)i + 1);
	glp_delete_prob(problem);
	return made;
}
