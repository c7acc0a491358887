/*
 * stakeholder-map: see who weighs on a project, and who is to be met first
 *
 * Influence by interest: after Aubrey Mendelow (Proceedings of ICIS, 1981), as
 * in Johnson and Scholes, Exploring Corporate Strategy, 1993.
 */
#include <string.h>

#include "sheet/refer.h"
#include "stakeholders.h"

static const enum term types[] = { T_STAKE_ELECTED, T_STAKE_DIRECTOR,
	T_STAKE_AGENT, T_STAKE_RESIDENT, T_STAKE_ASSOCIATION, T_STAKE_FIRM,
	T_STAKE_STATE, T_NONE };
enum { TYPES = sizeof(types) / sizeof(types[0]) - 1 };

static const enum term words[] = { T_STAKE_WORD_HIGH, T_STAKE_WORD_MEDIUM,
	T_STAKE_WORD_LOW, T_NONE };

static const struct bind_row stakeholder_rows[] = {
	ROW(stakeholder, name, .key = T_STAKEHOLDER,
	    .flags = BIND_MAIN | BIND_REQUIRED | BIND_UNIQUE | BIND_WHO),
	ROW(stakeholder, type, .key = T_STAKE_TYPE),
	ROW(stakeholder, influence, .key = T_STAKE_INFLUENCE,
	    .flags = BIND_ALIKE, .choices = words, .lowest = 0,
	    .highest = HIGHEST),
	ROW(stakeholder, interest, .key = T_STAKE_INTEREST, .flags = BIND_ALIKE,
	    .choices = words, .lowest = 0, .highest = HIGHEST),
	ROW(stakeholder, position, .key = T_STAKE_POSITION,
	    .choices = positions),
	ROW(stakeholder, expectation, .key = T_STAKE_EXPECTATION),
	ROW(stakeholder, gift, .key = T_STAKE_GIFT),
	ROW(stakeholder, action, .key = T_ACTION),
	ROW(stakeholder, action, .key = T_STAKE_STRATEGY),
	ROW(stakeholder, who, .key = T_OWNER, .flags = BIND_WHO),
	ROW(stakeholder, due, .key = T_DUE, .flags = BIND_WHEN),
	ROW(stakeholder, state, .key = T_STATE),
	{ BIND_END },
};

static const struct bind_row support_rows[] = {
	ROW(support, text, .key = T_STAKE_SUPPORT,
	    .flags = BIND_MAIN | BIND_REQUIRED),
	ROW(support, holder, .key = T_OWNER, .flags = BIND_WHO,
	    .lacks = M_STAKE_NOBODY),
	{ BIND_END },
};

static const struct bind_row rows[] = {
	ROW_ITEMS(map, people, stakeholder, .key = T_STAKEHOLDERS,
	    .flags = BIND_REQUIRED | BIND_WANTED, .instead = T_STAKE_MANAGE,
	    .example = T_EXAMPLE_STAKEHOLDERS, .sheet = T_SHEET_STAKEHOLDERS),
	ROW_ITEMS(map, under[3], stakeholder, .key = T_STAKE_MANAGE),
	ROW_ITEMS(map, under[2], stakeholder, .key = T_STAKE_SATISFY),
	ROW_ITEMS(map, under[1], stakeholder, .key = T_STAKE_INFORM),
	ROW_ITEMS(map, under[0], stakeholder, .key = T_STAKE_MONITOR),
	ROW_ITEMS(map, supports, support, .key = T_STAKE_SUPPORTS,
	    .example = T_EXAMPLE_SUPPORTS, .sheet = T_SHEET_SUPPORTS),
	ROW_AS(BIND_NAMES, map, types, .key = T_STAKE_TYPES,
	    .flags = BIND_SETTING, .example = T_EXAMPLE_STAKE_TYPES),
	{ BIND_END },
};

static const struct bind_tool tool = { T_STAKEHOLDER_MAP, T_SUMMARY_STAKE,
	rows };

/* A dash is a sign among signs, "++ + - --", and else no position. */
static void
read_dashes(struct map *map)
{
	bool signs = false;

	BIND_EACH(const struct stakeholder, one, &map->people)
		signs = signs || *one->position.typed == '+' ||
		    strstr(one->position.typed, "--") != NULL;
	BIND_EACH(struct stakeholder, dashed, &map->people)
		if (!signs && dashed->position.term == T_STAKE_RESERVED &&
		    bind_is_none(dashed->position.typed))
			dashed->position = (struct bind_choice){ .typed = "" };
}

