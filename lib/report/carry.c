#include "report/carry.h"

#include <string.h>

#include "report/report_inner.h"
#include "text/uni.h"

/* A node and all below it as one text. */
static void
add_text(struct report *report, struct buf *out, const struct node *node,
    bool key)
{
	const char *text = bind_text(report->bind, node);
	const char *parts = node->kind == NODE_MAP ? ", " : " ; ";

	if (key && *node->whole != '\0') {
		text = node->whole;
	} else if (key && *node->key != '\0') {
		buf_string(out, md_words(report->arena, node->key));
		buf_string(out, term_name(T_KEY_COLON, report->lang));
		buf_string(out,
		    *text != '\0' || node->first != NULL ? " " : "");
	}
	buf_string(out, text);
	NODE_EACH(const struct node, child, node) {
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

	add_text(report, &out, node, *node->key == '\0');
	return md_text(report->arena, buf_take(&out, report->arena));
}

static void
add_name(struct report *report, struct carry *carry, const char *name)
{
	ARENA_ADD(report->arena, carry->names, carry->count) = name;
}

struct carry
carry_of(struct report *report, const struct bind_more *const *items,
    size_t count)
{
	struct carry carry = { .count = 0 };
	struct dict_entry *entry;
	struct dict met = { .arena = report->arena };

	for (size_t i = 0; i < count; i++) {
		if (items[i] == NULL)
			continue;
		BIND_EACH(struct node *const, column, &items[i]->columns) {
			entry = dict_enter(&met,
			    uni_line(report->arena, (*column)->key));
			if (entry->value == NULL)
				add_name(report, &carry, (*column)->key);
			entry->value = *column;
		}
		carry.below = carry.below || items[i]->below.count > 0;
	}
	if (carry.below)
		add_name(report, &carry, term_name(T_DETAILS, report->lang));
	return carry;
}

static void
add_part(struct report *report, struct buf *out, const struct node *node)
{
	buf_join(out, " ; ", text_of(report, node));
}

void
carry_cells(struct report *report, const struct carry *carry,
    const struct bind_more *more)
{
	static const struct bind_more none;
	BUF_SCRATCH(out);

	more = more != NULL ? more : &none;
	for (size_t i = 0; i < carry->count; i++) {
		BIND_EACH(struct node *const, column, &more->columns)
			if (strcmp(uni_line(report->arena, (*column)->key),
				uni_line(report->arena, carry->names[i])) == 0)
				add_part(report, &out, *column);
		if (carry->below && i == carry->count - 1)
			BIND_EACH(struct node *const, node, &more->below)
				add_part(report, &out, *node);
		report_cell(report,
		    md_text(report->arena,
			arena_copy(report->arena, out.at, out.length)));
		buf_cut(&out, 0);
	}
}

void
carry_node(struct report *report, size_t levels, const struct node *node)
{
	const char *text = bind_text(report->bind, node);
	const struct node *child = node->first;

	if (*node->key != '\0')
		report_own_pair(report, levels, node->key, text);
	else if (*text != '\0' || child == NULL)
		report_item_below(report, levels, "", text);
	else { /* the first thing in it leads it */
		carry_node(report, levels, child);
		child = child->next;
	}
	for (; child != NULL; child = child->next)
		carry_node(report, levels + 1, child);
}

/* All that an item carries; the first thing may lead the others. */
static void
write_all(struct report *report, size_t first, size_t levels,
    const struct bind_more *more)
{
	BIND_EACH(struct node *const, column, &more->columns) {
		if (node_is_empty(*column))
			continue;
		carry_node(report, first, *column);
		first = levels;
	}
	BIND_EACH(struct node *const, node, &more->below) {
		carry_node(report, first, *node);
		first = levels;
	}
}

bool
carry_is_empty(const struct bind_more *more)
{
	if (more == NULL)
		return true;
	BIND_EACH(struct node *const, column, &more->columns)
		if (!node_is_empty(*column))
			return false;
	return more->below.count == 0;
}

void
carry_below(struct report *report, size_t levels, const struct bind_more *more)
{
	if (more != NULL)
		write_all(report, levels, levels, more);
}

void
carry_item(struct report *report, size_t levels, const char *text,
    const struct bind_more *more)
{
	bool led = *text != '\0' || more == NULL;

	if (led)
		report_item_below(report, levels, "", text);
	if (more != NULL)
		write_all(report, levels + led, levels + 1, more);
}
