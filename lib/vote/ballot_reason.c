/*
 * ballot_reason: why a ballot does not count, said and read again.
 */
#include <string.h>

#include "base/arena.h"
#include "text/note.h"
#include "text/uni.h"
#include "vote/ballot_inner.h"

const enum term ballot_reasons[BALLOT_REASONS] = {
	M_BALLOT_TOO_MANY,       /* {1} votes where {2} are allowed */
	M_BALLOT_UNKNOWN,        /* no option {1} */
	M_BALLOT_STACKED,        /* several votes for option {1} */
	M_BALLOT_NO_COUNT,       /* {1} is no number of votes */
	M_BALLOT_VOTER_AGAIN,    /* voter {1} was seen before, at {2} */
	M_BALLOT_SPOILED,        /* said to be spoiled */
	M_BALLOT_NO_TIMES,       /* {1} is no number of ballots */
	M_BALLOT_UNCLEAR,        /* {1} is an option where a voter should be */
	M_BALLOT_TWICE,          /* option {1} has two ranks */
	M_BALLOT_NO_RANK,        /* {1} is no rank */
	M_JUDGE_BALLOT_GRADE,    /* {1} is no grade */
	M_JUDGE_BALLOT_TWICE,    /* two grades for option {1} */
	M_JUDGE_BALLOT_ALONE,    /* grade {1} is of no option */
	M_JUDGE_BALLOT_UNGRADED, /* option {1} has no grade */
};

const char *
ballot_reason_text(struct arena *arena, const struct ballot_reject *reject,
    enum lang lang)
{
	struct note note = { .message = reject->reason,
		.args = { reject->args[0], reject->args[1], "", "" } };

	return reject->reason == T_NONE ? reject->args[0]
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
	const char *args[BALLOT_ARGS];

	for (size_t i = 0; i < BALLOT_REASONS; i++)
		for (enum lang lang = LANG_FR; lang <= LANG_EN; lang++) {
			args[0] = args[1] = "";
			if (!match(arena, text,
				term_name(ballot_reasons[i], lang), args))
				continue;
			reject->reason = ballot_reasons[i];
			memcpy(reject->args, args, sizeof(args));
			return;
		}
	reject->reason = T_NONE;
	reject->args[0] = text;
	reject->args[1] = "";
}

const char *
ballot_place(struct arena *arena, struct pos pos)
{
	const char *slash = strrchr(pos.file, '/');

	return arena_format(arena, "%s:%zu",
	    uni_line(arena, slash ? slash + 1 : pos.file), pos.line);
}
