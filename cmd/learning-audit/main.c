/*
 * learning-audit: rate how an organisation learns, and what has changed since
 *
 * The five disciplines are those of Peter Senge, The Fifth Discipline, 1990;
 * scores with evidence and a next step are this sheet's own.
 */
#include "audit.h"
#include "value/period.h"
#include "value/scale.h"

const struct bind_row audit_rating_rows[] = {
	ROW(rating, discipline, .key = T_DISCIPLINE,
	    .flags = BIND_MAIN | BIND_REQUIRED),
	ROW(rating, who, .key = T_RATER, .flags = BIND_WHO),
	ROW(rating, group, .key = T_GROUP),
	ROW(rating, score, .key = T_SCORE, .lowest = 0, .highest = AUDIT_MOST),
	ROW(rating, evidence, .key = T_EVIDENCE),
	ROW(rating, step, .key = T_NEXT_STEP),
	ROW(rating, due, .key = T_DUE, .flags = BIND_WHEN),
	ROW(rating, state, .key = T_STATE),
	ROW(rating, document),
	{ BIND_END },
};

static const struct bind_row figure_rows[] = {
	ROW(figure, discipline, .key = T_DISCIPLINE,
	    .flags = BIND_MAIN | BIND_REQUIRED),
	ROW(figure, group, .key = T_GROUP),
	ROW(figure, date, .key = T_DATE),
	ROW(figure, mean, .key = T_MEAN),
	ROW(figure, spread, .key = T_SPREAD),
	ROW(figure, count, .key = T_RATED),
	ROW(figure, document),
	{ BIND_END },
};

static const struct bind_row rows[] = {
	ROW(audit, grid, .key = T_SCORES_BY_WHO, .claim = audit_is_grid),
	ROW_AS(BIND_LIST, audit, ratings, .key = T_RATINGS,
	    .flags = BIND_REQUIRED, .instead = T_SCORES_BY_WHO,
	    .rows = audit_rating_rows, .size = sizeof(struct rating),
	    .example = T_EXAMPLE_RATINGS, .sheet = T_SHEET_RATINGS),
	ROW_ITEMS(audit, earlier, figure, .key = T_EARLIER_AUDIT,
	    .example = T_EXAMPLE_EARLIER),
	ROW_AS(BIND_NAMES, audit, disciplines, .key = T_DISCIPLINES,
	    .flags = BIND_SETTING, .example = T_EXAMPLE_DISCIPLINES),
	ROW(audit, scale, .key = T_SCALE, .flags = BIND_SETTING),
	{ BIND_END },
};

static const struct bind_tool tool = { T_LEARNING_AUDIT, T_SUMMARY_LEARNING,
	rows };

/* The date under the title of a part; several documents need a full one. */
static void
read_date(struct bind *bind, const struct doc_part *part,
    struct bind_date *date)
{
	const struct node *child = part->root->first;
	const char *text;

	while (child != NULL &&
	    (child->level > 0 || *child->key == '\0' ||
		!term_is(child->key, T_DATE)))
		child = child->next;
	if (child == NULL || date->given)
		return;
	text = md_plain(bind->doc->arena, bind_text(bind, child));
	date->pos = child->pos;
	date->given = date_read(text, &date->date);
	if (!date->given && *text != '\0' && bind->doc->document_count > 1)
		bind_fault(bind, child->pos, M_NOT_A_DATE, text);
}

/* The day of a document; one without a date is of the latest. */
static long
day_of(const struct audit *audit, size_t document)
{
	const struct bind_date *date = &audit->dates[document];

	return date->given ? date_day(date->date) : audit->last;
}

static bool
is_last(const struct audit *audit, size_t document)
{
	return day_of(audit, document) == audit->last;
}

