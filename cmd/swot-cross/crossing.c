/*
 * crossing: what was written at each crossing, from any form.
 */
#include <string.h>

#include "base/arena.h"
#include "swot.h"
#include "text/uni.h"
#include "value/number.h"

enum { MAX_CELLS = 1000000 };

/* An item of a list of crossings. */
struct item {
	struct bind_text internal, external, text;
	struct bind_list scores; /* struct node *: a number, or by person */
	struct bind_text priority;
};

static const struct bind_row item_rows[] = {
	{ BIND_TEXT, T_INTERNAL, offsetof(struct item, internal) },
	{ BIND_TEXT, T_EXTERNAL, offsetof(struct item, external) },
	{ BIND_TEXT, T_TEXT, offsetof(struct item, text), BIND_MAIN },
	{ BIND_NODES, T_SCORE, offsetof(struct item, scores) },
	{ BIND_TEXT, T_PRIORITY, offsetof(struct item, priority) },
	{ BIND_END },
};

/* A person's score of a crossing, and where it was given. */
struct given {
	int64_t value;
	struct pos pos;
};

static bool
is_same_place(struct pos a, struct pos b)
{
	return a.file == b.file && a.line == b.line && a.col == b.col;
}

/* One score of a crossing, beside those that other places gave. */
static void
unite_score(struct swot *swot, struct crossing *cell, const struct score *score,
    struct pos pos)
{
	struct dict_entry *entry;
	struct given *given;

