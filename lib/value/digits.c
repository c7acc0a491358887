#include "value/digits.h"

#include <string.h>

#include "text/uni.h"
#include "value/spelled.h"

enum { MAX_GROUPS = 6 };

static const char figures[] = "0123456789";

/* Digits, and what stands in front of them: ',', '.', or ' ' for what only
 * ever parts thousands. */
struct group {
	const char *at;
	size_t length;
	char before;
};

struct groups {
	struct group at[MAX_GROUPS];
	size_t count;
};

/* Moves past what parts two groups of digits; 0 where nothing does. */
static char
skip_separator(const char **text)
{
	static const char *const quotes[] = { "'", "’" };
	const char *after = *text;
	char found = 0;

	if ((**text == ',' || **text == '.') && strspn(*text + 1, figures) > 0)
		return *(*text)++;
	if (uni_is_blank(uni_next(&after)))
		found = ' ';
	for (size_t i = 0; i < 2 && found == 0; i++)
		if (strncmp(*text, quotes[i], strlen(quotes[i])) == 0) {
			after = *text + strlen(quotes[i]);
			found = ' ';
		}
	if (found == 0 || strspn(after, figures) != 3)
		return 0;
	*text = after;
	return found;
}

static bool
read_groups(const char **text, struct groups *groups)
{
	struct group *group;
	char before = 0;

	groups->count = 0;
	do {
		if (groups->count == MAX_GROUPS)
			return false;
		group = &groups->at[groups->count++];
		*group =
		    (struct group){ *text, strspn(*text, figures), before };
		*text += group->length;
		before = group->length > 0 ? skip_separator(text) : 0;
	} while (before != 0);
	return groups->at[0].length > 0;
}

/* The number that the first groups make, the last one being its decimals
 * where it is not among them. */
static bool
compute(const struct groups *groups, size_t whole, int64_t *value)
{
	const struct group *last = &groups->at[groups->count - 1];
	size_t decimals = whole < groups->count ? last->length : 0, i, j;
	int64_t number = 0;

	for (i = 0; i < whole; i++)
		for (j = 0; j < groups->at[i].length; j++) {
			number = number * 10 + (groups->at[i].at[j] - '0');
			if (number > DIGITS_LIMIT / 1000)
				return false;
		}
	for (j = 0; j < 3; j++)
		number = number * 10 + (j < decimals ? last->at[j] - '0' : 0);
	for (; j < decimals; j++)
		if (last->at[j] != '0')
			return false;
	*value = number;
	return number <= DIGITS_LIMIT;
}

/* Whether groups behind the first, up to an end, are thousands: of three
 * digits each, and parted by one sign. */
static bool
are_thousands(const struct groups *groups, size_t end)
{
	for (size_t i = 1; i < end; i++)
		if (groups->at[i].length != 3 ||
		    groups->at[i].before != groups->at[1].before)
			return false;
	return end < 2 || groups->at[0].length <= 3;
}

bool
digits_read(const char **text, struct digits *digits)
{
	struct groups groups;
	const struct group *last;
	bool thousands, decimals;
	size_t n;

	if (!read_groups(text, &groups))
		return false;
	n = groups.count;
	last = &groups.at[n - 1];
	/* a number does not begin with no thousands */
	thousands =
	    n == 1 || (are_thousands(&groups, n) && *groups.at[0].at != '0');
	decimals = n > 1 && last->before != ' ' &&
	    are_thousands(&groups, n - 1) &&
	    (n == 2 || groups.at[1].before != last->before);
	if (!thousands && !decimals)
		return false;
	digits->separator = last->before;
	if (!compute(&groups, thousands ? n : n - 1, &digits->value))
		return false;
	digits->other = digits->value;
	return !thousands || !decimals ||
	    compute(&groups, n - 1, &digits->other);
}

bool
digits_whole(const char **text, size_t least, size_t most, int *number)
{
	size_t n = strspn(*text, figures);

	if (n < least || n > most)
		return false;
	for (*number = 0; n > 0; n--)
		*number = *number * 10 + (*(*text)++ - '0');
	return true;
}

bool
digits_read_or_words(const char **text, struct digits *digits, bool *spelled)
{
	int number;

	*spelled = strspn(*text, figures) == 0 && spelled_read(text, &number);
	if (!*spelled)
		return digits_read(text, digits);
	digits->value = digits->other = INT64_C(1000) * number;
	digits->separator = '\0';
	return true;
}
