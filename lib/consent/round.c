/*
 * round: who answered what, round by round, from any form, and how a report
 * prints it.
 */
#include <string.h>

#include "consent/process_inner.h"
#include "text/uni.h"

enum { MAX_ANSWERS = 1000000 };

static const struct bind_row said_rows[] = {
	ROW(said, who, .key = T_NAME, .flags = BIND_LABEL | BIND_PERSON),
	ROW(said, who, .key = T_ROUND_WHO),
	ROW(said, answer, .key = T_ANSWER, .flags = BIND_MAIN),
	ROW(said, remark, .key = T_REMARK),
	ROW(said, remark, .key = T_ANSWER_WHY),
	{ BIND_END },
};

/* What a round says of itself, and who said what in it; a cell under another
 * round, of a table with one column each, is carried with the name. */
struct held {
	struct bind_text number, version;
	struct bind_list said; /* struct said */
};

static const struct bind_row held_rows[] = {
	ROW(held, number, .key = T_NUMBER),
	ROW(held, version, .key = T_VERSIONS),
	ROW_ITEMS(held, said, said, .key = T_ANSWER, .flags = BIND_MAIN),
	{ BIND_END },
};

bool
round_claims(const struct node *section)
{
	size_t number, version;

	return version_number(section->key, T_ROUNDS, &number, &version);
}

/* A round; or a table under no heading, with a column for each, or for what each
 * member answers. */
bool
round_table_claims(const struct node *section)
{
	if (*section->key != '\0' || section->first == NULL ||
	    section->first->table == 0)
		return round_claims(section);
	NODE_EACH(const struct node, cell, section->first)
		if (cell != section->first->first &&
		    (round_claims(cell) ||
			(term_is(cell->key, T_ANSWER) &&
			    term_is_any(section->first->first->key,
				T_MEMBER_ONE, T_NAME, T_ROUND_WHO))))
			return true;
	return false;
}

