/*
 * result: votes, ranks and shares, option by option, and those of reports.
 */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "report/chart.h"
#include "value/marks.h"
#include "vote.h"

enum { MOST_DOTS = 50, MANY_OPTIONS = 12 };

const struct bind_row option_rows[] = {
	ROW(option, rank, .key = T_RANK, .flags = BIND_COMPUTED),
	ROW(option, label, .key = T_ID, .flags = BIND_LABEL),
	ROW(option, order, .key = T_ORDER, .flags = BIND_DECIDES),
	ROW(option, text, .key = T_OPTION, .flags = BIND_MAIN),
	ROW(option, votes, .key = T_VOTES, .flags = BIND_DECIDES),
	ROW(option, dots, .key = T_MARKS,
	    .flags = BIND_COMPUTED | BIND_REQUIRED),
	ROW(option, share, .key = T_SHARE,
	    .flags = BIND_COMPUTED | BIND_REQUIRED | BIND_FIGURE),
	ROW(option, voters, .key = T_VOTERS, .flags = BIND_DECIDES),
	ROW(option, reach, .key = T_SHARE_OF_PARTICIPANTS,
	    .flags = BIND_COMPUTED | BIND_FIGURE),
	ROW(option, under, .key = T_RUBRIC),
	ROW(option, document),
	{ BIND_END },
};

const struct bind_row option_by_name[] = {
	ROW(option, label, .order = 1),
	ROW(option, text, .order = 2),
	{ BIND_END },
};

/* Those of a report as they were given: where it does not say, in the natural
 * order of the labels. */
static const struct bind_row by_order[] = {
	ROW(option, order, .order = 1),
	ROW(option, label, .order = 2),
	{ BIND_END },
};

static const struct bind_row by_votes[] = {
	ROW(option, votes, .order = -1),
	ROW(option, label, .order = 2),
	ROW(option, text, .order = 3),
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
		bind_fault(vote->poll.bind, number->pos, M_VOTE_NO_COUNT,
		    md_plain(vote->poll.arena, number->typed));
	return number->thousandths;
}

void
result_read(struct vote *vote)
{
	/* ahead of method_open */
	struct method method = { .bind = vote->poll.bind,
		.arena = vote->poll.arena };
	struct bind_list list = { .count = 0 };
	struct option *known;

	BIND_EACH(struct option, option, &vote->sheet->results) {
		if (option->document != vote->poll.document)
			continue;
		if (!option->order.given)
			option->order =
			    place_in_order(vote, option->label.text);
		bind_add(vote->poll.bind, &list, *option);
	}
	list = method_ordered(&method, by_order, sizeof(*known), &list);
	BIND_EACH(const struct option, option, &list) {
		known =
		    poll_option_add(&vote->poll, &option->label, &option->text);
		known->votes.thousandths += figure(vote, &option->votes);
		known->voters.thousandths += figure(vote, &option->voters);
		if (*known->under.text == '\0')
			known->under = option->under;
		vote->poll.has_counts |= !option->voters.given;
	}
}

bool
result_is_report(const struct node *node)
{
	const struct node *cell =
	    node->first != NULL && node->first->kind == NODE_MAP
	    ? node->first->first
	    : NULL;

	while (cell != NULL && !term_is_any(cell->key, T_RANK, T_SHARE))
		cell = cell->next;
	return node->first == NULL || cell != NULL;
}

