/*
 * bind_take: a section taken for a row, and what in it is no part of its value.
 */
#include "base/buf.h"
#include "sheet/bind_inner.h"

struct bind_beside *
bind_take_beside(struct bind *bind, enum term term, const struct node *section)
{
	struct bind_beside beside = { term, section, NULL };

	return bind_add(bind, &bind->beside, beside);
}

/* Faults what was meant as a table, and is none without a header. */
static void
check_bars(struct bind *bind, const struct node *section)
{
	MD_EACH(const struct md_block, block, section)
		if (md_is_bars(block))
			bind_fault(bind, md_place(block), M_NO_HEADER);
}

/* The same for the sections inside it, which are parts of its value. */
static void
take_beside_all(struct bind *bind, const struct bind_row *row,
    const struct node *section, enum term term)
{
	bind_take_beside(bind, term, section);
	if (bind_prose_row(row) != NULL)
		return;
	if (row->kind == BIND_LIST || row->kind == BIND_NODES)
		check_bars(bind, section);
	if ((row->flags & BIND_BESIDE) != 0)
		term = T_NONE;
	NODE_EACH(const struct node, child, section)
		if (child->level > 0)
			take_beside_all(bind, row, child, term);
}

const struct bind_row *
bind_find_claim(struct bind_found *found, const struct node *section)
{
	BIND_ROWS(row, found->bind->tool->rows)
		if ((row->claim != NULL && row->claim(section)) ||
		    (row->is_item != NULL && *section->key == '\0' &&
			section->blocks != NULL &&
			bind_holds_items(found, row, section)))
			return row;
	return NULL;
}

/* What a section of a list holds. */
struct inside {
	unsigned
	    headed;  /* the levels, as bits, of headings of which one is an item
			  * with its pairs: then all of that level are items */
	bool led;    /* items stand before the first heading */
	bool tables; /* a table stands under one */
	bool title;  /* it is a title: what stands below may be anything */
	bool called; /* it is called as its list */
};

static struct inside
look_inside(const struct bind_row *row, const struct node *section)
{
	const struct node *child = section->first;
	struct inside inside = { .led = child != NULL && child->level == 0,
		.title = section->level == 1,
		.called = term_is(section->key, row->key) };

	for (; row->kind == BIND_LIST && child != NULL; child = child->next) {
		if (child->level == 0)
			continue;
		if (bind_is_headed(row->rows, child))
			inside.headed |= 1U << child->level;
		inside.tables |=
		    child->first != NULL && child->first->table > 0;
	}
	return inside;
}

/* Whether a heading is an item of a list whose items can have others below them,
 * and stands over these. */
static bool
is_theme(const struct bind_row *row, const struct node *child)
{
	return row->kind == BIND_LIST &&
	    bind_flagged(row->rows, BIND_BELOW) != NULL &&
	    child->first != NULL && child->first->table == 0 &&
	    child->first->level == 0;
}

/* Whether a heading is a key of the tool, or one of those of its maps. */
static bool
is_key(const struct bind *bind, const char *heading)
{
	const struct bind_row *row = bind->tool->rows;

	if (bind_row_named(row, heading) != NULL)
		return true;
	for (; row->kind != BIND_END; row++)
		if (row->kind == BIND_MAP &&
		    bind_row_named(row->rows, heading) != NULL)
			return true;
	return false;
}

/*
 * Whether a heading inside a taken section is no part of its value: it is
 * another key of the tool, another row claims it, or a list's own items stand beside
 * it, which led: they stand first.  One over items is a part of a list, unless other
 * parts are tables and it is none.
 */
static bool
is_foreign(struct bind_found *found, const struct bind_row *row,
    const struct node *child, struct inside inside)
{
	struct bind *bind = found->bind;

	if (child->level == 0)
		return false;
	if (!inside.called && row->kind == BIND_LIST &&
	    bind_stands_aside(found, row, child))
		return true;
	if ((row->claim == NULL || !row->claim(child)) &&
	    bind_find_claim(found, child) != NULL)
		return true;
	if (row->rows != NULL && row->kind == BIND_NODES &&
	    bind_row_named(row->rows, child->key) != NULL)
		return false;
	if (row->kind == BIND_MAP
		? bind_row_named(bind->tool->rows, child->key) != NULL
		: is_key(bind, child->key))
		return true;
	if (row->kind == BIND_NODES &&
	    bind_find_loosely(bind, child, false) != NULL)
		return true;
	if (row->kind == BIND_LIST &&
	    bind_flagged(row->rows, BIND_PERSON) != NULL &&
	    bind_is_of_minutes(child->key))
		return true;
	if (is_theme(row, child))
		return false;
	if (row->kind != BIND_LIST || bind_prose_row(row) != NULL ||
	    bind_flagged(row->rows, BIND_UNDER) != NULL ||
	    (inside.headed >> child->level & 1) != 0)
		return false;
	if (inside.led)
		return true;
	if (bind_is_group(bind, row->rows, child) &&
	    (inside.tables || !inside.title || child->first->table > 0))
		return inside.tables && child->first->table == 0;
	return !bind_is_label(child->key) &&
	    bind_flagged(row->rows, BIND_PERSON) == NULL;
}

