/*
 * session: the sessions of every form, each on its day.
 */
#include <string.h>

#include "plan.h"
#include "sheet/gather.h"
#include "text/uni.h"
#include "value/clock.h"

#define SESSION(kind, term_, member, flags_)                                   \
	ROW_AS(kind, session, member, .key = (term_), .flags = (flags_))

/* What a session and a part of one have; its start is printed as it follows
 * from the rest. */
#define SESSION_ROWS                                                           \
	SESSION(BIND_TEXT, T_TIME, time, BIND_LABEL),                          \
	    SESSION(BIND_TEXT, T_SESSION_START, time, 0),                      \
	    SESSION(BIND_TIME, T_SESSION_START, start, BIND_COMPUTED),         \
	    SESSION(BIND_TIME, T_END, end, 0),                                 \
	    SESSION(BIND_DURATION, T_DURATION, duration, 0),                   \
	    ROW(session, title, .key = T_TITLE,                                \
		.flags = BIND_MAIN | BIND_REQUIRED, .instead = T_SESSIONS),    \
	    SESSION(BIND_TEXT, T_STEP, title, 0),                              \
	    SESSION(BIND_TEXT, T_WITHIN_SESSION, within, 0),                   \
	    SESSION(BIND_TEXT, T_SESSION_TYPE, type, 0),                       \
	    SESSION(BIND_NAMES, T_FACILITATOR, people, BIND_WHO),              \
	    SESSION(BIND_NAMES, T_SPEAKERS, people, BIND_WHO),                 \
	    SESSION(BIND_TEXT, T_PLACE, place, 0),                             \
	    SESSION(BIND_TEXT, T_MATERIAL, material, 0),                       \
	    SESSION(BIND_TEXT, T_OUTCOME, outcome, 0),                         \
	    SESSION(BIND_TEXT, T_CODE, code, BIND_UNIQUE)

#define SESSIONS(term_, member, item_rows)                                     \
	{                                                                      \
		BIND_LIST, term_, offsetof(struct session, member), 0,         \
		    item_rows, sizeof(struct session)                          \
	}

static const struct bind_row part_rows[] = { SESSION_ROWS, { BIND_END } };

/* A session of a day that is a map. */
static const struct bind_row inner_rows[] = { SESSION_ROWS,
	SESSIONS(T_SESSION_PARTS, parts, part_rows), { BIND_END } };

const struct bind_row session_rows[] = { SESSION_ROWS,
	SESSIONS(T_SESSION_PARTS, parts, part_rows),
	SESSION(BIND_TEXT, T_DATE, day, BIND_UNDER | BIND_WHOLE),
	SESSIONS(T_SESSIONS, sessions, inner_rows), { BIND_END } };

struct reader {
	struct method *method;
	struct bind_text day;   /* of what says none */
	struct bind_text place; /* the same */
	struct gather days;     /* struct day */
};

/* Whether a key is one of a term's names. */
static bool
names(const char *key, enum term term)
{
	return *key != '\0' &&
	    term_read(key, TERM_OPENED, &term, 1, NULL) != T_NONE;
}

static bool
is_date(const char *text, struct period *period)
{
	return period_reading(text, period) == SURE_EXACT && period->plain;
}

/* The date in a day's name: all of it, or what a mark parts from the rest, as
 * in "Jour 1 – jeudi 16 octobre 2025". */
static bool
find_date(const char *plain, struct period *period)
{
	static const char *const marks[] = { "–", "—", " - ", ":", "(", "," };
	ARENA_SCRATCH(arena);
	bool found = is_date(plain, period);
	const char *at, *rest;

	for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]) && !found;
	     i++) {
		at = strstr(plain, marks[i]);
		if (at == NULL)
			continue;
		rest = at + strlen(marks[i]);
		found = is_date(arena_copy(arena, rest, strcspn(rest, ")")),
			    period) ||
		    is_date(uni_until(arena, plain, at), period);
	}
	return found;
}

/* Whether an item begins with a time and goes on, or is a row of a table that
 * tells times. */
bool
session_is_timed(const struct node *item)
{
	const struct node *cell = item->table > 0 ? item->first : NULL;
	const char *text = node_line(item);
	struct clock clock;
	const char *rest;
	int start, end;

	for (; cell != NULL; cell = cell->next)
		if (names(cell->key, T_TIME) ||
		    names(cell->key, T_SESSION_START))
			return true;
	return item->table == 0 &&
	    (clock_read_range(item->key, &start, &end) ||
		*clock_title(text, &clock, &rest) != '\0' ||
		(clock_leads(text) && item->first != NULL));
}

