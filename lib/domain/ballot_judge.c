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

/* What is being judged. */
struct judging {
	struct ballot_rules *rules;
	struct ballot_verdict verdict;
	uint64_t used;
	bool blank; /* it says that it is */
};

static const char *
plain_of(struct arena *arena, const char *text)
{
	return md_plain(arena, md_text(arena, text));
}

static void
reject(struct judging *judging, enum term reason, const char *first,
    const char *second)
{
	if (judging->verdict.reason != T_NONE)
		return;
	judging->verdict.reason = reason;
	judging->verdict.args[0] = arena_string(judging->rules->arena, first);
	judging->verdict.args[1] = arena_string(judging->rules->arena, second);
}

static const struct ballot_option *
find(const struct judging *judging, const char *name)
{
	return ballot_find(judging->rules->options, name);
}

static void
add_choice(struct judging *judging, const char *name, uint64_t votes)
{
	const struct ballot_option *option = find(judging, name);
	const char *plain;

	if (*name == '\0')
		return;
	if (option != NULL) {
		judging->rules->votes[option->place] += votes;
		judging->used += votes;
		return;
	}
	plain = plain_of(judging->rules->scratch, name);
	if (term_is(plain, T_BLANK_BALLOT))
		judging->blank = true;
	else if (term_is(plain, T_SPOILED_BALLOT))
		reject(judging, M_BALLOT_SPOILED, "", "");
	else
		reject(judging, M_BALLOT_UNKNOWN, plain, "");
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
	*votes = term_is(text, T_YES);
	return *votes > 0 || term_is(text, T_NO);
}

static void
add_given(struct judging *judging, const char *name, const char *value)
{
	const char *plain = plain_of(judging->rules->scratch, value);
	uint64_t votes;

	if (!ballot_read_votes(plain, &votes) || votes > MOST) {
		if (find(judging, name) == NULL)
			reject(judging, M_BALLOT_UNKNOWN,
			    plain_of(judging->rules->scratch, name), "");
		else
			reject(judging, M_BALLOT_NO_COUNT, plain, "");
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

	if (find(judging, name) == NULL)
		tail = tail_cut(arena, LANG_NONE, md_text(arena, name));
	if (tail.shape != TAIL_NONE && tail.whole == 0 && tail.who == NULL &&
	    find(judging, tail.text) != NULL)
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
		    find(judging, text) != NULL)
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

	if (find(judging, text) != NULL) {
		add_choice(judging, text, 1);
		return;
	}
	for (; (n = strcspn(text, parts), text[n] != '\0'); text += n + 1)
		add_part(judging, text, n);
	add_last(judging, text);
}

static const char *
number(struct arena *arena, uint64_t value)
{
	return arena_format(arena, "%" PRIu64, value);
}

/* Weighs the votes of a ballot that could be read. */
static void
weigh(struct judging *judging)
{
	const struct ballot_rules *rules = judging->rules;
	const struct ballot_option *option;
	size_t i;

	if (rules->dots > 0 && judging->used > rules->dots)
		reject(judging, M_BALLOT_TOO_MANY,
		    number(rules->scratch, judging->used),
		    number(rules->scratch, rules->dots));
	for (i = 0; i < rules->options->count; i++) {
		option = rules->options->at[i];
		if (rules->votes[i] > 1 &&
		    (!rules->stacking || rules->dots == 0))
			reject(judging, M_BALLOT_STACKED,
			    *option->label ? option->label : option->text, "");
	}
	judging->verdict.blank = judging->used == 0;
	if (judging->blank && judging->used > 0)
		reject(judging, M_BALLOT_SPOILED, "", "");
}

/* The text at *at, which moves behind its end. */
static const char *
next_text(char **at)
{
	char *text = *at;

	*at += strcspn(text, BALLOT_END);
	if (**at != '\0')
		*(*at)++ = '\0';
	return text;
}

struct ballot_verdict
ballot_judge(struct ballot_rules *rules, const char *spelt)
{
	struct judging judging = { .rules = rules,
		.verdict = { T_NONE, { "", "" }, "", false } };
	const char *text;
	enum ballot_mark mark;
	char *at;

	arena_reset(rules->scratch);
	memset(rules->votes, 0, rules->options->count * sizeof(*rules->votes));
	for (at = arena_string(rules->scratch, spelt); *at != '\0';) {
		mark = (enum ballot_mark) * at++;
		text = next_text(&at);
		if (mark == BALLOT_ONE)
			add_choice(&judging, text, 1);
		else if (mark == BALLOT_GIVEN)
			add_given(&judging, text, next_text(&at));
		else if (mark == BALLOT_NAMES)
			add_names(&judging, text);
		else if (mark == BALLOT_GROUP)
			judging.verdict.group = text;
		else if (find(&judging, text) != NULL)
			reject(&judging, M_BALLOT_UNCLEAR,
			    plain_of(rules->scratch, text), "");
	}
	weigh(&judging);
	return judging.verdict;
}
