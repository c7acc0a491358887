/*
 * bind_part: what a hand types into one text: labels in front of the texts of a
 * list, and items that semicolons part.
 */
#include <string.h>

#include "sheet/bind_inner.h"
#include "text/uni.h"

size_t
bind_label_length(const char *text)
{
	size_t letter = 0, digits;

	while (letter < 3 && (text[letter] | 0x20) >= 'a' &&
	    (text[letter] | 0x20) <= 'z')
		letter++;
	digits = strspn(text + letter, "0123456789");
	return letter > 0 && digits > 0 && digits < 4 ? letter + digits : 0;
}

/* The length of a label and its mark at the start of a text, "S1 – big ovens";
 * 0 where there is none. */
static size_t
label_before(const char *text)
{
	size_t label = bind_label_length(text);
	size_t mark = label > 0 ? uni_mark_of(text + label, " – ", " — ", " - ",
				      " : ", ": ", ". ", ") ", "– ", "— ")
				: 0;

	return mark > 0 ? label + mark : 0;
}

void
bind_part_labels(struct bind *bind, const struct bind_row *row, size_t from,
    const struct bind_list *list)
{
	const struct bind_row *label_row = bind_flagged(row->rows, BIND_LABEL);
	const struct bind_row *main_row = bind_flagged(row->rows, BIND_MAIN);
	struct arena *arena = bind->doc->arena;
	struct bind_text *label, *text;
	const char *line;

	if (label_row == NULL || label_row->key != T_ID ||
	    label_row->kind != BIND_TEXT || main_row == NULL ||
	    main_row->kind != BIND_TEXT)
		return;
	for (size_t i = from; i < list->count; i++) {
		label = bind_at(label_row, bind_nth(list, row->size, i));
		text = bind_at(main_row, bind_nth(list, row->size, i));
		if (*label->text != '\0' || label_before(text->text) == 0)
			return;
	}
	for (size_t i = from; i < list->count; i++) {
		label = bind_at(label_row, bind_nth(list, row->size, i));
		text = bind_at(main_row, bind_nth(list, row->size, i));
		line = text->text;
		*label = (struct bind_text){ arena_copy(arena, line,
						 bind_label_length(line)),
			text->pos, text->given };
		text->text = md_text(arena, line + label_before(line));
	}
}

struct node *
bind_parted_items(struct bind *bind, const struct node *node)
{
	struct arena *arena = bind->doc->arena;
	const struct node *only = node->count == 1 ? node->first : node;
	struct node *all = node_new(arena, NODE_LIST, node->pos);
	const char *text = only->text, *end, *item;

	if (only->first != NULL || (only != node && *only->key != '\0') ||
	    strstr(text, "; ") == NULL)
		return NULL;
	for (; *text != '\0'; text = end + (*end != '\0')) {
		end = strstr(text, "; ");
		if (end == NULL)
			end = text + strlen(text);
		item = uni_until(arena, text, end);
		if (*item != '\0')
			node_append(all, node_text(arena, item, only->pos));
	}
	return all;
}
