/*
 * hat: the laws over sheets of a tool that are made from its rows.
 *
 * hat SHEET FIRST COUNT [SEED ...]: so many sheets out of a hat, from the one of
 * that number on, or like files, by their lines or as maps of YAML; hat SHEET
 * odd: one for each row with each of the values that are none of what it wants.
 * What the tool is to read is left in the file SHEET, so that what ended it all
 * stands there.  With KEEP in the environment those that break a law are
 * kept beside it, with WHY it is told what refused the others, with NOWORDS no
 * word is missed: the tool counts, and prints none (tests/TOOL/nolaws).
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

enum { SECONDS = 20, ROOM = 20000, MOST_KEPT = 200 };

static const char *path;
static size_t refused, failed, kept;

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
		    form[0] == 'y'       ? "yaml"
			: form[0] == 'm' ? "md"
					 : "in");
		laws_save(name, bytes->at, bytes->length);
		if (strcmp(law, "forms") == 0) {
			snprintf(name, sizeof(name), "%s-%lu.yaml", path,
			    number);
			laws_save(name, sheet->yaml.at, sheet->yaml.length);
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
count_refused(unsigned long number, const struct buf *bytes, const char *form)
{
	const char *options[] = { form != NULL ? "-f" : NULL, form, NULL };
	struct run run = laws_run(bytes->at, bytes->length, options);

	refused += run.status != 0;
	if (run.status != 0 && getenv("WHY") != NULL)
		printf("%lu refused: %s", number, run.told);
	laws_free(&run);
}

static void
look_at_form(const struct sheet *sheet, unsigned long number,
    const struct buf *bytes, const char *form)
{
	const char *law;

	law = laws_broken(bytes->at, bytes->length, form, sheet->words.at);
	if (law != NULL)
		fail(sheet, number, form != NULL ? form : "lines", law);
}

static void
look(const struct sheet *sheet, unsigned long number)
{
	const char *law;

	if (sheet->yaml.length == 0) {
		count_refused(number, &sheet->markdown, NULL);
		look_at_form(sheet, number, &sheet->markdown, NULL);
		return;
	}
	count_refused(number, &sheet->yaml, "yaml");
	look_at_form(sheet, number, &sheet->yaml, "yaml");
	look_at_form(sheet, number, &sheet->markdown, "markdown");
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
			alarm(SECONDS);
			more = sheet_with(tool, row, odd, &sheet);
			if (more)
				look(&sheet, ++count);
			sheet_free(&sheet);
		}
	return count;
}

/* A file that is not large, ended by a NUL; else an empty text. */
static char *
read_seed(struct arena *arena, const char *name)
{
	char *room = arena_alloc(arena, ROOM);
	FILE *file = fopen(name, "r");
	size_t length = file == NULL ? 0 : fread(room, 1, ROOM, file);

	if (file != NULL)
		fclose(file);
	room[length == ROOM ? 0 : length] = '\0';
	return room;
}

/* The first document of a text, if it is a map of YAML; else NULL. */
static struct node *
read_map(struct arena *arena, const char *text)
{
	struct notes faults = { .arena = arena };
	struct source *source =
	    source_take(arena, "-", text, strlen(text), &faults);
	struct node *root = source == NULL || strlen(text) != source->length
	    ? NULL
	    : yml_read(arena, source, source->length, NULL, &faults);

	return root != NULL && root->first != NULL && node_is_map(root->first)
	    ? root->first
	    : NULL;
}

/* A sheet out of a hat: from rows, or like a seed. */
static struct sheet
take(const struct bind_tool *tool, const char *seed, struct hat *hat)
{
	struct arena *arena = arena_new();
	const char *text = seed == NULL ? NULL : read_seed(arena, seed);
	const struct node *map = seed == NULL || hat_draw(hat, 3) == 0
	    ? NULL
	    : read_map(arena, text);
	struct sheet sheet = map != NULL ? sheet_like(tool, map, hat)
	    : seed != NULL               ? sheet_lines(text, hat)
					 : sheet_make(tool, hat);

	arena_free(arena);
	return sheet;
}

/* Sheets out of a hat: from rows, or like seeds in turn. */
static void
look_at(const struct bind_tool *tool, unsigned long first, unsigned long count,
    char **seeds, size_t seed_count)
{
	struct sheet sheet;
	size_t i;

	for (i = first; i < first + count; i++) {
		struct hat hat = { .state =
				       (i + 1) * UINT64_C(0x9E3779B97F4A7C15) };

		alarm(SECONDS);
		sheet = take(tool,
		    seed_count > 0 ? seeds[i % seed_count] : NULL, &hat);
		look(&sheet, i);
		sheet_free(&sheet);
	}
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
	path = laws_left = argv[1];
	if (argc == 3) {
		count = look_at_odd(tool);
	} else {
		count = strtoul(argv[3], NULL, 10);
		look_at(tool, strtoul(argv[2], NULL, 10), count, argv + 4,
		    (size_t)argc - 4);
	}
	unlink(path);
	printf("%lu sheets, %zu refused, %zu failed\n", count, refused, failed);
	return failed > 0;
}
