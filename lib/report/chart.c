#include "report/chart.h"

#include <string.h>

#include "base/arena.h"
#include "text/uni.h"

void
chart_name(struct buf *out, const char *plain)
{
	struct arena *arena = arena_new();
	char *name = arena_string(arena, plain), *at;

	for (at = name; *at != '\0'; at++)
		if (strchr("\"\\`#:;,<>{}[]()|%&", *at) != NULL)
			*at = ' ';
	name = uni_line(arena, name);
	buf_string(out, *name != '\0' ? name : "-");
	arena_free(arena);
}

void
chart_quoted(struct buf *out, const char *plain)
{
	buf_char(out, '"');
	chart_name(out, plain);
	buf_char(out, '"');
}
