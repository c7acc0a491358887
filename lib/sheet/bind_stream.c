/*
 * bind_stream: the list that is handed over item by item.
 */
#include "sheet/bind_inner.h"

const struct bind_row *
bind_stream_row(const struct bind *bind)
{
	const struct bind_row *row = bind->tool->rows;

	while (row->key != bind->tool->stream->key)
		row++;
	return row;
}

bool
bind_is_streamed(const struct bind *bind, const struct node *list)
{
	return bind->tool->stream != NULL && list->first == NULL &&
	    list->count > 0;
}

/* Whether the list under a key is one to hand over. */
static bool
wants(void *context, const char *above, const char *key)
{
	const struct bind *bind = context;
	const enum term places[] = { bind->tool->subject, T_RULES };

	if (key == NULL)
		return true;
	return term_is(key, bind->tool->stream->key) &&
	    (*above == '\0' || term_find(above, places, 1, NULL) != T_NONE);
}

/* Whether a list of Markdown is to be handed over. */
static bool
wants_list(struct bind *bind, const struct node *list)
{
	return wants(bind, "", list->key) &&
	    !bind->tool->stream->whole(bind, list);
}

/* Hands over the items of a list that was read whole. */
static void
stream_list(struct bind *bind, struct node *list)
{
	size_t count;

	bind->tool->stream->begin(bind, NULL);
	for (count = 0; list->first != NULL && list->first->level == 0; count++)
		bind->tool->stream->item(bind, node_take(list));
	list->count = count;
}

/* Whether a document of Markdown has a section that is the tool's. */
static bool
has_own_section(struct bind *bind, const struct node *root)
{
	struct bind silent = *bind;

	NODE_EACH(const struct node, child, root)
		if (child->level > 0 &&
		    (bind_find_row(&silent, child->key, TERM_PLAIN, false) !=
			    NULL ||
			term_find_subject(child->key) != T_NONE))
			return true;
	return false;
}

/* Whether a list without a key is of a row's by its content. */
static bool
is_other(struct bind *bind, const struct node *list)
{
	struct bind_found found = { .bind = bind };

	return bind_find_claim(&found, list) != NULL ||
	    (list->first != NULL && list->first->table > 0 &&
		bind_row_of_table(bind->tool->rows, list->first) != NULL);
}

/* Whether a list without a key is of the items that are handed over. */
static bool
is_bare(struct bind *bind, const struct node *root, const struct node *list)
{
	return *list->key == '\0' && list->blocks != NULL &&
	    !is_other(bind, list) && !has_own_section(bind, root);
}

bool
bind_waits(struct bind *bind, const struct node *root, const struct node *list)
{
	return bind->tool->stream != NULL && list->first != NULL &&
	    is_bare(bind, root, list) && bind->tool->stream->whole(bind, list);
}

/* Finds the lists of a part of Markdown that are to be handed over. */
static void
stream_part(void *context, struct doc_part *part)
{
	struct bind *bind = context;

	NODE_EACH(struct node, child, part->root) {
		if (wants_list(bind, child) ||
		    (is_bare(bind, part->root, child) &&
			!bind->tool->stream->whole(bind, child)))
			stream_list(bind, child);
		if (!term_is(child->key, bind->tool->subject))
			continue;
		NODE_EACH(struct node, inner, child)
			if (wants_list(bind, inner))
				stream_list(bind, inner);
	}
}

void
bind_stream_to(struct bind *bind)
{
	const struct bind_stream *stream = bind->tool->stream;

	bind->stream = (struct yml_stream){ bind, wants, stream->begin,
		stream->item, stream->texts };
	bind->doc->stream = &bind->stream;
	bind->doc->part_read = stream_part;
}
