/*
 * count: counts as people type them: several in a line, columns of a table, sums,
 * and the figures of participation that stand among them.
 */
#include <inttypes.h>
#include <string.h>

#include "item.h"
#include "motion.h"
#include "text/uni.h"

static const char digits[] = "0123456789";

/* "12 pour" as "pour : 12"; any other text as it is. */
static const char *
turn(struct arena *arena, const char *text)
{
	size_t n = strspn(text, digits);
	const char *side = uni_skip_blanks(text + n);

	return n > 0 &&
		term_is_any(side, T_VOTE_FOR, T_VOTE_AGAINST, T_ABSTENTIONS)
	    ? arena_format(arena, "%s : %.*s", side, (int)n, text)
	    : text;
}

/* Adds a part of a line, and whether it is a count. */
static bool
add_part(struct arena *arena, struct node *list, const struct node *line,
    const char *part)
{
	const char *text = md_text(arena, turn(arena, part));
	enum tail_shape shape = tail_cut(arena, LANG_NONE, text).shape;

	node_append(list, node_text(arena, text, line->pos));
	return shape == TAIL_NUMBER || shape == TAIL_UNIT;
}

/* Where the first of the signs that part counts stands, and its length; the end
 * where none does. */
static const char *
find_sign(const char *text, size_t *length)
{
	const char *first = uni_first_among(text, length, ", ", "; ", " / ",
	    " – ", " — ", " - ", " | ", " et ", " and ");

	return first != NULL ? first : text + strlen(text);
}

/* "Pour : 12 Contre : 3": where the number behind a colon is over, and a word
 * begins behind a blank. */
static const char *
find_word(const char *text, size_t *length)
{
	const char *at = text + strcspn(text, ":");

	at = *at == ':' ? uni_skip_blanks(at + 1) : at;
	at += strspn(at, digits);
	*length = *at == ' ';
	return *at == ' ' ? at : text + strlen(text);
}

static struct node *
part_line(struct arena *arena, const struct node *line,
    const char *(*find)(const char *text, size_t *length))
{
	struct node *list = node_new(arena, NODE_LIST, line->pos);
	const char *text = line->text, *end;
	size_t length = 0;

	for (;; text = end + length) {
		end = find(text, &length);
		if (!add_part(arena, list, line, uni_until(arena, text, end)))
			return NULL;
		if (*end == '\0')
			return list->count > 1 ? list : NULL;
	}
}

/* The counts in a line of a place as pairs; named: "A 5" is one too. */
static struct node *
place_parts(struct arena *arena, const char *text, struct pos pos, bool named)
{
	struct node *list = node_new(arena, NODE_LIST, pos), *pair;
	struct tail tail;
	const char *end;
	size_t length = 0;

	for (;; text = end + length) {
		end = find_sign(text, &length);
		tail = tail_cut(arena, LANG_NONE,
		    md_text(arena, turn(arena, uni_until(arena, text, end))));
		if (tail.shape == TAIL_NONE || tail.whole > 0 ||
		    *tail.text == '\0' ||
		    (!named &&
			(tail.shape > TAIL_UNIT ||
			    motion_is_side(arena, tail.text))))
			return NULL;
		pair = node_text(arena,
		    arena_format(arena, "%" PRIu64, tail.count), pos);
		pair->key = md_plain(arena, tail.text);
		pair->key_pos = pos;
		node_append(list, pair);
		if (*end == '\0')
			return list->count > 1 ? list : NULL;
	}
}

struct node *
count_place(struct arena *arena, const struct node *line)
{
	const char *text = md_plain(arena, line->text), *sign;
	struct node *list;
	size_t length;
	bool named;

	if (line->table > 0 || line->level > 0 || line->first != NULL)
		return NULL;
	if (*line->key != '\0')
		text = arena_format(arena, "%s : %s", line->key, text);
	sign = uni_first_among(text, &length, ":", " – ", " — ", " - ");
	if (sign == NULL)
		return NULL;
	named = station_tells(uni_until(arena, text, sign));
	list = place_parts(arena, sign + length, line->pos, named);
	if (list == NULL && named)
		list = node_text(arena, text, line->pos);
	if (list != NULL)
		list->key = uni_until(arena, text, sign);
	return list;
}

