/*
 * source: the text of one operand, read whole, checked and ready to parse.
 *
 * The text is valid UTF-8 without a byte order mark or a NUL, its lines end
 * in LF and in nothing else that some reader takes for a line's end.  UTF-16 that says so is converted; anything else is a fault.
 */
#pragma once

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "base/buf.h"
#include "base/err.h"

struct arena;
struct notes;

/* Characters that nobody sees: how many there were, the first, and its offset in
 * what is shown. */
struct hidden {
	size_t count, at;
	int32_t first;
	int32_t before; /* the character in front of what comes next */
};

struct source {
	const char *name;
	char *bytes; /* ends in a NUL */
	size_t length;
	size_t *lines; /* the offset of each line, and of the end */
	size_t line_count;
	const size_t *numbers; /* of lines, where they are not 1, 2, 3 ... */
	struct hidden hidden;
};

/* An operand of which only the first bytes are read yet. */
struct source_file {
	const char *name;
	FILE *file;
	struct buf head;
	bool whole; /* head is all of it */
};

/*
 * Opens a file, or standard input for "-", and reads the first 64 KiB of it;
 * false, and a fault, if it fails.  Close it with source_close in any case.  At
 * a keyboard it says that it waits, and how to end.
 */
bool source_open(struct source_file *file, const char *path,
    struct notes *faults);

/* Reads all of it; NULL, and a fault, if it fails. */
struct source *source_read(struct arena *arena, struct source_file *file,
    struct notes *faults);

/* Only its head, without a line that the head cuts; as source_take. */
struct source *source_head(struct arena *arena, const struct source_file *file,
    struct notes *faults);

void source_close(struct source_file *file);

/* The fault that an input has nothing to read: of standard input, that a command
 * in front may have failed; of the file that the report goes to, that the shell
 * emptied it. */
void source_fault_empty(const struct source *source, struct notes *faults);

/* The same from bytes in memory. */
struct source *source_take(struct arena *arena, const char *name,
    const char *bytes, size_t length, struct notes *faults);

/*
 * The source as Markdown is read from it: in normal form C and without
 * controls, with as many lines; the same one where it is so already.
 */
const struct source *source_clean(struct arena *arena,
    const struct source *source);

/*
 * A source of which some lines are written anew: the others are copied, and all
 * keep the numbers that they have in what was read.  It begins with .source and
 * .arena.
 */
struct source_edit {
	const struct source *source;
	struct arena *arena;
	struct buf text;
	size_t *numbers, count;
	size_t copied; /* lines of the source */
};

/* Copies the lines in front of one that were not yet; then the next to be
 * copied is that one, or the one behind those that are left out. */
void source_edit_to(struct source_edit *edit, size_t line);
void source_edit_skip(struct source_edit *edit, size_t line);

/* Adds a line, with the number of one of the source; and puts one in its place. */
void source_edit_put(struct source_edit *edit, const char *text, size_t line);
void source_edit_line(struct source_edit *edit, const char *text, size_t line);

/* What it became: the source itself where nothing was put. */
const struct source *source_edited(struct source_edit *edit);

/* The number of a line, counted from 1, in what was read. */
size_t source_number(const struct source *source, size_t line);

/* Shows what turns the order of letters round, "⟨U+202E⟩", and takes out what
 * has no width: adds the text so, at most HIDDEN_GROWTH times as long; false, and
 * nothing is added, where it stays as it is. */
enum { HIDDEN_GROWTH = 4 };
bool source_show(struct hidden *hidden, const char *text, struct buf *out);

/* The place of an offset. */
struct pos source_pos(const struct source *source, size_t offset);

/* A line, counted from 1, without its end; *length gets its bytes. */
const char *source_line(const struct source *source, size_t line,
    size_t *length);

/* The same as a string. */
char *source_text(struct arena *arena, const struct source *source,
    size_t line);

/* Whether a line is blank, or there is no such line. */
bool source_is_blank(const struct source *source, size_t line);
