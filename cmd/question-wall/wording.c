/*
 * wording: what is wrong with the wording of a question.
 *
 * A good question is open, asks for one thing, says what is wanted, and is
 * short.  The words that tell are rows of the vocabulary, in both languages:
 * a wall may hold both.
 */
#include <string.h>

#include "base/arena.h"
#include "text/uni.h"
#include "wall.h"

enum { MAX_LENGTH = 200 };

/* The words of a question, each behind one blank, and a blank at the end. */
struct wording {
	struct arena *arena;
	const char *hyphened; /* folded, hyphens kept: " faut-il choisir " */
	const char *words;    /* blanks for hyphens: " faut il choisir " */
	bool where;           /* says "où", which folded is "ou" */
};

static bool
is_kept(int32_t c)
{
	return c == '\'' || c == '-' || uni_is_word(c);
}

static struct wording
wording_of(struct arena *arena, const char *plain)
{
	const char *folded = uni_fold(arena, plain), *next;
	char *hyphened = arena_alloc(arena, strlen(folded) + 3), *to = hyphened;
	char *words, *at;
	int32_t c;

	*to++ = ' ';
	for (; *folded != '\0'; folded = next) {
		next = folded;
		c = uni_next(&next);
		if (is_kept(c)) {
			memcpy(to, folded, (size_t)(next - folded));
			to += next - folded;
		} else if (to[-1] != ' ') {
			*to++ = ' ';
		}
	}
	if (to[-1] != ' ')
		*to++ = ' ';
	words = arena_string(arena, hyphened);
	for (at = words; *at != '\0'; at++)
		if (*at == '-')
			*at = ' ';
	return (struct wording){ arena, hyphened, words,
		strstr(plain, "où") || strstr(plain, "Où") ||
		    strstr(plain, "OÙ") };
}

/* Whether words start with one of those that bars part; *length: of it. */
static bool
starts_with(const char *words, const char *list, size_t *length)
{
	size_t n;

	for (;; list += n + 1) {
		n = strcspn(list, "|");
		if (n > 0 && strncmp(words, list, n) == 0 && words[n] == ' ') {
			*length = n;
			return true;
		}
		if (list[n] == '\0')
			return false;
	}
}

static bool
starts_with_term(const char *words, enum term term, size_t *length)
{
	return starts_with(words, term_name(term, LANG_FR), length) ||
	    starts_with(words, term_name(term, LANG_EN), length);
}

/* The words behind a leading "and" or "mais". */
static const char *
skip_leads(const char *words)
{
	size_t length;

	words += *words == ' ';
	while (starts_with_term(words, T_WALL_LEADS, &length))
		words += length + 1;
	return words;
}

/* Whether a word opens a question: "comment", "d'où", "qu'est-ce". */
static bool
is_opener(const struct wording *wording, const char *word, size_t length)
{
	const char *copy = arena_copy(wording->arena, word, length), *piece;
	size_t n, matched;
	char *blanked;

	for (piece = copy; *piece != '\0'; piece += n + (piece[n] != '\0')) {
		n = strcspn(piece, "'-");
		blanked = arena_format(wording->arena, "%.*s ", (int)n, piece);
		if (starts_with_term(blanked, T_WALL_OPENERS, &matched))
			return true;
		if (wording->where && strcmp(blanked, "ou ") == 0)
			return true;
	}
	return false;
}

/* Whether a word is a verb before its subject: "faut-il", "a-t-on". */
static bool
is_inverted(const struct wording *wording, const char *word, size_t length)
{
	const char *copy =
	    arena_format(wording->arena, "%.*s ", (int)length, word);
	const char *hyphen = strrchr(copy, '-');
	size_t matched;

	if (hyphen == NULL || hyphen == copy ||
	    starts_with_term(copy, T_WALL_NO_INVERSIONS, &matched))
		return false;
	if (strcmp(hyphen, "-nous ") == 0 && hyphen >= copy + 2 &&
	    strncmp(hyphen - 2, "ez", 2) == 0)
		return false; /* "dites-nous" aside, "aidez-nous" */
	if (strcmp(hyphen, "-ce ") == 0)
		return hyphen >= copy + 3 && strncmp(hyphen - 3, "est", 3) == 0;
	return starts_with_term(hyphen + 1, T_WALL_INVERSIONS, &matched);
}

/* Whether a question is answered by yes or no. */
static bool
is_closed(const struct wording *wording)
{
	const char *word = skip_leads(wording->words);
	size_t n;

	if (starts_with_term(word, T_WALL_CLOSERS, &n))
		return true;
	for (word = wording->hyphened + 1; *word != '\0'; word += n + 1) {
		n = strcspn(word, " ");
		if (is_opener(wording, word, n))
			return false;
		if (is_inverted(wording, word, n))
			return true;
	}
	return false;
}

/* What a question says it does not want, or NULL. */
static const char *
find_negation(const struct wording *wording)
{
	const char *word;
	size_t n, length;

	for (word = wording->words + 1; *word != '\0'; word += n + 1) {
		n = strcspn(word, " ");
		if (starts_with_term(word, T_WALL_NEGATIONS, &length) &&
		    !starts_with_term(word, T_WALL_NO_NEGATIONS, &n))
			return arena_copy(wording->arena, word, length);
		n = strcspn(word, " ");
	}
	return NULL;
}

/* How many questions a text asks: marks in a row count once, those inside an
 * address not at all. */
static size_t
count_marks(const char *plain)
{
	const char *at = plain, *next;
	size_t count = 0;

	while ((at = strchr(at, '?')) != NULL) {
		at += strspn(at, "?! ");
		next = at;
		if (at[-1] == ' ' || !uni_is_word(uni_next(&next)))
			count++;
	}
	return count;
}

void
wording_check(struct notes *findings, const char *name, const char *plain,
    struct pos pos)
{
	struct arena *arena = arena_new();
	struct wording wording = wording_of(arena, plain);
	const char *negation = find_negation(&wording);
	size_t marks = count_marks(plain), n;

	if (marks == 0)
		note_add(findings, pos, M_WALL_NO_MARK, name);
	if (marks > 1)
		note_add(findings, pos, M_WALL_MARKS, name,
		    arena_format(findings->arena, "%zu", marks));
	if (is_closed(&wording))
		note_add(findings, pos, M_WALL_CLOSED, name);
	if (starts_with_term(skip_leads(wording.words), T_WALL_WHYS, &n))
		note_add(findings, pos, M_WALL_WHY, name);
	if (negation != NULL)
		note_add(findings, pos, M_WALL_NEGATIVE, name,
		    arena_string(findings->arena, negation));
	n = uni_count(plain, strlen(plain));
	if (n > MAX_LENGTH)
		note_add(findings, pos, M_WALL_LONG, name,
		    arena_format(findings->arena, "%zu", n));
	arena_free(arena);
}
