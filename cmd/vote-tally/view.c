/*
 * view: words and numbers of a report, and the section of its rules.
 */
#include "view.h"

#include <inttypes.h>

#include "base/arena.h"
#include "base/buf.h"
#include "source/md.h"
#include "value/number.h"

const char *
view_word(const struct view *view, enum term term)
{
	return term_name(term, view->lang);
}

const char *
view_number(const struct view *view, uint64_t value)
{
	return arena_format(view->arena, "%" PRIu64, value);
}

const char *
view_percent(const struct view *view, uint64_t tenths)
{
	return arena_format(view->arena, "%" PRIu64 "%s%" PRIu64 "%s",
	    tenths / 10, view->lang == LANG_FR ? "," : ".", tenths % 10,
	    view_word(view, T_PERCENT));
}

static const char *
or_default(const struct view *view, const char *text, bool given)
{
	return given ? text
		     : arena_format(view->arena, "%s %s", text,
			   view_word(view, T_BY_DEFAULT));
}

static void
render_least(const struct view *view, enum term term,
    const struct setting *setting)
{
	const char *text;

	if (!setting->given)
		return;
	if (setting->typed != NULL)
		text = md_words(view->arena, setting->typed);
	else if (is_share(setting))
		text = arena_format(view->arena, "%s%s",
		    number_text(view->arena, (int64_t)setting->share.part, 0,
			false, view->lang),
		    view_word(view, T_PERCENT));
	else
		text = view_number(view, setting->value);
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
		sum += number_share(result->lines[i].votes, result->total);
	if (result->total > 0 && sum != 1000)
		report_pair(view->report, T_SHARE,
		    arena_format(view->arena, "%s %s",
			view_word(view, T_ROUNDED_SUM),
			view_percent(view, sum)));
}

static void
render_tie_rule(const struct view *view)
{
	static const enum term ties[TIES] = { T_TIE_NONE, T_TIE_ORDER,
		T_TIE_DRAW };
	const struct vote *vote = view->vote;

	report_pair(view->report, T_TIE_BREAK,
	    or_default(view, view_word(view, ties[vote_tie(vote)]),
		vote->tie.given));
	if (vote->seed.given)
		report_pair(view->report, T_SEED,
		    md_words(view->arena, vote->seed.text));
}

void
view_rules(const struct view *view)
{
	const struct vote *vote = view->vote;

	report_section(view->report, T_RULES);
	if (*vote->question.text != '\0')
		report_pair(view->report, T_QUESTION, vote->question.text);
	report_pair(view->report, T_DOTS,
	    or_default(view,
		vote_dots(vote) == UNLIMITED
		    ? view_word(view, T_UNLIMITED)
		    : view_number(view, vote_dots(vote)),
		vote->dots.given));
	if (vote_dots(vote) != UNLIMITED || vote->stacking.given)
		report_pair(view->report, T_STACKING,
		    or_default(view,
			view_word(view,
			    vote->stacking.given
				? (vote->stacking.value ? T_YES : T_NO)
				: T_YES),
			vote->stacking.given));
	if (vote->participants.known && vote->participants.from == FROM_SETTING)
		report_pair(view->report, T_PARTICIPANTS,
		    view_number(view, vote->participants.count));
	if (vote->electorate.known && vote->electorate.from == FROM_SETTING)
		report_pair(view->report, T_ELECTORATE,
		    view_number(view, vote->electorate.count));
	render_least(view, T_QUORUM, &vote->quorum);
	if (vote->winners.given)
		report_pair(view->report, T_WINNERS,
		    view_number(view, vote->winners.value));
	render_least(view, T_THRESHOLD, &vote->threshold);
	render_tie_rule(view);
	render_order(view);
	if (view->dot > 1)
		report_pair(view->report, T_DOT_SCALE,
		    view_number(view, view->dot));
	render_sum_of_shares(view);
}
