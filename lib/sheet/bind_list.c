/*
 * bind_list: the items of a list.
 */
#include <string.h>

#include "sheet/bind_inner.h"
#include "source/line.h"
#include "text/uni.h"
#include "value/clock.h"
#include "value/period.h"

enum { MAX_LABEL = 12 };

bool
bind_is_label(const char *text)
{
	size_t n = term_base_length(text);

	return memchr(text, ' ', n) == NULL && uni_count(text, n) <= MAX_LABEL;
}

const struct bind_row *
bind_prose_row(const struct bind_row *row)
{
	return row->kind == BIND_LIST ? bind_row_of_kind(row->rows, BIND_PROSE)
				      : NULL;
}

void
bind_fill_texts(const struct bind_row *rows, void *into)
{
	struct bind_text *text;
	struct bind_value *value;

	for (; rows->kind != BIND_END; rows++) {
		if (rows->kind == BIND_MAP)
			bind_fill_texts(rows->rows, bind_at(rows, into));
		text = bind_at(rows, into);
		value = bind_at(rows, into);
		if (bind_value_size(rows->kind) > 0 && value->typed == NULL)
			value->typed = "";
		if ((rows->kind == BIND_TEXT || rows->kind == BIND_PROSE) &&
		    text->text == NULL)
			text->text = "";
	}
}

/* Whether an item has the text, or the list, of a row that may stand for
 * another's text. */
static bool
has_instead(const struct bind_row *rows, enum term instead, const void *from)
{
	const struct bind_text *text;
	const struct bind_list *list;

	for (; instead != T_NONE && rows->kind != BIND_END; rows++) {
		text = bind_at(rows, from);
		list = bind_at(rows, from);
		if (rows->key == instead &&
		    (rows->kind == BIND_TEXT
			    ? *text->text != '\0'
			    : rows->kind == BIND_LIST && list->given))
			return true;
	}
	return false;
}

/* Finds the texts that an item must have: one without a main text is still the
 * item that it is, one that does not say what it is of is not. */
static void
require_texts(struct bind *bind, const struct bind_row *rows,
    const struct node *item, const void *from)
{
	const struct bind_row *all = rows;
	const struct bind_text *text;
	struct pos pos = *item->key != '\0' ? item->key_pos : item->pos;

	for (; rows->kind != BIND_END; rows++) {
		text = bind_at(rows, from);
		if ((rows->flags & BIND_REQUIRED) == 0 ||
		    (rows->flags & BIND_COMPUTED) != 0 ||
		    rows->kind != BIND_TEXT || *text->text != '\0' ||
		    has_instead(all, rows->instead, from))
			continue;
		note_add((rows->flags & BIND_MAIN) != 0 ? &bind->doc->findings
							: &bind->doc->faults,
		    pos, M_MISSING_KEY, bind_key_name(bind, rows->key));
	}
}

/* Whether an item tells nothing but what it would stand under, as a heading over
 * nothing does. */
static bool
is_over_nothing(const struct bind_row *rows, const struct node *item)
{
	const struct bind_row *under = bind_flagged(rows, BIND_UNDER);

	if (under == NULL || (under->flags & BIND_WHOLE) == 0)
		return false;
	if (*item->key != '\0')
		return term_is(item->key, under->key) && item->first == NULL;
	NODE_EACH(const struct node, child, item)
		if (!node_is_empty(child) && !term_is(child->key, under->key))
			return false;
	return *item->text == '\0';
}

static bool
is_main(const struct bind_row *rows, const struct node *pair)
{
	const struct bind_row *row = bind_find_name(rows, pair->key, NULL);

	return row != NULL && (row->flags & BIND_MAIN) != 0;
}

/* What an item says, where it says but words: itself, or its main text, where
 * no more of it is given; else NULL. */
