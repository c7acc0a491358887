/*
 * field: which format a file is of, and its ballots as lines that are alike.
 */
#include "field.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "text/uni.h"

/* The first one that a text is of is taken. */
static const struct {
	const char *name;
	bool (*is)(const struct source *source, struct arena *arena);
	void (*read)(struct field *field);
} formats[] = {
	{ "Pabulib", pabulib_is, pabulib_read },
	{ "PrefLib", preflib_is, preflib_read },
	{ "BLT", blt_is, blt_read },
	{ "CEF", cef_is, cef_read },
	{ "ABIF", abif_is, abif_read },
};

const char *
field_line(struct field *field)
{
	const struct source *source = field->source;

	while (field->line < source->line_count)
		if (!source_is_blank(source, ++field->line))
			return uni_line(field->import->arena,
			    source_text(field->import->arena, source,
				field->line));
	return NULL;
}

const char *
field_peek(const struct source *source, struct arena *arena, char mark)
{
	const char *line;

	for (size_t i = 1; i <= source->line_count; i++) {
		line = uni_line(arena, source_text(arena, source, i));
		if (*line != '\0' && *line != mark)
			return line;
	}
	return "";
}

bool
field_number(const char **text, long *number)
{
	size_t length = strspn(*text, "0123456789");

	if (length == 0 || length > 12)
		return false;
	*number = strtol(*text, NULL, 10);
	*text += length;
	return true;
}

bool
field_fault(struct field *field, enum term message, const char *text)
{
	struct pos pos = { field->source->name, field->line, 1 };

	note_add(field->import->faults, pos, message, text, field->format);
	return false;
}

void
field_find(struct field *field, enum term message, const char *text)
{
	struct pos pos = { field->source->name, field->line, 1 };

	note_add(&field->import->findings, pos, message, text);
}

const char *
field_piece(const struct field *field, const char *from, size_t length)
{
	struct arena *arena = field->import->arena;

	return uni_line(arena, arena_copy(arena, from, length));
}

void
field_set(struct field *field, const char **setting, const char *value)
{
	if (**setting != '\0' && strcmp(*setting, value) != 0)
		field_fault(field, M_IMPORT_OTHER_SETTING, value);
	*setting = value;
}

/* Whether ballots of one kind tell what another one wants. */
static bool becomes(enum as kind, enum as wanted)
{
	static const unsigned from[] = {
		[AS_APPROVAL] =
		    1U << AS_APPROVAL | 1U << AS_DOTS | 1U << AS_POINTS,
		[AS_POINTS] = 1U << AS_POINTS | 1U << AS_DOTS |
		    1U << AS_APPROVAL | 1U << AS_RANKS,
		[AS_RANKS] =
		    1U << AS_RANKS | 1U << AS_APPROVAL | 1U << AS_POINTS,
		[AS_GRADES] = 1U << AS_GRADES | 1U << AS_RANKS,
	};

	return (from[kind] >> wanted & 1U) != 0;
}

bool
field_begin(struct field *field, enum as kind)
{
	struct import *import = field->import;

	field->kind = kind;
	if (import->as == AS_UNKNOWN)
		import->as = kind;
	return becomes(kind, import->as) ||
	    field_fault(field, M_IMPORT_NOT_AS, as_names[import->as]);
}

/* Whether a text can stand in front of others as a name of its own: "12", "C3",
 * "L13/01/VII". */
static bool
is_label(const char *text)
{
	static const char signs[] = "/.-_0123456789abcdefghijklmnopqrstuvwxyz"
				    "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
	const char *from = signs + (*text >= 'A' ? 0 : strlen("/.-"));

	return *text != '\0' && strlen(text) <= 12 &&
	    text[strspn(text, from)] == '\0';
}

size_t
field_option(struct field *field, const char *label, const char *text)
{
	struct import *import = field->import;
	struct pos pos = { field->source->name, field->line, 1 };
	size_t count = import->option_count, option;
	struct dict_entry *entry;

	option = option_enter(import, text, pos, true);
	if (option == count && is_label(label)) {
		entry = dict_enter(&import->labels, label);
		if (entry->value == NULL)
			import->option[option].label = label;
		entry->value = import;
	}
	return option;
}

const size_t *
field_named(const struct field *field, const char *name)
{
	struct dict_entry *entry = dict_find(&field->names, name);

	return entry != NULL ? entry->value : NULL;
}

const size_t *
field_name(struct field *field, const char *name, const char *text)
{
	size_t *option = arena_alloc(field->import->arena, sizeof(*option));

	*option = field_option(field, name, text);
	return dict_enter(&field->names, name)->value = option;
}

void
field_put(struct field *field, size_t option, long value)
{
	ARENA_ADD(field->import->arena, field->marks, field->count) =
	    (struct field_mark){ option, value };
}

