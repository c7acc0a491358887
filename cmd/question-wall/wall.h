/*
 * wall: what the files of question-wall share.
 *
 * A wall is a list of numbered questions, some under a theme, some chosen and
 * on their way from the burning question that was written to the powerful one
 * that a workshop works on.
 */
#pragma once

#include "domain/tail.h"
#include "method/method.h"
#include "text/alike.h"

enum { WALL_MAX_NUMBER = 999999999 };
enum { WALL_SIMILAR = 600 }; /* thousandths, where nobody says */

enum choice { CHOICE_UNSAID, CHOICE_NO, CHOICE_YES };

struct theme {
	struct bind_text text;
	struct bind_number count, chosen; /* of its questions */
};

struct question {
	/* as bound; printed are label, author, theme, votes and powerful */
	struct bind_text label, text, author, theme, votes, repeats, selected,
	    workshop, powerful;
	size_t document;
	const struct node *node;

	/* as resolved */
	size_t typed;  /* the number that its source shows; 0 is none */
	bool listed;   /* that number is only an ordered list's */
	size_t number; /* its own */
	size_t place;  /* its theme's among them, from 1; 0 is none */
	const struct question *duplicate; /* what it repeats */
	bool again; /* given before; this one is not kept */
	enum choice choice;
	bool chosen;
	struct bind_text burning; /* its text, or as Selected has it */
	struct bind_text heading; /* its theme, where it is printed under it */
};

/* A line of Selected. */
struct entry {
	struct bind_text number, text, burning, powerful, workshop;
	size_t document;
	const struct node *node;
};

struct wall {
	struct method *method;

	/* as bound */
	struct bind_list questions; /* struct question; then by number */
	struct bind_list selected;  /* struct entry */
	struct bind_list themes;    /* struct theme, then as they are met */
	struct bind_text similarity;

	/* as resolved */
	struct bind_list chosen; /* struct question *, in their order */
	struct dict numbers;     /* "document:number", to struct question; of
				    document 0 those that are final */
	size_t last;             /* of these the highest */
	struct dict texts;       /* folded, the same */
	struct alike *alike;     /* their texts, by their places */
	int64_t threshold;       /* in thousandths */
};

static inline struct question *
question_at(const struct wall *wall, size_t index)
{
	return (struct question *)wall->questions.at + index;
}

/*
 * mark.c: numbers as people write them before questions, and votes behind.
 */

/* "12", "n° 12", "Question 12", "12.": the number, or 0. */
size_t mark_number(const char *text);

/*
 * The number and the mark that a text starts with, "12 – ", "12. ", "N°12:",
 * and what follows.  What may be no number of a question (a year, a range)
 * is one only where it follows the number before.  False where there is none.
 */
bool mark_read(struct arena *arena, const char *text, size_t before,
    size_t *number, const char **rest);

/* The number that such a line begins with, or 0. */
size_t mark_leads(struct arena *arena, const char *line, size_t before);

/* The text without a dash or a colon in front. */
const char *mark_skip(const char *text);

/* The votes that end a text: stars, "(5 gommettes)", "+3"; behind a question
 * mark any figure; none, where the text is whole. */
struct tail mark_votes(const struct wall *wall, const char *text);

/* Whether a text says of itself that it repeats another: "idem table 1". */
bool mark_is_idem(struct arena *arena, const char *plain);

/*
 * question.c: what stands in a question's text beside it, and its printing.
 */
extern const struct bind_row question_rows[];

/* Whether an item, a row or a text is a question: it asks, or has a number. */
bool question_asks(const struct node *item);
void question_read_all(struct wall *wall);
void question_render_all(struct wall *wall, bool grouped);

/*
 * theme.c: themes, in the order of the sheet, then as they are met.
 */
extern const struct bind_row theme_rows[];

/* The keys of the tool, which are no theme's name. */
bool theme_is_key(const char *name);
void theme_read_all(struct wall *wall);
void theme_count(struct wall *wall);

/*
 * number.c: every question gets its number, and is found by it.
 */
void number_questions(struct wall *wall);

/* The question that a number or a whole text names, for a document: NULL, and
 * a fault, where none is. */
struct question *number_find(struct wall *wall, const struct bind_text *name,
    size_t document);

/* The question of a number, as a document numbers them, or 0: as they are
 * numbered at last; or NULL. */
struct question *number_get(const struct wall *wall, size_t number,
    size_t document);

/* The question of a whole text; or NULL. */
struct question *number_of_text(const struct wall *wall, const char *text);

/* Says that a name is no question, with the nearest one. */
void number_unknown(struct wall *wall, const struct bind_text *name);

/*
 * choice.c: duplicates, and which questions are chosen, for what workshop.
 */
extern const struct bind_row entry_rows[];

/* only: the numbers that the command chooses, and no others; or NULL. */
void choice_read_all(struct wall *wall, const char *only);
void choice_render_all(const struct wall *wall);

/* Whether a text names a workshop: "Atelier 1". */
bool choice_is_workshop(const struct wall *wall, const char *text);

/*
 * wording.c: what is wrong with the wording of a question.
 */
void wording_check(struct notes *findings, const char *name, const char *plain,
    struct pos pos);
