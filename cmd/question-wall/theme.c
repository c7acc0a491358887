/*
 * theme: themes, in the order of the sheet, then as they are met.
 */
#include "sheet/gather.h"
#include "wall.h"

const struct bind_row theme_rows[] = {
	ROW(theme, text, .key = T_THEME, .flags = BIND_MAIN),
	ROW(theme, count, .key = T_QUESTIONS, .flags = BIND_COMPUTED),
	ROW(theme, chosen, .key = T_WALL_SELECTED, .flags = BIND_COMPUTED),
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

/* Puts a name as the theme has it, which is made where it is met first; returns
 * its place from 1, 0 where it names none. */
static size_t
name_theme(struct wall *wall, struct gather *themes, struct bind_text *name)
{
	const char *plain = method_plain(wall->method, name->text);
	struct theme *theme;

	if (*plain == '\0' || term_is(plain, T_NO_THEME)) {
		name->text = "";
		return 0;
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
	return gather_place(themes, theme) + 1;
}

void
theme_read_all(struct wall *wall)
{
	struct gather themes =
	    gather_new(wall->method->bind, sizeof(struct theme));

	BIND_EACH(struct theme, theme, &wall->themes)
		name_theme(wall, &themes, &theme->text);
	BIND_EACH(struct question, question, &wall->questions)
		question->place = name_theme(wall, &themes, &question->theme);
	wall->themes.at = themes.list.at;
	wall->themes.count = themes.list.count;
}

void
theme_count(struct wall *wall)
{
	struct method *method = wall->method;
	struct theme none = { .text.text = method_word(method, T_NO_THEME) };
	struct theme *theme;

	BIND_EACH(struct question, question, &wall->questions) {
		theme = question->place == 0
		    ? &none
		    : (struct theme *)wall->themes.at + question->place - 1;
		theme->count.thousandths += 1000;
		theme->chosen.thousandths += 1000 * question->chosen;
	}
	if (wall->themes.count > 0 && none.count.thousandths > 0)
		bind_add(method->bind, &wall->themes, none);
	BIND_EACH(struct theme, each, &wall->themes) {
		each->count = method_figure(each->count.thousandths);
		each->chosen = method_figure(each->chosen.thousandths);
		each->chosen.given = wall->chosen.count > 0;
	}
}
