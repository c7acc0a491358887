/*
 * grid: tables of scores by who gave them.
 */
#include "audit.h"
#include "sheet/matrix.h"

/* Columns of tables that a report computes. */
static const struct bind_row computed_rows[] = {
	{ BIND_TEXT, T_SPREAD },
	{ BIND_TEXT, T_RATED },
	{ BIND_TEXT, T_DATE },
	{ BIND_TEXT, T_MEAN, 0, BIND_COMPUTED },
	{ BIND_TEXT, T_TOTAL, 0, BIND_COMPUTED },
	{ BIND_END },
};

const enum term audit_disciplines[AUDIT_DISCIPLINES + 1] = { T_PERSONAL_MASTERY,
	T_MENTAL_MODELS, T_SHARED_VISION, T_TEAM_LEARNING, T_SYSTEMS_THINKING,
	T_NONE };

/* Whether a table whose corner is empty has Senge's disciplines down its side. */
static bool
names_disciplines(const struct node *section)
{
	size_t named = 0, rows = 0;

	NODE_EACH(const struct node, row, section) {
		const struct node *corner = row->first;

		if (row->table == 0 || corner == NULL || *corner->key != '\0')
			return false;
		named += term_find(corner->text, audit_disciplines,
			     AUDIT_DISCIPLINES, NULL) != T_NONE;
		rows++;
	}
	return 2 * named > rows;
}

bool
audit_is_grid(const struct node *section)
{
	return names_disciplines(section) ||
	    (matrix_claims(section, T_DISCIPLINE, audit_rating_rows) &&
		matrix_claims(section, T_DISCIPLINE, computed_rows));
}

/* Whether a name is that of a discipline. */
static bool
is_discipline(const void *context, const char *plain)
{
	return method_place(&((const struct audit *)context)->names, plain) > 0;
}

/* Of the tables of scores by who gave them. */
static const struct bind_row grid_rows[] = {
	{ BIND_TEXT, T_RATER },
	{ BIND_TEXT, T_DISCIPLINE },
	{ BIND_TEXT, T_GROUP },
	{ BIND_NUMBER, T_SCORE },
	{ BIND_TEXT, T_MEAN, 0, BIND_COMPUTED },
	{ BIND_TEXT, T_TOTAL, 0, BIND_COMPUTED },
	{ BIND_END },
};

void
audit_read_grid(struct method *method, struct audit *audit)
{
	const struct bind_row *score = audit_rating_rows;
	struct matrix matrix = { .bind = method->bind,
		.rows = grid_rows,
		.sides = { { .signs = true, .titled = true },
		    { is_discipline, audit }, { .optional = true } },
		.count = 3,
		.own = T_SCORES_BY_WHO };
	struct rating rating;

	while (score->key != T_SCORE)
		score++;
	matrix_read(&matrix, &audit->grid);
	BIND_EACH(const struct matrix_cell, cell, &matrix.cells) {
		if (cell->node == NULL || node_is_empty(cell->node) ||
		    bind_is_none(cell->node->text))
			continue;
		rating = (struct rating){ .who = cell->names[0],
			.discipline = cell->names[1],
			.group = cell->names[2],
			.document = cell->document };
		bind_fill_texts(audit_rating_rows, &rating);
		bind_value(method->bind, score, cell->node, &rating);
		bind_add(method->bind, &audit->ratings, rating);
	}
	if (!audit->ratings.given)
		audit->ratings.pos = audit->grid.pos;
	audit->ratings.given = audit->ratings.given || audit->grid.given;
}
