/*
 * bind_rows: nodes to the values that rows ask for.
 */
#include <string.h>

#include "sheet/bind_inner.h"
#include "text/uni.h"
#include "value/clock.h"

enum { MAX_PERSON = 40, MAX_PERSON_WORDS = 4 };

static const char *
with_box(struct bind *bind, const struct node *node, const char *text)
{
	if (node->box == BOX_NONE)
		return text;
	return arena_format(bind->doc->arena, "\\[%c] %s",
	    node->box == BOX_DONE ? 'x' : ' ', text);
}

const char *
bind_text(struct bind *bind, const struct node *node)
{
	return with_box(bind, node, md_text(bind->doc->arena, node->text));
}

const char *
bind_line(struct bind *bind, const struct node *item)
{
	return with_box(bind, item, md_text(bind->doc->arena, node_line(item)));
}

const char *
bind_place(struct bind *bind, struct pos pos)
{
	return arena_format(bind->doc->arena, "%s:%zu:%zu", pos.file, pos.line,
	    pos.col);
}

const char *
bind_key_name(struct bind *bind, enum term key)
{
	return term_name(key, bind->doc->lang ? bind->doc->lang : LANG_EN);
}

void
bind_conflict(struct bind *bind, const struct bind_row *row, const char *text,
    struct pos pos, const char *before, struct pos pos_before)
{
	bind_fault(bind, pos, M_CONFLICT, bind_key_name(bind, row->key), text,
	    before, bind_place(bind, pos_before));
}

bool
bind_is_text(struct bind *bind, const struct bind_row *row,
    const struct node *node)
{
	if (node->first == NULL)
		return true;
	bind_fault(bind, node->first->key_pos, M_NOT_A_TEXT,
	    bind_key_name(bind, row->key));
	return false;
}

static void
put_text(struct bind *bind, const struct bind_row *row, const char *text,
    struct pos pos, struct bind_text *into)
{
	if (into->given && *into->text != '\0' && *text != '\0' &&
	    strcmp(into->text, text) != 0)
		bind_conflict(bind, row, text, pos, into->text, into->pos);
	if (into->given && *into->text != '\0')
		return;
	*into = (struct bind_text){ text, pos, true, into->more };
}

void *
bind_at(const struct bind_row *row, const void *in)
{
	return (char *)in + row->at;
}

const struct bind_row *
bind_flagged(const struct bind_row *rows, unsigned flags)
{
	for (; rows->kind != BIND_END; rows++)
		if ((rows->flags & flags) != 0)
			return rows;
	return NULL;
}

static bool
is_list(const struct bind_row *row)
{
	return row->kind == BIND_LIST || row->kind == BIND_NAMES;
}

/* The row that takes the words of an item: the main one, or where there is none
 * the label, if it has no other; or NULL. */
static const struct bind_row *
row_of_words(const struct bind_row *rows, const void *into)
{
	const struct bind_row *row = bind_flagged(rows, BIND_MAIN);
	const struct bind_text *label;

	if (row == NULL)
		row = bind_flagged(rows, BIND_LABEL);
	if (row == NULL || is_list(row) || (row->flags & BIND_MAIN) != 0)
		return row;
	label = bind_at(row, into);
	return row->kind == BIND_TEXT && !label->given ? row : NULL;
}

void
bind_put_main(struct bind *bind, const struct bind_row *rows, const char *text,
    struct pos pos, void *into)
{
	const struct bind_row *row = row_of_words(rows, into);
	struct node *words = node_text(bind->doc->arena, text, pos);

	if (*text == '\0')
		return;
	if (row != NULL && is_list(row))
		bind_value(bind, row, words, into);
	else if (row != NULL)
		put_text(bind, row, text, pos, bind_at(row, into));
	else if (!bind_carry(bind, rows, words, into))
		bind_fault(bind, pos, M_WANTS_KEYS,
		    bind_key_name(bind, rows[0].key));
}

