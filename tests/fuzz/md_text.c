/*
 * Fuzz the normal form of inline Markdown: it is its own normal form, it is
 * one line, and written in any context it reads back as the same words.
 */
#include <assert.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "source/md.h"
#include "text/uni.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *arena = arena_new();
	const char *any, *text, *words;
	struct buf block = BUF_INIT, heading = BUF_INIT;

	if (size > 0 && memchr(data, '\0', size) == NULL &&
	    uni_check((const char *)data, size) == size) {
		any = arena_copy(arena, (const char *)data, size);
		text = md_text(arena, any);
		assert(strchr(text, '\n') == NULL);
		assert(strcmp(md_text(arena, text), text) == 0);

		words = md_words(arena, any);
		assert(strcmp(md_plain(arena, words),
			   uni_compose(arena, uni_line(arena, any))) == 0);
		assert(strcmp(md_text(arena, words), words) == 0);

		md_write(&block, text, MD_BLOCK);
		assert(strcmp(md_text(arena, block.at), text) == 0);
		md_write(&heading, text, MD_HEADING);
		assert(strcmp(md_text(arena, heading.at), text) == 0);
		if (*text != '\0') {
			buf_char(&block, '\n');
			assert(
			    strcmp(md_prose(arena, block.at), block.at) == 0);
		}
		words = md_prose(arena, any);
		assert(strcmp(md_prose(arena, words), words) == 0);
	}
	buf_free(&block);
	buf_free(&heading);
	arena_free(arena);
	return 0;
}
