#include "sheet/refer.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "text/uni.h"

struct refer_named {
	void *item, *other; /* of two the second, or NULL */
};

static struct arena *
arena_of(const struct refer *refer)
{
	return refer->bind->doc->arena;
}

static const char *
plain_of(const struct refer *refer, const char *text)
{
	return md_plain(arena_of(refer), text);
}

static void
enter(struct refer *refer, struct dict *dict, const char *name, void *item)
{
	struct dict_entry *entry;
	struct refer_named *named;

	if (*name == '\0')
		return;
	entry = dict_enter(dict, name);
	named = entry->value;
	if (named == NULL) {
		named = arena_alloc(arena_of(refer), sizeof(*named));
		*named = (struct refer_named){ .item = item };
		entry->value = named;
	} else if (named->item != item) {
		named->other = item;
	}
}

static void *
item_at(const struct refer *refer, size_t place)
{
	return (char *)refer->list->at + refer->size * place;
}

static struct bind_text *
text_of(const struct bind_row *row, void *item)
{
	return (struct bind_text *)((char *)item + row->at);
}

struct bind_text *
refer_text(const struct refer *refer, unsigned flag, void *item)
{
	return text_of(bind_flagged(refer->rows, flag), item);
}

static bool
is_naming(const struct bind_row *row)
{
	return row->kind == BIND_TEXT &&
	    (row->flags & (BIND_MAIN | BIND_LABEL | BIND_NAMING)) != 0;
}

void
refer_know(struct refer *refer, const char *name, void *item)
{
	enter(refer, &refer->folded,
	    uni_fold(arena_of(refer), plain_of(refer, name)), item);
}

void
refer_know_label(struct refer *refer, const char *label, void *item)
{
	enter(refer, &refer->labels, label, item);
}

void
refer_again(struct refer *refer, void *item)
{
	const struct bind_row *row = refer->rows;
	const struct bind_row *label = bind_flagged(row, BIND_LABEL);
	const char *id = label != NULL ? text_of(label, item)->text : "";
	const char *text;

	enter(refer, &refer->labels, id, item);
	if (strlen(id) > refer->longest)
		refer->longest = strlen(id);
	for (; row->kind != BIND_END; row++) {
		text = is_naming(row) ? text_of(row, item)->text : "";
		refer_know(refer, text, item);
		if (row != label && *id != '\0' && *text != '\0')
			refer_know(refer,
			    arena_format(arena_of(refer), "%s %s", id,
				plain_of(refer, text)),
			    item);
	}
}

struct refer
refer_open(struct refer refer)
{
	dict_init(&refer.labels, arena_of(&refer));
	dict_init(&refer.folded, arena_of(&refer));
	dict_init(&refer.told, arena_of(&refer));
	for (size_t i = 0; i < refer.list->count; i++)
		refer_again(&refer, item_at(&refer, i));
	return refer;
}

/* The item that "H2" or "2" counts to, if it has no label. */
static void *
find_place(const struct refer *refer, const char *name)
{
	enum { MOST = 4 };
	const struct bind_row *label = bind_flagged(refer->rows, BIND_LABEL);
	const char *key = term_name(refer->key, refer->bind->doc->lang);
	const char *digits =
	    name + (*name != '\0' && tolower(*name) == tolower(*key));
	size_t n = strspn(digits, "0123456789"), place;

	if (label == NULL || n == 0 || n > MOST || digits[n] != '\0')
		return NULL;
	place = (size_t)atoi(digits);
	if (place == 0 || place > refer->list->count ||
	    *text_of(label, item_at(refer, place - 1))->text != '\0')
		return NULL;
	return item_at(refer, place - 1);
}

/* What a name is of. */
static struct refer_named
look(const struct refer *refer, const char *name)
{
	const struct dict_entry *entry = dict_find(&refer->labels, name);

	if (entry == NULL)
		entry = dict_find(&refer->folded,
		    uni_fold(arena_of(refer), plain_of(refer, name)));
	return entry != NULL
	    ? *(const struct refer_named *)entry->value
	    : (struct refer_named){ .item = find_place(refer, name) };
}

void *
refer_first(const struct refer *refer, const char *name)
{
	return look(refer, name).item;
}

void *
refer_look(const struct refer *refer, const char *name)
{
	struct refer_named named = look(refer, name);

	return named.other == NULL || refer->first ? named.item : NULL;
}

bool
refer_has(const void *refer, const char *name)
{
	return refer_first(refer, name) != NULL;
}

/* What an item is called: its label, or the first text that names it. */
static const char *
name_of(const struct refer *refer, void *item)
{
	const char *text, *found = "";

	BIND_ROWS(row, refer->rows) {
		text = is_naming(row) ? text_of(row, item)->text : "";
		if (*text != '\0' &&
		    (*found == '\0' || (row->flags & BIND_LABEL) != 0))
			found = text;
	}
	return plain_of(refer, found);
}

static const char *
all_names(const struct refer *refer)
{
	struct buf out = BUF_INIT;

	for (size_t i = 0; i < refer->list->count; i++)
		buf_format(&out, "%s%s", i > 0 ? ", " : "",
		    name_of(refer, item_at(refer, i)));
	return buf_take(&out, arena_of(refer));
}

