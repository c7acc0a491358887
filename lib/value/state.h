/*
 * state: whether what somebody wrote of an action says that nothing is left of it.
 */
#pragma once

#include "text/term.h"

/*
 * T_DONE or T_DROPPED where a state is one of their words, alone or with when it
 * came about: "done", "Done (12 May)", "cancelled in June"; else T_NONE: "done
 * but for the paint" is not done.
 */
enum term state_closed(const char *text);
