/*
 * toolbox: initiatives, by quadrant; and the names of quadrants.
 */
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "swot.h"

enum { MAX_MARKS = 8 }; /* in one crossing's name */

const enum term quadrant_terms[QUADRANTS] = { T_SO, T_WO, T_ST, T_WT };
const enum term prompt_terms[QUADRANTS] = { T_PROMPT_SO, T_PROMPT_WO,
	T_PROMPT_ST, T_PROMPT_WT };

static const struct bind_row initiative_rows[] = {
	{ BIND_TEXT, T_TEXT, offsetof(struct initiative, text), BIND_MAIN },
	{ BIND_NODES, T_FROM, offsetof(struct initiative, from) },
	{ BIND_TEXT, T_QUADRANT, offsetof(struct initiative, quadrant_text) },
	{ BIND_TEXT, T_OWNER, offsetof(struct initiative, owner) },
	{ BIND_TEXT, T_DUE, offsetof(struct initiative, due) },
	{ BIND_TEXT, T_COST, offsetof(struct initiative, cost) },
	{ BIND_END },
};

enum quadrant
quadrant_find(const char *name)
{
	enum quadrant quadrant;

	for (quadrant = 0; quadrant < QUADRANTS; quadrant++)
		if (term_find(name, &quadrant_terms[quadrant], 1, NULL) !=
		    T_NONE)
			break;
	return quadrant;
}

/* Where the next name may end, and how long the mark there is. */
static const char *
name_end(const char *at, size_t *mark)
{
	static const char *const marks[] = { ";", ",", " et ", " and " };
	size_t i;

	for (; *at != '\0'; at++) {
		for (i = 0; i < sizeof(marks) / sizeof(marks[0]); i++) {
			*mark = strlen(marks[i]);
			if (strncmp(at, marks[i], *mark) == 0)
				return at;
		}
	}
	*mark = 0;
	return at;
}

static void
add_crossing(struct swot *swot, struct initiative *initiative,
    const struct crossing_ref *ref)
{
	const struct crossing_ref *known = initiative->crossings.at;
	size_t i;

	for (i = 0; i < initiative->crossings.count; i++)
		if (known[i].internal == ref->internal &&
		    known[i].external == ref->external)
			return;
	*(struct crossing_ref *)bind_append(swot->bind, &initiative->crossings,
	    sizeof(*ref)) = *ref;
}

/*
 * The crossing at the start of a text; returns what follows it.  A mark that
 * parts names may also stand in one: "F1, O1".  A fault where no end makes a
 * crossing.
 */
static const char *
read_first(struct swot *swot, struct initiative *initiative, const char *text,
    struct pos pos)
{
	const char *end = text, *name = NULL, *rest = NULL, *before;
	struct crossing_ref ref;
	size_t i, mark = 0;

	for (i = 0; i < MAX_MARKS && (i == 0 || mark > 0); i++) {
		end = name_end(end + mark, &mark);
		before = arena_copy(swot->arena, text, (size_t)(end - text));
		if (factor_is_pair(swot, before, &ref)) {
			add_crossing(swot, initiative, &ref);
			return end + mark;
		}
		if (i == 0 ||
		    (i == 1 && factor_find(swot, name, LISTS) != NULL)) {
			name = before;
			rest = end + mark;
		}
	}
	if (name[strspn(name, " ")] != '\0')
		factor_pair(swot, name, pos, &ref);
	return rest;
}

static void
read_from_text(struct swot *swot, struct initiative *initiative,
    const char *text, struct pos pos)
{
	while (*text != '\0')
		text = read_first(swot, initiative, text, pos);
}

/* An item of a list: "F1 O1", {F1: O1}. */
static const char *
item_text(struct swot *swot, const struct node *item)
{
	const char *text = md_plain(swot->arena, bind_text(swot->bind, item));

	if (item->first != NULL)
		bind_fault(swot->bind, item->first->pos, M_NESTED);
	return *item->key != '\0'
	    ? arena_format(swot->arena, "%s × %s", item->key, text)
	    : text;
}

/*
 * The crossings that an initiative comes from: a text, or a list of texts, or
 * the two labels of one.
 */
static void
read_from_node(struct swot *swot, struct initiative *initiative,
    const struct node *node)
{
	const struct node *item, *next;
	const char *text;

	if (node->first == NULL)
		read_from_text(swot, initiative,
		    md_plain(swot->arena, bind_text(swot->bind, node)),
		    node->pos);
	for (item = node->first; item != NULL; item = next) {
		next = item->next;
		text = item_text(swot, item);
		if (next != NULL && factor_find(swot, text, LISTS) != NULL) {
			text = arena_format(swot->arena, "%s × %s", text,
			    item_text(swot, next));
			next = next->next;
		}
		read_from_text(swot, initiative, text, item->pos);
	}
}

