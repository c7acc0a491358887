/*
 * factor: the four lists; each factor kept once, with a label.
 */
#include <string.h>

#include "base/arena.h"
#include "source/md.h"
#include "swot.h"
#include "text/uni.h"

enum { MAX_WEIGHT = 1000000, MAX_NAME = 64 }; /* in thousandths; of a list */

const enum term list_terms[LISTS] = { T_STRENGTHS, T_WEAKNESSES,
	T_OPPORTUNITIES, T_THREATS };

const struct bind_row factor_rows[] = {
	BIND_AT(BIND_TEXT, T_ID, factor, label, BIND_LABEL),
	BIND_AT(BIND_TEXT, T_SHORT, factor, short_text, 0),
	BIND_AT(BIND_TEXT, T_TEXT, factor, text, BIND_MAIN),
	BIND_AT(BIND_NUMBER, T_WEIGHT, factor, weight, BIND_DECIDES),
	{ BIND_END },
};

/* The letters of the labels that a list gets where the user gives none. */
static const char *const letters[LISTS][2] = { { "Fo", "St" }, { "Fa", "We" },
	{ "Op", "Op" }, { "Me", "Th" } };

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
	    term_find(word, &list_terms[list], 1, NULL) == T_NONE)
		list++;
	return list;
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
		label = uni_line(arena, arena_copy(arena, label, n - 1));
	factor->label.text = uni_compose(arena, label);
	if (*factor->text.text == '\0')
		factor->text = factor->short_text;
	if (strcmp(factor->short_text.text, factor->text.text) == 0)
		factor->short_text.text = "";
	if (*factor->text.text == '\0' && *label != '\0')
		bind_fault(bind, factor->label.pos, M_SWOT_NO_TEXT,
		    factor->label.text);
	else if (*factor->text.text == '\0' && factor->weight.given)
		bind_fault(bind, factor->weight.pos, M_MISSING_KEY,
		    method_word(swot->method, T_TEXT));
	if (factor->weight.thousandths < 0 ||
	    factor->weight.thousandths > MAX_WEIGHT)
		bind_fault(bind, factor->weight.pos, M_SWOT_WEIGHT,
		    method_number(swot->method, factor->weight.thousandths));
}

/* The length of a label and its mark at the start of a text, "S1 – big ovens";
 * 0 where there is none. */
static size_t
label_before(const char *text, size_t *label)
{
	static const char *const marks[] = { " – ", " — ", " - ", " : ", ": ",
		". ", ") ", "– ", "— " };
	size_t letters_count = 0, digits, i;

	while (letters_count < 3 &&
	    ((text[letters_count] | 0x20) >= 'a' &&
		(text[letters_count] | 0x20) <= 'z'))
		letters_count++;
	digits = strspn(text + letters_count, "0123456789");
	*label = letters_count + digits;
	for (i = 0; i < sizeof(marks) / sizeof(marks[0]); i++)
		if (letters_count > 0 && digits > 0 && digits < 4 &&
		    strncmp(text + *label, marks[i], strlen(marks[i])) == 0)
			return *label + strlen(marks[i]);
	return 0;
}

/* Labels that stand in front of all the texts of a list are no part of them. */
static void
split_labels(struct swot *swot, const struct bind_list *list)
{
	struct factor *factor = list->at;
	size_t i, label, length;

	for (i = 0; i < list->count; i++)
		if (*factor[i].label.text != '\0' ||
		    label_before(factor[i].text.text, &label) == 0)
			return;
	for (i = 0; i < list->count; i++) {
		length = label_before(factor[i].text.text, &label);
		factor[i].label = factor[i].text;
		factor[i].label.more = NULL;
		factor[i].label.text =
		    arena_copy(swot->method->arena, factor[i].text.text, label);
		factor[i].text.text =
		    md_text(swot->method->arena, factor[i].text.text + length);
	}
}

/*
 * The same text is the same factor, unless it has two labels: what has none
 * gets that of the other, or one that nobody can type and that unites those
 * without.
 */
