/*
 * path: how far it is from what is to what is wanted, and step by step.
 */
#include <string.h>

#include "sheet/gather.h"
#include "text/uni.h"
#include "value/number.h"
#include "value/period.h"
#include "vision.h"

/* A dimension: the reality and the vision that its gap is between. */
struct gap {
	struct bind_text dimension, today, tomorrow, gap, horizon;
	struct bind_number steps;
	const struct reality *reality;
	const struct vision *vision;
	const struct step *before; /* while steps are looked at */
	struct pos pos;            /* where it is met first */
};

static const struct bind_row gap_rows[] = {
	ROW(gap, dimension, .key = T_DIMENSION,
	    .flags = BIND_LABEL | BIND_PERSON),
	ROW(gap, today, .key = T_REALITY),
	ROW(gap, tomorrow, .key = T_VISION, .flags = BIND_MAIN),
	ROW(gap, gap, .key = T_GAP),
	ROW(gap, horizon, .key = T_HORIZON, .flags = BIND_WHEN),
	ROW(gap, steps, .key = T_STEPS),
	{ BIND_END },
};

static const struct bind_row path_rows[] = {
	ROW(step, day, .order = 1),
	ROW(step, action.when, .key = T_ACTION_WHEN, .flags = BIND_WHEN),
	ROW(step, dimension, .key = T_DIMENSION,
	    .flags = BIND_LABEL | BIND_PERSON),
	ROW(step, action.what, .key = T_ACTION_WHAT, .flags = BIND_MAIN),
	ROW(step, manner, .key = T_MANNER),
	{ BIND_END },
};

static struct gap *
gap_of(struct gather *gaps, const struct bind_text *dimension, struct pos pos)
{
	bool met;
	struct gap *gap = gather_enter(gaps, dimension->text, &met);

	if (!met) {
		gap->dimension = method_bare(dimension);
		gap->steps = method_count(0);
		gap->pos = pos;
	}
	return gap;
}

/* Whether both ends of a gap have a value. */
static bool
has_values(const struct gap *gap)
{
	return gap->reality != NULL && gap->vision != NULL &&
	    *gap->reality->value.text != '\0' &&
	    *gap->vision->value.text != '\0';
}

/* What is between two values, NULL where they are no numbers of one unit. */
static const char *
difference_of(struct method *method, const char *from, const char *to)
{
	const char *one, *two;
	int64_t a, b;

	if (!number_read_front(method_plain(method, from), &a, &one) ||
	    !number_read_front(method_plain(method, to), &b, &two))
		return NULL;
	if (*two == '\0')
		two = one;
	if (*one != '\0' && !term_same(one, two))
		return NULL;
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
	return method_bare(values || *text->text == '\0' ? value : text);
}

static void
compute_gap(struct method *method, struct gap *gap)
{
	bool values = has_values(gap);

	if (gap->reality != NULL)
		gap->today =
		    end_of(values, &gap->reality->value, &gap->reality->fact);
	if (gap->vision != NULL) {
		gap->tomorrow =
		    end_of(values, &gap->vision->value, &gap->vision->text);
		gap->horizon = method_bare(&gap->vision->horizon);
	}
	if (values)
		gap->gap.text = difference_of(method, gap->reality->value.text,
		    gap->vision->value.text);
}

/* The dimensions in the order they are met, each once: what has a value stands
 * for what has none. */
static struct gather
gaps_of(struct method *method, const struct sheet *sheet)
{
	struct gather gaps = gather_new(method->bind, sizeof(struct gap));
	struct gap *gap;

	gaps.nameless = true;
	BIND_EACH(const struct reality, one, &sheet->reality) {
		gap = gap_of(&gaps, &one->dimension, one->fact.pos);
		if (gap->reality == NULL ||
		    (*gap->reality->value.text == '\0' &&
			*one->value.text != '\0'))
			gap->reality = one;
	}
	BIND_EACH(const struct vision, one, &sheet->visions) {
		gap = gap_of(&gaps, &one->dimension, one->text.pos);
		if (gap->vision == NULL ||
		    (*gap->vision->value.text == '\0' &&
			*one->value.text != '\0'))
			gap->vision = one;
	}
	BIND_EACH(const struct step, step, &sheet->steps)
		gap_of(&gaps, &step->dimension, step->action.what.pos)
		    ->steps.thousandths += 1000;
	BIND_EACH(struct gap, each, &gaps.list)
		compute_gap(method, each);
	return gaps;
}

/* The words of a text that tell what lacks, or NULL. */
static const char *
lack_in(struct method *method, const char *text)
{
	size_t n;
	const char *found =
	    term_phrase(T_VISION_LACKS, uni_fold(method->arena, text), &n);

	return found != NULL ? arena_copy(method->arena, found, n) : NULL;
}

