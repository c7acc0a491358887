/*
 * term_read: what a name can be read as, from what stands there to what is
 * left of it without its dress, its endings, an opening and a gloss.
 */
#include <string.h>

#include "base/arena.h"
#include "text/dress.h"
#include "text/term_inner.h"
#include "text/uni.h"

enum { READINGS = 24, LEVELS = TERM_DATED + 1 };

/* A text that a name may be, folded, and the gloss that was left out. */
struct reading {
	const char *folded;
	uint32_t hash;
	const char *gloss; /* or NULL */
	const char *says; /* what of it stands for itself, folded: no bracket */
	bool twice; /* and names the same term: "Next steps and actions" */
};

/* The readings of a name, those of each level behind those of the last. */
struct name {
	struct arena *arena;
	char *typed;
	struct reading readings[READINGS];
	size_t counts[LEVELS]; /* how many there are up to a level */
	unsigned levels;       /* how many of them are known */
	size_t count;
};

/* Behind those of whom a name says it, what says that they were there, or were not:
 * "membres actifs présents" is "présents"; of others besides, what says no more than
 * that a line is of attendance.  NULL of any other name. */
static const char *
attendance_of(struct arena *arena, const char *text)
{
	enum { LONGEST = 60 };
	const char *at =
	    uni_fold(arena, arena_copy(arena, text, term_base_length(text)));
	bool besides = false, people = false;
	size_t n;

	if (strlen(at) > LONGEST)
		return NULL;
	for (; *at != '\0' && !(people && term_lists(T_ATTENDING, at));
	     at += n + (at[n] == ' ')) {
		n = strcspn(at, " ");
		besides = besides || term_lists_start(T_BESIDES, at);
		people = people || term_lists_start(T_ATTENDING_PEOPLE, at);
	}
	return *at == '\0' ? NULL
	    : besides      ? term_name(T_ATTENDANCE, LANG_FR)
			   : at;
}

static void
add_glossed(struct name *name, const char *text, const char *gloss,
    const char *says)
{
	const char *folded = term_fold(name->arena, text);

	for (size_t i = 0; i < name->count; i++)
		if (strcmp(name->readings[i].folded, folded) == 0)
			return;
	if (*folded != '\0' && name->count < READINGS)
		name->readings[name->count++] = (struct reading){ folded,
			term_hash(folded), gloss, says, false };
	text = attendance_of(name->arena, text);
	if (text != NULL)
		add_glossed(name, text, gloss, says);
}

static void
add(struct name *name, const char *text)
{
	add_glossed(name, text, NULL, "");
}

static bool
is_letter(char c)
{
	return c >= 'a' && c <= 'z';
}

static size_t
letters_length(const char *folded)
{
	return strspn(folded, "abcdefghijklmnopqrstuvwxyz");
}

/* The length of an ending behind its mark: "e", "es", "rice)s"; or 0. */
static size_t
ending_length(struct arena *arena, const char *text, bool bracket)
{
	size_t n = letters_length(text);

	if (n == 0 || n > 6 ||
	    !term_lists(T_INCLUSIVE_ENDINGS, arena_copy(arena, text, n)))
		return 0;
	if (!bracket)
		return n;
	if (text[n] != ')')
		return 0;
	n++;
	return text[n] == 's' ? n + 1 : n;
}

/* The length of all the inclusive endings of a word, "·e·s", "(rice)"; or 0. */
static size_t
endings_length(struct arena *arena, const char *text)
{
	static const char *const marks[] = { "·", "•", "‧", "⋅", ".", "-", "/",
		"(" };
	const char *at = text;
	size_t mark, n;

	while (
	    (mark = uni_mark(at, marks, sizeof(marks) / sizeof(*marks))) > 0) {
		n = ending_length(arena, at + mark, *at == '(');
		if (n == 0)
			break;
		at += mark + n;
	}
	return is_letter(*at) ? 0 : (size_t)(at - text);
}

/* A folded text whose words have no inclusive endings. */
static const char *
without_endings(struct arena *arena, const char *folded)
{
	char *out = arena_alloc(arena, strlen(folded) + 1), *to = out;
	size_t n, word = 0;

	while (*folded != '\0') {
		n = word > 1 ? endings_length(arena, folded) : 0;
		folded += n;
		word = is_letter(*folded) ? word + 1 : 0;
		if (*folded != '\0')
			*to++ = *folded++;
	}
	return out;
}

