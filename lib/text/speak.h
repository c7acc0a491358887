/*
 * speak: the language in which a run speaks of itself.
 *
 * One rule holds for every message: the option --lang, else what the document
 * says or is written in, else the locale.  What stands here is for where there
 * is no document: misuse, the system's faults, --help.
 */
#pragma once

#include "text/note.h"

/* Has the run speak the language of --lang; LANG_NONE: of the locale. */
void speak_in(enum lang option);

/* That language, LANG_FR or LANG_EN. */
enum lang speak_lang(void);

/* Says a message, after which the run goes on or ends by itself. */
#define speak_say(...)                                                         \
	speak_put(NOTE_FIRST(__VA_ARGS__, 0),                                  \
	    (const char * [NOTE_ARGS + 1]){ NOTE_REST(__VA_ARGS__, NULL) })
void speak_put(enum term message, const char *const args[NOTE_ARGS + 1]);

/* The same of misuse: exits with STATUS_FAULT. */
#define speak_die(...)                                                         \
	speak_last(NOTE_FIRST(__VA_ARGS__, 0),                                 \
	    (const char * [NOTE_ARGS + 1]){ NOTE_REST(__VA_ARGS__, NULL) })
_Noreturn void speak_last(enum term message,
    const char *const args[NOTE_ARGS + 1]);

/* The message that a fault of the system is, by its number in errno;
 * M_CANNOT_READ, which names it in the C library's words, where it is a rare one. */
enum term speak_fault(int error);