static void
find_days(struct bind *bind, struct audit *audit)
{
	size_t documents = bind->doc->document_count;
	bool any = false;
	long day;

	for (size_t i = 1; i <= documents; i++)
		if (audit->dates[i].given &&
		    (!any || date_day(audit->dates[i].date) > audit->last)) {
			audit->last = date_day(audit->dates[i].date);
			any = true;
		}
	audit->before = audit->last;
	for (size_t i = 1; i <= documents; i++) {
		day = day_of(audit, i);
		if (day < audit->last &&
		    (audit->before == audit->last || day > audit->before))
			audit->before = day;
	}
	for (size_t i = 1; i <= documents; i++)
		if (day_of(audit, i) < audit->before)
			bind_fault(bind, audit->dates[i].pos, M_AUDIT_THIRD);
}

/* Puts the sheets of the last day in front. */
static void
arrange(struct bind *bind, struct audit *audit)
{
	struct doc *doc = bind->doc;
	struct doc_part *parts =
	    arena_array(doc->arena, doc->part_count + 1, sizeof(*parts));
	size_t count = 0, i;

	audit->dates = arena_array(doc->arena, doc->document_count + 2,
	    sizeof(*audit->dates));
	for (i = 0; i < doc->part_count; i++)
		read_date(bind, &doc->parts[i],
		    &audit->dates[doc->parts[i].document]);
	find_days(bind, audit);
	for (int turn = 0; turn < 2; turn++)
		for (i = 0; i < doc->part_count; i++)
			if (is_last(audit, doc->parts[i].document) ==
			    (turn == 0))
				parts[count++] = doc->parts[i];
	doc->parts = parts;
}

/* Finds a discipline, whose text becomes its name, and its place from 0; a fault
 * if there is none. */
static bool
find_place(struct method *method, const struct audit *audit,
    struct bind_text *text, size_t *at)
{
	size_t place = method_choose(method, &audit->names, text,
	    &method->bind->doc->faults);

	*at = place > 0 ? place - 1 : 0;
	return place > 0;
}

/* Whether two things say the same by their rows. */
static bool
are_same(const struct method *method, const struct bind_row *by,
    const void *one, const void *two)
{
	return method_says(method, by, one, two) &&
	    method_says(method, by, two, one);
}

/* The ratings of the day of an audit; what somebody says of a discipline counts
 * once: the same again is no second one, and anything else is a fault.  What is of
 * no discipline counts for none. */
static struct bind_list
ratings_of(struct method *method, const struct audit *audit, long day)
{
	struct gather kept = gather_new(method->bind, sizeof(struct rating));
	struct rating one, *other;
	const char *who;
	bool met;

	BIND_EACH(const struct rating, rating, &audit->ratings) {
		if (day_of(audit, rating->document) != day)
			continue;
		one = *rating;
		who = method_plain(method, one.who.text);
		if (!find_place(method, audit, &one.discipline, &one.at)) {
			one.score.given = false;
			one.score.as_typed = true;
			who = "";
		}
		other = gather_enter(&kept,
		    *who == '\0' ? ""
				 : arena_format(method->arena, "%zu %s\n%s",
				       one.at, who, one.group.text),
		    &met);
		if (!met)
			*other = one;
		else if (!are_same(method, audit_rating_rows + 3, &one, other))
			bind_fault(method->bind, one.discipline.pos,
			    M_AUDIT_TWICE,
			    arena_format(method->arena, "%s, %s",
				method_plain(method, one.discipline.text), who),
			    bind_place(method->bind, other->discipline.pos));
	}
	kept.list.pos = audit->ratings.pos;
	kept.list.given = audit->ratings.given;
	return kept.list;
}

/* Adds what was before, each discipline and group once. */
static void
add_before(struct method *method, struct audit *audit,
    const struct figure *figure)
{
	bool met;
	struct figure *other =
	    gather_enter(&audit->told, audit_key(method, figure), &met);

	if (!met)
		*other = *figure;
	else if (!are_same(method, figure_rows + 2, figure, other))
		bind_fault(method->bind, figure->discipline.pos,
		    M_AUDIT_TWO_EARLIER,
		    method_plain(method, figure->discipline.text),
		    bind_place(method->bind, other->discipline.pos));
}

/* The earlier audit as the latest documents tell it, then as its own sheets
 * do; what they tell of a still earlier one is none of this report's. */
