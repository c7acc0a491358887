#include "base/err.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

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

/* The length of what a terminal would obey, or would order letters by, at the
 * start of a text: a control of ASCII or Latin-1, or of direction; or 0. */
static size_t
obeyed(const unsigned char *at)
{
	if (at[0] < 0x20 || at[0] == 0x7f)
		return 1;
	if (at[0] == 0xc2)
		return at[1] >= 0x80 && at[1] < 0xa0 ? 2 : 0;
	if (at[0] != 0xe2)
		return 0;
	if (at[1] == 0x80)
		return (at[2] >= 0xaa && at[2] <= 0xae) || at[2] == 0x8e ||
			at[2] == 0x8f
		    ? 3
		    : 0;
	return at[1] == 0x81 && at[2] >= 0xa6 && at[2] <= 0xa9 ? 3 : 0;
}

/* Text on standard error: a file may have any name, and an option any
 * argument, so what a terminal would obey is shown by its bytes. */
static void
put(const char *text)
{
	const unsigned char *at = (const unsigned char *)text;
	size_t n;

	while (*at != '\0') {
		n = obeyed(at);
		if (n == 0)
			putc(*at++, stderr);
		for (; n > 0; n--)
			fprintf(stderr, "\\x%02x", *at++);
	}
}

void
err_say(struct pos pos, const char *text)
{
	put(program);
	if (pos.file != NULL) {
		fputs(": ", stderr);
		put(pos.file);
	}
	if (pos.file != NULL && pos.line != 0)
		fprintf(stderr, ":%zu:%zu", pos.line, pos.col);
	fputs(": ", stderr);
	put(text);
	putc('\n', stderr);
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

/* What is told of long work; "" until some has begun. */
static char working[256];

static void
tell_working(int number)
{
	ssize_t n = write(STDERR_FILENO, working, strlen(working));

	(void)n;
	(void)number;
}

void
err_working(const char *text)
{
	struct sigaction told = { .sa_handler = tell_working,
		.sa_flags = SA_RESTART };

	if (*working != '\0' || !isatty(STDERR_FILENO))
		return;
	snprintf(working, sizeof(working), "%s: %s\n", program, text);
	sigaction(SIGALRM, &told, NULL);
	alarm(2);
}

void
err_exit(int status)
{
	exit(status);
}

/* Writes some of the bytes, once there is room: a pipe may be full, and not
 * wait by itself.  0 is a fault, told in errno. */
static size_t
write_some(const char *bytes, size_t length)
{
	struct pollfd room = { STDOUT_FILENO, POLLOUT, 0 };
	ssize_t n;

	while ((n = write(STDOUT_FILENO, bytes, length)) < 0) {
		if (errno == EAGAIN)
			poll(&room, 1, -1);
		else if (errno != EINTR)
			return 0;
	}
	return (size_t)n;
}

int
err_output(const char *bytes, size_t length, int status)
{
	size_t n;

	alarm(0); /* a pager may be slow, and has the screen */
	signal(SIGPIPE, SIG_IGN);
	signal(SIGXFSZ, SIG_IGN);
	n = fflush(stdout) == 0;
	for (; n > 0 && length > 0; bytes += n, length -= n)
		n = write_some(bytes, length);
	if (n > 0)
		return status;
	err_say((struct pos){ words.output, 0, 0 }, words.fault(errno));
	return STATUS_FAULT;
}

void *
err_zeroes(size_t count, size_t size)
{
	void *memory = calloc(count ? count : 1, size ? size : 1);

	if (memory == NULL)
		err_die(ENOMEM);
	return memory;
}

void *
err_alloc(void *old, size_t size)
{
	void *memory = realloc(old, size ? size : 1);

	if (memory == NULL)
		err_die(ENOMEM);
	return memory;
}
