/*
 * ballot_judge: one ballot against the rules.
 */
#include <inttypes.h>
#include <string.h>

#include "base/arena.h"
#include "domain/ballot_inner.h"
#include "domain/tail.h"
#include "source/md.h"
#include "text/term.h"
#include "text/uni.h"
#include "value/marks.h"
#include "value/number.h"

/* The most votes that one choice can name. */
static const uint64_t MOST = UINT64_C(1000000000000);

static void
know(struct dict *dict, const char *name, const struct ballot_option *option)
{
	struct dict_entry *entry;

	if (*name == '\0')
		return;
	entry = dict_enter(dict, name);
	if (entry->value == NULL)
		entry->value = (void *)option;
}

const char *
ballot_option_key(struct arena *arena, const char *plain)
{
	return uni_fold(arena, plain);
}

/* What two texts have in front names none of them. */
static void
know_front(struct ballot_rules *rules, const struct ballot_option *option)
{
	const char *colon = strchr(option->text, ':');
	struct dict_entry *entry;

	if (colon == NULL || colon == option->text)
		return;
	entry = dict_enter(&rules->fronts,
	    ballot_option_key(rules->arena,
		arena_copy(rules->arena, option->text,
		    (size_t)(colon - option->text))));
	entry->value = entry->value == NULL ? (void *)option : rules;
}

struct ballot_rules *
ballot_rules(struct arena *arena, struct arena *scratch,
    const struct ballot_option *options, size_t count, uint64_t dots,
    bool stacking)
{
	struct ballot_rules *rules = arena_alloc(arena, sizeof(*rules));
	size_t i;

	rules->arena = arena;
	rules->scratch = scratch;
	rules->options = options;
	rules->count = count;
	rules->dots = dots;
	rules->stacking = stacking;
	dict_init(&rules->labels, arena);
	dict_init(&rules->texts, arena);
	dict_init(&rules->fronts, arena);
	dict_init(&rules->spelt, arena);
	rules->votes = arena_array(arena, count, sizeof(*rules->votes));
	for (i = 0; i < count; i++) {
		rules->labelled |= *options[i].label != '\0';
		know(&rules->labels, options[i].label, &options[i]);
		know(&rules->texts, ballot_option_key(arena, options[i].text),
		    &options[i]);
		know_front(rules, &options[i]);
	}
	return rules;
}

/* "A Jardin": a label and its own text. */
static const struct ballot_option *
find_both(const struct ballot_rules *rules, struct arena *arena,
    const char *name)
{
	const struct dict_entry *label, *text;
	size_t n = strcspn(name, " ");

	if (name[n] == '\0')
		return NULL;
	label = dict_find(&rules->labels, arena_copy(arena, name, n));
	text = dict_find(&rules->texts, ballot_option_key(arena, name + n));
	return label != NULL && text != NULL && label->value == text->value
	    ? label->value
	    : NULL;
}

static const struct ballot_option *
find_front(const struct ballot_rules *rules, struct arena *arena,
    const char *name)
{
	const struct dict_entry *entry =
	    dict_find(&rules->fronts, ballot_option_key(arena, name));

	return entry == NULL || entry->value == rules ? NULL : entry->value;
}

static const struct ballot_option *
find_place(struct ballot_rules *rules, const char *name)
{
	int64_t place;

	if (rules->labelled || strspn(name, "0123456789") != strlen(name) ||
	    !number_read(name, &place) || place < 1000 ||
	    (uint64_t)place / 1000 > rules->count)
		return NULL;
	rules->placed = true;
	return &rules->options[place / 1000 - 1];
}

size_t
ballot_find(struct ballot_rules *rules, const char *name)
{
	const struct dict_entry *entry = dict_find(&rules->spelt, name);
	const struct ballot_option *option = entry ? entry->value : NULL;
	struct arena *arena;
	const char *plain;

	if (option != NULL)
		return (size_t)(option - rules->options);
	arena = arena_new();
	plain = uni_line(arena, md_plain(arena, md_text(arena, name)));
	entry = dict_find(&rules->labels, plain);
	if (entry == NULL)
		entry =
		    dict_find(&rules->texts, ballot_option_key(arena, plain));
	option = entry ? entry->value : find_both(rules, arena, plain);
	if (option == NULL)
		option = find_front(rules, arena, plain);
	if (option == NULL)
		option = find_place(rules, plain);
	if (option != NULL)
		know(&rules->spelt, arena_string(rules->arena, name), option);
	arena_free(arena);
	return option ? (size_t)(option - rules->options) : SIZE_MAX;
}

/* What is being judged. */
struct judging {
	struct ballot_rules *rules;
	struct ballot_verdict verdict;
	uint64_t used;
	size_t choices;
	bool blank; /* it says that it is */
};

static const char *
plain_of(struct arena *arena, const char *text)
{
	return md_plain(arena, md_text(arena, text));
}

static void
reject(struct judging *judging, enum ballot_reason reason, const char *first,
    const char *second)
{
	if (judging->verdict.reason != BALLOT_VALID)
		return;
	judging->verdict.reason = reason;
	judging->verdict.args[0] = arena_string(judging->rules->arena, first);
	judging->verdict.args[1] = arena_string(judging->rules->arena, second);
}

static bool
is_word(enum term term, const char *name)
{
	return term_is(name, term);
}

static void
add_choice(struct judging *judging, const char *name, uint64_t votes)
{
	struct ballot_rules *rules = judging->rules;
	const char *plain;
	size_t found;

	if (*name == '\0')
		return;
	judging->choices++;
	found = ballot_find(rules, name);
	if (found != SIZE_MAX) {
		rules->votes[found] += votes;
		judging->used += votes;
		return;
	}
	plain = plain_of(rules->scratch, name);
	if (is_word(T_BLANK_BALLOT, plain))
		judging->blank = true;
	else if (is_word(T_SPOILED_BALLOT, plain))
		reject(judging, BALLOT_SPOILED, "", "");
	else
		reject(judging, BALLOT_UNKNOWN, plain, "");
}

