/*
 * format: whose export a sheet is, by its headers, and so what each column
 * says.  The exports are rows of a table; a first one that fits is taken.
 */
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "import.h"
#include "text/uni.h"

static const struct format formats[] = {
	{ .name = "LimeSurvey",
	    .needs = { T_HEAD_RESPONSE_ID, T_HEAD_SUBMITTED },
	    .layout = LAYOUT_QUESTIONS,
	    .voter = { T_HEAD_VOTER },
	    .dropped = { T_HEAD_RESPONSE_ID, T_HEAD_LAST_PAGE,
		T_HEAD_START_LANGUAGE, T_HEAD_SEED, T_HEAD_TOKEN,
		T_HEAD_STARTED, T_HEAD_LAST_ACTION, T_HEAD_IP, T_HEAD_REFERRER,
		T_HEAD_DURATION, T_HEAD_EMAIL },
	    .submitted = T_HEAD_SUBMITTED,
	    .brackets = "[]",
	    .split = SPLIT_NEVER },
	{ .name = "Nextcloud Forms",
	    .needs = { T_HEAD_DISPLAY_NAME, T_HEAD_TIMESTAMP },
	    .layout = LAYOUT_QUESTIONS,
	    .voter = { T_HEAD_DISPLAY_NAME },
	    .dropped = { T_HEAD_SUBMISSION_ID, T_HEAD_USER_ID,
		T_HEAD_TIMESTAMP },
	    .brackets = "()",
	    .split = SPLIT_SEMICOLON },
	{ .name = "Microsoft Forms",
	    .needs = { T_HEAD_START_TIME, T_HEAD_END_TIME },
	    .layout = LAYOUT_QUESTIONS,
	    .voter = { T_HEAD_VOTER },
	    .dropped = { T_HEAD_NUMBER, T_HEAD_START_TIME, T_HEAD_END_TIME,
		T_HEAD_EMAIL, T_HEAD_ANSWER_LANGUAGE, T_HEAD_MODIFIED,
		T_HEAD_TOTAL_POINTS, T_HEAD_QUIZ_FEEDBACK },
	    .graded = true,
	    .brackets = "",
	    .split = SPLIT_SEMICOLON },
	{ .name = "Loomio",
	    .needs = { T_HEAD_POLL_ID, T_HEAD_VOTER_NAME },
	    .layout = LAYOUT_OPTIONS,
	    .voter = { T_HEAD_VOTER_NAME },
	    .dropped = { T_HEAD_NUMBER, T_HEAD_POLL_ID, T_HEAD_VOTER_ID,
		T_HEAD_MEMBER_TITLE, T_HEAD_DELEGATE, T_HEAD_CREATED,
		T_HEAD_UPDATED, T_HEAD_REASON, T_HEAD_REASON_FORMAT },
	    .empty_is_none = true,
	    .dots = true },
	{ .name = "Decidim",
	    .needs = { T_HEAD_IP_HASH, T_HEAD_USER_STATUS },
	    .layout = LAYOUT_QUESTIONS,
	    .voter = { T_HEAD_VOTER },
	    .dropped = { T_HEAD_SESSION, T_HEAD_CREATED, T_HEAD_IP_HASH,
		T_HEAD_USER_STATUS },
	    .brackets = "/",
	    .split = SPLIT_DOUBTFUL },
	{ .name = "Decidim",
	    .needs = { T_HEAD_BUDGET_AMOUNT, T_HEAD_CONFIRMED_VOTES },
	    .layout = LAYOUT_COUNTS,
	    .counts = T_HEAD_CONFIRMED_VOTES,
	    .text = "title" },
	{ .name = "Decidim",
	    .needs = { T_HEAD_PARTICIPATORY_SPACE, T_HEAD_SUPPORTS },
	    .layout = LAYOUT_COUNTS,
	    .counts = T_HEAD_SUPPORTS,
	    .text = "title" },
	{ .name = "Google Forms",
	    .needs = { T_HEAD_TIMESTAMP },
	    .layout = LAYOUT_QUESTIONS,
	    .voter = { T_HEAD_VOTER },
	    .dropped = { T_HEAD_TIMESTAMP, T_HEAD_EMAIL, T_HEAD_MARK },
	    .brackets = "[]",
	    .split = SPLIT_DOUBTFUL },
	{ .name = "Nextcloud Polls",
	    .needs = { T_HEAD_PARTICIPANTS },
	    .layout = LAYOUT_OPTIONS,
	    .voter = { T_HEAD_PARTICIPANTS },
	    .dropped = { T_HEAD_EMAIL } },
	{ .name = "Typeform",
	    .needs = { T_HEAD_START_UTC, T_HEAD_SUBMIT_UTC },
	    .layout = LAYOUT_OPTIONS,
	    .voter = { T_HEAD_VOTER },
	    .dropped = { T_HEAD_COUNTER, T_HEAD_START_UTC, T_HEAD_STAGE_UTC,
		T_HEAD_SUBMIT_UTC, T_HEAD_NETWORK, T_HEAD_TAGS, T_HEAD_EMAIL,
		T_HEAD_RESPONSE_TYPE, T_HEAD_ENDING },
	    .repeats = true },
	{ .name = "Doodle",
	    .needs = { T_HEAD_TIMES },
	    .layout = LAYOUT_OPTIONS,
	    .voter = { T_HEAD_TIMES },
	    .answers = true },
	{ .name = "Framadate",
	    .layout = LAYOUT_OPTIONS,
	    .first_empty = true,
	    .answers = true },
	{ .needs = { T_HEAD_VOTER },
	    .layout = LAYOUT_OPTIONS,
	    .voter = { T_HEAD_VOTER },
	    .dropped = { T_HEAD_EMAIL },
	    .split = SPLIT_DOUBTFUL,
	    .found_plain = true },
};

