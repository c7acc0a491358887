/*
 * member: the members of the circle, and who a name is.
 */
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "sheet.h"
#include "source/md.h"
#include "text/uni.h"

const enum term sheet_presences[] = { T_PRESENT, T_NOT_PRESENT, T_EXCUSED,
	T_NONE };

/* Sets a presence where none was given. */
static void
put_presence(struct member *member, enum term term)
{
	if (!member->presence.given && term != T_NONE)
		member->presence = (struct bind_choice){ .term = term,
			.pos = member->name.pos,
			.given = true,
			.typed = "" };
}

static enum term
presence_of(const struct process *process, const char *text)
{
	return bind_choice(process->bind, sheet_presences,
	    md_plain(process->arena, text));
}

/* "Lucie Gauthier (excusée)": the presence, cut off. */
static void
cut_presence(const struct process *process, struct member *member)
{
	const char *name = member->name.text;
	const char *open = strrchr(name, '(');
	size_t length = strlen(name);
	enum term term;

	if (open == NULL || open == name || name[length - 1] != ')')
		return;
	term = presence_of(process,
	    arena_copy(process->arena, open + 1, strlen(open) - 2));
	if (term == T_NONE)
		return;
	put_presence(member, term);
	member->name.text = uni_line(process->arena,
	    arena_copy(process->arena, name, (size_t)(open - name)));
}

/* "Lucie : excusée", without the marks of a pair. */
static void
cut_colon(const struct process *process, struct member *member)
{
	const char *head, *rest;

	if (!answer_split(process, member->name.text, &head, &rest) ||
	    presence_of(process, rest) == T_NONE)
		return;
	put_presence(member, presence_of(process, rest));
	member->name.text = head;
}

/* "[x] Lucie": there; an empty box: not there. */
static void
cut_box(struct member *member)
{
	const char *name = member->name.text;

	if (strncmp(name, "\\[x] ", 5) != 0 && strncmp(name, "\\[ ] ", 5) != 0)
		return;
	put_presence(member, name[2] == 'x' ? T_PRESENT : T_NOT_PRESENT);
	member->name.text = name + 5;
}

/* "**Lucie Gauthier** : excusée" has a name where "M1: Lucie" has a label. */
static void
settle(const struct process *process, struct member *member)
{
	enum term term;

	cut_box(member);
	term = *member->id.text != '\0'
	    ? presence_of(process, member->name.text)
	    : T_NONE;
	if (term != T_NONE || *member->name.text == '\0') {
		put_presence(member, term);
		member->name = member->id;
		member->name.text = md_words(process->arena, member->name.text);
		member->id.text = "";
	}
	cut_presence(process, member);
	cut_colon(process, member);
	put_presence(member, T_PRESENT);
}

static void
enter(struct process *process, struct dict *dict, const char *key,
    const struct bind_text *text, struct member *member)
{
	struct dict_entry *entry = dict_enter(dict, key);
	const struct member *before = entry->value;

	if (before != NULL)
		bind_fault(process->bind, text->pos, M_CONSENT_TWICE,
		    text->text, bind_place(process->bind, before->name.pos));
	else
		entry->value = member;
}

static void
add_names(struct process *process, const char *text, struct pos pos,
    enum term presence)
{
	struct bind_list names = { .count = 0 };
	const struct bind_text *name;
	struct member *member;
	size_t i;

	bind_split_names(process->bind, text, pos, &names);
	name = names.at;
	for (i = 0; i < names.count; i++) {
		member = bind_append(process->bind, &process->sheet->members,
		    sizeof(*member));
		*member = (struct member){ .id.text = "",
			.name = name[i],
			.presence.typed = "" };
		put_presence(member, presence);
	}
}

/* "Léa, Tom (excusé : Paul)": those in brackets behind their presence too. */
static void
add_line(struct process *process, const char *text, struct pos pos)
{
	const char *open = strrchr(text, '('), *head, *rest;
	size_t length = strlen(text);
	enum term presence = T_NONE;

	if (open != NULL && text[length - 1] == ')' &&
	    answer_split(process,
		arena_copy(process->arena, open + 1, strlen(open) - 2), &head,
		&rest))
		presence = presence_of(process, head);
	if (presence == T_NONE) {
		add_names(process, text, pos, T_NONE);
		return;
	}
	add_names(process,
	    arena_copy(process->arena, text, (size_t)(open - text)), pos,
	    T_NONE);
	add_names(process, rest, pos, presence);
}

/* Several names in one text are several members. */
static void
part(struct process *process)
{
	struct bind_list *members = &process->sheet->members;
	const struct member only =
	    members->count == 1 ? *member_at(process, 0) : (struct member){ 0 };

	if (members->count != 1 || *only.id.text != '\0' || only.presence.given)
		return;
	members->count = 0;
	add_line(process, only.name.text, only.name.pos);
}

/* Where no members are given: those who were there, and those who were not,
 * as the pairs under the title tell. */
