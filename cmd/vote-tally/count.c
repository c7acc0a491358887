/*
 * count: votes counted by hand, as numbers or as marks on a wall.
 */
#include <string.h>

#include "base/arena.h"
#include "source/md.h"
#include "text/uni.h"
#include "value/count.h"
#include "value/marks.h"
#include "vote.h"

const char *
plain_text(const struct vote *vote, const struct node *node)
{
	struct arena *arena = vote->bind->doc->arena;

	return md_plain(arena, md_text(arena, node->text));
}

enum tail
count_value(const struct vote *vote, const char *plain, uint64_t *count)
{
	bool drawn;

	if (count_reading(plain, vote->bind->words, count, &drawn) !=
	    SURE_EXACT)
		return TAIL_NONE;
	return drawn ? TAIL_MARKS : TAIL_NUMBER;
}

/* "Jardin : |||": behind the last colon. */
static enum tail
cut_behind_colon(const struct vote *vote, const char **text, uint64_t *count)
{
	struct arena *arena = vote->bind->doc->arena;
	const char *colon = strrchr(*text, ':');
	enum tail tail;

	if (colon == NULL || colon == *text)
		return TAIL_NONE;
	tail = count_value(vote,
	    uni_line(arena, md_plain(arena, uni_line(arena, colon + 1))),
	    count);
	if (tail != TAIL_NONE)
		*text = md_text(arena,
		    arena_copy(arena, *text, (size_t)(colon - *text)));
	return tail;
}

/* "Où se voir ? ||| ||": as many words from the end as are drawn. */
static enum tail
cut_drawn(const struct vote *vote, const char **text, uint64_t *count)
{
	struct arena *arena = vote->bind->doc->arena;
	const char *at = *text + strlen(*text), *cut = NULL;
	uint64_t read;

	while (at > *text) {
		at--;
		if (*at != ' ')
			continue;
		if (!marks_read_drawn(md_plain(arena, at + 1), &read))
			break;
		cut = at;
		*count = read;
	}
	if (cut == NULL)
		return TAIL_NONE;
	*text = md_text(arena, arena_copy(arena, *text, (size_t)(cut - *text)));
	return TAIL_MARKS;
}

/* "Rue aux enfants (11)": the brackets that end a text. */
static enum tail
cut_brackets(const struct vote *vote, const char **text, uint64_t *count)
{
	struct arena *arena = vote->bind->doc->arena;
	const char *open = strrchr(*text, '(');

	if (open == NULL || open == *text || strchr(open, ')') == NULL ||
	    count_value(vote, md_plain(arena, open), count) == TAIL_NONE)
		return TAIL_NONE;
	*text =
	    md_text(arena, arena_copy(arena, *text, (size_t)(open - *text)));
	return TAIL_BRACKETS;
}

enum tail
count_cut(const struct vote *vote, const char **text, uint64_t *count)
{
	enum tail tail = cut_behind_colon(vote, text, count);

	tail = tail != TAIL_NONE ? tail : cut_drawn(vote, text, count);
	return tail != TAIL_NONE ? tail : cut_brackets(vote, text, count);
}

bool
count_swallowed(struct vote *vote, const struct node *node)
{
	if (!node->block || *node->text != '\0')
		return false;
	bind_fault(vote->bind, node->pos, M_BAR_SWALLOWED);
	return true;
}

static void
add_count(struct vote *vote, struct ballot_rules *rules, const char *name,
    struct pos pos, uint64_t count)
{
	size_t found = ballot_find(rules, name);

	if (found == SIZE_MAX) {
		bind_fault(vote->bind, pos, M_VOTE_UNKNOWN, name);
		return;
	}
	option_at(vote, found)->votes += count;
	vote->has_counts = true;
	vote->brings[vote->document] = true;
}

/* The name and the value of a table's row. */
static bool
read_row(struct vote *vote, const struct node *row, const struct node **name,
    const struct node **value)
{
	static const enum term heads[] = { T_ID, T_NUMBER, T_OPTION, T_TEXT,
		T_QUESTION, T_VOTES, T_MARKS };
	const struct node *cell;
	enum term term;

	*name = *value = NULL;
	if (row->bars) {
		bind_fault(vote->bind, row->pos, M_BARS_IN_TABLE);
		return false;
	}
	for (cell = row->first; cell != NULL; cell = cell->next) {
		term = term_find(cell->key, heads, 7, NULL);
		if (term == T_VOTES || term == T_MARKS)
			*value = *value && *(*value)->text ? *value : cell;
		else if (term != T_NONE)
			*name = *name && *(*name)->text ? *name : cell;
		else if (*cell->text != '\0')
			bind_fault(vote->bind, cell->key_pos, M_UNKNOWN_KEY,
			    cell->key);
	}
	if (*name != NULL && *value != NULL)
		return true;
	bind_fault(vote->bind, row->pos, M_VOTE_COUNT_COLUMNS);
	return false;
}

static void
read_value(struct vote *vote, struct ballot_rules *rules, const char *name,
    struct pos pos, const struct node *value)
{
	const char *plain = plain_text(vote, value);
	uint64_t count;

	if (value->first != NULL)
		bind_fault(vote->bind, value->pos, M_NESTED);
	else if (count_swallowed(vote, value) || *plain == '\0')
		return;
	else if (count_value(vote, plain, &count) == TAIL_NONE)
		bind_fault(vote->bind, value->pos, M_VOTE_NO_COUNT, plain);
	else
		add_count(vote, rules, name, pos, count);
}

static void
read_count(struct vote *vote, struct ballot_rules *rules,
    const struct node *item)
{
	const struct node *name, *value;
	const char *text;
	uint64_t count;

	if (item->table > 0) {
		if (!node_is_empty(item) && read_row(vote, item, &name, &value))
			read_value(vote, rules, plain_text(vote, name),
			    name->pos, value);
		return;
	}
	if (*item->key != '\0' && *item->whole == '\0') {
		read_value(vote, rules, item->key, item->key_pos, item);
		return;
	}
	/* "**A** Jardin : 3", "**A :** 3", "Jardin : 3" */
	text = bind_text(vote->bind, item);
	if (*item->key != '\0' &&
	    count_value(vote, plain_text(vote, item), &count) != TAIL_NONE)
		add_count(vote, rules, item->key, item->key_pos, count);
	else if (count_cut(vote, &text, &count) != TAIL_NONE)
		add_count(vote, rules, *item->key ? item->key : text, item->pos,
		    count);
	else if (!node_is_empty(item))
		bind_fault(vote->bind, item->pos, M_VOTE_NO_COUNT,
		    md_plain(vote->bind->doc->arena, text));
}

void
count_read(struct vote *vote, struct ballot_rules *rules)
{
	const struct node *item;
	size_t i;

	for (i = 0; i < vote->count_nodes.count; i++) {
		item = node_at(&vote->count_nodes, i);
		vote->document = item->part;
		if (item->first == NULL && *item->text != '\0')
			bind_fault(vote->bind, item->pos, M_VOTE_NO_COUNT,
			    plain_text(vote, item));
		for (item = item->first; item != NULL; item = item->next)
			read_count(vote, rules, item);
	}
}
