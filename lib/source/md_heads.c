/*
 * md_heads: lines right below a list that head a section, or begin something of
 * their own, where Markdown takes them for more of its last item: "- bread", and
 * "Needs:" or "12h lunch" in the next line; numbered heads; and bullets below
 * "10. bread" that are not as far in as Markdown wants, and are of it all the same.
 */
#include <string.h>

#include "base/arena.h"
#include "source/line.h"
#include "source/md_reading.h"
#include "text/uni.h"
#include "value/clock.h"

/* Whether a line begins an item of a list. */
static bool
is_item(const char *line)
{
	size_t n;

	line += strspn(line, " \t");
	n = md_marker_length(line);
	return n > 0 && line[n] == ' ';
}

static bool
is_fence(const char *line)
{
	line += strspn(line, " ");
	return strncmp(line, "```", 3) == 0 || strncmp(line, "~~~", 3) == 0;
}

/* Whether a line is a key of the tool alone, as a hand heads what follows: with
 * a colon, in strong text, or with a capital letter. */
static bool
is_head(struct md_reading *reading, const char *line)
{
	enum { LONGEST = 80 };
	struct arena *arena = reading->scratch;
	size_t n = strlen(line);

	if (n == 0 || n > LONGEST || strchr(" \t>|#<`", *line) != NULL ||
	    (*line >= 'a' && *line <= 'z' && line[n - 1] != ':'))
		return false;
	return md_names(reading, MD_SECTION,
	    md_heading_key(reading,
		md_without_colon(reading,
		    md_plain(arena, md_text(arena, line)))));
}

/* Whether a line between two items stands over the second one, as its theme: it
 * is no more of the first, which was not so long that it had to go on. */
static bool
is_theme(struct md_reading *reading, const struct source *source, size_t line)
{
	enum { LONG_LINE = 50 };
	struct arena *arena = reading->scratch;
	const char *before = source_text(arena, source, line - 1);
	size_t n = strlen(before);

	return line > 1 && !source_is_blank(source, line - 1) &&
	    is_item(source_text(arena, source, line + 1)) &&
	    (uni_count(before, n) < LONG_LINE ||
		strchr(".?!", before[n - 1]) != NULL) &&
	    line_is_theme(source_text(arena, source, line));
}

/* Whether a line begins something of its own: a time, or a key of the tool with
 * its text behind a colon. */
static bool
begins_anew(struct md_reading *reading, const char *line)
{
	const char *colon = strchr(line, ':');

	if (*line == ' ')
		return false;
	if (is_head(reading, line) || clock_leads(line))
		return true;
	return colon != NULL && colon[1] == ' ' &&
	    is_head(reading,
		arena_copy(reading->scratch, line, (size_t)(colon - line) + 1));
}

/* The level of a heading with a mark; else 0. */
static int
level_of(const char *line)
{
	size_t n = strspn(line, "#");

	return n <= MD_MAX_LEVEL && line[n] == ' ' ? (int)n : 0;
}

/* Whether a line has to stand behind a blank one. */
static bool
is_parted(struct md_reading *reading, const struct source *source, size_t line)
{
	return begins_anew(reading,
		   source_text(reading->scratch, source, line)) ||
	    is_theme(reading, source, line);
}

/* Puts a line as a heading below the one with a mark that it stands under. */
static void
put_head(struct source_edit *edit, size_t line, int level)
{
	static const char marks[] = "######";
	ARENA_SCRATCH(scratch);

	source_edit_to(edit, line);
	source_edit_put(edit, "", line);
	source_edit_line(edit,
	    arena_format(scratch, "%s %s", marks + MD_MAX_LEVEL - level,
		source_text(scratch, edit->source, line)),
	    line);
	source_edit_put(edit, "", line);
}

/* The numbered item that lines stand under. */
struct numbered {
	size_t blanks; /* before its number */
	size_t width;  /* before its text; 0: there is none */
	size_t shift;  /* what the bullets below it lack to stand in it */
};

/* How many blanks a line lacks to stand in the numbered item above it. */
static size_t
lacking(struct numbered *item, const char *line)
{
	size_t blanks = strspn(line, " ");
	size_t digits = strspn(line + blanks, "0123456789");
	const char *mark = line + blanks + digits;

	if (*mark == '\0')
		return 0;
	if (digits > 0 && blanks <= 3 && strchr(".)", *mark) != NULL &&
	    mark[1] == ' ')
		*item = (struct numbered){ blanks, blanks + digits + 2, 0 };
	else if (blanks <= item->blanks)
		item->width = item->shift = 0;
	else if (blanks < item->width && digits == 0 && is_item(mark))
		item->shift = item->width - blanks;
	return item->shift;
}

/* Puts a line so many blanks further in. */
static void
put_inside(struct source_edit *edit, size_t line, size_t blanks)
{
	ARENA_SCRATCH(scratch);

	source_edit_line(edit,
	    arena_format(scratch, "%*s%s", (int)blanks, "",
		source_text(scratch, edit->source, line)),
	    line);
}

const struct source *
md_part_heads(struct md_reading *reading, const struct source *source)
{
	struct source_edit edit = { .source = source, .arena = reading->arena };
	bool items = false, fenced = false, item;
	int above = 1, level;
	size_t heading = 0, number = 0; /* the last ones */
	struct numbered under = { .width = 0 };
	size_t blanks;
	const char *text;

	for (size_t line = 1; line <= source->line_count; line++) {
		text = source_text(reading->scratch, source, line);
		blanks = !fenced    ? lacking(&under, text)
		    : *text != '\0' ? under.shift
				    : 0;
		fenced = fenced != is_fence(text);
		item = !fenced && is_item(text);
		level = fenced ? 0 : level_of(text);
		if (level > 0) {
			above = level;
			heading = line;
			number = 0;
		}
		if (!fenced &&
		    md_is_numbered_head(reading, source, line, heading,
			&number)) {
			put_head(&edit, line,
			    above < MD_MAX_LEVEL ? above + 1 : above);
			item = false;
		} else if (items && !item && !fenced &&
		    is_parted(reading, source, line)) {
			source_edit_to(&edit, line);
			source_edit_put(&edit, "", line);
		} else if (blanks > 0) {
			put_inside(&edit, line, blanks);
		}
		items = item || (items && !source_is_blank(source, line));
		arena_reset(reading->scratch);
	}
	return source_edited(&edit);
}
