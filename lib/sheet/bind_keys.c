/*
 * bind_keys: the keys of a tool, and what is said of others.
 */
#include <limits.h>
#include <string.h>

#include "sheet/bind_inner.h"

size_t
bind_keys_of(const struct bind_row *rows, enum term keys[BIND_MAX_KEYS])
{
	size_t count = 0;

	for (; rows->kind != BIND_END && count < BIND_MAX_KEYS; rows++)
		keys[count++] = rows->key;
	return count;
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

bool
bind_holds_lists(const struct bind_row *rows, const struct bind_row *list)
{
	const struct bind_row *inner = list->rows;

	while (inner->kind != BIND_END &&
	    (inner->kind != BIND_LIST ||
		rows[find_term(rows, inner->key)].kind != BIND_LIST))
		inner++;
	return inner->kind != BIND_END;
}

void
bind_vote(struct bind *bind, enum lang lang)
{
	bind->votes[lang]++;
	if (bind->first_vote == LANG_NONE)
		bind->first_vote = lang;
}

static const struct bind_row *
read_name(const struct bind_row *rows, const char *name, enum term_reading how,
    enum lang *lang)
{
	enum term keys[BIND_MAX_KEYS];
	enum term term =
	    term_read(name, how, keys, bind_keys_of(rows, keys), lang);

	return term == T_NONE ? NULL : rows + find_term(rows, term);
}

const struct bind_row *
bind_row_named(const struct bind_row *rows, const char *name)
{
	return read_name(rows, name, TERM_PLAIN, NULL);
}

const struct bind_row *
bind_find_name(const struct bind_row *rows, const char *name, enum lang *lang)
{
	const struct bind_row *row;

	if (lang != NULL)
		*lang = LANG_NONE;
	row = read_name(rows, name, TERM_GLOSSED, lang);
	return row != NULL && bind_holds_gloss(row, name) ? row : NULL;
}

const struct bind_row *
bind_row_of_kind(const struct bind_row *rows, enum bind_kind kind)
{
	while (rows->kind != BIND_END && rows->kind != kind)
		rows++;
	return rows->kind != BIND_END ? rows : NULL;
}

const struct bind_row *
bind_find(struct bind *bind, const struct bind_row *rows, const char *name)
{
	enum lang lang;
	const struct bind_row *row = bind_find_name(rows, name, &lang);

	if (row != NULL)
		bind_vote(bind, lang);
	return row;
}

const struct bind_row *
bind_find_row(struct bind *bind, const char *name, enum term_reading how,
    bool in_subject)
{
	enum lang lang = LANG_NONE;

	BIND_ROWS(row, bind->tool->rows) {
		if (row->from != T_NONE ||
		    ((row->flags & BIND_INNER) != 0 && !in_subject) ||
		    term_read(name, how, &row->key, 1, &lang) == T_NONE)
			continue;
		bind_vote(bind, lang);
		return row;
	}
	return NULL;
}

enum term
bind_find_common(const char *name)
{
	enum term term =
	    term_read(name, TERM_OPENED, doc_common, DOC_COMMON, NULL);
	size_t n = strlen(name);

	/* the parties are those to a contract */
	return term == T_PART && n > 0 && (name[n - 1] | 0x20) == 's' ? T_NONE
								      : term;
}

/* Whether an earlier row of its table had the same column told, whose name
 * they share. */
static bool
is_told(const struct bind *bind, const struct node *node)
{
	const struct notes *faults = &bind->doc->faults;

	for (size_t i = 0; i < faults->count; i++)
		if (faults->at[i].args[0] == node->key &&
		    (faults->at[i].message == M_UNKNOWN_KEY ||
			faults->at[i].message == M_UNKNOWN_KEY_NEAR))
			return true;
	return false;
}

/* The nearest name to a key among those of rows; with these of the tool, those of
 * every tool; what they are goes to keys. */
static const char *
find_nearest(const struct bind *bind, const struct bind_row *rows,
    const char *key, enum term keys[BIND_MAX_KEYS + DOC_COMMON], size_t *count)
{
	*count = bind_keys_of(rows, keys);
	for (size_t i = 0; i < DOC_COMMON && rows == bind->tool->rows; i++)
		keys[(*count)++] = doc_common[i];
	return term_nearest(key, keys, *count);
}

bool
bind_is_near(struct bind *bind, const struct node *node)
{
	enum term keys[BIND_MAX_KEYS + DOC_COMMON];
	size_t count;

	return !node->verbatim && term_find_key(node->key) == T_NONE &&
	    find_nearest(bind, bind->tool->rows, node->key, keys, &count) !=
	    NULL;
}

void
bind_unknown(struct bind *bind, const struct bind_row *rows,
    const struct node *node)
{
	enum term keys[BIND_MAX_KEYS + DOC_COMMON];
	size_t count;
	const char *nearest = find_nearest(bind, rows, node->key, keys, &count);

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

/* Whether a heading is the subject of another tool. */
static bool
is_other_subject(const struct node *node, enum term own)
{
	enum term subject =
	    node->level > 0 ? term_find_subject(node->key) : T_NONE;

	return subject != T_NONE && subject != own;
}

static const struct node *
find_below(const struct node *root, enum term key, enum term own)
{
	const struct node *found;

	NODE_EACH(const struct node, child, root) {
		if (is_other_subject(child, own))
			continue;
		if (*child->key != '\0' && term_is(child->key, key))
			return child;
		found = find_below(child, key, own);
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
		found = find_below(bind->doc->parts[i].root, key,
		    bind->doc->subject);
		child = bind->doc->parts[i].root->first;
		for (; child != NULL && found == NULL; child = child->next) {
			n = strcspn(child->key, " ");
			name = arena_copy(bind->doc->arena, child->key, n);
			if (n > 0 && !child->taken &&
			    !term_turns(name, child->key) && term_is(name, key))
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
	const struct node *lines = md_section_lines(arena, root, UINT_MAX);
	size_t n;

	NODE_EACH(const struct node, line, lines) {
		n = strcspn(line->text, ":");
		if (line->text[n] == ':' &&
		    term_is(arena_copy(arena, line->text, n), key))
			return line;
	}
	return NULL;
}

/* Tells which passing name is near to a key that nobody used. */
static void
tell_near(struct bind *bind, const struct bind_list *nodes,
    const struct node *section)
{
	const struct bind_row *rows = bind->tool->rows;
	enum term keys[BIND_MAX_KEYS], term;
	const char *nearest;
	size_t count = 0;

	BIND_ROWS(row, rows)
		if (nodes[row - rows].count == 0 && row->from == T_NONE)
			keys[count++] = row->key;
	nearest = term_nearest(section->key, keys, count);
	if (nearest == NULL ||
	    term_read(section->key, TERM_OPENED, keys, count, NULL) != T_NONE)
		return; /* the key itself, but what it holds has not its shape */
	term = term_find(nearest, keys, count, NULL);
	note_add(&bind->doc->remarks, section->key_pos, M_PASSES_NEAR,
	    section->key, term_name(term, bind->doc->lang));
	account_near(bind->doc->account, section, term);
}

void
bind_tell_near(struct bind *bind, const struct bind_list *nodes)
{
	const struct bind_list *lists[] = { &bind->before, &bind->after,
		&bind->kept };

	if (bind->doc->account == NULL && !bind->doc->options.check)
		return; /* nobody hears it */
	BIND_EACH(const struct bind_pair, pair, &bind->pairs)
		if (pair->term == T_NONE)
			tell_near(bind, nodes, pair->node);
	for (size_t i = 0; i < 3; i++)
		BIND_EACH(struct node *const, section, lists[i])
			tell_near(bind, nodes, *section);
}

/* Whether a word of a heading is a key, or near to one. */
static bool
is_likely(const struct bind *bind, const char *heading)
{
	struct arena *arena = bind->doc->arena;
	enum term keys[BIND_MAX_KEYS];
	size_t count = bind_keys_of(bind->tool->rows, keys), n;
	const char *word;

	for (; *heading != '\0'; heading += n + (heading[n] != '\0')) {
		n = strcspn(heading, " ");
		word = arena_copy(arena, heading, n);
		if (n > 3 &&
		    (term_find(word, keys, count, NULL) != T_NONE ||
			term_nearest(word, keys, count) != NULL))
			return true;
	}
	return false;
}

/* The first few names that pass and were perhaps meant as keys, as one text; ""
 * where there are none. */
static const char *
first_names(const struct bind *bind)
{
	enum { FEW = 3 };
	const struct bind_list *lists[] = { &bind->before, &bind->after };
	struct node *const *sections;
	struct buf out = BUF_INIT;
	size_t i, j, count = 0;

	for (i = 0; i < 2; i++) {
		sections = lists[i]->at;
		for (j = 0; j < lists[i]->count && count < FEW; j++)
			if (is_likely(bind, sections[j]->key)) {
				buf_join(&out, ", ", sections[j]->key);
				count++;
			}
	}
	return buf_take(&out, bind->doc->arena);
}

/* Whether those who were there, or were not, are the items of a list: a circle
 * whose members are not given. */
static bool
has_members(const struct bind *bind, const struct bind_row *row)
{
	static const enum term keys[] = { T_PARTICIPANTS, T_PRESENT, T_EXCUSED,
		T_NOT_PRESENT };

	if (row->key == T_MEMBERS)
		BIND_EACH(const struct bind_pair, pair, &bind->pairs)
			if (term_find(pair->node->key, keys, 4, NULL) != T_NONE)
				return true;
	return false;
}

void
bind_tell_nothing(struct bind *bind)
{
	const struct bind_row *row =
	    bind_row_of_kind(bind->tool->rows, BIND_LIST);
	const char *names = first_names(bind);
	struct pos pos;

	if (bind->doc->part_count == 0 || row == NULL || has_members(bind, row))
		return;
	pos = bind->doc->parts[0].root->pos;
	if (*names == '\0')
		bind_finding(bind, pos, M_NOTHING_READ,
		    bind_key_name(bind, row->key));
	else
		bind_finding(bind, pos, M_NOTHING_READ_OF,
		    bind_key_name(bind, row->key), names);
}

/* The fault of a required key that some heading or line was meant to be. */
static bool
miss_meant(struct bind *bind, const struct bind_row *row, struct pos pos)
{
	const char *name = bind_key_name(bind, row->key);
	const struct node *likely = find_likely(bind, row->key);
	const struct node *line = NULL;

	for (size_t i = 0; i < bind->doc->part_count && line == NULL; i++)
		line = find_line(bind, bind->doc->parts[i].root, row->key);
	if (line != NULL)
		bind_fault(bind, line->pos, M_MISSING_KEY_LINE, name);
	else if (likely != NULL)
		bind_fault(bind, pos, M_MISSING_KEY_NEAR, name, likely->key,
		    arena_format(bind->doc->arena, "%zu",
			likely->key_pos.line));
	return line != NULL || likely != NULL;
}

/* The place of what is absent, for findings: the start of the input. */
static void
put_place(const struct bind_row *row, struct pos pos, void *into)
{
	struct bind_list *list = bind_at(row, into);
	struct bind_text *text = bind_at(row, into);

	if (row->kind == BIND_LIST || row->kind == BIND_NODES ||
	    row->kind == BIND_NAMES)
		list->pos = pos;
	else if (row->kind == BIND_TEXT || row->kind == BIND_PROSE)
		text->pos = pos;
}

const char *
bind_other_subject(const struct bind *bind)
{
	const struct doc *doc = bind->doc;

	for (size_t i = 0; i < doc->part_count; i++)
		NODE_EACH(const struct node, node, doc->parts[i].root)
			if (is_other_subject(node, doc->subject))
				return node->key;
	return NULL;
}

/* The fault of keys of which nothing was meant: what to type for each. */
static void
miss_all(struct bind *bind, struct pos pos, const struct bind_list *keys)
{
	const char *other = bind_other_subject(bind);
	BUF_SCRATCH(names);
	BUF_SCRATCH(headings);
	BUF_SCRATCH(pairs);
	struct arena *arena = bind->doc->arena;

	BIND_EACH(const char *const, name, keys) {
		buf_join(&names, ", ", *name);
		buf_join(&headings, ", ", arena_format(arena, "## %s", *name));
		buf_join(&pairs, ", ", arena_format(arena, "%s:", *name));
	}
	if (other != NULL)
		bind_fault(bind, pos, M_MISSING_KEY_OTHER,
		    buf_take(&names, arena), other);
	else
		bind_fault(bind, pos, M_MISSING_KEY_TYPE,
		    buf_take(&names, arena), buf_take(&headings, arena),
		    buf_take(&pairs, arena));
}

void
bind_miss(struct bind *bind, enum term key)
{
	const struct bind_row *row = bind->tool->rows;
	const char *name = bind_key_name(bind, key);
	struct bind_list keys = { .at = &name, .count = 1 };
	struct pos pos = { NULL, 0, 0 };

	if (bind->doc->part_count == 0)
		return; /* another fault says it already */
	pos.file = bind->doc->parts[0].root->pos.file;
	while (row->kind != BIND_END && row->key != key)
		row++;
	if (row->kind == BIND_END || !miss_meant(bind, row, pos))
		miss_all(bind, pos, &keys);
}

/* Whether a list has an instead, or others that are made of the same items as that
 * one. */
static bool
has_instead(const struct bind_row *rows, const struct bind_row *row,
    const struct bind_list *nodes)
{
	if (row->instead == T_NONE)
		return false;
	BIND_ROWS(other, rows)
		if ((other->key == row->instead ||
			(other->rows != NULL && other->rows == row->rows)) &&
		    nodes[other - rows].count > 0)
			return true;
	return false;
}

void
bind_tell_missing(struct bind *bind, const struct bind_list *nodes, bool all,
    void *into)
{
	const struct bind_row *rows = bind->tool->rows;
	struct pos pos = { NULL, 0, 0 };
	struct bind_list missing = { .count = 0 };
	const char *name;

	if (bind->doc->part_count == 0)
		return; /* another fault says it already */
	pos.file = bind->doc->parts[0].root->pos.file;
	BIND_ROWS(row, rows) {
		if ((row->flags & BIND_REQUIRED) == 0 ||
		    nodes[row - rows].count > 0 ||
		    has_instead(rows, row, nodes))
			continue;
		put_place(row, bind->doc->parts[0].root->pos, into);
		if (bind->bare || (bind->meant >> (row - rows) & 1) != 0 ||
		    miss_meant(bind, row, pos) || !all)
			continue;
		name = bind_key_name(bind, row->key);
		bind_add(bind, &missing, name);
	}
	if (missing.count > 0)
		miss_all(bind, pos, &missing);
}
