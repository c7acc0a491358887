/*
 * motion: a vote for or against that the sections of a document tell of.
 */
#include "motion.h"

#include "text/uni.h"

/* What an item, or a pair, says of a motion. */
static struct motion_line *
read_child(struct arena *arena, const struct node *child)
{
	const char *text = md_plain(arena, child->text);

	if (child->level > 0 || child->table > 0 || child->first != NULL)
		return NULL;
	return *child->key == '\0'
	    ? motion_read(arena, text, child->pos)
	    : motion_read(arena,
		  arena_format(arena, "%s : %s", child->key, text),
		  child->key_pos);
}

struct node *
motion_lines(struct arena *arena, const struct node *section)
{
	struct node *all = node_new(arena, NODE_LIST, section->pos);
	struct node *lines = md_section_lines(arena, section,
			1U << MD_BESIDE | 1U << MD_TEXT),
		    *line;

	NODE_EACH(const struct node, child, section)
		node_append(all, node_again(arena, child));
	while ((line = node_take(lines)) != NULL)
		node_append(all, line);
	return all;
}

/* The motions of a document. */
struct motions {
	struct arena *arena;
	struct bind *bind;
	struct bind_list list; /* struct motion */
};

/* Whether enough is said for a vote: two sides, or one by its votes. */
static bool
is_motion(const struct motion *motion)
{
	return (motion->known[FOR] &&
		   (motion->sure || motion->known[AGAINST] ||
		       motion->known[ABSTAINED])) ||
	    (motion->known[AGAINST] && motion->sure);
}

/* Adds what a line says to the motion that its section tells of, or to another
 * where it says a side again. */
static void
join(struct motions *motions, struct node *section,
    const struct motion_line *line)
{
	struct motion *last = motions->list.count == 0
	    ? NULL
	    : bind_nth(&motions->list, sizeof(*last), motions->list.count - 1);
	bool again = last == NULL || last->section != section;
	struct node *option;

	if (line == NULL)
		return;
	for (enum side side = FOR; side < SIDES; side++)
		again |=
		    last != NULL && last->known[side] && line->said.known[side];
	if (again) {
		bind_add(motions->bind, &motions->list, line->said);
		last = bind_nth(&motions->list, sizeof(*last),
		    motions->list.count - 1);
		last->section = section;
		return;
	}
	for (enum side side = FOR; side < SIDES; side++)
		last->known[side] |= line->said.known[side];
	last->sure |= line->said.sure;
	last->sum = line->said.sum != NULL ? line->said.sum : last->sum;
	while ((option = node_take(line->said.options)) != NULL)
		node_append(last->options, option);
	while ((option = node_take(line->said.people)) != NULL)
		node_append(last->people, option);
}

static void
find_motions(struct motions *motions, struct node *section)
{
	const struct node *lines = motion_lines(motions->arena, section);

	NODE_EACH(const struct node, line, lines)
		join(motions, section, read_child(motions->arena, line));
	NODE_EACH(struct node, child, section)
		if (child->level > 0)
			find_motions(motions, child);
}

/* Whether an item says nothing but the vote, or how many people there were. */
static bool
is_said(struct arena *arena, const struct node *item, struct node **pair)
{
	const struct motion_line *line = read_child(arena, item);

	*pair = line == NULL ? station_pair(arena, item) : NULL;
	return *pair != NULL || (line != NULL && line->whole);
}

/* Whether all of a block says so: the lines of a paragraph, whose people are put
 * into a list, or the items of one. */
static bool
all_said(struct arena *arena, const struct node *section,
    const struct md_block *block, struct node *there)
{
	bool items = md_use(block) == MD_ITEMS, all = true;
	struct node *lines = items ? NULL : md_block_lines(arena, block), *pair;

	if (md_use(block) == MD_PAIRS || (!items && lines == NULL))
		return false;
	NODE_EACH(const struct node, item, items ? section : lines) {
		if (items && !md_holds(block, item->pos))
			continue;
		all &= is_said(arena, item, &pair);
		if (pair != NULL && !items)
			node_append(there, pair);
	}
	return all;
}

