/*
 * factor: the four lists; labels given and found, each factor kept once.
 */
#include <string.h>

#include "base/arena.h"
#include "swot.h"
#include "text/uni.h"
#include "value/number.h"

enum { MAX_WEIGHT = 1000000 }; /* in thousandths */

const enum term list_terms[LISTS] = { T_STRENGTHS, T_WEAKNESSES,
	T_OPPORTUNITIES, T_THREATS };

/* The letters of the labels that a list gets where the user gives none. */
static const char *const letters[LISTS][2] = { { "Fo", "St" }, { "Fa", "We" },
	{ "Op", "Op" }, { "Me", "Th" } };

const char *
factor_fold(struct arena *arena, const char *text)
{
	return uni_fold(arena, md_plain(arena, text));
}

static struct factor_name *
enter_name(struct swot *swot, const char *text)
{
	struct dict_entry *entry =
	    dict_enter(&swot->texts, factor_fold(swot->arena, text));

	if (entry->value == NULL)
		entry->value =
		    arena_alloc(swot->arena, sizeof(struct factor_name));
	return entry->value;
}

void
factor_know(struct swot *swot, struct factor *factor, const char *text)
{
	struct factor_name *name;

	if (*text == '\0')
		return;
	name = enter_name(swot, text);
	if (name->factor == NULL)
		name->factor = factor;
	else if (name->factor->list != factor->list)
		bind_fault(swot->bind, factor->text.pos, M_SWOT_TWO_LISTS,
		    md_plain(swot->arena, text),
		    bind_place(swot->bind, name->factor->text.pos));
	else if (name->factor != factor)
		name->other = factor;
}

/* The factor, kept before, that this one is again; NULL for a new one. */
static struct factor *
find_before(struct swot *swot, const struct factor *factor)
{
	struct dict_entry *entry = NULL;
	struct factor *before;

	if (*factor->label.text != '\0')
		entry = dict_find(&swot->labels, factor->label.text);
	if (entry != NULL)
		return entry->value;
	entry =
	    dict_find(&swot->given, md_plain(swot->arena, factor->text.text));
	before = entry ? entry->value : NULL;
	if (before == NULL || before->list != factor->list ||
	    strcmp(before->text.text, factor->text.text) != 0)
		return NULL;
	return *factor->label.text == '\0' || *before->label.text == '\0'
	    ? before
	    : NULL;
}

static void
unite_weight(struct swot *swot, struct factor *before,
    const struct factor *again)
{
	enum lang lang = swot->bind->doc->lang;

	if (!before->weight.given)
		before->weight = again->weight;
	if (!again->weight.given ||
	    again->weight.thousandths == before->weight.thousandths)
		return;
	bind_fault(swot->bind, again->weight.pos, M_CONFLICT,
	    term_name(T_WEIGHT, lang),
	    number_text(swot->arena, again->weight.thousandths, 0, false, lang),
	    number_text(swot->arena, before->weight.thousandths, 0, false,
		lang),
	    bind_place(swot->bind, before->weight.pos));
}

static void
enter_label(struct swot *swot, struct factor *factor, const char *label)
{
	size_t length = strlen(label);

	dict_enter(&swot->labels, label)->value = factor;
	if (length > swot->longest_label)
		swot->longest_label = length;
}

/* What is said of one factor in two places; faults what does not agree. */
static void
unite(struct swot *swot, struct factor *before, const struct factor *again)
{
	if (before->list != again->list) {
		bind_fault(swot->bind, again->text.pos, M_SWOT_TWO_LISTS,
		    again->label.text,
		    bind_place(swot->bind, before->text.pos));
		return;
	}
	if (strcmp(before->text.text, again->text.text) != 0) {
		bind_fault(swot->bind, again->label.pos, M_LABEL_TWICE,
		    again->label.text,
		    bind_place(swot->bind, before->label.pos));
		return;
	}
	if (*before->label.text == '\0')
		before->label = again->label;
	settings_unite(swot, T_SHORT, &before->short_text, &again->short_text);
	unite_weight(swot, before, again);
}

