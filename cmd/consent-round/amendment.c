/*
 * amendment: what each amendment makes and comes from, and the labels of
 * amendments and of objections.
 */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "sheet.h"
#include "source/md.h"

/* Enters the labels that were given, then gives "O1" where there is none. */
void
amendment_label(struct process *process, struct bind_list *list, size_t size,
    size_t place, const char *letter, struct dict *ids)
{
	struct dict_entry *entry;
	struct bind_text *id; /* first in an item */
	size_t i, number = 1;
	char *at = list->at, *text;

	dict_init(ids, process->arena);
	for (i = 0; i < list->count; i++) {
		id = (struct bind_text *)(at + i * size);
		if (*id->text == '\0')
			continue;
		entry = dict_enter(ids, id->text);
		if (entry->value == NULL)
			entry->value = id;
		else
			bind_fault(process->bind, id->pos, M_CONSENT_TWICE,
			    id->text,
			    bind_place(process->bind,
				((struct bind_text *)entry->value)->pos));
	}
	for (i = 0; i < list->count; i++) {
		id = (struct bind_text *)(at + i * size);
		if (*id->text != '\0')
			continue;
		do
			text = arena_format(process->arena, "%s%zu", letter,
			    number++);
		while (dict_find(ids, text) != NULL);
		dict_enter(ids, text)->value = id;
		id->text = text;
		id->pos = ((struct bind_text *)(at + i * size + place))->pos;
	}
}

void
amendment_read(struct process *process)
{
	struct amendment *amendment;
	size_t i, version;

	amendment_label(process, &process->sheet->amendments,
	    sizeof(*amendment), offsetof(struct amendment, text), "A",
	    &process->amendment_ids);
	for (i = 0; i < process->sheet->amendments.count; i++) {
		amendment = amendment_at(process, i);
		if (*amendment->makes.text == '\0')
			continue;
		version = version_find(process, amendment->makes.text,
		    amendment->makes.pos);
		amendment->makes.text =
		    arena_format(process->arena, "v%zu", version);
	}
}

size_t
amendment_version(const struct amendment *amendment)
{
	return *amendment->makes.text == 'v'
	    ? strtoul(amendment->makes.text + 1, NULL, 10)
	    : 0;
}

/* An amendment that says which objection it comes from belongs to it. */
static void
link(struct process *process, struct objection *objection,
    const struct amendment *amendment)
{
	const char *id = md_words(process->arena, amendment->id.text);
	struct bind_text *names = objection->amendments.at;
	struct consent_objection *record =
	    record_at(process, (size_t)(objection - objection_at(process, 0)));
	size_t version = amendment_version(amendment), i;

	if (version > record->mended)
		record->mended = version;
	if (record->resolution == CONSENT_UNRESOLVED)
		record->resolution = CONSENT_AMEND;
	for (i = 0; i < objection->amendments.count; i++)
		if (strcmp(names[i].text, id) == 0)
			return;
	names =
	    bind_append(process->bind, &objection->amendments, sizeof(*names));
	*names = (struct bind_text){ id, amendment->id.pos, true };
}

/* Where an amendment comes from: an objection, the proposer, a reaction. */
static void
link_origin(struct process *process, struct amendment *amendment)
{
	static const enum term others[] = { T_PROPOSER, T_REACTIONS,
		T_CLARIFICATIONS, T_NONE };
	struct bind_list names = { .count = 0 };
	const struct dict_entry *entry;
	const struct bind_text *name;
	enum term other;
	size_t i;

	bind_split_names(process->bind, amendment->origin.text,
	    amendment->origin.pos, &names);
	name = names.at;
	for (i = 0; i < names.count; i++) {
		entry = dict_find(&process->objection_ids,
		    md_plain(process->arena, name[i].text));
		other = bind_choice(process->bind, others, name[i].text);
		if (entry != NULL)
			link(process, entry->value, amendment);
		else if (other == T_NONE)
			bind_fault(process->bind, amendment->origin.pos,
			    M_CONSENT_NO_SUCH_OBJECTION, name[i].text);
		else if (names.count == 1)
			amendment->origin.text =
			    method_word(process->method, other);
	}
}

void
amendment_link(struct process *process)
{
	size_t i;

	for (i = 0; i < process->sheet->amendments.count; i++)
		link_origin(process, amendment_at(process, i));
}
