/*
 * path: how far it is from what is to what is wanted, and step by step.
 */
#include <string.h>

#include "base/arena.h"
#include "source/md.h"
#include "text/uni.h"
#include "value/number.h"
#include "value/period.h"
#include "vision.h"

static const struct bind_row gap_rows[] = {
	ROW(BIND_TEXT, gap, dimension, .key = T_DIMENSION,
	    .flags = BIND_LABEL | BIND_PERSON),
	ROW(BIND_TEXT, gap, today, .key = T_REALITY),
	ROW(BIND_TEXT, gap, tomorrow, .key = T_VISION, .flags = BIND_MAIN),
	ROW(BIND_TEXT, gap, gap, .key = T_GAP),
	ROW(BIND_TEXT, gap, horizon, .key = T_HORIZON, .flags = BIND_WHEN),
	ROW(BIND_NUMBER, gap, steps, .key = T_STEPS),
	{ BIND_END },
};

static const struct bind_row path_rows[] = {
	ROW(BIND_DATE, step, day, .order = 1),
	ROW(BIND_TEXT, step, when, .key = T_ACTION_WHEN, .flags = BIND_WHEN),
	ROW(BIND_TEXT, step, dimension, .key = T_DIMENSION,
	    .flags = BIND_LABEL | BIND_PERSON),
	ROW(BIND_TEXT, step, what, .key = T_ACTION_WHAT, .flags = BIND_MAIN),
	ROW(BIND_TEXT, step, manner, .key = T_MANNER),
	{ BIND_END },
};

struct gap *
path_gap(struct gather *gaps, const struct bind_text *dimension, struct pos pos)
{
	bool met;
	struct gap *gap = gather_enter(gaps, dimension->text, &met);

	if (!met)
		*gap = (struct gap){ .dimension = *dimension, .pos = pos };
	return gap;
}

struct gather
path_gaps(struct method *method, const struct sheet *sheet)
{
	const struct reality *reality = sheet->reality.at;
	const struct vision *vision = sheet->visions.at;
	const struct step *step = sheet->steps.at;
	struct gather gaps = gather_new(method->bind, sizeof(struct gap));
	struct gap *gap;
	size_t i;

	gaps.nameless = true;
	for (i = 0; i < sheet->reality.count; i++) {
		gap =
		    path_gap(&gaps, &reality[i].dimension, reality[i].fact.pos);
		if (gap->reality == NULL ||
		    (*gap->reality->value.text == '\0' &&
			*reality[i].value.text != '\0'))
			gap->reality = &reality[i];
	}
	for (i = 0; i < sheet->visions.count; i++) {
		gap = path_gap(&gaps, &vision[i].dimension, vision[i].text.pos);
		if (gap->vision == NULL ||
		    (*gap->vision->value.text == '\0' &&
			*vision[i].value.text != '\0'))
			gap->vision = &vision[i];
	}
	for (i = 0; i < sheet->steps.count; i++)
		path_gap(&gaps, &step[i].dimension, step[i].what.pos)
		    ->step_count++;
	return gaps;
}

/* A value that is a number and its unit. */
static bool
read_value(struct method *method, const char *text, int64_t *thousandths,
    const char **unit)
{
	return number_read_front(method_plain(method, text), thousandths, unit);
}

const char *
path_difference(struct method *method, const struct gap *gap)
{
	const char *from, *to, *one, *two;
	int64_t a, b;

	if (gap->reality == NULL || gap->vision == NULL)
		return NULL;
	from = gap->reality->value.text;
	to = gap->vision->value.text;
	if (*from == '\0' || *to == '\0')
		return NULL;
	if (!read_value(method, from, &a, &one) ||
	    !read_value(method, to, &b, &two))
		return "";
	if (*two == '\0')
		two = one;
	if (*one != '\0' && !term_same(one, two))
		return "";
	two = strcmp(two, "%") == 0 ? method_word(method, T_POINTS)
				    : md_words(method->arena, two);
	return arena_format(method->arena, "%s%s%s",
	    number_text(method->arena, b - a, 0, true, method->lang),
	    *two != '\0' ? " " : "", two);
}

