/*
 * beneath: what stands below another heading than its own: answers right below a
 * proposal, or a title, which are the first round; and other parts of the process
 * below the rounds of YAML.
 */
#include "consent/process_inner.h"

/* Whether a line, an item or a row of a table says what somebody answers. */
static bool
answers(const struct process *process, const struct node *line)
{
	const char *text = bind_text(process->bind, line), *head;

	NODE_EACH(const struct node, cell, line)
		if (line->table == 0)
			return false;
		else if (cell != line->first &&
		    answer_is(process, bind_text(process->bind, cell)))
			return true;
	return (*line->key != '\0' ||
		   answer_split(process, text, &head, &text)) &&
	    answer_is(process, text);
}

bool
beneath_are_answers(const struct process *process, const struct node *lines)
{
	if (lines == NULL || lines->count < 2)
		return false;
	NODE_EACH(const struct node, line, lines)
		if (line->level > 0 || !answers(process, line))
			return false;
	return true;
}

/* Takes the answers below the heading of a proposal, and leaves it the rest as its
 * text; NULL where there are none. */
static struct node *
take_answers(struct process *process, struct node *proposal)
{
	struct node *lines, *taken = NULL;
	bool listed = beneath_are_answers(process, proposal);
	BUF_SCRATCH(rest);

	MD_EACH(const struct md_block, block, proposal) {
		lines = md_block_lines(process->arena, block);
		if (listed && md_use(block) == MD_ITEMS)
			taken = node_again(process->arena, proposal);
		else if (taken == NULL && beneath_are_answers(process, lines))
			taken = lines;
		else
			md_write_block(&rest, block);
	}
	if (taken == NULL)
		return NULL;
	taken->key = taken->whole = "";
	taken->blocks = NULL;
	taken->level = 0;
	node_emptied(proposal);
	proposal->prose = buf_take(&rest, process->arena);
	proposal->text = "";
	proposal->blocks = NULL;
	proposal->level = 0;
	proposal->kind = NODE_TEXT;
	return taken;
}

/* The same of a paragraph below the title. */
static struct node *
take_lines(struct process *process, struct node *root)
{
	struct node *lines;

	MD_EACH(struct md_block, block, root) {
		lines = md_use(block) == MD_BESIDE
		    ? md_block_lines(process->arena, block)
		    : NULL;
		if (!beneath_are_answers(process, lines))
			continue;
		md_take(block, true);
		return lines;
	}
	return NULL;
}

/* The same of the pairs at the top of a sheet, or of YAML: "Ana: ok". */
static struct node *
take_pairs(struct process *process)
{
	struct bind_list *pairs = &process->bind->pairs;
	struct bind_list all;
	struct node *taken =
	    node_new(process->arena, NODE_LIST, (struct pos){ NULL, 0, 0 });

	BIND_EACH(const struct bind_pair, pair, pairs)
		if (pair->term == T_NONE && answers(process, pair->node))
			node_append(taken,
			    node_again(process->arena, pair->node));
	if (!beneath_are_answers(process, taken))
		return NULL;
	all = bind_emptied(pairs);
	BIND_EACH(const struct bind_pair, pair, &all)
		if (pair->term != T_NONE || !answers(process, pair->node))
			bind_put(process->bind, pairs, pair, sizeof(*pair));
	return taken;
}

/* What a key below the rounds tells of another part of the process, "clarification:",
 * "objection:": that is read as it. */
static void
take_phases(struct process *process, struct node *rounds)
{
	static const enum term phases[] = { T_CLARIFICATIONS, T_REACTIONS,
		T_OBJECTIONS };
	struct node all = node_emptied(rounds), *child;
	const struct bind_row *row;
	enum term term;

	while ((child = node_take(&all)) != NULL) {
		term = child->level == 0 && child->first != NULL
		    ? term_find(child->key, phases, 3, NULL)
		    : T_NONE;
		row = term != T_NONE
		    ? bind_row_of(process->bind, term, BIND_LIST)
		    : NULL;
		if (row != NULL)
			bind_value(process->bind, row, child, process->sheet);
		else
			node_append(rounds, child);
	}
}

static void
add_round(struct process *process, struct node *answers)
{
	if (answers == NULL)
		return;
	answers->pos = answers->key_pos = answers->first->pos;
	bind_add(process->bind, &process->sheet->rounds, answers);
}

void
beneath_read(struct process *process)
{
	struct bind_list *rounds = &process->sheet->rounds;
	const struct bind_list own = bind_emptied(rounds);
	size_t count;

	BIND_EACH(struct node *const, proposal, &process->sheet->proposals)
		if ((*proposal)->level > 0)
			add_round(process, take_answers(process, *proposal));
	if (rounds->count + own.count == 0) {
		BIND_EACH(struct node *const, root, &process->bind->head)
			add_round(process, take_lines(process, *root));
		add_round(process, take_pairs(process));
	}
	BIND_EACH(struct node *const, round, &own) {
		count = (*round)->count;
		take_phases(process, *round);
		if (count == 0 || (*round)->first != NULL)
			bind_add(process->bind, rounds, *round);
	}
}
