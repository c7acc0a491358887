/*
 * format: whose export a sheet is, and so what each of its columns says.
 */
#ifndef FORMAT_H
#define FORMAT_H

#include "import.h"

/* What the columns without a role are. */
enum layout {
	LAYOUT_OPTIONS,   /* each is an option */
	LAYOUT_QUESTIONS, /* each is a question, or a row of one: "Q [row]" */
	LAYOUT_COUNTS,    /* nothing: one names the option, one counts */
};

/* How several choices stand in one cell. */
enum split { SPLIT_NEVER, SPLIT_SEMICOLON, SPLIT_DOUBTFUL };

/* How the lines of a header that has several become one. */
enum lines { LINES_ONE, LINES_SLOTS, LINES_OPTIONS };

/* What heads a column, and what it says. */
struct format_column {
	enum term head;
	enum role role;
};

enum { FORMAT_MUST = 2, FORMAT_MAY = 5 };

struct format {
	const char *name; /* NULL: a plain sheet */
	enum layout layout;
	struct format_column must[FORMAT_MUST]; /* they betray it */
	struct format_column may[FORMAT_MAY];
	const char *brackets; /* around the row of a question: "[]", "/" */
	enum split split;
	enum lines lines;
	bool titled;      /* "title/fr" and the like are ROLE_TEXT */
	bool first_empty; /* the first header is, and heads the voters */
	bool preface;     /* title and address stand above the header */
	bool blocks;      /* it is the last of three blocks */
	bool answers;     /* cells are yes, maybe or no, never numbers */
	bool points;      /* numbers are points: as many as one may give, and
			     of ranks the highest is the best */
	bool graded;      /* "Points - Question" is no question */
	bool repeats;     /* a cell that repeats its header is a yes */
};

/* The format of a sheet; above: how many rows stand above its header.  NULL
 * where nothing tells. */
const struct format *format_find(const struct sheet *sheet, size_t above);

/* Gives the sheet's columns their roles.  False after a fault. */
bool format_columns(struct sheet *sheet);

#endif
