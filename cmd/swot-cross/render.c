/*
 * render: the report of a SWOT analysis.
 */
#include <string.h>

#include "arena.h"
#include "buf.h"
#include "date.h"
#include "md.h"
#include "name.h"
#include "number.h"
#include "swot.h"

/* What the functions of this file share. */
struct view {
	struct report *report;
	const struct swot *swot;
	const struct result *result;
	const struct options *options;
	struct arena *arena;
	enum lang lang;
	struct names names;
};

static const char *
word(const struct view *view, enum term term)
{
	return term_name(term, view->lang);
}

static const char *
count_text(const struct view *view, size_t count)
{
	return arena_format(view->arena, "%zu", count);
}

static const char *
signed_text(const struct view *view, fine value, fine divisor)
{
	return number_text(
	    view->arena, round_fine(value, divisor), 0, true, view->lang);
}

/* Whether some factor of a list has a short text, or a weight. */
static bool
has_short(const struct swot *swot, enum list list)
{
	size_t i;

	for (i = 0; i < swot->factors[list].count; i++)
		if (*factor_at(swot, list, i)->short_text.text != '\0')
			return true;
	return false;
}

static bool
has_weight(const struct swot *swot, enum list list)
{
	size_t i;

	for (i = 0; i < swot->factors[list].count; i++)
		if (factor_at(swot, list, i)->weight.given)
			return true;
	return false;
}

static void
render_factor_row(const struct view *view, const struct factor *factor,
    bool with_short, bool with_weight)
{
	report_cell(view->report, md_words(view->arena, factor->label.text));
	if (with_short)
		report_cell(view->report, factor->short_text.text);
	report_cell(view->report, factor->text.text);
	if (with_weight)
		report_cell(view->report,
		    factor->weight.given
			? number_text(view->arena, factor->weight.thousandths,
			      0, false, view->lang)
			: "");
}

