/*
 * judge: what the files of vote-judge share.
 *
 * A sheet is what rows bind; a judge is what is resolved from it: the scale,
 * the options and how often each got each grade; a ranking is what that comes
 * to.
 */
#pragma once

#include "majority.h"
#include "vote/group.h"
#include "vote/poll_run.h"

struct sheet {
	struct poll_sheet poll;
	struct bind_text question;
	struct bind_list options; /* struct poll_option */
	struct bind_list grades;  /* struct bind_text, best first */
	struct bind_choice no_opinion;
	struct bind_list profiles, groups; /* struct node *, to be read */
};

/* The scale. */
struct scale_of_grades {
	struct method_choices names; /* best first */
	bool numbers;                /* all of them are */
	struct dict spelt;           /* as met, to a grade's place from 1 */
};

/*
 * Counts are so many for each option, in the order of the poll: how often it got
 * each grade, best first, and last how many had no opinion of it.
 */
struct tally {
	size_t options, grades;
	uint64_t *counts;
	struct groups groups;
	size_t *marks; /* by option, of the ballot that was judged last: its
			  place in the counts */
	const struct judge *judge;
};

struct judge {
	struct poll poll;
	struct sheet *sheet;
	struct scale_of_grades scale;
	struct tally *tally;
	struct bind_list cells; /* struct matrix_cell, of tables of counts */
};

/*
 * grade.c: the scale.
 */

/* Settles the scale, and what becomes of what nobody said. */
void grade_settle(struct judge *judge);

/* The place of a grade from 0; their number for no opinion, and more for a text
 * that is neither. */
size_t grade_place(const struct judge *judge, const char *text);
const char *grade_name(const struct judge *judge, size_t place);

/* Whether a name is a grade of the scale that stands where nothing is said. */
bool grade_is_common(const char *name);

/* Whether cells are grades of the common scale, or say that there is none. */
bool grade_across(const char *const *cells, size_t count);

/* All of them, for a message. */
const char *grade_all(const struct judge *judge);
void grade_find(const struct judge *judge);

/*
 * tally.c: ballots judged and added up.
 */

/* Whether a text alone behind a name can be the grade of that option: the line
 * of a voter has a mark between an option and a grade. */
bool tally_pairs(const char *text);

/* Begins a tally of no ballots, and the rules of one ballot. */
struct ballot_rules *tally_rules(struct judge *judge,
    const struct poll_run *run);

/* The counts of an option among those of all. */
uint64_t *tally_at(const struct tally *tally, uint64_t *counts, size_t option);

/* Adds all counts to others. */
void tally_add(const struct tally *tally, uint64_t *into, const uint64_t *from);

/* Judgements of an option that were given, and all that were asked for: those
 * of who has no opinion too. */
uint64_t tally_given(const struct tally *tally, const uint64_t *counts,
    size_t option);
uint64_t tally_asked(const struct tally *tally, const uint64_t *counts,
    size_t option);

/*
 * profile.c: counts by option and grade, as sheets and reports have them: what
 * is enough to add one vote to another.
 */

/* The options that tables name, where no list does; and what they count. */
void profile_options(struct judge *judge);

/* A fault where the columns of what looks like a table of voters are grades. */
void profile_missed(struct judge *judge);

/* Whether a section is such a table by its columns. */
bool profile_claims(const struct node *section);
void profile_read(struct judge *judge);
void profile_render(const struct judge *judge);

/* Fills in cells: the counts of an option, with those of no opinion where the
 * table has them. */
const char **profile_cells(const struct judge *judge, const char **cell,
    const uint64_t *counts, bool none);

/* A table of so many rows, by some heads and by the grades. */
struct grid profile_grid(const struct judge *judge, const enum term *heads,
    size_t heads_count, bool none, size_t rows);

/* Whether anybody had no opinion of something. */
bool profile_has_none(const struct judge *judge);

/* line.c: lines of an option and its grades become profiles, before they are bound. */
void line_arrange(struct method *method, const struct doc_part *part);

/*
 * group.c: the same by group.
 */

/* Puts the groups in their order. */
void group_settle(struct judge *judge);
void group_render(const struct judge *judge);
void group_find(const struct judge *judge);

/*
 * ranking.c: the majority grades, and the order of the options by them.
 */

struct standing {
	const struct poll_option *option;
	struct majority_profile profile; /* with what the default supplies */
	size_t grade;                    /* the majority grade */
	struct majority_lead lead; /* of the one before it; of the first none */
	size_t rank;
	bool retained;
};

struct ranking {
	struct bind_list standings; /* struct standing, the best first */
	uint64_t supplied;          /* judgements, by the default */
	uint64_t total;             /* judgements, with these */
	struct poll_cut cut;
};

static inline struct standing *
standing_at(const struct ranking *ranking, size_t place)
{
	return bind_nth(&ranking->standings, sizeof(struct standing), place);
}

/* The majority grade of counts, with what the default supplies; "" where nobody
 * judged. */
const char *ranking_grade(const struct judge *judge, const uint64_t *counts);

struct ranking ranking_of(struct judge *judge);
void ranking_find(const struct judge *judge, const struct ranking *ranking);

/*
 * cut.c: who is retained.
 */
void cut_compute(const struct judge *judge, struct ranking *ranking);
void cut_render(const struct judge *judge, const struct ranking *ranking);

/*
 * merit.c: the ranking as a report shows it.
 */
void merit_render(const struct judge *judge, const struct ranking *ranking);
void merit_chart(const struct judge *judge, const struct ranking *ranking);
