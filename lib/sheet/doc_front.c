/*
 * doc_front: the front matter of a Markdown source: YAML, lines that look like
 * it, or TOML between "+++".
 */
#include <string.h>

#include "base/arena.h"
#include "sheet/doc_inner.h"
#include "text/uni.h"

/* A value without the quotes around it. */
static const char *
unquoted(struct arena *arena, const char *text)
{
	size_t n = strlen(text);

	if (n > 1 && (*text == '"' || *text == '\'') && text[n - 1] == *text)
		return arena_copy(arena, text + 1, n - 2);
	return text;
}

/* A line of front matter that begins no pair goes on with the one before. */
static void
add_front_text(struct arena *arena, struct node *map, const char *text,
    struct pos pos)
{
	struct node *pair = map->last;

	if (pair == NULL) {
		pair = node_text(arena, "", pos);
		pair->key = text;
		node_append(map, pair);
		return;
	}
	text = unquoted(arena,
	    strncmp(text, "- ", 2) == 0 ? uni_line(arena, text + 2) : text);
	pair->text = *pair->text == '\0'
	    ? text
	    : arena_format(arena, "%s, %s", pair->text, text);
	pair->prose = pair->text;
}

/* A value of TOML, a list of texts as one text. */
static const char *
toml_value(struct arena *arena, const char *text)
{
	size_t n = strlen(text), i;
	char *plain, *out;

	if (n < 2 || *text != '[' || text[n - 1] != ']')
		return unquoted(arena, text);
	plain = out = arena_copy(arena, text + 1, n - 2);
	for (i = 0; plain[i] != '\0'; i++)
		if (strchr("\"'", plain[i]) == NULL)
			*out++ = plain[i];
	*out = '\0';
	return plain;
}

/* Front matter that is no YAML, line by line: "key: value", or "key = value". */
static struct node *
read_front_lines(struct arena *arena, const struct source *source, size_t end)
{
	const char *mark = *source->bytes == '+' ? "=" : ":";
	struct pos pos = { source->name, 1, 1 };
	struct node *documents = node_new(arena, NODE_LIST, pos), *map, *pair;
	size_t line, n;
	const char *text, *raw;
	bool table; /* a line that names one: "[extra]" */

	map = node_new(arena, NODE_MAP, pos);
	node_append(documents, map);
	for (line = 2; line + 1 < end; line++) {
		pos.line = line;
		raw = source_text(arena, source, line);
		text = uni_line(arena, raw);
		n = strcspn(text, mark);
		if (*text == '\0' || *text == '#')
			continue;
		table = *mark == '=' && *text == '[' && text[n] == '\0';
		if (!table &&
		    (*raw == ' ' || *raw == '\t' || *text == '-' || n == 0 ||
			text[n] != *mark)) {
			add_front_text(arena, map, text, pos);
			continue;
		}
		pair = node_text(arena,
		    table ? ""
			  : toml_value(arena, uni_line(arena, text + n + 1)),
		    pos);
		pair->prose = pair->text;
		pair->key = table ? toml_value(arena, text)
				  : uni_until(arena, text, text + n);
		node_append(map, pair);
	}
	return documents;
}

/* Front matter as YAML; NULL: it is none. */
static struct node *
read_front_yaml(struct doc *doc, const struct source *source, size_t end)
{
	struct notes faults = { .arena = doc->arena };
	struct node *documents = *source->bytes == '-'
	    ? yml_read(doc->arena, source, source->lines[end - 2], NULL,
		  &faults)
	    : NULL;

	return faults.count > 0 ? NULL : documents;
}

bool
doc_front_is_yaml(struct doc *doc, const struct source *source, size_t end)
{
	return read_front_yaml(doc, source, end) != NULL;
}

struct node *
doc_front(struct doc *doc, const struct source *source, size_t end)
{
	struct node *documents = read_front_yaml(doc, source, end);

	return documents != NULL &&
		(documents->first == NULL || documents->first->kind == NODE_MAP)
	    ? documents
	    : read_front_lines(doc->arena, source, end);
}
