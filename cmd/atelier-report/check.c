/*
 * check: what the reader of a sheet should look at.
 */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "text/uni.h"
#include "value/date.h"
#include "value/span.h"
#include "workshop.h"

struct check {
	struct arena *arena;
	struct notes *findings;
	const struct options *options;
	enum lang lang;
};

static void
check_placeholder(const struct check *check, enum term section,
    const char *text, struct pos pos)
{
	if (placeholder_is(text))
		note_add(check->findings, pos, M_REPORT_PLACEHOLDER,
		    term_name(section, check->lang),
		    md_plain(check->arena, text));
}

static void
check_notes(const struct check *check, enum term section, const char *title,
    const struct bind_list *notes)
{
	const struct note_item *note = notes->at;
	size_t i;

	for (i = 0; i < notes->count; i++) {
		if (placeholder_is(note[i].text.text))
			note_add(check->findings, note[i].text.pos,
			    M_REPORT_PLACEHOLDER,
			    *title ? title : term_name(section, check->lang),
			    md_plain(check->arena, note[i].text.text));
		check_notes(check, section, title, &note[i].below);
	}
}

static void
check_columns(const struct check *check, enum term section,
    const struct bind_list *columns)
{
	const struct column *column = columns->at;
	size_t i;

	for (i = 0; i < columns->count; i++)
		check_notes(check, section,
		    column[i].term ? term_name(column[i].term, check->lang)
				   : md_plain(check->arena, column[i].title),
		    &column[i].notes);
}

/* Steps that begin before one that began earlier has ended. */
static void
check_overlaps(const struct check *check, const struct sheet *sheet)
{
	const struct step *step = sheet->agenda.at, *one, *two;
	struct span *spans =
	    arena_array(check->arena, sheet->agenda.count, sizeof(*spans));
	size_t count = 0, i;

	for (i = 0; i < sheet->agenda.count; i++)
		if (step[i].begins >= 0)
			spans[count++] = (struct span){ step[i].begins,
				step[i].end, &step[i] };
	span_overlaps(spans, count, NULL);
	for (i = 0; i < count; i++) {
		if (spans[i].before == NULL)
			continue;
		one = spans[i].before;
		two = spans[i].of;
		note_add(check->findings, two->time.pos, M_REPORT_OVERLAP,
		    md_plain(check->arena, one->title.text),
		    clock_text(check->arena, one->end, check->lang),
		    md_plain(check->arena, two->title.text));
	}
}

/* Steps that say no outcome; breaks need none. */
static void
check_outcomes(const struct check *check, const struct sheet *sheet)
{
	const struct step *step = sheet->agenda.at;
	struct pos pos = { NULL, 0, 0 };
	struct buf steps = BUF_INIT;
	bool some = false;
	size_t i;

	for (i = 0; i < sheet->agenda.count; i++) {
		some = some || *step[i].outcome.text != '\0';
		if (*step[i].outcome.text != '\0' ||
		    term_lists_start(T_REPORT_BREAKS,
			md_plain(check->arena, step[i].title.text)))
			continue;
		if (steps.length == 0)
			pos = step[i].title.given ? step[i].title.pos
						  : step[i].time.pos;
		buf_format(&steps, "%s%s",
		    steps.length > 0 ? term_name(T_SEMICOLON, check->lang) : "",
		    md_plain(check->arena,
			*step[i].title.text ? step[i].title.text
					    : step[i].time.text));
	}
	/* where no step has one, the agenda did not set out to tell them */
	if (steps.length > 0 && some)
		note_add(check->findings, pos, M_REPORT_NO_OUTCOME,
		    arena_copy(check->arena, steps.at, steps.length));
	buf_free(&steps);
}

static void
check_decisions(const struct check *check, const struct sheet *sheet)
{
	const struct decision *decision = sheet->decisions.at;
	const struct bind_text *said;
	size_t i;

	for (i = 0; i < sheet->decisions.count; i++) {
		said = *decision[i].label.text ? &decision[i].label
		    : *decision[i].by.text     ? &decision[i].by
					       : &decision[i].review;
		if (*decision[i].text.text == '\0')
			note_add(check->findings, said->pos,
			    M_REPORT_NO_DECISION_OF,
			    md_plain(check->arena, said->text));
		check_placeholder(check, T_DECISIONS, decision[i].text.text,
		    decision[i].text.pos);
	}
	if (sheet->aim == T_AIM_DECIDE && sheet->decisions.count == 0)
		note_add(check->findings, sheet->aim_text.pos,
		    M_REPORT_UNDECIDED);
}

static void
check_actions(const struct check *check, const struct sheet *sheet)
{
	const struct action *action = sheet->actions.at;
	size_t i;

	for (i = 0; i < sheet->actions.count; i++)
		check_placeholder(check, T_ACTIONS, action[i].what.text,
		    action[i].what.pos);
	action_check(check->arena, check->lang, &sheet->actions,
	    &check->options->today, check->findings);
}

static void
check_ideas(const struct check *check, const struct sheet *sheet)
{
	const struct idea *idea = sheet->ideas.at;
	const char *text;
	size_t i;

	for (i = 0; i < sheet->ideas.count; i++) {
		text = md_plain(check->arena, idea[i].text.text);
		if (idea[i].kept == KEPT_UNSAID)
			note_add(check->findings, idea[i].text.pos,
			    M_REPORT_NO_VERDICT, text);
		if (idea[i].kept == KEPT_NO &&
		    (*idea[i].why.text == '\0' ||
			placeholder_is(idea[i].why.text)))
			note_add(check->findings, idea[i].text.pos,
			    M_REPORT_NO_REASON, text);
	}
}

static void
check_principles(const struct check *check, const struct sheet *sheet)
{
	const struct principle *principle = sheet->principles.at;
	size_t i;

	for (i = 0; i < sheet->principles.count; i++) {
		check_placeholder(check, T_PRINCIPLES, principle[i].text.text,
		    principle[i].text.pos);
		check_placeholder(check, T_DRIFT, principle[i].drift.text,
		    principle[i].drift.pos);
	}
}

void
sheet_check(struct bind *bind, struct sheet *sheet,
    const struct options *options)
{
	const struct check check = { bind->doc->arena, &sheet->findings,
		options, bind->doc->lang };
	struct pos pos = sheet->powerful.given ? sheet->powerful.pos
	    : sheet->burning.given             ? sheet->burning.pos
	    : bind->title.given                ? bind->title.pos
					       : bind->doc->parts[0].root->pos;

	if (sheet_is_bare(sheet) && sheet->links.count == 0)
		note_add(&sheet->findings, pos, M_REPORT_BARE);
	check_placeholder(&check, T_THEME, sheet->theme.text, sheet->theme.pos);
	check_placeholder(&check, T_WORKSHOP_BURNING, sheet->burning.text,
	    sheet->burning.pos);
	check_placeholder(&check, T_POWERFUL, sheet->powerful.text,
	    sheet->powerful.pos);
	check_overlaps(&check, sheet);
	check_outcomes(&check, sheet);
	check_columns(&check, T_HARVEST, &sheet->harvest);
	check_principles(&check, sheet);
	check_columns(&check, T_PROJECT, &sheet->project);
	check_notes(&check, T_KEY_POINTS, "", &sheet->points);
	check_notes(&check, T_QUOTES, "", &sheet->quotes);
	check_decisions(&check, sheet);
	check_actions(&check, sheet);
	check_ideas(&check, sheet);
	check_notes(&check, T_LINKS, "", &sheet->links);
}
