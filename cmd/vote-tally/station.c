/*
 * station: tables of votes that stand below a heading which says nothing to the
 * tool: the only one is the vote; those of polling stations add up; of others,
 * rounds or resolutions, nobody knows.
 */
#include "text/uni.h"
#include "vote.h"

/* Whether a section that means nothing else has a table of votes right below. */
static bool
has_table(const struct node *section)
{
	const struct node *row = section->first;
	bool votes = false, others = false;
	enum term column;

	if (section->level == 0 || row == NULL || row->table == 0 ||
	    term_find_key(section->key) != T_NONE ||
	    term_find_subject(section->key) != T_NONE)
		return false;
	NODE_EACH(const struct node, cell, row) {
		column = count_column(cell);
		votes |= column == T_VOTES || column == T_MARKS;
		others |= *cell->key != '\0' && column == T_NONE;
		if (term_is(cell->key, T_VOTER))
			return false;
	}
	return votes && others;
}

/* Whether a section of the document says itself what is voted for, or how; with
 * its results or without. */
static bool
is_told(const struct node *section, bool results)
{
	enum term subject = term_find_subject(section->key);

	if (term_is_any(section->key, T_OPTIONS, T_COUNTS, T_BALLOTS) ||
	    (section->first != NULL &&
		(term_is(section->key, T_QUESTIONS) ||
		    (results && term_is(section->key, T_RESULTS)))) ||
	    (subject != T_NONE && subject != T_VOTE))
		return true;
	NODE_EACH(const struct node, child, section)
		if (child->level > 0 &&
		    is_told(child, results || subject == T_VOTE))
			return true;
	return false;
}

struct node *
station_pair(struct arena *arena, const struct node *line)
{
	struct node *pair = bind_pair_of(arena, line);

	return pair != NULL &&
		term_is_any(pair->key, T_ELECTORATE, T_PARTICIPANTS, T_VOTERS,
		    T_PROXIES, T_QUORUM, T_WINNERS, T_DOTS, T_THRESHOLD)
	    ? pair
	    : NULL;
}

/* Puts what a section says of people and rules in lines beside the table, "Inscrits :
 * 120", where pairs of it stand; a paragraph that says nothing else is taken. */
static void
put_pairs(struct arena *arena, struct node *section)
{
	struct node *lines, *pair;
	bool all;

	MD_EACH(struct md_block, block, section) {
		lines = md_use(block) == MD_BESIDE
		    ? md_block_lines(arena, block)
		    : NULL;
		all = lines != NULL;
		if (!all)
			continue;
		NODE_EACH(const struct node, line, lines) {
			pair = station_pair(arena, line);
			if (pair != NULL)
				node_append(section, pair);
			all &= pair != NULL;
		}
		md_take(block, all);
	}
}

/* Puts the rows of a section's table below, as its options. */
static void
put_options(struct arena *arena, struct node *section)
{
	struct node children = node_emptied(section), *child;
	struct node *options = node_new(arena, NODE_LIST, section->pos);

	options->key = term_name(T_OPTIONS, LANG_EN);
	options->level = section->level + 1;
	options->key_pos = section->key_pos;
	put_pairs(arena, section);
	node_append(section, options);
	while ((child = node_take(&children)) != NULL) {
		if (child->table == 0) {
			node_append(section, child);
			continue;
		}
		md_take_at(section->blocks, child->pos);
		node_append(options, child);
	}
}

void
station_arrange(struct method *method, const struct doc_part *part)
{
	struct bind *bind = method->bind;
	struct node *root = part->root;
	struct buf names = BUF_INIT;
	size_t count = 0, stations = 0;
	struct pos pos = root->pos;

	if (is_told(root, false))
		station_leave_grids(bind, root);
	else if (station_read_grid(bind, root))
		return;
	NODE_EACH(const struct node, section, root) {
		if (is_told(section, true))
			return;
		if (!has_table(section))
			continue;
		pos = section->key_pos;
		stations += station_is(section->key);
		count++;
		buf_join(&names, ", ", section->key);
	}
	if (count > 1 && stations < count)
		bind_fault(bind, pos, M_VOTE_SEVERAL,
		    buf_take(&names, bind->doc->arena));
	buf_free(&names);
	NODE_EACH(struct node, section, root)
		if (has_table(section))
			put_options(bind->doc->arena, section);
	if (count == 0)
		motion_arrange(bind, root);
}
