/*
 * session_time: the time in front of a session's title.
 */
#include <string.h>

#include "base/arena.h"
#include "plan.h"
#include "source/md.h"
#include "text/uni.h"
#include "value/clock.h"

/* Takes the first bytes of a title as its time, if they are one. */
static bool
cut_at(struct method *method, struct session *session, const char *text,
    size_t length, const char *rest)
{
	const char *time =
	    uni_line(method->arena, arena_copy(method->arena, text, length));
	int start, end;

	if (!clock_read_range(time, &start, &end))
		return false;
	session->time.text = time;
	session->time.pos = session->title.pos;
	session->title.text =
	    md_text(method->arena, uni_line(method->arena, rest));
	return true;
}

/* Whether blanks and what is no word but a length's follow: "2 h de marche". */
static bool
is_length(const char *rest)
{
	static const char *const of[] = { "de ", "d'", "d’", "of ", "pour ",
		"for " };
	size_t i;

	for (i = 0; i < sizeof(of) / sizeof(of[0]); i++)
		if (strncmp(rest, of[i], strlen(of[i])) == 0)
			return true;
	return false;
}

/* Cuts two times off the start of a title, what parts them from it or not. */
static bool
cut_range(struct method *method, struct session *session)
{
	const char *text = session->title.text, *rest, *title;
	struct clock clock;

	if (!clock_read_front(text, &clock, &rest) || clock.end < 0)
		return false;
	title = rest + strspn(rest, " :-,");
	if (strncmp(title, "–", 3) == 0 || strncmp(title, "—", 3) == 0)
		title += 3;
	return *title != '\0' &&
	    cut_at(method, session, text, (size_t)(rest - text), title);
}

void
session_cut_time(struct method *method, struct session *session)
{
	static const char *const parts[] = { ":", "-", "–", "—" };
	const char *text = session->title.text, *next, *at;
	size_t i, n, end = strlen(text) < 40 ? strlen(text) : 40;

	if (cut_range(method, session))
		return;
	for (at = text + end; at > text; at--)
		for (i = 0; i < sizeof(parts) / sizeof(parts[0]); i++) {
			n = strlen(parts[i]);
			next = at + n;
			if (strncmp(at, parts[i], n) == 0 &&
			    uni_is_blank(uni_next(&next)) && *next != '\0' &&
			    cut_at(method, session, text, (size_t)(at - text),
				next))
				return;
		}
	for (at = text + end; at > text; at--) {
		next = at;
		if (uni_is_blank(uni_next(&next)) && *next != '\0' &&
		    strcspn(text, "hH:") < (size_t)(at - text) &&
		    !is_length(next) &&
		    cut_at(method, session, text, (size_t)(at - text), next))
			return;
	}
}
