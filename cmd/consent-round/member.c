/*
 * member: the members of the circle, and who a name is.
 */
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "domain/action.h"
#include "sheet.h"
#include "source/md.h"
#include "text/uni.h"

const enum term sheet_presences[] = { T_PRESENT, T_NOT_PRESENT, T_EXCUSED,
	T_NONE };

static enum term
presence_of(const struct process *process, const char *text)
{
	return bind_choice(process->bind, sheet_presences,
	    md_plain(process->arena, text));
}

/* Cuts "(excusée)", ": excusée" or "- excusée" off the end of a name. */
static enum term
cut_presence(const struct process *process, const char **name)
{
	enum { LONGEST = 40 }; /* bytes of a presence and its marks */
	size_t length = strlen(*name);
	const char *mark = *name + (length > LONGEST ? length - LONGEST : 0);
	enum term term = T_NONE;

	while (term == T_NONE && (mark = answer_mark(mark)) != NULL) {
		term = presence_of(process, answer_behind(process, mark));
		if (term != T_NONE)
			*name = uni_line(process->arena,
			    arena_copy(process->arena, *name,
				(size_t)(mark - *name)));
		mark++;
	}
	return term;
}

/* "**Lucie Gauthier** : excusée" has a name where "M1: Lucie" has a label;
 * "[x] Lucie" is there, and one with an empty box is not. */
static void
settle(const struct process *process, struct member *member)
{
	const char *name = member->name.text;
	enum term term = T_NONE;

	if (strncmp(name, "\\[x] ", 5) == 0 ||
	    strncmp(name, "\\[ ] ", 5) == 0) {
		term = name[2] == 'x' ? T_PRESENT : T_NOT_PRESENT;
		member->name.text = name + 5;
	} else if (*member->id.text != '\0') {
		term = presence_of(process, name);
	}
	if (*member->id.text != '\0' && (term != T_NONE || *name == '\0')) {
		member->name = member->id;
		member->name.text = md_words(process->arena, member->name.text);
		member->id.text = "";
	}
	if (term == T_NONE)
		term = cut_presence(process, &member->name.text);
	if (!member->presence.given)
		member->presence =
		    (struct bind_choice){ .term =
					      term != T_NONE ? term : T_PRESENT,
			    .pos = member->name.pos,
			    .given = true,
			    .typed = "" };
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
			.group.text = "",
			.presence = { presence, name[i].pos, presence != T_NONE,
			    "", false } };
	}
}

/* "Léa, Tom (excusé : Paul)": those in brackets behind their presence too. */
static void
add_line(struct process *process, const char *text, struct pos pos)
{
	const char *open = strrchr(text, '('), *head, *rest;
	enum term presence = T_NONE;

	if (open != NULL && open[strlen(open) - 1] == ')' &&
	    answer_split(process,
		arena_copy(process->arena, open + 1, strlen(open) - 2), &head,
		&rest))
		presence = presence_of(process, head);
	if (presence != T_NONE)
		text = arena_copy(process->arena, text, (size_t)(open - text));
	add_names(process, text, pos, T_NONE);
	if (presence != T_NONE)
		add_names(process, rest, pos, presence);
}

/* "Bureau : Léa, Tom": several names behind a label are a group. */
static bool
add_group(struct process *process, const struct member *member)
{
	struct bind_list *members = &process->sheet->members, names = { 0 };
	struct bind_text group = member->id;
	const char *text = member->name.text;
	size_t first = members->count;

	group.pos = member->name.pos;
	if (*group.text == '\0' &&
	    !answer_split(process, text, &group.text, &text))
		return false;
	bind_split_names(process->bind, text, member->name.pos, &names);
	if (names.count < 2 ||
	    !action_looks_like_people(
		arena_copy(process->arena, text, strcspn(text, "("))))
		return false;
	add_line(process, text, member->name.pos);
	for (; first < members->count; first++)
		member_at(process, first)->group = group;
	return true;
}

/* Those of no group first, or a report would have them in one. */
static int
by_group(const void *a, const void *b)
{
	const struct member *one = a, *two = b;

	return (*one->group.text != '\0') - (*two->group.text != '\0');
}

static void
part_groups(struct process *process)
{
	const struct bind_list given = process->sheet->members;
	struct bind_list *members = &process->sheet->members;

	members->at = NULL;
	members->count = 0;
	BIND_EACH(const struct member, member, &given)
		if (!add_group(process, member))
			bind_put(process->bind, members, member,
			    sizeof(*member));
	members->at = method_sorted(process->method, sizeof(struct member),
	    by_group, members)
			  .at;
}

/* Who answered in the rounds below a node, each once. */
static void
attend_rounds(struct process *process, const struct node *node,
    struct dict *met)
{
	static const enum term everyone[] = { T_EVERYONE };
	const struct node *child;
	const char *who, *said;

	for (child = node->first; child != NULL; child = child->next) {
		who = child->key;
		said = bind_text(process->bind, child);
		if (child->level > 0 || (*who == '\0' && *said == '\0'))
			attend_rounds(process, child, met);
		else if ((*who != '\0' ||
			     answer_split(process, said, &who, &said)) &&
		    answer_is(process, said) &&
		    term_find(who, everyone, 1, NULL) == T_NONE &&
		    dict_find(met, uni_fold(process->arena, who)) == NULL) {
			dict_enter(met, uni_fold(process->arena, who));
			add_names(process, who, child->pos, T_NONE);
		}
	}
}