/*
 * A table among the items of a list that another row claims, as a section of
 * its own; NULL where none does.
 */
static struct node *
claim_table(struct bind_found *found, const struct bind_row *of,
    const struct node *row)
{
	struct arena *arena = found->bind->doc->arena;
	struct node *table = node_new(arena, NODE_LIST, row->pos);
	size_t number = row->table;

	for (; row != NULL && number > 0 && row->table == number;
	     row = row->next)
		node_append(table, node_again(arena, row));
	if (number == 0 || (of->claim != NULL && of->claim(table)))
		return NULL;
	return bind_find_claim(found, table) != NULL ? table : NULL;
}

/* Takes out of a section what is no part of its value; returns it. */
static struct node
take_foreign(struct bind_found *found, const struct bind_row *row,
    struct node *section)
{
	struct inside inside = look_inside(row, section);
	struct node all = node_emptied(section), foreign = *section;
	struct node *child, *table;
	size_t claimed = 0, tried = 0;

	while ((child = all.first) != NULL) {
		table = row->kind == BIND_LIST && child->table > tried
		    ? claim_table(found, row, child)
		    : NULL;
		node_take(&all);
		if (child->table > tried)
			tried = child->table;
		if (table != NULL) {
			claimed = child->table;
			node_append(&foreign, table);
		}
		if (child->table > 0 && child->table == claimed)
			continue;
		node_append(is_foreign(found, row, child, inside) ? &foreign
								  : section,
		    child);
	}
	return foreign;
}

/* Whether some row of the tool is a setting under a key. */
static bool
is_setting(const struct bind *bind, enum term key)
{
	const struct bind_row *row = bind->tool->rows;

	while (row->kind != BIND_END &&
	    (row->key != key || (row->flags & BIND_SETTING) == 0))
		row++;
	return row->kind != BIND_END;
}

/* Whether a row other than that of its section claims a pair by its key:
 * "Amended proposal: we open at ten" below the objections. */
static bool
is_claimed(struct bind_found *found, const struct bind_row *row,
    const struct node *pair)
{
	const struct bind_row *claims = bind_find_claim(found, pair);

	return claims != NULL && claims != row;
}

/* A line that is a pair of the tool's, of another key than its section's and of
 * none of its items': "Went well: the radio" below the facts; else NULL. */
static struct node *
other_pair(struct bind_found *found, const struct bind_row *row,
    const struct node *line)
{
	struct bind *bind = found->bind;
	struct node *pair = bind_pair_of(bind->doc->arena, line);

	if (pair == NULL || row->kind != BIND_LIST)
		return NULL;
	return is_claimed(found, row, pair) ||
		(is_key(bind, pair->key) && !term_is(pair->key, row->key) &&
		    bind_row_named(row->rows, pair->key) == NULL)
	    ? pair
	    : NULL;
}

/* Takes the lines of a section of text from the first on that is such a pair: each
 * is one, or goes on with it.  Those before are its items. */
static void
take_pairs(struct bind_found *found, const struct bind_row *row,
    struct node *section, struct node *pairs)
{
	struct arena *arena = found->bind->doc->arena;
	struct node *items = node_new(arena, NODE_LIST, section->pos);
	struct node *lines, *line, *pair;
	BUF_SCRATCH(text);

	if (section->kind != NODE_TEXT || row->kind != BIND_LIST)
		return;
	MD_EACH(const struct md_block, block, section) {
		lines = md_block_lines(arena, block);
		if (lines == NULL)
			return;
		while ((line = node_take(lines)) != NULL) {
			pair = other_pair(found, row, line);
			if (pair == NULL && pairs->first != NULL) {
				node_go_on(pairs->last, line, &text);
				continue;
			}
			node_end(pairs->last, arena, &text);
			node_append(pair != NULL ? pairs : items,
			    pair != NULL ? pair : line);
		}
	}
	node_end(pairs->last, arena, &text);
	if (pairs->first == NULL)
		return;
	MD_EACH(struct md_block, block, section)
		md_take(block, true);
	section->kind = NODE_LIST;
	section->text = "";
	while ((line = node_take(items)) != NULL) {
		line->text = md_text(arena, line->text);
		node_append(section, line);
	}
}

