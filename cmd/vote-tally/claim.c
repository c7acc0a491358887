/*
 * claim: lists and tables that count options, though no key says so.
 */
#include "base/arena.h"
#include "source/md.h"
#include "vote.h"

/* Whether every item of a list ends with a count; of options that are known,
 * where there are any. */
static bool
has_counts(const struct vote *vote, const struct node *list)
{
	const struct node *item = list->first;
	const char *text;
	struct tail tail = { TAIL_NONE };

	for (; item != NULL; item = item->next) {
		text = md_text(vote->arena, item->text);
		tail = tail_cut(vote->arena, vote->bind->words, text);
		if (*item->key != '\0')
			tail = (struct tail){
				tail_value(md_plain(vote->arena, text),
				    vote->bind->words, &tail.count),
				.text = item->key
			};
		if (item->level > 0 || item->table > 0 ||
		    tail.shape == TAIL_NONE || tail.shape == TAIL_BARE ||
		    (vote->list.count > 0 &&
			option_find(vote, tail.text) == SIZE_MAX))
			return false;
	}
	return tail.shape != TAIL_NONE;
}

void
claim_find_passing(const struct vote *vote)
{
	const struct bind *bind = vote->bind;
	const struct bind_list *lists[] = { &bind->before, &bind->after,
		&bind->kept };
	size_t i;

	for (i = 0; i < 3; i++)
		BIND_EACH(struct node *const, section, lists[i])
			if (has_counts(vote, *section))
				bind_finding(bind, (*section)->key_pos,
				    M_VOTE_PASSES, (*section)->key);
}

bool
claim_options(const struct node *section)
{
	static const enum term headings[] = { T_RESULTS, T_VOTES, T_MARKS };
	const struct node *row = section->first, *cell;
	size_t counts = 0, others = 0;
	struct bind bind = { .words = LANG_NONE };
	struct vote none = { .arena = arena_new(), .bind = &bind };
	bool headed = *section->key != '\0';
	bool results = headed &&
	    term_read(section->key, TERM_GLOSSED, headings, 3, NULL) != T_NONE;

	if ((results || !headed) && row != NULL && row->table == 0)
		counts = others = has_counts(&none, section);
	arena_free(none.arena);
	if (row == NULL || row->table == 0 ||
	    (headed && !results && term_find_subject(section->key) != T_VOTE))
		return counts > 0;
	for (cell = row->first; cell != NULL; cell = cell->next) {
		counts +=
		    *cell->key != '\0' && item_count_column(cell) != T_NONE;
		others +=
		    *cell->key != '\0' && item_count_column(cell) == T_NONE;
	}
	return counts > 0 && others > 0;
}
