#include "domain/ballot.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "domain/ballot_inner.h"
#include "domain/voter.h"
#include "text/note.h"

/* Beyond so many spellings, what the rules accept is added up at once. */
enum { MAX_SPELT = 1 << 16 };

/* Ballots that are spelt alike. */
struct entry {
	uint64_t hash;
	const char *spelt;
	size_t length;
	uint64_t count;
	bool keep; /* its places are kept */
	uint64_t *places;
	size_t place_count;
};

/* What ballots that are not kept come to. */
struct direct {
	struct ballot_rules *rules; /* they were judged by; NULL: none was */
	struct ballot_tally tally;
};

struct ballots {
	struct arena *arena;
	bool keep;
	struct ballot_reader reader;
	struct ballot_rules *rules;

	struct entry *entries;
	size_t entry_count;
	uint32_t *slots; /* entry index + 1; 0 is free */
	size_t slot_count;

	const char **files; /* the order in which they came */
	size_t file_count;
	struct voters voters;
	struct ballot_reject *again; /* voters seen before */
	size_t again_count;
	struct direct direct;
	uint64_t cast;
};

struct ballots *
ballot_open(struct arena *arena, struct notes *faults, bool keep)
{
	struct ballots *ballots = arena_alloc(arena, sizeof(*ballots));

	ballots->arena = arena;
	ballots->keep = keep;
	ballots->reader.arena = arena;
	ballots->reader.faults = faults;
	dict_init(&ballots->reader.keys, arena);
	ballots->reader.spelt = (struct ballot_spelt){ BUF_INIT, BUF_INIT,
		BUF_INIT, BUF_INIT, false };
	ballots->slot_count = 64;
	ballots->slots =
	    arena_array(arena, ballots->slot_count, sizeof(uint32_t));
	return ballots;
}

void
ballot_close(struct ballots *ballots)
{
	size_t i;

	buf_free(&ballots->reader.spelt.bytes);
	buf_free(&ballots->reader.spelt.choices);
	buf_free(&ballots->reader.spelt.voter);
	buf_free(&ballots->reader.spelt.group);
	for (i = 0; i < ballots->entry_count; i++)
		free(ballots->entries[i].places);
	voter_free(&ballots->voters);
}

bool
ballot_any(const struct ballots *ballots)
{
	return ballots->cast > 0;
}

void
ballot_begin(struct ballots *ballots, struct ballot_rules *rules)
{
	/* what was added up at once was by rules that must go on */
	if (ballots->direct.rules == NULL)
		ballots->rules = ballots->keep ? NULL : rules;
}

/* The number of a file, in the order in which they came. */
static size_t
file_number(struct ballots *ballots, const char *file)
{
	size_t i = ballots->file_count;

	while (i > 0)
		if (ballots->files[--i] == file)
			return i;
	ballots->files = arena_grow(ballots->arena, ballots->files,
	    ballots->file_count, sizeof(*ballots->files));
	ballots->files[ballots->file_count] = file;
	return ballots->file_count++;
}

/* FNV-1a, folded over eight bytes at a time where there are so many. */
static uint64_t
hash_of(const char *bytes, size_t length)
{
	uint64_t hash = 14695981039346656037U, word;

	for (; length >= 8; length -= 8, bytes += 8) {
		memcpy(&word, bytes, 8);
		hash = (hash ^ word) * 1099511628211U;
		hash ^= hash >> 32;
	}
	for (; length > 0; length--, bytes++)
		hash = (hash ^ (unsigned char)*bytes) * 1099511628211U;
	return hash ^ hash >> 29;
}

static size_t
slot_of(const struct ballots *ballots, uint64_t hash, const char *spelt,
    size_t length)
{
	size_t mask = ballots->slot_count - 1, slot = (size_t)hash & mask;
	const struct entry *entry;

	for (; ballots->slots[slot] != 0; slot = (slot + 1) & mask) {
		entry = &ballots->entries[ballots->slots[slot] - 1];
		if (entry->hash == hash && entry->length == length &&
		    memcmp(entry->spelt, spelt, length) == 0)
			break;
	}
	return slot;
}

