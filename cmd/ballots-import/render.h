/*
 * render: what both forms of the document share.
 */
#ifndef RENDER_H
#define RENDER_H

#include "base/buf.h"
#include "import.h"

/* What a reader of the document must know, at most. */
enum { REMARKS = 4 };

struct view {
	struct import *import;
	struct arena *arena;
	enum lang lang;
	struct buf out;
	const char **labels; /* of the options */
};

const char *render_word(const struct view *view, enum term term);

/* The document's title, in md's normal form. */
const char *render_title(const struct view *view);

/* The dots of a voter, where the export tells; "" where it does not. */
const char *render_dots(const struct view *view);

/* A remark, from 0; "" where there is none of that number. */
const char *render_remark(const struct view *view, size_t number);

/* A vote as a cell or a count says it; "" for none. */
const char *render_vote_text(const struct view *view, struct arena *arena,
    const struct value *value);

/* A voter as the document names them; "" where it does not. */
const char *render_voter_text(const struct view *view, struct arena *arena,
    const struct ballot *ballot);

/* yaml.c */
void render_yaml(struct view *view);

#endif
