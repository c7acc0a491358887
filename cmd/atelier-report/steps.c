/*
 * steps: the steps of a workshop and their times.
 */
#include "domain/agenda.h"
#include "text/uni.h"
#include "value/clock.h"
#include "value/span.h"
#include "workshop.h"

const struct bind_row step_rows[] = {
	ROW(step, time, .key = T_TIME, .flags = BIND_LABEL),
	ROW_AS(BIND_TIME, step, end, .key = T_END),
	ROW_AS(BIND_DURATION, step, duration, .key = T_DURATION),
	ROW(step, title, .key = T_STEP, .flags = BIND_MAIN),
	ROW(step, title, .key = T_TITLE),
	ROW(step, facilitator, .key = T_FACILITATOR, .flags = BIND_WHO),
	ROW(step, outcome, .key = T_OUTCOME),
	ROW(step, state, .key = T_STATE),
	{ BIND_END },
};

/* The times of a step, which begins where the one before it ends, or at -1, if
 * it does not say when. */
static void
read_times(struct method *method, struct step *step, int before)
{
	struct bind_minutes start = { .given = false };
	const struct agenda_slot slot = { &step->time, &start, &step->end,
		&step->duration, &step->title };

	agenda_read(method->bind, method->lang, slot);
	if (start.as_typed)
		step->time.text = start.typed;
	else if (start.given && start.typed != NULL)
		step->time.text =
		    clock_text(method->arena, start.minutes, method->lang);
	if (!start.given && before >= 0)
		agenda_put(&start, before);
	step->begins = start.given ? start.minutes : -1;
	agenda_complete(slot);
}

/* A step that begins with its time: "9h30 – 10h : tour de table". */
static void
part_time(struct method *method, struct step *step)
{
	const char *text = step->title.text, *rest = "", *title;
	struct clock clock;

	title = clock_title(text, &clock, &rest);
	if (*step->time.text != '\0' || *title == '\0')
		return;
	step->time = step->title;
	step->time.more = NULL;
	step->time.text = uni_line(method->arena,
	    arena_copy(method->arena, text, (size_t)(rest - text)));
	step->title.text = md_text(method->arena, title);
}

/* What says when it begins, and no more, goes on until the next step. */
static void
end_at(struct step *step, int next)
{
	if (step->begins < 0 || step->end.given || step->duration.given ||
	    *step->time.text == '\0' || next <= step->begins)
		return;
	agenda_put(&step->end, next);
	agenda_put(&step->duration, next - step->begins);
}

void
steps_read(struct method *method, struct bind_list *agenda)
{
	struct step *last = NULL;
	int before = -1;

	BIND_EACH(struct step, step, agenda) {
		part_time(method, step);
		read_times(method, step, before);
		if (last != NULL && *step->time.text != '\0')
			end_at(last, step->begins);
		before = step->end.given ? step->end.minutes : -1;
		last = step;
	}
}

/* Steps that begin before one that began earlier has ended. */
static void
find_overlaps(struct method *method, const struct bind_list *agenda)
{
	const struct step *one, *two;
	struct span *spans =
	    arena_array(method->arena, agenda->count, sizeof(*spans));
	size_t count = 0, i;

	BIND_EACH(const struct step, step, agenda)
		if (step->begins >= 0)
			spans[count++] = (struct span){ step->begins,
				step->end.given ? step->end.minutes : -1,
				step };
	span_overlaps(spans, count, NULL);
	for (i = 0; i < count; i++) {
		if (spans[i].before == NULL)
			continue;
		one = spans[i].before;
		two = spans[i].of;
		method_find(method, two->time.pos, M_REPORT_OVERLAP,
		    method_plain(method, one->title.text),
		    clock_text(method->arena, one->end.minutes, method->lang),
		    method_plain(method, two->title.text));
	}
}

/* Steps that say no outcome, where another one does; breaks need none. */
static void
find_outcomes(struct method *method, const struct bind_list *agenda)
{
	const struct bind_text *name, *first = NULL;
	const char *steps = "", *text;
	bool some = false;

	BIND_EACH(const struct step, step, agenda) {
		some = some || *step->outcome.text != '\0';
		name = *step->title.text ? &step->title : &step->time;
		text = method_plain(method, name->text);
		if (*step->outcome.text != '\0' ||
		    term_lists_start(T_REPORT_BREAKS, text))
			continue;
		steps = first == NULL
		    ? text
		    : arena_format(method->arena, "%s%s%s", steps,
			  method_word(method, T_SEMICOLON), text);
		first = first != NULL ? first : name;
	}
	if (first != NULL && some)
		method_find(method, first->pos, M_REPORT_NO_OUTCOME, steps);
}

void
steps_find(struct method *method, const struct bind_list *agenda)
{
	find_overlaps(method, agenda);
	find_outcomes(method, agenda);
}

int
steps_minutes(const struct bind_list *agenda)
{
	int total = 0;

	BIND_EACH(const struct step, step, agenda)
		total += step->duration.given ? step->duration.minutes : 0;
	return total;
}
