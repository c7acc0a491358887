/*
 * trail: rounds, objections and what became of each, amendments.
 */
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "sheet.h"
#include "source/md.h"

static const char *
word(const struct view *view, enum term term)
{
	return term_name(term, view->lang);
}

static const char *
answer_word(const struct view *view, enum consent_answer answer)
{
	return answer == CONSENT_NONE ? ""
				      : word(view, sheet_answers[answer - 1]);
}

static void
render_round(struct view *view, const struct round *round)
{
	struct report *report = view->report;
	bool remarks = false;
	size_t i;

	report_section_again(report,
	    arena_format(view->arena, "%s %zu", word(view, T_ROUND_ONE),
		round->number),
	    round->section);
	if (round->version > 0)
		report_pair(report, T_VERSIONS,
		    verdict_count(view, round->version));
	for (i = 0; i < view->sheet->members.count; i++)
		remarks = remarks || *round->answers[i].text != '\0';
	report_table(report, 2U + remarks);
	report_cell(report, word(view, T_MEMBER_ONE));
	report_cell(report, word(view, T_ANSWER));
	if (remarks)
		report_cell(report, word(view, T_REMARK));
	for (i = 0; i < view->sheet->members.count; i++) {
		report_cell(report, verdict_member(view, i));
		report_cell(report,
		    answer_word(view, round->answers[i].answer));
		if (remarks)
			report_cell(report, round->answers[i].text);
	}
}

void
trail_rounds(struct view *view)
{
	size_t i;

	for (i = 0; i < view->sheet->rounds.count; i++)
		render_round(view, sheet_round(view->sheet, i));
}

static const char *
join(const struct view *view, const struct bind_list *list)
{
	const struct bind_text *texts = list->at;
	struct buf out = BUF_INIT;
	const char *text;
	size_t i;

	for (i = 0; i < list->count; i++)
		buf_format(&out, "%s%s", i ? " ; " : "", texts[i].text);
	text = arena_copy(view->arena, out.at, out.length);
	buf_free(&out);
	return text;
}

/* A criterion in the report's language where it is one of the four. */
static const char *
criteria_text(const struct view *view, const struct objection *objection)
{
	const struct bind_text *names = objection->criteria.at;
	struct buf out = BUF_INIT;
	const char *text;
	enum term term;
	size_t i;

	for (i = 0; i < objection->criteria.count; i++) {
		term = term_find(names[i].text, sheet_criteria,
		    CONSENT_CRITERIA, NULL);
		buf_format(&out, "%s%s", i ? " ; " : "",
		    term != T_NONE ? word(view, term) : names[i].text);
	}
	text = arena_copy(view->arena, out.at, out.length);
	buf_free(&out);
	return text;
}

static const char *
said(const struct view *view, enum term who, enum consent_said said)
{
	return said == CONSENT_UNSAID ? ""
	    : said == CONSENT_AGREED  ? word(view, who)
				      : arena_format(view->arena, "%s %s",
					    word(view, who), word(view, T_NO));
}

static const char *
confirmed_text(const struct view *view, const struct objection *objection)
{
	const char *one = said(view, T_OBJECTOR, objection->objector);
	const char *two = said(view, T_PROPOSER, objection->proposer);

	return arena_format(view->arena, "%s%s%s", one,
	    *one != '\0' && *two != '\0' ? " ; " : "", two);
}

enum column {
	COLUMN_ID,
	COLUMN_FROM,
	COLUMN_ROUND,
	COLUMN_ARGUMENT,
	COLUMN_CRITERIA,
	COLUMN_FATE,
	COLUMN_REASON,
	COLUMN_RESOLUTION,
	COLUMN_AMENDMENT,
	COLUMN_CONFIRMED,
	COLUMN_INDICATOR,
	COLUMN_THRESHOLD,
	COLUMNS
};

static const enum term heads[COLUMNS] = { T_ID, T_FROM, T_ROUND_ONE, T_ARGUMENT,
	T_CRITERIA, T_QUALIFICATION, T_REASON, T_RESOLUTION, T_AMENDMENT_ONE,
	T_CONFIRMED, T_INDICATOR_ONE, T_THRESHOLD };

