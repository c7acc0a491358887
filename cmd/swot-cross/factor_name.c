/*
 * factor_name: factors, and pairs of them, by what people call them.
 */
#include <string.h>

#include "base/arena.h"
#include "source/md.h"
#include "swot.h"
#include "text/uni.h"

/* How many names may be compared to find near ones, how long a name can be to
 * be near another, and how long a text to name two factors. */
enum { MAX_FACTORS = 1000, MAX_NEAR = 200, MAX_PAIR = 4096 };

/* What a text names: a factor, and another one where it is ambiguous. */
struct named {
	struct factor *factor, *other;
};

static const char *
fold(const struct swot *swot, const char *text)
{
	return uni_fold(swot->method->arena, method_plain(swot->method, text));
}

void
factor_know(struct swot *swot, struct factor *factor, const char *text)
{
	struct dict_entry *entry;
	struct named *named;

	if (*text == '\0')
		return;
	entry = dict_enter(&swot->texts, fold(swot, text));
	if (entry->value == NULL)
		entry->value = arena_alloc(swot->method->arena, sizeof(*named));
	named = entry->value;
	if (named->factor == NULL)
		named->factor = factor;
	else if (named->factor->list != factor->list)
		bind_fault(swot->method->bind, factor->text.pos,
		    M_SWOT_TWO_LISTS, method_plain(swot->method, text),
		    bind_place(swot->method->bind, named->factor->text.pos));
	else if (named->factor != factor)
		named->other = factor;
}

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

static const struct named *
by_text(const struct swot *swot, const char *text)
{
	const struct dict_entry *entry =
	    dict_find(&swot->texts, fold(swot, text));

	return entry ? entry->value : NULL;
}