static void
rehash(struct ballots *ballots)
{
	const struct entry *entry;
	size_t i;

	ballots->slot_count *= 2;
	ballots->slots = arena_array(ballots->arena, ballots->slot_count,
	    sizeof(*ballots->slots));
	for (i = 0; i < ballots->entry_count; i++) {
		entry = &ballots->entries[i];
		ballots->slots[slot_of(ballots, entry->hash, entry->spelt,
		    entry->length)] = (uint32_t)i + 1;
	}
}

static struct entry *
add_entry(struct ballots *ballots, uint64_t hash, const char *spelt,
    size_t length, bool keep)
{
	struct entry *entry;

	if (ballots->entry_count == UINT32_MAX - 1)
		err_die("more than four thousand million different ballots");
	if (2 * ballots->entry_count >= ballots->slot_count)
		rehash(ballots);
	ballots->entries = arena_grow(ballots->arena, ballots->entries,
	    ballots->entry_count, sizeof(*ballots->entries));
	entry = &ballots->entries[ballots->entry_count++];
	*entry =
	    (struct entry){ hash, arena_copy(ballots->arena, spelt, length),
		    length, 0, keep, NULL, 0 };
	ballots->slots[slot_of(ballots, hash, spelt, length)] =
	    (uint32_t)ballots->entry_count;
	return entry;
}

/* A file's number and a line, in one. */
static void
add_place(struct entry *entry, size_t file, size_t line)
{
	size_t n = entry->place_count;

	if ((n & (n - 1)) == 0)
		entry->places = err_alloc(entry->places,
		    (n ? 2 * n : 1) * sizeof(*entry->places));
	entry->places[entry->place_count++] =
	    (uint64_t)file << 40 | (line & 0xffffffffff);
}

/* Adds a ballot up at once, if the rules accept it. */
static bool
add_direct(struct ballots *ballots, const char *spelt, size_t length)
{
	struct ballot_verdict verdict =
	    ballot_judge(ballots->rules, spelt, length);

	if (verdict.reason != BALLOT_VALID)
		return false;
	if (ballots->direct.rules == NULL) {
		ballots->direct.rules = ballots->rules;
		ballots->direct.tally = ballot_new_tally(ballots->rules);
	}
	ballot_add_up(&ballots->direct.tally, ballots->rules, &verdict, 1);
	return true;
}

static void
reject_again(struct ballots *ballots, size_t file, size_t line,
    const struct voter *first)
{
	struct ballot_reject *reject;

	ballots->again = arena_grow(ballots->arena, ballots->again,
	    ballots->again_count, sizeof(*ballots->again));
	reject = &ballots->again[ballots->again_count++];
	reject->file = ballots->files[file];
	reject->line = line;
	reject->reason = BALLOT_VOTER_AGAIN;
	reject->args[0] = arena_string(ballots->arena, first->name);
	reject->args[1] = ballot_place(ballots->arena,
	    ballots->files[first->file], first->line);
}

/* A spelling that is not known yet; NULL if it was added up at once. */
static struct entry *
add_spelling(struct ballots *ballots, uint64_t hash, const char *spelt,
    size_t length)
{
	bool keep = true;

	if (ballots->rules != NULL && ballots->entry_count >= MAX_SPELT &&
	    add_direct(ballots, spelt, length))
		return NULL;
	if (ballots->rules != NULL)
		keep = ballot_judge(ballots->rules, spelt, length).reason !=
		    BALLOT_VALID;
	return add_entry(ballots, hash, spelt, length, keep);
}

/* Adds a ballot that is spelt out, of nobody or of a new voter. */
static void
add_spelt(struct ballots *ballots, const char *spelt, size_t length,
    size_t file, size_t line)
{
	uint64_t hash = hash_of(spelt, length);
	uint32_t slot = ballots->slots[slot_of(ballots, hash, spelt, length)];
	struct entry *entry = slot != 0
	    ? &ballots->entries[slot - 1]
	    : add_spelling(ballots, hash, spelt, length);

	if (entry == NULL)
		return;
	entry->count++;
	if (entry->keep || ballots->rules == NULL)
		add_place(entry, file, line);
}

