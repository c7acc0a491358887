/*
 * quadrant: the names of quadrants, and the question of each.
 */
#include <string.h>

#include "swot.h"

const enum term quadrant_terms[QUADRANTS] = { T_SO, T_WO, T_ST, T_WT };
static const enum term prompt_terms[QUADRANTS] = { T_PROMPT_SO, T_PROMPT_WO,
	T_PROMPT_ST, T_PROMPT_WT };

enum quadrant
quadrant_of(enum list a, enum list b)
{
	enum list internal = a < b ? a : b, external = a < b ? b : a;

	if (internal >= OPPORTUNITIES || external < OPPORTUNITIES ||
	    external == LISTS)
		return QUADRANTS;
	return (enum quadrant)(internal + 2 * (external - OPPORTUNITIES));
}

bool
quadrant_lists(const char *text, enum list *one, enum list *other)
{
	const char *at, *right;

	for (at = text; *at != '\0'; at++) {
		if (pair_mark(at) == 0)
			continue;
		*one = factor_list(text, (size_t)(at - text));
		for (right = at; pair_mark(right) > 0;)
			right += pair_mark(right);
		*other = factor_list(right, strcspn(right, ")"));
		if (*one != LISTS && *other != LISTS)
			return true;
	}
	return false;
}

enum quadrant
quadrant_find(const char *name)
{
	const char *bracket = strchr(name, '(');
	enum quadrant quadrant = 0;
	enum list one, other;

	while (quadrant < QUADRANTS &&
	    term_read(name, TERM_GLOSSED, &quadrant_terms[quadrant], 1, NULL) ==
		T_NONE)
		quadrant++;
	if (quadrant < QUADRANTS)
		return quadrant;
	if (quadrant_lists(bracket != NULL ? bracket + 1 : name, &one, &other))
		return quadrant_of(one, other);
	return QUADRANTS;
}

void
quadrant_prompt(struct swot *swot, enum quadrant quadrant,
    struct bind_text prompt)
{
	const enum term own[] = { prompt_terms[quadrant],
		quadrant_terms[quadrant], T_CROSSINGS };
	const char *plain = method_plain(swot->method, prompt.text);

	if (*plain == '\0' || term_find(plain, own, 3, NULL) != T_NONE)
		return;
	if (term_find_key_of(T_SWOT, plain) != T_NONE)
		bind_fault(swot->method->bind, prompt.pos, M_SWOT_PROMPT_IS_KEY,
		    plain);
	else
		method_put(swot->method, method_word(swot->method, T_PROMPTS),
		    &swot->prompts[quadrant], &prompt);
}

/* The quadrant of a cell whose row and column are headed by lists. */
static enum quadrant
quadrant_of_cell(const struct node *row, const struct node *cell)
{
	return quadrant_of(factor_list(row->first->text,
			       strlen(row->first->text)),
	    factor_list(cell->key, strlen(cell->key)));
}

bool
quadrant_is_table(const struct node *row)
{
	if (row->table == 0 || row->first == NULL || row->first->next == NULL)
		return false;
	for (const struct node *cell = row->first->next; cell != NULL;
	     cell = cell->next)
		if (quadrant_of_cell(row, cell) == QUADRANTS)
			return false;
	return true;
}

/* What is to be done in a quadrant, an item a line; the first one may name it. */
static void
add_initiatives(struct swot *swot, enum quadrant quadrant,
    const struct node *cell)
{
	struct arena *arena = swot->method->arena;
	struct md_items items = md_split_cell(arena,
	    *cell->prose != '\0' ? cell->prose : cell->text, MD_CELL_PLAIN);
	const char *heading =
	    method_word(swot->method, quadrant_terms[quadrant]);
	struct initiative one = { .heading = { heading, cell->pos, true } };

	bind_fill_texts(initiative_rows, &one);
	for (size_t i = 0; i < items.count; i++) {
		one.text = bind_text_at(md_text(arena, items.at[i]), cell->pos);
		if (i == 0 && items.count > 1 &&
		    quadrant_find(md_plain(arena, one.text.text)) == quadrant)
			one.heading.text =
			    md_words(arena, md_plain(arena, one.text.text));
		else
			bind_add(swot->method->bind, &swot->sheet->initiatives,
			    one);
	}
}

/* A cell below a list: the question of its quadrant, or what is to be done
 * there. */
static void
enter(struct swot *swot, enum quadrant quadrant, const struct node *cell,
    bool as_prompts)
{
	const struct bind_text text = { bind_text(swot->method->bind, cell),
		cell->pos, true };

	NODE_EACH(const struct node, child, cell)
		enter(swot, quadrant, child, as_prompts);
	if (*text.text == '\0')
		return;
	if (as_prompts || text.text[strlen(text.text) - 1] == '?')
		quadrant_prompt(swot, quadrant, text);
	else
		add_initiatives(swot, quadrant, cell);
}

/* A question under a name; a fault where that is no quadrant's. */
static void
read_prompt(struct swot *swot, enum quadrant quadrant, const char *name,
    struct pos pos, const struct node *node)
{
	if (quadrant < QUADRANTS)
		enter(swot, quadrant, node, true);
	else if (!node_is_empty(node))
		bind_fault(swot->method->bind, pos, M_SWOT_NO_QUADRANT, name);
}

void
quadrant_read_row(struct swot *swot, const struct node *row, bool as_prompts)
{
	const struct node *cell = row->first;
	enum quadrant quadrant;

	while ((cell = cell->next) != NULL) {
		quadrant = quadrant_of_cell(row, cell);
		if (quadrant != QUADRANTS)
			enter(swot, quadrant, cell, as_prompts);
		else
			read_prompt(swot, quadrant,
			    arena_format(swot->method->arena, "%s / %s",
				method_plain(swot->method, row->first->text),
				cell->key),
			    cell->pos, cell);
	}
}

/* The four questions: in the order of the quadrants, or by their names. */
void
quadrant_read_prompts(struct swot *swot)
{
	enum quadrant next;

	BIND_EACH(const struct node *const, node, &swot->sheet->prompts) {
		next = 0;
		if ((*node)->first == NULL)
			read_prompt(swot, QUADRANTS, (*node)->text,
			    (*node)->pos, *node);
		NODE_EACH(const struct node, child, (*node)) {
			if (child->table > 0)
				quadrant_read_row(swot, child, true);
			else if (*child->key != '\0')
				read_prompt(swot, quadrant_find(child->key),
				    child->key, child->key_pos, child);
			else
				read_prompt(swot,
				    next < QUADRANTS ? next++ : next,
				    child->text, child->pos, child);
		}
	}
}

const char *
quadrant_question(const struct swot *swot, enum quadrant quadrant)
{
	const struct bind_list *factors = swot->sheet->factors;

	if (swot->prompts[quadrant].text != NULL)
		return swot->prompts[quadrant].text;
	return factors[internal_of(quadrant)].count > 0 &&
		factors[external_of(quadrant)].count > 0
	    ? md_words(swot->method->arena,
		  method_word(swot->method, prompt_terms[quadrant]))
	    : NULL;
}
