#include "value/clock.h"

#include <string.h>

#include "base/arena.h"
#include "text/uni.h"
#include "value/digits.h"

enum { HOUR = 60, DAY = 24 * HOUR };

static const char figures[] = "0123456789";

/* Moves past one to three digits. */
static bool
read_digits(const char **text, int *number)
{
	bool read = digits_whole(text, 1, 3, number);

	*text = uni_skip_blanks(*text);
	return read;
}

/* Moves past one of the words that a term lists, that no letter follows. */
static bool
read_word(const char **text, enum term words)
{
	size_t n = term_front(words, *text);

	if (n == 0 ||
	    ((*text)[n] >= 'a' && (*text)[n] <= 'z' && (*text)[n - 1] != '\'' &&
		(*text)[n - 1] != ' '))
		return false;
	*text = uni_skip_blanks(*text + n);
	return true;
}

/* Moves past the seconds that a spreadsheet writes, where they are none. */
static void
skip_seconds(const char **text)
{
	if (strncmp(*text, ":00", 3) == 0 && strspn(*text + 1, figures) == 2)
		*text = uni_skip_blanks(*text + 3);
}

/* A time, and whether something says that it is one and no number. */
static bool
read_time(const char **text, int *minutes, bool *parted)
{
	const char *at = *text;
	int hour, minute = 0;

	*parted = true;
	if (read_word(text, T_CLOCK_NOON)) {
		*minutes = 12 * HOUR;
		return true;
	}
	if (read_word(text, T_CLOCK_MIDNIGHT)) {
		*minutes = 0;
		return true;
	}
	if (!read_digits(&at, &hour))
		return false;
	*parted = read_word(&at, T_CLOCK_HOURS);
	if (!*parted && (*at == ':' || *at == '.') &&
	    strspn(at + 1, figures) == 2) {
		at++;
		*parted = true;
	}
	if (*parted && strspn(at, figures) == 2 && !read_digits(&at, &minute))
		return false;
	if (*parted) {
		skip_seconds(&at);
		read_word(&at, T_CLOCK_MINUTES);
	}
	if (read_word(&at, T_CLOCK_PM)) {
		hour += hour < 12 ? 12 : 0;
		*parted = true;
	} else if (read_word(&at, T_CLOCK_AM)) {
		hour = hour == 12 ? 0 : hour;
		*parted = true;
	}
	*text = at;
	*minutes = hour * HOUR + minute;
	return hour < 25 && minute < HOUR && *minutes <= DAY;
}

/* Moves past a time, or two of them; a number is one where the other is
 * parted. */
static bool
read_front(const char **text, struct clock *clock)
{
	const char *at;
	bool parted = true, start_parted;

	*clock = (struct clock){ .end = -1 };
	*text = uni_skip_blanks(*text);
	clock->about = read_word(text, T_VALUE_ABOUT);
	read_word(text, T_CLOCK_FROM);
	if (!read_time(text, &clock->start, &start_parted))
		return false;
	at = *text;
	if ((read_word(&at, T_CLOCK_TO) ||
		(start_parted && *at == '/' &&
		    *(at = uni_skip_blanks(at + 1)) != '\0')) &&
	    read_time(&at, &clock->end, &parted) && (parted || start_parted)) {
		*text = at;
		if (clock->end == 0 && clock->start > 0)
			clock->end = DAY;
		return true;
	}
	clock->end = -1;
	clock->bare = !start_parted;
	return true;
}

bool
clock_read_front(const char *text, struct clock *clock, const char **rest)
{
	ARENA_SCRATCH(arena);
	const char *lower = uni_lower(arena, text), *at = lower;
	bool read = strlen(lower) == strlen(text) && read_front(&at, clock);

	if (read)
		*rest = text + (at - lower);
	return read;
}

bool
clock_read_range(const char *text, int *start, int *end)
{
	struct clock clock;
	const char *rest;

	if (!clock_read_front(text, &clock, &rest) || *rest != '\0' ||
	    clock.bare || clock.about)
		return false;
	*start = clock.start;
	*end = clock.end;
	return true;
}

bool
clock_leads(const char *text)
{
	struct clock clock;
	const char *rest;

	return clock_read_front(text, &clock, &rest) && !clock.bare &&
	    (rest[-1] == ' ' || (unsigned char)rest[-1] >= 0x80 ||
		strchr(":-,", *rest) != NULL ||
		strncmp(rest, "–", strlen("\xe2\x80")) == 0);
}

const char *
clock_title(const char *text, struct clock *clock, const char **rest)
{
	static const char dashes[] = "\xe2\x80";
	const char *title;

	if (!clock_leads(text) || !clock_read_front(text, clock, rest))
		return "";
	title = *rest + strspn(*rest, ":-,");
	if (strncmp(*rest, dashes, 2) == 0)
		title += strlen("–");
	return uni_skip_blanks(title);
}

const char *
clock_text(struct arena *arena, int minutes, enum lang lang)
{
	int hour = minutes / HOUR % 24, minute = minutes % HOUR;

	if (lang == LANG_EN)
		return arena_format(arena, "%d:%02d", hour, minute);
	return minute == 0 ? arena_format(arena, "%d h", hour)
			   : arena_format(arena, "%d h %02d", hour, minute);
}

/* So many hours, in thousandths of one; false where they are no minutes. */
static bool
from_hours(int64_t thousandths, int *minutes)
{
	if (thousandths > INT64_C(999000) || thousandths * HOUR % 1000 != 0)
		return false;
	*minutes = (int)(thousandths * HOUR / 1000);
	return true;
}

/* Hours and minutes, or one of them, from its digits on. */
static bool
read_duration(const char **text, int *minutes)
{
	const char *start = *text;
	struct digits digits;
	bool spelled;
	int rest = 0;

	if (!digits_read_or_words(text, &digits, &spelled) ||
	    digits.value != digits.other || digits.value < 0)
		return false;
	*text = uni_skip_blanks(*text);
	if ((**text == '\0' && !spelled) || read_word(text, T_CLOCK_MINUTES)) {
		*minutes = (int)(digits.value / 1000);
		return digits.value % 1000 == 0 &&
		    digits.value <= INT64_C(999000) &&
		    strspn(start, figures) <= 3;
	}
	if (**text == ':')
		*text = uni_skip_blanks(*text + 1);
	else if (!read_word(text, T_CLOCK_HOURS))
		return false;
	if (!from_hours(digits.value, minutes))
		return false;
	if (read_word(text, T_CLOCK_AND_HALF))
		rest = HOUR / 2;
	else if (**text != '\0' && !read_digits(text, &rest))
		return false;
	read_word(text, T_CLOCK_MINUTES);
	*minutes += rest;
	return true;
}

bool
clock_duration_read(const char *text, int *minutes)
{
	ARENA_SCRATCH(arena);
	const char *at = uni_skip_blanks(uni_lower(arena, text));
	const char *folded = uni_fold(arena, at);
	int named = term_number(T_CLOCK_DURATIONS, folded, strlen(folded));
	bool read = named > 0 || (read_duration(&at, minutes) && *at == '\0');

	if (named > 0)
		*minutes = named;
	return read;
}

const char *
clock_duration_text(struct arena *arena, int minutes)
{
	if (minutes < HOUR)
		return arena_format(arena, "%d min", minutes);
	if (minutes % HOUR == 0)
		return arena_format(arena, "%d h", minutes / HOUR);
	return arena_format(arena, "%d h %02d", minutes / HOUR, minutes % HOUR);
}
