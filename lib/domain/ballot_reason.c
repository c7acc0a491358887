/*
 * ballot_reason: why a ballot does not count, said and read again.
 */
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "domain/ballot.h"
#include "text/note.h"
#include "text/uni.h"

static const enum term messages[BALLOT_REASONS] = {
	[BALLOT_TOO_MANY] = M_BALLOT_TOO_MANY,
	[BALLOT_UNKNOWN] = M_BALLOT_UNKNOWN,
	[BALLOT_STACKED] = M_BALLOT_STACKED,
	[BALLOT_NO_COUNT] = M_BALLOT_NO_COUNT,
	[BALLOT_VOTER_AGAIN] = M_BALLOT_VOTER_AGAIN,
	[BALLOT_SPOILED] = M_BALLOT_SPOILED,
	[BALLOT_UNCLEAR] = M_BALLOT_UNCLEAR,
};

const char *
ballot_reason_text(struct arena *arena, const struct ballot_reject *reject,
    enum lang lang)
{
	struct note note = { .message = messages[reject->reason],
		.args = { reject->args[0], reject->args[1], "", "" } };

	return reject->reason == BALLOT_OTHER
	    ? reject->args[0]
	    : note_text(arena, &note, lang, NULL);
}

/* The last place in a text where the literal part of a message stands. */
static const char *
find_last(const char *text, const char *literal, size_t length)
{
	const char *found = NULL, *at = text;

	for (; *at != '\0'; at++)
		if (strncmp(at, literal, length) == 0)
			found = at;
	return length == 0 ? at : found;
}

/* Reads a text as what a message made of its arguments. */
static bool
match(struct arena *arena, const char *text, const char *format,
    const char *args[BALLOT_ARGS])
{
	size_t n = strcspn(format, "{"), i;
	const char *end;

	if (strncmp(text, format, n) != 0)
		return false;
	text += n;
	format += n;
	while (*format == '{') {
		i = (size_t)(format[1] - '1');
		format += 3;
		n = strcspn(format, "{");
		end = find_last(text, format, n);
		if (end == NULL || i >= BALLOT_ARGS)
			return false;
		args[i] = arena_copy(arena, text, (size_t)(end - text));
		text = end + n;
		format += n;
	}
	return *text == '\0';
}

void
ballot_reason_read(struct arena *arena, const char *text,
    struct ballot_reject *reject)
{
	static const enum lang langs[] = { LANG_FR, LANG_EN };
	const char *args[BALLOT_ARGS];
	size_t reason, i;

	for (reason = BALLOT_VALID + 1; reason < BALLOT_OTHER; reason++) {
		for (i = 0; i < 2; i++) {
			args[0] = args[1] = "";
			if (!match(arena, text,
				term_name(messages[reason], langs[i]), args))
				continue;
			reject->reason = (enum ballot_reason)reason;
			memcpy(reject->args, args, sizeof(args));
			return;
		}
	}
	reject->reason = BALLOT_OTHER;
	reject->args[0] = text;
	reject->args[1] = "";
}

const char *
ballot_place(struct arena *arena, const char *file, size_t line)
{
	const char *slash = strrchr(file, '/');

	return arena_format(arena, "%s:%zu",
	    uni_line(arena, slash ? slash + 1 : file), line);
}
