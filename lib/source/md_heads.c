/*
 * md_heads: lines that head a section right below a list, where Markdown takes
 * them for more of its last item: "- bread", and "Needs:" in the next line.
 */
#include <string.h>

#include "base/arena.h"
#include "source/line.h"
#include "source/md_reading.h"
#include "text/uni.h"

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

const struct source *
md_part_heads(struct md_reading *reading, const struct source *source)
{
	size_t *before = NULL, count = 0, line;
	bool items = false, fenced = false, item;
	const char *text;

	for (line = 1; line <= source->line_count; line++) {
		text = source_text(reading->scratch, source, line);
		item = !fenced && is_item(text);
		fenced = fenced != is_fence(text);
		if (items && !item && !fenced && is_head(reading, text)) {
			before = arena_grow(reading->arena, before, count,
			    sizeof(*before));
			before[count++] = line;
		}
		items = item || (items && !source_is_blank(source, line));
		arena_reset(reading->scratch);
	}
	return count > 0 ? source_parted(reading->arena, source, before, count)
			 : source;
}
