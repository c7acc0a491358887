/*
 * Unit tests of md: Markdown to documents.
 */
#include "source/md.h"
#include "test.h"
#include "text/note.h"

/* Keys begin with a capital K. */
static bool
is_key(const void *context, enum md_name what, const char *name)
{
	(void)context;
	return what == MD_KEY && *name == 'K';
}

static struct node *
read_text(struct md_reader *reader, const char *text)
{
	return md_read(reader,
	    source_take(reader->arena, "f", text, strlen(text), reader->faults),
	    1);
}

/*
 * A tree on one line: key= before a value; a text between quotes; items in
 * parentheses, pairs in brackets, behind the text of their section.
 */
static void
show(struct buf *out, const struct node *node)
{
	static const char *const boxes[] = { "", "[ ]", "[x]" };
	const struct node *child;

	if (node->number != 0)
		buf_format(out, "%zu.", node->number);
	buf_string(out, boxes[node->box]);
	if (node->level > 0)
		buf_repeat(out, '#', (size_t)node->level);
	if (*node->key != '\0')
		buf_format(out, "%s=", node->key);
	if (*node->text != '\0' || node->kind == NODE_TEXT)
		buf_format(out, "'%s'", node->text);
	if (node->kind != NODE_TEXT)
		buf_char(out, node->kind == NODE_MAP ? '[' : '(');
	for (child = node->first; child != NULL; child = child->next) {
		if (child != node->first)
			buf_char(out, ' ');
		show(out, child);
	}
	if (node->kind != NODE_TEXT)
		buf_char(out, node->kind == NODE_MAP ? ']' : ')');
}

