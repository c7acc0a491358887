/*
 * prose: texts, and sections that are paragraphs.
 */
#include <string.h>

#include "data.h"

struct node *
data_prose_text(struct view *view, const char *prose, struct pos pos)
{
	return node_text(view->arena,
	    arena_copy(view->arena, prose, strlen(prose) - (*prose != '\0')),
	    pos);
}

/* Blocks in normal form; paragraphs of YAML, which may hold tables, as typed. */
static const char *
typed_prose(struct view *view, const struct node *node)
{
	size_t n = strlen(node->prose);

	if (!term_is(node->key, T_PARAGRAPHS))
		return md_prose(view->arena, node->prose);
	while (n > 0 && node->prose[n - 1] == '\n')
		n--;
	return arena_format(view->arena, "%.*s\n", (int)n, node->prose);
}

struct node *
data_text(struct view *view, const struct node *node)
{
	struct node *text = strchr(node->prose, '\n') == NULL
	    ? node_text(view->arena, md_text(view->arena, node->text),
		  node->pos)
	    : data_prose_text(view, typed_prose(view, node), node->pos);

	if (node->box != BOX_NONE)
		text->text = arena_format(view->arena, "\\[%c] %s",
		    node->box == BOX_DONE ? 'x' : ' ', text->text);
	return text;
}

struct node *
data_prose(struct view *view, const struct node *section)
{
	return data_prose_text(view,
	    md_section_prose(view->arena, section, false), section->pos);
}

/* Whether a key has prose, with all that stands below its heading. */
static bool
has_prose(const struct node *node)
{
	return term_is_any(node->key, T_ANSWER, T_PROTOCOL, T_INACTION);
}

bool
data_is_key(struct view *view, const struct node *node)
{
	return data_row(view, view->at, node->key) != NULL ||
	    data_term(view, node) != T_NONE;
}

bool
data_is_prose(struct view *view, const struct node *node)
{
	const struct md_block *block = node->blocks;
	size_t items = 0, beside = 0;

	if (node->level == 0 || (data_is_key(view, node) && !has_prose(node)) ||
	    (node->first != NULL && node->first->table > 0) ||
	    term_find_subject(node->key) != T_NONE)
		return false;
	for (; block != NULL; block = md_next(block)) {
		items += md_use(block) == MD_ITEMS;
		beside +=
		    md_use(block) == MD_BESIDE || md_use(block) == MD_TEXT;
	}
	return beside > 1 || (items > 0 && beside > 0);
}

bool
data_holds_sections(const struct node *node)
{
	const struct node *child = node->first;

	while (child != NULL && child->level == 0)
		child = child->next;
	return child != NULL && !has_prose(node);
}
