#include "method/method_inner.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "source/md.h"
#include "text/uni.h"
#include "value/money.h"
#include "value/number.h"

void
method_open(struct method *method, int argc, char **argv,
    const struct bind_tool *tool, const struct opt *opts, void *into)
{
	method->bind = bind_open(argc, argv, tool, opts);
	method->arena = method->bind->doc->arena;
	method->findings.arena = method->arena;
	method->into = into;
	if (method->arrange != NULL)
		method->arrange(method);
	bind_into(method->bind, into);
	method->lang = method->bind->doc->lang;
}

static void gather_rows(struct people *people, const struct bind_row *rows,
    const void *from);

/* The people that a value names. */
static void
gather_row(struct people *people, const struct bind_row *row, const void *at)
{
	const struct bind_list *list = at;
	const struct bind_text *text = at;
	size_t i;

	if (row->kind == BIND_MAP)
		gather_rows(people, row->rows, at);
	for (i = 0; row->kind == BIND_LIST && i < list->count; i++)
		gather_rows(people, row->rows,
		    (const char *)list->at + i * row->size);
	if ((row->flags & BIND_WHO) == 0)
		return;
	if (row->kind == BIND_TEXT)
		people_add(people, text->text);
	for (i = 0; row->kind == BIND_NAMES && i < list->count; i++) {
		text = (const struct bind_text *)list->at + i;
		people_add(people, text->text);
	}
}

static void
gather_rows(struct people *people, const struct bind_row *rows,
    const void *from)
{
	for (; rows->kind != BIND_END; rows++)
		gather_row(people, rows, (const char *)from + rows->at);
}

void
method_person(struct method *method, const char *names)
{
	struct bind_text *name =
	    bind_append(method->bind, &method->names, sizeof(*name));

	*name = (struct bind_text){ .text = names, .given = true };
}

bool
method_ready(struct method *method)
{
	const struct bind_text *name;
	size_t i;

	if (bind_is_faulty(method->bind))
		return false;
	people_init(&method->people, method->bind);
	method_check(method);
	method->report = report_open(method->bind);
	if (!method->anonymous)
		return true;
	people_of_bind(&method->people, method->bind);
	gather_rows(&method->people, method->bind->tool->rows, method->into);
	for (i = 0; i < method->names.count; i++) {
		name = (const struct bind_text *)method->names.at + i;
		people_add(&method->people, name->text);
	}
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
	return money_text(method->arena, cents, method->lang);
}

const char *
method_date(const struct method *method, struct date date)
{
	return date_text(method->arena, date, method->lang);
}

struct bind_number
method_figure(int64_t thousandths)
{
	return (
	    struct bind_number){ .thousandths = thousandths, .given = true };
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
method_plain(const struct method *method, const char *text)
{
	return md_plain(method->arena, text);
}

int
method_falling(int64_t a, int64_t b)
{
	return a > b ? -1 : a < b;
}

/* Things in one array, by an order, and equal ones by their place in it. */
struct sorting {
	int (*order)(const void *, const void *);
};

static int
compare_places(const void *a, const void *b, void *context)
{
	const char *one = *(const char *const *)a,
		   *two = *(const char *const *)b;
	int order = ((const struct sorting *)context)->order(one, two);

	return order != 0 ? order : one < two ? -1 : one > two;
}

/* Puts count things of one size in order, where they stand. */
static void
sort(struct arena *arena, char *at, size_t count, size_t size,
    struct sorting sorting)
{
	const char **places = arena_array(arena, count, sizeof(*places));
	char *sorted = arena_array(arena, count, size);
	size_t i;

	if (count < 2)
		return;
	for (i = 0; i < count; i++)
		places[i] = at + i * size;
	qsort_r(places, count, sizeof(*places), compare_places, &sorting);
	for (i = 0; i < count; i++)
		memcpy(sorted + i * size, places[i], size);
	memcpy(at, sorted, count * size);
}

struct bind_list
method_sorted(struct method *method, size_t size,
    int (*order)(const void *, const void *),
    const struct bind_list *const lists[])
{
	struct bind_list all = { .count = 0 };
	size_t i;

	for (; *lists != NULL; lists++)
		for (i = 0; i < (*lists)->count; i++)
			memcpy(bind_append(method->bind, &all, size),
			    (const char *)(*lists)->at + i * size, size);
	sort(method->arena, all.at, all.count, size, (struct sorting){ order });
	return all;
}

void
method_actions(struct method *method, struct bind_list *actions)
{
	struct action *action = actions->at;
	size_t i;

	if (actions->count == 0)
		return;
	for (i = 0; i < actions->count; i++)
		action_judge(&action[i], &method->today);
	report_section(method->report, T_ACTIONS);
	action_render(method->report, method->arena, method->lang, actions,
	    NULL, method->tasks);
}

void
method_count(struct dict *counts, const char *name)
{
	struct dict_entry *entry = dict_enter(counts, name);

	if (entry->value == NULL)
		entry->value = arena_alloc(counts->arena, sizeof(size_t));
	++*(size_t *)entry->value;
}

static int
compare_counts(const void *a, const void *b)
{
	const struct dict_entry *one = a, *two = b;
	size_t first = *(size_t *)one->value, second = *(size_t *)two->value;

	return first != second ? method_falling((int64_t)first, (int64_t)second)
			       : uni_order(one->key, two->key);
}

void
method_counts(struct method *method, enum term heading, enum term head,
    const struct dict *counts)
{
	struct dict_entry *entries =
	    arena_array(method->arena, counts->count, sizeof(*entries));
	size_t i;

	if (counts->count == 0)
		return;
	memcpy(entries, counts->entries, counts->count * sizeof(*entries));
	for (i = 0; i < counts->count && method->anonymous; i++)
		entries[i].key = people_text(&method->people, entries[i].key);
	qsort(entries, counts->count, sizeof(*entries), compare_counts);
	report_section(method->report, heading);
	report_table(method->report, 2);
	report_cell(method->report, method_word(method, head));
	report_number_head(method->report, method_word(method, T_HOW_MANY));
	for (i = 0; i < counts->count; i++) {
		report_cell(method->report, entries[i].key);
		report_cell(method->report,
		    method_integer(method,
			(int64_t) * (size_t *)entries[i].value));
	}
}
