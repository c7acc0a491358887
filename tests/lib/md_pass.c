/*
 * Unit tests of md: what passes through, copied or written anew.
 */
#include "source/md.h"
#include "test.h"
#include "text/note.h"

static bool
is_key(const void *context, enum md_name what, const char *name)
{
	(void)context;
	(void)name;
	return what == MD_KEY;
}

/* The blocks of an input, one behind the other. */
static const char *
pass(struct arena *arena, const char *text)
{
	struct notes faults = { .arena = arena };
	struct md_reader reader = { .arena = arena,
		.faults = &faults,
		.is = is_key };
	struct buf out = BUF_INIT;
	const struct md_block *block;
	struct node *documents;
	const char *passed;

	documents = md_read(&reader,
	    source_take(arena, "f", text, strlen(text), &faults), 1);
	assert_non_null(documents);
	for (block = documents->first->blocks; block != NULL;
	     block = md_next(block))
		md_write_block(&out, block);
	passed = arena_copy(arena, out.at, out.length);
	buf_free(&out);
	md_free(&reader);
	return passed;
}

/* These come out as they went in. */
static const char *const copied[] = {
	"a *b* `c`  \nd\\\ne\n",
	"* a\n* b\n  - c\n\n  d\n\n1) e\n2) f\n",
	"- [ ] a\n- [x] b\n",
	"> a\n> > b\nc\n",
	"```python\n<b> {{x}}\n```\n",
	"~~~\n```\n~~~\n",
	"| a | b |\n|:--|--:|\n| [c](d) | `e` \\| f |\n",
	"a [b](http://c \"d\") <http://e>\n",
	"a\n    # b\n",
	"\\{{a}} \\[[b]]\n",
	"a (1): b\n",
	"a & b < c © &copy;\n",
	"- a\n\n* b\n\n- c\n",
	"1. a\n\n   ```\n   b\n   ```\n2. c\n",
};

static void
test_copied(void **state)
{
	struct arena *arena = arena_new();
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(copied); i++)
		assert_string_equal(pass(arena, copied[i]), copied[i]);
	arena_free(arena);
}

static const char *const anew[][2] = {
	/* active */
	{ "a <b>c</b>\nd\n", "a &lt;b>c&lt;/b> d\n" },
	{ "<div>\n*a*\n</div>\n", "&lt;div> \\*a\\* &lt;/div>\n" },
	{ "<script>alert(1)</script>\n", "&lt;script>alert(1)&lt;/script>\n" },
	{ "<\u200escript>\n", "&lt;script>\n" },
	{ "a <!-- b --> c\n", "a c\n" },
	{ "<!-- a -->\n", "" },
	{ "<!-- a\n\nb -->\nc\n", "c\n" },
	{ "<!-- a --> b\n", "&lt;!-- a --> b\n" },
	{ "![a](b.png)\n", "[a](b.png)\n" },
	{ "![a](javascript:b)\n", "!\\[a](javascript:b)\n" },
	{ "[a](javascript:b)\n", "\\[a](javascript:b)\n" },
	{ "[a](&#x6a;avascript:b)\n", "\\[a](javascript:b)\n" },
	{ "<vbscript:a>\n", "vbscript:a\n" },
	{ "a {{b}}\n", "a &#123;&#123;b}}\n" },
	{ "[[a]]\n", "\\[\\[a]]\n" },
	{ "\\{{a}} {{b}}\n", "&#123;&#123;a}} &#123;&#123;b}}\n" },
	{ "\\\\{{a}}\n", "\\\\&#123;&#123;a}}\n" },
	{ "::: a\n", "&#58;:: a\n" },
	{ "a {.b}\n", "a &#123;.b}\n" },
	{ "a &#x202e;b\n", "a b\n" },
	{ "``` {.a onclick=b}\nc\n```\n", "```\nc\n```\n" },
	{ "- a\n- <b>\n  1. c\n", "- a\n- &lt;b> 1. c\n" },
	{ "- [ ] a <b>\n- [x] c\n", "- [ ] a &lt;b>\n- [x] c\n" },
	{ "> <b>\n> a\n", "> &lt;b> a\n" },
	{ "* {{a}}\n\n  b\n* c\n", "* &#123;&#123;a}}\n\n  b\n\n* c\n" },
	{ "| a |\n|--:|\n| <b> |\n", "|      a |\n| -----: |\n| &lt;b> |\n" },
	{ "| ` | ` |\n|---|---|\n| ` <b> | ` |\n",
	    "| \\`        | \\`  |\n| --------- | --- |\n"
	    "| \\` &lt;b> | \\`  |\n" },
	{ "- | a |\n  |---|\n  | <b> |\n",
	    "- | a      |\n  | ------ |\n  | &lt;b> |\n" },
	/* links by reference */
	{ "a [b] [c][B]\n\n[b]: http://d 'e'\n",
	    "a [b](http://d \"e\") [c](http://d \"e\")\n" },
	{ "| [a] |\n|---|\n| <b> [c]  |\n\n[A]: d\n[C]:\n  e\n",
	    "| [a](d)        |\n| ------------- |\n| &lt;b> [c](e) |\n" },
	{ "> [a]: b\n\n[a]\n", "[a](b)\n" },
	{ "[a]: javascript:b\n\n[a]\n", "\\[a](javascript:b)\n" },
	{ "a[^1]\n\n[^1]: b c\n", "a[^1]\n\n\\[&#94;1]: b c\n" },
	/* what another place would make something else */
	{ "    a\n", "```\na\n```\n" },
	{ "\ta\n\n\tb\n", "```\na\n\nb\n```\n" },
	{ "```\na\n", "```\na\n```\n" },
	{ "~~~\na\n    ~~~\n", "~~~\na\n    ~~~\n~~~\n" },
	{ "   a\n  b\n", "a\nb\n" },
	{ "  - a\n  - b\n", "- a\n- b\n" },
	{ "  - a\n- b\n", "- a\n- b\n" },
	{ "  ```\n    a\n  ```\n", "```\n  a\n```\n" },
	{ "---\n\na\n", "___\n\na\n" },
	{ "a\n\n---\n", "a\n\n---\n" },
	{ "- a\n\n<!-- -->\n\n- b\n\n<!-- -->\n\n- c\n",
	    "- a\n\n* b\n\n- c\n" },
	{ "1. a\n\n<!-- -->\n\n1. b\n", "1. a\n\n1) b\n" },
	{ "a\n| b |\n|---|\n| c |\n", "a\n\n| b |\n|---|\n| c |\n" },
	{ "a\n2. b | c\n-|-\n", "a\n\n| 2. b | c   |\n| ---- | --- |\n" },
	{ "| a |\n|---|\n| b |\n2. c\n", "| a |\n|---|\n| b |\n\n2\\. c\n" },
	{ "e\u0301\n", "é\n" },
	/* tight lists that cannot stay so */
	{ "- a\n  <div>\n  b\n", "- a\n\n  &lt;div> b\n" },
	{ "- a <b>\n  > c\n- d\n", "- a &lt;b>\n\n  > c\n\n- d\n" },
};

static void
test_anew(void **state)
{
	struct arena *arena = arena_new();
	const char *passed;
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(anew); i++) {
		passed = pass(arena, anew[i][0]);
		if (strcmp(passed, anew[i][1]) != 0)
			fail_msg("%sgives\n%snot\n%s", anew[i][0], passed,
			    anew[i][1]);
		assert_string_equal(pass(arena, passed), passed);
	}
	arena_free(arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_copied),
		cmocka_unit_test(test_anew) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