bool
ballot_read_votes(const char *text, uint64_t *votes)
{
	int64_t thousandths;

	*votes = 0;
	if (*text == '\0')
		return true;
	if (number_read(text, &thousandths)) {
		*votes = (uint64_t)thousandths / 1000;
		return thousandths >= 0 && thousandths % 1000 == 0;
	}
	if (marks_read(text, votes))
		return true;
	*votes = is_word(T_YES, text);
	return *votes > 0 || is_word(T_NO, text);
}

static void
add_given(struct judging *judging, const char *name, const char *value)
{
	const char *plain = plain_of(judging->rules->scratch, value);
	uint64_t votes;

	if (!ballot_read_votes(plain, &votes) || votes > MOST) {
		if (ballot_find(judging->rules, name) == SIZE_MAX)
			reject(judging, BALLOT_UNKNOWN,
			    plain_of(judging->rules->scratch, name), "");
		else
			reject(judging, BALLOT_NO_COUNT, plain, "");
	} else if (votes > 0) {
		add_choice(judging, name, votes);
	}
}

/* A name of several, "Halle"; or "Halle : 2", "Halle (2)", where that is none and
 * what stands before the figure is. */
static void
add_part(struct judging *judging, const char *from, size_t length)
{
	struct arena *arena = judging->rules->scratch;
	const char *name = uni_line(arena, arena_copy(arena, from, length));
	struct tail tail = { TAIL_NONE };

	if (ballot_find(judging->rules, name) == SIZE_MAX)
		tail = tail_cut(arena, LANG_NONE, md_text(arena, name));
	if (tail.shape != TAIL_NONE && tail.whole == 0 && tail.who == NULL &&
	    ballot_find(judging->rules, tail.text) != SIZE_MAX)
		add_choice(judging, tail.text, tail.count);
	else
		add_choice(judging, name, 1);
}

/* The last of several names, which "et" or "and" may split once more. */
static void
add_last(struct judging *judging, const char *text)
{
	static const char *const ands[] = { " et ", " and " };
	const char *at;
	size_t i;

	for (i = 0; i < 2; i++) {
		at = strstr(text, ands[i]);
		if (at == NULL || strstr(at + 1, ands[i]) != NULL ||
		    ballot_find(judging->rules, text) != SIZE_MAX)
			continue;
		add_part(judging, text, (size_t)(at - text));
		add_part(judging, at + strlen(ands[i]),
		    strlen(at + strlen(ands[i])));
		return;
	}
	add_part(judging, text, strlen(text));
}

static void
add_names(struct judging *judging, const char *text)
{
	const char *parts = strchr(text, ';') ? ";" : ",";
	size_t n;

	if (ballot_find(judging->rules, text) != SIZE_MAX) {
		add_choice(judging, text, 1);
		return;
	}
	for (; (n = strcspn(text, parts), text[n] != '\0'); text += n + 1)
		add_part(judging, text, n);
	add_last(judging, text);
}

static void
check_voter(struct judging *judging, const char *voter)
{
	if (ballot_find(judging->rules, voter) != SIZE_MAX)
		reject(judging, BALLOT_UNCLEAR,
		    plain_of(judging->rules->scratch, voter), "");
}

static const char *
number(struct arena *arena, uint64_t value)
{
	return arena_format(arena, "%" PRIu64, value);
}

static const char *
name_of(const struct ballot_option *option)
{
	return *option->label ? option->label : option->text;
}

/* Weighs the votes of a ballot that could be read. */
static void
weigh(struct judging *judging)
{
	struct ballot_rules *rules = judging->rules;
	size_t i;

	if (judging->verdict.reason != BALLOT_VALID)
		return;
	if (rules->dots > 0 && judging->used > rules->dots) {
		reject(judging, BALLOT_TOO_MANY,
		    number(rules->scratch, judging->used),
		    number(rules->scratch, rules->dots));
		return;
	}
	for (i = 0; i < rules->count; i++)
		if (rules->votes[i] > 1 &&
		    (!rules->stacking || rules->dots == 0))
			reject(judging, BALLOT_STACKED,
			    name_of(&rules->options[i]), "");
	judging->verdict.blank = judging->used == 0;
	if (judging->blank && judging->used > 0)
		reject(judging, BALLOT_SPOILED, "", "");
}

struct ballot_verdict
ballot_judge(struct ballot_rules *rules, const char *spelt, size_t length)
{
	struct judging judging = { .rules = rules };
	const char *end = spelt + length, *name;
	enum ballot_mark mark;

	judging.verdict.args[0] = judging.verdict.args[1] = "";
	judging.verdict.group = spelt;
	arena_reset(rules->scratch);
	memset(rules->votes, 0, rules->count * sizeof(*rules->votes));
	for (spelt += strlen(spelt) + 1; spelt < end;) {
		mark = (enum ballot_mark) * spelt++;
		name = spelt;
		spelt += strlen(spelt) + 1;
		if (mark == BALLOT_GIVEN) {
			add_given(&judging, name, spelt);
			spelt += strlen(spelt) + 1;
		} else if (mark == BALLOT_NAMES) {
			add_names(&judging, name);
		} else if (mark == BALLOT_VOTER) {
			check_voter(&judging, name);
		} else {
			add_choice(&judging, name, 1);
		}
	}
	weigh(&judging);
	return judging.verdict;
}
