/*
 * label: the labels of objections and amendments, given or made.
 */
#include <string.h>

#include "base/arena.h"
#include "sheet.h"

struct objection *
label_objection(const struct sheet *sheet, const char *id)
{
	const struct dict_entry *entry = dict_find(&sheet->objection_ids, id);

	return entry != NULL ? sheet_objection(sheet, *(size_t *)entry->value)
			     : NULL;
}

struct amendment *
label_amendment(const struct sheet *sheet, const char *id)
{
	const struct dict_entry *entry = dict_find(&sheet->amendment_ids, id);

	return entry != NULL ? sheet_amendment(sheet, *(size_t *)entry->value)
			     : NULL;
}

/* Enters a label that was given; a fault where it is another's. */
static void
enter_label(struct sheet *sheet, struct dict *ids, const struct bind_text *id,
    size_t index,
    const struct bind_text *(*other)(const struct sheet *sheet, size_t index))
{
	struct dict_entry *entry;
	size_t *slot = arena_alloc(sheet->bind->doc->arena, sizeof(*slot));

	if (*id->text == '\0')
		return;
	entry = dict_enter(ids, id->text);
	*slot = index;
	if (entry->value == NULL)
		entry->value = slot;
	else
		bind_fault(sheet->bind, id->pos, M_CONSENT_TWICE, id->text,
		    bind_place(sheet->bind,
			other(sheet, *(size_t *)entry->value)->pos));
}

/* "O1" where no label was given: the first number that is free. */
static void
give_label(struct sheet *sheet, struct dict *ids, struct bind_text *id,
    struct pos pos, size_t index, char letter, size_t *number)
{
	size_t *slot = arena_alloc(sheet->bind->doc->arena, sizeof(*slot));
	char *text;

	if (*id->text != '\0')
		return;
	do
		text = arena_format(sheet->bind->doc->arena, "%c%zu", letter,
		    (*number)++);
	while (dict_find(ids, text) != NULL);
	*slot = index;
	dict_enter(ids, text)->value = slot;
	*id = (struct bind_text){ text, pos, true };
}

static const struct bind_text *
objection_id(const struct sheet *sheet, size_t index)
{
	return &sheet_objection(sheet, index)->id;
}

static const struct bind_text *
amendment_id(const struct sheet *sheet, size_t index)
{
	return &sheet_amendment(sheet, index)->id;
}

void
label_amendments(struct sheet *sheet)
{
	struct dict *ids = &sheet->amendment_ids;
	struct amendment *amendment;
	size_t i, number = 1;

	dict_init(ids, sheet->bind->doc->arena);
	for (i = 0; i < sheet->amendments.count; i++)
		enter_label(sheet, ids, amendment_id(sheet, i), i,
		    amendment_id);
	for (i = 0; i < sheet->amendments.count; i++) {
		amendment = sheet_amendment(sheet, i);
		give_label(sheet, ids, &amendment->id, amendment->text.pos, i,
		    'A', &number);
	}
}

void
label_objections(struct sheet *sheet)
{
	struct dict *ids = &sheet->objection_ids;
	struct objection *objection;
	size_t i, number = 1;

	dict_init(ids, sheet->bind->doc->arena);
	for (i = 0; i < sheet->objections.count; i++)
		enter_label(sheet, ids, objection_id(sheet, i), i,
		    objection_id);
	for (i = 0; i < sheet->objections.count; i++) {
		objection = sheet_objection(sheet, i);
		give_label(sheet, ids, &objection->id, objection->from.pos, i,
		    'O', &number);
	}
}
