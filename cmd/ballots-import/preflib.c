/*
 * preflib: the files of preflib.org: "# ALTERNATIVE NAME 1: A", then orders
 * "42: 1,{2,3}" (.soc .soi .toc .toi), or in a .cat file the alternatives of each
 * category, "# CATEGORY NAME 1: Yes".
 */
#include <string.h>

#include "base/arena.h"
#include "field.h"
#include "text/uni.h"

struct preflib {
	struct field *field;
	size_t *option; /* of each alternative */
	size_t count;
	size_t known, grades;   /* categories told before; and in this file */
	bool categories, begun; /* its ballots have */
};

bool
preflib_is(const struct source *source, struct arena *arena)
{
	const char *line = field_peek(source, arena, '\0');

	return strncmp(line, "# FILE NAME:", 12) == 0 ||
	    strncmp(line, "# DATA TYPE:", 12) == 0 ||
	    strstr(source->bytes, "\n# ALTERNATIVE NAME 1:") != NULL;
}

/* What stands behind a key of the head; NULL where the line has another. */
static const char *
behind(const char *line, const char *key)
{
	size_t length = strlen(key);

	return strncmp(line, key, length) == 0 ? uni_skip_blanks(line + length)
					       : NULL;
}

/* The name of a number, "1: Yes"; NULL, and a fault, where it is not the next. */
static const char *
numbered(struct preflib *file, const char *text, size_t count)
{
	long number;

	if (field_number(&text, &number) && (size_t)number == count + 1 &&
	    *text == ':')
		return uni_skip_blanks(text + 1);
	field_fault(file->field, M_IMPORT_FIELD, text);
	return NULL;
}

/* A category; those of several files, and those that the command tells, are the
 * same. */
static void
add_grade(struct preflib *file, const char *text)
{
	struct import *import = file->field->import;
	size_t place = file->grades++;

	if (file->known == 0)
		ARENA_ADD(import->arena, import->grades.at,
		    import->grades.count) = text;
	else if (place >= file->known ||
	    strcmp(import->grades.at[place], text) != 0)
		field_fault(file->field, M_IMPORT_OTHER_SETTING, text);
}

static void
read_head(struct preflib *file, const char *line)
{
	struct import *import = file->field->import;
	const char *text;

	if ((text = behind(line, "# TITLE:")) != NULL &&
	    *import->title == '\0') {
		import->title = text;
	} else if ((text = behind(line, "# DATA TYPE:")) != NULL) {
		if (file->begun)
			field_fault(file->field, M_IMPORT_FIELD, line);
		else
			file->categories = strcmp(text, "cat") == 0;
	} else if ((text = behind(line, "# CATEGORY NAME ")) != NULL) {
		text = numbered(file, text, file->grades);
		if (text != NULL)
			add_grade(file, text);
	} else if ((text = behind(line, "# ALTERNATIVE NAME ")) != NULL) {
		text = numbered(file, text, file->count);
		if (text == NULL)
			return;
		ARENA_ADD(import->arena, file->option, file->count) =
		    field_option(file->field, "", text);
	}
}

/* One or several alternatives with one value, "3" or "{1,2}". */
static bool
put_set(struct preflib *file, const char **at, long value)
{
	const char *start = *at;
	bool set = **at == '{';
	long number;

	*at = uni_skip_blanks(*at + set);
	while (!set || **at != '}') {
		if (!field_number(at, &number) || number < 1 ||
		    (size_t)number > file->count)
			return field_fault(file->field, M_IMPORT_FIELD, start);
		field_put(file->field, file->option[number - 1], value);
		*at = uni_skip_blanks(*at);
		if (!set)
			return true;
		*at = uni_skip_blanks(*at + (**at == ','));
	}
	*at = uni_skip_blanks(*at + 1);
	return true;
}

static bool
read_ballot(struct preflib *file, const char *line)
{
	const char *at = line;
	long times, value = file->categories ? 0 : 1;

	if (!field_number(&at, &times) || *(at = uni_skip_blanks(at)) != ':')
		return field_fault(file->field, M_IMPORT_FIELD, line);
	for (at = uni_skip_blanks(at + 1); *at != '\0'; value++) {
		if (file->categories &&
		    (size_t)value >= file->field->import->grades.count)
			return field_fault(file->field, M_IMPORT_FIELD, line);
		if (!put_set(file, &at, value))
			return false;
		if (*at != ',' && *at != '\0')
			return field_fault(file->field, M_IMPORT_FIELD, line);
		at = uni_skip_blanks(at + (*at == ','));
	}
	field_ballot(file->field, times);
	return true;
}

void
preflib_read(struct field *field)
{
	struct preflib file = { .field = field,
		.known = field->import->grades.count };
	const char *line;

	while ((line = field_line(field)) != NULL) {
		if (*line == '#')
			read_head(&file, line);
		else if (file.begun ||
		    (file.begun = field_begin(field,
			 file.categories ? AS_GRADES : AS_RANKS)))
			read_ballot(&file, line);
		else
			return;
	}
}
