/*
 * foreign: objectives out of the reports of other tools.
 */
#include "objective.h"
#include "source/md.h"

static const enum term texts[] = { T_OBJECTIVE, T_ACTION_WHAT, T_TEXT,
	T_OPTION };
static const enum term owners[] = { T_ACTION_WHO };
static const enum term dues[] = { T_ACTION_WHEN };
static const enum term labels[] = { T_ID, T_NUMBER };

/* The pair of an item whose key is one of these, or an empty text. */
static struct bind_text
find_pair(struct method *method, const struct node *item,
    const enum term *among, size_t count)
{
	const struct node *pair = item->first;

	for (; pair != NULL; pair = pair->next)
		if (*pair->key != '\0' && pair->first == NULL &&
		    term_find(pair->key, among, count, NULL) != T_NONE)
			return (
			    struct bind_text){ bind_text(method->bind, pair),
				pair->pos, true };
	return (struct bind_text){ .text = "" };
}

#define FIND(method, item, among)                                              \
	find_pair(method, item, among, sizeof(among) / sizeof((among)[0]))

static void
add_objective(struct method *method, struct sheet *sheet,
    const struct node *item)
{
	struct bind_text text = { bind_text(method->bind, item), item->pos,
		true };
	struct objective *objective;

	if (*text.text == '\0')
		text = FIND(method, item, texts);
	action_cut_box(&text.text, &(bool){ false });
	if (*text.text == '\0')
		return;
	objective =
	    bind_append(method->bind, &sheet->objectives, sizeof(*objective));
	*objective = (struct objective){ .text = text,
		.id = FIND(method, item, labels),
		.owner = FIND(method, item, owners),
		.due = FIND(method, item, dues) };
	if (*item->key != '\0' && item->table == 0)
		objective->id =
		    (struct bind_text){ item->key, item->key_pos, true };
	bind_fill_texts(objective_rows, objective);
}

static void
add_section(struct method *method, struct sheet *sheet,
    const struct node *section)
{
	const struct node *item;

	for (item = section->first; item != NULL; item = item->next)
		if (item->level == 0)
			add_objective(method, sheet, item);
}

void
foreign_read(struct method *method, struct sheet *sheet)
{
	static const enum term aims = T_PROJECT_AIMS;
	const struct bind_list *lists[] = { &sheet->actions, &sheet->selected };
	struct node *const *nodes = sheet->projects.at;
	struct bind_list *into = &sheet->objectives;
	const struct node *part;
	size_t i, j;

	if (into->given)
		return;
	for (i = 0; i < sheet->projects.count; i++)
		for (part = nodes[i]->first; part != NULL; part = part->next)
			if (term_find(part->key, &aims, 1, NULL) != T_NONE)
				add_section(method, sheet, part);
	for (i = 0; i < 2 && into->count == 0; i++) {
		nodes = lists[i]->at;
		for (j = 0; j < lists[i]->count; j++)
			add_section(method, sheet, nodes[j]);
	}
}
