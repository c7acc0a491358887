/*
 * pabulib: participatory budgets as pabulib.org keeps them: three blocks, META,
 * PROJECTS and VOTES, each with a header, cells parted by semicolons.
 */
#include <string.h>

#include "base/arena.h"
#include "field.h"
#include "text/uni.h"

struct pabulib {
	struct field *field;
	struct csv csv;
	size_t row;           /* at hand */
	struct csv_head head; /* of its block */
};

bool
pabulib_is(const struct source *source, struct arena *arena)
{
	const char *line = field_peek(source, arena, '#');

	return strcmp(line, "META") == 0 || strcmp(line, "META;") == 0;
}

/* The cell of a row under a header; "" where there is none. */
static const char *
cell(struct pabulib *file, const char *name)
{
	const struct csv_row *row = &file->csv.rows[file->row];

	for (size_t i = 0; i < file->head.count; i++)
		if (strcmp(file->head.names[i], name) == 0)
			return uni_line(file->field->import->arena,
			    csv_cell(row, (long)i));
	return "";
}

/* Moves to the next row of a block; false at its end. */
static bool
next(struct pabulib *file)
{
	const struct csv_row *row;

	if (++file->row >= file->csv.count)
		return false;
	row = &file->csv.rows[file->row];
	file->field->line = row->pos.line;
	return !csv_is_bare(row, 1) ||
	    (strcmp(row->cells[0], "PROJECTS") != 0 &&
		strcmp(row->cells[0], "VOTES") != 0);
}

/* Enters the block at hand, of this name. */
static bool
enter(struct pabulib *file, const char *name)
{
	struct arena *arena = file->field->import->arena;

	if (file->row >= file->csv.count ||
	    strcmp(file->csv.rows[file->row].cells[0], name) != 0 ||
	    ++file->row >= file->csv.count)
		return field_fault(file->field, M_IMPORT_FIELD, name);
	file->head = csv_head_new(arena, &file->csv.rows[file->row]);
	return true;
}

/* The kind that a type of votes is. */
static enum as kind_of(const char *type)
{
	if (strcmp(type, "ordinal") == 0)
		return AS_RANKS;
	return strcmp(type, "approval") == 0 || strcmp(type, "choose-1") == 0
	    ? AS_APPROVAL
	    : AS_POINTS;
}

/* What META says of the vote; what no count needs is left aside. */
static void
read_pair(struct pabulib *file, const char *key, const char *value,
    enum as *kind)
{
	struct import *import = file->field->import;

	if (strcmp(key, "description") == 0 && *import->title == '\0')
		import->title = value;
	else if (strcmp(key, "budget") == 0)
		field_set(file->field, &import->budget, value);
	else if (strcmp(key, "max_length") == 0)
		field_number(&value, &file->field->most);
	else if (strcmp(key, "vote_type") == 0)
		*kind = kind_of(value);
	else if (strcmp(key, "rule") == 0 &&
	    strncmp(value, "equalshares", 11) == 0)
		import->method = T_IMPORT_EQUAL;
	if (strcmp(value, "equalshares/add1") == 0)
		import->completion = T_IMPORT_ADD1;
}

static bool
read_meta(struct pabulib *file)
{
	struct import *import = file->field->import;
	enum as kind = AS_APPROVAL;
	const struct csv_row *row;

	if (!enter(file, "META"))
		return false;
	while (next(file)) {
		row = &file->csv.rows[file->row];
		read_pair(file, csv_cell(row, 0),
		    uni_line(import->arena, csv_cell(row, 1)), &kind);
	}
	if (!field_begin(file->field, kind))
		return false;
	if (import->method == T_NONE && import->as == AS_POINTS)
		import->method = T_IMPORT_BY_POINTS;
	return true;
}

static bool
read_projects(struct pabulib *file)
{
	struct import *import = file->field->import;
	const char *id, *name;
	const size_t *number;
	struct option *option;

	if (!enter(file, "PROJECTS"))
		return false;
	while (next(file)) {
		id = cell(file, "project_id");
		name = cell(file, "name");
		if (field_named(file->field, id) != NULL)
			return field_fault(file->field, M_IMPORT_CHOSEN_TWICE,
			    id);
		number = field_name(file->field, id, *name ? name : id);
		option = &import->option[*number];
		option->cost = cell(file, "cost");
		option->category = cell(file, "category");
		option->expected = cell(file, "votes");
	}
	return true;
}

/* What stands before the next comma of a list, which moves behind it. */
static const char *
part(const struct field *field, const char **list)
{
	size_t length = strcspn(*list, ",");
	const char *start = *list;

	*list += length + ((*list)[length] == ',');
	return field_piece(field, start, length);
}

static bool
read_vote(struct pabulib *file)
{
	struct field *field = file->field;
	struct import *import = field->import;
	const char *vote = cell(file, "vote"), *points = cell(file, "points");
	const char *id, *at;
	const size_t *option;
	long value = 0;

	while (*vote != '\0') {
		id = part(field, &vote);
		option = field_named(field, id);
		if (option == NULL)
			return field_fault(field, M_IMPORT_NO_CANDIDATE, id);
		import->option[*option].votes++;
		at = field->kind == AS_POINTS ? part(field, &points) : "";
		if (field->kind != AS_POINTS)
			value++;
		else if (!field_number(&at, &value) || *at != '\0')
			return field_fault(file->field, M_IMPORT_FIELD, at);
		field_put(field, *option, value);
	}
	field_ballot(field, 1);
	return true;
}

/* Where the file tells how many chose a project, and its ballots tell another
 * number, that is a finding. */
static void
check_votes(struct pabulib *file)
{
	struct import *import = file->field->import;
	struct pos pos = { file->field->source->name, 1, 1 };
	const struct option *option;
	const char *given;

	for (size_t i = 0; i < import->option_count; i++) {
		option = &import->option[i];
		given = option_number(import, (size_t)option->votes);
		if (option->expected != NULL && *option->expected != '\0' &&
		    strcmp(option->expected, given) != 0)
			note_add(&import->findings, pos, M_IMPORT_OTHER_VOTES,
			    option->text, option->expected, given);
	}
}

void
pabulib_read(struct field *field)
{
	static const struct csv_told told = { NULL, ";" };
	struct import *import = field->import;
	struct pabulib file = { .field = field };

	if (!csv_parse(import->arena, field->source, &told, import->faults,
		&file.csv) ||
	    !read_meta(&file) || !read_projects(&file) ||
	    !enter(&file, "VOTES"))
		return;
	while (next(&file))
		read_vote(&file);
	check_votes(&file);
}
