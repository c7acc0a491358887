/*
 * people_pass: who is named in what passes into a report as it was typed.
 */
#include <string.h>

#include "sheet/people.h"
#include "text/uni.h"

/* Whether a name tells who was there, or was not. */
static bool
is_attendance(const char *key)
{
	static const enum term attendance[] = { T_ATTENDANCE, T_PARTICIPANTS,
		T_FACILITATOR, T_AUTHOR };

	return term_read(key, TERM_GLOSSED, attendance, 4, NULL) != T_NONE;
}

bool
people_is_key(const char *key)
{
	static const enum term person[] = { T_PERSON };

	return *key != '\0' &&
	    (term_read(key, TERM_GLOSSED, person, 1, NULL) != T_NONE ||
		is_attendance(key));
}

/* Whoever is named behind a note: "text — *who*". */
static void
add_tails(struct people *people, const char *text)
{
	static const char mark[] = " — *";
	const char *end;
	size_t n;

	while ((text = strstr(text, mark)) != NULL) {
		text += sizeof(mark) - 1;
		n = strcspn(text, "*\n");
		end = text + n;
		if (*end == '*' && n > 0 && n <= PEOPLE_MAX_NAME &&
		    strchr("\n,", end[1]) != NULL)
			people_add(people,
			    arena_copy(people->bind->doc->arena, text, n));
		else if (*end == '*' && strncmp(end + 1, " |", 2) == 0 && n > 0)
			people_add(people,
			    arena_copy(people->bind->doc->arena, text, n));
	}
}

/* The key that leads a line of a report, as a heading, a strong pair or plain
 * words (but in an item, which may be a finding), and what stands behind it;
 * NULL where none does. */
static const char *
lead_of(struct arena *arena, const char *line, const char **rest)
{
	size_t hashes = strspn(line, "#"), n;

	*rest = "";
	if (hashes > 0)
		return md_plain(arena, line + hashes);
	n = strcspn(line, ":");
	if (line[n] == '\0' || n > PEOPLE_MAX_NAME ||
	    (strncmp(line, "- ", 2) == 0 && strncmp(line, "- **", 4) != 0))
		return NULL;
	*rest = line + n + 1 + strspn(line + n + 1, "* ");
	line += strspn(line, "-*> ");
	return md_plain(arena, arena_copy(arena, line, strcspn(line, ":*")));
}

/* Whoever was there or was not, in pairs and under headings that pass. */
static void
add_attendance(struct people *people, const char *report)
{
	struct arena *arena = people->bind->doc->arena;
	const char *line, *key, *rest;
	bool below = false;
	size_t n;

	for (; *report != '\0'; report += n + (report[n] != '\0')) {
		n = strcspn(report, "\n");
		line = arena_copy(arena, report, n);
		key = lead_of(arena, line, &rest);
		if (key != NULL && is_attendance(key))
			people_add(people, rest);
		else if (below && strchr("#|", *line) == NULL)
			people_add(people, line + strspn(line, "-*> "));
		if (*line == '#')
			below = is_attendance(key);
	}
}

/* Whether a word is somebody's first name; *letter: theirs, or NULL where it is
 * the name of several. */
static bool
is_first_name(const struct people *people, const char *word, size_t n,
    void **letter)
{
	const struct dict_entry *entry = people->names.entries;
	size_t i, count = 0;

	for (i = 0; i < people->names.count; i++, entry++) {
		if (strncmp(entry->key, word, n) != 0 || entry->key[n] != ' ')
			continue;
		*letter = count++ == 0 ? entry->value : NULL;
	}
	return count > 0;
}

/* The length of a word before a colon, strong or not; or 0. */
static size_t
lead_length(const char *text)
{
	const char *end = text, *next = text;
	int32_t c;
	size_t n;

	while (c = uni_next(&next), uni_is_word(c) || c == '-')
		end = next;
	n = (size_t)(end - text);
	while (c == '*' || uni_is_blank(c))
		c = uni_next(&next);
	return c == ':' ? n : 0;
}

/* First names that lead a line, "Rod: ...": each has its person's letter, or one
 * of its own. */
static void
add_first_names(struct people *people, const char *report)
{
	struct arena *arena = people->bind->doc->arena;
	struct dict_entry *entry;
	const char *word;
	size_t line, n;
	void *letter;

	for (; *report != '\0'; report += line + (report[line] != '\0')) {
		line = strcspn(report, "\n");
		word = report + strspn(report, "-*> ");
		n = lead_length(word);
		if (n == 0 || !is_first_name(people, word, n, &letter))
			continue;
		entry = dict_enter(&people->names, arena_copy(arena, word, n));
		if (entry->value == NULL)
			entry->value = letter;
	}
}

void
people_gather(struct people *people, const struct buf *report)
{
	add_tails(people, report->at);
	add_attendance(people, report->at);
	people_letters(people);
	add_first_names(people, report->at);
	people_letters(people);
}
