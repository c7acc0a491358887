/*
 * bind_said: items of a list that are told where they came up, "Décision : ...",
 * in sections that pass.  They pass, and stand in the list too, each with the
 * heading that it was told under.
 */
#include <string.h>

#include "base/arena.h"
#include "sheet/bind_inner.h"
#include "source/line.h"
#include "text/uni.h"

struct said {
	const struct bind_row *row;
	struct node *item;
	const struct node *section;
};

static void
say(struct bind_found *found, const struct bind_row *row, struct node *item,
    const struct node *section)
{
	struct said said = { row, item, section };

	if (!bind_is_none(item->text) && !bind_is_nothing(item->text))
		bind_put(found->bind, &found->said, &said, sizeof(said));
}

/* Whether a pair says more of an item that is told of: "Responsable : Inès". */
static bool
says_more(const struct bind *bind, const struct node *pair)
{
	const struct bind_row *row = bind->tool->rows, *more;
	enum lang lang;

	for (; row->kind != BIND_END; row++) {
		more = (row->flags & BIND_SAID) != 0
		    ? bind_find_name(row->rows, pair->key, &lang)
		    : NULL;
		if (more != NULL &&
		    (more->flags & (BIND_MAIN | BIND_LABEL)) == 0)
			return true;
	}
	return false;
}

/* A pair as an item, with the pairs behind it that say more of it. */
static struct node *
item_of(struct bind *bind, const struct node *pair)
{
	struct node *item = node_again(bind->doc->arena, pair);

	item->key = item->whole = "";
	for (pair = pair->next;
	     pair != NULL && *pair->key != '\0' && says_more(bind, pair);
	     pair = pair->next)
		node_append(item, node_again(bind->doc->arena, pair));
	return item;
}

/* The row whose name is a key, where its items are told of anywhere. */
static const struct bind_row *
find_row(struct bind_found *found, const char *key)
{
	const struct bind_row *row = *key != '\0'
	    ? bind_find_row(found->bind, key, TERM_PLAIN, false)
	    : NULL;

	return row != NULL && (row->flags & BIND_SAID) != 0 ? row : NULL;
}

/* The length of a key without the number that it ends in: "Délibération n° 3". */
static size_t
without_number(const char *key, size_t length)
{
	size_t n = length;

	while (n > 0 && strchr("0123456789-./", key[n - 1]) != NULL)
		n--;
	if (n == length)
		return length;
	n -= n > 1 && key[n - 1] == ' ';
	if (n > 2 &&
	    (strncmp(key + n - 2, "°", 2) == 0 ||
		strncmp(key + n - 2, "º", 2) == 0)) {
		n -= 2;
		n -= key[n - 1] == 'n' || key[n - 1] == 'N';
	}
	n -= n > 1 && key[n - 1] == ' ';
	return key[n] == ' ' ? n : length;
}

/* Where the key that a line may begin with ends: at a colon, or at a dash. */
static size_t
key_length(const char *line)
{
	size_t colon = strcspn(line, ":"), i;

	for (i = 0; i < colon; i++)
		if (strncmp(line + i, " – ", 5) == 0 ||
		    strncmp(line + i, " — ", 5) == 0 ||
		    strncmp(line + i, " - ", 3) == 0)
			return i;
	return line[colon] == ':' ? colon : 0;
}

/*
 * The row that a line begins with the name of, and a colon; *text: what stands
 * behind, or all of it where the name has a number, a dash or a colon behind it:
 * "Délibération n° 3 – Tarifs".
 */
static const struct bind_row *
find_led(struct bind_found *found, const char *line, const char **text)
{
	enum { MOST = 40 };
	static const char marks[] = "*_ ";
	struct arena *arena = found->bind->doc->arena;
	size_t n, name;

	line += line_bullet(line, NULL);
	line += strspn(line, marks);
	n = key_length(line);
	if (n == 0 || n > MOST)
		return NULL;
	*text = line + n + 1 + strspn(line + n + 1, marks);
	while (n > 0 && strchr(marks, line[n - 1]) != NULL)
		n--;
	name = without_number(line, n);
	if (name < n)
		*text = line;
	else if ((*text)[-1] == ' ' && line[n] == ' ' && line[n + 1] != ':')
		return NULL;
	return find_row(found, arena_copy(arena, line, name));
}

/* A text without the end of emphasis that begins in front of it. */
static const char *
closed(struct arena *arena, const char *text)
{
	size_t n = strlen(text);

	return n > 2 && strstr(text, "**") == text + n - 2
	    ? arena_copy(arena, text, n - 2)
	    : text;
}

