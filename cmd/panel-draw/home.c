/*
 * home: households, of which a panel has at most one person, and the kinds of
 * people who have one chance.
 */
#include <stdlib.h>
#include <string.h>

#include "base/digest.h"
#include "panel.h"

/* Who is in the panel already; others of the same household cannot be. */
static void
read_already(struct method *method, struct panel *panel)
{
	struct dict_entry *entry;
	struct person *person;
	struct dict homes = { .arena = method->arena };

	BIND_EACH(const struct bind_text, name, &panel->already) {
		entry =
		    dict_find(&panel->ids, method_plain(method, name->text));
		if (entry == NULL) {
			bind_fault(method->bind, name->pos, M_PANEL_NO_PERSON,
			    method_plain(method, name->text));
			continue;
		}
		person = entry->value;
		panel->seated += !person->already;
		person->already = true;
		if (*person->home != '\0')
			dict_enter(&homes, person->home);
	}
	BIND_EACH(struct person, other, &panel->people)
		other->kind = other->already ||
			(*other->home != '\0' &&
			    dict_find(&homes, other->home) != NULL)
		    ? PANEL_NONE
		    : 0;
}

static int
compare_people(const void *a, const void *b)
{
	const struct person *one = *(struct person *const *)a,
			    *other = *(struct person *const *)b;

	return strcmp(one->order, other->order);
}

static int
compare_homes(const void *a, const void *b)
{
	const struct home *one = *(struct home *const *)a,
			  *other = *(struct home *const *)b;

	return strcmp(one->order, other->order);
}

static int
compare_sizes(const void *a, const void *b)
{
	size_t one = *(const size_t *)a, other = *(const size_t *)b;

	return (one > other) - (one < other);
}

/* The class of a household: so many of each profile. */
static const char *
class_name(struct method *method, const struct home *home)
{
	size_t *profiles =
	    arena_array(method->arena, home->members.count, sizeof(size_t));
	struct buf name = BUF_INIT;
	size_t count = 0, i;

	BIND_EACH(struct person *const, member, &home->members)
		profiles[count++] = (*member)->profile;
	qsort(profiles, count, sizeof(*profiles), compare_sizes);
	for (i = 0; i < count; i++)
		buf_format(&name, "%zu/", profiles[i]);
	return buf_take(&name, method->arena);
}

static struct home *
home_of(struct method *method, struct dict *homes, struct bind_list *all,
    const struct person *person)
{
	struct home *home;
	struct dict_entry *entry =
	    *person->home != '\0' ? dict_enter(homes, person->home) : NULL;

	if (entry != NULL && entry->value != NULL)
		return entry->value;
	home = arena_alloc(method->arena, sizeof(*home));
	bind_add(method->bind, all, home);
	if (entry != NULL)
		entry->value = home;
	return home;
}

/* Gives the people of a household the kinds that they are of. */
static void
put_kinds(struct method *method, struct panel *panel, struct dict *kinds,
    const struct home *home)
{
	struct dict_entry *entry;
	struct kind *kind;

	BIND_EACH(struct person *const, member, &home->members) {
		entry = dict_enter(kinds,
		    arena_format(method->arena, "%zu/%zu", home->class,
			(*member)->profile));
		if (entry->value == NULL) {
			kind = bind_append(method->bind, &panel->kinds,
			    sizeof(*kind));
			kind->profile = (*member)->profile;
			kind->class = home->class;
			entry->value = panel;
		}
		(*member)->kind = (size_t)(entry - kinds->entries);
		panel_kind(panel, (*member)->kind)->people++;
	}
}

/* Households that are alike make a class, and people of one profile in them a
 * kind. */
static void
put_homes(struct method *method, struct panel *panel,
    const struct bind_list *homes)
{
	struct dict_entry *entry;
	struct class *class;
	struct dict classes = { .arena = method->arena };
	struct dict kinds = { .arena = method->arena };

	BIND_EACH(struct home *const, home, homes) {
		qsort((*home)->members.at, (*home)->members.count,
		    sizeof(struct person *), compare_people);
		(*home)->order =
		    (*(struct person **)(*home)->members.at)->order;
		entry = dict_enter(&classes, class_name(method, *home));
		if (entry->value == NULL) {
			bind_append(method->bind, &panel->classes,
			    sizeof(struct class));
			entry->value = panel;
		}
		(*home)->class = (size_t)(entry - classes.entries);
		class = (struct class *)panel->classes.at + (*home)->class;
		class->households++;
		class->heads = (*home)->members.count;
		bind_add(method->bind, &class->homes, *home);
		put_kinds(method, panel, &kinds, *home);
	}
	BIND_EACH(struct class, one, &panel->classes)
		qsort(one->homes.at, one->homes.count, sizeof(struct home *),
		    compare_homes);
}

/* Equal people stand in the order of the digests of the closed list's hash with
 * their own id: nobody chose that one. */
static void
put_order(struct method *method, const struct panel *panel,
    struct person *person)
{
	const char *text = arena_format(method->arena, "%s/%s",
	    panel->record.hash.text, person->name);

	person->order = digest_sha256(method->arena, text, strlen(text));
}

void
home_read(struct method *method, struct panel *panel)
{
	struct bind_list all = { .count = 0 };
	struct home *home;
	struct dict homes = { .arena = method->arena };

	read_already(method, panel);
	BIND_EACH(struct person, person, &panel->people) {
		if (person->kind == PANEL_NONE)
			continue;
		put_order(method, panel, person);
		home = home_of(method, &homes, &all, person);
		bind_add(method->bind, &home->members, person);
	}
	put_homes(method, panel, &all);
}
