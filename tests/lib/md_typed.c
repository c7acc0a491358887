/*
 * Unit tests of the Markdown reader: what people type where Markdown wants
 * something else.
 */
#include "source/md.h"
#include "test.h"
#include "text/note.h"

static struct arena *arena;
static struct notes faults;
static struct md_reader reader;

static bool
is_key(const void *context, enum md_name what, const char *name)
{
	(void)context;
	return what != MD_GROUP && what != MD_COLUMN &&
	    (strcmp(name, "Forces") == 0 || strcmp(name, "Freins") == 0 ||
		strcmp(name, "FORCES") == 0 ||
		strcmp(name, "Mur de questions") == 0);
}

static int
open_arena(void **state)
{
	(void)state;
	arena = arena_new();
	faults = (struct notes){ .arena = arena };
	reader = (struct md_reader){ .arena = arena,
		.faults = &faults,
		.is = is_key,
		.subject = T_QUESTION_WALL };
	return 0;
}

static int
free_arena(void **state)
{
	(void)state;
	md_free(&reader);
	arena_free(arena);
	return 0;
}

/* The first section of a document's only one. */
static struct node *
read_section(const char *text)
{
	struct source *source =
	    source_take(arena, "m.md", text, strlen(text), &faults);
	struct node *documents = md_read(&reader, source, 1), *child;

	assert_int_equal(faults.count, 0);
	assert_int_equal(documents->count, 1);
	child = documents->first->first;
	while (child != NULL && child->level == 0)
		child = child->next;
	assert_non_null(child);
	return child;
}

static void
test_items(void **state)
{
	struct node *section = read_section("## Forces\n"
					    "• un\n• **Qui :** deux\net demi\n"
					    "☑ *trois*\n");
	struct node *item = section->first;

	(void)state;
	assert_int_equal(section->kind, NODE_LIST);
	assert_int_equal(section->count, 3);
	assert_string_equal(item->text, "un");
	assert_int_equal(item->pos.line, 2);
	assert_int_equal(item->pos.col, 3);
	item = item->next;
	assert_string_equal(item->key, "Qui");
	assert_string_equal(item->text, "deux et demi");
	item = item->next;
	assert_string_equal(item->text, "*trois*");
	assert_int_equal(item->box, BOX_DONE);
}

static void
test_nested(void **state)
{
	struct node *section =
	    read_section("## Forces\n• un\n  • a\n  • b\n• deux\n◦ c\n");

	(void)state;
	assert_int_equal(section->count, 2);
	assert_int_equal(section->first->count, 2);
	assert_string_equal(section->first->first->text, "a");
	assert_int_equal(section->last->count, 1);
	assert_string_equal(section->last->first->text, "c");
}

static void
test_text_before(void **state)
{
	struct node *section =
	    read_section("## Forces\nVoici :\n– un\n– deux\n");
	struct buf out = BUF_INIT;

	(void)state;
	assert_int_equal(section->count, 2);
	md_write_block(&out, section->blocks);
	md_write_block(&out, md_next(section->blocks));
	assert_string_equal(out.at, "Voici :\n– un\n– deux\n");
	buf_free(&out);
}

static void
test_dress(void **state)
{
	(void)state;
	assert_string_equal(read_section("## 1. 💪 **Forces** ?\n")->key,
	    "Forces");
	assert_string_equal(read_section("## 1. 💪 **Forces** ?\n")->whole,
	    "1. 💪 **Forces** ?");
	assert_string_equal(read_section("# T\n## 1. 💪 Bus ?\n")->key,
	    "1. 💪 Bus ?");
	assert_string_equal(read_section("# T\n## 💪 Bus ?\n")->key, "Bus ?");
}

/* The keys of the sections of a document's only one, as "A 2,B 3". */
static const char *
outline(const struct node *parent)
{
	const struct node *child;
	const char *all = "";

	for (child = parent->first; child != NULL; child = child->next) {
		if (child->level == 0)
			continue;
		all = arena_format(arena, "%s%s%s %d%s", all,
		    *all != '\0' ? "," : "", child->key, child->level,
		    child->line ? " line" : "");
		if (*outline(child) != '\0')
			all =
			    arena_format(arena, "%s(%s)", all, outline(child));
	}
	return all;
}

