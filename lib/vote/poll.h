/*
 * poll: a vote as its sheets tell it, whatever its rule.
 *
 * What can be voted for, who could vote and did, which ballots do not count,
 * and the sections of a report that say so, which are read back as they were
 * written: figures of several reports add up.
 */
#pragma once

#include "method/method.h"
#include "vote/ballot.h"

/* What an option of any rule begins with. */
#define POLL_OPTION                                                            \
	struct bind_text label; /* plain; "" where there is none */            \
	struct bind_text text, under;                                          \
	size_t document;                                                       \
	size_t place; /* among the options, from 0 */                          \
	bool counted  /* known by a count alone: its text may be a label */

struct poll_option {
	POLL_OPTION;
};

/* Of a struct that begins so, where it has nothing else. */
extern const struct bind_row poll_option_rows[];

/* A line of a report's participation. */
struct poll_figure {
	struct bind_text what, many;
	size_t document;
};

/* A ballot that does not count, as reports have it. */
struct poll_reject {
	struct bind_text where, reason;
	struct bind_number times;
};

extern const struct bind_row poll_figure_rows[], poll_reject_rows[];

/* A question of a wall. */
struct poll_question {
	struct bind_text label, text, powerful, duplicate;
};

extern const struct bind_row poll_question_rows[];

/* What rows bind, of any rule; a member of the tool's sheet. */
struct poll_sheet {
	/* struct node *, for poll to read */
	struct bind_list ballot_nodes, participant_nodes, electorate_nodes,
	    proxy_nodes, figure_nodes;
	struct bind_list figures, rejects;
	struct bind_list selected, questions; /* struct poll_question */
	/* settings */
	struct bind_text seed;
	struct bind_number winners, participants, electorate;
	struct bind_share quorum;
	struct bind_choice tie;
};

/* The rows of these, by what they are of.  Settings are printed in the order of
 * the rows. */
#define POLL_ROWS_PEOPLE(type, poll)                                           \
	ROW(type, poll.participant_nodes, .key = T_PARTICIPANTS),              \
	    ROW(type, poll.participants, .key = T_PARTICIPANTS,                \
		.flags = BIND_SETTING),                                        \
	    ROW(type, poll.participant_nodes, .key = T_VOTERS),                \
	    ROW(type, poll.proxy_nodes, .key = T_PROXIES),                     \
	    ROW(type, poll.figure_nodes, .key = T_BLANKS),                     \
	    ROW(type, poll.figure_nodes, .key = T_SPOILED),                    \
	    ROW(type, poll.figure_nodes, .key = T_BLANK_OR_SPOILED),           \
	    ROW(type, poll.figure_nodes, .key = T_BALLOTS_CAST),               \
	    ROW(type, poll.figure_nodes, .key = T_EXPRESSED),                  \
	    ROW(type, poll.electorate_nodes, .key = T_ELECTORATE),             \
	    ROW(type, poll.electorate, .key = T_ELECTORATE,                    \
		.flags = BIND_SETTING),                                        \
	    ROW(type, poll.quorum, .key = T_QUORUM, .flags = BIND_SETTING,     \
		.choices = (const enum term[]){ T_SHARE_OF_CARRIED,            \
		    T_SHARE_OF_VOTERS, T_NONE })

#define POLL_ROWS_TIE(type, poll)                                              \
	ROW(type, poll.tie, .key = T_TIE_BREAK, .flags = BIND_SETTING,         \
	    .choices = poll_ties),                                             \
	    ROW(type, poll.seed, .key = T_SEED, .flags = BIND_SETTING)

#define POLL_ROWS_AGAIN(type, poll)                                            \
	ROW_ITEMS(type, poll.figures, poll_figure, .key = T_PARTICIPATION,     \
	    .flags = BIND_INNER),                                              \
	    ROW_ITEMS(type, poll.rejects, poll_reject, .key = T_REJECTED,      \
		.flags = BIND_INNER)

/* What the report of a wall selected, and all that it asks. */
#define POLL_ROWS_WALL(type, poll)                                             \
	ROW_ITEMS(type, poll.selected, poll_question, .key = T_SELECTED,       \
	    .from = T_QUESTION_WALL),                                          \
	    ROW_ITEMS(type, poll.questions, poll_question, .key = T_QUESTIONS, \
		.from = T_QUESTION_WALL)

/* T_TIE_NONE, T_TIE_ORDER, T_TIE_DRAW, T_NONE. */
extern const enum term poll_ties[];

enum { POLL_MOST = 1000000 }; /* winners, and the like */

/* The figures of participation, in the order of a report: those that sheets
 * give, then those that are computed. */
