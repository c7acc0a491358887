#include "source/foreign.h"

#include <string.h>
#include <strings.h>

#define BYTES(text) (text), sizeof(text) - 1

/* Office documents are archives: the names of their parts stand in the clear,
 * where the first of those that fit counts. */
static const struct {
	const char *start;
	size_t length;
	const char *inside; /* or NULL */
	enum term fault;
	const char *name;
} kinds[] = {
	{ BYTES("PK\003\004"), "word/", M_FOREIGN_WRITTEN, "Word (.docx)" },
	{ BYTES("PK\003\004"), "opendocument.text", M_FOREIGN_ODT,
	    "LibreOffice (.odt)" },
	{ BYTES("PK\003\004"), "xl/", M_FOREIGN_COUNTED, "Excel (.xlsx)" },
	{ BYTES("PK\003\004"), "opendocument.spreadsheet", M_FOREIGN_COUNTED,
	    "LibreOffice (.ods)" },
	{ BYTES("PK\003\004"), "ppt/", M_FOREIGN_SEEN, "PowerPoint (.pptx)" },
	{ BYTES("PK\003\004"), "opendocument.presentation", M_FOREIGN_SEEN,
	    "LibreOffice (.odp)" },
	{ BYTES("PK\003\004"), NULL, M_FOREIGN_PACKED, "ZIP" },
	{ BYTES("\037\213"), NULL, M_FOREIGN_PACKED, "gzip" },
	{ BYTES("\xd0\xcf\x11\xe0"), NULL, M_FOREIGN_SEEN,
	    "Word, Excel 97 (.doc, .xls)" },
	{ BYTES("{\\rtf"), NULL, M_FOREIGN_WRITTEN, "RTF" },
	{ BYTES("<!doctype html"), NULL, M_FOREIGN_WRITTEN, "HTML" },
	{ BYTES("<html"), NULL, M_FOREIGN_WRITTEN, "HTML" },
	{ BYTES("%PDF-"), NULL, M_FOREIGN_SEEN, "PDF" },
	{ BYTES("\x89PNG"), NULL, M_FOREIGN_SEEN, "PNG" },
	{ BYTES("\xff\xd8\xff"), NULL, M_FOREIGN_SEEN, "JPEG" },
};

enum term
foreign_fault(const char *bytes, size_t length, const char **name)
{
	const char *inside;

	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
		inside = kinds[i].inside;
		if (length < kinds[i].length ||
		    strncasecmp(bytes, kinds[i].start, kinds[i].length) != 0 ||
		    (inside != NULL &&
			memmem(bytes, length, inside, strlen(inside)) == NULL))
			continue;
		*name = kinds[i].name;
		return kinds[i].fault;
	}
	return T_NONE;
}

/* How many marks lead and end a heading of a wiki: "== Title =="; 0 where they
 * end none, and *bare says whether they lead one as in AsciiDoc: "== Title". */
static size_t
marks_around(const char *line, size_t length, bool *bare)
{
	size_t n = strspn(line, "="), end = length;

	while (end > 0 && strchr(" \t\r", line[end - 1]) != NULL)
		end--;
	*bare = n > 0 && n <= 6 && end > n && line[n] == ' ' &&
	    line[end - 1] != '=';
	for (size_t i = 0; i < n; i++)
		if (end <= n || line[--end] != '=')
			return 0;
	return n <= 6 && end > n ? n : 0;
}

/* Whether a line is a setting of org mode: "#+TITLE: Minutes". */
static bool
is_org(const char *line)
{
	size_t n;

	if (strncmp(line, "#+", 2) != 0)
		return false;
	n = strspn(line + 2,
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_");
	return n > 0 && line[2 + n] == ':';
}

enum term
foreign_markup(const char *text, const char **name)
{
	enum { ENOUGH = 2, MOST_LINES = 500, TOP = 5 };
	size_t wiki = 0, jira = 0, doc = 0, longest = 0, lines, length, n;
	bool bare, org = false, stars = false;

	for (lines = 0; *text != '\0' && lines < MOST_LINES; lines++) {
		length = strcspn(text, "\n");
		if (strncmp(text, "## ", 3) == 0)
			return T_NONE;
		n = marks_around(text, length, &bare);
		wiki += n > 0;
		doc += bare;
		longest = n > longest ? n : longest;
		jira += *text == 'h' && strncmp(text + 2, ". ", 2) == 0 &&
		    text[1] >= '1' && text[1] <= '6';
		org = org || is_org(text);
		stars = stars || strncmp(text, "* ", 2) == 0;
		text += length + (text[length] != '\0');
	}
	*name = wiki >= ENOUGH ? longest >= TOP ? "dokuwiki" : "mediawiki"
	    : jira >= ENOUGH   ? "jira"
	    : org && stars     ? "org"
			       : NULL;
	return *name != NULL ? M_FOREIGN_MARKUP
	    : doc >= ENOUGH  ? M_FOREIGN_ASCIIDOC
			     : T_NONE;
}
