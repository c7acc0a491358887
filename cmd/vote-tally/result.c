/*
 * result: votes, ranks and shares, option by option, and those of reports.
 */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "report/chart.h"
#include "source/md.h"
#include "value/marks.h"
#include "vote.h"

enum { MOST_DOTS = 50, MANY_OPTIONS = 12 };

const struct bind_row option_rows[] = {
	ROW(BIND_NUMBER, option, rank, .key = T_RANK, .flags = BIND_COMPUTED),
	ROW(BIND_TEXT, option, label, .key = T_ID, .flags = BIND_LABEL),
	ROW(BIND_NUMBER, option, order, .key = T_ORDER, .flags = BIND_DECIDES),
	ROW(BIND_TEXT, option, text, .key = T_OPTION, .flags = BIND_MAIN),
	ROW(BIND_NUMBER, option, votes, .key = T_VOTES, .flags = BIND_DECIDES),
	ROW(BIND_TEXT, option, dots, .key = T_MARKS,
	    .flags = BIND_COMPUTED | BIND_REQUIRED),
	ROW(BIND_TEXT, option, share, .key = T_SHARE,
	    .flags = BIND_COMPUTED | BIND_REQUIRED | BIND_FIGURE),
	ROW(BIND_NUMBER, option, voters, .key = T_VOTERS,
	    .flags = BIND_DECIDES),
	ROW(BIND_TEXT, option, reach, .key = T_SHARE_OF_PARTICIPANTS,
	    .flags = BIND_COMPUTED | BIND_FIGURE),
	ROW(BIND_TEXT, option, under, .key = T_RUBRIC),
	ROW(BIND_DOCUMENT, option, document),
	{ BIND_END },
};

const struct bind_row option_by_name[] = {
	ROW(BIND_TEXT, option, label, .order = 1),
	ROW(BIND_TEXT, option, text, .order = 2),
	{ BIND_END },
};

/* Those of a report as they were given: where it does not say, in the natural
 * order of the labels. */
static const struct bind_row by_order[] = {
	ROW(BIND_NUMBER, option, order, .order = 1),
	ROW(BIND_TEXT, option, label, .order = 2),
	{ BIND_END },
};

static const struct bind_row by_votes[] = {
	ROW(BIND_NUMBER, option, votes, .order = -1),
	ROW(BIND_TEXT, option, label, .order = 2),
	ROW(BIND_TEXT, option, text, .order = 3),
	{ BIND_END },
};

/* The place of a label in the order that reports give, if it is in it. */
static struct bind_number
place_in_order(const struct vote *vote, const char *label)
{
	const struct bind_list *order = &vote->sheet->order;
	int64_t place = 0;

	BIND_EACH(const struct bind_text, name, order) {
		place += 1000;
		if (*label != '\0' && strcmp(name->text, label) == 0)
			return method_figure(place);
	}
	return (struct bind_number){ .given = false };
}

/* A figure of a report, which is a whole number. */
static int64_t
figure(struct vote *vote, const struct bind_number *number)
{
	if (number->thousandths < 0 || number->thousandths % 1000 != 0)
		bind_fault(vote->bind, number->pos, M_VOTE_NO_COUNT,
		    md_plain(vote->arena, number->typed));
	return number->thousandths;
}

void
result_read(struct vote *vote)
{
	/* ahead of method_open */
	struct method method = { .bind = vote->bind, .arena = vote->arena };
	struct bind_list list = { .count = 0 };
	struct option *known;

	BIND_EACH(struct option, option, &vote->sheet->results) {
		if (option->document != vote->document)
			continue;
		if (!option->order.given)
			option->order =
			    place_in_order(vote, option->label.text);
		bind_put(vote->bind, &list, option, sizeof(*option));
	}
	list = method_ordered(&method, by_order, sizeof(*known), &list);
	BIND_EACH(const struct option, option, &list) {
		known = option_add(vote, &option->label, &option->text);
		known->votes.thousandths += figure(vote, &option->votes);
		known->voters.thousandths += figure(vote, &option->voters);
		if (*known->under.text == '\0')
			known->under = option->under;
		vote->has_counts |= !option->voters.given;
	}
}

bool
result_is_report(const struct node *node)
{
	static const enum term ranks[] = { T_RANK, T_SHARE };
	const struct node *cell = node->first != NULL && node->first->kind == NODE_MAP
	    ? node->first->first
	    : NULL;

	while (cell != NULL && term_find(cell->key, ranks, 2, NULL) == T_NONE)
		cell = cell->next;
	return node->first == NULL || cell != NULL;
}

void
result_compute(const struct vote *vote, const struct ballot_tally *tally,
    struct result *result)
{
	struct option *option = vote->list.at;
	bool placed = option_is_placed(vote);
	size_t i;

	for (i = 0; i < vote->list.count; i++, option++) {
		option->votes.thousandths += 1000 * (int64_t)tally->votes[i];
		option->voters.thousandths += 1000 * (int64_t)tally->voters[i];
		option->votes.given = true;
		option->voters.given = !vote->has_counts;
		option->order = method_figure(1000 * (int64_t)(i + 1));
		option->order.given = placed;
		result->total += votes_of(option);
	}
	result->lines = method_ordered(vote->method, by_votes, sizeof(*option),
	    &vote->list);
	option = result->lines.at;
	for (i = 0; i < result->lines.count; i++, option++)
		option->rank = i > 0 &&
			option[-1].votes.thousandths ==
			    option->votes.thousandths
		    ? option[-1].rank
		    : method_figure(1000 * (int64_t)(i + 1));
}

