/*
 * note_item: notes as the room wrote them, and columns of notes.
 */
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "text/uni.h"
#include "value/number.h"
#include "workshop.h"

/* What stands between a note and who wrote it. */
#define DASH " — "

static const struct bind_row rows[] = {
	{ BIND_TEXT, T_TEXT, offsetof(struct note_item, text), BIND_MAIN },
	{ BIND_TEXT, T_FROM, offsetof(struct note_item, from) },
	{ BIND_NUMBER, T_VOICES, offsetof(struct note_item, votes) },
	{ BIND_END },
};

/* "3 voix" */
static bool
read_votes(struct bind *bind, const char *text, struct note_item *note)
{
	static const enum term voices[] = { T_VOICES };
	size_t n = strspn(text, "0123456789");
	enum lang lang;
	int64_t value;

	if (n == 0 || n > 9 || text[n] != ' ' ||
	    term_find(text + n + 1, voices, 1, &lang) == T_NONE ||
	    !number_read(arena_copy(bind->doc->arena, text, n), &value))
		return false;
	note->votes = (struct bind_number){ value, note->text.pos, true };
	return true;
}

/* Cuts "— *who*, 3 voix" off the end of a note's text. */
static void
cut_tail(struct bind *bind, struct note_item *note)
{
	struct arena *arena = bind->doc->arena;
	const char *text = note->text.text, *at = text, *tail = NULL, *end;
	size_t length;

	while ((at = strstr(at, DASH)) != NULL)
		tail = at, at += strlen(DASH);
	if (tail == NULL || tail == text)
		return;
	length = (size_t)(tail - text);
	tail += strlen(DASH);
	if (*tail != '*' || tail[1] == '*') {
		if (read_votes(bind, tail, note))
			note->text.text = arena_copy(arena, text, length);
		return;
	}
	end = strchr(tail + 1, '*');
	if (end == NULL || end == tail + 1 ||
	    (end[1] != '\0' &&
		(strncmp(end + 1, ", ", 2) != 0 ||
		    !read_votes(bind, end + 3, note))))
		return;
	note->from.text = arena_copy(arena, tail + 1, (size_t)(end - tail - 1));
	note->from.given = true;
	note->text.text = arena_copy(arena, text, length);
}

static void
add_note(struct bind *bind, struct bind_list *notes,
    const struct note_item *note)
{
	struct note_item *slot = bind_append(bind, notes, sizeof(*slot));

	*slot = *note;
	if (slot->text.text == NULL)
		slot->text.text = "";
	if (slot->from.text == NULL)
		slot->from.text = "";
}

static void read_note(struct bind *bind, const struct node *node,
    struct bind_list *notes);

static void
add_text(struct bind *bind, const char *text, struct pos pos,
    const struct node *below, struct bind_list *notes)
{
	struct note_item note = { .text = { text, pos, true } };

	note.from.text = "";
	cut_tail(bind, &note);
	for (; below != NULL; below = below->next)
		read_note(bind, below, &note.below);
	if (*note.text.text != '\0' || note.below.count > 0)
		add_note(bind, notes, &note);
}

/* Whether an item's pairs say more of a note: who wrote it, ... */
static bool
has_pairs(struct bind *bind, const struct node *node)
{
	const struct node *child;

	for (child = node->first; child != NULL; child = child->next)
		if (*child->key == '\0' ||
		    bind_find(bind, rows, child->key) == NULL)
			return false;
	return node->first != NULL && *node->key == '\0';
}

/* The cells of a row, as one note. */
static const char *
row_text(struct bind *bind, const struct node *row)
{
	const char *text = "", *cell;
	const struct node *child;

	for (child = row->first; child != NULL; child = child->next) {
		cell = bind_text(bind, child);
		if (*cell != '\0')
			text = *text == '\0' ? cell
					     : arena_format(bind->doc->arena,
						   "%s" DASH "%s", text, cell);
	}
	return text;
}

