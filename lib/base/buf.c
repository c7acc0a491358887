#include "base/buf.h"

#include <errno.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/err.h"

char buf_empty[1] = "";

static void
make_room(struct buf *buf, size_t more)
{
	size_t room = buf->room ? buf->room : 64;

	if (more < buf->room - buf->length)
		return;
	if (more > SIZE_MAX / 2 - buf->length - 1)
		err_die(ENOMEM);
	while (room < buf->length + more + 1)
		room *= 2;
	buf->at = err_alloc(buf->room ? buf->at : NULL, room);
	buf->room = room;
}

void
buf_add(struct buf *buf, const char *bytes, size_t length)
{
	if (length == 0)
		return;
	make_room(buf, length);
	memcpy(buf->at + buf->length, bytes, length);
	buf->length += length;
	buf->at[buf->length] = '\0';
}

void
buf_string(struct buf *buf, const char *string)
{
	buf_add(buf, string, strlen(string));
}

void
buf_char(struct buf *buf, char c)
{
	buf_add(buf, &c, 1);
}

void
buf_repeat(struct buf *buf, char c, size_t times)
{
	if (times == 0)
		return;
	make_room(buf, times);
	memset(buf->at + buf->length, c, times);
	buf->length += times;
	buf->at[buf->length] = '\0';
}

void
buf_format(struct buf *buf, const char *format, ...)
{
	va_list args;
	int length;

	make_room(buf, 1);
	va_start(args, format);
	length = vsnprintf(buf->at + buf->length, buf->room - buf->length,
	    format, args);
	va_end(args);
	if (length < 0)
		err_die(errno);
	if ((size_t)length >= buf->room - buf->length) {
		make_room(buf, (size_t)length);
		va_start(args, format);
		vsnprintf(buf->at + buf->length, (size_t)length + 1, format,
		    args);
		va_end(args);
	}
	buf->length += (size_t)length;
}

void
buf_join(struct buf *buf, const char *part, const char *text)
{
	if (*text == '\0')
		return;
	buf_string(buf, buf->length > 0 ? part : "");
	buf_string(buf, text);
}

char *
buf_take(struct buf *buf, struct arena *arena)
{
	char *text = arena_copy(arena, buf->at, buf->length);

	buf_free(buf);
	return text;
}

void
buf_insert(struct buf *buf, size_t offset, const char *bytes, size_t length)
{
	if (length == 0)
		return;
	make_room(buf, length);
	memmove(buf->at + offset + length, buf->at + offset,
	    buf->length - offset + 1);
	memcpy(buf->at + offset, bytes, length);
	buf->length += length;
}

void
buf_cut(struct buf *buf, size_t length)
{
	if (length >= buf->length)
		return;
	buf->length = length;
	buf->at[length] = '\0';
}

void
buf_free(struct buf *buf)
{
	if (buf->room != 0)
		free(buf->at);
	*buf = (struct buf)BUF_INIT;
}
