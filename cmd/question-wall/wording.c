/*
 * wording: what is wrong with the wording of a question.
 *
 * A good question is open, asks for one thing, says what is wanted, and is
 * short.  The words that tell are rows of the vocabulary, in both languages:
 * a wall may hold both.
 */
#include <string.h>

#include "text/uni.h"
#include "wall.h"

enum { MAX_LENGTH = 200 };

/* The words of a question, folded, a blank behind each. */
struct wording {
	struct arena *arena;
	const char *hyphened; /* hyphens kept: "faut-il choisir " */
	const char *words;    /* blanks for hyphens: "faut il choisir " */
	bool where;           /* says "où", which folded is "ou" */
};

static struct wording
wording_of(struct arena *arena, const char *plain)
{
	char *folded = arena_string(arena, uni_fold(arena, plain));
	char *at = folded, *words;
	const char *next;
	int32_t c;

	for (; *at != '\0'; at = folded + (next - folded)) {
		next = at;
		c = uni_next(&next);
		if (c != '\'' && c != '-' && !uni_is_word(c))
			memset(at, ' ', (size_t)(next - at));
	}
	folded = arena_format(arena, "%s ", uni_line(arena, folded));
	words = arena_string(arena, folded);
	while ((at = strchr(words, '-')) != NULL)
		*at = ' ';
	return (struct wording){ arena, folded, words,
		strstr(plain, "où") || strstr(plain, "Où") ||
		    strstr(plain, "OÙ") };
}

/* The length of the longest phrase of a term that words start with; or 0. */
static size_t
front(enum term phrases, const char *words)
{
	size_t n = term_front(phrases, words);

	return words[n] == ' ' || words[n] == '\0' ? n : 0;
}

/* The words behind a leading "and" or "mais". */
static const char *
skip_leads(const char *words)
{
	size_t n;

	while ((n = front(T_WALL_LEADS, words)) > 0)
		words += n + 1;
	return words;
}

/* Whether a word opens a question: "comment", "d'où", "qu'est-ce". */
static bool
is_opener(const struct wording *wording, const char *word)
{
	char *copy = arena_string(wording->arena, word), *piece, *rest;

	for (piece = strtok_r(copy, "'-", &rest); piece != NULL;
	     piece = strtok_r(NULL, "'-", &rest))
		if (front(T_WALL_OPENERS, piece) > 0 ||
		    (wording->where && strcmp(piece, "ou") == 0))
			return true;
	return false;
}

/* Whether a word is a verb before its subject: "faut-il", "a-t-on". */
static bool
is_inverted(const char *word)
{
	const char *hyphen = strrchr(word, '-');

	if (hyphen == NULL || hyphen == word ||
	    front(T_WALL_NO_INVERSIONS, word) > 0)
		return false;
	if (strcmp(hyphen, "-nous") == 0 && hyphen >= word + 2 &&
	    strncmp(hyphen - 2, "ez", 2) == 0)
		return false; /* "dites-nous" aside, "aidez-nous" */
	if (strcmp(hyphen, "-ce") == 0)
		return hyphen >= word + 3 && strncmp(hyphen - 3, "est", 3) == 0;
	return front(T_WALL_INVERSIONS, hyphen + 1) > 0;
}

/* Whether a question is answered by yes or no. */
static bool
is_closed(const struct wording *wording)
{
	const char *at = wording->hyphened, *word;
	size_t n;

	if (front(T_WALL_CLOSERS, skip_leads(wording->words)) > 0)
		return true;
	for (; *at != '\0'; at += n + 1) {
		n = strcspn(at, " ");
		word = arena_copy(wording->arena, at, n);
		if (is_opener(wording, word))
			return false;
		if (is_inverted(word))
			return true;
	}
	return false;
}

/* What a question says it does not want, or NULL. */
static const char *
find_negation(const struct wording *wording)
{
	const char *at = wording->words;
	size_t n;

	for (; *at != '\0'; at += strcspn(at, " ") + 1) {
		n = front(T_WALL_NEGATIONS, at);
		if (n > 0 && front(T_WALL_NO_NEGATIONS, at) == 0)
			return arena_copy(wording->arena, at, n);
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
	ARENA_SCRATCH(arena);
	struct wording wording = wording_of(arena, plain);
	const char *negation = find_negation(&wording);
	size_t marks = count_marks(plain), n = uni_count(plain, strlen(plain));

	if (marks == 0)
		note_add(findings, pos, M_WALL_NO_MARK, name);
	if (marks > 1)
		note_add(findings, pos, M_WALL_MARKS, name,
		    arena_format(findings->arena, "%zu", marks));
	if (is_closed(&wording))
		note_add(findings, pos, M_WALL_CLOSED, name);
	if (front(T_WALL_WHYS, skip_leads(wording.words)) > 0)
		note_add(findings, pos, M_WALL_WHY, name);
	if (negation != NULL)
		note_add(findings, pos, M_WALL_NEGATIVE, name,
		    arena_string(findings->arena, negation));
	if (n > MAX_LENGTH)
		note_add(findings, pos, M_WALL_LONG, name,
		    arena_format(findings->arena, "%zu", n));
}
