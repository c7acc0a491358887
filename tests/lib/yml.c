/*
 * Unit tests of yml: YAML to nodes, and back.
 */
#include "source/yml.h"
#include "test.h"
#include "text/note.h"

static struct node *
read_text(struct arena *arena, const char *text, struct notes *faults)
{
	struct source *source =
	    source_take(arena, "f", text, strlen(text), faults);

	assert_non_null(source);
	return yml_read(arena, source, source->length, NULL, faults);
}

/* A tree on one line: (items) [pairs] with key=, each text with its place. */
static void
show(struct buf *out, const struct node *node)
{
	const struct node *child;

	if (*node->key != '\0')
		buf_format(out, "%s=", node->key);
	if (node->kind == NODE_TEXT)
		buf_format(out, "%s@%zu:%zu", node->text, node->pos.line,
		    node->pos.col);
	else
		buf_char(out, node->kind == NODE_MAP ? '[' : '(');
	for (child = node->first; child != NULL; child = child->next) {
		if (child != node->first)
			buf_char(out, ' ');
		show(out, child);
	}
	if (node->kind != NODE_TEXT)
		buf_char(out, node->kind == NODE_MAP ? ']' : ')');
}

static void
test_nodes(void **state)
{
	static const char *const rows[][2] = { { "", "()" },
		{ "# nothing\n", "()" }, { "---\n", "()" }, { "a", "(a@1:1)" },
		{ "a: b\n", "([a=b@1:4])" },
		{ "- a\n- b\n", "((a@1:3 b@2:3))" },
		{ "- a: 1\n- b: 2\n", "((a=1@1:6 b=2@2:6))" },
		{ "- a: 1\n  b: 2\n", "(([a=1@1:6 b=2@2:6]))" },
		{ "a:\n  - b\n  - [c, d]\n", "([a=(b@2:5 (c@3:6 d@3:9))])" },
		{ "a:\nb: ~\nc: null\nd: x\n",
		    "([a=@1:3 b=@2:4 c=@3:4 d=x@4:4])" },
		{ "é: 'ê à'\n", "([é=ê à@1:4])" },
		{ "a: non\nb: 1.0\nc: 2021-11-16\n",
		    "([a=non@1:4 b=1.0@2:4 c=2021-11-16@3:4])" },
		{ "a: |\n  b\n  c\n", "([a=b\nc\n@1:4])" },
		{ "a: >\n  b\n  c\n", "([a=b c\n@1:4])" },
		{ "a: &x b\nc: *x\n", "([a=b@1:4 c=b@1:4])" },
		{ "a: &x [b]\nc: [*x, *x]\n",
		    "([a=(b@1:8) c=((b@1:8) (b@1:8))])" },
		{ "- &x {a: 1}\n- *x\n", "((a=1@1:10 a=1@1:10))" },
		{ "a: !!str b\n", "([a=b@1:4])" },
		{ "a: ! b\n", "([a=b@1:4])" },
		{ "a: 1\n---\nb: 2\n...\n---\n- c\n",
		    "([a=1@1:4] [b=2@3:4] (c@6:3))" },
		{ "\xef\xbb\xbf"
		  "a: b\r\nc: d\r\n",
		    "([a=b@1:4 c=d@2:4])" },
		{ "a: b\u2028c: d\n", NULL }, { "[a, b]\n", "((a@1:2 b@1:5))" },
		{ "{a: b}\n", "([a=b@1:5])" }, { "? a\n: b\n", "([a=b@2:3])" },
		{ "\"\": b\n", "([b@1:5])" } };
	struct arena *arena = arena_new();
	struct notes faults = { .arena = arena };
	struct buf out = BUF_INIT;
	struct node *documents;
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(rows); i++) {
		documents = read_text(arena, rows[i][0], &faults);
		buf_cut(&out, 0);
		if (documents != NULL)
			show(&out, documents);
		if (rows[i][1] != NULL)
			assert_string_equal(out.at, rows[i][1]);
		if (faults.count > (rows[i][1] == NULL))
			fail_msg("%s is no fault", rows[i][0]);
		faults.count = 0;
	}
	buf_free(&out);
	arena_free(arena);
}