/* The paragraphs of a section, each of them a note. */
static void
read_blocks(struct bind *bind, const struct node *section,
    struct bind_list *notes)
{
	const struct md_block *block = section->blocks;
	struct arena *arena = bind->doc->arena;
	struct buf text = BUF_INIT;

	for (; block != NULL; block = md_next(block)) {
		if (md_use(block) != MD_TEXT && md_use(block) != MD_BESIDE)
			continue;
		buf_cut(&text, 0);
		md_write_block(&text, block);
		add_text(bind, md_text(arena, uni_line(arena, text.at)),
		    section->pos, NULL, notes);
	}
	buf_free(&text);
}

/* A key as what leads notes: strong, with one colon, or none behind a question. */
static const char *
leading_text(struct bind *bind, const char *key)
{
	struct arena *arena = bind->doc->arena;
	const char *plain = md_plain(arena, md_text(arena, key)), *end, *at;
	int32_t c, last = 0;

	for (at = end = plain; (c = uni_next(&at)) != 0;)
		if (c != ':' && !uni_is_blank(c)) {
			end = at;
			last = c;
		}
	plain = arena_copy(arena, plain, (size_t)(end - plain));
	return arena_format(arena, "**%s%s**", md_words(arena, plain),
	    last == '?' || last == '!'
		? ""
		: term_name(T_KEY_COLON, bind->doc->lang));
}

/* A note that a key leads: strong text, a deeper heading, a key of YAML. */
static void
read_keyed(struct bind *bind, const struct node *node, struct bind_list *notes)
{
	struct arena *arena = bind->doc->arena;
	struct note_item note = { .text = { "", node->pos, true } };
	const struct node *child;

	if (node->level == 0 && *node->whole != '\0') {
		add_text(bind, node->whole, node->pos, node->first, notes);
		return;
	}
	if (node->level == 0 && node->first == NULL) {
		if (*node->text != '\0')
			bind_fault(bind, node->key_pos, M_COLON_TRAP, node->key,
			    node->text);
		else
			add_text(bind, md_words(arena, node->key), node->pos,
			    NULL, notes);
		return;
	}
	note.text.text = leading_text(bind, node->key);
	read_blocks(bind, node, &note.below);
	for (child = node->first; child != NULL; child = child->next)
		read_note(bind, child, &note.below);
	add_note(bind, notes, &note);
}

static void
read_note(struct bind *bind, const struct node *node, struct bind_list *notes)
{
	struct note_item note = { .votes = { 0 } };

	if (*node->key != '\0' && node->table == 0) {
		read_keyed(bind, node, notes);
	} else if (node->table > 0) {
		add_text(bind, row_text(bind, node), node->pos, NULL, notes);
	} else if (has_pairs(bind, node)) {
		if (!bind_item(bind, rows, node, true, &note))
			return;
		if (note.text.text == NULL)
			note.text.text = "";
		if (!note.from.given)
			cut_tail(bind, &note);
		add_note(bind, notes, &note);
	} else {
		add_text(bind, bind_text(bind, node), node->pos, node->first,
		    notes);
	}
}

void
notes_read(struct bind *bind, const struct bind_list *nodes,
    struct bind_list *notes)
{
	struct node *const *at = nodes->at;
	const struct node *child;
	size_t i;

	for (i = 0; i < nodes->count; i++) {
		if (at[i]->blocks != NULL)
			read_blocks(bind, at[i], notes);
		else if (at[i]->kind == NODE_TEXT)
			add_text(bind, bind_text(bind, at[i]), at[i]->pos, NULL,
			    notes);
		for (child = at[i]->first; child != NULL; child = child->next)
			read_note(bind, child, notes);
	}
}

static struct column *
find_column(struct bind *bind, struct bind_list *columns, enum term term,
    const char *title)
{
	struct column *column = columns->at;
	size_t i;

	for (i = 0; i < columns->count; i++)
		if (term != T_NONE ? column[i].term == term
				   : column[i].term == T_NONE &&
			    strcmp(column[i].title, title) == 0)
			return &column[i];
	column = bind_append(bind, columns, sizeof(*column));
	*column = (struct column){ .term = term, .title = title };
	return column;
}

