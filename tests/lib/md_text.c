/*
 * Unit tests of md: texts to their normal form, and written in each context.
 */
#define CMARK_NO_SHORT_NAMES

#include <cmark.h>

#include "source/md.h"
#include "test.h"

/* What some text becomes, and its words; NULL: the same text. */
static const char *const texts[][3] = {
	{ "", NULL, "" },
	{ "Autonomie locale", NULL, "Autonomie locale" },
	{ "  deux \n lignes ", "deux lignes", "deux lignes" },
	{ "a *b* **c** `d` [e](http://f)", NULL, "a b c d e" },
	{ "_a_ __b__", "*a* **b**", "a b" },
	{ "[a](b.md \"c\")", NULL, "a" },
	{ "[a](<b c.md>)", "[a](b%20c.md)", "a" },
	{ "[a](javascript:x)", "\\[a](javascript:x)", "[a](javascript:x)" },
	{ "[a](JaVaScRiPt:x)", "\\[a](JaVaScRiPt:x)", "[a](JaVaScRiPt:x)" },
	{ "[a](&#106;avascript:x)", "\\[a](javascript:x)",
	    "[a](javascript:x)" },
	{ "[a](data:text/html,x)", "\\[a](data:text/html,x)",
	    "[a](data:text/html,x)" },
	{ "[a](//b.c)", "\\[a](//b.c)", "[a](//b.c)" },
	{ "[a](/\\\\b.c)", "\\[a](/\\b.c)", "[a](/\\b.c)" },
	{ "[a]()", "\\[a]()", "[a]()" },
	{ "<javascript:x>", "javascript:x", "javascript:x" },
	{ "![a](b.png)", "!\\[a](b.png)", "![a](b.png)" },
	{ "a <b>c</b>", "a \\<b>c\\</b>", "a <b>c</b>" },
	{ "a <!-- b --> c", "a c", "a c" },
	{ "a < b & c > d", NULL, "a < b & c > d" },
	{ "&copy; &amp;copy; &#42;a*", "© \\&copy; \\*a\\*", "© &copy; *a*" },
	{ "`<b>` {x", NULL, "<b> {x" },
	{ "{{m}} {% x %} [[p]]", "\\{\\{m}} \\{% x %} \\[\\[p]]",
	    "{{m}} {% x %} [[p]]" },
	{ "::: x :::", "\\::: x \\:::", "::: x :::" },
	{ "a {.b}", "a \\{.b}", "a {.b}" },
	{ "2 * 3 * 4 _ ~", NULL, "2 * 3 * 4 _ ~" },
	{ "snake_case_name", NULL, "snake_case_name" },
	{ "*a", "\\*a", "*a" },
	{ "~~a~~", "\\~\\~a\\~\\~", "~~a~~" },
	{ "C:\\dir\\", "C:\\dir\\\\", "C:\\dir\\" },
	{ "a\\*b", NULL, "a*b" },
	{ "$$x$$ 5 $", "\\$\\$x\\$\\$ 5 $", "$$x$$ 5 $" },
	{ "a | b", NULL, "a | b" },
	{ "``a`b``", NULL, "a`b" },
	{ "`` `a` ``", NULL, "`a`" },
	{ "`a  b`", "`a b`", "a b" },
	{ "a\u202eb\x1b[1m", "ab\\[1m", "ab[1m" },
	{ "&#x202e;a&#x1b;", "a", "a" },
	{ "e\u0301", "é", "é" },
	{ "&lt;&#x338;*a*", "\u226ea", "\u226ea" },
	{ "\u1fef<b>\u1fef", "`<b>`", "<b>" },
	{ "http://a.b/c_d", NULL, "http://a.b/c_d" },
	{ "http://a.b/_c_d, x", "<http://a.b/_c_d>, x", "http://a.b/_c_d, x" },
	{ "http://a.b/cd", NULL, "http://a.b/cd" },
	{ "http://a.b/*c*", "<http://a.b/>*c*", "http://a.b/c" },
	{ "(http://a.b/(c)~d)", "(<http://a.b/(c)~d>)", "(http://a.b/(c)~d)" },
	{ "www.a.b/~c", "www\\.a.b/\\~c", "www.a.b/~c" },
	{ "ftp://a/*", "ftp\\://a/\\*", "ftp://a/*" },
	{ "**http://a.b**", "**<http://a.b>**", "http://a.b" },
	{ "<http://a.b>", NULL, "http://a.b" },
	{ "<a@b.cd>", "[a@b.cd](mailto:a@b.cd)", "a@b.cd" },
	{ "[a [b](c) d](e)", "\\[a [b](c) d](e)", "[a b d](e)" },
	{ "[^1] ^[x]", "[^1] ^\\[x]", "[^1] ^[x]" },
	{ "[a]: b", "\\[a]: b", "[a]: b" },
	{ "\u00a0a\u00a0", "a", "a" },
	{ "`a`<!-- -->`b`", "ab", "ab" },
	{ "``", "\\`\\`", "``" },
};

