/*
 * mark: numbers as people write them before questions.
 */
#include <string.h>

#include "text/uni.h"
#include "wall.h"

enum { MAX_DIGITS = 9, MAX_PREFIX = 20, FIRST_YEAR = 1900, LAST_YEAR = 2100 };

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Whether what stands before the digits names a number: "n°", "Question". */
static bool
is_prefix(const char *text, size_t length)
{
	char prefix[MAX_PREFIX + 1];

	while (length > 0 && text[length - 1] == ' ')
		length--;
	if (length == 0)
		return true;
	memcpy(prefix, text, length);
	prefix[length] = '\0';
	return term_is_any(prefix, T_NUMBER, T_QUESTIONS);
}

/* Reads "n° 12" and moves behind it; *bare: nothing stood before the digits. */
static size_t
read_number(const char **text, bool *bare)
{
	size_t prefix = strcspn(*text, "0123456789"), digits, number = 0;
	const char *at = *text + prefix;

	digits = strspn(at, "0123456789");
	if (prefix > MAX_PREFIX || digits == 0 || digits > MAX_DIGITS ||
	    !is_prefix(*text, prefix))
		return 0;
	for (; is_digit(*at); at++)
		number = number * 10 + (size_t)(*at - '0');
	*bare = prefix == 0;
	*text = at;
	return number;
}

/* Behind the marks that lead a text, and the blanks around them; apart: of marks
 * that a blank follows, or nothing. */
static const char *
skip(const char *text, const char *const *marks, size_t count, bool apart)
{
	const char *next;
	size_t n;

	for (;; text = next) {
		n = uni_mark(text, marks, count);
		next = uni_skip_blanks(text + n);
		if (n == 0 || (apart && next == text + n && *next != '\0'))
			return text;
	}
}

/* Moves past the marks that part a number from its text. */
static const char *
skip_marks(const char *text)
{
	static const char *const marks[] = { "–", "—", "−", "-", ".", ")", ":",
		"°", "/" };

	return skip(text, marks, sizeof(marks) / sizeof(marks[0]), false);
}

size_t
mark_number(const char *text)
{
	size_t number;
	bool bare;

	text = uni_skip_blanks(text);
	number = read_number(&text, &bare);
	return *skip_marks(uni_skip_blanks(text)) == '\0' ? number : 0;
}

/* Whether a mark, and no blank, stands right before at. */
static bool
is_glued(const char *at)
{
	return strchr("-.):/\x93\x94\x92\xb0", at[-1]) != NULL;
}

/* Whether what stands between number and text is no mark: "12.b", "12:30". */
static bool
is_no_mark(const char *after, const char *end)
{
	bool upper = (*end >= 'A' && *end <= 'Z') || (*end & 0x80) != 0;

	if (!is_glued(end) || *end == '\0')
		return false;
	return is_digit(*end) || ((*after == '.' || *after == '/') && !upper);
}

bool
mark_read(struct arena *arena, const char *text, size_t before, size_t *number,
    const char **rest)
{
	bool strong = strncmp(text, "**", 2) == 0, bare, marked;
	const char *at = text + (strong ? 2 : 0), *after, *end;
	bool doubtful;

	*number = read_number(&at, &bare);
	if (*number == 0)
		return false;
	marked = strong && strncmp(at, "**", 2) == 0;
	after = uni_skip_blanks(at + (marked ? 2 : 0));
	if (marked)
		strong = false;
	end = skip_marks(after);
	if (end == after && !marked && (bare || after == at))
		return false; /* "12 communes" */
	if (end > after && is_no_mark(after, end))
		return false;
	doubtful = !marked &&
	    (is_digit(*end) || (*number >= FIRST_YEAR && *number <= LAST_YEAR));
	if (doubtful && *number != before + 1)
		return false; /* "2026 : ...", "3 – 12 ans : ..." */
	if (strong && strncmp(end, "**", 2) == 0) {
		end = uni_skip_blanks(end + 2);
		strong = false;
	}
	*rest = strong ? arena_format(arena, "**%s", end) : end;
	return true;
}

size_t
mark_leads(struct arena *arena, const char *line, size_t before)
{
	const char *rest;
	size_t number;

	return mark_read(arena, md_text(arena, line), before, &number, &rest)
	    ? number
	    : 0;
}

const char *
mark_skip(const char *text)
{
	static const char *const marks[] = { "–", "—", "−", "-", ":", "→", "->",
		"=>" };

	return skip(uni_skip_blanks(text), marks,
	    sizeof(marks) / sizeof(marks[0]), true);
}

struct tail
mark_votes(const struct wall *wall, const char *text)
{
	const struct bind *bind = wall->method->bind;
	struct tail tail = tail_cut(bind->doc->arena, bind->words, text);
	size_t n = strlen(tail.text);
	bool asked = n > 0 && tail.text[n - 1] == '?';
	bool votes = tail.shape == TAIL_MARKS ||
	    (tail.shape != TAIL_NONE &&
		(asked || *tail.typed == '+' ||
		    (*tail.typed == '(' && tail.shape == TAIL_UNIT)));

	return votes && tail.who == NULL ? tail : (struct tail){ .text = text };
}

bool
mark_is_idem(struct arena *arena, const char *plain)
{
	const char *folded = uni_fold(arena, plain);
	size_t length = term_front(T_WALL_IDEM_WORDS, folded);

	return length > 0 &&
	    (folded[length] == '\0' ||
		strchr(" ,;:(.)", folded[length]) != NULL);
}