static void
read_from(struct swot *swot, struct initiative *initiative)
{
	struct node *const *nodes = initiative->from.at;
	const struct crossing_ref *ref;
	size_t i;

	for (i = 0; i < initiative->from.count; i++)
		read_from_node(swot, initiative, nodes[i]);
	ref = initiative->crossings.at;
	if (initiative->quadrant == QUADRANTS &&
	    initiative->crossings.count > 0)
		initiative->quadrant =
		    quadrant_of(ref->internal->list, ref->external->list);
}

static void
read_quadrant(struct swot *swot, struct initiative *initiative)
{
	const char *name = initiative->quadrant_text.text;

	if (!initiative->quadrant_text.given || *name == '\0')
		return;
	initiative->quadrant = quadrant_find(name);
	if (initiative->quadrant == QUADRANTS)
		bind_fault(swot->bind, initiative->quadrant_text.pos,
		    M_SWOT_NO_QUADRANT, name);
}

/* Whether the same initiative was read before, in this or another document. */
static bool
is_again(struct swot *swot, const struct initiative *initiative)
{
	const struct crossing_ref *refs = initiative->crossings.at;
	struct buf key = BUF_INIT;
	struct dict_entry *entry;
	size_t i;
	bool again;

	buf_format(&key, "%d\n%s\n%s\n%s\n%s", (int)initiative->quadrant,
	    initiative->text.text, initiative->owner.text, initiative->due.text,
	    initiative->cost.text);
	for (i = 0; i < initiative->crossings.count; i++)
		buf_format(&key, "\n%s", factor_pair_name(swot, &refs[i]));
	entry = dict_enter(&swot->known, arena_string(swot->arena, key.at));
	buf_free(&key);
	again = entry->value != NULL;
	entry->value = swot;
	return again;
}

static void
fill(struct bind_text *text)
{
	if (text->text == NULL)
		text->text = "";
}

static void
read_initiative(struct swot *swot, const struct node *node,
    enum quadrant quadrant)
{
	struct initiative read = { 0 }, *initiative;
	size_t faults = swot->bind->doc->faults.count;

	read.quadrant = quadrant;
	if (!bind_item(swot->bind, initiative_rows, node, true, &read))
		return;
	fill(&read.text);
	if (*read.text.text == '\0' && swot->bind->doc->faults.count == faults)
		bind_fault(swot->bind, node->pos, M_MISSING_KEY,
		    term_name(T_TEXT, swot->bind->doc->lang));
	fill(&read.owner);
	fill(&read.due);
	fill(&read.cost);
	read_quadrant(swot, &read);
	read_from(swot, &read);
	if (is_again(swot, &read))
		return;
	initiative =
	    bind_append(swot->bind, &swot->initiatives, sizeof(*initiative));
	*initiative = read;
}

/* Whether a pair's key stands over what follows it, and is no text's start. */
static bool
is_group(const struct node *node)
{
	return *node->key != '\0' &&
	    (node->level > 0 || *node->whole == '\0' || node->first != NULL);
}

/* The initiatives of a list, or, under the name of a quadrant, of it. */
static void
read_list(struct swot *swot, const struct node *node, enum quadrant quadrant)
{
	static const enum term elsewhere[] = { T_ELSEWHERE };
	const struct node *child;
	enum quadrant inner;

	if (node->first == NULL && *node->text != '\0') {
		struct node item = *node;

		item.key = "";
		read_initiative(swot, &item, quadrant);
	}
	for (child = node->first; child != NULL; child = child->next) {
		inner = is_group(child) ? quadrant_find(child->key) : QUADRANTS;
		if (inner != QUADRANTS)
			read_list(swot, child, inner);
		else if (is_group(child) &&
		    term_find(child->key, elsewhere, 1, NULL) != T_NONE)
			read_list(swot, child, QUADRANTS);
		else
			read_initiative(swot, child, quadrant);
	}
}

void
toolbox_read(struct swot *swot)
{
	struct node *const *nodes = swot->toolbox_nodes.at;
	size_t i;

	dict_init(&swot->known, swot->arena);
	for (i = 0; i < swot->toolbox_nodes.count; i++)
		read_list(swot, nodes[i], QUADRANTS);
}
