/*
 * motion_line: a vote for or against in a line, its figures on either side of what
 * they count.
 */
#include <inttypes.h>
#include <string.h>

#include "motion.h"
#include "text/uni.h"
#include "value/digits.h"

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

/* A line that is read, and the same in small letters, place by place. */
struct line {
	struct arena *arena;
	const char *typed, *low;
	struct pos pos;
	struct motion_line read;
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

	if (close != NULL && open + strcspn(open, "0123456789") > close) {
		who = typed(line, open, close + 1);
		*end = close + 1;
	}
	term_find(name, (const enum term[]){ T_VOTE_FOR, T_VOTE_AGAINST }, 2,
	    &line->read.said.lang);
	line->again |= line->read.said.known[side];
	line->read.said.known[side] = true;
	name = arena_format(line->arena, "%s : %" PRIu64 " %s",
	    uni_capital(line->arena, name), count, who);
	node_append(line->read.said.options,
	    node_text(line->arena, md_text(line->arena, name), line->pos));
}

/* "Pour : 12", "Pour 12 voix". */
static bool
take_side_first(struct line *line, const char **at)
{
	enum side side;
	size_t n = side_at(*at, &side);
	const char *end = *at + n, *next = uni_skip_blanks(end);
	size_t colon = uni_mark(next,
	    (const char *const[]){ ":", "=", "– ", "— ", "- " }, 5);
	struct counted figure;

	next = uni_skip_blanks(next + colon);
	if (n == 0 || !skip_figure(&next, &figure) ||
	    (figure.spelled && colon == 0) || !is_over(next))
		return false;
	line->read.said.sure |= figure.unit;
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
	if (!skip_figure(&next, &figure) || !is_over(next) || ends_figure(next))
		return false;
	name = uni_capital(line->arena, typed(line, *at, *at + n));
	node = node_text(line->arena,
	    arena_format(line->arena, "%" PRIu64, figure.count), line->pos);
	node->key = name;
	if (term_is(name, T_EXPRESSED))
		line->read.said.sum = node;
	else if (term_find(name, people, 4, NULL) != T_NONE)
		node_append(line->read.said.people, node);
	else
		node_append(line->read.said.options, node);
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
	line->read.said.sure |= figure.unit;
	name = typed(line, name, end);
	if (side == AGAINST && figure.unit && !line->read.said.known[FOR] &&
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

/* The figures between strokes, "7-2-1", "7 to 2"; returns how many, 0 for a day. */
static size_t
read_figures(const char *at, struct counted *figure, const char **end)
{
	static const char *const marks[] = { "-", "–", "to ", "à " };
	size_t count = 0, mark = 1;

	for (; count < SIDES && mark > 0; count++) {
		if ((*at == '0' && uni_word(at) > 1) ||
		    !skip_figure(&at, &figure[count]))
			break;
		*end = at;
		mark = uni_mark(at, marks, 4);
		at = uni_skip_blanks(at + mark);
	}
	return mark == 0 && is_over(at) && *at != '/' &&
		(count < SIDES ||
		    (figure[0].count < 1000 &&
			figure[ABSTAINED].count <= figure[0].count))
	    ? count
	    : 0;
}

/* "Carried 7-2", "defeated by 3 to 6", "adopté (7-2-1)": what is carried has the
 * more votes for it, what is lost the fewer. */
static bool
take_outcome(struct line *line, const char **at)
{
	size_t lost = phrase(T_MOTION_LOST, *at);
	size_t n = lost > 0 ? lost : phrase(T_MOTION_OUTCOME, *at), count;
	const char *word = arena_copy(line->arena, *at, n), *next = *at + n;
	enum lang lang = strstr(term_name(T_MOTION_OUTCOME, LANG_FR), word)
	    ? LANG_FR
	    : LANG_EN;
	struct counted figure[SIDES];
	bool turned;

	while (n > 0 && strchr(" (:,", *next) != NULL && *next != '\0')
		next++;
	while ((n = uni_word(next)) > 0 && strncmp(next, "le ", 3) != 0 &&
	    term_lists(T_MOTION_DRESS, arena_copy(line->arena, next, n)))
		next = uni_skip_blanks(next + n);
	count = *word != '\0' ? read_figures(next, figure, &next) : 0;
	turned = lost > 0 && count > 1 && figure[0].count > figure[1].count;
	if (count < 2 || (lost == 0 && figure[0].count < figure[1].count))
		return false;
	line->read.said.sure = true;
	add(line, FOR, term_name(T_VOTE_FOR, lang), figure[turned].count,
	    &next);
	add(line, AGAINST, term_name(T_VOTE_AGAINST, lang),
	    figure[!turned].count, &next);
	if (count == SIDES)
		add(line, ABSTAINED, "abstentions", figure[ABSTAINED].count,
		    &next);
	*at = next;
	return true;
}

static bool
says_side(const struct line *line)
{
	return line->read.said.known[FOR] || line->read.said.known[AGAINST] ||
	    line->read.said.known[ABSTAINED];
}

/* "À l'unanimité des 17 votants", "unanimously (9 votes)": the only number of voters
 * that a line has, which says that all were for it. */
static void
take_unanimous(struct line *line)
{
	const char *at = line->low, *end;
	struct counted figure, all = { .count = 0 };
	const char *word;
	size_t n, found = 0;

	word = term_phrase(T_MOTION_UNANIMOUS, at, &n);
	line->read.said.sure |= word != NULL;
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
	add(line, FOR,
	    term_name(T_VOTE_FOR,
		strstr(term_name(T_MOTION_UNANIMOUS, LANG_FR), word) ? LANG_FR
								     : LANG_EN),
	    all.count, &at);
}

struct motion_line *
motion_read(struct arena *arena, const char *text, struct pos pos)
{
	struct line *line = arena_alloc(arena, sizeof(*line));
	const char *at = uni_lower(arena, text);
	size_t n;

	if (strlen(at) != strlen(text)) /* not place by place */
		return NULL;
	*line = (struct line){ arena, text, at, pos,
		.read = { .said = { .options = node_new(arena, NODE_LIST, pos),
			      .people = node_new(arena, NODE_LIST, pos) },
		    .whole = true } };
	while (*at != '\0') {
		if (take_side_first(line, &at) || take_people(line, &at) ||
		    take_outcome(line, &at) || take_figure_first(line, &at))
			continue;
		n = uni_word(at);
		if (n > 0)
			line->read.whole &= term_lists(T_MOTION_DRESS,
			    arena_copy(arena, at, n));
		at += n > 0 ? n : 1;
	}
	take_unanimous(line);
	return line->again || !says_side(line) ? NULL : &line->read;
}

bool
motion_is_side(struct arena *arena, const char *plain)
{
	const char *name = uni_lower(arena, plain);
	enum side side;

	return *name != '\0' && side_at(name, &side) == strlen(name);
}
