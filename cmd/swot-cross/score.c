/*
 * score: scores at the end of a text, "(+2)" or "(Anne +2 ; Bruno −1)".
 */
#include <string.h>

#include "base/arena.h"
#include "swot.h"
#include "text/uni.h"
#include "value/number.h"

bool
score_is_name(const char *person)
{
	return strpbrk(person, ";,()") == NULL;
}

void
score_add(struct arena *arena, struct crossing *crossing, struct score score)
{
	crossing->scores = arena_grow(arena, crossing->scores,
	    crossing->score_count, sizeof(score));
	crossing->scores[crossing->score_count++] = score;
}

/* What stands behind the last blank of a line. */
static const char *
last_word(const char *line)
{
	const char *word = line;

	while (*line != '\0')
		if (uni_is_blank(uni_next(&line)))
			word = line;
	return word;
}

/* "Anne +2" or "+2" */
static bool
read_one(struct arena *arena, const char *part, struct score *score)
{
	const char *line = uni_line(arena, part);
	const char *number = last_word(line);

	score->person =
	    uni_line(arena, arena_copy(arena, line, (size_t)(number - line)));
	return number_has_sign(number) && number_read(number, &score->value) &&
	    score_is_name(score->person);
}

/* The bytes up to the next ";", or, where there is none, ", ". */
static size_t
part_length(const char *text, bool commas)
{
	const char *end = commas ? strstr(text, ", ") : strchr(text, ';');

	return end ? (size_t)(end - text) : strlen(text);
}

bool
score_read(struct arena *arena, const char *text, struct crossing *into)
{
	bool commas = strchr(text, ';') == NULL;
	struct score score;
	size_t n;

	for (;; text += n + 1) {
		n = part_length(text, commas);
		if (!read_one(arena, arena_copy(arena, text, n), &score)) {
			into->score_count = 0;
			return false;
		}
		score_add(arena, into, score);
		if (text[n] == '\0')
			return true;
	}
}

/* Whether an odd number of backslashes stands in front of a place. */
static bool
is_escaped(const char *text, const char *at)
{
	size_t n = 0;

	while (at - n > text && at[-(ptrdiff_t)n - 1] == '\\')
		n++;
	return n % 2 != 0;
}

const char *
score_open(const char *text)
{
	size_t length = strlen(text);

	return length >= 4 && text[length - 1] == ')' ? strrchr(text, '(')
						      : NULL;
}

const char *
score_cut(struct arena *arena, const char *text, const char *raw,
    struct crossing *into)
{
	const char *open = score_open(text), *typed = strrchr(raw, '(');
	const char *inside;

	if (open == NULL || (typed != NULL && is_escaped(raw, typed)))
		return text;
	inside = arena_copy(arena, open + 1, strlen(open) - 2);
	if (!score_read(arena, md_plain(arena, inside), into))
		return text;
	return md_text(arena, arena_copy(arena, text, (size_t)(open - text)));
}
