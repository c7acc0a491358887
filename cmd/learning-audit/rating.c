/*
 * Documents to the audit and the one before it, ratings to disciplines.
 */
#include <string.h>

#include "audit.h"
#include "base/arena.h"
#include "base/dict.h"
#include "sheet/matrix.h"
#include "source/md.h"
#include "text/uni.h"
#include "value/period.h"

static const enum term disciplines[] = { T_PERSONAL_MASTERY, T_MENTAL_MODELS,
	T_SHARED_VISION, T_TEAM_LEARNING, T_SYSTEMS_THINKING, T_NONE };
enum { DISCIPLINES = sizeof(disciplines) / sizeof(disciplines[0]) - 1 };

/* The date under the title of a part; several documents need a full one. */
static void
read_date(struct method *method, const struct doc_part *part,
    struct bind_date *date)
{
	static const enum term key[] = { T_DATE };
	const struct node *child = part->root->first;
	const char *text;

	while (child != NULL &&
	    (child->level > 0 || *child->key == '\0' ||
		term_find(child->key, key, 1, NULL) == T_NONE))
		child = child->next;
	if (child == NULL || date->given)
		return;
	text = md_plain(method->arena, md_text(method->arena, child->text));
	date->pos = child->pos;
	date->given = date_read(text, &date->date);
	if (!date->given && *text != '\0' &&
	    method->bind->doc->document_count > 1)
		bind_fault(method->bind, child->pos, M_NOT_A_DATE, text);
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
find_days(struct method *method, struct audit *audit, size_t documents)
{
	bool any = false;
	long day;
	size_t i;

	for (i = 1; i <= documents; i++)
		if (audit->dates[i].given &&
		    (!any || date_day(audit->dates[i].date) > audit->last)) {
			audit->last = date_day(audit->dates[i].date);
			any = true;
		}
	audit->before = audit->last;
	for (i = 1; i <= documents; i++) {
		day = day_of(audit, i);
		if (day < audit->last &&
		    (audit->before == audit->last || day > audit->before))
			audit->before = day;
	}
	for (i = 1; i <= documents; i++)
		if (day_of(audit, i) < audit->before)
			bind_fault(method->bind, audit->dates[i].pos,
			    M_AUDIT_THIRD);
}

void
audit_arrange(struct method *method)
{
	struct audit *audit = method->into;
	struct doc *doc = method->bind->doc;
	struct doc_part *parts =
	    arena_array(method->arena, doc->part_count + 1, sizeof(*parts));
	size_t count = 0, i;
	int turn;

	audit->dates = arena_array(method->arena, doc->document_count + 2,
	    sizeof(*audit->dates));
	for (i = 0; i < doc->part_count; i++)
		read_date(method, &doc->parts[i],
		    &audit->dates[doc->parts[i].document]);
	find_days(method, audit, doc->document_count);
	for (turn = 0; turn < 2; turn++)
		for (i = 0; i < doc->part_count; i++)
			if (is_last(audit, doc->parts[i].document) ==
			    (turn == 0))
				parts[count++] = doc->parts[i];
	doc->parts = parts;
}

/* The place of a discipline, whose text becomes its name; a fault if none. */
static size_t
place_of(struct method *method, const struct audit *audit,
    struct bind_text *text)
{
	const char *plain = method_plain(method, text->text);
	size_t at = method_place(&audit->names, plain);

