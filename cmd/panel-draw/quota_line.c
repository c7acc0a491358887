/*
 * quota_line: the quotas of a criterion on its line: "genre : 50 % F, 50 % H",
 * "âge : 16-29 : 3 à 5, 30+ (4)".
 */
#include <string.h>

#include "panel.h"
#include "text/uni.h"

/* A piece of a line on the one side of a boundary and on the other. */
struct halves {
	const char *value, *wanted;
};

/* Whether a piece is how many seats: it ends as a figure does. */
static bool
is_wanted(struct method *method, const char *text)
{
	size_t length = strlen(text);

	return length > 0 && strchr("0123456789%", text[length - 1]) != NULL &&
	    quota_says(method, text);
}

/* Whether a piece is a value behind its figure: it begins with a letter. */
static bool
is_named(const char *text)
{
	const char *at = text;

	return uni_is_word(uni_next(&at)) && (*text < '0' || *text > '9');
}

/* "F : 2", "F (2)", "2 F", "F 2"; false where it is none of them, or two. */
static bool
halve(struct method *method, const char *text, struct halves *halves)
{
	struct arena *arena = method->arena;
	size_t length = strlen(text);
	const char *mark = strrchr(text, ':'), *left, *right;
	bool before = false, behind = false;

	if (mark == NULL && length > 0 && text[length - 1] == ')')
		mark = strrchr(text, '(');
	if (mark != NULL) {
		halves->value = uni_until(arena, text, mark);
		halves->wanted =
		    uni_until(arena, mark + 1, text + length - (*mark == '('));
		return *halves->value != '\0' &&
		    quota_says(method, halves->wanted);
	}
	for (const char *at = text; (at = strchr(at, ' ')) != NULL; at++) {
		left = uni_until(arena, text, at);
		right = uni_until(arena, at, text + length);
		if (is_wanted(method, left) && is_named(right)) {
			*halves = (struct halves){ right, left };
			before = true;
		} else if (!behind && is_wanted(method, right)) {
			*halves = (struct halves){ left, right };
			behind = true;
		}
	}
	return before != behind;
}

/* The quotas of a line as items of their own; false where a piece is none. */
static bool
part(struct method *method, const struct quota *line, struct bind_list *quotas)
{
	static const char *const marks[] = { ", ", ";", " / " };
	const char *at = method_plain(method, line->wanted.text), *end;
	size_t count = quotas->count, length = 0;
	struct halves halves = { "", "" };

	for (; at != NULL; at = end != NULL ? end + length : NULL) {
		end = uni_first_of(at, marks, 3, &length);
		if (!halve(method,
			uni_until(method->arena, at,
			    end != NULL ? end : at + strlen(at)),
			&halves)) {
			quotas->count = count;
			return false;
		}
		bind_add(method->bind, quotas,
		    (struct quota){ .criterion = line->value,
			.value = bind_text_at(halves.value, line->wanted.pos),
			.wanted =
			    bind_text_at(halves.wanted, line->wanted.pos) });
	}
	return true;
}

void
quota_part(struct method *method, struct panel *panel)
{
	struct bind_list quotas = { .given = panel->quotas.given,
		.pos = panel->quotas.pos };

	BIND_EACH(const struct quota, quota, &panel->quotas)
		if (*quota->criterion.text != '\0' ||
		    *quota->value.text == '\0' || *quota->wanted.text == '\0' ||
		    !part(method, quota, &quotas))
			bind_add(method->bind, &quotas, *quota);
	panel->quotas = quotas;
}
