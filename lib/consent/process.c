/*
 * process: reads a sheet's process whole, in the order that each part needs.
 */
#include "consent/process_inner.h"
#include "text/uni.h"

const char *
process_number(const struct process *process, size_t number)
{
	return method_integer(process->method, (int64_t)number);
}

const char *
process_word(const struct process *process, enum term term)
{
	return method_word(process->method, term);
}

static struct bind_text *
text_at(const struct bind_list *list, size_t size, size_t place, size_t i)
{
	return (struct bind_text *)((char *)list->at + i * size + place);
}

void
process_twice(struct process *process, const struct bind_list *list,
    size_t size, size_t place, struct dict *names)
{
	const struct bind_text *text, *before;
	struct dict_entry *entry;

	dict_init(names, process->arena);
	for (size_t i = 0; i < list->count; i++) {
		text = text_at(list, size, place, i);
		if (*text->text == '\0')
			continue;
		entry = dict_enter(names,
		    uni_fold(process->arena,
			method_plain(process->method, text->text)));
		before = entry->value;
		if (before != NULL)
			bind_fault(process->bind, text->pos, M_CONSENT_TWICE,
			    text->text, bind_place(process->bind, before->pos));
		else
			entry->value = (void *)text;
	}
}

void
process_label(struct process *process, const struct bind_row *rows,
    struct bind_list *list, size_t size, const char *letter)
{
	struct bind_text *id;
	size_t i, number = 1;
	struct dict ids;

	process_twice(process, list, size, 0, &ids);
	for (i = 0; i < list->count; i++) {
		id = text_at(list, size, 0, i);
		if (*id->text != '\0')
			continue;
		do
			id->text = arena_format(process->arena, "%s%zu", letter,
			    number++);
		while (dict_find(&ids, uni_fold(process->arena, id->text)));
		id->pos = bind_item_place(rows, id);
	}
}

void
process_name(const struct process *process, struct bind_text *name)
{
	size_t member;

	if (!process->method->anonymous)
		return;
	if (*name->text != '\0' && member_is(process, name->text, &member))
		name->text = member_at(process, member)->name.text;
	method_person(process->method, name->text);
}

/* Everybody has a name, or a letter: the members first. */
static void
settle_names(const struct process *process)
{
	struct process_sheet *sheet = process->sheet;

	if (process->method->anonymous)
		BIND_EACH(struct member, member, &sheet->members)
			member->id.text = "";
	process_name(process, &sheet->roles.proposer);
	process_name(process, &sheet->roles.facilitator);
	process_name(process, &sheet->roles.secretary);
	process_name(process, &sheet->follow_up.owner);
}

void
process_read(struct process *process)
{
	process->bind = process->method->bind;
	process->arena = process->method->arena;
	process->sheet->declared.text = "";
	if (process->sheet->roles.proposer.text == NULL)
		process->sheet->roles.proposer.text = ""; /* no row of it */
	beneath_read(process);
	member_read(process);
	setting_read(process);
	BIND_EACH(struct node *const, decision, &process->sheet->decisions)
		decision_read(process, *decision);
	version_read(process);
	round_read(process);
	objection_read(process);
	decision_settle(process);
	reaction_read(process);
	settle_names(process);
}

void
process_judge(struct process *process)
{
	process->outcome = consent_judge(process->arena, &process->consent);
}

void
process_drop_others(struct process *process)
{
	struct bind *bind = process->bind;

	bind->pairs.count = bind->head.count = bind->before.count = 0;
	bind->after.count = bind->kept.count = bind->beside.count = 0;
	bind->doc->findings.count = 0;
}
