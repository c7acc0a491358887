/*
 * anchor: where a wiki puts a heading.
 *
 * GitLab: Gitlab::Utils::Markdown.string_to_anchor.  Gitea: CleanValue of its
 * modules/markup/common and the numbers of prefixedIDs.  Wiki.js 2: uslug and
 * the rules of its html-core renderer.
 */
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "proceedings.h"
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

const char *
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