/* A sheet whose columns the command names. */
static const struct format named = {
	.layout = LAYOUT_QUESTIONS,
	.brackets = "[]",
	.split = SPLIT_DOUBTFUL,
};

bool
format_is(struct import *import, const char *header, enum term term)
{
	enum lang lang = LANG_NONE;

	if (*header == '\0' || term_find(header, &term, 1, &lang) == T_NONE)
		return false;
	import->votes[lang]++;
	return true;
}

/* The first column that a term names. */
static long
find_term(struct import *import, const struct row *header, enum term term)
{
	size_t i;

	for (i = 0; i < header->count && term != T_NONE; i++)
		if (format_is(import, header->cells[i], term))
			return (long)i;
	return NO_COLUMN;
}

/* "title", or "title/fr": of several, that of the report's language. */
static long
find_nested(struct import *import, const struct row *header, const char *name)
{
	const char *wish = import->common->lang == LANG_EN ? "en" : "fr", *cell;
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
    const struct row *header)
{
	size_t i;

	if (format->first_empty)
		return header->count > 1 && *header->cells[0] == '\0' &&
		    *header->cells[1] != '\0';
	for (i = 0; i < NEEDS && format->needs[i] != T_NONE; i++)
		if (find_term(import, header, format->needs[i]) == NO_COLUMN)
			return false;
	return format->text == NULL ||
	    find_nested(import, header, format->text) != NO_COLUMN;
}

/* Headers that are tried and do not fit must not tell the language. */
static const struct format *
recognise(struct import *import, const struct row *header, bool loomio)
{
	const struct format *found = NULL;
	size_t votes[3], i;

	for (i = 0; i < sizeof(formats) / sizeof(formats[0]); i++) {
		memcpy(votes, import->votes, sizeof(votes));
		found = &formats[i];
		if (loomio ? found->empty_is_none : fits(import, found, header))
			return found;
		memcpy(import->votes, votes, sizeof(votes));
	}
	return NULL;
}

const char *
format_columns(struct import *import, const struct row *header)
{
	struct buf out = BUF_INIT;
	const char *text;
	size_t i;

	for (i = 0; i < header->count; i++) {
		text = uni_line(import->arena, header->cells[i]);
		if (*text != '\0' || i + 1 < header->count)
			buf_format(&out, "%s%zu %s", i ? " | " : "", i + 1,
			    *text ? text : "-");
	}
	text = arena_copy(import->arena, out.at, out.length);
	buf_free(&out);
	return text;
}

static void
drop(bool *used, long column)
{
	if (column != NO_COLUMN)
		used[column] = true;
}

/* Of a quiz, what was given for the answers: "Points - Question". */
static void
drop_graded(struct import *import, const struct row *header, bool *used)
{
	static const enum term grades[] = { T_HEAD_POINTS, T_HEAD_FEEDBACK };
	const char *dash;
	size_t i;

	for (i = 0; i < header->count; i++) {
		dash = strstr(header->cells[i], " - ");
		if (dash == NULL)
			continue;
		used[i] |= term_find(arena_copy(import->arena, header->cells[i],
					 (size_t)(dash - header->cells[i])),
			       grades, 2, NULL) != T_NONE &&
		    question_has(import, header, dash + 3);
	}
}

