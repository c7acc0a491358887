/*
 * motion: a vote for or against, as a line of minutes tells it.
 */
#pragma once

#include "vote.h"

enum side { FOR, AGAINST, ABSTAINED, SIDES };

/* One motion, and the section that tells of it. */
struct motion {
	struct node *section;
	struct node *options; /* a LIST: "Pour : 12" each, and other figures */
	struct node *people;  /* a LIST of pairs */
	struct node *sum;     /* of the votes, or NULL */
	bool known[SIDES];
	bool sure; /* it counts votes by name */
	enum lang lang;
};

/* What a line says of a motion, "12 voix pour, 3 contre", "For: 12", "adopté par 12
 * voix contre 3". */
struct motion_line {
	struct motion said;
	bool whole; /* it says nothing but the vote */
};

/* Reads plain words; NULL where they say nothing of one, or one side twice: they
 * are of two. */
struct motion_line *motion_read(struct arena *arena, const char *text,
    struct pos pos);

/* All that is said in a section, line by line: its items, pairs and paragraphs. */
struct node *motion_lines(struct arena *arena, const struct node *section);

/* Whether a text is the name of a side, and nothing else. */
bool motion_is_side(struct arena *arena, const char *plain);
