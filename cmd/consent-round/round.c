/*
 * round: who answered what, round by round, from any form.
 */

#include "base/arena.h"
#include "sheet.h"
#include "source/md.h"

enum { MAX_ANSWERS = 1000000 };

/* The keys of a round, beside the members themselves. */
static const enum term round_keys[] = { T_NUMBER, T_VERSIONS, T_ANSWER };

/* The cells of a member's row, as far as they are no rounds. */
static const enum term cell_keys[] = { T_NAME, T_ANSWER, T_REMARK };

bool
round_claims(const struct node *section)
{
	size_t number, version;

	return version_number(section->key, T_ROUNDS, &number, &version);
}

static enum term
find_key(const struct node *node, const enum term *keys, size_t count)
{
	return *node->key ? term_find(node->key, keys, count, NULL) : T_NONE;
}

static struct round *
find_round(struct process *process, size_t number)
{
	size_t i;

	for (i = 0; i < process->rounds.count; i++)
		if (round_at(process, i)->number == number)
			return round_at(process, i);
	return NULL;
}

/* A round, new; a fault where there is one of that number already. */
struct round *
round_add(struct process *process, size_t number, struct pos pos)
{
	struct arena *arena = process->arena;
	struct round *round = find_round(process, number), *last;
	size_t i;

	if (round != NULL) {
		bind_fault(process->bind, pos, M_CONSENT_TWICE,
		    arena_format(arena, "%zu", number),
		    bind_place(process->bind, round->pos));
		return round;
	}
	last = process->rounds.count > 0
	    ? round_at(process, process->rounds.count - 1)
	    : NULL;
	if (last != NULL && last->number > number)
		bind_fault(process->bind, pos, M_CONSENT_OUT_OF_ORDER,
		    arena_format(arena, "%zu", number),
		    arena_format(arena, "%zu", last->number));
	if ((process->rounds.count + 1) * (process->sheet->members.count + 1) >
	    MAX_ANSWERS) {
		bind_fault(process->bind, pos, M_CONSENT_TOO_MANY);
		return NULL;
	}
	round = bind_append(process->bind, &process->rounds, sizeof(*round));
	*round = (struct round){ .number = number, .pos = pos };
	round->answers = arena_array(arena, process->sheet->members.count + 1,
	    sizeof(*round->answers));
	for (i = 0; i < process->sheet->members.count; i++)
		round->answers[i].text = "";
	return round;
}

static size_t
next_number(const struct process *process)
{
	return process->rounds.count > 0
	    ? round_at(process, process->rounds.count - 1)->number + 1
	    : 1;
}

/* A row by columns: a member, and an answer, or one for each round. */
static void
read_row(struct process *process, struct round *round, const struct node *row)
{
	const struct node *cell, *name = NULL, *answer = NULL, *remark = NULL;
	size_t number, version;
	struct bind *bind = process->bind;
	struct round *other;

	for (cell = row->first; cell != NULL; cell = cell->next) {
		switch (find_key(cell, cell_keys, 3)) {
		case T_NAME:
			name = cell;
			break;
		case T_ANSWER:
			answer = cell;
			break;
		case T_REMARK:
			remark = cell;
			break;
		default:
			if (name == NULL || node_is_empty(cell) ||
			    node_is_empty(name))
				continue;
			if (!version_number(cell->key, T_ROUNDS, &number,
				&version)) {
				bind_fault(bind, cell->key_pos, M_UNKNOWN_KEY,
				    cell->key);
				continue;
			}
			other = find_round(process, number);
			if (other == NULL)
				other = round_add(process, number, cell->pos);
			if (other != NULL && other->version == 0)
				other->version = version;
			answer_add(process, other, bind_text(bind, name),
			    name->pos, bind_text(bind, cell), cell->pos);
		}
	}
	if (name == NULL || answer == NULL || node_is_empty(name))
		return;
	answer_add(process, round, bind_text(bind, name), name->pos,
	    remark != NULL && *remark->text != '\0'
		? arena_format(bind->doc->arena, "%s — %s",
		      bind_text(bind, answer), bind_text(bind, remark))
		: bind_text(bind, answer),
	    answer->pos);
}

static bool
is_wide(const struct node *row)
{
	const struct node *cell;
	size_t number, version;

	for (cell = row->first; cell != NULL; cell = cell->next)
		if (version_number(cell->key, T_ROUNDS, &number, &version))
			return true;
	return false;
}

static void
read_line(struct process *process, struct round *round, const struct node *node)
{
	if (!answer_add_line(process, round, bind_text(process->bind, node),
		node->pos))
		bind_fault(process->bind, node->pos, M_CONSENT_NOT_ANSWERS);
}

static void
set_version(struct process *process, struct round *round,
    const struct node *node)
{
	const char *text = bind_text(process->bind, node);

	if (*text != '\0')
		round->version = version_find(process, text, node->pos);
}

static void
read_answers(struct process *process, struct round *round,
    const struct node *node)
{
	const struct node *child;
	enum term key;

	if (round == NULL)
		return;
	if (*node->text != '\0' && node->first == NULL)
		read_line(process, round, node);
	for (child = node->first; child != NULL; child = child->next) {
		key = find_key(child, round_keys, 3);
		if (key == T_VERSIONS)
			set_version(process, round, child);
		else if (key == T_ANSWER)
			read_answers(process, round, child);
		else if (key == T_NUMBER)
			continue;
		else if (*child->key != '\0' && child->first == NULL)
			answer_add(process, round,
			    md_words(process->arena, child->key),
			    child->key_pos, bind_text(process->bind, child),
			    child->pos);
		else if (*child->key != '\0')
			bind_fault(process->bind, child->key_pos, M_NESTED);
		else if (child->first != NULL)
			read_row(process, round, child);
		else if (*child->text != '\0')
			read_line(process, round, child);
	}
}

