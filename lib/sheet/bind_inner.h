/*
 * bind_inner: what the files of bind share with each other and nobody else.
 */
#pragma once

#include "sheet/bind.h"

enum { BIND_MAX_KEYS = 64 };

/* What was found for the rows of a tool, row by row. */
struct bind_found {
	struct bind *bind;
	struct bind_list *nodes; /* struct node * */
	struct bind_list said;   /* see bind_said.c */
	size_t document;         /* the one that is walked, from 1 */
	bool front;              /* its front matter is */
	bool reported; /* what it has once stands in the tool's subject */
	size_t before, after, kept; /* how much passed in front of it */
};

/* bind_keys.c */

/* The keys of rows; returns how many there are. */
size_t bind_keys_of(const struct bind_row *rows, enum term keys[BIND_MAX_KEYS]);

/* Counts a language. */
void bind_vote(struct bind *bind, enum lang lang);

/* The row whose key a name is as it stands; and that of one in a cell or a pair,
 * with a gloss too, and the language of it, where that is asked; or NULL. */
const struct bind_row *bind_row_named(const struct bind_row *rows,
    const char *name);
const struct bind_row *bind_find_name(const struct bind_row *rows,
    const char *name, enum lang *lang);

/* Whether a row claims a section by its heading alone. */
bool bind_claims_heading(const struct bind_row *row, const char *heading);

/* The first row of a kind, or NULL. */
const struct bind_row *bind_row_of_kind(const struct bind_row *rows,
    enum bind_kind kind);

/* Whether the items of a tool's list hold what its other lists do: a dimension has
 * its reality and its vision. */
bool bind_holds_lists(const struct bind_row *rows, const struct bind_row *list);

/* The row of the tool whose key a name is where it stands, or NULL. */
const struct bind_row *bind_find_row(struct bind *bind, const char *name,
    enum term_reading how, bool in_subject);

/* The key of every tool that a name is, or T_NONE. */
enum term bind_find_common(const char *name);

/* Whether a key is near to one of the tool or of every tool. */
bool bind_is_near(struct bind *bind, const struct node *node);

/* What passes though it is near to a key that nobody used; nodes: found for
 * each row. */
void bind_tell_near(struct bind *bind, const struct bind_list *nodes);

/* What a part of an item carries, "indicator: {text, unit, ours}", is carried with
 * the item. */
void bind_carry_up(struct bind *bind, const struct bind_row *rows,
    const struct bind_row *part, void *into);

/* The finding that nothing of the tool's own was read. */
void bind_tell_nothing(struct bind *bind);

/* Required keys that are absent: a fault where another name was meant, or, with
 * all, where nothing of the tool was read; else they are as if empty. */
void bind_tell_missing(struct bind *bind, const struct bind_list *nodes,
    bool all, void *into);

/* bind_language.c */

/* Counts the keys of the items that were found. */
void bind_vote_items(struct bind_found *found);

/* bind_take.c */

/* What stands beside the items of a section. */
struct bind_beside *bind_take_beside(struct bind *bind, enum term term,
    const struct node *section);

/* The row that takes a section by its content, or a list without a heading by
 * its items; or NULL. */
const struct bind_row *bind_find_claim(struct bind_found *found,
    const struct node *section);

/* Takes a node for a row; what in it is not its value is walked. */
void bind_take(struct bind_found *found, const struct bind_row *row,
    struct node *node, bool in_subject);

/* bind_pair.c */

/* A pair under the title. */
void bind_take_pair(struct bind_found *found, enum term term,
    const struct node *node);

/* The names in a table of people, without those who were away, or in maps of
 * YAML, with what each tells in brackets, as a list; NULL where there is none. */
struct node *bind_names_of_people(struct bind *bind,
    const struct node *section);

/* The findings of pairs that another value stands before. */
void bind_tell_pairs(struct bind *bind);

/* bind_walk.c */

/* A section that nobody takes. */
void bind_pass_section(struct bind_found *found, struct node *section,
    bool in_subject);

