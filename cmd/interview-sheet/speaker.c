#include "speaker.h"

#include <string.h>

#include "domain/action.h"
#include "text/uni.h"

enum { LONGEST_NAME = 40 };

/* Whether a name is one of a list, "Q", "Question 2", or of a term. */
static bool
is_mark(struct arena *arena, const char *name, enum term list, enum term key)
{
	size_t n = strcspn(name, " .0123456789");
	const char *word = uni_fold(arena, arena_copy(arena, name, n));

	return name[n + strspn(name + n, " .0123456789")] == '\0' &&
	    (term_lists(list, word) || term_is(word, key));
}

/* Whether a name is somebody's, or what stands for it: a role, "Moderator", or a word
 * with a number, "P4", "Participant 2". */
static bool
is_name(struct arena *arena, const char *name)
{
	size_t n = strcspn(name, "0123456789");
	bool numbered = n > 0 && name[n] != '\0' && strlen(name + n) < 3 &&
	    name[n + strspn(name + n, "0123456789")] == '\0';

	return numbered
	    ? action_looks_like_people(uni_until(arena, name, name + n))
	    : term_lists(T_INTERVIEW_ROLES, uni_fold(arena, name)) ||
		(action_looks_like_people(name) &&
		    term_find_key(name) == T_NONE);
}

/* The length of the time that a recording puts in front of a line: "[00:12:40] ". */
static size_t
stamp_length(const char *line)
{
	size_t open = strspn(line, "\\[("), n;

	n = strspn(line + open, "0123456789:.,");
	if (n < 4 || n > 12 || memchr(line + open, ':', n) == NULL)
		return 0;
	n += open + strspn(line + open + n, "\\])");
	return line[n] == ' ' ? n + 1 : 0;
}

bool
speaker_read(struct arena *arena, const char *line, struct speaker *speaker)
{
	size_t stamp = stamp_length(line);
	const char *from = line + stamp, *colon, *name, *rest;
	bool strong = strncmp(from, "**", 2) == 0;

	from += strong ? 2 : 0;
	colon = strchr(from, ':');
	if (colon == NULL || colon - from > LONGEST_NAME)
		return false;
	rest = uni_skip_blanks(colon + 1);
	name = uni_until(arena, from, colon);
	if (strong && strncmp(rest, "**", 2) == 0)
		rest = uni_skip_blanks(rest + 2);
	else if (strong && strchr(name, '*') != NULL)
		name = uni_until(arena, name, name + strcspn(name, "*"));
	else if (strong)
		return false;
	*speaker = (struct speaker){ .name = "",
		.head = uni_until(arena, from, colon + 1),
		.rest = rest };
	speaker->asks = is_mark(arena, name, T_INTERVIEW_Q, T_QUESTION);
	speaker->marked =
	    speaker->asks || is_mark(arena, name, T_INTERVIEW_A, T_ANSWER);
	if (!speaker->marked)
		speaker->name = name;
	if (stamp > 0)
		speaker->rest =
		    arena_format(arena, "%.*s%s", (int)stamp, line, rest);
	return speaker->marked || is_name(arena, name);
}
