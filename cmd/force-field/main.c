/*
 * force-field: put what drives a change face to face with what restrains it
 *
 * Kurt Lewin, Field Theory in Social Science, 1951.  Leverage is the sheet's
 * own: what is strong and within reach comes first.
 */
#include "force.h"
#include "sheet/gather.h"
#include "text/uni.h"
#include "value/marks.h"
#include "value/number.h"

/* The highest strength that is drawn as dots. */
enum { MOST_DOTS = 10 };

#define FORCE_ROWS(strength_key, owner_flags, ...)                             \
	{                                                                      \
		ROW(force, text, .key = T_TEXT,                                \
		    .flags = BIND_MAIN | BIND_REQUIRED),                       \
		    ROW(force, strength, .key = (strength_key),                \
			.flags = BIND_ALIKE, .lowest = 0, .highest = HIGHEST,  \
			.choices = force_levels),                              \
		    __VA_ARGS__ ROW(force, control, .key = T_CONTROL,          \
			.lowest = 0, .highest = 3),                            \
		    ROW(force, leverage, .key = T_LEVERAGE,                    \
			.flags = BIND_COMPUTED),                               \
		    ROW(force, action, .key = T_ACTION),                       \
		    ROW(force, owner, .key = T_OWNER, .flags = (owner_flags)), \
		    ROW(force, due, .key = T_DUE, .flags = BIND_WHEN),         \
		    ROW(force, state, .key = T_STATE),                         \
		{                                                              \
			BIND_END                                               \
		}                                                              \
	}

static const struct bind_row force_rows[] = FORCE_ROWS(T_STRENGTH, BIND_WHO, );
static const struct bind_row risk_rows[] =
    FORCE_ROWS(T_SEVERITY, BIND_WHO | BIND_WANTED,
	ROW(force, likelihood, .key = T_LIKELIHOOD, .choices = force_levels),
	ROW(force, exposure, .key = T_EXPOSURE, .flags = BIND_COMPUTED), );

#define FORCES(key, member, item_rows, flags, shown)                           \
	{                                                                      \
		BIND_LIST, key, offsetof(struct field, member),                \
		    (flags) | BIND_PARTED, item_rows, sizeof(struct force),    \
		    .example = (shown), .sheet = T_SHEET_FORCES                \
	}

static const struct bind_row rows[] = {
	ROW(field, change, .key = T_CHANGE,
	    .flags = BIND_REQUIRED | BIND_WANTED, .example = T_EXAMPLE_CHANGE),
	FORCES(T_DRIVING, driving, force_rows, BIND_REQUIRED | BIND_WANTED,
	    T_EXAMPLE_DRIVING),
	FORCES(T_RESTRAINING, restraining, force_rows,
	    BIND_REQUIRED | BIND_WANTED, T_EXAMPLE_RESTRAINING),
	FORCES(T_RISKS, risks, risk_rows, 0, T_EXAMPLE_RISKS),
	ROW(field, scale, .key = T_SCALE, .flags = BIND_SETTING),
	ROW_AS(BIND_PROSE, field, inaction, .key = T_INACTION,
	    .example = T_EXAMPLE_INACTION, .sheet = T_SHEET_INACTION),
	{ BIND_END },
};

static const struct bind_tool tool = { T_FORCE_FIELD, T_SUMMARY_FORCE, rows };

/* The change, where the title says it behind the subject. */
static void
read_title(struct method *method, struct field *field)
{
	const struct bind_text *title = &method->bind->title;
	size_t length = 0;
	const char *sign =
	    uni_first_among(title->text, &length, ": ", " – ", " — ", " - ");
	const char *front;

	if (field->change.given || sign == NULL)
		return;
	front = uni_until(method->arena, title->text, sign);
	if (term_find_subject(front) == T_FORCE_FIELD)
		field->change = bind_text_at(sign + length, title->pos);
}

/* The sum of the strengths on a side, in thousandths. */
static int64_t
total_of(const struct bind_list *list)
{
	int64_t total = 0;

	BIND_EACH(const struct force, force, list)
		total +=
		    force->strength.given ? force->strength.thousandths : 0;
	return total;
}

/* A text on both sides is one force that was read two ways. */
static void
find_both_sides(struct method *method, const struct field *field)
{
	struct gather driving = gather_new(method->bind, sizeof(bool));

	BIND_EACH(const struct force, one, &field->driving)
		gather_enter(&driving, one->text.text, NULL);
	BIND_EACH(const struct force, two, &field->restraining)
		if (gather_find(&driving, two->text.text) != NULL)
			method_find_of(method, &two->text, M_FORCE_BOTH_SIDES);
}

static void
find(struct method *method, const struct field *field)
{
	bool driving = total_of(&field->driving) > 0;

	if (driving != (total_of(&field->restraining) > 0))
		method_find(method,
		    driving ? field->driving.pos : field->restraining.pos,
		    M_FORCE_ONE_SIDE,
		    method_word(method, driving ? T_DRIVING : T_RESTRAINING));
	find_both_sides(method, field);
	BIND_EACH(const struct force, force, &field->restraining)
		if (force_is_strong(field, &force->strength) &&
		    *force->action.text == '\0')
			method_find(method, force->text.pos, M_FORCE_NO_ACTION,
			    method_number(method, force->strength.thousandths),
			    method_plain(method, force->text.text));
}

