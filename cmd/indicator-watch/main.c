/*
 * indicator-watch: watch indicators: their last values, trends and targets
 */
#include <string.h>

#include "value/marks.h"
#include "value/number.h"
#include "value/period.h"
#include "watch.h"

enum { YEAR = 365, SHOWN = 12 /* values in the bars */ };

#define TEXT(term_, member, flags_)                                            \
	ROW(indicator, member, .key = (term_), .flags = (flags_))

static bool
is_period(const char *key)
{
	struct date first, last;

	return date_read_period(key, &first, &last);
}

/* The length of the key in "Cible 2026", a target by a period; 0 for others. */
size_t
watch_target_length(const char *key)
{
	const char *space = strrchr(key, ' ');
	char name[32] = "";

	if (space == NULL || (size_t)(space - key) >= sizeof(name) ||
	    !is_period(space + 1))
		return 0;
	memcpy(name, key, (size_t)(space - key));
	return term_is(name, T_WATCH_TARGET) ? (size_t)(space - key) : 0;
}

/* A pair of a value, by its period, or of a target. */
static bool
is_value(const struct node *pair)
{
	return is_period(pair->key) || watch_target_length(pair->key) > 0;
}

static const struct bind_row indicator_rows[] = {
	TEXT(T_WATCH_NAME, name, BIND_MAIN | BIND_REQUIRED),
	TEXT(T_TEXT, name, 0),
	TEXT(T_TITLE, name, 0),
	ROW(indicator, theme, .key = T_THEME, .flags = BIND_ALIKE | BIND_UNDER,
	    .tallied = T_BY_THEME, .tally_head = T_THEME,
	    .tally_none = T_NO_THEME),
	ROW(indicator, territory, .key = T_WATCH_TERRITORY,
	    .tallied = T_BY_TERRITORY, .tally_head = T_WATCH_TERRITORY,
	    .tally_none = T_NO_TERRITORY),
	TEXT(T_WATCH_SERVICE, service, 0),
	TEXT(T_STATE, state, 0),
	TEXT(T_WATCH_UNIT, unit, BIND_WANTED),
	ROW(indicator, nodes, .key = T_WATCH_VALUES),
	TEXT(T_DATE, date, 0),
	TEXT(T_WATCH_PERIOD, date, 0),
	ROW_AS(BIND_OTHERS, indicator, others, .claim = is_value),
	TEXT(T_WATCH_TARGET, target_text, 0),
	TEXT(T_WATCH_SOURCE, source, BIND_WANTED),
	{ BIND_END },
};

/* A table of indicators: under the title, or under a theme that is a heading,
 * where its columns have values too. */
static bool
watch_claims(const struct node *section)
{
	static const enum term name = T_WATCH_NAME, values = T_WATCH_VALUES;
	const struct node *row = section->first;
	bool named = false, valued = section->level == 0;

	if (row == NULL || row->table == 0)
		return false;
	NODE_EACH(const struct node, cell, row) {
		named = named || term_is(cell->key, name);
		valued = valued || is_period(cell->key) ||
		    term_is(cell->key, values);
	}
	return named && valued;
}

static const struct bind_row rows[] = {
	ROW_ITEMS(watch, indicators, indicator, .key = T_WATCH_INDICATORS,
	    .flags = BIND_MAIN | BIND_REQUIRED, .claim = watch_claims,
	    .example = T_EXAMPLE_WATCH, .sheet = T_SHEET_WATCH),
	{ BIND_END },
};

static const struct bind_tool tool = { T_WATCH, T_SUMMARY_WATCH, rows };

/* As a report prints them. */
static const struct bind_row taken_columns[] = {
	ROW(indicator, name, .key = T_WATCH_NAME, .flags = BIND_MAIN),
	ROW(indicator, theme, .key = T_THEME),
	ROW(indicator, territory, .key = T_WATCH_TERRITORY),
	ROW(indicator, service, .key = T_WATCH_SERVICE),
	ROW(indicator, state, .key = T_STATE),
	ROW(indicator, unit, .key = T_WATCH_UNIT),
	ROW(indicator, date, .key = T_DATE),
	ROW(indicator, values, .key = T_WATCH_VALUES),
	ROW(indicator, target, .key = T_WATCH_TARGET),
	ROW(indicator, source, .key = T_WATCH_SOURCE),
	{ BIND_END },
};

/* Where an indicator stands. */
struct standing {
	struct bind_text name, date, change, trend, bars, way;
	struct bind_text last, left; /* with signs and units */
	struct bind_number target;
};

static const struct bind_row standing_columns[] = {
	ROW(standing, name, .key = T_WATCH_NAME, .flags = BIND_MAIN),
	ROW(standing, last, .key = T_WATCH_LAST),
	ROW(standing, date, .key = T_DATE),
	ROW(standing, change, .key = T_WATCH_CHANGE),
	ROW(standing, trend, .key = T_WATCH_TREND),
	ROW(standing, bars, .key = T_WATCH_BARS),
	ROW(standing, target, .key = T_WATCH_TARGET),
	ROW(standing, left, .key = T_WATCH_LEFT),
	ROW(standing, way, .key = T_WATCH_WAY),
	{ BIND_END },
};

/* The last value of an indicator that has any. */
static const struct reading *
last_of(const struct indicator *indicator)
{
	const struct reading *reading = indicator->readings.at;

	return &reading[indicator->readings.count - 1];
}

