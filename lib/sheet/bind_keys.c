/*
 * bind_keys: the keys of a tool, and what is said of others.
 */
#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "sheet/bind_inner.h"

/* The keys that every tool takes at the top of a document. */
static const enum term common_keys[] = { T_TITLE, T_SUBTITLE, T_DATE, T_TIME,
	T_PLACE, T_ORGANISATION, T_AUTHOR, T_FACILITATOR, T_PARTICIPANTS,
	T_LANGUAGE, T_TAGS };
enum { COMMON = sizeof(common_keys) / sizeof(common_keys[0]) };

size_t
bind_keys_of(const struct bind_row *rows, enum term keys[BIND_MAX_KEYS])
{
	size_t count = 0;

	for (; rows->kind != BIND_END && count < BIND_MAX_KEYS; rows++)
		keys[count++] = rows->key;
	return count;
}

void
bind_vote(struct bind *bind, enum lang lang)
{
	bind->votes[lang]++;
	if (bind->first_vote == LANG_NONE)
		bind->first_vote = lang;
}

const struct bind_row *
bind_find(struct bind *bind, const struct bind_row *rows, const char *name)
{
	enum term keys[BIND_MAX_KEYS], term;
	enum lang lang = LANG_NONE;

	term = term_find(name, keys, bind_keys_of(rows, keys), &lang);
	if (term == T_NONE)
		return NULL;
	bind_vote(bind, lang);
	while (rows->key != term)
		rows++;
	return rows;
}

/* The row of the tool whose key a name is where it stands, or NULL. */
const struct bind_row *
bind_find_row(struct bind *bind, const char *name, bool in_subject)
{
	const struct bind_row *row = bind->tool->rows;
	enum lang lang = LANG_NONE;

	for (; row->kind != BIND_END; row++) {
		if (row->from != T_NONE ||
		    ((row->flags & BIND_INNER) != 0 && !in_subject) ||
		    term_find(name, &row->key, 1, &lang) == T_NONE)
			continue;
		bind_vote(bind, lang);
		return row;
	}
	return NULL;
}

enum term
bind_find_common(const char *name)
{
	return term_find(name, common_keys, COMMON, NULL);
}

/* The place of a term's row, or that of the last one. */
static size_t
find_term(const struct bind_row *rows, enum term term)
{
	size_t i;

	for (i = 0; rows[i].kind != BIND_END && rows[i].key != term; i++)
		;
	return i;
}

/* Whether an earlier row of its table had the same column told, whose name
 * they share. */
static bool
is_told(const struct bind *bind, const struct node *node)
{
	const struct notes *faults = &bind->doc->faults;
	size_t i;

	for (i = 0; i < faults->count; i++)
		if (faults->at[i].args[0] == node->key &&
		    (faults->at[i].message == M_UNKNOWN_KEY ||
			faults->at[i].message == M_UNKNOWN_KEY_NEAR))
			return true;
	return false;
}

void
bind_unknown(struct bind *bind, const struct bind_row *rows,
    const struct node *node)
{
	enum term keys[BIND_MAX_KEYS + COMMON];
	size_t count = bind_keys_of(rows, keys), i;
	const char *nearest;

	for (i = 0; i < COMMON && rows == bind->tool->rows; i++)
		keys[count++] = common_keys[i];
	nearest = term_nearest(node->key, keys, count);
	if (nearest != NULL && rows == bind->tool->rows)
		bind->meant |= UINT64_C(1)
		    << find_term(rows, term_find(nearest, keys, count, NULL));
	if (is_told(bind, node))
		return;
	if (nearest == NULL)
		bind_fault(bind, node->key_pos, M_UNKNOWN_KEY, node->key);
	else
		bind_fault(bind, node->key_pos, M_UNKNOWN_KEY_NEAR, node->key,
		    nearest);
}

static const struct node *
find_below(const struct node *root, enum term key)
{
	const struct node *child, *found;

	for (child = root->first; child != NULL; child = child->next) {
		if (*child->key != '\0' &&
		    term_find(child->key, &key, 1, NULL) != T_NONE)
			return child;
		found = find_below(child, key);
		if (found != NULL)
			return found;
	}
	return NULL;
}

/* A heading that begins with a key, or one that stands too deep. */
static const struct node *
find_likely(const struct bind *bind, enum term key)
{
	const struct node *child, *found = NULL;
	const char *name;
	size_t i, n;

	for (i = 0; i < bind->doc->part_count && found == NULL; i++) {
		found = find_below(bind->doc->parts[i].root, key);
		child = bind->doc->parts[i].root->first;
		for (; child != NULL && found == NULL; child = child->next) {
			n = strcspn(child->key, " ");
			name = arena_copy(bind->doc->arena, child->key, n);
			if (n > 0 && term_find(name, &key, 1, NULL) != T_NONE)
				found = child;
		}
	}
	return found;
}

/* A line of a paragraph "Key: text", which strong text would make a pair. */
static const struct node *
find_line(const struct bind *bind, const struct node *root, enum term key)
{
	struct arena *arena = bind->doc->arena;
	const struct md_block *block = root->blocks;
	const struct node *lines, *line;
	size_t n;

	for (; block != NULL; block = md_next(block)) {
		lines = md_block_lines(arena, block);
		line = lines != NULL ? lines->first : NULL;
		for (; line != NULL; line = line->next) {
			n = strcspn(line->text, ":");
			if (line->text[n] == ':' &&
			    term_find(arena_copy(arena, line->text, n), &key, 1,
				NULL) != T_NONE)
				return line;
		}
	}
	return NULL;
}

void
bind_missing(struct bind *bind, const struct bind_row *row)
{
	const char *name = term_name(row->key,
	    bind->doc->lang ? bind->doc->lang : term_locale());
	const struct node *likely = find_likely(bind, row->key);
	const struct node *line = NULL;
	struct pos pos = { NULL, 0, 0 };
	size_t i;

	bind->lacking = true;
	if (bind->doc->part_count == 0 || bind->bare ||
	    (bind->meant >> (row - bind->tool->rows) & 1) != 0)
		return; /* another fault says it already */
	pos.file = bind->doc->parts[0].root->pos.file;
	for (i = 0; i < bind->doc->part_count && line == NULL; i++)
		line = find_line(bind, bind->doc->parts[i].root, row->key);
	if (line != NULL)
		bind_fault(bind, line->pos, M_MISSING_KEY_LINE, name);
	else if (likely == NULL)
		bind_fault(bind, pos, M_MISSING_KEY, name);
	else
		bind_fault(bind, pos, M_MISSING_KEY_NEAR, name, likely->key,
		    arena_format(bind->doc->arena, "%zu",
			likely->key_pos.line));
}
