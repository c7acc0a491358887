#include "domain/tail.h"

#include <string.h>

#include "base/arena.h"
#include "source/md.h"
#include "text/uni.h"
#include "value/marks.h"

/* No count is higher, so that all of them add up. */
static const uint64_t MOST = UINT64_C(1000000000000);

enum { FIRST_YEAR = 1900, LAST_YEAR = 2100 };

static const char digits[] = "0123456789";

enum tail_shape
tail_value(const char *plain, enum lang words, uint64_t *count)
{
	char figure[24];
	size_t length = strlen(plain);
	bool drawn;

	/* the point of a sentence: "Pour : 12." */
	if (length > 1 && length < sizeof(figure) && plain[length - 1] == '.' &&
	    plain[length - 2] >= '0' && plain[length - 2] <= '9') {
		memcpy(figure, plain, length - 1);
		figure[length - 1] = '\0';
		plain = figure;
	}
	if (marks_reading(plain, words, count, &drawn) != SURE_EXACT ||
	    *count > MOST)
		return TAIL_NONE;
	return drawn ? TAIL_MARKS : TAIL_NUMBER;
}

/* A text that is being cut. */
struct cutting {
	struct arena *arena;
	enum lang words;
	const char *text;
	struct tail tail;
};

static const char *
part(const struct cutting *cutting, const char *from, const char *to)
{
	return md_text(cutting->arena, arena_until(cutting->arena, from, to));
}

static const char *
plain_of(const struct cutting *cutting, const char *text)
{
	return uni_line(cutting->arena,
	    md_plain(cutting->arena, uni_line(cutting->arena, text)));
}

/* Cuts the text where its tail begins. */
static bool
cut_at(struct cutting *cutting, const char *at, enum tail_shape shape)
{
	cutting->tail.shape = shape;
	if (shape == TAIL_NONE)
		return false;
	cutting->tail.text = part(cutting, cutting->text, at);
	cutting->tail.typed = uni_line(cutting->arena, at);
	return true;
}

/* "Jardin : |||": behind the last colon. */
static bool
cut_behind_colon(struct cutting *cutting)
{
	const char *colon = strrchr(cutting->text, ':');

	return colon != NULL && colon > cutting->text &&
	    cut_at(cutting, colon,
		tail_value(plain_of(cutting, colon + 1), cutting->words,
		    &cutting->tail.count));
}

/* "Où se voir ? ||| ||", "Jardin●●● ●": as much from the end as is drawn, but
 * for a few signs that are no count; "2×" is none. */
static bool
cut_drawn(struct cutting *cutting)
{
	enum { MOST_SIGNS = 16 };
	const char *at = marks_front(cutting->text);
	size_t signs = 0;
	uint64_t count;

	if (at == cutting->text)
		uni_next(&at);
	for (; *at != '\0' && signs++ < MOST_SIGNS; uni_next(&at))
		if (marks_read_drawn(plain_of(cutting, at), &count)) {
			cutting->tail.count = count;
			return strncmp(at, "×", strlen("×")) != 0 &&
			    cut_at(cutting, at, TAIL_MARKS);
		}
	return false;
}

/* Whether what is drawn at the end is one sign behind a figure, which may count
 * it: "12 👍". */
static bool
ends_in_counted(const struct cutting *cutting)
{
	size_t n = strlen(cutting->tail.text);

	return cutting->tail.count == 1 && n > 0 &&
	    strchr(digits, cutting->tail.text[n - 1]) != NULL &&
	    marks_is_one(plain_of(cutting, cutting->tail.typed));
}

/* "3/5", "+3": a number of a whole, or behind a plus. */
static enum tail_shape
read_signed(struct cutting *cutting, const char *plain)
{
	struct tail *tail = &cutting->tail;
	size_t n = strcspn(plain, "/");

	if (*plain == '+')
		return tail_value(plain + 1, cutting->words, &tail->count);
	return plain[n] == '/' &&
		tail_value(arena_copy(cutting->arena, plain, n), cutting->words,
		    &tail->count) == TAIL_NUMBER
	    ? tail_value(plain + n + 1, cutting->words, &tail->whole)
	    : TAIL_NONE;
}

/* What stands at the end of a text says: with what it counts, "7 voix", it is a
 * count, and without a unit it may be a part of the text; a year is. */
