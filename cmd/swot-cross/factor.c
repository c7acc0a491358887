/*
 * factor: the four lists, each factor kept once, with a label.
 */
#include <string.h>

#include "swot.h"
#include "text/uni.h"

/* A weight, in thousandths, and a list's name, in bytes. */
enum { MAX_WEIGHT = 1000000, MAX_NAME = 64 };

const enum term list_terms[LISTS] = { T_STRENGTHS, T_WEAKNESSES,
	T_OPPORTUNITIES, T_THREATS };

const struct bind_row factor_rows[] = {
	ROW(factor, label, .key = T_ID, .flags = BIND_LABEL),
	ROW(factor, short_text, .key = T_SHORT, .flags = BIND_NAMING),
	ROW(factor, text, .key = T_TEXT, .flags = BIND_MAIN | BIND_NAMING),
	ROW(factor, weight, .key = T_WEIGHT, .flags = BIND_DECIDES),
	{ BIND_END },
};

/* The letters of the labels that a list gets where the user gives none. */
static const char *const letters[LISTS][2] = { { "Fo", "St" }, { "Fa", "We" },
	{ "Op", "Op" }, { "Me", "Th" } };

/* What one factor of a list is called. */
static const enum term words[LISTS] = { T_SWOT_STRENGTH, T_SWOT_WEAKNESS,
	T_SWOT_OPPORTUNITY, T_SWOT_THREAT };

enum list
factor_list(const char *name, size_t n)
{
	char word[MAX_NAME] = "";
	enum list list = 0;

	for (; n > 0 && (*name == '*' || *name == ' '); n--)
		name++;
	while (n > 0 && name[n - 1] == '*')
		n--;
	if (n >= sizeof(word))
		return LISTS;
	memcpy(word, name, n);
	while (list < LISTS &&
	    term_read(word, TERM_GLOSSED, &list_terms[list], 1, NULL) == T_NONE)
		list++;
	return list;
}

/* Where something stands of a factor that has no text. */
static struct pos
place_of(const struct factor *factor)
{
	const struct bind_more *more = factor->text.more;
	const struct bind_list *carried;

	if (*factor->label.text != '\0')
		return factor->label.pos;
	if (factor->weight.given)
		return factor->weight.pos;
	carried = more->columns.count > 0 ? &more->columns : &more->below;
	return (*(struct node *const *)carried->at)->pos;
}

/* Brings what was bound into one shape. */
static void
tidy(struct swot *swot, struct factor *factor)
{
	struct arena *arena = swot->method->arena;
	struct bind *bind = swot->method->bind;
	char *label = uni_line(arena, factor->label.text);
	size_t n = strlen(label);

	if (n > 0 && label[n - 1] == ':')
		label = uni_until(arena, label, label + n - 1);
	factor->label.text = uni_compose(arena, label);
	if (*factor->text.text == '\0' && *factor->short_text.text != '\0') {
		factor->short_text.more = factor->text.more;
		factor->text = factor->short_text;
	}
	if (strcmp(factor->short_text.text, factor->text.text) == 0)
		factor->short_text.text = "";
	if (*factor->text.text == '\0' &&
	    (*label != '\0' || factor->weight.given ||
		factor->text.more != NULL))
		bind_fault(bind, place_of(factor), M_MISSING_KEY,
		    method_word(swot->method, T_TEXT));
	if (factor->weight.thousandths < 0 ||
	    factor->weight.thousandths > MAX_WEIGHT)
		bind_fault(bind, factor->weight.pos, M_SWOT_WEIGHT,
		    method_number(swot->method, factor->weight.thousandths));
}

/* Puts the lists behind one another, each factor once. */
static void
gather(struct swot *swot)
{
	struct bind_list *list = swot->sheet->factors;
	size_t from = 0, i;

	for (i = 0; i < LISTS; i++) {
		BIND_EACH(struct factor, factor, &list[i])
			tidy(swot, factor);
		method_unite(swot->method, factor_rows, sizeof(struct factor),
		    &list[i]);
		BIND_EACH(struct factor, factor, &list[i]) {
			factor->list = i;
			factor->index = swot->factors.count - from;
			bind_add(swot->method->bind, &swot->factors, *factor);
		}
		from = swot->factors.count;
	}
	for (i = from = 0; i < LISTS && swot->factors.count > 0;
	     from += list[i++].count)
		list[i].at = (struct factor *)swot->factors.at + from;
}

/* Knows a factor by what it is called in a sheet, in one language: "Force 1", and
 * by the letter of its list, "O1".  Of two lists that begin alike the first one
 * has the capital, "F1", and "f1" is neither. */
