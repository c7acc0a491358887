/*
 * round: who answered what, round by round, from any form, and how a report
 * prints it.
 */
#include "base/arena.h"
#include "sheet.h"
#include "source/md.h"

enum { MAX_ANSWERS = 1000000 };

static const struct bind_row said_rows[] = {
	ROW(BIND_TEXT, said, who, .key = T_NAME,
	    .flags = BIND_LABEL | BIND_PERSON),
	ROW(BIND_TEXT, said, answer, .key = T_ANSWER, .flags = BIND_MAIN),
	ROW(BIND_TEXT, said, remark, .key = T_REMARK),
	{ BIND_END },
};

/* What a round says of itself, and who said what in it; a cell under another
 * round, of a table with one column each, is carried with the name. */
struct held {
	struct bind_text number, version;
	struct bind_list said; /* struct said */
};

static const struct bind_row held_rows[] = {
	ROW(BIND_TEXT, held, number, .key = T_NUMBER),
	ROW(BIND_TEXT, held, version, .key = T_VERSIONS),
	ROW_ITEMS(held, said, said, .key = T_ANSWER, .flags = BIND_MAIN),
	{ BIND_END },
};

bool
round_claims(const struct node *section)
{
	size_t number, version;

	return version_number(section->key, T_ROUNDS, &number, &version);
}

/* The row of a round that a child is a value of, or NULL. */
static const struct bind_row *
row_of(const struct node *child)
{
	const struct bind_row *row = held_rows;

	while (row->kind != BIND_END &&
	    (*child->key == '\0' ||
		term_find(child->key, &row->key, 1, NULL) == T_NONE))
		row++;
	return row->kind != BIND_END ? row : NULL;
}

struct round *
round_find(const struct process *process, size_t number)
{
	size_t i;

	for (i = 0; i < process->rounds.count; i++)
		if (round_at(process, i)->number == number)
			return round_at(process, i);
	return NULL;
}

struct round *
round_add(struct process *process, size_t number, struct pos pos)
{
	struct arena *arena = process->arena;
	struct round *round = round_find(process, number);
	size_t count = process->rounds.count, i;
	size_t members = process->sheet->members.count;
	size_t last = count > 0 ? round_at(process, count - 1)->number : 0;

	if (round != NULL) {
		bind_fault(process->bind, pos, M_CONSENT_TWICE,
		    process_number(process, number),
		    bind_place(process->bind, round->pos));
		return round;
	}
	if (last > number && number > 0)
		bind_fault(process->bind, pos, M_CONSENT_OUT_OF_ORDER,
		    process_number(process, number),
		    process_number(process, last));
	if ((count + 1) * (members + 1) > MAX_ANSWERS) {
		bind_fault(process->bind, pos, M_CONSENT_TOO_MANY);
		return NULL;
	}
	round = bind_append(process->bind, &process->rounds, sizeof(*round));
	*round = (struct round){ .number = number > 0 ? number : last + 1,
		.answers =
		    arena_array(arena, members + 1, sizeof(*round->answers)),
		.pos = pos };
	for (i = 0; i < members; i++)
		round->answers[i].text = "";
	return round;
}

/* A line's answer in a column of a name of its own, "Position": the cell, or
 * NULL where there are columns of rounds. */
static const struct node *
own_answer(const struct process *process, const struct bind_more *more)
{
	const struct node *answer = NULL;
	size_t number, version;

	BIND_EACH(struct node *const, cell, &more->columns)
		if (version_number((*cell)->key, T_ROUNDS, &number, &version))
			return NULL;
		else if (answer == NULL &&
		    answer_is(process, bind_text(process->bind, *cell)))
			answer = *cell;
	return answer;
}

/* The answers of a line that stand in columns of other rounds; what is in no
 * such column stays carried. */