/* The columns that the format knows; used gets them all. */
static void
find_known(struct import *import, const struct row *header, struct plan *plan,
    bool *used)
{
	const struct format *format = plan->format;
	const struct options *options = import->options;
	size_t i;

	plan->submitted = find_term(import, header, format->submitted);
	plan->counts = find_term(import, header, format->counts);
	for (i = 0; i < VOTERS && plan->voter == NO_COLUMN; i++)
		plan->voter = find_term(import, header, format->voter[i]);
	if (format->first_empty && plan->voter == NO_COLUMN)
		plan->voter = 0;
	if (format->text != NULL)
		plan->text = find_nested(import, header, format->text);
	if (format->found_plain && options->choice == NULL &&
	    options->columns == NULL)
		plan->choice = find_term(import, header, T_HEAD_CHOICE);
	if (plan->group == NO_COLUMN &&
	    (format->found_plain || format->layout == LAYOUT_QUESTIONS))
		plan->group = find_term(import, header, T_HEAD_GROUP);
	for (i = 0; i < DROPPED; i++)
		drop(used, find_term(import, header, format->dropped[i]));
	if (format->graded)
		drop_graded(import, header, used);
	if (format->repeats && options->choice == NULL &&
	    options->columns == NULL)
		plan->other = find_term(import, header, T_HEAD_OTHER);
	drop(used, plan->other);
	drop(used, plan->submitted);
	drop(used, plan->voter);
	drop(used, plan->group);
	drop(used, plan->choice);
	if (plan->voter != NO_COLUMN)
		plan->unnamed[plan->voter] = false;
	if (format->first_empty)
		plan->unnamed[0] = false;
}

/* Every column that is left is an option. */
static void
take_rest(struct import *import, const struct row *header, struct plan *plan,
    const bool *used)
{
	struct pos pos = header->pos;
	size_t i;

	for (i = 0; i < plan->columns; i++) {
		pos.col = i + 1;
		if (used[i] || *header->cells[i] == '\0')
			continue;
		plan->options[i] = (long)ballot_option(import,
		    slot_text(import->arena, header->cells[i]), pos, true);
	}
}

static bool
has_options(const struct plan *plan)
{
	size_t i;

	for (i = 0; i < plan->columns; i++)
		if (plan->options[i] != NO_COLUMN)
			return true;
	return false;
}

static bool
fault(struct import *import, const struct row *header, enum term message)
{
	note_add(&import->faults, header->pos, message,
	    format_columns(import, header));
	return false;
}

/* Which columns say what the voters chose. */
static bool
find_choices(struct import *import, const struct row *header, struct plan *plan,
    bool *used)
{
	const struct options *options = import->options;
	const struct format *format = plan->format;
	size_t i, rest = 0;

	if (options->columns != NULL)
		return question_columns(import, header, plan);
	if (options->choice != NULL || format->layout == LAYOUT_QUESTIONS)
		return question_choose(import, header, plan, used);
	if (format->layout == LAYOUT_COUNTS)
		return true;
	for (i = 0; i < plan->columns; i++)
		rest += !used[i] && *header->cells[i] != '\0';
	if (plan->choice != NO_COLUMN) {
		plan->question = "";
		return rest == 0 || fault(import, header, M_IMPORT_UNKNOWN);
	}
	take_rest(import, header, plan, used);
	return has_options(plan) || fault(import, header, M_IMPORT_UNKNOWN);
}

/* A column that an option of the command names. */
static void
find_named(struct import *import, const struct row *header, const char *name,
    long *column)
{
	if (name != NULL)
		*column = question_column(import, header, name);
}

bool
format_plan(struct import *import, const struct row *header, bool loomio,
    struct plan *plan)
{
	const struct options *options = import->options;
	bool *used = arena_array(import->arena, header->count, sizeof(*used));
	size_t faults = import->faults.count, i;

	plan->format = recognise(import, header, loomio);
	plan->columns = header->count;
	while (plan->columns > 0 && *header->cells[plan->columns - 1] == '\0')
		plan->columns--;
	plan->options =
	    arena_array(import->arena, header->count, sizeof(*plan->options));
	plan->unnamed =
	    arena_array(import->arena, header->count, sizeof(*plan->unnamed));
	for (i = 0; i < header->count; i++) {
		plan->options[i] = NO_COLUMN;
		plan->unnamed[i] = *header->cells[i] == '\0';
	}
	plan->voter = plan->group = plan->choice = NO_COLUMN;
	plan->submitted = plan->text = plan->counts = NO_COLUMN;
	plan->other = NO_COLUMN;
	plan->question = "";
	if (plan->format == NULL &&
	    (options->choice != NULL || options->columns != NULL))
		plan->format = &named;
	if (plan->format == NULL)
		return fault(import, header, M_IMPORT_UNKNOWN);
	find_named(import, header, options->voter, &plan->voter);
	find_named(import, header, options->group, &plan->group);
	if (import->faults.count > faults)
		return false;
	find_known(import, header, plan, used);
	plan->split = plan->format->split;
	return find_choices(import, header, plan, used);
}