	if (at == 0 && *plain != '\0')
		method_no_choice(method, &audit->names, plain, text->pos);
	if (at == 0)
		return 0;
	text->text = audit->names.at[at - 1].text;
	return at - 1;
}

static bool
is_same_rating(const struct rating *a, const struct rating *b)
{
	return a->score.given == b->score.given &&
	    a->score.thousandths == b->score.thousandths &&
	    strcmp(a->evidence.text, b->evidence.text) == 0 &&
	    strcmp(a->step.text, b->step.text) == 0 &&
	    strcmp(a->due.text, b->due.text) == 0 &&
	    strcmp(a->state.text, b->state.text) == 0;
}

/* What somebody says of a discipline, once; the same again is no second one. */
static bool
is_new(struct method *method, struct dict *met, struct rating *rating)
{
	const char *who = method_plain(method, rating->who.text);
	struct dict_entry *entry;
	struct rating *copy;

	if (*who == '\0')
		return true;
	entry = dict_enter(met,
	    arena_format(method->arena, "%zu %s\n%s", rating->at,
		uni_fold(method->arena, who),
		uni_fold(method->arena,
		    method_plain(method, rating->group.text))));
	if (entry->value == NULL) {
		entry->value = copy = arena_alloc(method->arena, sizeof(*copy));
		*copy = *rating;
		return true;
	}
	copy = entry->value;
	if (!is_same_rating(copy, rating))
		bind_fault(method->bind, rating->discipline.pos, M_AUDIT_TWICE,
		    arena_format(method->arena, "%s, %s",
			method_plain(method, rating->discipline.text), who),
		    bind_place(method->bind, copy->discipline.pos));
	return false;
}

/* The ratings of the day of an audit. */
static struct bind_list
ratings_of(struct method *method, const struct audit *audit, long day)
{
	const struct rating *rating = audit->ratings.at;
	struct bind_list kept = { .pos = audit->ratings.pos,
		.given = audit->ratings.given };
	struct rating one;
	struct dict met;
	size_t i;

	dict_init(&met, method->arena);
	for (i = 0; i < audit->ratings.count; i++) {
		if (day_of(audit, rating[i].document) != day)
			continue;
		one = rating[i];
		one.at = place_of(method, audit, &one.discipline);
		if (is_new(method, &met, &one))
			bind_put(method->bind, &kept, &one, sizeof(one));
	}
	return kept;
}

/* Whether a name is that of a discipline. */
static bool
is_discipline(const void *context, const char *plain)
{
	return method_place(&((const struct audit *)context)->names, plain) > 0;
}

/* Of the tables of scores by who gave them. */
static const struct bind_row grid_rows[] = {
	{ BIND_TEXT, T_RATER },
	{ BIND_TEXT, T_DISCIPLINE },
	{ BIND_TEXT, T_GROUP },
	{ BIND_NUMBER, T_SCORE },
	{ BIND_TEXT, T_MEAN, 0, BIND_COMPUTED },
	{ BIND_TEXT, T_TOTAL, 0, BIND_COMPUTED },
	{ BIND_END },
};

/* Tables of scores by who gave them, behind the ratings. */
static void
read_grid(struct method *method, struct audit *audit)
{
	const struct bind_row *score = audit_rating_rows;
	struct matrix matrix = { .bind = method->bind,
		.rows = grid_rows,
		.sides = { { .signs = true, .titled = true },
		    { is_discipline, audit }, { .optional = true } },
		.count = 3,
		.own = T_SCORES_BY_WHO };
	struct rating rating;

	while (score->key != T_SCORE)
		score++;
	matrix_read(&matrix, &audit->grid);
	BIND_EACH(const struct matrix_cell, cell, &matrix.cells) {
		if (cell->node == NULL || node_is_empty(cell->node) ||
		    bind_is_none(cell->node->text))
			continue;
		rating = (struct rating){ .who = cell->names[0],
			.discipline = cell->names[1],
			.group = cell->names[2],
			.document = cell->document };
		bind_fill_texts(audit_rating_rows, &rating);
		bind_value(method->bind, score, cell->node, &rating);
		bind_put(method->bind, &audit->ratings, &rating,
		    sizeof(rating));
	}
	if (!audit->ratings.given)
		audit->ratings.pos = audit->grid.pos;
	audit->ratings.given = audit->ratings.given || audit->grid.given;
}

static bool
is_same_figure(const struct figure *a, const struct figure *b)
{
	return a->mean.given == b->mean.given &&
	    a->mean.thousandths == b->mean.thousandths &&
	    a->spread.thousandths == b->spread.thousandths &&
	    a->count.thousandths == b->count.thousandths &&
	    a->date.given == b->date.given &&
	    (!a->date.given ||
		date_day(a->date.date) == date_day(b->date.date));
}

/* Adds what was before, each discipline and group once. */
static void
add_before(struct method *method, struct audit *audit,
    const struct figure *figure)
{
	const struct figure *other = audit_before(method, audit, figure);
	struct figure *copy;

	if (other == NULL) {
		copy = arena_alloc(method->arena, sizeof(*copy));
		*copy = *figure;
		dict_enter(&audit->told, audit_key(method, figure))->value =
		    copy;
		bind_put(method->bind, &audit->earlier, figure,
		    sizeof(*figure));
	} else if (!is_same_figure(other, figure)) {
		bind_fault(method->bind, figure->discipline.pos,
		    M_AUDIT_TWO_EARLIER,
		    method_plain(method, figure->discipline.text),
		    bind_place(method->bind, other->discipline.pos));
	}
}

/* The earlier audit as the latest documents tell it, then as its own sheets
 * do; what they tell of a still earlier one is none of this report's. */
static void
read_earlier(struct method *method, struct audit *audit)
{
	struct bind_list told = audit->earlier;
	struct bind_list ratings, sheets;
	struct bind_date date = { .given = true,
		.date = date_of_day(audit->before) };
	struct figure figure;
	size_t i;

	audit->earlier = (struct bind_list){ .pos = told.pos };
	dict_init(&audit->told, method->arena);
	for (i = 0; i < told.count; i++) {
		figure = ((const struct figure *)told.at)[i];
		figure.at = place_of(method, audit, &figure.discipline);
		if (is_last(audit, figure.document))
			add_before(method, audit, &figure);
	}
	if (audit->before == audit->last)
		return;
	ratings = ratings_of(method, audit, audit->before);
	sheets = audit_figures(method, audit, &ratings, date, false);
	for (i = 0; i < sheets.count; i++)
		add_before(method, audit, (const struct figure *)sheets.at + i);
}

void
audit_read(struct method *method, struct audit *audit)
{
	struct bind_list latest;

	method_choices(method, T_DISCIPLINES, &audit->disciplines, disciplines,
	    DISCIPLINES, &audit->names);
	read_grid(method, audit);
	latest = ratings_of(method, audit, audit->last);
	read_earlier(method, audit);
	audit->ratings = latest;
	audit->figures = audit_figures(method, audit, &latest,
	    (struct bind_date){ .given = false }, true);
}
