/*
 * grade: the scale that options are judged on, best first.
 */
#include <string.h>

#include "judge.h"
#include "text/uni.h"
#include "value/marks.h"
#include "value/number.h"

enum { DEFAULTS = 7, MANY_GRADES = 9, MOST_SPELLINGS = 1000 };

static const enum term known[] = { T_GRADE_1, T_GRADE_2, T_GRADE_3, T_GRADE_4,
	T_GRADE_5, T_GRADE_6, T_GRADE_7, T_NONE };

bool
grade_is_common(const char *name)
{
	return term_find(name, known, DEFAULTS, NULL) != T_NONE;
}

static bool
is_no_opinion(const char *plain)
{
	return reading_is_empty(plain) || term_is(plain, T_NO_OPINION) ||
	    term_is(plain, T_BLANK_BALLOT);
}

bool
grade_across(const char *const *cells, size_t count)
{
	size_t grades = 0;

	for (size_t i = 0; i < count; i++) {
		if (!grade_is_common(cells[i]) && !is_no_opinion(cells[i]))
			return false;
		grades += grade_is_common(cells[i]);
	}
	return grades > 0;
}

const char *
grade_name(const struct judge *judge, size_t place)
{
	return judge->scale.names.at[place].plain;
}

const char *
grade_all(const struct judge *judge)
{
	struct buf out = BUF_INIT;

	for (size_t i = 0; i < judge->scale.names.count; i++)
		buf_join(&out, ", ", grade_name(judge, i));
	return buf_take(&out, judge->poll.arena);
}

/* A scale of numbers, "5, 4, 3, 2, 1", which cells may write otherwise. */
static bool
are_numbers(const struct judge *judge)
{
	int64_t number;

	for (size_t i = 0; i < judge->scale.names.count; i++)
		if (!number_read(grade_name(judge, i), &number))
			return false;
	return true;
}

/* "Bien > Passable > À rejeter", "Bien / Passable": a scale is no single grade. */
static void
part_scale(const struct judge *judge, struct bind_list *grades)
{
	const struct bind_text *only = grades->at;
	struct bind_list parts = { .pos = grades->pos, .given = grades->given };
	struct bind_text part;
	size_t n;

	if (grades->count != 1)
		return;
	for (const char *at = only->text; *at != '\0';
	     at += n + (at[n] != '\0')) {
		n = strcspn(at, ">/");
		part = *only;
		part.text = uni_until(judge->poll.arena, at, at + n);
		bind_add(judge->poll.bind, &parts, part);
	}
	*grades = parts;
}

void
grade_settle(struct judge *judge)
{
	struct bind *bind = judge->poll.bind;
	struct sheet *sheet = judge->sheet;
	struct method ahead = { .bind = bind,
		.arena = judge->poll.arena,
		.lang = bind->doc->lang ? bind->doc->lang : LANG_EN };
	const char *plain;

	part_scale(judge, &sheet->grades);
	BIND_EACH(const struct bind_text, text, &sheet->grades) {
		plain = md_plain(judge->poll.arena, text->text);
		if (is_no_opinion(plain))
			bind_fault(bind, text->pos, M_JUDGE_NO_GRADE, plain,
			    method_word(&ahead, T_NO_OPINION));
	}
	method_choices(&ahead, T_GRADES, &sheet->grades, known, DEFAULTS,
	    &judge->scale.names);
	if (judge->scale.names.count < 2)
		bind_fault(bind, sheet->grades.pos, M_JUDGE_FEW_GRADES,
		    method_integer(&ahead, (int64_t)judge->scale.names.count));
	judge->scale.numbers = are_numbers(judge);
	dict_init(&judge->scale.spelt, judge->poll.arena);
	if (!sheet->no_opinion.given)
		sheet->no_opinion.term = T_JUDGE_REJECT;
}

static size_t
find(const struct judge *judge, const char *plain)
{
	size_t count = judge->scale.names.count;
	size_t place = method_place(&judge->scale.names, plain);
	int64_t number, other;

	if (place > 0)
		return place - 1;
	if (is_no_opinion(plain))
		return count;
	if (marks_colour(plain) > 0) /* "gommettes vertes" is vert */
		for (size_t i = 0; i < count; i++)
			if (marks_colour(grade_name(judge, i)) ==
			    marks_colour(plain))
				return i;
	if (!judge->scale.numbers || !number_read(plain, &number))
		return count + 1;
	while (place < count &&
	    (!number_read(grade_name(judge, place), &other) || other != number))
		place++;
	return place < count ? place : count + 1;
}

/* Ballots hold few texts, each of them often. */
size_t
grade_place(const struct judge *judge, const char *text)
{
	struct dict *spelt = (struct dict *)&judge->scale.spelt;
	const struct dict_entry *entry = dict_find(spelt, text);
	struct arena *arena;
	size_t *kept, place;

	if (entry != NULL)
		return *(const size_t *)entry->value;
	arena = arena_new();
	place = find(judge, md_plain(arena, md_text(arena, text)));
	arena_free(arena);
	if (spelt->count < MOST_SPELLINGS) {
		kept = arena_alloc(judge->poll.arena, sizeof(*kept));
		*kept = place;
		dict_enter(spelt, arena_string(judge->poll.arena, text))
		    ->value = kept;
	}
	return place;
}

/* How good a grade is by its words, or as a number; below 0 where neither tells.
 */
static int64_t
worth(const struct judge *judge, size_t place)
{
	const char *folded =
	    uni_fold(judge->poll.arena, grade_name(judge, place));
	int64_t number;

	if (judge->scale.numbers)
		return number_read(folded, &number) ? number : -1;
	return term_number(T_JUDGE_GRADE_ORDER, folded, strlen(folded));
}

/* Finds a scale in which all that can be told goes from the worse to the better.
 */
static void
find_reversed(const struct judge *judge)
{
	size_t first = judge->scale.names.count, last = first, i;
	int64_t before = -1, now;

	for (i = 0; i < judge->scale.names.count; i++) {
		now = worth(judge, i);
		if (now < 0)
			continue;
		if (before >= 0 && now <= before)
			return;
		first = before < 0 ? i : first;
		last = i;
		before = now;
	}
	if (last > first)
		method_find(judge->poll.method, judge->sheet->grades.pos,
		    M_JUDGE_REVERSED, grade_name(judge, first),
		    grade_name(judge, last));
}

void
grade_find(const struct judge *judge)
{
	struct method *method = judge->poll.method;
	size_t count = judge->scale.names.count;

	if (count > MANY_GRADES)
		method_find(method, judge->sheet->grades.pos,
		    M_JUDGE_MANY_GRADES,
		    method_integer(method, (int64_t)count));
	find_reversed(judge);
}
