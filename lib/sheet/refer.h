/*
 * refer: what one list says of another: by its label, or by its text.
 *
 * A name is looked for among labels, then among the texts that rows mark
 * (BIND_MAIN, BIND_NAMING), as they stand and then folded, and labels with such
 * a text behind them; last, where the list has no labels, "H2" or "2" is its
 * second item, which is then so labelled.  A name that two items have is a
 * fault, never the first of them; one that none has is a fault too, told once,
 * with what is near.  Where the list itself is misspelt nothing is told: that
 * fault is told already.
 */
#pragma once

#include "sheet/bind.h"

struct refer {
	struct bind *bind;
	enum term key;                /* of the list that is referred to */
	const struct bind_row *rows;  /* of its items */
	const struct bind_list *list; /* its items stay where they are */
	size_t size;                  /* of an item */
	/* The fault of a name that nothing has: {1} is the name, {2} all that
	 * there is.  T_NONE: M_NO_SUCH_ITEM, with the near one. */
	enum term unknown;
	/* The same where one is near: {2} is its label, {3} its text. */
	enum term near;
	/* Two items of one name are told by the tool: the first is meant. */
	bool first;

	/* refer's own */
	struct dict labels, folded; /* to struct refer_named */
	size_t longest;             /* label, in bytes */
	struct dict told;
};

/* For the lists of a tool's struct: REFER_TO(bind, KEY, &sheet.list, item). */
#define REFER_TO(bind, key, list, item, ...)                                   \
	refer_open((struct refer){ bind, key, item##_rows, list,               \
	    sizeof(struct item), __VA_ARGS__ })
struct refer refer_open(struct refer refer);

/* The item that a text names; NULL after a fault, and where the text is "". */
void *refer_find(struct refer *refer, const struct bind_text *name);

/* The same without a fault; and of two that have it the first. */
void *refer_look(const struct refer *refer, const char *name);
void *refer_first(const struct refer *refer, const char *name);

/* Whether a name is one of the list: of a struct refer, as matrix asks. */
bool refer_has(const void *refer, const char *name);

/* The text of an item under the row with a flag. */
struct bind_text *refer_text(const struct refer *refer, unsigned flag,
    void *item);

/* The fault of a name that no item has, or two; once a name. */
void refer_tell(struct refer *refer, const struct bind_text *name);

/* One name more of an item, or one in these letters alone; and those of its rows,
 * which are others now. */
void refer_know(struct refer *refer, const char *name, void *item);
void refer_know_label(struct refer *refer, const char *label, void *item);
void refer_again(struct refer *refer, void *item);

/* The item whose label begins a line, a colon behind it or none, and what
 * follows: of the longest such label; or NULL. */
void *refer_front(const struct refer *refer, const char *line,
    const char **rest);

/* Each of several names to its item: a list of pointers; those that name
 * nothing are left out, after a fault. */
struct bind_list refer_each(struct refer *refer, const struct bind_list *names);
