#include "value/spelled.h"

#include "base/arena.h"
#include "text/term.h"
#include "text/uni.h"

/* The bytes of the word that a text begins with. */
static size_t
word_length(const char *text)
{
	const char *at = text, *end = text;

	while (uni_is_word(uni_next(&at)))
		end = at;
	return (size_t)(end - text);
}

/* Adds a word's number to those below a thousand before it; false where no
 * number goes on like that. */
static bool
add(int *below, int number)
{
	int tens = *below % 100;

	if (number == 100 && *below < 10)
		*below = 100 * (*below > 0 ? *below : 1);
	else if (number == 20 && tens == 4) /* quatre-vingts */
		*below += 76;
	else if (number < 100 && tens == 0)
		*below += number;
	else if (number > 0 && number < 10 && tens >= 20 && tens % 10 == 0)
		*below += number;
	else if (number >= 7 && number < 10 &&
	    (tens == 10 || tens == 70 || tens == 90)) /* dix-sept */
		*below += number;
	else if (number >= 10 && number < 20 && (tens == 60 || tens == 80))
		*below += number;
	else
		return false;
	return true;
}

/* What joins two words of a number: a blank, a hyphen, "et". */
static const char *
skip_joint(const char *text)
{
	size_t n;

	text += *text == ' ' || *text == '-';
	n = term_front(T_NUMBER_JOINTS, text);
	return n > 0 && (text[n] == ' ' || text[n] == '-') ? text + n + 1
							   : text;
}

bool
spelled_read(const char **text, int *number)
{
	const char *at = *text, *end = NULL;
	int thousands = 0, below = 0, next;
	size_t n;

	for (;; at = skip_joint(end)) {
		n = word_length(at);
		next = term_number(T_NUMBERS_IN_WORDS, at, n);
		if (next == 1000 && thousands == 0) {
			thousands = 1000 * (below > 0 ? below : 1);
			below = 0;
		} else if (next < 0 || next == 1000 || !add(&below, next)) {
			break;
		}
		end = at + n;
	}
	if (end == NULL)
		return false;
	*number = thousands + below;
	*text = end;
	return true;
}

bool
spelled_leads(const char *text)
{
	ARENA_SCRATCH(arena);
	const char *at = uni_lower(arena, text);
	int number;

	return spelled_read(&at, &number);
}
