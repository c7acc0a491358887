/*
 * typed: how the place of a stakeholder is typed: in figures, in words, or by
 * the name of a field of the map that it stands under.
 */
#include <string.h>

#include "sheet/gather.h"
#include "stakeholders.h"
#include "text/uni.h"

const enum term positions[POSITIONS + 1] = { T_STAKE_BACKER, T_STAKE_FOR,
	T_STAKE_NEUTRAL, T_STAKE_RESERVED, T_STAKE_AGAINST, T_NONE };

/* By influence, then by interest. */
const enum term fields[FIELDS] = { T_STAKE_MONITOR, T_STAKE_INFORM,
	T_STAKE_SATISFY, T_STAKE_MANAGE };

bool
level_is_high(const struct bind_number *number)
{
	return number->word != T_NONE ? number->word == T_STAKE_WORD_HIGH
				      : number->thousandths >= 1000 * HIGH;
}

bool
level_is_medium(const struct bind_number *number)
{
	return number->word == T_STAKE_WORD_MEDIUM;
}

size_t
field_of(const struct stakeholder *one)
{
	if (!one->influence.given || !one->interest.given ||
	    level_is_medium(&one->influence) || level_is_medium(&one->interest))
		return FIELDS;
	return 2 * level_is_high(&one->influence) +
	    level_is_high(&one->interest);
}

/* What stands behind the name of somebody of whom no figure is told: a position behind a dash,
 * or behind a colon what they expect. */
static void
part_name(struct method *method, struct stakeholder *one)
{
	const char *text = one->name.text, *mark, *rest;
	struct bind_more *more = (struct bind_more *)one->name.more;
	enum term position;
	size_t length;

	if (bind_is_typed((void *)&one->influence) ||
	    bind_is_typed((void *)&one->interest))
		return;
	mark = uni_first_among(text, &length, " – ", " — ", " - ");
	if (mark != NULL && !bind_is_typed((void *)&one->position)) {
		rest = mark + length;
		position = term_find(rest, positions, POSITIONS, NULL);
		if (position == T_NONE)
			return;
		one->position = (struct bind_choice){ .pos = one->name.pos,
			.given = true,
			.typed = rest,
			.term = position };
	} else {
		mark = strchr(text, ':');
		if (mark == NULL || mark == text || mark[1] != ' ' ||
		    *one->expectation.text != '\0')
			return;
		one->expectation = one->name;
		one->expectation.more = NULL;
		one->expectation.text =
		    md_text(method->arena, uni_skip_blanks(mark + 1));
	}
	one->name.text =
	    md_text(method->arena, uni_until(method->arena, text, mark));
	one->name.more = more;
}

/* Whether two levels can be one: a word and a number that is on its side, too. */
static bool
is_level(const struct bind_number *one, const struct bind_number *other)
{
	if (!one->given || !other->given)
		return *one->typed == '\0' || *other->typed == '\0';
	if ((one->word == T_NONE) == (other->word == T_NONE))
		return one->word == other->word &&
		    one->thousandths == other->thousandths;
	return !level_is_medium(one) && !level_is_medium(other) &&
	    level_is_high(one) == level_is_high(other);
}

static bool
is_text(const struct bind_text *one, const struct bind_text *other)
{
	return *one->text == '\0' || *other->text == '\0' ||
	    term_same(one->text, other->text);
}

static void
fill_text(struct bind_text *into, const struct bind_text *from)
{
	if (*into->text == '\0')
		*into = *from;
}

/* What an item carries, behind what another one does. */
static void
join_more(struct method *method, struct bind_text *into,
    const struct bind_text *from)
{
	struct bind_more *more = arena_alloc(method->arena, sizeof(*more));
	const struct bind_more *both[] = { into->more, from->more };

	for (size_t i = 0; i < 2; i++) {
		if (both[i] == NULL)
			continue;
		BIND_EACH(struct node *const, node, &both[i]->columns)
			bind_put(method->bind, &more->columns, node,
			    sizeof(*node));
		BIND_EACH(struct node *const, node, &both[i]->below)
			bind_put(method->bind, &more->below, node,
			    sizeof(*node));
	}
	if (from->more != NULL)
		into->more = more;
}

/* Whether a second place tells of somebody what the first does not, and nothing
 * else; then it is put there. */
static bool
unite(struct method *method, struct stakeholder *into,
    const struct stakeholder *from)
{
	struct bind_text *texts[] = { &into->type, &into->expectation,
		&into->gift, &into->action, &into->who, &into->due,
		&into->state };
	const struct bind_text *others[] = { &from->type, &from->expectation,
		&from->gift, &from->action, &from->who, &from->due,
		&from->state };
	const size_t count = sizeof(texts) / sizeof(*texts);

	for (size_t i = 0; i < count; i++)
		if (!is_text(texts[i], others[i]))
			return false;
	if (!is_level(&into->influence, &from->influence) ||
	    !is_level(&into->interest, &from->interest) ||
	    (into->position.given && from->position.given &&
		into->position.term != from->position.term))
		return false;
	for (size_t i = 0; i < count; i++)
		fill_text(texts[i], others[i]);
	if (!into->influence.given)
		into->influence = from->influence;
	if (!into->interest.given)
		into->interest = from->interest;
	if (!into->position.given)
		into->position = from->position;
	join_more(method, &into->name, &from->name);
	return true;
}

/* Has whom several tables tell of stand once, where they do not contradict each
 * other. */
static void
unite_all(struct method *method, struct bind_list *people)
{
	struct gather all =
	    gather_new(method->bind, sizeof(struct stakeholder));
	struct stakeholder *into;
	bool met;

	BIND_EACH(const struct stakeholder, one, people) {
		into = gather_enter(&all, one->name.text, &met);
		if (met && unite(method, into, one))
			continue;
		if (met)
			into = gather_enter(&all, "", NULL);
		*into = *one;
	}
	people->at = all.list.at;
	people->count = all.list.count;
}

void
stakeholders_join(struct method *method, struct map *map)
{
	struct bind_number level;

	BIND_EACH(struct stakeholder, one, &map->people)
		part_name(method, one);
	for (size_t i = FIELDS; i-- > 0; map->under[i].count = 0)
		BIND_EACH(struct stakeholder, one, &map->under[i]) {
			part_name(method, one);
			level = (struct bind_number){ .pos = one->name.pos,
				.given = true,
				.typed = "",
				.word = i / 2 ? T_STAKE_WORD_HIGH
					      : T_STAKE_WORD_LOW };
			if (!bind_is_typed((void *)&one->influence))
				one->influence = level;
			level.word =
			    i % 2 ? T_STAKE_WORD_HIGH : T_STAKE_WORD_LOW;
			if (!bind_is_typed((void *)&one->interest))
				one->interest = level;
			bind_add(method->bind, &map->people, *one);
		}
	unite_all(method, &map->people);
}