static const char *
choice_word(const struct view *view, const struct bind_choice *choice)
{
	return choice->term != T_NONE ? word(view, choice->term) : "";
}

static const char *
column_text(struct view *view, const struct objection *objection,
    enum column column)
{
	switch (column) {
	case COLUMN_ID:
		return md_words(view->arena, objection->id.text);
	case COLUMN_FROM:
		return verdict_member(view, objection->member);
	case COLUMN_ROUND:
		return objection->round > 0
		    ? verdict_count(view, objection->round)
		    : "";
	case COLUMN_ARGUMENT:
		return objection->argument.text;
	case COLUMN_CRITERIA:
		return criteria_text(view, objection);
	case COLUMN_FATE:
		return choice_word(view, &objection->fate);
	case COLUMN_REASON:
		return objection->reason.text;
	case COLUMN_RESOLUTION:
		return choice_word(view, &objection->resolution);
	case COLUMN_AMENDMENT:
		return join(view, &objection->amendments);
	case COLUMN_CONFIRMED:
		return confirmed_text(view, objection);
	case COLUMN_INDICATOR:
		return objection->indicator.text;
	default:
		return objection->threshold.text;
	}
}

static void
render_objections(struct view *view)
{
	const struct sheet *sheet = view->sheet;
	bool used[COLUMNS] = { [COLUMN_ID] = true,
		[COLUMN_FROM] = true,
		[COLUMN_ARGUMENT] = true,
		[COLUMN_FATE] = true };
	enum column column;
	size_t i, columns = 0;

	for (i = 0; i < sheet->objections.count; i++)
		for (column = 0; column < COLUMNS; column++)
			if (*column_text(view, sheet_objection(sheet, i),
				column) != '\0')
				used[column] = true;
	for (column = 0; column < COLUMNS; column++)
		columns += used[column];
	report_section(view->report, T_OBJECTIONS);
	report_table(view->report, columns);
	for (column = 0; column < COLUMNS; column++)
		if (used[column])
			report_cell(view->report, word(view, heads[column]));
	for (i = 0; i < sheet->objections.count; i++)
		for (column = 0; column < COLUMNS; column++)
			if (used[column])
				report_cell(view->report,
				    column_text(view, sheet_objection(sheet, i),
					column));
}

/* "proposeur" in the report's language; an objection's label as it is. */
static const char *
origin_text(const struct view *view, const struct amendment *amendment)
{
	static const enum term others[] = { T_PROPOSER, T_REACTIONS,
		T_CLARIFICATIONS };
	enum term term = term_find(amendment->origin.text, others, 3, NULL);

	return term != T_NONE ? word(view, term) : amendment->origin.text;
}

static void
render_amendments(struct view *view)
{
	const struct sheet *sheet = view->sheet;
	const struct amendment *amendment;
	struct report *report = view->report;
	size_t i;

	report_section(report, T_AMENDMENTS);
	report_table(report, 4);
	report_cell(report, word(view, T_ID));
	report_cell(report, word(view, T_MAKES));
	report_cell(report, word(view, T_FROM));
	report_cell(report, word(view, T_TEXT));
	for (i = 0; i < sheet->amendments.count; i++) {
		amendment = sheet_amendment(sheet, i);
		report_cell(report, md_words(view->arena, amendment->id.text));
		report_cell(report,
		    amendment->makes > 0
			? arena_format(view->arena, "v%zu", amendment->makes)
			: "");
		report_cell(report, origin_text(view, amendment));
		report_cell(report, amendment->text.text);
	}
}

static size_t
version_at(const struct view *view, size_t round)
{
	size_t i;

	for (i = 0; i < view->consent->round_count; i++)
		if (view->consent->rounds[i].number == round)
			return view->consent->rounds[i].version;
	return 0;
}

static void
step(struct buf *out, const char *text)
{
	buf_format(out, "%s%s", out->length > 0 ? " → " : "", text);
}

