/*
 * action: what somebody is to do, by when; the same in every tool.
 */
#pragma once

#include "report/report.h"

struct action {
	struct bind_text what, who, when, state;
	const char *chapters; /* that it stands in, in proceedings; else NULL */
	bool done, late;      /* once judged */
};

/* Of a struct action. */
extern const struct bind_row action_rows[];

/* Cuts off the boxes that open a text, as bind gives them; the first one says
 * whether it is checked. */
bool action_cut_box(const char **text, bool *checked);

/* Names without the @ that calls them. */
const char *action_without_calls(struct arena *arena, const char *names);

/* Takes how far an action is off its text, where it has no state beside it: "Done:
 * call", "[done] call", "call (in progress)", "call ✅". */
void action_take_state(struct arena *arena, struct action *action);

/* Reads the box in front of an action as its state, and the names in it without
 * an @. */
void action_read(struct arena *arena, struct action *action, enum lang lang);

/*
 * Parts an action that is typed on one line, with nobody and no date beside
 * it, into who, what and when: "Ana : affiche, 3 mars".  Who stands in front of
 * a colon or an arrow counts where it is one of the known people, by their
 * first name or all of it; where nobody is known, what looks like a name does.
 */
void action_part(struct arena *arena, const struct dict *known,
    struct action *action);

/*
 * Takes what is to be done off the end of a text, behind an arrow, where it says
 * by whom: "Noise => lend panels (Ana, 3 May)".  False where it says nobody:
 * what an arrow leads to may as well come of it.
 */
bool action_cut_behind(struct arena *arena, struct bind_text *text,
    struct action *action);

/* What ends an action in brackets, "(Paul)", "[DSI]", where it may be who does it, and
 * may be a place or a remark as well; NULL where there is none, or one who does. */
const char *action_in_brackets(struct arena *arena,
    const struct action *action);

/*
 * Reads the actions of a sheet so, each; who does them may also be the heading that
 * they stood under, or the item that they are below, where it is one of the known,
 * or stand in brackets, where it does another of them.
 */
void action_read_all(struct bind *bind, enum lang lang,
    struct bind_list *actions);

/* Whether a text looks like somebody's name, or several: a few words, each
 * with a capital, or small ones between them. */
bool action_looks_like_people(const char *text);

/* Fills in whether an action is done, and late on the day given: past the last
 * day of its date, month or year. */
void action_judge(struct action *action, const struct opt_date *today);

/* Judges actions, and finds those without owner or date, and the late ones. */
void action_check(struct arena *arena, enum lang lang,
    const struct bind_list *actions, const struct opt_date *today,
    struct notes *findings);

/* A date in words, anything else as it is. */
const char *action_when(struct arena *arena, enum lang lang, const char *text);

/* The last day on which an action is due; false where it tells none. */
bool action_due(const struct action *action, struct date *last);

/* Actions as a table or as tasks, with their chapters where they have any. */
void action_render(struct report *report, struct arena *arena, enum lang lang,
    const struct bind_list *actions, bool tasks);

/* "5 (open: 3)": once they are judged. */
const char *action_count(struct arena *arena, enum lang lang,
    const struct bind_list *actions, const struct opt_date *today);