/* An end of a gap: a value where both have one, else what there is. */
static struct bind_text
end_of(bool values, const struct bind_text *value, const struct bind_text *text)
{
	return values || *text->text == '\0' ? *value : *text;
}

static void
render_gaps(struct method *method, const struct sheet *sheet)
{
	struct gather gaps = path_gaps(method, sheet);
	struct gap *gap = gaps.list.at;
	size_t i;

	if (gaps.list.count == 0)
		return;
	report_section(method->report, T_TENSION);
	for (i = 0; i < gaps.list.count; i++) {
		const char *difference = path_difference(method, &gap[i]);
		bool values = difference != NULL;

		gap[i].steps = method_figure(1000 * (int64_t)gap[i].step_count);
		if (gap[i].reality != NULL)
			gap[i].today = end_of(values, &gap[i].reality->value,
			    &gap[i].reality->fact);
		if (gap[i].vision != NULL) {
			gap[i].tomorrow = end_of(values, &gap[i].vision->value,
			    &gap[i].vision->text);
			gap[i].horizon = gap[i].vision->horizon;
		}
		if (values)
			gap[i].gap.text = difference;
	}
	method_list(method, gap_rows, sizeof(*gap), &gaps.list);
}

bool
path_days(struct method *method, const struct bind_text *text, long *first,
    long *last)
{
	const char *folded =
	    uni_fold(method->arena, method_plain(method, text->text));
	struct date from, to;
	size_t end;

	folded += term_front(T_VISION_BY, folded);
	end = term_front(T_VISION_END_OF, folded);
	if (!date_read_period(folded + end, &from, &to))
		return false;
	*first = date_day(end > 0 ? to : from);
	*last = date_day(to);
	return true;
}

/* The steps in order of time, those without a day last. */
static struct bind_list
path_of(struct method *method, const struct sheet *sheet)
{
	struct step *step = sheet->steps.at;
	long first, last;
	size_t i;

	for (i = 0; i < sheet->steps.count; i++) {
		step[i].day.given =
		    path_days(method, &step[i].when, &first, &last);
		if (step[i].day.given)
			step[i].day.date = date_of_day(first);
	}
	return method_ordered(method, path_rows, sizeof(*step), &sheet->steps);
}

struct bind_list
path_actions(struct method *method, const struct bind_list *steps)
{
	struct bind_list actions;
	struct action *action;
	size_t i;

	actions = method_actions_of(method, T_ACTION_WHAT, path_step_rows,
	    sizeof(struct step), steps);
	action = actions.at;
	for (i = 0; i < actions.count; i++)
		action_judge(&action[i], &method->today);
	return actions;
}

/* What is to be done next, by whom and when. */
static void
render_first(struct method *method, const struct bind_list *actions)
{
	const struct action *action = actions->at;
	const char *text, *when;
	size_t i;

	for (i = 0; i < actions->count && action[i].done; i++)
		continue;
	if (i == actions->count)
		return;
	text = action[i].what.text;
	when = action_when(method->arena, method->lang, action[i].when.text);
	if (*action[i].who.text != '\0')
		text = arena_format(method->arena, "%s — %s", text,
		    action[i].who.text);
	if (*when != '\0')
		text = arena_format(method->arena, "%s, %s", text, when);
	report_pair(method->report, T_FIRST_STEP, text);
}

void
path_render(struct method *method, const struct sheet *sheet)
{
	struct bind_list path = path_of(method, sheet);
	struct bind_list actions = path_actions(method, &path);

	render_gaps(method, sheet);
	if (path.count == 0)
		return;
	report_section(method->report, T_PATH);
	method_list(method, path_rows, sizeof(struct step), &path);
	render_first(method, &actions);
	method_actions(method, &actions);
}
