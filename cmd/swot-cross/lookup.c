/*
 * lookup: factors, and pairs of them, by what people call them.
 */
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "swot.h"
#include "text/uni.h"

/* How many names may be compared in all to find near ones, how long a name
 * can be to be near another, and how long a text to name two factors. */
enum { MAX_COMPARED = 100000, MAX_NEAR = 200, MAX_PAIR = 4096 };

static struct factor *
in_list(struct factor *factor, enum list list)
{
	return factor != NULL && (list == LISTS || factor->list == list)
	    ? factor
	    : NULL;
}

static struct factor *
by_label(const struct swot *swot, const char *label, enum list list)
{
	const struct dict_entry *entry = dict_find(&swot->labels, label);

	return in_list(entry ? entry->value : NULL, list);
}

static const struct factor_name *
find_name(const struct swot *swot, const char *text)
{
	const struct dict_entry *entry =
	    dict_find(&swot->texts, factor_fold(swot->arena, text));

	return entry ? entry->value : NULL;
}

struct factor *
factor_by_prefix(const struct swot *swot, const char *line, enum list list,
    const char **rest)
{
	struct factor *found = NULL, *factor;
	const char *blank = line;
	size_t n;

	while ((blank = strchr(blank, ' ')) != NULL &&
	    (size_t)(blank - line) <= swot->longest_label + 1) {
		n = (size_t)(blank++ - line);
		factor = by_label(swot, arena_copy(swot->arena, line, n), list);
		if (factor == NULL && n > 0 && line[n - 1] == ':')
			factor = by_label(swot,
			    arena_copy(swot->arena, line, n - 1), list);
		if (factor == NULL)
			continue;
		found = factor;
		*rest = blank;
	}
	return found;
}

struct factor *
factor_find(const struct swot *swot, const char *name, enum list list)
{
	const struct factor_name *known;
	struct factor *factor = by_label(swot, name, list);
	const char *line, *rest;

	if (factor != NULL)
		return factor;
	line = uni_compose(swot->arena, uni_line(swot->arena, name));
	factor = by_label(swot, line, list);
	if (factor != NULL)
		return factor;
	known = find_name(swot, line);
	if (known != NULL && known->other == NULL)
		factor = in_list(known->factor, list);
	if (factor != NULL)
		return factor;
	factor = factor_by_prefix(swot, line, list, &rest);
	if (factor == NULL)
		return NULL;
	known = find_name(swot, rest);
	return known != NULL &&
		(known->factor == factor || known->other == factor)
	    ? factor
	    : NULL;
}

/* The factor whose label or text is nearest to a name, or NULL. */
static const struct factor *
find_nearest(struct swot *swot, const char *name)
{
	const struct dict *labels = &swot->labels, *texts = &swot->texts;
	const struct factor_name *known;
	const struct factor *nearest = NULL;
	size_t i, near, best = strlen(name); /* not all of it may differ */

	swot->compared += labels->count + texts->count;
	if (swot->compared > MAX_COMPARED || strlen(name) > MAX_NEAR)
		return NULL;
	for (i = 0; i < labels->count; i++) {
		near = term_near(name, labels->entries[i].key);
		if (near >= best)
			continue;
		best = near;
		nearest = labels->entries[i].value;
	}
	for (i = 0; i < texts->count; i++) {
		near = term_near(name, texts->entries[i].key);
		known = texts->entries[i].value;
		if (near >= best)
			continue;
		best = near;
		nearest = known->factor;
	}
	return nearest;
}

void
factor_unknown(struct swot *swot, const char *name, struct pos pos)
{
	const struct factor_name *known = find_name(swot, name);
	const struct factor *nearest;

	if (known != NULL && known->other != NULL) {
		bind_fault(swot->bind, pos, M_SWOT_AMBIGUOUS, name,
		    known->factor->label.text, known->other->label.text);
		return;
	}
	nearest = find_nearest(swot, name);
	if (nearest == NULL)
		bind_fault(swot->bind, pos, M_SWOT_UNKNOWN, name);
	else
		bind_fault(swot->bind, pos, M_SWOT_UNKNOWN_NEAR, name,
		    nearest->label.text,
		    md_plain(swot->arena, nearest->text.text));
}

