/*
 * Unit tests of md's pipe tables: the cases of GitHub Flavored Markdown,
 * section 4.10, in words of our own; cmark-gfm, where it is installed, must
 * find the same cells.
 */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "source/md.h"
#include "test.h"
#include "text/note.h"

/* A Markdown text, and the cells of its table row by row, the header first. */
static const struct {
	const char *text;
	const char *cells; /* cells end in |, rows in a newline */
} tables[] = {
	/* the eight of the specification, in its order */
	{ "| lieu | jour |\n| --- | --- |\n| mairie | jeudi |\n",
	    "lieu|jour|\nmairie|jeudi|\n" },
	{ "| lieu | montant |\n:-: | -----------:\nmairie | 12\n",
	    "lieu|montant|\nmairie|12|\n" },
	{ "| a\\|b  |\n| ------ |\n| c `\\|` d |\n| e **\\|** f |\n",
	    "a|b|\nc | d|\ne | f|\n" },
	{ "| a | b |\n| --- | --- |\n| c | d |\n> e\n", "a|b|\nc|d|\n" },
	{ "a | b\n--- | ---\nc | d\ne\n\nf\n", "a|b|\nc|d|\ne||\n" },
	{ "| a | b |\n| --- |\n| c |\n", "" },
	{ "| a | b |\n| --- | --- |\n| c |\n| d | e | f |\n",
	    "a|b|\nc||\nd|e|\n" },
	{ "| a | b |\n| --- | --- |\n", "a|b|\n" },
	/* and others */
	{ "a | b\n- | -\n", "" },
	{ "a | b\n--|:-:\nc | d\n", "a|b|\nc|d|\n" },
	{ "texte\na | b\n:-|-:\nc | d\n", "a|b|\nc|d|\n" },
	{ "| a |\n|---|\n| \\\\| b |\n", "a|\n| b|\n" },
	{ "| a | b |\n|---|---|\n| `c | d` |\n", "a|b|\n`c|d`|\n" },
	{ "a\n:-\nb\n", "a|\nb|\n" },
	{ "a\n-\nb\n", "" },
	{ "| a | b |\n|---|--+|\n", "" },
	{ "| a | b |\n|---|---|\n|  |  |\n| | c\n", "a|b|\n||\n|c|\n" },
	{ "| a |\n|---|\n| b |\n# c\n", "a|\nb|\n" },
	{ "| a |\n|---|\n| b |\n2. c\n", "a|\nb|\n" },
	{ "| a |\n|---|\n| b |\n    | c |\n", "a|\nb|\n" },
	{ "| a |\n|---|\n| b |\n<i>\n", "a|\nb|\n" },
	{ "   | a |\n  |---|\n | b |\n", "a|\nb|\n" },
	{ "| a |\t\n|---|\t\n| b |\t\n", "a|\nb|\n" },
	{ "| *a* | [b](c) |\n|---|---|\n| `d` | e\\*f |\n", "a|b|\nd|e*f|\n" },
};

static bool
is_key(const void *context, enum md_name what, const char *name)
{
	(void)context;
	(void)name;
	return what == MD_KEY;
}

static void
show_rows(struct buf *out, struct arena *arena, const struct node *section)
{
	const struct node *row, *cell;

	for (row = section->first; row != NULL; row = row->next) {
		if (row->table == 0)
			continue;
		if (out->length == 0) {
			for (cell = row->first; cell != NULL; cell = cell->next)
				if (cell->key != NULL)
					buf_format(out, "%s|", cell->key);
			buf_char(out, '\n');
			if (node_is_empty(row) && section->count == 1)
				return;
		}
		for (cell = row->first; cell != NULL; cell = cell->next)
			buf_format(out, "%s|", md_plain(arena, cell->text));
		buf_char(out, '\n');
	}
}

