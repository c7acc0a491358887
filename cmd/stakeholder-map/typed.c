/*
 * typed: how the place of a stakeholder is typed: in figures, in words, or by
 * the name of a field of the map that it stands under.
 */
#include <string.h>

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
}
