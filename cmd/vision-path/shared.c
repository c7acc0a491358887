/*
 * shared: what of the visions of several people is the same.
 */
#include <string.h>

#include "sheet/gather.h"
#include "text/alike.h"
#include "text/uni.h"
#include "value/number.h"
#include "vision.h"

enum { SIMILAR = 500 }; /* thousandths, where nobody says */

const struct bind_row saying_rows[] = {
	ROW(saying, name, .key = T_NAME,
	    .flags = BIND_LABEL | BIND_PERSON | BIND_WHO),
	ROW(saying, dimension, .key = T_DIMENSION,
	    .flags = BIND_LABEL | BIND_PERSON),
	ROW(saying, text, .key = T_TEXT, .flags = BIND_MAIN),
	{ BIND_END },
};

/* The same behind somebody's name. */
static const struct bind_row said_rows[] = {
	ROW(saying, dimension, .key = T_DIMENSION, .flags = BIND_LABEL),
	ROW(saying, text, .key = T_TEXT, .flags = BIND_MAIN),
	{ BIND_END },
};

const struct bind_row voice_rows[] = {
	ROW(voice, name, .key = T_NAME,
	    .flags = BIND_LABEL | BIND_PERSON | BIND_WHO),
	ROW(voice, dimension, .key = T_DIMENSION,
	    .flags = BIND_LABEL | BIND_PERSON),
	ROW_AS(BIND_LIST, voice, sayings, .key = T_TEXT, .flags = BIND_MAIN,
	    .rows = said_rows, .size = sizeof(struct saying)),
	{ BIND_END },
};

/* A vision, as the first who had it told it, and those who have it; or a
 * dimension with those who told a vision in it. */
struct group {
	struct saying first;
	struct bind_text who;
	struct bind_number people, visions, most;
	struct dict names;
};

static const struct bind_row group_rows[] = {
	ROW(group, first.dimension, .key = T_DIMENSION,
	    .flags = BIND_LABEL | BIND_PERSON),
	ROW(group, first.text, .key = T_VISION, .flags = BIND_MAIN),
	ROW(group, people, .key = T_HOW_MANY, .order = -1),
	ROW(group, who, .key = T_ACTION_WHO),
	{ BIND_END },
};

static const struct bind_row dimension_rows[] = {
	ROW(group, first.dimension, .key = T_DIMENSION,
	    .flags = BIND_LABEL | BIND_PERSON),
	ROW(group, people, .key = T_PEOPLE),
	ROW(group, visions, .key = T_VISION_COUNT),
	ROW(group, most, .key = T_MOST_SHARED),
	{ BIND_END },
};

/* A share that the option gives, or else the sheet. */
static void
read_threshold(struct method *method, struct sheet *sheet, const char *option)
{
	struct bind_number *similar = &sheet->similar;

	if (option != NULL) {
		similar->given = true;
		if (!number_read(option, &similar->thousandths))
			similar->thousandths = 0;
	} else if (!similar->given && sheet->sayings.count > 0) {
		similar->thousandths = SIMILAR;
	}
	if (similar->given &&
	    (similar->thousandths <= 0 || similar->thousandths > 1000))
		bind_fault(method->bind, similar->pos, M_WALL_NO_SHARE,
		    option ? option
			   : method_number(method, similar->thousandths));
}

static void
add_saying(struct method *method, struct sheet *sheet,
    const struct voice *voice, const struct saying *said)
{
	struct saying *to = bind_add(method->bind, &sheet->sayings, *said);

	to->name = voice->name;
	if (*to->dimension.text == '\0')
		to->dimension = voice->dimension;
	to->person = *to->name.text != '\0'
	    ? uni_fold(method->arena, to->name.text)
	    : arena_format(method->arena, "\n%zu", sheet->sayings.count);
	to->field = uni_fold(method->arena, to->dimension.text);
}

void
shared_read(struct method *method, struct sheet *sheet, const char *similar)
{
	static const struct saying nothing = { .dimension.text = "",
		.text.text = "" };

	BIND_EACH(const struct voice, voice, &sheet->voices) {
		BIND_EACH(const struct saying, saying, &voice->sayings)
			add_saying(method, sheet, voice, saying);
		if (voice->sayings.count == 0)
			add_saying(method, sheet, voice, &nothing);
	}
	read_threshold(method, sheet, similar);
}

/* What was said in one dimension, in its order. */
struct field {
	struct bind_list sayings; /* struct saying * */
	struct bind_list plain;   /* const char * */
	struct alike *alike;
	size_t met; /* sayings that have their group */
};

static struct dict
fields_of(struct method *method, const struct sheet *sheet)
{
	struct dict fields = { .arena = method->arena };
	struct field *field;
	const char *plain;

	BIND_EACH(struct saying, said, &sheet->sayings) {
		if (*said->text.text == '\0')
			continue;
		field = dict_made(&fields, said->field, sizeof(*field));
		plain = method_plain(method, said->text.text);
		bind_add(method->bind, &field->sayings, said);
		bind_add(method->bind, &field->plain, plain);
	}
	for (size_t i = 0; i < fields.count; i++) {
		field = fields.entries[i].value;
		field->alike = alike_new(method->arena, field->plain.at,
		    field->plain.count);
	}
	return fields;
}

