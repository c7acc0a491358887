/*
 * format: whose export a sheet is, and so what each of its columns says.
 */
#pragma once

#include "import.h"

/* What heads a column, and what it says. */
struct format_column {
	enum term head;
	enum role role;
};

enum { FORMAT_MUST = 2, FORMAT_MAY = 8 };

struct format {
	const char *name;                       /* NULL: a plain sheet */
	struct format_column must[FORMAT_MUST]; /* they betray it */
	enum term without;                      /* and no such column */
	struct format_column may[FORMAT_MAY];
	const char *brackets; /* every other column is a question, or a row of
				 one between these: "[]", "/"; NULL: it is an
				 option */
	const char *parts; /* what may part several choices in a cell: ";" and
			      perhaps a comma; NULL: nothing does */
	const char *between, *behind; /* makes two lines of a header one: what
				     stands around the second */
	bool counted;     /* a row is an option, whose votes are counted */
	bool titled;      /* that is "title/fr" */
	bool alone;       /* no other column means anything */
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
