/*
 * rule: what the vote is judged by: dots, stacking, tie-break and seed.
 */
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "source/md.h"
#include "value/number.h"
#include "vote.h"

uint64_t
rule_dots(const struct vote *vote)
{
	return (uint64_t)vote->sheet->dots.thousandths / 1000;
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
	    vote->bind->doc->lang ? vote->bind->doc->lang : LANG_EN);
}

static struct bind_text
text_of(const char *text)
{
	return (struct bind_text){ .text = text, .given = true };
}

static void
bind_each(struct vote *vote, const struct bind_list *nodes, enum term key,
    enum bind_kind kind)
{
	size_t i;

	for (i = 0; i < nodes->count; i++)
		bind_value(vote->bind, bind_row_of(vote->bind, key, kind),
		    node_at(nodes, i), vote->sheet);
}

/* What an option of the command says overrules the documents. */
static void
overrule(struct vote *vote, enum term key, enum bind_kind kind,
    const char *option, const char *argument)
{
	const struct bind_row *row = bind_row_of(vote->bind, key, kind);
	const struct pos pos = { NULL, 0, 0 };
	size_t faults = vote->bind->doc->faults.count;

	if (argument == NULL)
		return;
	memset((char *)vote->sheet + row->at, 0, bind_value_size(kind));
	if (!bind_value(vote->bind, row, node_text(vote->arena, argument, pos),
		vote->sheet) ||
	    vote->bind->doc->faults.count > faults)
		err_die("--%s: '%s' cannot be read", option, argument);
}

/* "draw:SEED" gives the seed too. */
static void
overrule_tie(struct vote *vote)
{
	const char *argument = vote->options->tie;
	size_t n = argument != NULL ? strcspn(argument, ":") : 0;

	if (argument == NULL)
		return;
	overrule(vote, T_TIE_BREAK, BIND_CHOICE, "tie",
	    arena_copy(vote->arena, argument, n));
	if (argument[n] == ':')
		vote->sheet->seed =
		    text_of(md_text(vote->arena, argument + n + 1));
}

void
rule_settle(struct vote *vote)
{
	struct sheet *sheet = vote->sheet;
	struct pos pos;

	bind_each(vote, &sheet->dots_nodes, T_DOTS, BIND_NUMBER);
	bind_each(vote, &sheet->stacking_nodes, T_STACKING, BIND_YES);
	overrule(vote, T_DOTS, BIND_NUMBER, "dots", vote->options->dots);
	overrule(vote, T_WINNERS, BIND_NUMBER, "winners",
	    vote->options->winners);
	overrule_tie(vote);
	if (!sheet->dots.given)
		sheet->dots.thousandths = 1000 * DEFAULT_DOTS;
	if (vote->options->no_stacking)
		sheet->stacking = (struct bind_yes){ .given = true };
	else if (!sheet->stacking.given)
		sheet->stacking.yes = rule_dots(vote) > 0;
	if (rule_dots(vote) == 0 && sheet->stacking.yes)
		bind_fault(vote->bind, sheet->stacking.pos, M_VOTE_STACKING,
		    name_of(vote, T_STACKING), name_of(vote, T_DOTS));
	if (!sheet->tie.given)
		sheet->tie.term = T_TIE_NONE;
	pos = sheet->tie.pos;
	if (sheet->tie.term == T_TIE_DRAW && *sheet->seed.text == '\0') {
		if (pos.file == NULL && vote->bind->doc->part_count > 0)
			pos.file = vote->bind->doc->parts[0].root->pos.file;
		bind_fault(vote->bind, pos, M_VOTE_NO_SEED);
	}
}

static void
check_judged(struct vote *vote, const struct bind_list *nodes,
    const struct bind_row *row)
{
	const char *now = bind_printed(vote->arena, LANG_EN, row,
	    (char *)vote->sheet + row->at);
	struct sheet then;
	struct node node;
	size_t i;

	for (i = 0; i < nodes->count; i++) {
		node = *node_at(nodes, i);
		if (!node.inner || !participation_is_judged(vote, node.part))
			continue;
		then = (struct sheet){ .dots.given = false };
		node.text = arena_copy(vote->arena, node.text,
		    bind_given_length(node.text));
		if (bind_value(vote->bind, row, &node, &then) &&
		    strcmp(now,
			bind_printed(vote->arena, LANG_EN, row,
			    (char *)&then + row->at)) != 0)
			bind_fault(vote->bind, node.pos, M_VOTE_JUDGED,
			    name_of(vote, row->key), vote_plain(vote, &node));
	}
}

void
rule_check_judged(struct vote *vote)
{
	check_judged(vote, &vote->sheet->dots_nodes,
	    bind_row_of(vote->bind, T_DOTS, BIND_NUMBER));
	check_judged(vote, &vote->sheet->stacking_nodes,
	    bind_row_of(vote->bind, T_STACKING, BIND_YES));
}

/* The order given, where it is not that of the labels. */
static void
put_order(const struct vote *vote)
{
	struct buf out = BUF_INIT;
	bool natural = true;
	size_t i;

	for (i = 0; i < vote->list.count; i++) {
		natural = natural &&
		    (i == 0 ||
			option_order(option_at(&vote->list, i - 1),
			    option_at(&vote->list, i)) <= 0);
		buf_format(&out, "%s%s", i > 0 ? ", " : "",
		    md_words(vote->arena,
			option_at(&vote->list, i)->label.text));
	}
	if (!natural && !option_is_placed(vote))
		vote->sheet->order =
		    text_of(arena_copy(vote->arena, out.at, out.length));
	buf_free(&out);
}

static struct bind_number
people_of_rule(const struct headcount *people)
{
	return people->known && people->from == FROM_SETTING
	    ? method_figure(1000 * (int64_t)people->count)
	    : (struct bind_number){ .given = false };
}

void
rule_render(const struct vote *vote, const struct result *result)
{
	struct sheet *sheet = vote->sheet;
	uint64_t sum = 0, dot = result_dot(result);
	size_t i;

	put_order(vote);
	for (i = 0; i < result->lines.count && result->total > 0; i++)
		sum += number_share(votes_of(option_at(&result->lines, i)),
		    result->total);
	if (result->total > 0 && sum != 1000)
		sheet->sum = text_of(arena_format(vote->arena, "%s %s",
		    method_word(vote->method, T_ROUNDED_SUM),
		    method_share(vote->method, (int64_t)sum, 1000)));
	if (dot > 1)
		sheet->dot_scale = method_figure(1000 * (int64_t)dot);
	sheet->participants = people_of_rule(&vote->participants);
	sheet->electorate = people_of_rule(&vote->electorate);
	method_rules(vote->method);
}
