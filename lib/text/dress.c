#include "text/dress.h"

#include <string.h>

#include "base/arena.h"
#include "text/uni.h"

/* Digits, one letter, or a Roman number: the length of one part of a number. */
static size_t
part_length(const char *text)
{
	size_t n = strspn(text, "0123456789");

	if (n > 0)
		return n <= 3 ? n : 0;
	n = strspn(text, "IVX");
	if (n == 0)
		n = strspn(text, "ivx");
	if (n == 0 &&
	    ((*text >= 'a' && *text <= 'z') || (*text >= 'A' && *text <= 'Z')))
		n = 1;
	return n;
}

/* Behind "N°" or "n°" and its blanks; the text itself where there is none. */
static const char *
skip_numero(const char *text)
{
	static const char *const numeros[] = { "N°", "n°", "№", "Nº", "nº" };
	size_t n = uni_mark(text, numeros, sizeof(numeros) / sizeof(*numeros));

	return n > 0 ? uni_skip_blanks(text + n) : text;
}

/* Behind a dash between blanks, or the text itself. */
static const char *
skip_dash(const char *text)
{
	static const char *const dashes[] = { "-", "–", "—", ":" };
	const char *at = uni_skip_blanks(text);
	const char *behind =
	    at + uni_mark(at, dashes, sizeof(dashes) / sizeof(*dashes));

	return behind != at && uni_skip_blanks(behind) != behind ? behind
								 : text;
}

size_t
dress_number(const char *text)
{
	const char *start = skip_numero(text), *at = start, *words;
	size_t parts = 0, n;

	while ((n = part_length(at)) > 0) {
		at += n;
		parts++;
		if (*at != '.' || part_length(at + 1) == 0)
			break;
		at++;
	}
	if (parts == 0)
		return 0;
	if (*at == '.' || *at == ')' || *at == '/')
		at++;
	else if (skip_dash(at) != at)
		at = skip_dash(at);
	else if (start == text && (parts == 1 || *start < '0' || *start > '9'))
		return 0;
	words = uni_skip_blanks(at);
	return words == at || *words == '\0' ? 0 : (size_t)(words - text);
}

/* What is drawn, and no letter: emoji, dingbats, and what joins them. */
static bool
is_picture(int32_t c)
{
	return (c >= 0x25a0 && c <= 0x27bf) || (c >= 0x1f000 && c <= 0x1faff) ||
	    (c >= 0x2b00 && c <= 0x2bff) || (c >= 0x2300 && c <= 0x23ff) ||
	    (c >= 0xe0020 && c <= 0xe007f) || c == 0xfe0f || c == 0xfe0e ||
	    c == 0x200d || c == 0x20e3;
}

/* The length of ":speech_balloon:" at the start of a text; or 0. */
static size_t
shortcode(const char *text)
{
	static const char name[] = "abcdefghijklmnopqrstuvwxyz0123456789_+-";
	size_t n;

	if (*text != ':')
		return 0;
	n = strspn(text + 1, name);
	return n > 1 && text[n + 1] == ':' ? n + 2 : 0;
}

/* The length of a keycap, a digit drawn on a key; or 0. */
static size_t
keycap(const char *text)
{
	static const char *const keys[] = { "\uFE0F\u20E3", "\u20E3" };
	size_t n = strspn(text, "0123456789#*") > 0
	    ? uni_mark(text + 1, keys, sizeof(keys) / sizeof(*keys))
	    : 0;

	return n > 0 ? 1 + n : 0;
}

/* The length of an anchor without words: "<a id="top"></a>"; or 0. */
static size_t
anchor(const char *text)
{
	size_t n;

	if (strncmp(text, "<a ", 3) != 0)
		return 0;
	n = strcspn(text, ">");
	if (text[n] == '>' && strncmp(text + n + 1, "</a>", 4) == 0)
		return n + 5;
	return n > 0 && text[n - 1] == '/' ? n + 1 : 0;
}

/* The length of the dress that a text starts with, one piece of it. */
static size_t
dress_before(const char *text)
{
	const char *at = text;
	size_t n = strspn(text, "#");

	if (uni_is_blank(uni_next(&at)))
		return (size_t)(at - text);
	at = text;
	if (is_picture(uni_next(&at)))
		return (size_t)(at - text);
	if (strncmp(text, "==", 2) == 0)
		return 2;
	if (n > 0)
		return n;
	n = keycap(text);
	if (n == 0)
		n = shortcode(text);
	return n > 0 ? n : anchor(text);
}

/* Where the last character of a text begins. */
static size_t
last_character(const char *text, size_t length)
{
	while (length > 0 && ((unsigned char)text[--length] & 0xc0) == 0x80)
		continue;
	return length;
}

/* Whether the last length bytes of a text are a piece of dress: what begins
 * with a mark of its own. */
static bool
is_closed_dress(const char *text, size_t length)
{
	if (*text == '{')
		return (text[1] == '#' || text[1] == '.') &&
		    text[length - 1] == '}';
	return shortcode(text) == length || anchor(text) == length;
}

/* The length of a text without the dress that it ends in, one piece of it. */
static size_t
without_dress_behind(const char *text, size_t length)
{
	size_t last = last_character(text, length), i;
	const char *at = text + last;
	int32_t c = uni_next(&at);

	if (uni_is_blank(c) || is_picture(c))
		return last;
	if (c == ':' || c == '}' || c == '>') {
		for (i = last; i > 0 && length - i < 256; i--)
			if (strchr("{:<", text[i - 1]) != NULL &&
			    is_closed_dress(text + i - 1, length - i + 1))
				return i - 1;
			else if (c == ':' && text[i - 1] == ':')
				break; /* no name has a colon */
	}
	if (c == ':')
		return last;
	if (length >= 2 && strncmp(text + length - 2, "==", 2) == 0)
		return length - 2;
	return length;
}

size_t
dress_length(const char *text)
{
	const char *start = text;
	size_t n;

	while (*start != '\0' && (n = dress_before(start)) > 0)
		start += n;
	return (size_t)(start - text);
}

const char *
dress_off(struct arena *arena, const char *text)
{
	const char *start = text + dress_length(text);
	size_t n, length;

	length = strlen(start);
	while (length > 0 && (n = without_dress_behind(start, length)) < length)
		length = n;
	if (length == 0)
		return text;
	return start == text && text[length] == '\0'
	    ? text
	    : arena_copy(arena, start, length);
}

/* Behind the sign that a heading of what is good, or less good, begins with. */
static const char *
skip_sign(const char *text)
{
	static const char *const signs[] = { "+ ", "- ", "– ", "− ", "(+) ",
		"(-) ", "(–) ", "[+] ", "[-] " };

	for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++)
		if (strncmp(text, signs[i], strlen(signs[i])) == 0)
			return uni_skip_blanks(text + strlen(signs[i]));
	return text;
}

const char *
dress_key(struct arena *arena, const char *text)
{
	const char *words = skip_sign(dress_off(arena, text));
	size_t length;

	words += dress_number(words);
	length = strlen(words);
	while (length > 1 && strchr("?! ", words[length - 1]) != NULL)
		length--;
	words = arena_copy(arena, words, length);
	return dress_off(arena, words);
}
