/*
 * md_run: inlines laid out as bytes, each marked as live or as text.
 */
#pragma once

#include "source/md_inner.h"

/* LINKED is text in a link, BROKEN text that is escaped in any case. */
enum md_mark { LIVE = 'l', TEXT = 't', CODE = 'c', LINKED = 'k', BROKEN = 'b' };

struct md_run {
	struct arena *arena;
	struct buf bytes;
	struct buf marks; /* an enum md_mark for each byte */
	bool marked;      /* not all of it is text */
	bool linked;      /* inside a link */
	bool passing;     /* safe images become links */
};

/* An empty one, whose texts go to an arena. */
#define MD_RUN_INIT(arena_)                                                    \
	{                                                                      \
		.arena = (arena_), .bytes = BUF_INIT, .marks = BUF_INIT        \
	}

void md_put(struct md_run *run, const char *bytes, size_t length,
    enum md_mark mark);
void md_put_string(struct md_run *run, const char *string, enum md_mark mark);

/* The bytes of another run, with their marks. */
void md_put_marked(struct md_run *run, const struct md_run *from, size_t start,
    size_t end);

void md_put_inlines(struct md_run *run, cmark_node *first);
void md_run_free(struct md_run *run);

/* md_escape.c */

bool md_is_punctuation(char c);
bool md_is_alphanumeric(char c);

/*
 * A bare address with something in it that must be escaped would be linked
 * with the backslash in it: it is made an autolink, or no link at all.
 */
void md_link_bare_urls(struct md_run *run);

/* The run as Markdown; all: every mark of text is escaped, come what may. */
const char *md_escape(const struct md_run *run, bool all);
