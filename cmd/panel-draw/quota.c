/*
 * quota: how many of each value a panel is to have, and what cannot be.
 */
#include <string.h>

#include "panel.h"
#include "sheet/matrix.h"
#include "value/number.h"
#include "value/threshold.h"

bool
quota_claims(const struct node *section)
{
	static const enum term columns[][4] = { { T_CRITERION, T_PANEL_VALUE,
						    T_PANEL_LEAST },
		{ T_CRITERION, T_PANEL_VALUE, T_PANEL_MOST },
		{ T_CRITERION, T_PANEL_VALUE, T_PANEL_QUOTA } };

	return matrix_has(section, columns[0]) ||
	    matrix_has(section, columns[1]) ||
	    /* a report has such a table, under a heading */
	    (*section->key == '\0' && section->blocks != NULL &&
		matrix_has(section, columns[2]));
}

/* Whether two quotas say the same. */
static bool
is_same(struct method *method, const struct quota *one,
    const struct quota *other)
{
	return term_same(method_plain(method, one->criterion.text),
		   method_plain(method, other->criterion.text)) &&
	    term_same(method_plain(method, one->value.text),
		method_plain(method, other->value.text)) &&
	    strcmp(one->wanted.text, other->wanted.text) == 0 &&
	    one->least.given == other->least.given &&
	    one->least.thousandths == other->least.thousandths &&
	    one->most.given == other->most.given &&
	    one->most.thousandths == other->most.thousandths;
}

void
quota_unite(struct method *method, struct panel *panel)
{
	struct quota *quotas = panel->quotas.at;
	size_t i, j, count = 0;

	for (i = 0; i < panel->quotas.count; i++) {
		for (j = 0; j < count; j++)
			if (is_same(method, &quotas[j], &quotas[i]))
				break;
		if (j == count)
			quotas[count++] = quotas[i];
	}
	panel->quotas.count = count;
}

/* Between two figures in thousandths: whole numbers; of a share of the size,
 * the whole numbers around it. */
static bool
put_limits(struct quota *quota, int64_t low, int64_t high, int64_t size,
    bool percent)
{
	if (low < 0 || low > high || high > 1000000000)
		return false;
	if (percent) {
		low = low * size / 100000;
		high = (high * size + 99999) / 100000;
	} else if (low % 1000 != 0 || high % 1000 != 0) {
		return false;
	} else {
		low /= 1000;
		high /= 1000;
	}
	quota->low = (int)low;
	quota->high = (int)(high < size ? high : size);
	return true;
}

/* 3..5, 3-5, 4, at least 3, 12 %, 10 to 15 %. */
static bool
read_wanted(struct method *method, struct quota *quota, int size)
{
	char *plain = arena_string(method->arena,
	    method_plain(method, quota->wanted.text));
	char *mark = strchr(plain, '%');
	struct threshold threshold = { .has_low = false };
	struct scale range;
	int64_t number;

	if (mark != NULL)
		*mark = '\0';
	if (number_read(plain, &number))
		return put_limits(quota, number, number, size, mark != NULL);
	if (scale_read(plain, method->lang, &range))
		return put_limits(quota, range.lowest, range.highest, size,
		    mark != NULL);
	if (threshold_reading(plain, method->lang, &threshold) != SURE_EXACT ||
	    (mark != NULL && (threshold.low_strict || threshold.high_strict)))
		return false;
	threshold.low += threshold.low_strict ? 1000 : 0;
	threshold.high -= threshold.high_strict ? 1000 : 0;
	return put_limits(quota, threshold.has_low ? threshold.low : 0,
	    threshold.has_high ? threshold.high
		: mark != NULL ? 100000
			       : 1000 * (int64_t)size,
	    size, mark != NULL);
}

bool
quota_says(struct method *method, const char *text)
{
	struct quota quota = { .wanted = { .text = text } };

	return read_wanted(method, &quota, PANEL_PEOPLE);
}

