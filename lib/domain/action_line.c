/*
 * action_line: an action as it is typed on one line: "Ana : affiche, 3 mars",
 * "@Bo : réserver la salle (15/03/2026)", "relancer le maire pour fin mars".
 */
#include <string.h>

#include "base/arena.h"
#include "domain/action.h"
#include "sheet/people.h"
#include "source/md.h"
#include "text/uni.h"
#include "value/period.h"

enum { MAX_NAME_WORDS = 3, MAX_NAME = 40 };

static bool
is_capital(int32_t c)
{
	return (c >= 'A' && c <= 'Z') || (c >= 0xc0 && c <= 0xde) || c == 0x152;
}

/* Whether a text looks like somebody's name, or several: a few words, each
 * with a capital, or small ones between them. */
static bool
looks_like_people(const char *text)
{
	size_t words = 0, n;
	const char *at;

	if (strlen(text) > MAX_NAME ||
	    strpbrk(text, "0123456789?!\\*`") != NULL)
		return false;
	for (; *text != '\0'; text += n + strspn(text + n, " ")) {
		n = strcspn(text, " ");
		at = text;
		if (is_capital(uni_next(&at)))
			words++;
		else if (n > 2 || words == 0)
			return false;
	}
	return words > 0 && words <= MAX_NAME_WORDS;
}

/* Whether some names are known, and a text is one of them, or a name in it. */
static bool
is_known(struct arena *arena, const struct dict *known, const char *text)
{
	const char *folded = uni_fold(arena, text), *at;
	size_t i, n = strlen(folded);

	for (i = 0; i < known->count; i++)
		for (at = known->entries[i].key; at != NULL;
		     at = strchr(at, ' '), at = at != NULL ? at + 1 : NULL)
			if (strncmp(at, folded, n) == 0 &&
			    strchr(" (,", at[n]) != NULL)
				return true;
	return false;
}

/* Where names are known, others are no guess; else what looks like one is. */
static bool
is_people(struct arena *arena, const struct dict *known, const char *text)
{
	return *text == '@' || is_known(arena, known, text) ||
	    (known->count == 0 && looks_like_people(text));
}

/* The text of a value without blanks around it. */
static struct bind_text
part_of(struct arena *arena, const struct bind_text *whole, const char *from,
    size_t length)
{
	const char *line = uni_line(arena, arena_copy(arena, from, length));

	return (struct bind_text){ md_text(arena, line), whole->pos,
		*line != '\0' };
}

/* The end of who an action is of, in front of a colon or an arrow; NULL where
 * it tells nobody. */
static const char *
find_owner(struct arena *arena, const struct dict *known, const char *text,
    const char **behind)
{
	static const char *const marks[] = { ":", "→", "->", "=>", "-\\>" };
	const char *found = NULL, *at;
	size_t i;

	for (i = 0; i < sizeof(marks) / sizeof(marks[0]); i++) {
		at = strstr(text, marks[i]);
		if (at == NULL || (found != NULL && at > found))
			continue;
		found = at;
		*behind = at + strlen(marks[i]);
	}
	if (found == NULL || found == text || **behind != ' ')
		return NULL;
	return is_people(arena, known,
		   uni_line(arena,
		       arena_copy(arena, text, (size_t)(found - text))))
	    ? found
	    : NULL;
}

/* Whether a date may begin here: behind a mark, or in words that say so. */
static bool
may_begin(struct arena *arena, const char *text, const char *at)
{
	const char *folded = uni_fold(arena, at);

	while (at > text && at[-1] == ' ')
		at--;
	return at > text &&
	    (strchr(",;(-", at[-1]) != NULL ||
		(at - text >= 3 && memcmp(at - 3, "–", 3) == 0) ||
		term_front(T_DATE_BY, folded) > 0 ||
		term_front(T_DATE_BEFORE, folded) > 0);
}

/* Where the date at the end of an action begins, or NULL. */
static const char *
find_due(struct arena *arena, const char *text)
{
	struct period period;
	const char *at;
	size_t n;

	for (at = text + 1; *text != '\0' && *at != '\0'; at++) {
		if (*at == ' ' || (at[-1] != ' ' && at[-1] != '(') ||
		    !may_begin(arena, text, at))
			continue;
		n = strlen(at);
		if (at[-1] == '(' && at[n - 1] == ')')
			n--;
		if (period_of_some_year(arena_copy(arena, at, n), &period) >
		    SURE_EMPTY)
			return at;
	}
	return NULL;
}

/* How much of a text is left of the mark in front of a date. */
static size_t
length_before(const char *text, const char *due)
{
	size_t n = (size_t)(due - text);

	while (n > 0 && strchr(" ,;(-", text[n - 1]) != NULL)
		n--;
	if (n >= 3 && memcmp(text + n - 3, "–", 3) == 0)
		n -= 3;
	while (n > 0 && text[n - 1] == ' ')
		n--;
	return n;
}

void
action_part(struct arena *arena, const struct dict *known,
    struct action *action)
{
	const struct bind_text whole = action->what;
	const char *text = whole.text, *behind = "", *end, *due;
	size_t n;

	if (*action->who.text != '\0' || *action->when.text != '\0')
		return;
	end = find_owner(arena, known, text, &behind);
	if (end != NULL) {
		n = *text == '@' ? 1 : 0;
		action->who =
		    part_of(arena, &whole, text + n, (size_t)(end - text) - n);
		text = behind + strspn(behind, " ");
	}
	due = find_due(arena, text);
	if (due != NULL) {
		n = strlen(due);
		if (due[-1] == '(' && due[n - 1] == ')')
			n--;
		action->when = part_of(arena, &whole, due, n);
	}
	n = due != NULL ? length_before(text, due) : strlen(text);
	action->what = part_of(arena, &whole, text, n);
	action->what.more = whole.more;
}

void
action_people(struct bind *bind, struct dict *known)
{
	const struct bind_pair *pairs = bind->pairs.at;
	struct bind_list names = { .count = 0 };
	const struct node *child;
	const struct bind_text *name;
	const char *plain;
	size_t i;

	for (i = 0; i < bind->pairs.count; i++) {
		if (!people_is_key(pairs[i].node->key))
			continue;
		bind_split_names(bind, bind_text(bind, pairs[i].node),
		    pairs[i].node->pos, &names);
		for (child = pairs[i].node->first; child != NULL;
		     child = child->next)
			bind_split_names(bind,
			    *child->key != '\0' ? child->key : child->text,
			    child->pos, &names);
	}
	name = names.at;
	for (i = 0; i < names.count; i++) {
		plain = md_plain(bind->doc->arena, name[i].text);
		if (strpbrk(plain, "0123456789") == NULL)
			dict_enter(known, uni_fold(bind->doc->arena, plain));
	}
}
