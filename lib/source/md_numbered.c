/*
 * md_numbered: numbered lines that head what stands behind them, which Markdown
 * takes for lists of one item: "1) FACTS", and "2. Heating" over sentences.
 */
#include <string.h>

#include "base/arena.h"
#include "source/line.h"
#include "source/md_reading.h"
#include "text/dress.h"
#include "text/place.h"
#include "text/uni.h"

enum { LONGEST = 80 };

/* Whether a line has a number in front, and which kind: a digit's or a letter's;
 * 0: it has none, or a deeper one, "4.1". */
static int
number_kind(const char *line)
{
	size_t n = dress_number(line);
	const char *dot = memchr(line, '.', n);

	if (n == 0 || (dot != NULL && dot[1] >= '0' && dot[1] <= '9'))
		return 0;
	return *line >= '0' && *line <= '9' ? '1' : 'A';
}

/* The text of the first line from one on that is not blank, NULL where there is
 * none; *line is its number. */
static const char *
find_text(struct arena *arena, const struct source *source, size_t *line)
{
	while (*line <= source->line_count && source_is_blank(source, *line))
		++*line;
	return *line <= source->line_count ? source_text(arena, source, *line)
					   : NULL;
}

static bool
is_item(const char *line)
{
	return (*line != '\0' && strchr("-*+", *line) != NULL &&
		   line[1] == ' ') ||
	    line_bullet(line, NULL) > 0;
}

/* Whether a line is an item of a list below a numbered line, and of a list of its
 * own where that is a heading. */
static bool
hangs_below(const char *line)
{
	size_t blanks = strspn(line, " ");

	return blanks > 0 && blanks < 4 && is_item(line + blanks);
}

/* Whether a line stands apart from the one before it: behind a blank one, or
 * between items. */
static bool
is_apart(struct arena *arena, const struct source *source, size_t line)
{
	return line == 1 || source_is_blank(source, line - 1) ||
	    (line < source->line_count &&
		is_item(source_text(arena, source, line - 1)) &&
		is_item(source_text(arena, source, line + 1)));
}

/* Whether a numbered line is a key of the tool over a list, or such a key or in
 * capitals, what follows stands at the margin, and no line next to it has such
 * a number, as those of a list have. */
static bool
is_key(struct md_reading *reading, const struct source *source, size_t line)
{
	enum { SHORTEST = 3 };
	struct arena *arena = reading->scratch;
	const char *text = source_text(arena, source, line), *next, *words;
	const char *key;
	int kind = number_kind(text);
	size_t before = line - 1, behind = line + 1;
	bool known;

	if (kind == 0 || strlen(text) > LONGEST)
		return false;
	while (before > 0 && *source_text(arena, source, before) == ' ')
		before--; /* what hangs below an item */
	words = text + dress_number(text);
	key = md_heading_key(reading, md_text(arena, words));
	known = md_names(reading, MD_SECTION, key);
	next = find_text(arena, source, &behind);
	if (next != NULL && hangs_below(next))
		return md_names(reading, MD_LIST, key);
	if ((!known &&
		(uni_count(words, strlen(words)) < SHORTEST ||
		    !line_is_capitals(words))) ||
	    (before > 0 &&
		number_kind(source_text(arena, source, before)) == kind))
		return false;
	return next != NULL && *next != ' ' && *next != '\t' &&
	    (number_kind(next) != kind || (!known && behind > line + 1));
}

/* The number of a line that may be one of an outline: a few words with a capital
 * letter, that stand apart, over something at the margin that has no number and
 * does not go on with it; else 0. */
static size_t
outline_number(struct arena *arena, const struct source *source, size_t line)
{
	size_t length, number, behind = line + 1;
	const char *text = source_line(source, line, &length), *next, *words;

	if (length == 0 || length > LONGEST ||
	    strchr("123456789IVX", *text) == NULL)
		return 0;
	text = source_text(arena, source, line);
	number = place_number(text, &length);
	if (number_kind(text) == 0 || !is_apart(arena, source, line))
		return 0;
	words = text + dress_number(text);
	next = find_text(arena, source, &behind);
	return !(*words >= 'a' && *words <= 'z') &&
		strchr(".,;?", words[strlen(words) - 1]) == NULL &&
		next != NULL && number_kind(next) == 0 &&
		next[strspn(next, "-=")] != '\0' &&
		strchr(" \t#", *next) == NULL && !(*next >= 'a' && *next <= 'z')
	    ? number
	    : 0;
}

/* Whether a line, with a mark or without, names a list of the tool: what is
 * numbered below it are its items. */
static bool
names_list(struct md_reading *reading, const char *line)
{
	line += strspn(line, "# ");
	return md_names(reading, MD_LIST,
	    md_heading_key(reading,
		md_without_colon(reading,
		    md_plain(reading->scratch,
			md_text(reading->scratch, line)))));
}

/* The number of a line of an outline, a key among them; else 0. */
static size_t
head_number(struct md_reading *reading, const struct source *source,
    size_t line)
{
	size_t number = outline_number(reading->scratch, source, line), length;

	return number > 0 || !is_key(reading, source, line)
	    ? number
	    : place_number(source_text(reading->scratch, source, line),
		  &length);
}

/* Whether the outline goes on: the next line that may be of it has the next
 * number. */
static bool
goes_on(struct md_reading *reading, const struct source *source, size_t line,
    size_t number)
{
	size_t next = 0;

	while (next == 0 && ++line <= source->line_count)
		next = head_number(reading, source, line);
	return next == number + 1;
}

bool
md_is_numbered_head(struct md_reading *reading, const struct source *source,
    size_t line, size_t heading, size_t *last)
{
	struct arena *arena = reading->scratch;
	size_t number, above = line;

	number = head_number(reading, source, line);
	if (is_key(reading, source, line)) {
		*last = number > 0 ? number : *last;
		return true;
	}
	if (number == 0)
		return false;
	if (number != *last + 1 || number == 1) {
		while (--above > 0 && source_is_blank(source, above))
			continue;
		if (!goes_on(reading, source, line, number) ||
		    (above > 0 &&
			names_list(reading,
			    source_text(arena, source, above))) ||
		    (heading > 0 &&
			names_list(reading,
			    source_text(arena, source, heading)))) {
			*last = 0;
			return false;
		}
	}
	*last = number;
	return true;
}
