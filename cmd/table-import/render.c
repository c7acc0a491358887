/*
 * render: the table, in Markdown or in YAML.
 */
#include "report/report.h"
#include "table.h"
#include "text/uni.h"

/* What a reader must know; a comment in YAML. */
static void
put_remark(struct table *table, struct report *report)
{
	const struct note note = { .message = M_TABLE_TO_CHECK,
		.args = { arena_format(table->arena, "%zu",
		    table->findings.count) } };
	const char *text =
	    note_text(table->arena, &note, table->doc->lang, NULL);

	if (table->findings.count > 0 && table->options->yaml)
		buf_format(report_text(report), "# %s\n", text);
	else if (table->findings.count > 0)
		report_paragraph(report, text);
}

static const char *
cell(const struct table_row *row, size_t column)
{
	return column < row->count ? row->cells[column] : "";
}

/* The title: what is given, else the first line above a header; NULL: none.
 * *rest gets how many of those lines it is. */
static const char *
title(struct table *table, size_t *rest)
{
	const char *given = table->doc->options.title;

	*rest = given == NULL && table->above_count > 0;
	return given != NULL ? md_text(table->arena, given)
	    : *rest > 0      ? md_words(table->arena, table->above[0])
			     : NULL;
}

static void
put_heads(struct table *table, struct report *report)
{
	const char *section = table->options->section, *text;
	size_t i;

	text = title(table, &i);
	if (text != NULL)
		report_heading(report, 1, text);
	for (; i < table->above_count; i++)
		report_paragraph(report,
		    md_words(table->arena, table->above[i]));
	if (section != NULL)
		report_heading(report, 2, md_text(table->arena, section));
}

static void
put_markdown(struct table *table, struct report *report)
{
	put_heads(table, report);
	put_remark(table, report);
	report_table(report, table->column_count);
	for (size_t j = 0; j < table->column_count; j++)
		report_cell(report, md_words(table->arena, table->heads[j]));
	for (size_t i = 0; i < table->row_count; i++)
		for (size_t j = 0; j < table->column_count; j++)
			report_cell(report,
			    md_words(table->arena, cell(&table->rows[i], j)));
}

static struct node *
new_node(struct arena *arena, enum node_kind kind, const char *key,
    const char *text)
{
	struct node *node = node_new(arena, kind, (struct pos){ NULL, 0, 0 });

	node->key = key;
	node->text = text;
	return node;
}

static struct node *
row_map(const struct table *table, struct arena *arena,
    const struct table_row *row)
{
	struct node *map = new_node(arena, NODE_MAP, "", "");
	const char *text;

	for (size_t i = 0; i < table->column_count; i++) {
		text = md_words(arena, cell(row, i));
		if (*text != '\0')
			node_append(map,
			    new_node(arena, NODE_TEXT, table->heads[i], text));
	}
	return map;
}

/* What stands before the list, and its name around the first of its rows, where
 * it has one. */
static struct node *
head_map(struct table *table, struct arena *arena, struct node *list)
{
	struct node *map = new_node(arena, NODE_MAP, "", "");
	const char *text;
	size_t rest;

	if (table->options->section == NULL)
		return list;
	text = title(table, &rest);
	if (text != NULL)
		node_append(map,
		    new_node(arena, NODE_TEXT,
			uni_lower(arena, term_name(T_TITLE, table->doc->lang)),
			text));
	list->key = table->options->section;
	node_append(map, list);
	return map;
}

/* A list of a map for each row.  Each is a tree of its own: memory grows with the
 * text alone. */
static void
put_yaml(struct table *table, struct report *report)
{
	struct buf *out = report_text(report);
	ARENA_SCRATCH(arena);
	struct node *list;
	size_t i;

	title(table, &i);
	for (i *= table->options->section != NULL; i < table->above_count; i++)
		buf_format(out, "# %s\n", table->above[i]);
	put_remark(table, report);
	for (i = 0; i < table->row_count || i == 0; i++) {
		list = new_node(arena, NODE_LIST, "", "");
		if (table->row_count > 0)
			node_append(list,
			    row_map(table, arena, &table->rows[i]));
		yml_write(out, i == 0 ? head_map(table, arena, list) : list);
		arena_reset(arena);
	}
}

int
render(struct table *table)
{
	struct bind bind = { .doc = table->doc };
	struct report *report = report_new(&bind);

	if (table->options->yaml)
		put_yaml(table, report);
	else
		put_markdown(table, report);
	return report_write(report, &table->findings, false);
}
