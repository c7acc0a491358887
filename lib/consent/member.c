/*
 * member: the members of the circle, and who a name is.
 */
#include <string.h>

#include "consent/process_inner.h"
#include "sheet/gather.h"
#include "text/uni.h"

static const enum term presences[] = { T_PRESENT, T_NOT_PRESENT, T_EXCUSED,
	T_NONE };

const struct bind_row member_rows[] = {
	ROW(member, id, .key = T_ID, .flags = BIND_LABEL | BIND_PERSON),
	ROW(member, name, .key = T_MEMBER_ONE, .flags = BIND_WHO),
	ROW(member, name, .key = T_NAME, .flags = BIND_MAIN),
	ROW(member, presence, .key = T_PRESENCE, .flags = BIND_DECIDES,
	    .choices = presences),
	ROW(member, group, .key = T_GROUP, .flags = BIND_UNDER),
	{ BIND_END },
};

static enum term
presence_of(const struct process *process, const char *text)
{
	return bind_choice(process->bind, presences,
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
			*name = uni_until(process->arena, *name, mark);
		mark++;
	}
	return term;
}

/* "**Lucie Gauthier** : excusée" has a name where "M1: Lucie" has a label;
 * "[x] Lucie" is there, and one with an empty box is not. */
static void
settle(const struct process *process, struct member *member)
{
	struct bind_text *name = &member->name;
	enum term term = T_NONE;
	bool there;

	if (action_cut_box(&name->text, &there))
		term = there ? T_PRESENT : T_NOT_PRESENT;
	else if (*member->id.text != '\0')
		term = presence_of(process, name->text);
	if (*member->id.text != '\0' &&
	    (term != T_NONE || *name->text == '\0')) {
		*name = member->id;
		name->text = md_words(process->arena, name->text);
		member->id.text = "";
	}
	if (term == T_NONE)
		term = cut_presence(process, &name->text);
	if (!member->presence.given)
		member->presence = (struct bind_choice){ name->pos,
			term != T_NONE, .typed = "", .term = term };
}

/* A member of a name alone. */
static struct member
named(const struct bind_text *name, enum term presence)
{
	return (struct member){ .id.text = "",
		.name = *name,
		.group.text = "",
		.presence = { name->pos, presence != T_NONE, .typed = "",
		    .term = presence } };
}

/* "Léa, Tom (excusé : Paul)": those in brackets behind their presence too. */
static void
add_names(struct process *process, struct bind_text text, enum term presence)
{
	struct bind_list names = { .count = 0 };
	struct bind_text others = { "", text.pos, true };
	const char *open = strrchr(text.text, '('), *head;
	enum term away = T_NONE;
	struct member member;

	if (open != NULL && open[strlen(open) - 1] == ')' &&
	    answer_split(process,
		arena_copy(process->arena, open + 1, strlen(open) - 2), &head,
		&others.text))
		away = presence_of(process, head);
	if (away != T_NONE)
		text.text = arena_until(process->arena, text.text, open);
	bind_split_names(process->bind, text.text, text.pos, &names);
	BIND_EACH(const struct bind_text, name, &names) {
		member = named(name, presence);
		bind_add(process->bind, &process->sheet->members, member);
	}
	if (away != T_NONE)
		add_names(process, others, away);
}

/* The names in a text, or in each item of a list. */
static void
add_all(struct process *process, const struct node *names, enum term presence)
{
	if (names->first == NULL)
		add_names(process,
		    bind_text_at(bind_text(process->bind, names), names->pos),
		    presence);
	NODE_EACH(const struct node, name, names)
		add_all(process, name, presence);
}

/* "Bureau : Léa, Tom": several names behind a label are a group; those of none
 * are more than a last and a first name, unless they are all that is said. */
