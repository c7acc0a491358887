/*
 * vision-path: hold a vision against reality, and the steps between them
 *
 * Peter Senge, The Fifth Discipline, 1990: the gap between what is and what
 * is wanted is creative tension; a shared vision is made of personal ones.
 */
#include <string.h>

#include "text/uni.h"
#include "value/period.h"
#include "vision.h"

#define DIMENSION(type)                                                        \
	ROW(type, dimension, .key = T_DIMENSION,                               \
	    .flags = BIND_LABEL | BIND_PERSON | BIND_ALIKE)

static const struct bind_row reality_rows[] = {
	DIMENSION(reality),
	ROW(reality, fact, .key = T_REALITY_FACT,
	    .flags = BIND_MAIN | BIND_WANTED),
	ROW(reality, evidence, .key = T_EVIDENCE, .flags = BIND_ALIKE),
	ROW(reality, value, .key = T_VALUE),
	{ BIND_END },
};

static const struct bind_row vision_rows[] = {
	DIMENSION(vision),
	ROW(vision, text, .key = T_TEXT, .flags = BIND_MAIN | BIND_WANTED),
	ROW(vision, value, .key = T_VALUE),
	ROW(vision, horizon, .key = T_HORIZON,
	    .flags = BIND_WHEN | BIND_WANTED),
	{ BIND_END },
};

const struct bind_row path_step_rows[] = {
	DIMENSION(step),
	ROW(step, action.what, .key = T_ACTION_WHAT,
	    .flags = BIND_MAIN | BIND_WANTED),
	ROW(step, action.who, .key = T_ACTION_WHO, .flags = BIND_WHO),
	ROW(step, action.when, .key = T_ACTION_WHEN, .flags = BIND_WHEN),
	ROW(step, manner, .key = T_MANNER),
	ROW(step, action.state, .key = T_STATE),
	{ BIND_END },
};

/* A dimension with all that is told of it, as it may be given; what stands
 * under it has no other one. */
struct dimension {
	struct bind_text name;
	struct bind_list reality; /* struct reality */
	struct bind_list visions; /* struct vision */
	struct bind_list steps;   /* struct step */
	struct bind_text horizon; /* of visions that tell none */
};

static const struct bind_row dimension_rows[] = {
	ROW(dimension, name, .key = T_DIMENSION,
	    .flags = BIND_LABEL | BIND_PERSON),
	ROW_AS(BIND_LIST, dimension, reality, .key = T_REALITY,
	    .rows = reality_rows + 1, .size = sizeof(struct reality)),
	ROW_AS(BIND_LIST, dimension, visions, .key = T_VISION,
	    .rows = vision_rows + 1, .size = sizeof(struct vision)),
	ROW_AS(BIND_LIST, dimension, steps, .key = T_STEPS,
	    .flags = BIND_PARTED, .rows = path_step_rows + 1,
	    .size = sizeof(struct step)),
	ROW(dimension, horizon, .key = T_HORIZON, .flags = BIND_WHEN),
	{ BIND_END },
};

static const struct bind_row rows[] = {
	ROW_ITEMS(sheet, dimensions, dimension, .key = T_DIMENSION,
	    .example = T_EXAMPLE_DIMENSIONS),
	ROW_ITEMS(sheet, reality, reality, .key = T_REALITY,
	    .sheet = T_SHEET_REALITY),
	ROW_ITEMS(sheet, visions, vision, .key = T_VISION,
	    .sheet = T_SHEET_VISION),
	ROW_AS(BIND_LIST, sheet, steps, .key = T_STEPS, .flags = BIND_PARTED,
	    .rows = path_step_rows, .size = sizeof(struct step),
	    .sheet = T_SHEET_STEPS),
	ROW_ITEMS(sheet, voices, voice, .key = T_PERSONAL_VISIONS,
	    .example = T_EXAMPLE_VOICES, .sheet = T_SHEET_VOICES),
	ROW(sheet, similar, .key = T_SIMILARITY, .flags = BIND_SETTING),
	{ BIND_END },
};

