/*
 * initiative: the toolbox that the crossings led to, by quadrant.
 */
#include <string.h>

#include "base/arena.h"
#include "sheet/gather.h"
#include "source/md.h"
#include "swot.h"

enum { MAX_MARKS = 8 }; /* in one crossing's name */

const struct bind_row initiative_rows[] = {
	ROW(BIND_TEXT, initiative, text, .key = T_TEXT,
	    .flags = BIND_MAIN | BIND_REQUIRED),
	ROW(BIND_NODES, initiative, from, .key = T_FROM),
	ROW(BIND_TEXT, initiative, from_text, .key = T_FROM,
	    .flags = BIND_COMPUTED),
	ROW(BIND_TEXT, initiative, heading, .key = T_QUADRANT,
	    .flags = BIND_UNDER),
	ROW(BIND_TEXT, initiative, owner, .key = T_OWNER, .flags = BIND_WHO),
	ROW(BIND_TEXT, initiative, due, .key = T_DUE, .flags = BIND_WHEN),
	ROW(BIND_TEXT, initiative, cost, .key = T_COST),
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
    const struct crossing *crossing)
{
	struct arena *arena = swot->method->arena;
	const char *name = md_words(arena, pair_name(swot, crossing));
	const char *from = initiative->from_text.text;

	if (*from == '\0')
		initiative->from_text.text = name;
	else if (strstr(arena_format(arena, " ; %s ;", from),
		     arena_format(arena, " ; %s ;", name)) == NULL)
		initiative->from_text.text =
		    arena_format(arena, "%s ; %s", from, name);
	if (initiative->group == QUADRANTS)
		initiative->group = crossing->quadrant;
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
	const struct crossing *crossing;
	size_t i, mark = 0;

	for (i = 0; i < MAX_MARKS && (i == 0 || mark > 0); i++) {
		end = name_end(end + mark, &mark);
		before =
		    arena_copy(swot->method->arena, text, (size_t)(end - text));
		crossing = pair_find(swot, before);
		if (crossing != NULL) {
			add_crossing(swot, initiative, crossing);
			return end + mark;
		}
		if (i == 0 ||
		    (i == 1 && factor_find(swot, name, LISTS) != NULL)) {
			name = before;
			rest = end + mark;
		}
	}
	if (name[strspn(name, " ")] != '\0')
		pair_tell(swot, name, pos);
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

/* Which crossings an initiative comes from, and under which heading it stands:
 * its quadrant's, the user's own, or that of what has none. */
static void
resolve(struct swot *swot, struct initiative *initiative)
{
	static const enum term elsewhere[] = { T_ELSEWHERE, T_INITIATIVES };
	struct node *const *nodes = initiative->from.at;
	struct bind_text *heading = &initiative->heading;
	const struct crossing *crossing;
	const char *rest;
	size_t i;

	initiative->group = quadrant_find(heading->text);
	if (heading->given && *heading->text != '\0' &&
	    initiative->group == QUADRANTS)
		bind_fault(swot->method->bind, heading->pos, M_SWOT_NO_QUADRANT,
		    heading->text);
	crossing = pair_front(swot, initiative->text.text, &rest);
	if (crossing != NULL && *rest != '\0') {
		initiative->text.text = rest;
		add_crossing(swot, initiative, crossing);
	}
	for (i = 0; i < initiative->from.count; i++)
		read_from(swot, initiative, nodes[i]);
	if (initiative->group < QUADRANTS)
		heading->text = method_word(swot->method,
		    quadrant_terms[initiative->group]);
	else if (*heading->text == '\0' ||
	    term_find(heading->text, elsewhere, 2, NULL) != T_NONE)
		heading->text = method_word(swot->method, T_ELSEWHERE);
}

static int
order_by_group(const void *a, const void *b)
{
	const struct initiative *one = a, *two = b;

	return method_falling((int64_t)two->group, (int64_t)one->group);
}

/* The same in two documents is one; then those of a heading stand together, of
 * quadrants first, and of those the ones that are shown. */
void
initiative_resolve(struct swot *swot)
{
	struct method *method = swot->method;
	struct bind_list *list = &swot->sheet->initiatives;
	struct initiative *one = list->at;
	struct gather groups = gather_new(method->bind, 1);
	struct dict_entry *entry;
	struct dict known;
	size_t i, count = list->count;

	dict_init(&known, method->arena);
	for (i = 0; i < QUADRANTS; i++)
		gather_enter(&groups, method_word(method, quadrant_terms[i]),
		    NULL);
	gather_enter(&groups, method_word(method, T_ELSEWHERE), NULL);
	for (i = list->count = 0; i < count; i++, one++) {
		resolve(swot, one);
		one->group = gather_place(&groups,
		    gather_enter(&groups, one->heading.text, NULL));
		entry = dict_enter(&known,
		    arena_format(method->arena, "%s\n%s\n%s\n%s\n%s\n%s",
			one->heading.text, one->text.text, one->owner.text,
			one->due.text, one->cost.text, one->from_text.text));
		if (entry->value != NULL ||
		    (one->group < QUADRANTS && !swot->shown[one->group]))
			continue;
		entry->value = swot;
		((struct initiative *)list->at)[list->count++] = *one;
	}
	*list = method_sorted(method, sizeof(*one), order_by_group,
	    (const struct bind_list *[]){ list, NULL });
}
