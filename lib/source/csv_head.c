#include "source/csv_head.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "text/note.h"
#include "text/uni.h"

size_t
csv_head_row(const struct csv *csv)
{
	const struct csv_row *row = csv->rows, *end = row + csv->count;
	bool above = csv->sure;

	for (; row < end && csv_is_bare(row, 1); row++)
		above |= row->count > 1 ||
		    (row + 1 < end &&
			(row[1].pos.line > row->pos.line + 1 ||
			    *row[1].cells[0] == '\0'));
	return above && row < end ? (size_t)(row - csv->rows) : 0;
}

struct csv_head
csv_head_new(struct arena *arena, const struct csv_row *row)
{
	struct csv_head head = { row->pos, NULL, row->count };

	while (head.count > 0 && *row->cells[head.count - 1] == '\0')
		head.count--;
	head.names = arena_array(arena, head.count, sizeof(*head.names));
	for (size_t i = 0; i < head.count; i++)
		head.names[i] = uni_line(arena, row->cells[i]);
	return head;
}

static const char *
number(struct arena *arena, size_t column)
{
	return arena_format(arena, "%zu", column + 1);
}

bool
csv_head_find(const struct csv_head *head, struct notes *faults,
    const char *name, size_t *first, size_t *last)
{
	bool found = false;
	char *end;

	for (size_t i = 0; i < head->count; i++) {
		if (*head->names[i] == '\0' || !term_same(head->names[i], name))
			continue;
		if (found)
			note_add(faults, head->pos, M_CSV_TWO_COLUMNS, name,
			    number(faults->arena, *first),
			    number(faults->arena, i));
		else
			*first = *last = i;
		found = true;
	}
	if (found || *name < '1' || *name > '9')
		return found;
	*first = *last = strtoul(name, &end, 10) - 1;
	if (*end == '-' && end[1] >= '1' && end[1] <= '9')
		*last = strtoul(end + 1, &end, 10) - 1;
	return *end == '\0' && *first <= *last && *last < head->count;
}

void
csv_head_fault(const struct csv_head *head, struct notes *faults,
    enum term message, const char *name)
{
	struct buf out = BUF_INIT;

	for (size_t i = 0; i < head->count; i++)
		buf_format(&out, "%s%zu %s", i ? " | " : "", i + 1,
		    *head->names[i] ? head->names[i] : "-");
	note_add(faults, head->pos, message, name,
	    buf_take(&out, faults->arena));
}

/* Whether an entry names columns, behind "new=" perhaps. */
static bool
choose(const struct csv_head *head, struct notes *faults, char *entry,
    bool renames, struct csv_choice *choice)
{
	char *old = strchr(entry, '=');

	choice->name = NULL;
	if (csv_head_find(head, faults, entry, &choice->first, &choice->last))
		return true;
	if (!renames || old == NULL || entry + strcspn(entry, ",") < old ||
	    !csv_head_find(head, faults, old + 1, &choice->first,
		&choice->last) ||
	    choice->first < choice->last)
		return false;
	choice->name = uni_line(faults->arena,
	    arena_copy(faults->arena, entry, (size_t)(old - entry)));
	return *choice->name != '\0';
}

struct csv_choice
csv_head_next(const struct csv_head *head, struct notes *faults,
    const char **list, bool renames)
{
	char *entry = arena_string(faults->arena, *list), *comma;
	struct csv_choice choice;

	while (
	    !(choice.found = choose(head, faults, entry, renames, &choice)) &&
	    (comma = strrchr(entry, ',')) != NULL)
		*comma = '\0';
	if (!choice.found)
		csv_head_fault(head, faults, M_CSV_NO_COLUMN, entry);
	*list += strlen(entry);
	*list += **list == ',';
	return choice;
}