/* A line as its pair where it may stand beside any list: a setting, or a key of a
 * row that also claims sections by more than its name, "New round: Ana ok"; or one
 * that such a row claims, but the section's; else NULL. */
static struct node *
setting_of(struct bind_found *found, const struct bind_row *of,
    const struct node *line)
{
	struct bind *bind = found->bind;
	struct node *pair = bind_pair_of(bind->doc->arena, line);
	const struct bind_row *row;

	if (pair != NULL && is_claimed(found, of, pair))
		return pair;
	pair = bind_plain_pair(bind, bind->tool->rows, line, 0);
	row = pair != NULL ? bind_find_row(bind, pair->key, TERM_PLAIN, false)
			   : NULL;
	return row != NULL && (is_setting(bind, row->key) || row->claim != NULL)
	    ? pair
	    : NULL;
}

/* Walks a line as the pair that it is, which the account has as it was typed. */
static void
walk_line(struct bind_found *found, struct node *pair, bool in_subject)
{
	account_tell(found->bind->doc->account, pair, ACCOUNT_PAIR, T_NONE);
	bind_walk_child(found, pair, true, in_subject);
}

/* Whether a block stands beside the items of a section: in a preview it may have
 * been taken for what it is. */
static bool
is_beside(const struct node *section, const struct md_block *block)
{
	return md_use(block) == MD_BESIDE ||
	    (md_use(block) == MD_TAKEN && section->first != NULL);
}

/* Takes the paragraphs beside a list that are settings, line by line: "Horizon:
 * 2028" below a table. */
static void
take_settings(struct bind_found *found, const struct bind_row *row,
    const struct node *section, bool in_subject)
{
	struct bind *bind = found->bind;
	struct node *lines, *line;

	MD_EACH(struct md_block, block, section) {
		lines = is_beside(section, block)
		    ? md_block_lines(bind->doc->arena, block)
		    : NULL;
		line = lines != NULL ? lines->first : NULL;
		while (line != NULL && setting_of(found, row, line) != NULL)
			line = line->next;
		if (lines == NULL || line != NULL)
			continue;
		md_take(block, true);
		while ((line = node_take(lines)) != NULL)
			bind_walk_child(found, setting_of(found, row, line),
			    true, in_subject);
	}
}

void
bind_take(struct bind_found *found, const struct bind_row *row,
    struct node *node, bool in_subject)
{
	struct bind *bind = found->bind;
	bool item =
	    bind_prose_row(row) != NULL && !term_is(node->key, row->key);
	unsigned flags =
	    row->flags | (row->kind == BIND_PROSE || item ? BIND_WHOLE : 0U);
	size_t handed = bind_is_streamed(bind, node) ? node->count : 0;
	struct node foreign, pairs = { .kind = NODE_LIST }, *child;

	bind_append_node(bind, bind_nodes_of(found, row), node);
	account_tell(bind->doc->account, node, ACCOUNT_READ, row->key);
	node->taken = true;
	node->part = found->document;
	node->inner = in_subject;
	bind_unfold_lines(bind, row, node);
	if (node->level > 0)
		take_pairs(found, row, node, &pairs);
	bind_shape_records(bind, row, node);
	if (node->level == 0)
		return;
	bind->met = true;
	if ((flags & BIND_WHOLE) != 0 && in_subject) {
		/* a report's own headings are what they seem */
		if ((flags & BIND_BESIDE) != 0)
			take_beside_all(bind, row, node, row->key);
		return;
	}
	foreign = take_foreign(found, row, node);
	if (pairs.first == NULL &&
	    (row->kind == BIND_LIST || (row->flags & BIND_LINES) != 0))
		take_settings(found, row, node, in_subject);
	node->count += handed; /* they are gone, and still count */
	if (foreign.first != NULL && node->first == NULL)
		node->kind = NODE_TEXT;
	if ((flags & BIND_WHOLE) == 0 || (flags & BIND_BESIDE) != 0)
		take_beside_all(bind, row, node, row->key);
	while ((child = node_take(&foreign)) != NULL)
		bind_walk_child(found, child, true, in_subject);
	while ((child = node_take(&pairs)) != NULL)
		walk_line(found, child, in_subject);
}