static enum tail_shape
shape_of(struct cutting *cutting, const char *text)
{
	const char *plain = plain_of(cutting, text);
	uint64_t *count = &cutting->tail.count;
	enum tail_shape shape = tail_value(plain, cutting->words, count);
	size_t n = strlen(plain);
	bool brackets = n > 2 && *plain == '(' && plain[n - 1] == ')';

	if (shape == TAIL_NONE)
		shape =
		    read_signed(cutting, reading_bare(cutting->arena, plain));
	if (shape != TAIL_NUMBER)
		return shape == TAIL_NONE ? TAIL_NONE : TAIL_OPEN;
	if (plain[strcspn(plain, "abcdefghijklmnopqrstuvwxyz")] != '\0' ||
	    (brackets && strchr(digits, plain[n - 2]) == NULL))
		return TAIL_UNIT;
	return !brackets && *count >= FIRST_YEAR && *count <= LAST_YEAR
	    ? TAIL_NONE
	    : TAIL_OPEN;
}

/* "Rue aux enfants (11)": the brackets that end a text. */
static bool
cut_brackets(struct cutting *cutting)
{
	const char *open = strrchr(cutting->text, '(');

	return open != NULL && open > cutting->text && strchr(open, ')') &&
	    cut_at(cutting, open, shape_of(cutting, open));
}

/* The last place of a sign in so many bytes of a text, behind its start; or
 * NULL. */
static const char *
last_of(const char *text, size_t length, const char *sign)
{
	size_t n = strlen(sign);

	while (length > n && strncmp(text + length - n, sign, n) != 0)
		length--;
	return length > n ? text + length - n : NULL;
}

/* "Jardin – 7", "Jardin, 7 voix", "Jardin x 7": behind a sign that parts. */
static bool
cut_behind_sign(struct cutting *cutting)
{
	enum { OPEN = 8 }; /* so many may stand in a text; the others lead */
	static const char *const signs[] = { " – ", " — ", " - ", " = ", ", ",
		" x ", " × ", " ×", " → ", " -> ", " -\\> ", " => ", " =\\> ",
		"... ", "… " };
	const char *text = cutting->text, *cut;
	enum tail_shape shape;

	for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++) {
		cut = last_of(text, strlen(text), signs[i]);
		shape = cut != NULL ? shape_of(cutting, cut + strlen(signs[i]))
				    : TAIL_NONE;
		if (shape == TAIL_NONE)
			continue;
		while (cut > text && (cut[-1] == '.' || cut[-1] == ' '))
			cut--; /* dots that lead to the count */
		return cut_at(cutting, cut, i < OPEN ? shape : TAIL_UNIT);
	}
	return false;
}

/* One word alone: "+3" may count, "3/5" too; crosses, "xxx", and plus signs
 * count where they are two at least; a bare number, a bar that may be a Roman
 * one, and one cross mostly belong to the text. */
static enum tail_shape
shape_of_word(struct cutting *cutting, const char *word)
{
	const char *plain = plain_of(cutting, word);
	size_t crosses = strspn(plain, "x"), pluses = strspn(plain, "+");
	uint64_t *count = &cutting->tail.count;

	*count = crosses + pluses;
	if (*count > 1 && *count == strlen(plain) && crosses * pluses == 0)
		return TAIL_UNIT;
	if (read_signed(cutting, plain) == TAIL_NUMBER)
		return TAIL_OPEN;
	return marks_read(plain, count) ||
		(plain[strspn(plain, digits)] == '\0' &&
		    shape_of(cutting, word) != TAIL_NONE)
	    ? TAIL_BARE
	    : TAIL_NONE;
}

/* "Jardin xxx"; or "Jardin 7 voix", two words, of which one says what the other
 * counts. */
static bool
cut_words(struct cutting *cutting)
{
	const char *text = cutting->text;
	const char *last = last_of(text, strlen(text), " "), *two;
	enum tail_shape shape = TAIL_NONE;

	if (last == NULL)
		return false;
	two = last_of(text, (size_t)(last - text), " ");
	if (two != NULL && (shape = shape_of(cutting, two)) == TAIL_OPEN &&
	    !marks_is_one(plain_of(cutting, last)))
		shape = TAIL_NONE;
	return (shape >= TAIL_UNIT && cut_at(cutting, two, shape)) ||
	    cut_at(cutting, last, shape_of_word(cutting, last));
}

