/*
 * setting: what stands above the options of the document.
 */
#pragma once

#include "import.h"

/* A word of the document's language, and a message with its text. */
const char *setting_word(const struct import *import, enum term term);
const char *setting_sentence(struct import *import, enum term message,
    const char *text);

/* The title, in md's normal form. */
const char *setting_title(struct import *import);

/* Whether everybody has as many dots as the ballot that gives the most. */
bool setting_has_most(const struct import *import);

/* The dots of a voter, where anything tells; "" where nothing does. */
const char *setting_dots(struct import *import);

/* What a file or the command sets; "" sets nothing. */
enum { SETTINGS = 8 };
struct setting {
	enum term key;
	const char *text;
};
void setting_rows(struct import *import, struct setting rows[SETTINGS]);