static bool
add_several(struct process *process, const struct member *member, bool alone)
{
	struct bind_list *members = &process->sheet->members, names = { 0 };
	struct bind_text group = member->id, text = member->name;
	size_t first = members->count, length;
	const char *head, *rest;

	group.pos = text.pos;
	if (*group.text == '\0' &&
	    answer_split(process, text.text, &head, &rest) &&
	    strchr(",;", text.text[strlen(head)]) == NULL) {
		group.text = head;
		text.text = rest;
	}
	bind_split_names(process->bind, text.text, text.pos, &names);
	length = strcspn(text.text, "(");
	if (text.more != NULL || member->presence.given ||
	    ((!alone || *group.text != '\0') &&
		(names.count < (*group.text != '\0' ? 2 : 3) ||
		    !action_looks_like_people(
			arena_copy(process->arena, text.text, length)))))
		return false;
	add_names(process, text, T_NONE);
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
part_names(struct process *process)
{
	struct bind_list *members = &process->sheet->members;
	const struct bind_list given = bind_emptied(members);

	BIND_EACH(const struct member, member, &given)
		if (!add_several(process, member, given.count == 1))
			bind_add(process->bind, members, *member);
	method_sort(process->method, members, sizeof(struct member), by_group);
}

static void
attend_one(struct gather *circle, const struct bind_text *who)
{
	bool met;
	struct member *member = gather_enter(circle, who->text, &met);

	if (!met)
		*member = named(who, T_NONE);
}

/* Whether a cell of a row, behind the first, is an answer. */
static bool
answers(const struct process *process, const struct node *row)
{
	NODE_EACH(const struct node, cell, row)
		if (cell != row->first &&
		    answer_is(process, bind_text(process->bind, cell)))
			return true;
	return false;
}

/* Those of some names who look like people, without what stands behind each. */
static void
attend_names(struct process *process, const char *text, struct pos pos,
    struct gather *circle)
{
	struct bind_list names = { .count = 0 };
	const char *rest;

	bind_split_names(process->bind, text, pos, &names);
	BIND_EACH(struct bind_text, name, &names) {
		answer_split(process, name->text, &name->text, &rest);
		name->text = md_plain(process->arena, name->text);
		if (action_looks_like_people(name->text) &&
		    !term_is(name->text, T_EVERYONE))
			attend_one(circle, name);
	}
}

/* The length of the names in front of an answer, "Ana ok", "Bo: ok"; 0: none. */
static size_t
names_length(const struct process *process, const char *text)
{
	enum { LONGEST = 120 }; /* bytes, of names */
	const char *blank = text, *head, *rest;

	if (answer_split(process, text, &head, &rest) &&
	    answer_is(process, rest))
		return strlen(head);
	while ((blank = strchr(blank, ' ')) != NULL && blank - text <= LONGEST)
		if (answer_is(process, ++blank))
			return (size_t)(blank - text);
	return 0;
}

/* Who answers on a line: "Ana: ok", "Ana 👍, Bo and Cy ok", "Consent: Ana, Bo". */
static void
attend_line(struct process *process, const char *said, struct pos pos,
    struct gather *circle)
{
	struct bind_list parts = { .count = 0 };
	const char *start = said, *end;
	size_t length;

	answer_parts(process, said, &parts);
	BIND_EACH(const struct said, part, &parts)
		attend_names(process, part->who.text, pos, circle);
	for (; parts.count == 0 && *said != '\0'; said = end) {
		end = said + strcspn(said, ",;");
		length =
		    names_length(process, uni_until(process->arena, said, end));
		end += strspn(end, ",; ");
		if (length == 0)
			continue;
		attend_names(process,
		    uni_until(process->arena, start, said + length), pos,
		    circle);
		start = end;
	}
}

/* Who answered in the rounds below a node, each once. */
static void
attend_rounds(struct process *process, const struct node *node,
    struct gather *circle)
{
	struct bind_text who = { .given = true };
	const char *said;

	process->asked = answer_asks(node);
	if (node->first == NULL)
		attend_line(process, node->text, node->pos, circle);
	NODE_EACH(const struct node, child, node) {
		who.text = child->key;
		who.pos = child->pos;
		said = bind_text(process->bind, child);
		if (child->table > 0 && child->first != NULL) {
			who.text = bind_text(process->bind, child->first);
			if (*who.text != '\0' && answers(process, child))
				attend_one(circle, &who);
			continue;
		}
		if (child->level > 0 || (*who.text == '\0' && *said == '\0')) {
			attend_rounds(process, child, circle);
			continue;
		}
		if (*who.text == '\0')
			attend_line(process, said, child->pos, circle);
		else if (answer_is(process, said) &&
		    !term_is(who.text, T_EVERYONE))
			attend_one(circle, &who);
		else
			attend_line(process,
			    arena_format(process->arena, "%s: %s", who.text,
				said),
			    child->pos, circle);
	}
}

/* Who an objection is of, "Ana: too dear", or who says that there is none. */
static void
attend_author(struct process *process, const struct objection *objection,
    struct gather *circle)
{
	struct bind_text who = objection->from;
	const char *rest;

	if (*who.text == '\0')
		who = objection->id;
	if (*who.text == '\0') {
		who = objection->argument;
		if (!answer_split(process, who.text, &who.text, &rest))
			return;
	}
	who.text = md_plain(process->arena, who.text);
	if (action_looks_like_people(who.text))
		attend_one(circle, &who);
}

/* The circle of a sheet that names none: those who answered, which --check
 * tells; the report lists them. */
static void
name_circle(struct process *process)
{
	struct bind_list *members = &process->sheet->members;
	struct gather circle = gather_new(process->bind, sizeof(struct member));
	struct buf names = BUF_INIT;

	BIND_EACH(const struct bind_text, who, &process->spoke)
		attend_one(&circle, who);
	BIND_EACH(struct node *const, round, &process->sheet->rounds)
		attend_rounds(process, *round, &circle);
	process->asked = false;
	BIND_EACH(const struct objection, objection,
	    &process->sheet->objections)
		attend_author(process, objection, &circle);
	*members = circle.list;
	BIND_EACH(const struct member, member, members)
		buf_join(&names, ", ",
		    method_plain(process->method, member->name.text));
	if (members->count > 0)
		note_add(&process->bind->doc->remarks,
		    member_at(process, 0)->name.pos, M_CONSENT_NO_MEMBERS,
		    buf_take(&names, process->arena));
}

/* What a pair under the title says of those whom it names; or T_NONE, of nobody
 * too. */
static enum term
presence_told(const struct bind_pair *pair)
{
	static const enum term keys[] = { T_PRESENT, T_EXCUSED, T_NOT_PRESENT,
		T_ABSENTEES };
	enum term key = pair->term == T_PARTICIPANTS
	    ? T_PRESENT
	    : term_find(pair->node->key, keys, 4, NULL);

	if (term_is(pair->node->text, T_ELECT_NONE) ||
	    bind_is_none(pair->node->text))
		return T_NONE;
	return key == T_ABSENTEES ? T_NOT_PRESENT : key;
}

/* Where no members are given: those who were there, and those who were not,
 * as the pairs under the title tell. */
static void
attend(struct process *process)
{
	enum term presence;

	BIND_EACH(const struct bind_pair, pair, &process->bind->pairs)
		if ((presence = presence_told(pair)) != T_NONE)
			add_all(process, pair->node, presence);
	if (process->sheet->members.count == 0)
		name_circle(process);
	if (process->sheet->members.count == 0)
		bind_miss(process->bind, T_MEMBERS);
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

	while ((blank = strchr(blank, ' ')) != NULL) {
		parts[0] = arena_until(process->arena, name, blank);
		parts[1] = ++blank;
		for (size_t i = 0; i < 2; i++)
			if (dict_find(names, parts[i]) == NULL)
				refer_know(&process->people, parts[i], member);
	}
}

/* Where members are given too: whom those pairs name as away is so, unless the
 * list says where each was. */
static void
leave(struct process *process, const struct node *names, enum term presence)
{
	struct bind_list away = { 0 };
	struct member *member;

	bind_split_names(process->bind, bind_text(process->bind, names),
	    names->pos, &away);
	BIND_EACH(const struct bind_text, name, &away) {
		member = refer_look(&process->people, name->text);
		if (member == NULL) {
			bind_finding(process->bind, name->pos,
			    M_CONSENT_STRANGER, name->text);
		} else if (!member->presence.given) {
			member->presence.given = true;
			member->presence.term = presence;
		}
	}
	NODE_EACH(const struct node, name, names)
		leave(process, name, presence);
}

/* Who is there: whoever is not told to be away. */
static void
count_present(struct process *process)
{
	struct bind_list *members = &process->sheet->members;
	bool *present =
	    arena_array(process->arena, members->count + 1, sizeof(*present));
	enum term presence;

	process->consent.member_count = members->count;
	process->consent.present = present;
	BIND_EACH(const struct bind_pair, pair, &process->bind->pairs) {
		presence = presence_told(pair);
		if (presence == T_EXCUSED || presence == T_NOT_PRESENT)
			leave(process, pair->node, presence);
	}
	BIND_EACH(struct member, member, members) {
		if (!member->presence.given)
			member->presence.term = T_PRESENT;
		member->presence.given = true;
		*present++ = member->presence.term == T_PRESENT;
	}
}

void
member_read(struct process *process)
{
	struct bind_list *members = &process->sheet->members;
	struct dict names;

	if (members->given)
		part_names(process);
	else
		attend(process);
	BIND_EACH(struct member, member, members) {
		settle(process, member);
		if (*member->name.text == '\0')
			bind_fault(process->bind, members->pos, M_MISSING_KEY,
			    process_word(process, T_NAME));
	}
	process_twice(process, members, sizeof(struct member),
	    offsetof(struct member, id), &names);
	process_twice(process, members, sizeof(struct member),
	    offsetof(struct member, name), &names);
	process->people = REFER_TO(process->bind, T_MEMBERS, members, member,
	    .unknown = M_CONSENT_STRANGER, .near = M_CONSENT_STRANGER_NEAR);
	BIND_EACH(struct member, member, members)
		know_parts(process, &names, member);
	count_present(process);
}

bool
member_is(const struct process *process, const char *name, size_t *index)
{
	const struct member *member = process->people.bind != NULL
	    ? refer_look(&process->people, name)
	    : NULL; /* not read yet */

	if (member == NULL)
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
		*from = bind_text_at(head, text->pos);
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
member_names(const struct process *process, const struct consent_round *round,
    enum term answer)
{
	const struct consent *consent = &process->consent;
	size_t last = consent->rules->asked_last ? consent->person : 0, i;
	struct buf names = BUF_INIT;

	for (i = 0; round != NULL && i < consent->member_count; i++)
		if (i + 1 != last && consent_count(consent, round, i) == answer)
			buf_join(&names, ", ", member_name(process, i));
	if (round != NULL && last > 0 &&
	    consent_count(consent, round, last - 1) == answer)
		buf_join(&names, ", ", member_name(process, last - 1));
	return buf_take(&names, process->arena);
}

void
member_render(const struct process *process)
{
	method_section(process->method, T_MEMBERS);
	if (process->sheet->members.count > 0)
		return;
	report_section(process->method->report, T_MEMBERS);
	report_no_items(process->method->report, T_MEMBER_ONE);
}
