/*
 * crossing: what was written at each crossing, from any form.
 */
#include <string.h>

#include "source/md.h"
#include "swot.h"
#include "value/number.h"

enum { MAX_CROSSINGS = 1000000 }; /* of a quadrant */

/* An item of a list of crossings. */
struct item {
	struct bind_text internal, external, text, priority;
	struct bind_list scores; /* struct node *: a number, or by person */
};

static const struct bind_row item_rows[] = {
	ROW(item, internal, .key = T_INTERNAL),
	ROW(item, external, .key = T_EXTERNAL),
	ROW(item, internal, .key = T_STRENGTHS),
	ROW(item, internal, .key = T_WEAKNESSES),
	ROW(item, external, .key = T_OPPORTUNITIES),
	ROW(item, external, .key = T_THREATS),
	ROW(item, text, .key = T_TEXT, .flags = BIND_MAIN),
	ROW(item, scores, .key = T_SCORE),
	ROW(item, priority, .key = T_PRIORITY),
	{ BIND_END },
};

struct crossing *
crossing_next(const struct swot *swot, const struct crossing *before)
{
	struct crossing *first = swot->crossings.at;
	struct crossing *end = first + swot->crossings.count;
	struct crossing *next =
	    before == NULL ? first : first + (before - first + 1);

	while (next < end && !swot->shown[next->quadrant])
		next++;
	return next < end ? next : NULL;
}

/* Unites what is said of one crossing in two places. */
static void
unite(struct swot *swot, struct crossing *crossing, const struct crossing *said)
{
	if (*said->text != '\0' && *crossing->text != '\0' &&
	    strcmp(crossing->text, said->text) != 0)
		bind_fault(swot->method->bind, said->pos, M_SWOT_TWO_TEXTS,
		    crossing_name(swot, crossing),
		    bind_place(swot->method->bind, crossing->pos));
	if (*crossing->text == '\0') {
		crossing->text = said->text;
		crossing->pos = said->pos;
	}
	method_put(swot->method, method_word(swot->method, T_PRIORITY),
	    &crossing->priority, &said->priority);
	BIND_EACH(const struct score, score, &said->scores)
		score_unite(swot, crossing, score);
	crossing->given |=
	    *crossing->text != '\0' || crossing->scores.count > 0;
	if (crossing->given && swot->shown[crossing->quadrant])
		swot->crossed = crossing->internal->used =
		    crossing->external->used = true;
}

/* The text of an item as typed. */
static const char *
raw_text(const struct node *node)
{
	NODE_EACH(const struct node, pair, node)
		if (term_is(pair->key, T_TEXT))
			return pair->prose;
	return node->prose;
}

/* What hangs below a text, and what the user's own keys say, behind it: a cell
 * is one text. */
static const char *
with_list(struct swot *swot, const char *text, const struct bind_list *list)
{
	BIND_EACH(const struct node *const, node, list)
		if (!node_is_empty(*node))
			text = arena_format(swot->method->arena, "%s%s%s%s%s",
			    text, *text != '\0' ? " — " : "", (*node)->key,
			    *(*node)->key != '\0' ? " : " : "",
			    bind_text(swot->method->bind, *node));
	return text;
}

/* What an item says of its crossing, beside which one it is; where priorities
 * are read its text is one. */
static void
enter_item(struct swot *swot, struct crossing *crossing,
    const struct item *item, const struct node *node)
{
	struct crossing said = { .text = item->text.text,
		.priority = item->priority,
		.pos = item->text.given ? item->text.pos : node->pos };

	if (swot->as_priority && item->text.given) {
		said.priority = item->text;
		said.text = "";
	}
	BIND_EACH(const struct node *const, score, &item->scores)
		score_read_node(swot, *score, &said);
	if (!item->scores.given)
		said.text = score_cut(swot, said.text, raw_text(node), &said);
	if (item->text.more != NULL) {
		said.text =
		    with_list(swot, said.text, &item->text.more->columns);
		said.text = with_list(swot, said.text, &item->text.more->below);
	}
	unite(swot, crossing, &said);
}

static bool
bind_crossing(struct swot *swot, const struct node *node, struct item *item)
{
	bool bound = bind_item(swot->method->bind, item_rows, node, true, item);

	bind_fill_texts(item_rows, item);
	return bound;
}

void
crossing_enter(struct swot *swot, struct crossing *crossing,
    const struct node *node)
{
	struct item item = { .scores.count = 0 };
	struct node bare = *node;

	bare.key = "";
	if (bind_crossing(swot, &bare, &item))
		enter_item(swot, crossing, &item, node);
}

/* An item {internal, external, text, ...}, or a table's row of that shape. */
static void
read_item(struct swot *swot, const struct node *node)
{
	struct method *method = swot->method;
	struct item item = { .scores.count = 0 };
	struct crossing *crossing = NULL;
	const char *name = "", *rest;

	if (!bind_crossing(swot, node, &item))
		return;
	if (*item.internal.text != '\0' && *item.external.text != '\0') {
		name = arena_format(method->arena, "%s × %s",
		    method_plain(method, item.internal.text),
		    method_plain(method, item.external.text));
		crossing = crossing_of(swot, pair_find(&swot->pairs, name));
	} else if (!item.internal.given && !item.external.given) {
		crossing = crossing_of(swot,
		    pair_front(&swot->pairs, item.text.text, &rest));
		if (crossing != NULL)
			item.text.text = rest;
	}
	if (crossing != NULL)
		enter_item(swot, crossing, &item, node);
	else if (*name != '\0')
		pair_tell(&swot->pairs, name, item.internal.pos);
	else
		bind_fault(method->bind, node->pos, M_SWOT_NO_PAIR,
		    method_plain(method, item.text.text));
}

