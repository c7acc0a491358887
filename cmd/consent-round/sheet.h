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

/*
 * Bound.
 */

struct member {
	struct bind_text id, name;
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
};

struct amendment {
	struct bind_text id, makes, origin, text;
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

struct sheet {
	struct bind_choice ruleset;
	struct bind_text circle, absentees, quorum;
	struct roles roles;
	struct driver driver;
	struct follow_up follow_up;
	struct bind_list members;                      /* struct member */
	struct bind_list proposals, rounds, decisions; /* struct node * */
	struct bind_list voted, chosen; /* struct node *: what a vote, and a
					   wall, selected */
	struct bind_list clarifications, reactions, objections, amendments;
};

extern const struct bind_row sheet_follow_rows[];
extern const struct bind_row sheet_objection_rows[];
extern const enum term sheet_presences[];
extern const enum term sheet_fates[];
extern const enum term sheet_resolutions[];
extern const enum term sheet_rulesets[CONSENT_RULESETS + 1];

/*
 * Resolved: what the sheet says in its own words is, from then on, in those of
 * the report.
 */

struct version {
	size_t number;
	const char *prose;
	struct pos pos;
};

struct answer {
	enum consent_answer answer;
	const char *text; /* a remark; "" where an objection has taken it */
	struct pos pos;
};

struct round {
	size_t number;
	size_t version;             /* 0: not said */
	struct answer *answers;     /* one a member */
	struct answer everyone;     /* of those who are not named */
	const struct node *section; /* NULL: none of its own */
	struct pos pos;
};

struct process {
	struct method *method;
	struct bind *bind;
	struct arena *arena;
	struct sheet *sheet;
	struct dict ids, names;    /* to struct member */
	struct dict objection_ids; /* to struct objection */
	struct dict amendment_ids; /* to struct amendment */
	struct dict said;          /* by member and round */
	struct bind_list versions; /* struct version */
	struct bind_list rounds;   /* struct round */
	struct bind_list records;  /* struct consent_objection */
	struct bind_text declared;
	struct bind_date date; /* of the decision */
	const char *delay;     /* hours, as typed */
	struct consent consent;
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

static inline struct version *
version_at(const struct process *process, size_t index)
{
	return (struct version *)process->versions.at + index;
}

static inline struct objection *
objection_at(const struct process *process, size_t index)
{
	return (struct objection *)process->sheet->objections.at + index;
}

static inline struct amendment *
amendment_at(const struct process *process, size_t index)
{
	return (struct amendment *)process->sheet->amendments.at + index;
}

static inline struct consent_objection *
record_at(const struct process *process, size_t index)
{
	return (struct consent_objection *)process->records.at + index;
}

static inline const char *
process_number(const struct process *process, size_t number)
{
	return method_integer(process->method, (int64_t)number);
}

/* setting.c: rule set, absentees, quorum, date, what was declared; ruleset is
 * the option's, or NULL. */
void setting_read(struct process *process, const char *ruleset);

/* Whether a text is a rule for absentees, and not their names. */
bool setting_is_policy(struct process *process, const char *text);

/* Whether a text is a decision; declares it. */
bool setting_is_decision(struct process *process, const char *text);
void setting_declare(struct process *process, const struct node *node);

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

/* The names of those members of whom something holds, joined; plain. */
const char *member_names(const struct process *process,
    bool (*holds)(const struct process *process, size_t member,
	const void *context),
    const void *context);

/* version.c: the versions of the proposal. */
void version_read(struct process *process);
bool version_claims(const struct node *section);
void version_render(const struct process *process);
void version_render_changes(const struct process *process);

/* A number behind a term, "Tour 2 (v3)", "v2": false where there is none. */
bool version_number(const char *text, enum term term, size_t *number,
    size_t *version);

/* The version that a text names; 0, and a fault, where there is none. */
size_t version_find(struct process *process, const char *text, struct pos pos);

/* round.c: the rounds, and how they are printed. */
void round_read(struct process *process);
bool round_claims(const struct node *section);
void round_render(const struct process *process);
void round_summary(const struct process *process);

/* A round, new; a fault where there is one of that number already, NULL where
 * there are too many. */
struct round *round_add(struct process *process, size_t number, struct pos pos);

/* How many answered in a round. */
size_t round_heard(const struct consent *consent,
    const struct consent_round *round);

/* aside.c: what a pad has below the answers of a round, line by line. */
void aside_read(struct process *process, const struct node *section);

/* answer.c */

/* Adds the answer of a member, or of everyone else, to a round or to NULL. */
void answer_add(struct process *process, struct round *round, const char *name,
    struct pos name_pos, const char *text, struct pos pos);

/* "Chloé : objection", without the marks of a pair, or "no objection", which is
 * everyone's; false where it is none. */
bool answer_add_line(struct process *process, struct round *round,
    const char *text, struct pos pos);

/* Whether a text is an answer, with a remark or without. */
bool answer_is(const struct process *process, const char *text);

/* A text in front of and behind the first mark that parts it; false: it has
 * none. */
bool answer_split(const struct process *process, const char *text,
    const char **head, const char **rest);

const char *answer_word(const struct process *process,
    enum consent_answer answer);

/* objection.c: objections, and what each refers to. */
void objection_read(struct process *process);
const char *objection_author(const struct process *process, size_t index);

/* How many of the four criteria an objection claims; those that it does not,
 * joined. */
int objection_criteria(const struct process *process,
    const struct objection *objection, const char **missing);

/* How each was raised, answered, tested and lifted. */
void objection_render(const struct process *process);
void objection_render_concerns(const struct process *process);

/* amendment.c: amendments, and the labels of them and of objections. */
void amendment_read(struct process *process);
void amendment_link(struct process *process);

/* The version that an amendment makes; 0: it says none. */
size_t amendment_version(const struct amendment *amendment);
void amendment_label(struct process *process, struct bind_list *list,
    size_t size, size_t place, const char *letter, struct dict *ids);

/* confirm.c: who says that an objection is resolved. */
void confirm_read(struct process *process, struct objection *objection,
    struct consent_objection *record);

/* finding.c: what the rule set would not accept. */
void finding_all(const struct process *process,
    const struct consent_outcome *outcome);

/* verdict.c: what is said of the outcome. */

void verdict_render(const struct process *process,
    const struct consent_outcome *outcome);

/* The first reason why there is no decision yet, without its full stop. */
const char *verdict_reason(const struct process *process,
    const struct consent_outcome *outcome);

/* The members that one duty owes, joined. */
const char *verdict_owed(const struct process *process,
    const struct consent_outcome *outcome, enum consent_duty duty);

enum term verdict_state(enum consent_state state);

/* How an objection was resolved, in a word; "" if it was not said. */
const char *verdict_resolution(const struct process *process,
    const struct objection *objection);

/* next.c: the steps that are owed, as items. */
void next_render(const struct process *process,
    const struct consent_outcome *outcome);

#endif
