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

/* Moves a place past bytes. */
static void
pass(struct pos *pos, const char *bytes, size_t length)
{
	const char *end = bytes + length, *line;

	while ((line = memchr(bytes, '\n', (size_t)(end - bytes))) != NULL) {
		pos->line++;
		pos->col = 1;
		bytes = line + 1;
	}
	pos->col += uni_count(bytes, (size_t)(end - bytes));
}

/* Ends the input at a fault: a control is what libyaml refuses. */
static size_t
refuse(struct yml_feed *feed, enum term fault, char *bytes, size_t length)
{
	pass(&feed->pos, bytes, length);
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

/* The first control that YAML has no place for; the end where there is none. */
static const char *
find_control(const char *at, const char *end)
{
	static const char line[] = "\t\n\r";
	unsigned char c;

	for (; at < end; at++) {
		c = (unsigned char)*at;
		if ((c < 0x20 && memchr(line, c, 3) == NULL) || c == 0x7f ||
		    (c == 0xc2 && (unsigned char)at[1] < 0xa0) ||
		    (c == 0xef && (unsigned char)at[1] == 0xbf &&
			(unsigned char)at[2] > 0xbd))
			break;
	}
	return at;
}

/* Shows what nobody sees in a block that a NUL ends; returns how long it then
 * is. */
static size_t
show(struct yml_feed *feed, char *bytes, size_t length)
{
	struct buf shown = BUF_INIT;
	bool none = feed->hidden.count == 0;

	if (!source_show(&feed->hidden, bytes, &shown))
		return length;
	if (none) {
		feed->hidden_pos = feed->pos;
		pass(&feed->hidden_pos, shown.at, feed->hidden.at);
	}
	length = shown.length;
	memcpy(bytes, shown.at, length);
	buf_free(&shown);
	return length;
}

size_t
yml_feed(struct yml_feed *feed, char *bytes, size_t size)
{
	size_t length, valid, room = (size - 1) / HIDDEN_GROWTH;
	const char *control;
	bool end;

	if (feed->fault != T_NONE)
		return 0;
	memcpy(bytes, feed->kept, feed->kept_length);
	length =
	    fill(feed, bytes + feed->kept_length, room - feed->kept_length);
	end = length == 0;
	length += feed->kept_length;
	feed->kept_length = 0;
	if (end && ferror(feed->rest)) {
		feed->why = strerror(errno);
		return refuse(feed, speak_fault(errno), bytes, 0);
	}
	valid = uni_check(bytes, length);
	blank_separators(bytes, valid);
	control = find_control(bytes, bytes + valid);
	if (control < bytes + valid)
		return refuse(feed,
		    *control == '\0' ? M_NUL_BYTE : M_CONTROL_CHARACTER, bytes,
		    (size_t)(control - bytes));
	if (valid < length && (end || !is_cut(bytes + valid, length - valid)))
		return refuse(feed, M_NOT_UTF8, bytes, valid);
	feed->kept_length = length - valid;
	memcpy(feed->kept, bytes + valid, feed->kept_length);
	bytes[valid] = '\0';
	valid = show(feed, bytes, valid);
	pass(&feed->pos, bytes, valid);
	return valid;
}
