/*
 * unheaded: a wall without a heading of its own: a list of questions, or
 * sections of them, which are themes.
 */
#include <string.h>

#include "base/arena.h"
#include "wall.h"

static const enum term keys[] = { T_QUESTIONS, T_WALL_SELECTED, T_THEMES,
	T_RULES, T_FINDINGS, T_SIMILARITY, T_QUESTION_WALL };

bool
unheaded_is_key(const char *name)
{
	return *name != '\0' &&
	    term_read(name, TERM_OPENED, keys, sizeof(keys) / sizeof(keys[0]),
		NULL) != T_NONE;
}

static bool
is_named(const struct node *node, enum term term)
{
	return *node->key != '\0' &&
	    term_read(node->key, TERM_OPENED, &term, 1, NULL) != T_NONE;
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

	if (item->table == 0)
		return (*text == '\0' && cell != NULL && cell->number > 0) ||
		    strchr(text, '?') != NULL || item->number > 0 ||
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
			if (unheaded_is_key(child->key) ||
			    !count_questions(child, counts))
				return false;
		} else if (!node_is_empty(child)) {
			counts[asks(child)]++;
		}
	}
	return true;
}

bool
unheaded_claims(const struct node *section)
{
	size_t counts[2] = { 0 };

	return (section->level > 0
		       ? is_named(section, T_QUESTION_WALL)
		       : *section->key == '\0' && section->blocks != NULL) &&
	    count_questions(section, counts) && counts[1] > counts[0];
}

/* Whether a section holds questions, and can be a theme; adds to the counts. */
static bool
is_theme(const struct node *section, size_t counts[2])
{
	size_t inside[2] = { 0 };

	if (section->level == 0 || unheaded_is_key(section->key) ||
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
		if (is_named(child, T_QUESTIONS) ||
		    is_named(child, T_QUESTION_WALL))
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

/* The same in the tool's subject. */
static void
arrange_all(struct method *method, struct node *root)
{
	struct node *child;

	if (is_wall_of_themes(root))
		arrange(method, root);
	for (child = root->first; child != NULL; child = child->next)
		if (is_named(child, T_QUESTION_WALL) && child->level > 0)
			arrange_all(method, child);
}

void
unheaded_arrange(struct method *method)
{
	const struct doc *doc = method->bind->doc;
	size_t i;

	for (i = 0; i < doc->part_count; i++)
		if (doc->parts[i].markdown)
			arrange_all(method, doc->parts[i].root);
}