static const char *const documents[][2] = {
	/* titles */
	{ "# T\n", "([title='T'])" },
	{ "text\n", "([])" },
	{ "T\n=\n", "([title='T'])" },
	{ "## T\n", "([title='T'])" },
	{ "## T\n\n### K\n\na\n", "([title='T' ###K='a'])" },
	{ "## K\n\na\n", "([##K='a'])" },
	{ "# K\n\na\n", "([#K='a'])" },
	{ "# K1\n\na\n\n# K2\n\nb\n", "([#K1='a' #K2='b'])" },
	{ "## a\n\n## b\n", "([##a='' ##b=''])" },
	{ "# T\n\n## K\n\na\n\n# U\n\n## K\n\nb\n",
	    "([title='T' ##K='a'] [title='U' ##K='b'])" },
	{ "# T\n\n## K\n\na\n\n# U\n\nb\n", "([title='T' ##K='a' #U='b'])" },
	{ "# T *x* #\n", "([title='T *x*'])" },
	/* metadata */
	{ "# T\n\n- **Date :** 2021-11-16\n- **Lieu** — Bordeaux\n",
	    "([title='T' Date='2021-11-16' Lieu='Bordeaux'])" },
	{ "# T\n\n**Date :** 2021-11-16\n**Lieu :** Bordeaux\n",
	    "([title='T' Date='2021-11-16' Lieu='Bordeaux'])" },
	{ "# T\n\n**Date :** 2021-11-16\\\nou après\n",
	    "([title='T' Date='2021-11-16 ou après'])" },
	{ "# T\n\n- a\n- b\n", "([title='T' ('a' 'b')])" },
	/* sections */
	{ "## K\n\na\nb\n\nc\n", "([##K='a b c'])" },
	{ "## K\n\n### L\n\na\n\n### M\n\n- b\n\n## K2\n",
	    "([##K=[###L='a' ###M=('b')] ##K2=''])" },
	{ "## K\n\na\n\n- b\n", "([##K=('b')])" },
	{ "K\n---\n- a\n- b\n", "([##K=('a' 'b')])" },
	{ "## K\ntext\n- a\n* b\n+ c\n", "([##K=('a' 'b' 'c')])" },
	{ "## K\n\n\t- a\n", "([##K='- a'])" },
	{ "## K\n-\ta\n\t- b\n", "([##K=('a'('b'))])" },
	{ "## K  \n- a  \n- b  ", "([##K=('a' 'b')])" },
	{ "##\u00a0K\n", "([])" },
	{ "## K\n\n- a\u00a0: b\n", "([##K=('a\u00a0: b')])" },
	{ "## K\n\n> a\n> b\n", "([##K='a b'])" },
	{ "## K\n\n<!-- a -->\n\n***\n\nb\n", "([##K='b'])" },
	{ "## K\n\na <!-- b --> c\n", "([##K='a c'])" },
	{ "## K\n\n<div>\n", "([##K='\\<div>'])" },
	/* headings that a report numbered */
	{ "## K\n\n### A\n\n### A (2)\n\n### B (2)\n",
	    "([##K=[###A='' ###A (2)='' ###B (2)='']])" },
	/* lists */
	{ "## K\n\n- **a** b\n- **c :** d\n- **e** : f\n- **g** - h\n",
	    "([##K=[a='b' c='d' e='f' g='h']])" },
	{ "## K\n\n- **a**\n- b **c** d\n", "([##K=('**a**' 'b **c** d')])" },
	{ "## K\n\n- **a :**\n  - b\n  - c\n", "([##K=[a=('b' 'c')]])" },
	{ "## K\n\n- **a**\n  - b\n- c\n", "([##K=(a=('b') 'c')])" },
	{ "## K\n\n- **a** *b* `c`\n", "([##K=[a='*b* `c`']])" },
	{ "## K\n\n- Eau : les rivières\n", "([##K=('Eau : les rivières')])" },
	{ "## K\n\n- [ ] a\n- [x] b\n- [X] c\n- [y] d\n",
	    "([##K=([ ]'a' [x]'b' [x]'c' '\\[y] d')])" },
	{ "## K\n\n- [ ]\u00a0a\n- [x]  ~ b\n",
	    "([##K=('\\[ ]\u00a0a' [x]'~ b')])" },
	{ "## K\n\n1. a\n2. b\n10. c\n", "([##K=(1.'a' 2.'b' 10.'c')])" },
	{ "## K\n\n3) a\n4) b\n", "([##K=(3.'a' 4.'b')])" },
	{ "## K\n\n1. a\n1. b\n", "([##K=('a' 'b')])" },
	{ "## K\n\n2. a\n1. b\n", "([##K=('a' 'b')])" },
	{ "## K\n\n- a\n\n  b\n\n  > c\n- d\n", "([##K=('a b c' 'd')])" },
	{ "## K\n\n- a\n  b *\n- -\n", "([##K=('a b *' (''))])" },
	{ "## K\n\n-\n- a\n", "([##K=('' 'a')])" },
	{ "## K\n\n- a \\\\\n\n  {b}\n\n  c\n", "([##K=('a \\\\ {b} c')])" },
	{ "## K\n\n- a\n- b\n\n1. c\n", "([##K=('a' 'b' 1.'c')])" },
	/* tables */
	{ "## K\n\ntext\n| A | *B* |\n|---|---|\n| 1 | 2 |\n| 3 |\n",
	    "([##K=([A='1' B='2'] [A='3' B=''])])" },
	{ "## K\n\n| A |\n|---|\n", "([##K=([A=''])])" },
	{ "## K\n\n| A |\n|---|\n| 1 | 2 |\n", "([##K=([A='1' '2'])])" },
	{ "# T\n\n| A |\n|---|\n| 1 |\n", "([title='T' ([A='1'])])" },
};

static void
test_documents(void **state)
{
	struct arena *arena = arena_new();
	struct notes faults = { .arena = arena };
	struct md_reader reader = { .arena = arena,
		.faults = &faults,
		.is = is_key };
	struct buf out = BUF_INIT;
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(documents); i++) {
		buf_cut(&out, 0);
		show(&out, read_text(&reader, documents[i][0]));
		if (strcmp(out.at, documents[i][1]) != 0)
			fail_msg("%sis\n%s not\n%s", documents[i][0], out.at,
			    documents[i][1]);
	}
	assert_int_equal(faults.count, 0);
	md_free(&reader);
	buf_free(&out);
	arena_free(arena);
}

