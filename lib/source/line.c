#include "source/line.h"

#include <string.h>

#include "base/arena.h"
#include "text/dress.h"
#include "text/uni.h"

/* Bullets that are one as they stand, and those that are one before a blank. */
static const struct {
	const char *mark;
	bool blank; /* must follow: else the mark begins a word */
	enum node_box box;
} bullets[] = { { "•", false, BOX_NONE }, { "◦", false, BOX_NONE },
	{ "▪", false, BOX_NONE }, { "▫", false, BOX_NONE },
	{ "●", true, BOX_NONE }, { "○", true, BOX_NONE },
	{ "■", true, BOX_NONE }, { "□", true, BOX_OPEN },
	{ "‣", false, BOX_NONE }, { "⁃", false, BOX_NONE },
	{ "∙", true, BOX_NONE }, { "·", true, BOX_NONE },
	{ "–", true, BOX_NONE }, { "—", true, BOX_NONE },
	{ "→", true, BOX_NONE }, { "➔", true, BOX_NONE },
	{ "➜", true, BOX_NONE }, { "➤", true, BOX_NONE },
	{ "►", true, BOX_NONE }, { "▶", true, BOX_NONE },
	{ "->", true, BOX_NONE }, { "-->", true, BOX_NONE },
	{ "=>", true, BOX_NONE }, { "==>", true, BOX_NONE },
	{ "⇒", true, BOX_NONE }, { "⇨", true, BOX_NONE },
	{ "✓", true, BOX_DONE }, { "✔", true, BOX_DONE },
	{ "✗", true, BOX_NONE }, { "✘", true, BOX_NONE },
	{ "☐", false, BOX_OPEN }, { "☑", false, BOX_DONE },
	{ "☒", false, BOX_DONE }, { "[ ]", true, BOX_OPEN },
	{ "[]", true, BOX_OPEN }, { "[x]", true, BOX_DONE },
	{ "[X]", true, BOX_DONE },
	/* Word's, in the letters and private characters of its symbol fonts */
	{ "o\t", false, BOX_NONE }, { "§\t", false, BOX_NONE },
	{ "\uf0b7", false, BOX_NONE }, { "\uf0a7", false, BOX_NONE },
	{ "\uf0d8", false, BOX_NONE }, { "\uf0fc", false, BOX_NONE } };

/* The length of a number as hands write it in front of an item, "1/" or "2°",
 * and the blanks behind; 0: none. */
static size_t
hand_number(const char *text)
{
	static const char *const marks[] = { "/", "°)", "°" };
	size_t n = strspn(text, "0123456789"),
	       mark = uni_mark(text + n, marks, sizeof(marks) / sizeof(*marks));
	const char *at = text + n + mark, *words = uni_skip_blanks(at);

	return n > 0 && n <= 2 && mark > 0 && words != at && *words != '\0' &&
		(*words < '0' || *words > '9')
	    ? (size_t)(words - text)
	    : 0;
}

size_t
line_bullet(const char *text, enum node_box *box)
{
	static const char variation[] = "\uFE0E"; /* or FE0F, as long */
	const char *start = uni_skip_blanks(text), *at, *words;
	size_t i;

	for (i = 0; i < sizeof(bullets) / sizeof(bullets[0]); i++) {
		if (strncmp(start, bullets[i].mark, strlen(bullets[i].mark)) !=
		    0)
			continue;
		at = start + strlen(bullets[i].mark);
		if (strncmp(at, variation, 2) == 0)
			at += strlen(variation);
		words = uni_skip_blanks(at);
		if (*words == '\0' || (bullets[i].blank && words == at))
			continue;
		if (box != NULL)
			*box = bullets[i].box;
		return (size_t)(words - text);
	}
	i = hand_number(start);
	if (i > 0 && box != NULL)
		*box = BOX_NONE;
	return i > 0 ? (size_t)(start - text) + i : 0;
}

bool
line_is_capitals(const char *text)
{
	ARENA_SCRATCH(arena);
	const char *small = uni_lower(arena, text), *at = text;
	bool letters = false, capitals = true;
	int32_t c;

	while ((c = uni_next(&at)) != 0) {
		bool same = c == uni_next(&small);

		letters = letters || !same;
		capitals = capitals && (!same || !uni_is_word(c) || c < 'a');
	}
	return letters && capitals;
}

bool
line_is_theme(const char *text)
{
	enum { LONGEST = 40 };
	size_t dress = dress_length(text), length = strlen(text) - dress;
	const char *at = text + dress;
	int32_t c = uni_next(&at);

	if (length == 0)
		return dress > 0;
	text += dress;
	if (text[length - 1] == ':')
		length--;
	return length > 1 && uni_count(text, length) <= LONGEST &&
	    ((c >= 'A' && c <= 'Z') || (c >= 0xc0 && c <= 0xde)) &&
	    memchr(text, ':', length) == NULL &&
	    strpbrk(text, "|*_`<[(0123456789?") == NULL &&
	    strchr(".,;!", text[length - 1]) == NULL;
}

bool
line_starts_small(const char *text)
{
	int32_t c = uni_next(&text);

	return (c >= 'a' && c <= 'z') || (c >= 0xdf && c <= 0xff) || c == 0x153;
}

/* What is as long may have been wrapped. */
enum { LONG_LINE = 50 };

bool
line_parts_names(const char *before, const char *line)
{
	size_t n = strlen(before);

	return n > 0 && uni_count(before, n) < LONG_LINE &&
	    !line_starts_small(line) && strchr(",;:-/(", before[n - 1]) == NULL;
}

bool
line_is_person(const char *line)
{
	enum { PARTICLE = 3, MOST_WORDS = 5 };
	const char *end = line + strcspn(line, ",(:;"), *dash;
	size_t words = 0, n;

	dash = uni_first_among(line, &n, " - ", " – ", " — ", " / ");
	if (dash != NULL && dash < end)
		end = dash;
	for (; line < end; line += n + (line[n] == ' ')) {
		n = strcspn(line, " ,(:;");
		if ((line_starts_small(line) && n > PARTICLE) ||
		    strchr("\\*[<&", *line) != NULL ||
		    (*line >= '0' && *line <= '9'))
			return false;
		words += !line_starts_small(line);
	}
	return words > 1 && words <= MOST_WORDS;
}

bool
line_goes_on(const char *before, const char *line)
{
	return uni_count(before, strlen(before)) >= LONG_LINE &&
	    line_starts_small(line);
}

bool
line_asks(const char *text)
{
	size_t n = strlen(text);

	while (n > 0 && strchr("* _", text[n - 1]) != NULL)
		n--;
	return n > 0 && text[n - 1] == '?';
}
