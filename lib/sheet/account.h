/*
 * account: where each heading, table and pair of the input went, and which
 * values are printed in other words.
 *
 * What --account prints.  All that has a name is entered before it is bound;
 * bind then tells what became of it, and what it tells nothing of went where
 * the section went that it stands in.
 */
#pragma once

#include "base/buf.h"
#include "source/node.h"
#include "text/note.h"

struct arena;
struct account;

enum account_fate {
	ACCOUNT_WITHIN, /* as what it stands in */
	ACCOUNT_TITLE,
	ACCOUNT_READ,      /* as a key of the tool, or one of every tool */
	ACCOUNT_PASSES,    /* as it was typed */
	ACCOUNT_PAIR,      /* the same, for a pair of the user's own */
	ACCOUNT_CARRIED,   /* with its item */
	ACCOUNT_COMPUTED,  /* found anew */
	ACCOUNT_ELSEWHERE, /* kept: another value stands before it */
	ACCOUNT_DROPPED,   /* left aside: a column that nothing needs */
};

struct account *account_new(struct arena *arena);

/* Enters all that has a name below the root of a document. */
void account_enter(struct account *account, const struct node *root);

/* Tells what became of a node; term: the key as which it was read.  Both do
 * nothing where account is NULL, and count adds to the things read. */
void account_tell(struct account *account, const struct node *node,
    enum account_fate fate, enum term term);
void account_count(struct account *account, const struct node *node,
    size_t count);

/* Tells the key that a passing name is near to. */
void account_near(struct account *account, const struct node *node,
    enum term term);

/* Tells what was read of a value, where that is not as it was typed. */
void account_value(struct account *account, struct pos pos, const char *typed,
    const char *read);

/* Writes the account, "file:line: words", and what each is; then the notes. */
void account_write(const struct account *account, struct buf *out,
    const struct notes *notes, enum lang lang);
