#include "sheet/cross.h"

#include <string.h>

#include "sheet/matrix.h"
#include "text/uni.h"
#include "text/words.h"

/* What heads the rows, or the columns, of a table. */
struct axis {
	struct refer *refer;
	struct arena *arena;
	struct bind_list side;
	bool any;
	const struct words **words; /* of its items; NULL until asked for */
	bool *named;                /* a head names it */
	struct dict heads;          /* to struct head, in their order */
};

struct head {
	struct bind_text text;
	void *item; /* NULL: not known */
};

static struct axis
axis_of(const struct cross *cross, struct bind_list side)
{
	struct axis axis = { .refer = cross->refer,
		.arena = cross->refer->bind->doc->arena,
		.side = side,
		.any = cross->any };
	size_t count = side.count + 1;

	axis.words = arena_array(axis.arena, count, sizeof(*axis.words));
	axis.named = arena_array(axis.arena, count, sizeof(*axis.named));
	dict_init(&axis.heads, axis.arena);
	return axis;
}

static void *
item_at(const struct axis *axis, size_t place)
{
	return (char *)axis->side.at + place * axis->refer->size;
}

/* The place of an item on its side; that side's count where it is not of it. */
static size_t
place_of(const struct axis *axis, const void *item)
{
	size_t place =
	    (size_t)((const char *)item - (const char *)axis->side.at) /
	    axis->refer->size;

	return place < axis->side.count ? place : axis->side.count;
}

static bool
is_of(const struct axis *axis, const void *item)
{
	return item != NULL &&
	    (axis->any || place_of(axis, item) < axis->side.count);
}

static const struct words *
words_at(const struct axis *axis, size_t place)
{
	struct words *words;

	if (axis->words[place] == NULL) {
		words = arena_alloc(axis->arena, sizeof(*words));
		*words = words_of(axis->arena,
		    md_plain(axis->arena,
			refer_text(axis->refer, BIND_MAIN, item_at(axis, place))
			    ->text));
		axis->words[place] = words;
	}
	return axis->words[place];
}

/*
 * The one item that shares the most words with a head, among those that no head
 * names; NULL where there is none, or two.  At equal words the item at the
 * head's own place is taken.
 */
static void *
find_by_words(const struct axis *axis, const char *head, size_t place)
{
	struct words words = words_of(axis->arena, head);
	size_t best = 0, found = axis->side.count, i, similarity;
	bool tie = false;

	for (i = 0; i < axis->side.count; i++) {
		similarity = axis->named[i]
		    ? 0
		    : words_similarity(&words, words_at(axis, i));
		if (similarity == 0 || similarity < best)
			continue;
		if (similarity == best && i != place) {
			tie = found != place;
			continue;
		}
		tie = false;
		best = similarity;
		found = i;
	}
	return tie || best == 0 ? NULL : item_at(axis, found);
}

/* Whether a head can be that of a row. */
static bool
is_row(const void *context, const char *plain)
{
	const struct axis *axis = context;
	const char *rest;
	void *item = refer_look(axis->refer, plain);

	if (item == NULL)
		item = refer_front(axis->refer, plain, &rest);
	return item != NULL ? is_of(axis, item)
			    : find_by_words(axis, plain, SIZE_MAX) != NULL;
}

/* Behind the marks that part a label from words. */
static const char *
skip_marks(const char *text)
{
	size_t n;

	while ((n = uni_mark_of(text, " ", ":", "-", "–", "—")) > 0)
		text += n;
	return text;
}

/* Has an item be known by the words of a head. */
static void
know(const struct axis *axis, struct bind_text head, void *item)
{
	struct bind_text *own = refer_text(axis->refer, BIND_NAMING, item);

	if (*own->text == '\0' &&
	    strcmp(md_plain(axis->arena, head.text),
		md_plain(axis->arena,
		    refer_text(axis->refer, BIND_MAIN, item)->text)) != 0)
		*own = head;
	refer_know(axis->refer, head.text, item);
}

/*
 * The item of a head that is no name of one: by a label and words, which are
 * not those of another; or by words alone.
 */
