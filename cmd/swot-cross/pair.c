/*
 * pair: crossings by what people call them.
 */
#include <string.h>

#include "base/arena.h"
#include "source/md.h"
#include "swot.h"
#include "text/uni.h"

enum { MAX_PAIR = 4096 }; /* bytes of a text that can name two factors */

struct crossing *
pair_of(const struct swot *swot, const struct factor *a, const struct factor *b)
{
	enum quadrant quadrant = quadrant_of(a->list, b->list);
	const struct factor *internal = a->list < OPPORTUNITIES ? a : b;
	const struct factor *external = a->list < OPPORTUNITIES ? b : a;

	if (quadrant == QUADRANTS)
		return NULL;
	return (struct crossing *)swot->crossings.at + swot->first[quadrant] +
	    internal->index * swot->sheet->factors[external->list].count +
	    external->index;
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
	struct crossing *crossing;
	bool same_side; /* two factors that cannot be crossed */
	bool two;       /* different crossings */
};

static struct parting
part(const struct swot *swot, const char *line)
{
	struct parting parting = { .crossing = NULL };
	const struct factor *left, *other;
	const char *at, *right;
	struct crossing *found;
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
			if (other == NULL)
				continue;
			found = pair_of(swot, left, other);
			parting.same_side |= found == NULL;
			if (found == NULL)
				continue;
			parting.two |= parting.crossing != NULL &&
			    parting.crossing != found;
			parting.crossing = found;
		}
	}
	return parting;
}

struct crossing *
pair_find(const struct swot *swot, const char *text)
{
	struct parting parting =
	    part(swot, uni_line(swot->method->arena, text));

	return parting.two ? NULL : parting.crossing;
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

/* Whether a text names a factor; a fault if not. */
static bool
check_name(struct swot *swot, const char *name, struct pos pos)
{
	if (factor_find(swot, name, LISTS) != NULL)
		return true;
	refer_tell(&swot->names,
	    &(struct bind_text){ uni_line(swot->method->arena, name), pos });
	return false;
}

void
pair_tell(struct swot *swot, const char *text, struct pos pos)
{
	struct arena *arena = swot->method->arena;
	const char *line = uni_line(arena, text);
	const char *at = likely_parting(line), *right = at;
	struct parting parting = part(swot, line);
	bool left;

	if (parting.two || parting.same_side) {
		bind_fault(swot->method->bind, pos,
		    parting.two ? M_SWOT_AMBIGUOUS_PAIR : M_SWOT_SAME_SIDE,
		    line);
		return;
	}
	while (separator(right) > 0)
		right += separator(right);
	left =
	    check_name(swot, arena_copy(arena, line, (size_t)(at - line)), pos);
	if ((*right == '\0' || check_name(swot, right, pos)) && left)
		bind_fault(swot->method->bind, pos, M_SWOT_NO_PAIR, line);
}

struct crossing *
pair_front(const struct swot *swot, const char *text, const char **rest)
{
	static const char *const marks[] = { ":", " –", " —", " -" };
	struct arena *arena = swot->method->arena;
	struct crossing *found;
	const char *at;
	size_t i;

	for (i = 0; i < sizeof(marks) / sizeof(marks[0]); i++) {
		at = strstr(text, marks[i]);
		if (at == NULL)
			continue;
		found = pair_find(swot,
		    md_plain(arena,
			arena_copy(arena, text, (size_t)(at - text))));
		*rest = md_text(arena, at + strlen(marks[i]));
		if (found != NULL)
			return found;
	}
	return NULL;
}

const char *
pair_name(const struct swot *swot, const struct crossing *crossing)
{
	return arena_format(swot->method->arena, "%s × %s",
	    crossing->internal->label.text, crossing->external->label.text);
}