/* What no key names, where the main row is a list: one of its items. */
static bool
put_main_item(struct bind *bind, const struct bind_row *rows,
    const struct node *item, const struct node *child, void *into)
{
	const struct bind_row *row = bind_flagged(rows, BIND_MAIN);
	struct bind_list *list;

	if (row == NULL || !is_list(row) || item->table > 0 ||
	    (*child->key != '\0' && *item->key == '\0'))
		return false;
	list = bind_at(row, into);
	if (!list->given)
		list->pos = child->pos;
	list->given = true;
	if (row->kind == BIND_NAMES)
		bind_put_name(bind, row, child, list);
	else
		bind_add_item(bind, row, child, item->kind == NODE_LIST, list);
	return true;
}

/* What hangs below an item, where that is bound as items are; false where it is
 * not, or is a pair of the item's own. */
static bool
put_below(struct bind *bind, const struct bind_row *rows,
    const struct node *item, const struct node *child, void *into)
{
	const struct bind_row *row = bind_flagged(rows, BIND_BELOW);

	if (row == NULL || item->table > 0 ||
	    (*child->key != '\0' && *child->whole == '\0' &&
		child->first == NULL))
		return false;
	bind_add_item(bind, row, child, true, bind_at(row, into));
	return true;
}

/* Keeps a pair whose key is the user's own; false where no row takes it. */
static bool
put_other(struct bind *bind, const struct bind_row *rows,
    const struct node *pair, void *into)
{
	const struct bind_row *others = bind_row_of_kind(rows, BIND_OTHERS);

	if (others == NULL || (others->claim != NULL && !others->claim(pair)))
		return false;
	bind_append_node(bind, bind_at(others, into), pair);
	return true;
}

/* Whether a key of YAML is a mistyped one of some rows, which no other pair of
 * its item is: in Markdown, where words stand for the room, it is the user's
 * own. */
static bool
is_mistyped(struct bind *bind, const struct bind_row *rows,
    const struct node *item, const struct node *pair)
{
	enum term keys[BIND_MAX_KEYS], meant;
	size_t count = bind_keys_of(rows, keys);
	const char *nearest =
	    pair->verbatim || bind_in_markdown(bind, pair->key_pos)
	    ? NULL
	    : term_nearest(pair->key, keys, count);
	const struct node *other = item->first;

	if (nearest == NULL)
		return false;
	meant = term_find(nearest, keys, count, NULL);
	while (other != NULL && !term_is(other->key, meant))
		other = other->next;
	return other == NULL;
}

/* What no row knows of an item: carried with it, where that loses nothing. */
static bool
put_unknown(struct bind *bind, const struct bind_row *rows,
    const struct node *item, const struct node *pair, void *into)
{
	struct node headed;

	if (bind_is_unsaid(bind, rows, item, pair))
		return false;
	if (*pair->key == '\0' && item->table > 0 && pair == item->first) {
		headed = *pair;
		headed.key = bind_key_name(bind, T_RUBRIC);
		pair = node_again(bind->doc->arena, &headed);
	} else if (*pair->key == '\0' && item->table > 0) {
		bind_fault(bind, pair->pos, M_SURPLUS_CELL);
		return false;
	}
	if (*pair->key != '\0'
		? !is_mistyped(bind, rows, item, pair) &&
		    bind_carry(bind, rows, pair, into)
		: node_is_empty(pair) || bind_carry(bind, rows, pair, into)) {
		if (item->table == 0 && *pair->key != '\0')
			account_tell(bind->doc->account, pair, ACCOUNT_CARRIED,
			    T_NONE);
		return !node_is_empty(pair);
	}
	if (*pair->key != '\0')
		bind_unknown(bind, rows, pair);
	else if (bind_flagged(rows, BIND_MAIN) == NULL)
		bind_fault(bind, pair->pos, M_WANTS_KEYS,
		    bind_key_name(bind, rows[0].key));
	else
		bind_fault(bind, pair->pos, M_NESTED);
	return false;
}

/* The row that a pair names, or where that is a text and a list stands there, a
 * list of the same name. */
