/*
 * said: the words of an answer, counted, and compared with a quote.
 */
#include "said.h"

#include <string.h>

#include "base/arena.h"
#include "source/md.h"
#include "text/uni.h"

/* The answers that a word stands in, by place. */
struct places {
	size_t *at;
	size_t count;
};

/* Behind the marks that begin a line of prose: of an item, of a quote. */
static const char *
skip_marks(const char *line)
{
	size_t n;

	for (;;) {
		line += strspn(line, " ");
		n = strspn(line, "0123456789");
		if (n > 0 && (line[n] == '.' || line[n] == ')') &&
		    line[n + 1] == ' ')
			line += n + 2;
		else if (*line != '\0' && strchr("-*+>", *line) != NULL &&
		    line[1] == ' ')
			line += 2;
		else
			return line;
	}
}

const char *
said_words(struct arena *arena, const char *prose)
{
	struct buf out = BUF_INIT;
	const char *line;
	size_t n;

	for (; *prose != '\0'; prose += n + (prose[n] == '\n')) {
		n = strcspn(prose, "\n");
		line = skip_marks(arena_copy(arena, prose, n));
		if (strncmp(line, "```", 3) != 0)
			buf_format(&out, "%s ",
			    md_plain(arena, md_text(arena, line)));
	}
	return buf_take(&out, arena);
}

const char *
said_compared(struct arena *arena, const char *words)
{
	const char *at = uni_fold(arena, words), *before;
	struct buf out = BUF_INIT;
	int32_t c;

	for (before = at; (c = uni_next(&at)) != 0; before = at)
		if (uni_is_word(c))
			buf_add(&out, before, (size_t)(at - before));
		else
			buf_char(&out, ' ');
	return arena_format(arena, " %s ",
	    uni_line(arena, buf_take(&out, arena)));
}

void
said_open(struct said *said, struct arena *arena)
{
	*said = (struct said){ .arena = arena };
	dict_init(&said->words, arena);
}

/* The answers that hold a word which stands between blanks; behind: the blank
 * behind it. */
static struct places *
places_of(struct said *said, const char *blank, const char **behind)
{
	const char *word = blank + 1;

	*behind = word + strcspn(word, " ");
	return dict_made(&said->words, arena_until(said->arena, word, *behind),
	    sizeof(struct places));
}

void
said_add(struct said *said, const char *compared)
{
	struct places *places;
	const char *at = compared;

	ARENA_ADD(said->arena, said->answers, said->count) = compared;
	while (at[1] != '\0') {
		places = places_of(said, at, &at);
		if (places->count > 0 &&
		    places->at[places->count - 1] == said->count - 1)
			continue;
		ARENA_ADD(said->arena, places->at, places->count) =
		    said->count - 1;
	}
}

/* The parts of a quote, which "..." or "…" divide, as they are compared; NULL
 * behind the last. */
static const char **
parts_of(struct arena *arena, const char *quote)
{
	const char **parts = NULL, *part, *end;
	size_t gap = 0, count = 0;

	for (; *quote != '\0'; quote = end + gap) {
		end = uni_first_among(quote, &gap, "...", "…");
		if (end == NULL) {
			end = quote + strlen(quote);
			gap = 0;
		}
		part = said_compared(arena, arena_until(arena, quote, end));
		if (part[2] == '\0')
			continue;
		ARENA_ADD(arena, parts, count) = part;
	}
	parts = arena_grow(arena, parts, count, sizeof(*parts));
	parts[count] = NULL;
	return parts;
}

/* Whether an answer holds the parts in their order. */
static bool
holds(const char *compared, const char *const *parts)
{
	for (; *parts != NULL; parts++) {
		compared = strstr(compared, *parts);
		if (compared == NULL)
			return false;
		compared += strlen(*parts) - 1; /* the blank parts the next */
	}
	return true;
}

size_t
said_find(struct said *said, const char *quote)
{
	const char *const *parts =
			      (const char *const *)parts_of(said->arena, quote),
			  *at;
	const struct places *rarest = NULL, *places;

	for (size_t i = 0; parts[i] != NULL; i++)
		for (at = parts[i]; at[1] != '\0';) {
			places = places_of(said, at, &at);
			if (rarest == NULL || places->count < rarest->count)
				rarest = places;
		}
	for (size_t i = 0; rarest != NULL && i < rarest->count; i++)
		if (holds(said->answers[rarest->at[i]], parts))
			return rarest->at[i];
	return said->count;
}
