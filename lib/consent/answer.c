/*
 * answer: what a member said in a round.
 */
#include <string.h>

#include "consent/process_inner.h"
#include "domain/action.h"
#include "text/uni.h"

enum { LONGEST_NAME = 120 }; /* bytes, of who answers */

static const enum term answers[] = { T_ANSWER_YES, T_ANSWER_OBJECTION,
	T_ANSWER_CONCERN, T_ANSWER_PASS, T_ANSWER_ABSTENTION, T_ANSWER_ABSENT,
	T_ANSWER_UNOPPOSED, T_NONE };

const char *
answer_mark(const char *at)
{
	size_t length;

	return uni_first_among(at, &length, " — ", " – ", " - ", " : ", ": ",
	    ", ", "; ", " (", ". ", " => ", " → ", " -> ");
}

const char *
answer_behind(const struct process *process, const char *at)
{
	size_t length;

	while ((*at != '\0' && strchr(" :,;-.=>", *at) != NULL) ||
	    strncmp(at, "—", 3) == 0 || strncmp(at, "–", 3) == 0 ||
	    strncmp(at, "→", 3) == 0)
		at += (unsigned char)*at >= 0x80 ? 3 : 1;
	length = strlen(at);
	if (*at == '(' && at[length - 1] == ')' && strchr(at + 1, '(') == NULL)
		at = arena_copy(process->arena, at + 1, length - 2);
	return md_text(process->arena, at);
}

bool
answer_split(const struct process *process, const char *text, const char **head,
    const char **rest)
{
	const char *mark = answer_mark(text);

	if (mark == NULL)
		return false;
	*head = arena_until(process->arena, text, mark);
	*rest = answer_behind(process, mark);
	return true;
}

bool
answer_asks(const struct node *node)
{
	ARENA_SCRATCH(arena);

	return strstr(uni_fold(arena, node->key), "objection") != NULL;
}

/* What "no", "none" or "yes" say of an objection. */
static enum term
find_asked(const struct process *process, const char *text)
{
	static const enum term words[] = { T_YES, T_NO, T_NONE };

	if (!process->asked || !uni_is_word((unsigned char)*text))
		return T_NONE;
	if (bind_is_nothing(text))
		return T_ANSWER_UNOPPOSED;
	switch (bind_choice(process->bind, words, text)) {
	case T_YES:
		return T_ANSWER_OBJECTION;
	case T_NO:
		return T_ANSWER_UNOPPOSED;
	default:
		return T_NONE;
	}
}

static enum term
find_answer(const struct process *process, const char *text)
{
	enum term term;
	size_t length;

	text = md_plain(process->arena, text);
	length = strlen(text);
	while (length > 0 && strchr(" .!", text[length - 1]) != NULL)
		length--;
	text = arena_copy(process->arena, text, length);
	term = bind_choice(process->bind, answers, text);
	if (process->asked && !uni_is_word((unsigned char)*text))
		return T_NONE; /* a tick may say either */
	return term != T_NONE ? term : find_asked(process, text);
}

/* "objection", or "objection — text"; false where it is none. */
static bool
read_answer(const struct process *process, const char *text,
    struct answer *answer)
{
	enum term term = find_answer(process, text);
	const char *head;

	answer->text = "";
	if (term == T_NONE && answer_split(process, text, &head, &answer->text))
		term = find_answer(process, head);
	answer->answer = term;
	return term != T_NONE;
}

void
answer_add(struct process *process, struct round *round,
    const struct said *said)
{
	struct answer answer = { .pos = said->answer.pos,
		.more = said->who.more ? said->who.more : said->answer.more };
	const char *who = md_plain(process->arena, said->who.text);
	struct answer *put = &round->everyone;
	size_t member;
	bool all =
	    !member_is(process, who, &member) && term_is(who, T_EVERYONE);

	if (!all && !member_find(process, who, said->who.pos, &member))
		return;
	if (!read_answer(process, said->answer.text, &answer)) {
		if (*said->answer.text != '\0')
			bind_fault(process->bind, answer.pos,
			    M_CONSENT_NOT_AN_ANSWER,
			    md_plain(process->arena, said->answer.text));
		if (*said->answer.text != '\0' || answer.more == NULL)
			return;
	}
	if (!all)
		put = &round->answers[member];
	if (!all && put->answer != T_NONE && put->answer != answer.answer)
		bind_fault(process->bind, answer.pos, M_CONSENT_TWICE,
		    member_name(process, member),
		    bind_place(process->bind, put->pos));
	if (all || put->answer == T_NONE)
		*put = answer;
	else if (*put->text == '\0')
		put->text = answer.text;
	else if (*answer.text != '\0' && strcmp(put->text, answer.text) != 0)
		put->text = arena_format(process->arena, "%s — %s", put->text,
		    answer.text); /* said again, with more */
}