static const struct bind_row *
row_of_pair(struct bind *bind, const struct bind_row *rows,
    const struct node *item, const struct node *pair)
{
	const struct bind_row *row = bind_column(bind, rows, item, pair);

	if (row == NULL || row->kind != BIND_TEXT || pair->first == NULL)
		return row;
	BIND_ROWS(list, row)
		if (list->kind == BIND_LIST && term_is(pair->key, list->key))
			return list;
	return row;
}

/* Whether a pair has another text for an item that one by another name is already:
 * "Option: bikes", "Text: more of them".  In a table a column is parted so. */
static bool
is_second(struct bind *bind, const struct bind_row *rows,
    const struct node *item, const struct node *pair,
    const struct bind_row *row, const void *into)
{
	const struct bind_row *main = bind_flagged(rows, BIND_MAIN), *other;
	const struct bind_text *text = bind_at(row, into);

	if (main == NULL || main->kind != BIND_TEXT || main->at != row->at ||
	    item->table > 0 || !text->given || *text->text == '\0' ||
	    *pair->text == '\0' ||
	    strcmp(text->text, bind_text(bind, pair)) == 0)
		return false;
	NODE_EACH(const struct node, before, item) {
		if (before == pair)
			break;
		other = bind_find_name(rows, before->key, NULL);
		if (other != NULL && other->at == row->at &&
		    !term_same(before->key, pair->key))
			return true;
	}
	return false;
}

static bool put_pairs(struct bind *bind, const struct bind_row *rows,
    const struct node *item, void *into);

/* Whether a row takes one text or value of a node of Markdown over which others
 * hang: "- **Action:** mend the door" over "- **Who:** Ana". */
static bool
is_over(struct bind *bind, const struct bind_row *row, const struct node *node)
{
	return node->first != NULL && *node->text != '\0' && !is_list(row) &&
	    row->kind != BIND_MAP && row->kind != BIND_NODES &&
	    row->kind != BIND_OTHERS && row->kind != BIND_PROSE &&
	    bind_in_markdown(bind, node->pos);
}

/* Adds a pair to the text that one by the same name gave its item before: it has two
 * aims.  False where that would be another label, or is none. */
static bool
put_more(struct bind *bind, const struct bind_row *row, const struct node *pair,
    void *into)
{
	struct bind_text *text = bind_at(row, into);
	const char *listed = bind_listed(bind, row, pair);
	const char *more = listed != NULL ? listed : bind_text(bind, pair);

	if (row->kind != BIND_TEXT ||
	    (row->flags & (BIND_LABEL | BIND_MAIN)) != 0 || !text->given ||
	    *text->text == '\0' || *more == '\0' ||
	    strcmp(text->text, more) == 0 || !bind_in_markdown(bind, pair->pos))
		return false;
	text->text =
	    arena_format(bind->doc->arena, "%s ; %s", text->text, more);
	return true;
}

/* The value of a pair for its row; what hangs below a text is the item's own. */
static bool
put_value(struct bind *bind, const struct bind_row *rows,
    const struct bind_row *row, const struct node *pair, void *into)
{
	struct node alone = *pair;
	bool filled;

	if (!is_over(bind, row, pair))
		return put_more(bind, row, pair, into) ||
		    bind_value(bind, row, pair, into);
	alone.first = alone.last = NULL;
	alone.kind = NODE_TEXT;
	filled = put_more(bind, row, &alone, into) ||
	    bind_value(bind, row, node_again(bind->doc->arena, &alone), into);
	return put_pairs(bind, rows, pair, into) || filled;
}

/* A pair of an item, by its key. */
static bool
put_pair(struct bind *bind, const struct bind_row *rows,
    const struct node *item, const struct node *pair, void *into)
{
	const struct bind_row *row = row_of_pair(bind, rows, item, pair);
	bool filled;

	if (row != NULL && is_second(bind, rows, item, pair, row, into))
		return put_unknown(bind, rows, item, pair, into);
	if (row != NULL && item->table == 0)
		account_tell(bind->doc->account, pair, ACCOUNT_READ, row->key);
	if (row != NULL) {
		filled = put_value(bind, rows, row, pair, into);
		if (row->kind == BIND_MAP)
			bind_carry_up(bind, rows, row, into);
		return filled;
	}
	if (put_main_item(bind, rows, item, pair, into) ||
	    put_below(bind, rows, item, pair, into))
		return true;
	if (*pair->key != '\0' && put_other(bind, rows, pair, into))
		return !node_is_empty(pair);
	return put_unknown(bind, rows, item, pair, into);
}

