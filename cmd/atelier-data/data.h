/*
 * data: what the files of atelier-data share.
 */
#ifndef DATA_H
#define DATA_H

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
	size_t depth;      /* of the node that is converted; 1: at the top */
	enum term subject; /* that what is converted stands in, or T_NONE */
	enum term home;    /* the tool whose document is converted, or T_NONE */
};

/* Writes the data, or the value that a path names; the status. */
int data_write(const struct view *view, const struct node *data);

#endif
