#include "text/term_inner.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "text/near.h"
#include "text/uni.h"

enum kind {
	KIND_NONE,
	KIND_KEY,
	KIND_SUBJECT,
	KIND_NAME,
	KIND_WORD,
	KIND_MESSAGE
};

static const struct {
	enum kind kind;
	const char *names[2]; /* French, English: each "name|synonym|..." */
} terms[T_COUNT] = {
	[T_NONE] = { KIND_NONE, { "", "" } },
#define KEY(id, fr, en) [T_##id] = { KIND_KEY, { fr, en } },
#define SUBJECT(id, fr, en) [T_##id] = { KIND_SUBJECT, { fr, en } },
#define NAME(id, fr, en) [T_##id] = { KIND_NAME, { fr, en } },
#define WORD(id, fr, en) [T_##id] = { KIND_WORD, { fr, en } },
#define MESSAGE(id, fr, en) [M_##id] = { KIND_MESSAGE, { fr, en } },
#define COMPUTED(subject, term)
#include "text/term.def"
};

static const enum term subjects[] = {
#define KEY(id, fr, en)
#define SUBJECT(id, fr, en) T_##id,
#define NAME(id, fr, en)
#define WORD(id, fr, en)
#define MESSAGE(id, fr, en)
#define COMPUTED(subject, term)
#include "text/term.def"
};

static const struct {
	enum term subject, term;
} computed[] = {
#define KEY(id, fr, en)
#define SUBJECT(id, fr, en)
#define NAME(id, fr, en)
#define WORD(id, fr, en)
#define MESSAGE(id, fr, en)
#define COMPUTED(subject, term) { T_##subject, T_##term },
#include "text/term.def"
};

/* The names as printed, and as compared; filled when first asked for. */
static struct {
	const char *printed[2];
	const char *folded[2]; /* each name followed by a newline */
	const uint32_t *hashes[2];
	size_t counts[2];
} cache[T_COUNT];
static struct arena *cache_arena;

static struct arena *
arena_of_cache(void)
{
	if (cache_arena == NULL)
		cache_arena = arena_new();
	return cache_arena;
}

const char *
term_name(enum term term, enum lang lang)
{
	const char **printed = &cache[term].printed[lang == LANG_FR ? 0 : 1];
	const char *names = terms[term].names[lang == LANG_FR ? 0 : 1];
	size_t length = strlen(names);

	if (*printed != NULL)
		return *printed;
	if (terms[term].kind < KIND_WORD)
		length = strcspn(names, "|");
	*printed = lang == LANG_FR
	    ? term_typeset(arena_of_cache(), names, length)
	    : arena_copy(arena_of_cache(), names, length);
	return *printed;
}

bool
term_is_subject(enum term term)
{
	return terms[term].kind == KIND_SUBJECT;
}

/* Behind a leading "2." "2)" "II." and the blank that follows. */
static const char *
skip_number(const char *key)
{
	size_t n = strspn(key, "0123456789");

	if (n == 0)
		n = strspn(key, "ivx");
	if (n == 0 || (key[n] != '.' && key[n] != ')') || key[n + 1] != ' ')
		return key;
	return key + n + 2;
}

char *
term_fold(struct arena *arena, const char *key)
{
	char *copy = arena_copy(arena, key, term_base_length(key)), *out;
	const char *in = skip_number(uni_fold(arena, copy));
	char *folded = out = arena_alloc(arena, strlen(in) + 1);

	for (; *in != '\0'; in++) {
		if (strchr(" -_'", *in) != NULL)
			continue;
		if (strchr("sx", *in) != NULL && out > folded &&
		    (in[1] == '\0' || strchr(" -_':", in[1]) != NULL))
			continue;
		*out++ = *in;
	}
	while (out > folded && out[-1] == ':')
		out--;
	*out = '\0';
	return folded;
}

/* The next one of the names that bars part. */
static const char *
next_name(const char *names)
{
	names += strcspn(names, "|");
	return names + (*names == '|');
}

uint32_t
term_hash(const char *folded)
{
	uint32_t hash = 5381;

	for (; *folded != '\0'; folded++)
		hash = 33 * hash + (unsigned char)*folded;
	return hash;
}

