/*
 * render: the report of a vote.
 */
#include <inttypes.h>
#include <string.h>

#include "arena.h"
#include "buf.h"
#include "marks.h"
#include "md.h"
#include "name.h"
#include "number.h"
#include "vote.h"

enum { MOST_DOTS = 50 };

/* What the functions of this file share. */
struct view {
	struct report *report;
	const struct vote *vote;
	const struct result *result;
	struct arena *arena;
	enum lang lang;
	bool labelled; /* some option has a label */
	bool numbered; /* some has none: the order given is shown */
	uint64_t dot;  /* how many votes a dot stands for */
	struct names *names;
};

static const char *
word(const struct view *view, enum term term)
{
	return term_name(term, view->lang);
}

static const char *
number(const struct view *view, uint64_t value)
{
	return arena_format(view->arena, "%" PRIu64, value);
}

/* Tenths of a per cent. */
static const char *
percent(const struct view *view, uint64_t tenths)
{
	return arena_format(view->arena, "%" PRIu64 "%s%" PRIu64 "%s",
	    tenths / 10, view->lang == LANG_FR ? "," : ".", tenths % 10,
	    word(view, T_PERCENT));
}

static const char *
share(const struct view *view, uint64_t part, uint64_t whole)
{
	return whole == 0 ? "" : percent(view, share_of(part, whole));
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
	report_number_head(view->report, word(view, T_RANK));
	if (view->labelled)
		report_cell(view->report, word(view, T_ID));
	if (view->numbered)
		report_number_head(view->report, word(view, T_ORDER));
	report_cell(view->report, word(view, T_OPTION));
	report_number_head(view->report, word(view, T_VOTES));
	report_cell(view->report, word(view, T_MARKS));
	report_number_head(view->report, word(view, T_SHARE));
	if (result->voters_known)
		report_number_head(view->report, word(view, T_VOTERS));
	if (has_participant_share(view))
		report_number_head(view->report,
		    word(view, T_SHARE_OF_PARTICIPANTS));
}

static void
render_line(const struct view *view, const struct line *line)
{
	const struct result *result = view->result;
	const struct option *option = option_at(view->vote, line->option);

	report_cell(view->report, number(view, line->rank));
	if (view->labelled)
		report_cell(view->report, md_words(view->arena, option->label));
	if (view->numbered)
		report_cell(view->report, number(view, line->given));
	report_cell(view->report, option->text);
	report_cell(view->report, number(view, line->votes));
	report_cell(view->report, dots(view, line->votes));
	report_cell(view->report, share(view, line->votes, result->total));
	if (result->voters_known)
		report_cell(view->report, number(view, line->voters));
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
	report_cell(view->report, word(view, term));
	report_cell(view->report, number(view, value));
}