static void
link_texts(struct swot *swot, const struct bind_list *list)
{
	struct factor *factor = list->at;
	struct dict_entry *entry;
	struct dict labels;
	size_t i;

	dict_init(&labels, swot->method->arena);
	for (i = 0; i < list->count; i++)
		if (*factor[i].label.text != '\0')
			dict_enter(&labels, factor[i].text.text)->value =
			    &factor[i].label;
	for (i = 0; i < list->count; i++) {
		if (*factor[i].label.text != '\0')
			continue;
		entry = dict_enter(&labels, factor[i].text.text);
		if (entry->value != NULL)
			factor[i].label = *(struct bind_text *)entry->value;
		else
			factor[i].label = (struct bind_text){
				arena_format(swot->method->arena, "\n%s",
				    factor[i].text.text),
				factor[i].text.pos, false, NULL
			};
	}
}

static void
enter_label(struct swot *swot, struct factor *factor, const char *label)
{
	struct dict_entry *entry = dict_enter(&swot->labels, label);
	const struct factor *before = entry->value;

	if (before != NULL && before->list != factor->list)
		bind_fault(swot->method->bind, factor->text.pos,
		    M_SWOT_TWO_LISTS, label,
		    bind_place(swot->method->bind, before->text.pos));
	else
		entry->value = factor;
	if (strlen(label) > swot->longest_label)
		swot->longest_label = strlen(label);
}

/* Keeps each factor of a list once. */
static void
keep(struct swot *swot, enum list list)
{
	struct bind_list *factors = &swot->sheet->factors[list];
	struct factor *factor = factors->at;
	size_t i;

	split_labels(swot, factors);
	for (i = 0; i < factors->count; i++)
		tidy(swot, &factor[i]);
	link_texts(swot, factors);
	method_unite(swot->method, factor_rows, sizeof(*factor), factors);
	for (i = 0; i < factors->count; i++, factor++) {
		factor->list = list;
		factor->index = i;
		if (*factor->label.text != '\n')
			enter_label(swot, factor, factor->label.text);
	}
}

static const char *
label_of(const struct swot *swot, enum list list, size_t number, int lang)
{
	return arena_format(swot->method->arena, "%s%zu", letters[list][lang],
	    number);
}

/*
 * Gives the next label that is free in both languages: the sheet may name the
 * factor as the other one would.
 */
static void
give_label(struct swot *swot, struct factor *factor)
{
	bool french = swot->method->lang == LANG_FR;
	size_t number = factor->index;
	const char *fr, *en;

	do {
		number++;
		fr = label_of(swot, factor->list, number, 0);
		en = label_of(swot, factor->list, number, 1);
	} while (dict_find(&swot->labels, fr) != NULL ||
	    dict_find(&swot->labels, en) != NULL);
	factor->label.text = french ? fr : en;
	enter_label(swot, factor, fr);
	enter_label(swot, factor, en);
}

void
factor_resolve(struct swot *swot)
{
	struct factor *factor;
	enum list list;
	size_t i;

	dict_init(&swot->labels, swot->method->arena);
	dict_init(&swot->texts, swot->method->arena);
	for (list = 0; list < LISTS; list++)
		keep(swot, list);
	for (list = 0; list < LISTS; list++) {
		for (i = 0; i < swot->sheet->factors[list].count; i++) {
			factor = factor_at(swot, list, i);
			if (*factor->label.text == '\n')
				give_label(swot, factor);
			factor_know(swot, factor, factor->text.text);
			factor_know(swot, factor, factor->short_text.text);
		}
	}
}

const char *
factor_words(struct arena *arena, const char *plain)
{
	static const char marks[] = "\\`*_[]<>~&";
	char *text = arena_alloc(arena, 2 * strlen(plain) + 1), *to = text;

	for (; *plain != '\0'; plain++) {
		if (strchr(marks, *plain) != NULL)
			*to++ = '\\';
		*to++ = *plain;
	}
	return text;
}

const char *
factor_head(const struct swot *swot, const struct factor *factor)
{
	struct arena *arena = swot->method->arena;

	return md_text(arena,
	    arena_format(arena, "%s %s",
		factor_words(arena, factor->label.text),
		*factor->short_text.text ? factor->short_text.text
					 : factor->text.text));
}
