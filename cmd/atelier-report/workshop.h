/*
 * workshop: what the files of atelier-report share.
 *
 * A sheet is what one workshop produced; proceedings are chapters, each of
 * them a sheet or a document of anybody's, which passes.
 */
#ifndef WORKSHOP_H
#define WORKSHOP_H

#include <stdbool.h>
#include <stddef.h>

#include "base/dict.h"
#include "domain/action.h"
#include "domain/placeholder.h"
#include "report/grid.h"
#include "report/report.h"
#include "sheet/bind.h"
#include "sheet/people.h"
#include "text/note.h"
#include "value/clock.h"

struct options {
	const char *contents, *registers, *harvest;
	bool numbered, anonymous, tasks;

	enum contents {
		CONTENTS_LIST,
		CONTENTS_NONE,
		CONTENTS_GITLAB,
		CONTENTS_GITEA,
		CONTENTS_WIKIJS
	} contents_kind;
	enum place { PLACE_LAST, PLACE_NONE, PLACE_FIRST } register_place;
	enum shape { SHAPE_TABLE, SHAPE_LISTS } harvest_shape;
	struct opt_date today;
};

/* A note: a text, who wrote it, how many voices it got, and what is below. */
struct note_item {
	struct bind_text text;
	struct bind_text from;
	struct bind_number votes;
	struct bind_list below; /* struct note_item */
};

/* Notes under one title. */
struct column {
	enum term term;    /* T_NONE where the title is the user's own */
	const char *title; /* in normal form */
	struct bind_list notes;
};

/* A step of the agenda; times are minutes of the day, -1 where unknown. */
struct step {
	struct bind_text time, end_text, duration_text;
	struct bind_text title;
	struct bind_text facilitator;
	struct bind_text outcome;
	struct bind_text state;
	int start, end, duration;
	int begins; /* its start, or the end of the step before */
};

struct principle {
	struct bind_text text, drift;
};

struct decision {
	struct bind_text label, text, by, review;
};

enum kept { KEPT_UNSAID, KEPT_YES, KEPT_NO };

struct idea {
	struct bind_text text, kept_text, why;
	enum kept kept;
};

struct sheet {
	struct bind_text theme, burning, powerful, aim_text;
	struct bind_list agenda;     /* struct step */
	struct bind_list principles; /* struct principle */
	struct bind_list decisions;  /* struct decision */
	struct bind_list actions;    /* struct action */
	struct bind_list ideas;      /* struct idea */
	struct bind_list harvest_nodes, project_nodes, point_nodes, quote_nodes,
	    link_nodes; /* struct node * */

	enum term aim;
	struct bind_list harvest, project;      /* struct column */
	struct bind_list points, quotes, links; /* struct note_item */
	struct notes findings;
};

extern const struct bind_tool sheet_tool;

/* sheet.c: a sheet from what was bound. */
void sheet_read(struct bind *bind, struct sheet *sheet);

/* Whether nothing was written but the question. */
bool sheet_is_bare(const struct sheet *sheet);

/* note_item.c: notes, and columns of them. */
void notes_read(struct bind *bind, const struct bind_list *nodes,
    struct bind_list *notes);
void columns_read(struct bind *bind, const struct bind_list *nodes,
    const enum term *terms, struct bind_list *columns);

/* A note on one line: "text — *who*, 3 voix". */
const char *note_line(struct arena *arena, const struct note_item *note,
    enum lang lang);

/* check.c */

/* Finds what the sheet's reader should look at. */
void sheet_check(struct bind *bind, struct sheet *sheet,
    const struct options *options);

/* render.c: the sections of a sheet, in the subject that is open. */
void sheet_render(struct report *report, struct arena *arena, enum lang lang,
    const struct sheet *sheet, const struct options *options);

/* names.c: the people that a sheet names. */
void sheet_people(struct people *people, const struct sheet *sheet);

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
	struct bind *bind;             /* of a sheet, which is written anew */
	struct sheet *sheet;
	const char *heading; /* as it came out */
};

struct proceedings {
	struct bind *bind; /* of the whole, without documents */
	struct arena *arena;
	enum lang lang;
	enum lang spoken; /* by proceedings that are read again */
	const struct options *options;
	const char *title;
	const struct node *front;  /* YAML in front of it, or NULL */
	struct bind_list pairs;    /* struct bind_pair, under the title */
	struct bind_list head;     /* struct md_block *: first of each */
	struct bind_list chapters; /* struct chapter */
	size_t chapters_end;       /* where they end in the report */

	struct bind_list decisions; /* struct decided */
	struct bind_list actions;   /* struct action */
	size_t *action_chapters;
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

/* agenda.c: the steps, and how long they take in all. */
void agenda_render(struct report *report, struct arena *arena, enum lang lang,
    const struct bind_list *agenda);
void agenda_total(struct report *report, struct arena *arena,
    const struct bind_list *agenda);

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
int proceedings_write(struct bind *bind, const struct options *options);

/* contents.c: puts the contents in, at a mark of the report. */
void contents_write(struct proceedings *all, struct buf *report, size_t mark);

/* anchor.c: where a wiki puts the heading; headings must come in order. */
const char *anchor_of(struct dict *anchors, enum contents rule,
    const char *plain);

#endif
