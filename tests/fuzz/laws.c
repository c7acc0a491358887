#include "laws.h"

#include <assert.h>
#include <getopt.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

enum { MOST_OPTIONS = 12 };

const char *laws_left;

void
laws_save(const char *name, const char *bytes, size_t length)
{
	FILE *file = fopen(name, "w");

	if (file == NULL || fwrite(bytes, 1, length, file) != length ||
	    fclose(file) != 0)
		perror(name);
}

static int
unnamed_file(const char *name)
{
	int fd = memfd_create(name, 0);

	assert(fd >= 0);
	return fd;
}

/* All bytes of a file, which is closed. */
static char *
taken(int fd, size_t *length)
{
	char *bytes;

	*length = (size_t)lseek(fd, 0, SEEK_END);
	bytes = malloc(*length + 1);
	assert(bytes != NULL);
	if (pread(fd, bytes, *length, 0) != (ssize_t)*length)
		abort();
	bytes[*length] = '\0';
	close(fd);
	return bytes;
}

struct run
laws_run(const char *bytes, size_t length, const char *const options[])
{
	char name[] = "tool", path[32], *argv[MOST_OPTIONS + 3] = { name };
	int in = unnamed_file("in"), out = unnamed_file("out");
	int told = unnamed_file("told"), argc = 1;
	int saved_out = dup(STDOUT_FILENO), saved_err = dup(STDERR_FILENO);
	struct run run;
	size_t told_length;

	while (*options != NULL && argc <= MOST_OPTIONS)
		argv[argc++] = (char *)*options++;
	snprintf(path, sizeof(path), "/proc/self/fd/%d", in);
	argv[argc++] = path;
	if (write(in, bytes, length) != (ssize_t)length)
		abort();
	if (laws_left != NULL)
		laws_save(laws_left, bytes, length);
	fflush(stdout);
	dup2(out, STDOUT_FILENO);
	dup2(told, STDERR_FILENO);
	optind = 0;
	run.status = tool_main(argc, argv);
	fflush(stdout);
	dup2(saved_out, STDOUT_FILENO);
	dup2(saved_err, STDERR_FILENO);
	close(saved_out);
	close(saved_err);
	close(in);
	run.out = taken(out, &run.length);
	run.told = taken(told, &told_length);
	return run;
}

void
laws_free(struct run *run)
{
	free(run->out);
	free(run->told);
}

/* A report, or messages that each begin with the tool's name. */
static const char *
form_broken(const struct run *run)
{
	const char *line = run->told;

	if (run->status > 2 || run->status == 1)
		return "status";
	if (run->status == 2 && (run->length > 0 || *line == '\0'))
		return *line == '\0' ? "silent fault" : "fault and report";
	for (; *line != '\0'; line += strcspn(line, "\n") + 1)
		if (strncmp(line, "tool: ", 6) != 0)
			return "message of two lines";
	return run->status == 0 && run->length == 0 ? "empty report" : NULL;
}

/* A report read again, in the language of an option or in its own. */
static const char *
again_broken(const struct run *first, const char *const options[],
    const char *law, const char *refused)
{
	struct run again = laws_run(first->out, first->length, options);

	if (again.status != 0)
		law = refused;
	else if (strcmp(again.out, first->out) == 0)
		law = NULL;
	laws_free(&again);
	return law;
}

/* One language's report is read in the other, and says the same. */
static const char *
languages_broken(const char *bytes, size_t length, const char *form)
{
	static const char *const fr[] = { "-l", "fr", NULL };
	static const char *const en[] = { "-l", "en", NULL };
	const char *from = form != NULL ? "-f" : NULL;
	const char *french[] = { "-l", "fr", from, form, NULL };
	const char *english[] = { "-l", "en", from, form, NULL };
	struct run in_french = laws_run(bytes, length, french);
	struct run in_english = laws_run(bytes, length, english);
	const char *law = NULL;
	struct run turned;

	if (in_french.status != in_english.status)
		law = "one language refuses";
	if (law == NULL && in_french.status == 0)
		law = again_broken(&in_french, fr, "fixed point in French",
		    "French report refused");
	if (law == NULL && in_french.status == 0)
		law = again_broken(&in_english, en, "fixed point in English",
		    "English report refused");
	if (law == NULL && in_french.status == 0) {
		turned = laws_run(in_french.out, in_french.length, en);
		if (turned.status != 0)
			law = "other language refused";
		laws_free(&turned);
	}
	laws_free(&in_french);
	laws_free(&in_english);
	return law;
}

/* What a wiki or a browser would run, or a line's end that Markdown would read,
 * where it did not pass as it was; in a code block all is shown as it is. */
static const char *
active(const char *out, const char *in)
{
	static const char *const never[] = { "<script", "<b>", "![", "{{", "[[",
		":::", " \n", "\t", "\r" };
	const char *at;
	size_t i;

	if (strstr(out, "```") != NULL || strstr(out, "~~~") != NULL)
		return NULL;
	for (i = 0; i < sizeof(never) / sizeof(never[0]); i++)
		for (at = strstr(out, never[i]); at != NULL;
		     at = strstr(at + 1, never[i]))
			if ((at == out || at[-1] != '\\') &&
			    (never[i][0] > ' ' || strstr(in, never[i]) == NULL))
				return never[i];
	for (at = out; (at = strstr(at, "](javascript")) != NULL; at++)
		for (i = 1; out + i <= at; i++)
			if (at[-(ptrdiff_t)i] == '[') {
				if (out + i == at ||
				    at[-(ptrdiff_t)i - 1] != '\\')
					return "](javascript";
				break;
			}
	return NULL;
}

static const char *
lost(const char *bytes, size_t length, const struct run *report,
    const char *form, const char *words)
{
	const char *options[] = { "--account", form != NULL ? "-f" : NULL, form,
		NULL };
	struct run account = laws_run(bytes, length, options);
	static char law[64];

	for (; *words != '\0'; words += strlen(words) + 1)
		if (strstr(bytes, words) != NULL &&
		    strcasestr(report->out, words) == NULL &&
		    strcasestr(report->told, words) == NULL &&
		    strcasestr(account.out, words) == NULL &&
		    strcasestr(account.told, words) == NULL)
			break;
	laws_free(&account);
	if (*words == '\0')
		return NULL;
	snprintf(law, sizeof(law), "word lost: %s", words);
	return law;
}

const char *
laws_broken(const char *bytes, size_t length, const char *form,
    const char *words)
{
	static const char *const none[] = { NULL };
	const char *options[] = { form != NULL ? "-f" : NULL, form, NULL };
	struct run report = laws_run(bytes, length, options);
	const char *law = form_broken(&report);
	const char *mark = NULL;

	if (law == NULL && report.status == 0 && getenv("NOLAWS") == NULL) {
		law = again_broken(&report, none, "fixed point",
		    "report refused");
		if (law == NULL)
			law = languages_broken(bytes, length, form);
		if (law == NULL && getenv("NOWORDS") == NULL)
			law = lost(bytes, length, &report, form, words);
		mark = active(report.out, bytes);
		if (law == NULL && mark != NULL)
			law = mark;
	}
	laws_free(&report);
	return law;
}
