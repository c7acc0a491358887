/*
 * term_words: what is said of words without the table of the vocabulary.
 */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "text/term_inner.h"
#include "text/uni.h"

/* Bytes: longer texts are alike or they are not, and no list has such a word. */
enum { MAX_NEAR = 64 };

static bool
is_before_narrow(const char *at)
{
	return strchr(":;!?%", *at) != NULL || strncmp(at, "»", 2) == 0;
}

char *
term_typeset(struct arena *arena, const char *text, size_t length)
{
	char *out = arena_alloc(arena, 3 * length + 1), *to = out;

	for (size_t i = 0; i < length; i++) {
		if (text[i] == ' ' && i + 1 < length &&
		    (is_before_narrow(text + i + 1) ||
			(i >= 2 && strncmp(text + i - 2, "«", 2) == 0))) {
			memcpy(to, "\u202f", 3);
			to += 3;
		} else {
			*to++ = text[i];
		}
	}
	return out;
}

enum lang
term_locale(void)
{
	static const char *const names[] = { "LC_ALL", "LC_MESSAGES", "LANG" };
	const char *value;

	for (size_t i = 0; i < 3; i++) {
		value = getenv(names[i]);
		if (value != NULL && *value != '\0')
			return strncmp(value, "fr", 2) == 0 ? LANG_FR : LANG_EN;
	}
	return LANG_EN;
}

/* Whether a word stands between two of the bars in a text. */
static bool
is_among(const char *listed, const char *word)
{
	size_t n = strlen(word);

	while ((listed = strchr(listed, '|')) != NULL)
		if (strncmp(++listed, word, n) == 0 && listed[n] == '|')
			return true;
	return false;
}

bool
term_lists(enum term list, const char *word)
{
	ARENA_SCRATCH(arena);
	const char *folded = uni_fold(arena, word);

	return is_among(term_name(list, LANG_FR), folded) ||
	    is_among(term_name(list, LANG_EN), folded);
}

bool
term_lists_start(enum term list, const char *plain)
{
	ARENA_SCRATCH(arena);
	size_t n = 0;

	while (n < MAX_NEAR && plain[n] != '\0' &&
	    strchr(" ,;:(-", plain[n]) == NULL)
		n++;
	return n < MAX_NEAR && term_lists(list, arena_copy(arena, plain, n));
}

int
term_number(enum term list, const char *word, size_t length)
{
	ARENA_SCRATCH(arena);
	const char *entry = arena_format(arena, "|%.*s:", (int)length, word);
	const char *found = NULL;

	for (enum lang lang = LANG_FR; found == NULL && lang <= LANG_EN; lang++)
		found = strstr(term_name(list, lang), entry);
	return length > 0 && found != NULL
	    ? (int)strtol(found + strlen(entry), NULL, 10)
	    : -1;
}

/* The words of a text that deny, or have an opposite where that counts too, in
 * their order. */
static const char *
turning_words(struct arena *arena, const char *text, bool opposites)
{
	const char *at = uni_fold(arena, text), *word, *words = "";
	size_t n;

	while (*at != '\0') {
		n = strspn(at, "abcdefghijklmnopqrstuvwxyz");
		word = arena_copy(arena, at, n);
		if (n > 0 && (n > 1 || at[n] == '\'') &&
		    (term_lists(T_DENYING_WORDS, word) ||
			(opposites && term_lists(T_OPPOSING_WORDS, word))))
			words = arena_format(arena, "%s %s", words, word);
		at += n > 0 ? n : 1;
	}
	return words;
}

/* Whether a word is another one behind "in", "un", "dés". */
static bool
is_undone(struct arena *arena, const char *word, const char *other)
{
	size_t long_one = strlen(word), short_one = strlen(other);

	return long_one > short_one && short_one > 0 &&
	    strcmp(word + long_one - short_one, other) == 0 &&
	    term_lists(T_TURNING_PREFIXES,
		arena_copy(arena, word, long_one - short_one));
}

