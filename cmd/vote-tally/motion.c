/*
 * motion: a vote for or against as minutes tell it, in a sentence or in lines:
 * "12 voix pour, 3 contre", "For: 12", "adopté par 12 voix contre 3".
 */
#include <inttypes.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "source/md.h"
#include "text/uni.h"
#include "value/digits.h"
#include "vote.h"

enum side { FOR, AGAINST, ABSTAINED, SIDES };

static const enum term sides[SIDES] = { T_MOTION_FOR, T_MOTION_AGAINST,
	T_MOTION_ABSTAINED };

/* A number of votes as a text has it, and what stands around it. */
struct counted {
	uint64_t count;
	bool unit; /* "12 voix" */
	bool spelled;
};

/* One motion, and the section that tells of it. */
struct motion {
	struct node *section;
	struct node *options; /* a LIST: "Pour : 12" each */
	bool known[SIDES];
	bool sure; /* it counts votes by name */
	enum lang lang;
};

/* A line that is read, and the same in small letters, place by place. */
struct line {
	struct arena *arena;
	const char *typed, *low;
	struct pos pos;
	struct motion said;
	bool whole; /* it says nothing but the vote */
	bool again; /* one side twice */
};

/* The length of a phrase that a text begins with, up to the end of a word. */
static size_t
phrase(enum term phrases, const char *text)
{
	size_t n = term_front(phrases, text);

	return n > 0 && uni_word(text + n) == 0 ? n : 0;
}

static size_t
side_at(const char *text, enum side *side)
{
	size_t n = 0;

	for (*side = FOR; *side < SIDES; ++*side)
		if ((n = phrase(sides[*side], text)) > 0)
			break;
	return n;
}

/* Moves past a number and what it counts. */
static bool
skip_figure(const char **text, struct counted *figure)
{
	struct digits digits;
	const char *at = *text;
	size_t n = phrase(T_MOTION_NONE, at);

	*figure = (struct counted){ .spelled = false };
	if (n > 0)
		at += n;
	else if (!digits_read_or_words(&at, &digits, &figure->spelled) ||
	    digits.value != digits.other || digits.value % 1000 != 0 ||
	    uni_word(at) > 0)
		return false;
	else
		figure->count = (uint64_t)digits.value / 1000;
	*text = uni_skip_blanks(at);
	while ((n = phrase(T_MOTION_UNITS, *text)) > 0) {
		figure->unit = true;
		*text = uni_skip_blanks(*text + n);
	}
	return true;
}

/* Whether nothing goes on here that would be what was counted, "pour 12 mois". */
static bool
is_over(const char *text)
{
	enum side side;

	return uni_word(text) == 0 || phrase(T_MOTION_JOINTS, text) > 0 ||
	    (*text >= '0' && *text <= '9') || side_at(text, &side) > 0;
}

static const char *
typed(const struct line *line, const char *from, const char *to)
{
	return uni_until(line->arena, line->typed + (from - line->low),
	    line->typed + (to - line->low));
}

/* Adds the votes of a side, and who is in brackets behind them. */
static void
add(struct line *line, enum side side, const char *name, uint64_t count,
    const char **end)
{
	const char *open = uni_skip_blanks(*end), *who = "";
	const char *close = *open == '(' ? strchr(open, ')') : NULL;

	if (close != NULL &&
	    open + strcspn(open, "0123456789") > close) {
		who = typed(line, open, close + 1);
		*end = close + 1;
	}
	term_find(name, (const enum term[]){ T_VOTE_FOR, T_VOTE_AGAINST }, 2,
	    &line->said.lang);
	line->again |= line->said.known[side];
	line->said.known[side] = true;
	name = arena_format(line->arena, "%s : %" PRIu64 " %s",
	    uni_capital(line->arena, name), count, who);
	node_append(line->said.options,
	    node_text(line->arena, md_text(line->arena, name), line->pos));
}

/* "Pour : 12", "Pour 12 voix". */
static bool
take_side_first(struct line *line, const char **at)
{
	enum side side;
	size_t n = side_at(*at, &side);
	const char *end = *at + n, *next = uni_skip_blanks(end);
	bool colon = *next == ':' || *next == '=';
	struct counted figure;

	next = uni_skip_blanks(next + colon);
	if (n == 0 || !skip_figure(&next, &figure) ||
	    (figure.spelled && !colon) || !is_over(next))
		return false;
	line->said.sure |= figure.unit;
	add(line, side, typed(line, *at, end), figure.count, &next);
	*at = next;
	return true;
}

