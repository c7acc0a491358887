/*
 * md_node: a node of YAML as the section that Markdown would have for it.
 */
#include <string.h>

#include "base/arena.h"
#include "source/md.h"
#include "text/uni.h"

enum { DEEPEST = 6, LONGEST_LABEL = 12 };

struct writing {
	struct buf *out;
	struct arena *arena;
	enum lang lang;
};

static void
part(struct buf *out)
{
	if (out->length > 0)
		buf_char(out, '\n');
}

/* The text of an item that has pairs too: that of its key "text". */
static const struct node *
own_text(const struct node *item)
{
	const struct node *child = item->first;

	return child != NULL && *child->key != '\0' &&
		child->kind == NODE_TEXT && term_is(child->key, T_TEXT)
	    ? child
	    : NULL;
}

bool
md_is_section(const struct node *node)
{
	if (*node->key == '\0')
		return false;
	if (node->kind == NODE_TEXT)
		return node->block || strchr(node->prose, '\n') != NULL;
	return !node->flow || node->first == NULL;
}

const struct node *
md_paragraphs(const struct node *node)
{
	const struct node *next = node->next;
	size_t n = strlen(node->key);

	return next != NULL && n > 0 && next->kind == NODE_TEXT &&
		strncmp(next->key, node->key, n) == 0 && next->key[n] == '_' &&
		term_is(next->key + n + 1, T_PARAGRAPHS)
	    ? next
	    : NULL;
}

/* Whether a key is an English name as data have it: "to_check". */
static bool
is_data_name(const struct writing *to, const char *key, enum term term)
{
	const char *name = uni_lower(to->arena, term_name(term, LANG_EN));

	while (*key != '\0' && (*key == *name || (*key == '_' && *name == ' ')))
		key++, name++;
	return *key == '\0' && *name == '\0';
}

/* A key as it heads a section or a column: an English name in small letters, as
 * data have it, as a report in the language would; any other with a capital. */
static const char *
heading_of(const struct writing *to, const char *key)
{
	enum term term = T_TITLE;

	if (strcmp(key, uni_lower(to->arena, key)) != 0)
		return key;
	while (term <= T_RULES && !is_data_name(to, key, term))
		term++;
	if (term > T_RULES)
		term = term_find_key(key);
	return term != T_NONE && is_data_name(to, key, term)
	    ? term_name(term, to->lang)
	    : uni_capital(to->arena, key);
}

/* Whether an item is a row of the table that another one begins: the first column
 * has the same head. */
static bool
is_row_of(const struct node *item, const struct node *first)
{
	return item != NULL && *item->key == '\0' && item->kind == NODE_MAP &&
	    item->first != NULL &&
	    strcmp(item->first->key, first->first->key) == 0;
}

/* Whether the items from one on are the rows of a table: maps of texts, of which
 * none is the item's own. */
static bool
are_rows(const struct node *first)
{
	const struct node *item = first;

	if (first->kind != NODE_MAP || first->first == NULL)
		return false;
	for (; is_row_of(item, first); item = item->next) {
		if (own_text(item) != NULL)
			return false;
		NODE_EACH(const struct node, cell, item)
			if (cell->kind != NODE_TEXT || cell->block)
				return false;
	}
	return true;
}

/* The place of a column among those met, which it joins. */
static size_t
column_of(struct arena *arena, const char ***heads, size_t *count,
    const char *key)
{
	for (size_t i = 0; i < *count; i++)
		if (strcmp((*heads)[i], key) == 0)
			return i;
	*heads = arena_grow(arena, *heads, *count, sizeof(**heads));
	(*heads)[*count] = key;
	return (*count)++;
}

