/*
 * note: notes as the room wrote them.
 */
#include <string.h>

#include "report/carry.h"
#include "value/marks.h"
#include "workshop.h"

/* What stands between a note and who wrote it. */
#define DASH " — "

const struct bind_row note_item_rows[] = {
	ROW(note_item, text, .key = T_TEXT, .flags = BIND_MAIN),
	ROW(note_item, from, .key = T_FROM, .flags = BIND_WHO),
	ROW(note_item, votes, .key = T_VOICES),
	ROW_ITEMS(note_item, below, note_item, .flags = BIND_BELOW),
	{ BIND_END },
};

/* "3 voix" */
static bool
read_votes(const char *text, struct note_item *note)
{
	size_t n = strspn(text, "0123456789");
	uint64_t count;
	bool drawn;

	if (n == 0 || text[n] != ' ' || !term_is(text + n + 1, T_VOICES) ||
	    marks_reading(text, LANG_NONE, &count, &drawn) != SURE_EXACT)
		return false;
	note->votes = method_figure(1000 * (int64_t)count);
	return true;
}

/* Cuts "— *who*, 3 voix" off the end of a note's text. */
static void
cut_tail(struct arena *arena, struct note_item *note)
{
	const char *text = note->text.text, *at = text, *tail = NULL, *end;
	size_t length;

	while ((at = strstr(at, DASH)) != NULL)
		tail = at, at += strlen(DASH);
	if (tail == NULL || tail == text)
		return;
	length = (size_t)(tail - text);
	tail += strlen(DASH);
	if (*tail != '*' || tail[1] == '*') {
		if (read_votes(tail, note))
			note->text.text = arena_copy(arena, text, length);
		return;
	}
	end = strchr(tail + 1, '*');
	if (end == NULL || end == tail + 1 ||
	    (end[1] != '\0' &&
		(strncmp(end + 1, ", ", 2) != 0 || !read_votes(end + 3, note))))
		return;
	note->from.text = arena_copy(arena, tail + 1, (size_t)(end - tail - 1));
	note->from.given = true;
	note->text.text = arena_copy(arena, text, length);
}

void
notes_read(struct method *method, struct bind_list *notes)
{
	BIND_EACH(struct note_item, note, notes) {
		if (!read_votes(note->votes.typed, note) && !note->from.given &&
		    *note->votes.typed == '\0')
			cut_tail(method->arena, note);
		notes_read(method, &note->below);
	}
}

bool
note_has_pairs(const struct note_item *note)
{
	return note->votes.as_typed && *note->text.text != '\0';
}

const char *
note_line(const struct method *method, const struct note_item *note)
{
	const char *from = note->from.text, *votes = "";

	if (note->votes.as_typed)
		votes = note->votes.typed;
	else if (note->votes.given)
		votes = arena_format(method->arena, "%s %s",
		    method_number(method, note->votes.thousandths),
		    method_word(method, T_VOICES));
	if (*from != '\0')
		votes = arena_format(method->arena, "*%s*%s%s", from,
		    *votes != '\0' ? ", " : "", votes);
	if (*votes == '\0' || *note->text.text == '\0')
		return *votes == '\0' ? note->text.text : votes;
	return arena_format(method->arena, "%s" DASH "%s", note->text.text,
	    votes);
}

/* A note whose votes are no plain number, with these as pairs below it. */
static void
write_with_pairs(struct method *method, size_t level,
    const struct note_item *note)
{
	report_item_below(method->report, level, "", note->text.text);
	if (*note->from.text != '\0')
		report_pair_below(method->report, level + 1, T_FROM,
		    note->from.text);
	report_pair_below(method->report, level + 1, T_VOICES,
	    note->votes.typed);
	carry_below(method->report, level + 1, note->text.more);
}

static void
render_level(struct method *method, const struct bind_list *notes, size_t level)
{
	bool says;

	BIND_EACH(const struct note_item, note, notes) {
		/* a list in a list: its first item leads, as Markdown reads it */
		says = *note_line(method, note) != '\0' ||
		    note->text.more != NULL || note->below.count == 0;
		if (note_has_pairs(note))
			write_with_pairs(method, level, note);
		else if (says)
			carry_item(method->report, level,
			    note_line(method, note), note->text.more);
		render_level(method, &note->below, level + says);
	}
}

void
notes_render(struct method *method, const struct bind_list *notes)
{
	render_level(method, notes, 0);
}
