/*
 * money: amounts in euros, as whole cents.
 */
#ifndef MONEY_H
#define MONEY_H

#include <stdbool.h>
#include <stdint.h>

#include "text/term.h"

struct arena;

/*
 * Reads 1250, 1 250,50 €, €1250.5, 12 k€, 1,5 M€, 300 euros, with a sign or
 * without, into cents.  False for anything else, for parts of a cent and for
 * what passes 10^14 cents.
 */
bool money_read(const char *text, int64_t *cents);

/* "1 250,50 €", "€1 250.50"; whole euros have no decimals. */
const char *money_text(struct arena *arena, int64_t cents, enum lang lang);

#endif
