/*
 * whose: what a key says of whom the thing is that it names.
 */
#include <string.h>

#include "consent/process_inner.h"
#include "domain/action.h"
#include "text/uni.h"

/* Behind the words of a list that a text begins with, "by ", "d'"; NULL where it
 * begins with none of them. */
static const char *
behind(struct arena *arena, enum term list, const char *text)
{
	const char *at = text;
	size_t length;

	while ((at = uni_first_among(at, &length, " ", "'", "’")) != NULL) {
		at += length;
		if (term_lists(list,
			uni_fold(arena, uni_until(arena, text, at))))
			return at;
	}
	return NULL;
}

/* Who is named behind the name of a term: somebody, or "the board" by which it is
 * put. */
static const char *
named_behind(struct arena *arena, const char *text)
{
	size_t length = strlen(text);
	const char *by = behind(arena, T_BY_WHOM, text), *who = by;

	if (who == NULL)
		who = *text == '(' && text[length - 1] == ')'
		    ? arena_copy(arena, text + 1, length - 2)
		    : behind(arena, T_OF_WHOM, text);
	return who != NULL &&
		(action_looks_like_people(who) ||
		    (by != NULL &&
			term_front(T_ARTICLES, uni_fold(arena, who)) > 0))
	    ? who
	    : "";
}

const char *
whose(struct arena *arena, const char *key, enum term term)
{
	enum { LONGEST = 120 };
	size_t length = strcspn(key, ":");
	const char *own, *at, *who;

	if (length > LONGEST)
		return "";
	key = uni_until(arena, key, key + length);
	own = uni_first_among(key, &length, "'s ", "’s ");
	if (own != NULL && term_is(own + length, term)) {
		who = arena_until(arena, key, own);
		return action_looks_like_people(who) ? who : "";
	}
	for (at = key; (at = strchr(at, ' ')) != NULL;)
		if (term_is(arena_until(arena, key, at++), term) &&
		    *(who = named_behind(arena, uni_line(arena, at))) != '\0')
			return who;
	return "";
}

bool
whose_tells(const char *key, enum term term)
{
	ARENA_SCRATCH(arena);

	return *whose(arena, key, term) != '\0';
}

void
whose_item(const struct process *process, struct bind_text *from,
    struct bind_text *heading, enum term term)
{
	struct bind_text who = *heading;
	size_t member;

	who.text = whose(process->arena, heading->text, term);
	if (*who.text == '\0' && member_is(process, heading->text, &member))
		who.text = heading->text;
	if (*from->text != '\0' || *who.text == '\0')
		return;
	*from = bind_text_at(who.text, who.pos);
	heading->text = "";
}
