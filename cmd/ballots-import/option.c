/*
 * option: what can be voted for, each once, and what a cell says of it.
 */
#include <string.h>

#include "format.h"
#include "sheet/bind.h"
#include "text/uni.h"
#include "value/marks.h"
#include "value/number.h"

enum { MAX_NUMBER = 1000000 };

const struct value value_yes = { "x", VOTE_YES, 1 };
const struct value value_no = { "", VOTE_NO, 0 };

const char *
option_number(struct import *import, size_t number)
{
	return arena_format(import->arena, "%zu", number);
}

/* "2026-03-02T18:30.../2026-03-02T20:30..." as 2026-03-02, 18:30–20:30; any
 * other text on one line. */
static const char *
plain_of(struct arena *arena, const char *text)
{
	static const char digits[] = "0123456789-T:";
	const char *end = strchr(text, '/');

	if (end == NULL || strspn(text, digits) < 16 ||
	    strspn(++end, digits) < 16 || text[10] != 'T' || end[10] != 'T')
		return uni_line(arena, text);
	return strncmp(text, end, 10) == 0
	    ? arena_format(arena, "%.10s, %.5s–%.5s", text, text + 11, end + 11)
	    : arena_format(arena, "%.10s, %.5s – %.10s, %.5s", text, text + 11,
		  end, end + 11);
}

/* "halle" behind "Halle" is the same option, and told once. */
static void
check_spelling(struct import *import, const struct option *option,
    const char *text, struct pos pos)
{
	if (strcmp(option->text, text) == 0 ||
	    dict_find(&import->spellings, text) != NULL)
		return;
	dict_enter(&import->spellings, text);
	note_add(&import->findings, pos, M_IMPORT_SPELLING, text, option->text,
	    arena_format(import->arena, "%s:%zu", option->pos.file,
		option->pos.line));
}

size_t
option_enter(struct import *import, const char *text, struct pos pos,
    bool unique)
{
	struct arena *arena = import->arena;
	const char *first = plain_of(arena, text), *plain = first;
	struct option *option, *again = NULL;
	struct dict_entry *entry;
	size_t *number;

	for (;;) {
		entry = dict_enter(&import->keys, uni_fold(arena, plain));
		number = entry->value;
		option = number == NULL ? NULL : &import->option[*number];
		if (!unique || option == NULL ||
		    option->sheet != import->sheets)
			break;
		if (again == NULL)
			note_add(&import->findings, pos, M_IMPORT_SAME_OPTION,
			    plain);
		again = again ? again : option;
		plain =
		    arena_format(arena, "%s (%zu)", first, ++again->again + 1);
	}
	if (option == NULL) {
		entry->value = number = arena_alloc(arena, sizeof(*number));
		*number = import->option_count;
		option =
		    &ARENA_ADD(arena, import->option, import->option_count);
		option->text = plain;
		option->label = arena_format(arena, "O%zu", *number + 1);
		option->pos = pos;
	}
	if (option->sheet != import->sheets)
		option->again = 0;
	option->sheet = import->sheets;
	check_spelling(import, option, plain, pos);
	return *number;
}

void
option_known(struct import *import)
{
	const char *path = import->options->known, *line;
	const struct source *source = NULL;
	struct source_file file;
	struct pos pos = { path, 1, 1 };
	size_t length;

	if (path == NULL)
		return;
	if (source_open(&file, path, import->faults))
		source = source_read(import->arena, &file, import->faults);
	source_close(&file);
	for (; source != NULL && pos.line <= source->line_count; pos.line++) {
		line = source_line(source, pos.line, &length);
		if (!source_is_blank(source, pos.line))
			option_enter(import,
			    arena_copy(import->arena, line, length), pos,
			    false);
	}
	import->known = import->option_count;
}

void
option_grades(struct import *import)
{
	const char *list = import->options->grades, *grade;
	size_t length;

	for (; list != NULL && *list != '\0';
	     list += length + (list[length] == ',')) {
		length = strcspn(list, ",");
		grade = uni_line(import->arena,
		    arena_copy(import->arena, list, length));
		ARENA_ADD(import->arena, import->grades.at,
		    import->grades.count) = grade;
	}
}

bool
option_is_grade(const struct import *import, const char *text)
{
	for (size_t i = 0; i < import->grades.count; i++)
		if (term_same(import->grades.at[i], text))
			return true;
	return import->grades.count == 0;
}

static enum vote
read_word(const char *text, enum lang *lang)
{
	static const enum term maybe = T_ANSWER_MAYBE,
			       words[] = { T_YES, T_ANSWER_OK, T_NO,
				       T_ANSWER_NOT_OK, T_ANSWER_NONE };
	enum term found;

	/* "(OK)" is not OK: brackets would be dress */
	if (term_find(text, &maybe, 1, lang) != T_NONE)
		return VOTE_MAYBE;
	found = term_find(text, words, sizeof(words) / sizeof(words[0]), lang);
	return found == T_YES || found == T_ANSWER_OK   ? VOTE_YES
	    : found == T_NO || found == T_ANSWER_NOT_OK ? VOTE_NO
	    : found == T_ANSWER_NONE                    ? VOTE_BLANK
							: VOTE_DOUBT;
}

/* A number, or what a hand draws for one. */
static void
read_number(const struct sheet *sheet, struct value *value)
{
	int64_t thousandths;
	uint64_t drawn;

	if (number_read(value->text, &thousandths)) {
		value->vote = VOTE_NUMBER;
		if (thousandths % 1000 == 0 && thousandths >= 0 &&
		    thousandths / 1000 <= MAX_NUMBER)
			value->number = (long)(thousandths / 1000);
	} else if (marks_read_drawn(value->text, &drawn) &&
	    drawn <= MAX_NUMBER) {
		value->vote = VOTE_NUMBER;
		value->number = (long)drawn;
	}
	if (value->number == 0)
		value->vote = VOTE_NO;
	else if (sheet->meeting && (value->number == 1 || value->number == 2))
		value->vote = value->number == 1 ? VOTE_MAYBE : VOTE_YES;
}

const struct value *
value_read(struct sheet *sheet, const char *text)
{
	struct arena *arena = sheet->import->arena;
	struct dict_entry *entry = dict_enter(&sheet->values, text);
	struct value *value = entry->value;
	enum lang lang = LANG_NONE;

	if (value != NULL)
		return value;
	value = entry->value = arena_alloc(arena, sizeof(*value));
	value->text = uni_line(arena, text);
	value->number = -1;
	if (sheet->import->as == AS_GRADES) {
		value->vote = *value->text == '\0' ||
			read_word(value->text, &lang) == VOTE_BLANK
		    ? VOTE_BLANK
		    : VOTE_GRADE;
		return value;
	}
	if (!bind_is_none(value->text))
		value->vote = read_word(value->text, &lang);
	sheet->import->votes[lang]++;
	if (value->vote == VOTE_DOUBT && !sheet->format->answers)
		read_number(sheet, value);
	return value;
}
