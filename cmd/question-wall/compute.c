/*
 * compute: counts by theme, likely duplicates, and what to check.
 */
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "text/note.h"
#include "text/uni.h"
#include "value/number.h"
#include "wall.h"

enum { FEW_GAPS = 10 };

struct finder {
	const struct wall *wall;
	struct arena *arena;
	struct notes *findings;
	enum lang lang;
};

static const char *
count_text(const struct finder *finder, size_t count)
{
	return arena_format(finder->arena, "%zu", count);
}

static const char *
plain_of(const struct finder *finder, const char *text)
{
	return md_plain(finder->arena, text);
}

static struct pos
pos_of(const struct bind_text *text, const struct question *question)
{
	return text->pos.file ? text->pos : question->text.pos;
}

/* Numbers without a question, where they are few: one was lost, or misread. */
static void
check_gaps(const struct finder *finder)
{
	const struct wall *wall = finder->wall;
	const struct question *before, *question = NULL;
	struct buf names = BUF_INIT;
	size_t i, number, missing = 0;

	for (i = 1; i < wall->questions.count && missing <= FEW_GAPS; i++) {
		before = question_at(wall, i - 1);
		for (number = before->number + 1;
		     number < question_at(wall, i)->number &&
		     missing <= FEW_GAPS;
		     number++) {
			question = question_at(wall, i);
			buf_format(&names, "%s%zu", missing++ ? ", " : "",
			    number);
		}
	}
	if (missing > 0 && missing <= FEW_GAPS &&
	    3 * missing <= wall->questions.count)
		note_add(finder->findings, question->text.pos, M_WALL_GAP,
		    arena_string(finder->arena, names.at));
	buf_free(&names);
}

/* Whether the sheet itself says that one of two repeats the other. */
static bool
is_known(const struct question *a, const struct question *b)
{
	return a->duplicate == b || b->duplicate == a ||
	    (a->duplicate != NULL && a->duplicate == b->duplicate);
}

static void
check_similar(const struct finder *finder, const struct question *question)
{
	const struct wall *wall = finder->wall;
	const struct question *other;
	struct match found[SIMILAR_MOST];
	size_t i,
	    count = similar_find(wall->similar,
		plain_of(finder, question->text.text), question->index,
		(size_t)wall->threshold, found);

	for (i = 0; i < count; i++) {
		other = question_at(wall, found[i].index);
		if (is_known(question, other))
			continue;
		note_add(finder->findings, question->text.pos, M_WALL_SIMILAR,
		    count_text(finder, other->number),
		    count_text(finder, question->number),
		    number_text(finder->arena,
			number_divide(100 * (int64_t)found[i].similarity, 1, 0),
			0, false, finder->lang));
	}
}

static void
check_duplicate(const struct finder *finder, const struct question *question)
{
	const struct question *duplicate = question->duplicate;
	const char *name = count_text(finder, question->number);

	if (duplicate == NULL)
		return;
	if (question->chosen)
		note_add(finder->findings, question->duplicate_text.pos,
		    M_WALL_DUPLICATE_CHOSEN, name,
		    count_text(finder, duplicate->number));
	if (duplicate->duplicate != NULL)
		note_add(finder->findings, question->duplicate_text.pos,
		    M_WALL_CHAIN, name, count_text(finder, duplicate->number));
}

/* The name of a question's powerful wording: "12 (puissante)". */
static const char *
powerful_name(const struct finder *finder, const char *name)
{
	const struct note note = { { NULL, 0, 0 }, T_WALL_POWERFUL, { name } };

	return note_text(finder->arena, &note, finder->lang, NULL);
}

static void
check_powerful(const struct finder *finder, const struct question *question)
{
	const char *name = count_text(finder, question->number);
	const char *powerful = plain_of(finder, question->powerful.text);
	const char *burning = plain_of(finder, question->text.text);
	struct pos pos = pos_of(&question->powerful, question);

	if (*powerful == '\0') {
		if (question->chosen)
			note_add(finder->findings, question->text.pos,
			    M_WALL_NO_POWERFUL, name);
		return;
	}
	if (strcmp(uni_fold(finder->arena, powerful),
		uni_fold(finder->arena, burning)) == 0)
		note_add(finder->findings, pos, M_WALL_NOT_REWORDED, name);
	else
		check_wording(finder->findings, powerful_name(finder, name),
		    powerful, pos);
}

static void
check_question(const struct finder *finder, const struct question *question)
{
	const char *name = count_text(finder, question->number);

	check_wording(finder->findings, name,
	    plain_of(finder, question->text.text), question->text.pos);
	check_duplicate(finder, question);
	if (question->chosen && question->wording != NULL)
		note_add(finder->findings, question->text.pos, M_WALL_REWORDED,
		    name, plain_of(finder, question->wording));
	check_powerful(finder, question);
}

static void
check_themes(const struct finder *finder)
{
	const struct theme *theme;
	size_t i;

	for (i = 0; i < finder->wall->themes.count; i++) {
		theme = theme_at(finder->wall, i);
		if (theme->count == 0)
			note_add(finder->findings, theme->pos,
			    M_WALL_EMPTY_THEME, plain_of(finder, theme->text));
	}
}

static void
find(const struct wall *wall, enum lang lang, struct notes *findings)
{
	const struct finder finder = { wall, findings->arena, findings, lang };
	size_t i;

	if (wall->questions.count == 0)
		note_add(findings, wall->bind->doc->parts[0].root->pos,
		    M_WALL_EMPTY);
	check_gaps(&finder);
	for (i = 0; i < wall->questions.count; i++)
		check_similar(&finder, question_at(wall, i));
	for (i = 0; i < wall->questions.count; i++)
		check_question(&finder, question_at(wall, i));
	check_themes(&finder);
}

struct result
compute(const struct wall *wall, enum lang lang)
{
	struct result result = { .findings = {
				     .arena = wall->bind->doc->arena } };
	const struct question *question;
	size_t i;

	for (i = 0; i < wall->questions.count; i++) {
		question = question_at(wall, i);
		if (question->theme != NULL) {
			question->theme->count++;
			question->theme->chosen += question->chosen;
		} else {
			result.without_theme++;
			result.chosen_without_theme += question->chosen;
		}
	}
	find(wall, lang, &result.findings);
	return result;
}
