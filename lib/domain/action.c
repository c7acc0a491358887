#include "domain/action.h"

#include <string.h>

#include "domain/placeholder.h"
#include "report/carry.h"
#include "report/grid.h"
#include "source/line.h"
#include "text/uni.h"
#include "value/period.h"
#include "value/state.h"

const struct bind_row action_rows[] = {
	ROW(action, what, .key = T_ACTION_WHAT, .flags = BIND_MAIN),
	ROW(action, who, .key = T_ACTION_WHO, .flags = BIND_WHO),
	ROW(action, when, .key = T_ACTION_WHEN, .flags = BIND_WHEN),
	ROW(action, state, .key = T_STATE),
	{ BIND_END },
};

bool
action_cut_box(const char **text, bool *checked)
{
	bool cut = false;

	while (strncmp(*text, "\\[", 2) == 0 &&
	    strchr("xX ", (*text)[2]) != NULL &&
	    strncmp(*text + 3, "] ", 2) == 0) {
		if (!cut)
			*checked = (*text)[2] != ' ';
		*text += 5;
		cut = true;
	}
	return cut;
}

const char *
action_without_calls(struct arena *arena, const char *names)
{
	struct buf out = BUF_INIT;

	if (strchr(names, '@') == NULL)
		return names;
	for (const char *at = names; *at != '\0'; at++)
		if (*at != '@' ||
		    (at > names && strchr(" (,;/+&", at[-1]) == NULL))
			buf_char(&out, *at);
	return md_text(arena, buf_take(&out, arena));
}

/* Whether words say how far an action is, and no more. */
static bool
is_state(const char *words)
{
	return strlen(words) > 1 &&
	    (term_is(words, T_NOT_DONE) || state_closed(words) != T_NONE);
}

/* Whether a word in front of others can only be a state: a sign, or in capitals. */
static bool
stands_out(const char *word)
{
	enum { SHORTEST = 3 };
	const char *at = word;

	return strlen(word) >= SHORTEST && !term_is(word, T_ACTIONS) &&
	    word[strlen(word) - 1] != ':' &&
	    (line_is_capitals(word) || !uni_is_word(uni_next(&at)));
}

/* Takes the state that an action begins with: "\[done\] call", "Done: call",
 * "done - call", "DONE call". */
static void
take_state_before(struct arena *arena, struct action *action)
{
	const char *text = action->what.text;
	const char *open = text + strspn(text, "\\[("), *end, *words;
	size_t n = 1;

	end = open > text ? strpbrk(open, "])")
			  : uni_first_among(text, &n, ":", " - ", " – ", " — ");
	if (open == text &&
	    (end == NULL || !is_state(uni_until(arena, text, end)))) {
		end = strchr(text, ' ');
		n = 1;
		if (end != NULL && !stands_out(uni_until(arena, text, end)))
			return;
	}
	if (end == NULL || end[n + strspn(end + n, " :")] == '\0')
		return;
	words = uni_until(arena, open, end);
	if (!is_state(words))
		return;
	action->state.text = words;
	action->what.text = end + n + strspn(end + n, " :");
}

/* Takes the state that an action ends with: "call (done)", "call – done",
 * "call: done", "call ✅". */
static void
take_state_behind(struct arena *arena, struct action *action)
{
	enum { MOST_WORDS = 4 };
	const char *text = action->what.text, *end = text + strlen(text);
	const char *at = end, *words, *mark, *first;

	for (int i = 0; i < MOST_WORDS; i++) {
		while (at > text && *--at != ' ')
			continue;
		if (at == text)
			return;
		words = first = at + 1;
		for (mark = at; mark > text && mark[-1] != ' ';)
			mark--;
		if (strchr("\\(", *words) != NULL &&
		    strchr(")]", end[-1]) != NULL)
			words = uni_until(arena, words + strspn(words, "\\[("),
			    end - 1);
		else if (at[-1] == ':')
			at--;
		else if (uni_mark_of(mark, "- ", "– ", "— ", ": ") > 0)
			at = mark;
		else if (uni_is_word(uni_next(&first)))
			continue;
		if (!is_state(words))
			continue;
		action->state.text = words;
		action->what.text = uni_until(arena, text, at);
		return;
	}
}

void
action_take_state(struct arena *arena, struct action *action)
{
	if (*action->state.text == '\0')
		take_state_before(arena, action);
	if (*action->state.text == '\0')
		take_state_behind(arena, action);
}

void
action_read(struct arena *arena, struct action *action, enum lang lang)
{
	bool checked;

	action->who.text = action_without_calls(arena, action->who.text);

	if (action_cut_box(&action->what.text, &checked) && checked &&
	    *action->state.text == '\0')
		action->state.text = term_name(T_DONE, lang);
	action_take_state(arena, action);
}

/* By when it is due: a day, or a period, whose last day counts. */
static enum sure
read_due(const struct action *action, struct period *due)
{
	ARENA_SCRATCH(arena);

	return period_reading(md_plain(arena, action->when.text), due);
}

bool
action_due(const struct action *action, struct date *last)
{
	struct period due;

	if (read_due(action, &due) <= SURE_TWO || !due.has_last)
		return false;
	*last = due.last;
	return true;
}

void
action_judge(struct action *action, const struct opt_date *today)
{
	struct date due;

	action->done = state_closed(action->state.text) != T_NONE;
	action->late = !action->done && today->given &&
	    action_due(action, &due) && date_day(due) < date_day(today->date);
}

