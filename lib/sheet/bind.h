/*
 * bind: rows that say which keys a tool takes, to C structs.
 *
 * Bind alone complains about input: every fault of a document is collected
 * with its place, and all are said at once.  From the same rows come the keys
 * that a misspelt one is compared with, and --template.
 */
#pragma once

#include "base/arena.h"
#include "base/dict.h"
#include "sheet/doc.h"
#include "value/share.h"

/*
 * Where a row's value goes: each is zeroed where the key is absent.
 *
 * A value is given where it was read and may be computed with.  One that
 * cannot be read is no fault, but where an answer hangs on it (BIND_DECIDES):
 * it is not given, and is a finding of reading.  typed is what stood there, in
 * md's normal form, "" where nothing did; as_typed: that is printed, since it
 * was not read or says more than the value does.
 */
struct bind_text {
	const char *text; /* in md's normal form; never NULL once bound */
	struct pos pos;
	bool given;
	const struct bind_more *more; /* of an item's main text; or NULL */
};

/* A text as it was given at a place. */
static inline struct bind_text
bind_text_at(const char *text, struct pos pos)
{
	return (struct bind_text){ text, pos, true, NULL };
}

/* What all of them but a text begin with. */
#define BIND_VALUE                                                             \
	struct pos pos;                                                        \
	bool given;                                                            \
	const char *typed;                                                     \
	bool as_typed

struct bind_value {
	BIND_VALUE;
};

struct bind_number {
	BIND_VALUE;
	int64_t thousandths;
	enum term word; /* one of the row's choices, where that is no number */
};

struct bind_date {
	BIND_VALUE;
	struct date date;
};

struct bind_money {
	BIND_VALUE;
	int64_t cents; /* of the sheet's currency, euros where it names none */
	bool a_year;   /* it says that it is each year's */
};

/* A time of the day, or a duration. */
struct bind_minutes {
	BIND_VALUE;
	int minutes;
};

struct bind_yes {
	BIND_VALUE;
	bool yes;
};

/* A number of them, or the part of them all that is wanted. */
struct bind_share {
	BIND_VALUE;
	uint64_t count;
	struct share share; /* its whole is 0 where it is a number */
	enum term of;       /* of the row's choices, or T_NONE */
};

struct bind_choice {
	BIND_VALUE;
	enum term term; /* T_NONE where not given */
};

struct bind_list {
	void *at; /* an array of the row's size each */
	size_t count;
	struct pos pos;
	bool given;
};

