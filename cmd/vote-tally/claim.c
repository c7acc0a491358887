/*
 * claim: lists and tables that count options, though no key says so.
 */
#include <string.h>

#include "item.h"

/* What an item counts, if it ends with a count: a figure of participation, or
 * an option, which is known where any are. */
enum counted { COUNTS_NOTHING, COUNTS_FIGURE, COUNTS_OPTION };

static enum counted
counted_by(const struct vote *vote, const struct node *item)
{
	enum lang words = vote->poll.bind->words;
	const char *text = md_text(vote->poll.arena,
	    *item->key != '\0' ? arena_format(vote->poll.arena, "%s: %s",
				     item->key, item->text)
			       : item->text);
	struct tail tail = tail_cut(vote->poll.arena, words, text);

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

/* Whether a line or a pair counts a side of a motion, "Pour : 12". */
static bool
is_side(const struct vote *vote, const struct node *line)
{
	const char *name = *line->key != '\0'
	    ? line->key
	    : tail_cut(vote->poll.arena, LANG_NONE, line->text).text;

	return term_is_any(name, T_VOTE_FOR, T_VOTE_AGAINST);
}

/* Adds the lines of a paragraph, which passes, to a list, where all of them count behind the one that
 * introduces them, "Ont obtenu :"; how many count an option. */
static size_t
add_lines(const struct vote *vote, const struct md_block *block,
    struct node *list)
{
	struct node *lines = md_use(block) == MD_BESIDE
	    ? md_block_lines(vote->poll.arena, block)
	    : NULL;
	struct node *line = lines != NULL ? lines->first : NULL;
	size_t options = 0;
	enum counted counted;

	if (line == NULL || line->text[strlen(line->text) - 1] != ':')
		return 0;
	node_take(lines);
	NODE_EACH(const struct node, each, lines) {
		counted = counted_by(vote, each);
		if (counted == COUNTS_NOTHING || is_side(vote, each))
			return 0;
		options += counted == COUNTS_OPTION;
	}
	while (options > 1 && (line = node_take(lines)) != NULL)
		node_append(list, line);
	return options > 1 ? options : 0;
}

/* Whether a pair under a title counts an option, "Alba : 40". */
static bool
is_option(const struct vote *vote, const struct node *pair)
{
	return pair->level == 0 && *pair->key != '\0' &&
	    bind_find(vote->poll.bind, vote->poll.bind->tool->rows,
		pair->key) == NULL &&
	    term_find_key(pair->key) == T_NONE &&
	    counted_by(vote, pair) == COUNTS_OPTION;
}

bool
claim_head(struct bind *bind, struct node *root)
{
	const struct vote vote = { .poll = { .arena = bind->doc->arena,
				       .bind = bind } };
	struct node *list = node_new(bind->doc->arena, NODE_LIST, root->pos);
	struct node all, *child;
	size_t pairs = 0, lines = 0;

	NODE_EACH(const struct node, each, root) {
		if (each->level > 0
			? claim_options(each)
			: *each->key == '\0' || is_side(&vote, each))
			return false;
		pairs += is_option(&vote, each);
	}
	if (pairs != 1)
		MD_EACH(const struct md_block, block, root)
			lines += add_lines(&vote, block, list);
	if (pairs < 2 && lines == 0)
		return false;
	all = node_emptied(root);
	while ((child = node_take(&all)) != NULL)
		node_append(is_option(&vote, child) ? list : root, child);
	list->pos = list->key_pos = list->first->pos;
	list->key = term_name(T_OPTIONS, LANG_EN);
	list->level = 2;
	node_append(root, list);
	return true;
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
claim_counts(const struct node *section)
{
	struct bind bind = { .words = LANG_NONE };
	struct vote none = { .poll = { .arena = arena_new(), .bind = &bind } };
	bool counts = section_counts(&none, section);

	arena_free(none.poll.arena);
	return counts;
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