bool
answer_is(const struct process *process, const char *text)
{
	struct answer answer;

	return read_answer(process, text, &answer);
}

bool
answer_agrees(const struct process *process, const char *text)
{
	enum term term = find_answer(process, text);

	return term == T_ANSWER_YES || term == T_ANSWER_UNOPPOSED;
}

/* The end of the names that a text begins with, before a mark that is no comma. */
static const char *
names_end(const char *text)
{
	const char *mark = text;

	while ((mark = answer_mark(mark)) != NULL && strchr(",;", *mark))
		mark++;
	return mark != NULL ? mark : text + strlen(text);
}

/* Whether a text is an answer, a colon and names, or nobody's. */
static bool
heads_names(const struct process *process, const char *text, struct said *said)
{
	const char *colon, *names;

	text = aside_plain_key(process, text);
	colon = strchr(text, ':');
	if (colon == NULL || colon - text > LONGEST_NAME)
		return false;
	names = answer_behind(process, colon);
	*said = (struct said){ { names },
		{ uni_until(process->arena, text, colon) }, { "" } };
	return find_answer(process, said->answer.text) != T_NONE &&
	    (bind_is_nothing(names) || term_is(names, T_EVERYONE) ||
		action_looks_like_people(
		    arena_until(process->arena, names, names_end(names))));
}

void
answer_parts(const struct process *process, const char *text,
    struct bind_list *parts)
{
	enum { LONGEST = 1000 }; /* bytes, of a line of several */
	struct said said, next;
	const char *mark;

	if (strlen(text) > LONGEST || !heads_names(process, text, &said))
		return;
	for (mark = said.who.text; (mark = answer_mark(mark)) != NULL; mark++)
		if (heads_names(process, answer_behind(process, mark), &next)) {
			answer_parts(process, answer_behind(process, mark),
			    parts);
			said.who.text =
			    uni_until(process->arena, said.who.text, mark);
			break;
		}
	mark = names_end(said.who.text);
	if (*mark != '\0' && mark[1] != '(') {
		said.remark.text = answer_behind(process, mark);
		said.who.text = uni_until(process->arena, said.who.text, mark);
	}
	if (bind_is_nothing(said.who.text))
		said.who.text = "";
	bind_add(process->bind, parts, said);
}

/* "All consent", "Ana ok": the first words are everyone, or a member. */
static bool
split_words(const struct process *process, const char *text, const char **head,
    const char **rest)
{
	const char *blank = text;
	size_t member;

	while ((blank = strchr(blank, ' ')) != NULL &&
	    blank - text <= LONGEST_NAME) {
		*head = arena_until(process->arena, text, blank);
		*rest = ++blank;
		if ((term_is(*head, T_EVERYONE) ||
			member_is(process, *head, &member)) &&
		    answer_is(process, *rest))
			return true;
	}
	return false;
}

/* Who says something, up to the first mark behind the name of a member or
 * everyone, "M. Petit : ok"; else up to the first mark. */
static bool
split_name(const struct process *process, const char *text, const char **head,
    const char **rest)
{
	const char *mark = text;
	size_t member;

	while (
	    (mark = answer_mark(mark)) != NULL && mark - text <= LONGEST_NAME) {
		*head = arena_until(process->arena, text, mark);
		*rest = answer_behind(process, mark++);
		if (member_is(process, *head, &member) ||
		    term_is(*head, T_EVERYONE))
			return true;
	}
	return answer_split(process, text, head, rest);
}

bool
answer_lead(const struct process *process, struct said *said)
{
	const char *head = process_word(process, T_EVERYONE), *rest;

	if (*said->who.text != '\0')
		return true;
	if (answer_is(process, said->answer.text))
		rest = said->answer.text;
	else if (!split_words(process, said->answer.text, &head, &rest) &&
	    !split_name(process, said->answer.text, &head, &rest))
		return false;
	said->who = bind_text_at(head, said->answer.pos);
	said->answer.text = rest;
	return true;
}