static void *
find_head(const struct axis *axis, struct bind_text head, size_t place)
{
	const char *line = md_plain(axis->arena, head.text), *rest = "";
	void *item = refer_front(axis->refer, line, &rest);
	void *like = find_by_words(axis, line, place);
	struct words words;

	if (!is_of(axis, item)) {
		head.text = line;
		if (like != NULL)
			know(axis, head, like);
		else
			refer_tell(axis->refer, &head);
		return like;
	}
	rest = skip_marks(rest);
	words = words_of(axis->arena, rest);
	if (like != NULL && like != item &&
	    words_shared(&words, words_at(axis, place_of(axis, item))) == 0) {
		bind_fault(axis->refer->bind, head.pos, M_TWO_LABELLED, line,
		    refer_text(axis->refer, BIND_LABEL, item)->text,
		    refer_text(axis->refer, BIND_LABEL, like)->text);
		return item;
	}
	head.text = md_text(axis->arena, md_words(axis->arena, rest));
	know(axis, head, item);
	return item;
}

/* A head of an axis, known by its name if it has one. */
static struct head *
enter_head(struct axis *axis, const struct bind_text *text)
{
	struct dict_entry *entry = dict_enter(&axis->heads, text->text);
	struct head *head = entry->value;
	void *item;

	if (head == NULL) {
		entry->value = head = arena_alloc(axis->arena, sizeof(*head));
		head->text = *text;
		item =
		    refer_look(axis->refer, md_plain(axis->arena, text->text));
		head->item = is_of(axis, item) ? item : NULL;
	}
	return head;
}

/* Finds the items of the heads that are no names; false, and a fault where the
 * side is known, where one is not to be told. */
static bool
name_heads(struct axis *axis)
{
	const struct dict_entry *entry = axis->heads.entries;
	struct head *head;
	bool all = true;

	for (size_t i = 0; i < axis->heads.count; i++) {
		head = entry[i].value;
		if (head->item != NULL)
			axis->named[place_of(axis, head->item)] = true;
	}
	for (size_t i = 0; i < axis->heads.count; i++) {
		head = entry[i].value;
		if (head->item != NULL || *head->text.text == '\0')
			continue;
		if (!axis->any)
			head->item = find_head(axis, head->text, i);
		if (head->item != NULL)
			axis->named[place_of(axis, head->item)] = true;
		all = all && head->item != NULL;
	}
	return all;
}

static void
add_cells(struct cross *cross, struct axis *rows, struct axis *columns,
    const struct bind_list *cells)
{
	struct bind *bind = cross->refer->bind;
	struct cross_cell found;

	BIND_EACH(const struct matrix_cell, cell, cells) {
		if (cell->node == NULL || node_is_empty(cell->node))
			continue;
		found = (struct cross_cell){
			enter_head(rows, &cell->names[0])->item,
			enter_head(columns, &cell->names[1])->item, cell->node
		};
		if (found.row != NULL && found.column != NULL)
			bind_add(bind, &cross->cells, found);
	}
}

const struct node *
cross_table(struct cross *cross, const struct node *row)
{
	struct axis rows = axis_of(cross, cross->rows);
	struct axis columns = axis_of(cross, cross->columns);
	const struct bind_row heads[] = { { BIND_TEXT, cross->head },
		{ BIND_TEXT, T_NONE }, { BIND_TEXT, T_NONE }, { BIND_END } };
	struct matrix matrix = { .bind = cross->refer->bind,
		.rows = heads,
		.sides = { { cross->any ? NULL : is_row, &rows } },
		.count = 2 };

	row = matrix_table(&matrix, row);
	BIND_EACH(const struct matrix_cell, cell, &matrix.cells) {
		if (cell->names[0].text != NULL)
			enter_head(&rows, &cell->names[0]);
		if (cell->node != NULL)
			enter_head(&columns, &cell->names[1]);
	}
	/* both, for their faults */
	cross->unnamed = !name_heads(&rows);
	cross->unnamed |= !name_heads(&columns);
	if (!cross->unnamed)
		add_cells(cross, &rows, &columns, &matrix.cells);
	return row;
}