struct round *
round_find(const struct process *process, size_t number)
{
	BIND_EACH(struct round, round, &process->rounds)
		if (round->number == number)
			return round;
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

	BIND_EACH(struct node *const, cell, &more->columns)
		if (round_claims(*cell))
			return NULL;
		else if (answer == NULL &&
		    answer_is(process, bind_text(process->bind, *cell)))
			answer = *cell;
	return answer;
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

static void read_said(struct process *process, size_t round, struct said *said);

/* Whether a part of a line tells what somebody answers, or all do, or ends with an
 * answer, of whom it may be. */
static bool
tells_answer(const struct process *process, const char *part)
{
	struct said said = { { "" }, { part }, { "" } };
	const char *blank = strrchr(part, ' ');

	return (answer_lead(process, &said) &&
		   answer_is(process, said.answer.text)) ||
	    (blank != NULL && answer_is(process, blank + 1));
}

/* What several members said on one line, "Ana ok, Bo: objection, too dear, Cy ok",
 * each up to the next name; false where that is less than two, or an answer in it is
 * no member's. */
static bool
read_several(struct process *process, size_t round, const struct said *line)
{
	const char *text = line->answer.text, *end;
	struct bind_list starts = { .count = 0 }; /* const char * */
	struct said part;
	size_t member;

	if (*line->who.text != '\0' || line->answer.more != NULL)
		return false;
	for (; *text != '\0'; text = end + strspn(end, ",; ")) {
		end = text + strcspn(text, ",;");
		part = *line;
		part.answer.text = uni_until(process->arena, text, end);
		if (answer_lead(process, &part) &&
		    member_is(process, part.who.text, &member))
			bind_add(process->bind, &starts, text);
		else if (starts.count == 0 ||
		    tells_answer(process, uni_until(process->arena, text, end)))
			return false;
	}
	if (starts.count < 2)
		return false;
	BIND_EACH(const char *const, start, &starts) {
		end = start + 1 < (const char *const *)starts.at + starts.count
		    ? start[1]
		    : text;
		while (strchr(",; ", end[-1]) != NULL)
			end--;
		part = *line;
		part.answer.text = uni_until(process->arena, *start, end);
		read_said(process, round, &part);
	}
	return true;
}

/* Who answers alike, "Consent: Ana, Bo", "Objection: Cy (too dear)"; false where no
 * answer stands in front of names. */
static bool
read_alike(struct process *process, size_t round, const struct said *line)
{
	const char *text = line->answer.text, *remark;
	struct bind_list parts = { .count = 0 }, names;
	struct said said;

	if (*line->who.text != '\0')
		text = arena_format(process->arena, "%s: %s", line->who.text,
		    text);
	answer_parts(process, text, &parts);
	BIND_EACH(const struct said, part, &parts) {
		remark = part->remark.text;
		names = (struct bind_list){ .count = 0 };
		bind_split_names(process->bind, part->who.text,
		    line->answer.pos, &names);
		BIND_EACH(const struct bind_text, name, &names) {
			said = *line;
			said.who = *name;
			answer_split(process, name->text, &said.who.text,
			    &remark);
			said.answer.text = *remark == '\0'
			    ? part->answer.text
			    : arena_format(process->arena, "%s — %s",
				  part->answer.text, remark);
			answer_add(process, round_find(process, round), &said);
		}
	}
	return parts.count > 0;
}

/* What several members said as one, "Ana, Bo and Cy: ok"; false where they are
 * not all members, or that is no answer. */
static bool
read_joint(struct process *process, size_t round, const struct said *line)
{
	const char *text = line->answer.text, *colon = strchr(text, ':');
	struct bind_list names = { .count = 0 };
	struct said said = *line;
	size_t member;

	if (*line->who.text != '\0' || colon == NULL)
		return false;
	bind_split_names(process->bind, uni_until(process->arena, text, colon),
	    line->answer.pos, &names);
	said.answer.text = answer_behind(process, colon);
	if (names.count < 2 || !answer_is(process, said.answer.text))
		return false;
	BIND_EACH(const struct bind_text, name, &names)
		if (!member_is(process, name->text, &member))
			return false;
	BIND_EACH(const struct bind_text, one, &names) {
		said.who = *one;
		answer_add(process, round_find(process, round), &said);
		said.answer.more = NULL;
	}
	return true;
}

/* What somebody said in the round itself. */
static void
read_said(struct process *process, size_t round, struct said *said)
{
	size_t member;
	bool led;

	if (aside_read_below(process, said) ||
	    read_alike(process, round, said) ||
	    read_several(process, round, said) ||
	    read_joint(process, round, said))
		return;
	led = answer_lead(process, said);
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
	aside_keep(process, round, &said->answer);
	note_add(&process->bind->doc->remarks, said->answer.pos,
	    M_CONSENT_NOT_ANSWERS);
}

/* The answer of a line in the column of another round; what the line carries
 * stands with the first that it has. */
static void
read_cell(struct process *process, struct said *said, const struct node *cell,
    size_t number, size_t version)
{
	struct round *round = round_find(process, number);
	struct said other = *said;

	if (node_is_empty(cell) || bind_is_none(cell->text) ||
	    *said->who.text == '\0')
		return;
	if (round == NULL)
		round = round_add(process, number, cell->pos);
	if (round == NULL)
		return;
	if (round->version == 0)
		round->version = version;
	said = *said->answer.text == '\0' ? said : &other;
	said->remark.text = "";
	said->answer.more = NULL;
	other.answer.text = bind_text(process->bind, cell);
	other.answer.pos = cell->pos;
	read_said(process, number, &other);
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
	size_t number, version;

	if (more == NULL)
		return;
	if (*said->answer.text == '\0')
		answer = own_answer(process, more);
	if (answer != NULL)
		said->answer =
		    bind_text_at(bind_text(process->bind, answer), answer->pos);
	rest = arena_alloc(process->arena, sizeof(*rest));
	rest->below = more->below;
	BIND_EACH(const struct node *const, cell, &more->columns)
		if (!round_claims(*cell) && *cell != answer)
			bind_add(process->bind, &rest->columns, *cell);
	said->who.more = NULL;
	said->answer.more =
	    rest->columns.count + rest->below.count > 0 ? rest : NULL;
	BIND_EACH(const struct node *const, cell, &more->columns)
		if (version_number((*cell)->key, T_ROUNDS, &number, &version))
			read_cell(process, said, *cell, number, version);
}

/* What stands beside the answers of a section is the last of its rounds'. */
static void
end_round(struct process *process, size_t place, const struct node *section)
{
	struct round *round = round_at(process, place);

	round->section = section;
	aside_read(process, round->number, section);
}

/* The same of a table of rounds, with whoever answered in none of them. */
static void
end_rounds(struct process *process, const struct held *held,
    const struct node *section)
{
	size_t last = process->rounds.count - 1;

	BIND_EACH(struct said, said, &held->said)
		if (said->answer.more != NULL)
			read_said(process, round_at(process, last)->number,
			    said);
	end_round(process, last, section);
}

/* What a round says of itself, and the lines of what somebody said. */
static struct held
bind_held(struct process *process, const struct node *node)
{
	struct held held = { .said.count = 0 };
	struct node *list = node_again(process->arena, node);
	const struct bind_row *row;

	list->key = "";
	node_emptied(list);
	NODE_EACH(const struct node, child, node) {
		row = bind_find(process->bind, held_rows, child->key);
		if (row != NULL)
			bind_value(process->bind, row, child, &held);
		else
			node_append(list, node_again(process->arena, child));
	}
	if (list->first != NULL || *list->text != '\0')
		bind_value(process->bind, &held_rows[2], list, &held);
	bind_fill_texts(held_rows, &held);
	return held;
}

/* Whether the lines of a round say anything in it, once the columns of others
 * are read. */
static bool
is_held(struct process *process, const struct node *node, struct held *held)
{
	size_t before = process->rounds.count, own = 0, member;
	bool carries = false;

	BIND_EACH(struct said, said, &held->said) {
		if (bind_is_none(said->answer.text))
			said->answer.text = "";
		read_columns(process, said);
		own += *said->answer.text != '\0';
		carries |= said->answer.more != NULL;
		if (*said->who.text == '\0' && *said->answer.text == '\0')
			bind_fault(process->bind, node->pos,
			    M_CONSENT_NOT_ANSWERS);
		else if (*said->answer.text == '\0' && said->who.more == NULL &&
		    process->sheet->members.given)
			member_find(process, said->who.text, said->who.pos,
			    &member);
	}
	return own > 0 || *held->version.text != '\0' ||
	    (carries && process->rounds.count == before);
}

/* One round; one without answers and version is yet to be held. */
static void
read_one(struct process *process, const struct node *node,
    const struct node *section)
{
	struct held held = bind_held(process, node);
	size_t number = 0, version = 0, before = process->rounds.count;
	struct round *round;

	process->asked = answer_asks(node) || answer_asks(section);
	if (!version_number(node->key, T_ROUNDS, &number, &version))
		number = round_number(process, node->key);
	if (!is_held(process, node, &held) && version == 0) {
		if (process->rounds.count > before)
			end_rounds(process, &held, section);
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
	BIND_EACH(struct said, said, &held.said)
		read_said(process, number, said);
	end_round(process, before, section);
}

/* Whether a child of some rounds is one of them, and no answer in the only one:
 * its heading says so, or what it says of itself. */
static bool
is_round(struct process *process, const struct node *rounds,
    const struct node *child)
{
	const struct bind_row *row =
	    bind_find(process->bind, held_rows, child->key);
	const struct node *inner = child->first;

	if (*child->key != '\0')
		return round_claims(child) ||
		    (inner != NULL && round_number(process, child->key) > 0) ||
		    (rounds->kind == NODE_LIST && inner != NULL &&
			row == &held_rows[2]);
	if (child->table == 0 && beneath_are_answers(process, child))
		return true; /* "- {Ana: ok, Bo: ok}" */
	for (; child->table == 0 && inner != NULL; inner = inner->next) {
		row = bind_find(process->bind, held_rows, inner->key);
		if (row != NULL && (row != &held_rows[2] || inner->first))
			return true;
	}
	return false;
}

/* Whether a table, from its first row on, names somebody who is known. */
static bool
names_again(const struct node *row, const struct dict *known)
{
	size_t table = row->table;
	ARENA_SCRATCH(arena);

	for (; row != NULL && row->table == table; row = row->next)
		if (row->first != NULL &&
		    dict_find(known, uni_fold(arena, row->first->text)) != NULL)
			return true;
	return false;
}

/* The rows of the first of several tables in which the same people answer, each of
 * which is a round: taken off a list, with what else stands before the next. */
static struct node *
take_round(struct arena *arena, struct node *rows)
{
	struct node *round = node_again(arena, rows), *row;
	struct dict known = { .arena = arena };
	size_t table = 0;

	node_emptied(round);
	while ((row = rows->first) != NULL) {
		if (row->table > 0 && row->table != table &&
		    names_again(row, &known))
			break;
		table = row->table;
		if (table > 0 && row->first != NULL)
			dict_enter(&known, uni_fold(arena, row->first->text));
		node_append(round, node_take(rows));
	}
	if (rows->first != NULL)
		rows->pos = rows->key_pos = rows->first->pos;
	return round;
}

/* A section or a key with rounds in it, or with what one says. */
static void
read_node(struct process *process, const struct node *node)
{
	struct node *rest = node_again(process->arena, node);

	if (round_claims(node)) {
		read_one(process, node, node);
		return;
	}
	node_emptied(rest);
	NODE_EACH(const struct node, child, node)
		if (!is_round(process, node, child))
			node_append(rest, node_again(process->arena, child));
	do
		read_one(process, take_round(process->arena, rest), node);
	while (rest->first != NULL);
	NODE_EACH(const struct node, child, node)
		if (is_round(process, node, child))
			read_one(process, child, child);
}

/* The version of the first round, where all stand above it: the first, but the last
 * of the only round where nobody objects, since what was amended was so before. */
static size_t
first_version(const struct process *process, const struct round *round)
{
	const struct version *versions = process->versions.at;

	if (process->rounds.count > 1)
		return versions->number;
	for (size_t i = 0; i < process->sheet->members.count; i++)
		if (round->answers[i].answer == T_ANSWER_OBJECTION)
			return versions->number;
	return versions[process->versions.count - 1].number;
}

/* Gives everyone's answer to those who are there and gave none, and the only
 * version, or the first one, to a round that says none. */
static void
settle(struct process *process, struct round *round)
{
	const struct bind_list *versions = &process->versions;

	for (size_t i = 0; i < process->sheet->members.count; i++) {
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
	if (round == process->rounds.at || versions->count == 1)
		round->version = first_version(process, round);
	else
		bind_fault(process->bind, round->pos, M_CONSENT_WHICH_VERSION,
		    process_number(process, round->number));
}

void
round_read(struct process *process)
{
	size_t members = process->sheet->members.count, i;
	struct consent_round *judged;
	enum term *answers;

	asked_read(process);
	BIND_EACH(const struct node *const, node, &process->sheet->rounds)
		read_node(process, *node);
	process->asked = false;
	BIND_EACH(struct round, round, &process->rounds)
		settle(process, round);
	asked_answer(process);
	process->consent.round_count = process->rounds.count;
	process->consent.rounds = judged = arena_array(process->arena,
	    process->rounds.count + 1, sizeof(*judged));
	BIND_EACH(const struct round, round, &process->rounds) {
		answers =
		    arena_array(process->arena, members + 1, sizeof(*answers));
		for (i = 0; i < members; i++)
			answers[i] = round->answers[i].answer;
		*judged++ = (struct consent_round){ round->number,
			round->version, answers };
	}
}