/* Whether a line is a day's name: a date, "samedi 14 mai matin", "Jour 2". */
bool
session_is_day(const char *line)
{
	enum { LONGEST = 40 };
	size_t word = strcspn(line, " ");
	ARENA_SCRATCH(arena);
	struct period period;

	return find_date(line, &period) ||
	    (strlen(line) <= LONGEST && !clock_leads(line) &&
		strpbrk(line, "0123456789") != NULL &&
		(period_weekday(line) != T_NONE ||
		    term_is(arena_copy(arena, line, word), T_PROGRAMME_DAY)));
}

bool
session_is_key(const char *heading)
{
	return names(heading, T_SESSIONS) || names(heading, T_SESSION_PARTS);
}

/* A section is one of sessions where its heading is a day, or most of its items
 * begin with a time; a table without a heading, where it tells times. */
bool
session_claims(const struct node *section)
{
	const struct node *child = section->first;
	size_t items = 0, timed = 0;
	struct period period;

	if (section->level > 0) {
		if (child == NULL && section->blocks == NULL)
			return session_is_day(section->key);
		if (child == NULL || child->level > 0)
			return (child == NULL || child->line) &&
			    session_is_timed(section);
		if (find_date(section->key, &period) ||
		    period_weekday(section->key) != T_NONE)
			return true;
	}
	for (; child != NULL; child = child->next) {
		items++;
		timed += session_is_timed(child);
	}
	return 2 * timed > items;
}

size_t
session_leads(struct arena *arena, const char *line, size_t before)
{
	(void)arena;
	(void)before;
	return clock_leads(line);
}

/* What a day's name tells behind its date: "12 mars – Matin"; "" for nothing. */
static const char *
half_of(struct arena *arena, const char *plain)
{
	const char *dash = strstr(plain, " – ");
	struct period period;

	return dash != NULL && is_date(arena_until(arena, plain, dash), &period)
	    ? dash
	    : "";
}

/* The day of a name, made where there is none: a date is one day however it is
 * written. */
static struct day *
find_day(struct reader *reader, const struct bind_text *name)
{
	struct arena *arena = reader->method->arena;
	const char *plain = md_plain(arena, name->text);
	struct period period;
	bool dated = find_date(plain, &period), met;
	struct day *day;

	if (term_is_any(plain, T_SESSIONS, T_COURSES))
		bind_fault(reader->method->bind, name->pos,
		    M_PROGRAMME_DAY_IS_KEY, plain);
	day = gather_enter(&reader->days,
	    dated ? arena_format(arena, "=%ld%s", date_day(period.first),
			half_of(arena, plain))
		  : name->text,
	    &met);
	if (met)
		return day;
	day->name = *name;
	day->dated = dated;
	day->date = period.first;
	day->weekday = period.weekday;
	return day;
}

/* Cuts a time off the start of a title: "9h30 - 10h : title"; without any mark
 * behind it, "9h30-10h title" and "9h title". */
static void
cut_time(struct arena *arena, struct session *session)
{
	const char *text = session->title.text, *rest, *title;
	struct clock clock;

	title = clock_title(text, &clock, &rest);
	if (*session->time.text != '\0' || *title == '\0')
		return;
	if (title == rest && clock.end < 0 &&
	    (strcspn(text, "hH:.mM") >= (size_t)(rest - text) ||
		term_front(T_CLOCK_LENGTH_OF, rest) > 0))
		return; /* a length: "2 h de marche" */
	session->time.text = uni_until(arena, text, rest);
	session->time.pos = session->title.pos;
	session->title.text = md_text(arena, title);
}

/* The last session of a day so far that a text names. */
static struct session *
find_whole(struct method *method, const struct day *day,
    const struct bind_text *within)
{
	const char *name = method_plain(method, within->text);
	const struct dict_entry *entry = day->sessions.count > 0
	    ? dict_find(&day->names, term_fold(method->arena, name))
	    : NULL;

	if (entry == NULL) {
		bind_fault(method->bind, within->pos, M_PROGRAMME_NO_WHOLE,
		    name);
		return NULL;
	}
	return bind_nth(&day->sessions, sizeof(struct session),
	    *(const size_t *)entry->value);
}

/* Adds a session to a day, and what a text may name it by. */
static void
add_session(struct method *method, struct day *day,
    const struct session *session)
{
	const struct bind_text *names[] = { &session->code, &session->title };
	size_t *place = arena_alloc(method->arena, sizeof(*place));

	if (day->names.arena == NULL)
		dict_init(&day->names, method->arena);
	*place = day->sessions.count;
	bind_put(method->bind, &day->sessions, session, sizeof(*session));
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		dict_enter(&day->names,
		    term_fold(method->arena,
			method_plain(method, names[i]->text)))
		    ->value = place;
}