/* Says what a line tells of, with the lines that go on with it. */
static void
say_line(struct bind_found *found, const struct node *section,
    const struct node *line)
{
	struct arena *arena = found->bind->doc->arena;
	const char *lead = line->text, *text, *joint, *ignored;
	const struct bind_row *row = find_led(found, lead, &text);

	if (row == NULL)
		return;
	joint = text == lead + strspn(lead, "*_ ") ? " — " : " ";
	text = closed(arena, text);
	for (const struct node *next = line->next;
	     next != NULL && line_bullet(next->text, NULL) == 0 &&
	     find_led(found, next->text, &ignored) == NULL;
	     next = next->next) {
		text = arena_format(arena, "%s%s%s", text, joint, next->text);
		joint = " ";
	}
	say(found, row, node_text(arena, md_text(arena, text), line->pos),
	    section);
}

/* Says what the items of a section tell of, whatever their depth. */
static void
say_items(struct bind_found *found, const struct node *section,
    const struct node *items)
{
	const struct node *item = items->first;
	const struct bind_row *row;
	const char *rest;

	for (; item != NULL; item = item->next) {
		if (item->level > 0 || item->table > 0)
			continue;
		row = find_row(found, item->key);
		if (row != NULL)
			say(found, row, item_of(found->bind, item), section);
		else if ((row = find_led(found, item->text, &rest)) != NULL)
			say(found, row,
			    node_text(found->bind->doc->arena, rest, item->pos),
			    section);
		say_items(found, section, item);
	}
}

void
bind_say(struct bind_found *found, const struct node *section)
{
	struct arena *arena = found->bind->doc->arena;
	const struct node *lines, *line;

	say_items(found, section, section);
	for (const struct md_block *block = section->blocks; block != NULL;
	     block = md_next(block)) {
		lines = md_block_lines(arena, block);
		for (line = lines != NULL ? lines->first : NULL; line != NULL;
		     line = line->next)
			say_line(found, section, line);
	}
}

/* The text under a row with one of some flags, of an item that is a row of a
 * table; "" where it has none. */
static const char *
cell_text(const struct bind_row *rows, const struct node *item, unsigned flags)
{
	const struct bind_row *row;
	enum lang lang;

	NODE_EACH(const struct node, cell, item) {
		row = *cell->text != '\0' && *cell->key != '\0'
		    ? bind_find_name(rows, cell->key, &lang)
		    : NULL;
		if (row != NULL && (row->flags & flags) != 0)
			return cell->text;
	}
	return "";
}

/* Whether an item has the words that were told, or all but who and when, which
 * then stand beside it. */
static bool
is_item(struct arena *arena, const struct bind_row *rows,
    const struct node *item, const char *words)
{
	const char *text =
	    *item->text != '\0' ? item->text : cell_text(rows, item, BIND_MAIN);

	text = uni_fold(arena, md_plain(arena, text));
	return strcmp(text, words) == 0 ||
	    (*text != '\0' && strstr(words, text) != NULL &&
		*cell_text(rows, item, BIND_WHO | BIND_WHEN) != '\0');
}

static bool
has_item(struct arena *arena, const struct bind_row *rows,
    const struct node *items, const char *words)
{
	const struct node *item = items->first;

	if (item == NULL)
		return is_item(arena, rows, items, words);
	while (item != NULL && !is_item(arena, rows, item, words) &&
	    (item->level == 0 || !has_item(arena, rows, item, words)))
		item = item->next;
	return item != NULL;
}

static bool
is_listed(const struct bind_found *found, const struct said *said)
{
	struct arena *arena = found->bind->doc->arena;
	const struct bind_list *lists = bind_nodes_of(found, said->row);
	const char *words = uni_fold(arena, md_plain(arena, said->item->text));

	BIND_EACH(const struct node *const, list, lists)
		if ((*list)->part == found->document &&
		    has_item(arena, said->row->rows, *list, words))
			return true;
	return false;
}

/* The list of an item, under the heading that it was told under, if any. */
static struct node *
list_of(struct bind *bind, const struct said *said)
{
	struct arena *arena = bind->doc->arena;
	struct pos pos = said->section->key_pos;
	struct node *list = node_new(arena, NODE_LIST, pos);
	struct node *group = node_new(arena, NODE_LIST, pos);

	list->key = term_name(said->row->key, bind->doc->lang);
	list->level = 1;
	if (said->section->level == 0) {
		node_append(list, said->item);
		return list;
	}
	group->key = group->whole = said->section->key;
	group->level = 2;
	node_append(group, said->item);
	node_append(list, group);
	return list;
}

void
bind_take_said(struct bind_found *found)
{
	const struct said *said = found->said.at;
	struct bind *bind = found->bind;
	struct node *list;

	for (size_t i = 0; i < found->said.count; i++) {
		if (is_listed(found, &said[i]))
			continue;
		list = list_of(bind, &said[i]);
		list->taken = true;
		list->part = found->document;
		bind->met = true;
		bind_append_node(bind, bind_nodes_of(found, said[i].row), list);
	}
	found->said.count = 0;
}