/* A level in two words, "very high", is printed as it was typed. */
static void
keep_words(struct bind_number *level)
{
	if (level->word != T_NONE && strchr(level->typed, ' ') != NULL)
		level->as_typed = true;
}

/* Types take the name that the list gives them. */
static void
read_people(struct method *method, struct map *map)
{
	method_choices(method, T_STAKE_TYPES, &map->types, types, TYPES,
	    &map->type);
	read_dashes(map);
	BIND_EACH(struct stakeholder, one, &map->people) {
		keep_words(&one->influence);
		keep_words(&one->interest);
		one->named = method_choose(method, &map->type, &one->type,
		    map->types.given ? &method->bind->doc->findings : NULL);
		if (field_of(one) == FIELDS)
			continue;
		map->placed++;
		map->in[field_of(one)]++;
	}
}

/* The types of the list that nobody stands for, where the sheet goes by it. */
static void
find_types(struct method *method, const struct map *map)
{
	bool met[METHOD_CHOICES + 1] = { false }, any = map->types.given;
	const char *missing = "";

	BIND_EACH(const struct stakeholder, one, &map->people) {
		met[one->named] = true;
		any = any || one->named > 0;
	}
	for (size_t i = 0; i < map->type.count; i++)
		if (!met[i + 1])
			missing = method_listed(method, missing,
			    map->type.at[i].plain);
	if (*missing != '\0' && any)
		method_find(method, map->people.pos, M_STAKE_NO_TYPE, missing);
}

static void
find_of(struct method *method, const struct stakeholder *one)
{
	const char *lacks = "";

	if (*one->expectation.text == '\0')
		lacks = method_word(method, T_STAKE_EXPECTATION);
	if (*one->action.text == '\0')
		lacks =
		    method_listed(method, lacks, method_word(method, T_ACTION));
	if (level_is_medium(&one->influence) || level_is_medium(&one->interest))
		method_find_of(method, &one->name, M_STAKE_MEDIUM);
	if (one->influence.given && level_is_high(&one->influence) &&
	    *lacks != '\0')
		method_find_of(method, &one->name, M_STAKE_LACKS,
		    one->influence.word != T_NONE
			? method_word(method, one->influence.word)
			: method_number(method, one->influence.thousandths),
		    lacks);
}

static void
find(struct method *method, const struct map *map)
{
	struct refer people =
	    REFER_TO(method->bind, T_STAKEHOLDERS, &map->people, stakeholder);

	BIND_EACH(const struct stakeholder, one, &map->people)
		find_of(method, one);
	method_gather(method, FEW, M_STAKE_MEDIUM, M_STAKE_MEDIUMS);
	method_gather(method, FEW, M_STAKE_LACKS, M_STAKE_LACKS_MANY);
	for (size_t i = 0; i < FIELDS; i++)
		if (map->placed > 2 && map->in[i] == map->placed)
			method_find(method, map->people.pos, M_STAKE_ONE_FIELD,
			    method_word(method, fields[i]));
	find_types(method, map);
	BIND_EACH(const struct support, support, &map->supports)
		if (*support->holder.text != '\0' &&
		    !refer_has(&people, support->holder.text))
			method_find(method, support->holder.pos,
			    M_STAKE_NOT_THERE,
			    method_plain(method, support->text.text),
			    method_plain(method, support->holder.text));
}

static void
render(struct method *method, const struct map *map)
{
	struct bind_list actions;

	map_render(method, map);
	map_render_weights(method, map);
	map_render_types(method, map);
	method_section(method, T_STAKEHOLDERS);
	method_section(method, T_STAKE_SUPPORTS);
	if (method->chart)
		map_render_chart(method, map);
	actions = method_actions_of(method, T_ACTION, stakeholder_rows,
	    sizeof(struct stakeholder), &map->people);
	method_actions(method, &actions);
	method_rules(method);
}

int
main(int argc, char **argv)
{
	struct method method = { 0 };
	struct map map = { .type = { .count = 0 } };
	const struct opt opts[] = { OPT_ANONYMOUS(&method.anonymous),
		OPT_CHART(&method.chart), OPT_TASKS(&method.tasks),
		OPT_TODAY(&method.today), OPT_ROWS_END };

	method_open(&method, argc, argv, &tool, opts, &map);
	stakeholders_join(&method, &map);
	read_people(&method, &map);
	if (method_ready(&method)) {
		find(&method, &map);
		render(&method, &map);
	}
	return method_close(&method, false);
}
