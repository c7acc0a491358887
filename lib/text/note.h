/*
 * note: what is said about a document, each with its place.
 *
 * Faults and findings are both notes: a message of the vocabulary and the
 * texts that stand for {1} to {4} in it.
 */
#pragma once

#include "base/err.h"
#include "text/term.h"

struct arena;

enum { NOTE_ARGS = 4 };

struct note {
	struct pos pos;
	enum term message;
	const char *args[NOTE_ARGS]; /* plain text, kept and not copied */
};

struct notes {
	struct arena *arena;
	struct note *at;
	size_t count;
};

/* note_add(notes, pos, M_MESSAGE, text, text): up to NOTE_ARGS texts. */
#define note_add(notes, pos, ...)                                              \
	note_put(notes, pos, NOTE_FIRST(__VA_ARGS__, 0),                       \
	    (const char * [NOTE_ARGS + 1]){ NOTE_REST(__VA_ARGS__, NULL) })
#define NOTE_FIRST(message, ...) (message)
#define NOTE_REST(message, ...) __VA_ARGS__

void note_put(struct notes *notes, struct pos pos, enum term message,
    const char *const args[NOTE_ARGS + 1]);

/* Puts the notes of another list in front of some, or behind. */
void note_lead(struct notes *notes, const struct notes *first);
void note_follow(struct notes *notes, const struct notes *last);

/*
 * The text of a note in a language.  The texts it names go through escape
 * first, where escape is not NULL.
 */
const char *note_text(struct arena *arena, const struct note *note,
    enum lang lang,
    const char *(*escape)(struct arena *arena, const char *text));

/* Puts the notes in the order of their places, file by file. */
void note_sort(struct notes *notes);

/* Says them on standard error. */
void note_print(const struct notes *notes, enum lang lang);
