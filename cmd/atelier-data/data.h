/*
 * data: what the files of atelier-data share.
 */
#ifndef DATA_H
#define DATA_H

#include "base/dict.h"
#include "sheet/doc.h"

struct options {
	const char *to, *path, *keys;
	bool yaml, given, all;
};

/* What the conversion of a document needs. */
struct view {
	const struct options *options;
	struct arena *arena;
	size_t votes[3]; /* keys met, by language */
	enum lang first_vote;
	bool markdown;     /* what is converted is */
	bool foreign;      /* it stands in a section that no tool knows */
	bool row;          /* it is a cell of a table */
	struct dict near;  /* keys that are nobody's: near to some that is */
	size_t depth;      /* of the node that is converted; 1: at the top */
	enum term subject; /* that what is converted stands in, or T_NONE */
	enum term home;    /* the tool whose document is converted, or T_NONE */
};

/* A term as a program would name it: in English, "to_check". */
const char *data_name(struct arena *arena, enum term term);

/* Whether a node is a section: below a heading, or what YAML has in its place. */
bool data_is_section(const struct view *view, const struct node *node);

/* What a key names, in the document at hand, or T_NONE; and its name there, which
 * is counted for the language. */
enum term data_term(const struct view *view, const struct node *node);
const char *data_key(struct view *view, const struct node *node);

/* The tool that a document, or a section in it, is of: by its keys, or where these
 * are nobody's by the columns of its lists. */
enum term data_home(struct view *view, const struct node *node);

/* A node as data: its text, where it has children too, is their "text"; subject:
 * the one that it is, or T_NONE. */
struct node *data_of(struct view *view, const struct node *node,
    enum term subject);

/* The pair of a map that has a key, or NULL. */
struct node *data_find(struct node *map, const char *key);

/* Writes the data, or the value that a path names; the status. */
int data_write(const struct view *view, const struct node *data);

#endif
