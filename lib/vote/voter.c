#include "vote/voter.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCK = 64 * 1024 };

/* A record: the file's name, the line, the voter's name and a NUL. */
enum {
	FILE_BYTES = sizeof(const char *),
	LINE_BYTES = sizeof(uint32_t),
	HEAD_BYTES = FILE_BYTES + LINE_BYTES
};

struct voter_block {
	struct voter_block *next;
	size_t used, size;
	char at[];
};

static uint64_t
hash_of(const char *name)
{
	uint64_t hash = 14695981039346656037U; /* FNV-1a */

	for (; *name != '\0'; name++)
		hash = (hash ^ (unsigned char)*name) * 1099511628211U;
	return hash ^ hash >> 32;
}

static char **
slot_of(const struct voters *voters, const char *name)
{
	size_t mask = voters->slot_count - 1;
	size_t slot = (size_t)hash_of(name) & mask;

	while (voters->slots[slot] != NULL &&
	    strcmp(voters->slots[slot] + HEAD_BYTES, name) != 0)
		slot = (slot + 1) & mask;
	return &voters->slots[slot];
}

static void
grow(struct voters *voters)
{
	char **before = voters->slots;
	size_t count = voters->slot_count, i;

	voters->slot_count = count ? 2 * count : 64;
	voters->slots =
	    err_alloc(NULL, voters->slot_count * sizeof(*voters->slots));
	memset(voters->slots, 0, voters->slot_count * sizeof(*voters->slots));
	for (i = 0; i < count; i++)
		if (before[i] != NULL)
			*slot_of(voters, before[i] + HEAD_BYTES) = before[i];
	free(before);
}

static char *
new_record(struct voters *voters, size_t size)
{
	struct voter_block *block = voters->blocks;
	size_t room = size > BLOCK ? size : BLOCK;
	char *record;

	if (block == NULL || block->size - block->used < size) {
		block = err_alloc(NULL, sizeof(*block) + room);
		block->next = voters->blocks;
		block->used = 0;
		block->size = room;
		voters->blocks = block;
	}
	record = block->at + block->used;
	block->used += size;
	return record;
}

bool
voter_seen(struct voters *voters, const char *name, struct pos pos,
    struct voter *first)
{
	uint32_t line = pos.line < UINT32_MAX ? (uint32_t)pos.line : UINT32_MAX;
	char **slot;

	if (4 * (voters->count + 1) > 3 * voters->slot_count)
		grow(voters);
	slot = slot_of(voters, name);
	if (*slot != NULL) {
		memcpy(&pos.file, *slot, FILE_BYTES);
		memcpy(&line, *slot + FILE_BYTES, LINE_BYTES);
		pos.line = line;
		*first = (struct voter){ *slot + HEAD_BYTES, pos };
		return true;
	}
	*slot = new_record(voters, HEAD_BYTES + strlen(name) + 1);
	memcpy(*slot, &pos.file, FILE_BYTES);
	memcpy(*slot + FILE_BYTES, &line, LINE_BYTES);
	memcpy(*slot + HEAD_BYTES, name, strlen(name) + 1);
	voters->count++;
	return false;
}

void
voter_each(const struct voters *voters,
    void (*each)(void *context, const char *name), void *context)
{
	for (size_t i = 0; i < voters->slot_count; i++)
		if (voters->slots[i] != NULL)
			each(context, voters->slots[i] + HEAD_BYTES);
}

void
voter_free(struct voters *voters)
{
	struct voter_block *block, *next;

	for (block = voters->blocks; block != NULL; block = next) {
		next = block->next;
		free(block);
	}
	free(voters->slots);
	*voters = (struct voters){ 0 };
}
