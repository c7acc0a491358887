/*
 * pool: the list of people, grouped by what tells them apart.
 */
#include <string.h>

#include "base/digest.h"
#include "panel.h"
#include "sheet/matrix.h"

/* Whether a table has a column of that key. */
static bool
has(const struct node *section, enum term column)
{
	const enum term columns[] = { column, T_NONE };

	return matrix_has(section, columns);
}

/* A table whose first column is identifiers is one of people, as a spreadsheet
 * gives it, and so is one of names beside what tells people apart, or of
 * addresses, where it does not say what they do; the report's own numbers
 * panels. */
bool
pool_claims(const struct node *section)
{
	const struct node *row = section->first;

	return row != NULL && row->table != 0 && row->first != NULL &&
	    !has(section, T_PANEL_SEATS) &&
	    (term_is(row->first->key, T_PANEL_ID) ||
		(has(section, T_HEAD_VOTER) && has(section, T_PANEL_TRAIT)) ||
		(has(section, T_HEAD_EMAIL) && !has(section, T_ELECT_ROLE) &&
		    !has(section, T_ORGANISATION)));
}

/* The criterion, or the household, that each column is. */
struct column {
	struct criterion *criterion;
	bool home;
};

static struct column *
column_of(struct method *method, const struct panel *panel,
    struct dict *columns, const char *key)
{
	struct dict_entry *entry = dict_enter(columns, key);
	struct column *column = entry->value;

	if (column != NULL)
		return column;
	entry->value = column = arena_alloc(method->arena, sizeof(*column));
	BIND_EACH(struct criterion, criterion, &panel->criteria)
		if (term_same(criterion->name, key)) {
			column->criterion = criterion;
			criterion->met = true;
		}
	BIND_EACH(const struct bind_text, home, &panel->homes)
		if (term_same(method_plain(method, home->text), key) ||
		    (term_is(home->text, T_PANEL_HOMES) &&
			term_is(key, T_PANEL_HOMES)))
			column->home = true;
	return column;
}

/* Where nobody says what tells a household, a column of that name does. */
static void
find_homes(struct method *method, struct panel *panel)
{
	struct bind_text *home;

	if (panel->homes.given)
		return;
	BIND_EACH(const struct person, person, &panel->people)
		BIND_EACH(struct node *const, cell, &person->cells) {
			if (!term_is((*cell)->key, T_PANEL_HOMES))
				continue;
			home = bind_append(method->bind, &panel->homes,
			    sizeof(*home));
			*home = bind_text_at(method_word(method, T_PANEL_HOMES),
			    (*cell)->key_pos);
			panel->homes.given = true;
			return;
		}
}

/* A value that has no quota, counted for the table. */
static void
count_other(struct method *method, struct panel *panel,
    const struct criterion *criterion, const char *value)
{
	BIND_EACH(struct share_of_value, known, &panel->others)
		if (known->criterion.text == criterion->name &&
		    term_same(known->value.text, value)) {
			known->people.thousandths += 1000;
			return;
		}
	bind_add(method->bind, &panel->others,
	    (struct share_of_value){
		.criterion = { .text = criterion->name, .given = true },
		.value = { .text = value, .given = true },
		.limits = { .text = "" },
		.people = method_count(1),
	    });
}

static size_t
criterion_place(const struct panel *panel, const struct criterion *criterion)
{
	return (
	    size_t)(criterion - (const struct criterion *)panel->criteria.at);
}

/* What a person is by each criterion; line gets what is hashed of it. */
static void
read_values(struct method *method, struct panel *panel, struct dict *columns,
    struct person *person, size_t *values, const char **typed)
{
	struct buf home = BUF_INIT;
	const struct column *column;
	const char *plain;
	size_t i;

