/*
 * stakeholder-map: see who weighs on a project, and who is to be met first
 *
 * Influence by interest: after Aubrey Mendelow (Proceedings of ICIS, 1981), as
 * in Johnson and Scholes, Exploring Corporate Strategy, 1993.
 */
#include "base/arena.h"
#include "base/buf.h"
#include "method/method.h"
#include "report/chart.h"
#include "sheet/gather.h"
#include "sheet/refer.h"

enum { HIGH = 3, HIGHEST = 5 }; /* of influence and of interest */
enum { FIELDS = 4 };

struct stakeholder {
	struct bind_text name, type, expectation, gift, action, who, due, state;
	struct bind_number influence, interest;
	struct bind_choice position;

	size_t named; /* the place of its type among the names, from 1; or 0 */
};

struct support {
	struct bind_text text, holder;
};

struct map {
	struct bind_list people;   /* struct stakeholder */
	struct bind_list supports; /* struct support */
	struct bind_list types;    /* BIND_NAMES */
	struct method_choices type;
	size_t placed, in[FIELDS]; /* how many have a place, by field */
};

static const enum term positions[] = { T_STAKE_BACKER, T_STAKE_FOR,
	T_STAKE_NEUTRAL, T_STAKE_RESERVED, T_STAKE_AGAINST, T_NONE };
enum { POSITIONS = sizeof(positions) / sizeof(positions[0]) - 1 };

static const enum term types[] = { T_STAKE_ELECTED, T_STAKE_DIRECTOR,
	T_STAKE_AGENT, T_STAKE_RESIDENT, T_STAKE_ASSOCIATION, T_STAKE_FIRM,
	T_STAKE_STATE, T_NONE };
enum { TYPES = sizeof(types) / sizeof(types[0]) - 1 };

static const struct bind_row stakeholder_rows[] = {
	ROW(BIND_TEXT, stakeholder, name, .key = T_STAKEHOLDER,
	    .flags = BIND_MAIN | BIND_REQUIRED | BIND_UNIQUE | BIND_WHO),
	ROW(BIND_TEXT, stakeholder, type, .key = T_STAKE_TYPE),
	ROW(BIND_NUMBER, stakeholder, influence, .key = T_STAKE_INFLUENCE,
	    .flags = BIND_ALIKE, .lowest = 0, .highest = HIGHEST),
	ROW(BIND_NUMBER, stakeholder, interest, .key = T_STAKE_INTEREST,
	    .flags = BIND_ALIKE, .lowest = 0, .highest = HIGHEST),
	ROW(BIND_CHOICE, stakeholder, position, .key = T_STAKE_POSITION,
	    .choices = positions),
	ROW(BIND_TEXT, stakeholder, expectation, .key = T_STAKE_EXPECTATION),
	ROW(BIND_TEXT, stakeholder, gift, .key = T_STAKE_GIFT),
	ROW(BIND_TEXT, stakeholder, action, .key = T_ACTION),
	ROW(BIND_TEXT, stakeholder, who, .key = T_OWNER, .flags = BIND_WHO),
	ROW(BIND_TEXT, stakeholder, due, .key = T_DUE, .flags = BIND_WHEN),
	ROW(BIND_TEXT, stakeholder, state, .key = T_STATE),
	{ BIND_END },
};

static const struct bind_row support_rows[] = {
	ROW(BIND_TEXT, support, text, .key = T_STAKE_SUPPORT,
	    .flags = BIND_MAIN | BIND_REQUIRED),
	ROW(BIND_TEXT, support, holder, .key = T_OWNER, .flags = BIND_WHO,
	    .lacks = M_STAKE_NOBODY),
	{ BIND_END },
};

static const struct bind_row rows[] = {
	ROW_ITEMS(map, people, stakeholder, .key = T_STAKEHOLDERS,
	    .flags = BIND_REQUIRED | BIND_WANTED,
	    .example = T_EXAMPLE_STAKEHOLDERS, .sheet = T_SHEET_STAKEHOLDERS),
	ROW_ITEMS(map, supports, support, .key = T_STAKE_SUPPORTS,
	    .example = T_EXAMPLE_SUPPORTS, .sheet = T_SHEET_SUPPORTS),
	ROW(BIND_NAMES, map, types, .key = T_STAKE_TYPES, .flags = BIND_SETTING,
	    .example = T_EXAMPLE_STAKE_TYPES),
	{ BIND_END },
};

