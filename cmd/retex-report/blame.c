/*
 * blame: causes that name somebody, where a role would teach more.
 */
#include <string.h>

#include "base/arena.h"
#include "retex.h"
#include "source/md.h"
#include "text/uni.h"

enum { MIN_WORD = 3, LETTERS = 2 };

struct person {
	const char *name;
	const char *role; /* "" where it is not told */
};

/* "Ada Nixon (technician)", or with a comma or a colon, in its two parts. */
static void
add_person(struct method *method, struct bind_list *persons, const char *text)
{
	const char *plain = method_plain(method, text), *name, *role;
	size_t n = strcspn(plain, "(,;:"), length;

	name = uni_line(method->arena, arena_copy(method->arena, plain, n));
	role = uni_line(method->arena, plain + n + (plain[n] != '\0'));
	length = strlen(role);
	if (plain[n] == '(' && length > 0 && role[length - 1] == ')')
		role = arena_copy(method->arena, role, length - 1);
	if (*name != '\0')
		bind_put(method->bind, persons, &(struct person){ name, role },
		    sizeof(struct person));
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

/* The word of a name of several that stands alone in a text, or NULL. */
static const char *
part_in(struct arena *arena, const char *text, const char *name)
{
	const char *word, *found = NULL;
	size_t n, count = 0;

	for (; *name != '\0'; name += n + (name[n] == ' ')) {
		n = strcspn(name, " ");
		word = arena_copy(arena, name, n);
		if (strcmp(uni_lower(arena, word), word) == 0)
			continue;
		count++;
		if (uni_count(word, n) >= MIN_WORD &&
		    find_words(text, word) != NULL)
			found = word;
	}
	return count > 1 ? found : NULL;
}

/* Whether a text has a whole name, in whatever capitals; a letter that stands
 * for one is a capital. */
static bool
has_name(const struct method *method, const char *text, const char *name)
{
	if (method->anonymous) {
		text = people_text(&method->people, text);
		name = people_text(&method->people, name);
	} else if (uni_count(name, strlen(name)) > LETTERS) {
		text = uni_fold(method->arena, text);
		name = uni_fold(method->arena, name);
	}
	return find_words(text, name) != NULL;
}

/* The first person whom a text names in full, else by a part of the name. */
static const struct person *
find_person(const struct method *method, const struct bind_list *persons,
    const char *text, const char **part)
{
	*part = NULL;
	BIND_EACH(const struct person, person, persons)
		if (has_name(method, text, person->name))
			return person;
	BIND_EACH(const struct person, person, persons)
		if ((*part = part_in(method->arena, text, person->name)) !=
		    NULL)
			return person;
	return NULL;
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
	struct bind_list persons = participants(method);
	const struct person *person;
	const char *part, *text;

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