/* The pairs of an item, those in plain letters too. */
static bool
put_pairs(struct bind *bind, const struct bind_row *rows,
    const struct node *item, void *into)
{
	const struct node *plain;
	bool filled = false;

	NODE_EACH(const struct node, pair, item) {
		plain = item->table > 0
		    ? NULL
		    : bind_plain_pair(bind, rows, pair, BIND_NO_PAIR);
		filled |= put_pair(bind, rows, item,
		    plain != NULL ? plain : pair, into);
	}
	return filled;
}

/* The text of an item, and what stands below it, in brackets or behind it. */
static void
put_told(struct bind *bind, const struct bind_row *rows,
    const struct node *item, void *into)
{
	const struct node *told = bind_bracketed(bind, rows, item);

	if (told == NULL)
		told = bind_values_behind(bind, rows, item);
	if (told == NULL)
		told = item;
	bind_put_main(bind, rows, bind_text(bind, told), item->pos, into);
	put_pairs(bind, rows, told, into);
}

/* An item whose key is a label in front of its text. */
static void
put_labelled(struct bind *bind, const struct bind_row *rows,
    const struct node *item, void *into)
{
	const struct bind_row *label = bind_flagged(rows, BIND_LABEL);

	put_text(bind, label, item->key, item->key_pos, bind_at(label, into));
	put_told(bind, rows, item, into);
}

/* Whether a key of YAML looks like somebody's name and not like a text. */
static bool
is_person(const char *text)
{
	size_t words = 1, i;

	for (i = 0; text[i] != '\0'; i++)
		words += text[i] == ' ';
	return words <= MAX_PERSON_WORDS && uni_count(text, i) <= MAX_PERSON;
}

bool
bind_has_label(const struct bind_row *rows, const struct node *item,
    bool in_list)
{
	const struct bind_row *row = bind_flagged(rows, BIND_LABEL);
	int start, end;

	if (row == NULL)
		return false;
	if ((row->flags & BIND_PERSON) != 0)
		return *item->whole != '\0' || item->first != NULL ||
		    is_person(item->key);
	if (row->key == T_TIME)
		return clock_read_range(item->key, &start, &end);
	if (row->key == T_NUMBER && *item->whole == '\0' &&
	    strpbrk(item->key, "0123456789") != NULL)
		return true;
	return (!in_list && item->level == 0) || bind_is_label(item->key);
}

/* An item whose text is a heading, or a text with a list behind its colon:
 * what stands below it is carried. */
static void
put_headed(struct bind *bind, const struct bind_row *rows,
    const struct node *item, void *into)
{
	bind_put_main(bind, rows,
	    with_box(bind, item,
		*item->whole != '\0' ? item->whole : item->key),
	    item->key_pos, into);
	if (*item->text != '\0')
		put_pair(bind, rows, item,
		    node_text(bind->doc->arena, bind_text(bind, item),
			item->pos),
		    into);
	put_pairs(bind, rows, item, into);
}

/* Whether a key that is a name for labels is one itself: "N: Non" behind "O: Oui",
 * which would else be an item with a label and nothing more. */
static bool
is_own_label(const struct bind_row *row, const char *key)
{
	return (row->flags & BIND_LABEL) != 0 && *key >= 'A' && *key <= 'Z' &&
	    key[1] == '\0';
}

/* Whether a key of Markdown is a text, not a label: it is no "F1", and has no text
 * behind it and no pair below it, "- **Competition**" over "- three shops". */
