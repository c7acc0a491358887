/*
 * proceedings: chapters, each of them a workshop's sheet or a document of
 * anybody's, which passes; and what registers hold of all of them.
 */
#pragma once

#include "workshop.h"

/* A question, or a reference to one by its number. */
struct asked {
	const char *text;   /* plain */
	const char *number; /* on a wall; "" elsewhere */
	const char *alone;  /* the heading under which nothing else stands */
	size_t chapter;
	bool wall; /* stands on a wall of questions, which others take from */
	bool selected;
	bool taken_up; /* a workshop or somebody's text asks it */
	struct pos pos;
	struct asked *next; /* the same wording in another chapter */
};

struct chapter {
	const char *title; /* in normal form */
	struct pos pos;
	size_t number; /* the one it was read with, or 0 */
	const struct node
	    *root; /* its sections, and the pairs under its title */
	const struct node *front;      /* YAML in front of it, or NULL */
	const struct md_block *blocks; /* its own, under the title */
	bool passes;          /* else it is a sheet, which is written anew */
	struct method method; /* of a copy that is bound as a sheet */
	struct sheet *sheet;
	struct bind_list
	    points;  /* struct decision: what proceedings found in it,
				    where it does not tell any more */
	size_t part; /* that it is in, from 1; 0: in none */
};

/* Chapters that belong together. */
struct part {
	const char *title; /* in normal form */
	struct pos pos;
	const struct md_block *blocks; /* its own, in front of its chapters */
};

/* A part, or a chapter, in the contents. */
struct entry {
	size_t number;       /* of the chapter; 0 for a part */
	size_t start;        /* the headings that are written before it */
	const char *heading; /* as it came out */
	const char *title;   /* as the contents have it: below its part, it
				needs no name of it */
	const char *anchor;  /* where a wiki puts it; NULL for no link */
};

struct proceedings {
	struct method *method; /* of the whole, without documents */
	enum contents {
		CONTENTS_LIST,
		CONTENTS_NONE,
		CONTENTS_GITLAB,
		CONTENTS_GITEA,
		CONTENTS_WIKIJS
	} contents;
	enum place { PLACE_LAST, PLACE_NONE, PLACE_FIRST } place;
	enum findings { FINDINGS_HERE, FINDINGS_END, FINDINGS_NONE } findings;
	bool numbered, listed;

	struct bind *bind;
	struct arena *arena;
	struct report *report;
	enum lang lang;
	enum lang spoken; /* by proceedings that are read again */
	const char *title;
	const struct node *front;  /* YAML in front of it, or NULL */
	struct bind_list pairs;    /* struct bind_pair, under the title */
	struct bind_list head;     /* struct md_block *: first of each */
	struct bind_list chapters; /* struct chapter */
	struct bind_list parts;    /* struct part */
	size_t part;               /* that has begun, from 1 */
	struct bind_list entries;  /* struct entry, in order */

	struct bind_list decisions, points; /* struct decision */
	struct bind_list actions;           /* struct action, once followed */
	struct bind_list follow;            /* struct followed * */
	struct dict followed;               /* the same, by their words */
	struct bind_list questions;         /* struct asked */
	struct bind_list references;        /* struct asked */
	bool kept;                          /* some points stand nowhere else */
	bool dated;
	struct date first, last; /* days of chapters, where they are dated */
	struct people people;
};

/* Through a chapter, for its registers and findings. */
struct walk {
	struct proceedings *all;
	struct chapter *chapter;
	size_t number;
	enum term subject;
	bool questions; /* within the questions of a wall */
	bool taken;     /* within what a tool took, and finds gaps in */
	bool again;     /* only for gaps */
};

/*
 * document.c: what a document is to proceedings.
 */

/* The next section from a child on, or NULL; and all those of a node. */
struct node *document_section(struct node *child);
#define EACH_SECTION(section, node)                                            \
	(section) = document_section((node)->first);                           \
	(section) != NULL;                                                     \
	(section) = document_section((section)->next)

/* The title of a document, or NULL. */
const struct node *document_title(const struct node *root);

/* Enters what passes of a document, or of a section, in the account. */
void document_account(struct account *account, const struct node *root);

