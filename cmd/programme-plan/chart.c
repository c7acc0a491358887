/*
 * chart: the hours of the programme, and the dates of the catalogue, as bars.
 *
 * A bar's name begins with a digit, so that no word of Mermaid's is read in
 * it; hours have no date, so that days stand below each other.
 */
#include "report/chart.h"
#include "base/arena.h"
#include "base/buf.h"
#include "plan.h"
#include "source/md.h"

static void
put_name(struct buf *out, const struct method *method, const char *text)
{
	chart_name(out, md_plain(method->arena, text));
}

static size_t
put_day(struct buf *out, const struct method *method, const struct day *day)
{
	const struct session *session = day->sessions.at;
	const char *name = *day->name != '\0' ? day_name(method, day)
					      : method_word(method, T_SESSIONS);
	size_t count = 0, i;

	for (i = 0; i < day->sessions.count; i++) {
		if (!session[i].start.given || session[i].duration.minutes == 0)
			continue;
		if (count++ == 0) {
			buf_string(out, "    section ");
			put_name(out, method, name);
			buf_char(out, '\n');
		}
		buf_format(out, "    %dh%02d ", session[i].start.minutes / 60,
		    session[i].start.minutes % 60);
		put_name(out, method, session[i].title.text);
		buf_format(out, " : %02d:%02d, %dm\n",
		    session[i].start.minutes / 60,
		    session[i].start.minutes % 60, session[i].duration.minutes);
	}
	return count;
}

static size_t
put_course(struct buf *out, const struct method *method,
    const struct course *course)
{
	const struct date *day = course->days.at;
	struct date last;

	if (course->days.count == 0)
		return 0;
	last = day[course->days.count - 1];
	buf_format(out, "    %d.%02d ", day->day, day->month);
	put_name(out, method, course->title.text);
	buf_format(out, " : %04d-%02d-%02d, %ldd\n", day->year, day->month,
	    day->day, date_day(last) - date_day(*day) + 1);
	return 1;
}

static void
put_head(struct buf *out, const char *dates, const char *axis)
{
	buf_format(out, "gantt\n    dateFormat %s\n    axisFormat %s\n", dates,
	    axis);
}

void
chart_plan(struct method *method, const struct plan *plan)
{
	const struct day *day = plan->days.at;
	const struct course *course = plan->courses.at;
	struct buf hours = BUF_INIT, dates = BUF_INIT;
	size_t i, sessions = 0, courses = 0;

	put_head(&hours, "HH:mm", "%H:%M");
	for (i = 0; i < plan->days.count; i++)
		sessions += put_day(&hours, method, &day[i]);
	put_head(&dates, "YYYY-MM-DD", "%d/%m");
	for (i = 0; i < plan->courses.count; i++)
		courses += put_course(&dates, method, &course[i]);
	if (sessions + courses > 0)
		report_section(method->report, T_CHART);
	if (sessions > 0)
		report_code(method->report, "mermaid", hours.at);
	if (courses > 0)
		report_code(method->report, "mermaid", dates.at);
	buf_free(&hours);
	buf_free(&dates);
}
