/*
 * poll_label: labels that stand in front of the texts of options.
 */
#include <string.h>

#include "base/arena.h"
#include "source/md.h"
#include "text/uni.h"
#include "vote/poll.h"

size_t
poll_label_length(const char *text, char next, const char **rest)
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

/* Whether every option that a document lists begins with a label of its own. */
static bool
all_labelled(const struct poll *poll, const struct bind_list *list)
{
	const struct poll_option *option;
	const char *rest, *label;
	struct dict labels;
	char next = 'A';
	size_t n, i;

	dict_init(&labels, poll->arena);
	for (i = 0; i < list->count; i++) {
		option = bind_nth(list, poll->option_size, i);
		n = poll_label_length(option->text.text, next++, &rest);
		label = arena_copy(poll->arena, option->text.text, n);
		if (n == 0 || *option->label.text != '\0' ||
		    dict_find(&labels, label) != NULL)
			return false;
		dict_enter(&labels, label)->value = list->at;
	}
	return list->count > 1;
}

static void
label(const struct poll *poll, const struct bind_list *list)
{
	struct poll_option *option;
	const char *rest;
	char next = 'A';
	size_t n, i;

	if (!all_labelled(poll, list))
		return;
	for (i = 0; i < list->count; i++) {
		option = bind_nth(list, poll->option_size, i);
		n = poll_label_length(option->text.text, next++, &rest);
		option->label = (struct bind_text){ arena_copy(poll->arena,
							option->text.text, n),
			option->text.pos, true };
		option->text.text = md_text(poll->arena, rest);
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
		label(poll, &part);
	}
}