/* What a dimension lacks; a step, where steps tell theirs. */
static void
find_gap(struct method *method, const struct gap *gap, bool stepped)
{
	const char *name = gap->dimension.text;

	if (*name == '\0')
		name = gap->vision != NULL && *gap->vision->text.text != '\0'
		    ? method_plain(method, gap->vision->text.text)
		    : method_word(method, T_DIMENSION);
	if (gap->reality == NULL)
		method_find(method, gap->pos, M_LACKS, name,
		    method_word(method, T_REALITY));
	if (gap->vision == NULL)
		method_find(method, gap->pos, M_LACKS, name,
		    method_word(method, T_VISION));
	if (stepped && gap->steps.thousandths == 0)
		method_find(method, gap->pos, M_VISION_NO_STEP, name);
	if (has_values(gap) && gap->gap.text == NULL)
		method_find(method, gap->vision->value.pos, M_VISION_NO_GAP,
		    name, method_plain(method, gap->reality->value.text),
		    method_plain(method, gap->vision->value.text));
}

static bool
days_of(struct method *method, const struct bind_text *text,
    struct period *period)
{
	return period_reading(method_plain(method, text->text), period) >
	    SURE_TWO &&
	    period->has_last;
}

static long
first_of(const struct period *period)
{
	return date_day(period->has_first ? period->first : period->last);
}

static const char *
when_of(struct method *method, const struct bind_text *when)
{
	return action_when(method->arena, method->lang,
	    method_plain(method, when->text));
}

/* A step against the horizon of its dimension, and the one given before it. */
static void
find_step(struct method *method, struct gap *gap, const struct step *step)
{
	const struct bind_text *when = &step->action.when, *then, *horizon;
	const char *what = method_plain(method, step->action.what.text);
	struct period own, other;

	if (!days_of(method, when, &own))
		return;
	then = gap->before != NULL ? &gap->before->action.when : NULL;
	if (then != NULL && days_of(method, then, &other) &&
	    date_day(own.last) < first_of(&other))
		method_find(method, when->pos, M_VISION_ORDER, what,
		    when_of(method, when),
		    method_plain(method, gap->before->action.what.text),
		    when_of(method, then));
	horizon = gap->vision != NULL ? &gap->vision->horizon : NULL;
	if (horizon != NULL && days_of(method, horizon, &other) &&
	    first_of(&own) > date_day(other.last))
		method_find(method, when->pos, M_VISION_LATE, what,
		    when_of(method, when), when_of(method, horizon));
	gap->before = step;
}

/* The steps in order of time, those without a day last. */
static struct bind_list
path_of(struct method *method, const struct sheet *sheet)
{
	struct period days;

	BIND_EACH(struct step, step, &sheet->steps) {
		step->day.given = days_of(method, &step->action.when, &days);
		if (step->day.given)
			step->day.date = date_of_day(first_of(&days));
	}
	return method_ordered(method, path_rows, sizeof(struct step),
	    &sheet->steps);
}

static struct bind_list
actions_of(struct method *method, const struct bind_list *steps)
{
	return method_actions_of(method, T_ACTION_WHAT, path_step_rows,
	    sizeof(struct step), steps);
}

static void
find(struct method *method, const struct sheet *sheet, struct gather *gaps)
{
	struct bind_list actions = actions_of(method, &sheet->steps);
	struct period days;
	const char *word;
	bool stepped = sheet->steps.count == 0;

	BIND_EACH(const struct step, step, &sheet->steps)
		stepped = stepped || *step->dimension.text != '\0';
	BIND_EACH(const struct reality, one, &sheet->reality) {
		word = lack_in(method, method_plain(method, one->fact.text));
		if (word != NULL)
			method_find_of(method, &one->fact, M_VISION_LACK, word);
	}
	BIND_EACH(const struct vision, one, &sheet->visions)
		if (*one->horizon.text != '\0' &&
		    !days_of(method, &one->horizon, &days))
			method_find_of(method, &one->horizon, M_VISION_NO_DATE);
	BIND_EACH(const struct gap, gap, &gaps->list)
		if (*gap->dimension.text != '\0' || gaps->list.count == 1)
			find_gap(method, gap, stepped);
	BIND_EACH(const struct step, step, &sheet->steps)
		find_step(method,
		    gap_of(gaps, &step->dimension, step->action.what.pos),
		    step);
	action_check(method->arena, method->lang, &actions, &method->today,
	    &method->findings);
}

/* What is to be done next, by whom and when. */
static void
render_first(struct method *method, const struct bind_list *actions)
{
	const char *text;

	BIND_EACH(struct action, action, actions) {
		action_judge(action, &method->today);
		if (action->done)
			continue;
		text = action->what.text;
		if (*action->who.text != '\0')
			text = arena_format(method->arena, "%s — %s", text,
			    action->who.text);
		if (*action->when.text != '\0')
			text = arena_format(method->arena, "%s, %s", text,
			    action_when(method->arena, method->lang,
				action->when.text));
		report_pair(method->report, T_FIRST_STEP, text);
		return;
	}
}

void
path_render(struct method *method, const struct sheet *sheet)
{
	struct gather gaps = gaps_of(method, sheet);
	struct bind_list path = path_of(method, sheet);
	struct bind_list actions = actions_of(method, &path);

	find(method, sheet, &gaps);
	method_table(method, T_TENSION, gap_rows, sizeof(struct gap),
	    &gaps.list);
	method_table(method, T_PATH, path_rows, sizeof(struct step), &path);
	render_first(method, &actions);
	method_actions(method, &actions);
}