static void
test_places(void **state)
{
	static const char text[] =
	    "# T\r\n\r\n- **Date :** x\r\n\r\n## K\r\n\r\n"
	    "- é\r\n- **b** c\r\n";
	struct arena *arena = arena_new();
	struct notes faults = { .arena = arena };
	struct md_reader reader = { .arena = arena,
		.faults = &faults,
		.is = is_key };
	const struct node *document = read_text(&reader, text)->first;
	const struct node *node = document->first->next;

	(void)state;
	assert_int_equal(node->pos.line, 3);
	assert_int_equal(node->pos.col, 3);
	node = node->next;
	assert_int_equal(node->pos.line, 5);
	node = node->first;
	assert_int_equal(node->pos.line, 7);
	assert_int_equal(node->pos.col, 3);
	node = node->next;
	assert_string_equal(node->whole, "**b** c");
	assert_int_equal(node->pos.line, 8);
	md_free(&reader);

	document = read_text(&reader,
	    "## K\n\n  | é | b |\n  |---|---|\n  | ç | d |\n")
		       ->first;
	node = document->first->first->first;
	assert_int_equal(node->pos.line, 5);
	assert_int_equal(node->pos.col, 5);
	assert_int_equal(node->next->pos.col, 9);
	md_free(&reader);
	arena_free(arena);
}

static void
test_headings(void **state)
{
	struct arena *arena = arena_new();
	struct notes faults = { .arena = arena };
	struct md_reader reader = { .arena = arena,
		.faults = &faults,
		.is = is_key };
	const struct node *node =
	    read_text(&reader, "## A\n\n## A (2)\n\n## B (2)\n\n## a (3)\n")
		->first->first;
	static const char *const wholes[] = { "A", "A", "B (2)", "a" };
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(wholes); i++, node = node->next)
		assert_string_equal(node->whole, wholes[i]);
	md_free(&reader);
	arena_free(arena);
}

/* A list nested by indentation: bytes grow with the square of its depth. */
static const char *
stairs(struct arena *arena, size_t levels)
{
	struct buf buf = BUF_INIT;
	const char *text;
	size_t i;

	for (i = 0; i < levels; i++) {
		buf_repeat(&buf, ' ', 2 * i);
		buf_string(&buf, "- a\n");
	}
	text = arena_copy(arena, buf.at, buf.length);
	buf_free(&buf);
	return text;
}

