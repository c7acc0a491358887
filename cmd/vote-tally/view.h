/*
 * view: what the files that render a vote share.
 */
#ifndef VIEW_H
#define VIEW_H

#include "vote.h"

/* A report in the making. */
struct view {
	struct report *report;
	const struct vote *vote;
	const struct result *result;
	struct arena *arena;
	enum lang lang;
	bool labelled; /* some option has a label */
	bool numbered; /* some has none: the order given is shown */
	uint64_t dot;  /* how many votes a dot stands for */
	struct names *names;
};

/* A word of the report's language. */
const char *view_word(const struct view *view, enum term term);

const char *view_number(const struct view *view, uint64_t value);

/* Tenths of a per cent. */
const char *view_percent(const struct view *view, uint64_t tenths);

/* The section of the rules: what was given, and what was not. */
void view_rules(const struct view *view);

#endif
