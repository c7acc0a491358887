/*
 * md_cells: what a cell of a table holds, which is one line: items that tags,
 * bullets or semicolons part.
 */
#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "source/line.h"
#include "source/md.h"
#include "text/uni.h"

/* The length of a tag that parts items in a cell, or holds them; 0: none. */
static size_t
break_length(const char *text)
{
	static const char *const tags[] = { "<br>", "<br/>", "<br />", "<ul>",
		"</ul>", "<ol>", "</ol>", "<li>", "</li>" };

	for (size_t i = 0; *text == '<' && i < sizeof(tags) / sizeof(tags[0]);
	     i++)
		if (strncasecmp(text, tags[i], strlen(tags[i])) == 0)
			return strlen(tags[i]);
	return 0;
}

/* The length of what parts two items where they stand: a tag, or a bullet in the
 * middle of a line; 0: nothing does. */
static size_t
parting_length(const char *text)
{
	static const char *const bullets[] = { " •", " ◦", " ▪", " ‣" };
	size_t n = break_length(text);

	return n > 0
	    ? n
	    : uni_mark(text, bullets, sizeof(bullets) / sizeof(*bullets)) > 0;
}

/* Whether a semicolon parts two items: it ends no entity. */
static bool
is_semicolon(const char *cell, const char *at)
{
	const char *word = at;

	while (word > cell && word[-1] != ' ' && word[-1] != '&')
		word--;
	return *at == ';' && (word == cell || word[-1] != '&');
}

/* The length of a bullet in front of a line. */
static size_t
bullet_length(const char *text)
{
	size_t n = line_bullet(text, NULL);

	if (n == 0 &&
	    (strncmp(text, "- ", 2) == 0 || strncmp(text, "* ", 2) == 0))
		n = 2;
	return n;
}

/* The length of a number in front of a line, "1. ". */
static size_t
number_length(const char *text)
{
	size_t n = strspn(text, "0123456789");

	return n > 0 && n < 3 &&
		(strncmp(text + n, ". ", 2) == 0 ||
		    strncmp(text + n, ") ", 2) == 0)
	    ? n + 2
	    : 0;
}

static void
add(struct arena *arena, struct md_items *items, const char *text)
{
	ARENA_ADD(arena, items->at, items->count) = text;
}

/* Adds what stands between the marks of a cell, without bullets. */
static void
split(struct arena *arena, const char *cell, bool semicolons,
    struct md_items *items)
{
	const char *at = cell, *end;
	size_t mark, n;

	do {
		at += strspn(at, " ");
		for (end = at, mark = 0; *end != '\0' && mark == 0; end++)
			mark = semicolons ? is_semicolon(cell, end)
					  : parting_length(end);
		end -= mark > 0;
		n = bullet_length(at);
		if (at + n < end)
			add(arena, items,
			    arena_copy(arena, at + n, (size_t)(end - at) - n));
		at = end + mark;
	} while (*at != '\0');
}

/* Takes the numbers off lines that all have one, from a place on. */
static void
drop_numbers(struct md_items *items, size_t from)
{
	size_t i = from;

	while (i < items->count && number_length(items->at[i]) > 0)
		i++;
	if (i < items->count || i < from + 2)
		return;
	for (i = from; i < items->count; i++)
		items->at[i] += number_length(items->at[i]);
}

/* Parts a strong name from what stands behind it in its line, "**Risks** : one ;
 * another". */
static void
part_name(struct arena *arena, struct md_items *lines)
{
	struct md_items all = { .count = 0 };
	const char *line = lines->count > 0 ? lines->at[0] : "";
	const char *end =
	    strncmp(line, "**", 2) == 0 ? strstr(line + 2, "**") : NULL;
	const char *rest = end != NULL ? end + 2 : "";

	rest += strspn(rest, " :");
	if (*rest == '\0')
		return;
	add(arena, &all, arena_until(arena, line, end + 2));
	split(arena, rest, lines->count == 1, &all);
	for (size_t i = 1; i < lines->count; i++)
		add(arena, &all, lines->at[i]);
	*lines = all;
}

struct md_items
md_split_cell(struct arena *arena, const char *cell, enum md_cell_form form)
{
	struct md_items lines = { .count = 0 }, parts = { .count = 0 };

	split(arena, cell, false, &lines);
	if (form == MD_CELL_PARTED && lines.count == 1) {
		split(arena, lines.at[0], true, &parts);
		return parts;
	}
	if (form == MD_CELL_NAMED)
		part_name(arena, &lines);
	drop_numbers(&lines, form == MD_CELL_NAMED);
	return lines;
}
