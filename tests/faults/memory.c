/*
 * memory: what a tool does where memory ends, for every allocation that it
 * makes.  Loaded in front of the C library (LD_PRELOAD): before each of them
 * the process forks, and in the child it fails.  Each child must end with
 * status 2, one line on standard error and nothing on standard output, or
 * else do as if nothing had been (an allocation that nobody needs).
 *
 * With EVERY so large only the first hundred do, and each so many of the rest.
 * FAULTS names the file that takes what children say; complaints, and at last
 * how many allocations there were, go to FAULTS.told.
 *
 * With READS so many bytes of a file are read, and then reading it fails.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum { FILES = 10, FIRST = 100 };

/* NOLINTBEGIN(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp) */
void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *old, size_t size);
/* NOLINTEND(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp) */

static bool begun, busy;
static unsigned long number, every = 1;
static const char *path;

/* What a child left behind, in a few words; "" where all is well. */
static const char *
complaint(int status)
{
	static char said[4096];
	char out[4096];
	struct stat at;
	ssize_t n;
	int fd;

	snprintf(out, sizeof(out), "%s.out", path);
	if (WIFSIGNALED(status))
		return strsignal(WTERMSIG(status));
	if (WEXITSTATUS(status) == 0)
		return "";
	if (WEXITSTATUS(status) != 2)
		return "another status than 2";
	if (stat(out, &at) == 0 && at.st_size > 0)
		return "something on standard output";
	fd = open(path, O_RDONLY);
	n = read(fd, said, sizeof(said) - 1);
	close(fd);
	said[n > 0 ? n : 0] = '\0';
	if (strchr(said, '\n') == NULL || strchr(said, '\n')[1] != '\0')
		return "not one line on standard error";
	return "";
}

static void
tell(const char *text)
{
	char line[4200];
	int fd, n;

	snprintf(line, sizeof(line), "%s.told", path);
	fd = open(line, O_WRONLY | O_CREAT | O_APPEND, 0666);
	n = snprintf(line, sizeof(line), "allocation %lu: %s\n", number, text);
	if (write(fd, line, (size_t)n) != n)
		_exit(99);
	close(fd);
}

/* Whether this allocation fails, which it does in a child. */
static bool
fails(void)
{
	char out[4096];
	off_t at[FILES];
	int status = 0, fd;
	pid_t child;

	if (!begun || busy)
		return false;
	busy = true;
	number++;
	if (number > FIRST && number % every != 0) {
		busy = false;
		return false;
	}
	for (fd = 0; fd < FILES; fd++)
		at[fd] = lseek(fd, 0, SEEK_CUR);
	child = fork();
	if (child == 0) {
		snprintf(out, sizeof(out), "%s.out", path);
		dup2(open(path, O_RDWR | O_CREAT | O_TRUNC, 0666), 2);
		dup2(open(out, O_RDWR | O_CREAT | O_TRUNC, 0666), 1);
		alarm(10);
		begun = false;
		return true;
	}
	waitpid(child, &status, 0);
	for (fd = 0; fd < FILES; fd++) /* a child may have read on */
		lseek(fd, at[fd], SEEK_SET);
	if (*complaint(status) != '\0')
		tell(complaint(status));
	busy = false;
	return false;
}

void *
malloc(size_t size)
{
	return fails() ? NULL : __libc_malloc(size);
}

void *
calloc(size_t count, size_t size)
{
	return fails() ? NULL : __libc_calloc(count, size);
}

void *
realloc(void *old, size_t size)
{
	return fails() ? NULL : __libc_realloc(old, size);
}

__attribute__((constructor)) static void
begin(void)
{
	path = getenv("FAULTS");
	begun = path != NULL;
	if (getenv("EVERY") != NULL)
		every = strtoul(getenv("EVERY"), NULL, 10);
}

__attribute__((destructor)) static void
end(void)
{
	if (begun)
		tell("the last");
}

/* What is read of a file until it fails. */
struct reads {
	int fd;
	size_t left;
};

static ssize_t
read_some(void *cookie, char *bytes, size_t size)
{
	struct reads *reads = cookie;
	ssize_t n =
	    read(reads->fd, bytes, size < reads->left ? size : reads->left);

	errno = EIO;
	if (n <= 0)
		return -1;
	reads->left -= (size_t)n;
	return n;
}

/* What sources are opened by. */
FILE *
fopen64(const char *name, const char *mode)
{
	static struct reads reads;
	const char *length = getenv("READS");
	int fd = open(name, O_RDONLY);

	if (fd < 0 || length == NULL)
		return fd < 0 ? NULL : fdopen(fd, mode);
	reads = (struct reads){ fd, strtoul(length, NULL, 10) };
	return fopencookie(&reads, mode,
	    (cookie_io_functions_t){ .read = read_some });
}