static bool
is_over_words(const struct bind_row *rows, const struct node *item)
{
	const struct bind_row *label = bind_flagged(rows, BIND_LABEL);
	const struct bind_row *text = bind_flagged(rows, BIND_MAIN);

	if (label == NULL || label->key != T_ID || text == NULL ||
	    text->kind != BIND_TEXT || *item->whole == '\0' ||
	    *item->text != '\0' || strpbrk(item->key, "0123456789") != NULL)
		return false;
	NODE_EACH(const struct node, child, item)
		if (*child->key != '\0')
			return false;
	return true;
}

/* Whether strong words in front of a text, with a colon, are the name of that text:
 * "**Action:** mend the door". */
static bool
is_main_pair(const struct bind_row *row, const struct node *item)
{
	size_t length = strlen(item->text), whole = strlen(item->whole);

	return (row->flags & BIND_MAIN) != 0 && length > 0 && length < whole &&
	    memchr(item->whole, ':', whole - length) != NULL;
}

static bool
put_keyed(struct bind *bind, const struct bind_row *rows,
    const struct node *item, bool in_list, void *into)
{
	const struct bind_row *row = bind_find(bind, rows, item->key);
	bool label = bind_has_label(rows, item, in_list);
	bool headed = bind_is_headed(rows, item);

	if (row != NULL && !is_own_label(row, item->key) &&
	    (*item->whole == '\0' || (!label && is_main_pair(row, item))))
		return put_value(bind, rows, row, item, into);
	if (is_over_words(rows, item) ||
	    (headed && item->level > 0 &&
		(bind_flagged(rows, BIND_MAIN)->flags & BIND_REQUIRED) != 0))
		label = false;
	if (label && (item->level == 0 || !node_is_empty(item))) {
		if (node_is_empty(item))
			return false;
		put_labelled(bind, rows, item, into);
	} else if (headed) {
		put_headed(bind, rows, item, into);
	} else if (*item->whole != '\0' && item->level == 0) {
		bind_put_main(bind, rows, bind_line(bind, item), item->key_pos,
		    into);
		put_pairs(bind, rows, item, into);
	} else if (item->level == 0 && item->first == NULL &&
	    (*item->text != '\0' || bind_flagged(rows, BIND_BELOW) == NULL)) {
		bind_fault(bind, item->key_pos, M_COLON_TRAP, item->key,
		    item->text);
	} else if (bind_flagged(rows, BIND_MAIN) == NULL ||
	    (item->level == 0 && is_mistyped(bind, rows, item, item))) {
		bind_unknown(bind, rows, item);
	} else {
		put_headed(bind, rows, item, into);
	}
	return true;
}

bool
bind_item(struct bind *bind, const struct bind_row *rows,
    const struct node *item, bool in_list, void *into)
{
	size_t findings = bind->doc->findings.count;
	bool filled = true;

	if (item->table > 0 &&
	    (item->table != bind->columns.table || rows != bind->columns.rows))
		bind_look_at_table(bind, rows, item);
	if (node_is_empty(item) &&
	    (*item->key == '\0' ||
		(item->level == 0 && bind_row_named(rows, item->key) != NULL)))
		return false;
	if (*item->key != '\0' && item->table == 0)
		filled = put_keyed(bind, rows, item, in_list, into);
	else
		put_told(bind, rows, item, into);
	bind_order_findings(bind, rows, into, findings);
	return filled;
}

size_t
bind_given_length(const char *text)
{
	static const enum lang langs[] = { LANG_FR, LANG_EN };
	size_t length = strlen(text), i, n;

	for (i = 0; i < 2; i++) {
		n = strlen(term_name(T_BY_DEFAULT, langs[i]));
		if (length >= n &&
		    strcmp(text + length - n,
			term_name(T_BY_DEFAULT, langs[i])) == 0)
			return length - n;
	}
	return length;
}

const struct bind_row *
bind_row_of(const struct bind *bind, enum term key, enum bind_kind kind)
{
	const struct bind_row *row = bind->tool->rows;

	while (row->key != key || row->kind != kind)
		row++;
	return row;
}

