/*
 * contents: the list of chapters, once all headings are known, and where a
 * wiki puts each.
 *
 * GitLab: Gitlab::Utils::Markdown.string_to_anchor.  Gitea: CleanValue of its
 * modules/markup/common and the numbers of prefixedIDs.  Wiki.js 2: uslug and
 * the rules of its html-core renderer.
 */
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "proceedings.h"
#include "source/md.h"
#include "text/uni.h"

/* How a character counts. */
enum part { PART_DROPPED, PART_KEPT, PART_BLANK };

static enum part
part_of(int32_t c, enum contents rule)
{
	if (c == ' ' || (uni_is_blank(c) && rule != CONTENTS_GITLAB))
		return PART_BLANK;
	if (uni_is_word(c) || c == '_' || c == '-' ||
	    (c == '~' && rule == CONTENTS_WIKIJS))
		return PART_KEPT;
	return PART_DROPPED;
}

/* The characters of an anchor, in lower case. */
static const char *
slug(struct arena *arena, enum contents rule, const char *plain)
{
	const char *lower = uni_lower(arena, plain), *at, *from;
	struct buf out = BUF_INIT;
	bool squeeze = rule != CONTENTS_GITEA;
	const char *text;
	enum part part;
	int32_t c;

	for (at = from = lower; (c = uni_next(&at)) != 0; from = at) {
		part = part_of(c, rule);
		if (part == PART_DROPPED)
			continue;
		if (part == PART_KEPT && c != '-')
			buf_add(&out, from, (size_t)(at - from));
		else if (!squeeze || out.length == 0 ||
		    out.at[out.length - 1] != '-')
			buf_char(&out, '-');
	}
	text = arena_copy(arena, out.at, out.length);
	buf_free(&out);
	return text;
}

/* Where a wiki puts the heading; headings must come in order. */
static const char *
anchor_of(struct dict *anchors, enum contents rule, const char *plain)
{
	struct arena *arena = anchors->arena;
	const char *base = slug(arena, rule, uni_line(arena, plain));
	const char *anchor;
	struct dict_entry *entry;
	size_t *count;

	if (rule == CONTENTS_GITLAB && *base != '\0' &&
	    base[strspn(base, "0123456789")] == '\0')
		base = arena_format(arena, "anchor-%s", base);
	if (rule == CONTENTS_WIKIJS && *base >= '0' && *base <= '9')
		base = arena_format(arena, "h-%s", base);
	if (rule == CONTENTS_GITEA && *base == '\0')
		base = "heading";
	anchor = base;
	entry = dict_enter(anchors, base);
	while (entry->value != NULL) {
		count = dict_find(anchors, base)->value;
		anchor = arena_format(arena, "%s-%zu", base, ++*count);
		entry = dict_enter(anchors, anchor);
	}
	entry->value = arena_alloc(arena, sizeof(*count));
	return anchor;
}

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
