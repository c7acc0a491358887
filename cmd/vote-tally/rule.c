/*
 * rule: what the vote is judged by: dots, stacking, tie-break and seed.
 */
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "text/uni.h"
#include "value/number.h"
#include "vote.h"

uint64_t
rule_dots(const struct vote *vote)
{
	return (uint64_t)vote->sheet->dots.thousandths / 1000;
}

bool
rule_limits(const struct vote *vote)
{
	return rule_dots(vote) > 0 &&
	    (vote->sheet->dots.given || vote->poll.has_ballots);
}

bool
rule_stacks(const struct vote *vote)
{
	return vote->sheet->stacking.yes;
}

static const char *
name_of(const struct vote *vote, enum term key)
{
	return term_name(key,
	    vote->poll.bind->doc->lang ? vote->poll.bind->doc->lang : LANG_EN);
}

static struct bind_text
text_of(const char *text)
{
	return (struct bind_text){ .text = text, .given = true };
}

/* What another row handed over; a list of questions is one of options. */
static void
bind_each(struct vote *vote, const struct bind_list *nodes, enum term key,
    enum bind_kind kind)
{
	BIND_EACH(struct node *const, node, nodes)
		if (key != T_QUESTION || (*node)->first == NULL)
			bind_value(vote->poll.bind,
			    bind_row_of(vote->poll.bind, key, kind), *node,
			    vote->sheet);
}

/* How many a text says that each has, "(3 gommettes par personne)", "2 dots
 * each", "Everybody had 2 dots"; 0 where it says nothing. */
static int64_t
each_in(const struct vote *vote, const char *text)
{
	static const char digits[] = "0123456789";
	const char *at =
	    uni_fold(vote->poll.arena, md_plain(vote->poll.arena, text));
	bool led = term_front(T_EACH_LEADS, at) > 0;
	int64_t number;
	char before = ' ';
	size_t n;

	for (; *(at += strcspn(at, digits)) != '\0'; at += n) {
		n = strspn(at, digits);
		number = n <= 4 ? atoi(at) : 0;
		if (before == '.' || before == ',')
			number = 0;
		before = at[n];
		at = uni_skip_blanks(at + n);
		n = 0;
		if (number > 0 && led && term_lists_start(T_EACH_UNITS, at))
			return number;
		if (term_lists_start(T_COUNT_UNITS, at))
			at = uni_skip_blanks(at + strcspn(at, " "));
		if (number > 0 && term_front(T_EACH_WORDS, at) > 0)
			return number;
	}
	return 0;
}

static void
find_each(const struct vote *vote, const char *text, struct pos pos,
    struct bind_number *each)
{
	int64_t number = each->given ? 0 : each_in(vote, text);

	if (number > 0)
		*each = (struct bind_number){ .thousandths = 1000 * number,
			.pos = pos,
			.given = true };
}

/* The same in the heading of a section, its paragraphs, and its columns. */
static void
find_each_in(const struct vote *vote, const struct node *section,
    struct bind_number *each)
{
	const struct node *row = section->first,
			  *lines = md_section_lines(vote->poll.arena, section,
			      UINT_MAX);

	find_each(vote, section->key, section->key_pos, each);
	NODE_EACH(const struct node, line, lines)
		find_each(vote, line->text, line->pos, each);
	if (row != NULL && row->table > 0)
		NODE_EACH(const struct node, cell, row)
			find_each(vote, cell->key, cell->key_pos, each);
}

/* The dots that a title, a heading, a column or a line says each has. */
static struct bind_number
find_all_each(const struct vote *vote)
{
	const struct doc *doc = vote->poll.bind->doc;
	struct bind_number each = { .given = false };

	find_each(vote, vote->poll.bind->title.text, vote->poll.bind->title.pos,
	    &each);
	for (size_t i = 0; i < doc->part_count; i++)
		find_each_in(vote, doc->parts[i].root, &each);
	BIND_EACH(struct node *const, section, &vote->sheet->option_nodes)
		find_each_in(vote, *section, &each);
	return each;
}

