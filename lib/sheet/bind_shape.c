/*
 * bind_shape: whether what stands under a name has a shape that the name's row
 * can hold.  Where it has not, the name is somebody else's.
 */
#include <string.h>

#include "sheet/bind_inner.h"
#include "text/uni.h"
#include "value/money.h"

enum { MAX_PAIR = 160 };

/* Whether headings stand below a section. */
static bool
has_sections(const struct node *node)
{
	NODE_EACH(const struct node, child, node)
		if (child->level > 0)
			return true;
	return false;
}

/* Whether a section is one short text, as a pair is. */
static bool
is_short(const struct node *node)
{
	return node->first == NULL && strlen(node->text) <= MAX_PAIR &&
	    (node->blocks == NULL || md_next(node->blocks) == NULL);
}

/* Whether the headings in a list whose items are led by a time are such items,
 * or a text without any: each then has a figure. */
static bool
has_timed_sections(const struct bind_row *row, const struct node *node)
{
	const struct bind_row *label = bind_flagged(row->rows, BIND_LABEL);

	if (label == NULL || label->key != T_TIME ||
	    (label->flags & BIND_PERSON) != 0)
		return true;
	if (node->first == NULL && *node->text != '\0')
		return strpbrk(node->text, "0123456789") != NULL;
	NODE_EACH(const struct node, child, node)
		if (child->level > 0 &&
		    strcspn(child->key, "0123456789") >=
			term_base_length(child->key))
			return false;
	return true;
}

/* Whether a pair switches something in whatever publishes a page: "comments: true"
 * lists none. */
static bool
is_switch(const struct node *node)
{
	return strcmp(node->text, "true") == 0 ||
	    strcmp(node->text, "false") == 0;
}

/* Whether a text is empty, has a number, or begins with one of some words. */
static bool
begins_with_choice(const enum term *choices, const char *text)
{
	ARENA_SCRATCH(arena);
	const char *word = arena_copy(arena, text, strcspn(text, " "));

	if (*text == '\0' || text[strcspn(text, "0123456789")] != '\0')
		return true;
	while (*choices != T_NONE && !term_is(text, *choices) &&
	    !term_is(word, *choices))
		choices++;
	return *choices != T_NONE;
}

/* Whether a text behind a key says something else than what the row asks for:
 * "Quorum : atteint", "Vote : à main levée", and who "Absents" are. */
static bool
is_remark(const struct bind_row *row, const struct node *node)
{
	ARENA_SCRATCH(arena);
	const char *text = md_plain(arena, node->text);

	switch (row->kind) {
	case BIND_SHARE:
		return term_lists_start(T_SHARE_MET, text);
	case BIND_TEXT:
		return row->choices != NULL &&
		    (node->first != NULL ||
			!begins_with_choice(row->choices, text));
	case BIND_NODES: /* of lines: ballots */
		return (row->flags & BIND_LINES) != 0 && node->level == 0 &&
		    node->kind == NODE_TEXT && *text != '\0' &&
		    term_find_subject(node->key) != T_NONE;
	default:
		return false;
	}
}

bool
bind_fits(const struct bind_row *row, const struct node *node)
{
	if (is_remark(row, node) || (row->kind == BIND_LIST && is_switch(node)))
		return false;
	if (node->level == 0)
		return row->kind != BIND_TEXT || node->height <= 1;
	switch (row->kind) {
	case BIND_TEXT:
		return node->first == NULL;
	case BIND_NAMES:
		return !has_sections(node);
	case BIND_LIST:
		return has_timed_sections(row, node);
	case BIND_NODES: /* what a setting decides is no list */
		return (row->flags & BIND_DECIDES) == 0 || is_short(node);
	default:
		return bind_value_size(row->kind) == 0 || is_short(node);
	}
}

