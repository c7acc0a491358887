/*
 * node: the tree that YAML and Markdown are two spellings of (atelier(5)).
 *
 * A LIST holds items, a MAP holds pairs.  A list of one-pair maps and a map
 * are the same thing, so both are written here as children that have a key;
 * a LIST may mix them with items that have none.  Nodes and their strings
 * live in the document's arena.
 */
#pragma once

#include <stdbool.h>

#include "base/err.h"

struct arena;
struct buf;
struct md_block;

enum node_kind { NODE_TEXT, NODE_LIST, NODE_MAP };
enum node_box { BOX_NONE, BOX_OPEN, BOX_DONE };

struct node {
	enum node_kind kind;
	enum node_box box; /* what stood before an item: [ ] or [x] */
	bool taken;        /* a tool took it: it does not pass through */
	bool bars;         /* a table's row that bars, drawn as marks, may have
			       broken into cells */
	bool block;        /* a YAML scalar behind | or > */
	bool flow;         /* a YAML list or map in brackets */
	bool verbatim;     /* its key in YAML is in quotes: it is what it is */
	bool paired;       /* handed over alone, from a map and no list */
	bool inner;        /* bound: it stands in the tool's subject */
	const char *key;   /* as typed; "" for an item */
	const char *text;  /* inline Markdown on one line; of a LIST or a MAP,
			       the text that stands before its children */
	const char *whole; /* a Markdown item whose key is its strong start:
			       all of it as one text; else "" */
	const char *prose; /* a YAML scalar or a table's cell as typed */
	struct pos key_pos;
	struct pos pos;
	struct node *first, *last, *next;
	size_t count;  /* of its children, or of those handed over
			       one by one (yml_stream) and gone */
	size_t weight; /* bytes and nodes it stands for, bounded */
	size_t height; /* levels of nodes below it */
	size_t number; /* the number its source shows; 0 is none */
	size_t table;  /* a table's row: which table, from 1; else 0 */
	size_t part;   /* bound: the document it stands in, from 1 */
	int level;     /* a Markdown section: of its heading; else 0 */
	bool line;     /* the heading is a line of text */
	struct md_block *blocks; /* a Markdown section: its own blocks */
	struct md_block *last_block;
};

/* Walks what is in a node: NODE_EACH(const struct node, child, list). */
#define NODE_EACH(type, child, node)                                           \
	for (type *child = (node)->first; child != NULL; child = child->next)

struct node *node_new(struct arena *arena, enum node_kind kind, struct pos pos);

/* A TEXT; it keeps the string. */
struct node *node_text(struct arena *arena, const char *text, struct pos pos);

/* Puts a child last in a LIST or a MAP. */
void node_append(struct node *parent, struct node *child);

/* A text goes on with that of a next line: all of it gathers in a buffer, empty
 * at first, which at its end becomes the text of the node, if there is any. */
void node_go_on(const struct node *node, const struct node *next,
    struct buf *text);
void node_end(struct node *node, struct arena *arena, struct buf *text);

/* Takes the first child out of a node; NULL where there is none. */
struct node *node_take(struct node *node);

/* A node as it was, whose children are to be put elsewhere, or back: it then has
 * none. */
struct node node_emptied(struct node *node);

/* The child at a place, from 0; NULL where there are not so many. */
const struct node *node_child(const struct node *parent, size_t place);

/* The same node again, to stand elsewhere; it shares the children. */
struct node *node_again(struct arena *arena, const struct node *node);

/* All that an item says on its line, a key that is its strong start with it. */
const char *node_line(const struct node *item);

/* An item again as a text that is all of its line. */
struct node *node_unkeyed(struct arena *arena, const struct node *item);

/* The same without its name, and with those of its children that are kept. */
struct node *node_part(struct arena *arena, const struct node *node,
    bool (*keep)(const struct node *child));

/* The same with copies of all that is below it; it shares the strings. */
struct node *node_clone(struct arena *arena, const struct node *node);

/* Whether lists may stand in it: a section, or what stands under no heading. */
bool node_is_part(const struct node *node);

/* Whether there is nothing in it: no text, and no child that has any. */
bool node_is_empty(const struct node *node);

/* Whether every child has a key, and no two the same. */
bool node_is_map(const struct node *node);