/* Walks the structs of a list: BIND_EACH(const struct item, item, &list). */
#define BIND_EACH(type, item, list)                                            \
	for (__typeof__(type) *                                                \
		 item = (list)->at,                                            \
		*const item##_end = bind_end((list), sizeof(type));            \
	     item != item##_end; item++)

/* Behind the last thing of a list; and the thing at a place, from 0. */
void *bind_end(const struct bind_list *list, size_t size);
void *bind_nth(const struct bind_list *list, size_t size, size_t place);

/* What stands with an item and no row knows: it is the user's own, and is
 * carried with the item to be printed behind what rows know. */
struct bind_more {
	struct bind_list columns; /* struct node *: cells or pairs, keys as
				     typed */
	struct bind_list below;   /* struct node *: a list under the item */
};

enum bind_kind {
	BIND_END,
	BIND_TEXT,   /* struct bind_text */
	BIND_NUMBER, /* struct bind_number */
	BIND_NAMES,  /* struct bind_list of struct bind_text */
	BIND_LIST,   /* struct bind_list of structs bound by rows; where PROSE
			is among these, a section within it is an item: its
			heading the main text, its body the prose */
	BIND_NODES, /* struct bind_list of struct node *, for the tool to read */
	BIND_OTHERS,   /* the same; of an item: pairs whose key is no row's, and
			  which its claim takes, where it has one */
	BIND_PROSE,    /* struct bind_text: paragraphs and lists, as md_prose */
	BIND_DATE,     /* struct bind_date: a full date */
	BIND_YES,      /* struct bind_yes: yes or no */
	BIND_CHOICE,   /* struct bind_choice: one of the row's choices */
	BIND_MONEY,    /* struct bind_money */
	BIND_TIME,     /* struct bind_minutes: of the day */
	BIND_DURATION, /* struct bind_minutes */
	BIND_SHARE,    /* struct bind_share: 12, 50 %, 2/3, more than half */
	BIND_MAP,      /* the row's struct, bound by its rows */
	BIND_DOCUMENT, /* of an item, with no key: size_t, the document that it
			  stands in, from 1 */
	BIND_NODE,     /* the same: const struct node *, what it was bound from,
			  for the number and the box in front of it */
};

enum bind_flag {
	BIND_REQUIRED = 1, /* absent is a fault; of an item: an empty text */
	BIND_LABEL = 2,    /* of an item: its label */
	BIND_MAIN = 4,     /* of an item: its text, or the list of what has no
			      key in it; of a tool: its main list */
	BIND_SETTING = 8,  /* "(default)" behind it says that nobody gave it */
	BIND_INNER = 16,   /* a key only within the tool's own subject */
	BIND_PERSON = 32,  /* of an item: who; a label of any length, in YAML
			      one that looks like a name, or has more than a
			      text behind it */
	BIND_WHOLE = 64,   /* all of its section is its value: nothing stands
			      beside it; of an item: a list of texts is one
			      text, as it is of people */
	BIND_BESIDE = 1 << 27, /* with BIND_WHOLE: what stands beside its lists
				  is kept, for report_section_beside where it is in
				  a section below */
	BIND_WHO = 256,        /* names people: letters, where asked for */
	BIND_COMPUTED = 512,   /* of an item: a column that is the tool's own,
				printed and never read back */
	BIND_WHEN =
	    8192, /* a text, printed as a date in words where it is one */
	BIND_UNDER = 32768, /* of an item: a text, which where the item has none
			       is the heading, or the key of YAML, that it
			       stands under in its list; then not given.  With
			       BIND_WHOLE, one over nothing is an item that has
			       no more than it */
	/* what method finds */
	BIND_WANTED = 1024, /* absent or empty is a finding */
	BIND_ALIKE = 2048,  /* of an item: so it is where another has it */
	BIND_UNIQUE =
	    4096, /* of an item: two that are the same are a finding, and
		     labels that can hardly be told apart */
	BIND_DECIDES = 16384, /* a value that cannot be read is a fault, since
				 an answer hangs on it; so is a setting's; of
				 nodes: they are one value, and no list */
	BIND_FIRST_DAY = 1 << 20, /* a date: of a period its first day, */
	BIND_LAST_DAY = 1 << 21,  /* or its last */
	BIND_OR_TEXT = 1 << 16,   /* a choice: words of the user's own are
				     none, and nothing is to be mended */
	BIND_NO_SIGN = 1 << 22,   /* money: a negative one is not counted */
	BIND_FIGURE = 1 << 24,    /* a text that the tool made of a number:
				     printed as one */
	BIND_LINES = 1 << 25,     /* its lines are items; with BIND_MAIN, those
				 under the title too, where nothing else of
				 the tool was read */
	BIND_PARTED = 1 << 29,    /* a list of one text is the items that
				  semicolons part in it */
	BIND_SAID = 1 << 30,      /* of a tool: a list, whose items are told of
				     in other sections too: "Décision : ..." */
	BIND_ASKS = 1 << 28,      /* with BIND_LINES: they are questions, which
				     end with their mark */
	BIND_BELOW = 1 << 26,     /* of an item: a list, of no key, of the items
				  that hang below it; its rows can be the
				  item's own */
	BIND_PAIRS = 128,         /* a list, whose lines are a label and a text
				     where there is a colon: "Rue : 40 %" */
	BIND_NAMING = 1 << 23,    /* of an item: a text that it can be referred
				     to by, beside its label and main text */
};

struct bind_row {
	enum bind_kind kind;
	enum term key;
	size_t at; /* offsetof, in the struct that is bound */
	unsigned flags;
	/* BIND_LIST: of an item; BIND_MAP; BIND_NODES: the keys that tell the
	 * language, and that its sections may have though they are others of
	 * the tool's too; or NULL */
	const struct bind_row *rows;
	size_t size; /* BIND_LIST: of an item */
	/* BIND_NODES, and a list whose items can be sections: takes a section
	 * by its content, where no key names it */
	bool (*claim)(const struct node *section);
	/* what a document has once: whether a second one goes on with the first,
	 * as a version does.  One that does not begins on another subject, and
	 * passes with what is told of it.  NULL: not once */
	bool (*goes_on)(const struct node *node);
	/* whether a node is an item of the list: then most of those in a list or
	 * under headings of their own, where no key names the list, make it
	 * one; else only the columns of a table tell */
	bool (*is_item)(const struct node *node);
	/* BIND_LINES: what a line begins with that leads an item, a number or 1
	 * for what is none, behind that of the one before, which is 0 at first;
	 * 0: nothing.  Then a line that nothing leads goes on with the item
	 * before it.  NULL: nothing leads one */
	size_t (*leads)(struct arena *arena, const char *line, size_t before);
	enum term example; /* what --template=yaml shows, or T_NONE */
	enum term sheet;   /* what --template=markdown shows, or T_NONE */
	/* read from that tool's subject alone, where it passes; or T_NONE */
	enum term from;
	/* BIND_CHOICE: ended by T_NONE; BIND_NUMBER: words that may stand for a
	 * number, "unlimited"; BIND_SHARE: words that say what it is of;
	 * BIND_TEXT: what it begins with, where it has no number, or else it is
	 * a pair of the user's own; or NULL */
	const enum term *choices;
	/* BIND_NUMBER: whole and between these, where they are not both 0 */
	int lowest, highest;
	int decimals; /* BIND_NUMBER: how many are printed at least */
	/* BIND_REQUIRED: absent is no fault where the row of that key, or of an
	 * item its text or list, is given, or of a tool's list another one of
	 * the same items; or T_NONE */
	enum term instead;
	/* what method finds: the message of {1} an item that lacks the row,
	 * where it has one of its own */
	enum term lacks;
	/* how method prints a list: by the row of order 1 or -1 first, by that
	 * of 2 or -2 where it is the same; rising or falling, what has no value
	 * last; equal ones as they stood */
	int order;
	/* what method_tallies counts: the heading, the head of the names, and
	 * what those without a value are called, or T_NONE */
	enum term tallied, tally_head, tally_none;
};

/* Nothing: what a type is written for, and is never read. */
extern void *const bind_nowhere;

/* A row for the member of a struct, whose type says its kind, and which names the
 * rest: ROW(force, action, .key = T_ACTION, .flags = BIND_WHO); one of a kind that
 * shares its type with another, or has the tool's own; and one for a list of struct
 * item, which item_rows bind. */
#define ROW(type, member, ...)                                                 \
	ROW_AS(BIND_KIND(((struct type *)bind_nowhere)->member), type, member, \
	    __VA_ARGS__)
#define ROW_AS(kind_, type, member, ...)                                       \
	{                                                                      \
		.kind = (kind_), .at = offsetof(struct type, member),          \
		__VA_ARGS__                                                    \
	}
#define ROW_ITEMS(type, member, item, ...)                                     \
	ROW_AS(BIND_LIST, type, member, .rows = item##_rows,                   \
	    .size = sizeof(struct item), __VA_ARGS__)
#define BIND_KIND(member)                                                      \
	_Generic((member), struct bind_text: BIND_TEXT,                        \
	    struct bind_number: BIND_NUMBER, struct bind_date: BIND_DATE,      \
	    struct bind_money: BIND_MONEY, struct bind_choice: BIND_CHOICE,    \
	    struct bind_yes: BIND_YES, struct bind_share: BIND_SHARE,          \
	    struct bind_list: BIND_NODES, size_t: BIND_DOCUMENT,               \
	    const struct node *: BIND_NODE)

/* Walks rows: BIND_ROWS(row, tool->rows). */
#define BIND_ROWS(row, rows)                                                   \
	for (const struct bind_row *row = (rows); row->kind != BIND_END; row++)

struct bind;

/*
 * The list whose items are handed over one by one, while documents are read
 * and in their order; also one that stands bare at the top of a document.
 * What its row binds is then a node without children, whose count tells how
 * many there were.
 */
struct bind_stream {
	enum term key;
	void *context; /* for the functions, whose own is the struct bind */
	/* A list begins; map for bind_preview. */
	void (*begin)(void *bind, struct node *map);
	void (*item)(void *bind, const struct node *item);
	/* An item of YAML that is a list of texts alone. */
	void (*texts)(void *bind, struct pos pos, const char *const *texts,
	    size_t count);
	/* Whether a list of Markdown under the key must be read whole, by its
	 * row: what it holds is not known before the rest is. */
	bool (*whole)(void *bind, const struct node *list);
};

struct bind_tool {
	enum term subject;
	enum term summary;
	const struct bind_row *rows;
	const struct bind_stream *stream; /* NULL: none */
	bool parts; /* its documents may be chapters in parts */
};

/* A pair under the title: of a term, or, where it is T_NONE, as typed. */
struct bind_pair {
	enum term term;
	const struct node *node;
	size_t document; /* where it stands, from 1 */
	bool front;      /* in its front matter */
	size_t again;    /* 2, 3 ...: another value stands before it; else 0 */
};

/* What stands beside the items of a taken section. */
struct bind_beside {
	enum term term; /* the section's */
	const struct node *section;
	const char *remark; /* a line among them, alone; or NULL */
};

/* An item of a list that is struck out as a whole: it is withdrawn, which a
 * report shows behind the others of its section. */
struct bind_struck {
	enum term term;   /* the section's */
	const char *text; /* its words */
	bool written;
};

enum { BIND_MOST_COLUMNS = 24 }; /* that are remembered */

/* The columns of the table at hand: what their keys say, each looked up once, and
 * those that are not what they say. */
struct bind_columns {
	size_t table; /* its number */
	const struct bind_row *rows;
	struct {
		const char *key;            /* as the cells have it */
		const struct bind_row *row; /* or NULL */
		enum lang lang;
		bool unsaid; /* empty, and another is what it is called */
	} known[BIND_MOST_COLUMNS];
	size_t count;
	const char *text;   /* the key of the one that is the main text */
	const char *unlike; /* of one that holds no such value as it names */
};

/* A document bound: what the tool took is in its struct, the rest here. */
struct bind {
	struct doc *doc;
	const struct bind_tool *tool;
	struct bind_text title;
	size_t titled;           /* the document that it is of */
	struct bind_list pairs;  /* struct bind_pair, in the order given */
	struct dict met_pairs;   /* what they are known by, see bind_pair.c */
	struct bind_list head;   /* struct node *: blocks under the title */
	struct bind_list before; /* struct node *: sections that pass */
	struct bind_list after;
	struct bind_list kept;   /* the same, inside the subject */
	struct bind_list beside; /* struct bind_beside */
	struct bind_list over;   /* struct bind_over, see bind_list.c */
	struct bind_list struck; /* struct bind_struck */
	struct bind_list cells;  /* struct node *: all columns and pairs that
				    are carried with an item, and who was away,
				    for those who ask for every name */
	size_t votes[3];         /* keys met, by enum lang */
	enum lang first_vote;
	enum lang words; /* what most keys are in: the report may be in another,
			    but what is typed is read in this one */
	bool met;        /* material of the tool */
	bool bare;       /* a list without keys, which is a fault */
	struct bind_text scale; /* what the head of a column of numbers says
				   that they are out of: "Score (1-5)" */
	struct bind_columns columns;
	uint64_t meant; /* rows that a misspelt key is near to, by place */
	struct yml_stream stream;
};

/*
 * Reads options and operands.  --template prints and exits.  Close what it
 * returns with bind_close.
 */
struct bind *bind_open(int argc, char **argv, const struct bind_tool *tool,
    const struct opt *opts);

/* The same for documents that are read already, or some of them. */
struct bind *bind_document(struct doc *doc, const struct bind_tool *tool);

/* Finds the report's language, from the pairs and the votes. */
void bind_language(struct bind *bind);

/* The same as far as is known before a document is walked, or meanwhile. */
enum lang bind_likely_language(struct bind *bind);

/* Adds to votes (words_vote) the words of a node, of those behind it and of all
 * below them, so many nodes at most; and the language that has more votes, or
 * LANG_NONE. */
void bind_vote_words(struct arena *arena, const struct node *node,
    size_t votes[3], size_t most);
enum lang bind_winner(const size_t votes[3]);

/* Binds the tool's rows into a struct, and finds the report's language. */
void bind_into(struct bind *bind, void *into);

/*
 * Binds what was read so far, and the map that is being read (NULL: none),
 * into another struct.  Nobody hears the faults of what it returns, which lives
 * as long as bind.
 */
struct bind *bind_preview(const struct bind *bind, const struct node *map,
    void *into);

/* Adds a fault, for what a tool must check itself; as note_add. */
#define bind_fault(bind, pos, ...)                                             \
	note_add(&(bind)->doc->faults, pos, __VA_ARGS__)

/* Adds a finding of reading: something is as typed, and not as a row wants it.
 * The report has them in front of the tool's own. */
#define bind_finding(bind, pos, ...)                                           \
	note_add(&(bind)->doc->findings, pos, __VA_ARGS__)

/* Whether there were faults; says them if so. */
bool bind_is_faulty(struct bind *bind);

/* Frees all; returns the status. */
int bind_close(struct bind *bind, int status);

/*
 * The parts of bind, for tools that read BIND_NODES.
 */

/* Whether a tool writes bare items below a computed heading. */
bool bind_writes_items(enum term computed);

/* Whether a text is nothing, or the dash that a hand puts where there is none.
 * All rows but those of texts take such a dash as nothing. */
bool bind_is_none(const char *text);

/* The computed section of a subject that a node is, or T_NONE: it is called as one,
 * and holds more than sentences and items of words, which somebody typed. */
enum term bind_computed(struct arena *arena, enum term subject,
    const struct node *section);

/* Whether a text says in words that there is none: "aucune pour l'instant". */
bool bind_is_nothing(const char *text);

/* Whether a heading is over what any minutes tell: who was there, what was
 * decided, what is to be done. */
bool bind_is_of_minutes(const char *heading);

/* Whether a row is the last of a table and says what the others come to: it is no
 * item, and told. */
bool bind_passes_total(struct bind *bind, const struct node *row);

/* Binds one item of a list; false if it is empty.  in_list: no map's pair. */
bool bind_item(struct bind *bind, const struct bind_row *rows,
    const struct node *item, bool in_list, void *into);

/* The row whose key a name is, or NULL; counts for the language. */
const struct bind_row *bind_find(struct bind *bind, const struct bind_row *rows,
    const char *name);

/* The fault of an unknown key, with the nearest one of rows. */
void bind_unknown(struct bind *bind, const struct bind_row *rows,
    const struct node *node);

/* The fault that nothing of a key was read in any document: what was meant for it, or
 * what to type. */
void bind_miss(struct bind *bind, enum term key);

/* The heading in a document that is the subject of another tool; NULL: none. */
const char *bind_other_subject(const struct bind *bind);

/* Whether a place is in Markdown. */
bool bind_in_markdown(const struct bind *bind, struct pos pos);

/* Carries with an item what no row knows: a cell or a pair by its key, or what
 * hangs below it.  False where the item has no text to carry it. */
bool bind_carry(struct bind *bind, const struct bind_row *rows,
    const struct node *node, void *into);

/* A line "Key: text" as the pair that it is, or NULL. */
struct node *bind_pair_of(struct arena *arena, const struct node *line);

/* The choice that a text names, or T_NONE; counts for the language. */
enum term bind_choice(struct bind *bind, const enum term *choices,
    const char *text);

/* Gives every text of an item a string, if only an empty one: of a struct that
 * a tool makes itself. */
void bind_fill_texts(const struct bind_row *rows, void *into);

/* The row of the tool that binds a kind of value under a key. */
const struct bind_row *bind_row_of(const struct bind *bind, enum term key,
    enum bind_kind kind);

/* The length of a setting's text without the mark that nobody gave it. */
size_t bind_given_length(const char *text);

/* A value for a row that binds it elsewhere; false if it is an empty text. */
bool bind_value(struct bind *bind, const struct bind_row *row,
    const struct node *node, void *into);

/* A row's value that is no text and no list: whether anything was typed; its
 * size, 0 of other kinds; and how it is printed. */
bool bind_is_typed(const struct bind_value *value);
size_t bind_value_size(enum bind_kind kind);
const char *bind_printed(const struct doc *doc, const struct bind_row *row,
    const void *at);

/* The same for a date, "" where nothing was typed. */
const char *bind_date_printed(struct arena *arena, enum lang lang,
    const struct bind_date *date);

/* Reads an amount of money, which is SURE_NOT where it is in another currency
 * than those before it: two are never added.  name: of its column or key, which
 * may name the currency, or "". */
enum sure bind_money_reading(struct bind *bind, const char *name,
    const char *plain, struct amount *amount);

/* A number as it was typed, for a report in any language: without the commas
 * that part thousands in an English document where the report is not; and with
 * a point for the comma that would part thousands in an English report alone.
 */
const char *bind_as_typed(struct bind *bind, const char *text);

/* A node as PROSE in md's normal form: a section's body, a text, a list.  What
 * its heading adds to a key is its first paragraph; T_NONE: to none. */
const char *bind_prose(struct bind *bind, enum term key,
    const struct node *node);

/* Where an item stands: the first thing that its rows say is given in it. */
struct pos bind_item_place(const struct bind_row *rows, const void *item);

/* The first row that has one of some flags, or NULL. */
const struct bind_row *bind_flagged(const struct bind_row *rows,
    unsigned flags);

/* Where the value of a row stands in a struct. */
void *bind_at(const struct bind_row *row, const void *in);

/* Whether words of a heading name a key. */
bool bind_mentions(struct arena *arena, const char *heading, enum term key);

/* Whether a text can be the label in front of an item. */
bool bind_is_label(const char *text);

/* The length of a label, by its look, at the start of a text: "S1"; or 0. */
size_t bind_label_length(const char *text);

/* The text of a node in md's normal form. */
const char *bind_text(struct bind *bind, const struct node *node);

/* All that an item says on its line, in that form, behind the box in front of it. */
const char *bind_line(struct bind *bind, const struct node *item);

/* The same of a node with all that is below it, on one line: names with commas
 * between them, or semicolons where one of them has a comma. */
const char *bind_words(struct bind *bind, const struct node *node);

/* Empties a list, and returns what was in it, to be put again in part. */
struct bind_list bind_emptied(struct bind_list *list);

/* Appends to a list of pointers or structs. */
void *bind_append(struct bind *bind, struct bind_list *list, size_t size);

/* The same with a copy of a struct, which it returns. */
void *bind_put(struct bind *bind, struct bind_list *list, const void *item,
    size_t size);
#define bind_add(bind, list, ...)                                              \
	bind_put(bind, list, &(__VA_ARGS__), sizeof(__VA_ARGS__))

/* Whether a name would be read as more than one. */
bool bind_is_many(const char *name);

/* Names in a text: parted by ; or, where there is none, by , and a last
 * "et" or "and". */
void bind_split_names(struct bind *bind, const char *text, struct pos pos,
    struct bind_list *names);

/* Names as they read where each is a wiki's link: "[[Ana]], [[Bo]]"; else as they
 * are. */
const char *bind_unlinked(struct arena *arena, const char *names);

/* The people that the pairs under the title name, folded, and their initials; and
 * whether a text is one of them, by their first name, all of it or their initials,
 * or some of them joined. */
void bind_known_people(struct bind *bind, struct dict *known);

/* Whether the known are those who were there, and not who led or wrote alone. */
bool bind_is_listed(const struct dict *known);
bool bind_is_known(struct arena *arena, const struct dict *known,
    const char *text);

/*
 * The length of who a text begins with, where it goes on with what they are to do:
 * "Clerk to chase it", "Léa se charge de la salle"; a function, or one of the known,
 * or anybody where these are NULL; else 0.
 */
size_t bind_doer(struct arena *arena, const struct dict *known,
    const char *text, bool *function);

/* Puts a value under the title that a row of the tool handed over, joined to what
 * stands there; and who is named there, struct node *. */
void bind_put_pair(struct bind *bind, enum term term, const struct node *node);
struct bind_list bind_participants(struct bind *bind);

/* "file:line:col", for a message that names a second place. */
const char *bind_place(struct bind *bind, struct pos pos);

/* Writes an empty sheet to standard output, and exits. */
_Noreturn void bind_template(const struct bind_tool *tool, enum form form,
    enum lang lang);
