#include "base/dict.h"

#include <stdint.h>
#include <string.h>

#include "base/arena.h"

void
dict_init(struct dict *dict, struct arena *arena)
{
	*dict = (struct dict){ .arena = arena };
}

/* FNV-1a (Fowler, Noll and Vo, 64 bits), folded over eight bytes at a time
 * where there are so many, and mixed by the golden ratio (Knuth, The Art of
 * Computer Programming 3, 6.4). */
static uint64_t
hash(const char *key)
{
	uint64_t value = 14695981039346656037U, word;
	size_t length = strlen(key);

	for (; length >= sizeof(word); length -= sizeof(word)) {
		memcpy(&word, key, sizeof(word));
		value = (value ^ word) * 1099511628211U;
		value ^= value >> 32;
		key += sizeof(word);
	}
	for (; length > 0; length--, key++)
		value = (value ^ (unsigned char)*key) * 1099511628211U;
	return value * UINT64_C(0x9e3779b97f4a7c15) >> 32;
}

/* The slot that holds a key, or the free one where it would go. */
static size_t
slot_of(const struct dict *dict, const char *key)
{
	size_t mask = dict->slot_count - 1;
	size_t slot = (size_t)hash(key) & mask;

	while (dict->slots[slot] != 0 &&
	    strcmp(dict->entries[dict->slots[slot] - 1].key, key) != 0)
		slot = (slot + 1) & mask;
	return slot;
}

struct dict_entry *
dict_find(const struct dict *dict, const char *key)
{
	size_t slot;

	if (dict->slot_count == 0)
		return NULL;
	slot = slot_of(dict, key);
	return dict->slots[slot] ? &dict->entries[dict->slots[slot] - 1] : NULL;
}

static void
rehash(struct dict *dict, size_t slot_count)
{
	dict->slot_count = slot_count;
	dict->slots =
	    arena_array(dict->arena, slot_count, sizeof(*dict->slots));
	for (size_t i = 0; i < dict->count; i++)
		dict->slots[slot_of(dict, dict->entries[i].key)] = i + 1;
}

struct dict_entry *
dict_enter(struct dict *dict, const char *key)
{
	size_t slot;

	if (2 * (dict->count + 1) > dict->slot_count)
		rehash(dict, dict->slot_count ? 2 * dict->slot_count : 16);
	slot = slot_of(dict, key);
	if (dict->slots[slot] == 0) {
		dict->entries = arena_grow(dict->arena, dict->entries,
		    dict->count, sizeof(*dict->entries));
		dict->entries[dict->count].key = key;
		dict->slots[slot] = ++dict->count;
	}
	return &dict->entries[dict->slots[slot] - 1];
}

void *
dict_value(const struct dict *dict, const char *key)
{
	const struct dict_entry *entry = dict_find(dict, key);

	return entry != NULL ? entry->value : NULL;
}

void *
dict_made(struct dict *dict, const char *key, size_t size)
{
	struct dict_entry *entry = dict_enter(dict, key);

	if (entry->value == NULL)
		entry->value = arena_alloc(dict->arena, size);
	return entry->value;
}
