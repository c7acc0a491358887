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

struct stakeholder {
	struct bind_text name, type, expectation, gift, action, who, due, state;
	struct bind_number influence, interest;
	struct bind_choice position;
};

struct support {
	struct bind_text text, holder;
};

struct map {
	struct bind_list people;   /* struct stakeholder */
	struct bind_list supports; /* struct support */
	struct bind_list types;    /* BIND_NAMES */
	struct method_choices type;
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

/* The four fields, by influence and then interest. */
static const enum term fields[2][2] = { { T_STAKE_MONITOR, T_STAKE_INFORM },
	{ T_STAKE_SATISFY, T_STAKE_MANAGE } };

static bool
is_high(const struct bind_number *number)
{
	return number->thousandths >= 1000 * HIGH;
}

/* Whether somebody has a place on the map. */
static bool
is_placed(const struct stakeholder *one)
{
	return one->influence.given && one->interest.given;
}

/* Types take the name that the list gives them. */
static void
read_types(struct method *method, struct map *map)
{
	method_choices(method, T_STAKE_TYPES, &map->types, types, TYPES,
	    &map->type);
	BIND_EACH(struct stakeholder, one, &map->people)
		method_choose(method, &map->type, &one->type,
		    map->types.given ? &method->bind->doc->findings : NULL);
}

/* The types of the list that nobody stands for, where the sheet goes by it. */
static void
find_types(struct method *method, const struct map *map)
{
	const struct stakeholder *one = map->people.at;
	const char *missing = "";
	size_t i, j, met = 0;

	for (i = 0; i < map->type.count; i++) {
		for (j = 0; j < map->people.count; j++)
			if (method_place(&map->type,
				method_plain(method, one[j].type.text)) ==
			    i + 1)
				break;
		if (j < map->people.count)
			met++;
		else
			missing = method_listed(method, missing,
			    map->type.at[i].plain);
	}
	if (*missing != '\0' && (met > 0 || map->types.given))
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
	const struct stakeholder *one = map->people.at;
	const struct support *support = map->supports.at;
	struct refer people =
	    REFER_TO(method->bind, T_STAKEHOLDERS, &map->people, stakeholder);
	size_t count[2][2] = { { 0 } }, placed = 0, i;
	const struct stakeholder *last = NULL;
	bool ambiguous;

	for (i = 0; i < map->people.count; i++) {
		find_of(method, &one[i]);
		if (!is_placed(&one[i]))
			continue;
		last = &one[i];
		placed++;
		count[is_high(&last->influence)][is_high(&last->interest)]++;
	}
	if (placed > 2 &&
	    count[is_high(&last->influence)][is_high(&last->interest)] ==
		placed)
		method_find(method, map->people.pos, M_STAKE_ONE_FIELD,
		    method_word(method,
			fields[is_high(&last->influence)]
			      [is_high(&last->interest)]));
	find_types(method, map);
	for (i = 0; i < map->supports.count; i++)
		if (*support[i].holder.text != '\0' &&
		    refer_look(&people, support[i].holder.text, &ambiguous) ==
			NULL)
			method_find(method, support[i].holder.pos,
			    M_STAKE_NOT_THERE,
			    method_plain(method, support[i].text.text),
			    method_plain(method, support[i].holder.text));
}

/* Who stands in a field, as they were given. */
static const char *
names_in(struct method *method, const struct map *map, bool influence,
    bool interest)
{
	const struct stakeholder *one = map->people.at;
	const char *names = "";
	size_t i;

	for (i = 0; i < map->people.count; i++)
		if (is_placed(&one[i]) &&
		    is_high(&one[i].influence) == influence &&
		    is_high(&one[i].interest) == interest)
			names = *names == '\0'
			    ? one[i].name.text
			    : arena_format(method->arena, "%s%s%s", names,
				  method_word(method, T_SEMICOLON),
				  one[i].name.text);
	return arena_format(method->arena, "**%s**%s%s",
	    method_word(method, fields[influence][interest]),
	    *names == '\0' ? "" : method_word(method, T_COLON), names);
}

static void
render_map(struct method *method, const struct map *map)
{
	static const enum term heads[] = { T_STAKE_INFLUENCE, T_STAKE_LOW,
		T_STAKE_HIGH };
	struct grid grid =
	    grid_new(method->report, method->arena, method->lang, heads, 3, 2);
	const char **cell = grid.cells;
	const struct stakeholder *one = map->people.at;
	int influence, interest;
	size_t i = 0;

	while (i < map->people.count && !is_placed(&one[i]))
		i++;
	if (i == map->people.count)
		return;
	report_section(method->report, T_STAKE_MAP);
	for (influence = 1; influence >= 0; influence--) {
		*cell++ = method_word(method,
		    influence ? T_STAKE_STRONG : T_STAKE_WEAK);
		for (interest = 0; interest < 2; interest++)
			*cell++ = names_in(method, map, influence, interest);
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
	const struct stakeholder *one = map->people.at;
	struct bind_list weights = { .count = 0 };
	int64_t sums[POSITIONS] = { 0 }, sum;
	struct weight *weight;
	size_t i, j, count;

	for (i = 0; i < POSITIONS; i++) {
		for (count = 0, sum = 0, j = 0; j < map->people.count; j++)
			if (one[j].position.term == positions[i]) {
				count++;
				sum += one[j].influence.thousandths;
			}
		if (count == 0)
			continue;
		sums[i] = sum;
		weight = bind_append(method->bind, &weights, sizeof(*weight));
		*weight = (struct weight){
			{ .text = method_word(method, positions[i]) },
			method_figure(1000 * (int64_t)count), method_figure(sum)
		};
	}
	method_table(method, T_STAKE_WEIGHTS, weight_rows, sizeof(*weight),
	    &weights);
	if (weights.count == 0)
		return;
	report_pair(method->report, T_STAKE_FOR_ALL,
	    method_number(method, sums[0] + sums[1]));
	report_pair(method->report, T_STAKE_AGAINST_ALL,
	    method_number(method, sums[3] + sums[4]));
}

/* How many of each type take each position. */
static void
render_types(struct method *method, const struct map *map)
{
	static const enum term heads[] = { T_STAKE_TYPE, T_HOW_MANY,
		T_STAKE_BACKER, T_STAKE_FOR, T_STAKE_NEUTRAL, T_STAKE_RESERVED,
		T_STAKE_AGAINST };
	enum { COLUMNS = sizeof(heads) / sizeof(heads[0]) };
	const struct stakeholder *one = map->people.at;
	struct gather met = gather_new(method->bind, sizeof(size_t[COLUMNS]));
	struct grid grid;
	size_t i, j, *counts;

	for (i = 0; i < map->people.count; i++) {
		if (*one[i].type.text == '\0')
			continue;
		counts = gather_enter(&met, one[i].type.text, NULL);
		counts[0] = i;
		counts[1]++;
		for (j = 0; j < POSITIONS; j++)
			counts[2 + j] += one[i].position.term == positions[j];
	}
	if (met.list.count == 0)
		return;
	grid = grid_new(method->report, method->arena, method->lang, heads,
	    COLUMNS, met.list.count);
	grid.numbers = ~UINT64_C(1);
	report_section(method->report, T_STAKE_BY_TYPE);
	for (i = 0; i < met.list.count; i++) {
		counts = (size_t *)met.list.at + i * COLUMNS;
		grid.cells[i * COLUMNS] = one[counts[0]].type.text;
		for (j = 1; j < COLUMNS; j++)
			if (counts[j] > 0)
				grid.cells[i * COLUMNS + j] =
				    method_integer(method, (int64_t)counts[j]);
	}
	grid_write(&grid, 3);
}

static void
render_chart(struct method *method, const struct map *map)
{
	const struct stakeholder *one = map->people.at;
	struct buf out = BUF_INIT;
	size_t placed = 0, i;

	chart_axes(&out, method_word(method, T_STAKE_INTEREST),
	    method_word(method, T_STAKE_INFLUENCE));
	/* counted from the upper right one, against the clock */
	for (i = 0; i < 4; i++)
		buf_format(&out, "    quadrant-%zu \"%s\"\n", i + 1,
		    method_word(method, fields[i < 2][i == 0 || i == 3]));
	for (i = 0; i < map->people.count; i++) {
		if (!is_placed(&one[i]))
			continue;
		placed++;
		chart_point(&out, method_plain(method, one[i].name.text),
		    fraction_of(one[i].interest.thousandths, 1000 * HIGHEST),
		    fraction_of(one[i].influence.thousandths, 1000 * HIGHEST));
	}
	if (placed > 0) {
		report_section(method->report, T_CHART);
		report_code(method->report, "mermaid", out.at);
	}
	buf_free(&out);
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
	read_types(&method, &map);
	if (method_ready(&method)) {
		find(&method, &map);
		render(&method, &map);
	}
	return method_close(&method, false);
}