static void
test_hostile(void **state)
{
	struct arena *arena = arena_new();
	struct notes faults = { .arena = arena };
	struct md_reader reader = { .arena = arena,
		.faults = &faults,
		.is = is_key };
	struct node *read;
	const struct node *document;
	const struct md_block *block;
	struct buf out = BUF_INIT;
	size_t i;
	const struct {
		const char *text;
		enum term message; /* T_NONE: no fault */
		size_t line;
	} rows[] = {
		{ repeat(arena, "", ">", 100000, "a"), M_TOO_DEEP, 1 },
		{ repeat(arena, "x\n\n", "> ", 100000, "a"), M_TOO_DEEP, 3 },
		{ repeat(arena, "", "- ", 100000, "a"), M_TOO_DEEP, 1 },
		{ repeat(arena, "", "1. ", 100000, "a"), M_TOO_DEEP, 1 },
		{ repeat(arena, "", "> - ", 100000, "a"), M_TOO_DEEP, 1 },
		{ stairs(arena, 3000), M_TOO_DEEP, 101 },
		{ stairs(arena, 100), T_NONE, 0 },
		{ repeat(arena, "", "> ", 100, "a"), T_NONE, 0 },
		{ repeat(arena, "a\n\n", "- ", 5000, "\n"), T_NONE, 0 },
		{ repeat(arena, "", "* ", 5000, "\n"), T_NONE, 0 },
		{ repeat(arena, "", "- a\n", 4000, ""), T_NONE, 0 },
		{ repeat(arena, "", "- a\n* b\n", 2000, ""), T_NONE, 0 },
		{ repeat(arena, "", "a\n\n", 4000, ""), T_NONE, 0 },
		{ repeat(arena, "", "**a** b\n", 4000, ""), T_NONE, 0 },
		{ repeat(arena, "## K\n", "a\n\n", 4000, ""), T_NONE, 0 },
		{ repeat(arena, "", "## a\n", 4000, ""), T_NONE, 0 },
		{ repeat(arena, "", "# a\n", 4000, ""), T_NONE, 0 },
		{ repeat(arena, "|a|b|\n|-|-|\n", "|c|d|\n", 4000, ""), T_NONE,
		    0 },
		{ repeat(arena, "", "|a|b|\n|-|-|\n", 4000, ""), T_NONE, 0 },
		{ repeat(arena,
		      repeat(arena, repeat(arena, "|", "a|", 5000, "\n|"), "-|",
			  5000, "\n"),
		      "|\n", 5000, ""),
		    T_NONE, 0 },
		{ repeat(arena, "[a]: /u\n\n", "[a]\n", 4000, ""), T_NONE, 0 },
		{ repeat(arena, "", "[a]: /u\n\n", 4000, "[a]"), T_NONE, 0 },
		{ repeat(arena, "", "`", 30000, "\n"), T_NONE, 0 },
		{ repeat(arena, "", "[", 30000, "\n"), T_NONE, 0 },
		{ repeat(arena, "", "[a](b) ", 4000, "\n"), T_NONE, 0 },
		{ repeat(arena, "", "http://", 5000, "\\*\n"), T_NONE, 0 },
		{ repeat(arena, "", "www.", 5000, "\\*\n"), T_NONE, 0 },
		{ repeat(arena, "", "{", 100000, "}\n"), T_NONE, 0 },
		{ repeat(arena, "", "*a _b ", 4000, "\n"), T_NONE, 0 },
		{ repeat(arena, "", "<!--", 100000, "\n"), T_NONE, 0 },
		{ repeat(arena, "> ", "a", 1000000, "\n{{"), T_NONE, 0 },
		{ repeat(arena, "", "![", 10001, "\n"), M_TOO_MANY_IMAGES, 0 },
	};

	(void)state;
	for (i = 0; i < COUNT(rows); i++) {
		struct source *source;

		faults.count = 0;
		source = source_take(arena, "f", rows[i].text,
		    strlen(rows[i].text), &faults);
		read = source ? md_read(&reader, source, 1) : NULL;
		assert_int_equal(faults.count, rows[i].message != T_NONE);
		assert_true((read == NULL) == (faults.count > 0));
		if (read == NULL) {
			assert_int_equal(faults.at->message, rows[i].message);
			assert_int_equal(faults.at->pos.line, rows[i].line);
			continue;
		}
		buf_cut(&out, 0);
		for (document = read->first; document != NULL;
		     document = document->next)
			for (block = document->blocks; block != NULL;
			     block = md_next(block))
				md_write_block(&out, block);
		md_free(&reader);
		md_prose(arena, rows[i].text);
	}
	buf_free(&out);
	arena_free(arena);
}

static void
test_too_large(void **state)
{
	struct arena *arena = arena_new();
	struct notes faults = { .arena = arena };
	struct md_reader reader = { .arena = arena,
		.faults = &faults,
		.is = is_key };
	size_t length = 100 << 20;
	struct source source = { .name = "f", .length = length };

	(void)state;
	source.bytes = arena_alloc(arena, length + 1);
	memset(source.bytes, 'a', length);
	assert_null(md_read(&reader, &source, 1));
	assert_int_equal(faults.count, 1);
	assert_int_equal(faults.at->message, M_MARKDOWN_TOO_LARGE);
	arena_free(arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_documents),
		cmocka_unit_test(test_places), cmocka_unit_test(test_headings),
		cmocka_unit_test(test_hostile),
		cmocka_unit_test(test_too_large) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
