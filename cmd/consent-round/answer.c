/*
 * answer: what a member said in a round.
 */
#include <string.h>

#include "base/arena.h"
#include "sheet.h"
#include "source/md.h"

static const enum term answers[CONSENT_ANSWERS] = { T_ANSWER_YES,
	T_ANSWER_OBJECTION, T_ANSWER_CONCERN, T_ANSWER_PASS,
	T_ANSWER_ABSTENTION, T_ANSWER_ABSENT, T_ANSWER_UNOPPOSED, T_NONE };

/* Where the words that may be an answer or a name end; NULL: they do not. */
static const char *
head_of(const char *at)
{
	static const char *const marks[] = { " — ", " – ", " - ", " : ", ": ",
		", ", "; ", " (", ". ", " => ", " → ", " -> " };
	const char *found, *first = NULL;
	size_t i;

	for (i = 0; i < sizeof(marks) / sizeof(marks[0]); i++) {
		found = strstr(at, marks[i]);
		if (found != NULL && (first == NULL || found < first))
			first = found;
	}
	return first;
}

/* What stands behind the marks, out of its parentheses. */
static const char *
rest_of(struct arena *arena, const char *at)
{
	size_t length;

	while ((*at != '\0' && strchr(" :,;-.=>", *at) != NULL) ||
	    strncmp(at, "—", 3) == 0 || strncmp(at, "–", 3) == 0 ||
	    strncmp(at, "→", 3) == 0)
		at += (unsigned char)*at >= 0x80 ? 3 : 1;
	length = strlen(at);
	if (*at == '(' && at[length - 1] == ')' && strchr(at + 1, '(') == NULL)
		at = arena_copy(arena, at + 1, length - 2);
	return at;
}

static enum consent_answer
answer_of(enum term term)
{
	size_t i;

	for (i = 0; answers[i] != T_NONE; i++)
		if (answers[i] == term)
			return (enum consent_answer)(i + 1);
	return CONSENT_NONE;
}

/* "objection", or "objection — text". */
static bool
read_answer(struct process *process, const char *text, struct pos pos,
    struct answer *answer)
{
	struct arena *arena = process->arena;
	const char *head;
	enum term term =
	    bind_choice(process->bind, answers, md_plain(arena, text));

	*answer = (struct answer){ answer_of(term), "", pos };
	if (*text == '\0' || term != T_NONE)
		return term != T_NONE;
	head = head_of(text);
	if (head != NULL)
		term = bind_choice(process->bind, answers,
		    md_plain(arena,
			arena_copy(arena, text, (size_t)(head - text))));
	if (term == T_NONE) {
		bind_fault(process->bind, pos, M_CONSENT_NOT_AN_ANSWER,
		    md_plain(arena, text));
		return false;
	}
	answer->answer = answer_of(term);
	answer->text = md_text(arena, rest_of(arena, head));
	return true;
}

static void
put_answer(struct process *process, struct round *round, size_t member,
    const struct answer *given)
{
	struct answer *answer = &round->answers[member];

	if (answer->answer != CONSENT_NONE && answer->answer != given->answer)
		bind_fault(process->bind, given->pos, M_CONSENT_TWICE,
		    member_name(process, member),
		    bind_place(process->bind, answer->pos));
	if (answer->answer == CONSENT_NONE)
		*answer = *given;
}

/* The answer of a member, or of everyone else. */
void
answer_add(struct process *process, struct round *round, const char *name,
    struct pos name_pos, const char *text, struct pos pos)
{
	static const enum term everyone[] = { T_EVERYONE };
	struct answer answer;
	size_t member;

	if (round == NULL || *name == '\0')
		return;
	if (!member_is(process, name, &member) &&
	    term_find(md_plain(process->arena, name), everyone, 1, NULL) !=
		T_NONE) {
		if (read_answer(process, text, pos, &answer))
			round->everyone = answer;
		return;
	}
	if (member_find(process, name, name_pos, &member) &&
	    read_answer(process, text, pos, &answer))
		put_answer(process, round, member, &answer);
}

bool
answer_split(const struct process *process, const char *text, const char **head,
    const char **rest)
{
	const char *end = head_of(text);

	if (end == NULL)
		return false;
	*head = arena_copy(process->arena, text, (size_t)(end - text));
	*rest = md_text(process->arena, rest_of(process->arena, end));
	return true;
}

bool
answer_is(const struct process *process, const char *text)
{
	const char *head, *rest;

	text = md_plain(process->arena, text);
	return bind_choice(process->bind, answers, text) != T_NONE ||
	    (answer_split(process, text, &head, &rest) &&
		bind_choice(process->bind, answers, head) != T_NONE);
}

bool
answer_add_line(struct process *process, struct round *round, const char *text,
    struct pos pos)
{
	const char *head, *rest;

	if (answer_is(process, text)) {
		head = method_word(process->method, T_EVERYONE);
		rest = text;
	} else if (!answer_split(process, text, &head, &rest)) {
		return false;
	}
	answer_add(process, round, head, pos, rest, pos);
	return true;
}

const char *
answer_word(const struct process *process, enum consent_answer answer)
{
	return answer == CONSENT_NONE
	    ? ""
	    : method_word(process->method, answers[answer - 1]);
}
