/*
 * Fuzz one command as a whole; its main is compiled as tool_main.  The last
 * byte of the input also chooses the options, so that the seeds, which end in
 * a newline, run without any, and what crashed is the file to run it on again.
 *
 * Beyond not crashing, a report read again must give the same bytes, unless
 * NOLAWS is in the environment: the command writes no Markdown.
 */

#include <assert.h>
#include <getopt.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

int tool_main(int argc, char **argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static char options[][2][12] = {
	{ "", "" },
	{ "--lang", "fr" },
	{ "--lang", "en" },
	{ "--check", "" },
	{ "--from", "yaml" },
	{ "--from", "markdown" },
};

enum {
	KEPT = 3, /* so many of the first hold for the report as well */
	CHOICES = sizeof(options) / sizeof(options[0])
};

static int
unnamed_file(const char *name)
{
	int fd = memfd_create(name, 0);

	assert(fd >= 0);
	return fd;
}

/* Runs the command on a file, with its standard output going to another. */
static int
run(int in, int out, char option[2][12])
{
	char name[] = "tool", path[32], *argv[5] = { name };
	int argc = 1, saved = dup(STDOUT_FILENO), status;

	while (argc <= 2 && *option[argc - 1] != '\0') {
		argv[argc] = option[argc - 1];
		argc++;
	}
	snprintf(path, sizeof(path), "/proc/self/fd/%d", in);
	argv[argc++] = path;

	dup2(out, STDOUT_FILENO);
	optind = 0;
	status = tool_main(argc, argv);
	fflush(stdout);
	dup2(saved, STDOUT_FILENO);
	close(saved);
	return status;
}

/* What the command makes of the data, which the caller frees; NULL: a fault. */
static char *
report(const void *data, size_t size, char option[2][12], size_t *length)
{
	int in = unnamed_file("in"), out = unnamed_file("out");
	char *bytes = NULL;

	if (write(in, data, size) == (ssize_t)size &&
	    run(in, out, option) == 0) {
		*length = (size_t)lseek(out, 0, SEEK_END);
		bytes = malloc(*length + 1);
		assert(bytes != NULL);
		if (pread(out, bytes, *length, 0) != (ssize_t)*length)
			abort();
	}
	close(in);
	close(out);
	return bytes;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	size_t choice =
	    size > 0 ? (uint8_t)(data[size - 1] - '\n') % CHOICES : 0;
	size_t length, again;
	char *first = report(data, size, options[choice], &length), *second;

	if (first != NULL && length > 0 && getenv("NOLAWS") == NULL) {
		choice = choice < KEPT ? choice : 0;
		second = report(first, length, options[choice], &again);
		assert(second != NULL);
		assert(again == length && memcmp(second, first, length) == 0);
		free(second);
	}
	free(first);
	return 0;
}