static const struct node *
words_alone(const struct bind_row *rows, const struct node *item)
{
	const struct node *child = item->first, *words = NULL;

	if (child == NULL)
		return *item->key == '\0' || is_main(rows, item) ? item : NULL;
	for (; child != NULL; child = child->next) {
		if (node_is_empty(child))
			continue;
		if (words != NULL || child->first != NULL ||
		    !is_main(rows, child))
			return NULL;
		words = child;
	}
	return *item->key == '\0' ? words : NULL;
}

/* Whether the items of a list stand in a section of their own, if not where they
 * were typed. */
static bool
has_section(const struct bind *bind, const struct bind_row *list)
{
	BIND_ROWS(row, bind->tool->rows)
		if (row->kind == BIND_LIST ? row->key == list->key
					   : row->kind == BIND_MAP &&
			    bind_row_named(row->rows,
				term_name(list->key, LANG_EN)) == list)
			return true;
	return false;
}

/* What words say that are struck out from their start to their end; else NULL. */
static const char *
struck_text(struct bind *bind, const struct node *words)
{
	static const char mark[] = "\\~\\~";
	const size_t n = strlen(mark);
	struct node bare;
	const char *text, *end;

	if (words == NULL || strspn(words->text, "\\~") == 0)
		return NULL;
	bare = *words;
	bare.box = BOX_NONE;
	text = bind_text(bind, &bare);
	end = strstr(text + strspn(text, "\\~"), mark);
	return strncmp(text, mark, n) == 0 && end != NULL && end[n] == '\0'
	    ? md_plain(bind->doc->arena,
		  arena_until(bind->doc->arena, text + n, end))
	    : NULL;
}

/* The same of a row of a table, each of whose cells is: what all of them say. */
static const char *
struck_row(struct bind *bind, const struct node *row)
{
	const char *text, *all = NULL;

	if (row->table == 0)
		return NULL;
	NODE_EACH(const struct node, cell, row) {
		text = struck_text(bind, cell);
		if (text == NULL && *cell->text != '\0')
			return NULL;
		if (text != NULL)
			all = all == NULL ? text
					  : arena_format(bind->doc->arena,
						"%s ; %s", all, text);
	}
	return all;
}

/* Keeps an item that is struck out for the report, and tells it. */
static void
put_struck(struct bind *bind, enum term term, const char *text, struct pos pos)
{
	struct bind_struck struck = { .term = term, .text = text };

	bind_add(bind, &bind->struck, struck);
	bind_finding(bind, pos, M_STRUCK_OUT, text);
}

/* What a line is as a label and a text, where its list is one of such; else
 * itself. */
static const struct node *
as_pair(struct bind *bind, const struct bind_row *row, const struct node *line)
{
	struct node *pair =
	    (row->flags & BIND_PAIRS) != 0 && line->first == NULL
	    ? bind_pair_of(bind->doc->arena, line)
	    : NULL;

	if (pair == NULL)
		return line;
	pair->whole = line->text;
	return pair;
}

bool
bind_passes_total(struct bind *bind, const struct node *item)
{
	const struct node *cell = item->first, *figure;
	struct node *told;
	const char *plain;

	if (item->table == 0 || cell == NULL ||
	    (item->next != NULL && item->next->table == item->table))
		return false;
	while (cell->next != NULL && *cell->text == '\0')
		cell = cell->next;
	plain = md_plain(bind->doc->arena, cell->text);
	if (!term_is(plain, T_TABLE_TOTAL))
		return false;
	for (figure = cell->next; figure != NULL; figure = figure->next)
		if (strpbrk(figure->text, "0123456789") != NULL)
			break;
	if (figure == NULL)
		return false;
	note_add(&bind->doc->remarks, cell->pos, M_TABLE_TOTAL, plain);
	told = node_text(bind->doc->arena, "", cell->pos);
	told->key = plain;
	account_tell(bind->doc->account, told, ACCOUNT_COMPUTED, T_NONE);
	return true;
}

