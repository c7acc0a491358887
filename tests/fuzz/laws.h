/*
 * laws: what holds of every sheet, whatever the tool, which runs in this
 * process; its main is tool_main.
 */
#ifndef LAWS_H
#define LAWS_H

#include <stddef.h>

int tool_main(int argc, char **argv);

enum { LAWS_OPTIONS = 6 };

/* What a run wrote, ended by NULs: freed with laws_free. */
struct run {
	int status;
	char *out, *told;
	size_t length; /* of out */
};

/* The file that what the tool is to read is left in before; NULL: none. */
extern const char *laws_left;
void laws_save(const char *name, const char *bytes, size_t length);

/* Runs the tool on bytes, with options ended by NULL. */
struct run laws_run(const char *bytes, size_t length,
    const char *const options[]);
void laws_free(struct run *run);

/*
 * The name of a law that a text breaks, of that form (NULL: the tool
 * finds out), or NULL where it breaks none: a report or a fault, never both; a report that is
 * read again is the same, in either language, and has nothing in it that a wiki
 * would run; none of these words (as struct sheet has them) is lost.
 */
const char *laws_broken(const char *bytes, size_t length, const char *form,
    const char *words);

#endif
