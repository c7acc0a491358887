/*
 * import: what the files of ballots-import share.
 *
 * A CSV is a table of cells (table.c).  Its headers tell whose export it is,
 * by the rows of format.c, and so which column says what: the sheet.  By it
 * each row becomes a ballot, or a count, and all of them one document.
 */
#ifndef IMPORT_H
#define IMPORT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/dict.h"
#include "sheet/doc.h"
#include "text/name.h"

/* The options of the command. */
struct options {
	const char *voter, *choice, *columns, *known, *group, *split;
	const char *maybe, *numbers, *encoding, *dots, *to;
	bool anonymous, maybe_counts, as_ranks, yaml;
};

enum { NO_COLUMN = -1 };

struct row {
	struct pos pos; /* of its first line; col counts cells */
	const char **cells;
	size_t count;
};

struct table {
	struct row *rows;
	size_t count;
};

/* What a column says, of an export that is known. */
enum role {
	ROLE_DROPPED, /* nothing that a vote needs */
	ROLE_VOTER,
	ROLE_GROUP,
	ROLE_CHOICE,
	ROLE_SUBMITTED, /* empty: an answer that was never sent */
	ROLE_WEIGHT,    /* how much the voter counts */
	ROLE_OTHER,     /* a text that is an option of its own */
	ROLE_TEXT,      /* of an option whose votes are counted */
	ROLE_COUNT,     /* those votes */
	ROLES
};

/* What the other columns are. */
enum layout {
	LAYOUT_OPTIONS,   /* each is an option */
	LAYOUT_QUESTIONS, /* each is a question, or a row of one: "Q [row]" */
	LAYOUT_COUNTS,    /* nothing: one names the option, one counts */
};

/* How several choices stand in one cell. */
enum split { SPLIT_NEVER, SPLIT_SEMICOLON, SPLIT_DOUBTFUL };

/* How the lines of a header that has several become one. */
enum lines { LINES_ONE, LINES_SLOTS, LINES_OPTIONS };

enum { FORMAT_COLUMNS = 8 };

/* An export: a row of the table in format.c. */
struct format {
	const char *name; /* NULL: a plain sheet */
	enum layout layout;
	size_t must; /* the first so many columns betray it */
	struct {
		enum term head;
		enum role role;
	} columns[FORMAT_COLUMNS];
	const char *text;     /* the header of ROLE_TEXT, up to its language */
	const char *brackets; /* around the row of a question: "[]", "/" */
	enum split split;
	enum lines lines;
	bool first_empty; /* the first header is, and heads the voters */
	bool preface;     /* title and address stand above the header */
	bool blocks;      /* it is the last of three blocks */
	bool answers;     /* cells are yes, maybe or no, never numbers */
	bool points;      /* numbers are points: as many as one may give, and
			     of ranks the highest is the best */
	bool graded;      /* "Points - Question" is no question */
	bool repeats;     /* a cell that repeats its header is a yes */
};

struct column {
	const char *head; /* as typed */
	const char *base; /* plain: of "Question [row]" the question */
	const char *row;  /* and the row; "" where it has none */
	bool used;        /* it has a role */
	long option;      /* that it is, or NO_COLUMN */
};

/* What the cell of an option says. */
enum vote {
	VOTE_BLANK,
	VOTE_NO,
	VOTE_MAYBE,
	VOTE_YES,
	VOTE_NUMBER,
	VOTE_DOUBT
};

struct value {
	const char *text; /* as typed */
	enum vote vote;
	long number; /* of VOTE_NUMBER, where it is small and whole; else -1 */
};

struct option {
	const char *text; /* plain */
	const char *label;
	struct pos pos;
	size_t again;      /* how many follow by the same text */
	size_t sheet;      /* the last one that has it */
	size_t read;       /* cells of that sheet that say something */
	const char *doubt; /* the first one that is no vote */
	size_t doubts;
	long votes; /* LAYOUT_COUNTS */
};

