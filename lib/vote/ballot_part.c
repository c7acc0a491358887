/*
 * ballot_part: the voter that a plain line names in front of a choice.
 */
#include <string.h>

#include "base/arena.h"
#include "text/uni.h"
#include "vote/ballot_inner.h"

/* Whether a text chooses nothing but what can be chosen. */
static bool
is_choice(struct ballot_rules *rules, const char *text)
{
	BUF_SCRATCH(spelt);
	enum term reason;

	ballot_spell_part(&spelt, BALLOT_NAMES, text);
	reason = ballot_judge(rules, spelt.at).reason;
	return reason != M_BALLOT_UNKNOWN;
}

/* The colon in a plain item, or NULL. */
static const char *
colon_of(const struct node *item)
{
	const char *colon = strchr(item->text, ':');

	return *item->key != '\0' || item->first != NULL || item->table > 0 ||
		item->level > 0 || colon == item->text
	    ? NULL
	    : colon;
}

bool
ballot_may_name(const struct node *list)
{
	const struct node *item = list->first;

	while (item != NULL && colon_of(item) == NULL)
		item = item->next;
	return item != NULL;
}

/* Where the colon stands behind the voter of an item; NULL where the item is a
 * choice, or names an option in front. */
static const char *
find_colon(struct ballot_rules *rules, const struct node *item)
{
	const char *colon = colon_of(item);

	return colon == NULL || is_choice(rules, item->text) ||
		is_choice(rules, arena_until(rules->arena, item->text, colon))
	    ? NULL
	    : colon;
}

void
ballot_part_voters(struct ballot_rules *rules, struct node *list)
{
	const char *colon;
	bool named = false;

	for (struct node *item = list->first; item != NULL && !named;
	     item = item->next) {
		colon = find_colon(rules, item);
		named = colon != NULL && is_choice(rules, colon + 1);
	}
	for (struct node *item = list->first; item != NULL && named;
	     item = item->next) {
		colon = find_colon(rules, item);
		if (colon == NULL)
			continue;
		item->key = uni_until(rules->arena, item->text, colon);
		item->key_pos = item->pos;
		item->text = uni_line(rules->arena, colon + 1);
		item->paired = true; /* a key of a ballot would be misplaced */
	}
}
