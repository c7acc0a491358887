/*
 * doc: the operands of a command, read into documents.
 *
 * Each operand is YAML or Markdown, by its name or by its first lines; a
 * document is a MAP of pairs and sections (node.h).  What is wrong with them
 * is collected in faults, to be said all at once.
 */
#ifndef DOC_H
#define DOC_H

#include <stdbool.h>
#include <stddef.h>

#include "md.h"
#include "node.h"
#include "note.h"
#include "opt.h"
#include "term.h"

struct doc_part {
	struct node *root; /* a MAP; a LIST where YAML has no keys at all */
	bool markdown;
	bool front; /* YAML in front of the Markdown that is the next part */
};

struct doc {
	struct arena *arena;
	struct notes faults;
	struct notes findings;
	struct opt_common options;
	enum lang lang; /* of the report; known once all is bound */

	enum term subject;	/* of the tool that reads; T_NONE has none */
	const enum term *keys;	/* the keys that it takes */
	size_t key_count;

	struct doc_part *parts;
	size_t part_count;
	struct md_reader reader;
};

/*
 * Reads operands ("-" or none: standard input) for a tool with a subject and
 * keys.  What doc_open returns is given to doc_close, whatever happened.
 */
struct doc *doc_open(enum term subject, const enum term *keys,
    size_t key_count, const struct opt_common *options,
    char *const operands[], size_t count);

/* Reads one source more; the form by its name or, if unknown, its text. */
void doc_add(struct doc *doc, const struct source *source);

/* Whether there were faults; says them if so. */
bool doc_is_faulty(struct doc *doc);

/* Frees all; returns the status. */
int doc_close(struct doc *doc, int status);

#endif
