/*
 * station: tables of votes that stand below a heading which says nothing to the
 * tool: the only one is the vote; those of polling stations add up; of others,
 * rounds or resolutions, nobody knows.  Lines of counts, one a station, add up too.
 */
#include <string.h>

#include "item.h"
#include "motion.h"
#include "text/uni.h"
#include "value/digits.h"

/* Whether a section that means nothing else has a table of votes right below; or one
 * of a place a list of counts. */
static bool
has_table(const struct node *section)
{
	const struct node *row = section->first;
	bool votes = false, others = false;
	enum term column;

	if (section->level > 0 && row != NULL && row->table == 0)
		return station_tells(section->key) && claim_counts(section);
	if (section->level == 0 || row == NULL ||
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

	if (term_is_any(section->key, T_COUNTS, T_BALLOTS) ||
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

/* Whether a section of the document says what may be voted for. */
static bool
has_options(const struct node *section)
{
	NODE_EACH(const struct node, child, section)
		if (child->level > 0 && has_options(child))
			return true;
	return term_is(section->key, T_OPTIONS);
}

/* Lines that count, one a place. */
struct lines {
	struct bind *bind;
	struct node *counts; /* a LIST of pairs */
	struct node *others; /* a LIST: what they say of people, and what begins
				as they do, but counts nothing */
	struct buf unsure;   /* the places that may be rounds or resolutions */
	struct dict met;     /* the options */
	bool again;          /* some place counts an option that another did */
};

/* Adds what a line counts for a place. */
static void
add_place(struct lines *lines, struct node *place)
{
	struct dict_entry *entry;
	struct node *pair;

	if (!station_tells(place->key))
		buf_join(&lines->unsure, ", ", place->key);
	while ((pair = node_take(place)) != NULL) {
		entry = dict_enter(&lines->met,
		    uni_fold(lines->met.arena, pair->key));
		lines->again |= entry->value != NULL;
		entry->value = lines;
		node_append(lines->counts, pair);
	}
}

/* Adds the lines of a section, and of those in it. */
static void
add_lines(struct lines *lines, const struct node *section)
{
	struct node *all = motion_lines(lines->met.arena, section), *other;

	NODE_EACH(const struct node, line, all) {
		other = count_place(lines->met.arena, line);
		if (other != NULL && other->first != NULL) {
			add_place(lines, other);
			continue;
		}
		if (other == NULL)
			other = station_pair(lines->met.arena, line);
		if (other != NULL)
			node_append(lines->others, other);
	}
	NODE_EACH(const struct node, child, section)
		if (child->level > 0 || child->blocks != NULL)
			add_lines(lines, child);
}

/* Puts what the lines come to, and what they say of people, at the top; what does
 * not count among them is a fault. */
static void
put_lines(struct lines *lines, struct node *root, enum term key)
{
	struct node *counts = lines->counts, *other;

	if (lines->unsure.length > 0)
		bind_fault(lines->bind, counts->first->key_pos, M_VOTE_SEVERAL,
		    buf_take(&lines->unsure, lines->met.arena));
	while ((other = node_take(lines->others)) != NULL)
		if (!station_tells(other->key))
			node_append(root, other);
		else if (strpbrk(other->text, "0123456789") != NULL)
			bind_fault(lines->bind, other->pos, M_VOTE_NO_COUNT,
			    other->text);
	counts->key = term_name(key, LANG_EN);
	counts->pos = counts->key_pos = counts->first->pos;
	counts->level = 2;
	node_append(root, counts);
}

/* "Table 1 : A 5, B 3", a line for each place: they pass as they were typed, and
 * what they count is put beside them.  False where there are none. */
static bool
read_lines(struct bind *bind, struct node *root, enum term key)
{
	struct arena *arena = bind->doc->arena;
	struct lines lines = { .bind = bind,
		.counts = node_new(arena, NODE_LIST, root->pos),
		.others = node_new(arena, NODE_LIST, root->pos),
		.unsure = BUF_INIT,
		.met = { .arena = arena } };

	add_lines(&lines, root);
	if (lines.again)
		put_lines(&lines, root, key);
	buf_free(&lines.unsure);
	return lines.again;
}

struct node *
station_pair(struct arena *arena, const struct node *line)
{
	struct node *pair = bind_pair_of(arena, line);

	return pair != NULL &&
		term_is_any(pair->key, T_ELECTORATE, T_PARTICIPANTS, T_VOTERS,
		    T_PROXIES, T_QUORUM, T_WINNERS, T_DOTS, T_THRESHOLD,
		    T_BLANKS, T_SPOILED, T_BLANK_OR_SPOILED, T_BALLOTS_CAST,
		    T_EXPRESSED)
	    ? pair
	    : NULL;
}

/* Puts what a section says of people and rules in lines beside the table, "Inscrits :
 * 120", where pairs of it stand; a paragraph that says nothing else is taken. */
static void
put_pairs(struct arena *arena, struct node *section)
{
	struct node *lines, *pairs, *pair;
	bool all;

	MD_EACH(struct md_block, block, section) {
		pairs = node_new(arena, NODE_LIST, section->pos);
		lines = md_use(block) == MD_BESIDE
		    ? md_block_lines(arena, block)
		    : NULL;
		if (lines == NULL)
			continue;
		NODE_EACH(const struct node, line, lines) {
			pair = station_pair(arena, line);
			if (pair != NULL)
				node_append(pairs, pair);
		}
		all = pairs->count == lines->count;
		md_take(block, all);
		while (all && (pair = node_take(pairs)) != NULL)
			node_append(section, pair);
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
		if (child->level > 0) {
			node_append(section, child);
			continue;
		}
		md_take_at(section->blocks, child->pos);
		node_append(options, child);
	}
}

/* Faults headings that count under one key, "Votes", "Votes : second tour": nobody
 * knows whether they add up. */
static void
check_glossed(struct bind *bind, const struct node *root)
{
	const struct node *first = NULL;

	NODE_EACH(const struct node, section, root) {
		if (section->level == 0 || has_table(section) ||
		    station_is(section->key) || !claim_options(section))
			continue;
		if (first != NULL && !term_same(first->key, section->key))
			bind_fault(bind, section->key_pos, M_VOTE_SEVERAL,
			    arena_format(bind->doc->arena, "%s, %s", first->key,
				section->key));
		first = first == NULL ? section : first;
	}
}

/* The tables of stations as options; of what else they are nobody knows.  False
 * where there are none. */
static bool
read_tables(struct bind *bind, struct node *root)
{
	struct buf names = BUF_INIT;
	size_t count = 0, stations = 0;
	struct pos pos = root->pos;

	NODE_EACH(const struct node, section, root) {
		if (!has_table(section))
			continue;
		pos = section->key_pos;
		stations += station_tells(section->key);
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
	return count > 0;
}

/* The number of voters that a sentence tells, "Il y avait 14 votants", "14 people
 * voted", as a pair; NULL: none. */
static struct node *
voters_said(struct arena *arena, const struct node *line)
{
	enum { MOST_WORDS = 3 };
	const char *at = line->text, *end;
	struct digits digits;
	struct node *pair;

	while (*(at += strcspn(at, "0123456789")) != '\0') {
		pair = node_text(arena, at, line->pos);
		if (!digits_read(&at, &digits) || *at != ' ')
			continue;
		pair->text = arena_until(arena, pair->text, at);
		end = ++at;
		for (size_t words = 0; words < MOST_WORDS; words++) {
			end += strspn(end, " ");
			end += strcspn(end, " ,.;:(");
			pair->key = arena_until(arena, at, end);
			if (term_is(pair->key, T_VOTERS))
				return pair;
		}
	}
	return NULL;
}

/* Puts that at the top of a document that says nowhere else how many there were. */
static void
put_voters(struct arena *arena, struct node *root, const struct node *section)
{
	struct node *lines = md_section_lines(arena, section,
			1U << MD_BESIDE | 1U << MD_TEXT),
		    *voters = NULL;

	NODE_EACH(const struct node, child, root) {
		if (term_is_any(child->key, T_VOTERS, T_PARTICIPANTS))
			return;
		NODE_EACH(const struct node, part, child)
			if (term_is(part->key, T_PARTICIPATION))
				return; /* a report */
	}
	NODE_EACH(const struct node, line, lines)
		if (voters == NULL)
			voters = voters_said(arena, line);
	if (voters != NULL)
		node_append(root, voters);
	NODE_EACH(const struct node, child, root)
		if (section == root && child->level == 1)
			put_voters(arena, root, child);
}

void
station_arrange(struct method *method, const struct doc_part *part)
{
	struct bind *bind = method->bind;
	struct node *root = part->root;
	bool options = has_options(root), told = is_told(root, false);

	check_glossed(bind, root);
	if (part->markdown)
		put_voters(bind->doc->arena, root, root);
	if (!told && read_lines(bind, root, options ? T_COUNTS : T_OPTIONS))
		return;
	if (told || options)
		station_leave_grids(bind, root);
	else if (station_read_grid(bind, root))
		return;
	if (!options && !is_told(root, true) && !read_tables(bind, root) &&
	    !(part->markdown && claim_head(bind, root)))
		motion_arrange(bind, root);
}
