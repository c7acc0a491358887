/*
 * blame: causes that name somebody, where a role would teach more.
 */
#include <string.h>

#include "retex.h"
#include "text/uni.h"

enum { MIN_WORD = 3, LETTERS = 2 };

struct person {
	const char *name;
	const char *role;     /* "" where it is not told */
	const char *compared; /* the name, as a text is that may have it */
};

/* A word of a name that may stand for it, and the first who has it. */
struct part {
	const char *word;
	size_t place;
};

/* Persons, and those whom a word of a text may name: by the word of a name that
 * fewest names have, which is folded, and by how a part of one begins. */
struct persons {
	struct bind_list all; /* struct person */
	struct dict counts;   /* of names that have a word */
	struct dict full;     /* struct bind_list of size_t */
	struct dict parts;    /* struct bind_list of struct part */
	struct dict known;    /* whole parts that were entered */
};

/* "Ada Nixon (technician)", or with a comma or a colon, in its two parts. */
static void
add_person(struct method *method, struct bind_list *persons, const char *text)
{
	const char *plain = method_plain(method, text), *name, *role;
	size_t n = strcspn(plain, "(,;:"), length;

	name = uni_until(method->arena, plain, plain + n);
	role = uni_line(method->arena, plain + n + (plain[n] != '\0'));
	length = strlen(role);
	if (plain[n] == '(' && length > 0 && role[length - 1] == ')')
		role = arena_copy(method->arena, role, length - 1);
	if (*name != '\0')
		bind_add(method->bind, persons, (struct person){ name, role });
}

static void
add_node(struct method *method, struct bind_list *persons,
    const struct node *node)
{
	struct bind_list names = { .count = 0 };

	bind_split_names(method->bind, bind_text(method->bind, node), node->pos,
	    &names);
	BIND_EACH(const struct bind_text, name, &names)
		add_person(method, persons, name->text);
	NODE_EACH(const struct node, child, node)
		add_person(method, persons,
		    *child->whole     ? child->whole
			: *child->key ? arena_format(method->arena, "%s: %s",
					    child->key, child->text)
				      : child->text);
}

static struct bind_list
participants(struct method *method)
{
	struct bind_list persons = { .count = 0 };

	BIND_EACH(const struct bind_pair, pair, &method->bind->pairs)
		if (pair->term == T_PARTICIPANTS)
			add_node(method, &persons, pair->node);
	return persons;
}

/* Where words stand in a text, and not within longer ones, or NULL. */
static const char *
find_words(const char *text, const char *words)
{
	const char *next = text, *after;
	bool inside = false;

	for (; *text != '\0'; text = next) {
		after = text + strlen(words);
		if (!inside && strncmp(text, words, strlen(words)) == 0 &&
		    !uni_is_word(uni_next(&after)))
			return text;
		inside = uni_is_word(uni_next(&next));
	}
	return NULL;
}

/* Whether a word can stand for a name that has others: it has a capital. */
static bool
is_part(struct arena *arena, const char *word)
{
	return strcmp(uni_lower(arena, word), word) != 0;
}

/* The next word of a name, NULL behind the last. */
static const char *
next_of_name(struct arena *arena, const char **name)
{
	size_t n = strcspn(*name, " ");
	const char *word = arena_copy(arena, *name, n);

	if (**name == '\0')
		return NULL;
	*name += n + ((*name)[n] == ' ');
	return word;
}

static size_t
count_parts(struct arena *arena, const char *name)
{
	const char *word;
	size_t count = 0;

	while ((word = next_of_name(arena, &name)) != NULL)
		count += is_part(arena, word);
	return count;
}

/* The word of a name of several that stands alone in a text, or NULL. */
static const char *
part_in(struct arena *arena, const char *text, const char *name)
{
	const char *word, *found = NULL, *at = name;

	if (count_parts(arena, name) < 2)
		return NULL;
	while ((word = next_of_name(arena, &at)) != NULL)
		if (is_part(arena, word) &&
		    uni_count(word, strlen(word)) >= MIN_WORD &&
		    find_words(text, word) != NULL)
			found = word;
	return found;
}

/* A name or a text as they are compared, in whatever capitals; letters stand for
 * names, and are capitals. */
static const char *
compared(const struct method *method, const char *text, bool folded)
{
	if (method->anonymous)
		return people_text(&method->people, text);
	return folded ? uni_fold(method->arena, text) : text;
}

/* Whether a name is long enough to stand in whatever capitals. */
static bool
is_folded(const char *name)
{
	return uni_count(name, strlen(name)) > LETTERS;
}

/* The next run of letters and digits in a text; NULL behind the last. */
static const char *
next_run(struct arena *arena, const char **at)
{
	const char *from = NULL, *before;
	int32_t c;

	do {
		before = *at;
		c = uni_next(at);
		if (from == NULL && uni_is_word(c))
			from = before;
	} while (c != 0 && (from == NULL || uni_is_word(c)));
	*at = before;
	return from == NULL ? NULL : arena_until(arena, from, before);
}

static struct bind_list *
list_of(struct dict *dict, const char *word)
{
	return dict_made(dict, word, sizeof(struct bind_list));
}

/* The word of a name that fewest have, folded; "" where it has none. */
static const char *
rarest(struct persons *persons, const char *name)
{
	const char *at = uni_fold(persons->counts.arena, name), *word,
		   *found = "";
	size_t least = SIZE_MAX, count;

	while ((word = next_run(persons->counts.arena, &at)) != NULL) {
		count = list_of(&persons->counts, word)->count;
		if (count < least) {
			least = count;
			found = word;
		}
	}
	return found;
}