uint64_t
result_dot(const struct result *result)
{
	uint64_t most = 0;

	BIND_EACH(const struct option, option, &result->lines)
		most = votes_of(option) > most ? votes_of(option) : most;
	return marks_scale(most, MOST_DOTS);
}

static int
compare_given(const void *a, const void *b)
{
	const struct option *one = a, *two = b;

	return one->place < two->place ? -1 : one->place > two->place;
}

/* A share as the results have it; of votes that are none, nothing. */
static struct bind_text
share(const struct vote *vote, int64_t part, uint64_t whole)
{
	return (struct bind_text){ .text = whole == 0
		    ? ""
		    : method_share(vote->method, part / 1000, (int64_t)whole) };
}

void
result_render(const struct vote *vote, const struct result *result)
{
	uint64_t dot = result_dot(result), votes;

	BIND_EACH(struct option, option, &result->lines) {
		votes = votes_of(option);
		option->dots.text = marks_dots(vote->arena,
		    votes / dot +
			(votes % dot > 0 && votes % dot >= dot - votes % dot));
		option->share =
		    share(vote, option->votes.thousandths, result->total);
		if (result->base_known &&
		    (result->voters_known || result->single))
			option->reach = share(vote,
			    result->voters_known ? option->voters.thousandths
						 : option->votes.thousandths,
			    result->base);
		else
			option->reach.text = "";
	}
	if (vote->options->by_place && result->lines.count > 1)
		qsort(result->lines.at, result->lines.count,
		    sizeof(struct option), compare_given);
	report_section(vote->method->report, T_RESULTS);
	method_list(vote->method, option_rows, sizeof(struct option),
	    &result->lines);
}

void
result_chart(const struct vote *vote, const struct result *result)
{
	struct buf out = BUF_INIT;

	if (!vote->method->chart || result->total == 0)
		return;
	buf_string(&out, "pie showData\n");
	BIND_EACH(const struct option, option, &result->lines) {
		if (votes_of(option) == 0)
			continue;
		buf_string(&out, "    ");
		chart_quoted(&out, option_name(vote, option));
		buf_format(&out, " : %" PRIu64 "\n", votes_of(option));
	}
	report_section(vote->method->report, T_CHART);
	report_code(vote->method->report, "mermaid", out.at);
	buf_free(&out);
}

/* What totals alone can tell. */
static void
find_totals(const struct vote *vote, const struct result *result)
{
	const struct headcount *people = &vote->figures[PARTICIPANTS];
	uint64_t dots = rule_dots(vote), odd;
	struct pos pos = vote_place(vote);

	if (!rule_limits(vote))
		return;
	if (people->known && people->count <= UINT64_MAX / dots &&
	    result->total > people->count * dots)
		method_find(vote->method, pos, M_VOTE_MORE_VOTES,
		    vote_number(vote, result->total),
		    vote_number(vote, people->count * dots),
		    vote_number(vote, people->count), vote_number(vote, dots));
	odd = (dots - result->total % dots) % dots;
	if (odd == 0 || vote->has_ballots || !vote->has_counts ||
	    !vote->sheet->dots.given ||
	    (people->known && result->total / dots >= people->count))
		return;
	if (odd == 1)
		method_find(vote->method, pos, M_VOTE_ODD_ONE,
		    vote_number(vote, result->total), vote_number(vote, dots));
	else
		method_find(vote->method, pos, M_VOTE_ODD,
		    vote_number(vote, result->total), vote_number(vote, dots),
		    vote_number(vote, odd));
}

/* Options that nobody chose, too many of them, and how many dots there are. */
static void
find_options(const struct vote *vote, const struct result *result)
{
	uint64_t dots = rule_dots(vote), count = result->lines.count;
	struct pos pos = vote_place_or(vote, vote->sheet->dots.pos);
	struct bind_list without = { .count = 0 };

	BIND_EACH(const struct option, option, &result->lines)
		if (votes_of(option) == 0)
			bind_put(vote->bind, &without, option, sizeof(*option));
	if (without.count > 0 && result->total > 0)
		method_find(vote->method, option_at(&without, 0)->text.pos,
		    without.count == 1 ? M_VOTE_WITHOUT_ONE : M_VOTE_WITHOUT,
		    option_names(vote, &without));
	if (count > MANY_OPTIONS)
		method_find(vote->method, vote_place(vote), M_VOTE_MANY_OPTIONS,
		    vote_number(vote, count));
	if (result->total == 0 && count > 0 && !vote->has_ballots)
		method_find(vote->method, option_at(&without, 0)->text.pos,
		    M_VOTE_NOTHING);
	if (!rule_limits(vote))
		return;
	if (count > 0 && dots > 1 && 8 * dots < count)
		method_find(vote->method, pos, M_VOTE_FEW_DOTS,
		    vote_number(vote, dots), vote_number(vote, count));
	if (count > 0 && dots > 1 && 2 * dots > count)
		method_find(vote->method, pos, M_VOTE_MANY_DOTS,
		    vote_number(vote, dots), vote_number(vote, count));
}

void
result_find(const struct vote *vote, const struct result *result)
{
	find_totals(vote, result);
	reject_find(vote, result);
	find_options(vote, result);
}
