/*
 * Fuzz the YAML reader and writer: what was read and is written reads again,
 * and is written as the same bytes.
 */
#include <assert.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "source/yml.h"
#include "text/note.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* The first document of an input as it is written; false if it is a fault. */
static bool
write_again(struct buf *out, const char *bytes, size_t length)
{
	struct arena *arena = arena_new();
	struct notes faults = { .arena = arena };
	struct source *source =
	    source_take(arena, "input", bytes, length, &faults);
	struct node *documents = NULL;

	if (source != NULL)
		documents =
		    yml_read(arena, source, source->length, NULL, &faults);
	assert(documents != NULL || faults.count > 0);
	if (faults.count == 0 && documents->first != NULL)
		yml_write(out, documents->first);
	arena_free(arena);
	return faults.count == 0;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct buf first = BUF_INIT, second = BUF_INIT;

	if (write_again(&first, (const char *)data, size)) {
		assert(write_again(&second, first.at, first.length));
		assert(second.length == first.length &&
		    memcmp(second.at, first.at, first.length) == 0);
	}
	buf_free(&first);
	buf_free(&second);
	return 0;
}
