/*
 * format: whose export a sheet is, and so what each of its columns says.
 */
#include "format.h"

#include <string.h>

#include "base/arena.h"

/* What no vote needs, whatever the sheet. */
#define ASIDE                                                                  \
	{ T_HEAD_EMAIL, ROLE_DROPPED }, { T_HEAD_ASIDE, ROLE_DROPPED },        \
	{                                                                      \
		T_BALLOT_REMARK, ROLE_DROPPED                                  \
	}
/* What many forms ask of who fills them in, in one column or two. */
#define NAMED                                                                  \
	{ T_HEAD_VOTER, ROLE_VOTER }, { T_HEAD_VOTER, ROLE_NAME },             \
	    { T_HEAD_WEIGHT, ROLE_WEIGHT },                                    \
	{                                                                      \
		T_HEAD_GROUP, ROLE_GROUP                                       \
	}

/* The first one that fits is taken. */
static const struct format formats[] = {
	{ .name = "LimeSurvey",
	    .must = { { T_HEAD_SUBMITTED, ROLE_SUBMITTED },
		{ T_HEAD_RESPONSE_ID } },
	    .may = { { T_HEAD_LIMESURVEY }, ASIDE, NAMED },
	    .brackets = "[]" },
	{ .name = "Nextcloud Forms",
	    .must = { { T_HEAD_DISPLAY_NAME, ROLE_VOTER },
		{ T_HEAD_TIMESTAMP } },
	    .may = { { T_HEAD_SUBMISSION_ID }, ASIDE,
		{ T_HEAD_GROUP, ROLE_GROUP } },
	    .brackets = "()",
	    .parts = ";" },
	{ .name = "Microsoft Forms",
	    .must = { { T_HEAD_START_TIME }, { T_HEAD_END_TIME } },
	    .may = { { T_HEAD_MICROSOFT }, ASIDE, NAMED },
	    .graded = true,
	    .brackets = "",
	    .parts = ";" },
	{ .name = "Loomio",
	    .must = { { T_HEAD_VOTER_NAME, ROLE_VOTER }, { T_HEAD_POLL_ID } },
	    .may = { { T_HEAD_LOOMIO }, { T_HEAD_WEIGHT, ROLE_WEIGHT } },
	    .blocks = true,
	    .points = true },
	{ .name = "Decidim",
	    .must = { { T_HEAD_IP_HASH }, { T_HEAD_USER_STATUS } },
	    .may = { { T_HEAD_DECIDIM }, ASIDE, NAMED },
	    .brackets = "/",
	    .parts = ";," },
	{ .name = "Decidim",
	    .must = { { T_HEAD_CONFIRMED_VOTES, ROLE_COUNT },
		{ T_HEAD_BUDGET_AMOUNT } },
	    .counted = true,
	    .titled = true },
	{ .name = "Decidim",
	    .must = { { T_HEAD_SUPPORTS, ROLE_COUNT },
		{ T_HEAD_PARTICIPATORY_SPACE } },
	    .counted = true,
	    .titled = true },
	{ .name = "Google Forms",
	    .must = { { T_HEAD_TIMESTAMP } },
	    .may = { { T_HEAD_MARK }, ASIDE, NAMED },
	    .brackets = "[]",
	    .parts = ";," },
	{ .name = "Nextcloud Polls",
	    .must = { { T_HEAD_PARTICIPANTS, ROLE_VOTER } },
	    .may = { ASIDE },
	    .answers = true },
	{ .name = "Typeform",
	    .must = { { T_HEAD_START_UTC }, { T_HEAD_SUBMIT_UTC } },
	    .may = { { T_HEAD_TYPEFORM }, ASIDE, { T_HEAD_VOTER, ROLE_VOTER },
		{ T_HEAD_VOTER, ROLE_NAME }, { T_HEAD_OTHER, ROLE_OTHER } },
	    .parts = ";,",
	    .repeats = true },
	{ .name = "SurveyMonkey",
	    .must = { { T_HEAD_RESPONDENT_ID }, { T_HEAD_COLLECTOR_ID } },
	    .may = { { T_HEAD_SURVEYMONKEY }, ASIDE, NAMED },
	    .between = " [",
	    .behind = "]",
	    .brackets = "[]",
	    .parts = ";,",
	    .repeats = true },
	{ .name = "Tally",
	    .must = { { T_HEAD_RESPONDENT_ID }, { T_HEAD_SUBMITTED_AT } },
	    .may = { { T_HEAD_SUBMISSION_ID }, ASIDE, NAMED },
	    .brackets = "()",
	    .parts = ";," },
	{ .name = "Doodle",
	    .must = { { T_HEAD_TIMES, ROLE_VOTER } },
	    .may = { ASIDE },
	    .answers = true },
	{ .name = "Doodle",
	    .between = ", ",
	    .behind = "",
	    .preface = true,
	    .first_empty = true,
	    .may = { ASIDE },
	    .answers = true },
	{ .name = "Framadate",
	    .between = ", ",
	    .behind = "",
	    .first_empty = true,
	    .may = { ASIDE },
	    .answers = true },
	{ .first_empty = true, .may = { ASIDE, { T_TABLE_TOTAL } } },
	{ .name = "KoboToolbox",
	    .must = { { T_HEAD_KOBO_ID }, { T_HEAD_KOBO_TIME } },
	    .may = { { T_HEAD_KOBO }, ASIDE, NAMED },
	    .brackets = "/" },
	{ .must = { { T_HEAD_ITEM, ROLE_TEXT }, { T_VOTES, ROLE_COUNT } },
	    .without = T_HEAD_VOTER,
	    .counted = true },
	{ .must = { { T_HEAD_VOTER, ROLE_TEXT }, { T_VOTES, ROLE_COUNT } },
	    .may = { { T_HEAD_VOTER, ROLE_NAME } },
	    .counted = true,
	    .alone = true },
	{ .must = { { T_HEAD_VOTER, ROLE_VOTER } },
	    .may = { { T_HEAD_VOTER, ROLE_NAME }, { T_HEAD_GROUP, ROLE_GROUP },
		ASIDE, { T_TABLE_TOTAL, ROLE_DROPPED },
		{ T_HEAD_WEIGHT, ROLE_WEIGHT },
		{ T_HEAD_CHOICE, ROLE_CHOICE } },
	    .parts = ";," },
};

