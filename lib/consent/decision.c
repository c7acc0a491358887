/*
 * decision: what was declared, and the follow-up that is told with it.
 */
#include <string.h>

#include "consent/process_inner.h"
#include "report/carry.h"
#include "text/dress.h"
#include "text/uni.h"

static const struct bind_row text_rows[] = {
	{ BIND_TEXT, T_TEXT, 0, BIND_MAIN },
	{ BIND_END },
};

#define TEXTS(key, member)                                                     \
	{                                                                      \
		BIND_LIST, key,                                                \
		    offsetof(struct process_sheet, follow_up.member), 0,       \
		    text_rows, sizeof(struct bind_text)                        \
	}

const struct bind_row decision_rows[] = {
	ROW(process_sheet, declared, .key = T_DECLARED, .flags = BIND_MAIN),
	ROW(process_sheet, follow_up.owner, .key = T_RESPONSIBLE,
	    .flags = BIND_WHO),
	ROW(process_sheet, follow_up.review, .key = T_REVIEW,
	    .flags = BIND_LAST_DAY),
	ROW(process_sheet, follow_up.end, .key = T_END, .flags = BIND_LAST_DAY),
	ROW(process_sheet, follow_up.communication, .key = T_COMMUNICATION),
	TEXTS(T_CRITERIA, criteria),
	TEXTS(T_INDICATORS, indicators),
	{ BIND_END },
};

static const enum term decisions[] = { T_DECLARED_ADOPTED, T_DECLARED_NOT,
	T_DECLARED_DEFERRED, T_DECLARED_WITHDRAWN, T_DECLARED_BLOCKED, T_NONE };

/* The length of the longest name of a member that a text, folded, begins with;
 * 0 where nobody is chosen. */
static size_t
name_length(const struct process *process, const char *plain)
{
	size_t length = process->chooses ? strlen(plain) : 0, member;

	while (length > 0 &&
	    !member_is(process, arena_copy(process->arena, plain, length),
		&member))
		do
			length--;
		while (length > 0 && !strchr(" ,:;(.!", plain[length]));
	return length;
}

/* "Adoptée", "La proposition est adoptée à l'unanimité": the first words tell,
 * behind what they are said of; the name of somebody chosen tells by itself. */
enum term
decision_told(struct process *process, const char *text)
{
	const char *plain = uni_fold(process->arena,
	    dress_off(process->arena, md_plain(process->arena, text)));
	enum { LONGEST = 120 }; /* bytes, of the words that tell */
	enum term term = T_NONE;
	size_t length = name_length(process, plain);

	if (length > 0 && plain[length] == '\0')
		return T_DECLARED_ADOPTED;
	for (plain += length; *plain == ' ' || *plain == ':'; plain++)
		continue;
	while ((length = term_front(T_THE_PROPOSAL, plain)) > 0)
		plain += length;
	length = strnlen(plain, LONGEST);
	while (plain[length] != '\0' && length > 0 && plain[length] != ' ')
		length--;
	while (length > 0 && term == T_NONE) {
		while (length > 0 && strchr(" ,:;(.!", plain[length - 1]))
			length--;
		term = bind_choice(process->bind, decisions,
		    arena_copy(process->arena, plain, length));
		while (length > 0 && !strchr(" ,:;(", plain[length - 1]))
			length--;
	}
	return term;
}

static bool
is_of(const struct node *node, enum term key)
{
	return node->level == 0 && term_is(node->key, key);
}

/* Whether a decision is the tool's own, which tells its state. */
static bool
is_own(const struct node *decision)
{
	const struct node *child = decision->first;

	while (child != NULL && !is_of(child, T_STATE))
		child = child->next;
	return child != NULL;
}

/* Whether a part of the tool's own decision was told to it. */
static bool
is_told(struct process *process, const struct node *part)
{
	return is_of(part, T_DECLARED) ||
	    (part->level == 0 && !is_of(part, T_STATE) &&
		bind_find(process->bind, follow_rows, part->key) == NULL);
}

/* Takes the paragraphs of a section, or all that stands in it; into, unless it
 * is NULL: their lines, as items of it. */
static void
take(struct process *process, const struct node *section, bool all,
    struct node *into)
{
	struct node *lines, *line;

	MD_EACH(struct md_block, block, section) {
		if (md_use(block) != MD_BESIDE && md_use(block) != MD_TEXT)
			continue;
		lines = md_block_lines(process->arena, block);
		md_take(block, all || lines != NULL);
		while (lines != NULL && into != NULL &&
		    (line = node_take(lines)) != NULL) {
			if (aside_take_pairs(process, line->text, line->pos))
				continue;
			line->text =
			    aside_cut_pairs(process, line->text, line->pos);
			node_append(into, line);
		}
	}
}

