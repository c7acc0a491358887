/*
 * jury: the ratings in their places, and what they are judged by.
 */
#include "jury.h"

#include <string.h>

#include "value/number.h"

const struct rating *
jury_rating(const struct jury *jury, size_t juror, size_t entry,
    size_t criterion)
{
	return jury->grid[(juror * jury->entries.count + entry) *
		jury->criteria.count +
	    criterion];
}

const struct rating *
jury_counted(const struct jury *jury, size_t juror, size_t entry,
    size_t criterion)
{
	const struct rating *rating =
	    jury_rating(jury, juror, entry, criterion);

	return rating != NULL && rating->score.given &&
		!jury->recused[juror * jury->entries.count + entry]
	    ? rating
	    : NULL;
}

/* Puts each rating in its place; a second one must be the same. */
static void
fill_grid(struct method *method, struct jury *jury)
{
	enum { MOST = 1 << 22 };
	struct rating *rating = jury->ratings.at, **slot;
	size_t entries = jury->entries.count, criteria = jury->criteria.count;
	size_t jurors = jury->jurors.list.count, i;
	const char *one, *two;

	if (jurors > 0 && entries * criteria > MOST / jurors)
		bind_fault(method->bind, rating->node->pos, M_JURY_TOO_MANY,
		    method_integer(method, MOST));
	if (method->bind->doc->faults.count > 0)
		return;
	jury->recused =
	    arena_array(method->arena, jurors * entries + 1, sizeof(bool));
	jury->grid = arena_array(method->arena, jurors * entries * criteria + 1,
	    sizeof(rating));
	for (i = 0; i < jury->ratings.count; i++, rating++) {
		slot = &jury->grid[(rating->at[JUROR] * entries +
				       rating->at[ENTRY]) *
			criteria +
		    rating->at[CRITERION]];
		if (*slot == NULL) {
			*slot = rating;
			continue;
		}
		one = bind_text(method->bind, (*slot)->node);
		two = bind_text(method->bind, rating->node);
		if (strcmp(one, two) != 0)
			bind_fault(method->bind, rating->node->pos, M_CONFLICT,
			    method_plain(method, rating->names[JUROR].text),
			    two, one,
			    bind_place(method->bind, (*slot)->node->pos));
	}
	/* read in the order in which they are printed, as what is found is */
	for (i = 0; i < jurors * entries * criteria; i++)
		if (jury->grid[i] != NULL)
			bind_value(method->bind, &jury_rating_rows[SIDES],
			    jury->grid[i]->node, jury->grid[i]);
}

static void
read_scale(struct method *method, const struct bind_text *text,
    struct scale *scale)
{
	const char *plain = method_plain(method, text->text);

	if (*plain == '\0' || scale_read(plain, method->lang, scale))
		return;
	if (!number_read(plain, &scale->highest) || scale->highest <= 0)
		bind_fault(method->bind, text->pos, M_NO_SCALE, plain,
		    method_word(method, T_EXAMPLE_JURY_SCALE));
}

static const char *
scale_text(const struct method *method, const struct scale *scale)
{
	return arena_format(method->arena, "%s..%s",
	    method_number(method, scale->lowest),
	    method_number(method, scale->highest));
}

/* Whether two scales are the same; one that is none is every other. */
static bool
is_scale(const struct scale *one, const struct scale *two)
{
	return one->highest == one->lowest ||
	    (one->lowest == two->lowest && one->highest == two->highest);
}

/* "14/20" says the scale of its criterion where the sheet says none. */
static void
take_scales(struct method *method, struct jury *jury)
{
	struct criterion *criteria = jury->criteria.at;
	struct bind_text *scale;

	if (*jury->scale.text != '\0')
		return;
	BIND_EACH(const struct rating, rating, &jury->ratings) {
		scale = &criteria[rating->at[CRITERION]].scale;
		if (rating->scale.highest > rating->scale.lowest &&
		    *scale->text == '\0')
			*scale =
			    bind_text_at(scale_text(method, &rating->scale),
				rating->node->pos);
	}
}

/* A rating keeps to the scale of its criterion. */
static void
check_scale(struct method *method, const struct rating *rating,
    const struct criterion *criterion)
{
	const struct scale *range = &criterion->range;
	int64_t score = rating->score.thousandths;

	if (!is_scale(&rating->scale, range))
		bind_fault(method->bind, rating->node->pos, M_JURY_OUT_OF,
		    scale_text(method, &rating->scale), criterion->plain,
		    scale_text(method, range));
	else if (rating->score.given &&
	    (score < range->lowest || score > range->highest))
		bind_fault(method->bind, rating->node->pos, M_OFF_SCALE,
		    method_number(method, score));
}

/* The scale of those criteria that have none: the sheet's, or one that holds
 * all their ratings. */
static struct scale
scale_by_default(struct method *method, struct jury *jury)
{
	static const int64_t highest[] = { 5000, 10000, 20000, 100000 };
	const struct criterion *criteria = jury->criteria.at;
	struct scale scale = { 0, 0 };
	bool wanted = false;
	size_t at = 0;

	BIND_EACH(const struct criterion, criterion, &jury->criteria)
		wanted = wanted || *criterion->scale.text == '\0';
	BIND_EACH(const struct rating, rating, &jury->ratings)
		while (at < 3 && rating->score.thousandths > highest[at] &&
		    *criteria[rating->at[CRITERION]].scale.text == '\0')
			at++;
	scale.highest = highest[at];
	if (*jury->scale.text != '\0')
		read_scale(method, &jury->scale, &scale);
	else if (wanted)
		jury->scale.text = arena_format(method->arena, "0..%s",
		    method_number(method, scale.highest));
	return scale;
}

