/*
 * toolbox: initiatives, by quadrant; and the names of quadrants.
 */
#include <string.h>

#include "arena.h"
#include "swot.h"

const enum term quadrant_terms[QUADRANTS] = { T_SO, T_WO, T_ST, T_WT };
const enum term prompt_terms[QUADRANTS] = { T_PROMPT_SO, T_PROMPT_WO,
	T_PROMPT_ST, T_PROMPT_WT };

static const struct bind_row initiative_rows[] = {
	{ BIND_TEXT, T_TEXT, offsetof(struct initiative, text), BIND_MAIN },
	{ BIND_NAMES, T_FROM, offsetof(struct initiative, from) },
	{ BIND_TEXT, T_QUADRANT, offsetof(struct initiative, quadrant_text) },
	{ BIND_TEXT, T_OWNER, offsetof(struct initiative, owner) },
	{ BIND_TEXT, T_DUE, offsetof(struct initiative, due) },
	{ BIND_TEXT, T_COST, offsetof(struct initiative, cost) },
	{ BIND_END },
};

enum quadrant
quadrant_find(const char *name)
{
	enum quadrant quadrant;

	for (quadrant = 0; quadrant < QUADRANTS; quadrant++)
		if (term_find(name, &quadrant_terms[quadrant], 1, NULL) !=
		    T_NONE)
			break;
	return quadrant;
}

/* The crossings that an initiative comes from. */
static void
read_from(struct swot *swot, struct initiative *initiative)
{
	struct bind_text *from = initiative->from.at;
	struct crossing_ref *ref, found;
	size_t i;

	for (i = 0; i < initiative->from.count; i++) {
		if (!factor_pair(swot, from[i].text, from[i].pos, &found))
			continue;
		ref = bind_append(
		    swot->bind, &initiative->crossings, sizeof(*ref));
		*ref = found;
	}
	ref = initiative->crossings.at;
	if (initiative->quadrant == QUADRANTS &&
	    initiative->crossings.count > 0)
		initiative->quadrant =
		    quadrant_of(ref->internal->list, ref->external->list);
}

static void
read_quadrant(struct swot *swot, struct initiative *initiative)
{
	const char *name = initiative->quadrant_text.text;

	if (!initiative->quadrant_text.given || *name == '\0')
		return;
	initiative->quadrant = quadrant_find(name);
	if (initiative->quadrant == QUADRANTS)
		bind_fault(swot->bind, initiative->quadrant_text.pos,
		    M_SWOT_NO_QUADRANT, name);
}

static void
fill(struct bind_text *text)
{
	if (text->text == NULL)
		text->text = "";
}

static void
read_initiative(
    struct swot *swot, const struct node *node, enum quadrant quadrant)
{
	struct initiative read = { 0 }, *initiative;

	read.quadrant = quadrant;
	if (!bind_item(swot->bind, initiative_rows, node, true, &read))
		return;
	fill(&read.text);
	fill(&read.owner);
	fill(&read.due);
	fill(&read.cost);
	read_quadrant(swot, &read);
	read_from(swot, &read);
	initiative =
	    bind_append(swot->bind, &swot->initiatives, sizeof(*initiative));
	*initiative = read;
}

/* The initiatives of a list, or, under the name of a quadrant, of it. */
static void
read_list(struct swot *swot, const struct node *node, enum quadrant quadrant)
{
	static const enum term elsewhere[] = { T_ELSEWHERE };
	const struct node *child;
	enum quadrant inner;

	if (node->first == NULL && *node->text != '\0') {
		struct node item = *node;

		item.key = "";
		read_initiative(swot, &item, quadrant);
	}
	for (child = node->first; child != NULL; child = child->next) {
		inner = *child->key ? quadrant_find(child->key) : QUADRANTS;
		if (inner != QUADRANTS)
			read_list(swot, child, inner);
		else if (*child->key != '\0' &&
		    term_find(child->key, elsewhere, 1, NULL) != T_NONE)
			read_list(swot, child, QUADRANTS);
		else
			read_initiative(swot, child, quadrant);
	}
}

void
toolbox_read(struct swot *swot)
{
	struct node *const *nodes = swot->toolbox_nodes.at;
	size_t i;

	for (i = 0; i < swot->toolbox_nodes.count; i++)
		read_list(swot, nodes[i], QUADRANTS);
}