/* "Aucune objection n'est levée": nothing of what a list is of. */
static bool
is_none_of(enum term key, const char *text)
{
	ARENA_SCRATCH(arena);
	const char *folded = uni_fold(arena, uni_line(arena, text));
	const char *what = folded + term_front(T_NONE_OF, folded), *end = what;

	while (what > folded && *end != '\0') {
		end += strcspn(end + 1, " .") + 1;
		if (term_is(arena_until(arena, what, end), key) &&
		    term_lists(T_NONE_OF_ENDS,
			arena_copy(arena, end, strcspn(end, "."))))
			return true;
	}
	return false;
}

/* Whether an item says in words that there is none: of a list whose items are told
 * of anywhere, else where it stands alone. */
static bool
says_nothing(const struct bind_row *row, const struct node *item,
    const struct bind_list *into)
{
	bool alone = into->count == 0 && item->next == NULL;

	return ((row->flags & BIND_SAID) != 0 || alone) &&
	    item->first == NULL && *item->key == '\0' &&
	    (bind_is_nothing(item->text) || is_none_of(row->key, item->text));
}

void
bind_add_item(struct bind *bind, const struct bind_row *row,
    const struct node *item, bool in_list, struct bind_list *into)
{
	const struct bind_row *node = bind_row_of_kind(row->rows, BIND_NODE);
	void *slot = arena_alloc(bind->doc->arena, row->size);
	size_t faults = bind->doc->faults.count;
	const struct node *remark;
	const char *struck;

	if (bind_passes_total(bind, item))
		return;
	struck = row->key != T_NONE
	    ? struck_text(bind, words_alone(row->rows, item))
	    : NULL;
	if (struck == NULL && row->key != T_NONE)
		struck = struck_row(bind, item);
	if (struck != NULL && has_section(bind, row)) {
		put_struck(bind, row->key, struck, item->pos);
		return;
	}
	if (says_nothing(row, item, into)) {
		remark = node_text(bind->doc->arena, bind_text(bind, item),
		    item->pos);
		bind_take_beside(bind, row->key, remark)->remark = remark->text;
		return;
	}
	if (!bind_item(bind, row->rows, as_pair(bind, row, item), in_list,
		slot))
		return;
	bind_fill_texts(row->rows, slot);
	if (bind->doc->faults.count == faults &&
	    !is_over_nothing(row->rows, item))
		require_texts(bind, row->rows, item, slot);
	if (node != NULL)
		*(const struct node **)bind_at(node, slot) = item;
	bind_put(bind, into, slot, row->size);
}

bool
bind_is_headed(const struct bind_row *rows, const struct node *item)
{
	const struct bind_row *row = bind_flagged(rows, BIND_MAIN);
	bool known = false;

	if (row == NULL || row->kind != BIND_TEXT || !node_is_map(item) ||
	    *item->text != '\0' || (item->level == 0 && *item->whole != '\0'))
		return false;
	MD_EACH(const struct md_block, block, item)
		if (md_use(block) != MD_ITEMS && md_use(block) != MD_PAIRS)
			return false;
	NODE_EACH(const struct node, pair, item) {
		if (term_is(pair->key, row->key))
			return false;
		known = known || bind_row_named(rows, pair->key) != NULL;
	}
	return known;
}

/* An item that is a section: its heading and its body. */
static void
add_section(struct bind *bind, const struct bind_row *row,
    const struct bind_row *prose, const struct node *section,
    struct bind_list *into)
{
	void *slot = arena_alloc(bind->doc->arena, row->size);

	bind_put_main(bind, row->rows, section->whole, section->pos, slot);
	bind_value(bind, prose, section, slot);
	bind_fill_texts(row->rows, slot);
	bind_put(bind, into, slot, row->size);
}

/* Whether a map is one item and not several: its keys are an item's, or in YAML
 * that of its main text is one of them. */