/* Whether a key is one that any document may have under its title. */
bool document_is_front(const char *key);

/* Whether some section of it is a chapter. */
bool document_is_proceedings(struct arena *arena, const struct node *root);

/* Whether it has a section, at any depth, for the subject of another tool; or
 * is all that, by its title, and by something that the tool computed. */
bool document_has_subjects(const struct node *root);

/* Whether some # heading in it is the title of another document. */
bool document_has_strays(const struct doc *doc, const struct node *root);

/* Whether it is a sheet or a workshop's report, and nobody else's. */
bool document_is_sheet(const struct doc_part *part);

/* Whether documents are proceedings, or become them. */
bool proceedings_meant(const struct doc *doc);

/* The number of a chapter or a part that a section is (T_CHAPTER, T_PART), by its
 * first block, or 0; and the first paragraph of a section, or "". */
size_t document_number(struct arena *arena, const struct md_block *block,
    enum term *place);
const char *chapter_paragraph(struct arena *arena, const struct node *section);

/* chapter.c: the chapters of documents, each bound; and what a chapter is by
 * its title, "" where a section in it is called so, whose name a document
 * without a title then has. */
void chapters_read(struct proceedings *all);
const char *chapter_heading(struct arena *arena, const struct chapter *chapter);

/* bound.c: binds a copy of a chapter as a sheet.  The faults of one that is a
 * sheet are those of all, what passes has none. */
void chapter_bind(struct proceedings *all, struct chapter *chapter,
    bool markdown);

/* part.c: begins the part that a document or a section is, by its first block
 * or by its title, "Partie 2 : ..."; false where it is none.  The part that a
 * text names, from 1, begun where there is none of that name; a number that
 * is none names the one that has begun.  The title of a
 * part as it is printed.  Puts the chapters of each part together. */
bool part_begin(struct proceedings *all, const char *title, struct pos pos,
    const struct md_block *blocks);
size_t part_named(struct proceedings *all, const char *name, struct pos pos);
const char *part_title(const struct proceedings *all, size_t number);
void parts_gather(struct proceedings *all);

/* entry.c: what all chapters give to the registers; and gives back to chapters,
 * from one on, what a register of open points that is read again says of them.
 * registers.c: the registers, where this is their place. */
void registers_gather(struct proceedings *all);
void registers_read(struct proceedings *all, const struct node *section,
    size_t first);
void registers_write(struct proceedings *all, enum place place);
extern const struct bind_row open_rows[];

/* follow.c: enters an action, which is one that an earlier chapter has in the same
 * words where nobody else is to do it nor by another day: with what is told of it
 * last.  At the end, all of them, and what they lack, which a workshop's sheet
 * finds itself. */
void follow_action(const struct walk *walk, const struct action *action);
void follow_end(struct proceedings *all);

/* kind.c: points that say the same of several things as one each, with how many
 * more there are and the chapters that they stand in. */
struct bind_list kinds_gather(const struct proceedings *all,
    const struct bind_list *points);

/* look.c: what each text of a section, or of what stands under a title, asks
 * and whom it names, and what is missing in it; only that, of a section with
 * all in it that passes within a sheet; and whether nothing stands in a chapter but its
 * title and some pairs. */
void look_at(struct walk *walk, const struct node *section);
void look_again(struct walk walk, const struct node *section);
bool look_is_empty(const struct chapter *chapter);

/* A question more; nothing where its text is "". */
void look_asked(const struct walk *walk, struct asked asked, const char *text);

/* cross.c: findings that take more than one chapter. */
void cross_check(struct proceedings *all);

/* series.c: findings of titles that a number leaves out. */
void series_check(struct proceedings *all);

/* proceedings.c: how many there are, or the number of a chapter, as a text; the
 * heading of a section of its own; and all of it: returns the status. */
const char *proceedings_number(const struct proceedings *all, size_t number);
void proceedings_heading(struct proceedings *all, enum term heading);
int proceedings_write(struct proceedings *all, struct bind *bind);

/* contents.c: puts the contents in, at a mark of the report. */
void contents_write(struct proceedings *all, struct buf *report, size_t mark);