static void
read_quota(struct method *method, struct quota *quota, int size)
{
	const struct bind_number *least = &quota->least, *most = &quota->most;
	bool read = true;

	quota->low = 0;
	quota->high = size;
	if (!bind_is_none(quota->wanted.text))
		read = read_wanted(method, quota, size);
	if (least->given)
		quota->low = (int)(least->thousandths / 1000);
	if (most->given && most->thousandths / 1000 < quota->high)
		quota->high = (int)(most->thousandths / 1000);
	if (!read)
		bind_fault(method->bind, quota->wanted.pos, M_PANEL_NO_QUOTA,
		    method_plain(method, quota->wanted.text));
	else if (quota->low > quota->high &&
	    !(least->given && quota->high == size))
		bind_fault(method->bind, quota->value.pos, M_PANEL_CROSSED,
		    quota->name, method_integer(method, quota->low),
		    method_integer(method, quota->high));
	if (quota->low > quota->high)
		quota->high = quota->low;
}

/* Where any part of a quota stands. */
static struct pos
place_of(const struct quota *quota)
{
	const struct pos places[] = { quota->value.pos, quota->criterion.pos,
		quota->wanted.pos, quota->least.pos, quota->most.pos };
	size_t i = 0;

	while (i < 4 && places[i].file == NULL)
		i++;
	return places[i];
}

void
quota_read(struct method *method, struct panel *panel)
{
	const int size = panel->size.given
	    ? (int)(panel->size.thousandths / 1000)
	    : (int)panel->people.count;
	struct dict_entry *entry;
	struct criterion *criterion;

	BIND_EACH(struct quota, quota, &panel->quotas) {
		criterion = (struct criterion *)panel->criteria.at + quota->of;
		quota->name = method_plain(method, quota->value.text);
		if (*criterion->name == '\0' || *quota->name == '\0') {
			bind_fault(method->bind, place_of(quota),
			    M_PANEL_NAMELESS);
			continue;
		}
		read_quota(method, quota, size);
		entry = dict_enter(&criterion->values, quota->name);
		if (entry->value != NULL)
			bind_fault(method->bind, quota->value.pos,
			    M_PANEL_QUOTA_TWICE, criterion->name, quota->name);
		entry->value = quota;
	}
}

/* Whether a number is in what a value says: 16-24, 65 and more, under 25. */
static bool
is_within(struct method *method, const char *name, int64_t number)
{
	struct threshold threshold = { .has_low = false };
	struct scale range;

	if (scale_read(name, method->bind->words, &range))
		return number >= range.lowest && number <= range.highest;
	return threshold_reading(name, method->bind->words, &threshold) ==
	    SURE_EXACT &&
	    (threshold.has_low || threshold.has_high) &&
	    threshold_is_met(&threshold, number);
}

struct quota *
quota_of(struct method *method, const struct panel *panel,
    struct criterion *criterion, const char *typed, struct pos pos)
{
	size_t of =
	    (size_t)(criterion - (const struct criterion *)panel->criteria.at);
	struct dict_entry *entry = dict_find(&criterion->values, typed);
	struct quota *found = NULL, *second = NULL;
	int64_t number = 0;
	bool counts;

	if (entry != NULL)
		return entry->value;
	BIND_EACH(struct quota, quota, &panel->quotas)
		if (quota->of == of && term_same(quota->name, typed))
			found = quota;
	counts = found == NULL && number_read(typed, &number);
	BIND_EACH(struct quota, quota, &panel->quotas)
		if (counts && quota->of == of &&
		    is_within(method, quota->name, number)) {
			second = found;
			found = quota;
			if (second != NULL)
				bind_fault(method->bind, pos,
				    M_PANEL_TWO_VALUES, typed, second->name,
				    found->name);
		}
	dict_enter(&criterion->values, typed)->value = found;
	return found;
}

/*
 * The programme.
 */

/* How many of those who are in the panel already have a value. */
static int
seated_of(const struct panel *panel, const struct quota *quota)
{
	size_t place = (size_t)(quota - (const struct quota *)panel->quotas.at);
	int count = 0;

	BIND_EACH(const struct person, person, &panel->people)
		if (person->already &&
		    panel_profile(panel, person->profile)->values[quota->of] ==
			place)
			count++;
	return count;
}

static struct limit *
add_limit(struct programme *programme, int least, int most)
{
	struct limit *limit =
	    &ARENA_ADD(programme->arena, programme->limits, programme->count);

	*limit = (struct limit){ arena_array(programme->arena,
				     programme->kinds + 1, sizeof(bool)),
		least, most };
	return limit;
}

static void
add_quota(const struct panel *panel, struct programme *programme,
    const struct quota *quota)
{
	size_t place = (size_t)(quota - (const struct quota *)panel->quotas.at);
	int seated = seated_of(panel, quota), i;
	struct limit *limit =
	    add_limit(programme, quota->low - seated, quota->high - seated);

	for (i = 0; i < (int)programme->kinds; i++)
		limit->of[i] =
		    panel_profile(panel, panel_kind(panel, (size_t)i)->profile)
			->values[quota->of] == place;
}