/* The rows from one on as a table; what stands behind them. */
static const struct node *
write_rows(const struct writing *to, const struct node *first)
{
	const struct node *row;
	const char **heads = NULL, **cells;
	size_t columns = 0, rows = 1, i;

	for (row = first; is_row_of(row, first); row = row->next, rows++)
		NODE_EACH(const struct node, cell, row)
			column_of(to->arena, &heads, &columns, cell->key);
	cells = arena_array(to->arena, rows * columns, sizeof(*cells));
	for (i = 0; i < rows * columns; i++)
		cells[i] = i < columns
		    ? md_words(to->arena, heading_of(to, heads[i]))
		    : "";
	for (row = first, i = columns; is_row_of(row, first);
	     row = row->next, i += columns)
		NODE_EACH(const struct node, cell, row)
			cells[i +
			    column_of(to->arena, &heads, &columns, cell->key)] =
			    md_text(to->arena, cell->text);
	part(to->out);
	md_write_table(to->out, cells, rows, columns, NULL);
	return row;
}

/* What stands in front of an item's text: its key, strong, with a colon unless
 * it is a label: it holds a digit. */
static void
write_key(const struct writing *to, const char *key)
{
	bool label = strchr(key, ' ') == NULL &&
	    strpbrk(key, "0123456789") != NULL && strlen(key) <= LONGEST_LABEL;

	if (*key == '\0')
		return;
	key = md_words(to->arena, label ? key : heading_of(to, key));
	md_write(to->out,
	    arena_format(to->arena, "**%s%s** ", key,
		label ? "" : term_name(T_KEY_COLON, to->lang)),
	    MD_INLINE);
}

/* The text of an item, behind what stands on its line. */
static void
write_text(const struct writing *to, const char *any, bool first)
{
	const char *text = md_text(to->arena, any);
	size_t start = to->out->length;

	if (strncmp(text, "\\[", 2) == 0 && text[2] != '\0' && text[3] == ']')
		buf_string(to->out, text + 1); /* a box */
	else
		md_write(to->out, text, first ? MD_BLOCK : MD_INLINE);
	while (
	    to->out->length >= start && to->out->at[to->out->length - 1] == ' ')
		buf_cut(to->out, to->out->length - 1);
	buf_char(to->out, '\n');
}

/* An item with all below it, each level two blanks further in; where it has no
 * words of its own the first thing in it leads. */
static void
write_item(const struct writing *to, const struct node *item, size_t depth)
{
	const struct node *own = own_text(item), *child = item->first;

	if (own == NULL && *item->key == '\0' && *item->text == '\0' &&
	    child != NULL) {
		write_item(to, child, depth);
		child = child->next;
	} else {
		buf_repeat(to->out, ' ', 2 * depth);
		buf_string(to->out, "- ");
		write_key(to, item->key);
		write_text(to, own != NULL ? own->text : item->text,
		    *item->key == '\0');
	}
	for (; child != NULL; child = child->next)
		if (child != own)
			write_item(to, child, depth + 1);
}

static void
write_prose(const struct writing *to, const struct node *text)
{
	if (text == NULL || text->kind != NODE_TEXT || *text->text == '\0')
		return;
	part(to->out);
	buf_string(to->out, md_prose(to->arena, text->prose));
}

static void
write_section(const struct writing *to, const struct node *node, int level)
{
	const struct node *child = node->first, *own = own_text(node);
	const struct node *beside = NULL;
	bool listed = false;

	part(to->out);
	buf_repeat(to->out, '#', (size_t)level);
	buf_char(to->out, ' ');
	md_write(to->out, md_words(to->arena, heading_of(to, node->key)),
	    MD_HEADING);
	buf_char(to->out, '\n');
	write_prose(to, node);
	write_prose(to, own);
	write_prose(to, md_paragraphs(node));
	while (child != NULL) {
		if (child == own || child == beside) {
			child = child->next;
		} else if (level < DEEPEST && md_is_section(child)) {
			write_section(to, child, level + 1);
			beside = md_paragraphs(child);
			child = child->next;
			listed = false;
		} else if (*child->key == '\0' && are_rows(child)) {
			child = write_rows(to, child);
			listed = false;
		} else {
			if (!listed)
				part(to->out);
			listed = true;
			write_item(to, child, 0);
			child = child->next;
		}
	}
}

void
md_write_section(struct buf *out, const struct node *node, int level,
    enum lang lang)
{
	ARENA_SCRATCH(arena);

	write_section(&(struct writing){ out, arena, lang }, node, level);
}