/* What of a map no key leads is its main text, where that is missing. */
static bool
put_keyless(struct bind *bind, const struct bind_row *rows,
    const struct node *item, void *into)
{
	const struct bind_row *row = bind_flagged(rows, BIND_MAIN);
	const struct bind_text *text;

	if (*item->key != '\0' || *item->text == '\0' || row == NULL ||
	    row->kind != BIND_TEXT)
		return false;
	text = bind_at(row, into);
	if (text->given)
		return false;
	bind_put_main(bind, rows, bind_text(bind, item), item->pos, into);
	put_pairs(bind, rows, item, into);
	return true;
}

/* Binds the pairs of a node by rows, and its text to the main one. */
static bool
put_map(struct bind *bind, const struct bind_row *rows, const struct node *node,
    void *into)
{
	size_t findings = bind->doc->findings.count;
	bool beside = node->level > 0 && node->kind != NODE_TEXT;
	const struct node *plain;
	bool filled = false;

	NODE_EACH(const struct node, pair, node) {
		plain = bind_plain_pair(bind, rows, pair, 0);
		if (plain == NULL)
			plain = pair;
		filled |= put_keyless(bind, rows, plain, into) ||
		    put_pair(bind, rows, node, plain, into);
	}
	bind_order_findings(bind, rows, into, findings);
	if (*node->text != '\0' && !beside) /* else it stays a paragraph */
		bind_put_main(bind, rows, bind_text(bind, node), node->pos,
		    into);
	return filled || *node->text != '\0';
}

bool
bind_value(struct bind *bind, const struct bind_row *row,
    const struct node *node, void *into)
{
	void *at = bind_at(row, into);
	struct bind_list *list = at;
	const char *text;

	if ((row->flags & BIND_COMPUTED) != 0 ||
	    (row->kind != BIND_TEXT && row->kind != BIND_PROSE &&
		node->first == NULL && *node->text != '\0' &&
		bind_is_none(node->text) &&
		!bind_is_choice(row, md_plain(bind->doc->arena, node->text))) ||
	    ((row->flags & BIND_SETTING) != 0 &&
		node->text[bind_given_length(node->text)] != '\0'))
		return false;
	switch (row->kind) {
	case BIND_TEXT:
		text = bind_listed(bind, row, node);
		if (text == NULL && !bind_is_text(bind, row, node))
			return *node->text != '\0';
		if (text == NULL)
			text = bind_text(bind, node);
		if ((row->flags & BIND_LABEL) != 0)
			text = md_plain(bind->doc->arena, text);
		put_text(bind, row, text, node->pos, at);
		return *text != '\0';
	case BIND_PROSE:
		return bind_put_prose(bind, row, node, at);
	case BIND_MAP:
		return put_map(bind, row->rows, node, at);
	case BIND_NAMES:
		bind_put_names(bind, row, node, list);
		break;
	case BIND_LIST:
		bind_put_list(bind, row, node, list);
		break;
	case BIND_NODES:
	case BIND_OTHERS:
		bind_append_node(bind, list, node);
		break;
	default:
		return bind_put_value(bind, row, node, at);
	}
	if (!list->given)
		list->pos = node->pos;
	list->given = true;
	return list->count > 0;
}

/* How many items a row has bound so far. */
static size_t
count_of(const struct bind_row *row, const void *into)
{
	const struct bind_list *list = bind_at(row, into);

	return is_list(row) ? list->count : 0;
}

void
bind_rows(struct bind *bind, const struct bind_row *rows,
    const struct bind_list *nodes, void *into)
{
	struct node *const *found;
	size_t i, j, before;

	for (i = 0; rows[i].kind != BIND_END; i++) {
		found = nodes[i].at;
		for (j = 0; j < nodes[i].count; j++) {
			before = count_of(&rows[i], into);
			bind_value(bind, &rows[i], found[j], into);
			account_count(bind->doc->account, found[j],
			    count_of(&rows[i], into) - before);
		}
	}
	bind_fill_texts(rows, into);
}
