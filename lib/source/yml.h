/*
 * yml: YAML, read by libyaml's events into nodes, and written.
 *
 * Alone to include yaml.h.
 */
#pragma once

#include "source/node.h"
#include "source/source.h"

struct arena;
struct notes;

/*
 * Lists whose items are handed over one by one: each is gone after the call.
 * In the tree stands a LIST without children, whose count says how many.
 */
struct yml_stream {
	void *context;
	/* Whether the value of a key is handed over: above is the key that its
	 * map is the value of, "" at the top; key is NULL for a bare list. */
	bool (*wants)(void *context, const char *above, const char *key);
	/* A list begins; map holds what stands before it, NULL if nothing. */
	void (*begin)(void *context, struct node *map);
	void (*item)(void *context, const struct node *item);
	/* An item that is a list of count texts, without making nodes. */
	void (*texts)(void *context, struct pos pos, const char *const *texts,
	    size_t count);
};

/* Deeper than this, or aliases that stand for more than this many times the
 * input (and the least room), are faults. */
enum { YML_MAX_DEPTH = 100, YML_MAX_GROWTH = 10, YML_ROOM = 1 << 16 };

/*
 * The documents in the first length bytes of a source, as a LIST; NULL after
 * a syntax error.  Texts and keys are as typed, not in md's normal form; a
 * text's prose is the scalar with its newlines.
 */
struct node *yml_read(struct arena *arena, const struct source *source,
    size_t length, const struct yml_stream *stream, struct notes *faults);

/*
 * The same for a source of which only the first bytes, head, are read: rest
 * holds the others, which are read and forgotten.  stream may not be NULL.
 * hidden: what nobody sees in all of it, and where the first stands.
 */
struct node *yml_read_file(struct arena *arena, const struct source *source,
    const struct buf *head, FILE *rest, const struct yml_stream *stream,
    struct notes *faults, struct hidden *hidden, struct pos *hidden_pos);

/* Writes a tree as one YAML document in block style; a text that is a block stands
 * behind a bar, and a list or a map that is flow in brackets;
 * a key that is verbatim, in quotes. */
void yml_write(struct buf *out, const struct node *node);
