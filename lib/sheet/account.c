#include "sheet/account.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/dict.h"
#include "text/uni.h"

struct entry {
	const char *words;
	struct pos pos;
	size_t file; /* the order in which the files came */
	int level;   /* of a heading; else 0 */
	enum account_fate fate;
	enum term term, near;
	const char *value; /* what was read of a value; or NULL */
	size_t count;
	const struct entry *within; /* or NULL */
};

struct account {
	struct arena *arena;
	struct entry **entries;
	size_t count;
	struct dict places; /* to entries */
	struct dict files;  /* their names, in order */
};

struct account *
account_new(struct arena *arena)
{
	struct account *account = arena_alloc(arena, sizeof(*account));

	account->arena = arena;
	dict_init(&account->places, arena);
	dict_init(&account->files, arena);
	return account;
}

/* Where a node stands, for the dictionary: a table by its first row. */
static const char *
place_of(const struct account *account, const struct node *node)
{
	const struct pos *pos =
	    *node->key != '\0' ? &node->key_pos : &node->pos;

	return arena_format(account->arena, "%s:%zu:%zu:%d", pos->file,
	    pos->line, pos->col, node->table > 0 && *node->key == '\0');
}

/* A table by its header. */
static const char *
header_of(const struct account *account, const struct node *row)
{
	struct buf out = BUF_INIT;

	NODE_EACH(const struct node, cell, row)
		buf_format(&out, "| %s ", cell->key);
	buf_string(&out, "|");
	return buf_take(&out, account->arena);
}

static struct entry *
append(struct account *account, struct pos pos, const char *words)
{
	struct entry *entry = arena_alloc(account->arena, sizeof(*entry));

	entry->words = uni_line(account->arena, words);
	entry->pos = pos;
	entry->file = (size_t)(dict_enter(&account->files, pos.file) -
	    account->files.entries);
	ARENA_ADD(account->arena, account->entries, account->count) = entry;
	return entry;
}

static struct entry *
add(struct account *account, const struct node *node, const char *words,
    const struct entry *within)
{
	struct dict_entry *slot =
	    dict_enter(&account->places, place_of(account, node));
	struct entry *entry = slot->value;

	if (entry != NULL)
		return entry;
	entry = append(account, *node->key != '\0' ? node->key_pos : node->pos,
	    words);
	entry->level = node->level;
	entry->within = within;
	slot->value = entry;
	return entry;
}

/* A table, which is known by its first row: its header stands two lines above. */
static void
add_table(struct account *account, const struct node *row,
    const struct entry *within)
{
	struct entry *entry =
	    add(account, row, header_of(account, row), within);

	if (entry->pos.line > 2)
		entry->pos.line -= 2;
}

static void
enter_below(struct account *account, const struct node *node,
    const struct entry *within)
{
	const struct entry *entry;
	size_t table = 0;

	NODE_EACH(const struct node, child, node) {
		entry = within;
		if (child->table > table) {
			table = child->table;
			add_table(account, child, within);
		}
		if (child->level == 0 && strcmp(child->key, "title") == 0 &&
		    within == NULL)
			entry = add(account, child, child->text, within);
		else if (*child->key != '\0')
			entry = add(account, child,
			    child->level > 0 ? child->whole : child->key,
			    within);
		if (child->table == 0)
			enter_below(account, child, entry);
	}
}

void
account_enter(struct account *account, const struct node *root)
{
	if (account != NULL)
		enter_below(account, root, NULL);
}

static struct entry *
find(struct account *account, const struct node *node)
{
	struct dict_entry *slot = account == NULL
	    ? NULL
	    : dict_find(&account->places, place_of(account, node));

	return slot != NULL ? slot->value : NULL;
}

void
account_tell(struct account *account, const struct node *node,
    enum account_fate fate, enum term term)
{
	struct entry *entry = find(account, node);

	if (entry == NULL && account != NULL && *node->key != '\0')
		entry = add(account, node, node->key, NULL);
	if (entry == NULL)
		return;
	entry->fate = fate;
	entry->term = term;
}

