/*
 * source_hidden: characters that nobody sees, and that can make a line read
 * otherwise than it stands.
 */
#include <string.h>

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

/* The last character of a text, 0 of an empty one. */
static int32_t
last_of(const char *text)
{
	const char *at = text + strlen(text);

	while (at > text && (*--at & 0xc0) == 0x80)
		;
	return uni_next(&at);
}

bool
source_show(struct hidden *hidden, const char *text, struct buf *out)
{
	const char *at = text, *from = text, *next = text;
	size_t count = hidden->count;
	int32_t c;

	if (strstr(text, "\xe2\x80") == NULL &&
	    strstr(text, "\xe2\x81") == NULL) {
		hidden->before = *text != '\0' ? last_of(text) : hidden->before;
		return false;
	}
	for (; (c = uni_next(&next)) != 0; at = next, hidden->before = c) {
		if (!turns(c) && !has_no_width(c, hidden->before))
			continue;
		buf_add(out, from, (size_t)(at - from));
		from = next;
		if (hidden->count++ == 0) {
			hidden->first = c;
			hidden->at = out->length;
		}
		if (turns(c))
			buf_format(out, "\u27e8U+%04X\u27e9", (unsigned)c);
	}
	if (hidden->count > count)
		buf_string(out, from);
	return hidden->count > count;
}
