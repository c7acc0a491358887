/*
 * bind_template: an empty sheet, from the rows of a tool.
 */
#include <string.h>

#include "sheet/bind.h"

/* What a sheet has room for under its title. */
static const enum term pairs[] = { T_DATE, T_PLACE, T_FACILITATOR,
	T_PARTICIPANTS };
enum { PAIRS = sizeof(pairs) / sizeof(pairs[0]) };

/* Whether a row is one value, which a sheet has room for as a pair. */
static bool
is_pair(const struct bind_row *row)
{
	return row->example != T_NONE && row->sheet == T_NONE &&
	    row->kind != BIND_LIST && row->kind != BIND_NODES &&
	    row->kind != BIND_PROSE && row->kind != BIND_MAP;
}

static void
put_pair(struct buf *out, enum term key, enum lang lang)
{
	buf_format(out, "- **%s%s**\n", term_name(key, lang),
	    term_name(T_KEY_COLON, lang));
}

/* A YAML key, in lower case as people type it. */
static void
put_key(struct buf *out, enum term key, enum lang lang)
{
	const char *name = term_name(key, lang);

	if ((unsigned char)*name < 0x80)
		buf_char(out, (char)(*name | 0x20));
	else /* É and its kin: the second byte's 0x20 is the case */
		buf_format(out, "%c%c", name[0], name[1] | 0x20);
	buf_string(out, name + ((unsigned char)*name < 0x80 ? 1 : 2));
	buf_string(out, ":\n");
}

/* The lines of an example, each behind the marks of a comment. */
static void
put_example(struct buf *out, const char *lines)
{
	size_t n;

	while (*lines != '\0') {
		n = strcspn(lines, "\n");
		buf_string(out, "#   ");
		buf_add(out, lines, n);
		buf_char(out, '\n');
		lines += n + (lines[n] == '\n');
	}
}

static void
put_yaml(struct buf *out, const struct bind_tool *tool, enum lang lang)
{
	buf_format(out, "# %s\n\n", term_name(tool->summary, lang));
	put_key(out, T_TITLE, lang);
	for (size_t i = 0; i < PAIRS; i++)
		put_key(out, pairs[i], lang);
	BIND_ROWS(row, tool->rows) {
		if (row->example == T_NONE)
			continue;
		buf_char(out, '\n');
		put_key(out, row->key, lang);
		put_example(out, term_name(row->example, lang));
	}
}

static void
put_markdown(struct buf *out, const struct bind_tool *tool, enum lang lang)
{
	buf_format(out, "# %s\n\n", term_name(T_TITLE, lang));
	for (size_t i = 0; i < PAIRS; i++)
		put_pair(out, pairs[i], lang);
	BIND_ROWS(row, tool->rows)
		if (is_pair(row))
			put_pair(out, row->key, lang);
	BIND_ROWS(row, tool->rows)
		if (row->sheet != T_NONE)
			buf_format(out, "\n## %s\n\n%s\n",
			    term_name(row->key, lang),
			    term_name(row->sheet, lang));
}

void
bind_template(const struct bind_tool *tool, enum form form, enum lang lang)
{
	struct buf out = BUF_INIT;
	int status;

	if (form == FORM_YAML)
		put_yaml(&out, tool, lang);
	else
		put_markdown(&out, tool, lang);
	status = err_output(out.at, out.length, STATUS_OK);
	buf_free(&out);
	err_exit(status);
}
