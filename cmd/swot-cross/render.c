/*
 * render: the report of a SWOT analysis.
 */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "text/name.h"
#include "value/number.h"
#include "view.h"

const char *
view_words(const struct view *view, const char *plain)
{
	static const char marks[] = "\\`*_[]<>~&";
	struct buf out = BUF_INIT;
	const char *text;

	if (strpbrk(plain, marks) == NULL)
		return plain;
	for (; *plain != '\0'; plain++) {
		if (strchr(marks, *plain) != NULL)
			buf_char(&out, '\\');
		buf_char(&out, *plain);
	}
	text = arena_string(view->arena, out.at);
	buf_free(&out);
	return text;
}

const char *
view_head(const struct view *view, const struct factor *factor)
{
	return md_text(view->arena,
	    arena_format(view->arena, "%s %s",
		view_words(view, factor->label.text),
		factor_axis_text(factor)));
}

/* What a list's table must have beside label and text, if it is one. */
struct shape {
	bool table, with_short, with_weight;
};

/* A label that cannot stand in front of a text wants a table too. */
static struct shape
shape_of(const struct swot *swot, enum list list)
{
	struct shape shape = { false, false, false };
	const struct factor *factor = swot->factors[list].at;
	size_t i;

	for (i = 0; i < swot->factors[list].count; i++, factor++) {
		shape.with_short |= *factor->short_text.text != '\0';
		shape.with_weight |= factor->weight.given;
		shape.table |= !bind_is_label(factor->label.text);
	}
	shape.table |= shape.with_short || shape.with_weight;
	return shape;
}

static void
render_factor_row(const struct view *view, const struct factor *factor,
    struct shape shape)
{
	report_cell(view->report, md_words(view->arena, factor->label.text));
	if (shape.with_short)
		report_cell(view->report, factor->short_text.text);
	report_cell(view->report, factor->text.text);
	if (shape.with_weight)
		report_cell(view->report,
		    factor->weight.given
			? number_text(view->arena, factor->weight.thousandths,
			      0, false, view->lang)
			: "");
}

static void
render_list_head(const struct view *view, struct shape shape)
{
	report_table(view->report, 2U + shape.with_short + shape.with_weight);
	report_cell(view->report, view_word(view, T_ID));
	if (shape.with_short)
		report_cell(view->report, view_word(view, T_SHORT));
	report_cell(view->report, view_word(view, T_TEXT));
	if (shape.with_weight)
		report_number_head(view->report, view_word(view, T_WEIGHT));
}

static void
render_list(const struct view *view, enum list list)
{
	struct shape shape = shape_of(view->swot, list);
	const struct factor *factor = view->swot->factors[list].at;
	size_t i;

	report_section(view->report, list_terms[list]);
	if (view->swot->factors[list].count == 0)
		report_no_items(view->report, T_TEXT);
	else if (shape.table)
		render_list_head(view, shape);
	for (i = 0; i < view->swot->factors[list].count; i++, factor++) {
		if (shape.table)
			render_factor_row(view, factor, shape);
		else
			report_item(view->report, factor->label.text,
			    factor->text.text);
	}
}

static void
put_scores(struct buf *out, struct view *view, const struct crossing *cell)
{
	const char *person;
	size_t i;

	for (i = 0; i < cell->score_count; i++) {
		person = cell->scores[i].person;
		if (view->options->anonymous && *person != '\0')
			person = name_letter(view->swot->bind->letters, person);
		buf_string(out, i == 0 ? "(" : " ; ");
		buf_string(out, view_words(view, person));
		buf_string(out, *person ? " " : "");
		buf_string(out,
		    number_text(view->arena, cell->scores[i].value, 0, true,
			view->lang));
	}
	if (cell->score_count > 0)
		buf_char(out, ')');
}

/* A text that would read as scored gets a backslash that keeps it text. */
static void
put_text(struct buf *out, const struct view *view, const char *text)
{
	struct crossing scored = { .score_count = 0 };
	const char *open = score_open(text);

	if (open != NULL)
		score_cut(view->arena, text, "", &scored);
	if (scored.score_count == 0) {
		buf_string(out, text);
		return;
	}
	buf_add(out, text, (size_t)(open - text));
	buf_char(out, '\\');
	buf_string(out, open);
}

static const char *
cell_text(struct view *view, const struct crossing *cell)
{
	struct buf out = BUF_INIT;
	const char *text;

	if (cell->score_count == 0 && score_open(cell->text) == NULL)
		return cell->text;
	if (cell->score_count == 0)
		put_text(&out, view, cell->text);
	else
		buf_string(&out, cell->text);
	if (out.length > 0 && cell->score_count > 0)
		buf_char(&out, ' ');
	put_scores(&out, view, cell);
	text = arena_string(view->arena, out.at);
	buf_free(&out);
	return text;
}

/* "Forces / Opportunités", or turned. */
static const char *
corner_text(const struct view *view, enum quadrant quadrant)
{
	enum list rows = internal_of(quadrant), columns = external_of(quadrant);
	enum list keep = rows;

	if (view->options->transpose) {
		rows = columns;
		columns = keep;
	}
	return arena_format(view->arena, "%s / %s",
	    view_word(view, list_terms[rows]),
	    view_word(view, list_terms[columns]));
}