static void
test_faults(void **state)
{
	static const struct {
		const char *text;
		enum term message;
		size_t line, col;
		const char *arg;
	} rows[] = {
		{ "a: 1\nb: 2\na: 3\n", M_DUPLICATE_KEY, 3, 1, "a" },
		{ "a:\n\tb: 1\n", M_YAML_TAB, 2, 1, "" },
		{ "-\ta: b\n", M_YAML_TAB, 1, 2, "" },
		{ "- a\n-\t- b\n", M_YAML_TAB, 2, 2, "" },
		{ "a: &x {b: 1}\nc:\n  <<: *x\n", M_YAML_MERGE, 3, 3, "" },
		{ "a: !x b\n", M_YAML_START, 1, 4, "!" },
		{ "a: !!omap [b]\n", M_YAML_START, 1, 4, "!" },
		{ "a: *x\n", M_YAML_ALIAS, 1, 4, "x" },
		{ "- &x a\n- b\n", M_YAML_START, 1, 3, "&" },
		{ "a: &x 1\nb: *x\n---\nc: *x\n", M_YAML_ALIAS, 4, 4, "x" },
		{ "a: \"x\\0y\"\n", M_CONTROL_CHARACTER, 1, 4, "" },
		{ "a: \"x\\e[31m\"\n", M_CONTROL_CHARACTER, 1, 4, "" },
		{ "a: \"\\u202e\"\n", M_CONTROL_CHARACTER, 1, 4, "" },
		{ "a: b\nc: d\x1b\n", M_CONTROL_CHARACTER, 2, 5, "" },
		{ "é: b\nc: é\x07\n", M_CONTROL_CHARACTER, 2, 5, "" },
		{ "- Eau : les rivières : loin\n", M_YAML_COLON, 1, 22, "" },
		{ "a: b: c\n", M_YAML_COLON, 1, 5, "" },
		{ "- **gras**\n", M_YAML_START, 1, 3, "*" },
		{ "- @nom\n", M_YAML_START, 1, 3, "@" },
		{ "- `code`\n", M_YAML_START, 1, 3, "`" },
		{ "- %x\n", M_YAML_START, 1, 3, "%" },
		{ "- &é\n", M_YAML_START, 1, 3, "&" },
		{ "- [ ] tâche\n", M_YAML_START, 1, 3, "[" },
		{ "- [a](b)\n", M_YAML_START, 1, 3, "[" },
		{ "- é: \"a\" b\n", M_YAML_START, 1, 6, "\"" },
		{ "- 'a' b\n", M_YAML_START, 1, 3, "'" },
		{ "- {a} b\n", M_YAML_START, 1, 3, "{" },
		{ "- > citation\n", M_YAML_START, 1, 3, ">" },
		{ "- | cellule |\n", M_YAML_START, 1, 3, "|" },
		{ "a: 'b\n", M_YAML_QUOTE, 1, 4, NULL },
		{ "? [a]\n: b\n", M_YAML_KEY, 1, 3, "" },
		{ "a: b\n c\nd\n", M_YAML_NO_KEY, 3, 1, NULL },
		{ "a: \"\\d\"\n", M_YAML_ESCAPE, 1, 5, NULL },
		{ "%FOO\n---\na\n", M_YAML_START, 1, 1, "%" },
	};
	struct arena *arena = arena_new();
	struct notes faults = { .arena = arena };
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(rows); i++) {
		faults.count = 0;
		read_text(arena, rows[i].text, &faults);
		if (faults.count != 1)
			fail_msg("%zu faults in %s", faults.count,
			    rows[i].text);
		if (faults.at->message != rows[i].message ||
		    faults.at->pos.line != rows[i].line ||
		    faults.at->pos.col != rows[i].col)
			fail_msg("%s%zu:%zu: %s", rows[i].text,
			    faults.at->pos.line, faults.at->pos.col,
			    note_text(arena, faults.at, LANG_EN, NULL));
		if (rows[i].arg != NULL)
			assert_string_equal(faults.at->args[0], rows[i].arg);
	}
	/* all are found in one run, as long as it can be read */
	faults.count = 0;
	read_text(arena, "a: *x\na: \"\\0\"\nb: !y z\n", &faults);
	assert_int_equal(faults.count, 4);
	arena_free(arena);
}