void
account_count(struct account *account, const struct node *node, size_t count)
{
	struct entry *entry = find(account, node);

	if (entry != NULL)
		entry->count += count;
}

void
account_near(struct account *account, const struct node *node, enum term term)
{
	struct entry *entry = find(account, node);

	if (entry != NULL)
		entry->near = term;
}

void
account_value(struct account *account, struct pos pos, const char *typed,
    const char *read)
{
	if (account != NULL && strcmp(typed, read) != 0)
		append(account, pos, typed)->value = read;
}

/* The entry that says what became of one. */
static const struct entry *
teller_of(const struct entry *entry)
{
	while (entry->fate == ACCOUNT_WITHIN && entry->within != NULL)
		entry = entry->within;
	return entry;
}

/* What is said of an entry. */
static struct note
note_of(const struct account *account, const struct entry *entry,
    enum lang lang)
{
	static const enum term messages[] = {
		[ACCOUNT_WITHIN] = M_ACCOUNT_PASSES,
		[ACCOUNT_TITLE] = M_ACCOUNT_TITLE,
		[ACCOUNT_READ] = M_ACCOUNT_READ,
		[ACCOUNT_PASSES] = M_ACCOUNT_PASSES,
		[ACCOUNT_PAIR] = M_ACCOUNT_PAIR,
		[ACCOUNT_CARRIED] = M_ACCOUNT_CARRIED,
		[ACCOUNT_COMPUTED] = M_ACCOUNT_COMPUTED,
		[ACCOUNT_ELSEWHERE] = M_ACCOUNT_ELSEWHERE,
		[ACCOUNT_DROPPED] = M_ACCOUNT_DROPPED,
	};
	const struct entry *teller = teller_of(entry);
	struct note note = { entry->pos, messages[teller->fate],
		{ term_name(teller->term, lang), "", "", "" } };

	if (entry->value != NULL) {
		note.message = M_ACCOUNT_READ;
		note.args[0] = entry->value;
	} else if (entry->near != T_NONE) {
		note.message = M_ACCOUNT_NEAR;
		note.args[0] = term_name(entry->near, lang);
	} else if (teller->fate == ACCOUNT_READ && teller != entry) {
		note.message = M_ACCOUNT_WITHIN;
	} else if (teller->fate == ACCOUNT_READ && entry->count > 0) {
		note.message = M_ACCOUNT_READ_SO_MANY;
		note.args[1] =
		    arena_format(account->arena, "%zu", entry->count);
	}
	return note;
}

static int
compare_places(const void *a, const void *b)
{
	const struct entry *one = *(const struct entry *const *)a,
			   *two = *(const struct entry *const *)b;

	if (one->file != two->file)
		return one->file < two->file ? -1 : 1;
	if (one->pos.line != two->pos.line)
		return one->pos.line < two->pos.line ? -1 : 1;
	return one->pos.col < two->pos.col ? -1 : one->pos.col > two->pos.col;
}

void
account_write(const struct account *account, struct buf *out,
    const struct notes *notes, enum lang lang)
{
	const struct entry *entry;
	struct note note;

	if (account->count > 1)
		qsort(account->entries, account->count, sizeof(struct entry *),
		    compare_places);
	for (size_t i = 0; i < account->count; i++) {
		entry = account->entries[i];
		note = note_of(account, entry, lang);
		buf_format(out, "%s:%zu: ", entry->pos.file, entry->pos.line);
		buf_repeat(out, '#', (size_t)entry->level);
		buf_format(out, "%s%s → %s\n", entry->level > 0 ? " " : "",
		    entry->words, note_text(account->arena, &note, lang, NULL));
	}
	for (size_t i = 0; i < notes->count; i++)
		buf_format(out, "%s:%zu: %s\n", notes->at[i].pos.file,
		    notes->at[i].pos.line,
		    note_text(account->arena, &notes->at[i], lang, NULL));
}