static void
attend(struct process *process)
{
	static const enum term keys[] = { T_PARTICIPANTS, T_PRESENT, T_EXCUSED,
		T_NOT_PRESENT };
	const struct bind_pair *pairs = process->bind->pairs.at;
	const struct doc *doc = process->bind->doc;
	struct bind_text *absent = &process->sheet->absentees;
	enum term key;
	size_t i;

	for (i = 0; i < process->bind->pairs.count; i++) {
		key = pairs[i].term;
		if (key == T_NONE)
			key = term_find(pairs[i].node->key, keys, 4, NULL);
		if (key == T_PARTICIPANTS || key == T_PRESENT)
			add_line(process,
			    bind_text(process->bind, pairs[i].node),
			    pairs[i].node->pos);
		else if (key == T_EXCUSED || key == T_NOT_PRESENT)
			add_names(process,
			    bind_text(process->bind, pairs[i].node),
			    pairs[i].node->pos, key);
	}
	if (!setting_is_policy(process, absent->text)) {
		add_names(process, absent->text, absent->pos, T_NOT_PRESENT);
		absent->text = "";
	}
	if (process->sheet->members.count == 0 && doc->part_count > 0)
		bind_fault(process->bind,
		    ((struct pos){ doc->parts[0].root->pos.file, 0, 0 }),
		    M_MISSING_KEY, method_word(process->method, T_MEMBERS));
}

void
member_read(struct process *process)
{
	struct member *member;
	bool *present;
	size_t i, count;

	dict_init(&process->ids, process->arena);
	dict_init(&process->names, process->arena);
	if (process->sheet->members.given)
		part(process);
	else
		attend(process);
	count = process->sheet->members.count;
	present = arena_array(process->arena, count + 1, sizeof(*present));
	for (i = 0; i < count; i++) {
		member = member_at(process, i);
		settle(process, member);
		present[i] = member->presence.term == T_PRESENT;
		if (*member->name.text != '\0')
			enter(process, &process->names,
			    uni_fold(process->arena, member_name(process, i)),
			    &member->name, member);
		else
			bind_fault(process->bind, process->sheet->members.pos,
			    M_MISSING_KEY,
			    method_word(process->method, T_NAME));
		if (*member->id.text != '\0')
			enter(process, &process->ids, member->id.text,
			    &member->id, member);
	}
	process->consent.member_count = count;
	process->consent.present = present;
}

/* Whether a folded name begins or ends with some of its words. */
static bool
is_part(const char *name, const char *part)
{
	size_t length = strlen(name), n = strlen(part);

	if (n == 0 || n >= length)
		return false;
	return (strncmp(name, part, n) == 0 && name[n] == ' ') ||
	    (strcmp(name + length - n, part) == 0 &&
		name[length - n - 1] == ' ');
}

/* The members that a name may be: how many, and the first two. */
static size_t
find(const struct process *process, const char *plain,
    const struct member *found[2])
{
	const char *folded = uni_fold(process->arena, plain);
	const struct dict_entry *entry = dict_find(&process->ids, plain);
	size_t i, count = 0;

	if (entry == NULL)
		entry = dict_find(&process->names, folded);
	if (entry != NULL) {
		found[0] = entry->value;
		return 1;
	}
	for (i = 0; i < process->names.count; i++) {
		entry = &process->names.entries[i];
		if (!is_part(entry->key, folded))
			continue;
		if (count < 2)
			found[count] = entry->value;
		count++;
	}
	return count;
}

bool
member_is(const struct process *process, const char *name, size_t *index)
{
	const struct member *found[2];

	if (find(process, md_plain(process->arena, name), found) != 1)
		return false;
	*index = (size_t)(found[0] -
	    (const struct member *)process->sheet->members.at);
	return true;
}

static const char *
nearest(const struct process *process, const char *name)
{
	const char *near = NULL, *text;
	size_t best = (size_t)-1, distance, i;

	for (i = 0; i < process->sheet->members.count; i++) {
		text = member_at(process, i)->name.text;
		distance = term_near(name, text);
		if (distance < best) {
			best = distance;
			near = text;
		}
	}
	return near;
}

bool
member_find(struct process *process, const char *name, struct pos pos,
    size_t *index)
{
	const char *plain = md_plain(process->arena, name), *near;
	const struct member *found[2];

	if (member_is(process, name, index))
		return true;
	if (find(process, plain, found) > 1) {
		bind_fault(process->bind, pos, M_CONSENT_TWO_MEMBERS, plain,
		    found[0]->name.text, found[1]->name.text);
		return false;
	}
	near = nearest(process, plain);
	if (near != NULL)
		bind_fault(process->bind, pos, M_CONSENT_STRANGER_NEAR, plain,
		    near);
	else
		bind_fault(process->bind, pos, M_CONSENT_STRANGER, plain);
	return false;
}

void
member_lead(const struct process *process, struct bind_text *from,
    struct bind_text *text)
{
	const char *head, *rest;
	size_t member;

	if (*from->text == '\0' &&
	    answer_split(process, text->text, &head, &rest) &&
	    member_is(process, head, &member)) {
		*from = (struct bind_text){ head, text->pos, true };
		text->text = rest;
	}
}

const char *
member_name(const struct process *process, size_t index)
{
	return md_plain(process->arena, member_at(process, index)->name.text);
}

const char *
member_names(const struct process *process,
    bool (*holds)(const struct process *process, size_t member,
	const void *context),
    const void *context)
{
	struct buf names = BUF_INIT;
	const char *text;
	size_t i;

	for (i = 0; i < process->sheet->members.count; i++)
		if (holds(process, i, context))
			buf_format(&names, "%s%s", names.length > 0 ? ", " : "",
			    member_name(process, i));
	text = arena_copy(process->arena, names.at, names.length);
	buf_free(&names);
	return text;
}
