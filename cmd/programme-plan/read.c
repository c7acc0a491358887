/*
 * read: the sessions of every form, each with its day.
 */
#include <string.h>

#include "base/arena.h"
#include "plan.h"
#include "source/md.h"
#include "text/uni.h"
#include "value/period.h"

#define SESSION(kind, term_, member, flags_)                                   \
	ROW(kind, session, member, .key = (term_), .flags = (flags_))

/* What a session and a part of one have. */
#define SESSION_ROWS                                                           \
	SESSION(BIND_TEXT, T_TIME, time, BIND_LABEL),                          \
	    SESSION(BIND_TEXT, T_SESSION_START, time, 0),                      \
	    SESSION(BIND_TIME, T_END, end, 0),                                 \
	    SESSION(BIND_DURATION, T_DURATION, duration, 0),                   \
	    SESSION(BIND_TEXT, T_TITLE, title, BIND_MAIN | BIND_REQUIRED),     \
	    SESSION(BIND_TEXT, T_STEP, title, 0),                              \
	    SESSION(BIND_TEXT, T_SESSION_TYPE, type, 0),                       \
	    SESSION(BIND_NAMES, T_FACILITATOR, people, BIND_WHO),              \
	    SESSION(BIND_NAMES, T_SPEAKERS, people, BIND_WHO),                 \
	    SESSION(BIND_TEXT, T_PLACE, place, 0),                             \
	    SESSION(BIND_TEXT, T_MATERIAL, material, 0),                       \
	    SESSION(BIND_TEXT, T_OUTCOME, outcome, 0),                         \
	    SESSION(BIND_TEXT, T_CODE, code, BIND_UNIQUE)

static const struct bind_row part_rows[] = { SESSION_ROWS, { BIND_END } };

const struct bind_row session_rows[] = { SESSION_ROWS,
	SESSION(BIND_TEXT, T_WITHIN_SESSION, within, 0),
	SESSION(BIND_TEXT, T_DATE, day_text, 0),
	{ BIND_LIST, T_SESSION_PARTS, offsetof(struct session, parts), 0,
	    part_rows, sizeof(struct session) },
	{ BIND_END } };

struct reader {
	struct method *method;
	struct plan *plan;
	size_t day; /* the one whose sessions are read */
	struct dict days;
};

/* Whether a key is one of a term's names. */
static bool
names(const char *key, enum term term)
{
	return *key != '\0' && term_find(key, &term, 1, NULL) != T_NONE;
}

bool
read_claims(const struct node *section)
{
	const struct node *row = section->first, *cell;
	struct date date;

	if (row == NULL || section->level == 0) {
		for (cell = row != NULL && row->table > 0 ? row->first : NULL;
		     cell != NULL; cell = cell->next)
			if (names(cell->key, T_TIME) ||
			    names(cell->key, T_SESSION_START))
				return true;
		return false;
	}
	return row->level == 0 &&
	    (date_read(section->key, &date) ||
		period_weekday(section->key) != T_NONE);
}

/* The day of a name in md's normal form, made where there is none. */
static size_t
find_day(struct reader *reader, const char *name, struct pos pos)
{
	static const enum term keys[] = { T_SESSIONS, T_COURSES };
	struct arena *arena = reader->method->arena;
	const char *plain = md_plain(arena, name);
	struct day day = { .name = name, .pos = pos }, *slot;
	struct dict_entry *entry;
	size_t *place;

	if (term_find(plain, keys, 2, NULL) != T_NONE)
		bind_fault(reader->method->bind, pos, M_PROGRAMME_DAY_IS_KEY,
		    plain);
	day.dated = date_read(plain, &day.date);
	entry = dict_enter(&reader->days,
	    day.dated ? arena_format(arena, "%ld", date_day(day.date))
		      : arena_format(arena, " %s", uni_fold(arena, plain)));
	if (entry->value == NULL) {
		place = arena_alloc(arena, sizeof(*place));
		*place = day.order = reader->plan->days.count;
		entry->value = place;
		slot = bind_append(reader->method->bind, &reader->plan->days,
		    sizeof(day));
		*slot = day;
	}
	return *(const size_t *)entry->value;
}

/* The day that a heading or a key names. */
static size_t
find_day_of_key(struct reader *reader, const struct node *node)
{
	struct arena *arena = reader->method->arena;

	return find_day(reader,
	    node->level > 0            ? node->whole
		: *node->whole != '\0' ? md_words(arena, node->key)
				       : md_text(arena, node->key),
	    node->key_pos);
}

static void
add_session(struct reader *reader, const struct session *session, size_t day,
    size_t parent)
{
	struct bind *bind = reader->method->bind;
	struct session *slot =
	    bind_append(bind, &reader->plan->sessions, sizeof(*slot));
	const struct session *part = session->parts.at;
	size_t own = reader->plan->sessions.count, i;

	*slot = *session;
	slot->parts = (struct bind_list){ .count = 0 };
	slot->day = day;
	slot->parent = parent;
	slot->order = own - 1;
	if (*slot->time.text == '\0')
		session_cut_time(reader->method, slot);
	for (i = 0; i < session->parts.count; i++)
		add_session(reader, &part[i], day, own);
}

/* Binds the items gathered, as sessions of the day. */
static void
flush(struct reader *reader, struct node *group)
{
	static const struct bind_row row = { BIND_LIST, T_SESSIONS, 0, 0,
		session_rows, sizeof(struct session) };
	struct bind_list list = { .count = 0 };
	const struct session *session;
	size_t i;

	bind_value(reader->method->bind, &row, group, &list);
	session = list.at;
	for (i = 0; i < list.count; i++)
		add_session(reader, &session[i],
		    *session[i].day_text.text == '\0'
			? reader->day
			: find_day(reader, session[i].day_text.text,
			      session[i].day_text.pos),
		    0);
	group->first = group->last = NULL;
	group->count = 0;
}