void
decision_read(struct process *process, struct node *decision)
{
	const struct bind_row row = { BIND_MAP, T_DECISION, 0,
		.rows = decision_rows };
	const char *gloss =
	    term_gloss(process->arena, decision->key, T_DECISION);
	struct node *told = node_again(process->arena, decision);
	bool own = is_own(decision);

	node_emptied(told);
	if (*gloss != '\0')
		node_append(told,
		    node_text(process->arena, gloss, decision->key_pos));
	decision->key = term_name(T_DECISION, LANG_EN);
	if (decision->first == NULL && decision->blocks == NULL)
		told->text = aside_cut_pairs(process,
		    bind_text(process->bind, told), told->pos);
	take(process, decision, false, own ? NULL : told);
	if (told->count > 0)
		told->text = ""; /* it is the lines */
	NODE_EACH(const struct node, child, decision) {
		if (own && child->level > 0) /* the text adopted */
			take(process, child, true, NULL);
		if (!own || is_told(process, child))
			node_append(told, node_again(process->arena, child));
	}
	bind_value(process->bind, &row, told, process->sheet);
}

/* What was declared, in the first of its words that is a decision; another one
 * beside it is a fault. */
static void
settle_declared(struct process *process)
{
	const struct bind_text *declared = &process->sheet->declared;
	enum term term = decision_told(process, declared->text), other;
	const char *text;

	if (declared->more != NULL)
		BIND_EACH(struct node *const, more, &declared->more->below) {
			text = bind_text(process->bind, *more);
			other = decision_told(process, text);
			if (term == T_NONE)
				term = other;
			else if (other != T_NONE && other != term)
				bind_fault(process->bind, (*more)->pos,
				    M_CONFLICT,
				    process_word(process, T_DECISION), text,
				    declared->text,
				    bind_place(process->bind, declared->pos));
		}
	if (term == T_NONE && *declared->text != '\0')
		bind_finding(process->bind, declared->pos,
		    M_CONSENT_NOT_DECLARED,
		    md_plain(process->arena, declared->text));
	process->consent.declared = term;
}

/* The pairs under the title that the follow-up knows, "Review date: June". */
static void
take_pairs(struct process *process)
{
	struct bind *bind = process->bind;
	const struct bind_list all = bind_emptied(&bind->pairs);
	const struct bind_row *row;

	BIND_EACH(const struct bind_pair, pair, &all) {
		row = pair->term == T_NONE
		    ? bind_find(bind, follow_rows, pair->node->key)
		    : NULL;
		if (row != NULL)
			bind_value(bind, row, pair->node, process->sheet);
		else
			bind_put(bind, &bind->pairs, pair, sizeof(*pair));
	}
}

/* The review that the proposal itself tells, in its last version, where nothing else
 * does. */
static void
read_proposed(struct process *process)
{
	const struct version *last = bind_nth(&process->versions, sizeof(*last),
	    process->versions.count - 1);

	if (process->versions.count > 0 &&
	    *process->sheet->follow_up.review.typed == '\0')
		aside_take_review(process, last->prose, last->pos);
}

static void
read_date(struct process *process)
{
	const struct bind_row row = { BIND_DATE, T_DATE, 0, BIND_FIRST_DAY };
	const struct follow_up *follow_up = &process->sheet->follow_up;

	if (follow_up->review.given || follow_up->end.given || process->chooses)
		BIND_EACH(const struct bind_pair, pair, &process->bind->pairs)
			if (pair->term == T_DATE)
				bind_value(process->bind, &row, pair->node,
				    &process->date);
}

void
decision_settle(struct process *process)
{
	settle_declared(process);
	take_pairs(process);
	read_proposed(process);
	read_date(process);
}

const char *
decision_declared(const struct process *process)
{
	const char *text = process->sheet->declared.text;
	enum term term = bind_choice(process->bind, decisions, text);

	return term != T_NONE ? process_word(process, term) : text;
}

bool
decision_is_over(const struct process *process)
{
	enum term state = process->outcome.state;

	return state == T_STATE_DEFERRED || state == T_STATE_WITHDRAWN ||
	    state == T_STATE_BLOCKED;
}

const char *
decision_concerns(const struct process *process)
{
	size_t concerns = process->outcome.concerns;

	return concerns == 0 ? ""
			     : method_text(process->method,
				   concerns == 1 ? M_CONSENT_ONE_CONCERN
						 : M_CONSENT_MANY_CONCERNS,
				   process_number(process, concerns));
}

void
decision_render(const struct process *process, const char *line)
{
	struct report *report = process->method->report;
	const char *declared = decision_declared(process);

	report_section(report, T_DECISION);
	report_paragraph(report, line);
	owed_render_absent(process);
	report_pair(report, T_STATE,
	    process_word(process, process->outcome.state));
	if (*declared != '\0')
		report_pair(report, T_DECLARED, declared);
	carry_below(report, 0, process->sheet->declared.more);
}