/* The circle of a sheet that names none: those who answered, which --check
 * tells; the report lists them. */
static void
name_circle(struct process *process)
{
	struct bind_list *members = &process->sheet->members;
	struct buf names = BUF_INIT;
	struct dict met;

	dict_init(&met, process->arena);
	BIND_EACH(struct node *const, round, &process->sheet->rounds)
		attend_rounds(process, *round, &met);
	BIND_EACH(const struct member, member, members)
		buf_join(&names, ", ",
		    method_plain(process->method, member->name.text));
	if (members->count > 0)
		note_add(&process->bind->doc->remarks,
		    ((struct member *)members->at)->name.pos,
		    M_CONSENT_NO_MEMBERS, buf_take(&names, process->arena));
}

/* Where no members are given: those who were there, and those who were not,
 * as the pairs under the title tell. */
static void
attend(struct process *process)
{
	static const enum term keys[] = { T_PARTICIPANTS, T_PRESENT, T_EXCUSED,
		T_NOT_PRESENT };
	const struct bind_pair *pair = process->bind->pairs.at;
	const struct doc *doc = process->bind->doc;
	struct bind_text *absent = &process->sheet->absentees;
	const char *text;
	enum term key;
	size_t i;

	for (i = 0; i < process->bind->pairs.count; i++, pair++) {
		key = pair->term != T_NONE
		    ? pair->term
		    : term_find(pair->node->key, keys, 4, NULL);
		text = bind_text(process->bind, pair->node);
		if (key == T_PARTICIPANTS || key == T_PRESENT)
			add_line(process, text, pair->node->pos);
		else if (key == T_EXCUSED || key == T_NOT_PRESENT)
			add_names(process, text, pair->node->pos, key);
	}
	if (!setting_is_policy(process, absent->text)) {
		add_names(process, absent->text, absent->pos, T_NOT_PRESENT);
		absent->text = "";
	}
	if (process->sheet->members.count == 0)
		name_circle(process);
	if (process->sheet->members.count == 0 && doc->part_count > 0)
		bind_fault(process->bind,
		    ((struct pos){ doc->parts[0].root->pos.file, 0, 0 }),
		    M_MISSING_KEY, method_word(process->method, T_MEMBERS));
}

/* Has a member known by the first words of the name, and by the last ones,
 * where they are nobody's whole name. */
static void
know_parts(struct process *process, const struct dict *names,
    struct member *member)
{
	const char *name = uni_fold(process->arena,
	    method_plain(process->method, member->name.text));
	const char *blank = name, *parts[2];
	size_t i;

	while ((blank = strchr(blank, ' ')) != NULL) {
		parts[0] =
		    arena_copy(process->arena, name, (size_t)(blank - name));
		parts[1] = ++blank;
		for (i = 0; i < 2; i++)
			if (dict_find(names, parts[i]) == NULL)
				refer_know(&process->people, parts[i], member);
	}
}

void
member_read(struct process *process)
{
	struct bind_list *members = &process->sheet->members;
	struct member *member = members->at;
	struct dict names;
	bool *present;
	size_t i;

	if (!members->given) {
		attend(process);
	} else if (members->count == 1 && *member->id.text == '\0' &&
	    member->name.more == NULL && !member->presence.given) {
		/* several names in one text are several members */
		members->count = 0;
		add_line(process, member->name.text, member->name.pos);
	} else {
		part_groups(process);
	}
	member = members->at;
	present =
	    arena_array(process->arena, members->count + 1, sizeof(*present));
	for (i = 0; i < members->count; i++) {
		settle(process, &member[i]);
		present[i] = member[i].presence.term == T_PRESENT;
		if (*member[i].name.text == '\0')
			bind_fault(process->bind, members->pos, M_MISSING_KEY,
			    method_word(process->method, T_NAME));
	}
	process_twice(process, members, sizeof(*member),
	    offsetof(struct member, id), &names);
	process_twice(process, members, sizeof(*member),
	    offsetof(struct member, name), &names);
	process->people = refer_open((struct refer){ process->bind, T_MEMBERS,
	    sheet_member_rows, members, sizeof(*member),
	    .unknown = M_CONSENT_STRANGER, .near = M_CONSENT_STRANGER_NEAR });
	for (i = 0; i < members->count; i++)
		know_parts(process, &names, &member[i]);
	process->consent.member_count = members->count;
	process->consent.present = present;
}

bool
member_is(const struct process *process, const char *name, size_t *index)
{
	bool ambiguous;
	const struct member *member =
	    refer_look(&process->people, name, &ambiguous);

	if (member == NULL || ambiguous)
		return false;
	*index = (size_t)(member - member_at(process, 0));
	return true;
}

bool
member_find(struct process *process, const char *name, struct pos pos,
    size_t *index)
{
	return member_is(process, name, index) ||
	    refer_find(&process->people,
		&(struct bind_text){ name, pos, true }) != NULL;
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
	return method_plain(process->method,
	    member_at(process, index)->name.text);
}

const char *
member_names(const struct process *process,
    bool (*holds)(const struct process *process, size_t member,
	const void *context),
    const void *context)
{
	struct buf names = BUF_INIT;
	size_t i;

	for (i = 0; i < process->sheet->members.count; i++)
		if (holds(process, i, context))
			buf_join(&names, ", ", member_name(process, i));
	return buf_take(&names, process->arena);
}
