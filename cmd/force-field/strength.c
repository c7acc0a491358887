/*
 * strength: how strong forces are, on one scale for all of a sheet: numbers,
 * marks, or words.
 */
#include <string.h>

#include "domain/tail.h"
#include "force.h"
#include "text/uni.h"
#include "value/number.h"

/* So many findings of one kind are told one by one; the highest number that is
 * a strength where it may as well be a part of the text; the most signs that are
 * one. */
enum { FEW_ALIKE = 3, OPEN_HIGHEST = 10, SIGNS = 10 };

/* Strengths that are on one scale: those of both sides, or those of risks. */
struct group {
	struct scale range;
	int64_t most;        /* in thousandths */
	bool figures, words; /* some of them are */
	bool said;           /* the sheet says the scale */
};

const enum term force_levels[] = { T_LEVEL_LOW, T_LEVEL_MEDIUM, T_LEVEL_HIGH,
	T_NONE };

/* The word that a force's text ends in, "Prices: high"; false where it is no
 * level, or no mark stands before it. */
static bool
cut_word(struct method *method, const char **text, struct bind_number *strength)
{
	const char *at, *word;
	size_t length = 0, n;

	at = uni_first_among(*text, &length, ": ", " (", " – ", " - ", " = ");
	if (at == NULL)
		return false;
	word = md_plain(method->arena, at + length);
	n = strlen(word);
	if (n > 0 && word[n - 1] == ')')
		word = arena_copy(method->arena, word, n - 1);
	strength->word = bind_choice(method->bind, force_levels, word);
	strength->given = strength->word != T_NONE;
	strength->typed = md_words(method->arena, word);
	if (strength->given)
		*text = md_text(method->arena,
		    arena_until(method->arena, *text, at));
	return strength->given;
}

/* The signs that a word is, in brackets or not: "+++" is three, "(--)" two. */
static bool
read_signs(struct method *method, const char *word,
    struct bind_number *strength)
{
	const char *bare =
	    reading_bare(method->arena, md_plain(method->arena, word));
	size_t signs = strspn(bare, *bare == '+' ? "+" : "-");

	if (signs == 0 || bare[signs] != '\0' || signs > SIGNS)
		return false;
	*strength = method_figure(1000 * (int64_t)signs);
	strength->typed = md_words(method->arena, bare);
	return true;
}

/* The signs that a force's text ends in, or begins with. */
static bool
cut_signs(struct method *method, const char **text,
    struct bind_number *strength)
{
	const char *last = strrchr(*text, ' '), *first = strchr(*text, ' ');

	if (last == NULL)
		return false;
	if (read_signs(method, last + 1, strength))
		*text = md_text(method->arena,
		    arena_until(method->arena, *text, last));
	else if (read_signs(method, arena_until(method->arena, *text, first),
		     strength))
		*text = md_text(method->arena, uni_skip_blanks(first));
	else
		return false;
	return true;
}

/* Cuts the strength that a force's text ends in, or the signs before it: "4/5",
 * "(4)", "+++", "●●●" or "high", and "4" where all do; *whole is what it is out
 * of.  False where it has none. */
static bool
cut_strength(struct method *method, bool bare, const char **text,
    struct bind_number *strength, uint64_t *whole)
{
	struct tail tail;

	*strength = (struct bind_number){ .typed = "" };
	if (cut_signs(method, text, strength))
		return true;
	tail = tail_cut(method->arena, method->bind->words, *text);
	if (tail.who != NULL || tail.count == 0 || tail.count > HIGHEST ||
	    (tail.shape == TAIL_BARE && !bare) ||
	    (tail.shape >= TAIL_OPEN && tail.whole == 0 &&
		tail.count > OPEN_HIGHEST) ||
	    tail.whole > HIGHEST ||
	    (*whole > 0 && tail.whole > 0 && tail.whole != *whole))
		return cut_word(method, text, strength);
	*strength = method_count(tail.count);
	strength->typed = md_words(method->arena,
	    method_number(method, strength->thousandths));
	*text = tail.text;
	if (tail.whole > 0)
		*whole = tail.whole;
	return true;
}

/* How many forces of a side end in a strength; finds the others, where two have
 * one and nobody has it beside: none is read then, since a number behind some of
 * them alone may be anything. */