static void
test_normal_form(void **state)
{
	struct arena *arena = arena_new();
	const char *text;
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(texts); i++) {
		text = md_text(arena, texts[i][0]);
		assert_string_equal(text,
		    texts[i][1] ? texts[i][1] : texts[i][0]);
		assert_string_equal(md_text(arena, text), text);
		assert_string_equal(md_plain(arena, text), texts[i][2]);
		text = md_words(arena, texts[i][2]);
		assert_string_equal(md_plain(arena, text), texts[i][2]);
		assert_string_equal(md_text(arena, text), text);
	}
	arena_free(arena);
}

/* Texts that would be something else at the start of a block, and no text. */
static const char *const blocks[] = { "- a", "+ a", "* a", "-", "+", "*", "- ",
	"1. a", "1) a", "1.", "123456789. a", "1234567890. a", "# a",
	"###### a", "#", "####### a", "> a", ">a", "---", "- - -", "* * *",
	"_ _ _", "***", "___", "===", "=", "--", "```", "~~~", "~~~ a", "| a |",
	"|-|", ":-", ":-:", "-:", "|", "| a", "[a]: b", "[^1]: b", "[ ] a",
	"[x] a", "    a", "<div>", "</div>", "<!--", "<?php", "![a](b)", "%",
	"{a}", ": a", "::: a", "\\", "\\- a", "a #", "a ##", "#", "a\\",
	"a \\#", "&#35; a", "&nbsp;- a", "a  ", "1986. Un", "é", "**a** b",
	"a | b", "`a|b`", "<http://a|b>", "\\|", "a\\|b", "`\\|`", "|", "||" };

/* The words that cmark finds in what was written, if it is one such block. */
static const char *
words_of_block(struct arena *arena, const char *bytes, cmark_node_type type)
{
	cmark_node *document =
	    cmark_parse_document(bytes, strlen(bytes), CMARK_OPT_DEFAULT);
	cmark_node *node = cmark_node_first_child(document);
	struct buf words = BUF_INIT;
	cmark_iter *iter;
	const char *text;

	if (cmark_node_get_type(node) == CMARK_NODE_LIST &&
	    cmark_node_next(node) == NULL)
		node = cmark_node_first_child(cmark_node_first_child(node));
	if (cmark_node_get_type(node) != type || cmark_node_next(node) != NULL)
		fail_msg("%s is another block", bytes);
	iter = cmark_iter_new(node);
	while (cmark_iter_next(iter) != CMARK_EVENT_DONE) {
		node = cmark_iter_get_node(iter);
		assert_int_not_equal(cmark_node_get_type(node),
		    CMARK_NODE_HTML_INLINE);
		if (cmark_node_get_literal(node) != NULL)
			buf_string(&words, cmark_node_get_literal(node));
	}
	text = arena_copy(arena, words.at, words.length);
	cmark_iter_free(iter);
	cmark_node_free(document);
	buf_free(&words);
	return text;
}

static void
check_contexts(struct arena *arena, const char *any)
{
	const char *text = md_text(arena, any), *plain = md_plain(arena, text);
	struct buf out = BUF_INIT;

	if (*text == '\0')
		return;
	md_write(&out, text, MD_BLOCK);
	assert_string_equal(words_of_block(arena, out.at, CMARK_NODE_PARAGRAPH),
	    plain);
	assert_string_equal(md_text(arena, out.at), text);

	buf_cut(&out, 0);
	buf_string(&out, "- ");
	md_write(&out, text, MD_BLOCK);
	assert_string_equal(words_of_block(arena, out.at, CMARK_NODE_PARAGRAPH),
	    plain);

	buf_cut(&out, 0);
	buf_string(&out, "**K:** ");
	md_write(&out, text, MD_INLINE);
	assert_string_equal(
	    words_of_block(arena, out.at, CMARK_NODE_PARAGRAPH) + 3, plain);

	buf_cut(&out, 0);
	buf_string(&out, "## ");
	md_write(&out, text, MD_HEADING);
	assert_string_equal(words_of_block(arena, out.at, CMARK_NODE_HEADING),
	    plain);
	buf_free(&out);
}

static void
test_contexts(void **state)
{
	struct arena *arena = arena_new();
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(texts); i++)
		check_contexts(arena, texts[i][0]);
	for (i = 0; i < COUNT(blocks); i++) {
		check_contexts(arena, blocks[i]);
		check_contexts(arena, md_words(arena, blocks[i]));
	}
	arena_free(arena);
}

