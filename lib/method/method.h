/*
 * method: the tools that are a sheet of sections, and little more than rows.
 *
 * Such a tool says which keys it takes (bind.h); what it took is printed from
 * the same rows, so that its report reads back as the same sheet.  Between
 * those sections stand the ones that it computes.
 */
#pragma once

#include "domain/action.h"
#include "report/grid.h"
#include "sheet/people.h"

struct method {
	/* what the tool's options fill */
	struct opt_date today;
	long within;
	bool anonymous, chart, tasks;

	/* puts a document in order, before any is bound; or NULL */
	void (*arrange)(struct method *method, const struct doc_part *part);

	/* from method_open on */
	struct bind *bind;
	struct arena *arena;
	enum lang lang;
	void *into;
	struct notes findings;
	struct bind_list names; /* struct bind_text, of method_person */

	/* from method_ready on */
	struct report *report;
	struct people people;
};

/*
 * Reads options and operands, and binds the rows of the tool into its struct;
 * the tool may then find faults of its own (bind_fault).
 */
void method_open(struct method *method, int argc, char **argv,
    const struct bind_tool *tool, const struct opt *opts, void *into);

/*
 * The parts of method_open and method_ready, for a tool that puts several
 * sheets into one report: binds documents that are read, finds what rows want,
 * and takes down the people that rows name.
 */
void method_bind(struct method *method, struct bind *bind, void *into);
void method_check(struct method *method);

/* What items that the tool made lack, of what their rows want. */
void method_lacks(struct method *method, const struct bind_row *rows,
    size_t size, const struct bind_list *list);
void method_people(const struct method *method, struct people *people);

/* Whether there are no faults, else says them; begins the report, and finds
 * what rows want. */
bool method_ready(struct method *method);

/* One name more, or several in a text, to become letters where those of rows
 * (BIND_WHO) do; before method_ready. */
void method_person(struct method *method, const char *names);

/* Writes the report, or nothing after faults, and frees all; no: its answer is
 * no.  Returns the status to leave with. */
int method_close(struct method *method, bool no);

/*
 * Adds a finding; as note_add.  What the flags of rows ask for is found by
 * method_ready.
 */
#define method_find(method, pos, ...)                                          \
	note_add(&(method)->findings, pos, __VA_ARGS__)

/* The same of a text (struct bind_text *) where it stands; {1}: its words. */
#define method_find_of(method, text_, ...)                                     \
	note_put(&(method)->findings, (text_)->pos,                            \
	    NOTE_FIRST(__VA_ARGS__, 0),                                        \
	    (const char *                                                      \
		[NOTE_ARGS + 1]){ method_plain(method, (text_)->text),         \
		NOTE_REST(__VA_ARGS__, NULL) })

/* Makes one line of the findings of one message, where there are more than
 * few: {1} is how many they are, {2} what they said as {1}, each once; it
 * stands at the first of them. */
void method_gather(struct method *method, size_t few, enum term one,
    enum term many);

/*
 * Printing what was taken.
 */

/* Every row that is one value and no setting, as pairs: those given or
 * required. */
void method_pairs(struct method *method);

/* The section of a list, a map or prose, if it was given or is required. */
void method_section(struct method *method, enum term key);

/* The section Règle / Rules: every row that is a setting and has a value; one
 * that nobody gave is marked so. */
void method_rules(struct method *method);

/*
 * Structs as rows print them, those of the tool's own making too: a table of
 * the columns that hold anything, or, where that is a label and a text at
 * most, a list.  Where the rows have PROSE, the main text is a heading and the
 * prose stands below it; nothing else is printed of such an item.  Items that
 * stand under headings (BIND_UNDER) are printed so, neighbours of the same one
 * together.
 */
void method_list(struct method *method, const struct bind_row *rows,
    size_t size, const struct bind_list *list);

/* Whether an item has nothing but the heading that it stands under. */
bool method_is_heading(const struct bind_row *rows, const void *item);

/* A text without what its item carries: that stands with the item alone. */
struct bind_text method_bare(const struct bind_text *text);

/* The same as a section, if the list holds anything. */
void method_table(struct method *method, enum term heading,
    const struct bind_row *rows, size_t size, const struct bind_list *list);

/* A list in the order that its rows say (.order), which method_list prints. */
struct bind_list method_ordered(struct method *method,
    const struct bind_row *rows, size_t size, const struct bind_list *list);

/* Whether all that an item says, by its rows, another says too. */
bool method_says(const struct method *method, const struct bind_row *rows,
    const void *item, const void *other);

/* Makes items that have one label one thing: what one of them lacks the other
 * fills in; two different values are a fault.  Where the main text names an
 * item too (BIND_NAMING), one that has no label is that of its text.  Before
 * method_ready. */