/* A title that names what a document has once, which nothing else in it does, is that
 * with what stands below it, and is no title: "# Proposal: we buy a van". */
void bind_take_title(struct bind_found *found, struct node *root);

/* All of a node, and one child of it. */
void bind_walk(struct bind_found *found, struct node *root, bool markdown,
    bool in_subject);
void bind_walk_child(struct bind_found *found, struct node *child,
    bool markdown, bool in_subject);

/* bind_section.c */

/* What of YAML no row knows as a section of Markdown; NULL where it is a pair. */
struct node *bind_section_of(struct bind *bind, const struct node *node,
    bool in_subject);

/* A list of YAML whose maps are the rows of tables with a corner, "Forces /
 * Menaces", that a row knows by what they hold, as the section of these; else the
 * list. */
struct node *bind_claimed_section(struct bind *bind, const struct bind_row *row,
    struct node *node, bool in_subject);

/* Takes paragraphs that YAML has under a name of theirs, "paragraphs" or that of
 * a key before it; false where a node is no such name. */
bool bind_take_paragraphs(struct bind_found *found, const struct node *node,
    bool in_subject);

/* bind_head.c */

/* Takes the pairs of a table that opens a document, "| Date | 12 mars |" or one
 * row under such headers, where two of them at least are keys of every tool; it
 * passes, too. */
void bind_take_table_pairs(struct bind_found *found, const struct node *rows);

/* What stands under the title of a document: the report's own head, or, where
 * the report has another title, a section under that document's title. */
void bind_take_head(struct bind_found *found, struct node *root);

/* bind_stream.c */

/* Has the tool's list handed over item by item. */
void bind_stream_to(struct bind *bind);

/* The row of that list, and whether a list was handed over so. */
const struct bind_row *bind_stream_row(const struct bind *bind);
bool bind_is_streamed(const struct bind *bind, const struct node *list);

/* Whether a list without a key would be handed over, but for what is not known yet
 * when it is read. */
bool bind_waits(struct bind *bind, const struct node *root,
    const struct node *list);

/* bind_rows.c */

/* The name of a key in the report's language, or in English. */
const char *bind_key_name(struct bind *bind, enum term key);

/* The text of an item, for its main row. */
void bind_put_main(struct bind *bind, const struct bind_row *rows,
    const char *text, struct pos pos, void *into);

/* Whether the key of an item is its label, or the person it is of; a label that
 * is a time is one or two of them, and in YAML one that is a number has digits. */
bool bind_has_label(const struct bind_row *rows, const struct node *item,
    bool in_list);

/* A line "Key : text" as a pair, where the key is one of the rows and has none
 * of some flags; else NULL.  Below an item there is no key of its main text. */
enum { BIND_NO_PAIR = BIND_MAIN | BIND_LABEL };
struct node *bind_plain_pair(struct bind *bind, const struct bind_row *rows,
    const struct node *line, unsigned without);

/* An item "text (Owner: one, another; Due: 31 March)" as its text with these
 * pairs; NULL where the brackets begin with no key. */
struct node *bind_bracketed(struct bind *bind, const struct bind_row *rows,
    const struct node *item);

/* bind_behind.c */

/* An item with the values that stand behind its text as its pairs; NULL where
 * there are none. */
struct node *bind_values_behind(struct bind *bind, const struct bind_row *rows,
    const struct node *item);

/* bind_lines.c */

/* The lines of a section of text alone, or of a text in YAML, as the items that
 * they are; NULL where it is one text, or more than paragraphs. */
struct node *bind_lines(struct bind *bind, const struct bind_row *row,
    const struct node *section);

/* Makes the lines of a section, and of those in it, its items, where its row
 * says so. */
void bind_unfold_lines(struct bind *bind, const struct bind_row *row,
    struct node *section);

/* The lines under a title as a section of a row; NULL where they are no two. */
struct node *bind_lines_of_head(struct bind *bind, const struct bind_row *row,
    struct node *root);

/* bind_nameless.c */

