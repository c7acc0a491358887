/*
 * axis: the factors that the heads of a table name.
 */
#include <string.h>

#include "base/arena.h"
#include "swot.h"
#include "text/uni.h"
#include "text/words.h"

static const struct words *
words_of_factor(struct swot *swot, struct factor *factor)
{
	if (factor->words == NULL) {
		factor->words =
		    arena_alloc(swot->arena, sizeof(*factor->words));
		*factor->words = words_of(swot->arena,
		    md_plain(swot->arena, factor->text.text));
	}
	return factor->words;
}

/*
 * The one factor of a list that shares the most words with a head, among
 * those that no head names; NULL where there is none, or two. At equal words
 * the factor at the head's own place is taken.
 */
static struct factor *
find_by_words(struct swot *swot, enum list list, const char *head, size_t place,
    const bool *named)
{
	struct words of_head = words_of(swot->arena, head);
	size_t i, similarity, best = 0;
	struct factor *factor, *found = NULL;
	bool tie = false;

	for (i = 0; i < swot->factors[list].count; i++) {
		factor = factor_at(swot, list, i);
		if (named[i])
			continue;
		similarity =
		    words_similarity(&of_head, words_of_factor(swot, factor));
		if (similarity == 0 || similarity < best)
			continue;
		if (similarity == best && i != place) {
			tie = found == NULL || found->index != place;
			continue;
		}
		tie = false;
		best = similarity;
		found = factor;
	}
	return tie ? NULL : found;
}

/* The head of an axis becomes the short text of the factor that it names. */
static void
name_by_head(struct swot *swot, struct factor *factor, const char *text,
    struct pos pos)
{
	if (*factor->short_text.text == '\0')
		factor->short_text = (struct bind_text){ text, pos, true };
	factor_know(swot, factor, text);
}

/* Behind a colon or a dash that parts a label from words. */
static const char *
skip_mark(const char *text)
{
	static const char *const marks[] = { ":", "—", "–", "-" };
	size_t i;

	for (i = 0; i < sizeof(marks) / sizeof(marks[0]); i++)
		if (strncmp(text, marks[i], strlen(marks[i])) == 0)
			return text + strlen(marks[i]);
	return text;
}

/* A head of a label and words that are not yet the factor's. */
static struct factor *
by_label_and_words(struct swot *swot, enum list list,
    const struct bind_text *head, size_t place, const bool *named)
{
	const char *line = md_plain(swot->arena, head->text), *rest = "";
	struct factor *factor = factor_by_prefix(swot, line, list, &rest);
	struct factor *other;
	struct words words;

	if (factor == NULL)
		return NULL;
	rest = uni_line(swot->arena, skip_mark(rest));
	words = words_of(swot->arena, rest);
	if (words_shared(&words, words_of_factor(swot, factor)) == 0) {
		other = find_by_words(swot, list, line, place, named);
		if (other != NULL && other != factor) {
			bind_fault(swot->bind, head->pos, M_SWOT_AMBIGUOUS,
			    line, factor->label.text, other->label.text);
			return factor;
		}
	}
	name_by_head(swot, factor,
	    md_text(swot->arena, md_words(swot->arena, rest)), head->pos);
	return factor;
}

static struct factor *
find_head(struct swot *swot, enum list list, const struct bind_text *head,
    size_t place, const bool *named)
{
	const char *plain = md_plain(swot->arena, head->text);
	struct factor *factor =
	    by_label_and_words(swot, list, head, place, named);

	if (factor != NULL)
		return factor;
	factor = find_by_words(swot, list, plain, place, named);
	if (factor == NULL)
		factor_unknown(swot, plain, head->pos);
	else
		name_by_head(swot, factor, head->text, head->pos);
	return factor;
}

struct factor **
factor_axis(struct swot *swot, enum list list, const struct bind_text *heads,
    size_t count)
{
	struct factor **axis =
	    arena_array(swot->arena, count, sizeof(struct factor *));
	bool *named =
	    arena_array(swot->arena, swot->factors[list].count, sizeof(bool));
	bool all = true;
	size_t i;

	for (i = 0; i < count; i++) {
		axis[i] = factor_find(swot,
		    md_plain(swot->arena, heads[i].text), list);
		if (axis[i] != NULL)
			named[axis[i]->index] = true;
	}
	for (i = 0; i < count; i++) {
		if (axis[i] != NULL || *heads[i].text == '\0')
			continue;
		axis[i] = find_head(swot, list, &heads[i], i, named);
		if (axis[i] == NULL)
			all = false;
		else
			named[axis[i]->index] = true;
	}
	return all ? axis : NULL;
}

const char *
factor_axis_text(const struct factor *factor)
{
	return *factor->short_text.text ? factor->short_text.text
					: factor->text.text;
}
