/*
 * axis: what heads the rows, or the columns, of a table of crossings.
 */
#include "axis.h"

#include <string.h>

#include "base/arena.h"
#include "source/md.h"
#include "text/uni.h"
#include "text/words.h"

static const struct words *
words_of_factor(struct arena *arena, struct factor *factor)
{
	if (factor->words == NULL) {
		factor->words = arena_alloc(arena, sizeof(*factor->words));
		*factor->words =
		    words_of(arena, md_plain(arena, factor->text.text));
	}
	return factor->words;
}

/*
 * The one factor that shares the most words with a head, among those that no
 * head names; NULL where there is none, or two.  At equal words the factor at
 * the head's own place is taken.
 */
static struct factor *
find_by_words(struct swot *swot, const struct axis *axis, const char *head,
    size_t place)
{
	struct words words = words_of(swot->method->arena, head);
	size_t i, similarity, best = 0;
	struct factor *factor, *found = NULL;
	bool tie = false;

	for (i = 0; i < swot->sheet->factors[axis->list].count; i++) {
		factor = factor_at(swot, axis->list, i);
		similarity = axis->named[i]
		    ? 0
		    : words_similarity(&words,
			  words_of_factor(swot->method->arena, factor));
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

/*
 * The factor of a head that is no name of one: by a label and words, which are
 * not those of another; or by words alone.  The words become its short text.
 */
static struct factor *
find_head(struct swot *swot, const struct axis *axis, size_t place)
{
	struct arena *arena = swot->method->arena;
	const struct bind_text *head = &axis->heads[place];
	const char *line = md_plain(arena, head->text), *rest = "";
	const char *text = head->text;
	struct factor *factor = factor_by_prefix(swot, line, axis->list, &rest);
	struct factor *like = find_by_words(swot, axis, line, place);
	struct words words;

	if (factor != NULL) {
		rest = uni_line(arena, skip_mark(rest));
		words = words_of(arena, rest);
		text = md_text(arena, md_words(arena, rest));
		if (like != NULL && like != factor &&
		    words_shared(&words, words_of_factor(arena, factor)) == 0) {
			bind_fault(swot->method->bind, head->pos,
			    M_TWO_LABELLED, line, factor->label.text,
			    like->label.text);
			return factor;
		}
	} else if ((factor = like) == NULL) {
		factor_unknown(swot, line, head->pos);
		return NULL;
	}
	if (*factor->short_text.text == '\0' &&
	    strcmp(md_plain(arena, text), md_plain(arena, factor->text.text)) !=
		0)
		factor->short_text =
		    (struct bind_text){ text, head->pos, true, NULL };
	factor_know(swot, factor, text);
	return factor;
}

bool
axis_name(struct swot *swot, struct axis *axis)
{
	struct arena *arena = swot->method->arena;
	bool all = true;
	size_t i;

	axis->factors = arena_array(arena, axis->count + 1, sizeof(void *));
	if (axis->list != LISTS)
		axis->named = arena_array(arena,
		    swot->sheet->factors[axis->list].count + 1, sizeof(bool));
	for (i = 0; i < axis->count; i++) {
		axis->factors[i] = factor_find(swot,
		    md_plain(arena, axis->heads[i].text), axis->list);
		if (axis->factors[i] != NULL && axis->list != LISTS)
			axis->named[axis->factors[i]->index] = true;
	}
	for (i = 0; i < axis->count; i++) {
		if (axis->factors[i] != NULL || *axis->heads[i].text == '\0')
			continue;
		if (axis->list != LISTS)
			axis->factors[i] = find_head(swot, axis, i);
		if (axis->factors[i] == NULL)
			all = false;
		else
			axis->named[axis->factors[i]->index] = true;
	}
	return all;
}

size_t
axis_count_known(const struct swot *swot, const struct axis *axis,
    enum list list)
{
	const char *plain, *rest;
	size_t i, known = 0;

	for (i = 0; i < axis->count; i++) {
		plain = method_plain(swot->method, axis->heads[i].text);
		known += factor_find(swot, plain, list) != NULL ||
		    factor_by_prefix(swot, plain, list, &rest) != NULL;
	}
	return known;
}