/* How an objection was answered: its resolution, or its amendments. */
static void
path_resolution(const struct view *view, const struct objection *objection,
    const struct consent_objection *record, struct buf *out)
{
	const struct consent_round *tested;

	if (objection->resolution.term != T_NONE)
		step(out,
		    verdict_text(view, M_CONSENT_PATH_RESOLUTION,
			word(view, objection->resolution.term)));
	if (record->resolution != CONSENT_AMEND || record->mended == 0)
		return;
	step(out,
	    verdict_text(view, M_CONSENT_PATH_AMENDED,
		md_plain(view->arena, join(view, &objection->amendments)),
		verdict_count(view, record->mended)));
	tested = consent_tested(view->consent, record);
	if (tested != NULL)
		step(out,
		    verdict_text(view, M_CONSENT_PATH_TESTED,
			verdict_count(view, tested->number),
			verdict_count(view, tested->version)));
}

static void
render_path(struct view *view, size_t index)
{
	const struct objection *objection = sheet_objection(view->sheet, index);
	const struct consent_objection *record =
	    &view->consent->objections[index];
	struct buf out = BUF_INIT;

	step(&out,
	    objection->round > 0
		? verdict_text(view, M_CONSENT_PATH_RAISED,
		      verdict_count(view, objection->round),
		      verdict_count(view, version_at(view, objection->round)))
		: verdict_text(view, M_CONSENT_PATH_BEFORE));
	if (objection->fate.term != T_NONE)
		step(&out, word(view, objection->fate.term));
	path_resolution(view, objection, record, &out);
	if (consent_stands(view->consent, record))
		step(&out, verdict_text(view, M_CONSENT_PATH_STANDS));
	else if (record->fate <= CONSENT_VALID)
		step(&out, verdict_text(view, M_CONSENT_PATH_LIFTED));
	report_item(view->report, "",
	    arena_format(view->arena, "**%s** (%s)%s %s",
		md_words(view->arena, objection->id.text),
		verdict_member(view, objection->member),
		word(view, T_KEY_COLON), out.at));
	buf_free(&out);
}

void
trail_objections(struct view *view)
{
	size_t i, shown = 0;

	if (view->sheet->objections.count > 0)
		render_objections(view);
	if (view->sheet->amendments.count > 0)
		render_amendments(view);
	for (i = 0; i < view->sheet->objections.count; i++) {
		if (view->consent->objections[i].fate == CONSENT_REFRAMED)
			continue;
		if (shown++ == 0)
			report_section(view->report, T_OBJECTION_PATHS);
		render_path(view, i);
	}
}

static void
summary_row(struct view *view, const struct consent_round *round)
{
	size_t counts[CONSENT_ANSWERS] = { 0 }, missing = 0, i;
	struct report *report = view->report;
	enum consent_answer answer;

	for (i = 0; i < view->consent->member_count; i++) {
		answer =
		    consent_count(view->consent->ruleset, round->answers[i]);
		if (consent_is_absent(view->consent, round, i))
			answer = CONSENT_ABSENT;
		missing += consent_is_missing(view->consent, round, i);
		counts[answer]++;
	}
	report_cell(report, verdict_count(view, round->number));
	report_cell(report, verdict_count(view, round->version));
	report_cell(report, verdict_count(view, counts[CONSENT_YES]));
	report_cell(report, verdict_count(view, counts[CONSENT_OBJECTION]));
	report_cell(report, verdict_count(view, counts[CONSENT_CONCERN]));
	report_cell(report,
	    verdict_count(view,
		counts[CONSENT_PASS] + counts[CONSENT_ABSTENTION]));
	report_cell(report, verdict_count(view, counts[CONSENT_ABSENT]));
	report_cell(report, verdict_count(view, missing));
}

void
trail_summary(struct view *view)
{
	static const enum term columns[] = { T_ROUND_ONE, T_VERSION_ONE,
		T_ANSWERED_YES, T_ANSWERED_OBJECTION, T_ANSWERED_CONCERN,
		T_ANSWERED_OTHER, T_ANSWERED_ABSENT, T_ANSWERED_MISSING };
	size_t i;

	if (view->consent->round_count == 0)
		return;
	report_section(view->report, T_ROUND_SUMMARY);
	report_table(view->report, 8);
	for (i = 0; i < 8; i++)
		report_number_head(view->report, word(view, columns[i]));
	for (i = 0; i < view->consent->round_count; i++)
		summary_row(view, &view->consent->rounds[i]);
}
