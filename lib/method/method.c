#include "method/method_inner.h"

#include <inttypes.h>
#include <stdlib.h>

#include "value/money.h"
#include "value/number.h"

void
method_open(struct method *method, int argc, char **argv,
    const struct bind_tool *tool, const struct opt *opts, void *into)
{
	method_bind(method, bind_open(argc, argv, tool, opts), into);
}

void
method_bind(struct method *method, struct bind *bind, void *into)
{
	method->bind = bind;
	method->arena = bind->doc->arena;
	method->findings.arena = method->arena;
	method->into = into;
	for (size_t i = 0; method->arrange != NULL && i < bind->doc->part_count;
	     i++)
		method->arrange(method, &bind->doc->parts[i]);
	bind_into(bind, into);
	method->lang = bind->doc->lang;
}

/* The people that the values of rows name. */
static void
gather_rows(struct people *people, const struct bind_row *rows,
    const char *from)
{
	const struct bind_list *list;

	for (; rows->kind != BIND_END; rows++) {
		list = (const struct bind_list *)(from + rows->at);
		if (rows->kind == BIND_MAP)
			gather_rows(people, rows->rows, from + rows->at);
		for (size_t i = 0; rows->kind == BIND_LIST && i < list->count;
		     i++)
			gather_rows(people, rows->rows,
			    (const char *)list->at + i * rows->size);
		if ((rows->flags & BIND_WHO) == 0)
			continue;
		if (rows->kind == BIND_TEXT)
			people_add(people,
			    ((const struct bind_text *)(from + rows->at))
				->text);
		else if (rows->kind == BIND_NAMES)
			BIND_EACH(const struct bind_text, name, list)
				people_add(people, name->text);
	}
}

void
method_person(struct method *method, const char *names)
{
	bind_add(method->bind, &method->names,
	    (struct bind_text){ .text = names, .given = true });
}

void
method_people(const struct method *method, struct people *people)
{
	people_of_bind(people, method->bind);
	gather_rows(people, method->bind->tool->rows, method->into);
	BIND_EACH(const struct bind_text, name, &method->names)
		people_add(people, name->text);
}

bool
method_ready(struct method *method)
{
	if (bind_is_faulty(method->bind))
		return false;
	people_init(&method->people, method->bind);
	method_check(method);
	method->report = report_open(method->bind);
	if (!method->anonymous)
		return true;
	method_people(method, &method->people);
	people_letters(&method->people);
	report_filter_cells(method->report, people_text, &method->people);
	return true;
}

int
method_close(struct method *method, bool no)
{
	struct buf *text;

	if (method->report == NULL)
		return bind_close(method->bind, STATUS_FAULT);
	method_gather_lacks(method);
	report_end(method->report, &method->findings);
	if (method->anonymous) {
		text = report_text(method->report);
		people_gather(&method->people, text);
		people_replace(&method->people, text);
		people_replace_notes(&method->people, &method->findings);
	}
	return bind_close(method->bind,
	    report_write(method->report, &method->findings, no));
}

const char *
method_word(const struct method *method, enum term term)
{
	return term_name(term, method->lang);
}

const char *
method_number(const struct method *method, int64_t thousandths)
{
	return number_text(method->arena, thousandths, 0, false, method->lang);
}

const char *
method_integer(const struct method *method, int64_t integer)
{
	return arena_format(method->arena, "%" PRId64, integer);
}

const char *
method_money(const struct method *method, int64_t cents)
{
	return money_text(method->arena, cents, method->bind->doc->currency,
	    method->lang);
}

const char *
method_date(const struct method *method, struct date date)
{
	return date_text(method->arena, date, method->lang);
}

bool
method_is_past(const struct method *method, const struct bind_date *day)
{
	return method->today.given && day->given &&
	    date_day(day->date) < date_day(method->today.date);
}

struct bind_text
method_bare(const struct bind_text *text)
{
	return (struct bind_text){ text->text, text->pos, text->given };
}

struct bind_number
method_figure(int64_t thousandths)
{
	return (
	    struct bind_number){ .thousandths = thousandths, .given = true };
}

struct bind_number
method_count(int64_t count)
{
	return method_figure(1000 * count);
}

const char *
method_share(const struct method *method, int64_t part, int64_t whole)
{
	int64_t tenths = (int64_t)number_share((uint64_t)llabs(part),
	    (uint64_t)llabs(whole));

	if ((part < 0) != (whole < 0))
		tenths = -tenths;
	return arena_format(method->arena, "%s%s",
	    number_text(method->arena, 100 * tenths, 1, false, method->lang),
	    method_word(method, T_PERCENT));
}

const char *
method_text_of(const struct method *method, enum term message,
    const char *const args[NOTE_ARGS + 1])
{
	struct notes notes = { .arena = method->arena };

	note_put(&notes, (struct pos){ NULL, 0, 0 }, message, args);
	return note_text(method->arena, &notes.at[0], method->lang, NULL);
}

const char *
method_listed(const struct method *method, const char *texts, const char *text)
{
	return *texts == '\0'
	    ? text
	    : arena_format(method->arena, "%s, %s", texts, text);
}

const char *
method_plain(const struct method *method, const char *text)
{
	return md_plain(method->arena, text);
}

void
method_actions(struct method *method, struct bind_list *actions)
{
	if (actions->count == 0)
		return;
	BIND_EACH(struct action, action, actions)
		action_judge(action, &method->today);
	report_section(method->report, T_ACTIONS);
	action_render(method->report, method->arena, method->lang, actions,
	    method->tasks);
}

/* The row with a key, or the first with one of some flags, or NULL. */
static const struct bind_row *
row_of(const struct bind_row *rows, enum term key, unsigned flags)
{
	for (; rows->kind != BIND_END; rows++)
		if (rows->kind == BIND_TEXT &&
		    (key != T_NONE ? rows->key == key
				   : (rows->flags & flags) != 0))
			return rows;
	return NULL;
}

static struct bind_text
text_at(const struct bind_row *row, const char *item)
{
	return row != NULL ? *(const struct bind_text *)(item + row->at)
			   : (struct bind_text){ .text = "" };
}

struct bind_list
method_actions_of(struct method *method, enum term key,
    const struct bind_row *rows, size_t size, const struct bind_list *list)
{
	const struct bind_row *what = row_of(rows, key, 0);
	const struct bind_row *owner = row_of(rows, T_OWNER, 0);
	const struct bind_row *who =
	    owner != NULL ? owner : row_of(rows, T_NONE, BIND_WHO);
	const struct bind_row *when = row_of(rows, T_NONE, BIND_WHEN);
	const struct bind_row *state = row_of(rows, T_STATE, 0);
	const char *item = list->at;
	struct bind_list actions = { .count = 0 };
	struct action action;

	for (size_t i = 0; i < list->count; i++, item += size) {
		action =
		    (struct action){ text_at(what, item), text_at(who, item),
			    text_at(when, item), text_at(state, item) };
		action.what.more = NULL; /* that stands in the list */
		if (*action.what.text != '\0')
			bind_add(method->bind, &actions, action);
	}
	return actions;
}
