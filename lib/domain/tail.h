/*
 * tail: the figure that ends a text, as people type votes and strengths behind
 * what they are of.
 */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "text/term.h"

struct arena;

/*
 * Its shape.  The first three can be nothing else; the last three may be a part
 * of the text as well, so that these are two readings, which only what stands
 * beside the text can settle.
 */
enum tail_shape {
	TAIL_NONE,
	TAIL_NUMBER, /* behind a colon: "Halle : 12" */
	TAIL_MARKS,  /* drawn: "Halle ●●●", "Halle: |||" */
	TAIL_UNIT,   /* with what it counts: "Halle (12 voix)", "Halle xxx" */
	TAIL_OPEN, /* "Halle (12)", "Halle – 12", "Halle +3", "Halle 3/5", "Halle 12 👍" */
	TAIL_BARE, /* "Halle 12", "Halle III" */
};

struct tail {
	enum tail_shape shape;
	uint64_t count;
	uint64_t whole;    /* 5 of "3/5"; else 0 */
	const char *text;  /* what stands before it, in md's normal form */
	const char *typed; /* the tail as it was typed */
	const char *who; /* who or which share is in brackets behind; or NULL */
	bool about;      /* no tail: a count that is not to the last one */
};

/* The tail of a text in md's normal form; words: the language that says whether
 * a comma parts thousands.  Where there is none the text is whole. */
struct tail tail_cut(struct arena *arena, enum lang words, const char *text);

/* What is drawn at the end of a text; any figure before it, "Halle 2 👍", is of
 * the text. */
struct tail tail_cut_drawn(struct arena *arena, const char *text);

/* A plain value as marks or as a whole number. */
enum tail_shape tail_value(const char *plain, enum lang words, uint64_t *count);