/* An item as bind takes it: a time in front as a label. */
static void
gather(struct reader *reader, struct node *group, const struct node *child)
{
	struct method *method = reader->method;
	struct node *item = node_again(method->arena, child);
	int start, end;

	if (*item->key != '\0' && item->table == 0) {
		if (clock_read_range(item->key, &start, &end)) {
			item->key = end < 0
			    ? arena_format(method->arena, "%d:%02d", start / 60,
				  start % 60)
			    : arena_format(method->arena, "%d:%02d-%d:%02d",
				  start / 60, start % 60, end / 60, end % 60);
		} else if (*item->whole != '\0') {
			item->text = item->whole;
			item->key = item->whole = "";
		} else if (bind_find(method->bind, session_rows, item->key) ==
		    NULL) {
			bind_fault(method->bind, item->key_pos, M_COLON_TRAP,
			    item->key, item->text);
			return;
		}
	}
	node_append(group, item);
}

/* Whether a map is a day and its sessions. */
static bool
is_day_map(const struct node *node)
{
	const struct node *pair;

	for (pair = node->first; pair != NULL; pair = pair->next)
		if (pair->first != NULL && pair->table == 0 &&
		    names(pair->key, T_SESSIONS))
			return true;
	return false;
}

static bool
is_day(const struct node *node)
{
	struct date date;
	int start, end;

	if (*node->key == '\0' || node->table > 0)
		return node->table == 0 && is_day_map(node);
	if (node->level > 0)
		return true;
	if (clock_read_range(node->key, &start, &end))
		return false;
	if (*node->whole != '\0' || node->first == NULL)
		return date_read(node->key, &date) &&
		    (node->first != NULL || *node->text == '\0');
	return !names(node->key, T_SESSION_PARTS);
}

static void read_items(struct reader *reader, const struct node *node);

/* A day whose name is one of its pairs. */
static void
read_day_map(struct reader *reader, const struct node *node)
{
	const struct node *pair, *sessions = NULL;

	for (pair = node->first; pair != NULL; pair = pair->next) {
		if (pair->first != NULL && names(pair->key, T_SESSIONS))
			sessions = pair;
		else if (pair->first == NULL &&
		    (names(pair->key, T_DATE) || names(pair->key, T_TITLE)))
			reader->day = find_day(reader,
			    md_text(reader->method->arena, pair->text),
			    pair->pos);
		else
			bind_unknown(reader->method->bind, session_rows, pair);
	}
	if (sessions != NULL)
		read_items(reader, sessions);
}

/* Sessions, and days of them. */
static void
read_items(struct reader *reader, const struct node *node)
{
	struct node *group =
	    node_new(reader->method->arena, NODE_LIST, node->pos);
	const struct node *child;
	size_t day = reader->day;

	if (node->kind == NODE_TEXT && *node->text != '\0') {
		group->kind = NODE_TEXT;
		group->text = node->text;
		flush(reader, group);
		return;
	}
	for (child = node->first; child != NULL; child = child->next) {
		if (!is_day(child)) {
			gather(reader, group, child);
			continue;
		}
		flush(reader, group);
		if (*child->key == '\0') {
			read_day_map(reader, child);
		} else {
			reader->day = find_day_of_key(reader, child);
			read_items(reader, child);
		}
		reader->day = day;
	}
	flush(reader, group);
}

/* The top session before one, on its day, that its text names; from 1. */
static size_t
find_whole(struct method *method, const struct plan *plan, size_t place)
{
	const struct session *session = plan->sessions.at;
	const char *name = md_plain(method->arena, session[place].within.text);
	size_t i;

	for (i = place; i > 0; i--)
		if (session[i - 1].day == session[place].day &&
		    session[i - 1].parent == 0 &&
		    (term_same(name,
			 md_plain(method->arena, session[i - 1].code.text)) ||
			term_same(name,
			    md_plain(method->arena,
				session[i - 1].title.text))))
			return i;
	bind_fault(method->bind, session[place].within.pos,
	    M_PROGRAMME_NO_WHOLE, name);
	return 0;
}

void
read_sessions(struct method *method, struct plan *plan)
{
	struct reader reader = { .method = method, .plan = plan };
	struct node *const *nodes = plan->nodes.at;
	const struct bind_pair *pair = method->bind->pairs.at;
	struct session *session;
	struct day *day;
	size_t i;

	dict_init(&reader.days, method->arena);
	find_day(&reader, "", (struct pos){ NULL, 0, 0 });
	day = plan->days.at;
	for (i = 0; i < method->bind->pairs.count; i++)
		if (pair[i].term == T_DATE && pair[i].node->first == NULL)
			day->dated = date_read(pair[i].node->text, &day->date);
	for (i = 0; i < plan->nodes.count; i++) {
		if (nodes[i]->level > 0 && !names(nodes[i]->key, T_SESSIONS)) {
			reader.day = find_day_of_key(&reader, nodes[i]);
			read_items(&reader, nodes[i]);
			reader.day = 0;
		} else if (nodes[i]->level == 0 &&
		    nodes[i]->kind == NODE_TEXT && *nodes[i]->text != '\0') {
			reader.day = find_day(&reader,
			    md_text(method->arena, nodes[i]->text),
			    nodes[i]->pos);
		} else {
			read_items(&reader, nodes[i]);
		}
	}
	session = plan->sessions.at;
	for (i = 0; i < plan->sessions.count; i++)
		if (session[i].parent == 0 && *session[i].within.text != '\0')
			session[i].parent = find_whole(method, plan, i);
}