/* Takes the items of the document that is walked, whose list no heading
 * names. */
void bind_take_groups(struct bind_found *found, struct node *root);

/* A list under a title behind the lines above it, where each of these is an item
 * of the row by itself; else the list alone. */
struct node *bind_with_lines(struct bind *bind, const struct bind_row *row,
    struct node *root, struct node *list);

/* Takes the lines under a title for the row that says so, or claims them. */
void bind_take_headless(struct bind_found *found);

/* Whether most of what is in a section is an item of a row that knows its
 * own. */
bool bind_holds_items(struct bind_found *found, const struct bind_row *row,
    const struct node *section);

/* Whether a section that nothing but a title names holds what stands beside any
 * plan, and no items of a row that knows its own: "Vision", "Risks". */
bool bind_stands_aside(struct bind_found *found, const struct bind_row *row,
    const struct node *section);

/* An empty list under its name, to stand at the level given in front of a node
 * that will be one of its items. */
struct node *bind_named_list(struct bind *bind, const struct bind_row *row,
    const struct node *first, int level);

/* bind_record.c */

/* Puts the name of their list above sections that are items of it, told by
 * pairs, where no section has that name: within the subject where there is one. */
void bind_name_records(struct bind *bind, struct node *root);

/* Has the headings of items that pairs tell whole be pairs too. */
void bind_shape_records(struct bind *bind, const struct bind_row *row,
    struct node *section);

/* bind_said.c */

/* Notes the items that a section that passes tells of; and takes those that no
 * list of their row has. */
void bind_say(struct bind_found *found, const struct node *section);
void bind_take_said(struct bind_found *found);

/* bind_told.c */

/* The pairs in paragraphs beside the items of a section where one of each is the
 * tool's; take: out of it. */
struct node *bind_pairs_beside(const struct bind *bind,
    const struct node *section, bool take);

/* Takes the pairs out of a section of nobody where they are the tool's, and what
 * stands beside them that a row claims. */
void bind_take_told(struct bind_found *found, struct node *section);

/* bind_shape.c */

/* Whether a row can hold what stands under its name, and a common key. */
bool bind_fits(const struct bind_row *row, const struct node *node);
bool bind_fits_common(enum term term, const struct node *node);

/* Whether a row reads what is written in digits, or in marks. */
bool bind_is_quantity(const struct bind_row *row);

/* Whether a row that a column or a pair names with a gloss can be it: one in
 * brackets behind a quantity may be a unit, and change the value. */
bool bind_holds_gloss(const struct bind_row *row, const char *name);

/* Whether a name is a key of the tool's, a subject or a common one, as it
 * stands. */
bool bind_is_plain_key(const struct bind *bind, const char *name);

/* The row of the tool that a section or a pair is where its name is read
 * without an opening ("Nos forces") and, for a section that holds something,
 * without a gloss ("Forces (internes)"); or NULL. */
const struct bind_row *bind_find_loosely(struct bind *bind,
    const struct node *node, bool in_subject);

/* Whether a section called as the tool's subject is it: something of the
 * tool's own stands in it, or nothing at all. */
bool bind_is_subject(struct bind_found *found, const struct node *section);

/* bind_table.c */

/* Looks at the table that begins with a row, before its rows are bound. */
void bind_look_at_table(struct bind *bind, const struct bind_row *rows,
    const struct node *first);

/* The list that a section of another name is, if it is one table whose columns
 * leave no doubt, with nothing but sections behind it, and its heading mentions
 * no other key; or NULL. What a tool cannot do without is bind_nameless'. */
const struct bind_row *bind_row_of_columns(const struct bind *bind,
    const struct node *section);

/* The list among rows that a table without its name is of: the one that knows
 * most of its columns, two and half of them at least; NULL where none does, or
 * two know as many. */
const struct bind_row *bind_row_of_table(const struct bind_row *rows,
    const struct node *first);

/* The row whose key a cell's or a pair's is, or NULL; counts for the
 * language. */
