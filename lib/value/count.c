#include "value/count.h"

#include <string.h>

#include "base/arena.h"
#include "text/uni.h"
#include "value/amount.h"
#include "value/marks.h"
#include "value/number.h"

/* What a count counts. */
static bool
is_unit(const char *unit, struct amount *amount)
{
	amount->plain = *unit == '\0';
	return amount->plain || term_lists(T_COUNT_UNITS, unit);
}

enum sure
count_reading(const char *text, enum lang lang, uint64_t *count, bool *drawn)
{
	const struct amount_kind kind = { lang == LANG_EN ? ',' : 0, T_NONE,
		false, is_unit };
	struct arena *arena = arena_new();
	const char *line = reading_bare(arena, text);
	struct amount amount = { 0 };
	enum sure sure;

	*drawn = marks_read(line, count);
	sure = *drawn ? SURE_EXACT : amount_read(line, &kind, &amount);
	if (!*drawn && sure == SURE_EXACT &&
	    (number_has_sign(line) || amount.low < 0 || amount.low % 1000 != 0))
		sure = SURE_NOT;
	if (!*drawn && sure == SURE_EXACT)
		*count = (uint64_t)amount.low / 1000;
	arena_free(arena);
	return sure == SURE_ABOUT ? SURE_NOT : sure;
}
