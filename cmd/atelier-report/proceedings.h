/*
 * proceedings: chapters, each of them a workshop's sheet or a document of
 * anybody's, which passes; and what registers hold of all of them.
 */
#ifndef PROCEEDINGS_H
#define PROCEEDINGS_H

#include "workshop.h"

/* An entry of the register of decisions. */
struct decided {
	const char *text;
	const char *kind; /* of what: a workshop, a vote, consent */
	const char *by, *review;
	size_t chapter;
	struct pos pos;
};

struct asked {
	const char *text;   /* plain */
	const char *number; /* on a wall; "" elsewhere */
	size_t chapter;
	bool wall; /* stands on a wall of questions, which others take from */
	bool selected;
	struct pos pos;
};

/* A section that has a question and nothing else. */
struct lone {
	const char *text, *heading; /* plain */
	size_t chapter;
	struct pos pos;
};

/* A finding of a chapter. */
struct open_point {
	const char *text;
	size_t chapter;
};

struct chapter {
	const char *title; /* in normal form */
	struct pos pos;
	const struct node *node;       /* it, unless it is a sheet */
	const struct node *front;      /* YAML in front of it, or NULL */
	const struct md_block *blocks; /* its own, under the title */
	struct bind_list sections;     /* struct node * */
	int level;                     /* of the section that it is, or 0 */
	size_t number;                 /* the one it was read with, or 0 */
	size_t start;                  /* where it begins in the report */
	struct method method;          /* of a sheet, which is written anew */
	struct sheet *sheet;
	const char *heading; /* as it came out */
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
	bool numbered, listed;

	struct bind *bind;
	struct arena *arena;
	enum lang lang;
	enum lang spoken; /* by proceedings that are read again */
	const char *title;
	const struct node *front;  /* YAML in front of it, or NULL */
	struct bind_list pairs;    /* struct bind_pair, under the title */
	struct bind_list head;     /* struct md_block *: first of each */
	struct bind_list chapters; /* struct chapter */
	size_t chapters_end;       /* where they end in the report */

	struct bind_list decisions; /* struct decided */
	struct bind_list actions;   /* struct action */
	struct bind_list points;    /* struct open_point */
	struct bind_list questions; /* struct asked */
	struct bind_list lone;      /* struct lone */
	struct bind_list dates;     /* struct date */
	struct notes findings;
	struct people people;
};

/* document.c: what a document is to proceedings. */

/* Whether documents are proceedings, or become them. */
bool proceedings_meant(const struct doc *doc);

/* A word, and a count, as proceedings say them. */
const char *proceedings_word(const struct proceedings *all, enum term term);
const char *proceedings_count(const struct proceedings *all, size_t count);

/* The title of a document, or NULL. */
const struct node *document_title(const struct node *root);

/* Whether some section of it is a chapter. */
bool document_is_proceedings(struct arena *arena, const struct node *root);

/* Whether it has a section for the subject of another tool. */
bool document_has_subjects(const struct node *root);

/* Whether some # heading in it is the title of another document. */
bool document_has_strays(const struct doc *doc, const struct node *root);

/* Whether it is a sheet or a workshop's report, and nobody else's. */
bool document_is_sheet(const struct doc_part *part);

/* The number of a chapter that a section is, by its first block, or 0. */
size_t chapter_number(struct arena *arena, const struct md_block *block);

/* chapter.c */

/* The chapters of documents; sheets among them are bound. */
void chapters_read(struct proceedings *proceedings, struct doc *doc);

/* gather.c: what the registers hold, from all chapters. */
void gather(struct proceedings *all);

/* cross.c: findings that take more than one chapter. */
void cross_check(struct proceedings *proceedings, const struct buf *report);

/* series.c: findings of titles that a number leaves out. */
void series_check(struct proceedings *all);

/* registers.c: the registers, where this is their place. */
void registers_write(struct report *report, struct proceedings *all,
    enum place place);

/* proceedings.c: all of it; returns the status. */
int proceedings_write(struct proceedings *all, struct bind *bind);

/* contents.c: puts the contents in, at a mark of the report. */
void contents_write(struct proceedings *all, struct buf *report, size_t mark);

/* anchor.c: where a wiki puts the heading; headings must come in order. */
const char *anchor_of(struct dict *anchors, enum contents rule,
    const char *plain);

#endif
