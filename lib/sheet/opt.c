#include "sheet/opt.h"

#include <errno.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "text/uni.h"
#include "value/period.h"

#ifndef ATELIER_VERSION
#define ATELIER_VERSION "0.1"
#endif

/* A report's parts stand three levels below its title, and six is all. */
enum { MAX_ROWS = 64, FIRST_LONG = 256, MAX_LEVEL = 3 };

/* What the options of every tool fill before it is understood. */
struct raw {
	const char *lang, *level, *from, *template;
	bool help, version;
};

struct table {
	struct opt rows[MAX_ROWS];
	int count;
};

static void
add_rows(struct table *table, const struct opt *rows)
{
	for (; rows != NULL && rows->kind != OPT_END; rows++)
		if (table->count < MAX_ROWS)
			table->rows[table->count++] = *rows;
}

static void
add_common(struct table *table, struct raw *raw, struct opt_common *common)
{
	const struct opt rows[] = {
		{ OPT_TEXT, 'l', "lang", &raw->lang, T_ARG_LANG, T_HELP_LANG },
		{ OPT_TEXT, 't', "title", &common->title, T_ARG_TEXT,
		    T_HELP_TITLE },
		{ OPT_TEXT, 'L', "level", &raw->level, T_ARG_NUMBER,
		    T_HELP_LEVEL },
		{ OPT_TEXT, 'f', "from", &raw->from, T_ARG_FORM, T_HELP_FROM },
		{ OPT_FLAG, 'a', "account", &common->account, T_NONE,
		    T_HELP_ACCOUNT },
		{ OPT_FLAG, 'c', "check", &common->check, T_NONE,
		    T_HELP_CHECK },
		{ OPT_FLAG, 'e', "exit-status", &common->exit_status, T_NONE,
		    T_HELP_EXIT_STATUS },
		{ OPT_TEXT, 'T', "template", &raw->template, T_ARG_TEMPLATE,
		    T_HELP_TEMPLATE },
		{ OPT_FLAG, 'h', "help", &raw->help, T_NONE, T_HELP_HELP },
		{ OPT_FLAG, 'V', "version", &raw->version, T_NONE,
		    T_HELP_VERSION },
		OPT_ROWS_END,
	};

	add_rows(table, rows);
}

static bool
is_optional(const struct opt *row)
{
	return row->argument == T_ARG_TEMPLATE;
}

/* getopt_long's two arrays. */
static void
fill_getopt(const struct table *table, char *letters, struct option *names)
{
	const struct opt *row;
	int i, argument;

	for (i = 0; i < table->count; i++) {
		row = &table->rows[i];
		argument = row->kind == OPT_FLAG ? no_argument
		    : is_optional(row)           ? optional_argument
						 : required_argument;
		names[i] = (struct option){ row->name, argument, NULL,
			FIRST_LONG + i };
		if (row->letter == 0)
			continue;
		*letters++ = row->letter;
		if (argument != no_argument)
			*letters++ = ':';
		if (argument == optional_argument)
			*letters++ = ':';
	}
	names[table->count] = (struct option){ NULL, 0, NULL, 0 };
	*letters = '\0';
}

static const struct opt *
row_of(const struct table *table, int code)
{
	int i;

	if (code >= FIRST_LONG)
		return &table->rows[code - FIRST_LONG];
	for (i = 0; i < table->count; i++)
		if (table->rows[i].letter == code)
			return &table->rows[i];
	return NULL;
}

static long
count_of(const char *name, const char *text)
{
	char *end;
	long value;

	errno = 0;
	value = strtol(text, &end, 10);
	if (errno != 0 || end == text || *end != '\0' || value < 1)
		err_die("--%s: '%s' is not a whole number from 1", name, text);
	return value;
}

static struct opt_date
date_of(const char *name, const char *text)
{
	struct opt_date date = { .given = true };

	if (!date_read(text, &date.date))
		err_die("--%s: '%s' is not a date such as 2026-03-31", name,
		    text);
	return date;
}

static void
take(const struct opt *row, const char *argument)
{
	argument = argument ? argument : "";
	if (uni_check(argument, strlen(argument)) != strlen(argument))
		err_die("--%s: the text is not UTF-8", row->name);
	if (row->kind == OPT_FLAG)
		*(bool *)row->to = true;
	else if (row->kind == OPT_TEXT)
		*(const char **)row->to = argument;
	else if (row->kind == OPT_DATE)
		*(struct opt_date *)row->to = date_of(row->name, argument);
	else
		*(long *)row->to = count_of(row->name, argument);
}

