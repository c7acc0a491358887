/*
 * crossing: what was written at each crossing, from any form.
 */
#include <string.h>

#include "base/arena.h"
#include "swot.h"
#include "value/number.h"

enum { MAX_CELLS = 1000000 };

/* An item of a list of crossings. */
struct item {
	struct bind_text internal, external, text, priority;
	struct bind_list scores; /* struct node *: a number, or by person */
};

static const struct bind_row item_rows[] = {
	BIND_AT(BIND_TEXT, T_INTERNAL, item, internal, 0),
	BIND_AT(BIND_TEXT, T_EXTERNAL, item, external, 0),
	BIND_AT(BIND_TEXT, T_STRENGTHS, item, internal, 0),
	BIND_AT(BIND_TEXT, T_WEAKNESSES, item, internal, 0),
	BIND_AT(BIND_TEXT, T_OPPORTUNITIES, item, external, 0),
	BIND_AT(BIND_TEXT, T_THREATS, item, external, 0),
	BIND_AT(BIND_TEXT, T_TEXT, item, text, BIND_MAIN),
	BIND_AT(BIND_NODES, T_SCORE, item, scores, 0),
	BIND_AT(BIND_TEXT, T_PRIORITY, item, priority, 0),
	{ BIND_END },
};

struct crossing *
crossing_of(const struct swot *swot, const struct crossing_ref *ref)
{
	enum quadrant quadrant =
	    quadrant_of(ref->internal->list, ref->external->list);

	return swot->cells[quadrant] +
	    ref->internal->index *
	    swot->sheet->factors[external_of(quadrant)].count +
	    ref->external->index;
}

bool
crossing_next(const struct swot *swot, struct walk *walk)
{
	enum quadrant quadrant;
	size_t rows, columns;

	for (; walk->quadrant < QUADRANTS; walk->quadrant++, walk->next = 0) {
		quadrant = walk->quadrant;
		rows = swot->sheet->factors[internal_of(quadrant)].count;
		columns = swot->sheet->factors[external_of(quadrant)].count;
		if (!swot->shown[quadrant] || walk->next == rows * columns)
			continue;
		walk->ref.internal = factor_at(swot, internal_of(quadrant),
		    walk->next / columns);
		walk->ref.external = factor_at(swot, external_of(quadrant),
		    walk->next % columns);
		walk->cell = swot->cells[quadrant] + walk->next++;
		return true;
	}
	return false;
}

void
crossing_unite_text(struct swot *swot, enum term key, struct bind_text *into,
    const struct bind_text *from)
{
	if (from->text == NULL || *from->text == '\0')
		return;
	if (into->text == NULL || *into->text == '\0')
		*into = *from;
	else if (strcmp(into->text, from->text) != 0)
		bind_fault(swot->method->bind, from->pos, M_CONFLICT,
		    method_word(swot->method, key),
		    method_plain(swot->method, from->text),
		    method_plain(swot->method, into->text),
		    bind_place(swot->method->bind, into->pos));
}

/* One score of a crossing, beside those that other places gave. */
static void
unite_score(struct swot *swot, struct crossing *cell, const struct score *score)
{
	const struct score *other = cell->scores;
	size_t i = 0;

	if (score->value < swot->lowest || score->value > swot->highest)
		bind_fault(swot->method->bind, score->pos, M_OFF_SCALE,
		    number_text(swot->method->arena, score->value, 0, true,
			swot->method->lang));
	while (i < cell->score_count &&
	    strcmp(other[i].person, score->person) != 0)
		i++;
	if (i == cell->score_count) {
		cell->scores = arena_grow(swot->method->arena, cell->scores, i,
		    sizeof(*score));
		cell->scores[cell->score_count++] = *score;
	} else if (other[i].value != score->value ||
	    memcmp(&other[i].pos, &score->pos, sizeof(score->pos)) == 0) {
		bind_fault(swot->method->bind, score->pos, M_SWOT_TWO_SCORES);
	}
}

