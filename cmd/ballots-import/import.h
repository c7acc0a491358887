/*
 * import: what the files of ballots-import share.
 *
 * A sheet is read row by row.  Its headers tell whose export it is (format.c),
 * and so which column says what: the plan.  By it each row becomes a ballot,
 * or a count (ballot.c), and all of them one document (render.c).
 */
#ifndef IMPORT_H
#define IMPORT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/dict.h"
#include "base/err.h"
#include "sheet/opt.h"
#include "text/name.h"
#include "text/note.h"
#include "text/term.h"

struct arena;

/* The options of the command. */
struct options {
	const char *voter, *choice, *columns, *known, *group, *split;
	const char *maybe, *numbers, *encoding, *dots, *to;
	bool anonymous;
	bool maybe_counts, as_dots, as_ranks, yaml;
};

enum { NO_COLUMN = -1 };

/* Of an export: what its columns are, those known by name left aside. */
enum layout {
	LAYOUT_OPTIONS,   /* each is an option */
	LAYOUT_QUESTIONS, /* each is a question, or a row of one: "Q [row]" */
	LAYOUT_COUNTS,    /* one names the option, one counts its votes */
};

/* How several choices stand in one cell. */
enum split { SPLIT_NEVER, SPLIT_SEMICOLON, SPLIT_DOUBTFUL };

enum { NEEDS = 3, VOTERS = 2, DROPPED = 14 };

/* An export, known by its headers: terms of the vocabulary. */
struct format {
	const char *name; /* NULL: a plain sheet */
	enum term needs[NEEDS];
	enum layout layout;
	enum term voter[VOTERS]; /* the first one that is there */
	enum term dropped[DROPPED];
	enum term submitted; /* empty: an answer that was never sent */
	enum term counts;
	const char *text;     /* LAYOUT_COUNTS: the header up to its language */
	const char *brackets; /* of LAYOUT_QUESTIONS: "[]", "()" or "/" */
	enum split split;
	bool first_empty;   /* the first header is empty */
	bool answers;       /* cells are yes, maybe or no, never numbers */
	bool empty_is_none; /* a row without answer is no ballot */
	bool graded;        /* "Points - Question" is no question */
	bool repeats;       /* a cell that repeats its header is a yes */
	bool dots;          /* numbers are dots: as many as one may give */
	bool found_plain;   /* by the header of the voters alone */
};

/* Which column of a sheet, from 0, says what. */
struct plan {
	const struct format *format;
	size_t columns; /* that the header names */
	long voter, group, choice, submitted, text, counts;
	long other;           /* of a text that is an option of its own */
	bool *unnamed;        /* columns without a header */
	const char *question; /* "" where the sheet has none */
	long *options;        /* a column's option, or NO_COLUMN */
	enum split split;
	bool meeting;  /* 2, 1 and 0 stand for yes, maybe and no */
	size_t commas; /* the line of a cell that holds ", "; 0: none */
	bool semicolons;
	bool crowded; /* told that the choices look like free text */
};

/* A row of a sheet; its cells live until the next one. */
struct row {
	struct pos pos; /* of its first line; col counts cells */
	const char **cells;
	size_t count;
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
	long
	    number; /* of VOTE_NUMBER, where it is a small whole one; else -1 */
	enum lang lang;
};

struct option {
	const char *text; /* plain */
	struct pos pos;
	size_t again;      /* how many follow by the same text */
	size_t sheet;      /* the last one that has it */
	size_t read;       /* cells that say something */
	const char *doubt; /* the first one that is no vote; NULL: none */
	size_t doubts;
	long votes; /* LAYOUT_COUNTS */
};

/* What a ballot says of an option. */
struct choice {
	const struct value *value; /* NULL: nothing */
};

/* A row read. */
struct ballot {
	const char *voter, *group; /* plain; "" is unknown */
	bool nobody;               /* the export itself hides the voter */
	struct pos pos;
	struct choice *choices; /* by option */
	size_t count;
};

struct import {
	struct arena *arena;
	const struct options *options;
	const struct opt_common *common;
	struct notes faults, findings;
	size_t votes[3]; /* headers and answers met, by enum lang */

