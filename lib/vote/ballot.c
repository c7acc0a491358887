
#include <string.h>

#include "base/arena.h"
#include "text/note.h"
#include "vote/ballot_inner.h"
#include "vote/voter.h"

/* Beyond so many spellings, what the rules accept is added up at once. */
enum { MAX_SPELT = 1 << 16 };

/* Ballots that are spelt alike. */
struct entry {
	uint64_t count;     /* of spellings, each of which may stand for more */
	struct pos *places; /* where they may be rejected */
	size_t place_count;
};

struct ballots {
	struct arena *arena;
	struct ballot_reader reader;
	struct ballot_rules *rules;
	struct dict entries; /* as they are spelt, to struct entry */
	struct voters voters;
	struct ballot_tally tally;   /* with what is not kept */
	struct ballot_rules *direct; /* that was added up by; NULL: none was */
};

struct ballots *
ballot_open(struct arena *arena, struct notes *faults, struct notes *remarks,
    const struct ballot_form *form)
{
	struct ballots *ballots = arena_alloc(arena, sizeof(*ballots));

	*ballots = (struct ballots){ .arena = arena,
		.reader = { .arena = arena,
		    .faults = faults,
		    .remarks = remarks,
		    .form = form,
		    .spelt = BUF_INIT,
		    .voter = BUF_INIT } };
	dict_init(&ballots->reader.keys, arena);
	dict_init(&ballots->entries, arena);
	return ballots;
}

void
ballot_close(struct ballots *ballots)
{
	buf_free(&ballots->reader.spelt);
	buf_free(&ballots->reader.voter);
	voter_free(&ballots->voters);
}

bool
ballot_any(const struct ballots *ballots)
{
	return ballots->tally.cast > 0;
}

void
ballot_begin(struct ballots *ballots, struct ballot_rules *rules)
{
	/* what was added up at once was by rules that must go on */
	if (ballots->direct == NULL)
		ballots->rules = rules;
}

static void
reject(struct ballots *ballots, struct pos pos, enum term reason,
    const char *const args[BALLOT_ARGS], uint64_t times)
{
	struct ballot_tally *tally = &ballots->tally;

	ARENA_ADD(ballots->arena, tally->rejects,
	    tally->reject_count) = (struct ballot_reject){ pos,
		.place = ballot_place(ballots->arena, pos), .reason = reason,
		.args = { args[0], args[1] }, .times = times };
}

/* Adds so many like the one that the rules judged last. */
static void
add_up(struct ballots *ballots, struct ballot_rules *rules,
    const struct ballot_verdict *verdict, uint64_t count)
{
	ballots->tally.cast += count * (verdict->times - 1);
	ballots->tally.blank += verdict->blank ? count * verdict->times : 0;
	rules->rule->add(rules, verdict, count * verdict->times);
}

/* Adds a ballot that is spelt out, of nobody or of a new voter. */
static void
add_spelt(struct ballots *ballots, struct pos pos)
{
	const char *spelt = ballots->reader.spelt.at;
	struct entry *entry = dict_value(&ballots->entries, spelt);
	bool keep =
	    ballots->rules == NULL || (entry != NULL && entry->place_count > 0);
	struct ballot_verdict verdict;

	if (entry == NULL && ballots->rules != NULL) {
		verdict = ballot_judge(ballots->rules, spelt);
		keep = verdict.reason != T_NONE;
		if (!keep && ballots->entries.count >= MAX_SPELT) {
			ballots->direct = ballots->rules;
			add_up(ballots, ballots->rules, &verdict, 1);
			return;
		}
	}
	if (entry == NULL) {
		entry = arena_alloc(ballots->arena, sizeof(*entry));
		dict_enter(&ballots->entries,
		    arena_string(ballots->arena, spelt))
		    ->value = entry;
	}
	entry->count++;
	if (!keep)
		return;
	ARENA_ADD(ballots->arena, entry->places, entry->place_count) = pos;
}

/* Whether a voter is known, whose ballot is then rejected; or is from now on. */
static bool
is_again(struct ballots *ballots, const char *voter, struct pos pos)
{
	struct voter first;

	if (*voter == '\0' || !voter_seen(&ballots->voters, voter, pos, &first))
		return false;
	reject(ballots, pos, M_BALLOT_VOTER_AGAIN,
	    (const char *[]){ arena_string(ballots->arena, first.name),
		ballot_place(ballots->arena, first.pos) },
	    1);
	return true;
}

