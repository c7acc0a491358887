/*
 * walk: through a chapter that passes, for its registers and findings.
 */
#ifndef WALK_H
#define WALK_H

#include "proceedings.h"

struct walk {
	struct proceedings *all;
	size_t chapter; /* its number */
	enum term subject;
	bool questions; /* within the questions of a wall */
};

/* entry.c: what a section gives to the registers. */

void add_decided(struct walk *walk, const char *text, const char *by,
    const char *review, struct pos pos);
void add_action(struct walk *walk, struct action action);

/* A text behind its label, where it has one. */
const char *labelled(const struct proceedings *all, const char *label,
    const char *text);
void add_point(struct walk *walk, const char *text);

/* A question; number: "" where it has none. */
void add_asked(struct walk *walk, const char *text, const char *number,
    bool wall, bool selected, struct pos pos);

void gather_decisions(struct walk *walk, const struct node *section);
void gather_actions(struct walk *walk, const struct node *section);
void gather_points(struct walk *walk, const struct node *section);
void gather_questions(struct walk *walk, const struct node *section);

/* What was chosen: by a vote, or of a wall the questions. */
void gather_selected(struct walk *walk, const struct node *section);

/* Questions that are pairs of a section, or all that stands in it. */
void gather_asked(struct walk *walk, const struct node *section);

/* The first paragraph of a section, or "". */
const char *first_paragraph(struct proceedings *all,
    const struct node *section);

/* look.c: what a chapter lacks, and whom it names. */

/* Whether nothing stands in a chapter but its title and some pairs. */
bool is_empty(const struct chapter *chapter);

/* Finds what is still to be written among blocks, items and cells. */
void find_placeholders(struct walk *walk, const struct node *node,
    const struct md_block *block, const char *heading);

/* The same for a section, and whether anything stands in it at all. */
void check_section(struct walk *walk, const struct node *section);

/* The names that pairs, columns and lists of people hold. */
void gather_people(struct walk *walk, const struct node *node);

#endif
