/*
 * setting: the rules of the vote.
 */
#include <inttypes.h>
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "source/md.h"
#include "text/uni.h"
#include "value/count.h"
#include "value/number.h"
#include "vote.h"

static const enum term tie_terms[TIES] = { T_TIE_NONE, T_TIE_ORDER,
	T_TIE_DRAW };

bool
setting_whole(enum lang lang, const char *plain, uint64_t *value)
{
	bool drawn;

	return count_reading(plain, lang, value, &drawn) == SURE_EXACT &&
	    !drawn;
}

/* "50 %", in thousandths of a hundredth. */
static bool
read_percent(const char *plain, struct share *share)
{
	struct arena *arena = arena_new();
	const char *number = uni_line(arena, plain);
	size_t length = strlen(number);
	int64_t thousandths;
	bool good = length > 0 && number[length - 1] == '%' &&
	    number_read(uni_line(arena, arena_copy(arena, number, length - 1)),
		&thousandths) &&
	    thousandths >= 0 && thousandths <= 100000;

	if (good)
		*share = (struct share){ (uint64_t)thousandths, 100000, false };
	arena_free(arena);
	return good;
}

/* "12", "50 %", "2/3", "plus de la moitié". */
static bool
read_least(enum lang lang, const char *plain, struct setting *setting)
{
	setting->typed = NULL;
	setting->share = (struct share){ .whole = 0 };
	if (setting_whole(lang, plain, &setting->value))
		return true;
	setting->value = 0;
	if (read_percent(plain, &setting->share))
		return true;
	setting->typed = plain;
	return share_reading(plain, &setting->share) == SURE_EXACT;
}

static bool
read_tie(const char *plain, uint64_t *value)
{
	for (*value = 0; *value < TIES; ++*value)
		if (term_find(plain, &tie_terms[*value], 1, NULL) != T_NONE)
			return true;
	return false;
}

bool
setting_value(enum term key, enum lang lang, const char *plain,
    struct setting *setting)
{
	static const enum term unlimited = T_UNLIMITED, yes = T_YES, no = T_NO;
	uint64_t *value = &setting->value;

	switch (key) {
	case T_DOTS:
		if (term_find(plain, &unlimited, 1, NULL) != T_NONE) {
			*value = UNLIMITED;
			return true;
		}
		return setting_whole(lang, plain, value) && *value > 0;
	case T_STACKING:
		*value = term_find(plain, &yes, 1, NULL) != T_NONE;
		return *value > 0 || term_find(plain, &no, 1, NULL) != T_NONE;
	case T_WINNERS:
		return setting_whole(lang, plain, value) && *value > 0 &&
		    *value <= MOST_WINNERS;
	case T_TIE_BREAK:
		return read_tie(plain, value);
	default:
		return read_least(lang, plain, setting);
	}
}

/* Whether two settings are the same number, or the same share. */
static bool
is_same(const struct setting *a, const struct setting *b)
{
	return a->value == b->value && a->share.more == b->share.more &&
	    is_share(a) == is_share(b) &&
	    a->share.part * b->share.whole == b->share.part * a->share.whole;
}

bool
setting_is_default(const struct vote *vote, const char **plain)
{
	static const enum lang langs[] = { LANG_FR, LANG_EN };
	size_t length = strlen(*plain), i, n;
	const char *mark;

	for (i = 0; i < 2; i++) {
		mark = term_name(T_BY_DEFAULT, langs[i]);
		n = strlen(mark);
		if (length < n || strcmp(*plain + length - n, mark) != 0)
			continue;
		*plain = uni_line(vote->bind->doc->arena,
		    arena_copy(vote->bind->doc->arena, *plain, length - n));
		return true;
	}
	return false;
}

static const char *
name_of(const struct vote *vote, enum term key)
{
	return term_name(key,
	    vote->bind->doc->lang ? vote->bind->doc->lang : LANG_EN);
}

/* One setting, from all documents: two different values are a fault. */
static void
read_setting(struct vote *vote, enum term key, const struct bind_list *nodes,
    struct setting *setting)
{
	const struct node *node, *first = NULL;
	const char *plain;
	struct setting value = { .given = true };
	size_t i;

