/*
 * source_hidden: characters that nobody sees, and that can make a line read
 * otherwise than it stands.
 */
#include <string.h>

#include "base/buf.h"
#include "source/source.h"
#include "text/uni.h"

/* The letters before Hebrew are joined by nothing that cannot be seen; an emoji
 * may be, and other scripts are. */
enum { JOINED_FROM = 0x590 };

/* What turns the order of letters round: the report shows it. */
static bool
turns(int32_t c)
{
	return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

/* What has no width: it is left out. */
static bool
has_no_width(int32_t c, int32_t before)
{
	return c == 0x200b || c == 0x2060 || c == 0x200e || c == 0x200f ||
	    ((c == 0x200c || c == 0x200d) && before < JOINED_FROM);
}

void
source_show(struct arena *arena, struct source *source)
{
	struct buf out = BUF_INIT;
	const char *at = source->bytes, *from = at, *next;
	int32_t c, before = 0;

	if (strstr(at, "\xe2\x80") == NULL && strstr(at, "\xe2\x81") == NULL)
		return;
	for (next = at; (c = uni_next(&next)) != 0; at = next, before = c) {
		if (!turns(c) && !has_no_width(c, before))
			continue;
		buf_add(&out, from, (size_t)(at - from));
		from = next;
		if (source->hidden_count++ == 0) {
			source->hidden = c;
			source->hidden_at = out.length;
		}
		if (turns(c))
			buf_format(&out, "\u27e8U+%04X\u27e9", (unsigned)c);
	}
	if (source->hidden_count > 0) {
		buf_string(&out, from);
		source->length = out.length;
		source->bytes = buf_take(&out, arena);
	}
}