static bool
is_item(const struct bind_row *row, const struct node *node)
{
	const struct bind_row *named;
	bool all = true, main = false;

	if ((node->kind != NODE_MAP && node->blocks == NULL) ||
	    node->first == NULL || !node_is_map(node))
		return false;
	NODE_EACH(const struct node, child, node) {
		named = child->level == 0
		    ? bind_row_named(row->rows, child->key)
		    : NULL;
		all = all && named != NULL;
		main =
		    main || (named != NULL && (named->flags & BIND_MAIN) != 0);
	}
	return all || (main && node->blocks == NULL);
}

/* Whether a map has a key already. */
static bool
has_key(const struct node *map, const char *key)
{
	const struct node *pair = map->first;

	while (pair != NULL && !term_same(pair->key, key))
		pair = pair->next;
	return pair != NULL;
}

/*
 * Items that are typed one below the other, pair by pair, as a list of maps: a
 * key that comes again begins the next one.  NULL where they are no such items.
 */
static struct node *
part_items(struct bind *bind, const struct bind_row *row,
    const struct node *node)
{
	struct arena *arena = bind->doc->arena;
	struct node *list = node_new(arena, NODE_LIST, node->pos);
	struct node *map = NULL;

	if (node->blocks == NULL || node_is_map(node))
		return NULL;
	NODE_EACH(const struct node, child, node) {
		if (child->level > 0 || child->table > 0 ||
		    *child->key == '\0' ||
		    bind_row_named(row->rows, child->key) == NULL)
			return NULL;
		if (map == NULL || has_key(map, child->key)) {
			map = node_new(arena, NODE_MAP, child->pos);
			node_append(list, map);
		}
		node_append(map, node_again(arena, child));
	}
	return list->first != NULL ? list : NULL;
}

/* Tells items in which document they stand. */
static void
put_document(const struct bind_row *row, size_t document, size_t from,
    struct bind_list *list)
{
	const struct bind_row *told =
	    bind_row_of_kind(row->rows, BIND_DOCUMENT);

	for (; told != NULL && from < list->count; from++)
		*(size_t *)bind_at(told, bind_nth(list, row->size, from)) =
		    document;
}

/* Whether a line beside the items of a section is a pair of an item: then its
 * heading is the item, "**Target:** 30 June". */
static bool
has_own_pair(struct bind *bind, const struct bind_row *rows,
    const struct node *section)
{
	struct arena *arena = bind->doc->arena;
	const struct node *lines =
			      md_section_lines(arena, section, 1U << MD_BESIDE),
			  *pair;

	NODE_EACH(const struct node, line, lines) {
		pair = bind_pair_of(arena, line);
		if (pair != NULL && bind_row_named(rows, pair->key) != NULL)
			return true;
	}
	return false;
}

bool
bind_is_group(struct bind *bind, const struct bind_row *rows,
    const struct node *node)
{
	NODE_EACH(const struct node, child, node)
		if (bind_plain_pair(bind, rows, child, BIND_NO_PAIR) != NULL)
			return false;
	return node->level > 0 && node->first != NULL &&
	    node->first->level == 0 && *node->first->key == '\0' &&
	    bind_flagged(rows, BIND_PERSON | BIND_BELOW) == NULL &&
	    !has_own_pair(bind, rows, node);
}

/* Whether a key that is no heading stands over items: it is no time of one, and
 * in Markdown, where the heading is a day, it is one.  One over nothing does
 * where that is told. */
static bool
is_key_over_items(const struct bind_row *rows, const struct node *node)
{
	const struct bind_row *label = bind_flagged(rows, BIND_LABEL);
	const struct bind_row *under = bind_flagged(rows, BIND_UNDER);
	struct date date;

	if (*node->text != '\0' ||
	    (node->first == NULL && (under->flags & BIND_WHOLE) == 0) ||
	    (label != NULL && label->key == T_TIME &&
		bind_has_label(rows, node, true)))
		return false;
	return under->key != T_DATE || *node->whole == '\0' ||
	    date_read(node->key, &date);
}