static void
read_columns(struct process *process, struct said *said)
{
	const struct bind_more *more =
	    said->who.more ? said->who.more : said->answer.more;
	const struct node *answer = NULL;
	struct bind_more *rest;
	struct node *const *cells;
	size_t number, version, i;
	struct round *round;
	struct said cell = *said;

	if (more == NULL)
		return;
	if (*said->answer.text == '\0')
		answer = own_answer(process, more);
	if (answer != NULL)
		said->answer =
		    (struct bind_text){ bind_text(process->bind, answer),
			    answer->pos, true, NULL };
	rest = arena_alloc(process->arena, sizeof(*rest));
	rest->below = more->below;
	cells = more->columns.at;
	for (i = 0; i < more->columns.count; i++) {
		if (cells[i] == answer)
			continue;
		if (!version_number(cells[i]->key, T_ROUNDS, &number,
			&version)) {
			*(const struct node **)bind_append(process->bind,
			    &rest->columns, sizeof(cells[i])) = cells[i];
			continue;
		}
		if (node_is_empty(cells[i]) || bind_is_none(cells[i]->text) ||
		    *said->who.text == '\0')
			continue;
		round = round_find(process, number);
		if (round == NULL)
			round = round_add(process, number, cells[i]->pos);
		if (round == NULL)
			continue;
		if (round->version == 0)
			round->version = version;
		cell.who.more = cell.answer.more = NULL;
		cell.answer.text = bind_text(process->bind, cells[i]);
		cell.answer.pos = cells[i]->pos;
		answer_add(process, round, &cell);
	}
	said->who.more = said->answer.more =
	    rest->columns.count + rest->below.count > 0 ? rest : NULL;
}

size_t
round_number(const struct process *process, const char *text)
{
	size_t number = 0, version;

	text = md_plain(process->arena, text);
	if (*text >= '0' && *text <= '9' &&
	    version_number(arena_format(process->arena, "%s %s",
			       term_name(T_ROUND_ONE, LANG_FR), text),
		T_ROUNDS, &number, &version))
		return number;
	return version_number(text, T_ROUNDS, &number, &version) ? number : 0;
}

/* What somebody said in the round itself. */
static void
read_said(struct process *process, size_t round, struct said *said)
{
	bool led = answer_lead(process, said);
	size_t member;

	if ((!led || !member_is(process, said->who.text, &member)) &&
	    aside_read_line(process, said))
		return;
	if (*said->answer.text == '\0')
		said->answer.text = said->remark.text;
	else if (*said->remark.text != '\0')
		said->answer.text = arena_format(process->arena, "%s — %s",
		    said->answer.text, said->remark.text);
	if (led) {
		answer_add(process, round_find(process, round), said);
		return;
	}
	aside_keep(process, round, said);
	note_add(&process->bind->doc->remarks, said->answer.pos,
	    M_CONSENT_NOT_ANSWERS);
}

/* What stands beside the answers of a section is the last of its rounds'. */
static void
end_round(struct process *process, size_t place, const struct node *section)
{
	struct round *round = round_at(process, place);

	round->section = section;
	aside_read(process, round->number, section);
}

/* One round; one without answers and version is yet to be held. */
static void
read_one(struct process *process, const struct node *node,
    const struct node *section)
{
	struct held held = { .said.count = 0 };
	struct node *list = node_again(process->arena, node);
	const struct bind_row *row;
	const struct node *child;
	struct round *round = NULL;
	size_t number = 0, version = 0, i, own = 0, member;
	size_t before = process->rounds.count;
	bool carries = false;
	struct said *said;

	list->key = "";
	list->first = list->last = NULL;
	list->count = 0;
	for (child = node->first; child != NULL; child = child->next) {
		row = row_of(child);
		if (row != NULL)
			bind_value(process->bind, row, child, &held);
		else
			node_append(list, node_again(process->arena, child));
	}
	if (list->first != NULL || *list->text != '\0')
		bind_value(process->bind, &held_rows[2], list, &held);
	bind_fill_texts(held_rows, &held);
	version_number(node->key, T_ROUNDS, &number, &version);
	said = held.said.at;
	for (i = 0; i < held.said.count; i++) {
		if (bind_is_none(said[i].answer.text))
			said[i].answer.text = "";
		read_columns(process, &said[i]);
		own += *said[i].answer.text != '\0';
		carries |= said[i].who.more != NULL;
		if (*said[i].who.text == '\0' && *said[i].answer.text == '\0')
			bind_fault(process->bind, node->pos,
			    M_CONSENT_NOT_ANSWERS);
		else if (*said[i].answer.text == '\0' &&
		    said[i].who.more == NULL && process->sheet->members.given)
			member_find(process, said[i].who.text, said[i].who.pos,
			    &member);
	}
	if (own == 0 && version == 0 && *held.version.text == '\0' &&
	    (!carries || process->rounds.count > before)) {
		if (process->rounds.count > before)
			end_round(process, process->rounds.count - 1, section);
		return;
	}
	if (number == 0 && *held.number.text != '\0') {
		number = round_number(process, held.number.text);
		if (number == 0)
			bind_fault(process->bind, held.number.pos,
			    M_CONSENT_NOT_A_ROUND, held.number.text);
	}
	round = round_add(process, number, node->key_pos);
	if (round == NULL)
		return;
	if (version > 0)
		round->version = version_find(process,
		    process_number(process, version), node->key_pos);
	else if (*held.version.text != '\0')
		round->version =
		    version_find(process, held.version.text, held.version.pos);
	number = round->number; /* the round moves where others are added */
	before = (size_t)(round - round_at(process, 0));
	for (i = 0; i < held.said.count; i++)
		read_said(process, number, &said[i]);
	end_round(process, before, section);
}

