/*
 * drawn: what the map makes of those on it: the map itself, the positions and
 * the types, and the chart.
 */
#include "report/chart.h"
#include "sheet/gather.h"
#include "stakeholders.h"

/* The place of somebody's position; POSITIONS: none. */
static size_t
position_of(const struct stakeholder *one)
{
	size_t i = 0;

	while (i < POSITIONS && one->position.term != positions[i])
		i++;
	return i;
}

/* A field and who stands in it, as they were given. */
static const char *
names_in(struct method *method, const struct map *map, size_t field)
{
	struct buf text = BUF_INIT;
	enum term mark = T_COLON;

	buf_format(&text, "**%s**", method_word(method, fields[field]));
	BIND_EACH(const struct stakeholder, one, &map->people)
		if (field_of(one) == field && *one->name.text != '\0') {
			buf_string(&text, method_word(method, mark));
			buf_string(&text, one->name.text);
			mark = T_SEMICOLON;
		}
	return buf_take(&text, method->arena);
}

void
map_render(struct method *method, const struct map *map)
{
	static const enum term heads[] = { T_STAKE_INFLUENCE, T_STAKE_LOW,
		T_STAKE_HIGH };
	static const enum term levels[] = { T_STAKE_WEAK, T_STAKE_STRONG };
	struct grid grid = grid_new(method->report, heads, 3, 2);
	const char **cell = grid.cells;

	if (map->placed == 0)
		return;
	report_section(method->report, T_STAKE_MAP);
	for (size_t i = 2; i-- > 0;) {
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
	ROW(weight, name, .key = T_STAKE_POSITION, .flags = BIND_REQUIRED),
	ROW(weight, count, .key = T_HOW_MANY),
	ROW(weight, influence, .key = T_STAKE_INFLUENCE),
	{ BIND_END },
};

/* Whether the influence of some is told in words, which do not add up. */
static bool
in_words(const struct map *map)
{
	BIND_EACH(const struct stakeholder, one, &map->people)
		if (one->influence.word != T_NONE)
			return true;
	return false;
}

void
map_render_weights(struct method *method, const struct map *map)
{
	bool summed = !in_words(map);
	struct weight all[POSITIONS + 1] = { 0 }, *weight;
	struct bind_list weights = { .count = 0 };

	BIND_EACH(const struct stakeholder, one, &map->people) {
		weight = &all[position_of(one)];
		weight->count = method_figure(weight->count.thousandths + 1000);
		if (summed)
			weight->influence =
			    method_figure(weight->influence.thousandths +
				one->influence.thousandths);
	}
	for (size_t i = 0; i < POSITIONS; i++) {
		all[i].name.text = method_word(method, positions[i]);
		if (all[i].count.given)
			bind_add(method->bind, &weights, all[i]);
	}
	method_table(method, T_STAKE_WEIGHTS, weight_rows, sizeof(*weight),
	    &weights);
	if (weights.count == 0 || !summed)
		return;
	report_pair(method->report, T_STAKE_FOR_ALL,
	    method_number(method,
		all[0].influence.thousandths + all[1].influence.thousandths));
	report_pair(method->report, T_STAKE_AGAINST_ALL,
	    method_number(method,
		all[3].influence.thousandths + all[4].influence.thousandths));
}

/* How many of each type take each position. */
void
map_render_types(struct method *method, const struct map *map)
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
	grid = grid_new(method->report, heads, COLUMNS, met.list.count);
	grid.numbers = ~UINT64_C(1);
	cell = grid.cells;
	report_section(method->report, T_STAKE_BY_TYPE);
	BIND_EACH(const struct line, type, &met.list) {
		*cell++ = type->type;
		*cell++ = method_integer(method, type->all);
		for (size_t i = 0; i < POSITIONS; i++, cell++)
			if (type->of[i] > 0)
				*cell = method_integer(method, type->of[i]);
	}
	grid_write(&grid, 3);
}

void
map_render_chart(struct method *method, const struct map *map)
{
	/* counted from the upper right one, against the clock */
	static const size_t quadrants[FIELDS] = { 3, 2, 0, 1 };
	struct buf out = BUF_INIT;

	chart_axes(&out, method_word(method, T_STAKE_INTEREST),
	    method_word(method, T_STAKE_INFLUENCE));
	for (size_t i = 0; i < FIELDS; i++)
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
