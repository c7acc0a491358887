/*
 * chart: the hours of the programme, and the dates of the catalogue, as bars.
 *
 * A bar's name begins with a digit, so that no word of Mermaid's is read in
 * it; hours have no date, so that days stand below each other.
 */
#include "report/chart.h"
#include "base/buf.h"
#include "plan.h"

static void
put_name(struct buf *out, const struct method *method, const char *text)
{
	chart_name(out, method_plain(method, text));
}

static void
put_day(struct buf *out, const struct method *method, const struct day *day)
{
	const struct session *session = day->lines.at;
	bool headed = false;
	size_t i;
	int start;

	for (i = 0; i < day->lines.count; i++) {
		start = session[i].start.minutes % AGENDA_DAY;
		if (!session[i].start.given || session[i].duration.minutes == 0)
			continue;
		if (!headed) {
			buf_string(out, "    section ");
			put_name(out, method, day_name(method, day));
			buf_char(out, '\n');
		}
		headed = true;
		buf_format(out, "    %dh%02d ", start / 60, start % 60);
		put_name(out, method, session[i].title.text);
		buf_format(out, " : %02d:%02d, %dm\n", start / 60, start % 60,
		    session[i].duration.minutes);
	}
}

static void
put_course(struct buf *out, const struct method *method,
    const struct course *course)
{
	const long *day = course->days.at;
	struct date first;

	if (course->days.count == 0)
		return;
	first = date_of_day(day[0]);
	buf_format(out, "    %d.%02d ", first.day, first.month);
	put_name(out, method, course->title.text);
	buf_format(out, " : %04d-%02d-%02d, %ldd\n", first.year, first.month,
	    first.day, day[course->days.count - 1] - day[0] + 1);
}

void
chart_plan(struct method *method, const struct plan *plan)
{
	static const char *const heads[] = {
		"gantt\n    dateFormat HH:mm\n    axisFormat %H:%M\n",
		"gantt\n    dateFormat YYYY-MM-DD\n    axisFormat %d/%m\n"
	};
	struct buf charts[2] = { BUF_INIT, BUF_INIT };
	size_t i, bare[2];
	bool begun = false;

	for (i = 0; i < 2; i++) {
		buf_string(&charts[i], heads[i]);
		bare[i] = charts[i].length;
	}
	for (i = 0; i < plan->days.count; i++)
		put_day(&charts[0], method, (struct day *)plan->days.at + i);
	for (i = 0; i < plan->courses.count; i++)
		put_course(&charts[1], method,
		    (struct course *)plan->courses.at + i);
	for (i = 0; i < 2; i++) {
		if (charts[i].length > bare[i] && !begun)
			report_section(method->report, T_CHART);
		if (charts[i].length > bare[i])
			report_code(method->report, "mermaid", charts[i].at);
		begun |= charts[i].length > bare[i];
		buf_free(&charts[i]);
	}
}