	for (i = 0; i < panel->criteria.count; i++) {
		values[i] = PANEL_NONE;
		typed[i] = "";
	}
	BIND_EACH(struct node *const, cell, &person->cells) {
		column = column_of(method, panel, columns, (*cell)->key);
		if (column->criterion == NULL && !column->home)
			continue;
		plain = method_plain(method, (*cell)->text);
		if (column->home && !bind_is_none(plain))
			buf_join(&home, " / ", plain);
		if (column->criterion != NULL)
			typed[criterion_place(panel, column->criterion)] =
			    plain;
	}
	person->home = buf_take(&home, method->arena);
	BIND_EACH(struct criterion, criterion, &panel->criteria) {
		struct quota *quota;

		i = criterion_place(panel, criterion);
		quota = quota_of(method, panel, criterion, typed[i],
		    person->id.pos);
		if (quota != NULL)
			values[i] = (size_t)(quota -
			    (const struct quota *)panel->quotas.at);
		else
			count_other(method, panel, criterion,
			    *typed[i] != '\0'
				? typed[i]
				: method_word(method, T_PANEL_EMPTY));
	}
}

/* The profile of some values, by its place. */
static size_t
profile_of(struct method *method, struct panel *panel, struct dict *profiles,
    const size_t *values)
{
	struct buf key = BUF_INIT, name = BUF_INIT;
	const struct quota *quotas = panel->quotas.at;
	struct dict_entry *entry;
	struct profile *profile;
	size_t i, count = panel->criteria.count;

	for (i = 0; i < count; i++) {
		buf_format(&key, "%zu/", values[i]);
		buf_join(&name, ", ",
		    values[i] != PANEL_NONE
			? quotas[values[i]].value.text
			: method_word(method, T_PANEL_OTHER));
	}
	if (count == 0)
		buf_string(&name, method_word(method, T_PANEL_EVERYBODY));
	entry = dict_enter(profiles, buf_take(&key, method->arena));
	if (entry->value == NULL) {
		profile = bind_append(method->bind, &panel->profiles,
		    sizeof(*profile));
		profile->name = buf_take(&name, method->arena);
		profile->values =
		    arena_array(method->arena, count + 1, sizeof(size_t));
		if (count > 0)
			memcpy(profile->values, values,
			    count * sizeof(*values));
		entry->value = panel;
	}
	buf_free(&name);
	return (size_t)(entry - profiles->entries);
}

/* What is hashed of a person: the id, the criteria and the household, parted by
 * tabs. */
static void
add_line(struct buf *list, const struct person *person, size_t criteria,
    const char *const *typed)
{
	buf_string(list, person->name);
	for (size_t i = 0; i < criteria; i++)
		buf_format(list, "\t%s", typed[i]);
	if (*person->home != '\0')
		buf_format(list, "\t%s", person->home);
	buf_char(list, '\n');
}

/* The column that was taken for the identifiers, where it holds what nobody may
 * read in a report: an address, or a name, which has no digit; else NULL. */
static const char *
private_column(const struct person *person)
{
	NODE_EACH(const struct node, cell, person->node)
		if (person->node->table > 0 &&
		    cell->pos.line == person->id.pos.line &&
		    cell->pos.col == person->id.pos.col)
			return term_is(cell->key, T_HEAD_EMAIL) ||
				(term_is(cell->key, T_HEAD_VOTER) &&
				    strpbrk(cell->text, "0123456789") == NULL)
			    ? cell->key
			    : NULL;
	return NULL;
}

/* People who have no identifier are numbered, and their columns are kept from
 * the report; one that stands twice, or could not stand among others, is a
 * fault. */
