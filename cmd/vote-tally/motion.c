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

/* Those who were there, which are no votes. */
static const enum term people[] = { T_ELECTORATE, T_PARTICIPANTS, T_VOTERS,
	T_PROXIES };

/* A number of votes as a text has it, and what stands around it. */
struct counted {
	uint64_t count;
	bool unit; /* "12 voix" */
	bool spelled;
};

/* One motion, and the section that tells of it. */
struct motion {
	struct node *section;
	struct node *options; /* a LIST: "Pour : 12" each, and other figures */
	struct node *people;  /* a LIST of pairs */
	struct node *sum;     /* of the votes, or NULL */
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
	    phrase(T_MOTION_FIGURES, text) > 0 ||
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
	size_t colon = uni_mark(next, (const char *const[]){ ":", "=", "– ",
					  "— ", "- " }, 5);
	struct counted figure;

	next = uni_skip_blanks(next + colon);
	if (n == 0 || !skip_figure(&next, &figure) ||
	    (figure.spelled && colon == 0) || !is_over(next))
		return false;
	line->said.sure |= figure.unit;
	add(line, side, typed(line, *at, end), figure.count, &next);
	*at = next;
	return true;
}

/* Whether a side stands here that the number before it is of, "25 pour, 4 contre". */
static bool
ends_figure(const char *text)
{
	enum side side;
	size_t n = side_at(text, &side);

	text = uni_skip_blanks(text + n);
	return n > 0 && strchr(":=0123456789", *text) == NULL;
}

/* "Votants : 15", "blancs : 2", among the votes. */
static bool
take_people(struct line *line, const char **at)
{
	size_t n = phrase(T_MOTION_FIGURES, *at);
	const char *next = uni_skip_blanks(*at + n), *name;
	struct counted figure;
	struct node *node;

	if (n == 0 || (*next != ':' && *next != '='))
		return false;
	next = uni_skip_blanks(next + 1);
	if (!skip_figure(&next, &figure) || !is_over(next) ||
	    ends_figure(next))
		return false;
	name = uni_capital(line->arena, typed(line, *at, *at + n));
	node = node_text(line->arena,
	    arena_format(line->arena, "%" PRIu64, figure.count), line->pos);
	node->key = name;
	node->key_pos = line->pos;
	if (term_is(name, T_EXPRESSED))
		line->said.sum = node;
	else if (term_find(name, people, 4, NULL) != T_NONE)
		node_append(line->said.people, node);
	else
		node_append(line->said.options, node);
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
	if (*behind == ':' || *behind == '=' ||
	    (figure.spelled && !figure.unit && side != ABSTAINED) ||
	    (!figure.unit && !is_over(behind)))
		return false;
	line->said.sure |= figure.unit;
	name = typed(line, name, end);
	if (side == AGAINST && figure.unit && !line->said.known[FOR] &&
	    skip_figure(&behind, &other) && side_at(behind, &more) == 0) {
		add(line, FOR,
		    term_name(T_VOTE_FOR,
			*name == 'a' || *name == 'A' ? LANG_EN : LANG_FR),
		    figure.count, &end);
		figure.count = other.count;
		end = behind;
	}
	add(line, side, name, figure.count, &end);
	*at = end;
	return true;
}

static bool
says_side(const struct line *line)
{
	return line->said.known[FOR] || line->said.known[AGAINST] ||
	    line->said.known[ABSTAINED];
}

/* "À l'unanimité des 17 votants", "unanimously (9 votes)": the only number of voters
 * that a line has, which says that all were for it. */
static void
take_unanimous(struct line *line)
{
	const char *at = line->low, *end = at;
	struct counted figure, all = { .count = 0 };
	const char *word;
	size_t n, found = 0;

	word = term_phrase(T_MOTION_UNANIMOUS, at, &n);
	line->said.sure |= word != NULL;
	if (word == NULL || says_side(line))
		return;
	word = arena_copy(line->arena, word, n);
	for (; *at != '\0'; at += n > 0 ? n : 1) {
		n = uni_word(at);
		end = at;
		if (!skip_figure(&end, &figure))
			continue;
		n = (size_t)(end - at);
		found += figure.unit;
		all = figure.unit ? figure : all;
	}
	if (found != 1 || all.spelled)
		return;
	line->whole = false;
	add(line, FOR,
	    term_name(T_VOTE_FOR,
		strstr(term_name(T_MOTION_UNANIMOUS, LANG_FR), word) ? LANG_FR
								     : LANG_EN),
	    all.count, &at);
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
		.said.people = node_new(arena, NODE_LIST, pos),
		.whole = true };
	if (strlen(at) != strlen(text))
		return NULL;
	while (*at != '\0') {
		if (take_side_first(line, &at) ||
		    take_people(line, &at) || take_figure_first(line, &at))
			continue;
		n = uni_word(at);
		if (n > 0)
			line->whole &= term_lists(T_MOTION_DRESS,
			    arena_copy(arena, at, n));
		at += n > 0 ? n : 1;
	}
	take_unanimous(line);
	return line->again || !says_side(line) ? NULL : line;
}

/* The same of an item, or of a pair. */
static struct line *
read_child(struct arena *arena, const struct node *child)
{
	const char *text = md_plain(arena, child->text);

	if (child->level > 0 || child->table > 0 || child->first != NULL)
		return NULL;
	return *child->key == '\0'
	    ? read_line(arena, text, child->pos)
	    : read_line(arena, arena_format(arena, "%s : %s", child->key, text),
		  child->key_pos);
}

/* All that is said in a section, line by line: its items, pairs and paragraphs. */
static struct node *
lines_of(struct arena *arena, const struct node *section)
{
	struct node *all = node_new(arena, NODE_LIST, section->pos);
	struct node *lines, *line;

	NODE_EACH(const struct node, child, section)
		node_append(all, node_again(arena, child));
	MD_EACH(const struct md_block, block, section) {
		lines = md_use(block) == MD_BESIDE || md_use(block) == MD_TEXT
		    ? md_block_lines(arena, block)
		    : NULL;
		while (lines != NULL && (line = node_take(lines)) != NULL)
			node_append(all, line);
	}
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
	last->sum = line->said.sum != NULL ? line->said.sum : last->sum;
	while ((option = node_take(line->said.options)) != NULL)
		node_append(last->options, option);
	while ((option = node_take(line->said.people)) != NULL)
		node_append(last->people, option);
}

static void
find_motions(struct motions *motions, struct node *section)
{
	const struct node *lines = lines_of(motions->arena, section);

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
	const struct line *line = read_child(arena, item);

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
	const struct node *lines = lines_of(arena, section), *found;
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
	enum side side;
	const char *name;

	BIND_EACH(const struct option, option, &vote->poll.options) {
		name = uni_lower(vote->poll.arena,
		    md_plain(vote->poll.arena, option->text.text));
		if (side_at(name, &side) != strlen(name))
			return false;
	}
	return vote->poll.options.count > 0;
}
