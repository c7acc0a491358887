/*
 * member: the members of the circle, and who a name is.
 */
#include <string.h>

#include "base/arena.h"
#include "sheet.h"
#include "source/md.h"
#include "text/uni.h"

static const enum term presences[] = { T_PRESENT, T_NOT_PRESENT, T_EXCUSED,
	T_NONE };

/* A member as a map or a table's row gives one. */
struct given {
	struct bind_text id, name;
	struct bind_choice presence;
};

static const struct bind_row given_rows[] = {
	{ BIND_TEXT, T_ID, offsetof(struct given, id) },
	{ BIND_TEXT, T_NAME, offsetof(struct given, name), BIND_MAIN },
	{ BIND_CHOICE, T_PRESENCE, offsetof(struct given, presence),
	    BIND_DECIDES, .choices = presences },
	{ BIND_END },
};

/* "Lucie Gauthier (excusée)": the presence, cut off. */
static enum term
cut_presence(struct sheet *sheet, const char **name)
{
	struct arena *arena = sheet->bind->doc->arena;
	const char *open = strrchr(*name, '(');
	size_t length = strlen(*name);
	enum term term;

	if (length == 0 || open == NULL || open == *name ||
	    (*name)[length - 1] != ')')
		return T_NONE;
	term = bind_choice(sheet->bind, presences,
	    arena_copy(arena, open + 1, strlen(open) - 2));
	if (term != T_NONE)
		*name = uni_line(arena,
		    arena_copy(arena, *name, (size_t)(open - *name)));
	return term;
}

static void
enter(struct sheet *sheet, struct dict *dict, const char *key,
    struct bind_text text, size_t index)
{
	struct dict_entry *entry = dict_enter(dict, key);
	size_t *slot;

	if (entry->value != NULL) {
		bind_fault(sheet->bind, text.pos, M_CONSENT_TWICE, text.text,
		    bind_place(sheet->bind,
			sheet_member(sheet, *(size_t *)entry->value)
			    ->name.pos));
		return;
	}
	slot = arena_alloc(sheet->bind->doc->arena, sizeof(*slot));
	*slot = index;
	entry->value = slot;
}

static void
add(struct sheet *sheet, struct bind_text id, const char *name, struct pos pos,
    enum term presence)
{
	struct arena *arena = sheet->bind->doc->arena;
	enum term cut = cut_presence(sheet, &name);
	struct member *member;

	if (*name == '\0') {
		if (id.text == NULL || *id.text == '\0')
			return;
		name = id.text;
		id.text = "";
	}
	member = bind_append(sheet->bind, &sheet->members, sizeof(*member));
	member->id =
	    id.text != NULL ? id : (struct bind_text){ "", pos, false };
	member->name = (struct bind_text){ name, pos, true };
	member->presence = presence != T_NONE ? presence
	    : cut != T_NONE                   ? cut
					      : T_PRESENT;
	enter(sheet, &sheet->names, uni_fold(arena, md_plain(arena, name)),
	    member->name, sheet->members.count - 1);
	if (*member->id.text != '\0')
		enter(sheet, &sheet->ids, md_plain(arena, member->id.text),
		    member->id, sheet->members.count - 1);
}

/* "**Lucie Gauthier** : excusée", "M1: Lucie Gauthier" */
static void
read_keyed(struct sheet *sheet, const struct node *node)
{
	struct arena *arena = sheet->bind->doc->arena;
	const char *text = bind_text(sheet->bind, node);
	const char *key = md_words(arena, node->key);
	enum term presence =
	    bind_choice(sheet->bind, presences, md_plain(arena, text));
	struct bind_text none = { NULL, node->pos, false };

	if (presence != T_NONE || *text == '\0')
		add(sheet, none, key, node->key_pos, presence);
	else
		add(sheet, (struct bind_text){ key, node->key_pos, true }, text,
		    node->pos, T_NONE);
}

