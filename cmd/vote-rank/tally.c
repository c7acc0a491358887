/*
 * tally: what ballots add up to: duels, and papers as far as they are kept.
 */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "rank.h"

const enum term rank_ways[WAYS + 1] = { T_RANK_CONDORCET, T_RANK_SCHULZE,
	T_RANK_PAIRS, T_RANK_BORDA, T_RANK_IRV, T_RANK_STV, T_NONE };

/* So many ballots can be counted in hundred-thousandths. */
static const uint64_t MOST_PAPERS = UINT64_C(10000000000000);

const struct bind_row duel_rows[] = {
	ROW(duel_row, label, .key = T_ID, .flags = BIND_LABEL),
	ROW(duel_row, text, .key = T_OPTION, .flags = BIND_MAIN),
	ROW_AS(BIND_OTHERS, duel_row, over),
	ROW(duel_row, document),
	{ BIND_END },
};

/* Adds papers of an order, and keeps them where they are few or needed. */
static void
add_paper(struct tally *tally, const char *order, uint64_t times)
{
	struct dict_entry *entry;

	duels_add(&tally->duels, &(struct paper){ order, times }, tally->last);
	if (tally->dropped)
		return;
	entry = dict_find(&tally->papers, order);
	if (entry == NULL) {
		tally->dropped =
		    !tally->listing && tally->papers.count == RANK_LISTED;
		if (tally->dropped)
			return;
		entry = dict_enter(&tally->papers,
		    arena_string(tally->arena, order));
		entry->value = arena_alloc(tally->arena, sizeof(uint64_t));
	}
	*(uint64_t *)entry->value += times;
}

static void
add(struct ballot_rules *rules, const struct ballot_verdict *verdict,
    uint64_t count)
{
	struct tally *tally = rules->own;

	if (*verdict->group != '\0')
		*group_counts(&tally->groups, verdict->group) += count;
	if (!verdict->blank)
		add_paper(tally, tally->order, count);
}

static bool
take_over(struct ballot_rules *rules, const struct ballot_rules *earlier)
{
	struct tally *tally = rules->own, then = *(struct tally *)earlier->own;

	if (then.last != tally->last || (then.dropped && tally->listing) ||
	    then.options != tally->options)
		return false;
	then.listing = tally->listing;
	*tally = then;
	return true;
}

static const struct ballot_rule rule = { order_judge, add, take_over };

struct ballot_rules *
tally_rules(struct vote *vote, const struct poll_run *run)
{
	struct arena *arena = vote->poll.arena;
	struct tally *tally = arena_alloc(arena, sizeof(*tally));
	size_t options = vote->poll.options.count;

	if (options > COUNT_MOST) {
		bind_fault(vote->poll.bind,
		    poll_option_at(&vote->poll, COUNT_MOST)->text.pos,
		    M_RANK_TOO_MANY, poll_number(&vote->poll, COUNT_MOST));
		options = COUNT_MOST;
	}
	*tally = (struct tally){ .arena = arena,
		.options = options,
		.last = vote->sheet->unranked.term == T_RANK_LAST,
		.listing = vote->way == WAY_IRV || vote->way == WAY_STV,
		.duels.options = options,
		.groups = { .arena = arena, .width = 1 } };
	BIND_EACH(const struct poll_option, option, &vote->poll.options)
		tally->marked |=
		    order_is(option->label.text) || order_is(option->text.text);
	dict_init(&tally->papers, arena);
	vote->tally = tally;
	return poll_rules(run, &vote->poll, &rule, tally);
}

/* How many ballots of a document rank anything, as its report says. */
static uint64_t
told_papers(const struct vote *vote, size_t document)
{
	uint64_t cast = poll_figure_told(&vote->poll, document, CAST),
		 others = poll_figure_told(&vote->poll, document, BLANK) +
	    poll_figure_told(&vote->poll, document, REJECTED);

	return cast > others ? cast - others : 0;
}

static bool
is_grouped(const struct node *list)
{
	return term_is(list->key, T_GROUPED_BALLOTS);
}

/* Whether a document lists its ballots, which are read again. */
static bool
has_lines(const struct vote *vote, size_t document)
{
	BIND_EACH(struct node *const, list, &vote->sheet->poll.ballot_nodes)
		if ((*list)->part == document && is_grouped(*list))
			return true;
	return false;
}

/* Takes from what reports counted the ballots that they list. */
static void
take_lines(struct vote *vote)
{
	size_t document = 0;

	BIND_EACH(struct node *const, list, &vote->sheet->poll.ballot_nodes) {
		if ((*list)->part == document || !is_grouped(*list))
			continue;
		document = (*list)->part;
		vote->poll.figures[CAST].count -= told_papers(vote, document);
	}
}

static const struct ballot_option *
option_of(struct vote *vote, const struct bind_text *name)
{
	const char *plain = md_plain(vote->poll.arena, name->text);
	const struct ballot_option *option =
	    ballot_find(vote->poll.names, plain);

	if (option == NULL)
		bind_fault(vote->poll.bind, name->pos, M_VOTE_UNKNOWN, plain);
	return option;
}