static void
render_table(struct view *view, enum quadrant quadrant)
{
	const struct swot *swot = view->swot;
	bool turned = view->options->transpose;
	enum list rows = turned ? external_of(quadrant) : internal_of(quadrant);
	enum list columns =
	    turned ? internal_of(quadrant) : external_of(quadrant);
	size_t i, j;

	report_table(view->report, 1 + swot->factors[columns].count);
	report_cell(view->report, corner_text(view, quadrant));
	for (j = 0; j < swot->factors[columns].count; j++)
		report_cell(view->report,
		    view_head(view, factor_at(swot, columns, j)));
	for (i = 0; i < swot->factors[rows].count; i++) {
		report_cell(view->report,
		    view_head(view, factor_at(swot, rows, i)));
		for (j = 0; j < swot->factors[columns].count; j++)
			report_cell(view->report,
			    cell_text(view,
				turned ? crossing_at(swot, quadrant, j, i)
				       : crossing_at(swot, quadrant, i, j)));
	}
}

static void
render_matrix(struct view *view, enum quadrant quadrant)
{
	const char *prompt = view->swot->prompts[quadrant].text;

	if (prompt == NULL &&
	    (view->swot->factors[internal_of(quadrant)].count == 0 ||
		view->swot->factors[external_of(quadrant)].count == 0))
		return;
	report_section_named(view->report,
	    prompt ? prompt
		   : md_words(view->arena,
			 view_word(view, prompt_terms[quadrant])));
	render_table(view, quadrant);
}

struct priority {
	struct crossing_ref ref;
	const struct crossing *cell;
	int64_t number; /* INT64_MAX: in words */
	size_t place;
};

/* Numbers first, in their order; the rest in the order of the crossings. */
static int
compare_priorities(const void *a, const void *b)
{
	const struct priority *one = a, *two = b;

	if (one->number != two->number)
		return one->number < two->number ? -1 : 1;
	return one->place < two->place ? -1 : one->place > two->place;
}

static void
add_priority(struct view *view, struct bind_list *list,
    const struct crossing_ref *ref, const struct crossing *cell)
{
	struct priority *priority =
	    bind_append(view->swot->bind, list, sizeof(*priority));

	*priority = (struct priority){ *ref, cell, INT64_MAX, list->count };
	if (!number_read(cell->priority.text, &priority->number))
		priority->number = INT64_MAX;
}

static void
gather_priorities(struct view *view, enum quadrant quadrant,
    struct bind_list *list)
{
	const struct bind_list *factors = view->swot->factors;
	size_t columns = factors[external_of(quadrant)].count, i;
	size_t count = factors[internal_of(quadrant)].count * columns;
	const struct crossing *cell = view->swot->cells[quadrant];
	struct crossing_ref ref;

	for (i = 0; i < count; i++, cell++) {
		if (*cell->priority.text == '\0')
			continue;
		ref.internal =
		    factor_at(view->swot, internal_of(quadrant), i / columns);
		ref.external =
		    factor_at(view->swot, external_of(quadrant), i % columns);
		add_priority(view, list, &ref, cell);
	}
}

static void
render_priorities(struct view *view)
{
	struct bind_list list = { .count = 0 };
	const struct priority *priority;
	enum quadrant quadrant;
	size_t i;

	for (quadrant = 0; quadrant < QUADRANTS; quadrant++)
		if (view->options->shown[quadrant])
			gather_priorities(view, quadrant, &list);
	if (list.count == 0)
		return;
	qsort(list.at, list.count, sizeof(*priority), compare_priorities);
	report_section(view->report, T_PRIORITIES);
	for (i = 0; i < list.count; i++) {
		priority = (const struct priority *)list.at + i;
		report_item(view->report,
		    factor_pair_name(view->swot, &priority->ref),
		    priority->cell->priority.text);
	}
}

static void
render_rules(const struct view *view)
{
	const struct swot *swot = view->swot;
	const char *scale;

	if (view->result->ranked_count == 0 && *swot->scale.text == '\0')
		return;
	report_section(view->report, T_RULES);
	scale = *swot->scale.text
	    ? swot->scale.text
	    : arena_format(view->arena, "%s..%s %s",
		  number_text(view->arena, swot->lowest, 0, false, view->lang),
		  number_text(view->arena, swot->highest, 0, false, view->lang),
		  view_word(view, T_BY_DEFAULT));
	report_pair(view->report, T_SCALE, scale);
}

static void
render_option(void *context, const struct crossing_ref *ref,
    const struct crossing *cell)
{
	const struct view *view = context;

	if (*cell->text != '\0')
		report_item(view->report,
		    arena_format(view->arena, "%s×%s",
			ref->internal->label.text, ref->external->label.text),
		    cell->text);
}

void
render(struct report *report, const struct swot *swot,
    const struct result *result, const struct options *options)
{
	struct view view = { .report = report,
		.swot = swot,
		.result = result,
		.options = options,
		.arena = swot->arena,
		.lang = swot->bind->doc->lang };
	enum quadrant quadrant;
	enum list list;

	for (list = 0; list < LISTS; list++)
		render_list(&view, list);
	for (quadrant = 0; quadrant < QUADRANTS; quadrant++)
		if (options->shown[quadrant])
			render_matrix(&view, quadrant);
	render_priorities(&view);
	render_rules(&view);
	render_balance(&view);
	render_toolbox(&view);
	if (options->options) {
		report_section(report, T_OPTIONS);
		compute_each(swot, options, render_option, &view);
	}
}