size_t
opt_choice(const char *option, const char *argument, const char *const words[])
{
	struct buf all = BUF_INIT;
	size_t i;

	for (i = 0; words[i] != NULL; i++) {
		if (argument == NULL || strcmp(argument, words[i]) == 0) {
			buf_free(&all);
			return argument == NULL ? 0 : i;
		}
		buf_format(&all, "%s%s", i > 0 ? ", " : "", words[i]);
	}
	err_die("--%s: '%s' is none of %s", option, argument, all.at);
}

static enum lang
lang_of(const char *text)
{
	if (text == NULL)
		return LANG_NONE;
	if (strcmp(text, "fr") == 0)
		return LANG_FR;
	if (strcmp(text, "en") == 0)
		return LANG_EN;
	err_die("--lang: '%s' is neither fr nor en", text);
}

static enum form
form_of(const char *option, const char *text)
{
	if (strcmp(text, "yaml") == 0)
		return FORM_YAML;
	if (strcmp(text, "markdown") == 0)
		return FORM_MARKDOWN;
	err_die("--%s: '%s' is neither yaml nor markdown", option, text);
}

static void
understand(const struct raw *raw, struct opt_common *common)
{
	common->lang = lang_of(raw->lang);
	common->level = raw->level ? count_of("level", raw->level) : 1;
	if (common->level > MAX_LEVEL)
		err_die("--level: '%s' is not a number from 1 to %d",
		    raw->level, MAX_LEVEL);
	if (raw->from != NULL)
		common->from = form_of("from", raw->from);
	if (raw->template != NULL)
		common->template = *raw->template == '\0'
		    ? FORM_YAML
		    : form_of("template", raw->template);
}

static void
print_row(const struct opt *row, enum lang lang)
{
	struct arena *arena = arena_new();
	const char *argument =
	    row->argument ? term_name(row->argument, lang) : "";
	const char *left = arena_format(arena, "  %c%c%s --%s%s%s%s",
	    row->letter ? '-' : ' ', row->letter ? row->letter : ' ',
	    row->letter ? "," : " ", row->name,
	    is_optional(row)    ? "[="
		: row->argument ? " "
				: "",
	    argument, is_optional(row) ? "]" : "");
	size_t width = uni_width(left);

	printf("%s%*s%s\n", left, width < 34 ? (int)(34 - width) : 1, "",
	    term_name(row->help, lang));
	arena_free(arena);
}

static void
print_help(const struct table *table, enum term summary, enum lang lang)
{
	int i;

	printf("%s: %s %s\n", term_name(T_USAGE, lang), err_program(),
	    term_name(T_USAGE_OPERANDS, lang));
	printf("%s\n\n", term_name(summary, lang));
	for (i = 0; i < table->count; i++)
		print_row(&table->rows[i], lang);
	printf("\n%s man %s, man 7 atelier\n", term_name(T_HELP_MORE, lang),
	    err_program());
}

static void
leave(void)
{
	err_exit(err_output("", 0, STATUS_OK));
}

int
opt_read(int argc, char **argv, enum term summary, const struct opt *rows,
    struct opt_common *common)
{
	struct table table = { .count = 0 };
	struct raw raw = { 0 };
	struct option names[MAX_ROWS + 1];
	char letters[3 * MAX_ROWS + 1];
	const struct opt *row;
	enum lang lang;
	int code;

	err_name(argv[0]);
	add_rows(&table, rows);
	add_common(&table, &raw, common);
	fill_getopt(&table, letters, names);
	optind = 0;
	while ((code = getopt_long(argc, argv, letters, names, NULL)) != -1) {
		row = row_of(&table, code);
		if (row != NULL)
			take(row, optarg);
		else
			err_die("see '%s --help'", err_program());
	}
	understand(&raw, common);
	lang = common->lang ? common->lang : term_locale();
	if (raw.help) {
		print_help(&table, summary, lang);
		leave();
	}
	if (raw.version) {
		printf("%s (Atelier) %s\n", err_program(), ATELIER_VERSION);
		leave();
	}
	return optind;
}
