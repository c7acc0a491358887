
#include <math.h>

#include "base/arena.h"
#include "mixture.h"

enum {
	MOST_CUTS = 400,     /* inequalities found on the way */
	MOST_STEPS = 200000, /* of the simplex */
};

static const double HELD = 1e-6; /* a price that is none */

/* The programme without whole numbers, and rows that say that a kind's chance
 * is at least the last column, which is to be as large as can be. */
static glp_prob *
chances_new(const struct programme *programme)
{
	int kinds = (int)programme->kinds, rows = (int)programme->count, i, j;
	int cuts = (int)programme->cut_count, length;
	ARENA_SCRATCH(arena);
	int *index = arena_array(arena, programme->kinds + 2, sizeof(*index));
	double *value =
	    arena_array(arena, programme->kinds + 2, sizeof(*value));
	const struct limit *limit = programme->limits;
	glp_prob *problem = glp_create_prob();

	glp_set_obj_dir(problem, GLP_MAX);
	glp_add_cols(problem, kinds + 1);
	glp_add_rows(problem, rows + cuts + kinds);
	for (i = 0; i < rows; i++, limit++) {
		for (j = 0, length = 0; j < kinds; j++)
			if (limit->of[j]) {
				index[++length] = j + 1;
				value[length] = 1;
			}
		glp_set_mat_row(problem, i + 1, length, index, value);
		glp_set_row_bnds(problem, i + 1,
		    limit->least == limit->most ? GLP_FX : GLP_DB, limit->least,
		    limit->most);
	}
	for (i = 0; i < cuts; i++) {
		for (j = 0, length = 0; j < kinds; j++) {
			index[++length] = j + 1;
			value[length] = programme->cuts[i].weights[j];
		}
		glp_set_mat_row(problem, rows + i + 1, length, index, value);
		glp_set_row_bnds(problem, rows + i + 1, GLP_UP, 0,
		    programme->cuts[i].most);
	}
	for (j = 0; j < kinds; j++) {
		index[1] = j + 1;
		value[1] = 1.0 / programme->people[j];
		index[2] = kinds + 1;
		value[2] = -1;
		glp_set_mat_row(problem, rows + cuts + j + 1, 2, index, value);
		glp_set_row_bnds(problem, rows + cuts + j + 1, GLP_LO, 0, 0);
		if (programme->most[j] > 0)
			glp_set_col_bnds(problem, j + 1, GLP_DB, 0,
			    programme->most[j]);
		else
			glp_set_col_bnds(problem, j + 1, GLP_FX, 0, 0);
	}
	glp_set_col_bnds(problem, kinds + 1, GLP_DB, 0, 1);
	glp_set_obj_coef(problem, kinds + 1, 1);
	return problem;
}

bool
chance_solve(glp_prob *problem)
{
	glp_smcp control;

	glp_init_smcp(&control);
	control.msg_lev = GLP_MSG_OFF;
	for (int attempt = 0; attempt < 3; attempt++) {
		control.it_lim = attempt == 0
		    ? 500 + 2 * glp_get_num_rows(problem)
		    : MOST_STEPS;
		if (attempt > 0)
			glp_adv_basis(problem, 0);
		control.meth = attempt == 1 ? GLP_DUALP : GLP_PRIMAL;
		control.presolve = attempt == 2 ? GLP_ON : GLP_OFF;
		if (glp_simplex(problem, &control) == 0 &&
		    glp_get_status(problem) == GLP_OPT)
			return true;
	}
	return false;
}

/* Whoever holds the least chance down has that chance and no other: how many
 * kinds these are; their rows say so from now on. */
static int
settle(glp_prob *problem, const struct programme *programme, bool *settled)
{
	int kinds = (int)programme->kinds, j, row, count = 0;
	int first = (int)(programme->count + programme->cut_count);
	double least = glp_get_obj_val(problem), value[2] = { 0 };
	int index[2] = { 0 };

	for (j = 0; j < kinds; j++) {
		row = first + j + 1;
		if (settled[j] || fabs(glp_get_row_dual(problem, row)) < HELD)
			continue;
		settled[j] = true;
		count++;
		index[1] = j + 1;
		value[1] = 1.0 / programme->people[j];
		glp_set_mat_row(problem, row, 1, index, value);
		glp_set_row_bnds(problem, row, GLP_LO, least, 0);
	}
	return count;
}

/* Finds the chances within the inequalities; false where GLPK finds none. */
static bool
find_wanted(const struct programme *programme, double *wanted)
{
	glp_prob *problem = chances_new(programme);
	ARENA_SCRATCH(arena);
	bool *settled = arena_array(arena, programme->kinds, sizeof(*settled));
	size_t left = programme->kinds, i;
	bool solved = true;
	int count;

	while (left > 0 && (solved = chance_solve(problem))) {
		count = settle(problem, programme, settled);
		if (count == 0)
			break;
		left -= (size_t)count;
	}
	for (i = 0; i < programme->kinds; i++)
		wanted[i] = glp_get_col_prim(problem, (int)i + 1);
	glp_delete_prob(problem);
	return solved;
}

/* Leaves those panels that have a weight, which add up to 1. */
static void
keep_weighed(struct lottery *lottery)
{
	size_t i, count = 0;
	double sum = 0;

	for (i = 0; i < lottery->count; i++)
		if (lottery->weights[i] > MIXTURE_NEAR) {
			lottery->panels[count] = lottery->panels[i];
			lottery->weights[count] = lottery->weights[i];
			sum += lottery->weights[count++];
		}
	lottery->count = count;
	for (i = 0; i < count; i++)
		lottery->weights[i] /= sum;
}

struct lottery
chance_find(struct programme *programme)
{
	struct lottery lottery = { .wanted = arena_array(programme->arena,
				       programme->kinds, sizeof(double)) };
	enum made made = CUT_OFF;
	size_t before;

	while (made == CUT_OFF) {
		if (!find_wanted(programme, lottery.wanted))
			made = CUT_SHORT;
		before = lottery.count;
		if (mixture_peel(programme, &lottery) <= MIXTURE_REST) {
			lottery.panels += before;
			lottery.weights += before;
			lottery.count -= before;
			made = MADE_UP;
		} else if (made == CUT_SHORT ||
		    programme->cut_count >= MOST_CUTS) {
			mixture_price(programme, &lottery);
			made = CUT_SHORT;
		} else {
			made = mixture_price(programme, &lottery);
		}
	}
	lottery.sure = made == MADE_UP;
	keep_weighed(&lottery);
	return lottery;
}
