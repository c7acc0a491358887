/*
 * process: a decision by consent, as a sheet tells it.
 *
 * A circle answers in rounds whether it objects to a version of a proposal;
 * lib/domain/consent judges what came of it.  Here is what stands between the
 * two: the rows of such a sheet, whom and what it means, what is to be found of
 * it, and its sections.  What leads up to a proposal is the tool's own affair.
 *
 * A tool puts rows of the ones below among its own, which bind into a struct
 * process_sheet that is the first thing in its struct, and then calls
 * process_read; where there are no faults, process_judge and the findings; and
 * prints the sections that it wants.
 */
#pragma once

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

/* What somebody said before the rounds. */
struct reaction {
	struct bind_text heading, from, text;
	struct bind_yes pass;
};

struct objection {
	struct bind_text id, heading, from, argument, reason, round;
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

struct roles {
	struct bind_text proposer, facilitator, secretary;
};

struct follow_up {
	struct bind_text owner, communication;
	struct bind_date review, end;
	struct bind_list criteria, indicators; /* struct bind_text */
};

struct process_sheet {
	struct bind_choice ruleset;
	struct bind_text circle, absentees;
	struct bind_share quorum;
	struct roles roles;
	struct bind_text declared;
	struct follow_up follow_up;
	struct bind_list members;                      /* struct member */
	struct bind_list proposals, rounds, decisions; /* struct node * */
	struct bind_list reactions, objections, amendments;
};

/* Of a struct process_sheet: what a decision says, and the follow-up, which is
 * all of these but the first. */
extern const struct bind_row decision_rows[];
#define follow_rows (decision_rows + 1)
extern const struct bind_row member_rows[], reaction_rows[], objection_rows[],
    amendment_rows[];
extern const enum term setting_rulesets[], setting_policies[];

/*
 * The rows, in the order that a sheet tells them.  What --template shows of one
 * is the vocabulary's: T_EXAMPLE_MEMBERS, T_SHEET_MEMBERS.
 */
#define PROCESS_SHOWN(key) .example = T_EXAMPLE_##key, .sheet = T_SHEET_##key
#define PROCESS_TEXT(term, member, ...)                                        \
	ROW(process_sheet, member, .key = (term), .flags = BIND_SETTING,       \
	    __VA_ARGS__)

#define PROCESS_CIRCLE                                                         \
	ROW(process_sheet, ruleset, .key = T_RULESET, .flags = BIND_SETTING,   \
	    .example = T_EXAMPLE_RULESET, .choices = setting_rulesets),        \
	    PROCESS_TEXT(T_CIRCLE, circle, .example = T_EXAMPLE_CIRCLE)
#define PROCESS_LEADERS                                                        \
	PROCESS_TEXT(T_ROUND_FACILITATOR, roles.facilitator),                  \
	    PROCESS_TEXT(T_SECRETARY, roles.secretary)
#define PROCESS_PRESENCE                                                       \
	PROCESS_TEXT(T_ABSENTEES, absentees, .choices = setting_policies,      \
	    .example = T_EXAMPLE_ABSENTEES),                                   \
	    ROW(process_sheet, quorum, .key = T_QUORUM, .flags = BIND_SETTING)
#define PROCESS_MEMBERS                                                        \
	ROW_ITEMS(process_sheet, members, member, .key = T_MEMBERS,            \
	    PROCESS_SHOWN(MEMBERS))
#define PROCESS_PROPOSAL(...)                                                  \
	ROW(process_sheet, proposals, .key = T_PROPOSAL, .flags = BIND_WHOLE,  \
	    .claim = version_claims, .goes_on = version_goes_on, __VA_ARGS__)
#define PROCESS_REACTIONS(term, ...)                                           \
	ROW_ITEMS(process_sheet, reactions, reaction, .key = (term),           \
	    .claim = reaction_claims, __VA_ARGS__)
#define PROCESS_ROUNDS                                                         \
	ROW(process_sheet, rounds, .key = T_ROUNDS,                            \
	    .claim = round_table_claims, PROCESS_SHOWN(ROUNDS)),               \
	    ROW_ITEMS(process_sheet, objections, objection,                    \
		.key = T_OBJECTIONS, .claim = objection_claims,                \
		PROCESS_SHOWN(OBJECTIONS)),                                    \
	    ROW_ITEMS(process_sheet, amendments, amendment,                    \
		.key = T_AMENDMENTS, .claim = amendment_claims,                \
		PROCESS_SHOWN(AMENDMENTS))
#define PROCESS_FOLLOW_UP                                                      \
	{                                                                      \
		BIND_MAP, T_FOLLOW_UP, 0, .rows = follow_rows,                 \
					  PROCESS_SHOWN(FOLLOW_UP)             \
	}
#define PROCESS_DECISION ROW(process_sheet, decisions, .key = T_DECISION)

bool version_claims(const struct node *section);
bool version_goes_on(const struct node *section);
bool amendment_claims(const struct node *section);
bool objection_claims(const struct node *section);
bool reaction_claims(const struct node *section);
bool round_claims(const struct node *section);
bool round_table_claims(const struct node *section);

struct process;

/* Who a key says that what it names is of, "Objection (Ana)", "Proposition d'Ana",
 * "Ana's proposal", in the arena; "" where it says nobody.  Whether it says so.  And
 * who the heading that an item stands under tells, or is, where nobody else does. */
const char *whose(struct arena *arena, const char *key, enum term term);
bool whose_tells(const char *key, enum term term);
void whose_item(const struct process *process, struct bind_text *from,
    struct bind_text *heading, enum term term);

/* A number behind a term, "Tour 2 (v3)", "v2": false where there is none. */
bool version_number(const char *text, enum term term, size_t *number,
    size_t *version);

/*
 * Resolved.
 */

struct version {
	size_t number;
	const char *by; /* who amended it; or "" */
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
	/* the tool's, before process_read */
	struct method *method;
	struct process_sheet *sheet;
	const char *ruleset; /* the option's, or NULL */
	/* who spoke elsewhere, struct bind_text: they are the circle, too, of a
	 * sheet that names none */
	struct bind_list spoke;
	struct bind_text instead; /* of a proposal that is not given */
	/* rows of the tool that a line below a round may be a pair of, beside
	 * the follow-up's; or NULL */
	const struct bind_row *below;
	/* somebody is chosen: their name is a decision, a proposal may be yet to
	 * come, and the date is asked for */
	bool chooses;