static void add_sessions(struct reader *reader, const struct bind_list *list,
    const struct bind_text *named);

/* Adds what stands in a cell under "Séances", beside their time: each has all that
 * its row tells. */
static void
add_cell(struct reader *reader, const struct session *row,
    const struct bind_text *named)
{
	struct bind_list list = { .count = 0 };
	struct session *session;

	BIND_EACH(const struct session, one, &row->sessions) {
		session = bind_add(reader->method->bind, &list, *row);
		session->title = one->title;
		session->sessions.given = false;
	}
	add_sessions(reader, &list, named);
}

static void
add_sessions(struct reader *reader, const struct bind_list *list,
    const struct bind_text *named)
{
	struct method *method = reader->method;
	struct session *whole;
	const struct bind_text *name;
	struct day *day;

	BIND_EACH(struct session, session, list) {
		bind_fill_texts(session_rows, session); /* its own are fewer */
		name = *session->day.text != '\0' ? &session->day : named;
		if (session->sessions.given && *session->time.text != '\0') {
			add_cell(reader, session, name);
			continue;
		}
		if (session->sessions.given) {
			if (*session->day.text == '\0' &&
			    *session->title.text != '\0')
				name = &session->title;
			find_day(reader, name);
			add_sessions(reader, &session->sessions, name);
			continue;
		}
		day = find_day(reader, name);
		if (method_is_heading(session_rows, session))
			continue;
		session->day.text = "";
		if (*session->place.text == '\0')
			session->place = reader->place;
		cut_time(method->arena, session);
		BIND_EACH(struct session, part, &session->parts) {
			bind_fill_texts(session_rows, part);
			cut_time(method->arena, part);
		}
		whole = *session->within.text != '\0'
		    ? find_whole(method, day, &session->within)
		    : NULL;
		if (whole != NULL)
			bind_add(method->bind, &whole->parts, *session);
		else
			add_session(method, day, session);
	}
}

/* Whether a heading is that of a day: not the name of all sessions, nor that with
 * what says no more than when that is, "Programme of the day". */
static bool
is_of_day(struct arena *arena, const char *heading)
{
	const char *gloss =
	    uni_fold(arena, term_gloss(arena, heading, T_SESSIONS));

	return *heading != '\0' && !names(heading, T_SESSIONS) &&
	    (*gloss == '\0' || gloss[term_front(T_CLOSINGS, gloss)] != '\0');
}

/* The date of the document is that of sessions of no day. */
static void
read_nameless(struct reader *reader)
{
	const struct bind_text name = { .text = "" };
	struct day *day = find_day(reader, &name);

	BIND_EACH(const struct bind_pair, pair, &reader->method->bind->pairs)
		if (pair->term == T_DATE && pair->node->first == NULL)
			day->dated = date_read(pair->node->text, &day->date);
}

void
session_read_all(struct method *method, struct plan *plan)
{
	static const struct bind_row row = { BIND_LIST, T_SESSIONS, 0, 0,
		session_rows, sizeof(struct session) };
	struct reader reader = { .method = method,
		.day.text = "",
		.place.text = "",
		.days = gather_new(method->bind, sizeof(struct day)) };
	struct node *node;
	struct bind_list list;
	struct bind_text day;

	reader.days.nameless = true;
	read_nameless(&reader);
	BIND_EACH(const struct node *const, at, &plan->nodes) {
		node =
		    node_again(method->arena, room_unfold(method->arena, *at));
		reader.place = room_take_place(method->arena, node);
		day = reader.day;
		if (is_of_day(method->arena, node->key)) {
			day = bind_text_at(node->level > 0 ? node->whole
							   : node->key,
			    node->key_pos);
			find_day(&reader, &day);
		}
		list = (struct bind_list){ .count = 0 };
		if (node->level > 0 || node->kind != NODE_TEXT)
			bind_value(method->bind, &row, node, &list);
		else if (*node->text != '\0')
			reader.day =
			    bind_text_at(md_text(method->arena, node->text),
				node->pos);
		add_sessions(&reader, &list, &day);
	}
	plan->days = reader.days.list;
	if (((const struct day *)plan->days.at)->sessions.count > 0)
		return;
	plan->days.at = (struct day *)plan->days.at + 1;
	plan->days.count--;
}