/* A row read. */
struct ballot {
	const char *voter, *group; /* plain; "" is unknown */
	bool nobody;               /* the export itself hides the voter */
	struct pos pos;
	const struct value **choices; /* by option; NULL: nothing */
	size_t count;
};

struct import {
	struct arena *arena;
	struct doc *doc; /* its options, its language, and the faults */
	const struct options *options;
	struct notes *faults, findings;
	size_t votes[3]; /* headers and answers met, by enum lang */

	struct dict option_numbers; /* the key of a text to its number */
	struct option *option;
	size_t option_count;
	size_t known;          /* of them, that --options-file names */
	struct dict spellings; /* other texts of options, told already */
	struct ballot *ballots;
	size_t ballot_count;
	struct dict voters; /* a name to its first place, a struct pos */
	struct names letters;

	const char *format; /* the first export's name; "" is a sheet */
	const char *title, *question; /* that the export gives; "" none */
	bool has_counts, has_voters, has_groups, has_numbers;
	size_t sheets, rows, maybes;
	long most_points; /* that a ballot gives */
};

/* One operand, and which of its columns says what. */
struct sheet {
	struct import *import;
	const struct format *format;
	struct pos pos; /* of its header */
	struct column *columns;
	size_t count; /* of the columns that the header names */
	long at[ROLES];
	const char *question; /* "" where it asks none */
	struct dict values;   /* a cell to its struct value */
	size_t first;         /* of its ballots */
	bool blocks;          /* it is the last of three blocks */
	bool meeting;         /* 2, 1 and 0 stand for yes, maybe and no */
	long decided;  /* how many voted, as the export says; -1: it does not */
	size_t commas; /* the line of a cell that holds ", "; 0: none */
	bool semicolons; /* some cell is parted */
	bool crowded;    /* told that the choices look like free text */
};

/* table.c: CSV to rows.  False, and a fault, where it cannot be read. */
bool table_read(struct import *import, const char *path, struct table *table);

/* A cell, "" where the row has none. */
const char *table_cell(const struct row *row, long column);

/* format.c: whose export a header is; above: how many rows stand above it.
 * NULL where nothing tells. */
const struct format *format_find(struct sheet *sheet, const struct row *header,
    size_t above);

/* Which of the sheet's columns says what.  False after a fault. */
bool format_columns(struct sheet *sheet, const struct row *header);

/* question.c: the columns that tell what was chosen.  False after a fault. */
bool question_choose(struct sheet *sheet);

/* The one column of a name or a number; NO_COLUMN, and a fault, if none is. */
long question_column(struct sheet *sheet, const char *name);

/* Whether a header is this text. */
bool question_has(const struct sheet *sheet, const char *text);

/* A fault of the header, with its columns: "1 Name | 2 Place". */
bool question_fault(struct sheet *sheet, enum term message);

/* sheet.c: reads an operand. */
void sheet_read(struct import *import, const char *path);

/* option.c: the number of the option of a text, which may be new; unique: in
 * this sheet nothing else is it. */
size_t option_enter(struct import *import, const char *text, struct pos pos,
    bool unique);

/* The options that --options-file names. */
void option_known(struct import *import);

/* A number as messages take it. */
const char *option_number(struct import *import, size_t number);

/* value.c: what a cell says. */
extern const struct value value_yes, value_no;
const struct value *value_read(struct sheet *sheet, const char *text);

/* choice.c: the choices of one cell, and one of them. */
void choice_take_cell(struct sheet *sheet, const struct row *row,
    struct ballot *ballot);
void choice_take(struct sheet *sheet, const struct row *row, long column,
    const char *text, struct ballot *ballot);

/* ballot.c: takes one row. */
void ballot_take(struct sheet *sheet, const struct row *row);

/* What a ballot says of an option, to be told. */
const struct value **ballot_choice(struct import *import, struct ballot *ballot,
    size_t option);

void ballot_keep(struct import *import, const struct ballot *ballot);

/* check.c: what only a whole sheet tells, and only all of them. */
void check_sheet(struct sheet *sheet);
void check_all(struct import *import);

/* render.c: the document, written; returns the status. */
int render(struct import *import);

#endif