/* The only row of a table whose columns are the options: "Pour | Contre". */
static struct node *
part_row(struct arena *arena, const struct node *row)
{
	struct node *list = node_new(arena, NODE_LIST, row->pos), *pair;
	uint64_t count;

	NODE_EACH(const struct node, cell, row) {
		if (*cell->key == '\0' ||
		    term_is_any(cell->key, T_ID, T_NUMBER, T_OPTION, T_VOTES,
			T_MARKS, T_TOTAL, T_RANK, T_ORDER, T_SHARE) ||
		    tail_value(md_plain(arena, cell->text), LANG_NONE,
			&count) == TAIL_NONE)
			return NULL;
		pair = node_again(arena, cell);
		pair->table = 0;
		node_append(list, pair);
	}
	return list->count > 1 && row->next == NULL ? list : NULL;
}

struct node *
count_parts(struct arena *arena, const struct node *node)
{
	struct node *list;

	if (node->table > 0)
		return part_row(arena, node);
	if (*node->key != '\0' || node->first != NULL ||
	    node->kind != NODE_TEXT ||
	    node->text[strcspn(node->text, digits)] == '\0')
		return NULL;
	list = part_line(arena, node, find_sign);
	return list != NULL ? list : part_line(arena, node, find_word);
}

enum term
count_column(const struct node *cell)
{
	static const enum term counts[] = { T_VOTES, T_MARKS, T_TOTAL };

	return term_read(cell->key, TERM_GLOSSED, counts, 3, NULL);
}

bool
count_mend_bars(const struct vote *vote, struct node *row)
{
	struct node *cell, *head = NULL, *before = NULL;
	uint64_t count;

	for (cell = row->first; cell != NULL && *cell->key != '\0';
	     cell = cell->next) {
		before = head;
		head = cell;
	}
	if (cell == NULL || before == NULL || count_column(head) != T_TOTAL ||
	    (count_column(before) != T_VOTES &&
		count_column(before) != T_MARKS) ||
	    tail_value(poll_plain(&vote->poll, row->last),
		vote->poll.bind->words, &count) != TAIL_NUMBER)
		return false;
	before->text = "";
	head->text = row->last->text;
	head->pos = row->last->pos;
	head->next = NULL;
	row->last = head;
	row->bars = false;
	return true;
}

static const char *
name_of(const struct vote *vote, const struct item *item)
{
	return md_plain(vote->poll.arena,
	    *item->text.text ? item->text.text : item->label.text);
}

void
count_take_column(struct vote *vote, const struct bind_text *cell,
    struct item *item)
{
	const char *plain = md_plain(vote->poll.arena, cell->text);
	struct tail tail;
	uint64_t count;

	if (bind_is_none(plain))
		return;
	/* as it would stand behind a text: "12 votes (40 %)" */
	tail = tail_cut(vote->poll.arena, vote->poll.bind->words,
	    arena_format(vote->poll.arena, "x : %s", cell->text));
	count = tail.count;
	if (tail.shape == TAIL_NONE || strcmp(tail.text, "x") != 0) {
		bind_fault(vote->poll.bind, cell->pos, M_VOTE_NO_COUNT, plain);
		return;
	}
	if (item->tail.shape != TAIL_NONE && count != item->tail.count)
		bind_fault(vote->poll.bind, cell->pos, M_VOTE_TOTAL,
		    name_of(vote, item), plain,
		    poll_number(&vote->poll, item->tail.count));
	if (item->tail.shape == TAIL_NONE)
		item->tail.count = count;
	item->tail.who = tail.who != NULL ? tail.who : item->tail.who;
	item->tail.shape = TAIL_MARKS; /* said to be a count */
}

bool
count_is_sum(struct vote *vote, const struct item *item,
    const struct bind_list *above)
{
	uint64_t sum = 0, aside = 0, count = item->tail.count;

	if (above->count < (item->row ? 1 : 2) ||
	    (!item->row && item->tail.shape == TAIL_NONE) ||
	    !term_is_any(name_of(vote, item), T_TOTAL, T_EXPRESSED, T_RESULTS,
		T_VOTES))
		return false;
	BIND_EACH(const struct item, other, above)
		if (poll_figure_of(name_of(vote, other)) == FIGURES)
			sum += other->tail.count;
		else
			aside += other->tail.count;
	if (item->tail.shape != TAIL_NONE && sum != count &&
	    sum + aside != count)
		bind_fault(vote->poll.bind, item->pos, M_VOTE_SUM,
		    poll_number(&vote->poll, count),
		    poll_number(&vote->poll, sum));
	return true;
}

bool
count_is_figure(struct vote *vote, const struct item *item)
{
	const char *name = name_of(vote, item);

	return item->tail.shape != TAIL_NONE &&
	    poll_option_find(&vote->poll, name) == NULL &&
	    poll_figure_take(&vote->poll, poll_figure_of(name),
		item->tail.count, item->pos);
}
