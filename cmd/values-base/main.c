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
	ROW(BIND_TEXT, person, name, .key = T_NAME,
	    .flags = BIND_LABEL | BIND_PERSON | BIND_WHO),
	ROW(BIND_NAMES, person, values, .key = T_VALUES, .flags = BIND_MAIN),
	{ BIND_END },
};

static const struct bind_row synonym_rows[] = {
	ROW(BIND_TEXT, synonym, value, .key = T_VALUE,
	    .flags = BIND_LABEL | BIND_PERSON),
	ROW(BIND_NAMES, synonym, others, .key = T_SYNONYMS, .flags = BIND_MAIN),
	{ BIND_END },
};

static const struct bind_row definition_rows[] = {
	ROW(BIND_TEXT, definition, value, .key = T_VALUE,
	    .flags = BIND_LABEL | BIND_PERSON | BIND_UNIQUE),
	ROW(BIND_TEXT, definition, text, .key = T_DEFINITION,
	    .flags = BIND_MAIN),
	{ BIND_END },
};

static const struct bind_row behaviour_rows[] = {
	ROW(BIND_TEXT, behaviour, value, .key = T_VALUE,
	    .flags = BIND_LABEL | BIND_PERSON),
	ROW(BIND_TEXT, behaviour, text, .key = T_BEHAVIOUR, .flags = BIND_MAIN),
	{ BIND_END },
};

/* Those of one value; they have no other. */
static const struct bind_row behaviours_rows[] = {
	ROW(BIND_TEXT, behaviours, value, .key = T_VALUE,
	    .flags = BIND_LABEL | BIND_PERSON),
	ROW(BIND_LIST, behaviours, texts, .key = T_BEHAVIOUR,
	    .flags = BIND_MAIN, .rows = behaviour_rows + 1,
	    .size = sizeof(struct behaviour)),
	{ BIND_END },
};

static const struct bind_row rows[] = {
	ROW(BIND_DATE, base, review, .key = T_REVIEW,
	    .flags = BIND_WANTED | BIND_LAST_DAY,
	    .example = T_EXAMPLE_VALUES_REVIEW),
	ROW_ITEMS(base, people, person, .key = T_VALUES,
	    .flags = BIND_REQUIRED | BIND_WANTED, .example = T_EXAMPLE_VALUES,
	    .sheet = T_SHEET_VALUES),
	ROW(BIND_YES, base, ranked, .key = T_RANKED, .flags = BIND_SETTING,
	    .example = T_EXAMPLE_RANKED),
	ROW(BIND_NUMBER, base, retained, .key = T_WINNERS,
	    .flags = BIND_SETTING, .lowest = 1, .highest = 1000,
	    .example = T_EXAMPLE_RETAINED),
	ROW(BIND_NUMBER, base, each, .key = T_VALUES_EACH,
	    .flags = BIND_SETTING, .lowest = 1, .highest = 1000),
	ROW_ITEMS(base, synonyms, synonym, .key = T_SYNONYMS,
	    .example = T_EXAMPLE_SYNONYMS, .sheet = T_SHEET_SYNONYMS),
	ROW_ITEMS(base, definitions, definition, .key = T_DEFINITIONS,
	    .example = T_EXAMPLE_DEFINITIONS, .sheet = T_SHEET_DEFINITIONS),
	ROW_ITEMS(base, behaviours, behaviours, .key = T_BEHAVIOURS,
	    .example = T_EXAMPLE_BEHAVIOURS, .sheet = T_SHEET_BEHAVIOURS),
	{ BIND_END },
};

static const struct bind_tool tool = { T_VALUES_BASE, T_SUMMARY_VALUES, rows };

const struct bind_row values_rows[] = {
	ROW(BIND_NUMBER, value, sum, .order = 2),
	ROW(BIND_NUMBER, value, rank, .key = T_RANK),
	ROW(BIND_TEXT, value, text, .key = T_VALUE, .flags = BIND_MAIN,
	    .order = 3),
	ROW(BIND_NUMBER, value, people, .key = T_HOW_MANY, .order = -1),
	ROW(BIND_TEXT, value, dots, .key = T_MARKS),
	ROW(BIND_TEXT, value, share, .key = T_SHARE_OF_PARTICIPANTS),
	ROW(BIND_NUMBER, value, mean, .key = T_MEAN_RANK, .decimals = 2),
	ROW(BIND_CHOICE, value, kept, .key = T_IDEA_KEPT),
	{ BIND_END },
};

/* What was left out: the value, and by how many it was named. */
static const struct bind_row left_rows[] = {
	ROW(BIND_TEXT, value, text, .key = T_VALUE, .flags = BIND_MAIN),
	ROW(BIND_NUMBER, value, people, .key = T_HOW_MANY),
	{ BIND_END },
};

static void
spread_behaviours(struct method *method, struct base *base)
{
	const struct behaviour *text;
	struct behaviour *to;
	size_t j;

	BIND_EACH(const struct behaviours, behaviours, &base->behaviours) {
		text = behaviours->texts.at;
		for (j = 0; j < behaviours->texts.count; j++) {
			to =
			    bind_append(method->bind, &base->told, sizeof(*to));
			to->value = behaviours->value;
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

	report_item(method->report, method_plain(method, value->text.text),
	    definition != NULL ? definition->text.text : "");
	BIND_EACH(const struct behaviour, told, &base->told)
		if (*told->text.text != '\0' &&
		    values_same(method, base, &told->value, value))
			report_item_below(method->report, 1, told->text.text);
}

static void
render_base(struct method *method, const struct base *base)
{
	struct value *value = base->values.at;
	struct bind_list left;
	size_t i;

	if (base->values.count == 0)
		return;
	left = (struct bind_list){ value + base->kept,
		base->values.count - base->kept };
	report_section(method->report, T_BASE);
	for (i = 0; i < base->kept; i++)
		render_value(method, base, &value[i]);
	if (base->tied > 0)
		report_paragraph(method->report,
		    method_text(method, M_VALUES_NONE,
			values_tied(method, base, false)));
	report_section(method->report, T_VALUES_TABLE);
	method_list(method, values_rows, sizeof(*value), &base->values);
	report_pair(method->report, T_PEOPLE,
	    method_integer(method, (int64_t)base->people.count));
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