static const struct bind_tool tool = { T_VISION_PATH, T_SUMMARY_VISION, rows };

/* Has an item carry what a dimension does. */
static void
carry(struct method *method, const struct bind_row *kind,
    const struct bind_more *more, void *item)
{
	BIND_EACH(struct node *const, column, &more->columns)
		bind_carry(method->bind, kind, *column, item);
	BIND_EACH(struct node *const, node, &more->below)
		bind_carry(method->bind, kind, *node, item);
}

/* A list with a dimension's own things behind it; what is carried with the
 * dimension stands with the first of them. */
static void
spread(struct method *method, struct bind_list *into,
    const struct bind_row *kind, size_t size, struct bind_text *name,
    const struct bind_list *from)
{
	void *item;

	for (size_t i = 0; i < from->count; i++) {
		item =
		    bind_put(method->bind, into, bind_nth(from, size, i), size);
		/* all of them begin with their dimension */
		*(struct bind_text *)item = method_bare(name);
		if (name->more != NULL)
			carry(method, kind, name->more, item);
		name->more = NULL;
	}
}

/* What stands under a dimension, as if it stood in the three lists; one with
 * nothing under it is a reality that nobody told. */
static void
spread_dimension(struct method *method, struct sheet *sheet,
    const struct dimension *from)
{
	struct reality untold = { .fact = { .text = "", .pos = from->name.pos },
		.evidence.text = "",
		.value.text = "" };
	struct bind_list nothing = { .at = &untold, .count = 1 };
	struct bind_list visions = from->visions;
	struct vision dated = { .text = { .text = "", .pos = from->name.pos },
		.value.text = "",
		.horizon = from->horizon };
	struct bind_text name = from->name;
	bool told =
	    from->reality.count + from->visions.count + from->steps.count > 0;

	if (from->visions.count == 0 && *from->horizon.text != '\0') {
		visions = (struct bind_list){ .at = &dated, .count = 1 };
		told = true;
	}
	spread(method, &sheet->reality, reality_rows, sizeof(untold), &name,
	    told ? &from->reality : &nothing);
	BIND_EACH(struct vision, vision, &from->visions)
		if (*vision->horizon.text == '\0')
			vision->horizon = from->horizon;
	spread(method, &sheet->visions, vision_rows, sizeof(struct vision),
	    &name, &visions);
	spread(method, &sheet->steps, path_step_rows, sizeof(struct step),
	    &name, &from->steps);
}

static bool
has_path(const struct sheet *sheet)
{
	return sheet->dimensions.given || sheet->reality.given ||
	    sheet->visions.given || sheet->steps.given;
}

/* A vision whose words say by when has its horizon in them. */
static void
read_horizon(struct method *method, struct vision *vision)
{
	struct date last;

	if (*vision->horizon.text == '\0' &&
	    period_end_within(method_plain(method, vision->text.text), &last))
		vision->horizon.text = method_date(method, last);
}

/* The words before a colon that a text begins with, folded, where they may be a
 * dimension; the text is then what stands behind them, if it is to be parted. */
static const char *
name_of(struct method *method, const struct bind_text *dimension,
    const char *text, const char **rest)
{
	const char *colon = strstr(text, ": ");

	*rest = text;
	if (*dimension->text != '\0' || colon == NULL ||
	    (size_t)(colon - text) > strcspn(text, ".;?!"))
		return "";
	*rest = uni_skip_blanks(colon + 1);
	return uni_until(method->arena, text, colon);
}

/* Parts a text that begins with a dimension among some. */
static void
part(struct method *method, const struct dict *names,
    struct bind_text *dimension, struct bind_text *text)
{
	const char *rest, *name = name_of(method, dimension, text->text, &rest);

