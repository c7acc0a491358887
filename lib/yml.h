/*
 * yml: YAML, read by libyaml's events into nodes, and written.
 *
 * Alone to include yaml.h.
 */
#ifndef YML_H
#define YML_H

#include <stddef.h>

#include "buf.h"
#include "node.h"
#include "source.h"

struct arena;
struct notes;

/* Deeper than this, or aliases that stand for more than this many times the
 * input (and the least room), are faults. */
enum { YML_MAX_DEPTH = 100, YML_MAX_GROWTH = 10, YML_ROOM = 1 << 16 };

/*
 * The documents in the first length bytes of a source, as a LIST; NULL after
 * a syntax error.  Texts and keys are as typed, not in md's normal form; a
 * text's prose is the scalar with its newlines.
 */
struct node *yml_read(struct arena *arena, const struct source *source,
    size_t length, struct notes *faults);

/* Writes a tree as one YAML document in block style. */
void yml_write(struct buf *out, const struct node *node);

#endif
