/*
 * reported: objectives that the reports of other tools have.
 */
#include "objective.h"

/* What an item of another tool has of an objective. */
static const struct bind_row foreign_rows[] = {
	ROW(objective, id, .key = T_ID, .flags = BIND_LABEL),
	ROW(objective, id, .key = T_NUMBER),
	ROW(objective, text, .key = T_OBJECTIVE, .flags = BIND_MAIN),
	ROW(objective, text, .key = T_ACTION_WHAT),
	ROW(objective, text, .key = T_TEXT),
	ROW(objective, text, .key = T_OPTION),
	ROW(objective, owner, .key = T_ACTION_WHO),
	ROW(objective, due, .key = T_ACTION_WHEN),
	ROW_AS(BIND_OTHERS, objective, others),
	{ BIND_END },
};

static void
add_objective(struct method *method, struct sheet *sheet,
    const struct node *item)
{
	struct objective objective = { .named = false };

	bind_fill_texts(objective_rows, &objective);
	if (!bind_item(method->bind, foreign_rows, item, true, &objective))
		return;
	action_cut_box(&objective.text.text, &(bool){ false });
	objective.text.more = NULL;
	objective.others = (struct bind_list){ .count = 0 };
	if (*objective.text.text != '\0')
		bind_add(method->bind, &sheet->objectives, objective);
}

static void
add_section(struct method *method, struct sheet *sheet,
    const struct node *section)
{
	NODE_EACH(const struct node, item, section)
		if (item->level == 0)
			add_objective(method, sheet, item);
}

void
reported_read(struct method *method, struct sheet *sheet)
{
	const struct bind_list *lists[] = { &sheet->actions, &sheet->selected };
	struct bind_list *into = &sheet->objectives;

	if (into->given)
		return;
	BIND_EACH(const struct node *const, project, &sheet->projects)
		NODE_EACH(const struct node, part, (*project))
			if (term_is(part->key, T_PROJECT_AIMS))
				add_section(method, sheet, part);
	for (size_t i = 0; i < 2 && into->count == 0; i++)
		BIND_EACH(const struct node *const, section, lists[i])
			add_section(method, sheet, *section);
}