/* What is no sum says where it comes from, and is not read back. */
static void
render_people(const struct view *view, enum term term,
    const struct people *people)
{
	if (!people->known)
		return;
	report_cell(view->report, word(view, term));
	report_cell(view->report,
	    people->from == FROM_SUM
		? number(view, people->count)
		: arena_format(view->arena, "%" PRIu64 " %s", people->count,
		      word(view,
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
	report_cell(view->report, word(view, T_QUORUM));
	report_cell(view->report,
	    result->quorum == QUORUM_UNKNOWN
		? word(view, T_QUORUM_UNKNOWN)
		: arena_format(view->arena, "%s (%" PRIu64 " / %" PRIu64 ")",
		      word(view, states[result->quorum]), result->quorum_cast,
		      result->quorum_needed));
}

static void
render_participation(const struct view *view)
{
	const struct result *result = view->result;

	report_section(view->report, T_PARTICIPATION);
	report_table(view->report, 2);
	report_cell(view->report, word(view, T_PARTICIPATION));
	report_number_head(view->report, word(view, T_HOW_MANY));
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

static const char *
or_default(const struct view *view, const char *text, bool given)
{
	return given ? text
		     : arena_format(view->arena, "%s %s", text,
			   word(view, T_BY_DEFAULT));
}

static void
render_least(const struct view *view, enum term term,
    const struct setting *setting)
{
	const char *text;

	if (!setting->given)
		return;
	text = number_text(view->arena, (int64_t)least_of(setting), 0, false,
	    view->lang);
	if (is_percent(setting))
		text = arena_format(view->arena, "%s%s", text,
		    word(view, T_PERCENT));
	report_pair(view->report, term, text);
}

/* The order given, where it is not that of the labels. */
static void
render_order(const struct view *view)
{
	struct buf out = BUF_INIT;
	bool natural = true;
	size_t i;

	for (i = 0; i < view->vote->list.count; i++) {
		if (i > 0 && option_order(view->vote, i - 1, i) > 0)
			natural = false;
		buf_string(&out, i > 0 ? ", " : "");
		buf_string(&out,
		    md_words(view->arena, option_at(view->vote, i)->label));
	}
	if (!natural && !view->numbered)
		report_pair(view->report, T_ORDER,
		    arena_copy(view->arena, out.at, out.length));
	buf_free(&out);
}

static void
render_sum_of_shares(const struct view *view)
{
	const struct result *result = view->result;
	uint64_t sum = 0;
	size_t i;

	for (i = 0; i < result->count && result->total > 0; i++)
		sum += share_of(result->lines[i].votes, result->total);
	if (result->total > 0 && sum != 1000)
		report_pair(view->report, T_SHARE,
		    arena_format(view->arena, "%s %s",
			word(view, T_ROUNDED_SUM), percent(view, sum)));
}

static void
render_tie_rule(const struct view *view)
{
	static const enum term ties[TIES] = { T_TIE_NONE, T_TIE_ORDER,
		T_TIE_DRAW };
	const struct vote *vote = view->vote;

	report_pair(view->report, T_TIE_BREAK,
	    or_default(view, word(view, ties[vote_tie(vote)]),
		vote->tie.given));
	if (vote->seed.given)
		report_pair(view->report, T_SEED,
		    md_words(view->arena, vote->seed.text));
}

static void
render_rules(const struct view *view)
{
	const struct vote *vote = view->vote;

	report_section(view->report, T_RULES);
	if (*vote->question.text != '\0')
		report_pair(view->report, T_QUESTION, vote->question.text);
	report_pair(view->report, T_DOTS,
	    or_default(view,
		vote_dots(vote) == UNLIMITED ? word(view, T_UNLIMITED)
					     : number(view, vote_dots(vote)),
		vote->dots.given));
	if (vote_dots(vote) != UNLIMITED || vote->stacking.given)
		report_pair(view->report, T_STACKING,
		    or_default(view,
			word(view,
			    vote->stacking.given
				? (vote->stacking.value ? T_YES : T_NO)
				: T_YES),
			vote->stacking.given));
	if (vote->participants.known && vote->participants.from == FROM_SETTING)
		report_pair(view->report, T_PARTICIPANTS,
		    number(view, vote->participants.count));
	if (vote->electorate.known && vote->electorate.from == FROM_SETTING)
		report_pair(view->report, T_ELECTORATE,
		    number(view, vote->electorate.count));
	render_least(view, T_QUORUM, &vote->quorum);
	if (vote->winners.given)
		report_pair(view->report, T_WINNERS,
		    number(view, vote->winners.value));
	render_least(view, T_THRESHOLD, &vote->threshold);
	render_tie_rule(view);
	render_order(view);
	if (view->dot > 1)
		report_pair(view->report, T_DOT_SCALE, number(view, view->dot));
	render_sum_of_shares(view);
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
		report_cell(view->report, word(view, T_ID));
	report_cell(view->report, word(view, T_OPTION));
	for (j = 0; j < result->group_count; j++)
		report_number_head(view->report,
		    md_words(view->arena, result->groups[j].name));
	if (result->ungrouped)
		report_number_head(view->report, word(view, T_NO_GROUP));
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
			    number(view,
				result->groups[j]
				    .votes[result->lines[i].option]));
		}
		if (result->ungrouped)
			report_cell(view->report, number(view, left));
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
	    word(view,
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
	report_cell(view->report, word(view, T_WHERE));
	report_cell(view->report, word(view, T_REASON));
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

/* A text between the quotes of Mermaid. */
static void
put_quoted(struct buf *out, const char *plain)
{
	buf_string(out, "    \"");
	for (; *plain != '\0'; plain++)
		buf_char(out, strchr("\"\\`#;", *plain) ? ' ' : *plain);
	buf_char(out, '"');
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
		put_quoted(&out,
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
		.names = vote->letters,
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
	render_rules(&view);
	render_groups(&view);
	render_selected(&view);
	render_rejects(&view);
	render_chart(&view);
}
