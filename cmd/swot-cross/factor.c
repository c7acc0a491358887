/*
 * factor: labels given and found, factors looked up by them.
 */
#include <string.h>

#include "arena.h"
#include "swot.h"
#include "uni.h"
#include "words.h"

const enum term list_terms[LISTS] = { T_STRENGTHS, T_WEAKNESSES,
	T_OPPORTUNITIES, T_THREATS };

/* The letters of the labels that a list gets where the user gives none. */
static const char *const letters[LISTS][2] = { { "Fo", "St" }, { "Fa", "We" },
	{ "Op", "Op" }, { "Me", "Th" } };

static struct arena *
arena_of(const struct swot *swot)
{
	return swot->bind->doc->arena;
}

static const char *
fold(const struct swot *swot, const char *text)
{
	return uni_fold(arena_of(swot), md_plain(arena_of(swot), text));
}

static const char *
label_of(const struct swot *swot, enum list list, size_t number, enum lang lang)
{
	return arena_format(arena_of(swot), "%s%zu",
	    letters[list][lang == LANG_FR ? 0 : 1], number);
}

/* The same label and text again is the same factor; true if it is. */
static bool
is_again(struct swot *swot, const struct factor *factor)
{
	const struct dict_entry *entry;
	const struct factor *before;

	entry = *factor->label.text
	    ? dict_find(&swot->labels, factor->label.text)
	    : dict_find(&swot->texts, fold(swot, factor->text.text));
	if (entry == NULL)
		return false;
	before = entry->value;
	if (before->list != factor->list)
		bind_fault(swot->bind, factor->text.pos, M_SWOT_TWO_LISTS,
		    *factor->label.text ? factor->label.text
					: factor->text.text,
		    bind_place(swot->bind, before->text.pos));
	else if (strcmp(before->text.text, factor->text.text) != 0)
		bind_fault(swot->bind, factor->label.pos, M_LABEL_TWICE,
		    factor->label.text,
		    bind_place(swot->bind, before->label.pos));
	return true;
}

static void
know_text(struct swot *swot, struct factor *factor, const char *text)
{
	struct dict_entry *entry;
	const struct factor *before;

	if (*text == '\0')
		return;
	entry = dict_enter(&swot->texts, fold(swot, text));
	before = entry->value;
	if (before != NULL && before->list != factor->list)
		bind_fault(swot->bind, factor->text.pos, M_SWOT_TWO_LISTS,
		    text, bind_place(swot->bind, before->text.pos));
	if (before == NULL)
		entry->value = factor;
}

/* Keeps each factor once, and knows it by what it was given. */
static void
know_given(struct swot *swot, enum list list)
{
	struct bind_list *factors = &swot->factors[list];
	size_t i, count = factors->count;
	struct factor *factor;

	factors->count = 0;
	for (i = 0; i < count; i++) {
		factor = factor_at(swot, list, factors->count);
		*factor = *factor_at(swot, list, i);
		factor->list = list;
		factor->index = factors->count;
		if (*factor->text.text == '\0')
			factor->text = factor->short_text;
		if (*factor->text.text == '\0') {
			bind_fault(swot->bind, factor->label.pos,
			    M_SWOT_NO_TEXT, factor->label.text);
			factor->text.text = factor->label.text;
		}
		if (is_again(swot, factor))
			continue;
		factors->count++;
		if (*factor->label.text != '\0')
			dict_enter(&swot->labels, factor->label.text)->value =
			    factor;
		know_text(swot, factor, factor->text.text);
		know_text(swot, factor, factor->short_text.text);
	}
}

static bool
is_free(struct swot *swot, const char *label)
{
	return dict_find(&swot->labels, label) == NULL;
}

/* Gives the label that is next in the report's language. */
static void
give_label(struct swot *swot, struct factor *factor)
{
	enum lang lang = swot->bind->doc->lang;
	size_t number = factor->index + 1;
	const char *label;

	while (!is_free(swot, label_of(swot, factor->list, number, lang)))
		number++;
	label = label_of(swot, factor->list, number, lang);
	factor->label = (struct bind_text){ label, factor->text.pos, false };
	dict_enter(&swot->labels, label)->value = factor;
	/* the sheet may name it as the other language would */
	label = label_of(swot, factor->list, number,
	    lang == LANG_FR ? LANG_EN : LANG_FR);
	if (is_free(swot, label))
		dict_enter(&swot->labels, label)->value = factor;
}

void
factor_label(struct swot *swot)
{
	struct factor *factor;
	enum list list;
	size_t i;

	dict_init(&swot->labels, arena_of(swot));
	dict_init(&swot->texts, arena_of(swot));
	for (list = 0; list < LISTS; list++)
		know_given(swot, list);
	for (list = 0; list < LISTS; list++) {
		for (i = 0; i < swot->factors[list].count; i++) {
			factor = factor_at(swot, list, i);
			if (*factor->label.text == '\0')
				give_label(swot, factor);
		}
	}
}

static struct factor *
in_list(const struct dict_entry *entry, enum list list)
{
	struct factor *factor = entry ? entry->value : NULL;

	return factor != NULL && (list == LISTS || factor->list == list)
	    ? factor
	    : NULL;
}

struct factor *
factor_find(const struct swot *swot, const char *name, enum list list)
{
	const char *line = uni_line(arena_of(swot), name);
	size_t n = strcspn(line, " ");
	struct factor *factor = in_list(dict_find(&swot->labels, line), list);

	if (factor == NULL)
		factor = in_list(
		    dict_find(&swot->texts, fold(swot, line)), list);
	if (factor == NULL && line[n] == ' ')
		factor = in_list(dict_find(&swot->labels,
				     arena_copy(arena_of(swot), line, n)),
		    list);
	return factor;
}

