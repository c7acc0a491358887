/*
 * series: the values of an indicator, by their periods, and its target.
 */
#include <stdlib.h>
#include <string.h>

#include "text/uni.h"
#include "value/digits.h"
#include "value/number.h"
#include "value/threshold.h"
#include "value/unit.h"
#include "watch.h"

/* A value by its date, where values are a list. */
struct dated {
	struct bind_text date, value;
};

static const struct bind_row dated_rows[] = {
	ROW(dated, date, .key = T_DATE, .flags = BIND_REQUIRED),
	ROW(dated, value, .key = T_WATCH_VALUE, .flags = BIND_REQUIRED),
	{ BIND_END },
};

/*
 * Has a value that stands with a unit count in the indicator's, which is so many
 * times its base: 9 500 € is 9,5 k€.  False where it cannot.
 */
static bool
convert(struct reading *one, const char *unit, int64_t times)
{
	if (unit_differs(one->unit, unit) || one->thousandths % times != 0)
		return false;
	one->thousandths /= times;
	return true;
}

/* Leaves a value out, and keeps it as it was typed. */
static void
leave_out(struct method *method, struct reading *one, const char *unit)
{
	one->counts = false;
	if (one->typed == NULL)
		one->typed = arena_format(method->arena, "%s %s",
		    method_number(method, one->thousandths), one->unit);
	bind_finding(method->bind, one->pos, M_WATCH_OTHER_UNIT,
	    method_plain(method, one->typed), unit);
}

/* Leaves out the numbers alone, each of which may be that many times as much. */
static void
doubt_alone(struct method *method, const struct bind_list *readings,
    int64_t times)
{
	int64_t most = DIGITS_LIMIT / times;
	const char *text;

	BIND_EACH(struct reading, one, readings) {
		if (!one->counts || *one->unit != '\0')
			continue;
		one->counts = false;
		text = method_number(method, one->thousandths);
		bind_finding(method->bind, one->pos, M_TWO_READINGS, text, text,
		    llabs(one->thousandths) > most
			? text
			: method_number(method, one->thousandths * times));
	}
}

/*
 * The unit of the values: the indicator's, or else the last one of the smallest
 * that stand with a number.  A number alone is in the indicator's; where it has
 * none and others count in thousands, it may be in theirs or not.  Nothing is
 * computed from one unit to another: such a value is not counted.
 */
static const char *
find_unit(struct method *method, struct indicator *indicator,
    const struct bind_list *readings)
{
	const char *unit = "";
	bool alone = false, doubtful;
	int64_t times;

	BIND_EACH(const struct reading, one, readings) {
		alone |= one->counts && *one->unit == '\0';
		if (one->counts && *one->unit != '\0' &&
		    (*unit == '\0' ||
			unit_times(one->unit) <= unit_times(unit)))
			unit = one->unit;
	}
	doubtful =
	    alone && *indicator->unit.text == '\0' && unit_times(unit) > 1;
	times = unit_times(unit);
	if (*indicator->unit.text == '\0' && *unit != '\0' && !doubtful)
		indicator->unit = bind_text_at(md_words(method->arena, unit),
		    indicator->name.pos);
	if (doubtful)
		doubt_alone(method, readings, times);
	if (alone || *unit == '\0')
		unit = method_plain(method, indicator->unit.text);
	times = unit_times(method_plain(method, indicator->unit.text));
	BIND_EACH(struct reading, one, readings)
		if (one->counts && *one->unit != '\0' &&
		    !convert(one, unit, times))
			leave_out(method, one, unit);
	return unit;
}

/* A value with the sign of its money behind it: "£142" is 142 £. */
static const char *
sign_behind(struct arena *arena, const char *plain)
{
	size_t n = term_front(T_VALUE_MONEY_FRONT, uni_lower(arena, plain));

	return n == 0 ? plain
		      : arena_format(arena, "%s %.*s",
			    uni_skip_blanks(plain + n), (int)n, plain);
}