	if (dict_find(names, uni_fold(method->arena, name)) == NULL)
		return;
	*dimension = bind_text_at(md_text(method->arena, name), text->pos);
	text->text = md_text(method->arena, rest);
}

/* Parts what begins with the same words in reality and in the vision, "Buses: one
 * an hour" and "Buses: four an hour": these are a dimension. */
static void
part_dimensions(struct method *method, struct sheet *sheet)
{
	struct dict wanted = { .arena = method->arena };
	struct dict both = { .arena = method->arena };
	const char *rest, *name;

	BIND_EACH(const struct vision, vision, &sheet->visions) {
		name = name_of(method, &vision->dimension, vision->text.text,
		    &rest);
		if (*name != '\0')
			dict_enter(&wanted, uni_fold(method->arena, name));
	}
	BIND_EACH(const struct reality, one, &sheet->reality) {
		name = uni_fold(method->arena,
		    name_of(method, &one->dimension, one->fact.text, &rest));
		if (*name != '\0' && dict_find(&wanted, name) != NULL)
			dict_enter(&both, name);
	}
	if (both.count == 0)
		return;
	BIND_EACH(struct reality, one, &sheet->reality)
		part(method, &both, &one->dimension, &one->fact);
	BIND_EACH(struct vision, vision, &sheet->visions)
		part(method, &both, &vision->dimension, &vision->text);
	BIND_EACH(struct step, step, &sheet->steps)
		part(method, &both, &step->dimension, &step->action.what);
}

static void
read_path(struct method *method, struct sheet *sheet)
{
	struct dict nobody = { .arena = method->arena };

	BIND_EACH(const struct dimension, dimension, &sheet->dimensions)
		spread_dimension(method, sheet, dimension);
	part_dimensions(method, sheet);
	BIND_EACH(struct vision, vision, &sheet->visions)
		read_horizon(method, vision);
	BIND_EACH(struct step, step, &sheet->steps) {
		action_read(method->arena, &step->action, method->lang);
		if (*step->action.when.text == '\0')
			action_part(method->arena, &nobody, &step->action);
	}
	if (!has_path(sheet) && !sheet->voices.given &&
	    method->bind->doc->part_count > 0)
		bind_fault(method->bind, method->bind->doc->parts[0].root->pos,
		    M_VISION_NOTHING);
}

static void
render_list(struct method *method, enum term key, const struct bind_row *row,
    size_t size, const struct bind_list *list)
{
	report_section(method->report, key);
	method_list(method, row, size, list);
}

static void
render(struct method *method, const struct sheet *sheet)
{
	if (has_path(sheet)) {
		render_list(method, T_REALITY, reality_rows,
		    sizeof(struct reality), &sheet->reality);
		render_list(method, T_VISION, vision_rows,
		    sizeof(struct vision), &sheet->visions);
		render_list(method, T_STEPS, path_step_rows,
		    sizeof(struct step), &sheet->steps);
	}
	if (sheet->voices.given)
		render_list(method, T_PERSONAL_VISIONS, saying_rows,
		    sizeof(struct saying), &sheet->sayings);
	method_rules(method);
	shared_render(method, sheet);
	path_render(method, sheet);
}

int
main(int argc, char **argv)
{
	struct method method = { 0 };
	struct sheet sheet = { 0 };
	const char *similar = NULL;
	const struct opt opts[] = { OPT_ANONYMOUS(&method.anonymous),
		{ OPT_TEXT, 0, "similar", &similar, T_ARG_SHARE,
		    T_HELP_SIMILAR_VISIONS },
		OPT_TASKS(&method.tasks), OPT_TODAY(&method.today),
		OPT_ROWS_END };

	method_open(&method, argc, argv, &tool, opts, &sheet);
	read_path(&method, &sheet);
	shared_read(&method, &sheet, similar);
	if (method_ready(&method))
		render(&method, &sheet);
	return method_close(&method, false);
}
