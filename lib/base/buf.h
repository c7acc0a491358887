/*
 * buf: bytes that grow.  The bytes are never NULL and always end in a NUL.
 */
#pragma once

#include <stddef.h>

struct arena;

struct buf {
	char *at;
	size_t length;
	size_t room; /* 0: at is the shared empty string */
};

extern char buf_empty[1];
#define BUF_INIT                                                               \
	{                                                                      \
		buf_empty, 0, 0                                                \
	}

void buf_add(struct buf *buf, const char *bytes, size_t length);
void buf_string(struct buf *buf, const char *string);
void buf_char(struct buf *buf, char c);
void buf_repeat(struct buf *buf, char c, size_t times);
void buf_format(struct buf *buf, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Puts bytes in front of what stands at offset. */
void buf_insert(struct buf *buf, size_t offset, const char *bytes,
    size_t length);

/* Cuts the buffer to length bytes. */
void buf_cut(struct buf *buf, size_t length);
void buf_free(struct buf *buf);

/* Declares a buffer for what a function works with, which is freed where the
 * block that holds it is left: BUF_SCRATCH(out); */
#define BUF_SCRATCH(name)                                                      \
	__attribute__((cleanup(buf_free))) struct buf name = BUF_INIT

/* Adds a text, behind a part where anything stands before it; "" adds nothing. */
void buf_join(struct buf *buf, const char *part, const char *text);

/* The bytes as a string of the arena; the buffer is freed. */
char *buf_take(struct buf *buf, struct arena *arena);
