/*
 * yml_feed: a large input, block by block, on its way to libyaml.
 */
#include "source/yml_inner.h"

#include <errno.h>
#include <string.h>

#include "text/speak.h"
#include "text/uni.h"

void
yml_feed_open(struct yml_feed *feed, const char *name, const struct buf *head,
    FILE *rest)
{
	*feed = (struct yml_feed){ .head = head, .rest = rest, .why = "" };
	feed->pos = (struct pos){ name, 1, 1 };
	if (head->length >= 3 && memcmp(head->at, "\xef\xbb\xbf", 3) == 0)
		feed->given = 3;
}

/* Moves the place past bytes. */
static void
pass(struct yml_feed *feed, const char *bytes, size_t length)
{
	const char *end = bytes + length, *line;

	while ((line = memchr(bytes, '\n', (size_t)(end - bytes))) != NULL) {
		feed->pos.line++;
		feed->pos.col = 1;
		bytes = line + 1;
	}
	feed->pos.col += uni_count(bytes, (size_t)(end - bytes));
}

/* Ends the input at a fault: a control is what libyaml refuses. */
static size_t
refuse(struct yml_feed *feed, enum term fault, char *bytes, size_t length)
{
	pass(feed, bytes, length);
	feed->fault = fault;
	bytes[length] = '\x01';
	return length + 1;
}

/* Line ends that only some readers see become as many blanks as bytes. */
static void
blank_separators(char *bytes, size_t length)
{
	char *at = bytes, *end = bytes + length;

	while ((at = memchr(at, 0xc2, (size_t)(end - at))) != NULL) {
		if (end - at > 1 && at[1] == '\x85')
			at[0] = at[1] = ' ';
		at++;
	}
	at = bytes;
	while ((at = memchr(at, 0xe2, (size_t)(end - at))) != NULL) {
		if (end - at > 2 && at[1] == '\x80' &&
		    (at[2] == '\xa8' || at[2] == '\xa9'))
			at[0] = at[1] = at[2] = ' ';
		at++;
	}
}

static size_t
fill(struct yml_feed *feed, char *bytes, size_t size)
{
	size_t left = feed->head->length - feed->given;
	size_t length = left < size ? left : size;

	if (left == 0)
		return fread(bytes, 1, size, feed->rest);
	memcpy(bytes, feed->head->at + feed->given, length);
	feed->given += length;
	return length;
}

/* Whether bytes, at most 3, may be the start of a character. */
static bool
is_cut(const char *bytes, size_t length)
{
	unsigned char first = (unsigned char)bytes[0];

	return length < (first >= 0xf0          ? 4U
				: first >= 0xe0 ? 3U
				: first >= 0xc2 ? 2U
						: 0U);
}

size_t
yml_feed(struct yml_feed *feed, char *bytes, size_t size)
{
	size_t length, valid;
	const char *nul;
	bool end;

	if (feed->fault != T_NONE)
		return 0;
	memcpy(bytes, feed->kept, feed->kept_length);
	length =
	    fill(feed, bytes + feed->kept_length, size - 1 - feed->kept_length);
	end = length == 0;
	length += feed->kept_length;
	feed->kept_length = 0;
	if (end && ferror(feed->rest)) {
		feed->why = strerror(errno);
		return refuse(feed, speak_fault(errno), bytes, 0);
	}
	valid = uni_check(bytes, length);
	nul = memchr(bytes, '\0', valid);
	if (nul != NULL)
		return refuse(feed, M_NUL_BYTE, bytes, (size_t)(nul - bytes));
	if (valid < length && (end || !is_cut(bytes + valid, length - valid)))
		return refuse(feed, M_NOT_UTF8, bytes, valid);
	feed->kept_length = length - valid;
	memcpy(feed->kept, bytes + valid, feed->kept_length);
	blank_separators(bytes, valid);
	pass(feed, bytes, valid);
	return valid;
}
