/*
 * sheet: what the files of consent-round share.
 *
 * The rows bind a sheet; a process is the same once every reference is
 * resolved: who answered what in which round, which amendment makes which
 * version.  It holds the record that lib/domain/consent judges; the outcome is
 * computed from that alone.
 */
#ifndef SHEET_H
#define SHEET_H

#include <stdbool.h>
#include <stddef.h>

#include "base/dict.h"
#include "domain/consent.h"
#include "method/method.h"
#include "sheet/refer.h"

/*
 * Bound, and settled in its place: what the sheet says in its own words is,
 * from then on, in those of the report.
 */

struct member {
	struct bind_text id, name, group;
	struct bind_choice presence; /* T_PRESENT, T_NOT_PRESENT, T_EXCUSED */
};

struct clarification {
	struct bind_text from, question, answer;
};

struct reaction {
	struct bind_text from, text;
	struct bind_yes pass;
};

struct objection {
	struct bind_text id, from, argument, reason, round;
	struct bind_text indicator, threshold;
	struct bind_list criteria, amendments; /* struct bind_text */
	struct bind_list confirmed;            /* struct node * */
	struct bind_text confirmers;           /* the same, to be printed */
	struct bind_choice fate, resolution;

	/* resolved */
	struct consent_objection judged;
	bool claims[CONSENT_CRITERIA];
	size_t before; /* its author's last one in the same round, from 1 */
};

struct amendment {
	struct bind_text id, makes, origin, text;
	size_t version; /* that it makes; 0: it says none */
};

struct driver {
	struct bind_text situation, effect, requirement;
	struct bind_yes agreed;
};

struct roles {
	struct bind_text proposer, facilitator, secretary;
};

struct follow_up {
	struct bind_text owner, communication;
	struct bind_date review, end;
	struct bind_list criteria, indicators; /* struct bind_text */
};

/* What another tool selected; its text in the first column that has one. */
enum { SELECTED_TEXTS = 4 };

struct selected {
	struct bind_text id, texts[SELECTED_TEXTS];
};

struct sheet {
	struct bind_choice ruleset;
	struct bind_text circle, absentees;
	struct bind_share quorum;
	struct roles roles;
	struct driver driver;
	struct bind_text declared;
	struct follow_up follow_up;
	struct bind_list members;                      /* struct member */
	struct bind_list proposals, rounds, decisions; /* struct node * */
	struct bind_list voted, chosen; /* struct selected: by a vote, a wall */
	struct bind_list clarifications, reactions, objections, amendments;
};

/* A line of a round. */
struct said {
	struct bind_text who, answer, remark;
};

/* Of a struct sheet: what a decision says, and the follow-up, which is all of
 * these but the first. */
extern const struct bind_row decision_rows[];
#define follow_rows (decision_rows + 1)
extern const struct bind_row member_rows[], objection_rows[], amendment_rows[];
extern const enum term setting_rulesets[];

/*
 * Resolved.
 */

struct version {
	size_t number;
	const char *prose;
	struct pos pos;
};

struct answer {
	enum term answer;
	const char *text; /* a remark; "" where an objection has taken it */
	const struct bind_more *more;
	struct pos pos;
	size_t objection; /* the last one raised in it, from 1 */
};

struct round {
	size_t number;
	size_t version;             /* 0: not said */
	struct answer *answers;     /* one a member */
	struct answer everyone;     /* of those who are not named */
	const struct node *section; /* NULL: none of its own */
	struct bind_list beside; /* struct bind_text: lines that are no part */
	struct pos pos;
};

struct process {
	struct method *method;
	struct bind *bind;
	struct arena *arena;
	struct sheet *sheet;
	struct refer people, amended;
	struct bind_list versions; /* struct version */
	struct bind_list rounds;   /* struct round */
	struct bind_date date;     /* of the decision */
	const char *delay;         /* hours, as typed */
	struct consent consent;
	struct consent_outcome outcome;
};

static inline struct member *
member_at(const struct process *process, size_t index)
{
	return (struct member *)process->sheet->members.at + index;
}

static inline struct round *
round_at(const struct process *process, size_t index)
{
	return (struct round *)process->rounds.at + index;
}

static inline struct objection *
objection_at(const struct process *process, size_t index)
{
	return (struct objection *)process->sheet->objections.at + index;
}

/* The last round as it is judged; NULL where there was none. */
static inline const struct consent_round *
process_last(const struct process *process)
{
	return process->consent.round_count > 0
	    ? process->consent.rounds + process->consent.round_count - 1
	    : NULL;
}

static inline const char *
process_number(const struct process *process, size_t number)
{
	return method_integer(process->method, (int64_t)number);
}

/* A word of the vocabulary; "" for none. */
static inline const char *
process_word(const struct process *process, enum term term)
{
	return method_word(process->method, term);
}

/* The fault of a key that is not there. */
void process_missing(struct process *process, enum term key);

/* Enters the texts at a place in the items of a list, folded; two that are
 * alike are a fault. */
void process_twice(struct process *process, const struct bind_list *list,
    size_t size, size_t place, struct dict *names);

/* Gives "O1" to items without a label, which is first in each. */
void process_label(struct process *process, const struct bind_row *rows,
    struct bind_list *list, size_t size, const char *letter);

