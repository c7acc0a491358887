/*
 * term: the vocabulary, in French and in English.
 *
 * One table, term.def, names every key, subject, word and message of the
 * suite.  Nothing else in the tree knows French.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>

struct arena;

enum lang { LANG_NONE, LANG_FR, LANG_EN };

enum term {
	T_NONE,
#define KEY(id, fr, en) T_##id,
#define SUBJECT(id, fr, en) T_##id,
#define NAME(id, fr, en) T_##id,
#define WORD(id, fr, en) T_##id,
#define MESSAGE(id, fr, en) M_##id,
#define COMPUTED(subject, ...)
#include "text/term.def"
	T_COUNT
};

/* The name under which a term is printed. */
const char *term_name(enum term term, enum lang lang);

/* The same as uni_fold has it. */
const char *term_name_folded(enum term term, enum lang lang);

/*
 * So many bytes of a text as French sets it: a narrow no-break space before
 * ; : ! ? % and inside « », where plain spaces stand.
 */
char *term_typeset(struct arena *arena, const char *text, size_t length);

/*
 * How far from what was typed a name may be read: as it stands, or without
 * dress and inclusive endings (Présent·es); without an opening too (Nos
 * forces); without a gloss too (Forces (internes), Forces : ce qui porte); without
 * a year too (Actions 2027, Vision for 2040), as headings are.
 */
enum term_reading {
	TERM_AS_TYPED,
	TERM_PLAIN,
	TERM_OPENED,
	TERM_GLOSSED,
	TERM_DATED
};

/*
 * The term that a text names among count terms, whatever the language, or
 * T_NONE.  *lang, where lang is not NULL, gets the language that the name
 * belongs to, LANG_NONE where both write it alike.  The nearest reading to
 * what was typed is the one that counts.  term_find is TERM_PLAIN: for values,
 * and wherever a word more would be another name.
 */
enum term term_find(const char *typed, const enum term *among, size_t count,
    enum lang *lang);
enum term term_read(const char *typed, enum term_reading how,
    const enum term *among, size_t count, enum lang *lang);

/* Whether a text names one term, or one of several, as term_find reads it. */
bool term_is(const char *typed, enum term term);
#define term_is_any(typed, ...)                                                \
	(term_find(typed, (const enum term[]){ __VA_ARGS__ },                  \
	     sizeof((const enum term[]){ __VA_ARGS__ }) / sizeof(enum term),   \
	     NULL) != T_NONE)

/* How far a text is from being a term's own name, to compare two that both are:
 * how it is read, then where the synonym stands; SIZE_MAX where it is none. */
size_t term_place(const char *typed, enum term term);

/* The gloss that a heading adds to the key that it is, in the arena; "" where
 * it adds none, says the key again, or counts. */
const char *term_gloss(struct arena *arena, const char *typed, enum term term);

/* Whether a text says the contrary of another by a word or a prefix that the
 * other lacks: "What didn't go well" of "What went well". */
bool term_turns(const char *a, const char *b);

/* Whether a text holds a word that denies what it stands with. */
bool term_denies(const char *text);

/* Every key of the vocabulary; returns how many there are. */
size_t term_all_keys(enum term keys[T_COUNT]);

/* The term of the whole vocabulary that a key names for sure, or T_NONE. */
enum term term_find_key(const char *key);

/* The same in a document of a tool, or of none that is known: that tool's own key,
 * or one of all, where it alone has the name there; else one of another tool that
 * is sure, by the name that it goes by first. */
enum term term_find_key_of(enum term home, const char *key);

/* Whether a tool, or all, have a key among their names, sure or not. */
bool term_is_known(enum term home, const char *key);

/* That of some keys of all tools which a key at the top of a document names, unless
 * it is the first name of one of the tool's own; or T_NONE. */
enum term term_find_common_of(enum term home, const char *key,
    const enum term *common, size_t count);

/* The subject that a heading names, or T_NONE. */
enum term term_find_subject(const char *heading);

/* The computed section of a subject that a heading names as reports do, by no
 * synonym, or T_NONE. */
enum term term_find_computed(enum term subject, const char *heading);

/*
 * The name, among those of count terms, that is nearest to a mistyped key,
 * or NULL where none is near (see term_near) or says its contrary.
 */
const char *term_nearest(const char *key, const enum term *among, size_t count);

/* Whether a key is near to a name of a tool, T_NONE: of any, or of all, or one. */
bool term_is_near_some(enum term home, const char *key);

/* How far two texts are, folded (see term_distance); SIZE_MAX: they are not near. */
size_t term_near(const char *a, const char *b);

/* The length of the longest phrase that a folded text starts with, of those that bars
 * part in a word, in either language; 0 where it starts with none. */
size_t term_front(enum term phrases, const char *folded);

/* Where the first of such phrases stands in a folded text, from the start of a
 * word to the end of one, or behind an apostrophe; NULL where none does. */
const char *term_phrase(enum term phrases, const char *folded, size_t *length);

/* Whether two keys are the same once folded. */
bool term_same(const char *a, const char *b);

/* A name as it is compared so: without case, accents, blanks and plurals; for who
 * looks one up among many. */
char *term_fold(struct arena *arena, const char *name);

/* The length of a heading's text without an ending " (2)". */
size_t term_base_length(const char *heading);

/* What parts a heading that comes again from the name of what it stands in; and
 * where that stands, or NULL. */
#define TERM_WITHIN " — "
const char *term_within(const char *heading);

/* Whether a word, folded, stands between bars in a term's French or English. */
bool term_lists(enum term list, const char *word);

/* The same for the word that a text starts with. */
bool term_lists_start(enum term list, const char *plain);

/* The number that such a list gives to so many bytes of a word, "|six:6|"; -1
 * where it has none. */
int term_number(enum term list, const char *word, size_t length);

/* LANG_FR or LANG_EN as the locale says: English where it says neither. */
enum lang term_locale(void);
