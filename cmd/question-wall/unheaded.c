/*
 * unheaded: a wall without a heading of its own: a list of questions, or
 * sections of them, which are themes.
 */
#include <string.h>

#include "base/arena.h"
#include "wall.h"

/* The keys of the tool, which are no theme's name. */
const enum term question_keys[QUESTION_KEYS] = { T_QUESTIONS, T_WALL_SELECTED,
	T_THEMES, T_RULES, T_FINDINGS, T_SIMILARITY, T_QUESTION_WALL };

bool
question_is_nested(const struct node *node)
{
	const struct node *child;

	if (*node->text != '\0' || node->table > 0)
		return false;
	for (child = node->first; child != NULL; child = child->next)
		if (child->number == 0)
			return false;
	return node->first != NULL;
}

/* Whether a text begins as a question does. */
static bool
begins_as_question(const char *text)
{
	struct arena *arena = arena_new();
	size_t length = strcspn(text, " ,;:(-'?");
	bool begins = mark_is_idem(arena, text) ||
	    term_lists(T_WALL_OPENERS, arena_copy(arena, text, length));

	arena_free(arena);
	return begins;
}

/* Whether an item, or a row, is a question: it asks, or it has a number. */
static bool
asks(const struct node *item)
{
	static const enum term columns[] = { T_QUESTIONS, T_BURNING };
	const char *text = *item->whole ? item->whole : item->text;
	const struct node *cell = item->first;

	if (question_is_nested(item))
		return true;
	if (item->table == 0)
		return strchr(text, '?') != NULL || item->number > 0 ||
		    mark_number(item->key) > 0 ||
		    strspn(text, "0123456789") > 0 || begins_as_question(text);
	while (cell != NULL && term_find(cell->key, columns, 2, NULL) == T_NONE)
		cell = cell->next;
	return cell != NULL;
}

/* Counts the items of a section that are questions, and those that are not;
 * false where a key of the tool stands in it. */
static bool
count_questions(const struct node *section, size_t counts[2])
{
	const struct node *child;

	counts[1] += section->level > 0 && strchr(section->text, '?') != NULL;
	for (child = section->first; child != NULL; child = child->next) {
		if (child->level > 0) {
			if (term_find(child->key, question_keys,
				QUESTION_KEYS - 1, NULL) != T_NONE ||
			    !count_questions(child, counts))
				return false;
		} else if (!node_is_empty(child)) {
			counts[asks(child)]++;
		}
	}
	return true;
}

bool
question_claims(const struct node *section)
{
	static const enum term subject[] = { T_QUESTION_WALL };
	size_t counts[2] = { 0 };

	if (section->level == 0 &&
	    (*section->key != '\0' || section->blocks == NULL))
		return false;
	if (section->level > 0 &&
	    term_find(section->key, subject, 1, NULL) == T_NONE)
		return false;
	return count_questions(section, counts) && counts[1] > counts[0];
}

/* Whether a section holds questions, and can be a theme; adds to the counts. */
static bool
is_theme(const struct node *section, size_t counts[2])
{
	size_t inside[2] = { 0 };

	if (section->level == 0 ||
	    term_find(section->key, question_keys, QUESTION_KEYS, NULL) !=
		T_NONE ||
	    term_find_subject(section->key) != T_NONE ||
	    !count_questions(section, inside) || inside[1] == 0)
		return false;
	counts[0] += inside[0];
	counts[1] += inside[1];
	return true;
}

/* Whether a document has no section of questions, but others whose items are
 * most of them questions. */
static bool
is_wall_of_themes(const struct node *root)
{
	const struct node *child;
	size_t counts[2] = { 0 };

	for (child = root->first; child != NULL; child = child->next) {
		if (*child->key == '\0' ||
		    term_find(child->key, question_keys, 1, NULL) != T_NONE ||
		    term_find(child->key, &question_keys[QUESTION_KEYS - 1], 1,
			NULL) != T_NONE)
			return false;
		is_theme(child, counts);
	}
	return counts[1] > counts[0];
}

/* Has the sections that are themes stand in one of questions. */
static void
arrange(struct method *method, struct node *root)
{
	struct node *child, *next, *last = NULL, *wall = NULL;
	size_t counts[2] = { 0 };

	for (child = root->first; child != NULL; child = next) {
		next = child->next;
		if (!is_theme(child, counts)) {
			last = child;
			continue;
		}
		if (wall == NULL) {
			wall =
			    node_new(method->arena, NODE_LIST, child->key_pos);
			wall->key = wall->whole =
			    term_name(T_QUESTIONS, method->bind->doc->lang);
			wall->key_pos = child->key_pos;
			wall->key_pos.col--; /* in front of its first theme */
			wall->level = child->level;
			*(last != NULL ? &last->next : &root->first) = wall;
			last = wall;
		}
		last->next = next;
		child->next = NULL;
		child->level++;
		node_append(wall, child);
	}
	if (wall != NULL)
		root->last = last;
}

void
question_arrange(struct method *method)
{
	const struct doc *doc = method->bind->doc;
	struct node *root, *child;
	size_t i;

	for (i = 0; i < doc->part_count; i++) {
		root = doc->parts[i].root;
		if (!doc->parts[i].markdown)
			continue;
		if (is_wall_of_themes(root))
			arrange(method, root);
		for (child = root->first; child != NULL; child = child->next)
			if (term_find(child->key,
				&question_keys[QUESTION_KEYS - 1], 1,
				NULL) != T_NONE &&
			    child->level > 0 && is_wall_of_themes(child))
				arrange(method, child);
	}
}
