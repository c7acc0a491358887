/*
 * contents: the list of chapters, once all headings are known.
 */
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "proceedings.h"
#include "source/md.h"
#include "text/uni.h"

/* A fence that opens or closes a block of code on a line, or 0. */
static char
fence_of(const char *line)
{
	size_t blanks = strspn(line, " ");

	if (blanks > 3)
		return 0;
	line += blanks;
	if (strncmp(line, "```", 3) == 0)
		return '`';
	return strncmp(line, "~~~", 3) == 0 ? '~' : 0;
}

static bool
is_heading(const char *line)
{
	size_t n = strspn(line, "#");

	return n > 0 && n <= 6 && line[n] == ' ';
}

/* The anchors of all chapters: every heading before one may take its own. */
static void
find_anchors(struct proceedings *all, const struct buf *report,
    const char **anchors)
{
	enum contents rule = all->contents;
	const struct chapter *chapter = all->chapters.at;
	const char *line, *end, *plain, *anchor;
	struct dict taken;
	char fence = 0, mark;
	size_t next = 0;

	dict_init(&taken, all->arena);
	for (line = report->at; *line != '\0'; line = end + (*end != '\0')) {
		end = line + strcspn(line, "\n");
		mark = fence_of(line);
		if (mark != 0 && (fence == 0 || fence == mark))
			fence = fence ? 0 : mark;
		if (fence != 0 || !is_heading(line))
			continue;
		plain = line + strspn(line, "# ");
		plain = arena_copy(all->arena, plain, (size_t)(end - plain));
		plain = md_plain(all->arena, md_text(all->arena, plain));
		if (all->method->anonymous)
			plain = people_text(&all->people, plain);
		anchor = anchor_of(&taken, rule, plain);
		if (next < all->chapters.count &&
		    (size_t)(line - report->at) >= chapter[next].start)
			anchors[next++] = anchor;
	}
}

void
contents_write(struct proceedings *all, struct buf *report, size_t mark)
{
	const struct chapter *chapter = all->chapters.at;
	bool links = all->contents != CONTENTS_LIST;
	const char **anchors =
	    arena_array(all->arena, all->chapters.count, sizeof(*anchors));
	struct buf list = BUF_INIT;
	const char *heading;
	size_t i;

	if (links)
		find_anchors(all, report, anchors);
	buf_string(&list, "\n");
	for (i = 0; i < all->chapters.count; i++) {
		heading = chapter[i].heading;
		if (all->numbered)
			heading = strchr(heading, ' ') + 1;
		buf_format(&list, "%zu. ", i + 1);
		if (links) {
			heading = arena_format(all->arena, "[%s](#%s)",
			    md_words(all->arena, md_plain(all->arena, heading)),
			    anchors[i]);
			heading = md_text(all->arena, heading);
		}
		md_write(&list, heading, MD_BLOCK);
		buf_char(&list, '\n');
	}
	if (all->chapters.count > 0)
		buf_insert(report, mark, list.at, list.length);
	buf_free(&list);
}
