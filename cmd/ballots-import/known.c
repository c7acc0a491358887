/*
 * known: the options that --options-file names, whose texts may hold what
 * parts others.
 */
#include <string.h>

#include "base/arena.h"
#include "import.h"
#include "source/source.h"
#include "text/uni.h"

void
known_read(struct import *import)
{
	const char *path = import->options->known, *line, *text;
	struct source_file file;
	const struct source *source = NULL;
	struct pos pos = { path, 1, 1 };
	size_t length;

	if (path == NULL)
		return;
	if (source_open(&file, path, &import->faults)) {
		source = source_read(import->arena, &file, &import->faults);
		source_close(&file);
	}
	if (source == NULL)
		return;
	for (line = source->bytes; *line != '\0'; pos.line++) {
		length = strcspn(line, "\n");
		text = uni_line(import->arena,
		    arena_copy(import->arena, line, length));
		if (*text != '\0')
			ballot_option(import, text, pos, false);
		line += length + (line[length] == '\n');
	}
	import->known = import->option_count;
}

const char *
known_end(const struct import *import, const char *cell)
{
	const char *start = cell + strspn(cell, " \n"), *end = NULL, *behind;
	size_t i, length;

	for (i = 0; i < import->known; i++) {
		length = strlen(import->option[i].text);
		if (strncmp(start, import->option[i].text, length) != 0)
			continue;
		behind = start + length + strspn(start + length, " \n");
		if (strchr(",;", *behind) != NULL &&
		    (end == NULL || behind > end))
			end = behind;
	}
	return end;
}