	if (score->value < swot->lowest || score->value > swot->highest)
		bind_fault(swot->bind, pos, M_SWOT_OFF_SCALE,
		    number_text(swot->arena, score->value, 0, true,
			swot->bind->doc->lang));
	if (cell->people.arena == NULL)
		dict_init(&cell->people, swot->arena);
	entry = dict_enter(&cell->people, score->person);
	given = entry->value;
	if (given == NULL) {
		given = arena_alloc(swot->arena, sizeof(*given));
		*given = (struct given){ score->value, pos };
		entry->value = given;
		score_add(swot->arena, cell, *score);
	} else if (given->value != score->value ||
	    is_same_place(given->pos, pos)) {
		bind_fault(swot->bind, pos, M_SWOT_TWO_SCORES);
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
		bind_fault(swot->bind, said->pos, M_SWOT_TWO_TEXTS,
		    factor_pair_name(swot, ref),
		    bind_place(swot->bind, cell->pos));
	if (*cell->text == '\0') {
		cell->text = said->text;
		cell->pos = said->pos;
	}
	settings_unite(swot, T_PRIORITY, &cell->priority, &said->priority);
	for (i = 0; i < said->score_count; i++)
		unite_score(swot, cell, &said->scores[i], said->pos);
	cell->given =
	    cell->given || *cell->text != '\0' || cell->score_count > 0;
}

void
crossing_enter(struct swot *swot, const struct crossing_ref *ref,
    const struct node *node)
{
	struct crossing said = { .pos = node->pos };

	if (node->first != NULL) {
		bind_fault(swot->bind, node->first->pos, M_NESTED);
		return;
	}
	said.text = score_cut(swot->arena, bind_text(swot->bind, node),
	    node->prose, &said);
	unite(swot, ref, &said);
}

static void
fault_score(struct swot *swot, const struct node *node)
{
	bind_fault(swot->bind, node->pos, M_SWOT_NO_SCORE,
	    *node->key
		? arena_format(swot->arena, "%s: %s", node->key, node->text)
		: node->text);
}

/* A score by its person. */
static void
take_score(struct swot *swot, const struct node *node, struct crossing *said)
{
	struct score score = { .person = uni_line(swot->arena, node->key) };

	if (node->first == NULL && *node->text == '\0')
		return;
	if (node->first == NULL && score_is_name(score.person) &&
	    number_read(md_plain(swot->arena, bind_text(swot->bind, node)),
		&score.value))
		score_add(swot->arena, said, score);
	else
		fault_score(swot, node);
}

/* "2", or "Anne +2 ; Bruno −1", parentheses or none. */
static void
take_text(struct swot *swot, const struct node *node, struct crossing *said)
{
	const char *text = md_plain(swot->arena, bind_text(swot->bind, node));
	size_t length = strlen(text);
	struct score score = { .person = "" };

	if (length >= 2 && *text == '(' && text[length - 1] == ')')
		text = arena_copy(swot->arena, text + 1, length - 2);
	if (number_read(text, &score.value))
		score_add(swot->arena, said, score);
	else if (!score_read(swot->arena, text, said))
		fault_score(swot, node);
}

/* A number, scores as they are printed, or {person: n, ...}. */
static void
take_scores(struct swot *swot, const struct item *item, struct crossing *said)
{
	struct node *const *nodes = item->scores.at;
	const struct node *child;
	struct node bare;
	size_t i;

	for (i = 0; i < item->scores.count; i++) {
		bare = *nodes[i];
		bare.key = "";
		if (bare.first == NULL && *bare.text != '\0')
			take_text(swot, &bare, said);
		for (child = bare.first; child != NULL; child = child->next)
			take_score(swot, child, said);
	}
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

/* What an item says of its crossing, beside which one it is. */
static void
enter_item(struct swot *swot, const struct crossing_ref *ref,
    const struct item *item, const struct node *node)
{
	struct crossing said = { .pos = item->text.given ? item->text.pos
							 : node->pos };

	said.text = item->text.text ? item->text.text : "";
	take_scores(swot, item, &said);
	if (!item->scores.given)
		said.text =
		    score_cut(swot->arena, said.text, raw_text(node), &said);
	said.priority = item->priority;
	unite(swot, ref, &said);
}

/* Whether a value is a text that YAML took for a pair: "before : after". */
static bool
is_trapped(const struct node *node)
{
	enum term keys[sizeof(item_rows) / sizeof(item_rows[0]) - 1];
	const struct node *pair = node->first;
	size_t i, count = sizeof(keys) / sizeof(keys[0]);

	for (i = 0; i < count; i++)
		keys[i] = item_rows[i].key;
	return node->count == 1 && *pair->key != '\0' && *pair->whole == '\0' &&
	    pair->level == 0 && pair->first == NULL &&
	    term_find(pair->key, keys, count, NULL) == T_NONE;
}

/* The value at one crossing: a text, or what an item says. */
static void
enter_value(struct swot *swot, const struct crossing_ref *ref,
    const struct node *node)
{
	struct item item = { 0 };
	struct node bare = *node;

	if (node->first == NULL) {
		crossing_enter(swot, ref, node);
		return;
	}
	bare.key = "";
	if (is_trapped(node))
		bind_fault(swot->bind, node->first->key_pos, M_COLON_TRAP,
		    node->first->key, node->first->text);
	else if (bind_item(swot->bind, item_rows, &bare, true, &item))
		enter_item(swot, ref, &item, node);
}

/* An item {internal, external, text, ...}, or a table's row of that shape. */
static void
read_item(struct swot *swot, const struct node *node)
{
	struct item item = { 0 };
	struct crossing_ref ref;
	const char *pair;

	if (!bind_item(swot->bind, item_rows, node, true, &item))
		return;
	if (!item.internal.given || !item.external.given ||
	    *item.internal.text == '\0' || *item.external.text == '\0') {
		bind_fault(swot->bind, node->pos, M_SWOT_NO_PAIR,
		    item.text.given ? md_plain(swot->arena, item.text.text)
				    : "");
		return;
	}
	pair = arena_format(swot->arena, "%s × %s",
	    md_plain(swot->arena, item.internal.text),
	    md_plain(swot->arena, item.external.text));
	if (factor_pair(swot, pair, item.internal.pos, &ref))
		enter_item(swot, &ref, &item, node);
}

/* {Fo1: {Op2: text}}: the crossings of one factor. */
static void
read_factor(struct swot *swot, const struct node *node, struct factor *one)
{
	const struct node *pair;
	struct crossing_ref ref;
	const char *names;

	for (pair = node->first; pair != NULL; pair = pair->next) {
		if (*pair->key == '\0') {
			if (!node_is_empty(pair))
				bind_fault(swot->bind, pair->pos,
				    M_SWOT_NO_PAIR, pair->text);
			continue;
		}
		names = arena_format(swot->arena, "%s × %s", one->label.text,
		    pair->key);
		if (factor_pair(swot, names, pair->key_pos, &ref))
			enter_value(swot, &ref, pair);
	}
}

static void
read_keyed(struct swot *swot, const struct node *child)
{
	struct factor *one;
	struct crossing_ref ref;

	if (quadrant_find(child->key) != QUADRANTS)
		crossing_read_nodes(swot, child);
	else if (factor_is_pair(swot, child->key, &ref))
		enter_value(swot, &ref, child);
	else if (child->first != NULL && child->first->table == 0 &&
	    (one = factor_find(swot, child->key, LISTS)) != NULL)
		read_factor(swot, child, one);
	else if (child->level > 0)
		crossing_read_nodes(swot, child);
	else if (*child->whole != '\0')
		bind_fault(swot->bind, child->key_pos, M_SWOT_NO_PAIR,
		    md_plain(swot->arena, child->whole));
	else
		factor_pair(swot, child->key, child->key_pos, &ref);
}

void
crossing_read_nodes(struct swot *swot, const struct node *node)
{
	const struct node *child = node->first;
	bool question = matrix_is_question(node);

	if (child == NULL && *node->text != '\0')
		bind_fault(swot->bind, node->pos, M_SWOT_NO_PAIR, node->text);
	while (child != NULL) {
		if (child->table > 0 && !matrix_is_listing(child)) {
			child =
			    matrix_read(swot, child, question ? node : NULL);
			continue;
		}
		if (*child->key != '\0' && child->table == 0)
			read_keyed(swot, child);
		else if (!node_is_empty(child))
			read_item(swot, child);
		child = child->next;
	}
}

/* Makes room for every crossing; false if there would be too many. */
static bool
make_cells(struct swot *swot)
{
	enum quadrant quadrant;
	size_t rows, columns, i;

	for (quadrant = 0; quadrant < QUADRANTS; quadrant++) {
		rows = swot->factors[internal_of(quadrant)].count;
		columns = swot->factors[external_of(quadrant)].count;
		if (rows != 0 && columns > MAX_CELLS / rows) {
			bind_fault(swot->bind,
			    swot->factors[internal_of(quadrant)].pos,
			    M_SWOT_TOO_MANY);
			return false;
		}
		swot->cells[quadrant] = arena_array(swot->arena, rows * columns,
		    sizeof(struct crossing));
		for (i = 0; i < rows * columns; i++)
			swot->cells[quadrant][i].text =
			    swot->cells[quadrant][i].priority.text = "";
	}
	return true;
}

void
crossing_read(struct swot *swot)
{
	struct node *const *nodes = swot->crossing_nodes.at;
	size_t i;

	if (!make_cells(swot))
		return;
	settings_read(swot);
	for (i = 0; i < swot->crossing_nodes.count; i++)
		crossing_read_nodes(swot, nodes[i]);
}
