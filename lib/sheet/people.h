/*
 * people: names made letters over the whole of a report, for --anonymous.
 */
#pragma once

#include "sheet/bind.h"

enum { PEOPLE_MAX_NAME = 60 }; /* bytes; a longer text is none */

struct people {
	struct bind *bind;
	struct dict names;  /* to letters */
	struct dict folded; /* the same, however they are spelt */
	struct dict parts;  /* names to the family names in them */
	struct dict heads;  /* the same by their first word, folded */
	size_t lettered;    /* how many names have a letter */
	size_t given;       /* the last letter that was given */
};

void people_init(struct people *people, struct bind *bind);

/* The names in a text, as bind_split_names parts them. */
void people_add(struct people *people, const char *text);

/* Whether a key leads somebody's name, and the names in the pairs and columns of
 * such keys that no row of the tool knows. */
bool people_is_key(const char *key);
void people_of_bind(struct people *people, const struct bind *bind);

/* Gives each name its letter; more names may come. */
void people_letters(struct people *people);

/* Takes the names that passed into a report, and gives them theirs: behind notes
 * ("text — *who*"), where a pair or a heading tells who was there or was not, and
 * the first name of somebody that leads a line. */
void people_gather(struct people *people, const struct buf *report);

/* A text with letters; context: struct people *. */
const char *people_text(const void *context, const char *text);
void people_replace(const struct people *people, struct buf *text);
void people_replace_notes(const struct people *people, struct notes *notes);