struct programme
quota_programme(struct method *method, const struct panel *panel)
{
	struct programme programme = { .arena = method->arena,
		.kinds = panel->kinds.count };
	int size = (int)(panel->size.thousandths / 1000) - panel->seated;
	const struct class *classes = panel->classes.at;
	const struct kind *kind;
	struct limit *limit;

	programme.people = arena_array(method->arena, programme.kinds + 1,
	    sizeof(*programme.people));
	programme.most = arena_array(method->arena, programme.kinds + 1,
	    sizeof(*programme.most));
	limit = add_limit(&programme, size, size);
	for (size_t i = 0; i < programme.kinds; i++) {
		kind = panel_kind(panel, i);
		limit->of[i] = true;
		programme.people[i] = (int)kind->people;
		programme.most[i] = (int)classes[kind->class].households;
	}
	BIND_EACH(const struct quota, quota, &panel->quotas)
		add_quota(panel, &programme, quota);
	for (size_t j = 0; j < panel->classes.count; j++) {
		if (classes[j].heads == 1)
			continue;
		limit = add_limit(&programme, 0, (int)classes[j].households);
		for (size_t i = 0; i < programme.kinds; i++)
			limit->of[i] = panel_kind(panel, i)->class == j;
	}
	return programme;
}

/*
 * What cannot be.
 */

/* The criteria without any of which there would be a panel: those that collide,
 * by leaving out one after the other as long as there is none. */
static const char *
colliding(struct method *method, const struct panel *panel,
    const struct programme *programme)
{
	bool *kept =
	    arena_array(method->arena, programme->count, sizeof(*kept));
	const struct quota *quotas = panel->quotas.at;
	const char *names = "";

	for (size_t i = 0; i < programme->count; i++)
		kept[i] = true;
	for (size_t j = 0; j < panel->criteria.count; j++) {
		for (size_t i = 0; i < panel->quotas.count; i++)
			if (quotas[i].of == j)
				kept[i + 1] = false;
		if (!programme_fits(programme, kept))
			continue;
		names = method_listed(method, names,
		    ((const struct criterion *)panel->criteria.at)[j].name);
		for (size_t i = 0; i < panel->quotas.count; i++)
			if (quotas[i].of == j)
				kept[i + 1] = true;
	}
	return names;
}

/* "âge, 16-24 : 3 au lieu de 5" */
static const char *
change_of(struct method *method, const struct panel *panel,
    const struct quota *quota, int lower, int higher)
{
	const struct criterion *criterion =
	    (const struct criterion *)panel->criteria.at + quota->of;

	return method_text(method, lower > 0 ? M_PANEL_LOWER : M_PANEL_HIGHER,
	    criterion->name, quota->name,
	    method_integer(method,
		lower > 0 ? quota->low - lower : quota->high + higher),
	    method_integer(method, lower > 0 ? quota->low : quota->high));
}

bool
quota_can(struct method *method, const struct panel *panel,
    const struct programme *programme)
{
	size_t count = programme->count, i;
	bool *moves = arena_array(method->arena, count, sizeof(*moves));
	int *lower = arena_array(method->arena, count, sizeof(*lower));
	int *higher = arena_array(method->arena, count, sizeof(*higher));
	const struct quota *quota = panel->quotas.at;
	const char *changes = "";

	for (i = 0; i < count; i++)
		moves[i] = true;
	if (programme_fits(programme, moves))
		return true;
	for (i = 0; i < count; i++)
		moves[i] = i > 0 && i <= panel->quotas.count;
	if (!programme_relax(programme, moves, lower, higher)) {
		bind_fault(method->bind, panel->size.pos, M_PANEL_TOO_FEW,
		    method_integer(method, panel->size.thousandths / 1000));
		return false;
	}
	for (i = 1; i <= panel->quotas.count; i++, quota++)
		if (lower[i] > 0 || higher[i] > 0)
			changes = method_listed(method, changes,
			    change_of(method, panel, quota, lower[i],
				higher[i]));
	bind_fault(method->bind, panel->quotas.pos, M_PANEL_IMPOSSIBLE,
	    colliding(method, panel, programme), changes);
	return false;
}
