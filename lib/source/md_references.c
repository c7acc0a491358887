/*
 * md_references: the links that a source defines, and a text that may refer to
 * them, parsed.
 */
#include <string.h>

#include "base/arena.h"
#include "source/md_inner.h"
#include "text/uni.h"

/* The length of a label that starts at a bracket, with both; 0: it is none. */
static size_t
label_length(const char *text)
{
	size_t n = 1;

	while (text[n] != '\0' && text[n] != '[' && text[n] != ']')
		n += text[n] == '\\' && text[n + 1] != '\0' ? 2 : 1;
	return text[n] == ']' ? n + 1 : 0;
}

static const char *
label_key(struct arena *arena, const char *text, size_t length)
{
	return uni_casefold(arena, arena_copy(arena, text + 1, length - 2));
}

/* Behind the marks of the containers that a line may begin. */
static const char *
skip_marks(const char *line)
{
	return line + strspn(line, " \t>-+*0123456789.)");
}

void
md_find_references(struct arena *arena, struct md_tree *tree)
{
	const struct source *source = tree->source;
	struct dict_entry *entry;
	const char *line, *next;
	size_t i, length, n;

	dict_init(&tree->references, arena);
	for (i = 1; i <= source->line_count; i++) {
		line = source_line(source, i, &length);
		if (memchr(line, '[', length) == NULL)
			continue;
		line = skip_marks(arena_copy(arena, line, length));
		n = *line == '[' ? label_length(line) : 1;
		/* a label that goes on on the next line defines too */
		tree->defines = tree->defines || n == 0;
		if (n < 3 || line[n] != ':')
			continue;
		tree->defines = true;
		entry =
		    dict_enter(&tree->references, label_key(arena, line, n));
		if (entry->value != NULL)
			continue;
		next = source_text(arena, source, i + 1);
		if (line[n + 1 + strspn(line + n + 1, " \t")] == '\0')
			line = arena_format(arena, "%s %s", line,
			    skip_marks(next));
		entry->value = arena_format(arena, "\n%s\n", line);
	}
}

/* The definitions of what a text may refer to. */
static void
add_references(struct buf *out, struct arena *arena, const struct md_tree *tree,
    const char *text)
{
	struct dict_entry *entry;
	size_t n;
	struct dict added = { .arena = arena };

	for (; (text = strchr(text, '[')) != NULL; text += n ? n - 1 : 1) {
		n = label_length(text);
		if (n < 3)
			continue;
		entry = dict_find(&tree->references, label_key(arena, text, n));
		if (entry == NULL || dict_find(&added, entry->key) != NULL)
			continue;
		dict_enter(&added, entry->key);
		buf_string(out, entry->value);
	}
}

cmark_node *
md_parse_passing(struct arena *arena, const struct md_tree *tree,
    const char *text)
{
	BUF_SCRATCH(source);

	text = uni_line(arena, text);
	buf_format(&source, "# %s #\n", text);
	if (tree->defines)
		add_references(&source, arena, tree, text);
	return md_parse_text(source.at, source.length);
}

const char *
md_text_passing(struct arena *arena, const struct md_tree *tree,
    const char *text)
{
	cmark_node *document = md_parse_passing(arena, tree, text);

	text = md_inlines_passing(arena, md_first_inline(document));
	cmark_node_free(document);
	return text;
}

const char *
md_tree_text(struct arena *arena, const struct md_tree *tree, const char *line)
{
	cmark_node *document;
	const char *text;

	if (!tree->defines || strchr(line, '[') == NULL)
		return md_text(arena, line);
	document = md_parse_passing(arena, tree, line);
	text = md_inlines(arena, md_first_inline(document));
	cmark_node_free(document);
	return text;
}

bool
md_is_fence(const char *line)
{
	line += strspn(line, " ");
	return strncmp(line, ":::", 3) == 0;
}

/* Whether lines of a container stand among those of a block. */
static bool
has_fence(const struct md_block *block)
{
	const char *line;
	size_t i, length;

	for (i = block->first; i <= block->last; i++) {
		line = source_line(block->tree->source, i, &length);
		if (length >= 3 && memmem(line, length, ":::", 3) != NULL)
			return true;
	}
	return false;
}

const char *
md_part_text(struct arena *arena, const struct md_block *block)
{
	cmark_node *node = md_node(block);
	struct arena *scratch;
	struct md_lines lines;
	struct buf joined = BUF_INIT;
	const char *text;

	if (block->type != CMARK_NODE_PARAGRAPH ||
	    (block->first == block->start && block->last >= md_end(node) &&
		!has_fence(block)))
		return NULL;
	scratch = arena_new();
	lines = md_lines(scratch, block->tree->source, node, block->last);
	for (size_t i = block->first - lines.first; i < lines.count; i++) {
		if (md_is_fence(lines.at[i].text))
			continue;
		buf_string(&joined, lines.at[i].text);
		buf_char(&joined, '\n');
	}
	text = md_tree_text(arena, block->tree, joined.at);
	buf_free(&joined);
	arena_free(scratch);
	return text;
}
