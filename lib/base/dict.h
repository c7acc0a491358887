/*
 * dict: things known by a string.  Walked in the order they came in.
 *
 * A dict lives in an arena and keeps the strings it is given, not copies.
 */
#pragma once

#include <stddef.h>

struct arena;

struct dict_entry {
	const char *key;
	void *value;
};

struct dict {
	struct arena *arena;
	struct dict_entry *entries;
	size_t count;
	size_t *slots; /* entry index + 1; 0 is free */
	size_t slot_count;
};

/* One that holds nothing is { .arena = arena }; this makes one such. */
void dict_init(struct dict *dict, struct arena *arena);

/* The entry of a key, or NULL. */
struct dict_entry *dict_find(const struct dict *dict, const char *key);

/*
 * The entry of a key, made with a NULL value where there is none.  The entry
 * may move when another one is made.
 */
struct dict_entry *dict_enter(struct dict *dict, const char *key);

/* The value of a key, NULL where there is none; and one of so many bytes, which are
 * zero where there was none. */
void *dict_value(const struct dict *dict, const char *key);
void *dict_made(struct dict *dict, const char *key, size_t size);