static const struct bind_tool tool = { T_STAKEHOLDER_MAP, T_SUMMARY_STAKE,
	rows };

/* By influence, then by interest. */
static const enum term fields[FIELDS] = { T_STAKE_MONITOR, T_STAKE_INFORM,
	T_STAKE_SATISFY, T_STAKE_MANAGE };

static bool
is_high(const struct bind_number *number)
{
	return number->thousandths >= 1000 * HIGH;
}

/* Where somebody stands on the map; FIELDS: nowhere. */
static size_t
field_of(const struct stakeholder *one)
{
	if (!one->influence.given || !one->interest.given)
		return FIELDS;
	return 2 * is_high(&one->influence) + is_high(&one->interest);
}

/* The place of somebody's position; POSITIONS: none. */
static size_t
position_of(const struct stakeholder *one)
{
	size_t i = 0;

	while (i < POSITIONS && one->position.term != positions[i])
		i++;
	return i;
}

/* Types take the name that the list gives them. */
static void
read_people(struct method *method, struct map *map)
{
	method_choices(method, T_STAKE_TYPES, &map->types, types, TYPES,
	    &map->type);
	BIND_EACH(struct stakeholder, one, &map->people) {
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
	size_t i;

	BIND_EACH(const struct stakeholder, one, &map->people) {
		met[one->named] = true;
		any = any || one->named > 0;
	}
	for (i = 0; i < map->type.count; i++)
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
	if (one->influence.given && is_high(&one->influence) && *lacks != '\0')
		method_find(method, one->name.pos, M_STAKE_LACKS,
		    method_plain(method, one->name.text),
		    method_number(method, one->influence.thousandths), lacks);
}

static void
find(struct method *method, const struct map *map)
{
	struct refer people =
	    REFER_TO(method->bind, T_STAKEHOLDERS, &map->people, stakeholder);
	size_t i;

	BIND_EACH(const struct stakeholder, one, &map->people)
		find_of(method, one);
	for (i = 0; i < FIELDS; i++)
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

/* A field and who stands in it, as they were given. */
static const char *
names_in(struct method *method, const struct map *map, size_t field)
{
	const char *text = arena_format(method->arena, "**%s**",
	    method_word(method, fields[field]));
	enum term mark = T_COLON;

	BIND_EACH(const struct stakeholder, one, &map->people)
		if (field_of(one) == field && *one->name.text != '\0') {
			text = arena_format(method->arena, "%s%s%s", text,
			    method_word(method, mark), one->name.text);
			mark = T_SEMICOLON;
		}
	return text;
}

static void
render_map(struct method *method, const struct map *map)
{
	static const enum term heads[] = { T_STAKE_INFLUENCE, T_STAKE_LOW,
		T_STAKE_HIGH };
	static const enum term levels[] = { T_STAKE_WEAK, T_STAKE_STRONG };
	struct grid grid =
	    grid_new(method->report, method->arena, method->lang, heads, 3, 2);
	const char **cell = grid.cells;
	size_t i;

	if (map->placed == 0)
		return;
	report_section(method->report, T_STAKE_MAP);
	for (i = 2; i-- > 0;) {
		*cell++ = method_word(method, levels[i]);
		*cell++ = names_in(method, map, 2 * i);
		*cell++ = names_in(method, map, 2 * i + 1);
	}
	grid_write(&grid, 7);
}

/* How many take a position, and the sum of their influence. */
struct weight {
	struct bind_text name;
	struct bind_number count, influence;
};

static const struct bind_row weight_rows[] = {
	ROW(BIND_TEXT, weight, name, .key = T_STAKE_POSITION,
	    .flags = BIND_REQUIRED),
	ROW(BIND_NUMBER, weight, count, .key = T_HOW_MANY),
	ROW(BIND_NUMBER, weight, influence, .key = T_STAKE_INFLUENCE),
	{ BIND_END },
};

static void
render_weights(struct method *method, const struct map *map)
{
	struct weight all[POSITIONS + 1] = { 0 }, *weight;
	struct bind_list weights = { .count = 0 };
	size_t i;

	BIND_EACH(const struct stakeholder, one, &map->people) {
		weight = &all[position_of(one)];
		weight->count = method_figure(weight->count.thousandths + 1000);
		weight->influence = method_figure(
		    weight->influence.thousandths + one->influence.thousandths);
	}
	for (i = 0; i < POSITIONS; i++) {
		all[i].name.text = method_word(method, positions[i]);
		if (all[i].count.given)
			bind_put(method->bind, &weights, &all[i],
			    sizeof(*weight));
	}
	method_table(method, T_STAKE_WEIGHTS, weight_rows, sizeof(*weight),
	    &weights);
	if (weights.count == 0)
		return;
	report_pair(method->report, T_STAKE_FOR_ALL,
	    method_number(method,
		all[0].influence.thousandths + all[1].influence.thousandths));
	report_pair(method->report, T_STAKE_AGAINST_ALL,
	    method_number(method,
		all[3].influence.thousandths + all[4].influence.thousandths));
}

/* How many of each type take each position. */
static void
render_types(struct method *method, const struct map *map)
{
	static const enum term heads[] = { T_STAKE_TYPE, T_HOW_MANY,
		T_STAKE_BACKER, T_STAKE_FOR, T_STAKE_NEUTRAL, T_STAKE_RESERVED,
		T_STAKE_AGAINST };
	enum { COLUMNS = sizeof(heads) / sizeof(heads[0]) };
	struct line {
		const char *type;
		int64_t all, of[POSITIONS + 1];
	} * line;
	struct gather met = gather_new(method->bind, sizeof(*line));
	struct grid grid;
	const char **cell;
	size_t i;

	BIND_EACH(const struct stakeholder, one, &map->people) {
		if (*one->type.text == '\0')
			continue;
		line = gather_enter(&met, one->type.text, NULL);
		line->type = one->type.text;
		line->all++;
		line->of[position_of(one)]++;
	}
	if (met.list.count == 0)
		return;
	grid = grid_new(method->report, method->arena, method->lang, heads,
	    COLUMNS, met.list.count);
	grid.numbers = ~UINT64_C(1);
	cell = grid.cells;
	report_section(method->report, T_STAKE_BY_TYPE);
	BIND_EACH(const struct line, type, &met.list) {
		*cell++ = type->type;
		*cell++ = method_integer(method, type->all);
		for (i = 0; i < POSITIONS; i++, cell++)
			if (type->of[i] > 0)
				*cell = method_integer(method, type->of[i]);
	}
	grid_write(&grid, 3);
}

static void
render_chart(struct method *method, const struct map *map)
{
	/* counted from the upper right one, against the clock */
	static const size_t quadrants[FIELDS] = { 3, 2, 0, 1 };
	struct buf out = BUF_INIT;
	size_t i;

	chart_axes(&out, method_word(method, T_STAKE_INTEREST),
	    method_word(method, T_STAKE_INFLUENCE));
	for (i = 0; i < FIELDS; i++)
		buf_format(&out, "    quadrant-%zu \"%s\"\n", i + 1,
		    method_word(method, fields[quadrants[i]]));
	BIND_EACH(const struct stakeholder, one, &map->people)
		if (field_of(one) < FIELDS)
			chart_point(&out, method_plain(method, one->name.text),
			    fraction_of(one->interest.thousandths,
				1000 * HIGHEST),
			    fraction_of(one->influence.thousandths,
				1000 * HIGHEST));
	chart_write(method->report, &out, map->placed > 0);
}

static void
render(struct method *method, const struct map *map)
{
	struct bind_list actions;

	render_map(method, map);
	render_weights(method, map);
	render_types(method, map);
	method_section(method, T_STAKEHOLDERS);
	method_section(method, T_STAKE_SUPPORTS);
	if (method->chart)
		render_chart(method, map);
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
	read_people(&method, &map);
	if (method_ready(&method)) {
		find(&method, &map);
		render(&method, &map);
	}
	return method_close(&method, false);
}
