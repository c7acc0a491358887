/*
 * sheet: what the files of consent-round share.
 *
 * The rows bind a sheet; read.c and objection.c resolve it: who answered what
 * in which round, which amendment makes which version.  From it comes the
 * record that lib/domain/consent judges.
 */
#ifndef SHEET_H
#define SHEET_H

#include <stdbool.h>
#include <stddef.h>

#include "base/dict.h"
#include "domain/consent.h"
#include "report/report.h"
#include "sheet/bind.h"
#include "text/name.h"
#include "text/note.h"

struct member {
	struct bind_text id, name;
	enum term presence; /* T_PRESENT, T_NOT_PRESENT or T_EXCUSED */
};

struct version {
	size_t number;
	const char *prose;
	struct pos pos;
};

struct clarification {
	struct bind_text from, question, answer;
};

struct reaction {
	struct bind_text from, text;
	struct bind_yes pass;
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

struct objection {
	struct bind_text id, from, argument, reason, round_text;
	struct bind_text indicator, threshold;
	struct bind_list criteria, amendments; /* struct bind_text */
	struct bind_list confirmed;            /* struct node * */
	struct bind_choice fate, resolution;
	size_t member;
	size_t round;
	size_t mended;
	size_t before; /* another of the same member and round; 0: none */
	enum consent_said objector, proposer;
};

struct amendment {
	struct bind_text id, makes_text, origin, text;
	size_t makes; /* 0: not said */
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
	struct bind_choice ruleset_choice;
	struct bind_text circle, absentees_text, quorum_text;
	struct roles roles;
	struct driver driver;
	struct follow_up follow_up;
	struct bind_list member_nodes, proposal_nodes, round_nodes;
	struct bind_list decision_nodes; /* struct node * each */
	struct bind_list voted, chosen;  /* struct node *: what a vote, and a
					   wall, selected */
	struct bind_list clarifications;
	struct bind_list reactions;
	struct bind_list objections;
	struct bind_list amendments;

