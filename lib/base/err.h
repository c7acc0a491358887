/*
 * err: the program's name, places in an input, and the way out.
 *
 * Every message of the suite is one line on standard error,
 * "tool: file:line:col: text".  Only err and opt call exit.
 */
#pragma once

#include <stddef.h>

/* The statuses of the whole suite. */
enum { STATUS_OK = 0, STATUS_NO = 1, STATUS_FAULT = 2 };

/* A place: lines and columns (in characters) count from 1; 0 is unknown. */
struct pos {
	const char *file;
	size_t line;
	size_t col;
};

/* Takes the program's name from argv[0]; call it first. */
void err_name(const char *argv0);

/* The program's name, without its folder. */
const char *err_program(void);

/* Says one thing, at a place or, where file is NULL, of the whole run.  What a
 * terminal would obey in it is shown by its bytes: "\x1b". */
void err_say(struct pos pos, const char *text);

/* The words that err says itself; in English until others are given. */
struct err_words {
	const char *output; /* standard output */
	const char *(*fault)(int error);
};

void err_speak(const struct err_words *words);

/* Says what the system's fault is, a number of errno, and exits with
 * STATUS_FAULT. */
_Noreturn void err_die(int error);

/* Has a terminal told, once, that work goes on that has taken two seconds. */
void err_working(const char *text);

/* Ends the run where all is said before a document is read. */
_Noreturn void err_exit(int status);

/*
 * Writes bytes to standard output and proves that they arrived: the status to
 * leave with, STATUS_FAULT and a message where they did not.
 */
int err_output(const char *bytes, size_t length, int status);

/* malloc, realloc and calloc that die where memory ends. */
void *err_alloc(void *old, size_t size);
void *err_zeroes(size_t count, size_t size);
