/*
 * settings: the scale, the four questions, and priorities.
 */
#include <string.h>

#include "base/arena.h"
#include "swot.h"
#include "text/uni.h"
#include "value/number.h"

enum { MAX_SCALE = 1000000 }; /* in thousandths */

void
settings_unite(struct swot *swot, enum term key, struct bind_text *into,
    const struct bind_text *from)
{
	if (from->text == NULL || *from->text == '\0')
		return;
	if (into->text == NULL || *into->text == '\0')
		*into = *from;
	else if (strcmp(into->text, from->text) != 0)
		bind_fault(swot->bind, from->pos, M_CONFLICT,
		    term_name(key, swot->bind->doc->lang),
		    md_plain(swot->arena, from->text),
		    md_plain(swot->arena, into->text),
		    bind_place(swot->bind, into->pos));
}

/* "-3..3" */
static void
read_scale(struct swot *swot)
{
	const char *text = md_plain(swot->arena, swot->scale.text);
	const char *dots = strstr(text, ".."), *end;

	swot->lowest = -3000;
	swot->highest = 3000;
	if (*text == '\0')
		return;
	end = dots ? dots + strspn(dots, ".") : "";
	if (dots == NULL ||
	    !number_read(uni_line(swot->arena,
			     arena_copy(swot->arena, text,
				 (size_t)(dots - text))),
		&swot->lowest) ||
	    !number_read(uni_line(swot->arena, end), &swot->highest) ||
	    swot->lowest >= swot->highest || swot->lowest < -MAX_SCALE ||
	    swot->highest > MAX_SCALE)
		bind_fault(swot->bind, swot->scale.pos, M_SWOT_NO_SCALE, text);
}

void
settings_prompt(struct swot *swot, enum quadrant quadrant,
    const struct bind_text *prompt)
{
	static const enum term keys[] = { T_SWOT, T_STRENGTHS, T_WEAKNESSES,
		T_OPPORTUNITIES, T_THREATS, T_CROSSINGS, T_PRIORITIES, T_SCALE,
		T_INITIATIVES, T_PROMPTS, T_RULES, T_BALANCE, T_OPTIONS,
		T_FINDINGS };
	const enum term own[] = { prompt_terms[quadrant],
		quadrant_terms[quadrant], T_CROSSINGS };
	const char *plain = md_plain(swot->arena, prompt->text);

	if (*plain == '\0' || term_find(plain, own, 3, NULL) != T_NONE)
		return;
	if (term_find(plain, keys, sizeof(keys) / sizeof(keys[0]), NULL) !=
	    T_NONE)
		bind_fault(swot->bind, prompt->pos, M_SWOT_PROMPT_IS_KEY,
		    plain);
	else
		settings_unite(swot, T_PROMPTS, &swot->prompts[quadrant],
		    prompt);
}

static void
read_prompt(struct swot *swot, enum quadrant quadrant, const struct node *node)
{
	struct bind_text prompt = { bind_text(swot->bind, node), node->pos,
		true };

	settings_prompt(swot, quadrant, &prompt);
}

/* A row of a table of questions: an internal list, and questions headed by
 * the external ones. */
static void
read_prompt_row(struct swot *swot, const struct node *row)
{
	const char *name = md_plain(swot->arena, row->first->text);
	const struct node *cell;
	enum quadrant quadrant;

	for (cell = row->first->next; cell != NULL; cell = cell->next) {
		quadrant = quadrant_find(
		    arena_format(swot->arena, "%s / %s", name, cell->key));
		if (quadrant != QUADRANTS)
			read_prompt(swot, quadrant, cell);
		else if (!node_is_empty(cell))
			bind_fault(swot->bind, cell->pos, M_SWOT_NO_QUADRANT,
			    arena_format(swot->arena, "%s / %s", name,
				cell->key));
	}
}

/* The four questions: in the order of the quadrants, or by their names. */
static void
read_prompts(struct swot *swot, const struct node *section)
{
	const struct node *child;
	enum quadrant quadrant, next = 0;

	if (section->first == NULL && *section->text != '\0')
		bind_fault(swot->bind, section->pos, M_SWOT_NO_QUADRANT,
		    section->text);
	for (child = section->first; child != NULL; child = child->next) {
		if (child->table > 0) {
			read_prompt_row(swot, child);
			continue;
		}
		quadrant = *child->key ? quadrant_find(child->key) : next++;
		if (quadrant >= QUADRANTS)
			bind_fault(swot->bind, child->key_pos,
			    M_SWOT_NO_QUADRANT,
			    *child->key ? child->key : child->text);
		else
			read_prompt(swot, quadrant, child);
	}
}

/* "F1 × O2: first", one a pair. */
static void
read_priorities(struct swot *swot, const struct node *section)
{
	struct bind_text priority = { .given = true };
	const struct node *pair;
	struct crossing_ref ref;

	if (section->first == NULL && *section->text != '\0')
		bind_fault(swot->bind, section->pos, M_SWOT_NO_PAIR,
		    section->text);
	for (pair = section->first; pair != NULL; pair = pair->next) {
		priority.text = bind_text(swot->bind, pair);
		priority.pos = pair->pos;
		if (pair->first != NULL)
			bind_fault(swot->bind, pair->first->pos, M_NESTED);
		else if (*pair->key == '\0' && *pair->text != '\0')
			bind_fault(swot->bind, pair->pos, M_SWOT_NO_PAIR,
			    md_plain(swot->arena, priority.text));
		else if (*pair->key != '\0' &&
		    factor_pair(swot, pair->key, pair->key_pos, &ref))
			settings_unite(swot, T_PRIORITY,
			    &crossing_of(swot, &ref)->priority, &priority);
	}
}

void
settings_read(struct swot *swot)
{
	struct node *const *nodes = swot->prompt_nodes.at;
	size_t i;

	read_scale(swot);
	for (i = 0; i < swot->prompt_nodes.count; i++)
		read_prompts(swot, nodes[i]);
	nodes = swot->priority_nodes.at;
	for (i = 0; i < swot->priority_nodes.count; i++)
		read_priorities(swot, nodes[i]);
}
