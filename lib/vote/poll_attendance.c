/*
 * poll_attendance: who voted, held against the list of those who were there.
 *
 * A report holds no voter, so this is told, and is no finding of the report's.
 */
#include <stdlib.h>
#include <string.h>

#include "text/uni.h"
#include "vote/poll.h"

struct attendance {
	struct arena *arena;
	struct dict names; /* of participants, folded */
	struct dict
	    parts;      /* the first and the last word of a name of several */
	size_t present; /* voters who are listed */
	const char **absent;
	size_t absent_count;
};

/* The first and the last word of a folded name; false where it is but one. */
static bool
ends_of(struct arena *arena, const char *name, const char *ends[2])
{
	const char *last = strrchr(name, ' ');

	if (last == NULL)
		return false;
	ends[0] = arena_copy(arena, name, strcspn(name, " "));
	ends[1] = last + 1;
	return true;
}

static void
add_name(struct attendance *attendance, const struct node *node)
{
	struct arena *arena = attendance->arena;
	const char *text = *node->key != '\0' ? node->key : node->text;
	const char *name = uni_fold(arena, md_plain(arena, text)), *ends[2];

	name = arena_copy(arena, name, strcspn(name, "(,"));
	name = uni_line(arena, name);
	dict_enter(&attendance->names, name)->value = attendance;
	if (!ends_of(arena, name, ends))
		return;
	dict_enter(&attendance->parts, ends[0])->value = attendance;
	dict_enter(&attendance->parts, ends[1])->value = attendance;
}

/* Whether a voter is listed, by a whole name or by one part of it. */
static bool
is_listed(struct attendance *attendance, const char *voter)
{
	ARENA_SCRATCH(arena);
	const char *name = uni_fold(arena, voter), *ends[2];

	if (dict_find(&attendance->names, name) != NULL)
		return true;
	return ends_of(arena, name, ends)
	    ? dict_find(&attendance->names, ends[0]) != NULL ||
		dict_find(&attendance->names, ends[1]) != NULL
	    : dict_find(&attendance->parts, name) != NULL;
}

static void
check(void *context, const char *voter)
{
	struct attendance *attendance = context;

	if (is_listed(attendance, voter)) {
		attendance->present++;
		return;
	}
	ARENA_ADD(attendance->arena, attendance->absent,
	    attendance->absent_count) = voter;
}

static int
by_name(const void *a, const void *b)
{
	return uni_order(*(const char *const *)a, *(const char *const *)b);
}

void
poll_attendance_find(const struct poll *poll)
{
	struct attendance attendance = { .arena = poll->arena };
	const struct bind_list names = bind_participants(poll->bind);
	struct buf out = BUF_INIT;
	size_t count;

	if (poll->read == NULL || poll->method->anonymous)
		return;
	dict_init(&attendance.names, poll->arena);
	dict_init(&attendance.parts, poll->arena);
	BIND_EACH(struct node *const, name, &names)
		add_name(&attendance, *name);
	ballot_each_voter(poll->read, check, &attendance);
	count = attendance.absent_count;
	/* names of another kind, numbers of papers, tell nothing */
	if (count == 0 || attendance.present == 0)
		return;
	qsort(attendance.absent, count, sizeof(*attendance.absent), by_name);
	for (size_t i = 0; i < count; i++)
		buf_join(&out, ", ", attendance.absent[i]);
	note_add(&poll->bind->doc->remarks, poll_place(poll),
	    count == 1 ? M_VOTE_NOT_LISTED : M_VOTE_NONE_LISTED,
	    buf_take(&out, poll->arena));
}
