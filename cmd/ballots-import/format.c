/*
 * format: whose export a sheet is, by its headers, and so what each column
 * says.  The exports are the rows of a table; the first one that fits is
 * taken.
 */
#include <string.h>

#include "base/arena.h"
#include "import.h"
#include "text/uni.h"

/* What many forms ask of who fills them in. */
#define NAMED                                                                  \
	{ T_HEAD_VOTER, ROLE_VOTER },                                          \
	{                                                                      \
		T_HEAD_GROUP, ROLE_GROUP                                       \
	}

static const struct format formats[] = {
	{ .name = "LimeSurvey",
	    .layout = LAYOUT_QUESTIONS,
	    .must = 2,
	    .columns = { { T_HEAD_RESPONSE_ID, ROLE_DROPPED },
		{ T_HEAD_SUBMITTED, ROLE_SUBMITTED },
		{ T_HEAD_LIMESURVEY, ROLE_DROPPED },
		{ T_HEAD_EMAIL, ROLE_DROPPED }, NAMED },
	    .brackets = "[]" },
	{ .name = "Nextcloud Forms",
	    .layout = LAYOUT_QUESTIONS,
	    .must = 2,
	    .columns = { { T_HEAD_DISPLAY_NAME, ROLE_VOTER },
		{ T_HEAD_TIMESTAMP, ROLE_DROPPED },
		{ T_HEAD_SUBMISSION_ID, ROLE_DROPPED },
		{ T_HEAD_GROUP, ROLE_GROUP } },
	    .brackets = "()",
	    .split = SPLIT_SEMICOLON },
	{ .name = "Microsoft Forms",
	    .layout = LAYOUT_QUESTIONS,
	    .must = 2,
	    .columns = { { T_HEAD_START_TIME, ROLE_DROPPED },
		{ T_HEAD_END_TIME, ROLE_DROPPED },
		{ T_HEAD_MICROSOFT, ROLE_DROPPED },
		{ T_HEAD_EMAIL, ROLE_DROPPED }, NAMED },
	    .graded = true,
	    .brackets = "",
	    .split = SPLIT_SEMICOLON },
	{ .name = "Loomio",
	    .layout = LAYOUT_OPTIONS,
	    .must = 2,
	    .columns = { { T_HEAD_VOTER_NAME, ROLE_VOTER },
		{ T_HEAD_POLL_ID, ROLE_DROPPED },
		{ T_HEAD_LOOMIO, ROLE_DROPPED },
		{ T_HEAD_WEIGHT, ROLE_WEIGHT } },
	    .blocks = true,
	    .points = true },
	{ .name = "Decidim",
	    .layout = LAYOUT_QUESTIONS,
	    .must = 2,
	    .columns = { { T_HEAD_IP_HASH, ROLE_DROPPED },
		{ T_HEAD_USER_STATUS, ROLE_DROPPED },
		{ T_HEAD_DECIDIM, ROLE_DROPPED }, NAMED },
	    .brackets = "/",
	    .split = SPLIT_DOUBTFUL },
	{ .name = "Decidim",
	    .layout = LAYOUT_COUNTS,
	    .must = 2,
	    .columns = { { T_HEAD_CONFIRMED_VOTES, ROLE_COUNT },
		{ T_HEAD_BUDGET_AMOUNT, ROLE_DROPPED } },
	    .text = "title" },
	{ .name = "Decidim",
	    .layout = LAYOUT_COUNTS,
	    .must = 2,
	    .columns = { { T_HEAD_SUPPORTS, ROLE_COUNT },
		{ T_HEAD_PARTICIPATORY_SPACE, ROLE_DROPPED } },
	    .text = "title" },
	{ .name = "Google Forms",
	    .layout = LAYOUT_QUESTIONS,
	    .must = 1,
	    .columns = { { T_HEAD_TIMESTAMP, ROLE_DROPPED },
		{ T_HEAD_EMAIL, ROLE_DROPPED }, { T_HEAD_MARK, ROLE_DROPPED },
		NAMED },
	    .brackets = "[]",
	    .split = SPLIT_DOUBTFUL },
	{ .name = "Nextcloud Polls",
	    .layout = LAYOUT_OPTIONS,
	    .must = 1,
	    .columns = { { T_HEAD_PARTICIPANTS, ROLE_VOTER },
		{ T_HEAD_EMAIL, ROLE_DROPPED } } },
	{ .name = "Typeform",
	    .layout = LAYOUT_OPTIONS,
	    .must = 2,
	    .columns = { { T_HEAD_START_UTC, ROLE_DROPPED },
		{ T_HEAD_SUBMIT_UTC, ROLE_DROPPED },
		{ T_HEAD_TYPEFORM, ROLE_DROPPED },
		{ T_HEAD_EMAIL, ROLE_DROPPED }, { T_HEAD_VOTER, ROLE_VOTER },
		{ T_HEAD_OTHER, ROLE_OTHER } },
	    .repeats = true },
	{ .name = "SurveyMonkey",
	    .layout = LAYOUT_QUESTIONS,
	    .must = 2,
	    .columns = { { T_HEAD_RESPONDENT_ID, ROLE_DROPPED },
		{ T_HEAD_COLLECTOR_ID, ROLE_DROPPED },
		{ T_HEAD_SURVEYMONKEY, ROLE_DROPPED },
		{ T_HEAD_EMAIL, ROLE_DROPPED }, NAMED },
	    .lines = LINES_OPTIONS,
	    .brackets = "[]",
	    .split = SPLIT_DOUBTFUL,
	    .repeats = true },
	{ .name = "Tally",
	    .layout = LAYOUT_QUESTIONS,
	    .must = 2,
	    .columns = { { T_HEAD_RESPONDENT_ID, ROLE_DROPPED },
		{ T_HEAD_SUBMITTED_AT, ROLE_DROPPED },
		{ T_HEAD_SUBMISSION_ID, ROLE_DROPPED },
		{ T_HEAD_EMAIL, ROLE_DROPPED }, NAMED },
	    .brackets = "()",
	    .split = SPLIT_DOUBTFUL },
	{ .name = "Doodle",
	    .layout = LAYOUT_OPTIONS,
	    .must = 1,
	    .columns = { { T_HEAD_TIMES, ROLE_VOTER } },
	    .answers = true },
	{ .name = "Doodle",
	    .layout = LAYOUT_OPTIONS,
	    .lines = LINES_SLOTS,
	    .preface = true,
	    .first_empty = true,
	    .answers = true },
	{ .name = "Framadate",
	    .layout = LAYOUT_OPTIONS,
	    .lines = LINES_SLOTS,
	    .first_empty = true,
	    .answers = true },
	{ .layout = LAYOUT_OPTIONS,
	    .must = 1,
	    .columns = { { T_HEAD_VOTER, ROLE_VOTER },
		{ T_HEAD_GROUP, ROLE_GROUP }, { T_HEAD_EMAIL, ROLE_DROPPED },
		{ T_HEAD_CHOICE, ROLE_CHOICE } },
	    .split = SPLIT_DOUBTFUL },
};