/* A strength as dots; as a number where it is 0, or the scale is long. */
static const char *
drawn(const struct method *method, const struct field *field,
    const struct force *force)
{
	int64_t strength = force->strength.thousandths;

	if (!force->strength.given)
		return "";
	return strength == 0 || field->range.highest > 1000 * MOST_DOTS
	    ? method_number(method, strength)
	    : marks_dots(method->arena, (uint64_t)strength / 1000);
}

static struct bind_list
by_strength(struct method *method, const struct bind_list *list)
{
	static const struct bind_row strength[] = {
		ROW(force, strength, .order = -1),
		{ BIND_END },
	};

	return method_ordered(method, strength, sizeof(struct force), list);
}

static void
render_sides(struct method *method, const struct field *field)
{
	static const enum term heads[] = { T_DRIVING, T_STRENGTH, T_STRENGTH,
		T_RESTRAINING };
	struct bind_list left = by_strength(method, &field->driving);
	struct bind_list right = by_strength(method, &field->restraining);
	struct grid grid = grid_new(method->report, heads, 4,
	    left.count > right.count ? left.count : right.count);
	const char **cell = grid.cells;

	if (grid.rows == 0)
		return;
	report_section(method->report, T_FACE_TO_FACE);
	BIND_EACH(const struct force, one, &left) {
		cell[0] = one->text.text;
		cell[1] = drawn(method, field, one);
		cell += 4;
	}
	cell = grid.cells;
	BIND_EACH(const struct force, two, &right) {
		cell[2] = drawn(method, field, two);
		cell[3] = two->text.text;
		cell += 4;
	}
	grid_write(&grid, 1U | 1U << 3);
}

struct side {
	struct bind_text name;
	struct bind_number count, strength;
};

static const struct bind_row side_rows[] = {
	ROW(side, name, .key = T_SIDE, .flags = BIND_MAIN),
	ROW(side, count, .key = T_HOW_MANY),
	ROW(side, strength, .key = T_STRENGTH),
	{ BIND_END },
};

static struct side
side_of(const struct method *method, enum term name,
    const struct bind_list *list)
{
	return (struct side){ { method_word(method, name) },
		method_count(list->count), method_figure(total_of(list)) };
}

static void
render_balance(struct method *method, const struct field *field)
{
	struct side sides[] = { side_of(method, T_DRIVING, &field->driving),
		side_of(method, T_RESTRAINING, &field->restraining) };
	int64_t driving = sides[0].strength.thousandths;
	int64_t restraining = sides[1].strength.thousandths;

	if (driving == 0 && restraining == 0)
		return;
	report_section(method->report, T_BALANCE);
	method_list(method, side_rows, sizeof(struct side),
	    &(struct bind_list){ sides, 2 });
	report_pair(method->report, T_FORCE_NET,
	    number_text(method->arena, driving - restraining, 0,
		driving != restraining, method->lang));
	if (restraining != 0)
		report_pair(method->report, T_FORCE_RATIO,
		    number_text(method->arena,
			number_divide(driving, restraining / 1000, 2), 2, false,
			method->lang));
}

/* What is to be done, what has most leverage first. */
static void
render_actions(struct method *method, const struct field *field)
{
	static const struct bind_row leverage[] = {
		ROW(force, leverage, .order = -1),
		ROW(force, strength, .order = -2),
		{ BIND_END },
	};
	const struct bind_list *lists[] = { &field->driving,
		&field->restraining, &field->risks };
	struct bind_list all = { .count = 0 }, actions;

	for (size_t i = 0; i < 3; i++)
		BIND_EACH(const struct force, force, lists[i])
			bind_add(method->bind, &all, *force);
	all = method_ordered(method, leverage, sizeof(struct force), &all);
	actions = method_actions_of(method, T_ACTION, force_rows,
	    sizeof(struct force), &all);
	method_actions(method, &actions);
}

static void
render(struct method *method, const struct field *field)
{
	method_pairs(method);
	method_section(method, T_DRIVING);
	method_section(method, T_RESTRAINING);
	method_section(method, T_RISKS);
	method_section(method, T_INACTION);
	method_rules(method);
	render_sides(method, field);
	render_balance(method, field);
	render_actions(method, field);
}

int
main(int argc, char **argv)
{
	struct method method = { 0 };
	struct field field = { 0 };
	const struct opt opts[] = { OPT_ANONYMOUS(&method.anonymous),
		OPT_TASKS(&method.tasks), OPT_TODAY(&method.today),
		OPT_ROWS_END };

	method_open(&method, argc, argv, &tool, opts, &field);
	read_title(&method, &field);
	force_settle(&method, &field);
	if (method_ready(&method)) {
		find(&method, &field);
		render(&method, &field);
	}
	return method_close(&method, false);
}
