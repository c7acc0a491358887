#include "programme.h"

#include <errno.h>
#include <glpk.h>
#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/err.h"

enum { MOST_NODES = 4000 }; /* of a search for one panel */

/* GLPK would abort. */
static void
on_error(void *info)
{
	(void)info;
	err_die(
	    ENOMEM); /* which is what it lacks, or it has a fault of its own */
}

/* What GLPK would say of it on standard output. */
static int
hush(void *info, const char *text)
{
	(void)info;
	(void)text;
	return 1;
}

void
programme_begin(void)
{
	if (glp_init_env() > 1)
		err_die(ENOMEM);
	glp_term_hook(hush, NULL);
	glp_error_hook(on_error, NULL);
}

void
programme_end(void)
{
	glp_free_env();
}

int
programme_sum(const struct programme *programme, const struct limit *limit,
    const int *panel)
{
	int sum = 0;

	for (size_t i = 0; i < programme->kinds; i++)
		if (limit->of[i])
			sum += panel[i];
	return sum;
}

bool
programme_holds(const struct programme *programme, const int *panel)
{
	const struct limit *limit = programme->limits;
	int sum;

	for (size_t i = 0; i < programme->kinds; i++)
		if (panel[i] < 0 || panel[i] > programme->most[i])
			return false;
	for (size_t i = 0; i < programme->count; i++, limit++) {
		sum = programme_sum(programme, limit, panel);
		if (sum < limit->least || sum > limit->most)
			return false;
	}
	return true;
}

static void
set_bounds(glp_prob *problem, bool row, int at, int least, int most)
{
	int kind = least == most ? GLP_FX : GLP_DB;

	if (row)
		glp_set_row_bnds(problem, at, kind, least, most);
	else
		glp_set_col_bnds(problem, at, kind, least, most);
}

/* Whole numbers of each kind, within the limits; slack columns may follow. */
static glp_prob *
problem_new(const struct programme *programme, int extra)
{
	ARENA_SCRATCH(arena);
	size_t kinds = programme->kinds, i, j;
	int *index = arena_array(arena, kinds + 1, sizeof(*index)), length;
	double *value = arena_array(arena, kinds + 1, sizeof(*value));
	glp_prob *problem = glp_create_prob();

	glp_add_cols(problem, (int)kinds + extra);
	glp_add_rows(problem, (int)programme->count);
	for (i = 0; i < kinds; i++) {
		glp_set_col_kind(problem, (int)i + 1, GLP_IV);
		set_bounds(problem, false, (int)i + 1, 0, programme->most[i]);
	}
	for (j = 0; j < programme->count; j++) {
		for (i = 0, length = 0; i < kinds; i++)
			if (programme->limits[j].of[i]) {
				index[++length] = (int)i + 1;
				value[length] = 1;
			}
		glp_set_mat_row(problem, (int)j + 1, length, index, value);
		set_bounds(problem, true, (int)j + 1,
		    programme->limits[j].least, programme->limits[j].most);
	}
	return problem;
}

/* Ends a search that has looked at too many nodes, which is the same number of
 * them on every machine. */
static void
on_node(glp_tree *tree, void *cut_short)
{
	int all;

	glp_ios_tree_size(tree, NULL, NULL, &all);
	if (all <= MOST_NODES)
		return;
	*(bool *)cut_short = true;
	glp_ios_terminate(tree);
}

/* Whether a solution was found; *sure: and no better one was left aside. */
static bool
solve(glp_prob *problem, bool *sure)
{
	bool cut_short = false;
	glp_iocp control;
	int status;

	glp_init_iocp(&control);
	control.msg_lev = GLP_MSG_OFF;
	control.presolve = GLP_ON;
	control.cb_func = on_node;
	control.cb_info = &cut_short;
	if (glp_intopt(problem, &control) != 0 && !cut_short)
		return false;
	status = glp_mip_status(problem);
	if (sure != NULL)
		*sure = !cut_short;
	return status == GLP_OPT || status == GLP_FEAS;
}

