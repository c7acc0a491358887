/*
 * beneath: what stands below another heading than its own: answers right below a
 * proposal, or a title, which are the first round; and other parts of the process
 * below the rounds of YAML.
 */
#include <string.h>

#include "consent/process_inner.h"
#include "text/uni.h"

/* What a line says, its key in front. */
static const char *
line_text(const struct process *process, const struct node *line)
{
	return *line->key == '\0'
	    ? aside_plain_key(process, bind_text(process->bind, line))
	    : arena_format(process->arena, "%s: %s", line->key, line->text);
}

/* Whether a line, an item or a row of a table says what somebody answers. */
static bool
answers(const struct process *process, const struct node *line)
{
	const char *text = bind_text(process->bind, line), *head;
	struct bind_list parts = { .count = 0 };

	answer_parts(process, line_text(process, line), &parts);
	if (parts.count > 0)
		return true;
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

/* Whether a line says what several people answer, "Consent: Ana, Bo". */
static bool
answers_several(const struct process *process, const struct node *line)
{
	struct bind_list parts = { .count = 0 }, names = { .count = 0 };

	answer_parts(process, line_text(process, line), &parts);
	BIND_EACH(const struct said, part, &parts)
		bind_split_names(process->bind, part->who.text, line->pos,
		    &names);
	return names.count > 1;
}

bool
beneath_are_answers(const struct process *process, const struct node *lines)
{
	if (lines == NULL || lines->count == 0 ||
	    (lines->count == 1 && !answers_several(process, lines->first)))
		return false;
	NODE_EACH(const struct node, line, lines)
		if (line->level > 0 || !answers(process, line))
			return false;
	return true;
}

/* The list that a key says is another part of the process, "Clarification round"; NULL
 * where the tool has none. */
static const struct bind_row *
phase_row(const struct process *process, const char *key)
{
	static const enum term phases[] = { T_CLARIFICATIONS, T_REACTIONS,
		T_AMENDMENTS, T_OBJECTIONS };
	enum term term = term_find(key, phases, 4, NULL);
	const struct bind_row *row = process->bind->tool->rows;

	while (row->kind != BIND_END &&
	    (row->key != term || row->kind != BIND_LIST))
		row++;
	return row->kind != BIND_END ? row : NULL;
}

bool
beneath_read_line(struct process *process, const struct node *line,
    struct node *round)
{
	struct process_sheet *sheet = process->sheet;
	const char *text = line_text(process, line);
	const char *colon = strchr(text, ':');
	struct node *told = node_again(process->arena, line);
	struct bind_list parts = { .count = 0 };
	const struct bind_row *row;
	bool is_round;

	answer_parts(process, text, &parts);
	if (parts.count > 0)
		node_append(round, told);
	if (parts.count > 0 || colon == NULL)
		return parts.count > 0;
	told->key =
	    md_plain(process->arena, uni_until(process->arena, text, colon));
	told->text = answer_behind(process, colon);
	told->whole = told->prose = "";
	row = phase_row(process, told->key);
	is_round = round_claims(told) || term_is(told->key, T_ROUNDS);
	if (row != NULL || is_round)
		account_tell(process->bind->doc->account, told, ACCOUNT_READ,
		    is_round ? T_ROUNDS : row->key);
	if (is_round)
		bind_add(process->bind, &sheet->rounds, told);
	else if (row != NULL)
		bind_value(process->bind, row, told, sheet);
	else if (version_goes_on(told))
		bind_add(process->bind, &sheet->proposals, told);
	else if (term_is(told->key, T_DECISION) &&
	    decision_told(process, told->text) != T_NONE)
		bind_add(process->bind, &sheet->decisions, told);
	else
		return false;
	return true;
}

/* Writes a line of a text again, with what is below it. */
static void
write_line(const struct process *process, struct buf *out,
    const struct node *line, int depth)
{
	buf_format(out, "%*s%s%s\n", depth * 2, "", depth < 0 ? "" : "- ",
	    bind_text(process->bind, line));
	NODE_EACH(const struct node, below, line)
		write_line(process, out, below, depth + 1);
}

/* What is taken from below the heading of a proposal. */
struct below {
	struct node *round; /* of the answers */
	struct buf text;    /* of what is left */
	bool taken;
};

/* Takes those lines of a block, or items of a list that is it, which tell of the
 * process; leaves the block as it is where none does. */
static void
take_lines_of(struct process *process, const struct md_block *block,
    const struct node *lines, struct below *below)
{
	int depth = md_use(block) == MD_ITEMS ? 0 : -1;
	bool taken = false;
	BUF_SCRATCH(others);

	NODE_EACH(const struct node, line, lines) {
		if (line->level > 0 || line->table > 0 ||
		    !md_holds(block, line->pos))
			continue;
		if (beneath_read_line(process, line, below->round))
			taken = true;
		else
			write_line(process, &others, line, depth);
	}
	if (taken)
		buf_format(&below->text, "\n\n%s",
		    buf_take(&others, process->arena));
	else
		md_write_block(&below->text, block);
	below->taken |= taken;
}

/* The same of a heading, "Consent: Ana, Bo" or "Consent" over a list of names. */
static void
take_heading(struct process *process, const struct node *section,
    struct below *below)
{
	struct node *line = node_text(process->arena, "", section->key_pos);
	struct buf text = BUF_INIT;

	buf_string(&text, section->key);
	if (strchr(section->key, ':') == NULL)
		buf_char(&text, ':');
	NODE_EACH(const struct node, name, section)
		buf_format(&text, "%s %s", name == section->first ? "" : ",",
		    bind_text(process->bind, name));
	line->text = buf_take(&text, process->arena);
	if (beneath_read_line(process, line, below->round))
		below->taken = true;
	else
		buf_format(&below->text, "\n\n%s\n\n%s", section->key,
		    md_section_prose(process->arena, section, false));
}

/* Takes the answers below the heading of a proposal, and what else there tells of the
 * process, and leaves it the rest as its text; NULL where there are no answers. */
static struct node *
take_answers(struct process *process, struct node *proposal)
{
	struct below below = { node_new(process->arena, NODE_LIST,
				   proposal->pos),
		BUF_INIT, false };
	bool listed = beneath_are_answers(process, proposal);
	struct node *lines;
	size_t number, version;

	NODE_EACH(const struct node, section, proposal)
		if (version_number(section->key, T_VERSIONS, &number, &version))
			return NULL;
	MD_EACH(const struct md_block, block, proposal) {
		lines = md_block_lines(process->arena, block);
		if (listed && md_use(block) == MD_ITEMS)
			lines = proposal;
		else if (!beneath_are_answers(process, lines)) {
			take_lines_of(process, block,
			    lines != NULL ? lines : proposal, &below);
			continue;
		}
		NODE_EACH(const struct node, line, lines)
			if (md_holds(block, line->pos))
				node_append(below.round,
				    node_again(process->arena, line));
	}
	NODE_EACH(const struct node, section, proposal)
		if (section->level > 0)
			take_heading(process, section, &below);
	if (below.round->count > 0 || below.taken) {
		node_emptied(proposal);
		proposal->prose = buf_take(&below.text, process->arena);
		proposal->text = "";
		proposal->blocks = NULL;
		proposal->level = 0;
		proposal->kind = NODE_TEXT;
	}
	buf_free(&below.text);
	return below.round->count > 0 ? below.round : NULL;
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

/* Puts a line for each of those who are told of an answer in a cell or below it. */
static void
spread_one(struct process *process, const struct node *told, struct node *round)
{
	struct node *line = node_text(process->arena, told->key, told->pos);

	if (!node_is_empty(told) && *told->text != '\0')
		line->text = line_text(process, told);
	if (told->first == NULL && !bind_is_none(told->text))
		node_append(round, line);
	NODE_EACH(const struct node, who, told)
		node_append(round,
		    node_text(process->arena,
			arena_format(process->arena, "%s: %s", told->key,
			    line_text(process, who)),
			who->pos));
}

/* The same of all answers that are headings, keys or heads of columns in a round:
 * "Consent" over "Ana" and "Bo". */
static void
spread(struct process *process, struct node *round)
{
	struct node all = node_emptied(round), *child;
	bool answer;

	while ((child = node_take(&all)) != NULL) {
		answer = child->table == 0 && *child->key != '\0' &&
		    (child->level > 0 || child->first != NULL) &&
		    answer_is(process, child->key);
		if (child->table > 0 && child->first != NULL &&
		    answer_is(process, child->first->key)) {
			NODE_EACH(const struct node, cell, child)
				spread_one(process, cell, round);
		} else if (answer) {
			spread_one(process, child, round);
		} else {
			if (child->table == 0 && child->first != NULL)
				spread(process, child);
			node_append(round, child);
		}
	}
}

/* Takes off an item of YAML what says which part of the process it is, "{type:
 * clarification, items: ...}"; "" where nothing does. */
static const char *
take_type(struct process *process, struct node *item)
{
	struct node all, *cell;
	const char *type = "";

	if (*item->key != '\0' || item->table > 0)
		return "";
	all = node_emptied(item);
	while ((cell = node_take(&all)) != NULL) {
		if (!term_is(cell->key, T_PHASE_TYPE) || cell->first != NULL) {
			node_append(item, cell);
			continue;
		}
		type = cell->text;
		account_tell(process->bind->doc->account, cell, ACCOUNT_READ,
		    T_ROUNDS);
	}
	return type;
}

/* What a key below the rounds tells of another part of the process, "clarification:",
 * "objection:", or the type of an item: that is read as it. */
static void
take_phases(struct process *process, struct node *rounds)
{
	struct node all = node_emptied(rounds), *child;
	const struct bind_row *row;
	const char *type;

	while ((child = node_take(&all)) != NULL) {
		type = take_type(process, child);
		row = child->level == 0 && child->first != NULL
		    ? phase_row(process, *type != '\0' ? type : child->key)
		    : NULL;
		if (row != NULL && *type != '\0' && child->count == 1 &&
		    child->first->first != NULL)
			child = child->first; /* its items */
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
	const struct bind_list own = bind_emptied(rounds),
			       proposals = process->sheet->proposals;
	size_t count;

	BIND_EACH(struct node *const, proposal, &proposals) {
		add_round(process, record_read(process, *proposal));
		if ((*proposal)->level > 0)
			add_round(process, take_answers(process, *proposal));
	}
	if (rounds->count + own.count == 0) {
		BIND_EACH(struct node *const, root, &process->bind->head)
			add_round(process, take_lines(process, *root));
		add_round(process, take_pairs(process));
	}
	BIND_EACH(struct node *const, round, &own) {
		count = (*round)->count;
		take_phases(process, *round);
		spread(process, *round);
		if (count == 0 || (*round)->first != NULL)
			bind_add(process->bind, rounds, *round);
	}
}
