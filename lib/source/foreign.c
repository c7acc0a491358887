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

/* How many marks lead and end a heading of a wiki: "== Title ==". */
static size_t
marks_around(const char *line, size_t length)
{
	size_t n = strspn(line, "="), end = length;

	while (end > 0 && strchr(" \t\r", line[end - 1]) != NULL)
		end--;
	for (size_t i = 0; i < n; i++)
		if (end <= n || line[--end] != '=')
			return 0;
	return n <= 6 && end > n ? n : 0;
}

const char *
foreign_markup(const char *text)
{
	enum { ENOUGH = 2, MOST_LINES = 500, TOP = 5 };
	size_t wiki = 0, jira = 0, longest = 0, lines, length, n;

	for (lines = 0; *text != '\0' && lines < MOST_LINES; lines++) {
		length = strcspn(text, "\n");
		if (strncmp(text, "## ", 3) == 0)
			return NULL;
		n = marks_around(text, length);
		wiki += n > 0;
		longest = n > longest ? n : longest;
		jira += *text == 'h' && strncmp(text + 2, ". ", 2) == 0 &&
		    text[1] >= '1' && text[1] <= '6';
		text += length + (text[length] != '\0');
	}
	if (wiki >= ENOUGH)
		return longest >= TOP ? "dokuwiki" : "mediawiki";
	return jira >= ENOUGH ? "jira" : NULL;
}