static int
compare_marks(const void *a, const void *b)
{
	const struct field_mark *one = a, *other = b;

	if (one->value != other->value)
		return one->value < other->value ? -1 : 1;
	return one->option < other->option ? -1 : one->option > other->option;
}

/* The marks as what is wanted has them: points as what is above others first,
 * ranks as what they leave to the longest ballot. */
static void
turn(struct field *field)
{
	enum as wanted = field->import->as;
	struct field_mark *mark = field->marks;
	long most =
	    field->most > 0 ? field->most : (long)field->import->option_count;

	for (size_t i = 0; i < field->count; i++) {
		if (field->kind == AS_RANKS && wanted == AS_POINTS)
			mark[i].value = most - mark[i].value + 1;
		else if (field->kind == AS_POINTS && wanted == AS_RANKS)
			mark[i].value = -mark[i].value;
		else if (field->kind == AS_APPROVAL)
			mark[i].value = 1;
	}
	if (wanted == AS_RANKS && field->count > 0)
		qsort(mark, field->count, sizeof(*mark), compare_marks);
}

/* What a ballot says of an option, behind what stands before; false: nothing. */
static bool
put_mark(const struct field *field, struct buf *line, size_t i)
{
	const struct import *import = field->import;
	const struct field_mark *mark = &field->marks[i];
	const char *label = import->option[mark->option].label;
	bool first = line->length == 0;

	if (import->as == AS_RANKS) {
		buf_format(line, "%s%s",
		    first                               ? ""
			: mark->value == mark[-1].value ? " = "
							: " > ",
		    label);
		return true;
	}
	if (import->as != AS_GRADES && mark->value <= 0)
		return false;
	buf_format(line, "%s%s", first ? "" : ", ", label);
	if (import->as == AS_GRADES)
		buf_format(line, ": %s",
		    md_words(import->arena, import->grades.at[mark->value]));
	else if (import->as != AS_APPROVAL)
		buf_format(line, ": %ld", mark->value);
	return true;
}

/* Whether an option stands twice in the ballot at hand. */
static bool
is_double(const struct field *field, size_t *option)
{
	for (size_t i = 0; i < field->count; i++)
		for (size_t j = 0; j < i; j++)
			if (field->marks[i].option == field->marks[j].option) {
				*option = field->marks[i].option;
				return true;
			}
	return false;
}

/* Adds a line that so many ballots say. */
static void
add_line(struct import *import, struct buf *line, uint64_t times)
{
	struct dict_entry *entry = dict_find(&import->groups, line->at);
	uint64_t *count;

	if (entry == NULL) {
		entry = dict_enter(&import->groups,
		    arena_string(import->arena, line->at));
		entry->value = arena_alloc(import->arena, sizeof(*count));
	}
	count = entry->value;
	*count += times;
	buf_free(line);
}

void
field_ballot(struct field *field, long times)
{
	struct import *import = field->import;
	struct buf line = BUF_INIT;
	size_t option;

	if (is_double(field, &option)) {
		field_fault(field, M_IMPORT_CHOSEN_TWICE,
		    import->option[option].text);
	} else if (times > 0) {
		turn(field);
		for (size_t i = 0; i < field->count; i++)
			put_mark(field, &line, i);
		field->ballots += (uint64_t)times;
		if (import->as <= AS_APPROVAL && field->kind != AS_APPROVAL &&
		    field->count > 1 && field->count == import->option_count)
			field->whole += (uint64_t)times;
		add_line(import, &line, (uint64_t)times);
	}
	field->count = 0;
}

bool
field_read(struct import *import, struct source *source)
{
	struct field field = { .import = import,
		.source = source,
		.names = { .arena = import->arena } };
	struct arena *arena = arena_new();
	struct pos pos = { source->name, 1, 1 };
	size_t i = 0, count = sizeof(formats) / sizeof(formats[0]), faults;

	while (i < count && !formats[i].is(source, arena))
		i++;
	arena_free(arena);
	if (i == count)
		return false;
	field.format = formats[i].name;
	if (import->format == NULL)
		import->format = field.format;
	faults = import->faults->count;
	formats[i].read(&field);
	if (field.ballots == 0 && import->faults->count == faults)
		note_add(&import->findings, pos, M_IMPORT_NO_BALLOT);
	if (5 * field.whole > field.ballots)
		note_add(&import->findings, pos, M_IMPORT_WHOLE,
		    option_number(import, field.whole),
		    option_number(import, field.ballots));
	import->grouped = true;
	if (import->ballot_count > 0 || import->has_counts)
		note_add(import->faults, pos, M_IMPORT_GROUPED);
	return true;
}
