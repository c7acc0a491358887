/*
 * money: amounts in euros, as whole cents; or in another currency, where a sheet
 * is in that one.
 */
#pragma once

#include "text/term.h"
#include "value/reading.h"

struct arena;

/*
 * Reads 1250, 1 250,50 €, €1,250.50, 12 k€, 1,5 M€, 3 millions, 300 euros,
 * EUR 300, 50 centimes, with a sign or without; three digits behind a
 * separator are thousands, since cents have two, but in front of k and M.
 * What stands beside it (HT, par an, env.) makes it no plain figure; a range
 * is SURE_ABOUT with two ends.  SURE_NOT for anything else, for parts of a
 * cent and for what passes 10^14 cents.  What is said to be each month's is
 * twelve times that, each year.
 */
enum sure money_reading(const char *text, struct amount *amount);

/* The currency that is named in a text, T_VALUE_EURO, T_VALUE_POUND ...; T_NONE
 * where none is. */
enum term money_currency(const char *text);

/* What a currency is printed as: "€", "£", "FCFA"; euros for T_NONE. */
const char *money_sign(enum term currency);

/* "1 250,50 €", "€1 250.50", "300 FCFA"; whole ones have no decimals. */
const char *money_text(struct arena *arena, int64_t cents, enum term currency,
    enum lang lang);
