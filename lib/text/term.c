#include "text/term_inner.h"

#include <string.h>

#include "base/arena.h"
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
#define COMPUTED(subject, ...)
#include "text/term.def"
};

static const enum term subjects[] = {
#define KEY(id, fr, en)
#define SUBJECT(id, fr, en) T_##id,
#define NAME(id, fr, en)
#define WORD(id, fr, en)
#define MESSAGE(id, fr, en)
#define COMPUTED(subject, ...)
#include "text/term.def"
};

static const struct {
	enum term subject;
	const enum term *terms;
} computed[] = {
#define KEY(id, fr, en)
#define SUBJECT(id, fr, en)
#define NAME(id, fr, en)
#define WORD(id, fr, en)
#define MESSAGE(id, fr, en)
#define COMPUTED(subject, ...)                                                 \
	{ T_##subject, (const enum term[]){ __VA_ARGS__, T_NONE } },
#include "text/term.def"
};

/* A name that is compared. */
struct compared {
	uint32_t hash;
	const char *folded;
};

/* The names as printed, the same folded, and those that are compared; filled
 * when first asked for. */
static struct {
	const char *printed[2], *folded[2];
	const struct compared *names[2];
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

/* The length of the first of the names that bars part, and the next one. */
static size_t
name_length(const char *names)
{
	return (size_t)(strchrnul(names, '|') - names);
}

static const char *
next_name(const char *names)
{
	names += name_length(names);
	return names + (*names == '|');
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
		length = name_length(names);
	*printed = lang == LANG_FR
	    ? term_typeset(arena_of_cache(), names, length)
	    : arena_copy(arena_of_cache(), names, length);
	return *printed;
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

const char *
term_name_folded(enum term term, enum lang lang)
{
	const char **folded = &cache[term].folded[lang == LANG_FR ? 0 : 1];

	if (*folded == NULL)
		*folded = uni_fold(arena_of_cache(), term_name(term, lang));
	return *folded;
}

static bool
parts_words(char c)
{
	return c == ' ' || c == '-' || c == '_' || c == '\'';
}

/* What is left of a name behind uni_fold: no blanks, no plurals; a sign, "--", is
 * all of it. */
static char *
fold_words(struct arena *arena, const char *in)
{
	char *folded = arena_alloc(arena, strlen(in) + 1), *out = folded;

	if (in[strspn(in, "-")] == '\0')
		return arena_copy(arena, in, strlen(in));
	for (; *in != '\0'; in++) {
		if (parts_words(*in))
			continue;
		if ((*in == 's' || *in == 'x') && out > folded &&
		    (in[1] == '\0' || in[1] == ':' || parts_words(in[1])))
			continue;
		*out++ = *in;
	}
	while (out > folded && out[-1] == ':')
		out--;
	*out = '\0';
	return folded;
}

char *
term_fold(struct arena *arena, const char *key)
{
	char *copy = arena_copy(arena, key, term_base_length(key));

	return fold_words(arena, skip_number(uni_fold(arena, copy)));
}

uint32_t
term_hash(const char *folded)
{
	uint32_t hash = 5381;

	for (; *folded != '\0'; folded++)
		hash = 33 * hash + (unsigned char)*folded;
	return hash;
}

/* The first of the names that bars part, folded. */
static const char *
fold_name(struct arena *arena, const char *names)
{
	return fold_words(arena,
	    uni_fold(arena, arena_copy(arena, names, name_length(names))));
}

/* A term's names in a language, as they are compared. */
static const struct compared *
names_of(enum term term, int lang)
{
	const char *names = terms[term].names[lang];
	struct compared *compared = NULL;
	size_t count = 0;

	if (cache[term].counts[lang] > 0)
		return cache[term].names[lang];
	for (; *names != '\0'; names = next_name(names), count++) {
		compared = arena_grow(arena_of_cache(), compared, count,
		    sizeof(*compared));
		compared[count].folded = fold_name(arena_of_cache(), names);
		compared[count].hash = term_hash(compared[count].folded);
	}
	cache[term].names[lang] = compared;
	cache[term].counts[lang] = count;
	return compared;
}

/* The place of a folded name among a term's in a language; SIZE_MAX: none. */
static size_t
place_among(enum term term, int lang, const char *folded, uint32_t hash)
{
	const struct compared *names = names_of(term, lang);

	for (size_t i = 0; i < cache[term].counts[lang]; i++)
		if (names[i].hash == hash &&
		    strcmp(names[i].folded, folded) == 0)
			return i;
	return SIZE_MAX;
}

bool
term_may_be(uint32_t hash)
{
	enum { WORTH = 4096, BITS = 1 << 18 };
	static uint64_t names[BITS / 64];
	static size_t asked;
	const struct compared *all;

	for (size_t i = 0; asked == WORTH && i < 2 * T_COUNT; i++) {
		all = names_of(i / 2, i % 2);
		for (size_t n = 0; n < cache[i / 2].counts[i % 2]; n++)
			names[all[n].hash % BITS / 64] |= UINT64_C(1)
			    << all[n].hash % 64;
	}
	asked += asked <= WORTH;
	return asked <= WORTH || (names[hash % BITS / 64] >> hash % 64 & 1);
}

bool
term_has_hashed(enum term term, const char *folded, uint32_t hash,
    enum lang *lang)
{
	bool fr = *folded && place_among(term, 0, folded, hash) != SIZE_MAX;
	bool en = *folded && place_among(term, 1, folded, hash) != SIZE_MAX;

	if (lang != NULL && (fr || en))
		*lang = fr == en ? LANG_NONE : fr ? LANG_FR : LANG_EN;
	return fr || en;
}

bool
term_has_name(enum term term, const char *folded, enum lang *lang)
{
	return term_has_hashed(term, folded, term_hash(folded), lang);
}

size_t
term_name_place(enum term term, const char *folded)
{
	uint32_t hash = term_hash(folded);
	size_t fr = place_among(term, 0, folded, hash);
	size_t en = place_among(term, 1, folded, hash);

	return fr < en ? fr : en;
}

static bool
is_key_or_name(enum term term)
{
	return terms[term].kind == KIND_KEY || terms[term].kind == KIND_NAME;
}

/* The next key or name behind a term that has a folded name; T_NONE: none. */
static enum term
next_named(enum term term, const char *folded)
{
	uint32_t hash = term_hash(folded);

	while (++term < T_JANUARY)
		if (is_key_or_name(term) &&
		    term_has_hashed(term, folded, hash, NULL))
			return term;
	return T_NONE;
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

/* A synonym of what another tool has in its items is but words here. */
bool
term_is_other(enum term term, const char *folded)
{
	enum term other = T_NONE, home;

	if (*folded == '\0' || term_has_name(term, folded, NULL))
		return false;
	while ((other = next_named(other, folded)) != T_NONE) {
		home = home_of(other);
		if (terms[other].kind == KIND_KEY || home == T_NONE ||
		    home == home_of(term) ||
		    term_name_place(other, folded) == 0)
			return true;
	}
	return false;
}

size_t
term_all_keys(enum term keys[T_COUNT])
{
	size_t count = 0;

	for (enum term term = T_NONE + 1; term < T_COUNT; term++)
		if (terms[term].kind == KIND_KEY)
			keys[count++] = term;
	return count;
}

enum term
term_find_key(const char *key)
{
	ARENA_SCRATCH(arena);
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
	return sure ? found : T_NONE;
}

/* Whether a term is of a tool: one that chooses somebody has what is of every
 * decision by consent, too. */
static bool
is_of(enum term term, enum term tool)
{
	enum term home = home_of(term);

	return home == tool || (tool == T_ELECTION && home == T_CONSENT);
}

bool
term_is_known(enum term home, const char *key)
{
	ARENA_SCRATCH(arena);
	const char *folded = term_fold(arena, key);
	enum term term = next_named(T_NONE, folded);

	while (term != T_NONE && home_of(term) != T_NONE && !is_of(term, home))
		term = next_named(term, folded);
	return term != T_NONE;
}

enum term
term_find_common_of(enum term home, const char *key, const enum term *common,
    size_t count)
{
	enum term found = term_find(key, common, count, NULL), other;
	ARENA_SCRATCH(arena);
	const char *folded = term_fold(arena, key);
	bool first = found == T_NONE || home == T_NONE ||
	    term_name_place(found, folded) == 0;

	for (other = T_NONE + 1; other < T_JANUARY && !first; other++)
		if (terms[other].kind == KIND_KEY && is_of(other, home) &&
		    term_name_place(other, folded) == 0)
			found = T_NONE;
	return found;
}

/* The one key of a tool's own that has a folded name, where no key of all has it
 * too; a NAME where it is the only one of the vocabulary, and goes by it first. */
static enum term
find_own(enum term home, const char *folded)
{
	enum term term = T_NONE, found = T_NONE;
	size_t others = 0;

	while (home != T_NONE && (term = next_named(term, folded)) != T_NONE) {
		if (home_of(term) != T_NONE && !is_of(term, home)) {
			others++;
			continue;
		}
		if (home_of(term) == T_NONE || found != T_NONE)
			return T_NONE;
		found = term;
	}
	return found != T_NONE && terms[found].kind == KIND_NAME &&
		(others > 0 || term_name_place(found, folded) > 0)
	    ? T_NONE
	    : found;
}

/* Whether another term has a name too: of this tool, where the term is of it or
 * of all, or else of any. */
static bool
is_contested(enum term term, enum term home, const char *key)
{
	ARENA_SCRATCH(arena);
	const char *folded = term_fold(arena, key);
	bool ours = is_of(term, home) || home_of(term) == T_NONE;
	bool contested = false;
	enum term other = T_NONE;

	while (!contested && (other = next_named(other, folded)) != T_NONE)
		contested = other != term && home_of(other) != T_NONE &&
		    (!ours || is_of(other, home));
	return contested;
}

enum term
term_find_key_of(enum term home, const char *key)
{
	ARENA_SCRATCH(arena);
	const char *folded = term_fold(arena, key);
	enum term term = find_own(home, folded);

	if (term == T_NONE) {
		term = term_find_key(key);
		if (is_contested(term, home, key) ||
		    (term != T_NONE && home_of(term) != T_NONE &&
			!is_of(term, home) &&
			term_name_place(term, folded) > 0))
			term = T_NONE;
	}
	return term;
}

enum term
term_find_subject(const char *heading)
{
	return term_find(heading, subjects,
	    sizeof(subjects) / sizeof(subjects[0]), NULL);
}

/* Whether a heading names a term as reports do, by no synonym. */
static bool
is_printed(const char *heading, enum term term)
{
	return term_is(heading, term) &&
	    term_place(heading, term) % TERM_MOST_NAMES == 0;
}

enum term
term_find_computed(enum term subject, const char *heading)
{
	const enum term *term = NULL;

	if (subject != T_NONE && is_printed(heading, T_FINDINGS))
		return T_FINDINGS;
	for (size_t i = 0; i < sizeof(computed) / sizeof(computed[0]); i++)
		if (computed[i].subject == subject)
			term = computed[i].terms;
	while (term != NULL && *term != T_NONE && !is_printed(heading, *term))
		term++;
	return term != NULL ? *term : T_NONE;
}

size_t
term_near(const char *a, const char *b)
{
	ARENA_SCRATCH(arena);

	return term_distance(term_fold(arena, a), term_fold(arena, b));
}

/* A phrase is long, and shares "ce qui", "what we" with many; a short word with
 * another letter in front is another word, "lot" of "slot". */
enum { MOST_SLIPS = 3, SHORT = 6 };

/* Whether a name of those that bars part says the contrary of a key. */
static bool
turns(struct arena *arena, const char *key, const char *names)
{
	return term_turns(key, arena_copy(arena, names, name_length(names)));
}

const char *
term_nearest(const char *key, const enum term *among, size_t count)
{
	const char *nearest = NULL, *names;
	const struct compared *name;
	ARENA_SCRATCH(arena);
	const char *folded = term_fold(arena, key);
	size_t i, near, best = SIZE_MAX;

	for (i = 0; i < 2 * count; i++) {
		names = terms[among[i / 2]].names[i % 2];
		name = names_of(among[i / 2], i % 2);
		for (; *names != '\0'; names = next_name(names), name++) {
			if (*folded != *name->folded && strlen(folded) < SHORT)
				continue;
			near = term_distance(folded, name->folded);
			if (near < best && near <= MOST_SLIPS &&
			    !turns(arena, key, names)) {
				best = near;
				nearest = names;
			}
		}
	}
	if (nearest != NULL)
		nearest =
		    arena_copy(arena_of_cache(), nearest, name_length(nearest));
	return nearest;
}

bool
term_is_near_some(enum term home, const char *key)
{
	enum term among[T_COUNT], term;
	size_t count = 0;

	for (term = T_NONE + 1; term < T_JANUARY; term++)
		if (is_key_or_name(term) &&
		    (home == T_NONE || home_of(term) == T_NONE ||
			home_of(term) == home))
			among[count++] = term;
	return term_nearest(key, among, count) != NULL;
}

bool
term_same(const char *a, const char *b)
{
	ARENA_SCRATCH(arena);

	return strcmp(a, b) == 0 ||
	    strcmp(term_fold(arena, a), term_fold(arena, b)) == 0;
}