/* The number that a round gives itself; 0 where it gives none. */
static size_t
own_number(struct process *process, const struct node *node)
{
	const struct node *child;
	size_t number = 0, version;
	const char *text;

	for (child = node->first; child != NULL; child = child->next) {
		if (find_key(child, round_keys, 1) != T_NUMBER)
			continue;
		text =
		    md_plain(process->arena, bind_text(process->bind, child));
		if (!version_number(arena_format(process->arena, "%s %s",
					term_name(T_ROUND_ONE, LANG_FR), text),
			T_ROUNDS, &number, &version))
			bind_fault(process->bind, child->pos,
			    M_CONSENT_NOT_A_ROUND, text);
	}
	return number;
}

/* Whether a round has nothing but its number: it is yet to be held. */
static bool
is_blank(const struct node *node)
{
	const struct node *child;

	for (child = node->first; child != NULL; child = child->next)
		if (!node_is_empty(child) &&
		    find_key(child, round_keys, 1) != T_NUMBER)
			return false;
	return *node->text == '\0';
}

static void
read_one(struct process *process, const struct node *node, size_t number,
    size_t version)
{
	struct round *round;
	struct arena *arena = process->arena;

	if (is_blank(node) && version == 0)
		return;
	if (number == 0)
		number = own_number(process, node);
	round = round_add(process, number ? number : next_number(process),
	    node->key_pos);
	if (round == NULL)
		return;
	round->section = node->level > 0 ? node : NULL;
	if (version > 0)
		round->version = version_find(process,
		    arena_format(arena, "%zu", version), node->key_pos);
	read_answers(process, round, node);
	aside_read(process, node);
}

/* The answers of a round that says nothing else of itself. */
static bool
is_answers(const struct node *node)
{
	return node->first != NULL && find_key(node, round_keys, 3) == T_ANSWER;
}

/* Whether a node holds rounds, and is not one itself. */
static bool
has_rounds(const struct node *node)
{
	const struct node *child, *inner;

	for (child = node->first; child != NULL; child = child->next) {
		if (round_claims(child) || is_wide(child) ||
		    (node->kind == NODE_LIST && is_answers(child)))
			return true;
		for (inner = child->first; *child->key == '\0' && inner != NULL;
		     inner = inner->next)
			if (child->table == 0 &&
			    find_key(inner, round_keys, 3) != T_NONE &&
			    (find_key(inner, round_keys, 2) != T_NONE ||
				inner->first != NULL))
				return true;
	}
	return false;
}

static void
read_node(struct process *process, const struct node *node)
{
	const struct node *child;
	size_t number = 0, version = 0;

	if (version_number(node->key, T_ROUNDS, &number, &version) ||
	    !has_rounds(node)) {
		read_one(process, node, number, version);
		return;
	}
	for (child = node->first; child != NULL; child = child->next) {
		number = version = 0;
		if (is_wide(child))
			read_row(process, NULL, child);
		else if (*child->key == '\0' || round_claims(child) ||
		    is_answers(child)) {
			version_number(child->key, T_ROUNDS, &number, &version);
			read_one(process, child, number, version);
		} else if (find_key(child, round_keys, 1) != T_NUMBER) {
			bind_fault(process->bind, child->key_pos,
			    M_CONSENT_NOT_ANSWERS);
		}
	}
}

/* Gives everyone's answer to those who are there and gave none. */
static void
spread(struct process *process, struct round *round)
{
	size_t i;

	if (round->everyone.answer == CONSENT_NONE)
		return;
	for (i = 0; i < process->sheet->members.count; i++)
		if (round->answers[i].answer == CONSENT_NONE &&
		    member_at(process, i)->presence.term == T_PRESENT)
			round->answers[i] = round->everyone;
}

/* A round that says no version is on the only one, the first on the first. */
static void
settle_version(struct process *process, struct round *round, bool first)
{
	if (round->version > 0 || process->versions.count == 0)
		return;
	if (first || process->versions.count == 1)
		round->version = version_at(process, 0)->number;
	else
		bind_fault(process->bind, round->pos, M_CONSENT_WHICH_VERSION,
		    arena_format(process->arena, "%zu", round->number));
}

/* The rounds as they are judged. */
static void
record(struct process *process)
{
	struct consent_round *records = arena_array(process->arena,
	    process->rounds.count + 1, sizeof(*records));
	size_t members = process->sheet->members.count, i, j;
	enum consent_answer *answers;
	const struct round *round;

	for (i = 0; i < process->rounds.count; i++) {
		round = round_at(process, i);
		answers =
		    arena_array(process->arena, members + 1, sizeof(*answers));
		for (j = 0; j < members; j++)
			answers[j] = round->answers[j].answer;
		records[i] = (struct consent_round){ round->number,
			round->version, answers };
	}
	process->consent.rounds = records;
	process->consent.round_count = process->rounds.count;
}

void
round_read(struct process *process)
{
	struct node *const *nodes = process->sheet->rounds.at;
	size_t i;

	for (i = 0; i < process->sheet->rounds.count; i++)
		read_node(process, nodes[i]);
	for (i = 0; i < process->rounds.count; i++) {
		spread(process, round_at(process, i));
		settle_version(process, round_at(process, i), i == 0);
	}
	record(process);
}

size_t
round_heard(const struct consent *consent, const struct consent_round *round)
{
	size_t i, heard = 0;

	for (i = 0; i < consent->member_count; i++)
		heard += !consent_is_missing(consent, round, i) &&
		    !consent_is_absent(consent, round, i);
	return heard;
}