void
ballot_add(struct ballots *ballots, const struct node *item)
{
	struct pos pos = *item->key != '\0' ? item->key_pos : item->pos;

	if (!ballot_spell(&ballots->reader, item))
		return;
	ballots->tally.cast++;
	if (!is_again(ballots, ballots->reader.voter.at, pos))
		add_spelt(ballots, pos);
}

void
ballot_add_texts(struct ballots *ballots, struct pos pos,
    const char *const *texts, size_t count)
{
	buf_cut(&ballots->reader.spelt, 0);
	for (size_t i = 0; i < count; i++)
		ballot_spell_part(&ballots->reader.spelt, BALLOT_ONE, texts[i]);
	ballots->tally.cast++;
	add_spelt(ballots, pos);
}

void
ballot_each_voter(const struct ballots *ballots,
    void (*each)(void *context, const char *name), void *context)
{
	voter_each(&ballots->voters, each, context);
}

const char *
ballot_column(const struct ballots *ballots, size_t *from, struct pos *pos)
{
	const struct ballot_reader *reader = &ballots->reader;
	const struct ballot_head *head;

	while (*from < reader->head_count) {
		head = reader->heads[(*from)++];
		*pos = head->pos;
		if (head->named && !head->words)
			return head->name;
	}
	return NULL;
}

const char *
ballot_text(const struct ballots *ballots, size_t *from)
{
	const char *spelt;

	while (*from < ballots->entries.count) {
		spelt = ballots->entries.entries[(*from)++].key;
		if (*spelt == BALLOT_NAMES)
			return arena_copy(ballots->arena, spelt + 1,
			    strcspn(spelt + 1, BALLOT_END));
	}
	return NULL;
}

void
ballot_each_given(const struct ballots *ballots,
    void (*each)(void *context, const char *name, const char *value),
    void *context)
{
	const char *name, *value;
	char *at;
	bool given;

	for (size_t i = 0; i < ballots->entries.count; i++)
		for (at = arena_string(ballots->arena,
			 ballots->entries.entries[i].key);
		     *at != '\0';) {
			given = *at++ == BALLOT_GIVEN;
			name = ballot_next_text(&at);
			value = given ? ballot_next_text(&at) : "";
			if (given)
				each(context, name, value);
		}
}

/* The heads of tables must be options. */
static void
check_heads(const struct ballots *ballots, struct ballot_rules *rules)
{
	const struct ballot_reader *reader = &ballots->reader;
	bool (*heads)(const char *name) = reader->form->heads;

	for (size_t i = 0; i < reader->head_count; i++)
		if (ballot_find(rules->options, reader->heads[i]->name) ==
			NULL &&
		    (heads == NULL || !heads(reader->heads[i]->name)))
			note_add(reader->faults, reader->heads[i]->pos,
			    M_BALLOT_COLUMN, reader->heads[i]->name);
}

/* Whether options are the first of others, so that a ballot chooses the same. */
static bool
begins(const struct ballot_options *were, const struct ballot_options *are)
{
	if (were->labelled != are->labelled || were->count > are->count)
		return false;
	for (size_t i = 0; i < were->count; i++)
		if (strcmp(were->at[i]->label, are->at[i]->label) != 0 ||
		    strcmp(were->at[i]->text, are->at[i]->text) != 0)
			return false;
	return true;
}

struct ballot_tally
ballot_count(struct ballots *ballots, struct ballot_rules *rules)
{
	struct ballot_tally *tally = &ballots->tally;
	const struct entry *entry;
	struct ballot_verdict verdict;

	tally->lost = ballots->direct != NULL &&
	    !(begins(ballots->direct->options, rules->options) &&
		rules->rule->take_over(rules, ballots->direct));
	for (size_t i = 0; i < ballots->entries.count; i++) {
		entry = ballots->entries.entries[i].value;
		verdict = ballot_judge(rules, ballots->entries.entries[i].key);
		if (verdict.reason == T_NONE) {
			add_up(ballots, rules, &verdict, entry->count);
			continue;
		}
		tally->lost |= entry->place_count < entry->count;
		tally->cast += entry->count * (verdict.times - 1);
		for (size_t j = 0; j < entry->place_count; j++)
			reject(ballots, entry->places[j], verdict.reason,
			    verdict.args, verdict.times);
	}
	/* that there are none is told already */
	if (rules->options->count > 0)
		check_heads(ballots, rules);
	return *tally;
}