/* A sheet whose columns the command names. */
static const struct format named = {
	.layout = LAYOUT_QUESTIONS,
	.columns = { { T_HEAD_GROUP, ROLE_GROUP } },
	.brackets = "[]",
	.split = SPLIT_DOUBTFUL,
};

/* Whether a header is one of the names of a term; counts the language. */
static bool
is_head(struct import *import, const char *header, enum term term)
{
	enum lang lang = LANG_NONE;

	if (*header == '\0' || term_find(header, &term, 1, &lang) == T_NONE)
		return false;
	import->votes[lang]++;
	return true;
}

/* "title", or "title/fr": of several, that of the report's language. */
static long
find_nested(const struct import *import, const struct row *header,
    const char *name)
{
	const char *wish = import->doc->lang == LANG_EN ? "en" : "fr", *cell;
	size_t length = strlen(name), i;
	long found = NO_COLUMN;

	for (i = 0; i < header->count; i++) {
		cell = header->cells[i];
		if (strncmp(cell, name, length) != 0 ||
		    (cell[length] != '\0' && cell[length] != '/'))
			continue;
		if (found == NO_COLUMN || strcmp(cell + length + 1, wish) == 0)
			found = (long)i;
	}
	return found;
}

static bool
fits(struct import *import, const struct format *format,
    const struct row *header, size_t above)
{
	size_t i, j;

	if (format->preface && above == 0)
		return false;
	if (format->first_empty &&
	    (header->count < 2 || *header->cells[0] != '\0' ||
		*header->cells[1] == '\0'))
		return false;
	for (i = 0; i < format->must; i++) {
		for (j = 0; j < header->count; j++)
			if (is_head(import, header->cells[j],
				format->columns[i].head))
				break;
		if (j == header->count)
			return false;
	}
	return format->text == NULL ||
	    find_nested(import, header, format->text) != NO_COLUMN;
}

