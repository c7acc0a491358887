/*
 * contents: the list of chapters, once all headings are known.
 */
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "proceedings.h"
#include "source/md.h"
#include "text/uni.h"

/* The anchors of all chapters: every heading before one may take its own. */
static void
find_anchors(struct proceedings *all, const char **anchors)
{
	const struct bind_list *outline = report_outline(all->method->report);
	const char *const *heading = outline->at;
	const struct chapter *chapter = all->chapters.at;
	const char *plain, *anchor;
	struct dict taken;
	size_t next = 0, i;

	dict_init(&taken, all->arena);
	for (i = 0; i < outline->count; i++) {
		plain = md_plain(all->arena, heading[i]);
		if (all->method->anonymous)
			plain = people_text(&all->people, plain);
		anchor = anchor_of(&taken, all->contents, plain);
		if (next < all->chapters.count && chapter[next].start == i)
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
		find_anchors(all, anchors);
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
