#include "report/chart.h"

#include <string.h>

#include "report/report_inner.h"
#include "text/uni.h"

void
chart_name(struct buf *out, const char *plain)
{
	ARENA_SCRATCH(arena);
	char *name = arena_string(arena, plain), *at;

	for (at = name; *at != '\0'; at++)
		if (strchr("\"\\`#:;,<>{}[]()|%&", *at) != NULL)
			*at = ' ';
	name = uni_line(arena, name);
	buf_string(out, *name != '\0' ? name : "-");
}

void
chart_quoted(struct buf *out, const char *plain)
{
	buf_char(out, '"');
	chart_name(out, plain);
	buf_char(out, '"');
}

void
chart_axes(struct buf *out, const char *x, const char *y)
{
	buf_format(out,
	    "quadrantChart\n    x-axis \"%s −\" --> \"%s +\"\n"
	    "    y-axis \"%s −\" --> \"%s +\"\n",
	    x, x, y, y);
}

/* Mermaid takes "0.50" and "1", but not "1.00". */
static void
put_place(struct buf *out, struct fraction place)
{
	int hundredths = (int)(fraction_rounded(place, 2) / 10);

	if (hundredths == 100)
		buf_char(out, '1');
	else
		buf_format(out, "0.%02d", hundredths);
}

void
chart_point(struct buf *out, const char *plain, struct fraction x,
    struct fraction y)
{
	buf_string(out, "    ");
	chart_quoted(out, plain);
	buf_string(out, ": [");
	put_place(out, x);
	buf_string(out, ", ");
	put_place(out, y);
	buf_string(out, "]\n");
}

void
chart_section(struct buf *out, const char *plain)
{
	buf_string(out, "    section ");
	chart_name(out, plain);
	buf_char(out, '\n');
}

void
chart_bar(struct buf *out, const char *number, const char *plain,
    const char *when)
{
	buf_format(out, "    %s ", number);
	chart_name(out, plain);
	buf_format(out, " : %s\n", when);
}

const char *
chart_days(struct arena *arena, long first, long days)
{
	struct date date = date_of_day(first);

	return arena_format(arena, "%04d-%02d-%02d, %ldd", date.year,
	    date.month, date.day, days);
}

void
chart_write(struct report *report, struct buf *out, bool any)
{
	if (any && report->section != T_CHART)
		report_section(report, T_CHART);
	if (any)
		report_code(report, "mermaid", out->at);
	buf_free(out);
}
