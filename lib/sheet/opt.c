#include "sheet/opt.h"

#include <errno.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "text/speak.h"
#include "text/uni.h"
#include "value/period.h"

#ifndef ATELIER_VERSION
#define ATELIER_VERSION "0.1"
#endif

/* A report's parts stand three levels below its title, and six is all: so says
 * M_OPT_LEVEL. */
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

	*letters++ = ':'; /* what lacks its argument is told apart */
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
	if (code >= FIRST_LONG)
		return &table->rows[code - FIRST_LONG];
	for (int i = 0; code != 0 && i < table->count; i++)
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
		speak_die(M_OPT_COUNT, name, text);
	return value;
}

static struct opt_date
date_of(const char *name, const char *text)
{
	struct opt_date date = { .given = true };

	if (!date_read(text, &date.date))
		speak_die(M_OPT_DATE, name, text);
	return date;
}

static void
take(const struct opt *row, const char *argument)
{
	argument = argument ? argument : "";
	if (uni_check(argument, strlen(argument)) != strlen(argument))
		speak_die(M_OPT_NOT_UTF8, row->name);
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

	for (size_t i = 0; words[i] != NULL; i++) {
		if (argument == NULL || strcmp(argument, words[i]) == 0) {
			buf_free(&all);
			return argument == NULL ? 0 : i;
		}
		buf_format(&all, "%s%s", i > 0 ? ", " : "", words[i]);
	}
	speak_die(M_OPT_CHOICE, option, argument, all.at);
}

static enum lang
lang_of(const char *text)
{
	static const char *const langs[] = { "fr", "en", NULL };
	static const enum lang named[] = { LANG_FR, LANG_EN };

	return text ? named[opt_choice("lang", text, langs)] : LANG_NONE;
}

static enum form
form_of(const char *option, const char *text)
{
	static const char *const forms[] = { "yaml", "markdown", NULL };

	return opt_choice(option, text, forms) == 0 ? FORM_YAML : FORM_MARKDOWN;
}

static void
understand(const struct raw *raw, struct opt_common *common)
{
	common->lang = lang_of(raw->lang);
	common->level = raw->level ? count_of("level", raw->level) : 1;
	if (common->level > MAX_LEVEL)
		speak_die(M_OPT_LEVEL, raw->level);
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
	ARENA_SCRATCH(arena);
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
}

static void
print_help(const struct table *table, enum term summary, enum lang lang)
{
	printf("%s: %s %s\n", term_name(T_USAGE, lang), err_program(),
	    term_name(T_USAGE_OPERANDS, lang));
	printf("%s\n\n", term_name(summary, lang));
	for (int i = 0; i < table->count; i++)
		print_row(&table->rows[i], lang);
	printf("\n%s man %s, man 7 atelier\n", term_name(T_HELP_MORE, lang),
	    err_program());
}

static void
leave(void)
{
	err_exit(err_output("", 0, STATUS_OK));
}

/* The language that --lang names, wherever it stands, so that what is wrong
 * before it is told in it too. */
static enum lang
language_told(int argc, char **argv, const char *letters,
    const struct option *names)
{
	enum lang lang = LANG_NONE;
	int code, at;

	opterr = optind = 0;
	while ((code = getopt_long(argc, argv, letters, names, &at)) != -1) {
		if (code != 'l' &&
		    (code < FIRST_LONG || strcmp(names[at].name, "lang") != 0))
			continue;
		if (strcmp(optarg, "fr") == 0)
			lang = LANG_FR;
		else if (strcmp(optarg, "en") == 0)
			lang = LANG_EN;
	}
	return lang;
}

/* How many long options begin with some bytes; *nearest gets the one most like
 * them, or NULL. */
static int
count_begun(const struct table *table, const char *typed, size_t length,
    const char **nearest)
{
	size_t best = SIZE_MAX, near;
	int i, count = 0;

	*nearest = NULL;
	for (i = 0; i < table->count; i++) {
		count += strncmp(table->rows[i].name, typed, length) == 0;
		near = term_near(typed, table->rows[i].name);
		if (near < best) {
			best = near;
			*nearest = table->rows[i].name;
		}
	}
	return count;
}

/* Says what getopt_long refused: the code it gave, and the argument. */
static _Noreturn void
refuse(const struct table *table, int code, const char *argument)
{
	const struct opt *row = row_of(table, optopt);
	const char letter[] = { '-', (char)optopt, '\0' }, *nearest;
	const char *word = argument + strspn(argument, "-");
	size_t length = strcspn(word, "=");

	if (code == ':' && row != NULL)
		speak_die(M_OPT_LACKS, row->name,
		    term_name(row->argument, speak_lang()));
	if (row != NULL)
		speak_die(M_OPT_TAKES_NONE, row->name);
	if (optopt == 'o' || strncmp(word, "output", 6) == 0)
		speak_die(M_OPT_OUTPUT, optopt == 'o' ? "-o" : "--output",
		    err_program());
	if (optopt != 0)
		speak_die(M_OPT_UNKNOWN,
		    optopt > ' ' && optopt <= '~' ? letter : "-?",
		    err_program());
	if (uni_check(argument, strlen(argument)) != strlen(argument))
		speak_die(M_OPT_UNKNOWN, "--?", err_program());
	if (count_begun(table, word, length, &nearest) > 1)
		speak_die(M_OPT_AMBIGUOUS, argument, err_program());
	if (nearest != NULL)
		speak_die(M_OPT_NEAR, argument, nearest, err_program());
	speak_die(M_OPT_UNKNOWN, argument, err_program());
}

/* A word processor makes one dash of two. */
static void
check_dash(const char *operand)
{
	if (strncmp(operand, "–", 3) == 0 || strncmp(operand, "—", 3) == 0)
		speak_die(M_OPT_DASH, operand);
}

int
opt_read(int argc, char **argv, enum term summary, const struct opt *rows,
    struct opt_common *common)
{
	struct table table = { .count = 0 };
	struct raw raw = { 0 };
	struct option names[MAX_ROWS + 1];
	char letters[3 * MAX_ROWS + 2];
	const struct opt *row;
	int code;

	err_name(argv[0]);
	add_rows(&table, rows);
	add_common(&table, &raw, common);
	fill_getopt(&table, letters, names);
	speak_in(language_told(argc, argv, letters, names));
	optind = 0;
	while ((code = getopt_long(argc, argv, letters, names, NULL)) != -1) {
		row = row_of(&table, code);
		if (row == NULL || code == ':')
			refuse(&table, code, argv[optind - 1]);
		take(row, optarg);
	}
	if (optind < argc)
		check_dash(argv[optind]);
	understand(&raw, common);
	if (common->template != FORM_UNKNOWN && optind < argc)
		speak_die(M_OPT_TEMPLATE_OPERAND, argv[optind]);
	if (raw.help) {
		print_help(&table, summary, speak_lang());
		leave();
	}
	if (raw.version) {
		printf("%s (Atelier) %s\n", err_program(), ATELIER_VERSION);
		leave();
	}
	return optind;
}
