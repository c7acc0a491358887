/*
 * theme: themes, in the order of the sheet, then as they are met.
 */
#include <string.h>

#include "base/arena.h"
#include "sheet/gather.h"
#include "text/uni.h"
#include "wall.h"

const struct bind_row theme_rows[] = {
	ROW(BIND_TEXT, theme, text, .key = T_THEME, .flags = BIND_MAIN),
	ROW(BIND_NUMBER, theme, count, .key = T_QUESTIONS,
	    .flags = BIND_COMPUTED),
	ROW(BIND_NUMBER, theme, chosen, .key = T_WALL_SELECTED,
	    .flags = BIND_COMPUTED),
	{ BIND_END },
};

static const enum term keys[] = { T_QUESTIONS, T_WALL_SELECTED, T_THEMES,
	T_RULES, T_FINDINGS, T_SIMILARITY, T_QUESTION_WALL };

bool
theme_is_key(const char *name)
{
	return *name != '\0' &&
	    term_read(name, TERM_OPENED, keys, sizeof(keys) / sizeof(keys[0]),
		NULL) != T_NONE;
}

/* Puts a name as the theme has it, which is made where it is met first. */
static void
name_theme(struct wall *wall, struct gather *themes, struct bind_text *name)
{
	static const enum term none[] = { T_NO_THEME };
	const char *plain = method_plain(wall->method, name->text);
	struct theme *theme;

	if (*plain == '\0' || term_find(plain, none, 1, NULL) != T_NONE) {
		name->text = "";
		return;
	}
	/* "Eau (2)" is how a heading "Eau" is printed the second time */
	theme = gather_find(themes, plain);
	if (theme == NULL)
		theme = gather_find(themes,
		    arena_copy(wall->method->arena, plain,
			term_base_length(plain)));
	if (theme == NULL) {
		theme = gather_enter(themes, plain, NULL);
		theme->text = *name;
	}
	name->text = theme->text.text;
}

void
theme_read_all(struct wall *wall)
{
	struct gather themes =
	    gather_new(wall->method->bind, sizeof(struct theme));
	struct theme *theme = wall->themes.at;
	size_t i;

	for (i = 0; i < wall->themes.count; i++)
		name_theme(wall, &themes, &theme[i].text);
	for (i = 0; i < wall->questions.count; i++)
		name_theme(wall, &themes, &question_at(wall, i)->theme);
	wall->themes.at = themes.list.at;
	wall->themes.count = themes.list.count;
}

/* Counts the questions of a theme, or of none. */
static void
count_theme(const struct wall *wall, struct theme *theme, const char *name)
{
	const struct question *question;
	int64_t count = 0, chosen = 0;
	size_t i;

	for (i = 0; i < wall->questions.count; i++) {
		question = question_at(wall, i);
		if (strcmp(question->theme.text, name) != 0)
			continue;
		count++;
		chosen += question->chosen;
	}
	theme->count = method_figure(1000 * count);
	theme->chosen = method_figure(1000 * chosen);
	theme->chosen.given = wall->chosen.count > 0;
}

void
theme_count(struct wall *wall)
{
	struct theme *theme = wall->themes.at;
	size_t i;

	for (i = 0; i < wall->themes.count; i++)
		count_theme(wall, &theme[i], theme[i].text.text);
}

void
theme_render_all(const struct wall *wall)
{
	struct method *method = wall->method;
	struct theme none = { .text.text = method_word(method, T_NO_THEME) };
	struct bind_list list = wall->themes;

	if (list.count == 0)
		return;
	count_theme(wall, &none, "");
	if (none.count.thousandths > 0)
		*(struct theme *)bind_append(method->bind, &list,
		    sizeof(none)) = none;
	method_table(method, T_THEMES, theme_rows, sizeof(none), &list);
}