/* The same as it is read: folded, and without endings. */
static const char *
plain_of(struct arena *arena, const char *text)
{
	return without_endings(arena, uni_fold(arena, text));
}

/* What is left of a folded text behind "les", "our", "what are": where more
 * than one stands in front, each rest is a reading. */
static void
add_opened(struct name *name, const char *folded, const char *gloss,
    const char *says)
{
	size_t n;

	while (strpbrk(folded, " '") != NULL &&
	    (n = term_front(T_OPENINGS, folded)) > 0) {
		folded += n;
		add_glossed(name, folded, gloss, says);
		n = strspn(folded, "0123456789"); /* "les 3 questions" */
		if (n > 0 && folded[n] == ' ')
			add_glossed(name, folded + n + 1, gloss, says);
	}
}

/* Where the bracket closes that opened in front of a text; NULL: nowhere. */
static const char *
closing(const char *text)
{
	size_t depth = 1;

	for (; *text != '\0'; text++) {
		if (strchr("([", *text) != NULL)
			depth++;
		else if (strchr(")]", *text) != NULL && --depth == 0)
			return text;
	}
	return NULL;
}

/* What stands for itself behind a mark: the words before the next bracket. */
static const char *
says_of(struct arena *arena, const char *text)
{
	size_t length;

	text = uni_fold(arena, text);
	text += strcspn(text, "abcdefghijklmnopqrstuvwxyz0123456789([");
	length = letters_length(text);
	if (term_lists(T_JOINERS, arena_copy(arena, text, length)))
		text = uni_skip_blanks(text + length);
	return term_fold(arena,
	    without_endings(arena,
		arena_copy(arena, text, strcspn(text, "(["))));
}

/* A key before a mark, and its gloss behind it: what a bracket holds, and what
 * stands behind the bracket. */
static void
add_cut(struct name *name, const char *words, const char *at, size_t mark)
{
	struct arena *arena = name->arena;
	bool bracket = strchr("([", at[mark - 1]) != NULL;
	const char *inner = at + mark, *rest = bracket ? closing(inner) : inner;
	const char *gloss, *left, *says;

	if (rest == NULL)
		return;
	gloss = uni_line(arena,
	    bracket ? arena_format(arena, "%.*s%s", (int)(rest - inner), inner,
			  rest + 1)
		    : inner);
	left = plain_of(arena, arena_until(arena, words, at));
	if (*gloss == '\0' || term_denies(gloss))
		return;
	says = says_of(arena, bracket ? rest + 1 : inner);
	add_glossed(name, left, gloss, says);
	add_opened(name, left, gloss, says);
}

static void
add_cuts(struct name *name, const char *words)
{
	static const char *const marks[] = { " (", " [", " / ", "/", " :", ": ",
		" - ", " – ", " — " };
	const char *at;

	for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++) {
		at = strstr(words, marks[i]);
		if (at != NULL && at > words)
			add_cut(name, words, at, strlen(marks[i]));
	}
}

/* A key that is named twice, "Next steps and actions", or asked twice, "What went
 * well, and why?". */
static void
add_twice(struct name *name, const char *words)
{
	static const char *const marks[] = { " & ", " et ", " and ", " / ",
		" + ", ", " };
	const char *folded = plain_of(name->arena, words), *at, *left, *says;
	size_t count = name->count;

	for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++) {
		at = strstr(folded, marks[i]);
		if (at == NULL)
			continue;
		left = arena_until(name->arena, folded,
		    at - (at > folded && at[-1] == ','));
		at += strlen(marks[i]);
		says = term_fold(name->arena, at + term_front(T_OPENINGS, at));
		add_glossed(name, left, NULL, says);
		add_opened(name, left, NULL, says);
	}
	for (; count < name->count; count++)
		if (term_lists(T_ASKED_TWICE, name->readings[count].says))
			name->readings[count].says = "";
		else
			name->readings[count].twice = true;
}

/* Whether a folded text says what, or when, something before it is of: "for next
 * meeting", "of the breakdown". */
static bool
is_closing(const char *text)
{
	size_t n = term_front(T_BEFORE_CLOSINGS, text);

	return text[term_front(T_CLOSINGS, text)] == '\0' ||
	    (n > 0 && text[n] != '\0' && !term_denies(text + n));
}

