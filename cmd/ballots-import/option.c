/*
 * option: what can be voted for, each once.
 */
#include <string.h>

#include "base/arena.h"
#include "domain/ballot.h"
#include "import.h"
#include "source/source.h"
#include "text/uni.h"

const char *
option_number(struct import *import, size_t number)
{
	return arena_format(import->arena, "%zu", number);
}

/* "halle" behind "Halle" is the same option, and told once. */
static void
check_spelling(struct import *import, const struct option *option,
    const char *text, struct pos pos)
{
	struct dict_entry *entry;

	if (strcmp(option->text, text) == 0)
		return;
	entry = dict_enter(&import->spellings, text);
	if (entry->value == NULL)
		note_add(&import->findings, pos, M_IMPORT_SPELLING, text,
		    option->text,
		    arena_format(import->arena, "%s:%zu", option->pos.file,
			option->pos.line));
	entry->value = import;
}

/* "2026-03-02T18:30.../2026-03-02T20:30..." as 2026-03-02, 18:30–20:30; any
 * other text on one line. */
static const char *
plain_of(struct arena *arena, const char *text)
{
	static const char digits[] = "0123456789-T:";
	const char *end = strchr(text, '/');

	if (end == NULL || strspn(text, digits) < 16 ||
	    strspn(++end, digits) < 16 || text[10] != 'T' || end[10] != 'T')
		return uni_line(arena, text);
	return strncmp(text, end, 10) == 0
	    ? arena_format(arena, "%.10s, %.5s–%.5s", text, text + 11, end + 11)
	    : arena_format(arena, "%.10s, %.5s – %.10s, %.5s", text, text + 11,
		  end, end + 11);
}

size_t
option_enter(struct import *import, const char *text, struct pos pos,
    bool unique)
{
	struct arena *arena = import->arena;
	const char *first = plain_of(arena, text), *plain = first;
	struct dict_entry *entry;
	size_t *number, *again = NULL;

	for (;;) {
		entry = dict_enter(&import->option_numbers,
		    ballot_option_key(arena, plain));
		number = entry->value;
		if (!unique || number == NULL ||
		    import->option[*number].sheet != import->sheets)
			break;
		if (again == NULL)
			note_add(&import->findings, pos, M_IMPORT_SAME_OPTION,
			    plain);
		again = again ? again : &import->option[*number].again;
		plain = arena_format(arena, "%s (%zu)", first, ++*again + 1);
	}
	if (number == NULL) {
		entry->value = number = arena_alloc(arena, sizeof(*number));
		*number = import->option_count++;
		import->option = arena_grow(arena, import->option, *number,
		    sizeof(*import->option));
		import->option[*number] = (struct option){ .text = plain,
			.label = arena_format(arena, "O%zu", *number + 1),
			.pos = pos };
	}
	import->option[*number].sheet = import->sheets;
	check_spelling(import, &import->option[*number], plain, pos);
	return *number;
}

void
option_known(struct import *import)
{
	const char *path = import->options->known, *line, *text;
	const struct source *source = NULL;
	struct source_file file;
	struct pos pos = { path, 1, 1 };
	size_t length;

	if (path == NULL)
		return;
	if (source_open(&file, path, import->faults))
		source = source_read(import->arena, &file, import->faults);
	source_close(&file);
	for (; source != NULL && pos.line <= source->line_count; pos.line++) {
		line = source_line(source, pos.line, &length);
		text = uni_line(import->arena,
		    arena_copy(import->arena, line, length));
		if (*text != '\0')
			option_enter(import, text, pos, false);
	}
	import->known = import->option_count;
}