void
result_compute(const struct vote *vote, struct result *result)
{
	const struct tally *tally = vote->tally;
	struct option *option = vote->poll.options.at;
	bool placed = option_is_placed(vote);

	for (size_t i = 0; i < vote->poll.options.count; i++, option++) {
		option->votes.thousandths += 1000 * (int64_t)tally->votes[i];
		option->voters.thousandths += 1000 * (int64_t)tally->voters[i];
		option->votes.given = true;
		option->voters.given = !vote->poll.has_counts;
		option->order = method_count(i + 1);
		option->order.given = placed;
		result->total += votes_of(option);
	}
	result->lines = method_ordered(vote->poll.method, by_votes,
	    sizeof(*option), &vote->poll.options);
	option = result->lines.at;
	for (size_t i = 0; i < result->lines.count; i++, option++)
		option->rank = i > 0 &&
			option[-1].votes.thousandths ==
			    option->votes.thousandths
		    ? option[-1].rank
		    : method_count(i + 1);
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

void
result_compute_used(const struct vote *vote, struct result *result)
{
	const struct poll *poll = &vote->poll;
	struct turnout *turnout = &result->turnout;
	const struct headcount *people = &poll->figures[PARTICIPANTS];
	uint64_t dots = rule_dots(vote), rejected, used;

	poll_turnout_know(turnout, USED, true, result->total);
	result->single = dots == 1 || !rule_stacks(vote);
	rejected = turnout->figures[REJECTED].count;
	used = poll->has_counts ? people->count : turnout->figures[CAST].count;
	if (!rule_limits(vote) || used < rejected ||
	    (poll->has_counts ? !people->known : !poll->has_ballots))
		return;
	used -= rejected;
	if (used <= UINT64_MAX / dots && used * dots >= result->total)
		poll_turnout_know(turnout, UNUSED, true,
		    used * dots - result->total);
}

/* A share as the results have it; of votes that are none, nothing. */
static struct bind_text
share(const struct vote *vote, int64_t part, uint64_t whole)
{
	return (struct bind_text){ .text = whole == 0
		    ? ""
		    : method_share(vote->poll.method, part / 1000,
			  (int64_t)whole) };
}

void
result_render(const struct vote *vote, const struct result *result)
{
	uint64_t dot = result_dot(result), votes;

	BIND_EACH(struct option, option, &result->lines) {
		votes = votes_of(option);
		option->dots.text = marks_dots(vote->poll.arena,
		    votes / dot +
			(votes % dot > 0 && votes % dot >= dot - votes % dot));
		option->share =
		    share(vote, option->votes.thousandths, result->total);
		if (result->turnout.base_known &&
		    (result->turnout.voters_known || result->single))
			option->reach = share(vote,
			    result->turnout.voters_known
				? option->voters.thousandths
				: option->votes.thousandths,
			    result->turnout.base);
		else
			option->reach.text = "";
	}
	if (result->by_place && result->lines.count > 1)
		qsort(result->lines.at, result->lines.count,
		    sizeof(struct option), compare_given);
	report_section(vote->poll.method->report, T_RESULTS);
	method_list(vote->poll.method, option_rows, sizeof(struct option),
	    &result->lines);
}

void
result_chart(const struct vote *vote, const struct result *result)
{
	struct buf out = BUF_INIT;

	if (!vote->poll.method->chart || result->total == 0)
		return;
	buf_string(&out, "pie showData\n");
	BIND_EACH(const struct option, option, &result->lines) {
		if (votes_of(option) == 0)
			continue;
		buf_string(&out, "    ");
		chart_quoted(&out, poll_option_name(&vote->poll, option));
		buf_format(&out, " : %" PRIu64 "\n", votes_of(option));
	}
	chart_write(vote->poll.method->report, &out, true);
}

/* What totals alone can tell. */
static void
find_totals(const struct vote *vote, const struct result *result)
{
	const struct headcount *people = &vote->poll.figures[PARTICIPANTS];
	uint64_t dots = rule_dots(vote), odd;
	struct pos pos = poll_place(&vote->poll);

	if (!rule_limits(vote))
		return;
	if (people->known && people->count <= UINT64_MAX / dots &&
	    result->total > people->count * dots)
		method_find(vote->poll.method, pos, M_VOTE_MORE_VOTES,
		    poll_number(&vote->poll, result->total),
		    poll_number(&vote->poll, people->count * dots),
		    poll_number(&vote->poll, people->count),
		    poll_number(&vote->poll, dots));
	odd = (dots - result->total % dots) % dots;
	if (odd == 0 || vote->poll.has_ballots || !vote->poll.has_counts ||
	    !vote->sheet->dots.given ||
	    (people->known && result->total / dots >= people->count))
		return;
	if (odd == 1)
		method_find(vote->poll.method, pos, M_VOTE_ODD_ONE,
		    poll_number(&vote->poll, result->total),
		    poll_number(&vote->poll, dots));
	else
		method_find(vote->poll.method, pos, M_VOTE_ODD,
		    poll_number(&vote->poll, result->total),
		    poll_number(&vote->poll, dots),
		    poll_number(&vote->poll, odd));
}

/* Options that nobody chose, too many of them, and how many dots there are. */
static void
find_options(const struct vote *vote, const struct result *result)
{
	uint64_t dots = rule_dots(vote), count = result->lines.count;
	struct pos pos = poll_place_or(&vote->poll, vote->sheet->dots.pos);
	struct bind_list without = { .count = 0 };

	BIND_EACH(const struct option, option, &result->lines)
		if (votes_of(option) == 0)
			bind_add(vote->poll.bind, &without, *option);
	if (without.count > 0 && result->total > 0 && !motion_is(vote))
		method_find(vote->poll.method,
		    ((struct option *)without.at)->text.pos,
		    without.count == 1 ? M_VOTE_WITHOUT_ONE : M_VOTE_WITHOUT,
		    poll_option_names(&vote->poll, &without));
	if (count > MANY_OPTIONS)
		method_find(vote->poll.method, poll_place(&vote->poll),
		    M_VOTE_MANY_OPTIONS, poll_number(&vote->poll, count));
	if (result->total == 0 && count > 0 && !vote->poll.has_ballots)
		method_find(vote->poll.method, poll_place(&vote->poll),
		    M_VOTE_NOTHING);
	if (!rule_limits(vote))
		return;
	if (count > 0 && dots > 1 && 8 * dots < count)
		method_find(vote->poll.method, pos, M_VOTE_FEW_DOTS,
		    poll_number(&vote->poll, dots),
		    poll_number(&vote->poll, count));
	if (count > 0 && dots > 1 && 2 * dots > count)
		method_find(vote->poll.method, pos, M_VOTE_MANY_DOTS,
		    poll_number(&vote->poll, dots),
		    poll_number(&vote->poll, count));
}

/* Abstentions that are an option of a vote for or against, and so are in what shares
 * are of: how many votes were cast without them. */
static void
find_abstentions(const struct vote *vote, const struct result *result)
{
	if (!motion_is(vote))
		return;
	BIND_EACH(const struct option, option, &result->lines)
		if (term_is(md_plain(vote->poll.arena, option->text.text),
			T_ABSTENTIONS) &&
		    votes_of(option) > 0)
			method_find(vote->poll.method, option->text.pos,
			    M_VOTE_ABSTAINED,
			    poll_option_name(&vote->poll, option),
			    poll_number(&vote->poll,
				result->total - votes_of(option)));
}

void
result_find(const struct vote *vote, const struct result *result)
{
	find_totals(vote, result);
	poll_reject_find(&vote->poll, &result->turnout);
	find_options(vote, result);
	find_abstentions(vote, result);
}