/* What our reader finds; a surplus cell is one without a key. */
static const char *
our_cells(struct arena *arena, const char *text)
{
	struct notes faults = { .arena = arena };
	struct md_reader reader = { .arena = arena,
		.faults = &faults,
		.is = is_key };
	struct buf out = BUF_INIT;
	struct node *documents, *section, *row, **cell;
	char *bytes = arena_format(arena, "## K\n\n%s", text);
	const char *cells;

	documents = md_read(&reader,
	    source_take(arena, "f", bytes, strlen(bytes), &faults), 1);
	section = documents->first->first;
	for (row = section->first; row != NULL; row = row->next)
		for (cell = &row->first; *cell != NULL;)
			if (row->table > 0 && *(*cell)->key == '\0' &&
			    *(*cell)->text != '\0')
				*cell = (*cell)->next;
			else
				cell = &(*cell)->next;
	show_rows(&out, arena, section);
	cells = arena_copy(arena, out.at, out.length);
	buf_free(&out);
	md_free(&reader);
	return cells;
}

static void
test_cells(void **state)
{
	struct arena *arena = arena_new();
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(tables); i++)
		if (strcmp(our_cells(arena, tables[i].text), tables[i].cells) !=
		    0)
			fail_msg("%sgives\n%s", tables[i].text,
			    our_cells(arena, tables[i].text));
	arena_free(arena);
}

/* The words of the cells in HTML of cmark-gfm. */
static void
read_html(struct buf *out, const char *html)
{
	bool cell = false;
	const char *end;

	for (; *html != '\0'; html = end) {
		end = html + 1;
		if (*html == '<') {
			end = strchr(html, '>') + 1;
			if (strncmp(html, "<t", 2) == 0 && html[3] != 'e' &&
			    strchr("hd", html[2]) != NULL && html[3] != 'o')
				cell = strchr(" >", html[3]) != NULL;
			if (strncmp(html, "</td", 4) == 0 ||
			    strncmp(html, "</th>", 5) == 0) {
				buf_char(out, '|');
				cell = false;
			}
			if (strncmp(html, "</tr", 4) == 0)
				buf_char(out, '\n');
		} else if (cell) {
			buf_char(out, *html);
		}
	}
}

static void
test_against_gfm(void **state)
{
	char path[] = "/tmp/atelier-table-XXXXXX", command[128], block[4096];
	struct buf out = BUF_INIT;
	FILE *file;
	size_t i, n;
	int fd;

	(void)state;
	if (system("command -v cmark-gfm >/dev/null 2>&1") != 0)
		skip();
	fd = mkstemp(path);
	assert_true(fd >= 0);
	snprintf(command, sizeof(command), "cmark-gfm -e table %s", path);
	for (i = 0; i < COUNT(tables); i++) {
		assert_int_equal(ftruncate(fd, 0), 0);
		n = strlen(tables[i].text);
		assert_int_equal(pwrite(fd, tables[i].text, n, 0), n);
		file = popen(command, "r");
		assert_non_null(file);
		n = fread(block, 1, sizeof(block) - 1, file);
		block[n] = '\0';
		pclose(file);
		buf_cut(&out, 0);
		read_html(&out, block);
		if (strcmp(out.at, tables[i].cells) != 0)
			fail_msg("%sis to cmark-gfm\n%s", tables[i].text,
			    out.at);
	}
	close(fd);
	unlink(path);
	buf_free(&out);
}

static void
test_write(void **state)
{
	static const char *const cells[] = { "a", "b | c", "n", "é", "", "12",
		"漢字", "un texte de plus de quarante colonnes, large", "7" };
	static const bool right[] = { false, false, true };
	struct buf out = BUF_INIT;

	(void)state;
	md_write_table(&out, cells, 3, 3, right);
	assert_string_equal(out.at,
	    "| a    | b &#124; c |   n |\n"
	    "| ---- | ---------- | --: |\n"
	    "| é    |            |  12 |\n"
	    "| 漢字 | un texte de plus de quarante colonnes, large |   7 |\n");
	buf_cut(&out, 0);
	md_write_table(&out, cells, 1, 1, NULL);
	assert_string_equal(out.at, "| a   |\n| --- |\n");
	buf_free(&out);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_cells),
		cmocka_unit_test(test_against_gfm),
		cmocka_unit_test(test_write) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