/* Headers that are tried and do not fit must not tell the language. */
const struct format *
format_find(struct sheet *sheet, const struct row *header, size_t above)
{
	struct import *import = sheet->import;
	const struct options *options = import->options;
	size_t votes[3], i;

	memcpy(votes, import->votes, sizeof(votes));
	for (i = 0; i < sizeof(formats) / sizeof(formats[0]); i++) {
		if (sheet->blocks ? formats[i].blocks
				  : fits(import, &formats[i], header, above))
			return &formats[i];
		memcpy(import->votes, votes, sizeof(votes));
	}
	return options->choice != NULL || options->columns != NULL ? &named
								   : NULL;
}

/* Gives a role to the columns that a term heads: to the first one, where it is
 * to say something. */
static void
assign(struct sheet *sheet, enum term head, enum role role)
{
	const struct options *options = sheet->import->options;
	bool chosen = options->choice != NULL || options->columns != NULL;
	struct column *column;
	size_t i;

	if (chosen && (role == ROLE_CHOICE || role == ROLE_OTHER))
		return;
	for (i = 0; i < sheet->count; i++) {
		column = &sheet->columns[i];
		if (column->used || sheet->at[role] != NO_COLUMN ||
		    !is_head(sheet->import, column->head, head))
			continue;
		column->used = true;
		if (role != ROLE_DROPPED)
			sheet->at[role] = (long)i;
	}
}

/* Of a quiz, what was given for the answers: "Points - Question". */
static bool
is_grade(const struct sheet *sheet, const char *head)
{
	enum term grade = T_HEAD_GRADE;
	const char *dash = strstr(head, " - ");

	return dash != NULL && question_has(sheet, dash + 3) &&
	    term_find(arena_copy(sheet->import->arena, head,
			  (size_t)(dash - head)),
		&grade, 1, NULL) != T_NONE;
}

bool
format_columns(struct sheet *sheet, const struct row *header)
{
	const struct options *options = sheet->import->options;
	const struct format *format = sheet->format;
	size_t faults = sheet->import->faults->count, i;

	if (options->voter != NULL)
		sheet->at[ROLE_VOTER] = question_column(sheet, options->voter);
	if (options->group != NULL)
		sheet->at[ROLE_GROUP] = question_column(sheet, options->group);
	if (sheet->import->faults->count > faults)
		return false;
	if (format->first_empty && options->voter == NULL)
		sheet->at[ROLE_VOTER] = 0;
	if (format->text != NULL)
		sheet->at[ROLE_TEXT] =
		    find_nested(sheet->import, header, format->text);
	for (i = 0; i < ROLES; i++)
		if (sheet->at[i] != NO_COLUMN)
			sheet->columns[sheet->at[i]].used = true;
	for (i = 0; i < FORMAT_COLUMNS; i++)
		if (format->columns[i].head != T_NONE)
			assign(sheet, format->columns[i].head,
			    format->columns[i].role);
	for (i = 0; i < sheet->count && format->graded; i++)
		sheet->columns[i].used |=
		    is_grade(sheet, sheet->columns[i].head);
	return true;
}
