/*
 * report_heading: headings, each of which a report has once.
 */
#include <string.h>

#include "report/report_inner.h"
#include "text/uni.h"

enum { SHORT = 40 }; /* letters of a name behind a heading */

/* A heading, by its letters. */
struct headed {
	size_t times; /* that it came again, and took a number */
	size_t place; /* that it came last in */
};

/* Takes a heading that does not stand yet; NULL where it does. */
static const char *
take_heading(struct report *report, const char *text)
{
	struct dict_entry *entry =
	    dict_enter(&report->headings, uni_fold(report->arena, text));
	struct headed *headed;

	if (entry->value != NULL)
		return NULL;
	entry->value = headed = arena_alloc(report->arena, sizeof(*headed));
	headed->place = report->place;
	return text;
}

/* What a title is called for short: what stands before a colon or a dash; ""
 * where that is long. */
static const char *
short_name(struct arena *arena, const char *title)
{
	const char *plain = md_plain(arena, title);
	size_t length;
	const char *end = uni_first_among(plain, &length, " :",
	    "\u202f:", "\u00a0:", ": ", " — ", " – ");

	length = end != NULL ? (size_t)(end - plain) : strlen(plain);
	return uni_count(plain, length) > SHORT
	    ? ""
	    : md_words(arena, arena_copy(arena, plain, length));
}

/* A heading with the name of what it stands in behind it; NULL where that does
 * not tell it apart: it begins with the same words, "Atelier" of "Atelier 3",
 * or stands already. */
static const char *
told_apart(struct report *report, const char *text, const char *within)
{
	const char *folded = uni_fold(report->arena, text), *place;
	size_t n = strlen(folded);

	if (within == NULL || *within == '\0')
		return NULL;
	place = uni_fold(report->arena, within);
	if (strncmp(place, folded, n) == 0 &&
	    (place[n] == '\0' || place[n] == ' '))
		return NULL;
	return take_heading(report,
	    md_text(report->arena,
		arena_format(report->arena, "%s" TERM_WITHIN "%s", text,
		    within)));
}

/* The same, by the nearest heading above it that does. */
static const char *
told_by_above(struct report *report, int level, const char *text)
{
	const char *heading = NULL, *above;

	while (heading == NULL && --level > 0) {
		above = report->above[level];
		if (above != NULL)
			heading = told_apart(report, text,
			    short_name(report->arena, above));
	}
	return heading;
}

/* A heading as the report can have it: once, unless it is empty.  Its entry
 * counts how often it came, so that a thousand chapters with one heading cost
 * no more. */
static const char *
unique_heading(struct report *report, int level, const char *text)
{
	const char *heading = *text == '\0' ? text : take_heading(report, text);
	struct headed *headed;

	if (heading != NULL)
		return heading;
	headed =
	    dict_find(&report->headings, uni_fold(report->arena, text))->value;
	if (headed->place == report->place && report->place > 0)
		heading = told_by_above(report, level, text);
	headed->place = report->place;
	if (heading == NULL)
		heading = told_apart(report, text, report->within_name);
	if (heading == NULL)
		heading = told_apart(report, text, report->within_number);
	while (heading == NULL)
		heading = take_heading(report,
		    md_text(report->arena,
			arena_format(report->arena, "%s (%zu)", text,
			    ++headed->times + 1)));
	return heading;
}

void
report_within(struct report *report, const char *title, const char *number)
{
	report->within_name = short_name(report->arena, title);
	report->within_number = number;
	report->place++;
	memset(report->above, 0, sizeof(report->above));
}

const char *
report_heading(struct report *report, int level, const char *text)
{
	const char *heading;
	int written =
	    level + (int)report->bind->doc->options.level - 1 + report->shift;

	written = written > MAX_LEVEL ? MAX_LEVEL : written;
	heading = unique_heading(report, written, text);
	report->above[written] = text;
	memset(report->above + written + 1, 0,
	    (size_t)(MAX_LEVEL - written) * sizeof(*report->above));
	if (level <= 3)
		report_struck(report, T_NONE);
	report_begin(report, LAST_OTHER);
	buf_repeat(&report->out, '#', (size_t)written);
	buf_char(&report->out, ' ');
	md_write(&report->out, heading, MD_HEADING);
	buf_char(&report->out, '\n');
	bind_add(report->bind, &report->outline, heading);
	return heading;
}
