/*
 * ballot_inner: what the files of ballot share with each other and nobody
 * else.
 *
 * A ballot is spelt as a string: of each of its parts a letter of enum
 * ballot_mark, a text and BALLOT_END, behind BALLOT_GIVEN also its votes and
 * BALLOT_END, which is a control that no sound text holds.
 */
#pragma once

#include "base/buf.h"
#include "vote/ballot.h"

#define BALLOT_END "\x1f"

/* What heads a table's column, looked up once: a key of ballots, or T_NONE for an
 * option to be. */
struct ballot_head {
	const char *name;
	struct pos pos;
	enum term key;
	bool named;   /* its table names voters */
	bool words;   /* some cell below it gives an option nothing */
	int64_t last; /* the number of a ballot above, in thousandths; 0: none;
			 below 0: told */
};

/* What reads nodes into spelt ballots. */
struct ballot_reader {
	struct arena *arena;
	struct notes *faults, *remarks;
	size_t fault_count;
	const struct ballot_form *form;
	struct dict keys;           /* heads of tables, to what they are */
	struct ballot_head **heads; /* those that should be options */
	size_t head_count;

	size_t numbered; /* ballots that a number stands in front of */

	/* one ballot, until the next one */
	struct buf spelt;
	struct buf voter; /* "": nameless */
	bool empty_row;   /* a table's row that nobody filled in */
};

/* Spells an item in the reader; false if it is no ballot. */
bool ballot_spell(struct ballot_reader *reader, const struct node *item);

/* Spells a part of a ballot, which has no votes of its own. */
void ballot_spell_part(struct buf *spelt, enum ballot_mark mark,
    const char *text);

/* The text at *at, of what is spelt, which moves behind its end. */
const char *ballot_next_text(char **at);

/* Judges a ballot; what it comes to is then in the rules. */
struct ballot_verdict ballot_judge(struct ballot_rules *rules,
    const char *spelt);

/* "ballots.yaml:12", without the folders. */
const char *ballot_place(struct arena *arena, struct pos pos);
