#include "report/carry.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/dict.h"
#include "report/report_inner.h"
#include "source/md.h"
#include "text/uni.h"

/* A node and all below it as one text. */
static void
add_text(struct report *report, struct buf *out, const struct node *node,
    bool key)
{
	const char *text = bind_text(report->bind, node);
	const char *parts = node->kind == NODE_MAP ? ", " : " ; ";
	const struct node *child;

	if (key && *node->whole != '\0') {
		text = node->whole;
	} else if (key && *node->key != '\0') {
		buf_string(out, md_words(report->arena, node->key));
		buf_string(out, term_name(T_KEY_COLON, report->lang));
		buf_string(out,
		    *text != '\0' || node->first != NULL ? " " : "");
	}
	buf_string(out, text);
	for (child = node->first; child != NULL; child = child->next) {
		buf_string(out,
		    child != node->first      ? parts
			: *node->text != '\0' ? " : "
					      : "");
		add_text(report, out, child, true);
	}
}

static const char *
text_of(struct report *report, const struct node *node)
{
	struct buf out = BUF_INIT;
	const char *text;

	add_text(report, &out, node, *node->key == '\0');
	text = md_text(report->arena,
	    arena_copy(report->arena, out.at, out.length));
	buf_free(&out);
	return text;
}

struct carry
carry_of(struct report *report, const struct bind_more *const *items,
    size_t count)
{
	struct carry carry = { .count = 0 };
	struct node *const *columns;
	struct dict_entry *entry;
	struct dict met;
	size_t i, j;

	dict_init(&met, report->arena);
	for (i = 0; i < count; i++) {
		columns = items[i] != NULL ? items[i]->columns.at : NULL;
		for (j = 0; items[i] != NULL && j < items[i]->columns.count;
		     j++) {
			entry = dict_enter(&met,
			    uni_line(report->arena, columns[j]->key));
			if (entry->value != NULL)
				continue;
			entry->value = columns[j];
			carry.names = arena_grow(report->arena, carry.names,
			    carry.count, sizeof(*carry.names));
			carry.names[carry.count++] = columns[j]->key;
		}
		carry.below = carry.below ||
		    (items[i] != NULL && items[i]->below.count > 0);
	}
	if (carry.below) {
		carry.names = arena_grow(report->arena, carry.names,
		    carry.count, sizeof(*carry.names));
		carry.names[carry.count++] = term_name(T_DETAILS, report->lang);
	}
	return carry;
}

static void
add_part(struct report *report, struct buf *out, const struct node *node)
{
	const char *text = text_of(report, node);

	if (*text == '\0')
		return;
	buf_string(out, out->length > 0 ? " ; " : "");
	buf_string(out, text);
}

void
carry_cells(struct report *report, const struct carry *carry,
    const struct bind_more *more)
{
	struct node *const *columns = more != NULL ? more->columns.at : NULL;
	struct node *const *below = more != NULL ? more->below.at : NULL;
	struct buf out = BUF_INIT;
	size_t i, j;

	for (i = 0; i < carry->count; i++) {
		for (j = 0; more != NULL && j < more->columns.count; j++)
			if (strcmp(uni_line(report->arena, columns[j]->key),
				uni_line(report->arena, carry->names[i])) == 0)
				add_part(report, &out, columns[j]);
		for (j = 0; carry->below && i == carry->count - 1 &&
		     more != NULL && j < more->below.count;
		     j++)
			add_part(report, &out, below[j]);
		report_cell(report,
		    md_text(report->arena,
			arena_copy(report->arena, out.at, out.length)));
		buf_cut(&out, 0);
	}
	buf_free(&out);
}

/* A node and what is below it, a level deeper each; what has no words of its own
 * is led by the first thing in it. */
static void
write_below(struct report *report, const struct node *node, size_t depth)
{
	const char *text = bind_text(report->bind, node);
	const struct node *child;
	size_t start, i;

	report_end_table(report);
	if (*node->key == '\0' && *text == '\0' && node->first != NULL) {
		write_below(report, node->first, depth);
		child = node->first->next;
		for (; child != NULL; child = child->next)
			write_below(report, child, depth + 1);
		return;
	}
	start = report->out.length;
	if (*node->key != '\0')
		report_own_pair(report, node->key, text);
	else
		report_item(report, "", text);
	for (i = 0; i < depth; i++)
		buf_insert(&report->out, start, "  ", 2);
	for (child = node->first; child != NULL; child = child->next)
		write_below(report, child, depth + 1);
}

void
carry_node(struct report *report, const struct node *node)
{
	write_below(report, node, 0);
}

void
carry_below(struct report *report, const struct bind_more *more)
{
	struct node *const *below = more != NULL ? more->below.at : NULL;
	size_t i;

	for (i = 0; more != NULL && i < more->below.count; i++)
		write_below(report, below[i], 1);
}

void
carry_deeper(struct report *report, size_t levels, const struct bind_more *more)
{
	struct node *const *nodes;
	size_t i;

	if (more == NULL)
		return;
	nodes = more->columns.at;
	for (i = 0; i < more->columns.count; i++)
		if (!node_is_empty(nodes[i]))
			write_below(report, nodes[i], levels);
	nodes = more->below.at;
	for (i = 0; i < more->below.count; i++)
		write_below(report, nodes[i], levels);
}