enum figure {
	ELECTORATE,
	PARTICIPANTS,
	PROXIES, /* of the participants: others carry their vote */
	CAST,    /* ballots */
	BLANK,
	SPOILED,
	BLANK_OR_SPOILED,
	ABSTENTIONS,
	REJECTED,
	USED, /* votes */
	UNUSED,
	QUORUM,
	FIGURES
};

/* One of them: summed over documents that bring votes, or given. */
struct headcount {
	bool known;
	uint64_t count;
	enum { FROM_SUM, FROM_SETTING, FROM_LIST } from;
};

/* What is resolved from sheets, before anything is counted. */
struct poll {
	struct method *method;
	struct bind *bind; /* that of method, or of a look ahead */
	struct arena *arena;
	struct poll_sheet *sheet;

	struct bind_list options;     /* of the tool's struct, which begins as
					 struct poll_option */
	size_t option_size;           /* of that struct */
	struct ballot_options *names; /* the same by their names */
	size_t document;              /* the one that is read, from 1 */
	bool *brings;                 /* by document: counts stand in it */
	size_t met;                   /* options that it gave, each once */
	bool misplaced; /* some document gives options in another order */
	const struct ballots *read;        /* so far; or NULL */
	bool has_counts;                   /* some votes come from no ballot */
	bool has_ballots;                  /* ballots, or a report's */
	struct headcount figures[FIGURES]; /* as sheets and reports have them */
};

/* What participation comes to. */
struct turnout {
	struct headcount figures[FIGURES];
	struct bind_list rejects; /* struct ballot_reject, by their places */
	uint64_t again;           /* of these: voters seen before */

	bool voters_known; /* all votes come from ballots */
	bool base_known;   /* what shares of participants are of */
	uint64_t base;
	enum {
		QUORUM_NONE,
		QUORUM_MET,
		QUORUM_MISSED,
		QUORUM_UNKNOWN,
		QUORUM_OPEN /* met with the proxies alone */
	} quorum;
	uint64_t quorum_cast, quorum_needed;
};

/* A poll that has no options yet, of so many bytes each; brings, names and the
 * rest are ready. */
struct poll poll_begin(struct method *method, struct bind *bind,
    struct poll_sheet *sheet, size_t option_size);

/* The words of a node's text. */
const char *poll_plain(const struct poll *poll, const struct node *node);

/* A whole number as it is printed. */
const char *poll_number(const struct poll *poll, uint64_t value);

/* What an option of the command says of a row, NULL where nothing: it overrules
 * the documents.  sheet: of the tool. */
void poll_overrule(struct poll *poll, void *sheet, enum term key,
    enum bind_kind kind, const char *option, const char *argument);

/* Puts the tables of voters of a section and of all in it, but for ballots and for
 * what other tools report, among the ballots of a document, a row a voter; before it
 * is bound.  own: the subject. */
void poll_tables(const struct method *method, const struct ballot_form *form,
    enum term own, struct node *root, struct node *section);

/* Puts among the ballots the lines below headings of nobody that can be nothing else,
 * "Anne : A > B", several in a list or a paragraph. */
void poll_lines(struct bind *bind, const struct ballot_form *form,
    struct node *root, struct node *section);

/* Whether a list begins with a table by option whose columns are voters. */
bool poll_turns(struct bind *bind, const struct ballot_form *form,
    const struct node *list);

/* Puts at the top of a document the settings that stand beside a table, but in a
 * report: "Mentions : ...", before it is bound. */
void poll_settings(struct method *method, struct node *root);

/* Makes a row of a table of voters of each heading that a voter's ballot stands
 * below, option by option: "### Nadia", "- Halle : Bien"; under ballots, or where
 * several headings of a document have no other meaning.  Before it is bound. */
void poll_voters(struct method *method, const struct ballot_form *form,
    struct node *root);

/* Where what concerns the whole vote is told, and a setting, if it was given. */
struct pos poll_place(const struct poll *poll);
struct pos poll_place_or(const struct poll *poll, struct pos pos);

/*
 * Options (poll_option.c).  Any that is returned is good until the next one is
 * added.
 */

static inline struct poll_option *
poll_option_at(const struct poll *poll, size_t place)
{
	return bind_nth(&poll->options, poll->option_size, place);
}

/* The option of a name, or NULL. */
void *poll_option_find(const struct poll *poll, const char *name);

/*
 * The option that a label and a text are, which is added where there is none.
 * One label with two texts, and one text with two labels, are faults; another
 * spelling of a text is told.
 */
void *poll_option_add(struct poll *poll, const struct bind_text *label,
    const struct bind_text *text);

/* Adds those of a list that rows bound, of the tool's struct, with what else is
 * in it where they are new. */
void poll_option_take(struct poll *poll, const struct bind_list *list);

/* "A : Jardin": where every thing of a list, which begins with a label and a text,
 * has a label of its own in front of its text, they are its labels; of some
 * alone they are parts of the texts. */