/* Unites what is said of one crossing in two places. */
static void
unite(struct swot *swot, const struct crossing_ref *ref,
    const struct crossing *said)
{
	struct crossing *cell = crossing_of(swot, ref);
	size_t i;

	if (*said->text != '\0' && *cell->text != '\0' &&
	    strcmp(cell->text, said->text) != 0)
		bind_fault(swot->method->bind, said->pos, M_SWOT_TWO_TEXTS,
		    factor_pair_name(swot, ref),
		    bind_place(swot->method->bind, cell->pos));
	if (*cell->text == '\0') {
		cell->text = said->text;
		cell->pos = said->pos;
	}
	crossing_unite_text(swot, T_PRIORITY, &cell->priority, &said->priority);
	for (i = 0; i < said->score_count; i++)
		unite_score(swot, cell, &said->scores[i]);
	cell->given =
	    cell->given || *cell->text != '\0' || cell->score_count > 0;
}

/* The text of an item as typed. */
static const char *
raw_text(const struct node *node)
{
	static const enum term text[] = { T_TEXT };
	const struct node *pair;

	for (pair = node->first; pair != NULL; pair = pair->next)
		if (term_find(pair->key, text, 1, NULL) != T_NONE)
			return pair->prose;
	return node->prose;
}

/* What hangs below a text, and what the user's own keys say, behind it: a cell
 * is one text. */
static const char *
with_list(struct swot *swot, const char *text, const struct bind_list *list)
{
	struct node *const *nodes = list->at;
	size_t i;

	for (i = 0; i < list->count; i++)
		text = node_is_empty(nodes[i])
		    ? text
		    : arena_format(swot->method->arena, "%s%s%s%s%s", text,
			  *text != '\0' ? " — " : "", nodes[i]->key,
			  *nodes[i]->key != '\0' ? " : " : "",
			  bind_text(swot->method->bind, nodes[i]));
	return text;
}

/* What an item says of its crossing, beside which one it is. */
static void
enter_item(struct swot *swot, const struct crossing_ref *ref,
    const struct item *item, const struct node *node)
{
	struct node *const *scores = item->scores.at;
	struct crossing said = { .text = item->text.text ? item->text.text : "",
		.priority = item->priority,
		.pos = item->text.given ? item->text.pos : node->pos };
	size_t i;

	for (i = 0; i < item->scores.count; i++)
		score_read_node(swot, scores[i], &said);
	if (!item->scores.given)
		said.text = score_cut(swot, said.text, raw_text(node), &said);
	if (item->text.more != NULL) {
		said.text =
		    with_list(swot, said.text, &item->text.more->columns);
		said.text = with_list(swot, said.text, &item->text.more->below);
	}
	unite(swot, ref, &said);
}

void
crossing_enter(struct swot *swot, const struct crossing_ref *ref,
    const struct node *node, bool as_priority)
{
	struct item item = { .text.text = NULL };
	struct node bare = *node;

	bare.key = "";
	if (!bind_item(swot->method->bind, item_rows, &bare, true, &item))
		return;
	if (as_priority && item.text.given) {
		item.priority = item.text;
		item.text.text = "";
	}
	enter_item(swot, ref, &item, node);
}

/* An item {internal, external, text, ...}, or a table's row of that shape. */
static void
read_item(struct swot *swot, const struct node *node, bool as_priority)
{
	struct method *method = swot->method;
	struct item item = { .text.text = NULL };
	struct crossing_ref ref;
	const char *rest = NULL;

	if (!bind_item(method->bind, item_rows, node, true, &item))
		return;
	if (item.text.given && !item.internal.given && !item.external.given)
		rest = factor_pair_before(swot, item.text.text, &ref);
	if (rest != NULL) {
		item.text.text = as_priority ? "" : rest;
		item.priority.text = as_priority ? rest : item.priority.text;
		item.priority.pos = item.text.pos;
		enter_item(swot, &ref, &item, node);
		return;
	}
	if (!item.internal.given || !item.external.given ||
	    *item.internal.text == '\0' || *item.external.text == '\0')
		bind_fault(method->bind, node->pos, M_SWOT_NO_PAIR,
		    item.text.given ? method_plain(method, item.text.text)
				    : "");
	else if (factor_pair(swot,
		     arena_format(method->arena, "%s × %s",
			 method_plain(method, item.internal.text),
			 method_plain(method, item.external.text)),
		     item.internal.pos, &ref))
		enter_item(swot, &ref, &item, node);
}