static void
know_place(struct swot *swot, struct factor *factor, int lang)
{
	struct arena *arena = swot->method->arena;
	const char *letter = letters[factor->list][lang], *name;
	bool first = true, alone = true;

	for (size_t i = 0; i < LISTS; i++)
		if (i != factor->list && *letters[i][lang] == *letter) {
			alone = false;
			first = first && i > factor->list;
		}
	name = arena_format(arena, "%s %zu",
	    term_name(words[factor->list], lang == 0 ? LANG_FR : LANG_EN),
	    factor->index + 1);
	if (!refer_has(&swot->names, name))
		refer_know(&swot->names, name, factor);
	name = arena_format(arena, "%c%zu", *letter, factor->index + 1);
	if (refer_has(&swot->names, name))
		return;
	if (alone)
		refer_know(&swot->names, name, factor);
	else if (first)
		refer_know_label(&swot->names, name, factor);
}

/*
 * Gives the next label that is free in both languages: the sheet may name the
 * factor as the other one would.
 */
static void
give_label(struct swot *swot, struct factor *factor)
{
	struct arena *arena = swot->method->arena;
	bool english = swot->method->lang == LANG_EN;
	size_t number = factor->index;
	const char *labels[2];

	do {
		number++;
		for (int i = 0; i < 2; i++)
			labels[i] = arena_format(arena, "%s%zu",
			    letters[factor->list][i], number);
	} while (refer_has(&swot->names, labels[0]) ||
	    refer_has(&swot->names, labels[1]));
	factor->label.text = labels[english];
	refer_again(&swot->names, factor);
	refer_know(&swot->names, labels[!english], factor);
	know_place(swot, factor, 0);
	know_place(swot, factor, 1);
}

/* A fault where a name of a factor is one in another list. */
static void
check_name(struct swot *swot, const struct factor *factor, const char *name)
{
	const struct factor *first = refer_first(&swot->names, name);

	if (*name != '\0' && first != NULL && first->list < factor->list)
		bind_fault(swot->method->bind, factor->text.pos,
		    M_SWOT_TWO_LISTS, method_plain(swot->method, name),
		    bind_place(swot->method->bind, first->text.pos));
}

static bool
are_crossed(const void *one, const void *other)
{
	const struct factor *a = one, *b = other;

	return quadrant_of(a->list, b->list) != QUADRANTS;
}

void
factor_resolve(struct swot *swot)
{
	struct factor *factor;

	gather(swot);
	factor = swot->factors.at;
	swot->names = REFER_TO(swot->method->bind, T_SWOT, &swot->factors,
	    factor, .near = M_SWOT_UNKNOWN_NEAR, .unknown = M_SWOT_UNKNOWN);
	swot->pairs = (struct pairs){ &swot->names, are_crossed, M_SWOT_NO_PAIR,
		M_SWOT_AMBIGUOUS_PAIR, M_SWOT_SAME_SIDE };
	for (size_t i = 0; i < swot->factors.count; i++, factor++) {
		check_name(swot, factor, factor->label.text);
		check_name(swot, factor, factor->text.text);
		check_name(swot, factor, factor->short_text.text);
		if (*factor->label.text == '\0')
			give_label(swot, factor);
	}
}

const char *
factor_head(const struct swot *swot, const struct factor *factor)
{
	struct arena *arena = swot->method->arena;
	const char *label = md_words(arena, factor->label.text);
	const char *text = factor->text.text;

	if (*factor->short_text.text != '\0')
		text = factor->short_text.text;
	else if (uni_width(text) > MD_WIDE)
		return md_text(arena, label);
	return md_text(arena, arena_format(arena, "%s %s", label, text));
}

struct crossing *
crossing_of(const struct swot *swot, struct pair pair)
{
	const struct factor *internal = pair.one, *external = pair.other;
	enum quadrant quadrant = pair.one == NULL || pair.other == NULL
	    ? QUADRANTS
	    : quadrant_of(internal->list, external->list);

	if (quadrant == QUADRANTS)
		return NULL;
	if (internal->list >= OPPORTUNITIES) {
		internal = pair.other;
		external = pair.one;
	}
	return (struct crossing *)swot->crossings.at + swot->first[quadrant] +
	    internal->index * swot->sheet->factors[external->list].count +
	    external->index;
}

const char *
crossing_name(const struct swot *swot, const struct crossing *crossing)
{
	return arena_format(swot->method->arena, "%s × %s",
	    crossing->internal->label.text, crossing->external->label.text);
}
