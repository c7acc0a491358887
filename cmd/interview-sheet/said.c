/*
 * said: the words of an answer, counted, and compared with a quote.
 */
#include "said.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "source/md.h"
#include "text/uni.h"

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

bool
said_holds(struct arena *arena, const char *compared, const char *quote)
{
	static const char *const gaps[] = { "...", "…" };
	const char *part, *end;
	bool any = false;
	size_t gap = 0;

	for (; *quote != '\0'; quote = end + gap) {
		end = uni_first_of(quote, gaps, 2, &gap);
		if (end == NULL) {
			end = quote + strlen(quote);
			gap = 0;
		}
		part = said_compared(arena, arena_until(arena, quote, end));
		if (part[2] == '\0')
			continue;
		compared = strstr(compared, part);
		if (compared == NULL)
			return false;
		compared += strlen(part) - 1; /* the blank parts the next */
		any = true;
	}
	return any;
}