/* Whether a key is one of an item, and its value has the shape of that key's: no
 * list where that is a text, none under a heading where it is a date. */
static bool
is_item_key(const struct bind_row *rows, const struct node *node)
{
	const struct bind_row *row = bind_row_named(rows, node->key);

	return row != NULL && bind_fits(row, node) &&
	    (row->kind != BIND_TEXT || node->kind != NODE_LIST ||
		node->first == NULL);
}

/* Whether a heading, or a key, stands over items and is no item itself. */
static bool
is_over_items(struct bind *bind, const struct bind_row *rows,
    const struct node *node)
{
	const struct node *child = node->first;

	if (*node->key == '\0' || node->table > 0 ||
	    (bind_flagged(rows, BIND_UNDER) == NULL &&
		!bind_is_group(bind, rows, node)) ||
	    (node->level == 0 && !is_key_over_items(rows, node)) ||
	    is_item_key(rows, node) || bind_is_headed(rows, node))
		return false;
	if (node->kind == NODE_MAP)
		for (; child != NULL; child = child->next)
			if (bind_row_named(rows, child->key) != NULL)
				return false;
	return true;
}

static void put_items(struct bind *bind, const struct bind_row *row,
    const struct node *node, struct bind_list *into);

/* Tells the items from a place on what they stand under: "2026 – Spring" where
 * that stands under another. */
static void
tell_under(struct bind *bind, const struct bind_row *row, size_t from,
    const char *heading, struct pos pos, struct bind_list *into)
{
	const struct bind_row *under = bind_flagged(row->rows, BIND_UNDER);
	struct bind_text *text;

	for (; from < into->count; from++) {
		text = bind_at(under, bind_nth(into, row->size, from));
		if (text->given)
			continue;
		text->text = md_text(bind->doc->arena,
		    *text->text == '\0' ? heading
					: arena_format(bind->doc->arena,
					      "%s – %s", heading, text->text));
		text->pos = pos;
	}
}

/* Whether a section is an item's text, as a heading over prose is: no table of
 * items, whose text is a column of it, and no list of questions over answers. */
static bool
is_prose_section(struct arena *arena, const struct bind_row *rows,
    const struct node *section)
{
	const struct node *first = section->first;

	if (section->level == 0 || first == NULL || first->level > 0)
		return section->level > 0;
	if (first->table > 0) {
		NODE_EACH(const struct node, cell, first)
			if (is_main(rows, cell))
				return false;
		return true;
	}
	NODE_EACH(const struct node, item, section)
		if (item->first == NULL ||
		    !line_asks(md_plain(arena, node_line(item))))
			return true;
	return false;
}

/* Whether a row of a table stands over those that follow: of items led by
 * times, one with something else there, and nothing behind it. */
static bool
is_row_heading(const struct bind_row *rows, const struct node *row)
{
	const struct bind_row *label = bind_flagged(rows, BIND_LABEL);
	const struct node *cell = row->first;
	int start, end;

	if (row->table == 0 || cell == NULL || *cell->text == '\0' ||
	    cell->next == NULL || label == NULL || label->key != T_TIME ||
	    bind_flagged(rows, BIND_UNDER) == NULL ||
	    !term_is(cell->key, label->key) ||
	    clock_read_range(cell->text, &start, &end))
		return false;
	while ((cell = cell->next) != NULL && *cell->text == '\0')
		continue;
	return cell == NULL;
}

/* Has items from a place on carry the heading that they stand under. */
static void
carry_heading(struct bind *bind, const struct bind_row *row,
    const struct node *section, size_t from, struct bind_list *into)
{
	struct node *heading =
	    node_text(bind->doc->arena, section->whole, section->pos);

	heading->key = bind_key_name(bind, T_RUBRIC);
	for (; from < into->count; from++)
		bind_carry(bind, row->rows, heading,
		    bind_nth(into, row->size, from));
}

/* The heading that a list was taken from under, where lists of the same row
 * stand under others; else NULL. */