struct factor *
factor_by_prefix(const struct swot *swot, const char *line, enum list list,
    const char **rest)
{
	struct arena *arena = swot->method->arena;
	struct factor *found = NULL, *factor;
	const char *blank = line;
	size_t n;

	while ((blank = strchr(blank, ' ')) != NULL &&
	    (size_t)(blank - line) <= swot->longest_label + 1) {
		n = (size_t)(blank++ - line);
		factor = by_label(swot, arena_copy(arena, line, n), list);
		if (factor == NULL && n > 0 && line[n - 1] == ':')
			factor = by_label(swot, arena_copy(arena, line, n - 1),
			    list);
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
	struct arena *arena = swot->method->arena;
	const char *line = uni_compose(arena, uni_line(arena, name)), *rest;
	struct factor *factor = by_label(swot, line, list);
	const struct named *named;

	if (factor == NULL)
		factor = by_label(swot, name, list);
	if (factor != NULL)
		return factor;
	named = by_text(swot, line);
	if (named != NULL && named->other == NULL)
		factor = in_list(named->factor, list);
	if (factor != NULL)
		return factor;
	factor = factor_by_prefix(swot, line, list, &rest);
	named = factor ? by_text(swot, rest) : NULL;
	return named != NULL &&
		(named->factor == factor || named->other == factor)
	    ? factor
	    : NULL;
}

/* The factor whose label or text is nearest to a name, or NULL. */
static const struct factor *
find_nearest(const struct swot *swot, const char *name)
{
	const struct dict *dicts[] = { &swot->labels, &swot->texts };
	const struct factor *nearest = NULL;
	const struct dict_entry *entry;
	size_t i, j, near, best = strlen(name); /* not all of it may differ */

	if (swot->texts.count > MAX_FACTORS || strlen(name) > MAX_NEAR)
		return NULL;
	for (i = 0; i < 2; i++) {
		for (j = 0; j < dicts[i]->count; j++) {
			entry = &dicts[i]->entries[j];
			near = term_near(name, entry->key);
			if (near >= best)
				continue;
			best = near;
			nearest = i == 0
			    ? entry->value
			    : ((const struct named *)entry->value)->factor;
		}
	}
	return nearest;
}

void
factor_unknown(struct swot *swot, const char *name, struct pos pos)
{
	struct bind *bind = swot->method->bind;
	const struct named *named = by_text(swot, name);
	const struct factor *nearest;

	if (named != NULL && named->other != NULL) {
		bind_fault(bind, pos, M_TWO_LABELLED, name,
		    named->factor->label.text, named->other->label.text);
		return;
	}
	nearest = find_nearest(swot, name);
	if (nearest == NULL)
		bind_fault(bind, pos, M_SWOT_UNKNOWN, name);
	else
		bind_fault(bind, pos, M_SWOT_UNKNOWN_NEAR, name,
		    nearest->label.text,
		    method_plain(swot->method, nearest->text.text));
}

/* The length of a separator between two names, 0 where there is none. */
static size_t
separator(const char *at)
{
	if (*at != '\0' && strchr(" /+,xX-&", *at) != NULL)
		return 1;
	return strncmp(at, "×", strlen("×")) == 0 ? strlen("×")
	    : strncmp(at, "–", strlen("–")) == 0  ? strlen("–")
						  : 0;
}

/* What the ways to part a text in two names come to. */
struct parting {
	struct crossing_ref ref;
	size_t count;   /* of different crossings found */
	bool same_side; /* two factors that cannot be crossed */
};

static void
add_pair(struct parting *parting, const struct factor *a,
    const struct factor *b)
{
	const struct crossing_ref ref = a->list < OPPORTUNITIES
	    ? (struct crossing_ref){ a, b }
	    : (struct crossing_ref){ b, a };

	if ((a->list < OPPORTUNITIES) == (b->list < OPPORTUNITIES)) {
		parting->same_side = true;
	} else if (parting->count == 0 ||
	    ref.internal != parting->ref.internal ||
	    ref.external != parting->ref.external) {
		parting->ref = ref;
		parting->count++;
	}
}

static struct parting
part(const struct swot *swot, const char *line)
{
	struct parting parting = { .count = 0 };
	const struct factor *left, *other;
	const char *at, *right;
	size_t n;

	for (at = line; *at != '\0' && strlen(line) <= MAX_PAIR; at++) {
		if (at == line || separator(at) == 0)
			continue;
		left = factor_find(swot,
		    arena_copy(swot->method->arena, line, (size_t)(at - line)),
		    LISTS);
		for (right = at; left != NULL && (n = separator(right)) > 0;) {
			right += n;
			other = factor_find(swot, right, LISTS);
			if (other != NULL)
				add_pair(&parting, left, other);
		}
	}
	return parting;
}

bool
factor_is_pair(const struct swot *swot, const char *text,
    struct crossing_ref *ref)
{
	struct parting parting =
	    part(swot, uni_line(swot->method->arena, text));

	*ref = parting.ref;
	return parting.count == 1;
}

/* Where two names most likely part: at a mark, else at the first blank. */
static const char *
likely_parting(const char *line)
{
	const char *at;

	for (at = line; *at != '\0'; at++)
		if (separator(at) > 0 && strchr("xX -", *at) == NULL)
			return at;
	at = strstr(line, " x ");
	return at ? at + 1 : line + strcspn(line, " ");
}

static void
fault_names(struct swot *swot, const char *line, struct pos pos)
{
	struct arena *arena = swot->method->arena;
	const char *at = likely_parting(line), *right = at;
	const char *left =
	    uni_line(arena, arena_copy(arena, line, (size_t)(at - line)));
	bool known = factor_find(swot, left, LISTS) != NULL;

	while (separator(right) > 0)
		right += separator(right);
	if (!known)
		factor_unknown(swot, left, pos);
	if (*right != '\0' && factor_find(swot, right, LISTS) == NULL)
		factor_unknown(swot, right, pos);
	else if (known)
		bind_fault(swot->method->bind, pos, M_SWOT_NO_PAIR, line);
}

bool
factor_pair(struct swot *swot, const char *text, struct pos pos,
    struct crossing_ref *ref)
{
	const char *line = uni_line(swot->method->arena, text);
	struct parting parting = part(swot, line);

	*ref = parting.ref;
	if (parting.count > 1)
		bind_fault(swot->method->bind, pos, M_SWOT_AMBIGUOUS_PAIR,
		    line);
	else if (parting.count == 0 && parting.same_side)
		bind_fault(swot->method->bind, pos, M_SWOT_SAME_SIDE, line);
	else if (parting.count == 0)
		fault_names(swot, line, pos);
	return parting.count == 1;
}

const char *
factor_pair_before(const struct swot *swot, const char *text,
    struct crossing_ref *ref)
{
	static const char *const marks[] = { ":", " –", " —", " -" };
	struct arena *arena = swot->method->arena;
	const char *at;
	size_t i;

	for (i = 0; i < sizeof(marks) / sizeof(marks[0]); i++) {
		at = strstr(text, marks[i]);
		if (at != NULL &&
		    factor_is_pair(swot,
			md_plain(arena,
			    arena_copy(arena, text, (size_t)(at - text))),
			ref))
			return md_text(arena, at + strlen(marks[i]));
	}
	return NULL;
}

const char *
factor_pair_name(const struct swot *swot, const struct crossing_ref *ref)
{
	return arena_format(swot->method->arena, "%s × %s",
	    ref->internal->label.text, ref->external->label.text);
}
