/*
 * values-base: make a common base of the values that each person holds
 *
 * The values that most people name are retained, each with a definition of
 * the group's own and behaviours that can be seen; as an agreement, they have
 * a day on which they are looked at again (Sociocracy 3.0).
 */
#include <string.h>

#include "sheet/gather.h"
#include "text/uni.h"
#include "values.h"

enum { RETAINED = 3 }; /* where nobody says */

static const struct bind_row person_rows[] = {
	ROW(person, name, .key = T_NAME,
	    .flags = BIND_LABEL | BIND_PERSON | BIND_WHO),
	ROW_AS(BIND_NAMES, person, values, .key = T_VALUES, .flags = BIND_MAIN),
	{ BIND_END },
};

static const struct bind_row synonym_rows[] = {
	ROW(synonym, value, .key = T_VALUE, .flags = BIND_LABEL | BIND_PERSON),
	ROW_AS(BIND_NAMES, synonym, others, .key = T_SYNONYMS,
	    .flags = BIND_MAIN),
	{ BIND_END },
};

static const struct bind_row told_rows[] = {
	ROW(told, value, .key = T_VALUE,
	    .flags = BIND_LABEL | BIND_PERSON | BIND_UNIQUE),
	ROW(told, text, .key = T_DEFINITION, .flags = BIND_MAIN),
	{ BIND_END },
};

static const struct bind_row behaviour_rows[] = {
	ROW(told, value, .key = T_VALUE, .flags = BIND_LABEL | BIND_PERSON),
	ROW(told, text, .key = T_BEHAVIOUR, .flags = BIND_MAIN),
	{ BIND_END },
};

/* Those of one value; they have no other. */
static const struct bind_row behaviours_rows[] = {
	ROW(behaviours, value, .key = T_VALUE,
	    .flags = BIND_LABEL | BIND_PERSON),
	ROW_AS(BIND_LIST, behaviours, texts, .key = T_BEHAVIOUR,
	    .flags = BIND_MAIN, .rows = behaviour_rows + 1,
	    .size = sizeof(struct told)),
	{ BIND_END },
};

static const struct bind_row rows[] = {
	ROW(base, review, .key = T_REVIEW, .flags = BIND_WANTED | BIND_LAST_DAY,
	    .example = T_EXAMPLE_VALUES_REVIEW),
	ROW_ITEMS(base, people, person, .key = T_VALUES,
	    .flags = BIND_MAIN | BIND_REQUIRED | BIND_WANTED | BIND_LINES,
	    .example = T_EXAMPLE_VALUES, .sheet = T_SHEET_VALUES),
	ROW(base, ranked, .key = T_RANKED, .flags = BIND_SETTING,
	    .example = T_EXAMPLE_RANKED),
	ROW(base, retained, .key = T_WINNERS, .flags = BIND_SETTING,
	    .lowest = 1, .highest = 1000, .example = T_EXAMPLE_RETAINED),
	ROW(base, each, .key = T_VALUES_EACH, .flags = BIND_SETTING,
	    .lowest = 1, .highest = 1000),
	ROW_ITEMS(base, synonyms, synonym, .key = T_SYNONYMS,
	    .example = T_EXAMPLE_SYNONYMS, .sheet = T_SHEET_SYNONYMS),
	ROW_ITEMS(base, definitions, told, .key = T_DEFINITIONS,
	    .example = T_EXAMPLE_DEFINITIONS, .sheet = T_SHEET_DEFINITIONS),
	ROW_ITEMS(base, behaviours, behaviours, .key = T_BEHAVIOURS,
	    .example = T_EXAMPLE_BEHAVIOURS, .sheet = T_SHEET_BEHAVIOURS),
	{ BIND_END },
};

static const struct bind_tool tool = { T_VALUES_BASE, T_SUMMARY_VALUES, rows };

const struct bind_row values_rows[] = {
	ROW(value, sum, .order = 2),
	ROW(value, rank, .key = T_RANK),
	ROW(value, text, .key = T_VALUE, .flags = BIND_MAIN, .order = 3),
	ROW(value, people, .key = T_HOW_MANY, .order = -1),
	ROW(value, dots, .key = T_MARKS),
	ROW(value, share, .key = T_SHARE_OF_PARTICIPANTS),
	ROW(value, mean, .key = T_MEAN_RANK, .decimals = 2),
	ROW(value, kept, .key = T_IDEA_KEPT),
	{ BIND_END },
};

/* What was left out: the value, and by how many it was named. */
static const struct bind_row left_rows[] = {
	ROW(value, text, .key = T_VALUE, .flags = BIND_MAIN),
	ROW(value, people, .key = T_HOW_MANY),
	{ BIND_END },
};

/* "Ana : care, thrift" without marks: a value has no colon, so what stands in
 * front of it is a name. */
static void
part_name(struct method *method, struct person *person)
{
	struct bind_text *value = person->values.at;
	const char *colon, *name, *rest;

	if (*person->name.text != '\0' || person->values.count == 0 ||
	    (colon = strchr(value->text, ':')) == NULL)
		return;
	name = uni_until(method->arena, value->text, colon);
	rest = uni_line(method->arena, colon + 1);
	if (*name == '\0' || (*rest == '\0' && person->values.count == 1))
		return;
	person->name = *value;
	person->name.text = method_plain(method, name);
	value->text = md_text(method->arena, rest);
	if (*rest == '\0')
		memmove(value, value + 1,
		    --person->values.count * sizeof(*value));
}

static const char *
find_dash(const char *text, size_t *length)
{
	return uni_first_among(text, length, " – ", " — ", " - ");
}

/* Where a line is parted that has no comma, or NULL. */
static const char *
find_mark(const char *text, size_t *length)
{
	return uni_first_among(text, length, " / ", " – ", " — ", " - ");
}

