/*
 * bind_section: what of YAML stands under keys of nobody, as the sections that
 * Markdown would have there, and paragraphs.
 */
#include <string.h>

#include "sheet/bind_inner.h"

/* A document of Markdown, made of a node: its lines are about those of YAML. */
static struct node *
read_markdown(struct bind *bind, const struct node *node,
    const struct buf *text)
{
	struct doc *doc = bind->doc;
	struct source *source = source_take(doc->arena, node->pos.file,
	    text->at, text->length, &doc->faults);
	size_t first = node->key_pos.line, *numbers, i;
	struct node *documents;

	numbers =
	    arena_array(doc->arena, source->line_count + 1, sizeof(*numbers));
	for (i = 0; i <= source->line_count; i++)
		numbers[i] = first + (i > 2 ? i - 2 : 0);
	source->numbers = numbers;
	documents = md_read(doc->reader, source, 1);
	return documents != NULL ? documents->first : NULL;
}

/* The same behind a title, which is nobody's. */
static struct node *
read_titled(struct bind *bind, const struct node *node, const char *text)
{
	struct buf out = BUF_INIT;
	struct node *root;

	buf_format(&out, "# YAML\n\n%s", text);
	root = read_markdown(bind, node, &out);
	buf_free(&out);
	if (root != NULL)
		node_take(root);
	return root;
}

/* Whether headings stand in what was to be paragraphs. */
static bool
holds_sections(const struct node *root)
{
	const struct node *child = root->first;

	while (child != NULL && child->level == 0)
		child = child->next;
	return child != NULL;
}

struct node *
bind_section_of(struct bind *bind, const struct node *node, bool in_subject)
{
	struct buf text = BUF_INIT;
	struct node *root;

	if (!md_is_section(node))
		return NULL;
	if (md_paragraphs(node) != NULL)
		((struct node *)md_paragraphs(node))->taken = true;
	md_write_section(&text, node, in_subject ? 3 : 2,
	    bind_likely_language(bind));
	root = read_titled(bind, node, buf_take(&text, bind->doc->arena));
	return root != NULL ? node_take(root) : NULL;
}

struct node *
bind_claimed_section(struct bind *bind, const struct bind_row *row,
    struct node *node, bool in_subject)
{
	struct node *section;

	if (row->claim == NULL || row->kind != BIND_NODES ||
	    node->first == NULL || *node->first->key != '\0' ||
	    node->first->kind != NODE_MAP || node->first->first == NULL ||
	    strchr(node->first->first->key, '/') == NULL)
		return node;
	section = bind_section_of(bind, node, in_subject);
	if (section == NULL || !row->claim(section))
		return node;
	section->key = section->whole = node->key;
	return section;
}

/* Has all blocks stand beside a value, and be none. */
static void
set_beside(struct node *root)
{
	MD_EACH(struct md_block, block, root)
		md_take(block, false);
	root->kind = NODE_MAP;
}

/* The key that a name of paragraphs is of: "decisions_paragraphs"; "" where it is
 * of the title, NULL where it is no such name. */
static const char *
key_of_paragraphs(struct arena *arena, const char *name)
{
	const char *last = strrchr(name, '_');

	if (term_is(name, T_PARAGRAPHS))
		return "";
	return last != NULL && last > name && term_is(last + 1, T_PARAGRAPHS)
	    ? arena_until(arena, name, last)
	    : NULL;
}

bool
bind_take_paragraphs(struct bind_found *found, const struct node *node,
    bool in_subject)
{
	struct bind *bind = found->bind;
	const char *key = node->kind == NODE_TEXT
	    ? key_of_paragraphs(bind->doc->arena, node->key)
	    : NULL;
	const struct bind_row *row;
	struct node *root;

	if (key == NULL)
		return false;
	if (node->taken)
		return true; /* of a section that passes */
	row = *key != '\0' ? bind_find_row(bind, key, TERM_PLAIN, in_subject)
			   : NULL;
	if (*key != '\0' && row == NULL)
		return false;
	root = read_titled(bind, node, node->prose);
	if (root != NULL && holds_sections(root))
		root = read_titled(bind, node,
		    md_prose(bind->doc->arena, node->prose));
	if (root == NULL)
		return true;
	set_beside(root);
	account_tell(bind->doc->account, node, ACCOUNT_PASSES, T_NONE);
	if (row != NULL)
		bind_take_beside(bind, row->key, root);
	else if (in_subject)
		bind_take_beside(bind, bind->doc->subject, root);
	else
		bind_append_node(bind, &bind->head, root);
	return true;
}
