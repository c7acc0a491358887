#include "base/arena.h"

#include <errno.h>
#include <stdalign.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"

/* The first block is what malloc gives at little cost; each next one is twice
 * as large, up to the last size. */
enum { FIRST_BLOCK = 960, LAST_BLOCK = 64 * 1024, SHORT_TEXT = 256 };

struct block {
	struct block *next;
	size_t used, size;
	alignas(max_align_t) char at[];
};

struct arena {
	struct block *blocks;
};

static struct block *
block_new(size_t size, struct block *next)
{
	struct block *block;

	if (size > SIZE_MAX - sizeof(*block))
		err_die(ENOMEM);
	block = err_alloc(NULL, sizeof(*block) + size);
	block->next = next;
	block->used = 0;
	block->size = size;
	return block;
}

struct arena *
arena_new(void)
{
	struct arena *arena = err_alloc(NULL, sizeof(*arena));

	arena->blocks = block_new(FIRST_BLOCK, NULL);
	return arena;
}

void
arena_free(struct arena *arena)
{
	struct block *block, *next;

	if (arena == NULL)
		return;
	for (block = arena->blocks; block != NULL; block = next) {
		next = block->next;
		free(block);
	}
	free(arena);
}

void
arena_leave(struct arena **arena)
{
	arena_free(*arena);
}

void
arena_reset(struct arena *arena)
{
	struct block *block, *next;

	for (block = arena->blocks->next; block != NULL; block = next) {
		next = block->next;
		free(block);
	}
	arena->blocks->next = NULL;
	arena->blocks->used = 0;
}

/* A large piece gets a block of its own, behind the one in use. */
static void *
alloc_large(struct arena *arena, size_t size)
{
	struct block *block = block_new(size, arena->blocks->next);

	arena->blocks->next = block;
	block->used = size;
	return memset(block->at, 0, size);
}

/* A block in front, in which a piece that is not large finds room. */
static struct block *
add_block(struct arena *arena, size_t size)
{
	size_t room = arena->blocks->size;

	do
		room *= 2;
	while (room < size);
	arena->blocks =
	    block_new(room < LAST_BLOCK ? room : LAST_BLOCK, arena->blocks);
	return arena->blocks;
}

void *
arena_alloc(struct arena *arena, size_t size)
{
	const size_t align = alignof(max_align_t);
	struct block *block = arena->blocks;
	void *memory;

	if (size > SIZE_MAX - align)
		err_die(ENOMEM);
	size = (size + align - 1) / align * align;
	if (size > LAST_BLOCK / 4)
		return alloc_large(arena, size);
	if (size > block->size - block->used)
		block = add_block(arena, size);
	memory = block->at + block->used;
	block->used += size;
	return memset(memory, 0, size);
}

void *
arena_array(struct arena *arena, size_t count, size_t size)
{
	if (size != 0 && count > SIZE_MAX / size)
		err_die(ENOMEM);
	return arena_alloc(arena, count * size);
}

void *
arena_grow(struct arena *arena, void *items, size_t count, size_t size)
{
	void *more;

	if ((count & (count - 1)) != 0)
		return items;
	more = arena_array(arena, count ? 2 * count : 1, size);
	if (count != 0)
		memcpy(more, items, count * size);
	return more;
}

char *
arena_copy(struct arena *arena, const char *bytes, size_t length)
{
	char *copy = arena_alloc(arena, length + 1);

	if (length != 0)
		memcpy(copy, bytes, length);
	return copy;
}

char *
arena_string(struct arena *arena, const char *string)
{
	return arena_copy(arena, string, strlen(string));
}

char *
arena_format(struct arena *arena, const char *format, ...)
{
	char shorter[SHORT_TEXT], *text;
	va_list args;
	int length;

	va_start(args, format);
	length = vsnprintf(shorter, sizeof(shorter), format, args);
	va_end(args);
	if (length < 0)
		err_die(errno);
	if ((size_t)length < sizeof(shorter))
		return arena_copy(arena, shorter, (size_t)length);
	text = arena_alloc(arena, (size_t)length + 1);
	va_start(args, format);
	vsnprintf(text, (size_t)length + 1, format, args);
	va_end(args);
	return text;
}