static const char *
alias_bomb(struct arena *arena, size_t levels, size_t width, size_t depth)
{
	struct buf buf = BUF_INIT;
	const char *text;
	size_t i, j;

	buf_string(&buf, "a0: &a0 x\n");
	for (i = 1; i <= levels; i++) {
		buf_format(&buf, "a%zu: &a%zu [", i, i);
		buf_repeat(&buf, '[', depth);
		for (j = 0; j < width; j++)
			buf_format(&buf, "*a%zu,", i - 1);
		buf_repeat(&buf, ']', depth);
		buf_string(&buf, "]\n");
	}
	buf_format(&buf, "z: *a%zu\n", levels);
	text = arena_copy(arena, buf.at, buf.length);
	buf_free(&buf);
	return text;
}

static void
test_hostile(void **state)
{
	struct arena *arena = arena_new();
	struct notes faults = { .arena = arena };
	struct buf deep = BUF_INIT;
	size_t i;
	const struct {
		const char *text;
		enum term message; /* T_NONE: no fault */
	} rows[] = { { repeat(arena, "", "[", 100000, ""), M_TOO_DEEP },
		{ repeat(arena, "", "{a: ", 100000, ""), M_TOO_DEEP },
		{ repeat(arena, "", "- ", 100000, "x"), M_TOO_DEEP },
		{ repeat(arena, "", "? ", 100000, "x"), M_TOO_DEEP },
		{ repeat(arena, "", "[", 99, repeat(arena, "x", "]", 99, "")),
		    T_NONE },
		{ repeat(arena, "", "[", 101, repeat(arena, "x", "]", 101, "")),
		    M_TOO_DEEP },
		{ alias_bomb(arena, 30, 9, 0), M_YAML_ALIASES },
		{ alias_bomb(arena, 3, 9, 0), T_NONE },
		{ alias_bomb(arena, 30, 1, 60), M_TOO_DEEP },
		{ repeat(arena, "a: ", "xxxxxxxxxx", 1000000, "\n"), T_NONE },
		{ repeat(arena, "", "- x\n", 100000, ""), T_NONE },
		{ repeat(arena, "", "- a: 1\n", 100000, ""), T_NONE } };

	(void)state;
	for (i = 0; i < 3000; i++) {
		buf_repeat(&deep, ' ', i);
		buf_string(&deep, "-\n");
	}
	assert_null(read_text(arena, deep.at, &faults));
	assert_int_equal(faults.at->message, M_TOO_DEEP);
	assert_int_equal(faults.at->pos.line, 101);
	for (i = 0; i < COUNT(rows); i++) {
		faults.count = 0;
		read_text(arena, rows[i].text, &faults);
		assert_int_equal(faults.count, rows[i].message != T_NONE);
		if (faults.count > 0)
			assert_int_equal(faults.at->message, rows[i].message);
	}
	buf_free(&deep);
	arena_free(arena);
}

static void
test_write(void **state)
{
	static const char *const rows[] = { "a: b\nc:\n- d\n- e: f\n",
		"- '~'\n- 'null'\n-\n- '- a'\n- 'a: b'\n- '#'\n",
		"- - a\n  - b\n- c\n", "a: \"b \\n\"\n" };
	struct arena *arena = arena_new();
	struct notes faults = { .arena = arena };
	struct buf out = BUF_INIT;
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(rows); i++) {
		buf_cut(&out, 0);
		yml_write(&out, read_text(arena, rows[i], &faults)->first);
		assert_string_equal(out.at, rows[i]);
	}
	buf_free(&out);
	arena_free(arena);
}

/* What only YAML takes for a line's end, where the emitter would fold. */
static void
test_odd_breaks(void **state)
{
	static const char *const breaks[] = { "\\L", "\\P", "\\N" };
	struct arena *arena = arena_new();
	struct notes faults = { .arena = arena };
	struct buf once = BUF_INIT, again = BUF_INIT;
	const char *text;
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(breaks); i++) {
		buf_cut(&once, 0);
		buf_cut(&again, 0);
		text = arena_format(arena,
		    "a: \"b \\\"c>\\\\\\\\\\\\%s\\\\d\\\\\\\\e> a text that is "
		    "long enough to be folded, and to go on and on\"\n",
		    breaks[i]);
		yml_write(&once, read_text(arena, text, &faults)->first);
		yml_write(&again, read_text(arena, once.at, &faults)->first);
		assert_string_equal(again.at, once.at);
	}
	buf_free(&once);
	buf_free(&again);
	arena_free(arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_nodes),
		cmocka_unit_test(test_faults), cmocka_unit_test(test_hostile),
		cmocka_unit_test(test_write),
		cmocka_unit_test(test_odd_breaks) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
