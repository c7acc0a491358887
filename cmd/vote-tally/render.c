/*
 * render: the report of a vote.
 */
#include <inttypes.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "report/chart.h"
#include "source/md.h"
#include "text/name.h"
#include "value/marks.h"
#include "value/number.h"
#include "view.h"

enum { MOST_DOTS = 50 };

static const char *
share(const struct view *view, uint64_t part, uint64_t whole)
{
	return whole == 0 ? "" : view_percent(view, number_share(part, whole));
}

/* The least of 1, 2, 5, 10, 20 ... that keeps the longest row in bounds. */
static uint64_t
find_dot(const struct result *result)
{
	uint64_t most = 0, unit, dot;
	size_t i;

	for (i = 0; i < result->count; i++)
		if (result->lines[i].votes > most)
			most = result->lines[i].votes;
	for (unit = 1;; unit *= 10) {
		for (dot = unit; dot <= 5 * unit;
		     dot = dot == unit ? 2 * unit : dot * 5 / 2)
			if (most / dot < MOST_DOTS ||
			    (most / dot == MOST_DOTS && most % dot == 0))
				return dot;
	}
}

static const char *
dots(const struct view *view, uint64_t votes)
{
	uint64_t rest = votes % view->dot, count = votes / view->dot;

	if (rest > 0 && rest >= view->dot - rest)
		count++;
	return marks_dots(view->arena, count);
}

/* Shares of participants need to know how many voted for an option. */
static bool
has_participant_share(const struct view *view)
{
	return view->result->base_known &&
	    (view->result->voters_known || view->result->single);
}

static void
render_heads(const struct view *view)
{
	const struct result *result = view->result;

	report_table(view->report,
	    5U + view->labelled + view->numbered + result->voters_known +
		has_participant_share(view));
	report_number_head(view->report, view_word(view, T_RANK));
	if (view->labelled)
		report_cell(view->report, view_word(view, T_ID));
	if (view->numbered)
		report_number_head(view->report, view_word(view, T_ORDER));
	report_cell(view->report, view_word(view, T_OPTION));
	report_number_head(view->report, view_word(view, T_VOTES));
	report_cell(view->report, view_word(view, T_MARKS));
	report_number_head(view->report, view_word(view, T_SHARE));
	if (result->voters_known)
		report_number_head(view->report, view_word(view, T_VOTERS));
	if (has_participant_share(view))
		report_number_head(view->report,
		    view_word(view, T_SHARE_OF_PARTICIPANTS));
}

static void
render_line(const struct view *view, const struct line *line)
{
	const struct result *result = view->result;
	const struct option *option = option_at(view->vote, line->option);

	report_cell(view->report, view_number(view, line->rank));
	if (view->labelled)
		report_cell(view->report, md_words(view->arena, option->label));
	if (view->numbered)
		report_cell(view->report, view_number(view, line->given));
	report_cell(view->report, option->text);
	report_cell(view->report, view_number(view, line->votes));
	report_cell(view->report, dots(view, line->votes));
	report_cell(view->report, share(view, line->votes, result->total));
	if (result->voters_known)
		report_cell(view->report, view_number(view, line->voters));
	if (has_participant_share(view))
		report_cell(view->report,
		    share(view,
			result->voters_known ? line->voters : line->votes,
			result->base));
}

static void
render_results(const struct view *view)
{
	size_t i;

	report_section(view->report, T_RESULTS);
	render_heads(view);
	for (i = 0; i < view->result->count; i++)
		render_line(view, &view->result->lines[i]);
}

static void
render_number(const struct view *view, enum term term, uint64_t value)
{
	report_cell(view->report, view_word(view, term));
	report_cell(view->report, view_number(view, value));
}

/* What is no sum says where it comes from, and is not read back. */
static void
render_people(const struct view *view, enum term term,
    const struct people *people)
{
	if (!people->known)
		return;
	report_cell(view->report, view_word(view, term));
	report_cell(view->report,
	    people->from == FROM_SUM
		? view_number(view, people->count)
		: arena_format(view->arena, "%" PRIu64 " %s", people->count,
		      view_word(view,
			  people->from == FROM_LIST ? T_BY_LIST : T_BY_RULE)));
}

static void
render_quorum(const struct view *view)
{
	static const enum term states[] = { T_NONE, T_QUORUM_MET,
		T_QUORUM_MISSED, T_QUORUM_UNKNOWN };
	const struct result *result = view->result;

	if (result->quorum == QUORUM_NONE)
		return;
	report_cell(view->report, view_word(view, T_QUORUM));
	report_cell(view->report,
	    result->quorum == QUORUM_UNKNOWN
		? view_word(view, T_QUORUM_UNKNOWN)
		: arena_format(view->arena, "%s (%" PRIu64 " / %" PRIu64 ")",
		      view_word(view, states[result->quorum]),
		      result->quorum_cast, result->quorum_needed));
}

static void
render_participation(const struct view *view)
{
	const struct result *result = view->result;

	report_section(view->report, T_PARTICIPATION);
	report_table(view->report, 2);
	report_cell(view->report, view_word(view, T_PARTICIPATION));
	report_number_head(view->report, view_word(view, T_HOW_MANY));
	render_people(view, T_ELECTORATE, &view->vote->electorate);
	render_people(view, T_PARTICIPANTS, &view->vote->participants);
	if (view->vote->has_ballots) {
		render_number(view, T_BALLOTS, result->cast);
		render_number(view, T_BLANKS, result->blank);
		render_number(view, T_REJECTED_COUNT, result->rejected);
	}
	render_number(view, T_USED, result->total);
	if (result->unused_known)
		render_number(view, T_UNUSED, result->unused);
	render_quorum(view);
}

