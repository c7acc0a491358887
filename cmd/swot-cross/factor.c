/*
 * factor: the four lists, each factor kept once, with a label; factors, and
 * pairs of them, by what people call them.
 */
#include <string.h>

#include "base/arena.h"
#include "source/md.h"
#include "swot.h"
#include "text/uni.h"

/* A weight, in thousandths; a list's name, and a text that can name two
 * factors, in bytes. */
enum { MAX_WEIGHT = 1000000, MAX_NAME = 64, MAX_PAIR = 4096 };

const enum term list_terms[LISTS] = { T_STRENGTHS, T_WEAKNESSES,
	T_OPPORTUNITIES, T_THREATS };

const struct bind_row factor_rows[] = {
	ROW(BIND_TEXT, factor, label, .key = T_ID, .flags = BIND_LABEL),
	ROW(BIND_TEXT, factor, short_text, .key = T_SHORT,
	    .flags = BIND_NAMING),
	ROW(BIND_TEXT, factor, text, .key = T_TEXT,
	    .flags = BIND_MAIN | BIND_NAMING),
	ROW(BIND_NUMBER, factor, weight, .key = T_WEIGHT,
	    .flags = BIND_DECIDES),
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
	if (*factor->text.text == '\0' &&
	    (*label != '\0' || factor->weight.given))
		bind_fault(bind,
		    *label != '\0' ? factor->label.pos : factor->weight.pos,
		    M_MISSING_KEY, method_word(swot->method, T_TEXT));
	if (factor->weight.thousandths < 0 ||
	    factor->weight.thousandths > MAX_WEIGHT)
		bind_fault(bind, factor->weight.pos, M_SWOT_WEIGHT,
		    method_number(swot->method, factor->weight.thousandths));
}

size_t
factor_label_length(const char *text)
{
	size_t letter = 0, digits;

	while (letter < 3 && (text[letter] | 0x20) >= 'a' &&
	    (text[letter] | 0x20) <= 'z')
		letter++;
	digits = strspn(text + letter, "0123456789");
	return letter > 0 && digits > 0 && digits < 4 ? letter + digits : 0;
}

/* The length of a label and its mark at the start of a text, "S1 – big ovens";
 * 0 where there is none. */
static size_t
label_before(const char *text)
{
	static const char *const marks[] = { " – ", " — ", " - ", " : ", ": ",
		". ", ") ", "– ", "— " };
	size_t label = factor_label_length(text), i;

	for (i = 0; label > 0 && i < sizeof(marks) / sizeof(marks[0]); i++)
		if (strncmp(text + label, marks[i], strlen(marks[i])) == 0)
			return label + strlen(marks[i]);
	return 0;
}

/* Labels that stand in front of all the texts of a list are no part of them. */
static void
split_labels(struct swot *swot, const struct bind_list *list)
{
	struct factor *factor = list->at;
	const char *text;
	size_t i;

	for (i = 0; i < list->count; i++)
		if (*factor[i].label.text != '\0' ||
		    label_before(factor[i].text.text) == 0)
			return;
	for (i = 0; i < list->count; i++) {
		text = factor[i].text.text;
		factor[i].label = factor[i].text;
		factor[i].label.more = NULL;
		factor[i].label.text = arena_copy(swot->method->arena, text,
		    factor_label_length(text));
		factor[i].text.text =
		    md_text(swot->method->arena, text + label_before(text));
	}
}

/* Puts the lists behind one another, each factor once. */
static void
gather(struct swot *swot)
{
	struct bind_list *list = swot->sheet->factors;
	struct factor *all = arena_array(swot->method->arena,
	    list[0].count + list[1].count + list[2].count + list[3].count + 1,
	    sizeof(*all));
	size_t i, j;

	swot->factors.at = all;
	for (i = 0; i < LISTS; i++, list++) {
		split_labels(swot, list);
		for (j = 0; j < list->count; j++)
			tidy(swot, factor_at(swot, i, j));
		method_unite(swot->method, factor_rows, sizeof(*all), list);
		for (j = 0; j < list->count; j++) {
			all[j] = *factor_at(swot, i, j);
			all[j].list = i;
			all[j].index = j;
		}
		list->at = all;
		all += list->count;
		swot->factors.count += list->count;
	}
}

