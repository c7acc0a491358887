/*
 * process_inner: what the files of a process share, and no tool.
 */
#pragma once

#include "consent/process.h"

/* A line of a round. */
struct said {
	struct bind_text who, answer, remark;
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

/* Enters the texts at a place in the items of a list, folded; two that are
 * alike are a fault. */
void process_twice(struct process *process, const struct bind_list *list,
    size_t size, size_t place, struct dict *names);

/* Gives "O1" to items without a label, which is first in each. */
void process_label(struct process *process, const struct bind_row *rows,
    struct bind_list *list, size_t size, const char *letter);

/* setting.c: rule set, absentees, quorum. */
void setting_read(struct process *process);

/* decision.c: reads what declares a decision; and, once all is read, what was
 * declared, and its date, with which the review is compared. */
void decision_read(struct process *process, struct node *decision);
void decision_settle(struct process *process);

/* What was declared, in the report's words where it is one plain word. */
const char *decision_declared(const struct process *process);

/* The decision that a text tells: adopted, deferred; T_NONE: it is none. */
enum term decision_told(struct process *process, const char *text);

/* member.c: the members, and who a name is. */
void member_read(struct process *process);

/* beneath.c: the round that stands right below a proposal. */
void beneath_read(struct process *process);

/* Reads a line below a proposal that tells of the process, "First round: Ana ok, Bo
 * ok", "Reactions: Ana likes it", "Decision: deferred", or "Consent: Ana, Bo", which is
 * of the round; false where it is part of the text. */
bool beneath_read_line(struct process *process, const struct node *line,
    struct node *round);

/* record.c: whether a table under no heading tells a proposal and what was said of it
 * in its rows; and what such a table, or the maps of YAML, tell: the text stays with
 * the proposal, the answers are given back, NULL where there are none. */
bool record_claims(const struct node *section);
struct node *record_read(struct process *process, struct node *proposal);

/* Whether all lines, items or rows of a list, one of several people or two, say what somebody
 * answers. */
bool beneath_are_answers(const struct process *process,
    const struct node *lines);

/* reaction.c: who said what before the rounds. */
void reaction_read(struct process *process);

/* version.c: the versions of the proposal. */
void version_read(struct process *process);

/* Whether a key says that a text is the proposal amended, which is added as the
 * version after the last one; and the last version that stands above a place,
 * where they stand between the rounds, or 0. */
bool version_amended(struct process *process, const char *key, const char *text,
    struct pos pos);
size_t version_above(const struct process *process, struct pos pos);

/* The version that a text names; 0, and a fault, where there is none. */
size_t version_find(struct process *process, const char *text, struct pos pos);

/* round.c: the rounds. */
void round_read(struct process *process);

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

/* A line whose key is in strong letters, "**Amendment:** text", with a plain one. */
const char *aside_plain_key(const struct process *process, const char *text);

/* What a decision says without the pairs of the follow-up behind it, which are
 * taken: "Adopted. Review: September." */
const char *aside_cut_pairs(struct process *process, const char *text,
    struct pos pos);

/* Takes the review that a sentence of a text is, "Review in six months". */
void aside_take_review(struct process *process, const char *text,
    struct pos pos);

/* Takes a text that is nothing but such pairs; false: it is none. */
bool aside_take_pairs(struct process *process, const char *text,
    struct pos pos);

/* The same of a pair that the tool takes there, "Accepted: yes". */
bool aside_read_below(struct process *process, const struct said *said);

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

/* Whether a key asks for objections, so that "no" is to have none. */
bool answer_asks(const struct node *node);

/* Whether a text is an answer, with a remark or without. */
bool answer_is(const struct process *process, const char *text);

/* Whether it is consent, and nothing else. */
bool answer_agrees(const struct process *process, const char *text);

/* An answer in front of those who give it, "Consent: Ana, Bo", or several, "Consent:
 * Ana — Objection: Cy (too dear)": adds a struct said for each, of all its names;
 * of nobody where they are "none". */
void answer_parts(const struct process *process, const char *text,
    struct bind_list *parts);

/* The first mark that parts a text, or NULL; and both sides of it, false where
 * it has none. */
const char *answer_mark(const char *text);
bool answer_split(const struct process *process, const char *text,
    const char **head, const char **rest);

/* objection.c: objections, and what each refers to. */
void objection_read(struct process *process);

/* asked.c: who says in the list of objections that there is none, "Bo: none": it
 * tells the first round then, before those of their own are read. */
void asked_read(struct process *process);

/* Who is in that list, and gave no answer in the only round, objected in it. */
void asked_answer(struct process *process);

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

/* owed.c: that those absent from the last round may still object, where it is
 * so. */
void owed_render_absent(const struct process *process);

/* confirm.c: who says that an objection is resolved. */
void confirm_read(struct process *process, struct objection *objection);

/* fate.c: what is found of an objection; and T_OBJECTION_PATHS, how each was
 * raised, answered, tested and lifted, or T_CONCERNS, as a section. */
void fate_check(const struct process *process,
    const struct objection *objection);
void fate_render(const struct process *process, enum term section);

/* version.c: the proposal word by word from one version to the next. */
void version_render_changes(const struct process *process);