static const char *
folded_names(enum term term, int lang)
{
	const char **folded = &cache[term].folded[lang];
	const char *names = terms[term].names[lang];
	struct arena *arena = arena_of_cache();
	struct buf all = BUF_INIT;
	uint32_t *hashes = NULL;
	const char *name;
	size_t count = 0;

	if (*folded != NULL)
		return *folded;
	for (; *names != '\0'; names = next_name(names)) {
		name = term_fold(arena,
		    arena_copy(arena, names, strcspn(names, "|")));
		buf_format(&all, "%s\n", name);
		hashes = arena_grow(arena, hashes, count, sizeof(*hashes));
		hashes[count++] = term_hash(name);
	}
	cache[term].hashes[lang] = hashes;
	cache[term].counts[lang] = count;
	*folded = arena_copy(arena, all.at, all.length);
	buf_free(&all);
	return *folded;
}

/* Whether one of a term's names in a language is the folded one. */
static bool
has_name(enum term term, int lang, const char *folded, uint32_t hash)
{
	const char *names = folded_names(term, lang);
	const uint32_t *hashes = cache[term].hashes[lang];
	size_t n = strlen(folded), i = 0;

	while (i < cache[term].counts[lang] && hashes[i] != hash)
		i++;
	if (i == cache[term].counts[lang])
		return false;
	for (; *names != '\0'; names = strchr(names, '\n') + 1)
		if (strncmp(names, folded, n) == 0 && names[n] == '\n')
			return true;
	return false;
}

bool
term_has_hashed(enum term term, const char *folded, uint32_t hash,
    enum lang *lang)
{
	bool fr = *folded && has_name(term, 0, folded, hash);
	bool en = *folded && has_name(term, 1, folded, hash);

	if (lang != NULL && (fr || en))
		*lang = fr == en ? LANG_NONE : fr ? LANG_FR : LANG_EN;
	return fr || en;
}

bool
term_has_name(enum term term, const char *folded, enum lang *lang)
{
	return term_has_hashed(term, folded, term_hash(folded), lang);
}

/* The place of a folded name among some. */
static size_t
place_among(const char *names, const char *folded)
{
	size_t n = strlen(folded), place = 0;

	for (; *names != '\0'; names = strchr(names, '\n') + 1, place++)
		if (strncmp(names, folded, n) == 0 && names[n] == '\n')
			return place;
	return SIZE_MAX;
}

size_t
term_name_place(enum term term, const char *folded)
{
	size_t fr = place_among(folded_names(term, 0), folded);
	size_t en = place_among(folded_names(term, 1), folded);

	return fr < en ? fr : en;
}

static bool
is_key_or_name(enum term term)
{
	return terms[term].kind == KIND_KEY || terms[term].kind == KIND_NAME;
}

bool
term_is_other(enum term term, const char *folded)
{
	enum term other;

	if (term_has_name(term, folded, NULL))
		return false;
	for (other = T_NONE + 1; other < T_JANUARY; other++)
		if (is_key_or_name(other) && term_has_name(other, folded, NULL))
			return true;
	return false;
}

size_t
term_all_keys(enum term keys[T_COUNT])
{
	enum term term;
	size_t count = 0;

	for (term = T_NONE + 1; term < T_COUNT; term++)
		if (terms[term].kind == KIND_KEY)
			keys[count++] = term;
	return count;
}

enum term
term_find_key(const char *key)
{
	struct arena *arena = arena_new();
	const char *folded = term_fold(arena, key);
	enum term found = T_NONE, term;
	bool sure = true;

	for (term = T_NONE + 1; term < T_COUNT; term++) {
		if (terms[term].kind != KIND_KEY &&
		    terms[term].kind != KIND_SUBJECT)
			continue;
		if (!term_has_name(term, folded, NULL))
			continue;
		sure = sure && found == T_NONE;
		found = term;
	}
	arena_free(arena);
	return sure ? found : T_NONE;
}

/* The subject of the tool that a term is of, T_NONE for one of all. */
static enum term
home_of(enum term term)
{
	if (term >= T_JANUARY)
		return T_NONE;
	while (term > T_NONE && terms[term].kind != KIND_SUBJECT)
		term--;
	return term;
}

