#include "sheet/gather.h"

#include <string.h>

#include "text/uni.h"

struct gather
gather_new(struct bind *bind, size_t size)
{
	struct gather gather = { .bind = bind, .size = size };

	dict_init(&gather.names, bind->doc->arena);
	return gather;
}

static const char *
fold(const struct gather *gather, const char *name)
{
	struct arena *arena = gather->bind->doc->arena;

	return uni_fold(arena, md_plain(arena, name));
}

static void *
thing_of(const struct gather *gather, const struct dict_entry *entry)
{
	return (char *)gather->list.at +
	    gather->size * (size_t)(entry - gather->names.entries);
}

void *
gather_find(const struct gather *gather, const char *name)
{
	const struct dict_entry *entry =
	    dict_find(&gather->names, fold(gather, name));

	return entry != NULL ? thing_of(gather, entry) : NULL;
}

void *
gather_enter(struct gather *gather, const char *name, bool *met)
{
	const char *key = fold(gather, name);
	const struct dict_entry *entry;
	bool known;
	void *thing;

	if (*key == '\0' && !gather->nameless)
		key = arena_format(gather->names.arena, "\n%zu",
		    gather->list.count);
	entry = dict_enter(&gather->names, key);
	known = gather->names.count == gather->list.count;
	if (met != NULL)
		*met = known;
	if (known)
		return thing_of(gather, entry);
	thing = bind_append(gather->bind, &gather->list, gather->size);
	memset(thing, 0, gather->size);
	return thing;
}

size_t
gather_place(const struct gather *gather, const void *thing)
{
	return (size_t)((const char *)thing - (const char *)gather->list.at) /
	    gather->size;
}
