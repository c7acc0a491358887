/*
 * chart: who beats whom, as a graph.
 */
#include <inttypes.h>

#include "rank.h"
#include "report/chart.h"

void
result_chart(const struct vote *vote)
{
	const struct duels *duels = &vote->tally->duels;
	struct buf out = BUF_INIT;
	count_set beaten;
	size_t i, other;
	bool any = false;

	buf_string(&out, "flowchart LR\n");
	for (i = 0; i < duels->options; i++) {
		buf_format(&out, "    o%zu[", i + 1);
		chart_quoted(&out, rank_name(vote, i));
		buf_string(&out, "]\n");
	}
	for (i = 0; i < duels->options; i++) {
		beaten = duels_beaten(duels, i);
		any = any || beaten != 0;
		for (; beaten != 0; beaten &= beaten - 1) {
			other = count_first(beaten);
			buf_format(&out,
			    "    o%zu -->|%" PRIu64 " / %" PRIu64 "| o%zu\n",
			    i + 1, duels->over[i][other], duels->over[other][i],
			    other + 1);
		}
	}
	chart_write(method_of(vote)->report, &out,
	    any && method_of(vote)->chart);
}
