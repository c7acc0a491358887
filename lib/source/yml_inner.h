/*
 * yml_inner: what the files of yml share with each other and nobody else.
 */
#pragma once

#include <yaml.h>

#include "base/dict.h"
#include "source/yml.h"
#include "text/term.h"

/* A large input, block by block, checked on its way to libyaml.  As in source,
 * line ends that only some readers see become blanks, and what nobody sees is
 * shown; what is no UTF-8, a NUL and other controls end the input with a fault. */
struct yml_feed {
	const struct buf *head; /* what was read before */
	size_t given;           /* bytes of it that are gone */
	FILE *rest;
	char kept[4]; /* a character that a block cut in two */
	size_t kept_length;
	enum term fault; /* T_NONE: none yet */
	struct pos pos;  /* of the fault; before, of the next byte's line */
	const char *why;
	struct hidden hidden;
	struct pos hidden_pos; /* of the first */
};

struct yml_reading {
	struct arena *arena; /* of nodes: kept, or scratch for one item */
	struct arena *kept;
	const struct source *source;
	struct notes *faults;
	yaml_parser_t parser;
	struct dict anchors; /* of the document being read, to struct anchor */
	size_t limit;        /* of the weight that aliases may bring */
	size_t aliased;
	bool broken; /* a fault after which nothing can be read */
	bool hashes; /* some text may be cut off by a # */

	const struct yml_stream *stream; /* NULL: none */
	struct arena *scratch;
	const char *above; /* the key of the map that is read, "" at the top */
	struct yml_feed *feed; /* NULL: all is in the source */
};

/* yml.c */

struct pos yml_pos_of(const struct yml_reading *reading, yaml_mark_t mark);

/* The next event; false at a fault after which nothing can be read. */
bool yml_next(struct yml_reading *reading, yaml_event_t *event);
void yml_break_off(struct yml_reading *reading, struct pos pos,
    enum term message);

struct node *yml_read_node(struct yml_reading *reading,
    const yaml_event_t *event, size_t depth);

/* An item of a list: one that is one pair is that pair, and what leads a text is
 * read as it is in Markdown. */
struct node *yml_read_list_item(struct yml_reading *reading,
    const yaml_event_t *event, size_t depth);

/* The items of a list, from an event on; deletes it. */
void yml_read_items(struct yml_reading *reading, struct node *list,
    yaml_event_t *event, size_t depth);

/* yml_fault.c */

/* Says what libyaml found, in words that a clerk can act on. */
void yml_fault_syntax(struct yml_reading *reading);

/* yml_scalar.c */

bool yml_has_control(const char *text, size_t length);
void yml_check_tag(struct yml_reading *reading, const yaml_char_t *tag,
    yaml_mark_t mark);

/*
 * " #word" behind a text is a comment to YAML, and was most likely not one to
 * who typed it; a comment's # is followed by a blank.
 */
void yml_check_hash(struct yml_reading *reading, yaml_mark_t end);

struct node *yml_read_scalar(struct yml_reading *reading,
    const yaml_event_t *event);

/* yml_anchor.c */

void yml_enter_anchor(struct yml_reading *reading, const yaml_char_t *name,
    struct node *node);

/* "&x text" is an anchor to YAML: one that nothing names was meant as text. */
void yml_check_anchors(struct yml_reading *reading);

struct node *yml_read_alias(struct yml_reading *reading,
    const yaml_event_t *event, size_t depth);

/* yml_stream.c */

bool yml_is_anchored(const yaml_event_t *start);

/* Hands over the items, or pairs, of what starts, one by one. */
struct node *yml_stream_items(struct yml_reading *reading,
    const yaml_event_t *start, struct node *map, size_t depth);

/* yml_feed.c */

void yml_feed_open(struct yml_feed *feed, const char *name,
    const struct buf *head, FILE *rest);

/*
 * Fills bytes, size of them at most and at least 32; returns how many, 0 at
 * the end.  At a fault it gives what libyaml refuses.
 */
size_t yml_feed(struct yml_feed *feed, char *bytes, size_t size);