static const struct node *
section_over(const struct bind *bind, const struct node *list)
{
	const struct bind_over *own = NULL;

	BIND_EACH(const struct bind_over, over, &bind->over)
		if (over->list == list)
			own = over;
	if (own == NULL)
		return NULL;
	BIND_EACH(const struct bind_over, over, &bind->over)
		if (over->row == own->row && over->section != own->section)
			return own->section;
	return NULL;
}

/* The items under a heading, each of which is told so. */
static void
put_under(struct bind *bind, const struct bind_row *row,
    const struct node *node, struct bind_list *into)
{
	const struct bind_row *under = bind_flagged(row->rows, BIND_UNDER);
	struct node *items = node_again(bind->doc->arena, node);
	size_t i = into->count;

	items->key = "";
	put_items(bind, row, items, into);
	if (i == into->count && under != NULL &&
	    (under->flags & BIND_WHOLE) != 0) {
		void *slot = arena_alloc(bind->doc->arena, row->size);

		bind_fill_texts(row->rows, slot);
		bind_put(bind, into, slot, row->size);
	}
	if (under != NULL)
		tell_under(bind, row, i,
		    node->level > 0 ? node->whole : node->key, node->key_pos,
		    into);
	else
		carry_heading(bind, row, node, i, into);
}

/* "- Sexe" over a list of its own, in a list of pairs, is a heading over these;
 * else the item itself. */
static const struct node *
as_heading(struct bind *bind, const struct bind_row *row,
    const struct node *item)
{
	size_t length = strlen(item->text);
	struct node *heading;

	if ((row->flags & BIND_PAIRS) == 0 || *item->key != '\0' ||
	    length == 0 || item->first == NULL)
		return item;
	while (length > 1 && strchr(": ", item->text[length - 1]) != NULL)
		length--;
	heading = node_again(bind->doc->arena, item);
	heading->key = heading->whole =
	    arena_copy(bind->doc->arena, item->text, length);
	heading->key_pos = item->pos;
	heading->text = "";
	return heading;
}

/* A section of text alone. */
static void
put_lines(struct bind *bind, const struct bind_row *row,
    const struct node *node, struct bind_list *into)
{
	const struct node *lines =
	    bind_prose_row(row) == NULL ? bind_lines(bind, row, node) : NULL;
	struct node *item;

	if (lines == NULL) {
		item = node_again(bind->doc->arena, node);
		item->key = "";
		if (md_leads(item->text) && has_section(bind, row))
			md_fill_item(bind->doc->arena, item,
			    bind_text(bind, item));
		bind_add_item(bind, row, item, true, into);
		return;
	}
	NODE_EACH(const struct node, line, lines)
		bind_add_item(bind, row, line, true, into);
	MD_EACH(struct md_block, block, node) /* a quotation, code */
		if (md_use(block) == MD_TEXT)
			md_take(block, false);
}

/* Whether an item is nothing but a list: "- 12. text". */
static bool
is_list_alone(const struct node *item)
{
	const struct node *child = item->first;

	while (child != NULL && *child->key == '\0' && child->table == 0)
		child = child->next;
	return child == NULL && item->first != NULL && *item->text == '\0' &&
	    *item->key == '\0' && item->table == 0 && !item->flow;
}

/* Whether an item is a pair of the one before it, typed beside and not below
 * it: "- **Revue :** 25 juin" behind a decision that has none yet. */
static bool
put_beside_last(struct bind *bind, const struct bind_row *row,
    const struct node *item, struct bind_list *into)
{
	const struct bind_row *pair = item->level > 0 || *item->whole == '\0'
	    ? NULL
	    : bind_find_name(row->rows, item->key, NULL);
	const struct bind_text *text;
	void *last;

	if (pair == NULL || pair->kind != BIND_TEXT ||
	    (pair->flags & (BIND_MAIN | BIND_LABEL)) != 0 || into->count == 0 ||
	    item->first != NULL)
		return false;
	last = bind_nth(into, row->size, into->count - 1);
	text = bind_at(pair, last);
	if (*text->text != '\0' ||
	    ((pair->flags & BIND_WHEN) == 0 &&
		strstr(item->whole, ":") == NULL))
		return false;
	account_tell(bind->doc->account, item, ACCOUNT_READ, pair->key);
	return bind_value(bind, pair, item, last);
}