/* The item of the name that is nearest to one that nothing has, and not all
 * of it another; or NULL. */
static void *
nearest_of(const struct refer *refer, const char *name)
{
	enum { MOST = 4000, LONGEST = 200 };
	const struct dict_entry *entry = refer->folded.entries;
	size_t best = strlen(name), near, i;
	void *nearest = NULL;

	if (refer->folded.count > MOST || best > LONGEST)
		return NULL;
	for (i = 0; i < refer->folded.count; i++) {
		near = term_near(name, entry[i].key);
		if (near >= best)
			continue;
		best = near;
		nearest = ((const struct refer_named *)entry[i].value)->item;
	}
	return nearest;
}

/* Whether the list stands there under a misspelt key, which is told. */
static bool
is_misspelt(const struct refer *refer)
{
	const struct bind_row *row = refer->bind->tool->rows;

	for (size_t i = 0; row[i].kind != BIND_END; i++)
		if (row[i].key == refer->key &&
		    (refer->bind->meant >> i & 1) != 0)
			return true;
	return false;
}

/* The text of an item that has a label too, or "". */
static const char *
text_beside(const struct refer *refer, void *item)
{
	const struct bind_row *main_row = bind_flagged(refer->rows, BIND_MAIN);

	return main_row != NULL && is_naming(main_row)
	    ? plain_of(refer, text_of(main_row, item)->text)
	    : "";
}

static void
tell_unknown(struct refer *refer, const struct bind_text *name)
{
	const char *plain = plain_of(refer, name->text);
	const char *key = term_name(refer->key, refer->bind->doc->lang);
	void *near;

	if (is_misspelt(refer))
		return;
	near = nearest_of(refer, plain);
	if (near != NULL && refer->near != T_NONE)
		bind_fault(refer->bind, name->pos, refer->near, plain,
		    name_of(refer, near), text_beside(refer, near));
	else if (refer->unknown != T_NONE)
		bind_fault(refer->bind, name->pos, refer->unknown, plain,
		    all_names(refer));
	else if (near != NULL)
		bind_fault(refer->bind, name->pos, M_NO_SUCH_ITEM_NEAR, plain,
		    key, name_of(refer, near));
	else
		bind_fault(refer->bind, name->pos, M_NO_SUCH_ITEM, plain, key);
}

/* Two items of one name; where each has a label, that is the way out. */
static void
tell_ambiguous(struct refer *refer, const struct bind_text *name)
{
	const char *plain = plain_of(refer, name->text);
	struct refer_named named = look(refer, name->text);
	const char *one = "", *two = "";

	if (bind_flagged(refer->rows, BIND_LABEL) != NULL) {
		one = refer_text(refer, BIND_LABEL, named.item)->text;
		two = refer_text(refer, BIND_LABEL, named.other)->text;
	}
	if (*one != '\0' && *two != '\0')
		bind_fault(refer->bind, name->pos, M_TWO_LABELLED, plain, one,
		    two);
	else
		bind_fault(refer->bind, name->pos, M_TWO_ITEMS, plain,
		    term_name(refer->key, refer->bind->doc->lang));
}

void
refer_tell(struct refer *refer, const struct bind_text *name)
{
	struct dict_entry *told = dict_enter(&refer->told, name->text);

	if (told->value != NULL)
		return;
	told->value = refer->bind;
	if (!refer_has(refer, name->text))
		tell_unknown(refer, name);
	else if (refer_look(refer, name->text) == NULL)
		tell_ambiguous(refer, name);
}

void *
refer_find(struct refer *refer, const struct bind_text *name)
{
	void *item = refer_look(refer, name->text);

	if (*name->text == '\0')
		return NULL;
	if (item == NULL) {
		refer_tell(refer, name);
	} else if (item == find_place(refer, name->text)) {
		*refer_text(refer, BIND_LABEL, item) = *name;
		enter(refer, &refer->labels, name->text, item);
	}
	return item;
}

void *
refer_front(const struct refer *refer, const char *line, const char **rest)
{
	const struct dict_entry *entry;
	const char *blank = line;
	void *found = NULL;
	size_t n;

	while ((blank = strchr(blank, ' ')) != NULL &&
	    (size_t)(blank - line) <= refer->longest + 1) {
		n = (size_t)(blank++ - line);
		entry = dict_find(&refer->labels,
		    arena_copy(arena_of(refer), line, n));
		if (entry == NULL && n > 0 && line[n - 1] == ':')
			entry = dict_find(&refer->labels,
			    arena_copy(arena_of(refer), line, n - 1));
		if (entry == NULL)
			continue;
		found = ((const struct refer_named *)entry->value)->item;
		*rest = blank;
	}
	return found;
}

struct bind_list
refer_each(struct refer *refer, const struct bind_list *names)
{
	struct bind_list found = { .pos = names->pos, .given = names->given };
	void *item;

	BIND_EACH(const struct bind_text, name, names) {
		item = refer_find(refer, name);
		if (item != NULL)
			bind_add(refer->bind, &found, item);
	}
	return found;
}
