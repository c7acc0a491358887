/*
 * figure: ratings to figures, and what is to be checked.
 */
#include "audit.h"
#include "base/arena.h"
#include "sheet/gather.h"
#include "text/uni.h"
#include "value/number.h"

struct tally {
	int64_t sum, low, high; /* in thousandths */
	int64_t count;
	struct pos pos; /* of the first */
};

/* The place of a group from 1; 0 for none. */
static size_t
group_of(struct gather *groups, const struct bind_text *group)
{
	struct bind_text *known;

	if (*group->text == '\0')
		return 0;
	known = gather_enter(groups, group->text, NULL);
	if (known->text == NULL)
		*known = *group;
	return gather_place(groups, known) + 1;
}

static void
add_score(struct tally *tally, const struct rating *rating)
{
	int64_t score = rating->score.thousandths;

	if (tally->count == 0) {
		tally->low = tally->high = score;
		tally->pos = rating->discipline.pos;
	}
	tally->sum += score;
	tally->low = score < tally->low ? score : tally->low;
	tally->high = score > tally->high ? score : tally->high;
	tally->count++;
}

static struct figure
figure_of(const struct audit *audit, const struct tally *tally, size_t at,
    struct bind_text group, struct bind_date date)
{
	struct figure figure = {
		.discipline = { audit->names.at[at].text, tally->pos, true },
		.group = group,
		.date = date,
		.count = method_figure(1000 * tally->count),
		.at = at,
	};

	if (tally->count == 0)
		return figure;
	figure.mean = method_figure(number_divide(tally->sum, tally->count, 2));
	figure.spread = method_figure(tally->high - tally->low);
	return figure;
}

struct bind_list
audit_figures(struct method *method, const struct audit *audit,
    const struct bind_list *ratings, struct bind_date date, bool all)
{
	size_t count = audit->names.count, i, place;
	struct gather groups =
	    gather_new(method->bind, sizeof(struct bind_text));
	struct bind_list figures = { .count = 0 };
	struct bind_text group = { .text = "" };
	struct tally *tallies;

	BIND_EACH(const struct rating, rating, ratings)
		group_of(&groups, &rating->group);
	tallies = arena_array(method->arena, (groups.list.count + 1) * count,
	    sizeof(*tallies));
	BIND_EACH(const struct rating, rating, ratings) {
		if (!rating->score.given)
			continue;
		place = group_of(&groups, &rating->group);
		add_score(&tallies[rating->at], rating);
		if (place > 0)
			add_score(&tallies[place * count + rating->at], rating);
	}
	for (i = 0; i < (groups.list.count + 1) * count; i++) {
		if (i >= count)
			group = ((const struct bind_text *)
				     groups.list.at)[i / count - 1];
		if (tallies[i].count > 0 || (all && i < count))
			*(struct figure *)bind_append(method->bind, &figures,
			    sizeof(struct figure)) = figure_of(audit,
			    &tallies[i], i % count, group, date);
	}
	return figures;
}

struct figure
audit_together(const struct audit *audit, const enum term of[2])
{
	struct tally tally = { .count = 0 };
	struct figure figure = { .at = 0 };
	enum term term;

	BIND_EACH(const struct rating, rating, &audit->ratings) {
		term = audit->names.at[rating->at].term;
		if (rating->score.given && term != T_NONE &&
		    (term == of[0] || term == of[1]))
			add_score(&tally, rating);
	}
	figure.count = method_figure(1000 * tally.count);
	if (tally.count > 0)
		figure.mean =
		    method_figure(number_divide(tally.sum, tally.count, 2));
	return figure;
}

const char *
audit_key(const struct method *method, const struct figure *figure)
{
	return arena_format(method->arena, "%zu %s", figure->at,
	    uni_fold(method->arena, method_plain(method, figure->group.text)));
}

const struct figure *
audit_before(const struct method *method, const struct audit *audit,
    const struct figure *figure)
{
	const struct dict_entry *entry =
	    dict_find(&audit->told, audit_key(method, figure));

	return entry ? entry->value : NULL;
}

static void
find_of_rating(struct method *method, const struct rating *rating)
{
	const char *name = method_plain(method, rating->discipline.text);

	if (*rating->who.text != '\0')
		name = arena_format(method->arena, "%s, %s", name,
		    method_plain(method, rating->who.text));
	if (!rating->score.given)
		method_find(method, rating->discipline.pos, M_AUDIT_NO_SCORE,
		    name);
	else if (*rating->evidence.text == '\0')
		method_find(method, rating->discipline.pos, M_AUDIT_NO_EVIDENCE,
		    name, method_number(method, rating->score.thousandths));
}

/* Whether a rating of a discipline says what comes next. */
static bool
has_step(const struct audit *audit, size_t discipline)
{
	BIND_EACH(const struct rating, rating, &audit->ratings)
		if (rating->at == discipline && *rating->step.text != '\0')
			return true;
	return false;
}

static void
find_of_discipline(struct method *method, const struct audit *audit,
    const struct figure *figure)
{
	const char *name = method_plain(method, figure->discipline.text);
	struct pos pos = figure->discipline.pos;

	if (figure->count.thousandths == 0) {
		method_find(method, audit->ratings.pos, M_AUDIT_UNRATED, name);
		return;
	}
	if (figure->spread.thousandths >= 1000 * AUDIT_APART)
		method_find(method, pos, M_SCORES_APART, name,
		    method_number(method, figure->spread.thousandths));
	if (!has_step(audit, figure->at))
		method_find(method, pos, M_AUDIT_NO_STEP, name);
}

void
audit_find(struct method *method, const struct audit *audit)
{
	const struct figure *figure = audit->figures.at;
	size_t i;

	for (i = 0; i < audit->names.count; i++)
		find_of_discipline(method, audit, &figure[i]);
	BIND_EACH(const struct rating, rating, &audit->ratings)
		find_of_rating(method, rating);
}