/* Without label and text there was a fault before, or a weight alone. */
static void
check_text(struct swot *swot, struct factor *factor)
{
	if (*factor->text.text != '\0')
		return;
	if (*factor->label.text != '\0')
		bind_fault(swot->bind, factor->label.pos, M_SWOT_NO_TEXT,
		    factor->label.text);
	else if (factor->weight.given)
		bind_fault(swot->bind, factor->weight.pos, M_MISSING_KEY,
		    term_name(T_TEXT, swot->bind->doc->lang));
	factor->text.text = factor->label.text;
}

/* Brings what was bound into one shape. */
static void
tidy(struct swot *swot, struct factor *factor)
{
	char *label = uni_line(swot->arena, factor->label.text);
	size_t n = strlen(label);

	if (n > 0 && label[n - 1] == ':')
		label = uni_line(swot->arena,
		    arena_copy(swot->arena, label, n - 1));
	factor->label.text = uni_compose(swot->arena, label);
	if (*factor->text.text == '\0')
		factor->text = factor->short_text;
	if (strcmp(factor->short_text.text, factor->text.text) == 0)
		factor->short_text.text = "";
	check_text(swot, factor);
	if (factor->weight.thousandths < 0 ||
	    factor->weight.thousandths > MAX_WEIGHT)
		bind_fault(swot->bind, factor->weight.pos, M_SWOT_WEIGHT,
		    number_text(swot->arena, factor->weight.thousandths, 0,
			false, swot->bind->doc->lang));
}

/* Keeps each factor of a list once. */
static void
keep(struct swot *swot, enum list list)
{
	struct bind_list *factors = &swot->factors[list];
	struct factor *all = factors->at, *factor, *before;
	size_t i, count = factors->count;

	factors->count = 0;
	for (i = 0; i < count; i++) {
		tidy(swot, &all[i]);
		all[i].list = list;
		before = find_before(swot, &all[i]);
		factor = before ? before : &all[factors->count];
		if (before != NULL) {
			unite(swot, before, &all[i]);
		} else {
			*factor = all[i];
			factor->index = factors->count++;
		}
		if (*factor->label.text != '\0')
			enter_label(swot, factor, factor->label.text);
		dict_enter(&swot->given,
		    md_plain(swot->arena, factor->text.text))
		    ->value = factor;
	}
}

static const char *
label_of(const struct swot *swot, enum list list, size_t number, enum lang lang)
{
	return arena_format(swot->arena, "%s%zu",
	    letters[list][lang == LANG_FR ? 0 : 1], number);
}

static bool
is_free(const struct swot *swot, const char *label)
{
	return dict_find(&swot->labels, label) == NULL;
}

/*
 * Gives the next label that is free in both languages: the sheet may name the
 * factor as the other one would.
 */
static void
give_label(struct swot *swot, struct factor *factor)
{
	bool french = swot->bind->doc->lang == LANG_FR;
	size_t number = factor->index;
	const char *fr, *en;

	do {
		number++;
		fr = label_of(swot, factor->list, number, LANG_FR);
		en = label_of(swot, factor->list, number, LANG_EN);
	} while (!is_free(swot, fr) || !is_free(swot, en));
	factor->label =
	    (struct bind_text){ french ? fr : en, factor->text.pos, false };
	enter_label(swot, factor, fr);
	enter_label(swot, factor, en);
}

void
factor_label(struct swot *swot)
{
	struct factor *factor;
	enum list list;
	size_t i;

	dict_init(&swot->labels, swot->arena);
	dict_init(&swot->texts, swot->arena);
	dict_init(&swot->given, swot->arena);
	for (list = 0; list < LISTS; list++)
		keep(swot, list);
	for (list = 0; list < LISTS; list++) {
		for (i = 0; i < swot->factors[list].count; i++) {
			factor = factor_at(swot, list, i);
			if (*factor->label.text == '\0')
				give_label(swot, factor);
			factor_know(swot, factor, factor->text.text);
			factor_know(swot, factor, factor->short_text.text);
		}
	}
}
