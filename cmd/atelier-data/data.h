/*
 * data: what the files of atelier-data share.
 */
#pragma once

#include "rows.h"

struct bind;

/* What stands behind a key for the paragraphs beside its list. */
#define DATA_BESIDE "_paragraphs"

/* The key of items that hang below a text. */
#define DATA_ITEMS "items"

struct options {
	const char *to, *path, *keys;
	bool yaml, given, all;
};

/* What the cells of one table are called. */
struct cells {
	enum term home;
	const struct row *at;
	bool foreign, row;
	struct dict known;
};

/* What the conversion of a document needs. */
struct view {
	const struct options *options;
	struct arena *arena;
	size_t votes[3]; /* keys met, by language */
	enum lang first_vote;
	struct bind *bind; /* of no tool: what parts names */
	struct cells *cells;
	struct dict *known;          /* of each row: keys found below it */
	const char *called[T_COUNT]; /* the names of terms, once asked for */
	struct node lifted;   /* lists out of items that stand at the top */
	const struct row *at; /* the row that what is converted stands below, or
				 NULL */
	bool markdown;        /* what is converted is */
	bool foreign;         /* it stands in a section that no tool knows */
	bool row;             /* it is a cell of a table */
	bool headless;     /* the list under its title is one of the tool's */
	struct dict near;  /* keys that are nobody's: near to some that is */
	size_t depth;      /* of the node that is converted; 1: at the top */
	enum term subject; /* that what is converted stands in, or T_NONE */
	enum term home;    /* the tool whose document is converted, or T_NONE */
};

/* A term as a program would name it: in English, "to_check". */
const char *data_name(struct arena *arena, enum term term);

/* Whether a node is a section: below a heading, or what YAML has in its place. */
bool data_is_section(const struct view *view, const struct node *node);

/* The subject that a section, or a map, is of by its heading, or T_NONE. */
enum term data_subject(const struct node *node);

/* What a key names, in the document at hand, or T_NONE; and its name there, which
 * is counted for the language. */
enum term data_term(const struct view *view, const struct node *node);
const char *data_key(struct view *view, const struct node *node);

/* The row that a key names among those of an item or a map, or NULL; it is counted
 * for the language. */
const struct row *data_row(struct view *view, const struct row *of,
    const char *key);

/* The list of a tool that a table under another heading, or none, is by two of its
 * columns or more; or NULL. */
const struct row *data_claim(const struct row *tool,
    const struct node *section);

/* A key of the user's own, which items have in small letters where no capital
 * stands further on in it. */
const char *data_own_key(const struct view *view, const char *key);

/* Has a key of a map that stands before be another one, "participants (2)", as a
 * report has it; false where something has no key. */
bool data_number_again(struct view *view, struct node *map);

/* What a term is called as a key. */
const char *data_call(struct view *view, enum term term);

/* The tool that a document, or a section in it, is of: by its keys, or where these
 * are nobody's by the columns of its lists. */
enum term data_home(const struct node *root);

/* A node as data: its text, where it has children too, is their "text"; subject:
 * the one that it is, or T_NONE. */
struct node *data_of(struct view *view, const struct node *node,
    enum term subject);

/* The same of what stands under a key of a tool, in the shape that the row says; it
 * has no key. */
struct node *data_of_row(struct view *view, const struct node *node,
    const struct row *row);

/* Whether a row is of what two lists have together, and that as a map of maps; NULL
 * where it was typed as neither tables nor maps. */
bool data_is_matrix(const struct row *row);
struct node *data_matrix(struct view *view, const struct node *node);

/* The ballots of a vote, each as a map, a list or a text. */
struct node *data_ballots(struct view *view, const struct node *node);

/* The same of a list that no key names: it has the row's, and its items what they
 * stand under. */
struct node *data_claimed(struct view *view, const struct node *node,
    const struct row *row);

/* What a list says of each of its items by where it stands: the row that it is read
 * to, and the words. */
struct data_under {
	const struct row *row;
	const char *text;
};

/* Adds the items of a list, each as a map. */
void data_add_items(struct view *view, struct node *into,
    const struct row *rows, const struct node *node,
    const struct data_under *under);

/* A text as a program writes the day that it says, 2026-02-05, or the text. */
struct node *data_day_of(const struct view *view, struct node *text);

/* The parts of it: a text, one that may be a day, a section as prose, and all that
 * is in a node, whose children stand below a row. */
struct node *data_text(struct view *view, const struct node *node);
struct node *data_day(struct view *view, const struct node *node);
struct node *data_prose(struct view *view, const struct node *section);
struct node *data_inner(struct view *view, const struct node *node,
    const struct row *row);

/* Has the top of a sheet, converted, be of its tool's keys. */
void data_top(struct view *view, struct node *data);

/* Blocks of prose as a text, without the end of the last line. */
struct node *data_prose_text(struct view *view, const char *prose,
    struct pos pos);

/* Whether a node's key is one of the tool at hand, or of the vocabulary. */
bool data_is_key(struct view *view, const struct node *node);

/* Whether a section is prose: it has several paragraphs, or a list and one beside
 * it, no table, and is no key but one that has prose; and whether sections stand in
 * one whose own is. */
bool data_is_prose(struct view *view, const struct node *node);
bool data_holds_sections(const struct node *node);

/* The pair of a map that has a key, or NULL. */
struct node *data_find(struct node *map, const char *key);

/* Writes the data, or the value that a path names; the status. */
int data_write(const struct view *view, const struct node *data);
