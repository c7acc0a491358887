/*
 * ballot_inner: what the files of ballot share with each other and nobody
 * else.
 *
 * A ballot is spelt as a string: of each of its parts a letter of enum
 * ballot_mark, a text and BALLOT_END, behind BALLOT_GIVEN also its votes and
 * BALLOT_END, which is a control that no sound text holds.
 */
#ifndef BALLOT_INNER_H
#define BALLOT_INNER_H

#include "base/buf.h"
#include "domain/ballot.h"

#define BALLOT_END "\x1f"

enum ballot_mark {
	BALLOT_ONE = 'n',   /* a vote for a name */
	BALLOT_GIVEN = 'c', /* so many votes for a name */
	BALLOT_NAMES = 's', /* a name, or several in one text */
	BALLOT_GROUP = 'g', /* the group */
	BALLOT_VOTER = 'v', /* the voter, where the choice is a bare number */
};

/* What heads a table's column, looked up once: a key of ballots, or T_NONE for an
 * option to be. */
struct ballot_head {
	const char *name;
	struct pos pos;
	enum term key;
	bool named; /* its table names voters */
	bool words; /* some cell below it gives no votes */
};

/* What reads nodes into spelt ballots. */
struct ballot_reader {
	struct arena *arena;
	struct notes *faults;
	size_t fault_count;
	struct dict keys;           /* heads of tables, to what they are */
	struct ballot_head **heads; /* those that should be options */
	size_t head_count;

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

/* How many votes a text beside an option gives it; false where it is no number of
 * them. */
bool ballot_read_votes(const char *text, uint64_t *votes);

struct ballot_verdict {
	enum term reason;              /* T_NONE: it counts */
	const char *args[BALLOT_ARGS]; /* in the arena of the rules */
	const char *group;             /* in their scratch; "": none */
	bool blank;
};

/* Judges a ballot; its votes are then in the rules. */
struct ballot_verdict ballot_judge(struct ballot_rules *rules,
    const char *spelt);

/* Adds so many ballots like the one that the rules hold the votes of. */
void ballot_add_up(struct ballot_tally *tally, const struct ballot_rules *rules,
    const struct ballot_verdict *verdict, uint64_t count);

/* Gives a tally by some rules the options of later ones; it is lost where these
 * allow less. */
void ballot_widen(struct ballot_tally *tally, const struct ballot_rules *by,
    const struct ballot_rules *rules);

/* "ballots.yaml:12", without the folders. */
const char *ballot_place(struct arena *arena, struct pos pos);

#endif