/* A sheet whose columns the command names. */
static const struct format named = {
	.may = { { T_HEAD_GROUP, ROLE_GROUP }, { T_HEAD_WEIGHT, ROLE_WEIGHT } },
	.brackets = "[]",
	.parts = ";,",
};

/* The first header, from one on, that a term names, or their count; it tells
 * the language. */
static size_t
find_head(const struct sheet *sheet, size_t from, enum term term)
{
	enum lang lang = LANG_NONE;
	size_t i;

	for (i = from; i < sheet->count; i++)
		if (*sheet->columns[i].text != '\0' &&
		    term_find(sheet->columns[i].text, &term, 1, &lang) !=
			T_NONE)
			break;
	sheet->import->votes[lang] += i < sheet->count;
	return i;
}

/* Whether every column is one that betrays a format, or a person's. */
static bool
is_alone(const struct sheet *sheet, const struct format *format)
{
	const enum term heads[] = { format->must[0].head, format->must[1].head,
		T_HEAD_ASIDE, T_HEAD_EMAIL, T_BALLOT_REMARK };

	for (size_t i = 0; i < sheet->count; i++)
		if (term_find(sheet->columns[i].text, heads, 5, NULL) == T_NONE)
			return false;
	return true;
}

/* Whether the cells of a sheet are numbers, which no poll of answers has. */
static bool
counts(const struct sheet *sheet)
{
	const struct csv_row *row = sheet->csv.rows;
	const char *cell;
	size_t numbers = 0;

	for (; row < sheet->csv.rows + sheet->csv.count; row++)
		for (size_t i = 1; i < row->count && *row->cells[0] != '\0';
		     i++) {
			cell = row->cells[i];
			cell += *cell == '-';
			if (cell[strspn(cell, "0123456789")] != '\0')
				return false;
			numbers += *cell != '\0';
		}
	return numbers > 0;
}

static bool
fits(const struct sheet *sheet, const struct format *format, size_t above)
{
	for (size_t i = 0; i < FORMAT_MUST && format->must[i].head != T_NONE;
	     i++)
		if (find_head(sheet, 0, format->must[i].head) == sheet->count)
			return false;
	if ((format->preface && above == 0) ||
	    (format->alone && !is_alone(sheet, format)) ||
	    (format->without != T_NONE &&
		find_head(sheet, 0, format->without) < sheet->count))
		return false;
	if (format->answers && !format->preface && counts(sheet))
		return false;
	return !format->first_empty ||
	    (sheet->count > 1 && *sheet->columns[0].text == '\0' &&
		*sheet->columns[1].text != '\0');
}

