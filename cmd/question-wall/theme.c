/*
 * theme: themes, in the order of the sheet, then as they are met.
 */
#include "base/arena.h"
#include "source/md.h"
#include "text/uni.h"
#include "wall.h"

const struct bind_row theme_rows[] = {
	BIND_AT(BIND_TEXT, T_THEME, theme, text, BIND_MAIN),
	BIND_AT(BIND_NUMBER, T_QUESTIONS, theme, count, BIND_COMPUTED),
	BIND_AT(BIND_NUMBER, T_WALL_SELECTED, theme, chosen, BIND_COMPUTED),
	{ BIND_END },
};

struct theme *
theme_of(struct wall *wall, const struct bind_text *name)
{
	static const enum term none[] = { T_NO_THEME };
	struct arena *arena = wall->method->arena;
	const char *plain = md_plain(arena, name->text);
	const char *base = arena_copy(arena, plain, term_base_length(plain));
	struct dict_entry *entry;
	struct theme *theme;

	if (*plain == '\0' || term_find(plain, none, 1, NULL) != T_NONE)
		return NULL;
	/* "Eau (2)" is how a heading "Eau" is printed the second time */
	entry = dict_find(&wall->theme_names, uni_fold(arena, plain));
	if (entry == NULL)
		entry = dict_find(&wall->theme_names, uni_fold(arena, base));
	if (entry == NULL)
		entry = dict_enter(&wall->theme_names, uni_fold(arena, plain));
	if (entry->value != NULL)
		return entry->value;
	theme = arena_alloc(arena, sizeof(*theme));
	theme->text = *name;
	entry->value = theme;
	*(struct theme **)bind_append(wall->method->bind, &wall->themes,
	    sizeof(struct theme *)) = theme;
	return theme;
}

void
theme_read_all(struct wall *wall)
{
	const struct theme *theme = wall->sheet->themes.at;
	size_t i;

	dict_init(&wall->theme_names, wall->method->arena);
	for (i = 0; i < wall->sheet->themes.count; i++)
		theme_of(wall, &theme[i].text);
}

static void
count_one(const struct wall *wall, struct theme *theme,
    const struct question *question)
{
	theme->count.given = true;
	theme->chosen.given = wall->chosen.count > 0;
	if (question == NULL)
		return;
	theme->count.thousandths += 1000;
	theme->chosen.thousandths += 1000 * question->chosen;
}

void
theme_count(struct wall *wall)
{
	struct question *question;
	size_t i;

	for (i = 0; i < wall->themes.count; i++)
		count_one(wall, ((struct theme **)wall->themes.at)[i], NULL);
	for (i = 0; i < wall->questions.count; i++) {
		question = question_at(wall, i);
		if (question->theme != NULL)
			count_one(wall, question->theme, question);
	}
}

void
theme_render_all(const struct wall *wall)
{
	struct method *method = wall->method;
	struct theme *const *themes = wall->themes.at;
	struct theme none = { .text.text = method_word(method, T_NO_THEME) };
	struct bind_list list = { .count = 0 };
	size_t i;

	if (wall->themes.count == 0)
		return;
	for (i = 0; i < wall->themes.count; i++)
		*(struct theme *)bind_append(method->bind, &list,
		    sizeof(none)) = *themes[i];
	for (i = 0; i < wall->questions.count; i++)
		if (question_at(wall, i)->theme == NULL)
			count_one(wall, &none, question_at(wall, i));
	if (none.count.given)
		*(struct theme *)bind_append(method->bind, &list,
		    sizeof(none)) = none;
	report_section(method->report, T_THEMES);
	method_list(method, theme_rows, sizeof(none), &list);
}
