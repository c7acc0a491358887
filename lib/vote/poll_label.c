/*
 * poll_label: labels that stand in front of the texts of options.
 */
#include <string.h>

#include "text/uni.h"
#include "vote/poll.h"

/* The length of a label in front of a text, "A : ", "P2) "; or 0.  rest: what
 * stands behind the mark.  next: the letter that may stand in front of a point,
 * "A. ", where an initial would not be it. */
static size_t
label_length(const char *text, char next, const char **rest)
{
	size_t letters = strspn(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
	       digits = strspn(text + letters, "0123456789"),
	       n = letters + digits;
	const char *mark = uni_skip_blanks(text + n);

	*rest = *mark == ':' || *mark == ')' ||
		(*mark == '.' && n == 1 && *text == next)
	    ? uni_skip_blanks(mark + 1)
	    : "";
	return letters > 3 || digits > 3 || (digits == 0 && letters > 1) ||
		**rest == '\0'
	    ? 0
	    : n;
}

/* What a thing that can be labelled begins with. */
struct labelled {
	struct bind_text label, text;
};

/* Whether every thing of a list begins with a label of its own. */
static bool
all_labelled(const struct poll *poll, const struct bind_list *list, size_t size)
{
	struct dict labels = { .arena = poll->arena };
	const struct labelled *thing;
	const char *rest, *label;
	char next = 'A';
	size_t n;

	for (size_t i = 0; i < list->count; i++) {
		thing = bind_nth(list, size, i);
		n = label_length(thing->text.text, next++, &rest);
		label = arena_copy(poll->arena, thing->text.text, n);
		if (n == 0 || *thing->label.text != '\0' ||
		    dict_find(&labels, label) != NULL)
			return false;
		dict_enter(&labels, label)->value = list->at;
	}
	return list->count > 1;
}

void
poll_label(const struct poll *poll, const struct bind_list *list, size_t size)
{
	struct labelled *thing;
	const char *rest;
	char next = 'A';
	size_t n;

	if (!all_labelled(poll, list, size))
		return;
	for (size_t i = 0; i < list->count; i++) {
		thing = bind_nth(list, size, i);
		n = label_length(thing->text.text, next++, &rest);
		thing->label =
		    bind_text_at(arena_copy(poll->arena, thing->text.text, n),
			thing->text.pos);
		thing->text.text = md_text(poll->arena, rest);
	}
}

void
poll_option_label(const struct poll *poll, const struct bind_list *list)
{
	const struct poll_option *first, *next;
	struct bind_list part;

	for (size_t i = 0; i < list->count; i += part.count) {
		first = bind_nth(list, poll->option_size, i);
		part = (struct bind_list){ .at = bind_nth(list,
					       poll->option_size, i) };
		do {
			part.count++;
			next =
			    bind_nth(list, poll->option_size, i + part.count);
		} while (i + part.count < list->count &&
		    next->document == first->document);
		poll_label(poll, &part, poll->option_size);
	}
}
