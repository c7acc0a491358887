#include "sheet/people.h"

#include <string.h>

#include "text/name.h"
#include "text/uni.h"

enum { MIN_NAME = 2, MAX_NAME = PEOPLE_MAX_NAME };

void
people_init(struct people *people, struct bind *bind)
{
	people->bind = bind;
	people->lettered = people->given = 0;
	dict_init(&people->names, bind->doc->arena);
	dict_init(&people->folded, bind->doc->arena);
	dict_init(&people->parts, bind->doc->arena);
	dict_init(&people->heads, bind->doc->arena);
}

/* Letters that an earlier run gave are names that stay: two of them only behind
 * all the single ones, since they are a person's initials too. */
static bool
is_letter(const struct dict *names, const char *name)
{
	size_t n = strspn(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");

	if (n > 2 || name[n] != '\0')
		return false;
	return n <= 1 || dict_find(names, "Z") != NULL;
}

static bool
is_name(const char *name)
{
	const char *at = name;
	bool word = false;
	int32_t c;

	while ((c = uni_next(&at)) != 0) {
		if (c >= '0' && c <= '9')
			return false;
		word = word || uni_is_word(c);
	}
	return word && strlen(name) >= MIN_NAME && strlen(name) <= MAX_NAME;
}

/* A name without what stands behind it: a role, a comma. */
static const char *
bare_name(struct arena *arena, const char *name)
{
	const char *plain = md_plain(arena, name);

	plain += strspn(plain, "@");
	return uni_line(arena,
	    arena_copy(arena, plain, strcspn(plain, "(,;:")));
}

/* The names in a text, those that a plus joins too. */
static struct bind_list
names_in(struct bind *bind, const char *text)
{
	struct bind_list parts = { .count = 0 }, names = { .count = 0 };
	struct pos pos = { NULL, 0, 0 };
	const char *at, *plus;

	bind_split_names(bind, text, pos, &parts);
	BIND_EACH(const struct bind_text, part, &parts) {
		for (at = part->text; (plus = strstr(at, " + ")) != NULL;
		     at = plus + 3)
			bind_split_names(bind,
			    arena_until(bind->doc->arena, at, plus), pos,
			    &names);
		bind_split_names(bind, at, pos, &names);
	}
	return names;
}

void
people_add(struct people *people, const char *text)
{
	struct bind_list names = names_in(people->bind, text);
	const char *bare;

	BIND_EACH(const struct bind_text, name, &names) {
		bare = bare_name(people->bind->doc->arena, name->text);
		if (is_name(bare) || is_letter(&people->names, bare))
			dict_enter(&people->names, bare);
	}
}

static void
add_node(struct people *people, const struct node *node)
{
	people_add(people, node->text);
	NODE_EACH(const struct node, child, node) {
		people_add(people, *child->key ? child->key : child->text);
		if (*child->key != '\0')
			people_add(people, child->text);
	}
}

void
people_of_bind(struct people *people, const struct bind *bind)
{
	BIND_EACH(const struct bind_pair, pair, &bind->pairs)
		if (people_is_key(pair->node->key))
			add_node(people, pair->node);
	BIND_EACH(const struct node *const, cell, &bind->cells) {
		if (!people_is_key((*cell)->key))
			continue;
		if (*(*cell)->whole != '\0')
			dict_enter(&people->parts, (*cell)->whole)->value =
			    arena_string(people->bind->doc->arena,
				(*cell)->text);
		add_node(people, *cell);
	}
}

/* Gives each name its letter: none that stands for somebody already. */
static void
give_letters(struct people *people)
{
	struct arena *arena = people->bind->doc->arena;
	struct dict_entry *entry, *folded, *part;
	char *letter;

	for (size_t i = people->lettered; i < people->names.count; i++) {
		entry = &people->names.entries[i];
		if (is_letter(&people->names, entry->key))
			entry->value = arena_string(arena, entry->key);
	}
	for (; people->lettered < people->names.count; people->lettered++) {
		entry = &people->names.entries[people->lettered];
		folded =
		    dict_enter(&people->folded, uni_fold(arena, entry->key));
		if (entry->value == NULL)
			entry->value = folded->value;
		while (entry->value == NULL) {
			letter = name_nth(arena, ++people->given);
			if (dict_find(&people->names, letter) == NULL)
				entry->value = letter;
		}
		folded->value = entry->value;
		part = dict_find(&people->parts, entry->key);
		if (part == NULL)
			continue;
		folded =
		    dict_enter(&people->folded, uni_fold(arena, part->value));
		if (folded->value == NULL)
			folded->value = entry->value;
	}
}

/* A name, by its first word; the longest first where several share it. */
struct head {
	const char *name;   /* as it stands in a report */
	const char *folded; /* the same as it is compared */
	size_t words;
	const char *letter;
	struct head *next;
};

/* The length of so many words and what parts them, a character each. */
static size_t
words_length(const char *text, size_t words)
{
	const char *at = text + uni_word(text);

	while (--words > 0 && *at != '\0') {
		uni_next(&at);
		at += uni_word(at);
	}
	return (size_t)(at - text);
}

static size_t
count_words(const char *text)
{
	size_t words = 1;

	while (text[words_length(text, words)] != '\0')
		words++;
	return words;
}

static void
add_head(struct dict *heads, struct arena *arena, const char *name,
    const char *letter)
{
	size_t n = uni_word(name);
	struct dict_entry *entry;
	struct head *head, **at;

	if (n == 0)
		return;
	entry = dict_enter(heads, uni_fold(arena, arena_copy(arena, name, n)));
	head = arena_alloc(arena, sizeof(*head));
	*head = (struct head){ name, uni_fold(arena, name), count_words(name),
		letter, NULL };
	for (at = (struct head **)&entry->value;
	     *at != NULL && strlen((*at)->name) >= strlen(name);
	     at = &(*at)->next)
		continue;
	head->next = *at;
	*at = head;
}

void
people_letters(struct people *people)
{
	struct arena *arena = people->bind->doc->arena;
	size_t i = people->lettered;
	const struct dict_entry *entry;
	const char *written;

	give_letters(people);
	for (; i < people->names.count; i++) {
		entry = &people->names.entries[i];
		written = md_words(arena, entry->key);
		add_head(&people->heads, arena, written, entry->value);
		if (strcmp(written, entry->key) != 0)
			add_head(&people->heads, arena, entry->key,
			    entry->value);
	}
}

/* Whether a text is a name: as it was given, or, where that is more than one
 * word and begins as a name does, in other capitals or accents. */
static bool
is_spelt(struct arena *arena, const struct head *head, const char *text,
    size_t length)
{
	if (strlen(head->name) == length &&
	    strncmp(head->name, text, length) == 0)
		return true;
	return head->words > 1 && (*text < 'a' || *text > 'z') &&
	    strcmp(uni_fold(arena, arena_copy(arena, text, length)),
		head->folded) == 0;
}

/* The name that begins here and how long it is; its first word has n bytes. */
static const struct head *
head_at(const struct dict *heads, const char *text, size_t n, size_t *length)
{
	struct arena *arena = heads->arena;
	const struct dict_entry *entry;

	if (n > MAX_NAME)
		return NULL;
	entry = dict_find(heads, uni_fold(arena, arena_copy(arena, text, n)));
	for (const struct head *head = entry ? entry->value : NULL; head;
	     head = head->next) {
		*length = words_length(text, head->words);
		if (is_spelt(arena, head, text, *length))
			return head;
	}
	return NULL;
}

static void
replace(const struct dict *heads, const char *text, struct buf *out)
{
	const struct head *head;
	const char *next;
	size_t n, length;

	while (*text != '\0') {
		n = uni_word(text);
		head = n > 0 ? head_at(heads, text, n, &length) : NULL;
		if (head != NULL) {
			buf_string(out, head->letter);
			text += length;
			continue;
		}
		if (n == 0) {
			next = text;
			uni_next(&next);
			n = (size_t)(next - text);
		}
		buf_add(out, text, n);
		text += n;
	}
}

const char *
people_text(const void *context, const char *text)
{
	const struct people *people = context;
	struct buf out = BUF_INIT;

	replace(&people->heads, text, &out);
	return buf_take(&out, people->bind->doc->arena);
}

void
people_replace(const struct people *people, struct buf *text)
{
	struct buf out = BUF_INIT;

	replace(&people->heads, text->at, &out);
	buf_free(text);
	*text = out;
}

void
people_replace_notes(const struct people *people, struct notes *notes)
{
	for (size_t i = 0; i < notes->count; i++)
		for (size_t j = 0; j < NOTE_ARGS; j++)
			notes->at[i].args[j] =
			    people_text(people, notes->at[i].args[j]);
}