/* Adds a line of duels; what the option of one is compared with. */
static count_set
add_duels(struct vote *vote, const struct duel_row *row,
    const struct ballot_option *option, struct duels *duels)
{
	const struct ballot_option *other;
	count_set met = count_one(option->place);
	struct bind_text name;
	const char *plain;
	uint64_t votes;

	BIND_EACH(struct node *const, cell, &row->over) {
		name = (struct bind_text){ (*cell)->key, (*cell)->key_pos };
		plain = poll_plain(&vote->poll, *cell);
		other = option_of(vote, &name);
		if (other == NULL)
			continue;
		met |= count_one(other->place);
		if (other == option || bind_is_none(plain))
			continue;
		if (poll_figure_read(&vote->poll, plain, &votes) &&
		    votes <= MOST_PAPERS)
			duels->over[option->place][other->place] += votes;
		else
			bind_fault(vote->poll.bind, (*cell)->pos,
			    M_VOTE_NO_COUNT, plain);
	}
	return met;
}

/* The most papers that two options have between them. */
static uint64_t
most_papers(const struct duels *duels)
{
	uint64_t most = 0;

	for (size_t i = 0; i < duels->options; i++)
		for (size_t j = 0; j < i; j++)
			if (duels->over[i][j] + duels->over[j][i] > most)
				most = duels->over[i][j] + duels->over[j][i];
	return most;
}

/* The duels of a document; all of its options must be there. */
static void
add_matrix(struct vote *vote, size_t document, struct pos pos)
{
	struct duels duels = { .options = vote->tally->options };
	count_set all = count_all(duels.options), met = all, rows = 0;
	const struct ballot_option *option;

	BIND_EACH(const struct duel_row, row, &vote->sheet->duels) {
		if (row->document != document)
			continue;
		option = option_of(vote,
		    *row->label.text ? &row->label : &row->text);
		if (option == NULL)
			return;
		rows |= count_one(option->place);
		met &= add_duels(vote, row, option, &duels);
	}
	met &= rows;
	if (met != all)
		bind_fault(vote->poll.bind, pos, M_RANK_DUELS_SHORT,
		    rank_name(vote, count_first(all & ~met)));
	duels.papers = told_papers(vote, document);
	if (duels.papers < most_papers(&duels))
		duels.papers = most_papers(&duels);
	vote->tally->dropped = true;
	vote->tally->duels.papers += duels.papers;
	for (size_t i = 0; i < duels.options; i++)
		for (size_t j = 0; j < duels.options; j++)
			vote->tally->duels.over[i][j] += duels.over[i][j];
}

void
tally_again(struct vote *vote)
{
	size_t document = 0;
	struct pos pos = { NULL, 0, 0 };

	take_lines(vote);
	BIND_EACH(const struct duel_row, row, &vote->sheet->duels) {
		if (row->document == document || has_lines(vote, row->document))
			continue;
		document = row->document;
		pos = row->text.pos;
		add_matrix(vote, document, pos);
	}
	if (pos.file != NULL && vote->tally->listing)
		bind_fault(vote->poll.bind, pos, M_RANK_DUELS_ALONE,
		    term_name(rank_ways[vote->way],
			vote->poll.bind->doc->lang));
	if (vote->tally->duels.papers > MOST_PAPERS)
		bind_fault(vote->poll.bind, poll_place(&vote->poll),
		    M_RANK_TOO_MANY_BALLOTS,
		    poll_number(&vote->poll, MOST_PAPERS));
}

bool
tally_lists(const struct vote *vote)
{
	return !vote->tally->dropped &&
	    (vote->tally->listing || vote->tally->papers.count <= RANK_LISTED);
}

static int
compare_papers(const void *a, const void *b)
{
	const struct paper *one = a, *two = b;

	if (one->times != two->times)
		return one->times > two->times ? -1 : 1;
	return strcmp(one->order, two->order);
}

void
tally_list(struct vote *vote)
{
	const struct dict *papers = &vote->tally->papers;

	if (vote->tally->dropped)
		return;
	vote->paper_count = papers->count;
	vote->papers =
	    arena_array(vote->poll.arena, papers->count, sizeof(*vote->papers));
	for (size_t i = 0; i < papers->count; i++)
		vote->papers[i] = (struct paper){ papers->entries[i].key,
			*(const uint64_t *)papers->entries[i].value };
	if (papers->count > 1)
		qsort(vote->papers, papers->count, sizeof(*vote->papers),
		    compare_papers);
}

/* How many rank one option above another. */
static uint64_t
over(const struct vote *vote, size_t one, size_t other)
{
	return vote->tally->duels.over[one][other];
}

static void
render_papers(const struct vote *vote)
{
	struct report *report = method_of(vote)->report;

	report_section(report, T_GROUPED_BALLOTS);
	for (size_t i = 0; i < vote->paper_count; i++)
		report_item(report, "",
		    arena_format(vote->poll.arena, "%" PRIu64 " × %s",
			vote->papers[i].times,
			order_text(vote, vote->papers[i].order)));
}

void
tally_render(const struct vote *vote)
{
	if (vote->tally->options > 1 && !vote->tally->listing)
		result_render_square(vote, T_RANK_DUELS, over);
	if (tally_lists(vote) && vote->paper_count > 0)
		render_papers(vote);
}
