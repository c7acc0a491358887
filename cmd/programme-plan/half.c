/*
 * half: the halves of a day, and other parts of it, that stand under headings
 * within its own: "## Thursday 12 March" with "### Morning" and "### Afternoon".
 * Each becomes a day that has both names, so that two mornings stay two.
 */
#include "plan.h"

/* Whether there is a session with a time right below a heading or a key that is
 * no day itself. */
static bool
is_half(const struct node *node)
{
	if (*node->key == '\0' || node->kind == NODE_TEXT ||
	    session_is_day(node->key) || session_is_key(node->key))
		return false;
	NODE_EACH(const struct node, item, node)
		if (*item->key == '\0' && session_is_timed(item))
			return true;
	return false;
}

/* Takes the halves out of a day, and puts them behind it, each called after both.
 * What else stands under a heading in it is no session of the day: it stays
 * under the day's heading, apart from what is. */
static void
part_day(struct arena *arena, struct node *into, struct node *day)
{
	const char *name = *day->whole != '\0' ? day->whole : day->key;
	struct node all = node_emptied(day), *child;
	struct node *halves = node_again(arena, day);
	struct node *rest = node_again(arena, day);

	rest->blocks = rest->last_block = NULL;
	while ((child = node_take(&all)) != NULL) {
		if (is_half(child)) {
			child->key = arena_format(arena, "%s – %s", name,
			    *child->whole != '\0' ? child->whole : child->key);
			if (child->level > 0)
				child->whole = child->key;
			child->level = day->level;
			node_append(halves, child);
		} else {
			/* a line would be no heading in the report, and the
			 * list below it the day's */
			child->line = false;
			node_append(child->level > 0 ? rest : day, child);
		}
	}
	if (day->first != NULL || day->blocks != NULL ||
	    (halves->first == NULL && rest->first == NULL))
		node_append(into, day);
	while ((child = node_take(halves)) != NULL)
		node_append(into, child);
	if (rest->first != NULL)
		node_append(into, rest);
}

/* The same of all days, but for those in what is another tool's. */
static void
part_days(struct arena *arena, struct node *parent)
{
	struct node all = node_emptied(parent), *child;
	enum term subject;

	while ((child = node_take(&all)) != NULL) {
		if (*child->key != '\0' && child->first != NULL &&
		    session_is_day(child->key)) {
			part_day(arena, parent, child);
			continue;
		}
		subject = term_find_subject(child->key);
		if (*child->key != '\0' &&
		    (subject == T_NONE || subject == T_PROGRAMME))
			part_days(arena, child);
		node_append(parent, child);
	}
}

void
half_arrange(struct method *method, const struct doc_part *part)
{
	part_days(method->arena, part->root);
}