	struct bind *bind;
	enum consent_ruleset ruleset;
	enum consent_absentees absentees;
	const char *delay; /* hours, as typed */
	size_t quorum;
	struct bind_text declared;
	enum consent_decision decision;
	struct bind_list members;  /* struct member */
	struct bind_list versions; /* struct version */
	struct bind_list rounds;   /* struct round */
	struct dict ids, names;    /* to struct member's index + 1 */
	struct dict objection_ids, amendment_ids; /* to an index */
	struct dict said;      /* by member and round, to an index + 1 */
	struct bind_date date; /* of the decision */
};

struct options {
	const char *ruleset;
	bool anonymous, next;
	struct opt_date today;
};

extern const struct bind_row sheet_objection_rows[];
extern const struct bind_row sheet_follow_rows[];
extern const enum term sheet_answers[CONSENT_ANSWERS]; /* from 1 */
extern const enum term sheet_fates[];
extern const enum term sheet_resolutions[];
extern const enum term sheet_criteria[CONSENT_CRITERIA + 1];
extern const enum term sheet_rulesets[CONSENT_RULESETS + 1];
extern const enum term sheet_decisions[];

static inline struct member *
sheet_member(const struct sheet *sheet, size_t index)
{
	return (struct member *)sheet->members.at + index;
}

static inline struct round *
sheet_round(const struct sheet *sheet, size_t index)
{
	return (struct round *)sheet->rounds.at + index;
}

static inline struct objection *
sheet_objection(const struct sheet *sheet, size_t index)
{
	return (struct objection *)sheet->objections.at + index;
}

static inline struct amendment *
sheet_amendment(const struct sheet *sheet, size_t index)
{
	return (struct amendment *)sheet->amendments.at + index;
}

static inline struct version *
sheet_version(const struct sheet *sheet, size_t index)
{
	return (struct version *)sheet->versions.at + index;
}

/* settings.c: rule set, quorum, absentees, date, what was declared. */
void settings_read(struct sheet *sheet, const struct options *options);

/* member.c: the members, and who a name is. */
void member_read(struct sheet *sheet);

/* The index of a member; false, and a fault, where a name is none. */
bool member_find(struct sheet *sheet, const char *name, struct pos pos,
    size_t *index);

/* The same without a fault. */
bool member_is(const struct sheet *sheet, const char *name, size_t *index);

/* proposal.c: the versions of the proposal. */
void proposal_read(struct sheet *sheet);
bool proposal_claims(const struct node *section);

/* A number behind a term, "Tour 2 (v3)", "v2": false where there is none. */
bool proposal_number(const char *text, enum term term, size_t *number,
    size_t *version);

/* The version that a text names; 0, and a fault, where there is none. */
size_t proposal_version(struct sheet *sheet, const char *text, struct pos pos);

/* round.c: the rounds and their answers. */
void round_read(struct sheet *sheet);
bool round_claims(const struct node *section);

/* answer.c */

/* Adds the answer of a member, or of everyone else, to a round or to NULL. */
void answer_add(struct sheet *sheet, struct round *round, const char *name,
    struct pos name_pos, const char *text, struct pos pos);

/* Where the words that may be an answer or a name end; NULL: they do not. */
const char *answer_head(const char *at);

/* What stands behind the marks there, out of its parentheses. */
const char *answer_rest(struct arena *arena, const char *at);

/* objection.c: objections and amendments, and what each refers to. */
void objection_read(struct sheet *sheet);

/* label.c: objections and amendments by their labels; NULL: none has it. */
void label_amendments(struct sheet *sheet);
void label_objections(struct sheet *sheet);
struct objection *label_objection(const struct sheet *sheet, const char *id);
struct amendment *label_amendment(const struct sheet *sheet, const char *id);

/* confirm.c: who says that an objection is resolved. */
void confirm_read(struct sheet *sheet, struct objection *objection);

/* record.c: the record that consent_judge takes. */
struct consent record_consent(const struct sheet *sheet);

/* How many of the four criteria an objection claims; met: which. */
int record_criteria(const struct objection *objection,
    bool met[CONSENT_CRITERIA]);

/* finding.c */
void finding_all(const struct sheet *sheet, const struct consent *consent,
    const struct consent_outcome *outcome, struct notes *findings);

/* What the report's functions share. */
struct view {
	struct report *report;
	const struct sheet *sheet;
	const struct consent *consent;
	const struct consent_outcome *outcome;
	const struct options *options;
	struct arena *arena;
	struct names *letters;
	enum lang lang;
};

/* verdict.c: what is said of the outcome. */

/* A message as a text; args are plain. */
#define verdict_text(view, ...)                                                \
	verdict_put(view, NOTE_FIRST(__VA_ARGS__, 0),                          \
	    (const char * [NOTE_ARGS + 1]){ NOTE_REST(__VA_ARGS__, NULL) })
const char *verdict_put(const struct view *view, enum term message,
    const char *const args[NOTE_ARGS + 1]);

/* The one line of the decision. */
const char *verdict_line(struct view *view);

/* The first reason why there is no decision yet, without its full stop. */
const char *verdict_reason(struct view *view);

/* A person's name, or a letter. */
const char *verdict_name(struct view *view, const char *name);
const char *verdict_person(struct view *view, const char *plain_name);
const char *verdict_member(struct view *view, size_t member);
const char *verdict_count(const struct view *view, size_t count);
enum term verdict_state(enum consent_state state);

/* The members that one duty owes, joined; plain. */
const char *verdict_owed(struct view *view, enum consent_duty duty);

/* How an objection was resolved, in a word; "" if it was not said. */
const char *verdict_resolution(const struct view *view,
    const struct objection *objection);

/* The last round; there is one. */
const struct consent_round *verdict_last(const struct view *view);

/* How many answered in a round. */
size_t verdict_heard(const struct consent *consent,
    const struct consent_round *round);

/* next.c: the steps that are owed, as items. */
void next_render(struct view *view);

/* change.c: the change from each version to the next. */
void change_render(struct view *view);

/* render.c */
void render(struct view *view);

/* trail.c: objections, their paths, amendments, rounds. */
void trail_rounds(struct view *view);
void trail_objections(struct view *view);
void trail_summary(struct view *view);

#endif