static size_t
count_ends(struct method *method, bool bare, const struct bind_list *list)
{
	struct bind_number strength;
	struct pos pos = { NULL, 0, 0 };
	uint64_t whole = 0;
	const char *text, *none = "";
	size_t count = 0;

	BIND_EACH(const struct force, force, list) {
		text = force->text.text;
		if (*force->strength.typed != '\0')
			return 0;
		if (cut_strength(method, bare, &text, &strength, &whole)) {
			count++;
			continue;
		}
		if (*none == '\0')
			pos = force->text.pos;
		none = method_listed(method, none, method_plain(method, text));
	}
	if (count > 1 && *none != '\0')
		method_find(method, pos, M_FORCE_SOME, none,
		    method_integer(method, (int64_t)count));
	return count;
}

/* Takes what is to be done of a force from behind its text. */
static void
read_action(struct method *method, struct force *force)
{
	struct action action;

	if (*force->action.text != '\0' || *force->owner.text != '\0' ||
	    *force->due.text != '\0' ||
	    !action_cut_behind(method->arena, &force->text, &action))
		return;
	force->action = action.what;
	force->owner = action.who;
	force->due = action.when;
}

/* Whether each force of both sides, three at least, ends in a figure: one behind
 * some of them alone may be a part of their texts. */
static bool
ends_bare(struct method *method, const struct field *field)
{
	const struct bind_list *sides[] = { &field->driving,
		&field->restraining };
	const char *text;
	size_t n;

	for (size_t i = 0; i < 2; i++)
		BIND_EACH(const struct force, force, sides[i]) {
			text = method_plain(method, force->text.text);
			n = strlen(text);
			n -= n > 0 && text[n - 1] == ')';
			if (n == 0 || strchr("0123456789", text[n - 1]) == NULL)
				return false;
		}
	return sides[0]->count + sides[1]->count > 2;
}

/* Takes the strengths that stand behind the texts of a side, where each force
 * has one. */
static void
read_strengths(struct method *method, struct field *field,
    struct bind_list *list)
{
	uint64_t whole = 0;

	if (count_ends(method, field->bare, list) < list->count)
		return;
	BIND_EACH(struct force, force, list) {
		cut_strength(method, field->bare, &force->text.text,
		    &force->strength, &whole);
		force->strength.pos = force->text.pos;
		if (force->strength.word != T_NONE)
			account_value(method->bind->doc->account,
			    force->text.pos, force->strength.typed,
			    method_word(method, force->strength.word));
	}
	if (whole > 0 && *field->scale.text == '\0')
		field->scale = bind_text_at(arena_format(method->arena,
						"0..%zu", (size_t)whole),
		    list->pos);
}

/* Looks at a strength, for the scale that nobody gave. */
static void
look_at(struct group *group, const struct bind_number *strength)
{
	if (!strength->given)
		return;
	group->words |= strength->word != T_NONE;
	group->figures |= strength->word == T_NONE;
	if (strength->thousandths > group->most)
		group->most = strength->thousandths;
}

/* The scale that nobody gave: 1 to 3 for words alone, else 1 to the first of 5,
 * 10 and 100 that holds them all. */
static struct scale
scale_by_default(const struct group *group)
{
	struct scale scale = { 1000, 5000 };

	if (group->words && !group->figures)
		scale.highest = 3000;
	else if (group->most > 10000)
		scale.highest = 1000 * HIGHEST;
	else if (group->most > scale.highest)
		scale.highest = 10000;
	return scale;
}

/* The scale of a group: what the sheet says, or the heads of its columns. */
static void
settle_scale(struct method *method, struct field *field, struct group *group)
{
	const char *plain;

	if (*field->scale.text == '\0' && method->bind->scale.given)
		field->scale = method->bind->scale;
	plain = method_plain(method, field->scale.text);
	group->range = scale_by_default(group);
	group->said = field->scale.given;
	if (group->said &&
	    (!scale_read(plain, method->bind->words, &group->range) ||
		group->range.lowest < 0 ||
		group->range.highest > 1000 * HIGHEST))
		bind_fault(method->bind, field->scale.pos, M_NO_SCALE, plain,
		    "1..10");
}

