/*
 * initiative: the toolbox that the crossings led to, by quadrant.
 */
#include <string.h>

#include "sheet/gather.h"
#include "swot.h"

const struct bind_row initiative_rows[] = {
	ROW(initiative, text, .key = T_TEXT,
	    .flags = BIND_MAIN | BIND_REQUIRED),
	ROW(initiative, from, .key = T_FROM),
	ROW(initiative, from_text, .key = T_FROM, .flags = BIND_COMPUTED),
	ROW(initiative, heading, .key = T_QUADRANT, .flags = BIND_UNDER),
	ROW(initiative, owner, .key = T_OWNER, .flags = BIND_WHO),
	ROW(initiative, due, .key = T_DUE, .flags = BIND_WHEN),
	ROW(initiative, cost, .key = T_COST),
	{ BIND_END },
};

bool
initiative_claims(const struct node *section)
{
	const struct node *item = section->first;

	return section->level > 0 && item != NULL && item->level == 0 &&
	    item->table == 0 && *item->key == '\0' &&
	    quadrant_find(section->key) != QUADRANTS;
}

/* One crossing more that an initiative comes from. */
static void
add_crossing(const struct swot *swot, struct initiative *initiative,
    struct pair pair)
{
	struct arena *arena = swot->method->arena;
	const struct crossing *crossing = crossing_of(swot, pair);
	const char *name = md_words(arena, crossing_name(swot, crossing));
	const char *from = initiative->from_text.text;

	if (*from == '\0')
		initiative->from_text.text = name;
	else if (strstr(arena_format(arena, " ; %s ;", from),
		     arena_format(arena, " ; %s ;", name)) == NULL)
		initiative->from_text.text =
		    arena_format(arena, "%s ; %s", from, name);
	if (initiative->quadrant == QUADRANTS)
		initiative->quadrant = crossing->quadrant;
}

/* The crossings that an initiative comes from: a text, or a list of texts, or
 * the two labels of one. */
static void
read_from(struct swot *swot, struct initiative *initiative,
    const struct node *node)
{
	struct method *method = swot->method;
	const char *text = method_plain(method, bind_text(method->bind, node));
	struct bind_list list;

	NODE_EACH(const struct node, item, node)
		text = method_listed(method, text,
		    arena_format(method->arena, "%s%s%s", item->key,
			*item->key != '\0' ? " × " : "",
			method_plain(method, bind_text(method->bind, item))));
	list = pair_each(&swot->pairs, text, node->pos);
	BIND_EACH(const struct pair, pair, &list)
		add_crossing(swot, initiative, *pair);
}

/* The crossing that a text begins with, "F1-O2: text", or ends in between
 * brackets, which is no part of it. */
static void
cut_crossing(struct swot *swot, struct initiative *initiative)
{
	struct arena *arena = swot->method->arena;
	const char *text = initiative->text.text, *rest = "";
	const char *open = strrchr(text, '(');
	struct pair pair = pair_front(&swot->pairs, text, &rest);
	size_t n = open != NULL ? strlen(open) : 0;

	if (pair.one == NULL && n > 2 && open > text && open[n - 1] == ')') {
		pair = pair_find(&swot->pairs,
		    md_plain(arena, arena_copy(arena, open + 1, n - 2)));
		rest = md_text(arena, arena_until(arena, text, open));
	}
	if (pair.one == NULL || *rest == '\0')
		return;
	initiative->text.text = rest;
	add_crossing(swot, initiative, pair);
}

/* Whether a heading says no more than the quadrant that it is: two lists, or
 * their letters. */
static bool
is_bare(const char *heading)
{
	enum { LETTERS = 4 };
	enum list one, other;

	return strlen(heading) <= LETTERS ||
	    quadrant_lists(heading, &one, &other);
}

/* Which crossings an initiative comes from, and under which heading it stands:
 * its quadrant's, the user's own, or that of what has none. */
static void
resolve(struct swot *swot, struct initiative *initiative)
{
	struct bind_text *heading = &initiative->heading;
	const char *plain = method_plain(swot->method, heading->text);
	bool named =
	    *plain != '\0' && !term_is_any(plain, T_ELSEWHERE, T_INITIATIVES);
	enum quadrant quadrant;

	quadrant = initiative->quadrant = quadrant_find(plain);
	if (heading->given && *plain != '\0' && quadrant == QUADRANTS)
		bind_fault(swot->method->bind, heading->pos, M_SWOT_NO_QUADRANT,
		    heading->text);
	cut_crossing(swot, initiative);
	BIND_EACH(const struct node *const, node, &initiative->from)
		read_from(swot, initiative, *node);
	if (quadrant != QUADRANTS && !is_bare(plain))
		return;
	if (initiative->quadrant != QUADRANTS)
		heading->text = method_word(swot->method,
		    quadrant_terms[initiative->quadrant]);
	else if (!named)
		heading->text = method_word(swot->method, T_ELSEWHERE);
}

static int
order_by_heading(const void *a, const void *b)
{
	const struct initiative *one = a, *two = b;

	if (one->quadrant != two->quadrant)
		return method_falling((int64_t)two->quadrant,
		    (int64_t)one->quadrant);
	return method_falling((int64_t)two->place, (int64_t)one->place);
}

/* The same in two documents is one; then those of a heading stand together, of
 * quadrants first, and of those the ones that are shown. */
void
initiative_resolve(struct swot *swot)
{
	struct method *method = swot->method;
	struct bind_list *list = &swot->sheet->initiatives;
	struct initiative *one = list->at;
	struct gather headings = gather_new(method->bind, 1);
	struct dict_entry *entry;
	size_t i, count = list->count;
	struct dict known = { .arena = method->arena };

	for (i = 0; i < QUADRANTS; i++)
		gather_enter(&headings, method_word(method, quadrant_terms[i]),
		    NULL);
	gather_enter(&headings, method_word(method, T_ELSEWHERE), NULL);
	for (i = list->count = 0; i < count; i++, one++) {
		resolve(swot, one);
		one->place = gather_place(&headings,
		    gather_enter(&headings, one->heading.text, NULL));
		entry = dict_enter(&known,
		    arena_format(method->arena, "%s\n%s\n%s\n%s\n%s\n%s",
			one->heading.text, one->text.text, one->owner.text,
			one->due.text, one->cost.text, one->from_text.text));
		if (entry->value != NULL ||
		    (one->quadrant < QUADRANTS && !swot->shown[one->quadrant]))
			continue;
		entry->value = swot;
		((struct initiative *)list->at)[list->count++] = *one;
	}
	method_sort(method, list, sizeof(*one), order_by_heading);
}
