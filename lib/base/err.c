#include "base/err.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *program = "atelier";

static const char *
fault(int error)
{
	return strerror(error);
}

static struct err_words words = { "standard output", fault };

void
err_name(const char *argv0)
{
	const char *slash = strrchr(argv0, '/');

	program = slash ? slash + 1 : argv0;
}

const char *
err_program(void)
{
	return program;
}

void
err_say(struct pos pos, const char *text)
{
	if (pos.file == NULL)
		fprintf(stderr, "%s: %s\n", program, text);
	else if (pos.line == 0)
		fprintf(stderr, "%s: %s: %s\n", program, pos.file, text);
	else
		fprintf(stderr, "%s: %s:%zu:%zu: %s\n", program, pos.file,
		    pos.line, pos.col, text);
}

void
err_speak(const struct err_words *with)
{
	words = *with;
}

void
err_die(int error)
{
	err_say((struct pos){ NULL, 0, 0 }, words.fault(error));
	exit(STATUS_FAULT);
}

void
err_exit(int status)
{
	exit(status);
}

int
err_output(const char *bytes, size_t length, int status)
{
	signal(SIGPIPE, SIG_IGN);
	if (fwrite(bytes, 1, length, stdout) == length && fflush(stdout) == 0)
		return status;
	err_say((struct pos){ words.output, 0, 0 }, words.fault(errno));
	return STATUS_FAULT;
}

void *
err_alloc(void *old, size_t size)
{
	void *memory = realloc(old, size ? size : 1);

	if (memory == NULL)
		err_die(ENOMEM);
	return memory;
}
