#include "value/clock.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "text/uni.h"

enum { HOUR = 60, DAY = 24 * HOUR };

static const char *
skip_blanks(const char *text)
{
	const char *next = text;

	while (uni_is_blank(uni_next(&next)))
		text = next;
	return text;
}

/* Moves past one to three digits. */
static bool
read_digits(const char **text, int *number)
{
	size_t n = strspn(*text, "0123456789");

	if (n == 0 || n > 3)
		return false;
	*number = atoi(*text);
	*text = skip_blanks(*text + n);
	return true;
}

/* Moves past a word, in any case, that no letter follows. */
static bool
read_word(const char **text, const char *const words[])
{
	size_t i, n;

	for (i = 0; words[i] != NULL; i++) {
		n = strlen(words[i]);
		if (strncasecmp(*text, words[i], n) != 0 ||
		    ((*text)[n] >= 'a' && (*text)[n] <= 'z'))
			continue;
		*text = skip_blanks(*text + n);
		return true;
	}
	return false;
}

static const char *const hour_words[] = { "heures", "heure", "hours", "hour",
	"hrs", "hr", "h", NULL };
static const char *const minute_words[] = { "minutes", "minute", "min.", "min",
	"mn", "m", "'", "’", "′", NULL };
static const char *const am_words[] = { "a.m.", "am", NULL };
static const char *const pm_words[] = { "p.m.", "pm", NULL };

bool
clock_read(const char *text, int *minutes)
{
	int hour, minute = 0;
	bool parted;

	text = skip_blanks(text);
	if (!read_digits(&text, &hour))
		return false;
	parted = read_word(&text, hour_words);
	if (!parted && (*text == ':' || *text == '.')) {
		text++;
		parted = true;
	}
	if (parted && *text >= '0' && *text <= '9' &&
	    !read_digits(&text, &minute))
		return false;
	if (read_word(&text, minute_words) && !parted)
		return false;
	if (read_word(&text, pm_words)) {
		hour += hour < 12 ? 12 : 0;
		parted = true;
	} else if (read_word(&text, am_words)) {
		hour = hour == 12 ? 0 : hour;
		parted = true;
	}
	*minutes = hour * HOUR + minute;
	return parted && *text == '\0' && hour < 25 && minute < HOUR &&
	    *minutes <= DAY;
}

bool
clock_read_range(const char *text, int *start, int *end)
{
	static const char *const dashes[] = { "–", "—", "-", "à", "to" };
	struct arena *arena = arena_new();
	const char *at;
	bool read = clock_read(text, start);
	size_t i;

	*end = -1;
	for (i = 0; i < sizeof(dashes) / sizeof(dashes[0]) && !read; i++) {
		at = strstr(text, dashes[i]);
		read = at != NULL &&
		    clock_read(uni_line(arena,
				   arena_copy(arena, text,
				       (size_t)(at - text))),
			start) &&
		    clock_read(at + strlen(dashes[i]), end);
	}
	arena_free(arena);
	return read;
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

bool
clock_duration_read(const char *text, int *minutes)
{
	int first, rest = 0;

	text = skip_blanks(text);
	if (!read_digits(&text, &first))
		return false;
	if (read_word(&text, minute_words) || *text == '\0') {
		*minutes = first;
	} else if (read_word(&text, hour_words) || *text == ':') {
		text = skip_blanks(text + (*text == ':'));
		if (*text != '\0' && !read_digits(&text, &rest))
			return false;
		read_word(&text, minute_words);
		*minutes = first * HOUR + rest;
	} else {
		return false;
	}
	return *text == '\0';
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
