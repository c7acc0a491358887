/*
 * hat: the laws over sheets of a tool that are made from its rows.
 *
 * hat SHEET FIRST COUNT [SEED ...]: so many sheets out of a hat, from the one of
 * that number on, or like files of YAML; hat SHEET odd: one for each row with
 * each of the values that are none of what it wants.  Each is left in the file
 * SHEET before it is read, so that the one that ended it all stands there; with
 * KEEP in the environment those that break a law are kept beside it.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "laws.h"
#include "sheet.h"
#include "source/source.h"
#include "source/yml.h"

enum { SECONDS = 20, ROOM = 20000, SEEDS = 256, MOST_KEPT = 200 };

static const char *path;
static size_t refused, failed, kept;

static void
save(const char *name, const struct buf *bytes)
{
	FILE *file = fopen(name, "w");

	if (file == NULL ||
	    fwrite(bytes->at, 1, bytes->length, file) != bytes->length ||
	    fclose(file) != 0)
		perror(name);
}

static void
fail(const struct sheet *sheet, unsigned long number, const char *form,
    const char *law)
{
	char name[4096];
	const struct buf *bytes =
	    strcmp(form, "yaml") == 0 ? &sheet->yaml : &sheet->markdown;

	printf("%lu %s: %s\n", number, form, law);
	if (getenv("KEEP") != NULL && kept++ < MOST_KEPT) {
		snprintf(name, sizeof(name), "%s-%lu.%s", path, number,
		    form[0] == 'y' ? "yaml" : "md");
		save(name, bytes);
		if (strcmp(law, "forms") == 0) {
			snprintf(name, sizeof(name), "%s-%lu.yaml", path,
			    number);
			save(name, &sheet->yaml);
		}
	}
	failed++;
}

static const char *
twins_broken(const struct sheet *sheet)
{
	static const char *const yaml[] = { "-f", "yaml", NULL };
	static const char *const markdown[] = { "-f", "markdown", NULL };
	struct run one = laws_run(sheet->yaml.at, sheet->yaml.length, yaml);
	struct run other =
	    laws_run(sheet->markdown.at, sheet->markdown.length, markdown);
	const char *law = NULL;

	refused += one.status != 0;
	if (!sheet->twins || getenv("NOLAWS") != NULL)
		law = NULL;
	else if (one.status != other.status)
		law = "one form refused";
	else if (strcmp(one.out, other.out) != 0)
		law = "forms";
	laws_free(&one);
	laws_free(&other);
	return law;
}

static void
look(const struct sheet *sheet, unsigned long number)
{
	const char *law;

	alarm(SECONDS);
	save(path, &sheet->yaml);
	law = laws_broken(sheet->yaml.at, sheet->yaml.length, "yaml",
	    sheet->words.at);
	if (law != NULL)
		fail(sheet, number, "yaml", law);
	save(path, &sheet->markdown);
	law = laws_broken(sheet->markdown.at, sheet->markdown.length,
	    "markdown", sheet->words.at);
	if (law != NULL)
		fail(sheet, number, "markdown", law);
	law = twins_broken(sheet);
	if (law != NULL)
		fail(sheet, number, "markdown", law);
}

static unsigned long
look_at_odd(const struct bind_tool *tool)
{
	unsigned long count = 0;
	enum sheet_odd odd;
	struct sheet sheet;
	size_t row;
	bool more = true;

	for (row = 0; more; row++)
		for (odd = SHEET_ABSENT; odd < SHEET_ODD; odd++) {
			more = sheet_with(tool, row, odd, &sheet);
			if (more)
				look(&sheet, ++count);
			sheet_free(&sheet);
		}
	return count;
}

/* The first documents of files of YAML that are maps, of those that are not
 * large; returns how many. */
static size_t
read_seeds(struct arena *arena, char **names, struct node **roots)
{
	static char room[ROOM];
	struct notes faults = { .arena = arena };
	struct source *source;
	size_t count = 0, n;
	FILE *file;

	for (; *names != NULL && count < SEEDS; names++) {
		file = fopen(*names, "r");
		if (file == NULL)
			continue;
		n = fread(room, 1, sizeof(room), file);
		fclose(file);
		source = n == sizeof(room)
		    ? NULL
		    : source_take(arena, *names, room, n, &faults);
		roots[count] = source == NULL
		    ? NULL
		    : yml_read(arena, source, source->length, NULL, &faults);
		if (roots[count] != NULL)
			roots[count] = roots[count]->first;
		count += roots[count] != NULL && node_is_map(roots[count]);
	}
	return count;
}

/* Sheets out of a hat: from rows, or like seeds in turn. */
static void
look_at(const struct bind_tool *tool, unsigned long first, unsigned long count,
    char **names)
{
	struct arena *arena = arena_new();
	struct node *seeds[SEEDS];
	size_t seed_count = read_seeds(arena, names, seeds);
	struct sheet sheet;
	size_t i;

	for (i = first; i < first + count; i++) {
		struct hat hat = { .state =
				       (i + 1) * UINT64_C(0x9E3779B97F4A7C15) };

		sheet = seed_count != 0
		    ? sheet_like(tool, seeds[i % seed_count], &hat)
		    : sheet_make(tool, &hat);
		look(&sheet, i);
		sheet_free(&sheet);
	}
	arena_free(arena);
}

int
main(int argc, char **argv)
{
	const struct bind_tool *tool = sheet_rows();
	unsigned long count;

	if (argc < 3)
		return 2;
	if (tool->rows == NULL) { /* it reads no rows */
		puts("0 sheets");
		return 0;
	}
	path = argv[1];
	if (argc == 3) {
		count = look_at_odd(tool);
	} else {
		count = strtoul(argv[3], NULL, 10);
		look_at(tool, strtoul(argv[2], NULL, 10), count, argv + 4);
	}
	unlink(path);
	printf("%lu sheets, %zu refused, %zu failed\n", count, refused, failed);
	return failed > 0;
}