/* The length of a separator between two names, 0 where there is none. */
static size_t
separator(const char *at)
{
	if (*at != '\0' && strchr(" /+,xX", *at) != NULL)
		return 1;
	return strncmp(at, "×", strlen("×")) == 0 ? strlen("×") : 0;
}

static bool
order_pair(struct factor *a, struct factor *b, struct crossing_ref *ref)
{
	*ref = a->list < OPPORTUNITIES ? (struct crossing_ref){ a, b }
				       : (struct crossing_ref){ b, a };
	return ref->internal->list < OPPORTUNITIES &&
	    ref->external->list >= OPPORTUNITIES;
}

/* What the ways to part a text in two names come to. */
struct parting {
	struct crossing_ref ref;
	size_t count;   /* of different crossings found */
	bool same_side; /* two factors that cannot be crossed */
};

/* The names on the right that may follow a left one, behind separators. */
static void
part_right(const struct swot *swot, struct factor *left, const char *right,
    struct parting *parting)
{
	struct factor *factor;
	struct crossing_ref ref;
	size_t n;

	while ((n = separator(right)) > 0) {
		right += n;
		factor = factor_find(swot, right, LISTS);
		if (factor == NULL)
			continue;
		if (!order_pair(left, factor, &ref)) {
			parting->same_side = true;
		} else if (parting->count == 0 ||
		    ref.internal != parting->ref.internal ||
		    ref.external != parting->ref.external) {
			parting->ref = ref;
			parting->count++;
		}
	}
}

static struct parting
part(const struct swot *swot, const char *line)
{
	struct parting parting = { .count = 0 };
	struct factor *left;
	const char *at;

	if (strlen(line) > MAX_PAIR)
		return parting;
	for (at = line; *at != '\0'; at++) {
		if (at == line || separator(at) == 0)
			continue;
		left = factor_find(swot,
		    arena_copy(swot->arena, line, (size_t)(at - line)), LISTS);
		if (left != NULL)
			part_right(swot, left, at, &parting);
	}
	return parting;
}

bool
factor_is_pair(const struct swot *swot, const char *text,
    struct crossing_ref *ref)
{
	struct parting parting = part(swot, uni_line(swot->arena, text));

	*ref = parting.ref;
	return parting.count == 1;
}

/* Where two names most likely part: at a mark, else at the first blank. */
static const char *
likely_parting(const char *line)
{
	const char *at;

	for (at = line; *at != '\0'; at++)
		if (separator(at) > 0 && strchr("xX ", *at) == NULL)
			return at;
	at = strstr(line, " x ");
	return at ? at + 1 : line + strcspn(line, " ");
}

static void
fault_names(struct swot *swot, const char *line, struct pos pos)
{
	const char *at = likely_parting(line), *right = at, *left;
	bool known;

	left = uni_line(swot->arena,
	    arena_copy(swot->arena, line, (size_t)(at - line)));
	while (separator(right) > 0)
		right += separator(right);
	known = factor_find(swot, left, LISTS) != NULL;
	if (!known)
		factor_unknown(swot, left, pos);
	if (*right != '\0' && factor_find(swot, right, LISTS) == NULL)
		factor_unknown(swot, right, pos);
	else if (known)
		bind_fault(swot->bind, pos, M_SWOT_NO_PAIR, line);
}

bool
factor_pair(struct swot *swot, const char *text, struct pos pos,
    struct crossing_ref *ref)
{
	const char *line = uni_line(swot->arena, text);
	struct parting parting = part(swot, line);

	*ref = parting.ref;
	if (parting.count == 1)
		return true;
	if (parting.count > 1)
		bind_fault(swot->bind, pos, M_SWOT_AMBIGUOUS_PAIR, line);
	else if (parting.same_side)
		bind_fault(swot->bind, pos, M_SWOT_SAME_SIDE, line);
	else
		fault_names(swot, line, pos);
	return false;
}

const char *
factor_pair_name(const struct swot *swot, const struct crossing_ref *ref)
{
	return arena_format(swot->arena, "%s × %s", ref->internal->label.text,
	    ref->external->label.text);
}
