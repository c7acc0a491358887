/*
 * shared: what of the visions of several people is the same.
 */
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "source/md.h"
#include "text/uni.h"
#include "text/words.h"
#include "vision.h"

/* A vision, as the first who had it told it, and those who have it. */
struct group {
	struct bind_text text, dimension, who;
	struct bind_number people;
	struct dict names;
	const struct saying *first;
};

static const struct bind_row group_rows[] = {
	ROW(BIND_TEXT, group, dimension, .key = T_DIMENSION,
	    .flags = BIND_LABEL | BIND_PERSON),
	ROW(BIND_TEXT, group, text, .key = T_VISION, .flags = BIND_MAIN),
	ROW(BIND_NUMBER, group, people, .key = T_HOW_MANY, .order = -1),
	ROW(BIND_TEXT, group, who, .key = T_ACTION_WHO),
	{ BIND_END },
};

/* A dimension on which people do not agree. */
struct split {
	struct bind_text dimension;
	struct bind_number people, visions, most;
	struct dict names;
	const struct saying *first;
};

static const struct bind_row split_rows[] = {
	ROW(BIND_TEXT, split, dimension, .key = T_DIMENSION,
	    .flags = BIND_LABEL | BIND_PERSON),
	ROW(BIND_NUMBER, split, people, .key = T_PEOPLE),
	ROW(BIND_NUMBER, split, visions, .key = T_VISION_COUNT),
	ROW(BIND_NUMBER, split, most, .key = T_MOST_SHARED),
	{ BIND_END },
};

/* The sayings with their words, and the group that each came to. */
struct sayings {
	struct method *method;
	const struct saying *at;
	size_t count;
	struct words *words;
	const char **dimension; /* folded */
	size_t *group;          /* places in groups */
	struct bind_list groups;
};

/* Somebody's name as it is counted; who has none is one by each text. */
static const char *
person_of(struct method *method, const struct saying *saying, size_t place)
{
	return *saying->name.text != '\0'
	    ? uni_fold(method->arena, saying->name.text)
	    : arena_format(method->arena, "\n%zu", place);
}

/* The text before this one that is most like it, of the same dimension, or
 * its own place where none is similar enough. */
static size_t
nearest_of(const struct sayings *all, size_t place, int64_t least)
{
	const struct words *words = &all->words[place];
	size_t found = place, best = 0, similarity, i;

	for (i = 0; i < place; i++) {
		if (strcmp(all->dimension[i], all->dimension[place]) != 0)
			continue;
		similarity = words_similarity(&all->words[i], words);
		if (words->count == 0 && all->words[i].count == 0 &&
		    term_same(all->at[i].text.text, all->at[place].text.text))
			similarity = 1000;
		if ((int64_t)similarity >= least && similarity > best) {
			best = similarity;
			found = i;
		}
	}
	return found;
}

static void
join(struct sayings *all, size_t place, size_t near)
{
	struct method *method = all->method;
	struct group *group;

	if (near == place) {
		group = bind_append(method->bind, &all->groups, sizeof(*group));
		*group = (struct group){ .text = all->at[place].text,
			.dimension = all->at[place].dimension,
			.first = &all->at[place] };
		dict_init(&group->names, method->arena);
		all->group[place] = all->groups.count - 1;
	} else {
		all->group[place] = all->group[near];
	}
	group = all->groups.at;
	group += all->group[place];
	dict_enter(&group->names, person_of(method, &all->at[place], place))
	    ->value = (void *)all->at[place].name.text;
	group->people = method_figure(1000 * (int64_t)group->names.count);
}

static struct sayings
group_sayings(struct method *method, const struct sheet *sheet)
{
	struct sayings all = { .method = method,
		.at = sheet->sayings.at,
		.count = sheet->sayings.count };
	size_t i;

	all.words = arena_array(method->arena, all.count, sizeof(*all.words));
	all.dimension =
	    arena_array(method->arena, all.count, sizeof(*all.dimension));
	all.group = arena_array(method->arena, all.count, sizeof(size_t));
	for (i = 0; i < all.count; i++) {
		all.dimension[i] =
		    uni_fold(method->arena, all.at[i].dimension.text);
		all.words[i] = words_of(method->arena,
		    method_plain(method, all.at[i].text.text));
		join(&all, i, nearest_of(&all, i, sheet->similar.thousandths));
	}
	return all;
}

