#include "vote/dots.h"

#include <inttypes.h>
#include <string.h>

#include "base/arena.h"
#include "domain/tail.h"
#include "sheet/bind.h"
#include "source/md.h"
#include "text/uni.h"
#include "value/marks.h"
#include "value/number.h"

/* The most votes that one choice can name. */
static const uint64_t MOST = UINT64_C(1000000000000);

/* What is being judged. */
struct judging {
	struct ballot_rules *rules;
	struct ballot_verdict *verdict;
	struct dots *dots;
	uint64_t used;
};

static void
reject(struct judging *judging, enum term reason, const char *first,
    const char *second)
{
	ballot_reject(judging->rules, judging->verdict, reason, first, second);
}

static const struct ballot_option *
find(const struct judging *judging, const char *name)
{
	return ballot_find(judging->rules->options, name);
}

static void
add_choice(struct judging *judging, const char *name, uint64_t votes)
{
	const struct ballot_option *option =
	    ballot_choice(judging->rules, judging->verdict, name);

	if (option == NULL)
		return;
	judging->dots->votes[option->place] += votes;
	judging->used += votes;
}

/* How many votes a text beside an option gives it; false where it is no number of
 * them. */
static bool
read_votes(const char *text, uint64_t *votes)
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

bool
dots_is(const char *text)
{
	uint64_t votes;

	return read_votes(text, &votes);
}

bool
dots_name(const char *text)
{
	return *text != '\0' && !dots_is(text);
}

static void
add_given(struct judging *judging, const char *name, const char *value)
{
	struct arena *arena = judging->rules->scratch;
	const char *plain = md_plain(arena, md_text(arena, value));
	uint64_t votes;

	if (!read_votes(plain, &votes) || votes > MOST) {
		if (find(judging, name) == NULL)
			reject(judging, M_BALLOT_UNKNOWN,
			    md_plain(arena, md_text(arena, name)), "");
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
	const char *name = uni_until(arena, from, from + length);
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

	for (size_t i = 0; i < 2; i++) {
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
	const struct ballot_options *options = judging->rules->options;
	const struct dots *dots = judging->dots;
	const struct ballot_option *option;
	struct arena *scratch = judging->rules->scratch;

	if (dots->limit > 0 && judging->used > dots->limit)
		reject(judging, M_BALLOT_TOO_MANY,
		    number(scratch, judging->used),
		    number(scratch, dots->limit));
	for (size_t i = 0; i < options->count; i++) {
		option = options->at[i];
		if (dots->votes[i] > 1 && (!dots->stacking || dots->limit == 0))
			reject(judging, M_BALLOT_STACKED,
			    *option->label ? option->label : option->text, "");
	}
	judging->verdict->blank = judging->used == 0;
}

void
dots_judge(struct ballot_rules *rules, const struct ballot *ballot,
    struct ballot_verdict *verdict)
{
	struct judging judging = { rules, verdict, rules->own, 0 };
	const struct ballot_part *part = ballot->parts;

	memset(judging.dots->votes, 0,
	    rules->options->count * sizeof(*judging.dots->votes));
	for (size_t i = 0; i < ballot->count; i++, part++)
		if (part->mark == BALLOT_ONE)
			add_choice(&judging, part->name, 1);
		else if (part->mark == BALLOT_GIVEN)
			add_given(&judging, part->name, part->value);
		else
			add_names(&judging, part->name);
	weigh(&judging);
}

bool
dots_across(const char *const *cells, size_t count)
{
	uint64_t marks;
	bool any = false;

	for (size_t i = 0; i < count; i++) {
		if (bind_is_none(cells[i]))
			continue;
		if (strpbrk(cells[i], "0123456789") != NULL ||
		    !marks_read(cells[i], &marks))
			return false;
		any = true;
	}
	return any;
}