/* Headers that are tried and do not fit must not tell the language. */
const struct format *
format_find(const struct sheet *sheet, size_t above)
{
	struct import *import = sheet->import;
	size_t votes[3];

	memcpy(votes, import->votes, sizeof(votes));
	for (size_t i = 0; i < sizeof(formats) / sizeof(formats[0]); i++) {
		if (sheet->blocks ? formats[i].blocks
				  : fits(sheet, &formats[i], above))
			return &formats[i];
		memcpy(import->votes, votes, sizeof(votes));
	}
	return import->options->choice || import->options->columns ? &named
								   : NULL;
}

/* Columns that say nothing all have that role, any other has one column. */
static void
assign(struct sheet *sheet, struct format_column column)
{
	const struct options *options = sheet->import->options;

	if (column.head == T_NONE || sheet->at[column.role] != NO_COLUMN ||
	    ((options->choice != NULL || options->columns != NULL) &&
		(column.role == ROLE_CHOICE || column.role == ROLE_OTHER)) ||
	    (options->voter != NULL && column.role == ROLE_NAME))
		return;
	for (size_t i = 0;
	     (i = find_head(sheet, i, column.head)) < sheet->count; i++) {
		if (sheet->columns[i].used)
			continue;
		sheet->columns[i].used = true;
		if (column.role == ROLE_DROPPED)
			continue;
		sheet->at[column.role] = (long)i;
		return;
	}
}

/* "title", or "title/fr": of several, that of the report's language. */
static bool
find_title(struct sheet *sheet)
{
	const char *wish =
	    sheet->import->doc->lang == LANG_EN ? "title/en" : "title/fr";
	long *at = &sheet->at[ROLE_TEXT];
	const char *text;

	for (size_t i = 0; i < sheet->count; i++) {
		text = sheet->columns[i].text;
		if (strncmp(text, wish, 5) == 0 &&
		    (text[5] == '\0' || text[5] == '/') &&
		    (*at == NO_COLUMN || strcmp(text, wish) == 0))
			*at = (long)i;
	}
	sheet->import->votes[LANG_FR] += *at != NO_COLUMN &&
	    strcmp(sheet->columns[*at].text, "title/fr") == 0;
	return *at != NO_COLUMN;
}

/* Of a quiz, what was given for the answer to one of its questions: "Points -
 * Question". */
static bool
is_grade(const struct sheet *sheet, const char *text)
{
	const char *dash = strstr(text, " - ");
	enum term grade = T_HEAD_GRADE;

	if (dash == NULL ||
	    !term_is(arena_copy(sheet->import->arena, text,
			 (size_t)(dash - text)),
		grade))
		return false;
	for (size_t i = 0; i < sheet->count; i++)
		if (term_same(sheet->columns[i].text, dash + 3))
			return true;
	return false;
}

bool
format_columns(struct sheet *sheet)
{
	const struct options *options = sheet->import->options;
	const struct format *format = sheet->format;
	size_t faults = sheet->import->faults->count;

	if (options->voter != NULL)
		sheet->at[ROLE_VOTER] = question_column(sheet, options->voter);
	else if (format->first_empty)
		sheet->at[ROLE_VOTER] = 0;
	if (options->group != NULL)
		sheet->at[ROLE_GROUP] = question_column(sheet, options->group);
	if (format->titled && !find_title(sheet))
		question_fault(sheet, M_IMPORT_UNKNOWN, "");
	for (size_t i = 0; i < ROLES; i++)
		if (sheet->at[i] != NO_COLUMN)
			sheet->columns[sheet->at[i]].used = true;
	for (size_t i = 0; i < FORMAT_MUST; i++)
		assign(sheet, format->must[i]);
	for (size_t i = 0; i < FORMAT_MAY; i++)
		assign(sheet, format->may[i]);
	for (size_t i = 0; i < sheet->count && format->graded; i++)
		sheet->columns[i].used |=
		    is_grade(sheet, sheet->columns[i].text);
	return sheet->import->faults->count == faults;
}