void poll_label(const struct poll *poll, const struct bind_list *list,
    size_t size);

/* The same of the options that each document lists. */
void poll_option_label(const struct poll *poll, const struct bind_list *list);

/* Adds questions, by their powerful wording where they have one, but those that
 * repeat another; and, where there are no options, those that a wall selected, else
 * all of its (poll_wall.c). */
void poll_wall_add(struct poll *poll, const struct bind_list *questions);
void poll_wall_take(struct poll *poll);

/* Where nothing says what is voted for, adds the columns of the tables of voters
 * that were read; and a fault where nothing does either. */
void poll_option_columns(struct poll *poll);
void poll_option_missing(struct poll *poll);

/* Notes that a document names an option. */
void poll_option_track(struct poll *poll, const void *option);

/* Finds options whose names differ by an article alone: "Halle", "la halle". */
void poll_option_find_alike(const struct poll *poll);

/* A label, or the words of the text; and several of them. */
const char *poll_option_name(const struct poll *poll, const void *option);
const char *poll_option_names(const struct poll *poll,
    const struct bind_list *list);

/*
 * Participation (poll_figure.c, poll_turnout.c).
 */

/* The figure that a name is, or FIGURES; and takes one that stands among counts,
 * if it is of those that people count. */
enum figure poll_figure_of(const char *plain);
bool poll_figure_take(struct poll *poll, enum figure figure, uint64_t value,
    struct pos pos);

/* A whole number, with words behind it that count as nothing. */
bool poll_figure_read(const struct poll *poll, const char *plain,
    uint64_t *value);

/* What reports say. */
void poll_figure_again(struct poll *poll);

/* What the report of a document counted; 0 where it says nothing. */
uint64_t poll_figure_told(const struct poll *poll, size_t document,
    enum figure figure);

/* The section Participation, of what is known. */
void poll_figure_render(const struct poll *poll, const struct turnout *turnout);

/* With all votes read, what the sheets say of people. */
void poll_turnout_read(struct poll *poll);

/* Figures, rejected ballots and quorum, of what ballots came to. */
struct turnout poll_turnout(struct poll *poll,
    const struct ballot_tally *tally);
void poll_turnout_find(const struct poll *poll, const struct turnout *turnout);

/* Tells voters who are none of the participants that are listed
 * (poll_attendance.c). */
void poll_attendance_find(const struct poll *poll);

/* Fills in a figure that the tool counts. */
void poll_turnout_know(struct turnout *turnout, enum figure figure, bool known,
    uint64_t count);

/* Fills in the settings of participants and electorate as the report gives them
 * under its rules; before method_rules. */
void poll_turnout_rules(const struct poll *poll);

/*
 * Ballots that do not count (poll_reject.c).
 */

/* Those that were rejected now, and those of reports, into a turnout. */
void poll_reject_take(const struct poll *poll, const struct ballot_tally *tally,
    struct turnout *turnout);

/* Finds a reason for which more than a fifth of the ballots do not count. */
void poll_reject_find_many(const struct poll *poll,
    const struct turnout *turnout);
void poll_reject_find(const struct poll *poll, const struct turnout *turnout);
void poll_reject_render(const struct poll *poll, const struct turnout *turnout);

/*
 * Ties (poll_tie.c, poll_cut.c).
 */

/* Where nobody gave a way to break ties there is none; a draw without a seed is
 * a fault. */
void poll_tie_settle(struct poll *poll);

/* What --tie says, which overrules the documents: "draw:SEED" gives the seed
 * too; NULL: nothing.  sheet: of the tool. */
void poll_tie_overrule(struct poll *poll, void *sheet, const char *argument);

/* What draws among options: the SHA-256 of the seed, a blank, and the option's
 * name; the least is first. */
const char *poll_tie_digest(const struct poll *poll, const void *option);

/* An option's name as a report has it; drawn: with the start of that digest. */
const char *poll_tie_name(const struct poll *poll, const void *option,
    bool drawn);

/* By option, its place where all else is equal: as given, or as drawn. */
size_t *poll_tie_order(const struct poll *poll, bool drawn);

/* Between those who are retained and the others. */
struct poll_cut {
	size_t retained;      /* so many, the first ones */
	struct bind_list tie; /* of the tool's struct: level across it */
	bool tied;            /* and nothing parts them: none is retained */
};

/* Cuts options of the tool's struct, the best first, behind so many seats; level:
 * what those who are level have in common, by their places.  Those level across
 * the cut come to stand in the order that parts them. */
struct poll_cut poll_cut(const struct poll *poll, void **at,
    const uint64_t *level, size_t count, size_t seats);

/* Finds a tie that nothing broke; and tells how one was broken. */
void poll_cut_find(const struct poll *poll, const struct poll_cut *cut);
void poll_cut_render(const struct poll *poll, const struct poll_cut *cut);