/* What a level stands for. */
static int64_t
number_of_level(const struct group *group, enum term level)
{
	const struct scale *range = &group->range;

	if (level == T_LEVEL_LOW)
		return range->lowest;
	return level == T_LEVEL_HIGH ? range->highest
				     : (range->lowest + range->highest) / 2;
}

/* Gives a strength its number on the scale; one that has none stays as it was
 * typed, does not count, and is told. */
static void
scale_strength(struct method *method, const struct group *group,
    struct bind_number *strength)
{
	const struct scale *range = &group->range;

	if (!strength->given)
		return;
	if (strength->word != T_NONE)
		strength->thousandths = number_of_level(group, strength->word);
	if (strength->word != T_NONE && group->figures && !group->said)
		method_find(method, strength->pos, M_FORCE_LEVEL,
		    strength->typed);
	else if (strength->thousandths >= range->lowest &&
	    strength->thousandths <= range->highest)
		return;
	else
		method_find(method, strength->pos, M_FORCE_OFF_SCALE,
		    method_number(method, strength->thousandths),
		    method_number(method, range->lowest),
		    method_number(method, range->highest));
	strength->given = false;
	strength->as_typed = true;
}

static void
settle_sides(struct method *method, struct field *field)
{
	struct bind_list sides[] = { field->driving, field->restraining,
		field->risks };
	struct group group = { .most = 0 };

	for (size_t i = 0; i < 2; i++)
		BIND_EACH(const struct force, force, &sides[i])
			look_at(&group, &force->strength);
	settle_scale(method, field, &group);
	field->range = group.range;
	for (size_t i = 0; i < 3; i++)
		BIND_EACH(struct force, force, &sides[i]) {
			if (i < 2)
				scale_strength(method, &group,
				    &force->strength);
			if (force->strength.given && force->control.given)
				force->leverage =
				    method_figure(force->strength.thousandths *
					force->control.thousandths / 1000);
		}
	if (*field->scale.text == '\0' && (group.words || group.figures))
		field->scale.text = arena_format(method->arena, "%s..%s",
		    method_number(method, group.range.lowest),
		    method_number(method, group.range.highest));
}

/* What risks come to, where their likelihoods are all in percent, or none. */
static void
settle_risks(struct method *method, struct field *field)
{
	struct group group = { .most = 0 };
	size_t percents = 0, others = 0;

	BIND_EACH(const struct force, risk, &field->risks) {
		look_at(&group, &risk->strength);
		if (strchr(risk->likelihood.typed, '%') != NULL) {
			percents += risk->likelihood.given;
			continue;
		}
		others += risk->likelihood.given;
		look_at(&group, &risk->likelihood);
	}
	settle_scale(method, field, &group);
	BIND_EACH(struct force, risk, &field->risks) {
		scale_strength(method, &group, &risk->strength);
		if (percents == 0)
			scale_strength(method, &group, &risk->likelihood);
		if (risk->strength.given && risk->likelihood.given &&
		    (percents == 0 || others == 0))
			risk->exposure = method_figure(
			    number_divide(risk->strength.thousandths *
				    (risk->likelihood.thousandths / 10),
				percents > 0 ? 10000 : 100, 2));
	}
	if (percents > 0 && others > 0)
		method_find(method, field->risks.pos, M_FORCE_MIXED);
}

bool
force_is_strong(const struct field *field, const struct bind_number *strength)
{
	const struct scale *range = &field->range;

	return strength->given &&
	    4 * (strength->thousandths - range->lowest) >=
	    3 * (range->highest - range->lowest);
}

void
force_settle(struct method *method, struct field *field)
{
	struct bind_list *lists[] = { &field->driving, &field->restraining,
		&field->risks };
	size_t i;

	for (i = 0; i < 3; i++)
		BIND_EACH(struct force, force, lists[i])
			read_action(method, force);
	field->bare = ends_bare(method, field);
	for (i = 0; i < 3; i++)
		read_strengths(method, field, lists[i]);
	settle_risks(method, field);
	settle_sides(method, field);
	method_gather(method, FEW_ALIKE, M_FORCE_LEVEL, M_FORCE_LEVELS);
}