bool
term_turns(const char *a, const char *b)
{
	ARENA_SCRATCH(arena);
	const char *one = uni_fold(arena, a), *two = uni_fold(arena, b);

	return strcmp(turning_words(arena, a, true),
		   turning_words(arena, b, true)) != 0 ||
	    is_undone(arena, one, two) || is_undone(arena, two, one);
}

bool
term_denies(const char *text)
{
	ARENA_SCRATCH(arena);

	return *turning_words(arena, text, false) != '\0';
}

size_t
term_base_length(const char *heading)
{
	size_t length = strlen(heading), i = length;

	if (i == 0 || heading[--i] != ')')
		return length;
	while (i > 0 && heading[i - 1] >= '0' && heading[i - 1] <= '9')
		i--;
	if (i < 3 || heading[i] == ')' || length - i > strlen("999)") ||
	    heading[i - 1] != '(' || heading[i - 2] != ' ')
		return length;
	return i - 2;
}

const char *
term_within(const char *heading)
{
	const char *within = NULL, *at = heading;

	while ((at = strstr(at, TERM_WITHIN)) != NULL)
		within = at, at += strlen(TERM_WITHIN);
	return within;
}

size_t
term_front(enum term phrases, const char *folded)
{
	static const enum lang langs[] = { LANG_FR, LANG_EN };
	size_t longest = 0, i, n;
	const char *at;

	for (i = 0; i < 2; i++) {
		at = term_name(phrases, langs[i]);
		for (; *at != '\0'; at += n + (at[n] != '\0')) {
			n = (size_t)(strchrnul(at, '|') - at);
			if (n > longest && *at == *folded &&
			    strncmp(folded, at, n) == 0)
				longest = n;
		}
	}
	return longest;
}

const char *
term_phrase(enum term phrases, const char *folded, size_t *length)
{
	const char *at = folded;

	for (; *at != '\0'; at++) {
		*length = at == folded || strchr(" '-(,", at[-1]) != NULL
		    ? term_front(phrases, at)
		    : 0;
		if (*length > 0 &&
		    (at[*length - 1] == '\'' ||
			strchr(" .,;:!?)-", at[*length]) != NULL))
			return at;
	}
	return NULL;
}

static size_t
min3(size_t a, size_t b, size_t c)
{
	size_t least = a < b ? a : b;

	return least < c ? least : c;
}

/* The optimal string alignment distance of two short strings. */
static size_t
distance(const char *a, size_t la, const char *b, size_t lb)
{
	size_t rows[3][MAX_NEAR + 1], *above2 = rows[0], *above = rows[1],
				      *row = rows[2];
	size_t i, j, *free_row;

	for (j = 0; j <= lb; j++)
		above[j] = j;
	for (i = 1; i <= la; i++) {
		row[0] = i;
		for (j = 1; j <= lb; j++) {
			row[j] = min3(above[j] + 1, row[j - 1] + 1,
			    above[j - 1] + (a[i - 1] != b[j - 1]));
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] &&
			    a[i - 2] == b[j - 1] && above2[j - 2] + 1 < row[j])
				row[j] = above2[j - 2] + 1;
		}
		free_row = above2;
		above2 = above;
		above = row;
		row = free_row;
	}
	return above[lb];
}

size_t
term_distance(const char *a, const char *b)
{
	size_t la = strlen(a), lb = strlen(b), longer = la > lb ? la : lb;
	size_t d = la > lb ? la - lb : lb - la; /* at least */

	if (strcmp(a, b) == 0)
		return 0;
	if (la == 0 || lb == 0 || longer > MAX_NEAR)
		return SIZE_MAX;
	if (3 * d <= longer || d <= 1)
		d = distance(a, la, b, lb);
	return 3 * d > longer && d > 1 ? SIZE_MAX : d;
}
