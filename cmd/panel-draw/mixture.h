/*
 * mixture: the panels of which some chances are made up, and what parts them
 * from all panels where they are not.
 */
#pragma once

#include <glpk.h>

#include "chance.h"

static const double MIXTURE_NEAR = 1e-7; /* two figures of GLPK's are one */
static const double MIXTURE_REST = 2e-5; /* of chances, where rounding eats at
                                            it: a fiftieth of a panel in a
                                            thousand */

enum made { MADE_UP, CUT_OFF, CUT_SHORT };

/*
 * Takes panels off the chances one by one, each as much as can be, so that what
 * is left touches one bound more.  Returns what is left at the end: nothing,
 * where the limits have no corner but panels.
 */
double mixture_peel(struct programme *programme, struct lottery *lottery);

/* Gives panels their weights, by pricing; those that were found before are
 * tried first.  CUT_OFF: no panels make the chances up, and the programme has
 * an inequality more that says so. */
enum made mixture_price(struct programme *programme, struct lottery *lottery);
