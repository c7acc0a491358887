/*
 * wall: what the files of question-wall share.
 *
 * A wall is a list of numbered questions, some under a theme, some chosen and
 * on their way from the burning question that was written to the powerful one
 * that a workshop works on.
 */
#ifndef WALL_H
#define WALL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/dict.h"
#include "report/report.h"
#include "sheet/bind.h"
#include "similar.h"
#include "text/note.h"

enum { WALL_MAX_NUMBER = 999999999 };
enum { WALL_SIMILAR = 600 }; /* thousandths, where nobody says */

enum choice { CHOICE_UNSAID, CHOICE_NO, CHOICE_YES };

struct theme {
	const char *text;
	struct pos pos;
	size_t index;  /* among the themes */
	size_t count;  /* of its questions */
	size_t chosen; /* of them */
};

struct question {
	/* as bound */
	struct bind_text label;
	struct bind_text text;
	struct bind_text author;
	struct bind_text theme_text;
	struct bind_text duplicate_text;
	struct bind_text selected;
	struct bind_text workshop;
	struct bind_text powerful;

	size_t part;  /* the document it stands in */
	size_t typed; /* the number that its source shows; 0 is none */
	bool listed;  /* that number is only an ordered list's */

	size_t number;
	struct theme *theme; /* NULL: none */
	struct question *duplicate;
	struct question *same; /* given before; this one is not kept */
	enum choice choice;
	bool chosen;
	const char *wording; /* as Selected has it, where it differs; or NULL */
	size_t index;        /* among the questions, once they are in order */
};

struct wall {
	/* as bound */
	struct bind_list question_nodes; /* struct node * */
	struct bind_list selected_nodes;
	struct bind_list theme_nodes;
	struct bind_text similar_text;

	struct bind *bind;
	struct bind_list questions; /* struct question *, by number */
	struct bind_list chosen;    /* struct question *, in their order */
	struct bind_list themes;    /* struct theme *, in their order */
	struct bind_list remarks;   /* const char *: said beside questions */
	struct dict theme_names;    /* folded, to struct theme */
	struct dict typed;          /* "part:number", to struct question */
	struct dict numbers;        /* final ones, to struct question */
	struct dict texts;          /* folded, to struct question */
	struct similar *similar;
	int64_t threshold; /* in thousandths */
	bool threshold_given;
};

/* The options of the command. */
struct options {
	const char *select, *similar;
	bool group, anonymous;
};

static inline struct question *
question_at(const struct wall *wall, size_t index)
{
	return ((struct question *const *)wall->questions.at)[index];
}

static inline struct question *
chosen_at(const struct wall *wall, size_t index)
{
	return ((struct question *const *)wall->chosen.at)[index];
}

static inline struct theme *
theme_at(const struct wall *wall, size_t index)
{
	return ((struct theme *const *)wall->themes.at)[index];
}

/* mark.c: numbers as people write them before questions. */

/* "12", "n° 12", "Question 12", "12.": the number, or 0. */
size_t mark_number(const char *text);

/*
 * The number and the mark that a text starts with, "12 – ", "12. ", "N°12:",
 * and what follows.  What may be no number of a question (a year, a range)
 * is one only where it follows the number before.  False where there is none.
 */
bool mark_read(struct arena *arena, const char *text, size_t before,
    size_t *number, const char **rest);

/* The text without a dash or a colon in front. */
const char *mark_skip(const char *text);

/* lines.c: questions typed as lines of text, not as items. */

/* The items, TEXTs in a LIST, that the paragraphs of a section, or of a theme,
 * are. */
struct node *lines_read(struct wall *wall, const struct node *section,
    bool themed);

/* claim.c: which sections without their key are a wall of questions. */
bool claim_section(const struct node *section);

/* Whether an item is a list that one typed within it, "- 12. Comment ... ?". */
bool claim_is_nested(const struct node *item);

/* read.c: the questions of every form. */

void read_themes(struct wall *wall);
void read_questions(struct wall *wall);

/* The keys of a question. */
extern const struct bind_row question_rows[];

/* The document, counted from *from on, that a node stands in. */
size_t read_part(const struct wall *wall, const struct node *node, size_t from);

/* The theme of a name; made, at its place, where it is met first. */
struct theme *read_theme(struct wall *wall, const char *name, struct pos pos);

/* number.c: every question gets its number, and is found by it. */
void number_questions(struct wall *wall);

/*
 * The question that a number or a whole text names, for a document: NULL, and
 * a fault, where none is.
 */
struct question *number_find(struct wall *wall, const char *name, size_t part,
    struct pos pos);

/* The question of a number, as a document numbers them; or NULL. */
struct question *number_get(const struct wall *wall, size_t number,
    size_t part);

/* The question of a whole text; or NULL. */
struct question *number_of_text(const struct wall *wall, const char *text);

/* Says that a name is no question, with the nearest one. */
void number_unknown(struct wall *wall, const char *name, struct pos pos);

/* select.c: duplicates, choices, workshops and powerful questions. */
extern const struct bind_row selected_rows[];
void select_questions(struct wall *wall, const struct options *options);

/* compute.c */
struct result {
	size_t without_theme, chosen_without_theme;
	struct notes findings;
};

struct result compute(const struct wall *wall, enum lang lang);

/* check.c: what is wrong with the wording of a question. */
void check_wording(struct notes *findings, const char *name, const char *plain,
    struct pos pos);

/* render.c */
void render(struct report *report, const struct wall *wall,
    const struct result *result, const struct options *options);

#endif
