/*
 * initiative: the toolbox that the crossings led to, by quadrant.
 */
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "source/md.h"
#include "swot.h"

enum { MAX_MARKS = 8 }; /* in one crossing's name */

const struct bind_row initiative_rows[] = {
	BIND_AT(BIND_TEXT, T_TEXT, initiative, text, BIND_MAIN | BIND_REQUIRED),
	BIND_AT(BIND_NODES, T_FROM, initiative, from, 0),
	BIND_AT(BIND_TEXT, T_FROM, initiative, from_text, BIND_COMPUTED),
	BIND_AT(BIND_TEXT, T_QUADRANT, initiative, heading, BIND_UNDER),
	BIND_AT(BIND_TEXT, T_OWNER, initiative, owner, BIND_WHO),
	BIND_AT(BIND_TEXT, T_DUE, initiative, due, BIND_WHEN),
	BIND_AT(BIND_TEXT, T_COST, initiative, cost, 0),
	{ BIND_END },
};

/* Where the next name may end, and how long the mark there is. */
static const char *
name_end(const char *at, size_t *mark)
{
	static const char *const marks[] = { ";", ",", " et ", " and " };
	size_t i;

	for (; *at != '\0'; at++)
		for (i = 0; i < sizeof(marks) / sizeof(marks[0]); i++) {
			*mark = strlen(marks[i]);
			if (strncmp(at, marks[i], *mark) == 0)
				return at;
		}
	*mark = 0;
	return at;
}