static void
read_id(struct method *method, struct panel *panel, struct person *person,
    size_t number, struct dict *left_out)
{
	const char *column = private_column(person);
	struct dict_entry *entry;
	struct person *other;

	if (column != NULL)
		dict_enter(left_out, column);
	if (column != NULL || *person->id.text == '\0') {
		person->id.text = method_integer(method, (int64_t)number);
		BIND_EACH(struct node *const, cell, &person->cells)
			dict_enter(left_out, (*cell)->key);
	}
	person->name = method_plain(method, person->id.text);
	entry = dict_enter(&panel->ids, person->name);
	other = entry->value;
	if (other != NULL)
		bind_fault(method->bind, person->id.pos, M_PANEL_TWICE,
		    person->name, bind_place(method->bind, other->id.pos));
	else if (strpbrk(person->name, ",;") != NULL)
		bind_fault(method->bind, person->id.pos, M_PANEL_BAD_ID,
		    person->name);
	entry->value = person;
}

/* The columns that stay out of the report, but for those of quotas and of
 * households. */
static void
settle_left_out(struct method *method, struct panel *panel,
    struct dict *columns, const struct dict *left_out)
{
	const struct column *column;
	const char *names = "";

	for (size_t i = 0; i < left_out->count; i++) {
		column =
		    column_of(method, panel, columns, left_out->entries[i].key);
		if (column->criterion == NULL && !column->home)
			names = method_listed(method, names,
			    method_plain(method, left_out->entries[i].key));
	}
	if (*names != '\0' || *panel->record.left_out.text != '\0')
		panel_settle(method, T_PANEL_LEFT_OUT, &panel->record.left_out,
		    names);
}

static void
read_people(struct method *method, struct panel *panel)
{
	size_t room = panel->criteria.count + 1, number = 0;
	size_t *values = arena_array(method->arena, room, sizeof(*values));
	const char **typed = arena_array(method->arena, room, sizeof(*typed));
	struct buf list = BUF_INIT;
	const char *hash;
	struct dict columns = { .arena = method->arena };
	struct dict profiles = { .arena = method->arena };
	struct dict left_out = { .arena = method->arena };

	BIND_EACH(struct person, person, &panel->people) {
		read_id(method, panel, person, ++number, &left_out);
		read_values(method, panel, &columns, person, values, typed);
		person->profile = profile_of(method, panel, &profiles, values);
		panel_profile(panel, person->profile)->people++;
		add_line(&list, person, panel->criteria.count, typed);
	}
	hash = digest_sha256(method->arena, list.at, list.length);
	buf_free(&list);
	settle_left_out(method, panel, &columns, &left_out);
	panel_settle(method, T_PANEL_COUNT, &panel->record.people,
	    method_integer(method, (int64_t)number));
	panel_settle(method, T_PANEL_LIST_HASH, &panel->record.hash, hash);
	BIND_EACH(const struct criterion, criterion, &panel->criteria)
		if (!criterion->met && *criterion->name != '\0')
			bind_fault(method->bind, criterion->pos,
			    M_PANEL_NO_COLUMN, criterion->name);
}

/* A criterion is named by its quotas; the first names it as it is printed. */
static void
read_criteria(struct method *method, struct panel *panel)
{
	struct criterion *criterion;
	const char *name;

	BIND_EACH(struct quota, quota, &panel->quotas) {
		name = method_plain(method, quota->criterion.text);
		criterion = NULL;
		BIND_EACH(struct criterion, known, &panel->criteria)
			if (term_same(known->name, name))
				criterion = known;
		if (criterion == NULL) {
			criterion = bind_append(method->bind, &panel->criteria,
			    sizeof(*criterion));
			criterion->name = name;
			criterion->pos = quota->criterion.pos;
			dict_init(&criterion->values, method->arena);
		}
		quota->of = criterion_place(panel, criterion);
	}
}

void
pool_read(struct method *method, struct panel *panel)
{
	dict_init(&panel->ids, method->arena);
	read_criteria(method, panel);
	quota_read(method, panel);
	find_homes(method, panel);
	read_people(method, panel);
	home_read(method, panel);
	panel->simple = panel->quotas.count == 0;
	BIND_EACH(const struct class, class, &panel->classes)
		panel->simple = panel->simple && class->heads == 1;
}