/* Adds one to each tool that has a key among its names. */
static void
count_homes(size_t *counts, const char *folded)
{
	enum term term, home, last = T_NONE;

	for (term = T_NONE + 1; term < T_JANUARY; term++) {
		if (!is_key_or_name(term) || !term_has_name(term, folded, NULL))
			continue;
		home = home_of(term);
		if (home != last)
			counts[home]++;
		last = home;
	}
}

enum term
term_home(const char *const *keys, size_t count)
{
	struct arena *arena = arena_new();
	size_t *counts = arena_array(arena, T_COUNT, sizeof(*counts)), i;
	enum term term, best = T_NONE;

	for (i = 0; i < count; i++)
		count_homes(counts, term_fold(arena, keys[i]));
	counts[T_NONE] = 0;
	for (term = T_NONE + 1; term < T_COUNT; term++)
		if (counts[term] > counts[best])
			best = term;
	arena_free(arena);
	return best;
}

/* Whether another term has a name too: of this tool, or else of any. */
static bool
is_contested(enum term term, enum term home, const char *key)
{
	struct arena *arena = arena_new();
	const char *folded = term_fold(arena, key);
	bool ours = home_of(term) == home, contested = false;
	enum term other, of;

	for (other = T_NONE + 1; other < T_JANUARY && !contested; other++) {
		of = home_of(other);
		contested = other != term && is_key_or_name(other) &&
		    of != T_NONE && (!ours || of == home) &&
		    term_has_name(other, folded, NULL);
	}
	arena_free(arena);
	return contested;
}

enum term
term_find_key_of(enum term home, const char *key)
{
	enum term term = term_find_key(key);

	if (home == T_NONE || home_of(term) == T_NONE)
		return term;
	return is_contested(term, home, key) ? T_NONE : term;
}

enum term
term_find_subject(const char *heading)
{
	return term_find(heading, subjects,
	    sizeof(subjects) / sizeof(subjects[0]), NULL);
}

enum term
term_find_computed(enum term subject, const char *heading)
{
	size_t i;

	for (i = 0; i < sizeof(computed) / sizeof(computed[0]); i++)
		if (computed[i].subject == subject &&
		    term_find(heading, &computed[i].term, 1, NULL) != T_NONE)
			return computed[i].term;
	return T_NONE;
}

size_t
term_near(const char *a, const char *b)
{
	struct arena *arena = arena_new();
	const char *folded = term_fold(arena, b);
	size_t near =
	    near_distance(term_fold(arena, a), folded, strlen(folded));

	arena_free(arena);
	return near;
}

/* A phrase is long, and shares "ce qui", "what we" with many. */
enum { MOST_SLIPS = 3 };

/* Whether a name of those that bars part says the contrary of a key. */
static bool
turns(struct arena *arena, const char *key, const char *names)
{
	return term_turns(key, arena_copy(arena, names, strcspn(names, "|")));
}

const char *
term_nearest(const char *key, const enum term *among, size_t count)
{
	const char *nearest = NULL, *names, *name;
	struct arena *arena = arena_new();
	const char *folded = term_fold(arena, key);
	size_t i, near, best = SIZE_MAX;
	int lang;

	for (i = 0; i < 2 * count; i++) {
		lang = i % 2 != 0;
		name = folded_names(among[i / 2], lang);
		names = terms[among[i / 2]].names[lang];
		for (; *names != '\0'; names = next_name(names)) {
			near = near_distance(folded, name, strcspn(name, "\n"));
			if (near < best && near <= MOST_SLIPS &&
			    !turns(arena, key, names)) {
				best = near;
				nearest = names;
			}
			name = strchr(name, '\n') + 1;
		}
	}
	if (nearest != NULL)
		nearest = arena_copy(arena_of_cache(), nearest,
		    strcspn(nearest, "|"));
	arena_free(arena);
	return nearest;
}

bool
term_same(const char *a, const char *b)
{
	struct arena *arena = arena_new();
	bool same = strcmp(term_fold(arena, a), term_fold(arena, b)) == 0;

	arena_free(arena);
	return same;
}
