/*
 * test: what every unit test stands on.
 */
#pragma once

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/buf.h"

#define COUNT(rows) (sizeof(rows) / sizeof((rows)[0]))

/* Head, then the middle so many times, then the tail, in the arena. */
static inline const char *
repeat(struct arena *arena, const char *head, const char *middle, size_t times,
    const char *tail)
{
	struct buf buf = BUF_INIT;

	buf_string(&buf, head);
	while (times-- > 0)
		buf_string(&buf, middle);
	buf_string(&buf, tail);
	return buf_take(&buf, arena);
}
