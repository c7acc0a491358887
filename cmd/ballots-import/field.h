/*
 * field: files in which those who count votes keep them: Pabulib, BLT, CEF,
 * PrefLib, ABIF.
 *
 * Each format is a file of its own behind one row of field.c, known by what a
 * file holds and not by its name.  Its ballots are options with a value each:
 * ranks, points, grades, or none.  Those that are alike are kept once, as the
 * line that a vote reads, with their number: memory grows with what is chosen,
 * not with how many chose it.
 */
#pragma once

#include "import.h"

struct field_mark {
	size_t option;
	long value; /* a rank from 1, points, or a grade, the best being 0 */
};

/* A file that is read. */
struct field {
	struct import *import;
	struct source *source;
	const char *format; /* its name */
	enum as kind;       /* of the values of its ballots */
	long most;          /* the longest ballot there may be, where the file
			       tells; else 0 */
	size_t line;        /* at hand, from 1; 0 before the first */
	struct dict names;  /* that it has for options, to their numbers */
	struct field_mark *marks; /* of the ballot at hand */
	size_t count;
	uint64_t ballots; /* so far */
	uint64_t whole;   /* of them, that approve of all, by rank or points */
};

/* The next line that is not blank, without blanks at its ends; NULL behind the
 * last. */
const char *field_line(struct field *field);

/* Reads a whole number and moves past it; false where there is none, or it is
 * too large. */
bool field_number(const char **text, long *number);

/* Adds a fault at the line at hand; false. */
bool field_fault(struct field *field, enum term message, const char *text);

/* Adds a finding at the line at hand. */
void field_find(struct field *field, enum term message, const char *text);

/* Sets what only one file can say; two files that differ are a fault. */
void field_set(struct field *field, const char **setting, const char *value);

/* Says what the file's ballots hold; false, and a fault, where that cannot become
 * what is asked for. */
bool field_begin(struct field *field, enum as kind);

/* The option of a text, which may be new; label: of the file's own, or "". */
size_t field_option(struct field *field, const char *label, const char *text);

/* The option that the file calls by a name, or NULL; and one of a text, which may
 * be new, that it does from now on. */
const size_t *field_named(const struct field *field, const char *name);
const size_t *field_name(struct field *field, const char *name,
    const char *text);

/* So many bytes of a text, on one line. */
const char *field_piece(const struct field *field, const char *from,
    size_t length);

/* Gives an option its value in the ballot at hand. */
void field_put(struct field *field, size_t option, long value);

/* Ends that ballot, which so many people cast; one that names an option twice is
 * a fault. */
void field_ballot(struct field *field, long times);

/* The first line that is neither blank nor begins with a mark, "" where none
 * does; the same from one on. */
const char *field_peek(const struct source *source, struct arena *arena,
    char mark);

/* The formats: whether a text is of it, and its reading. */
#define FIELD_FORMAT(name)                                                     \
	bool name##_is(const struct source *source, struct arena *arena);      \
	void name##_read(struct field *field)
FIELD_FORMAT(pabulib);
FIELD_FORMAT(preflib);
FIELD_FORMAT(blt);
FIELD_FORMAT(cef);
FIELD_FORMAT(abif);

/* Reads a file of one of these formats; false where it is of none. */
bool field_read(struct import *import, struct source *source);