/* The names of those who share a vision, in the order given. */
static const char *
names_of(struct method *method, const struct group *group)
{
	struct buf out = BUF_INIT;
	const char *text;
	size_t i;

	for (i = 0; i < group->names.count; i++) {
		text = md_words(method->arena, group->names.entries[i].value);
		buf_format(&out, "%s%s",
		    out.length > 0 && *text != '\0' ? ", " : "", text);
	}
	return buf_take(&out, method->arena);
}

static void
render_shared(struct method *method, const struct sayings *all, size_t people)
{
	struct bind_list shared = { .count = 0 };
	struct group *group = all->groups.at;
	size_t i;

	report_section(method->report, T_SHARED_VISION);
	for (i = 0; i < all->groups.count; i++) {
		if (group[i].names.count < 2)
			continue;
		group[i].who.text = names_of(method, &group[i]);
		*(struct group *)bind_append(method->bind, &shared,
		    sizeof(*group)) = group[i];
	}
	if (shared.count == 0)
		report_paragraph(method->report,
		    method_word(method, T_NOTHING_SHARED));
	method_list(method, group_rows, sizeof(*group), &shared);
	report_pair(method->report, T_PEOPLE,
	    method_integer(method, (int64_t)people));
}

static void
render_alone(struct method *method, const struct sayings *all)
{
	const struct group *group = all->groups.at;
	struct bind_list alone = { .count = 0 };
	size_t i;

	for (i = 0; i < all->groups.count; i++)
		if (group[i].names.count == 1)
			*(struct saying *)bind_append(method->bind, &alone,
			    sizeof(struct saying)) = *group[i].first;
	method_table(method, T_SEEN_ALONE, saying_rows, sizeof(struct saying),
	    &alone);
}

/* The dimensions, each with its people, its visions and the most shared. */
static struct bind_list
splits_of(struct method *method, const struct sayings *all)
{
	const struct group *groups = all->groups.at, *group;
	struct gather splits = gather_new(method->bind, sizeof(struct split));
	struct split *split;
	size_t i;
	bool met;

	splits.nameless = true;
	for (i = 0; i < all->count; i++) {
		split = gather_enter(&splits, all->at[i].dimension.text, &met);
		if (!met) {
			*split = (struct split){ .first = &all->at[i],
				.dimension = all->at[i].dimension };
			dict_init(&split->names, method->arena);
		}
		group = &groups[all->group[i]];
		dict_enter(&split->names, person_of(method, &all->at[i], i));
		split->people =
		    method_figure(1000 * (int64_t)split->names.count);
		if (group->first == &all->at[i])
			split->visions =
			    method_figure(split->visions.thousandths + 1000);
		if (group->people.thousandths > split->most.thousandths)
			split->most = group->people;
	}
	return splits.list;
}

/* Where nobody's vision is that of more than half of those who told one. */
static void
render_splits(struct method *method, const struct sayings *all)
{
	struct bind_list splits = splits_of(method, all);
	struct bind_list apart = { .count = 0 };
	const struct split *split = splits.at;
	size_t i;

	for (i = 0; i < splits.count; i++) {
		if (split[i].names.count < 2 ||
		    2 * split[i].most.thousandths > split[i].people.thousandths)
			continue;
		*(struct split *)bind_append(method->bind, &apart,
		    sizeof(*split)) = split[i];
		if (*split[i].dimension.text != '\0')
			method_find(method, split[i].dimension.pos,
			    M_VISION_APART, split[i].dimension.text,
			    method_integer(method,
				(int64_t)split[i].names.count));
		else
			method_find(method, split[i].first->text.pos,
			    M_VISION_ALL_APART,
			    method_integer(method,
				(int64_t)split[i].names.count));
	}
	method_table(method, T_VISIONS_APART, split_rows, sizeof(*split),
	    &apart);
}

static size_t
count_people(struct method *method, const struct sayings *all)
{
	struct dict names;
	size_t i;

	dict_init(&names, method->arena);
	for (i = 0; i < all->count; i++)
		dict_enter(&names, person_of(method, &all->at[i], i));
	return names.count;
}

void
shared_render(struct method *method, const struct sheet *sheet)
{
	struct sayings all = group_sayings(method, sheet);

	if (all.count == 0)
		return;
	render_shared(method, &all, count_people(method, &all));
	render_alone(method, &all);
	render_splits(method, &all);
}
