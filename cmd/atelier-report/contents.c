/*
 * contents: the list of chapters, once all headings are known, and where a
 * wiki puts each.
 *
 * GitLab: Gitlab::Utils::Markdown.string_to_anchor.  Gitea: CleanValue of its
 * modules/markup/common and the numbers of prefixedIDs.  Wiki.js 2: uslug and
 * the rules of its html-core renderer.
 */
#include <string.h>

#include "proceedings.h"
#include "text/uni.h"

static bool
is_kept(int32_t c, enum contents rule)
{
	return uni_is_word(c) || c == '_' ||
	    (c == '~' && rule == CONTENTS_WIKIJS);
}

static bool
is_dash(int32_t c, enum contents rule)
{
	return c == '-' || c == ' ' ||
	    (uni_is_blank(c) && rule != CONTENTS_GITLAB);
}

/* The characters of an anchor, in lower case. */
static const char *
slug(struct arena *arena, enum contents rule, const char *plain)
{
	const char *at = uni_lower(arena, plain), *next = at;
	struct buf out = BUF_INIT;
	int32_t c;

	for (; (c = uni_next(&next)) != 0; at = next)
		if (is_kept(c, rule))
			buf_add(&out, at, (size_t)(next - at));
		else if (is_dash(c, rule) &&
		    (rule == CONTENTS_GITEA || out.length == 0 ||
			out.at[out.length - 1] != '-'))
			buf_char(&out, '-');
	return buf_take(&out, arena);
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
find_anchors(struct proceedings *all)
{
	const struct bind_list *outline = report_outline(all->report);
	struct entry *entry = all->entries.at;
	const char *plain, *anchor;
	struct dict taken;
	size_t place = 0;

	dict_init(&taken, all->arena);
	BIND_EACH(const char *const, heading, outline) {
		plain = md_plain(all->arena, *heading);
		if (all->method->anonymous)
			plain = people_text(&all->people, plain);
		anchor = anchor_of(&taken, all->contents, plain);
		if (entry != bind_end(&all->entries, sizeof(*entry)) &&
		    entry->start == place++)
			(entry++)->anchor = anchor;
	}
}

/* What the contents say of an entry. */
static const char *
entry_text(struct proceedings *all, const struct entry *entry)
{
	const char *text = entry->title;

	if (all->numbered && entry->number > 0)
		text = strchr(text, ' ') + 1;
	if (entry->anchor != NULL)
		text = arena_format(all->arena, "[%s](#%s)",
		    md_words(all->arena, md_plain(all->arena, text)),
		    entry->anchor);
	if (entry->number == 0)
		text = arena_format(all->arena, "**%s**",
		    entry->anchor != NULL ? text : md_plain(all->arena, text));
	return md_text(all->arena, text);
}

void
contents_write(struct proceedings *all, struct buf *report, size_t mark)
{
	struct buf list = BUF_INIT;
	bool chapter = false;

	if (all->contents != CONTENTS_LIST)
		find_anchors(all);
	BIND_EACH(const struct entry, entry, &all->entries) {
		if (!chapter || entry->number == 0)
			buf_char(&list, '\n');
		chapter = entry->number > 0;
		if (chapter)
			buf_format(&list, "%zu. ", entry->number);
		md_write(&list, entry_text(all, entry), MD_BLOCK);
		buf_char(&list, '\n');
	}
	buf_insert(report, mark, list.at, list.length);
	buf_free(&list);
}