static void
render_list(const struct view *view, enum list list)
{
	const struct swot *swot = view->swot;
	bool with_short = has_short(swot, list);
	bool with_weight = has_weight(swot, list);
	const struct factor *factor;
	size_t i;

	report_section(view->report, list_terms[list]);
	if (with_short || with_weight) {
		report_table(view->report, 2U + with_short + with_weight);
		report_cell(view->report, word(view, T_ID));
		if (with_short)
			report_cell(view->report, word(view, T_SHORT));
		report_cell(view->report, word(view, T_TEXT));
		if (with_weight)
			report_number_head(
			    view->report, word(view, T_WEIGHT));
	}
	for (i = 0; i < swot->factors[list].count; i++) {
		factor = factor_at(swot, list, i);
		if (with_short || with_weight)
			render_factor_row(
			    view, factor, with_short, with_weight);
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
			person = name_letter(&view->names, person);
		buf_string(out, i == 0 ? "(" : " ; ");
		buf_string(out, md_words(view->arena, person));
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
	const char *open = strrchr(text, '(');

	crossing_cut_scores(view->swot->bind, text, "", &scored);
	if (scored.score_count == 0 || open == NULL) {
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

	if (cell->score_count == 0)
		put_text(&out, view, cell->text);
	else
		buf_string(&out, cell->text);
	if (out.length > 0 && cell->score_count > 0)
		buf_char(&out, ' ');
	put_scores(&out, view, cell);
	text = arena_copy(view->arena, out.at, out.length);
	buf_free(&out);
	return text;
}

static const char *
head_text(const struct view *view, const struct factor *factor)
{
	return arena_format(view->arena, "%s %s",
	    md_words(view->arena, factor->label.text),
	    factor_axis_text(factor));
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
	    word(view, list_terms[rows]), word(view, list_terms[columns]));
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
		    head_text(view, factor_at(swot, columns, j)));
	for (i = 0; i < swot->factors[rows].count; i++) {
		report_cell(
		    view->report, head_text(view, factor_at(swot, rows, i)));
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
	const char *prompt = view->swot->prompts[quadrant];

	if (prompt == NULL &&
	    (view->swot->factors[internal_of(quadrant)].count == 0 ||
		view->swot->factors[external_of(quadrant)].count == 0))
		return;
	report_section_named(view->report,
	    prompt ? prompt
		   : md_words(view->arena, word(view, prompt_terms[quadrant])));
	render_table(view, quadrant);
}

/* The crossings that have a priority, in its order. */
static void
render_priorities(const struct view *view)
{
	const struct swot *swot = view->swot;
	struct crossing_ref ref;
	enum quadrant quadrant;
	bool begun = false;
	size_t i, columns, cells;

	for (quadrant = 0; quadrant < QUADRANTS; quadrant++) {
		columns = swot->factors[external_of(quadrant)].count;
		cells = swot->factors[internal_of(quadrant)].count * columns;
		for (i = 0; i < cells; i++) {
			if (*swot->cells[quadrant][i].priority.text == '\0')
				continue;
			ref.internal = factor_at(
			    swot, internal_of(quadrant), i / columns);
			ref.external = factor_at(
			    swot, external_of(quadrant), i % columns);
			if (!begun)
				report_section(view->report, T_PRIORITIES);
			begun = true;
			report_item(view->report,
			    factor_pair_name(swot, &ref),
			    swot->cells[quadrant][i].priority.text);
		}
	}
}

static void
render_rules(const struct view *view)
{
	const struct swot *swot = view->swot;
	const char *scale;

	if (!swot->scored && !swot->scale.given)
		return;
	report_section(view->report, T_RULES);
	scale = swot->scale.given
	    ? swot->scale.text
	    : arena_format(view->arena, "%s..%s %s",
		  number_text(
		      view->arena, swot->lowest, 0, false, view->lang),
		  number_text(
		      view->arena, swot->highest, 0, false, view->lang),
		  word(view, T_BY_DEFAULT));
	report_pair(view->report, T_SCALE, scale);
}

static void
render_quadrants(const struct view *view)
{
	const struct quadrant_result *quadrant;
	enum quadrant i;

	report_table(view->report, 5);
	report_cell(view->report, word(view, T_QUADRANT));
	report_number_head(view->report, word(view, T_SWOT_FILLED));
	report_number_head(view->report, word(view, T_SWOT_SCORED));
	report_number_head(view->report, word(view, T_SWOT_SUM));
	report_number_head(view->report, word(view, T_SWOT_MEAN));
	for (i = 0; i < QUADRANTS; i++) {
		if (!view->options->shown[i])
			continue;
		quadrant = &view->result->quadrants[i];
		report_cell(view->report, word(view, quadrant_terms[i]));
		report_cell(view->report,
		    arena_format(view->arena, "%zu/%zu", quadrant->filled,
			quadrant->cells));
		report_cell(
		    view->report, count_text(view, quadrant->scored));
		report_cell(view->report,
		    quadrant->scored ? signed_text(view, quadrant->sum,
					   view->result->unit)
				     : "");
		report_cell(view->report,
		    quadrant->scored
			? signed_text(view, quadrant->sum,
			      (fine)view->result->unit *
				  (fine)quadrant->scored)
			: "");
	}
}

static void
render_posture(const struct view *view)
{
	static const enum term postures[QUADRANTS] = { T_POSTURE_SO,
		T_POSTURE_WO, T_POSTURE_ST, T_POSTURE_WT };
	struct buf names = BUF_INIT;
	size_t count = 0;
	enum quadrant i;

	for (i = 0; i < QUADRANTS; i++) {
		if (!view->result->posture[i])
			continue;
		buf_format(&names, "%s%s (%s)", count++ ? " ; " : "",
		    word(view, postures[i]), word(view, quadrant_terms[i]));
	}
	if (count == 0)
		buf_string(&names, word(view, T_SWOT_NO_POSTURE));
	if (count > 1)
		buf_format(&names, " %s", word(view, T_SWOT_TIE));
	report_pair(view->report, T_SWOT_POSTURE,
	    arena_string(view->arena, names.at));
	buf_free(&names);
}

static void
render_factors(const struct view *view)
{
	const struct balance *balance;
	/* weights are in thousandths, and there are two to a crossing */
	fine divisor = (fine)view->result->unit * 1000 * 1000;
	enum list list;
	size_t i;

	report_table(view->report, 4);
	report_cell(view->report, word(view, T_SWOT_FACTOR));
	report_number_head(view->report, word(view, T_SWOT_POSITIVE));
	report_number_head(view->report, word(view, T_SWOT_NEGATIVE));
	report_number_head(view->report, word(view, T_SWOT_NET));
	for (list = 0; list < LISTS; list++) {
		for (i = 0; i < view->swot->factors[list].count; i++) {
			balance = &view->result->factors[list][i];
			if (!balance->scored)
				continue;
			report_cell(view->report,
			    head_text(view, factor_at(view->swot, list, i)));
			report_cell(view->report,
			    signed_text(view, balance->positive, divisor));
			report_cell(view->report,
			    signed_text(view, balance->negative, divisor));
			report_cell(view->report,
			    signed_text(view,
				balance->positive + balance->negative,
				divisor));
		}
	}
}

static void
render_ranked(const struct view *view)
{
	const struct ranked *ranked;
	size_t i;

	report_table(view->report, 5);
	report_number_head(view->report, word(view, T_SWOT_RANK));
	report_cell(view->report, word(view, T_SWOT_CROSSING));
	report_number_head(view->report, word(view, T_SWOT_MEAN));
	report_number_head(view->report, word(view, T_SWOT_RANGE));
	report_number_head(view->report, word(view, T_SWOT_COUNT));
	for (i = 0; i < view->result->ranked_count; i++) {
		ranked = &view->result->ranked[i];
		report_cell(view->report, count_text(view, ranked->rank));
		report_cell(view->report,
		    md_words(view->arena,
			factor_pair_name(view->swot, &ranked->ref)));
		report_cell(view->report,
		    signed_text(view, ranked->mean, view->result->unit));
		report_cell(view->report,
		    number_text(
			view->arena, ranked->spread, 0, false, view->lang));
		report_cell(view->report,
		    count_text(view, ranked->crossing->score_count));
	}
}

/* The mean of a factor's scores in one quadrant; false if it has none. */
static bool
mean_in(const struct view *view, const struct factor *factor,
    enum quadrant quadrant, fine *mean)
{
	const struct ranked *ranked;
	size_t i, count = 0;

	*mean = 0;
	for (i = 0; i < view->result->ranked_count; i++) {
		ranked = &view->result->ranked[i];
		if (ranked->ref.internal != factor ||
		    ranked->ref.external->list != external_of(quadrant))
			continue;
		*mean += ranked->mean;
		count++;
	}
	if (count > 0)
		*mean /= (fine)count;
	return count > 0;
}

/* A mean as its place on the scale, from 0 to 1. */
static const char *
place(const struct view *view, fine mean)
{
	fine lowest = (fine)view->swot->lowest * view->result->unit;
	fine width = (fine)(view->swot->highest - view->swot->lowest) *
	    view->result->unit;
	int hundredths = (int)((100 * (mean - lowest) + width / 2) / width);

	return arena_format(view->arena, "%d.%02d", hundredths / 100,
	    hundredths % 100);
}

/* Internal factors by their mean with opportunities and with threats. */
static void
render_chart(const struct view *view)
{
	const struct factor *factor;
	struct buf out = BUF_INIT;
	fine with_opportunities, with_threats;
	enum list list;
	size_t i;

	buf_format(&out, "quadrantChart\n    x-axis \"%s −\" --> \"%s +\"\n",
	    word(view, T_OPPORTUNITIES), word(view, T_OPPORTUNITIES));
	buf_format(&out, "    y-axis \"%s −\" --> \"%s +\"\n",
	    word(view, T_THREATS), word(view, T_THREATS));
	for (list = STRENGTHS; list <= WEAKNESSES; list++) {
		for (i = 0; i < view->swot->factors[list].count; i++) {
			factor = factor_at(view->swot, list, i);
			if (!mean_in(view, factor,
				quadrant_of(list, OPPORTUNITIES),
				&with_opportunities) ||
			    !mean_in(view, factor, quadrant_of(list, THREATS),
				&with_threats) ||
			    strpbrk(factor->label.text, "\"`") != NULL)
				continue;
			buf_format(&out, "    \"%s\": [%s, %s]\n",
			    factor->label.text,
			    place(view, with_opportunities),
			    place(view, with_threats));
		}
	}
	report_code(view->report, "mermaid", out.at);
	buf_free(&out);
}

static void
render_balance(const struct view *view)
{
	if (!view->swot->scored)
		return;
	report_section(view->report, T_BALANCE);
	render_posture(view);
	render_quadrants(view);
	render_factors(view);
	render_ranked(view);
	if (view->options->chart)
		render_chart(view);
}

enum column { COLUMN_FROM, COLUMN_OWNER, COLUMN_DUE, COLUMN_COST, COLUMNS };

static const char *
from_text(const struct view *view, const struct initiative *initiative)
{
	const struct crossing_ref *refs = initiative->crossings.at;
	struct buf out = BUF_INIT;
	const char *text;
	size_t i;

	for (i = 0; i < initiative->crossings.count; i++)
		buf_format(&out, "%s%s", i ? " ; " : "",
		    factor_pair_name(view->swot, &refs[i]));
	text = md_words(view->arena, out.at);
	buf_free(&out);
	return text;
}

static const char *
column_text(struct view *view, const struct initiative *initiative,
    enum column column)
{
	struct date date;

	if (column == COLUMN_FROM)
		return from_text(view, initiative);
	if (column == COLUMN_COST)
		return initiative->cost.text;
	if (column == COLUMN_DUE)
		return date_read(initiative->due.text, &date)
		    ? date_text(view->arena, date, view->lang)
		    : initiative->due.text;
	return view->options->anonymous && *initiative->owner.text != '\0'
	    ? name_letter(&view->names, initiative->owner.text)
	    : initiative->owner.text;
}

/* The initiatives of one quadrant: a list, or a table of what is known. */
static void
render_tools(struct view *view, enum quadrant quadrant)
{
	static const enum term heads[COLUMNS] = { T_FROM, T_OWNER, T_DUE,
		T_COST };
	const struct initiative *all = view->swot->initiatives.at;
	bool used[COLUMNS] = { false };
	size_t i, columns = 0, count = 0;
	enum column column;

	for (i = 0; i < view->swot->initiatives.count; i++)
		for (column = 0; column < COLUMNS; column++)
			if (all[i].quadrant == quadrant &&
			    *column_text(view, &all[i], column) != '\0')
				used[column] = true;
	for (column = 0; column < COLUMNS; column++)
		columns += used[column];
	for (i = 0; i < view->swot->initiatives.count; i++) {
		if (all[i].quadrant != quadrant)
			continue;
		if (count == 0)
			report_part(view->report,
			    word(view,
				quadrant == QUADRANTS
				    ? T_ELSEWHERE
				    : quadrant_terms[quadrant]));
		if (count++ == 0 && columns > 0) {
			report_table(view->report, 1 + columns);
			report_cell(view->report, word(view, T_TEXT));
			for (column = 0; column < COLUMNS; column++)
				if (used[column])
					report_cell(view->report,
					    word(view, heads[column]));
		}
		if (columns > 0)
			report_cell(view->report, all[i].text.text);
		else
			report_item(view->report, "", all[i].text.text);
		for (column = 0; column < COLUMNS; column++)
			if (used[column])
				report_cell(view->report,
				    column_text(view, &all[i], column));
	}
}

static void
render_toolbox(struct view *view)
{
	enum quadrant quadrant;

	if (view->swot->initiatives.count == 0)
		return;
	report_section(view->report, T_INITIATIVES);
	for (quadrant = 0; quadrant <= QUADRANTS; quadrant++)
		if (quadrant == QUADRANTS || view->options->shown[quadrant])
			render_tools(view, quadrant);
}

static void
render_option(
    const struct view *view, enum quadrant quadrant, size_t i, size_t j)
{
	const struct crossing *cell =
	    crossing_at(view->swot, quadrant, i, j);
	const struct factor *internal =
	    factor_at(view->swot, internal_of(quadrant), i);
	const struct factor *external =
	    factor_at(view->swot, external_of(quadrant), j);

	if (*cell->text != '\0')
		report_item(view->report,
		    arena_format(view->arena, "%s×%s", internal->label.text,
			external->label.text),
		    cell->text);
}

static void
render_options(const struct view *view)
{
	enum quadrant quadrant;
	size_t i, j;

	report_section(view->report, T_OPTIONS);
	for (quadrant = 0; quadrant < QUADRANTS; quadrant++)
		for (i = 0;
		     i < view->swot->factors[internal_of(quadrant)].count &&
		     view->options->shown[quadrant];
		     i++)
			for (j = 0; j < view->swot
					->factors[external_of(quadrant)]
					.count;
			     j++)
				render_option(view, quadrant, i, j);
}

void
render(struct report *report, const struct swot *swot,
    const struct result *result, const struct options *options)
{
	struct view view = { .report = report, .swot = swot, .result = result,
		.options = options, .arena = swot->bind->doc->arena,
		.lang = swot->bind->doc->lang };
	enum quadrant quadrant;
	enum list list;

	name_init(&view.names, view.arena);
	for (list = 0; list < LISTS; list++)
		render_list(&view, list);
	for (quadrant = 0; quadrant < QUADRANTS; quadrant++)
		if (options->shown[quadrant])
			render_matrix(&view, quadrant);
	render_priorities(&view);
	render_rules(&view);
	render_balance(&view);
	render_toolbox(&view);
	if (options->options)
		render_options(&view);
}