/* A number; one that cannot be read stays as typed and is not counted. */
static void
read_value(struct method *method, const char *value, struct reading *reading)
{
	const char *plain = sign_behind(method->arena,
	    md_plain(method->arena, uni_line(method->arena, value)));
	struct amount amount = { 0 };
	enum sure sure = number_reading(plain, method->bind->words, &amount);

	reading->thousandths = amount.value;
	reading->counts = reading_counts(sure, &amount);
	reading->unit = unit_of(plain);
	if (!reading->counts || unit_times(reading->unit) > 1 ||
	    (!amount.plain && plain[strlen(plain) - 1] != '%'))
		reading->typed =
		    bind_as_typed(method->bind, uni_line(method->arena, value));
	if (reading->typed != NULL && strpbrk(reading->typed, ":;") != NULL)
		bind_fault(method->bind, reading->pos, M_NOT_A_NUMBER, plain);
	else if (sure == SURE_ABOUT && reading->counts)
		bind_finding(method->bind, reading->pos, M_COUNTED_AS, plain,
		    method_number(method, amount.value));
	if (sure == SURE_TWO)
		bind_finding(method->bind, reading->pos, M_TWO_READINGS, plain,
		    method_number(method, amount.low),
		    method_number(method, amount.high));
	else if (!reading->counts && sure != SURE_EMPTY)
		bind_finding(method->bind, reading->pos, M_NOT_A_NUMBER, plain);
}

/* A text without what stands in parentheses at its end. */
static const char *
without_gloss(struct arena *arena, const char *text)
{
	const char *open = strrchr(text, '(');

	if (open == NULL || text[strlen(text) - 1] != ')')
		return text;
	return without_gloss(arena, uni_until(arena, text, open));
}

/* Has a target count in the indicator's unit, where it stands with one of its
 * own.  False where it cannot. */
static bool
convert_target(struct method *method, const struct indicator *indicator,
    const char *own, int64_t *thousandths)
{
	int64_t times = unit_times(method_plain(method, indicator->unit.text));

	if (*own == '\0' || term_lists_start(T_VALUE_LIMITS, own))
		return true;
	if (*thousandths % times != 0)
		return false;
	*thousandths /= times;
	return true;
}

/* What is wanted: a number, or what bounds it; perhaps by when. */
static void
read_target(struct method *method, struct indicator *indicator,
    const char *unit)
{
	const struct bind_text *text = &indicator->target_text;
	const char *whole =
	    sign_behind(method->arena, md_plain(method->arena, text->text));
	const char *plain = without_gloss(method->arena, whole);
	struct bind_number *target = &indicator->target;
	size_t length = strlen(plain);
	struct threshold wanted;
	enum sure sure = threshold_reading(plain, method->bind->words, &wanted);

	*target = (struct bind_number){ .pos = text->pos,
		.typed = bind_as_typed(method->bind, text->text) };
	target->thousandths = wanted.has_low ? wanted.low : wanted.high;
	if (sure >= SURE_ABOUT && wanted.has_low != wanted.has_high &&
	    !unit_differs(unit_of(plain), unit) &&
	    convert_target(method, indicator, unit_of(plain),
		&target->thousandths)) {
		target->given = true;
		target->as_typed = sure == SURE_EXACT || plain != whole ||
		    (plain[length - 1] != '%' &&
			(unit_times(unit_of(plain)) > 1 ||
			    !number_read(plain, &wanted.low)));
		return;
	}
	target->as_typed = true;
	if (sure >= SURE_ABOUT && wanted.has_low != wanted.has_high)
		bind_finding(method->bind, text->pos, M_WATCH_OTHER_UNIT, whole,
		    unit);
	else if (sure != SURE_EMPTY)
		bind_finding(method->bind, text->pos, M_NOT_A_NUMBER, whole);
}

static void
add_reading(struct method *method, struct indicator *indicator,
    const char *period, const char *value, struct pos pos)
{
	struct reading reading = { .pos = pos }, *slot;
	const char *plain =
	    md_plain(method->arena, md_text(method->arena, period));

	if (bind_is_none(uni_line(method->arena, value)))
		return;
	if (!period_put(plain, &reading)) {
		bind_fault(method->bind, pos, M_WATCH_NO_PERIOD, plain);
		return;
	}
	read_value(method, value, &reading);
	slot = bind_append(method->bind, &indicator->readings, sizeof(*slot));
	*slot = reading;
}

/* A value that is the only one, of which nothing tells the date. */
static bool
add_undated(struct method *method, struct indicator *indicator,
    const char *value, struct pos pos)
{
	struct reading reading = { .pos = pos, .name = "" };

	if (indicator->nodes.count != 1 || indicator->others.count > 0 ||
	    indicator->readings.count > 0 ||
	    strpbrk(value, "0123456789") == NULL)
		return false;
	read_value(method, value, &reading);
	bind_add(method->bind, &indicator->readings, reading);
	return true;
}

/* "2024 : 12 ; juin 2025 : 15"; or a value alone */
static void
read_line(struct method *method, struct indicator *indicator, const char *text,
    struct pos pos)
{
	struct arena *arena = method->arena;
	const char *part, *colon;
	size_t n;