/* "12 voix pour"; "12 voix contre 3" has both. */
static bool
take_figure_first(struct line *line, const char **at)
{
	const char *name = *at, *end, *behind;
	struct counted figure, other;
	enum side side, more;
	size_t n;

	if (!skip_figure(&name, &figure) || (n = side_at(name, &side)) == 0)
		return false;
	end = name + n;
	behind = uni_skip_blanks(end);
	if ((figure.spelled && !figure.unit && side != ABSTAINED) ||
	    (!figure.unit && !is_over(behind)))
		return false;
	line->said.sure |= figure.unit;
	name = typed(line, name, end);
	if (side == AGAINST && figure.unit && !line->said.known[FOR] &&
	    skip_figure(&behind, &other) && side_at(behind, &more) == 0) {
		add(line, FOR, "pour", figure.count, &end);
		figure.count = other.count;
		end = behind;
	}
	add(line, side, name, figure.count, &end);
	*at = end;
	return true;
}

/* What a line says of a motion: NULL where it says nothing, or one side twice:
 * it is of two. */
static struct line *
read_line(struct arena *arena, const char *text, struct pos pos)
{
	struct line *line = arena_alloc(arena, sizeof(*line));
	const char *at = uni_lower(arena, text);
	size_t n;

	*line = (struct line){ arena, text, at, pos,
		.said.options = node_new(arena, NODE_LIST, pos),
		.whole = true };
	if (strlen(at) != strlen(text))
		return NULL;
	while (*at != '\0') {
		if (take_side_first(line, &at) || take_figure_first(line, &at))
			continue;
		n = uni_word(at);
		if (n > 0)
			line->whole &= term_lists(T_MOTION_DRESS,
			    arena_copy(arena, at, n));
		at += n > 0 ? n : 1;
	}
	return line->again || line->said.options->count == 0 ? NULL : line;
}

/* The same of an item, or of a pair. */
static struct line *
read_child(struct arena *arena, const struct node *child)
{
	return child->level > 0 || child->table > 0 || child->first != NULL
	    ? NULL
	    : read_line(arena,
		  *child->key == '\0' ? md_plain(arena, child->text)
				      : arena_format(arena, "%s : %s",
					    child->key,
					    md_plain(arena, child->text)),
		  *child->key == '\0' ? child->pos : child->key_pos);
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
join(struct motions *motions, struct node *section, const struct line *line)
{
	struct motion *last = motions->list.count == 0
	    ? NULL
	    : bind_nth(&motions->list, sizeof(*last), motions->list.count - 1);
	bool again = last == NULL || last->section != section;
	struct node *option;

	if (line == NULL)
		return;
	for (enum side side = FOR; side < SIDES; side++)
		again |= last != NULL && last->known[side] &&
		    line->said.known[side];
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
	while ((option = node_take(line->said.options)) != NULL)
		node_append(last->options, option);
}

static void
find_motions(struct motions *motions, struct node *section)
{
	struct arena *arena = motions->arena;
	struct node *lines;

	NODE_EACH(const struct node, child, section)
		join(motions, section, read_child(arena, child));
	MD_EACH(const struct md_block, block, section) {
		lines = md_use(block) == MD_BESIDE || md_use(block) == MD_TEXT
		    ? md_block_lines(arena, block)
		    : NULL;
		if (lines != NULL)
			NODE_EACH(const struct node, line, lines)
				join(motions, section, read_child(arena, line));
	}
	NODE_EACH(struct node, child, section)
		if (child->level > 0)
			find_motions(motions, child);
}

/* Whether an item says nothing but the vote, or how many people there were. */
static bool
is_said(struct arena *arena, const struct node *item, struct node **pair)
{
	const struct line *line = read_child(arena, item);

	*pair = line == NULL ? station_pair(arena, item) : NULL;
	return *pair != NULL || (line != NULL && line->whole);
}

/* Whether all of a block says so: the lines of a paragraph, whose people are put
 * into a list, or the items of one. */
static bool
all_said(struct arena *arena, const struct node *section,
    const struct md_block *block, struct node *people)
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
			node_append(people, pair);
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
	struct node *people = node_new(arena, NODE_LIST, section->pos);
	struct node children;

	MD_EACH(struct md_block, block, section)
		if (all_said(arena, section, block, people))
			md_take(block, true);
	children = node_emptied(section);
	while ((child = node_take(&children)) != NULL)
		if (!is_said(arena, child, &pair) || !goes(section, child))
			node_append(section, child);
		else if (pair != NULL)
			node_append(section, pair);
	while ((pair = node_take(people)) != NULL)
		node_append(section, pair);
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