void
factor_unknown(struct swot *swot, const char *name, struct pos pos)
{
	const struct dict *dicts[] = { &swot->labels, &swot->texts };
	const struct factor *factor, *nearest = NULL;
	size_t i, j, near, best = SIZE_MAX;

	for (i = 0; i < 2; i++) {
		for (j = 0; j < dicts[i]->count; j++) {
			near = term_near(name, dicts[i]->entries[j].key);
			factor = dicts[i]->entries[j].value;
			if (near >= best)
				continue;
			best = near;
			nearest = factor;
		}
	}
	if (nearest == NULL)
		bind_fault(swot->bind, pos, M_SWOT_UNKNOWN, name);
	else
		bind_fault(swot->bind, pos, M_SWOT_UNKNOWN_NEAR, name,
		    nearest->label.text, nearest->text.text);
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
	struct words of_head = words_of(arena_of(swot), head), of_factor;
	size_t i, similarity, best = 0;
	struct factor *factor, *found = NULL;
	bool tie = false;

	for (i = 0; i < swot->factors[list].count; i++) {
		factor = factor_at(swot, list, i);
		of_factor = words_of(
		    arena_of(swot), md_plain(arena_of(swot), factor->text.text));
		similarity = words_similarity(&of_head, &of_factor);
		if (named[i] || similarity == 0 || similarity < best)
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
name_by_head(
    struct swot *swot, struct factor *factor, const struct bind_text *head)
{
	if (*factor->short_text.text == '\0')
		factor->short_text = *head;
	know_text(swot, factor, head->text);
}

struct factor **
factor_axis(struct swot *swot, enum list list, const struct bind_text *heads,
    size_t count)
{
	struct factor **axis =
	    arena_array(arena_of(swot), count, sizeof(struct factor *));
	bool *named = arena_array(
	    arena_of(swot), swot->factors[list].count, sizeof(bool));
	size_t i;
	bool all = true;

	for (i = 0; i < count; i++) {
		axis[i] = factor_find(
		    swot, md_plain(arena_of(swot), heads[i].text), list);
		if (axis[i] != NULL)
			named[axis[i]->index] = true;
	}
	for (i = 0; i < count; i++) {
		if (axis[i] != NULL)
			continue;
		if (strchr(heads[i].text, ' ') != NULL)
			axis[i] = find_by_words(swot, list,
			    md_plain(arena_of(swot), heads[i].text), i, named);
		if (axis[i] == NULL) {
			factor_unknown(swot,
			    md_plain(arena_of(swot), heads[i].text),
			    heads[i].pos);
			all = false;
			continue;
		}
		named[axis[i]->index] = true;
		name_by_head(swot, axis[i], &heads[i]);
	}
	return all ? axis : NULL;
}

const char *
factor_axis_text(const struct factor *factor)
{
	return *factor->short_text.text ? factor->short_text.text
					: factor->text.text;
}

/* The length of a separator between two names, 0 where there is none. */
static size_t
separator(const char *at)
{
	static const char *const marks[] = { "×", "/", "+", ",", " x ", " X ",
		" " };
	size_t i;

	for (i = 0; i < sizeof(marks) / sizeof(marks[0]); i++)
		if (strncmp(at, marks[i], strlen(marks[i])) == 0)
			return strlen(marks[i]);
	return 0;
}

static bool
order_pair(struct factor *a, struct factor *b, struct crossing_ref *ref)
{
	if (a == NULL || b == NULL)
		return false;
	*ref = a->list < OPPORTUNITIES ? (struct crossing_ref){ a, b }
				       : (struct crossing_ref){ b, a };
	return ref->internal->list < OPPORTUNITIES &&
	    ref->external->list >= OPPORTUNITIES;
}

static void
fault_pair(
    struct swot *swot, const char *text, struct pos pos, struct factor *one)
{
	size_t n = strcspn(text, " ×/+,");
	const char *first = arena_copy(arena_of(swot), text, n);
	const char *rest = text + n;

	while (*rest != '\0' && separator(rest) > 0)
		rest += separator(rest);
	if (one != NULL)
		bind_fault(swot->bind, pos, M_SWOT_SAME_SIDE, text);
	else if (*rest == '\0')
		bind_fault(swot->bind, pos, M_SWOT_NO_PAIR, text);
	else if (factor_find(swot, first, LISTS) == NULL)
		factor_unknown(swot, first, pos);
	else
		factor_unknown(swot, rest, pos);
}

bool
factor_pair(struct swot *swot, const char *text, struct pos pos,
    struct crossing_ref *ref)
{
	const char *line = uni_line(arena_of(swot), text), *at, *right;
	struct factor *a, *b, *one = NULL;
	size_t n;

	for (at = line; *at != '\0'; at++) {
		n = separator(at);
		if (n == 0)
			continue;
		for (right = at + n; separator(right) > 0;)
			right += separator(right);
		a = factor_find(swot,
		    arena_copy(arena_of(swot), line, (size_t)(at - line)),
		    LISTS);
		b = a ? factor_find(swot, right, LISTS) : NULL;
		if (order_pair(a, b, ref))
			return true;
		if (a != NULL && b != NULL)
			one = a;
	}
	fault_pair(swot, line, pos, one);
	return false;
}

const char *
factor_pair_name(const struct swot *swot, const struct crossing_ref *ref)
{
	return arena_format(arena_of(swot), "%s × %s",
	    ref->internal->label.text, ref->external->label.text);
}