void
ballot_add(struct ballots *ballots, const struct node *item)
{
	const struct ballot_spelt *spelt = &ballots->reader.spelt;
	struct pos pos = *item->key != '\0' ? item->key_pos : item->pos;
	struct voter first;
	size_t file;

	if (!ballot_spell(&ballots->reader, item))
		return;
	ballots->cast++;
	file = file_number(ballots, pos.file);
	if (spelt->voter.length > 0 &&
	    voter_seen(&ballots->voters, spelt->voter.at, file, pos.line,
		&first))
		reject_again(ballots, file, pos.line, &first);
	else
		add_spelt(ballots, spelt->bytes.at, spelt->bytes.length, file,
		    pos.line);
}

void
ballot_add_texts(struct ballots *ballots, struct pos pos,
    const char *const *texts, size_t count)
{
	struct buf *bytes = &ballots->reader.spelt.bytes;

	ballot_spell_texts(bytes, texts, count);
	ballots->cast++;
	add_spelt(ballots, bytes->at, bytes->length,
	    file_number(ballots, pos.file), pos.line);
}

static void
reject_entry(const struct ballots *ballots, struct ballot_tally *tally,
    const struct entry *entry, const struct ballot_verdict *verdict)
{
	struct arena *arena = ballots->arena;
	struct ballot_reject *reject;
	size_t i;

	if (entry->place_count < entry->count)
		tally->lost = true;
	for (i = 0; i < entry->place_count; i++) {
		tally->rejects = arena_grow(arena, tally->rejects,
		    tally->reject_count, sizeof(*tally->rejects));
		reject = &tally->rejects[tally->reject_count++];
		reject->file = ballots->files[entry->places[i] >> 40];
		reject->line = (size_t)(entry->places[i] & 0xffffffffff);
		reject->reason = verdict->reason;
		reject->args[0] = verdict->args[0];
		reject->args[1] = verdict->args[1];
	}
}

static void
take_again(const struct ballots *ballots, struct ballot_tally *tally)
{
	size_t i;

	for (i = 0; i < ballots->again_count; i++) {
		tally->rejects = arena_grow(ballots->arena, tally->rejects,
		    tally->reject_count, sizeof(*tally->rejects));
		tally->rejects[tally->reject_count++] = ballots->again[i];
	}
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

/* The heads of tables must be options. */
static void
check_heads(const struct ballots *ballots, struct ballot_rules *rules)
{
	const struct ballot_reader *reader = &ballots->reader;
	size_t i;

	for (i = 0; i < reader->head_count; i++)
		if (ballot_find(rules, reader->heads[i]->name) == SIZE_MAX)
			note_add(reader->faults, reader->heads[i]->pos,
			    M_BALLOT_COLUMN, reader->heads[i]->name);
}

struct ballot_tally
ballot_count(struct ballots *ballots, struct ballot_rules *rules)
{
	struct ballot_tally tally = ballot_new_tally(rules);
	const struct entry *entry;
	struct ballot_verdict verdict;
	size_t i;

	tally.cast = ballots->cast;
	if (ballots->direct.rules != NULL)
		ballot_join(&tally, rules, &ballots->direct.tally,
		    ballots->direct.rules);
	for (i = 0; i < ballots->entry_count; i++) {
		entry = &ballots->entries[i];
		verdict = ballot_judge(rules, entry->spelt, entry->length);
		if (verdict.reason == BALLOT_VALID)
			ballot_add_up(&tally, rules, &verdict, entry->count);
		else
			reject_entry(ballots, &tally, entry, &verdict);
	}
	take_again(ballots, &tally);
	for (i = 0; i < tally.reject_count; i++)
		tally.rejects[i].place = ballot_place(rules->arena,
		    tally.rejects[i].file, tally.rejects[i].line);
	check_heads(ballots, rules);
	return tally;
}