/*
 * Gives the next label that is free in both languages: the sheet may name the
 * factor as the other one would.
 */
static void
give_label(struct swot *swot, struct factor *factor)
{
	struct arena *arena = swot->method->arena;
	bool english = swot->method->lang == LANG_EN, taken, other;
	size_t number = factor->index;
	const char *labels[2];

	do {
		number++;
		for (int i = 0; i < 2; i++)
			labels[i] = arena_format(arena, "%s%zu",
			    letters[factor->list][i], number);
		taken = refer_look(&swot->names, labels[0], &other) != NULL ||
		    refer_look(&swot->names, labels[1], &other) != NULL;
	} while (taken);
	factor->label.text = labels[english];
	refer_again(&swot->names, factor);
	refer_know(&swot->names, labels[!english], factor);
}

/* A fault where a name of a factor is one in another list. */
static void
check_name(struct swot *swot, const struct factor *factor, const char *name)
{
	bool ambiguous;
	const struct factor *first = refer_look(&swot->names, name, &ambiguous);

	if (*name != '\0' && first != NULL && first->list < factor->list)
		bind_fault(swot->method->bind, factor->text.pos,
		    M_SWOT_TWO_LISTS, method_plain(swot->method, name),
		    bind_place(swot->method->bind, first->text.pos));
}

void
factor_resolve(struct swot *swot)
{
	struct factor *factor;
	size_t i;

	gather(swot);
	factor = swot->factors.at;
	swot->names = REFER_TO(swot->method->bind, T_SWOT, &swot->factors,
	    factor, .near = M_SWOT_UNKNOWN_NEAR, .unknown = M_SWOT_UNKNOWN);
	for (i = 0; i < swot->factors.count; i++, factor++) {
		check_name(swot, factor, factor->label.text);
		check_name(swot, factor, factor->text.text);
		check_name(swot, factor, factor->short_text.text);
		if (*factor->label.text == '\0')
			give_label(swot, factor);
	}
}

struct factor *
factor_find(const struct swot *swot, const char *name, enum list list)
{
	bool ambiguous;
	struct factor *factor = refer_look(&swot->names, name, &ambiguous);

	return factor != NULL && !ambiguous &&
		(list == LISTS || factor->list == list)
	    ? factor
	    : NULL;
}

const char *
factor_head(const struct swot *swot, const struct factor *factor)
{
	struct arena *arena = swot->method->arena;

	return md_text(arena,
	    arena_format(arena, "%s %s", md_words(arena, factor->label.text),
		*factor->short_text.text ? factor->short_text.text
					 : factor->text.text));
}

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

size_t
pair_mark(const char *at)
{
	if (*at != '\0' && strchr(" /+,xX-&|\\", *at) != NULL)
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
	size_t n, length = strlen(line);

	for (at = line; *at != '\0' && length <= MAX_PAIR; at++) {
		if (at == line || pair_mark(at) == 0)
			continue;
		left = factor_find(swot,
		    arena_copy(swot->method->arena, line, (size_t)(at - line)),
		    LISTS);
		for (right = at; left != NULL && (n = pair_mark(right)) > 0;) {
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
		if (pair_mark(at) > 0 && strchr("xX -", *at) == NULL)
			return at;
	at = strstr(line, " x ");
	return at ? at + 1 : line + strcspn(line, " ");
}

/* Whether a text names a factor; a fault if not. */
static bool
is_factor(struct swot *swot, const char *name, struct pos pos)
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
	while (pair_mark(right) > 0)
		right += pair_mark(right);
	left =
	    is_factor(swot, arena_copy(arena, line, (size_t)(at - line)), pos);
	if ((*right == '\0' || is_factor(swot, right, pos)) && left)
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
