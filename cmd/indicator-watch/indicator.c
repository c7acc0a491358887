/*
 * indicator: indicators of every form, each with its values.
 */
#include <string.h>

#include "base/arena.h"
#include "source/md.h"
#include "value/period.h"
#include "watch.h"

#define TEXT(term_, member, flags_)                                            \
	ROW(BIND_TEXT, indicator, member, .key = (term_), .flags = (flags_))

const struct bind_row indicator_rows[] = {
	TEXT(T_WATCH_NAME, name, BIND_MAIN | BIND_REQUIRED),
	TEXT(T_TEXT, name, 0),
	TEXT(T_TITLE, name, 0),
	ROW(BIND_TEXT, indicator, theme, .key = T_THEME, .flags = BIND_ALIKE,
	    .tallied = T_BY_THEME, .tally_head = T_THEME,
	    .tally_none = T_NO_THEME),
	ROW(BIND_TEXT, indicator, territory, .key = T_WATCH_TERRITORY,
	    .tallied = T_BY_TERRITORY, .tally_head = T_WATCH_TERRITORY,
	    .tally_none = T_NO_TERRITORY),
	TEXT(T_WATCH_SERVICE, service, 0),
	TEXT(T_STATE, state, 0),
	TEXT(T_WATCH_UNIT, unit, BIND_WANTED),
	ROW(BIND_NODES, indicator, nodes, .key = T_WATCH_VALUES),
	TEXT(T_WATCH_TARGET, target_text, 0),
	TEXT(T_WATCH_SOURCE, source, BIND_WANTED),
	{ BIND_END },
};

static bool
is_period(const char *key)
{
	struct date first, last;

	return date_read_period(key, &first, &last);
}

/* A table of indicators: under the title, or under a theme that is a heading,
 * where its columns have values too. */
bool
watch_claims(const struct node *section)
{
	static const enum term name = T_WATCH_NAME, values = T_WATCH_VALUES;
	const struct node *row = section->first, *cell;
	bool named = false, valued = section->level == 0;

	if (row == NULL || row->table == 0)
		return false;
	for (cell = row->first; cell != NULL; cell = cell->next) {
		named = named || term_find(cell->key, &name, 1, NULL) != T_NONE;
		valued = valued || is_period(cell->key) ||
		    term_find(cell->key, &values, 1, NULL) != T_NONE;
	}
	return named && valued;
}

static bool
is_field(const char *key)
{
	const struct bind_row *row = indicator_rows;

	while (row->kind != BIND_END &&
	    term_find(key, &row->key, 1, NULL) == T_NONE)
		row++;
	return row->kind != BIND_END;
}

/* A pair again; one of a target by a period, "Target 2026", with the period
 * behind its value. */
static struct node *
target_of(struct arena *arena, const struct node *pair)
{
	static const enum term target = T_WATCH_TARGET;
	struct node *again = node_again(arena, pair);
	const char *space = strrchr(pair->key, ' '), *key;

	if (space == NULL || *pair->text == '\0' || !is_period(space + 1))
		return again;
	key = arena_copy(arena, pair->key, (size_t)(space - pair->key));
	if (term_find(key, &target, 1, NULL) == T_NONE)
		return again;
	again->key = key;
	again->text = arena_format(arena, "%s (%s)", pair->text, space + 1);
	return again;
}

/* An item as bind takes it: its name as its text, what is keyed by dates among
 * its values. */
static struct node *
prepare(struct method *method, const struct node *child)
{
	struct arena *arena = method->arena;
	struct node *item = node_again(arena, child);
	struct node *values = node_new(arena, NODE_MAP, child->pos);
	const struct node *pair;

	if (*item->key != '\0' && item->table == 0) {
		if (item->first == NULL && is_field(item->key))
			return item;
		item->text = item->level > 0 ? item->whole
		    : *item->whole == '\0'   ? item->key
		    : *item->text == '\0'    ? md_words(arena, item->key)
					     : item->whole;
		if (item->first == NULL && *child->text != '\0' &&
		    *item->whole == '\0')
			return node_again(arena, child); /* a colon's trap */
		item->key = item->whole = "";
		item->level = 0;
		item->blocks = NULL;
	}
	values->key = term_name(T_WATCH_VALUES, LANG_EN);
	values->key_pos = child->pos;
	item->first = item->last = NULL;
	for (pair = child->first; pair != NULL; pair = pair->next)
		node_append(*pair->key != '\0' && is_period(pair->key) ? values
								       : item,
		    target_of(arena, pair));
	if (values->first != NULL)
		node_append(item, values);
	if (child->first != NULL && *child->key != '\0')
		item->kind = NODE_MAP;
	return item;
}

/* Whether a node is a theme, with indicators below it. */
static bool
is_theme(const struct node *node)
{
	return *node->key != '\0' && node->table == 0 && node->first != NULL &&
	    !is_period(node->first->key) && !is_field(node->first->key);
}

static void
read_items(struct method *method, struct watch *watch, const struct node *node,
    const char *theme)
{
	static const struct bind_row row = { BIND_LIST, T_WATCH_INDICATORS, 0,
		0, indicator_rows, sizeof(struct indicator) };
	struct node *group = node_again(method->arena, node);
	struct bind_list list = { .count = 0 };
	const struct node *child;
	struct indicator *slot;
	size_t i;

	if (node->first != NULL)
		group->kind = NODE_LIST;
	group->first = group->last = NULL;
	for (child = node->first; child != NULL; child = child->next)
		if (!is_theme(child))
			node_append(group, prepare(method, child));
	bind_value(method->bind, &row, group, &list);
	for (i = 0; i < list.count; i++) {
		slot = bind_append(method->bind, &watch->indicators,
		    sizeof(*slot));
		*slot = ((const struct indicator *)list.at)[i];
		if (*slot->theme.text == '\0')
			slot->theme.text = theme;
	}
	for (child = node->first; child != NULL; child = child->next)
		if (is_theme(child))
			read_items(method, watch, child,
			    child->level > 0 ? child->whole
				: *child->whole != '\0'
				? md_words(method->arena, child->key)
				: md_text(method->arena, child->key));
}

void
read_indicators(struct method *method, struct watch *watch)
{
	static const enum term indicators = T_WATCH_INDICATORS;
	struct node *const *nodes = watch->nodes.at;
	struct indicator *indicator;
	size_t i;

	for (i = 0; i < watch->nodes.count; i++)
		read_items(method, watch, nodes[i],
		    nodes[i]->level > 0 &&
			    term_find(nodes[i]->key, &indicators, 1, NULL) ==
				T_NONE &&
			    term_find_subject(nodes[i]->key) == T_NONE
			? nodes[i]->whole
			: "");
	indicator = watch->indicators.at;
	for (i = 0; i < watch->indicators.count; i++)
		series_read(method, &indicator[i]);
}
