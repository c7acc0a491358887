/*
 * opt: the options of a command, as rows.
 *
 * From the rows come getopt_long's arrays and --help; the options that every
 * tool has are rows of opt.c and need not be named again.
 */
#pragma once

#include "value/date.h"

enum opt_kind {
	OPT_END,
	OPT_FLAG,  /* to: bool, set to true */
	OPT_TEXT,  /* to: const char *, the argument */
	OPT_COUNT, /* to: long, the argument, at least 1 */
	OPT_DATE,  /* to: struct opt_date, the argument */
};

struct opt_date {
	struct date date;
	bool given;
};

struct opt {
	enum opt_kind kind;
	char letter; /* 0: none */
	const char *name;
	void *to;
	enum term argument; /* the name of the argument; T_NONE where none */
	enum term help;
};

/* Rows that several tools have. */
#define OPT_ROW(kind, name, to, argument, help)                                \
	{                                                                      \
		OPT_##kind, 0, name, to, T_##argument, T_##help                \
	}
#define OPT_TODAY(to) OPT_ROW(DATE, "today", to, ARG_DATE, HELP_TODAY)
#define OPT_ANONYMOUS(to) OPT_ROW(FLAG, "anonymous", to, NONE, HELP_ANONYMOUS)
#define OPT_CHART(to) OPT_ROW(FLAG, "chart", to, NONE, HELP_CHART)
#define OPT_TASKS(to) OPT_ROW(FLAG, "tasks", to, NONE, HELP_TASKS)
#define OPT_WITHIN(to) OPT_ROW(COUNT, "within", to, ARG_DAYS, HELP_WITHIN)
#define OPT_ENCODING(to)                                                       \
	OPT_ROW(TEXT, "encoding", to, ARG_ENCODING, HELP_ENCODING)
#define OPT_SEPARATOR(to)                                                      \
	OPT_ROW(TEXT, "separator", to, ARG_SEPARATOR, HELP_SEPARATOR)
#define OPT_ROWS_END OPT_ROW(END, NULL, NULL, NONE, NONE)

enum form { FORM_UNKNOWN, FORM_YAML, FORM_MARKDOWN };

/* What the options that every tool has say. */
struct opt_common {
	enum lang lang;
	const char *title; /* NULL: not given */
	long level;
	enum form from;
	bool account;
	bool check;
	bool exit_status;
	enum form template;
};

/*
 * Reads the options of a command whose help begins with a summary; rows end
 * with OPT_END and may be NULL.  --help and --version print and exit; misuse
 * says what is wrong and exits with STATUS_FAULT.  Returns the index of the
 * first operand in argv.
 */
int opt_read(int argc, char **argv, enum term summary, const struct opt *rows,
    struct opt_common *common);

/*
 * The place of an option's argument among some words, ended by NULL; 0 where
 * the option was not given.  Any other argument is misuse, as in opt_read.
 */
size_t opt_choice(const char *option, const char *argument,
    const char *const words[]);
