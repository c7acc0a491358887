/*
 * values-base: make a common base of the values that each person holds
 *
 * The values that most people name are retained, each with a definition of
 * the group's own and behaviours that can be seen; as an agreement, they have
 * a day on which they are looked at again (Sociocracy 3.0).
 */
#include "values.h"

enum { RETAINED = 3 }; /* where nobody says */

static const struct bind_row person_rows[] = {
	BIND_AT(BIND_TEXT, T_NAME, person, name,
	    BIND_LABEL | BIND_PERSON | BIND_WHO),
	BIND_AT(BIND_NAMES, T_VALUES, person, values, BIND_MAIN),
	{ BIND_END },
};

static const struct bind_row synonym_rows[] = {
	BIND_AT(BIND_TEXT, T_VALUE, synonym, value, BIND_LABEL | BIND_PERSON),
	BIND_AT(BIND_NAMES, T_SYNONYMS, synonym, others, BIND_MAIN),
	{ BIND_END },
};

static const struct bind_row definition_rows[] = {
	BIND_AT(BIND_TEXT, T_VALUE, definition, value,
	    BIND_LABEL | BIND_PERSON | BIND_UNIQUE),
	BIND_AT(BIND_TEXT, T_DEFINITION, definition, text, BIND_MAIN),
	{ BIND_END },
};

static const struct bind_row behaviour_rows[] = {
	BIND_AT(BIND_TEXT, T_VALUE, behaviour, value, BIND_LABEL | BIND_PERSON),
	BIND_AT(BIND_TEXT, T_BEHAVIOUR, behaviour, text, BIND_MAIN),
	{ BIND_END },
};

/* Those of one value; they have no other. */
static const struct bind_row behaviours_rows[] = {
	BIND_AT(BIND_TEXT, T_VALUE, behaviours, value,
	    BIND_LABEL | BIND_PERSON),
	BIND_AT(BIND_LIST, T_BEHAVIOUR, behaviours, texts, BIND_MAIN,
	    behaviour_rows + 1, sizeof(struct behaviour)),
	{ BIND_END },
};

static const struct bind_row rows[] = {
	BIND_AT(BIND_DATE, T_REVIEW, base, review, BIND_WANTED | BIND_LAST_DAY,
	    .example = T_EXAMPLE_VALUES_REVIEW),
	BIND_ITEMS(T_VALUES, base, people, person, BIND_REQUIRED | BIND_WANTED,
	    .example = T_EXAMPLE_VALUES, .sheet = T_SHEET_VALUES),
	BIND_AT(BIND_YES, T_RANKED, base, ranked, BIND_SETTING,
	    .example = T_EXAMPLE_RANKED),
	BIND_AT(BIND_NUMBER, T_WINNERS, base, retained, BIND_SETTING,
	    .lowest = 1, .highest = 1000, .example = T_EXAMPLE_RETAINED),
	BIND_AT(BIND_NUMBER, T_VALUES_EACH, base, each, BIND_SETTING,
	    .lowest = 1, .highest = 1000),
	BIND_ITEMS(T_SYNONYMS, base, synonyms, synonym, 0,
	    .example = T_EXAMPLE_SYNONYMS, .sheet = T_SHEET_SYNONYMS),
	BIND_ITEMS(T_DEFINITIONS, base, definitions, definition, 0,
	    .example = T_EXAMPLE_DEFINITIONS, .sheet = T_SHEET_DEFINITIONS),
	BIND_ITEMS(T_BEHAVIOURS, base, behaviours, behaviours, 0,
	    .example = T_EXAMPLE_BEHAVIOURS, .sheet = T_SHEET_BEHAVIOURS),
	{ BIND_END },
};

static const struct bind_tool tool = { T_VALUES_BASE, T_SUMMARY_VALUES, rows };

static const struct bind_row value_rows[] = {
	BIND_AT(BIND_NUMBER, T_RANK, value, rank, 0),
	BIND_AT(BIND_TEXT, T_VALUE, value, text, BIND_MAIN),
	BIND_AT(BIND_NUMBER, T_HOW_MANY, value, people, 0),
	BIND_AT(BIND_TEXT, T_MARKS, value, dots, 0),
	BIND_AT(BIND_TEXT, T_SHARE_OF_PARTICIPANTS, value, share, 0),
	BIND_AT(BIND_NUMBER, T_MEAN_RANK, value, mean, 0, .decimals = 2),
	BIND_AT(BIND_CHOICE, T_IDEA_KEPT, value, kept, 0),
	{ BIND_END },
};

/* What was left out: the value, and by how many it was named. */
static const struct bind_row left_rows[] = {
	BIND_AT(BIND_TEXT, T_VALUE, value, text, BIND_MAIN),
	BIND_AT(BIND_NUMBER, T_HOW_MANY, value, people, 0),
	{ BIND_END },
};

static void
spread_behaviours(struct method *method, struct base *base)
{
	const struct behaviours *behaviours = base->behaviours.at;
	const struct behaviour *text;
	struct behaviour *to;
	size_t i, j;

	for (i = 0; i < base->behaviours.count; i++) {
		text = behaviours[i].texts.at;
		for (j = 0; j < behaviours[i].texts.count; j++) {
			to =
			    bind_append(method->bind, &base->told, sizeof(*to));
			to->value = behaviours[i].value;
			to->text = text[j].text;
		}
	}
}

static void
resolve(struct method *method, struct base *base, long retained)
{
	values_merge(method, base);
	values_join(method, base);
	spread_behaviours(method, base);
	if (retained > 0)
		base->retained = method_figure(1000 * (int64_t)retained);
	else if (!base->retained.given)
		base->retained.thousandths = 1000 * RETAINED;
}

/* A value that is retained, with what the group means by it. */
static void
render_value(struct method *method, const struct base *base,
    const struct value *value)
{
	const struct definition *definition =
	    values_definition(method, base, value);
	const struct behaviour *told = base->told.at;
	size_t i;

	report_item(method->report, method_plain(method, value->text.text),
	    definition != NULL ? definition->text.text : "");
	for (i = 0; i < base->told.count; i++)
		if (*told[i].text.text != '\0' &&
		    values_same(method, base, &told[i].value, value))
			report_item_below(method->report, told[i].text.text);
}

static void
render_base(struct method *method, const struct base *base)
{
	struct value *value = base->values.at;
	struct bind_list left = { value + base->kept,
		base->values.count - base->kept };
	size_t i;

	if (base->values.count == 0)
		return;
	report_section(method->report, T_BASE);
	for (i = 0; i < base->kept; i++)
		render_value(method, base, &value[i]);
	if (base->tied > 0)
		report_paragraph(method->report,
		    method_text(method, M_VALUES_NONE,
			values_tied(method, base, false)));
	report_section(method->report, T_VALUES_TABLE);
	method_list(method, value_rows, sizeof(*value), &base->values);
	report_pair(method->report, T_PEOPLE,
	    method_integer(method, (int64_t)base->people.count));
	if (left.count == 0)
		return;
	report_section(method->report, T_LEFT_OUT);
	method_list(method, left_rows, sizeof(*value), &left);
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
		method_list(method, behaviour_rows, sizeof(struct behaviour),
		    &base->told);
	}
	method_rules(method);
	render_base(method, base);
}

int
main(int argc, char **argv)
{
	struct method method = { 0 };
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
		values_compute(&method, &base);
		values_find(&method, &base);
		render(&method, &base);
	}
	return method_close(&method, base.tied > 0);
}