/* One crossing more that an initiative comes from. */
static void
add_crossing(const struct swot *swot, struct initiative *initiative,
    const struct crossing_ref *ref)
{
	struct bind_text *from = &initiative->from_text;
	const char *name =
	    md_words(swot->method->arena, factor_pair_name(swot, ref));

	if (*from->text == '\0')
		from->text = name;
	else if (strcmp(from->text, name) != 0 &&
	    strstr(from->text,
		arena_format(swot->method->arena, " ; %s", name)) == NULL)
		from->text = arena_format(swot->method->arena, "%s ; %s",
		    from->text, name);
	if (initiative->quadrant == QUADRANTS)
		initiative->quadrant =
		    quadrant_of(ref->internal->list, ref->external->list);
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
		before =
		    arena_copy(swot->method->arena, text, (size_t)(end - text));
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

/* The crossings that an initiative comes from: a text, or a list of texts, or
 * the two labels of one. */
static void
read_from(struct swot *swot, struct initiative *initiative,
    const struct node *node)
{
	struct method *method = swot->method;
	const struct node *item;
	const char *text = method_plain(method, bind_text(method->bind, node));

	for (item = node->first; item != NULL; item = item->next)
		text = arena_format(method->arena, "%s%s%s%s%s", text,
		    *text != '\0' ? ", " : "", item->key,
		    *item->key != '\0' ? " × " : "",
		    method_plain(method, bind_text(method->bind, item)));
	while (*text != '\0')
		text = read_first(swot, initiative, text, node->pos);
}

static void
resolve(struct swot *swot, struct initiative *initiative)
{
	static const enum term elsewhere[] = { T_ELSEWHERE };
	struct node *const *nodes = initiative->from.at;
	struct bind_text *heading = &initiative->heading;
	struct crossing_ref ref;
	const char *rest;
	size_t i;

	initiative->quadrant = quadrant_find(heading->text);
	if (heading->given && *heading->text != '\0' &&
	    initiative->quadrant == QUADRANTS)
		bind_fault(swot->method->bind, heading->pos, M_SWOT_NO_QUADRANT,
		    heading->text);
	rest = factor_pair_before(swot, initiative->text.text, &ref);
	if (rest != NULL && *rest != '\0') {
		initiative->text.text = rest;
		add_crossing(swot, initiative, &ref);
	}
	for (i = 0; i < initiative->from.count; i++)
		read_from(swot, initiative, nodes[i]);
	if (initiative->quadrant != QUADRANTS ||
	    term_find(heading->text, elsewhere, 1, NULL) != T_NONE)
		heading->text = "";
}

/* All of an initiative: the same in two documents is one. */
static const char *
all_of(struct swot *swot, const struct initiative *initiative)
{
	return arena_format(swot->method->arena, "%d\n%s\n%s\n%s\n%s\n%s\n%s",
	    (int)initiative->quadrant, initiative->heading.text,
	    initiative->text.text, initiative->owner.text, initiative->due.text,
	    initiative->cost.text, initiative->from_text.text);
}

void
initiative_resolve(struct swot *swot)
{
	struct bind_list *list = &swot->sheet->initiatives;
	struct initiative *initiative = list->at;
	struct dict_entry *entry;
	struct dict known;
	size_t i, count = list->count;

	dict_init(&known, swot->method->arena);
	for (i = list->count = 0; i < count; i++) {
		resolve(swot, &initiative[i]);
		entry = dict_enter(&known, all_of(swot, &initiative[i]));
		if (entry->value != NULL)
			continue;
		entry->value = swot;
		initiative[list->count++] = initiative[i];
	}
}

/* Whether an initiative stands in a group: of a quadrant, or of a heading of
 * the user's own. */
static bool
is_in(const struct initiative *initiative, int quadrant, const char *heading)
{
	return (int)initiative->quadrant == quadrant &&
	    strcmp(initiative->heading.text, heading) == 0;
}

static void
render_group(const struct swot *swot, int quadrant, const char *heading)
{
	struct method *method = swot->method;
	const struct bind_list *all = &swot->sheet->initiatives;
	struct initiative *initiative = all->at;
	struct bind_list list = { .count = 0 };
	size_t i;

	for (i = 0; i < all->count; i++) {
		if (!is_in(&initiative[i], quadrant, heading))
			continue;
		*(struct initiative *)bind_append(method->bind, &list,
		    sizeof(*initiative)) = initiative[i];
		((struct initiative *)list.at)[list.count - 1].heading.text =
		    "";
	}
	if (list.count == 0)
		return;
	report_part(method->report,
	    *heading != '\0'
		? heading
		: method_word(method,
		      quadrant < QUADRANTS ? quadrant_terms[quadrant]
					   : T_ELSEWHERE));
	method_list(method, initiative_rows, sizeof(*initiative), &list);
}

/* Whether an initiative is of a quadrant that is shown, or of none. */
static bool
is_shown(const struct swot *swot, const struct initiative *initiative)
{
	return initiative->quadrant == QUADRANTS ||
	    swot->shown[initiative->quadrant];
}

void
initiative_render(const struct swot *swot)
{
	const struct initiative *initiative = swot->sheet->initiatives.at;
	size_t i, count = swot->sheet->initiatives.count, shown = 0;
	struct dict met;
	int quadrant;

	for (i = 0; i < count; i++)
		shown += is_shown(swot, &initiative[i]);
	if (shown > 0)
		report_section(swot->method->report, T_INITIATIVES);
	for (quadrant = 0; quadrant <= QUADRANTS; quadrant++)
		if (quadrant == QUADRANTS || swot->shown[quadrant])
			render_group(swot, quadrant, "");
	dict_init(&met, swot->method->arena);
	dict_enter(&met, "");
	for (i = 0; i < count; i++) {
		if (dict_find(&met, initiative[i].heading.text) == NULL)
			render_group(swot, QUADRANTS,
			    initiative[i].heading.text);
		dict_enter(&met, initiative[i].heading.text);
	}
}

void
initiative_find(const struct swot *swot)
{
	const struct initiative *initiative = swot->sheet->initiatives.at;
	struct finding_names rootless = { .between = " ; " };
	int quadrant;
	size_t i;

	for (quadrant = 0; quadrant <= QUADRANTS; quadrant++)
		for (i = 0; i < swot->sheet->initiatives.count; i++)
			if ((int)initiative[i].quadrant == quadrant &&
			    *initiative[i].from_text.text == '\0' &&
			    is_shown(swot, &initiative[i]))
				finding_name(&rootless,
				    method_plain(swot->method,
					initiative[i].text.text),
				    initiative[i].text.pos);
	finding_tell(swot, &rootless, M_SWOT_NO_ORIGIN, M_SWOT_NO_ORIGIN_MANY);
}