/* A key before such words: "Actions for next meeting". */
static void
add_closed(struct name *name, const char *words)
{
	const char *folded = plain_of(name->arena, words), *left, *blank,
		   *gloss;
	const char *at = folded + strcspn(folded, " ");

	while (*at != '\0' && !is_closing(at + 1))
		at += 1 + strcspn(at + 1, " ");
	if (*at++ == '\0')
		return;
	gloss = words + strlen(words);
	for (blank = at; blank != NULL; blank = strchr(blank + 1, ' '))
		while (gloss > words && *--gloss != ' ')
			continue;
	left = uni_until(name->arena, folded, at);
	gloss = uni_skip_blanks(gloss);
	add_glossed(name, left, gloss, "");
	add_opened(name, left, gloss, "");
}

/* The length of a name before the year that it ends in, "Actions 2027", "Actions
 * for 2026-2027", or 0; *year is that, as the name has it. */
static size_t
year_front(struct arena *arena, const char *words, const char **year)
{
	size_t length = strlen(words), n = length, before;
	const char *word;

	while (n > 0 && strchr("0123456789-/", words[n - 1]) != NULL)
		n--;
	if ((length - n != strlen("2027") &&
		length - n != strlen("2026-2027")) ||
	    strspn(words + n, "0123456789") != strlen("2027") ||
	    strchr("12", words[n]) == NULL || n < 2 || words[n - 1] != ' ')
		return 0;
	do {
		*year = words + n--;
		for (before = n; before > 0 && words[before - 1] != ' ';
		     before--)
			continue;
		word = uni_fold(arena,
		    arena_copy(arena, words + before, n - before));
		length = n;
		n = before;
	} while (before > 1 && term_lists(T_BEFORE_YEARS, word));
	return length;
}

/* A key before a year, which is its gloss. */
static void
add_dated(struct name *name, const char *words)
{
	const char *year, *left;
	size_t n = year_front(name->arena, words, &year);

	if (n == 0)
		return;
	left = plain_of(name->arena, arena_copy(name->arena, words, n));
	add_glossed(name, left, year, "");
	add_opened(name, left, year, "");
}

/* Whether a text is letters and blanks alone: it wears nothing then. */
static bool
is_bare(const char *text)
{
	for (; *text != '\0'; text++)
		if ((unsigned char)*text >= 0x80
			? *text != '\xc3' || *++text == '\0'
			: strchr("#?!:.-+/()[]={}<>", *text) != NULL)
			return false;
	return true;
}

/* "Forces -" and "Points (+)" as the words that are said, "forces moins": a sign
 * is what they are told apart by; NULL for any other name. */
static const char *
signed_name(struct arena *arena, const char *typed)
{
	static const struct {
		const char *sign, *word;
	} signs[] = { { " +", "plus" }, { " (+)", "plus" }, { " -", "moins" },
		{ " (-)", "moins" }, { " –", "moins" }, { " (–)", "moins" },
		{ " −", "moins" } };
	const char *text = plain_of(arena, dress_off(arena, typed)), *base;
	size_t length = strlen(text), n;

	for (size_t i = 0; i < sizeof(signs) / sizeof(*signs); i++) {
		n = strlen(signs[i].sign);
		if (length <= n ||
		    strcmp(text + length - n, signs[i].sign) != 0)
			continue;
		base = arena_copy(arena, text, length - n);
		return term_lists(T_SIGNED_NAMES, base)
		    ? arena_format(arena, "%s %s", base, signs[i].word)
		    : NULL;
	}
	return NULL;
}

static void
add_level(struct name *name, unsigned level)
{
	bool bare = is_bare(name->typed);
	const char *said = bare ? NULL : signed_name(name->arena, name->typed);
	const char *words = bare || level == 0
	    ? name->typed
	    : dress_key(name->arena, name->typed);

	if (said != NULL) {
		add(name, said);
		name->counts[level] = name->count;
		return;
	}
	switch (level) {
	case 0:
		add(name, name->typed);
		break;
	case TERM_PLAIN:
		if (bare)
			break;
		add(name, words);
		add(name, plain_of(name->arena, words));
		break;
	case TERM_OPENED:
		add_opened(name, plain_of(name->arena, words), NULL, "");
		add_twice(name, words);
		break;
	case TERM_GLOSSED:
		if (!bare)
			add_cuts(name, words);
		add_closed(name, words);
		break;
	default:
		add_dated(name, words);
	}
	name->counts[level] = name->count;
}

