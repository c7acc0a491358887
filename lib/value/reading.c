#include "value/reading.h"

#include <string.h>

#include "text/term.h"

/* What says that there is nothing is short, and has no figure. */
enum { LONGEST = 24 };

bool
reading_is_empty(const char *plain)
{
	if (*plain == '\0')
		return true;
	return strlen(plain) <= LONGEST &&
	    strpbrk(plain, "|0123456789") == NULL &&
	    term_lists(T_VALUE_EMPTY, plain);
}
