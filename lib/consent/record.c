/*
 * record: a proposal told in the cells of a table's row, or in the pairs of an item of
 * YAML, with what was said and decided of it.
 */
#include <string.h>

#include "consent/process_inner.h"

/* The cell of a row, or the pair of an item, that tells the proposal. */
static const struct node *
proposal_cell(const struct node *record)
{
	NODE_EACH(const struct node, cell, record)
		if (*cell->key != '\0' &&
		    term_is_any(cell->key, T_PROPOSAL, T_TEXT))
			return cell;
	return NULL;
}

bool
record_claims(const struct node *section)
{
	const struct node *row = section->first;

	if (row == NULL || row->table == 0 || proposal_cell(row) == NULL)
		return false;
	NODE_EACH(const struct node, cell, row)
		if (term_is_any(cell->key, T_DECISION, T_OBJECTIONS,
			T_ANSWER_YES, T_ANSWER_OBJECTION))
			return true;
	return false;
}

/* The text of the version that a record says it is; NULL where it says none. */
static struct node *
version_of(struct process *process, const struct node *record)
{
	const struct node *text = proposal_cell(record);
	struct node *version = node_again(process->arena, text ? text : record);

	NODE_EACH(const struct node, cell, record)
		if (term_is(cell->key, T_VERSIONS)) {
			version->key = arena_format(process->arena, "v%s",
			    cell->text + strspn(cell->text, "vV "));
			version->key_pos = cell->pos;
			return version;
		}
	return NULL;
}

/* What else a record tells: who proposes, the answers, a decision; any other cell
 * stays with the text. */
static void
read_cell(struct process *process, struct node *cell, struct node *round,
    struct buf *text)
{
	struct node *line = node_text(process->arena,
	    arena_format(process->arena, "%s: %s", cell->key,
		bind_text(process->bind, cell)),
	    cell->pos);

	if (cell->first != NULL && term_is_any(cell->key, T_ANSWER, T_ROUNDS))
		bind_add(process->bind, &process->sheet->rounds, cell);
	else if (cell->first != NULL)
		bind_fault(process->bind, cell->key_pos, M_NESTED);
	else if (term_is(cell->key, T_PROPOSER))
		process->sheet->roles.proposer =
		    bind_text_at(cell->text, cell->pos);
	else if (!node_is_empty(cell) && !bind_is_none(cell->text) &&
	    !beneath_read_line(process, line, round) &&
	    !aside_take_pairs(process, line->text, line->pos))
		buf_format(text, "- **%s%s** %s\n", cell->key,
		    process_word(process, T_KEY_COLON), cell->text);
}

/* The only record, or the first of several, of which a sheet has one: its text, and
 * the answers told in it. */
static void
read_one(struct process *process, struct node *record, struct node *proposal,
    struct node *round)
{
	const struct node *told = proposal_cell(record);
	struct buf text = BUF_INIT;
	struct node *cell;

	buf_format(&text, "%s\n\n",
	    bind_text(process->bind, told != NULL ? told : record));
	while ((cell = node_take(record)) != NULL)
		if (cell != told)
			read_cell(process, cell, round, &text);
	proposal->prose = buf_take(&text, process->arena);
	proposal->kind = NODE_TEXT;
	if (record->next != NULL)
		bind_fault(process->bind, record->next->pos, M_CONSENT_ANOTHER,
		    bind_place(process->bind, record->pos));
}

struct node *
record_read(struct process *process, struct node *proposal)
{
	struct node *round = node_new(process->arena, NODE_LIST, proposal->pos);
	struct node *record = proposal->first;
	struct node all;
	size_t told = 0;

	NODE_EACH(const struct node, item, proposal) {
		if (*item->key != '\0')
			return NULL;
		told += proposal_cell(item) != NULL;
	}
	if (told == 0)
		return NULL;
	all = node_emptied(proposal);
	proposal->text = "";
	proposal->blocks = NULL;
	proposal->level = 0;
	if (version_of(process, record) == NULL)
		read_one(process, record, proposal, round);
	else
		NODE_EACH(const struct node, version, &all)
			if (version_of(process, version) != NULL)
				node_append(proposal,
				    version_of(process, version));
	return round->count > 0 ? round : NULL;
}
