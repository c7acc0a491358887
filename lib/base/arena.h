/*
 * arena: memory that is freed all at once.
 *
 * What a document needs lives in one arena; nodes and strings point into it
 * and nobody frees them one by one.
 */
#pragma once

#include <stddef.h>

struct arena;

struct arena *arena_new(void);
void arena_free(struct arena *arena);

/* Declares an arena for what a function works with, which is freed where the
 * block that holds it is left: ARENA_SCRATCH(arena); */
#define ARENA_SCRATCH(name)                                                    \
	__attribute__((cleanup(arena_leave))) struct arena *name = arena_new()
void arena_leave(struct arena **arena);

/* Frees all that the arena gave, and keeps it for more. */
void arena_reset(struct arena *arena);

/* Zeroed memory, aligned for any type. */
void *arena_alloc(struct arena *arena, size_t size);

/* Zeroed room for count things of one size. */
void *arena_array(struct arena *arena, size_t count, size_t size);

/*
 * The array at items, which holds count things, with room for one more: it
 * moves when count reaches a power of two.
 */
void *arena_grow(struct arena *arena, void *items, size_t count, size_t size);

/* Such an array's next thing, zero or what is put there, counted: ARENA_ADD(arena,
 * list->at, list->count) = thing; */
#define ARENA_ADD(arena, items, count)                                         \
	(*((items) = arena_grow(arena, items, count, sizeof(*(items))),        \
	    &(items)[(count)++]))

/* A copy of length bytes, ended by a NUL. */
char *arena_copy(struct arena *arena, const char *bytes, size_t length);

/* A copy of a string from one place in it to another. */
char *arena_until(struct arena *arena, const char *from, const char *end);

/* A copy of a string. */
char *arena_string(struct arena *arena, const char *string);

char *arena_format(struct arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