void method_unite(struct method *method, const struct bind_row *rows,
    size_t size, struct bind_list *list);

/* Keeps the first text that says something; a fault where two differ: of what
 * is called so. */
void method_put(struct method *method, const char *name, struct bind_text *into,
    const struct bind_text *from);

/* Puts a list in an order, equal things as they stood: those of the list, which
 * has them copied, and not of others that shared them. */
void method_sort(struct method *method, struct bind_list *list, size_t size,
    int (*order)(const void *, const void *));

/* The same by a whole number that each of them has, rising: METHOD_SORT_BY(method,
 * &days, struct day, key). */
void method_sort_by(struct method *method, struct bind_list *list, size_t size,
    size_t at, size_t width);
#define METHOD_SORT_BY(method, list, type, member)                             \
	method_sort_by(method, list, sizeof(type), offsetof(type, member),     \
	    sizeof(((type *)NULL)->member))

/* -1, 0 or 1: for an order by falling numbers. */
int method_falling(int64_t a, int64_t b);

/* A section Actions of struct action, judged, if there are any. */
void method_actions(struct method *method, struct bind_list *actions);

/* The items of a list that hold a text under some key, as actions: the other
 * texts by the flags of their rows, who (the owner, or else BIND_WHO) and when
 * (BIND_WHEN), and the state by its key. */
struct bind_list method_actions_of(struct method *method, enum term key,
    const struct bind_row *rows, size_t size, const struct bind_list *list);

/* The tables that a tool's list says (.tallied): how often each text came, or
 * each of several names, the most frequent first, equal ones in their natural
 * order; each year of a date, in order.  None where no item has one. */
void method_tallies(struct method *method, enum term key);

/* The row of a tool, and where its value is. */
const struct bind_row *method_row(const struct method *method, enum term key,
    void **at);

/*
 * Names that the items of a sheet go by: those of some terms, or the user's.
 */
enum { METHOD_CHOICES = 64 };

struct method_choice {
	const char *text; /* in md's normal form, as it is printed */
	const char *plain;
	enum term term; /* whose synonyms it has too, or T_NONE */
};

struct method_choices {
	struct method_choice at[METHOD_CHOICES];
	size_t count;
};

/*
 * What a list of BIND_NAMES holds, each name once.  Where nobody gave any it
 * is filled with the first so many of the known terms, and stays not given,
 * so that method_rules marks it.  A name that a report could not hold on a
 * line with others, and too many of them, are faults.
 */
void method_choices(struct method *method, enum term key,
    struct bind_list *list, const enum term *known, size_t defaults,
    struct method_choices *names);

/* The place from 1 of the name that a text is; 0 for none. */
size_t method_place(const struct method_choices *names, const char *plain);

/* The place of the name that a text is, and goes by from now on; 0 for none,
 * which is told where there is a text and somebody (NULL: nobody) to tell. */
size_t method_choose(struct method *method, const struct method_choices *names,
    struct bind_text *text, struct notes *told);

/* A table of so many rows, with a column for each of some terms and of some
 * names behind them; for grid_write, once its cells are filled in. */
struct grid method_grid(struct method *method, const enum term *heads,
    size_t heads_count, const struct method_choices *names, size_t rows);

/*
 * Words and figures in the report's language.
 */
const char *method_word(const struct method *method, enum term term);
const char *method_number(const struct method *method, int64_t thousandths);
const char *method_integer(const struct method *method, int64_t integer);
const char *method_money(const struct method *method, int64_t cents);
const char *method_date(const struct method *method, struct date date);

/* Whether a day is past on the one given, if one is. */
bool method_is_past(const struct method *method, const struct bind_date *day);

/* A number that the tool computed, for a column of its own, in thousandths; and a
 * whole one. */
struct bind_number method_figure(int64_t thousandths);
struct bind_number method_count(int64_t count);

/* The share of a part in a whole, which is not 0: "42.5%", half to even. */
const char *method_share(const struct method *method, int64_t part,
    int64_t whole);

/* A text that a term's message makes of others, for a cell or a paragraph. */
#define method_text(method, ...)                                               \
	method_text_of(method, NOTE_FIRST(__VA_ARGS__, 0),                     \
	    (const char * [NOTE_ARGS + 1]){ NOTE_REST(__VA_ARGS__, NULL) })
const char *method_text_of(const struct method *method, enum term message,
    const char *const args[NOTE_ARGS + 1]);

/* Such a text as a paragraph of the report. */
#define method_paragraph(method, ...)                                          \
	report_paragraph((method)->report, method_text(method, __VA_ARGS__))

/* Some texts with one more behind them: "a, b"; texts is "" where there are
 * none yet. */
const char *method_listed(const struct method *method, const char *texts,
    const char *text);

/* The words of a text, without marks: what findings name. */
const char *method_plain(const struct method *method, const char *text);
