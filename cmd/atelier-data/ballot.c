/*
 * ballot: the ballots of a vote, however they were typed.
 *
 * A ballot is what is chosen: a list, a map of what each thing gets, or a text where
 * it has an order or a number in front of it, which only a vote can read.  Where it
 * says whose it is, or how many are alike, it is a map of that and of the choices.
 */
#include <string.h>

#include "data.h"

static const enum term keys[] = { T_VOTER, T_GROUP, T_TIMES, T_BALLOT_NUMBER,
	T_BALLOT_REMARK, T_TABLE_TOTAL, T_CHOICES };
enum { KEYS = sizeof(keys) / sizeof(keys[0]) };

static const struct row names = { .kind = ROW_NAMES };

/* Whether a text is names that commas part, and no order, sum or number of them. */
static bool
is_list(const char *text)
{
	size_t n = strspn(text, "0123456789");

	return (strstr(text, ", ") != NULL || strchr(text, ';') != NULL) &&
	    strpbrk(text, "><=:") == NULL && strstr(text, "×") == NULL &&
	    (n == 0 ||
		(strncmp(text + n, " x ", 3) != 0 &&
		    strncmp(text + n, "x ", 2) != 0));
}

/* What is chosen: one thing is a text, more are a list. */
static struct node *
choices_node(struct view *view, const struct node *node)
{
	struct node *choices;

	if (node->first != NULL && *node->first->key != '\0')
		return data_inner(view, node, NULL);
	if (node->first == NULL && !is_list(node->text))
		return data_text(view, node);
	choices = data_of_row(view, node, &names);
	return choices->kind == NODE_LIST && choices->count == 1
	    ? choices->first
	    : choices;
}

static void
put(struct view *view, struct node *ballot, enum term key, struct node *value)
{
	if (value->first == NULL && *value->text == '\0')
		return;
	value->key = data_call(view, key);
	node_append(ballot, value);
}

/* What a ballot gives to things whose names are its own keys, as a map. */
static struct node *
marks_node(struct view *view, const struct node *node)
{
	struct node *marks = node_new(view->arena, NODE_MAP, node->pos), *mark;

	NODE_EACH(const struct node, child, node) {
		if (term_find(child->key, keys, KEYS, NULL) != T_NONE)
			continue;
		mark = data_of(view, child, T_NONE);
		mark->key = data_find(marks, child->key) == NULL
		    ? child->key
		    : arena_format(view->arena, "%s (2)", child->key);
		if (mark->first != NULL || *mark->text != '\0')
			node_append(marks, mark);
	}
	return marks;
}

/* The value of a ballot's pair, or NULL. */
static const struct node *
find(const struct node *node, enum term key)
{
	const struct node *child = node->first;

	while (child != NULL && term_find(child->key, keys, KEYS, NULL) != key)
		child = child->next;
	return child;
}

static struct node *
ballot_node(struct view *view, const struct node *node)
{
	struct node *ballot = node_new(view->arena, NODE_MAP, node->pos);
	const struct node *found;

	if (*node->key != '\0')
		put(view, ballot, T_VOTER,
		    node_text(view->arena, node->key, node->pos));
	if (*node->key != '\0' || node->first == NULL ||
	    *node->first->key == '\0') {
		put(view, ballot, T_CHOICES, choices_node(view, node));
		return ballot;
	}
	for (size_t i = 0; i < KEYS; i++) {
		found = find(node, keys[i]);
		if (found != NULL)
			put(view, ballot, keys[i],
			    keys[i] == T_CHOICES ? choices_node(view, found)
						 : data_text(view, found));
	}
	if (find(node, T_CHOICES) == NULL)
		put(view, ballot, T_CHOICES, marks_node(view, node));
	return ballot;
}

struct node *
data_ballots(struct view *view, const struct node *node)
{
	struct node *ballots = node_new(view->arena, NODE_LIST, node->pos);
	struct node *ballot;

	NODE_EACH(const struct node, child, node) {
		ballot = ballot_node(view, child);
		if (ballot->count == 1 &&
		    strcmp(ballot->first->key, data_call(view, T_CHOICES)) ==
			0) {
			ballot = ballot->first;
			ballot->key = "";
			ballot->next = NULL;
		}
		node_append(ballots, ballot);
	}
	return ballots;
}
