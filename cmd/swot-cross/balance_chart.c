/*
 * balance_chart: the balance as a quadrant chart.
 */
#include "balance.h"
#include "base/arena.h"
#include "base/buf.h"
#include "report/chart.h"

/* A mean as its place on the scale, from 0 to 1; Mermaid does not take "1.00". */
static const char *
place(const struct balance *balance, fine sum, size_t count)
{
	const struct swot *swot = balance->swot;
	fine lowest = (fine)swot->lowest * balance->unit;
	fine width = (fine)(swot->highest - swot->lowest) * balance->unit;
	int hundredths =
	    (int)((100 * (sum / (fine)count - lowest) + width / 2) / width);

	if (hundredths == 100)
		return "1";
	return arena_format(balance->method->arena, "0.%02d", hundredths);
}

void
balance_chart(const struct balance *balance)
{
	struct method *method = balance->method;
	const char *x = method_word(method, T_OPPORTUNITIES);
	const char *y = method_word(method, T_THREATS);
	const struct factor_balance *of;
	struct buf out = BUF_INIT;
	enum list list;
	size_t i;

	buf_format(&out, "quadrantChart\n    x-axis \"%s −\" --> \"%s +\"\n", x,
	    x);
	buf_format(&out, "    y-axis \"%s −\" --> \"%s +\"\n", y, y);
	for (list = STRENGTHS; list <= WEAKNESSES; list++) {
		for (i = 0; i < balance->swot->sheet->factors[list].count;
		     i++) {
			of = &balance->factors[list][i];
			if (of->counts[0] == 0 || of->counts[1] == 0)
				continue;
			buf_string(&out, "    ");
			chart_quoted(&out,
			    factor_at(balance->swot, list, i)->label.text);
			buf_format(&out, ": [%s, %s]\n",
			    place(balance, of->sums[0], of->counts[0]),
			    place(balance, of->sums[1], of->counts[1]));
		}
	}
	report_code(method->report, "mermaid", out.at);
	buf_free(&out);
}
