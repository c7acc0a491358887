/*
 * names: those that a workshop's sheet tells, for letters.
 */
#include "workshop.h"

static void
add_notes(struct people *people, const struct bind_list *notes)
{
	const struct note_item *note = notes->at;
	size_t i;

	for (i = 0; i < notes->count; i++) {
		people_add(people, note[i].from.text);
		add_notes(people, &note[i].below);
	}
}

void
sheet_people(struct people *people, const struct sheet *sheet)
{
	const struct step *step = sheet->agenda.at;
	const struct column *column = sheet->harvest.at;
	const struct decision *decision = sheet->decisions.at;
	const struct action *action = sheet->actions.at;
	size_t i;

	for (i = 0; i < sheet->agenda.count; i++)
		people_add(people, step[i].facilitator.text);
	for (i = 0; i < sheet->harvest.count; i++)
		add_notes(people, &column[i].notes);
	column = sheet->project.at;
	for (i = 0; i < sheet->project.count; i++)
		add_notes(people, &column[i].notes);
	add_notes(people, &sheet->points);
	add_notes(people, &sheet->quotes);
	for (i = 0; i < sheet->decisions.count; i++)
		people_add(people, decision[i].by.text);
	for (i = 0; i < sheet->actions.count; i++)
		people_add(people, action[i].who.text);
}
