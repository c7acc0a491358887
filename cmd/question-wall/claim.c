/*
 * claim: which sections without their key are a wall of questions.
 */
#include <string.h>

#include "wall.h"

bool
claim_is_nested(const struct node *node)
{
	const struct node *child;

	if (*node->text != '\0' || node->table > 0)
		return false;
	for (child = node->first; child != NULL; child = child->next)
		if (child->number == 0)
			return false;
	return node->first != NULL;
}

/* Whether an item, or a row, is a question: it asks, or it has a number. */
static bool
asks(const struct node *item)
{
	static const enum term columns[] = { T_QUESTIONS, T_BURNING };
	const char *text = *item->whole ? item->whole : item->text;
	const struct node *cell;

	if (claim_is_nested(item))
		return true;
	if (item->table == 0)
		return strchr(text, '?') != NULL || item->number > 0 ||
		    mark_number(item->key) > 0 || strspn(text, "0123456789");
	for (cell = item->first; cell != NULL; cell = cell->next)
		if (term_find(cell->key, columns, 2, NULL) != T_NONE)
			return true;
	return false;
}

/* Whether some of a section is a question, and no item is anything else. */
static bool
holds_questions(const struct node *section)
{
	static const enum term own[] = { T_QUESTIONS, T_WALL_SELECTED, T_THEMES,
		T_RULES, T_FINDINGS, T_SIMILARITY };
	const struct node *child;
	bool some = section->level > 0 && strchr(section->text, '?') != NULL;

	for (child = section->first; child != NULL; child = child->next) {
		if (child->level > 0) {
			if (term_find(child->key, own, 6, NULL) != T_NONE)
				return false;
			some = some || holds_questions(child);
		} else if (node_is_empty(child)) {
			continue;
		} else if (asks(child)) {
			some = true;
		} else {
			return false;
		}
	}
	return some;
}

bool
claim_section(const struct node *section)
{
	static const enum term subject[] = { T_QUESTION_WALL };

	if (section->level == 0 &&
	    (*section->key != '\0' || section->blocks == NULL))
		return false;
	if (section->level > 0 &&
	    term_find(section->key, subject, 1, NULL) == T_NONE)
		return false;
	return holds_questions(section);
}
