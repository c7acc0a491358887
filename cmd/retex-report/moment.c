/*
 * moment: the time and the day in front of a fact or beside it.
 */
#include <stdlib.h>
#include <string.h>

#include "retex.h"
#include "text/uni.h"
#include "value/clock.h"
#include "value/period.h"

enum { MAX_DIGITS = 3 };

/* What may stand behind a time that is read: "12:06:10 UTC", "9:00 (CET)". */
#define SECONDS_OR_ZONE "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789:+-() "

/* Reads +1, J+1, D+1, with a closing bracket behind or not. */
bool
moment_read_days(const char *text, long *days)
{
	size_t n;

	if (*text != '\0' && strchr("jJdD", *text) != NULL)
		text++;
	n = *text == '+' ? strspn(text + 1, "0123456789") : 0;
	if (n == 0 || n > MAX_DIGITS)
		return false;
	*days = atol(text + 1);
	text += 1 + n;
	return strcmp(text, *text == ')' ? ")" : "") == 0;
}

/* "0h20 (+1)", "J+1 0h20": moves the day beside a time to where days stand. */
static void
part_days(struct arena *arena, struct moment *moment)
{
	const char *text = moment->time.text, *time;
	size_t n = strcspn(text, "(+jJdD"), first = strcspn(text, " ");
	long days;

	if (moment_read_days(arena_copy(arena, text, first), &days))
		time = text + first;
	else if (moment_read_days(text + n + (text[n] == '('), &days))
		time = arena_copy(arena, text, n);
	else
		return;
	moment->time.text = uni_line(arena, time);
	if (*moment->date.text == '\0')
		moment->date.text = arena_format(arena, "+%ld", days);
}

/* Whether a text is a day, with its year or without. */
static bool
is_day(const char *text)
{
	struct period period;

	return period_of_some_year(text, &period) > SURE_EMPTY &&
	    period.has_first && period.has_last &&
	    date_day(period.first) == date_day(period.last);
}

/* What stands behind the mark that parts a time from its text. */
static const char *
skip_mark(const char *text)
{
	size_t n;

	text += strspn(text, " ");
	if (uni_first_among(text, &n, ":", "-", "–", "—", ",") == text)
		text += n + strspn(text + n, " ");
	return text;
}

/* The same behind a day, where a word may lead the time, too: "à 14 h". */
static const char *
skip_day_mark(const char *text)
{
	const char *rest = skip_mark(text), *ignored;
	struct clock clock;
	size_t n;

	return uni_first_among(rest, &n, "T", "à ", "at ") == rest &&
		clock_read_front(rest + n, &clock, &ignored) && !clock.bare
	    ? rest + n
	    : rest;
}

/* The length of the day that a text begins with, 0 for none. */
static size_t
day_length(struct arena *arena, const char *text)
{
	enum { MOST_WORDS = 5 };
	size_t words, n = strcspn(text, " "), length = 0;
	struct clock clock;
	const char *rest;
	long days;

	if (moment_read_days(arena_copy(arena, text, n), &days))
		return n;
	n = 0;
	for (words = 0; words < MOST_WORDS && text[n] != '\0'; words++) {
		if ((clock_read_front(text + n, &clock, &rest) &&
			!clock.bare) ||
		    text[n + strcspn(text + n, " :")] == ':')
			break;
		n += strcspn(text + n, " ,T");
		if (strpbrk(arena_copy(arena, text, n), "0123456789") != NULL &&
		    is_day(arena_copy(arena, text, n)))
			length = n;
		n += text[n] != '\0';
	}
	return length;
}

/* The length of the days counted behind a time: "(+1)", "J+1". */
static size_t
days_behind(struct arena *arena, const char *text)
{
	size_t open = *text == '(', n = strcspn(text, " ,:)");
	long days;

	if (n <= open ||
	    !moment_read_days(arena_copy(arena, text + open, n - open), &days))
		return 0;
	return n + (open && text[n] == ')');
}

/* Takes the day in front of a time to where days stand; returns the rest. */
static const char *
cut_day(struct arena *arena, struct moment *moment, const char *text)
{
	size_t n = *moment->date.text == '\0' ? day_length(arena, text) : 0;

	if (n == 0)
		return text;
	moment->date = moment->time;
	moment->date.text = md_text(arena, uni_until(arena, text, text + n));
	return md_text(arena, skip_day_mark(text + n));
}

/* Cuts a time, and the day in front of it, off the start of a text:
 * "22h10 text", "12 mars, 22h10 : text", "vers 8h : text". */
static void
part_time(struct arena *arena, struct moment *moment)
{
	const char *text = moment->text.text, *rest, *end;
	struct moment parted = *moment;
	struct clock clock;

	if (*moment->time.text != '\0' ||
	    term_front(T_RETEX_LASTING, uni_fold(arena, text)) > 0)
		return;
	parted.time = moment->text;
	rest = cut_day(arena, &parted, text);
	parted.time.text = "";
	if (clock_read_front(rest, &clock, &end) && !clock.bare &&
	    (*end == '\0' || end[-1] == ' ' || strchr(":,-(", *end) != NULL)) {
		if (term_front(T_RETEX_LASTING, uni_fold(arena, end)) > 0)
			return;
		end += days_behind(arena, end);
		parted.time.text = uni_until(arena, rest, end);
		rest = skip_mark(end);
	} else if (rest == text) {
		return;
	}
	if (*rest == '\0')
		return;
	parted.text.text = md_text(arena, rest);
	*moment = parted;
}

void
moment_read(struct method *method, struct moment *moment)
{
	struct clock clock;
	const char *rest = "";

	part_time(method->arena, moment);
	part_days(method->arena, moment);
	if (*moment->time.text == '\0')
		return;
	moment->time.text = cut_day(method->arena, moment, moment->time.text);
	if (*moment->time.text == '\0')
		return;
	moment->timed = clock_read_front(moment->time.text, &clock, &rest) &&
	    rest[strspn(rest, SECONDS_OR_ZONE)] == '\0';
	if (!moment->timed) {
		bind_finding(method->bind, moment->time.pos, M_RETEX_NO_TIME,
		    moment->time.text);
		return;
	}
	moment->minutes = clock.start;
	if (*rest == '\0' && !clock.about && clock.end < 0)
		moment->time.text =
		    clock_text(method->arena, clock.start, method->lang);
}