static void
enter_parts(struct method *method, struct persons *persons, size_t place)
{
	struct arena *arena = method->arena;
	const struct person *person =
	    bind_nth(&persons->all, sizeof(*person), place);
	const char *at = person->name, *word, *inside, *run;

	if (count_parts(arena, person->name) < 2)
		return;
	while ((word = next_of_name(arena, &at)) != NULL) {
		if (!is_part(arena, word) ||
		    dict_find(&persons->known, word) != NULL)
			continue;
		dict_enter(&persons->known, word);
		inside = word;
		run = next_run(arena, &inside);
		bind_add(method->bind,
		    list_of(&persons->parts, run != NULL ? run : ""),
		    (struct part){ word, place });
	}
}

/* Enters all under the words of their names. */
static void
enter(struct method *method, struct persons *persons)
{
	const char *at, *word;
	size_t place = 0;

	dict_init(&persons->counts, method->arena);
	dict_init(&persons->full, method->arena);
	dict_init(&persons->parts, method->arena);
	dict_init(&persons->known, method->arena);
	BIND_EACH(struct person, person, &persons->all) {
		person->compared =
		    compared(method, person->name, is_folded(person->name));
		at = uni_fold(method->arena, person->compared);
		while ((word = next_run(method->arena, &at)) != NULL)
			list_of(&persons->counts, word)->count++;
	}
	BIND_EACH(const struct person, person, &persons->all) {
		bind_add(method->bind,
		    list_of(&persons->full, rarest(persons, person->compared)),
		    place);
		enter_parts(method, persons, place++);
	}
}

/* A text as names are looked for in it: the whole ones folded or, where they are
 * short, as it is; parts as it was typed. */
struct text {
	const char *folded, *plain, *typed;
};

/* The first person before a place whose whole name a text has, with a word. */
static size_t
first_full(const struct persons *persons, const char *word,
    const struct text *text, size_t before)
{
	const struct dict_entry *entry = dict_find(&persons->full, word);
	const struct bind_list none = { .count = 0 },
			       *list = entry != NULL ? entry->value : &none;
	const struct person *person;

	BIND_EACH(const size_t, place, list) {
		if (*place >= before)
			break;
		person = bind_nth(&persons->all, sizeof(*person), *place);
		if (find_words(is_folded(person->name) ? text->folded
						       : text->plain,
			person->compared) != NULL)
			return *place;
	}
	return before;
}

/* The same by a part of the name, which begins so. */
static size_t
first_part(const struct persons *persons, const char *run,
    const struct text *text, size_t before)
{
	const struct dict_entry *entry = dict_find(&persons->parts, run);
	const struct bind_list none = { .count = 0 },
			       *list = entry != NULL ? entry->value : &none;

	BIND_EACH(const struct part, part, list)
		if (part->place < before &&
		    uni_count(part->word, strlen(part->word)) >= MIN_WORD &&
		    find_words(text->typed, part->word) != NULL)
			before = part->place;
	return before;
}

/* The first person by one of both for all words of a text, as it is compared. */
static size_t
first_of(struct arena *arena, const struct persons *persons, const char *at,
    const struct text *text,
    size_t (*first)(const struct persons *persons, const char *word,
	const struct text *text, size_t before))
{
	size_t place = first(persons, "", text, persons->all.count);
	const char *word;

	while ((word = next_run(arena, &at)) != NULL)
		place = first(persons, word, text, place);
	return place;
}

/* The first person whom a text names in full, else by a part of the name. */
static const struct person *
find_person(struct method *method, const struct persons *persons,
    const char *typed, const char **part)
{
	const struct text text = { compared(method, typed, true),
		compared(method, typed, false), typed };
	const struct person *person;
	size_t place = first_of(method->arena, persons,
	    uni_fold(method->arena, text.folded), &text, first_full);

	*part = NULL;
	if (place < persons->all.count)
		return bind_nth(&persons->all, sizeof(*person), place);
	place = first_of(method->arena, persons, typed, &text, first_part);
	if (place == persons->all.count)
		return NULL;
	person = bind_nth(&persons->all, sizeof(*person), place);
	*part = part_in(method->arena, typed, person->name);
	return person;
}

/* Has a text name somebody in full, for whom a letter can stand. */
static void
put_name(struct arena *arena, struct bind_text *cause, const char *part,
    const char *name)
{
	const char *at = find_words(cause->text, part);

	if (at != NULL)
		cause->text =
		    arena_format(arena, "%.*s%s%s", (int)(at - cause->text),
			cause->text, md_words(arena, name), at + strlen(part));
}

void
blame_find(struct method *method, const struct bind_list *causes)
{
	struct persons persons = { .all = participants(method) };
	const struct person *person;
	const char *part, *text;

	enter(method, &persons);
	BIND_EACH(struct point, cause, causes) {
		text = method_plain(method, cause->text.text);
		person = find_person(method, &persons, text, &part);
		if (person == NULL)
			continue;
		if (method->anonymous && part != NULL)
			put_name(method->arena, &cause->text, part,
			    person->name);
		text = method_plain(method, cause->text.text);
		method_find(method, cause->text.pos,
		    *person->role != '\0' ? M_RETEX_BLAME_ROLE : M_RETEX_BLAME,
		    text, person->name, person->role);
	}
}