static const char *
read_outline(const char *text)
{
	struct source *source =
	    source_take(arena, "m.md", text, strlen(text), &faults);
	struct node *documents = md_read(&reader, source, 1);

	assert_int_equal(faults.count, 0);
	return outline(documents->first);
}

static void
test_heading_lines(void **state)
{
	static const char *const rows[][2] = {
		{ "# T\n\n**Forces**\n\n- a\n\n**Freins :** 👎\n- b\n",
		    "Forces 2 line,Freins 2 line" },
		{ "# T\n\n**Forces**\ntexte\n\n**Autre chose**\n\nb\n",
		    "Forces 2 line,Autre chose 2 line" },
		{ "# T\n\n**Autre chose**\n\nb\n", "" },
		{ "# T\n\n## Bus\n\n**Forces**\n\na\n\n### X\n\n**Freins**\n"
		  "\nb\n",
		    "Bus 2(Forces 3 line,X 3(Freins 4 line))" },
		{ "# T\n\nFORCES\n\n* a\n\nFreins :\n* b\n",
		    "FORCES 2 line,Freins 2 line" },
		{ "# T\n\nForces\n- a\n\nFreins\n\n- b\n", "Forces 2 line" },
		{ "# T\n\nForces : a\n\nfin\n", "" },
		{ "# T\n\nFreins :\n\nun texte\n", "" },
		{ "# T\n\n#Forces\n- a\n\n##Freins\n- b\n",
		    "Forces 1(Freins 2)" },
		{ "# T\n\n#budget #bus\n", "" },
		{ "# T\n\n**Forces :**\n**Freins :** b\n", "" },
		{ "# T\n\n**Forces :**\n\n**Freins :** b\n", "" },
		{ "# T\n\n**Forces**\n\n**Freins**\n- b\n",
		    "Forces 2 line,Freins 2 line" },
		{ "# T\n\n*Forces*\n\n| a |\n|---|\n| b |\n", "Forces 2 line" },
		{ "- **Forces**\n\n  a\n", "" },
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		if (strcmp(read_outline(rows[i][0]), rows[i][1]) != 0)
			fail_msg("%s\ngives %s", rows[i][0],
			    read_outline(rows[i][0]));
}

/* The pairs under a title, as "key=text;". */
static const char *
read_pairs(const char *text)
{
	struct source *source =
	    source_take(arena, "m.md", text, strlen(text), &faults);
	struct node *child = md_read(&reader, source, 1)->first->first;
	const char *all = "";

	for (; child != NULL; child = child->next)
		if (child->level == 0 && strcmp(child->key, "title") != 0)
			all = arena_format(arena, "%s%s=%s;", all, child->key,
			    child->text);
	return all;
}

static void
test_pairs(void **state)
{
	static const char *const rows[][2] = {
		{ "# T\n\nForces : a\nQui : b / Freins : c\nUn texte.\n",
		    "Forces=a;Qui=b;Freins=c;" },
		{ "# T\n\nQui : b\nQuoi : c\n", "" },
		{ "# T\n\n- Forces : a, b\n- Qui : c\n", "Forces=a, b;Qui=c;" },
		{ "# T\n\n:::info\n:date: **Forces :** a\n🏠 Freins : b\n:::\n",
		    "Forces=a;Freins=b;" },
		{ "# T\n\n**Qui :** a\n\n**Quoi :** b\n\nForces : c\n",
		    "Qui=a;Forces=c;" },
		{ "# T\n\n**Qui :** a\nb\n", "Qui=a b;" },
		{ "# T\n\n**Qui** : a | **Où :** b | c\n", "Qui=a;Où=b | c;" },
		{ "# T\n\nVoir http://a.b : Forces\n", "" },
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		if (strcmp(read_pairs(rows[i][0]), rows[i][1]) != 0)
			fail_msg("%s\ngives %s", rows[i][0],
			    read_pairs(rows[i][0]));
}

/* The titles of the documents, with how many sections each has at its top. */
static const char *
read_titles(const char *text)
{
	struct source *source =
	    source_take(arena, "m.md", text, strlen(text), &faults);
	struct node *document = md_read(&reader, source, 1)->first, *child;
	const char *all = "";
	size_t count;

	for (; document != NULL; document = document->next) {
		count = 0;
		for (child = document->first; child != NULL;
		     child = child->next)
			count += child->level > 0;
		child = document->first;
		all = arena_format(arena, "%s%s %zu;", all,
		    child != NULL && strcmp(child->key, "title") == 0
			? child->text
			: "-",
		    count);
	}
	return all;
}

static void
test_titles(void **state)
{
	static const char *const rows[][2] = {
		{ "# T\n\n# Autre\n\na\n\n# Forces\n\n- a\n", "T 2;" },
		{ "# T\n\n# Autre\n\n## Forces\n\n- a\n", "T 0;Autre 1;" },
		{ "# T\n# Forces\n- a\n\n# U\n\n# Forces\n- b\n", "T 1;U 1;" },
		{ "# T\n# Forces\n- a\n\n# U\n\n# Freins\n- b\n", "T 3;" },
		{ "# Forces\n\n## Freins\n- a\n", "Forces 1;" },
		{ "# Forces\n\n- a\n", "- 1;" },
		{ "# Forces\n\n## Freins\n\n# Freins\n", "- 2;" },
		{ "CR de mars\n\n## Forces\n\n- a\n", "CR de mars 1;" },
		{ "CR de mars\nForces : a\n\n**Freins**\n- a\n",
		    "CR de mars 1;" },
		{ "On a parlé.\n\n## Forces\n\n- a\n", "- 1;" },
		{ "On a parlé longuement\nde la halle\n\n## Forces\n- a\n",
		    "- 1;" },
		{ "CR de mars\n\nUn texte\n", "- 0;" },
		{ "CR de mars\n\n## Mur de questions\n\n### Forces\n\n- a\n",
		    "- 1;" },
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		if (strcmp(read_titles(rows[i][0]), rows[i][1]) != 0)
			fail_msg("%s\ngives %s", rows[i][0],
			    read_titles(rows[i][0]));
}

static void
test_columns(void **state)
{
	struct node *section = read_section("# T\n\n| **Forces** | Freins |\n"
					    "|---|---|\n"
					    "| a<br>- b | c |\n| | d |\n");
	struct buf out = BUF_INIT;

	(void)state;
	assert_string_equal(section->key, "Forces");
	assert_int_equal(section->level, 2);
	assert_int_equal(section->count, 2);
	assert_string_equal(section->last->text, "b");
	assert_string_equal(section->next->key, "Freins");
	assert_int_equal(section->next->count, 2);
	assert_int_equal(section->next->first->pos.col, 14);
	md_write_block(&out, section->blocks);
	assert_string_equal(out.at, "- a\n- b\n");
	buf_free(&out);
	assert_string_equal(read_outline("# T\n\n| Forces | x | Freins |\n"
					 "|---|---|---|\n| a | b | c |\n"),
	    "Forces 2 line,Freins 2 line");
	assert_string_equal(read_outline("# T\n\n| x | Forces | Freins |\n"
					 "|---|---|---|\n| a | b | c |\n"),
	    "");
	assert_string_equal(read_outline("# T\n\n## U\n\n| Forces | Freins |\n"
					 "|---|---|\n| a | b |\n"),
	    "U 2(Forces 3 line,Freins 3 line)");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_items, open_arena,
		    free_arena),
		cmocka_unit_test_setup_teardown(test_nested, open_arena,
		    free_arena),
		cmocka_unit_test_setup_teardown(test_text_before, open_arena,
		    free_arena),
		cmocka_unit_test_setup_teardown(test_dress, open_arena,
		    free_arena),
		cmocka_unit_test_setup_teardown(test_heading_lines, open_arena,
		    free_arena),
		cmocka_unit_test_setup_teardown(test_pairs, open_arena,
		    free_arena),
		cmocka_unit_test_setup_teardown(test_titles, open_arena,
		    free_arena),
		cmocka_unit_test_setup_teardown(test_columns, open_arena,
		    free_arena),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