static void read_nodes(struct swot *swot, const struct node *node,
    bool as_priority, const struct factor *of);

/* A key is a pair, one factor over the others that cross it, {Fo1: {Op2:
 * text}}, of: that factor, a heading, or the strong start of a text. */
static void
read_keyed(struct swot *swot, const struct node *child, bool as_priority,
    const struct factor *of)
{
	const char *name = of == NULL
	    ? child->key
	    : arena_format(swot->method->arena, "%s × %s", of->label.text,
		  child->key);
	enum quadrant quadrant = quadrant_find(child->key);
	const struct factor *one = NULL;
	struct node item = *child;
	struct crossing_ref ref;

	if (of == NULL && child->first != NULL && child->first->table == 0)
		one = factor_find(swot, child->key, LISTS);
	item.key = item.whole = "";
	item.text = child->whole;
	if (quadrant == QUADRANTS && factor_is_pair(swot, name, &ref))
		crossing_enter(swot, &ref, child, as_priority);
	else if (one != NULL || quadrant != QUADRANTS || child->level > 0)
		read_nodes(swot, child, as_priority, one);
	else if (of == NULL && *child->whole != '\0')
		read_item(swot, &item, as_priority);
	else
		factor_pair(swot, name, child->key_pos, &ref);
}

/* The crossings, or their priorities, in a section, a map or a list. */
static void
read_nodes(struct swot *swot, const struct node *node, bool as_priority,
    const struct factor *of)
{
	const struct node *child = node->first;
	const struct node *question =
	    crossing_table_is_asked(node) ? node : NULL;

	if (child == NULL && *node->text != '\0')
		bind_fault(swot->method->bind, node->pos, M_SWOT_NO_PAIR,
		    node->text);
	while (child != NULL) {
		if (crossing_table_is_crossed(child)) {
			child = crossing_table_read(swot, child, question,
			    as_priority);
			continue;
		}
		if (*child->key != '\0' && child->table == 0)
			read_keyed(swot, child, as_priority, of);
		else if (!node_is_empty(child))
			read_item(swot, child, as_priority);
		child = child->next;
	}
}

/* Makes room for every crossing; false if there would be too many. */
static bool
make_cells(struct swot *swot, enum quadrant quadrant)
{
	const struct bind_list *internal =
	    &swot->sheet->factors[internal_of(quadrant)];
	size_t columns = swot->sheet->factors[external_of(quadrant)].count;
	struct crossing *cell;

	if (internal->count != 0 && columns > MAX_CELLS / internal->count) {
		bind_fault(swot->method->bind, internal->pos, M_SWOT_TOO_MANY);
		return false;
	}
	cell = arena_array(swot->method->arena, internal->count * columns + 1,
	    sizeof(*cell));
	swot->cells[quadrant] = cell;
	for (; cell < swot->cells[quadrant] + internal->count * columns; cell++)
		cell->text = cell->priority.text = "";
	return true;
}

void
crossing_read_all(struct swot *swot)
{
	const struct bind_list *lists[] = { &swot->sheet->priorities,
		&swot->sheet->crossings };
	struct node *const *nodes;
	enum quadrant quadrant;
	size_t i, j;

	for (quadrant = 0; quadrant < QUADRANTS; quadrant++)
		if (!make_cells(swot, quadrant))
			return;
	for (i = 0; i < 2; i++) {
		nodes = lists[i]->at;
		for (j = 0; j < lists[i]->count; j++)
			read_nodes(swot, nodes[j], i == 0, NULL);
	}
}
