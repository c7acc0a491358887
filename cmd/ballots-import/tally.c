/*
 * tally: counts by grade.
 */
#include "tally.h"

#include <string.h>

#include "setting.h"
#include "text/uni.h"

/* Whether there is nothing but a whole number in a cell. */
static bool
is_count(const char *cell)
{
	return *cell != '\0' && strlen(cell) <= 12 &&
	    cell[strspn(cell, "0123456789")] == '\0';
}

static bool
is_tally(const struct sheet *sheet)
{
	const struct csv *csv = &sheet->csv;
	const struct csv_row *head = &csv->rows[0];

	if (sheet->import->as != AS_GRADES || *head->cells[0] != '\0' ||
	    head->count < 3 || csv->count < 2)
		return false;
	for (size_t i = 1; i < csv->count; i++)
		for (size_t j = 1; j < head->count; j++)
			if (*head->cells[j] != '\0' &&
			    !is_count(csv_cell(&csv->rows[i], (long)j)))
				return false;
	return true;
}

/* The grades that the header names, from the best on; those of --grades, where
 * it names them too. */
static void
read_grades(struct sheet *sheet)
{
	struct import *import = sheet->import;
	const struct csv_row *head = &sheet->csv.rows[0];
	struct pos pos = head->pos;
	const char *grade;

	for (size_t i = 1; i < head->count; i++) {
		pos.col = i + 1;
		grade = uni_line(import->arena, head->cells[i]);
		if (import->options->grades != NULL &&
		    !option_is_grade(import, grade))
			note_add(import->faults, pos, M_IMPORT_HEAD_NO_GRADE,
			    grade);
		if (import->options->grades != NULL || *grade == '\0')
			continue;
		ARENA_ADD(import->arena, import->grades.at,
		    import->grades.count) = grade;
	}
}

bool
tally_read(struct sheet *sheet)
{
	struct import *import = sheet->import;
	const struct csv *csv = &sheet->csv;
	struct pos pos;
	size_t option;

	if (!is_tally(sheet))
		return false;
	if (import->is_tallied || import->grouped || import->ballot_count > 0) {
		note_add(import->faults, sheet->pos, M_IMPORT_GROUPED);
		return true;
	}
	read_grades(sheet);
	import->is_tallied = true;
	import->format = "";
	for (size_t i = 1; i < csv->count; i++) {
		pos = csv->rows[i].pos;
		option =
		    option_enter(import, csv_cell(&csv->rows[i], 0), pos, true);
		import->option[option].counts = &csv->rows[i];
		import->option[option].heads = &csv->rows[0];
	}
	return true;
}

/* How many gave an option a grade, as the sheet says it. */
static const char *
count_of(const struct option *option, const char *grade)
{
	for (size_t i = 1; i < option->heads->count; i++)
		if (term_same(option->heads->cells[i], grade))
			return csv_cell(option->counts, (long)i);
	return "0";
}

void
tally_render(struct import *import, struct report *report)
{
	if (!import->is_tallied)
		return;
	report_table(report, import->grades.count + 1);
	report_cell(report, setting_word(import, T_OPTION));
	for (size_t j = 0; j < import->grades.count; j++)
		report_number_head(report,
		    md_words(import->arena, import->grades.at[j]));
	for (size_t i = 0; i < import->option_count; i++) {
		report_cell(report, import->option[i].label);
		for (size_t j = 0; j < import->grades.count; j++)
			report_cell(report,
			    count_of(&import->option[i], import->grades.at[j]));
	}
}

void
tally_add(struct import *import, struct arena *arena, struct node *map)
{
	struct pos nowhere = { NULL, 0, 0 };
	struct node *option, *count;

	for (size_t i = 0; i < import->option_count; i++) {
		option = node_new(arena, NODE_MAP, nowhere);
		option->key = import->option[i].label;
		node_append(map, option);
		for (size_t j = 0; j < import->grades.count; j++) {
			count = node_text(arena,
			    count_of(&import->option[i], import->grades.at[j]),
			    nowhere);
			count->key = import->grades.at[j];
			node_append(option, count);
		}
	}
}