	for (i = 0; i < nodes->count; i++) {
		node = node_at(nodes, i);
		plain = plain_text(vote, node);
		if (node->first != NULL) {
			bind_fault(vote->bind, node->first->pos, M_NOT_A_TEXT,
			    name_of(vote, key));
			continue;
		}
		if (*plain == '\0' || setting_is_default(vote, &plain))
			continue;
		if (!setting_value(key, vote->bind->words, plain, &value)) {
			bind_fault(vote->bind, node->pos, M_VOTE_NO_SETTING,
			    name_of(vote, key), plain);
			continue;
		}
		if (first == NULL)
			first = node;
		if (setting->given && !is_same(setting, &value))
			bind_fault(vote->bind, node->pos, M_CONFLICT,
			    name_of(vote, key), plain, plain_text(vote, first),
			    bind_place(vote->bind, first->pos));
		value.pos = first->pos;
		*setting = value;
	}
}

/* What an option of the command says overrules the documents. */
static void
overrule(enum term key, const char *option, const char *argument,
    struct setting *setting)
{
	if (argument == NULL)
		return;
	if (!setting_value(key, LANG_NONE, argument, setting))
		err_die("--%s: '%s' cannot be read", option, argument);
	setting->given = true;
}

/* "draw:SEED" gives the seed too. */
static void
overrule_tie(struct vote *vote, const char *argument)
{
	struct arena *arena = vote->bind->doc->arena;
	size_t n;

	if (argument == NULL)
		return;
	n = strcspn(argument, ":");
	overrule(T_TIE_BREAK, "tie", arena_copy(arena, argument, n),
	    &vote->tie);
	if (argument[n] == ':')
		vote->seed =
		    (struct bind_text){ md_plain(arena,
					    md_text(arena, argument + n + 1)),
			    { NULL, 0, 0 }, true };
}

static void
read_seed(struct vote *vote)
{
	const struct node *node;
	const char *plain;
	size_t i;

	vote->seed.text = "";
	for (i = 0; i < vote->seed_nodes.count; i++) {
		node = node_at(&vote->seed_nodes, i);
		plain = plain_text(vote, node);
		if (*plain == '\0')
			continue;
		if (vote->seed.given && strcmp(vote->seed.text, plain) != 0)
			bind_fault(vote->bind, node->pos, M_CONFLICT,
			    name_of(vote, T_SEED), plain, vote->seed.text,
			    bind_place(vote->bind, vote->seed.pos));
		if (!vote->seed.given)
			vote->seed =
			    (struct bind_text){ plain, node->pos, true };
	}
}

void
setting_read(struct vote *vote)
{
	const struct options *options = vote->options;
	struct pos pos = { NULL, 0, 0 };

	read_setting(vote, T_DOTS, &vote->dots_nodes, &vote->dots);
	read_setting(vote, T_STACKING, &vote->stacking_nodes, &vote->stacking);
	read_setting(vote, T_WINNERS, &vote->winners_nodes, &vote->winners);
	read_setting(vote, T_THRESHOLD, &vote->threshold_nodes,
	    &vote->threshold);
	read_setting(vote, T_QUORUM, &vote->quorum_nodes, &vote->quorum);
	read_setting(vote, T_TIE_BREAK, &vote->tie_nodes, &vote->tie);
	read_seed(vote);
	overrule(T_DOTS, "dots", options->dots, &vote->dots);
	overrule(T_WINNERS, "winners", options->winners, &vote->winners);
	if (options->no_stacking)
		vote->stacking = (struct setting){ .given = true };
	if (vote_dots(vote) == UNLIMITED && vote->stacking.value != 0)
		bind_fault(vote->bind, vote->stacking.pos, M_VOTE_STACKING,
		    name_of(vote, T_STACKING), name_of(vote, T_DOTS));
	overrule_tie(vote, options->tie);
	if (vote_tie(vote) == TIE_DRAW && !vote->seed.given) {
		pos = vote->tie.pos;
		if (pos.file == NULL && vote->bind->doc->part_count > 0)
			pos.file = vote->bind->doc->parts[0].root->pos.file;
		bind_fault(vote->bind, pos, M_VOTE_NO_SEED);
	}
}

uint64_t
vote_dots(const struct vote *vote)
{
	return vote->dots.given ? vote->dots.value : DEFAULT_DOTS;
}

bool
vote_stacks(const struct vote *vote)
{
	return vote_dots(vote) != UNLIMITED &&
	    (!vote->stacking.given || vote->stacking.value != 0);
}

enum tie
vote_tie(const struct vote *vote)
{
	return vote->tie.given ? (enum tie)vote->tie.value : TIE_NONE;
}
