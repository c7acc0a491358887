/*
 * import: what the files of ballots-import share.
 *
 * The headers of a CSV tell whose export it is, by the rows of format.c, and
 * so which column says what: the sheet.  By it each row becomes a ballot, or a
 * count, and all of them one document.
 */
#pragma once

#include "sheet/doc.h"
#include "source/csv_head.h"
#include "text/name.h"

/* What ballots hold, and a vote is to read. */
enum as { AS_UNKNOWN, AS_DOTS, AS_APPROVAL, AS_POINTS, AS_RANKS, AS_GRADES };
extern const char *const as_names[];

enum { MOST_CANDIDATES = 10000 };

/* The options of the command. */
struct options {
	const char *voter, *choice, *columns, *known, *group, *split;
	const char *maybe, *numbers, *dots, *to, *as, *grades;
	struct csv_told told;
	bool anonymous, maybe_counts, as_ranks, yaml;
};

/* What a column says, of an export that is known. */
enum role {
	ROLE_DROPPED, /* nothing that a vote needs */
	ROLE_VOTER,
	ROLE_NAME, /* what the voter's name is besides */
	ROLE_GROUP,
	ROLE_CHOICE,
	ROLE_SUBMITTED, /* empty: an answer that was never sent */
	ROLE_WEIGHT,    /* how much the voter counts */
	ROLE_OTHER,     /* a text that is an option of its own */
	ROLE_TEXT,      /* of an option whose votes are counted */
	ROLE_COUNT,     /* those votes */
	ROLES
};

struct column {
	const char *text; /* plain */
	const char *base; /* of "Question [row]" the question, else the text */
	const char *row;  /* and the row, "" where it has none */
	bool used;        /* it has a role */
	bool wanted;      /* it is to be an option */
	bool ranked;      /* its cells name what a voter puts on one rank */
	long option;      /* that it is, or NO_COLUMN */
};

enum { NO_COLUMN = -1 };

/* What the cell of an option says. */
enum vote {
	VOTE_BLANK,
	VOTE_NO,
	VOTE_MAYBE,
	VOTE_YES,
	VOTE_NUMBER,
	VOTE_GRADE, /* a word that a scale is to know */
	VOTE_DOUBT
};

struct value {
	const char *text; /* as typed */
	enum vote vote;
	long number; /* of VOTE_NUMBER, where it is small and whole; else -1 */
};

struct option {
	const char *text, *label; /* plain */
	struct pos pos;
	size_t sheet; /* the last one that has it */
	size_t again; /* how many columns of that follow by the same text */
	long votes;   /* where they are counted */
	const char *cost, *category; /* of a project; NULL or "": none */
	const char *expected;        /* its votes, as a file tells; or NULL */
	const struct csv_row *heads, *counts; /* of each grade; or NULL */
};

/* A row read. */
struct ballot {
	const char *voter, *group; /* plain; "" is unknown */
	bool nobody;               /* the export itself hides the voter */
	size_t ranked;             /* how many choices of it are in order */
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

	struct dict keys;   /* of options, to their numbers */
	struct dict labels; /* that a file gives its options */
	struct option *option;
	size_t option_count;
	size_t known;          /* of them, that --options-file names */
	struct dict spellings; /* other texts of options, told already */
	struct ballot *ballots;
	size_t ballot_count;
	struct dict figures; /* what stands among counts and is no option, such
				as blank ballots, to its number */
	struct dict voters;  /* a name to its first place, as told */
	struct dict letters;

	enum as as;         /* what the ballots are to be */
	struct dict groups; /* of a field's file: a line to how many say it */
	bool grouped;
	bool is_tallied; /* what is read is counts by grade */
	struct {
		const char **at;
		size_t count;
	} grades;                   /* best first */
	const char *budget, *seats; /* that a file gives; "" none */
	enum term method;           /* by which it was counted, or T_NONE */
	enum term completion;
	enum term unranked; /* what that is in a ranking, or T_NONE */

	const char *format; /* the first export's name; "" is a sheet */
	const char *title, *question; /* that the export gives; "" none */
	bool has_counts, has_voters, has_groups, has_numbers;
	size_t sheets, rows, maybes;
	long most_points; /* that a ballot gives */
};

/* One operand, and which of its columns says what. */
struct sheet {
	struct import *import;
	struct csv csv;
	struct csv_head head;
	size_t body; /* where its ballots begin */
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
	bool semicolons;      /* some cell is parted */
	bool crowded;         /* told that the choices look like free text */
	long decided;         /* so many voted, as the export says; else -1 */
	long silent;          /* rows of such an export without a choice */
	size_t commas; /* the line of a cell that holds ", " or " / "; else 0 */
};

/* sheet.c: reads an operand. */
void sheet_read(struct import *import, const char *path);

/* question.c: parts the headers of "Question [row]"s, and chooses those that
 * tell the votes. */
void question_part(struct sheet *sheet);
void question_choose(struct sheet *sheet);

/* The one column of a name or a number; NO_COLUMN, and a fault, if none is. */
long question_column(struct sheet *sheet, const char *name);

/* Adds a fault of the header, with a name and all columns: "1 Name | 2 Place". */
void question_fault(struct sheet *sheet, enum term message, const char *name);

/* option.c: the number of the option of a text, which may be new; unique: no
 * other column of this sheet is it. */
size_t option_enter(struct import *import, const char *text, struct pos pos,
    bool unique);

/* The options that --options-file names. */
void option_known(struct import *import);

/* The grades that --grades names, best first. */
void option_grades(struct import *import);

/* Whether a text is one of them, or none are named. */
bool option_is_grade(const struct import *import, const char *text);

/* A number as messages take it. */
const char *option_number(struct import *import, size_t number);

/* What a cell says. */
extern const struct value value_yes, value_no;
const struct value *value_read(struct sheet *sheet, const char *text);

/* ballot.c: takes one row; and a ballot that is whole. */
void ballot_take(struct sheet *sheet, const struct csv_row *row);
void ballot_keep(struct import *import, const struct ballot *ballot);

/* What a column says, and the name that goes on in another one. */
const char *ballot_name(const struct sheet *sheet, const struct csv_row *row,
    enum role role);

/* count.c: takes one row of an option and its votes. */
void count_take(struct sheet *sheet, const struct csv_row *row);

/* check.c: what only a whole sheet tells, and only all of them. */
void check_sheet(struct sheet *sheet);
void check_all(struct import *import);

/* render.c: the document, written; returns the status. */
int render(struct import *import);