/* The column of a title: one of the terms, or the user's own. */
static struct column *
column_of(struct bind *bind, const struct node *node, const enum term *terms,
    struct bind_list *columns)
{
	struct arena *arena = bind->doc->arena;
	const char *title =
	    node->level > 0 ? node->whole : md_words(arena, node->key);
	enum lang lang = LANG_NONE;
	size_t count = 0;
	enum term term;

	while (terms[count] != T_NONE)
		count++;
	term = term_find(node->key, terms, count, &lang);
	if (term != T_NONE)
		bind->votes[lang]++;
	return find_column(bind, columns, term,
	    md_words(arena, md_plain(arena, title)));
}

/* Whether a child of a list of columns is a column and not a note. */
static bool
is_column(const struct node *node)
{
	if (*node->key == '\0' || node->table > 0)
		return false;
	if (node->level > 0 || *node->whole == '\0')
		return true;
	return *node->text == '\0';
}

static void
read_column(struct bind *bind, const struct node *node, struct bind_list *notes)
{
	const struct node *child;

	if (node->level > 0)
		read_blocks(bind, node, notes);
	else if (*node->text != '\0')
		add_text(bind, bind_text(bind, node), node->pos, NULL, notes);
	for (child = node->first; child != NULL; child = child->next)
		read_note(bind, child, notes);
}

static void
read_row(struct bind *bind, const struct node *row, const enum term *terms,
    struct bind_list *columns)
{
	struct column *column;
	const struct node *cell;

	for (cell = row->first; cell != NULL; cell = cell->next) {
		if (*cell->key == '\0') {
			bind_fault(bind, cell->pos, M_SURPLUS_CELL);
			continue;
		}
		column = column_of(bind, cell, terms, columns);
		add_text(bind, bind_text(bind, cell), cell->pos, NULL,
		    &column->notes);
	}
}

void
columns_read(struct bind *bind, const struct bind_list *nodes,
    const enum term *terms, struct bind_list *columns)
{
	struct node *const *at = nodes->at;
	struct bind_list loose = { .count = 0 };
	struct column *column;
	const struct node *child;
	size_t i;

	for (i = 0; i < nodes->count; i++) {
		if (at[i]->blocks != NULL)
			read_blocks(bind, at[i], &loose);
		else if (at[i]->kind == NODE_TEXT)
			add_text(bind, bind_text(bind, at[i]), at[i]->pos, NULL,
			    &loose);
		for (child = at[i]->first; child != NULL; child = child->next) {
			if (child->table > 0)
				read_row(bind, child, terms, columns);
			else if (is_column(child))
				read_column(bind, child,
				    &column_of(bind, child, terms, columns)
					 ->notes);
			else
				read_note(bind, child, &loose);
		}
	}
	if (loose.count == 0)
		return;
	column = find_column(bind, columns, T_HARVEST_NOTES, "");
	for (i = 0; i < loose.count; i++)
		add_note(bind, &column->notes,
		    (struct note_item *)loose.at + i);
}

const char *
note_line(struct arena *arena, const struct note_item *note, enum lang lang)
{
	const char *line = note->text.text, *votes = "";

	if (note->votes.given)
		votes = arena_format(arena, "%s %s",
		    number_text(arena, note->votes.thousandths, 0, false, lang),
		    term_name(T_VOICES, lang));
	else if (note->votes.as_typed)
		votes = note->votes.typed;
	if (*note->from.text != '\0')
		return arena_format(arena, "%s" DASH "*%s*%s%s", line,
		    note->from.text, *votes ? ", " : "", votes);
	return *votes == '\0'
	    ? line
	    : arena_format(arena, "%s" DASH "%s", line, votes);
}
