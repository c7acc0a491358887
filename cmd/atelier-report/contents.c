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
enum sort { SORT_DROPPED, SORT_KEPT, SORT_BLANK };

static enum sort
sort_of(int32_t c, enum contents rule)
{
	if (c == ' ' || (uni_is_blank(c) && rule != CONTENTS_GITLAB))
		return SORT_BLANK;
	if (uni_is_word(c) || c == '_' || c == '-' ||
	    (c == '~' && rule == CONTENTS_WIKIJS))
		return SORT_KEPT;
	return SORT_DROPPED;
}

/* The characters of an anchor, in lower case. */
static const char *
slug(struct arena *arena, enum contents rule, const char *plain)
{
	const char *lower = uni_lower(arena, plain), *at, *from;
	struct buf out = BUF_INIT;
	bool squeeze = rule != CONTENTS_GITEA;
	const char *text;
	enum sort sort;
	int32_t c;

	for (at = from = lower; (c = uni_next(&at)) != 0; from = at) {
		sort = sort_of(c, rule);
		if (sort == SORT_DROPPED)
			continue;
		if (sort == SORT_KEPT && c != '-')
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

/* The anchors of all entries: every heading before one may take its own. */
static void
find_anchors(struct proceedings *all, const char **anchors)
{
	const struct bind_list *outline = report_outline(all->method->report);
	const char *const *heading = outline->at;
	const struct entry *entry = all->entries.at;
	const char *plain, *anchor;
	struct dict taken;
	size_t next = 0, i;

	dict_init(&taken, all->arena);
	for (i = 0; i < outline->count; i++) {
		plain = md_plain(all->arena, heading[i]);
		if (all->method->anonymous)
			plain = people_text(&all->people, plain);
		anchor = anchor_of(&taken, all->contents, plain);
		if (next < all->entries.count && entry[next].start == i)
			anchors[next++] = anchor;
	}
}

/* What the contents say of an entry; anchor: NULL for no link. */
static const char *
entry_text(struct proceedings *all, const struct entry *entry,
    const char *anchor)
{
	const char *text = entry->title;

	if (all->numbered && entry->number > 0)
		text = strchr(text, ' ') + 1;
	if (anchor != NULL)
		text = arena_format(all->arena, "[%s](#%s)",
		    md_words(all->arena, md_plain(all->arena, text)), anchor);
	if (entry->number == 0)
		text = arena_format(all->arena, "**%s**",
		    anchor != NULL ? text : md_plain(all->arena, text));
	return md_text(all->arena, text);
}

void
contents_write(struct proceedings *all, struct buf *report, size_t mark)
{
	const struct entry *entry = all->entries.at;
	bool links = all->contents != CONTENTS_LIST;
	const char **anchors =
	    arena_array(all->arena, all->entries.count, sizeof(*anchors));
	struct buf list = BUF_INIT;
	size_t i;

	if (links)
		find_anchors(all, anchors);
	for (i = 0; i < all->entries.count; i++) {
		if (i == 0 || entry[i].number == 0 || entry[i - 1].number == 0)
			buf_char(&list, '\n');
		if (entry[i].number > 0)
			buf_format(&list, "%zu. ", entry[i].number);
		md_write(&list, entry_text(all, &entry[i], anchors[i]),
		    MD_BLOCK);
		buf_char(&list, '\n');
	}
	if (all->entries.count > 0)
		buf_insert(report, mark, list.at, list.length);
	buf_free(&list);
}
