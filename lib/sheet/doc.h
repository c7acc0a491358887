/*
 * doc: the operands of a command, read into documents.
 *
 * Each operand is YAML or Markdown, by its name or by its first lines; a
 * document is a MAP of pairs and sections (node.h).  What is wrong with them
 * is collected in faults, to be said all at once.
 */
#pragma once

#include "sheet/account.h"
#include "sheet/opt.h"
#include "source/md.h"
#include "source/yml.h"

/* The keys that every tool takes at the top of a document. */
enum { DOC_COMMON = 12 };
extern const enum term doc_common[DOC_COMMON];

struct doc_part {
	struct node *root; /* a MAP; a LIST where YAML has no keys at all */
	bool markdown;
	size_t document; /* from 1; front matter is of the one behind it */
	bool front; /* YAML in front of the Markdown that is the next part */
};

struct doc {
	struct arena *arena;
	struct notes faults;
	struct notes findings;   /* of reading */
	struct notes remarks;    /* what --check tells besides */
	struct account *account; /* what --account tells; or NULL */
	struct opt_common options;
	enum lang lang;     /* of the report; known once all is bound */
	enum term currency; /* of its money, as the first that names one; or
			       T_NONE */

	enum term subject; /* of the tool that reads; T_NONE has none */
	/* whether a heading is a section of the tool though no key names it: a
	 * question, of an interview; or NULL */
	bool (*claims)(const void *context, const char *heading);
	const void *context;
	struct doc_terms {
		enum term *at;
		size_t count;
	} keys,      /* that it takes */
	    inner,   /* of the sections within its sections */
	    lists,   /* of its lists */
	    columns, /* of the tables that its claims take, or that hold several
			of its lists; of what items stand under */
	    pairs;   /* of all that it takes, items included */

	/* YAML lists that are handed over item by item; NULL: none.  A part of
	 * Markdown is handed over as a whole when it is read. */
	const struct yml_stream *stream;
	void (*part_read)(void *context, struct doc_part *part);

	struct doc_sources {
		const struct source **at;
		size_t count;
	} sources; /* that were read whole */
	struct doc_part *parts;
	size_t part_count;
	size_t document_count;
	struct md_reader *reader; /* of all copies of it */
};

/*
 * For a tool with a subject, whose keys are then filled in.  What doc_open
 * returns is given to doc_close, whatever happened.
 */
struct doc *doc_open(enum term subject, const struct opt_common *options);

/* Reads operands ("-" or none: standard input). */
void doc_read(struct doc *doc, char *const operands[], size_t count);

/* Reads the same again, where the first reading has told whose keys they are. */
void doc_read_again(struct doc *doc);

/* Whether there were faults; says them if so. */
bool doc_is_faulty(struct doc *doc);

/* Frees all; returns the status. */
int doc_close(struct doc *doc, int status);