static void
read_earlier(struct method *method, struct audit *audit)
{
	struct bind_list ratings, sheets = { .count = 0 };
	struct bind_date date = { .given = true,
		.date = date_of_day(audit->before) };

	audit->told = gather_new(method->bind, sizeof(struct figure));
	audit->told.list.pos = audit->earlier.pos;
	BIND_EACH(struct figure, figure, &audit->earlier) {
		find_place(method, audit, &figure->discipline, &figure->at);
		if (is_last(audit, figure->document))
			add_before(method, audit, figure);
	}
	if (audit->before != audit->last) {
		ratings = ratings_of(method, audit, audit->before);
		sheets = audit_figures(method, audit, &ratings, date, false);
	}
	BIND_EACH(const struct figure, figure, &sheets)
		add_before(method, audit, figure);
	audit->earlier = audit->told.list;
}

/* A score beyond the highest is none; all are told at once, with what to type if
 * the scale goes further. */
static void
leave_beyond(struct method *method, struct audit *audit, int64_t highest)
{
	const struct bind_number *first = NULL;
	int64_t count = 0, most = highest;

	BIND_EACH(struct rating, rating, &audit->ratings) {
		struct bind_number *score = &rating->score;

		if (!score->given || score->thousandths <= highest)
			continue;
		score->given = false;
		score->as_typed = true;
		if (first == NULL)
			first = score;
		if (score->thousandths > most)
			most = score->thousandths;
		count++;
	}
	if (first != NULL)
		bind_finding(method->bind, first->pos, M_AUDIT_BEYOND,
		    method_number(method, 1000 * count),
		    method_number(method, highest),
		    method_number(method, most));
}

/* The highest score: what the sheet says, or the head of its column; a score
 * beyond it is none. */
static void
read_scale(struct method *method, struct audit *audit)
{
	struct scale scale = { 0, 1000 * AUDIT_BEST };
	const char *plain;

	if (*audit->scale.text == '\0' && method->bind->scale.given)
		audit->scale = method->bind->scale;
	plain = method_plain(method, audit->scale.text);
	if (*plain != '\0' &&
	    (!scale_read(plain, method->bind->words, &scale) ||
		scale.lowest < 0 || scale.highest > 1000 * AUDIT_MOST))
		bind_fault(method->bind, audit->scale.pos, M_NO_SCALE, plain,
		    "0..5");
	audit->best = (int)(scale.highest / 1000);
	leave_beyond(method, audit, scale.highest);
}

/* A period in the place of who scores is an audit of its own: a mean over several
 * would be of none. */
static void
refuse_periods(struct method *method, const struct audit *audit)
{
	struct period period;
	const char *who;

	BIND_EACH(const struct rating, rating, &audit->ratings) {
		who = method_plain(method, rating->who.text);
		if (period_reading(who, &period) > SURE_TWO) {
			bind_fault(method->bind, rating->who.pos,
			    M_AUDIT_PERIOD, who);
			return;
		}
	}
}

static void
read_audit(struct method *method, struct audit *audit)
{
	struct bind_list latest;

	method_choices(method, T_DISCIPLINES, &audit->disciplines,
	    audit_disciplines, AUDIT_DISCIPLINES, &audit->names);
	audit_read_grid(method, audit);
	refuse_periods(method, audit);
	read_scale(method, audit);
	latest = ratings_of(method, audit, audit->last);
	read_earlier(method, audit);
	audit->ratings = latest;
	audit->figures = audit_figures(method, audit, &latest,
	    (struct bind_date){ .given = false }, true);
}

int
main(int argc, char **argv)
{
	struct method method = { 0 };
	struct audit audit = { .last = 0 };
	const struct opt opts[] = { OPT_ANONYMOUS(&method.anonymous),
		OPT_TASKS(&method.tasks), OPT_TODAY(&method.today),
		OPT_ROWS_END };
	struct bind *bind;

	bind = bind_open(argc, argv, &tool, opts);
	arrange(bind, &audit);
	method_bind(&method, bind, &audit);
	read_audit(&method, &audit);
	if (method_ready(&method))
		audit_render(&method, &audit);
	return method_close(&method, false);
}