static bool
is_open(const char *text)
{
	return reading_is_empty(text) || placeholder_is(text);
}

/* What is not as it should be of the day that an action is due. */
static void
check_due(struct arena *arena, enum lang lang, const struct action *action,
    const struct opt_date *today, struct notes *findings)
{
	const char *when = md_plain(arena, action->when.text);
	const char *what = md_plain(arena, action->what.text);
	struct pos pos = action->when.pos;
	struct period due;
	enum sure sure = read_due(action, &due);

	if (action->late)
		note_add(findings, pos, M_ACTION_LATE,
		    action_when(arena, lang, when), what);
	if (due.impossible)
		note_add(findings, pos, M_NO_SUCH_DAY, when);
	else if (due.weekday != T_NONE)
		note_add(findings, pos, M_WRONG_WEEKDAY, when,
		    date_text(arena, due.first, lang),
		    term_name(date_weekday(due.first), lang));
	else if (!action->done && !is_open(action->when.text) && today->given &&
	    (sure <= SURE_TWO || !due.has_last))
		note_add(findings, pos, M_ACTION_UNDATED, when, what);
}

void
action_check(struct arena *arena, enum lang lang,
    const struct bind_list *actions, const struct opt_date *today,
    struct notes *findings)
{
	struct action *action = actions->at;
	const char *what, *maybe;
	bool owner, due;

	for (size_t i = 0; i < actions->count; i++) {
		what = md_plain(arena, action[i].what.text);
		action_judge(&action[i], today);
		owner = action[i].done || !is_open(action[i].who.text);
		due = action[i].done || !is_open(action[i].when.text);
		maybe = owner ? NULL : action_in_brackets(arena, &action[i]);
		if (maybe != NULL)
			note_add(findings, action[i].what.pos,
			    due ? M_ACTION_OWNER_UNSURE : M_ACTION_BOTH_UNSURE,
			    what, maybe);
		else if (!owner || !due)
			note_add(findings, action[i].what.pos,
			    owner     ? M_ACTION_NO_DATE
				: due ? M_ACTION_NO_OWNER
				      : M_ACTION_NEITHER,
			    what);
		check_due(arena, lang, &action[i], today, findings);
	}
}

const char *
action_when(struct arena *arena, enum lang lang, const char *text)
{
	struct period due;

	return period_reading(text, &due) == SURE_EXACT && due.plain &&
		due.weekday == T_NONE
	    ? date_text(arena, due.first, lang)
	    : text;
}

/* Whether a state says no more than that an action is done. */
static bool
is_plainly_done(const struct action *action)
{
	return term_is(action->state.text, T_DONE);
}

static void
render_task(struct report *report, struct arena *arena, enum lang lang,
    const struct action *action)
{
	bool done = is_plainly_done(action);

	report_task(report, done, action->what.text);
	if (*action->who.text != '\0')
		report_pair_below(report, 1, T_ACTION_WHO, action->who.text);
	if (*action->when.text != '\0')
		report_pair_below(report, 1, T_ACTION_WHEN,
		    action_when(arena, lang, action->when.text));
	if (*action->state.text != '\0' && !done)
		report_pair_below(report, 1, T_STATE, action->state.text);
	if (action->chapters != NULL)
		report_pair_below(report, 1, T_CHAPTER, action->chapters);
	else
		carry_below(report, 1, action->what.more);
}

void
action_render(struct report *report, struct arena *arena, enum lang lang,
    const struct bind_list *actions, bool tasks)
{
	static const enum term heads[] = { T_CHAPTER, T_ACTION_WHAT,
		T_ACTION_WHO, T_ACTION_WHEN, T_STATE };
	const struct action *action = actions->at;
	struct grid grid = grid_new(report, heads, 5, actions->count);
	const char **cell = grid.cells;

	for (size_t i = 0; i < actions->count && tasks; i++)
		render_task(report, arena, lang, &action[i]);
	if (tasks || actions->count == 0)
		return;
	for (size_t i = 0; i < actions->count; i++, cell += 5) {
		grid.more[i] = action[i].what.more;
		if (action[i].chapters != NULL)
			cell[0] = action[i].chapters;
		cell[1] = action[i].what.text;
		cell[2] = action[i].who.text;
		cell[3] = action_when(arena, lang, action[i].when.text);
		cell[4] = action[i].state.text;
		if (action[i].chapters != NULL && action[i].late)
			cell[4] = *cell[4] == '\0'
			    ? term_name(T_LATE, lang)
			    : arena_format(arena, "%s, %s", cell[4],
				  term_name(T_LATE, lang));
	}
	grid.numbers = 1;
	grid_write(&grid, 1U << 1 | 1U << 2 | 1U << 3);
}

const char *
action_count(struct arena *arena, enum lang lang,
    const struct bind_list *actions, const struct opt_date *today)
{
	const struct action *action = actions->at;
	size_t open = 0, late = 0, i;
	struct notes notes = { .arena = arena };

	for (i = 0; i < actions->count; i++) {
		open += !action[i].done;
		late += action[i].late;
	}
	note_add(&notes, ((struct pos){ NULL, 0, 0 }),
	    today->given ? M_REPORT_OPEN_LATE : M_REPORT_OPEN,
	    arena_format(arena, "%zu", actions->count),
	    arena_format(arena, "%zu", open), arena_format(arena, "%zu", late),
	    date_text(arena, today->date, lang));
	return note_text(arena, &notes.at[0], lang, NULL);
}