bool
bind_fits_common(enum term term, const struct node *node)
{
	const struct node *first = node->first;

	switch (term) {
	case T_PARTICIPANTS:
	case T_FACILITATOR:
	case T_AUTHOR:
	case T_TAGS:
		return node->level == 0 || !has_sections(node);
	default: /* rows of a table are no date, nor a place */
		return node->level > 0 ? is_short(node)
				       : first == NULL || *first->key != '\0' ||
			first->kind != NODE_MAP;
	}
}

/* Whether a name is one that the tool reads or wrote inside its subject. */
static bool
is_ours(const struct bind *bind, const char *name)
{
	return *name != '\0' &&
	    (bind_row_named(bind->tool->rows, name) != NULL ||
		term_is_any(name, T_RULES, T_FINDINGS) ||
		term_find_computed(bind->doc->subject, name) != T_NONE);
}

bool
bind_is_subject(struct bind_found *found, const struct node *section)
{
	const struct node *child = section->first;

	if (section->level == 0 || (child == NULL && section->blocks == NULL))
		return true;
	for (; child != NULL; child = child->next)
		if (is_ours(found->bind, child->key) ||
		    bind_find_loosely(found->bind, child, true) != NULL ||
		    bind_find_claim(found, child) != NULL ||
		    (child->first != NULL && child->level > 0 &&
			bind_is_subject(found, child)))
			return true;
	return false;
}

bool
bind_is_quantity(const struct bind_row *row)
{
	return row->kind == BIND_NUMBER || row->kind == BIND_DATE ||
	    row->kind == BIND_MONEY || row->kind == BIND_TIME ||
	    row->kind == BIND_DURATION;
}

/* Whether a name ends with what its amounts are in: "Montant (€)", "Cost (£)". */
static bool
is_in_money(const char *name)
{
	const char *unit = strrchr(name, '(');
	ARENA_SCRATCH(arena);

	return unit != NULL && name[strlen(name) - 1] == ')' &&
	    (term_lists(T_EUROS,
		 uni_fold(arena,
		     arena_copy(arena, unit + 1, strlen(unit) - 2))) ||
		money_currency(unit) != T_NONE);
}

bool
bind_holds_gloss(const struct bind_row *row, const char *name)
{
	return !bind_is_quantity(row) ||
	    (row->kind == BIND_MONEY && is_in_money(name)) ||
	    term_read(name, TERM_OPENED, &row->key, 1, NULL) != T_NONE;
}

bool
bind_is_plain_key(const struct bind *bind, const char *name)
{
	return is_ours(bind, name) || term_find_subject(name) != T_NONE ||
	    bind_find_common(name) != T_NONE;
}

bool
bind_is_of_minutes(const char *heading)
{
	static const enum term keys[] = { T_ACTIONS, T_DECISIONS };

	return bind_find_common(heading) != T_NONE ||
	    term_read(heading, TERM_OPENED, keys, 2, NULL) != T_NONE;
}

/* Whether what a row holds stands under a heading, which keeps a gloss; without
 * items, where the row reads what stands there as it is. */
static bool
keeps_gloss(const struct bind_row *row, const struct node *section)
{
	if (section->first == NULL)
		return section->blocks != NULL &&
		    (row->kind == BIND_NODES || row->kind == BIND_PROSE);
	return row->kind == BIND_LIST || row->kind == BIND_NODES ||
	    row->kind == BIND_NAMES;
}

const struct bind_row *
bind_find_loosely(struct bind *bind, const struct node *node, bool in_subject)
{
	const struct bind_row *row = NULL;

	if (*node->key == '\0' || bind_is_plain_key(bind, node->key))
		return NULL;
	row = bind_find_row(bind, node->key, TERM_OPENED, in_subject);
	if (row == NULL && node->level > 0) {
		row = bind_find_row(bind, node->key, TERM_DATED, in_subject);
		if (row != NULL && !keeps_gloss(row, node))
			return NULL;
	}
	return row != NULL && bind_fits(row, node) ? row : NULL;
}