	/* from process_read on */
	struct bind *bind;
	struct arena *arena;
	struct refer people, amended;
	bool asked; /* what is read answers "do you have an objection?" */
	struct bind_list versions; /* struct version */
	struct bind_list rounds;   /* struct round */
	struct bind_date date;     /* of the decision */
	const char *delay;         /* hours, as typed */
	/* the tool may add to it what it knows of the time before the rounds */
	struct consent consent;

	/* from process_judge on */
	struct consent_outcome outcome;
};

/* Resolves what the rows bound; faults are bind's. */
void process_read(struct process *process);
void process_judge(struct process *process);

/* Whoever is proposed from a version on is another person than before: objections
 * raised to those before are moot.  Before process_judge. */
void objection_moot(struct process *process, size_t version);

/* Leaves nothing but the tool's own lines, for --next: before method_ready. */
void process_drop_others(struct process *process);

/* What the rule set would not accept, as findings: of what was declared and who
 * leads; then of versions, rounds, objections and dates.  What a tool finds of
 * the time before the rounds goes between. */
void finding_people(const struct process *process);
void finding_rounds(const struct process *process);

/* The last round as it is judged; NULL where there was none. */
static inline const struct consent_round *
process_last(const struct process *process)
{
	return process->consent.round_count > 0
	    ? process->consent.rounds + process->consent.round_count - 1
	    : NULL;
}

/* A number; a word of the vocabulary, "" for none. */
const char *process_number(const struct process *process, size_t number);
const char *process_word(const struct process *process, enum term term);

/* Has who is named by a part of their name, or by a label, named whole; or by a
 * letter, with --anonymous. */
void process_name(const struct process *process, struct bind_text *name);

/* The index of a member; false, and a fault, where a name is none; and the same
 * without a fault. */
bool member_find(struct process *process, const char *name, struct pos pos,
    size_t *index);
bool member_is(const struct process *process, const char *name, size_t *index);

/* "Chloé : text" of whoever is a member, where nobody is named. */
void member_lead(const struct process *process, struct bind_text *from,
    struct bind_text *text);

/* What stands behind a mark that parts a text, out of its parentheses. */
const char *answer_behind(const struct process *process, const char *mark);

/* A member's name, plain; and the names of those whose answer counts as one in
 * a round, joined. */
const char *member_name(const struct process *process, size_t index);
const char *member_names(const struct process *process,
    const struct consent_round *round, enum term answer);

/* Whether a process ended without a decision. */
bool decision_is_over(const struct process *process);

/* That concerns stand beside a decision, with how many; "" where none does. */
const char *decision_concerns(const struct process *process);

/* Begins the section of the decision with a line that says it: who may still
 * object, the state, and what was declared. */
void decision_render(const struct process *process, const char *line);

/* What is owed first before there can be a decision, as a reason without its
 * full stop; "" where nothing is. */
const char *owed_reason(const struct process *process);

/* All that is owed, a step an item. */
void owed_render(const struct process *process);

/* Sections: of the members; of the proposal in its versions; and of the rounds
 * with all that stands behind them, objections, what became of them, and what
 * is followed up. */
void member_render(const struct process *process);
void version_render(const struct process *process);
void minute_render(const struct process *process);
