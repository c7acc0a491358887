/*
 * read: a document, as the tool reads it that it is of.
 */
#include "data.h"

static void
add_term(struct doc *doc, struct doc_terms *terms, enum term term)
{
	ARENA_ADD(doc->arena, terms->at, terms->count) = term;
}

/* Adds the keys below a row, as bind has them of a tool's rows. */
static void
add_terms(struct doc *doc, const struct row *of)
{
	ROW_EACH(row, of) {
		add_term(doc, &doc->pairs, row->term);
		if (of->depth == 0)
			add_term(doc, &doc->keys, row->term);
		else if (of->kind == ROW_MAP || of->kind == ROW_NODES)
			add_term(doc, &doc->inner, row->term);
		if ((row->kind == ROW_LIST || row->kind == ROW_NODES) &&
		    of->kind == ROW_MAP)
			add_term(doc, &doc->lists, row->term);
		add_terms(doc, row);
	}
}

/* The keys of a tool that a document has at its top. */
static void
add_keys(struct doc *doc, const struct row *tool)
{
	ROW_EACH(row, tool)
		add_term(doc, &doc->keys, row->term);
}

/* The tool that most keys of the first document are of. */
static enum term
find_home(const struct doc *doc)
{
	enum term home = T_NONE;

	for (size_t i = 0; i < doc->part_count && home == T_NONE; i++)
		home = data_home(doc->parts[i].root);
	return home;
}

/*
 * A pad is read by the keys of one tool: a first time by those of all, which tells
 * whose it is.
 */
void
data_read(struct doc *doc, char *const operands[], size_t count)
{
	const struct row *tool;
	enum term home;

	for (tool = row_tools(); tool != NULL; tool = row_next_tool(tool))
		add_keys(doc, tool);
	doc_read(doc, operands, count);
	home = doc->faults.count == 0 ? find_home(doc) : T_NONE;
	if (home == T_NONE)
		return;
	doc->keys.count = 0;
	doc->subject = doc->reader->subject = home;
	add_terms(doc, row_of_tool(home));
	doc_read_again(doc);
}