	if (strpbrk(text, ":;") == NULL &&
	    add_undated(method, indicator, text, pos))
		return;
	for (; *text != '\0'; text += n + (text[n] != '\0')) {
		n = strcspn(text, ";");
		part = uni_until(arena, text, text + n);
		colon = strrchr(part, ':');
		if (colon != NULL)
			add_reading(method, indicator,
			    uni_until(arena, part, colon), colon + 1, pos);
		else if (*part != '\0')
			bind_fault(method->bind, pos, M_WATCH_NO_VALUE, part);
	}
}

static void
read_values(struct method *method, struct indicator *indicator,
    const struct node *values)
{
	struct dated dated;

	if (values->first == NULL)
		read_line(method, indicator, values->text, values->pos);
	NODE_EACH(const struct node, child, values) {
		dated = (struct dated){ { "", child->pos, false },
			{ "", child->pos, false } };
		if (*child->key != '\0')
			add_reading(method, indicator, child->key, child->text,
			    child->pos);
		else if (child->kind == NODE_TEXT)
			read_line(method, indicator, child->text, child->pos);
		else if (bind_item(method->bind, dated_rows, child, true,
			     &dated))
			add_reading(method, indicator, dated.date.text,
			    dated.value.text, child->pos);
	}
}

/* A value by its period, or the target for one: "Cible 2026". */
static void
read_pair(struct method *method, struct indicator *indicator,
    const struct node *pair)
{
	size_t n = watch_target_length(pair->key);

	if (n == 0)
		add_reading(method, indicator, pair->key, pair->text,
		    pair->pos);
	else if (*pair->text != '\0' && *indicator->target_text.text == '\0')
		indicator->target_text =
		    bind_text_at(arena_format(method->arena, "%s (%s)",
				     bind_text(method->bind, pair),
				     pair->key + n + 1),
			pair->pos);
}

static int
order_readings(const void *a, const void *b)
{
	const struct reading *one = a, *two = b;
	int order = -method_falling(date_day(one->last), date_day(two->last));

	return order != 0
	    ? order
	    : -method_falling(date_day(one->first), date_day(two->first));
}

/* Values by their dates, each date once; returns their unit. */
static const char *
sort_readings(struct method *method, struct indicator *indicator)
{
	struct bind_list all = indicator->readings;
	const struct reading *reading;
	const char *unit;
	struct buf out = BUF_INIT;

	method_sort(method, &all, sizeof(*reading), order_readings);
	reading = all.at;
	unit = find_unit(method, indicator, &all);
	indicator->readings = (struct bind_list){ .count = 0 };
	for (size_t i = 0; i < all.count; i++) {
		if (i > 0 &&
		    order_readings(&reading[i - 1], &reading[i]) == 0) {
			if (reading[i - 1].thousandths !=
				reading[i].thousandths ||
			    reading[i - 1].counts != reading[i].counts)
				bind_fault(method->bind, reading[i].pos,
				    M_WATCH_TWO_VALUES,
				    period_text(method, &reading[i]),
				    bind_place(method->bind,
					reading[i - 1].pos));
			continue;
		}
		buf_format(&out, "%s%s%s%s",
		    out.length > 0 ? method_word(method, T_SEMICOLON) : "",
		    period_text(method, &reading[i]),
		    reading[i].name == NULL || *reading[i].name != '\0'
			? method_word(method, T_COLON)
			: "",
		    reading[i].typed != NULL
			? reading[i].typed
			: method_number(method, reading[i].thousandths));
		if (reading[i].counts)
			bind_add(method->bind, &indicator->readings,
			    reading[i]);
	}
	indicator->values.text = buf_take(&out, method->arena);
	return unit;
}

void
series_read(struct method *method, struct indicator *indicator)
{
	const struct node *const *nodes = indicator->nodes.at;
	struct bind_text *name = &indicator->name;
	const char *unit;

	if (strncmp(name->text, "**", 2) == 0 &&
	    strstr(name->text + 2, "**") == name->text + strlen(name->text) - 2)
		name->text =
		    md_words(method->arena, method_plain(method, name->text));
	for (size_t i = 0; i < indicator->nodes.count; i++)
		read_values(method, indicator, nodes[i]);
	BIND_EACH(const struct node *const, pair, &indicator->others)
		read_pair(method, indicator, *pair);
	unit = sort_readings(method, indicator);
	if (!bind_is_none(indicator->target_text.text))
		read_target(method, indicator, unit);
}