static bool
cut(struct cutting *cutting, const char *text)
{
	cutting->text = text;
	cutting->tail = (struct tail){ .text = text };
	return cut_behind_colon(cutting) ||
	    (cut_drawn(cutting) && !ends_in_counted(cutting)) ||
	    cut_brackets(cutting) || cut_behind_sign(cutting) ||
	    cut_words(cutting);
}

/* "12 voix (Ana, Bo)", "12 voix (40 %)": cuts what stands in brackets behind a
 * tail. */
static bool
cut_who(struct cutting *cutting, const char *text)
{
	const char *open = strrchr(text, '('), *close;

	close = open != NULL && open > text ? strchr(open, ')') : NULL;
	if (close == NULL || close[1] != '\0')
		return false;
	if (!cut(cutting, part(cutting, text, open)))
		return false;
	cutting->tail.who = part(cutting, open + 1, close);
	return true;
}

/* The share that so much of a text ends with, behind a sign, which is given; or
 * NULL. */
static const char *
find_share(const char *text, const char *end, const char **sign)
{
	static const char *const signs[] = { ", ", " – ", " — ", " - ", " ; ",
		"; ", " / ", " soit ", " or ", " i.e. " };
	const char *from = end;
	size_t i, n;

	*sign = NULL;
	if (end == text || end[-1] != '%')
		return NULL;
	for (i = 0; i < sizeof(signs) / sizeof(signs[0]) && *sign == NULL; i++)
		if ((*sign = last_of(text, (size_t)(end - text), signs[i])))
			from = *sign + strlen(signs[i]);
	n = strspn(from, "0123456789., \u00a0\u202f");
	return n > 0 && from + n + 1 == end ? from : NULL;
}

/* "12 voix, 40 %", "(12 – 40 %)": cuts a share behind a tail, and the bracket
 * with it. */
static bool
cut_share(struct cutting *cutting, const char *text)
{
	const char *end = text + strlen(text), *sign, *from;

	end -= end > text && end[-1] == ')';
	from = find_share(text, end, &sign);
	if (from == NULL)
		return false;
	if (!cut(cutting,
		arena_format(cutting->arena, "%s%s", part(cutting, text, sign),
		    end)) ||
	    cutting->tail.shape == TAIL_BARE)
		return false;
	cutting->tail.who = part(cutting, from, end);
	return true;
}

/* "Jardin - 40 % (12 voix)": the share in front of a tail. */
static void
cut_share_before(struct cutting *cutting)
{
	struct tail *tail = &cutting->tail;
	const char *end = tail->text + strlen(tail->text), *sign;
	const char *from = find_share(tail->text, end, &sign);

	if (from == NULL || tail->shape != TAIL_UNIT || tail->who != NULL)
		return;
	tail->who = part(cutting, from, end);
	tail->text = part(cutting, tail->text, sign);
}

/* "Jardin : environ 10 voix", "Jardin : une dizaine": the longest of what may be one
 * among the last words. */
static bool
cut_about(struct cutting *cutting, const char *text)
{
	enum { MOST_WORDS = 7 };
	const char *at = text + strlen(text), *front;
	bool unit;

	for (int i = 0; i < MOST_WORDS; i++) {
		at = last_of(text, (size_t)(at - text), " ");
		if (at == NULL)
			break;
		front = at;
		if (front - text > 4 && strncmp(front - 4, " –", 4) == 0)
			front -= 4;
		while (front > text && strchr(" :-=(", front[-1]) != NULL)
			front--;
		if (!marks_are_about(plain_of(cutting, at), &unit) ||
		    (!unit && *uni_skip_blanks(front) != ':'))
			continue;
		cut_at(cutting, front, TAIL_BARE);
		cutting->tail.typed = uni_line(cutting->arena, at);
		cutting->tail.about = true;
	}
	cutting->tail.shape = TAIL_NONE;
	return cutting->tail.about;
}

struct tail
tail_cut(struct arena *arena, enum lang words, const char *text)
{
	struct cutting cutting = { .arena = arena,
		.words = words,
		.text = text };

	if (!cut_about(&cutting, text) && !cut_share(&cutting, text) &&
	    !cut(&cutting, text) && !cut_who(&cutting, text))
		cutting.tail = (struct tail){ .text = text };
	cut_share_before(&cutting);
	return cutting.tail;
}

struct tail
tail_cut_drawn(struct arena *arena, const char *text)
{
	struct cutting cutting = { .arena = arena, .text = text };

	cut_drawn(&cutting);
	return cutting.tail;
}