static void read_nodes(struct swot *swot, const struct node *node,
    struct factor *of);

/* A key is a pair, one factor over the others that cross it, {Fo1: {Op2:
 * text}}, of: that factor, a heading, or the strong start of a text. */
static void
read_keyed(struct swot *swot, const struct node *child, struct factor *of)
{
	struct factor *factor = refer_look(&swot->names, child->key);
	bool over = quadrant_find(child->key) != QUADRANTS;
	struct crossing *crossing = NULL;
	struct node item = *child;

	item.key = item.whole = "";
	item.text = child->whole;
	if (of != NULL && factor != NULL)
		crossing = crossing_of(swot, (struct pair){ of, factor });
	else if (of == NULL && !over)
		crossing =
		    crossing_of(swot, pair_find(&swot->pairs, child->key));
	if (of != NULL || child->first == NULL || child->first->table > 0)
		factor = NULL;
	if (crossing != NULL)
		crossing_enter(swot, crossing, child);
	else if (factor != NULL || over || child->level > 0)
		read_nodes(swot, child, factor);
	else if (of == NULL && *child->whole != '\0')
		read_item(swot, &item);
	else
		pair_tell(&swot->pairs,
		    of == NULL ? child->key
			       : arena_format(swot->method->arena, "%s × %s",
				     of->label.text, child->key),
		    child->key_pos);
}

/* Crossings that are typed a line each. */
static void
read_lines(struct swot *swot, const struct md_block *block)
{
	struct node *lines = md_block_lines(swot->method->arena, block), *line;

	while (lines != NULL && (line = node_take(lines)) != NULL) {
		line->text = md_text(swot->method->arena, line->text);
		line->prose = line->text;
		read_item(swot, line);
	}
}

/* The crossings, or their priorities, in a section, a map or a list. */
static void
read_nodes(struct swot *swot, const struct node *node, struct factor *of)
{
	const struct node *child = node->first;

	if (child == NULL)
		MD_EACH(const struct md_block, block, node)
			read_lines(swot, block);
	if (child == NULL && node->blocks == NULL && *node->text != '\0')
		bind_fault(swot->method->bind, node->pos, M_SWOT_NO_PAIR,
		    node->text);
	while (child != NULL) {
		if (table_is_crossed(child)) {
			child = table_read(swot, node, child);
			continue;
		}
		if (*child->key != '\0' && child->table == 0)
			read_keyed(swot, child, of);
		else if (!node_is_empty(child))
			read_item(swot, child);
		child = child->next;
	}
}

/* Makes the crossings; false if there would be too many. */
static bool
make_all(struct swot *swot)
{
	const struct bind_list *factors = swot->sheet->factors;
	struct crossing *crossing;
	size_t rows, columns, i;

	for (enum quadrant at = 0; at < QUADRANTS; at++) {
		rows = factors[internal_of(at)].count;
		columns = factors[external_of(at)].count;
		if (rows != 0 && columns > MAX_CROSSINGS / rows) {
			bind_fault(swot->method->bind,
			    factors[internal_of(at)].pos, M_SWOT_TOO_MANY);
			return false;
		}
		swot->first[at + 1] = swot->first[at] + rows * columns;
	}
	swot->crossings.count = swot->first[QUADRANTS];
	swot->crossings.at = crossing = arena_array(swot->method->arena,
	    swot->crossings.count + 1, sizeof(*crossing));
	for (enum quadrant at = 0; at < QUADRANTS; at++) {
		columns = factors[external_of(at)].count;
		for (i = 0; i < swot->first[at + 1] - swot->first[at];
		     i++, crossing++) {
			crossing->quadrant = at;
			crossing->internal =
			    factor_at(swot, internal_of(at), i / columns);
			crossing->external =
			    factor_at(swot, external_of(at), i % columns);
			crossing->text = crossing->priority.text = "";
			crossing->internal->crossed |= swot->shown[at];
			crossing->external->crossed |= swot->shown[at];
		}
	}
	return true;
}

bool
crossing_read_all(struct swot *swot)
{
	if (!make_all(swot))
		return false;
	swot->as_priority = true;
	BIND_EACH(const struct node *const, node, &swot->sheet->priorities)
		read_nodes(swot, *node, NULL);
	swot->as_priority = false;
	BIND_EACH(const struct node *const, node, &swot->sheet->crossings)
		read_nodes(swot, *node, NULL);
	return true;
}

/* A crossing as it is listed: by its number, if its priority is one. */
struct line {
	const char *name, *text;
	struct bind_number number;
};

static const struct bind_row line_rows[] = {
	ROW(line, number, .order = 1),
	{ BIND_END },
};

void
crossing_render(const struct swot *swot, enum term heading)
{
	bool options = heading == T_OPTIONS;
	struct method *method = swot->method;
	const struct crossing *crossing = NULL;
	struct bind_list list = { .count = 0 };
	const char *text;
	struct line *line;

	while ((crossing = crossing_next(swot, crossing)) != NULL) {
		text = options ? crossing->text : crossing->priority.text;
		if (*text == '\0')
			continue;
		line = bind_append(method->bind, &list, sizeof(*line));
		*line = (struct line){ crossing_name(swot, crossing), text };
		line->number.given =
		    !options && number_read(text, &line->number.thousandths);
		if (options)
			line->name = arena_format(method->arena, "%s×%s",
			    crossing->internal->label.text,
			    crossing->external->label.text);
	}
	if (list.count > 0)
		report_section(method->report, heading);
	list = method_ordered(method, line_rows, sizeof(*line), &list);
	BIND_EACH(const struct line, each, &list)
		report_item(method->report, each->name, each->text);
}