static void
put_items(struct bind *bind, const struct bind_row *row,
    const struct node *node, struct bind_list *into)
{
	const struct bind_row *prose = bind_prose_row(row);
	bool in_list = node->kind == NODE_LIST || node->blocks != NULL;
	const struct node *parts, *heading = NULL;
	size_t before;

	if (prose != NULL &&
	    is_prose_section(bind->doc->arena, row->rows, node) &&
	    !term_is(node->key, row->key)) {
		add_section(bind, row, prose, node, into);
		return;
	}
	if (is_item(row, node)) {
		struct node *item = node_again(bind->doc->arena, node);

		item->key = "";
		item->kind = NODE_MAP;
		bind_add_item(bind, row, item, false, into);
		return;
	}
	if (node->kind == NODE_TEXT && *node->text != '\0')
		put_lines(bind, row, node, into);
	parts = part_items(bind, row, node);
	NODE_EACH(const struct node, child, parts != NULL ? parts : node) {
		before = into->count;
		if (is_row_heading(row->rows, child))
			heading = child;
		else if (prose != NULL &&
		    is_prose_section(bind->doc->arena, row->rows, child))
			add_section(bind, row, prose, child, into);
		else if (is_over_items(bind, row->rows,
			     as_heading(bind, row, child)))
			put_under(bind, row, as_heading(bind, row, child),
			    into);
		else if (is_list_alone(child))
			put_items(bind, row, child, into);
		else if (!put_beside_last(bind, row, child, into))
			bind_add_item(bind, row, child, in_list, into);
		if (heading != NULL && child->table == heading->table)
			tell_under(bind, row, before, heading->first->text,
			    heading->first->pos, into);
	}
}

/* Whether a list is claimed by another name than its own, which its items stand
 * under: "Day 1", of sessions; "Objection by Ana". */
static bool
is_claimed_as(const struct bind_row *row, const struct node *node)
{
	return (row->claim != NULL && node->level > 0 &&
		   term_place(node->key, row->key) == SIZE_MAX &&
		   term_find_subject(node->key) == T_NONE) ||
	    (term_read(node->key, TERM_OPENED, &row->key, 1, NULL) == T_NONE &&
		bind_claims_heading(row, node->key));
}

/* What stands beside such a list is beside its row's: the name is its items'. */
static void
rename_beside(struct bind *bind, const struct bind_row *row,
    const struct node *node)
{
	struct node *renamed;

	BIND_EACH(struct bind_beside, beside, &bind->beside)
		if (beside->section == node) {
			renamed = node_again(bind->doc->arena, node);
			renamed->key = bind_key_name(bind, row->key);
			beside->section = renamed;
		}
}

void
bind_put_list(struct bind *bind, const struct bind_row *row,
    const struct node *node, struct bind_list *into)
{
	size_t before = into->count;
	const struct node *section = section_over(bind, node);
	const struct node *parts = (row->flags & BIND_PARTED) != 0
	    ? bind_parted_items(bind, node)
	    : NULL;

	if (parts != NULL) {
		put_items(bind, row, parts, into);
	} else if (bind_flagged(row->rows, BIND_UNDER) != NULL &&
	    is_claimed_as(row, node)) {
		rename_beside(bind, row, node);
		put_under(bind, row, node, into);
	} else {
		put_items(bind, row, node, into);
	}
	if (section != NULL)
		carry_heading(bind, row, section, before, into);
	bind_part_labels(bind, row, before, into);
	put_document(row, node->part, before, into);
}