/* Whether the last value lies beyond the target, seen from the first one. */
static bool
is_past_target(const struct indicator *indicator)
{
	const struct reading *reading = indicator->readings.at;
	int64_t target = indicator->target.thousandths;

	if (!indicator->target.given || indicator->readings.count == 0)
		return false;
	return reading->thousandths < target
	    ? last_of(indicator)->thousandths > target
	    : reading->thousandths > target &&
		last_of(indicator)->thousandths < target;
}

static void
find(struct method *method, const struct indicator *one)
{
	const struct reading *last;
	long age;

	if (one->readings.count == 0) {
		method_find_of(method, &one->name, M_LACKS,
		    method_word(method, T_WATCH_VALUES));
		return;
	}
	last = last_of(one);
	age = date_day(method->today.date) - date_day(last->last);
	if (last->name != NULL && *last->name == '\0')
		method_find_of(method, &one->name, M_LACKS,
		    method_word(method, T_DATE));
	else if (method->today.given && age > method->within)
		method_find_of(method, &one->name, M_WATCH_STALE,
		    period_text(method, last), method_integer(method, age),
		    method_integer(method, method->within));
	if (is_past_target(one))
		method_find_of(method, &one->name, M_WATCH_PAST,
		    method_number(method, last->thousandths),
		    method_number(method, one->target.thousandths));
}

/* A difference, with its sign. */
static const char *
difference(const struct method *method, int64_t thousandths)
{
	return number_text(method->arena, thousandths, 0, thousandths != 0,
	    method->lang);
}

static const char *
bars_of(const struct method *method, const struct indicator *indicator)
{
	const struct reading *reading = indicator->readings.at;
	size_t count = indicator->readings.count, i;
	size_t from = count > SHOWN ? count - SHOWN : 0;
	int64_t numbers[SHOWN];

	for (i = from; i < count; i++)
		numbers[i - from] = reading[i].thousandths;
	return marks_bars(method->arena, numbers, count - from);
}

/* How much of the way from the first value to the target is done. */
static const char *
way_of(const struct method *method, const struct indicator *indicator)
{
	const struct reading *reading = indicator->readings.at;
	int64_t way = indicator->target.thousandths - reading->thousandths;
	const char *share;

	if (indicator->readings.count < 2 || way == 0)
		return NULL;
	share = method_share(method,
	    last_of(indicator)->thousandths - reading->thousandths, way);
	return *share == '-'
	    ? arena_format(method->arena, "\u2212%s", share + 1)
	    : share;
}

static struct standing
standing_of(const struct method *method, const struct indicator *indicator)
{
	const struct reading *last;
	struct standing standing = { .name = indicator->name,
		.target = indicator->target };

	if (indicator->readings.count == 0)
		return standing;
	last = last_of(indicator);
	standing.last.text = arena_format(method->arena, "%s%s%s",
	    method_number(method, last->thousandths),
	    *indicator->unit.text != '\0' ? " " : "", indicator->unit.text);
	standing.date.text = period_text(method, last);
	if (indicator->target.given) {
		standing.left.text = difference(method,
		    indicator->target.thousandths - last->thousandths);
		standing.way.text = way_of(method, indicator);
	}
	if (indicator->readings.count < 2)
		return standing;
	standing.change.text =
	    difference(method, last->thousandths - last[-1].thousandths);
	standing.trend.text = method_word(method, trend_of(indicator));
	standing.bars.text = bars_of(method, indicator);
	return standing;
}

/* The indicators of a theme. */
static void
render_theme(struct method *method, const struct watch *watch,
    const char *theme)
{
	struct bind_list list = { .count = 0 };
	struct standing standing;

	BIND_EACH(const struct indicator, one, &watch->indicators) {
		if (strcmp(one->theme.text, theme) != 0)
			continue;
		standing = standing_of(method, one);
		bind_add(method->bind, &list, standing);
	}
	method_list(method, standing_columns, sizeof(standing), &list);
}

/* Where they stand, in the order in which themes were met. */
static void
render_standing(struct method *method, const struct watch *watch)
{
	const char *theme;
	struct dict themes = { .arena = method->arena };

	BIND_EACH(const struct indicator, one, &watch->indicators)
		dict_enter(&themes, one->theme.text);
	for (size_t i = 0; i < themes.count; i++) {
		theme = themes.entries[i].key;
		if (i == 0)
			report_section(method->report, T_WATCH_STANDING);
		if (*theme != '\0')
			report_part(method->report, theme);
		else if (themes.count > 1)
			report_part(method->report,
			    method_word(method, T_NO_THEME));
		render_theme(method, watch, theme);
	}
}

static void
render(struct method *method, const struct watch *watch)
{
	render_standing(method, watch);
	report_section(method->report, T_WATCH_INDICATORS);
	method_list(method, taken_columns, sizeof(struct indicator),
	    &watch->indicators);
	method_tallies(method, T_WATCH_INDICATORS);
}

int
main(int argc, char **argv)
{
	struct method method = { .within = YEAR };
	struct watch watch = { 0 };
	const struct opt opts[] = { OPT_TODAY(&method.today),
		OPT_WITHIN(&method.within), OPT_ROWS_END };

	method_open(&method, argc, argv, &tool, opts, &watch);
	unite_rows(&method, &watch.indicators);
	BIND_EACH(struct indicator, indicator, &watch.indicators)
		series_read(&method, indicator);
	if (method_ready(&method)) {
		BIND_EACH(const struct indicator, indicator, &watch.indicators)
			find(&method, indicator);
		render(&method, &watch);
	}
	return method_close(&method, false);
}