/* setting.c: rule set, absentees, quorum, decisions; ruleset is the option's,
 * or NULL.  Once all is read: what was declared, and the date, with which the
 * review is compared. */
void setting_read(struct process *process, const char *ruleset);
void setting_settle(struct process *process);

/* Whether a text is a rule for absentees, and not their names. */
bool setting_is_policy(struct process *process, const char *text);

/* Whether a text is a decision; and reads what declares one. */
bool setting_is_decision(struct process *process, const char *text);
void setting_declare(struct process *process, struct node *decision);

/* The declaration in the report's words, where it is one plain word. */
const char *setting_declared(const struct process *process);

/* member.c: the members, and who a name is. */
void member_read(struct process *process);

/* The index of a member; false, and a fault, where a name is none. */
bool member_find(struct process *process, const char *name, struct pos pos,
    size_t *index);

/* The same without a fault. */
bool member_is(const struct process *process, const char *name, size_t *index);

/* "Chloé : text" of whoever is a member, where nobody is named. */
void member_lead(const struct process *process, struct bind_text *from,
    struct bind_text *text);

/* A member's name, plain. */
const char *member_name(const struct process *process, size_t index);

/* The names of those whose answer counts as one in a round, joined; plain. */
const char *member_names(const struct process *process,
    const struct consent_round *round, enum term answer);

/* version.c: the versions of the proposal. */
void version_read(struct process *process);
bool version_claims(const struct node *section);
void version_render(const struct process *process);
void version_render_changes(const struct process *process);

/* A number behind a term, "Tour 2 (v3)", "v2": false where there is none. */
bool version_number(const char *text, enum term term, size_t *number,
    size_t *version);

/* Whether a key says that a text is the proposal amended, which is added as the
 * version after the last one; and the last version that stands above a place,
 * where they stand between the rounds, or 0. */
bool version_amended(struct process *process, const char *key, const char *text,
    struct pos pos);
size_t version_above(const struct process *process, struct pos pos);

/* The version that a text names; 0, and a fault, where there is none. */
size_t version_find(struct process *process, const char *text, struct pos pos);

/* round.c: the rounds; minute.c: how they are printed. */
void round_read(struct process *process);
bool round_claims(const struct node *section);
void round_render(const struct process *process);
void round_render_summary(const struct process *process);

/* A round, new, of a number or the next one; a fault where there is one of that
 * number already, NULL where there are too many. */
struct round *round_add(struct process *process, size_t number, struct pos pos);

/* The number in "2", "Tour 2", "2nd round"; 0 where there is none. */
size_t round_number(const struct process *process, const char *text);

/* The round of a number, until another one is added; or NULL. */
struct round *round_find(const struct process *process, size_t number);

/* aside.c: what a pad has below the answers of a round, line by line; and one
 * such line that was read as if somebody said it, false where it is none. */
void aside_read(struct process *process, size_t round,
    const struct node *section);
bool aside_read_line(struct process *process, const struct said *said);

/* Keeps a line beside a round, which it is no part of, with all that it
 * carries. */
void aside_keep(struct process *process, size_t round,
    const struct bind_text *said);

/* answer.c: adds the answer of a member, or of everyone else, to a round. */
void answer_add(struct process *process, struct round *round,
    const struct said *said);

/* Finds who says what in "Chloé : objection", without the marks of a pair; "no
 * objection" is everyone's.  False where it is no such line. */
bool answer_lead(const struct process *process, struct said *said);

/* Whether a text is an answer, with a remark or without. */
bool answer_is(const struct process *process, const char *text);

/* Whether it is consent, and nothing else. */
bool answer_agrees(const struct process *process, const char *text);

/* The first mark that parts a text, or NULL; what stands behind it, out of its
 * parentheses; and both sides of it, false where it has none. */
const char *answer_mark(const char *text);
const char *answer_behind(const struct process *process, const char *mark);
bool answer_split(const struct process *process, const char *text,
    const char **head, const char **rest);

/* objection.c: objections, and what each refers to. */
void objection_read(struct process *process);

/* An amendment that says which objection it comes from belongs to it. */
void objection_link(struct process *process, struct objection *objection,
    const struct amendment *amendment);

/* How many of the four criteria an objection claims; those that it does not,
 * joined. */
size_t objection_criteria(const struct process *process,
    const struct objection *objection, const char **missing);

/* amendment.c: which version each makes; and where one comes from, an objection,
 * the proposer, a reaction. */
void amendment_read(struct process *process);
void amendment_link(struct process *process, struct amendment *amendment,
    const struct refer *objections);

/* confirm.c: who says that an objection is resolved. */
void confirm_read(struct process *process, struct objection *objection);

/* fate.c: T_OBJECTION_PATHS, how each was raised, answered, tested and lifted,
 * or T_CONCERNS; and what is found of one. */
void fate_render(const struct process *process, enum term section);
void fate_check(const struct process *process,
    const struct objection *objection);

/* finding.c: what the rule set would not accept. */
void finding_all(const struct process *process);

/* verdict.c: what is said of the outcome, or the steps that are owed. */
void verdict_render(const struct process *process);
void verdict_render_next(const struct process *process);

#endif