static void
read_item(struct sheet *sheet, const struct node *item)
{
	struct given given = { 0 };
	struct node bare = *item;
	struct bind_text none = { NULL, item->pos, false };
	enum term presence = item->box == BOX_DONE ? T_PRESENT
	    : item->box == BOX_OPEN                ? T_NOT_PRESENT
						   : T_NONE;

	bare.box = BOX_NONE;
	if (*item->key != '\0' && item->first == NULL) {
		read_keyed(sheet, &bare);
	} else if (item->kind == NODE_TEXT) {
		add(sheet, none, bind_text(sheet->bind, &bare), item->pos,
		    presence);
	} else {
		bare.key = "";
		if (*item->key != '\0' && *item->text == '\0')
			bare.text =
			    md_words(sheet->bind->doc->arena, item->key);
		if (bind_item(sheet->bind, given_rows, &bare, true, &given))
			add(sheet, given.id,
			    given.name.text ? given.name.text : "",
			    given.name.given ? given.name.pos : item->pos,
			    given.presence.term);
	}
}

static void
read_node(struct sheet *sheet, const struct node *node)
{
	const struct node *child;
	struct bind_list names = { NULL };
	struct bind_text *name;
	size_t i;

	if (node->first == NULL)
		bind_split_names(sheet->bind, bind_text(sheet->bind, node),
		    node->pos, &names);
	name = names.at;
	for (i = 0; i < names.count; i++)
		add(sheet, (struct bind_text){ NULL, node->pos, false },
		    name[i].text, name[i].pos, T_NONE);
	for (child = node->first; child != NULL; child = child->next)
		read_item(sheet, child);
}

void
member_read(struct sheet *sheet)
{
	struct node *const *nodes = sheet->member_nodes.at;
	size_t i;

	dict_init(&sheet->ids, sheet->bind->doc->arena);
	dict_init(&sheet->names, sheet->bind->doc->arena);
	for (i = 0; i < sheet->member_nodes.count; i++)
		read_node(sheet, nodes[i]);
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

/* The members that a part of a name may be: how many, and the first two. */
static size_t
find_parts(const struct sheet *sheet, const char *folded, size_t found[2])
{
	size_t i, count = 0;

	for (i = 0; i < sheet->names.count; i++) {
		if (!is_part(sheet->names.entries[i].key, folded))
			continue;
		if (count < 2)
			found[count] = *(size_t *)sheet->names.entries[i].value;
		count++;
	}
	return count;
}

static bool
find_whole(const struct sheet *sheet, const char *plain, const char *folded,
    size_t *index)
{
	const struct dict_entry *entry = dict_find(&sheet->ids, plain);

	if (entry == NULL)
		entry = dict_find(&sheet->names, folded);
	if (entry != NULL)
		*index = *(size_t *)entry->value;
	return entry != NULL;
}

bool
member_is(const struct sheet *sheet, const char *name, size_t *index)
{
	struct arena *arena = sheet->bind->doc->arena;
	const char *plain = md_plain(arena, name);
	const char *folded = uni_fold(arena, plain);
	size_t found[2];

	if (find_whole(sheet, plain, folded, index))
		return true;
	if (find_parts(sheet, folded, found) != 1)
		return false;
	*index = found[0];
	return true;
}

static const char *
nearest(const struct sheet *sheet, const char *name)
{
	const char *near = NULL;
	size_t best = (size_t)-1, distance, i;

	for (i = 0; i < sheet->members.count; i++) {
		distance = term_near(name, sheet_member(sheet, i)->name.text);
		if (distance < best) {
			best = distance;
			near = sheet_member(sheet, i)->name.text;
		}
	}
	return near;
}

bool
member_find(struct sheet *sheet, const char *name, struct pos pos,
    size_t *index)
{
	struct arena *arena = sheet->bind->doc->arena;
	const char *plain = md_plain(arena, name), *near;
	size_t found[2];

	if (member_is(sheet, name, index))
		return true;
	if (find_parts(sheet, uni_fold(arena, plain), found) > 1) {
		bind_fault(sheet->bind, pos, M_CONSENT_TWO_MEMBERS, plain,
		    sheet_member(sheet, found[0])->name.text,
		    sheet_member(sheet, found[1])->name.text);
		return false;
	}
	near = nearest(sheet, plain);
	if (near != NULL)
		bind_fault(sheet->bind, pos, M_CONSENT_STRANGER_NEAR, plain,
		    near);
	else
		bind_fault(sheet->bind, pos, M_CONSENT_STRANGER, plain);
	return false;
}
