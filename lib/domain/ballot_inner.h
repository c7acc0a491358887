/*
 * ballot_inner: what the files of ballot share with each other and nobody
 * else.
 *
 * A ballot is spelt as bytes: its group and a NUL, then its choices: a letter
 * of enum ballot_mark, a name and a NUL, behind BALLOT_GIVEN also its votes
 * and a NUL.
 */
#ifndef BALLOT_INNER_H
#define BALLOT_INNER_H

#include "base/buf.h"
#include "domain/ballot.h"

enum ballot_mark {
	BALLOT_ONE = 'n',   /* a vote for a name */
	BALLOT_GIVEN = 'c', /* so many votes for a name */
	BALLOT_NAMES = 's', /* a name, or several in one text */
	BALLOT_VOTER = 'v', /* no choice: the voter, where the choice is a
			       bare number */
};

/* One ballot, spelt; its strings are good until the next one. */
struct ballot_spelt {
	struct buf bytes;
	struct buf choices; /* to stand behind the group in bytes */
	struct buf voter;   /* "": nameless */
	struct buf group;
	bool empty_row; /* a table's row that nobody filled in */
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
	struct ballot_spelt spelt;
};

/* Spells an item in the reader; false if it is no ballot. */
bool ballot_spell(struct ballot_reader *reader, const struct node *item);

/* Spells a list of names. */
void ballot_spell_texts(struct buf *bytes, const char *const *texts,
    size_t count);

/* How many votes a text beside an option gives it; false where it is no number of
 * them. */
bool ballot_read_votes(const char *text, uint64_t *votes);

struct ballot_verdict {
	enum ballot_reason reason;
	const char *args[BALLOT_ARGS]; /* in the arena of the rules */
	const char *group;
	bool blank;
};

/* Judges a ballot; its votes are then in the rules. */
struct ballot_verdict ballot_judge(struct ballot_rules *rules,
    const char *spelt, size_t length);

/* An empty tally of the options of some rules. */
struct ballot_tally ballot_new_tally(const struct ballot_rules *rules);

/* Adds so many ballots like the one that the rules hold the votes of. */
void ballot_add_up(struct ballot_tally *tally, const struct ballot_rules *rules,
    const struct ballot_verdict *verdict, uint64_t count);

/* Joins a tally by other rules; it is lost where these allow less. */
void ballot_join(struct ballot_tally *tally, const struct ballot_rules *rules,
    const struct ballot_tally *before, const struct ballot_rules *by);

#endif
