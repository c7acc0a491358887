#include "text/speak.h"

#include <errno.h>
#include <string.h>

#include "base/arena.h"

static enum lang spoken;

/* What people meet; the C library has words for the rest. */
static const struct {
	int error;
	enum term term;
} faults[] = {
	{ ENOENT, M_FAULT_ENOENT },
	{ EACCES, M_FAULT_EACCES },
	{ EPERM, M_FAULT_EACCES },
	{ EISDIR, M_FAULT_EISDIR },
	{ ENOTDIR, M_FAULT_ENOTDIR },
	{ ENOSPC, M_FAULT_ENOSPC },
	{ EDQUOT, M_FAULT_ENOSPC },
	{ EFBIG, M_FAULT_EFBIG },
	{ EPIPE, M_FAULT_EPIPE },
	{ EIO, M_FAULT_EIO },
	{ EBADF, M_FAULT_EBADF },
	{ ENOMEM, M_FAULT_ENOMEM },
	{ EMFILE, M_FAULT_EMFILE },
	{ ENFILE, M_FAULT_EMFILE },
	{ ENAMETOOLONG, M_FAULT_ENAMETOOLONG },
};

enum term
speak_fault(int error)
{
	for (size_t i = 0; i < sizeof(faults) / sizeof(faults[0]); i++)
		if (faults[i].error == error)
			return faults[i].term;
	return M_CANNOT_READ;
}

/* The same in words, for what is told of no input. */
static const char *
fault_words(int error)
{
	enum term term = speak_fault(error);

	return term == M_CANNOT_READ ? strerror(error)
				     : term_name(term, speak_lang());
}

void
speak_in(enum lang option)
{
	spoken = option;
	fault_words(ENOMEM); /* while there is memory for the words */
	err_speak(&(struct err_words){
	    term_name(T_STANDARD_OUTPUT, speak_lang()), fault_words });
}

enum lang
speak_lang(void)
{
	return spoken != LANG_NONE ? spoken : term_locale();
}

void
speak_put(enum term message, const char *const args[NOTE_ARGS + 1])
{
	ARENA_SCRATCH(arena);
	struct notes notes = { .arena = arena };

	note_put(&notes, (struct pos){ NULL, 0, 0 }, message, args);
	note_print(&notes, speak_lang());
}

void
speak_last(enum term message, const char *const args[NOTE_ARGS + 1])
{
	speak_put(message, args);
	err_exit(STATUS_FAULT);
}