static void
test_written(void **state)
{
	static const struct {
		const char *text;
		enum md_context context;
		const char *written;
	} rows[] = { { "- a", MD_BLOCK, "\\- a" }, { "- a", MD_INLINE, "- a" },
		{ "12. a", MD_BLOCK, "12\\. a" }, { "12.a", MD_BLOCK, "12.a" },
		{ "#a", MD_BLOCK, "\\#a" }, { "# a", MD_HEADING, "&#35; a" },
		{ "a #", MD_HEADING, "a &#35;" }, { "C#", MD_HEADING, "C#" },
		{ "##", MD_HEADING, "&#35;&#35;" },
		{ "a | b", MD_CELL, "a &#124; b" },
		{ "\\<b\\>", MD_CELL, "&lt;b\\>" },
		{ "\\|", MD_CELL, "&#124;" }, { "\\|", MD_BLOCK, "&#124;" },
		{ "a | b", MD_BLOCK, "a | b" }, { "-a", MD_BLOCK, "-a" },
		{ "", MD_BLOCK, "" }, { "", MD_CELL, "" },
		/* what other readers act on */
		{ "a_b_c, C:\\d, x^2", MD_INLINE,
		    "a\\_b\\_c, C:\\\\d, x&#94;2" },
		{ "@nadia #12 !34 a@b.fr C#1", MD_INLINE,
		    "&#64;nadia \\#12 \\!34 a@b.fr C#1" },
		{ "/close", MD_BLOCK, "&#47;close" },
		{ "/a/b", MD_BLOCK, "/a/b" },
		{ "9:30:12", MD_BLOCK, "9:30:12" },
		{ ":smile: {code}", MD_INLINE, "&#58;smile: &#123;code}" },
		{ "==a== ++b C++", MD_INLINE, "&#61;=a== \\++b C++" },
		{ "$10, $x$ et 5 $", MD_INLINE, "$10, $x&#36; et 5 $" },
		{ "\\~10, \\~\\~x", MD_INLINE, "~10, &#126;&#126;x" },
		{ "[a_b](c_d@e \"f_g)\") `h_i` <http://j_k>", MD_INLINE,
		    "[a\\_b](c_d@e \"f_g)\") `h_i` <http://j_k>" } };
	struct buf out = BUF_INIT;
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(rows); i++) {
		buf_cut(&out, 0);
		md_write(&out, rows[i].text, rows[i].context);
		assert_string_equal(out.at, rows[i].written);
	}
	buf_free(&out);
}

static void
test_prose(void **state)
{
	static const char *const rows[][2] = { { "", "" }, { "a", "a\n" },
		{ "a\nb", "a b\n" }, { "a\n\nb\n", "a\n\nb\n" },
		{ "* a\n* b\n", "- a\n- b\n" },
		{ "1. a\n1. b\n", "1. a\n2. b\n" },
		{ "- a\n    - b\n    - c\n- d\n", "- a\n  - b\n  - c\n- d\n" },
		{ "- a\n\n- b\n", "- a\n\n- b\n" },
		{ "- a\n+ b\n", "- a\n\n* b\n" },
		{ "# a\ntext", "a\n\ntext\n" }, { "a\n===\n", "a\n" },
		{ "| a | b |\n|---|---|\n", "&#124; a | b | |---|---|\n" },
		{ "<div>\na</div>\n", "&lt;div> a&lt;/div>\n" },
		{ "<!-- a -->\n", "" }, { "> a\n> b\n", "> a b\n" },
		{ "```\na\n", "```\na\n```\n" },
		{ "    a\n     b  \n", "```\na\n b\n```\n" },
		{ "``` {.x}\na\n```", "```\na\n```\n" }, { "***\n", "___\n" },
		{ "- ***\n", "- ___\n" },
		{ "- [x] a\n- [ ] b\n", "- [x] a\n- [ ] b\n" },
		{ "[a]\n\n[a]: http://b\n", "[a](http://b)\n" },
		{ "- a\n  > b\n", "- a\n\n  > b\n" }, { "- - -\n", "___\n" },
		{ "- - \n", "-\n" },
		{ "- ```\n  a\n  ```\n", "- ```\n  a\n  ```\n" },
		{ "-\n- a\n", "-\n- a\n" },
		{ "999999999. a\n1. b\n", "999999999. a\n999999999. b\n" } };
	struct arena *arena = arena_new();
	const char *text;
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(rows); i++) {
		text = md_prose(arena, rows[i][0]);
		assert_string_equal(text, rows[i][1]);
		assert_string_equal(md_prose(arena, text), text);
	}
	arena_free(arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_normal_form),
		cmocka_unit_test(test_contexts), cmocka_unit_test(test_written),
		cmocka_unit_test(test_prose) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