/* "Ana – care, thrift" on each line: where commas part values, a dash is behind a
 * name. */
static void
part_dashes(struct method *method, struct base *base)
{
	bool listed = false;
	const char *mark;
	size_t length;

	BIND_EACH(const struct person, person, &base->people) {
		const struct bind_text *first = person->values.at;

		if (*person->name.text != '\0' || person->values.count == 0 ||
		    find_dash(first->text, &length) == NULL)
			return;
		listed |= person->values.count > 1;
	}
	if (!listed || base->people.count < 2)
		return;
	BIND_EACH(struct person, person, &base->people) {
		struct bind_text *first = person->values.at;

		mark = find_dash(first->text, &length);
		person->name = *first;
		person->name.text = method_plain(method,
		    arena_until(method->arena, first->text, mark));
		first->text = mark + length;
	}
}

/* "care / thrift" are two values; "Ana – care – thrift" is a name and two,
 * where others are named. */
static void
part_values(struct method *method, struct person *person, bool named)
{
	struct bind_text value, *first = person->values.at;
	const char *text, *mark;
	size_t length;

	if (person->values.count != 1 || person->result)
		return;
	value = *first;
	text = value.text;
	mark = find_mark(text, &length);
	if (mark != NULL && *person->name.text == '\0' && named &&
	    mark[1] != '/') {
		person->name = value;
		person->name.text = method_plain(method,
		    arena_until(method->arena, text, mark));
		text = mark + length;
	}
	person->values.count = 0;
	for (; (mark = find_mark(text, &length)) != NULL;
	     text = mark + length) {
		value.text = arena_until(method->arena, text, mark);
		bind_add(method->bind, &person->values, value);
	}
	value.text = text;
	bind_add(method->bind, &person->values, value);
}

/* One entry a person, with all that stands behind the same name. */
static void
join_people(struct method *method, struct base *base)
{
	struct gather people = gather_new(method->bind, sizeof(struct person));
	struct person *to;
	bool met, named = false;

	part_dashes(method, base);
	BIND_EACH(struct person, person, &base->people) {
		part_name(method, person);
		named |= *person->name.text != '\0';
	}
	BIND_EACH(struct person, from, &base->people) {
		const struct bind_text *first = from->values.at;

		from->result = *from->name.text == '\0' &&
		    from->values.count > 0 &&
		    strncmp(method_plain(method, first->text), "=>", 2) == 0;
		if (from->result)
			bind_finding(method->bind, first->pos, M_VALUES_RESULT);
		part_values(method, from, named);
		to = gather_enter(&people, from->name.text, &met);
		if (!met)
			*to = *from;
		BIND_EACH(const struct bind_text, value, &from->values)
			if (met)
				bind_add(method->bind, &to->values, *value);
	}
	base->people.at = people.list.at;
	base->people.count = people.list.count;
}

static void
resolve(struct method *method, struct base *base, long retained)
{
	struct told *to;

	base_merge(method, base);
	join_people(method, base);
	BIND_EACH(struct behaviours, behaviours, &base->behaviours) {
		if (behaviours->texts.count == 0 &&
		    behaviours->value.more != NULL) /* columns alone */
			bind_add(method->bind, &behaviours->texts,
			    (struct told){ .text = { "" } });
		BIND_EACH(const struct told, told, &behaviours->texts) {
			to = bind_add(method->bind, &base->told, *told);
			to->value = behaviours->value;
		}
	}
	if (retained > 0)
		base->retained = method_count(retained);
	else if (!base->retained.given)
		base->retained.thousandths = 1000 * RETAINED;
}

static void
render_base(struct method *method, const struct base *base)
{
	struct value *value = base->values.at;
	struct bind_list left;

	if (base->values.count == 0)
		return;
	left = (struct bind_list){ value + base->kept,
		base->values.count - base->kept };
	report_section(method->report, T_BASE);
	for (size_t i = 0; i < base->kept; i++) {
		report_item(method->report,
		    method_plain(method, value[i].text.text),
		    value[i].definition.text);
		BIND_EACH(const struct bind_text, seen, &value[i].behaviours)
			report_item_below(method->report, 1, "", seen->text);
	}
	if (base->tied > 0)
		method_paragraph(method, M_VALUES_NONE,
		    base_tied(method, base, false));
	if (base->listed)
		return;
	report_section(method->report, T_VALUES_TABLE);
	method_list(method, values_rows, sizeof(*value), &base->values);
	report_pair(method->report, T_PEOPLE,
	    method_integer(method, (int64_t)base->counted));
	method_table(method, T_LEFT_OUT, left_rows, sizeof(*value), &left);
}

static void
render(struct method *method, const struct base *base)
{
	method_pairs(method);
	method_section(method, T_VALUES);
	method_section(method, T_SYNONYMS);
	method_section(method, T_DEFINITIONS);
	if (base->behaviours.given) {
		report_section(method->report, T_BEHAVIOURS);
		method_list(method, behaviour_rows, sizeof(struct told),
		    &base->told);
	}
	method_rules(method);
	render_base(method, base);
}

int
main(int argc, char **argv)
{
	struct method method = { .arrange = charter_arrange };
	struct base base = { 0 };
	long retained = 0;
	const struct opt opts[] = { OPT_ANONYMOUS(&method.anonymous),
		OPT_TODAY(&method.today),
		{ OPT_COUNT, 'w', "winners", &retained, T_ARG_NUMBER,
		    T_HELP_RETAINED },
		OPT_ROWS_END };

	method_open(&method, argc, argv, &tool, opts, &base);
	resolve(&method, &base, retained);
	if (method_ready(&method)) {
		base_compute(&method, &base);
		render(&method, &base);
	}
	return method_close(&method, base.tied > 0);
}