static void
set_corner(glp_prob *problem, const struct programme *programme,
    const struct corner *corner)
{
	for (size_t i = 0; i < programme->kinds; i++)
		set_bounds(problem, false, (int)i + 1, corner->least[i],
		    corner->most[i]);
	for (size_t i = 0; i < programme->count; i++)
		set_bounds(problem, true, (int)i + 1, corner->limit_least[i],
		    corner->limit_most[i]);
}

bool
programme_best(const struct programme *programme, const double *weights,
    const struct corner *corner, int *panel, bool *sure)
{
	glp_prob *problem = problem_new(programme, 0);
	bool found;

	glp_set_obj_dir(problem, GLP_MAX);
	for (size_t i = 0; i < programme->kinds; i++)
		glp_set_obj_coef(problem, (int)i + 1, weights[i]);
	if (corner != NULL)
		set_corner(problem, programme, corner);
	if (sure != NULL)
		*sure = true;
	found = solve(problem, sure);
	for (size_t i = 0; found && i < programme->kinds; i++)
		panel[i] = (int)lround(glp_mip_col_val(problem, (int)i + 1));
	glp_delete_prob(problem);
	return found && programme_holds(programme, panel);
}

bool
programme_fits(const struct programme *programme, const bool *kept)
{
	struct programme part = *programme;
	ARENA_SCRATCH(arena);
	double *weights = arena_array(arena, part.kinds + 1, sizeof(*weights));
	int *panel = arena_array(arena, part.kinds + 1, sizeof(*panel));

	part.limits = arena_array(arena, part.count + 1, sizeof(*part.limits));
	part.count = 0;
	for (size_t i = 0; i < programme->count; i++)
		if (kept[i])
			part.limits[part.count++] = programme->limits[i];
	return programme_best(&part, weights, NULL, panel, NULL);
}

/* Two columns for a limit: how far its sum may fall short, and pass it. */
static void
add_slack(glp_prob *problem, const struct programme *programme, size_t at)
{
	int columns = (int)(programme->kinds + 2 * at), row = (int)at + 1;
	int length, *index;
	double *value;
	ARENA_SCRATCH(arena);
	size_t room = programme->kinds + 3;

	index = arena_array(arena, room, sizeof(*index));
	value = arena_array(arena, room, sizeof(*value));
	length = glp_get_mat_row(problem, row, index, value);
	for (int i = 1; i <= 2; i++) {
		glp_set_col_kind(problem, columns + i, GLP_IV);
		glp_set_col_bnds(problem, columns + i, GLP_LO, 0, 0);
		/* an earlier limit moves rather than a later one */
		glp_set_obj_coef(problem, columns + i,
		    1000 + (double)(2 * at) / 2 + i);
		index[++length] = columns + i;
		value[length] = i == 1 ? 1 : -1;
	}
	glp_set_mat_row(problem, row, length, index, value);
}

bool
programme_relax(const struct programme *programme, const bool *moves,
    int *lower, int *higher)
{
	glp_prob *problem = problem_new(programme, 2 * (int)programme->count);
	bool found;
	int at;

	glp_set_obj_dir(problem, GLP_MIN);
	for (size_t i = 0; i < programme->count; i++)
		if (moves[i])
			add_slack(problem, programme, i);
		else
			for (at = 1; at <= 2; at++)
				glp_set_col_bnds(problem,
				    (int)(programme->kinds + 2 * i) + at,
				    GLP_FX, 0, 0);
	found = solve(problem, NULL);
	for (size_t i = 0; i < programme->count; i++) {
		at = (int)(programme->kinds + 2 * i) + 1;
		lower[i] =
		    found ? (int)lround(glp_mip_col_val(problem, at)) : 0;
		higher[i] =
		    found ? (int)lround(glp_mip_col_val(problem, at + 1)) : 0;
	}
	glp_delete_prob(problem);
	return found;
}
