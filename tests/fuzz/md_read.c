/*
 * Fuzz the reader and what passes through it: the blocks of any input, written
 * and read again, are written as the same bytes, and nothing in them is active.
 * What was no heading while none had marks may be one beside those that were
 * written; then the second writing is the one that stays.
 */
#define CMARK_NO_SHORT_NAMES
#include <assert.h>
#include <cmark.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "source/md.h"
#include "text/note.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static bool
is_key(const void *context, enum md_name what, const char *name)
{
	(void)context;
	return what == MD_KEY && *name == 'K';
}

static void
write_section(struct buf *out, const struct node *section)
{
	const struct md_block *block;
	const struct node *child;

	if (section->level > 0) {
		if (out->length > 0)
			buf_char(out, '\n');
		buf_repeat(out, '#', (size_t)section->level);
		if (*section->whole != '\0')
			buf_char(out, ' ');
		md_write(out, section->whole, MD_HEADING);
		buf_char(out, '\n');
	}
	for (block = section->blocks; block != NULL; block = md_next(block))
		md_write_block(out, block);
	for (child = section->first; child != NULL; child = child->next)
		if (child->level > 0)
			write_section(out, child);
}

/* All that passes from an input to an output; false if it is a fault. */
static bool
pass(struct buf *out, const char *bytes, size_t length)
{
	struct arena *arena = arena_new();
	struct notes faults = { .arena = arena };
	struct source *source =
	    source_take(arena, "input", bytes, length, &faults);
	struct md_reader reader = { .arena = arena,
		.faults = &faults,
		.is = is_key };
	struct node *documents = NULL, *document;

	if (source != NULL)
		documents = md_read(&reader, source, 1);
	assert((documents == NULL) == (faults.count > 0));
	for (document = documents ? documents->first : NULL; document != NULL;
	     document = document->next) {
		if (document->first != NULL && document->first->level == 0 &&
		    strcmp(document->first->key, "title") == 0) {
			buf_string(out, out->length > 0 ? "\n# " : "# ");
			md_write(out, document->first->text, MD_HEADING);
			buf_char(out, '\n');
		}
		write_section(out, document);
	}
	md_free(&reader);
	arena_free(arena);
	return documents != NULL;
}

static bool
is_safe(const char *url)
{
	size_t scheme = strcspn(url, ":/?#");

	return url[scheme] != ':' || strncasecmp(url, "http", 4) == 0 ||
	    strncasecmp(url, "mailto:", 7) == 0;
}

static void
check_active(const struct buf *out)
{
	cmark_node *document =
	    cmark_parse_document(out->at, out->length, CMARK_OPT_DEFAULT);
	cmark_iter *iter = cmark_iter_new(document);
	cmark_node *node;

	while (cmark_iter_next(iter) != CMARK_EVENT_DONE) {
		node = cmark_iter_get_node(iter);
		assert(cmark_node_get_type(node) != CMARK_NODE_HTML_BLOCK);
		assert(cmark_node_get_type(node) != CMARK_NODE_HTML_INLINE);
		assert(cmark_node_get_type(node) != CMARK_NODE_IMAGE);
		if (cmark_node_get_type(node) == CMARK_NODE_LINK)
			assert(is_safe(cmark_node_get_url(node)));
	}
	cmark_iter_free(iter);
	cmark_node_free(document);
}

static bool
same(const struct buf *one, const struct buf *other)
{
	return one->length == other->length &&
	    memcmp(one->at, other->at, one->length) == 0;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct buf out[3] = { BUF_INIT, BUF_INIT, BUF_INIT };

	if (pass(&out[0], (const char *)data, size)) {
		check_active(&out[0]);
		assert(pass(&out[1], out[0].at, out[0].length));
		assert(pass(&out[2], out[1].at, out[1].length));
		assert(getenv("NOLAWS") != NULL || same(&out[1], &out[2]));
	}
	for (int i = 0; i < 3; i++)
		buf_free(&out[i]);
	return 0;
}