/* The slot of a name among the few that were asked for last. */
static struct name *
name_of(const char *typed)
{
	enum { SLOTS = 32 };
	static struct name slots[SLOTS];
	struct name *name;
	size_t hash = 0;

	for (const char *at = typed; *at != '\0'; at++)
		hash = 31 * hash + (unsigned char)*at;
	name = &slots[hash % SLOTS];
	if (name->typed != NULL && strcmp(name->typed, typed) == 0)
		return name;
	if (name->arena == NULL)
		name->arena = arena_new();
	arena_reset(name->arena);
	name->typed = arena_string(name->arena, typed);
	name->count = name->levels = 0;
	return name;
}

/* The term that a reading is among count terms, or T_NONE. */
static enum term
find_reading(const struct reading *reading, const enum term *among,
    size_t count, enum lang *lang)
{
	for (size_t i = 0; i < count && term_may_be(reading->hash); i++)
		if (term_has_hashed(among[i], reading->folded, reading->hash,
			lang) &&
		    (reading->twice
			    ? term_has_name(among[i], reading->says, NULL)
			    : !term_is_other(among[i], reading->says)))
			return among[i];
	return T_NONE;
}

static enum term
read_name(const struct name *name, size_t from, size_t to,
    const enum term *among, size_t count, enum lang *lang, const char **gloss)
{
	enum term term = T_NONE;

	for (size_t i = from; i < to && term == T_NONE; i++) {
		term = find_reading(&name->readings[i], among, count, lang);
		if (gloss != NULL)
			*gloss = name->readings[i].gloss;
	}
	return term;
}

/* Whether a name has letters that French alone writes: where both languages have
 * it but for them, "décisions" is not "decisions". */
static bool
is_accented(const char *typed)
{
	return strstr(typed, "\xc3") != NULL || strstr(typed, "\xc5") != NULL;
}

/* The term of a name, read no looser than so, and the gloss of that reading. */
static enum term
find(const char *typed, enum term_reading how, const enum term *among,
    size_t count, enum lang *lang, const char **gloss)
{
	struct name *name = name_of(typed);
	enum term term = T_NONE;

	for (unsigned level = 0; level <= how && term == T_NONE; level++) {
		if (level == name->levels) {
			add_level(name, level);
			name->levels++;
		}
		term = read_name(name, level > 0 ? name->counts[level - 1] : 0,
		    name->counts[level], among, count, lang, gloss);
	}
	if (term != T_NONE && lang != NULL && *lang == LANG_NONE &&
	    is_accented(typed))
		*lang = LANG_FR;
	return term;
}

enum term
term_find(const char *typed, const enum term *among, size_t count,
    enum lang *lang)
{
	return find(typed, TERM_PLAIN, among, count, lang, NULL);
}

bool
term_is(const char *typed, enum term term)
{
	return term_find(typed, &term, 1, NULL) != T_NONE;
}

enum term
term_read(const char *typed, enum term_reading how, const enum term *among,
    size_t count, enum lang *lang)
{
	return find(typed, how, among, count, lang, NULL);
}

const char *
term_gloss(struct arena *arena, const char *typed, enum term term)
{
	const char *gloss = NULL, *folded;

	if (find(typed, TERM_DATED, &term, 1, NULL, &gloss) == T_NONE ||
	    gloss == NULL ||
	    (gloss[strspn(gloss, "0123456789")] == '\0' &&
		strlen(gloss) < strlen("2027"))) /* "(2)" */
		return "";
	folded = term_fold(arena, plain_of(arena, gloss));
	return term_has_name(term, folded, NULL) ? ""
						 : arena_string(arena, gloss);
}

size_t
term_place(const char *typed, enum term term)
{
	struct name *name;
	size_t place = SIZE_MAX;
	unsigned level;

	for (level = 0; level <= TERM_GLOSSED && place == SIZE_MAX; level++)
		if (term_read(typed, level, &term, 1, NULL) != T_NONE)
			place = level;
	if (place == SIZE_MAX)
		return SIZE_MAX;
	name = name_of(typed);
	for (level = 0; level < name->count; level++)
		if (term_has_name(term, name->readings[level].folded, NULL))
			break;
	return place * TERM_MOST_NAMES +
	    term_name_place(term, name->readings[level].folded);
}
