/*
 * render_balance: posture, quadrants, factors, crossings; a chart.
 */
#include "base/arena.h"
#include "base/buf.h"
#include "report/chart.h"
#include "text/uni.h"
#include "value/number.h"
#include "view.h"

static const char *
count_text(const struct view *view, size_t count)
{
	return arena_format(view->arena, "%zu", count);
}

static const char *
signed_text(const struct view *view, fine value, fine divisor)
{
	return number_text(view->arena, round_fine(value, divisor), 0, true,
	    view->lang);
}

static void
render_quadrants(const struct view *view)
{
	const struct quadrant_result *quadrant;
	enum quadrant i;

	report_table(view->report, 5);
	report_cell(view->report, view_word(view, T_QUADRANT));
	report_number_head(view->report, view_word(view, T_SWOT_FILLED));
	report_number_head(view->report, view_word(view, T_SWOT_SCORED));
	report_number_head(view->report, view_word(view, T_SWOT_SUM));
	report_number_head(view->report, view_word(view, T_SWOT_MEAN));
	for (i = 0; i < QUADRANTS; i++) {
		if (!view->options->shown[i])
			continue;
		quadrant = &view->result->quadrants[i];
		report_cell(view->report, view_word(view, quadrant_terms[i]));
		report_cell(view->report,
		    arena_format(view->arena, "%zu/%zu", quadrant->filled,
			quadrant->cells));
		report_cell(view->report, count_text(view, quadrant->scored));
		report_cell(view->report,
		    quadrant->scored
			? signed_text(view, quadrant->sum, view->result->unit)
			: "");
		report_cell(view->report,
		    quadrant->scored
			? signed_text(view, quadrant->sum,
			      (fine)view->result->unit * (fine)quadrant->scored)
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
		    view_word(view, postures[i]),
		    view_word(view, quadrant_terms[i]));
	}
	if (count == 0)
		buf_string(&names, view_word(view, T_SWOT_NO_POSTURE));
	if (count > 1)
		buf_format(&names, " %s", view_word(view, T_SWOT_TIE));
	report_pair(view->report, T_SWOT_POSTURE,
	    arena_string(view->arena, names.at));
	buf_free(&names);
}

/* The quadrants that weigh against what one would do there. */
static void
render_blocks(const struct view *view)
{
	const struct quadrant_result *quadrant = view->result->quadrants;
	struct buf names = BUF_INIT;
	enum quadrant i;

	for (i = 0; i < QUADRANTS; i++, quadrant++)
		if (quadrant->sum < 0)
			buf_format(&names, "%s%s (%s)",
			    names.length > 0 ? " ; " : "",
			    view_word(view, quadrant_terms[i]),
			    signed_text(view, quadrant->sum,
				(fine)view->result->unit *
				    (fine)quadrant->scored));
	if (names.length > 0)
		report_pair(view->report, T_SWOT_BLOCKS,
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
	report_cell(view->report, view_word(view, T_SWOT_FACTOR));
	report_number_head(view->report, view_word(view, T_SWOT_POSITIVE));
	report_number_head(view->report, view_word(view, T_SWOT_NEGATIVE));
	report_number_head(view->report, view_word(view, T_SWOT_NET));
	for (list = 0; list < LISTS; list++) {
		for (i = 0; i < view->swot->factors[list].count; i++) {
			balance = &view->result->factors[list][i];
			if (!balance->scored)
				continue;
			report_cell(view->report,
			    view_head(view, factor_at(view->swot, list, i)));
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
	report_number_head(view->report, view_word(view, T_SWOT_RANK));
	report_cell(view->report, view_word(view, T_SWOT_CROSSING));
	report_number_head(view->report, view_word(view, T_SWOT_MEAN));
	report_number_head(view->report, view_word(view, T_SWOT_RANGE));
	report_number_head(view->report, view_word(view, T_SWOT_COUNT));
	for (i = 0; i < view->result->ranked_count; i++) {
		ranked = &view->result->ranked[i];
		report_cell(view->report, count_text(view, ranked->rank));
		report_cell(view->report,
		    md_words(view->arena,
			factor_pair_name(view->swot, &ranked->ref)));
		report_cell(view->report,
		    signed_text(view, ranked->mean, view->result->unit));
		report_cell(view->report,
		    number_text(view->arena, ranked->spread, 0, false,
			view->lang));
		report_cell(view->report,
		    count_text(view, ranked->crossing->score_count));
	}
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

/* A factor that was scored both with opportunities and with threats. */
static void
put_point(struct buf *out, const struct view *view, const struct factor *factor)
{
	const struct balance *balance =
	    &view->result->factors[factor->list][factor->index];

	if (balance->counts[0] == 0 || balance->counts[1] == 0)
		return;
	buf_string(out, "    ");
	chart_quoted(out, factor->label.text);
	buf_format(out, ": [%s, ",
	    place(view, balance->sums[0] / (fine)balance->counts[0]));
	buf_format(out, "%s]\n",
	    place(view, balance->sums[1] / (fine)balance->counts[1]));
}

/* Internal factors by their mean with opportunities and with threats. */
static void
render_chart(const struct view *view)
{
	struct buf out = BUF_INIT;
	enum list list;
	size_t i;

	buf_format(&out, "quadrantChart\n    x-axis \"%s −\" --> \"%s +\"\n",
	    view_word(view, T_OPPORTUNITIES), view_word(view, T_OPPORTUNITIES));
	buf_format(&out, "    y-axis \"%s −\" --> \"%s +\"\n",
	    view_word(view, T_THREATS), view_word(view, T_THREATS));
	for (list = STRENGTHS; list <= WEAKNESSES; list++)
		for (i = 0; i < view->swot->factors[list].count; i++)
			put_point(&out, view, factor_at(view->swot, list, i));
	report_code(view->report, "mermaid", out.at);
	buf_free(&out);
}

void
render_balance(const struct view *view)
{
	if (view->result->ranked_count == 0)
		return;
	report_section(view->report, T_BALANCE);
	render_posture(view);
	render_blocks(view);
	render_quadrants(view);
	render_factors(view);
	render_ranked(view);
	if (view->options->chart)
		render_chart(view);
}
