#include "text/note.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/dict.h"
#include "text/uni.h"

/* A place for one note more. */
static struct note *
note_slot(struct notes *notes)
{
	return &ARENA_ADD(notes->arena, notes->at, notes->count);
}

void
note_put(struct notes *notes, struct pos pos, enum term message,
    const char *const args[NOTE_ARGS + 1])
{
	struct note *note = note_slot(notes);

	note->pos = pos;
	note->message = message;
	for (size_t i = 0; i < NOTE_ARGS; i++)
		note->args[i] = args[i] ? args[i] : "";
}

void
note_lead(struct notes *notes, const struct notes *first)
{
	struct notes all = { .arena = first->arena };

	note_follow(&all, first);
	note_follow(&all, notes);
	if (first->count > 0)
		*notes = all;
}

void
note_follow(struct notes *notes, const struct notes *last)
{
	for (size_t i = 0; i < last->count; i++)
		*note_slot(notes) = last->at[i];
}

const char *
note_text(struct arena *arena, const struct note *note, enum lang lang,
    const char *(*escape)(struct arena *arena, const char *text))
{
	const char *format = term_name(note->message, lang), *arg;
	struct buf buf = BUF_INIT;

	for (; *format != '\0'; format++) {
		if (format[0] != '{' || format[1] < '1' ||
		    format[1] > '0' + NOTE_ARGS || format[2] != '}') {
			buf_char(&buf, *format);
			continue;
		}
		arg = note->args[format[1] - '1'];
		buf_string(&buf, escape ? escape(arena, arg) : arg);
		format += 2;
	}
	if (buf.length > 0 && buf.at[buf.length - 1] == ' ')
		buf_string(&buf, "\u2026"); /* something without a name */
	return buf_take(&buf, arena);
}

struct place {
	const struct note *note;
	size_t file; /* the order in which the files came */
};

static int
compare_places(const void *a, const void *b)
{
	const struct place *one = a, *two = b;

	if (one->file != two->file)
		return one->file < two->file ? -1 : 1;
	if (one->note->pos.line != two->note->pos.line)
		return one->note->pos.line < two->note->pos.line ? -1 : 1;
	if (one->note->pos.col != two->note->pos.col)
		return one->note->pos.col < two->note->pos.col ? -1 : 1;
	return one->note < two->note ? -1 : one->note > two->note;
}

void
note_sort(struct notes *notes)
{
	struct place *places;
	struct note *sorted;
	struct dict_entry *entry;
	struct dict files = { .arena = notes->arena };

	places = arena_array(notes->arena, notes->count, sizeof(*places));
	for (size_t i = 0; i < notes->count; i++) {
		entry = dict_enter(&files,
		    notes->at[i].pos.file ? notes->at[i].pos.file : "");
		places[i].note = &notes->at[i];
		places[i].file = (size_t)(entry - files.entries);
	}
	if (notes->count > 1)
		qsort(places, notes->count, sizeof(*places), compare_places);
	sorted = arena_array(notes->arena, notes->count, sizeof(*sorted));
	for (size_t i = 0; i < notes->count; i++)
		sorted[i] = *places[i].note;
	if (notes->count > 1)
		memcpy(notes->at, sorted, notes->count * sizeof(*sorted));
}

void
note_print(const struct notes *notes, enum lang lang)
{
	ARENA_SCRATCH(arena);

	for (size_t i = 0; i < notes->count; i++)
		err_say(notes->at[i].pos,
		    uni_line(arena,
			note_text(arena, &notes->at[i], lang, NULL)));
}