/* The scale of each criterion, to which its ratings keep. */
static void
settle_scales(struct method *method, struct jury *jury)
{
	const struct scale percent = { 0, 100000 };
	struct criterion *first = jury->criteria.at;
	struct scale scale;

	take_scales(method, jury);
	scale = scale_by_default(method, jury);
	BIND_EACH(struct criterion, criterion, &jury->criteria) {
		criterion->range = scale;
		read_scale(method, &criterion->scale, &criterion->range);
		if (criterion == first)
			jury->common = criterion->range;
		else if (!is_scale(&jury->common, &criterion->range))
			jury->common = percent;
	}
	BIND_EACH(const struct rating, rating, &jury->ratings)
		check_scale(method, rating, &first[rating->at[CRITERION]]);
}

static void
settle_recusals(struct jury *jury)
{
	const struct bind_text *juror;
	struct bind_list found;

	BIND_EACH(const struct recusal, recusal, &jury->recusals) {
		found = refer_each(&jury->refers[ENTRY], &recusal->entries);
		juror = gather_find(&jury->jurors, recusal->juror.text);
		if (juror == NULL || jury->recused == NULL)
			continue;
		BIND_EACH(const struct entry *const, entry, &found)
			jury->recused[gather_place(&jury->jurors, juror) *
				jury->entries.count +
			    (size_t)(*entry - jury_entry(jury, 0))] = true;
	}
}

/* The criteria that break ties, in their order; "none" is none. */
static void
settle_ties(struct method *method, struct jury *jury)
{
	const struct bind_text *name = jury->tie_break.at;

	if (jury->tie_break.count != 1 ||
	    !term_is(method_plain(method, name->text), T_TIE_NONE))
		jury->breaks =
		    refer_each(&jury->refers[CRITERION], &jury->tie_break);
}

/* What a criterion or an entry is called: its label, or its text. */
static const char *
name_of(const struct bind_text *id, const struct bind_text *text)
{
	return *id->text != '\0' ? id->text : text->text;
}

/* What criteria and entries are called; and that the criteria weigh. */
static void
settle_names(struct method *method, struct jury *jury)
{
	const struct criterion *first = jury->criteria.at;
	int64_t weights = 0;

	BIND_EACH(struct entry, entry, &jury->entries) {
		entry->name = name_of(&entry->id, &entry->text);
		entry->plain = method_plain(method, entry->name);
	}
	BIND_EACH(struct criterion, criterion, &jury->criteria) {
		if (jury->names.count == METHOD_CHOICES) {
			bind_fault(method->bind, criterion->text.pos,
			    M_TOO_MANY_NAMES, method_word(method, T_CRITERIA),
			    method_integer(method, METHOD_CHOICES));
			return;
		}
		criterion->name = name_of(&criterion->id, &criterion->text);
		criterion->plain = method_plain(method, criterion->name);
		jury->names.at[jury->names.count++].text = criterion->name;
		weight_read(method, criterion);
		criterion->weighs = criterion->weight.given
		    ? criterion->weight.thousandths
		    : 1000;
		if (criterion->weighs < 0)
			bind_fault(method->bind, criterion->weight.pos,
			    M_JURY_NO_WEIGHT);
		weights += criterion->weighs;
	}
	if (first != NULL && weights == 0 &&
	    method->bind->doc->faults.count == 0)
		bind_fault(method->bind, first->weight.pos, M_JURY_NO_WEIGHT);
}

/* "Prix (coef. 2), Délai": a text that stands for a list. */
static void
part_criteria(struct method *method, struct jury *jury)
{
	const struct criterion *only = jury->criteria.at;
	struct bind_list names = { .count = 0 };
	struct criterion criterion;

	if (jury->criteria.count != 1 || *only->id.text != '\0' ||
	    only->text.more != NULL || only->weight.given)
		return;
	bind_split_names(method->bind, only->text.text, only->text.pos, &names);
	criterion = *only;
	jury->criteria.count = 0;
	BIND_EACH(const struct bind_text, name, &names) {
		criterion.text = *name;
		bind_add(method->bind, &jury->criteria, criterion);
	}
}

void
jury_read(struct method *method, struct jury *jury)
{
	part_criteria(method, jury);
	method_unite(method, jury_criterion_rows, sizeof(struct criterion),
	    &jury->criteria);
	BIND_EACH(const struct entry, entry, &jury->entries)
		bind_add(method->bind, &jury->listed, *entry);
	method_unite(method, jury_entry_rows, sizeof(struct entry),
	    &jury->entries);
	jury->refers[ENTRY] = refer_open((struct refer){ method->bind,
	    T_ENTRIES, jury_entry_rows, &jury->entries, sizeof(struct entry) });
	jury->refers[CRITERION] = refer_open(
	    (struct refer){ method->bind, T_CRITERIA, jury_criterion_rows,
		&jury->criteria, sizeof(struct criterion) });
	weight_cut_all(method, jury);
	jury_read_tables(method, jury);
	/* before anything is named: what is meant by its place is labelled by it */
	settle_ties(method, jury);
	BIND_EACH(const struct recusal, recusal, &jury->recusals)
		refer_each(&jury->refers[ENTRY], &recusal->entries);
	settle_names(method, jury);
	fill_grid(method, jury);
	settle_scales(method, jury);
	settle_recusals(jury);
}
