/*
 * finding: what finding.c and fate.c share, and nobody else.
 */
#ifndef FINDING_H
#define FINDING_H

#include "sheet.h"

struct finder {
	const struct process *process;
	const struct sheet *sheet;
	const struct consent *consent;
	const struct consent_outcome *outcome;
	const struct consent_rules *rules;
	const char *ruleset;
	struct method *method;
};

#define FIND(finder, pos, ...) method_find((finder)->method, pos, __VA_ARGS__)

static inline const char *
integer(const struct finder *finder, size_t value)
{
	return method_integer(finder->method, (int64_t)value);
}

static inline const char *
plain(const struct finder *finder, const char *text)
{
	return method_plain(finder->method, text);
}

/* fate.c: an objection, what became of it, and what is not written of that. */
void fate_check(const struct finder *finder, size_t index);

#endif