void
rule_settle(struct vote *vote)
{
	struct sheet *sheet = vote->sheet;
	struct bind_number each;

	bind_each(vote, &sheet->question_nodes, T_QUESTION, BIND_TEXT);
	bind_each(vote, &sheet->dots_nodes, T_DOTS, BIND_NUMBER);
	bind_each(vote, &sheet->stacking_nodes, T_STACKING, BIND_YES);
	each = find_all_each(vote);
	if (!sheet->dots.given)
		sheet->dots = each;
	poll_overrule(&vote->poll, sheet, T_DOTS, BIND_NUMBER, "dots",
	    vote->options->dots);
	if (each.given && each.thousandths != sheet->dots.thousandths)
		note_add(each.pos.line == vote->poll.bind->title.pos.line &&
			    each.pos.file == vote->poll.bind->title.pos.file
			? &vote->poll.bind->doc->findings
			: &vote->poll.bind->doc->remarks,
		    each.pos, M_OTHER_VALUE, name_of(vote, T_DOTS),
		    poll_number(&vote->poll,
			(uint64_t)each.thousandths / 1000));
	poll_overrule(&vote->poll, sheet, T_WINNERS, BIND_NUMBER, "winners",
	    vote->options->winners);
	poll_tie_overrule(&vote->poll, sheet, vote->options->tie);
	if (!sheet->dots.given)
		sheet->dots.thousandths = 1000 * DEFAULT_DOTS;
	if (vote->options->no_stacking)
		sheet->stacking = (struct bind_yes){ .given = true };
	else if (!sheet->stacking.given)
		sheet->stacking.yes = rule_dots(vote) > 0;
	if (rule_dots(vote) == 0 && sheet->stacking.yes)
		bind_fault(vote->poll.bind, sheet->stacking.pos,
		    M_VOTE_STACKING, name_of(vote, T_STACKING),
		    name_of(vote, T_DOTS));
	poll_tie_settle(&vote->poll);
}

static void
check_judged(struct vote *vote, const struct bind_list *nodes,
    const struct bind_row *row)
{
	const char *now = bind_printed(vote->poll.bind->doc, row,
	    (char *)vote->sheet + row->at);
	struct sheet then;
	struct node node;

	BIND_EACH(struct node *const, at, nodes) {
		node = **at;
		if (!node.inner ||
		    poll_figure_told(&vote->poll, node.part, CAST) == 0)
			continue;
		then = (struct sheet){ .dots.given = false };
		node.text = arena_copy(vote->poll.arena, node.text,
		    bind_given_length(node.text));
		if (bind_value(vote->poll.bind, row, &node, &then) &&
		    strcmp(now,
			bind_printed(vote->poll.bind->doc, row,
			    (char *)&then + row->at)) != 0)
			bind_fault(vote->poll.bind, node.pos, M_VOTE_JUDGED,
			    name_of(vote, row->key),
			    poll_plain(&vote->poll, &node));
	}
}

void
rule_check_judged(struct vote *vote)
{
	check_judged(vote, &vote->sheet->dots_nodes,
	    bind_row_of(vote->poll.bind, T_DOTS, BIND_NUMBER));
	check_judged(vote, &vote->sheet->stacking_nodes,
	    bind_row_of(vote->poll.bind, T_STACKING, BIND_YES));
}

/* The order given, where it is not that of the labels. */
static void
put_order(const struct vote *vote)
{
	struct bind_list *order = &vote->sheet->order;
	struct bind_list by_name = method_ordered(vote->poll.method,
	    option_by_name, sizeof(struct option), &vote->poll.options);
	const struct option *named = by_name.at;
	bool natural = true;

	order->count = 0;
	BIND_EACH(const struct option, option, &vote->poll.options) {
		natural &= named++->place == option->place;
		bind_add(vote->poll.bind, order, option->label);
	}
	order->given = true;
	if (natural || option_is_placed(vote))
		order->count = 0;
}

void
rule_render(const struct vote *vote, const struct result *result)
{
	struct sheet *sheet = vote->sheet;
	uint64_t sum = 0, dot = result_dot(result);

	put_order(vote);
	BIND_EACH(const struct option, option, &result->lines)
		sum += result->total > 0
		    ? number_share(votes_of(option), result->total)
		    : 0;
	if (result->total > 0 && sum != 1000)
		sheet->sum = text_of(arena_format(vote->poll.arena, "%s %s",
		    method_word(vote->poll.method, T_ROUNDED_SUM),
		    method_share(vote->poll.method, (int64_t)sum, 1000)));
	if (dot > 1)
		sheet->dot_scale = method_count(dot);
	poll_turnout_rules(&vote->poll);
	method_rules(vote->poll.method);
}