/* Whether a child of some rounds is one of them, and no answer in the only one:
 * its heading says so, or what it says of itself. */
static bool
is_round(const struct node *rounds, const struct node *child)
{
	const struct bind_row *row = row_of(child);
	const struct node *inner = child->first;

	if (*child->key != '\0')
		return round_claims(child) ||
		    (rounds->kind == NODE_LIST && child->first != NULL &&
			row == &held_rows[2]);
	for (; child->table == 0 && inner != NULL; inner = inner->next) {
		row = row_of(inner);
		if (row != NULL && (row != &held_rows[2] || inner->first))
			return true;
	}
	return false;
}

/* A section or a key with rounds in it, or with what one says. */
static void
read_node(struct process *process, const struct node *node)
{
	struct node *rest = node_again(process->arena, node);
	const struct node *child;

	if (round_claims(node)) {
		read_one(process, node, node);
		return;
	}
	rest->first = rest->last = NULL;
	rest->count = 0;
	for (child = node->first; child != NULL; child = child->next)
		if (!is_round(node, child))
			node_append(rest, node_again(process->arena, child));
	read_one(process, rest, node);
	for (child = node->first; child != NULL; child = child->next)
		if (is_round(node, child))
			read_one(process, child, child);
}

/* Gives everyone's answer to those who are there and gave none, and the only
 * version, or the first one, to a round that says none. */
static void
settle(struct process *process, struct round *round, bool first)
{
	const struct bind_list *versions = &process->versions;
	size_t i;

	for (i = 0; i < process->sheet->members.count; i++) {
		if (round->everyone.answer == T_NONE ||
		    round->answers[i].answer != T_NONE ||
		    !process->consent.present[i])
			continue;
		round->answers[i] = round->everyone;
		round->everyone.more = NULL; /* once is enough */
	}
	if (round->version == 0)
		round->version = version_above(process, round->pos);
	if (round->version > 0 || versions->count == 0)
		return;
	if (first || versions->count == 1)
		round->version = ((const struct version *)versions->at)->number;
	else
		bind_fault(process->bind, round->pos, M_CONSENT_WHICH_VERSION,
		    process_number(process, round->number));
}

void
round_read(struct process *process)
{
	struct node *const *nodes = process->sheet->rounds.at;
	size_t members = process->sheet->members.count, i, j;
	struct consent_round *judged;
	enum term *answers;
	const struct round *round;

	for (i = 0; i < process->sheet->rounds.count; i++)
		read_node(process, nodes[i]);
	judged = arena_array(process->arena, process->rounds.count + 1,
	    sizeof(*judged));
	for (i = 0; i < process->rounds.count; i++) {
		round = round_at(process, i);
		settle(process, round_at(process, i), i == 0);
		answers =
		    arena_array(process->arena, members + 1, sizeof(*answers));
		for (j = 0; j < members; j++)
			answers[j] = round->answers[j].answer;
		judged[i] = (struct consent_round){ round->number,
			round->version, answers };
	}
	process->consent.rounds = judged;
	process->consent.round_count = process->rounds.count;
}