const struct bind_row *bind_column(struct bind *bind,
    const struct bind_row *rows, const struct node *item,
    const struct node *cell);

/* Whether the column of a cell is empty, and called as another that is its key's
 * says it: then there is nothing to carry. */
bool bind_is_unsaid(const struct bind *bind, const struct bind_row *rows,
    const struct node *item, const struct node *cell);

/* bind_names.c */

/* An item of a list of names, and what a row of names binds. */
void bind_put_name(struct bind *bind, const struct bind_row *row,
    const struct node *item, struct bind_list *into);
void bind_put_names(struct bind *bind, const struct bind_row *row,
    const struct node *node, struct bind_list *into);

/* What is listed where a row asks for a text, as one, people with commas; NULL:
 * nothing is, or a label is asked for. */
const char *bind_listed(struct bind *bind, const struct bind_row *row,
    const struct node *node);

/* bind_list.c */

/* An item of a list, and what a row of a list binds. */
void bind_add_item(struct bind *bind, const struct bind_row *row,
    const struct node *item, bool in_list, struct bind_list *into);
void bind_put_list(struct bind *bind, const struct bind_row *row,
    const struct node *node, struct bind_list *into);

/* A list of a row that stood in a section which is somebody else's: what was
 * decided under one point of an agenda. */
struct bind_over {
	const struct bind_row *row;
	const struct node *list, *section;
};

/* bind_part.c */

/* Takes labels that stand in front of all the texts of a list, from one on, off
 * these: "S1 – big ovens"; where its items have a label. */
void bind_part_labels(struct bind *bind, const struct bind_row *row,
    size_t from, const struct bind_list *list);

/* The items of a list of one text, "Forces : one ; another"; NULL where
 * nothing parts them. */
struct node *bind_parted_items(struct bind *bind, const struct node *node);

/* bind.c and the others */

/* Appends to a list of struct node *. */
void bind_append_node(struct bind *bind, struct bind_list *list,
    const struct node *node);

/* What was found for a row of the tool. */
struct bind_list *bind_nodes_of(const struct bind_found *found,
    const struct bind_row *row);

/* Binds what was found for each row: a list of struct node * a row. */
void bind_rows(struct bind *bind, const struct bind_row *rows,
    const struct bind_list *nodes, void *into);

/* Binds prose; false if there is nothing. */
bool bind_put_prose(struct bind *bind, const struct bind_row *row,
    const struct node *node, struct bind_text *into);

/* The names of choices, for a message. */
const char *bind_names_of(struct bind *bind, const enum term *choices);

/* bind_value.c */

/* Binds a number, a date, money, minutes, yes or no, or a choice; false if
 * nothing stands there. */
bool bind_put_value(struct bind *bind, const struct bind_row *row,
    const struct node *node, void *at);

/* Puts the findings from one on, those of values that a struct binds, in the
 * order of its rows: so they stand whatever the order of the keys. */
void bind_order_findings(struct bind *bind, const struct bind_row *rows,
    const void *into, size_t first);

/*
 * Whether an item is a heading, or a key of YAML, with pairs below of which a
 * row takes one: it then is what none of them says, the item's main text.
 */
bool bind_is_headed(const struct bind_row *rows, const struct node *item);

/* Whether a heading stands over items of a list or a table alone. */
bool bind_is_group(struct bind *bind, const struct bind_row *rows,
    const struct node *node);

/* The PROSE among the rows of a list's items, or NULL. */
const struct bind_row *bind_prose_row(const struct bind_row *row);

/* Whether a node is one text; a fault if it is not. */
bool bind_is_text(struct bind *bind, const struct bind_row *row,
    const struct node *node);

/* The fault of a key that has two values. */
void bind_conflict(struct bind *bind, const struct bind_row *row,
    const char *text, struct pos pos, const char *before,
    struct pos pos_before);

/* Whether a text that would say nothing elsewhere is a word of a row's choice: a
 * dash beside "+", "no opinion". */
bool bind_is_choice(const struct bind_row *row, const char *plain);