/* Whether a child of a section goes with what was taken of it. */
static bool
goes(const struct node *section, const struct node *child)
{
	MD_EACH(const struct md_block, block, section)
		if (md_holds(block, child->pos))
			return md_use(block) == MD_TAKEN ||
			    md_use(block) == MD_PAIRS;
	return true;
}

/* Takes what tells of a motion out of its section, where a block tells of nothing
 * else, with the people that were there; puts the options below. */
static void
take(struct arena *arena, const struct motion *motion)
{
	struct node *section = motion->section, *child, *pair;
	struct node *there = node_new(arena, NODE_LIST, section->pos);
	struct node children;

	MD_EACH(struct md_block, block, section)
		if (all_said(arena, section, block, there))
			md_take(block, true);
	children = node_emptied(section);
	while ((child = node_take(&children)) != NULL)
		if (!is_said(arena, child, &pair) || !goes(section, child))
			node_append(section, child);
		else if (pair != NULL)
			node_append(section, pair);
	while ((pair = node_take(there)) != NULL)
		node_append(section, pair);
	while ((pair = node_take(motion->people)) != NULL)
		node_append(section, pair);
	if (motion->sum != NULL)
		node_append(motion->options, motion->sum);
	node_append(section, motion->options);
}

/* The motions that a document tells of, by the headings that they stand under. */
static const char *
names_of(const struct motions *motions)
{
	struct buf names = BUF_INIT;
	const char *text;

	BIND_EACH(const struct motion, motion, &motions->list) {
		text = motion->section->key;
		if (*text == '\0')
			text = motion->options->first->text;
		buf_join(&names, " ; ", md_plain(motions->arena, text));
	}
	return buf_take(&names, motions->arena);
}

/* Keeps what is a motion, of all that was found. */
static void
keep(struct motions *motions)
{
	struct bind_list kept = { .count = 0 };

	BIND_EACH(const struct motion, motion, &motions->list)
		if (is_motion(motion))
			bind_add(motions->bind, &kept, *motion);
	motions->list = kept;
}

void
motion_arrange(struct bind *bind, struct node *root)
{
	struct motions motions = { bind->doc->arena, bind, { .count = 0 } };
	const struct motion *first;

	find_motions(&motions, root);
	keep(&motions);
	if (motions.list.count == 0)
		return;
	first = motions.list.at;
	if (motions.list.count > 1)
		bind_fault(bind, first[1].options->pos, M_VOTE_MOTIONS,
		    names_of(&motions));
	first->options->key = term_name(T_OPTIONS, LANG_EN);
	first->options->level = first->section->level + 1;
	first->options->key_pos = first->options->pos;
	bind->votes[first->lang]++;
	take(motions.arena, first);
}

/* The first line that tells how a vote ended, and not by how many; or NULL. */
static const struct node *
find_outcome(struct arena *arena, const struct node *section)
{
	const struct node *lines = motion_lines(arena, section), *found;
	const char *text;
	size_t n;

	NODE_EACH(const struct node, line, lines) {
		text = uni_lower(arena, md_plain(arena, line->text));
		if (line->level == 0 && line->table == 0 &&
		    term_phrase(T_MOTION_OUTCOME, text, &n) != NULL)
			return line;
	}
	NODE_EACH(const struct node, child, section)
		if (child->level > 0 &&
		    (found = find_outcome(arena, child)) != NULL)
			return found;
	return NULL;
}

bool
motion_find_outcome(const struct vote *vote)
{
	const struct doc *doc = vote->poll.bind->doc;
	const struct node *line = NULL;

	for (size_t i = 0; i < doc->part_count && line == NULL; i++)
		line = find_outcome(doc->arena, doc->parts[i].root);
	if (line != NULL)
		bind_fault(vote->poll.bind, line->pos, M_VOTE_OUTCOME,
		    md_plain(doc->arena, line->text));
	return line != NULL;
}

bool
motion_is(const struct vote *vote)
{
	struct arena *arena = vote->poll.arena;

	BIND_EACH(const struct option, option, &vote->poll.options)
		if (!motion_is_side(arena, md_plain(arena, option->text.text)))
			return false;
	return vote->poll.options.count > 0;
}