	struct dict option_numbers; /* a folded text to its number, a size_t */
	struct option *option;
	size_t option_count;
	size_t known;          /* of them, that --options-file names */
	struct dict spellings; /* other texts of options, told already */
	struct dict values;    /* a cell to its struct value */
	struct ballot *ballots;
	size_t ballot_count;
	struct dict voters; /* a name to its first place, a struct pos */
	struct names letters;

	const char *format;   /* the first export's name; "" is a sheet */
	const char *title;    /* that the export gives; "" none */
	const char *question; /* the same */
	bool has_counts, has_ballots, has_voters, has_groups, has_numbers;
	size_t sheets, maybes;
	long most_dots; /* that a ballot gives, where numbers are dots */
};

/* table.c: CSV to rows. */

/*
 * Gives the rows of an operand ("-": standard input) to take, one by one.
 * False, and a fault, where it cannot be read.
 */
bool table_read(struct import *import, const char *path,
    void (*take)(void *context, const struct row *row), void *context);

/* A cell, "" where the row has none. */
const char *table_cell(const struct row *row, long column);

/* format.c: headers to plans. */

/*
 * The plan of a sheet whose header is this row.  False, and a fault, where
 * nothing tells what its columns are.
 */
bool format_plan(struct import *import, const struct row *header, bool loomio,
    struct plan *plan);

/* "1 'Name', 2 'Place', ...": what a fault says of a sheet. */
const char *format_columns(struct import *import, const struct row *header);

/* Whether a header is one of the names of a term; counts the language. */
bool format_is(struct import *import, const char *header, enum term term);

/* slot.c: options that are days and hours. */

/* "2026-03-02T18:30.../2026-03-02T20:30..." as 2026-03-02, 18:30–20:30; any
 * other header as it is. */
const char *slot_text(struct arena *arena, const char *header);

/* Two lines of headers as one: "day, slot". */
void slot_join(struct import *import, const struct row *first,
    const struct row *second, struct row *joined);

/* question.c: the columns that answer one question. */

/* Whether a header is this text. */
bool question_has(struct import *import, const struct row *header,
    const char *text);

/* The column of a name or a number; NO_COLUMN, and a fault, if none is. */
long question_column(struct import *import, const struct row *header,
    const char *name);

/* The options of --options: "Lake,River" or "4-9".  False after a fault. */
bool question_columns(struct import *import, const struct row *header,
    struct plan *plan);

/*
 * The one question of the columns that are not used, or that of --choice.
 * False, and a fault, where there is none or several.
 */
bool question_choose(struct import *import, const struct row *header,
    struct plan *plan, const bool *used);

/* value.c: what a cell says. */
const struct value *value_read(struct import *import, const struct plan *plan,
    const char *text);

/* known.c: options whose texts are told. */

/* The options of --options-file, where it is given. */
void known_read(struct import *import);

/* Where the longest of them that a cell begins with is over: its end, or the
 * comma or semicolon behind; NULL where it begins with none. */
const char *known_end(const struct import *import, const char *cell);

/* voter.c: the voter's name, "" for nobody's and for one that only says so;
 * and whether one has voted before, which is a finding. */
void voter_read(struct import *import, const struct plan *plan,
    const struct row *row, struct ballot *ballot);
void voter_check(struct import *import, const struct ballot *ballot);

/* ballot.c: rows to ballots. */

/* The number of the option of a text, which may be new. */
size_t ballot_option(struct import *import, const char *text, struct pos pos,
    bool unique);

/* Takes one row. */
void ballot_take(struct import *import, struct plan *plan,
    const struct row *row);

/* check.c: what only a whole sheet tells; its header at pos. */
void check_sheet(struct import *import, const struct plan *plan, struct pos pos,
    size_t first);

/* sheet.c: a whole sheet, of one block or of Loomio's three. */
void sheet_read(struct import *import, const char *path);

/* render.c: the document, written; returns the status. */
int render(struct import *import, enum lang lang);

#endif