/* What was said before the next of a dimension that is most like it, or itself
 * where nothing is similar enough. */
static const struct saying *
nearest_of(struct field *field, int64_t least)
{
	const char *const *plain = field->plain.at;
	struct saying *const *said = field->sayings.at;
	struct match found[ALIKE_MOST];
	size_t next = field->met++;

	return alike_find(field->alike, plain[next], next, (size_t)least,
		   found) > 0
	    ? said[found[0].index]
	    : said[next];
}

/* Adds who said it to those of a group, or a dimension. */
static void
enter(struct method *method, struct group *group, const struct saying *said)
{
	if (group->names.count == 0) {
		group->first = *said;
		group->first.dimension = said->dimension;
		group->first.name = said->name;
		group->first.text = said->text;
		dict_init(&group->names, method->arena);
	}
	dict_enter(&group->names, said->person)->value =
	    (void *)said->name.text;
	group->people = method_count(group->names.count);
}

static struct bind_list
groups_of(struct method *method, const struct sheet *sheet)
{
	struct dict fields = fields_of(method, sheet);
	struct bind_list groups = { .count = 0 };
	const struct saying *near;

	BIND_EACH(struct saying, said, &sheet->sayings) {
		if (*said->text.text == '\0')
			continue;
		near = nearest_of(dict_find(&fields, said->field)->value,
		    sheet->similar.thousandths);
		said->leads = near == said;
		said->group = said->leads ? groups.count : near->group;
		if (said->leads)
			memset(bind_append(method->bind, &groups,
				   sizeof(struct group)),
			    0, sizeof(struct group));
		enter(method,
		    bind_nth(&groups, sizeof(struct group), said->group), said);
	}
	return groups;
}

/* The dimensions, each with its people, its visions and the most shared. */
static struct gather
dimensions_of(struct method *method, const struct sheet *sheet,
    const struct bind_list *groups)
{
	struct gather dimensions =
	    gather_new(method->bind, sizeof(struct group));
	const struct group *group;
	struct group *dimension;

	dimensions.nameless = true;
	BIND_EACH(const struct saying, said, &sheet->sayings) {
		if (*said->text.text == '\0' || groups->at == NULL)
			continue;
		dimension =
		    gather_enter(&dimensions, said->dimension.text, NULL);
		enter(method, dimension, said);
		group = (const struct group *)groups->at + said->group;
		if (said->leads)
			dimension->visions = method_figure(
			    dimension->visions.thousandths + 1000);
		if (group->people.thousandths > dimension->most.thousandths)
			dimension->most = group->people;
	}
	return dimensions;
}

/* The names of those who share a vision, in the order given. */
static const char *
names_of(struct method *method, const struct dict *names)
{
	struct buf out = BUF_INIT;

	for (size_t i = 0; i < names->count; i++)
		buf_join(&out, ", ",
		    md_words(method->arena, names->entries[i].value));
	return buf_take(&out, method->arena);
}

static void
render_groups(struct method *method, const struct bind_list *groups,
    size_t people)
{
	struct bind_list shared = { .count = 0 }, alone = shared;

	BIND_EACH(struct group, group, groups) {
		group->who.text = names_of(method, &group->names);
		if (group->names.count > 1)
			bind_add(method->bind, &shared, *group);
		else
			bind_add(method->bind, &alone, group->first);
	}
	report_section(method->report, T_SHARED_VISION);
	if (shared.count == 0)
		report_paragraph(method->report,
		    method_word(method, T_NOTHING_SHARED));
	method_list(method, group_rows, sizeof(struct group), &shared);
	report_pair(method->report, T_PEOPLE,
	    method_integer(method, (int64_t)people));
	method_table(method, T_SEEN_ALONE, saying_rows, sizeof(struct saying),
	    &alone);
}

/* Where nobody's vision is that of more than half of those who told one. */
static void
render_apart(struct method *method, const struct bind_list *dimensions)
{
	struct bind_list apart = { .count = 0 };
	const char *people;

	BIND_EACH(const struct group, one, dimensions) {
		if (one->names.count < 2 ||
		    2 * one->most.thousandths > one->people.thousandths)
			continue;
		bind_add(method->bind, &apart, *one);
		people = method_integer(method, (int64_t)one->names.count);
		if (*one->first.dimension.text != '\0')
			method_find(method, one->first.dimension.pos,
			    M_VISION_APART, one->first.dimension.text, people);
		else
			method_find(method, one->first.text.pos,
			    M_VISION_ALL_APART, people);
	}
	method_table(method, T_VISIONS_APART, dimension_rows,
	    sizeof(struct group), &apart);
}

void
shared_render(struct method *method, const struct sheet *sheet)
{
	struct bind_list groups = groups_of(method, sheet);
	struct gather dimensions = dimensions_of(method, sheet, &groups);
	struct dict people = { .arena = method->arena };

	if (groups.count == 0)
		return;
	BIND_EACH(const struct saying, said, &sheet->sayings)
		if (*said->text.text != '\0')
			dict_enter(&people, said->person);
	render_groups(method, &groups, people.count);
	render_apart(method, &dimensions.list);
}
