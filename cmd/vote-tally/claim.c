/*
 * claim: lists and tables that count options, though no key says so.
 */
#include "item.h"

/* What an item counts, if it ends with a count: a figure of participation, or
 * an option, which is known where any are. */
enum counted { COUNTS_NOTHING, COUNTS_FIGURE, COUNTS_OPTION };

static enum counted
counted_by(const struct vote *vote, const struct node *item)
{
	enum lang words = vote->poll.bind->words;
	const char *text = md_text(vote->poll.arena, item->text);
	struct tail tail = tail_cut(vote->poll.arena, words, text);

	if (*item->key != '\0')
		tail =
		    (struct tail){ tail_value(md_plain(vote->poll.arena, text),
				       words, &tail.count),
			    .text = item->key };
	if (item->level > 0 || item->table > 0 ||
	    ((tail.shape == TAIL_NONE || tail.shape == TAIL_BARE) &&
		!tail.about))
		return COUNTS_NOTHING;
	if (tail.about ||
	    poll_figure_of(md_plain(vote->poll.arena, tail.text)) != FIGURES)
		return COUNTS_FIGURE;
	return vote->poll.options.count == 0 ||
		poll_option_find(&vote->poll, tail.text) != NULL
	    ? COUNTS_OPTION
	    : COUNTS_NOTHING;
}

/* Whether every item of a list counts, and every count in a line; options: some
 * of them one. */
static bool
all_count(const struct vote *vote, const struct node *list, bool *options)
{
	const struct node *item = list->first, *parts, *place;
	enum counted counted;

	for (; item != NULL; item = item->next) {
		parts = count_parts(vote->poll.arena, item);
		place = count_place(vote->poll.arena, item);
		if ((place != NULL && place->first != NULL) ||
		    (parts != NULL && !all_count(vote, parts, options)))
			return false;
		counted =
		    parts == NULL ? counted_by(vote, item) : COUNTS_FIGURE;
		if (counted == COUNTS_NOTHING)
			return false;
		*options |= counted == COUNTS_OPTION;
	}
	return true;
}

/* The same of a section, some of which is an option; its lines count where it
 * holds no list. */
static bool
section_counts(const struct vote *vote, const struct node *section)
{
	const struct md_block *block = section->blocks;
	const struct node *lines;
	bool options = false;

	if (section->first != NULL || block == NULL)
		return all_count(vote, section, &options) && options;
	for (; block != NULL; block = md_next(block)) {
		lines = md_use(block) == MD_TEXT
		    ? md_block_lines(vote->poll.arena, block)
		    : NULL;
		if (lines == NULL || !all_count(vote, lines, &options))
			return false;
	}
	return options;
}

void
claim_find_passing(const struct vote *vote)
{
	const struct bind *bind = vote->poll.bind;
	const struct bind_list *lists[] = { &bind->before, &bind->after,
		&bind->kept };

	for (size_t i = 0; i < 3; i++)
		BIND_EACH(struct node *const, section, lists[i])
			if (section_counts(vote, *section))
				bind_finding(bind, (*section)->key_pos,
				    M_VOTE_PASSES, (*section)->key);
}

bool
claim_options(const struct node *section)
{
	static const enum term headings[] = { T_RESULTS, T_VOTES, T_MARKS };
	static const enum term people[] = { T_VOTER };
	const struct node *row = section->first;
	size_t counts = 0, others = 0, figures = 0;
	struct bind bind = { .words = LANG_NONE };
	struct vote none = { .poll = { .arena = arena_new(), .bind = &bind } };
	bool headed = *section->key != '\0', votes = false, voters = false;
	enum term column;
	bool results = headed &&
	    (term_read(section->key, TERM_GLOSSED, headings, 3, NULL) !=
		    T_NONE ||
		term_find_subject(section->key) == T_VOTE);

	if (results || (!headed && (row == NULL || row->table == 0)))
		counts = others = section_counts(&none, section);
	counts += !headed && section->blocks != NULL &&
	    station_claims(none.poll.arena, section);
	arena_free(none.poll.arena);
	if (counts > 0 || row == NULL || row->table == 0 ||
	    (headed && !results))
		return counts > 0;
	NODE_EACH(const struct node, cell, row) {
		column = *cell->key != '\0' ? count_column(cell) : T_NONE;
		counts += column != T_NONE;
		votes |= column == T_VOTES || column == T_MARKS;
		others += *cell->key != '\0' && column == T_NONE;
		figures += column == T_NONE && *cell->text >= '0' &&
		    *cell->text <= '9';
		voters |= term_find(cell->key, people, 1, NULL) != T_NONE;
	}
	/* beside people a total is of what each of them gave, beside several
	 * counts it is of these */
	return counts > 0 && others > 0 && (votes || (!voters && figures < 2));
}