static void
render_groups(const struct view *view)
{
	const struct result *result = view->result;
	const struct option *option;
	uint64_t left;
	size_t i, j;

	if (result->group_count == 0)
		return;
	report_section(view->report, T_BY_GROUP);
	report_table(view->report,
	    1U + view->labelled + result->group_count + result->ungrouped);
	if (view->labelled)
		report_cell(view->report, view_word(view, T_ID));
	report_cell(view->report, view_word(view, T_OPTION));
	for (j = 0; j < result->group_count; j++)
		report_number_head(view->report,
		    md_words(view->arena, result->groups[j].name));
	if (result->ungrouped)
		report_number_head(view->report, view_word(view, T_NO_GROUP));
	for (i = 0; i < result->count; i++) {
		option = option_at(view->vote, result->lines[i].option);
		left = result->lines[i].votes;
		if (view->labelled)
			report_cell(view->report,
			    md_words(view->arena, option->label));
		report_cell(view->report, option->text);
		for (j = 0; j < result->group_count; j++) {
			left -=
			    result->groups[j].votes[result->lines[i].option];
			report_cell(view->report,
			    view_number(view,
				result->groups[j]
				    .votes[result->lines[i].option]));
		}
		if (result->ungrouped)
			report_cell(view->report, view_number(view, left));
	}
}

/* How a tie at the cut was broken. */
static void
render_tie(const struct view *view)
{
	const struct result *result = view->result;
	struct buf out = BUF_INIT;
	size_t i, j;

	if (result->tie_count == 0 || result->tied)
		return;
	buf_string(&out,
	    view_word(view,
		vote_tie(view->vote) == TIE_DRAW ? T_BROKEN_BY_DRAW
						 : T_BROKEN_BY_ORDER));
	for (i = 0; i < result->tie_count; i++) {
		for (j = 0; result->lines[j].option != result->tie[i];)
			j++;
		buf_string(&out, i > 0 ? " ; " : " ");
		buf_string(&out,
		    md_words(view->arena,
			option_name(view->vote, result->tie[i])));
		if (*result->lines[j].digest != '\0')
			buf_format(&out, " (%.12s…)", result->lines[j].digest);
	}
	report_paragraph(view->report,
	    arena_copy(view->arena, out.at, out.length));
	buf_free(&out);
}

static void
render_selected(const struct view *view)
{
	const struct result *result = view->result;
	const struct option *option;
	size_t i;

	if (!result->selects)
		return;
	report_section(view->report, T_SELECTED);
	for (i = 0; i < result->count; i++) {
		if (!result->lines[i].retained)
			continue;
		option = option_at(view->vote, result->lines[i].option);
		report_item(view->report, option->label, option->text);
	}
	render_tie(view);
}

static void
render_rejects(const struct view *view)
{
	const struct result *result = view->result;
	struct ballot_reject reject;
	size_t i;

	if (result->rejected == 0)
		return;
	report_section(view->report, T_REJECTED);
	report_table(view->report, 2);
	report_cell(view->report, view_word(view, T_WHERE));
	report_cell(view->report, view_word(view, T_REASON));
	for (i = 0; i < result->rejected; i++) {
		reject = result->rejects[i];
		if (view->vote->options->anonymous &&
		    reject.reason == BALLOT_VOTER_AGAIN)
			reject.args[0] =
			    name_letter(view->names, reject.args[0]);
		report_cell(view->report, md_words(view->arena, reject.place));
		report_cell(view->report,
		    md_words(view->arena,
			ballot_reason_text(view->arena, &reject, view->lang)));
	}
}

static void
render_chart(const struct view *view)
{
	const struct result *result = view->result;
	struct buf out = BUF_INIT;
	size_t i;

	if (!view->vote->options->chart || result->total == 0)
		return;
	buf_string(&out, "pie showData\n");
	for (i = 0; i < result->count; i++) {
		if (result->lines[i].votes == 0)
			continue;
		buf_string(&out, "    ");
		chart_quoted(&out,
		    option_name(view->vote, result->lines[i].option));
		buf_format(&out, " : %" PRIu64 "\n", result->lines[i].votes);
	}
	report_section(view->report, T_CHART);
	report_code(view->report, "mermaid", out.at);
	buf_free(&out);
}

void
render(struct report *report, const struct vote *vote,
    const struct result *result)
{
	struct view view = { .report = report,
		.vote = vote,
		.result = result,
		.names = vote->bind->letters,
		.arena = vote->bind->doc->arena,
		.lang = vote->bind->doc->lang,
		.dot = find_dot(result) };
	size_t i;

	for (i = 0; i < vote->list.count; i++) {
		view.labelled |= *option_at(vote, i)->label != '\0';
		view.numbered |= *option_at(vote, i)->label == '\0' ||
		    strpbrk(option_at(vote, i)->label, ",; ") != NULL;
	}
	render_results(&view);
	render_participation(&view);
	view_rules(&view);
	render_groups(&view);
	render_selected(&view);
	render_rejects(&view);
	render_chart(&view);
}
