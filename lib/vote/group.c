#include "vote/group.h"

#include <stdlib.h>
#include <string.h>

#include "text/uni.h"

uint64_t *
group_counts(struct groups *groups, const char *name)
{
	size_t i = 0;

	while (i < groups->count && strcmp(groups->at[i].name, name) != 0)
		i++;
	if (i < groups->count)
		return groups->at[i].counts;
	ARENA_ADD(groups->arena, groups->at, groups->count) =
	    (struct group){ arena_string(groups->arena, name),
		    arena_array(groups->arena, groups->width + 1,
			sizeof(uint64_t)) };
	return groups->at[i].counts;
}

void
group_widen(struct groups *groups, size_t width)
{
	uint64_t *wide;

	for (size_t i = 0; i < groups->count; i++) {
		wide = arena_array(groups->arena, width + 1, sizeof(*wide));
		memcpy(wide, groups->at[i].counts,
		    groups->width * sizeof(*wide));
		groups->at[i].counts = wide;
	}
	groups->width = width;
}

static int
compare(const void *a, const void *b)
{
	const struct group *one = a, *two = b;

	return uni_order_folded(one->name, two->name);
}

void
group_sort(struct groups *groups)
{
	if (groups->count > 1)
		qsort(groups->at, groups->count, sizeof(*groups->at), compare);
}

void
group_join(const struct poll *poll, struct groups *groups,
    group_small *is_small, const void *own)
{
	struct groups all = *groups;
	const char *name;
	uint64_t *into;

	if (!poll->method->anonymous)
		return;
	groups->at = NULL;
	groups->count = 0;
	for (size_t i = 0; i < all.count; i++) {
		name = is_small(own, &all.at[i])
		    ? method_word(poll->method, T_OTHER_GROUPS)
		    : all.at[i].name;
		into = group_counts(groups, name);
		for (size_t j = 0; j < all.width; j++)
			into[j] += all.at[i].counts[j];
	}
}

void
group_find_small(const struct poll *poll, const struct groups *groups,
    group_small *is_small, const void *own, enum term message)
{
	struct method *method = poll->method;
	const char *names = "";

	for (size_t i = 0; i < groups->count; i++)
		if (is_small(own, &groups->at[i]) &&
		    !term_is(groups->at[i].name, T_NO_GROUP))
			names =
			    method_listed(method, names, groups->at[i].name);
	if (*names != '\0' && !method->anonymous)
		method_find(method, poll_place(poll), message, names);
}
