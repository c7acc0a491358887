/*
 * ballot_judge: one ballot, taken apart for the rule that judges it.
 */
#include <string.h>

#include "base/arena.h"
#include "source/md.h"
#include "text/uni.h"
#include "value/number.h"
#include "vote/ballot_inner.h"

void
ballot_reject(struct ballot_rules *rules, struct ballot_verdict *verdict,
    enum term reason, const char *first, const char *second)
{
	if (verdict->reason != T_NONE)
		return;
	verdict->reason = reason;
	verdict->args[0] = arena_string(rules->arena, first);
	verdict->args[1] = arena_string(rules->arena, second);
}

const struct ballot_option *
ballot_choice(struct ballot_rules *rules, struct ballot_verdict *verdict,
    const char *name)
{
	const struct ballot_option *option = ballot_find(rules->options, name);
	const char *plain;

	if (option != NULL || *name == '\0')
		return option;
	plain = md_plain(rules->scratch, md_text(rules->scratch, name));
	if (term_is(plain, T_BLANK_BALLOT))
		verdict->named_blank = true;
	else if (term_is(plain, T_SPOILED_BALLOT))
		ballot_reject(rules, verdict, M_BALLOT_SPOILED, "", "");
	else
		ballot_reject(rules, verdict, M_BALLOT_UNKNOWN, plain, "");
	return NULL;
}

const char *
ballot_next_text(char **at)
{
	char *text = *at;

	*at += strcspn(text, BALLOT_END);
	if (**at != '\0')
		*(*at)++ = '\0';
	return text;
}

static bool
read_times(const char *text, uint64_t *times)
{
	int64_t number;

	if (!number_read(text, &number) || number < 1000 || number % 1000 != 0)
		return false;
	*times = (uint64_t)number / 1000;
	return true;
}

const char *
ballot_cut_times(struct ballot_rules *rules, const char *text, uint64_t *times)
{
	static const char *const signs[] = { "×", "x ", "X ", "*", "fois ",
		"times " };
	size_t length = strspn(text, "0123456789"), i;
	const char *at = uni_skip_blanks(text + length);

	if (length == 0 || ballot_find(rules->options, text) != NULL)
		return text;
	for (i = 0; i < sizeof(signs) / sizeof(signs[0]); i++)
		if (strncmp(at, signs[i], strlen(signs[i])) == 0 &&
		    read_times(arena_copy(rules->scratch, text, length), times))
			return uni_skip_blanks(at + strlen(signs[i]));
	return text;
}

/* Takes a spelt part: into the ballot, or as what is said of it. */
static void
take(struct ballot_rules *rules, struct ballot_verdict *verdict,
    struct ballot *ballot, struct ballot_part part)
{
	struct ballot_part *parts = (struct ballot_part *)ballot->parts;
	struct arena *arena = rules->scratch;

	switch (part.mark) {
	case BALLOT_GROUP:
		verdict->group = part.name;
		break;
	case BALLOT_TIMES:
		if (!read_times(md_plain(arena, md_text(arena, part.name)),
			&verdict->times))
			ballot_reject(rules, verdict, M_BALLOT_NO_TIMES,
			    part.name, "");
		break;
	case BALLOT_VOTER:
		if (ballot_find(rules->options, part.name) != NULL)
			ballot_reject(rules, verdict, M_BALLOT_UNCLEAR,
			    md_plain(arena, md_text(arena, part.name)), "");
		break;
	default:
		ARENA_ADD(arena, parts, ballot->count) = part;
		ballot->parts = parts;
	}
}

struct ballot_verdict
ballot_judge(struct ballot_rules *rules, const char *spelt)
{
	struct ballot_verdict verdict = { .args = { "", "" },
		.group = "",
		.times = 1 };
	struct ballot ballot = { .count = 0 };
	struct ballot_part part;

	arena_reset(rules->scratch);
	for (char *at = arena_string(rules->scratch, spelt); *at != '\0';) {
		part.mark = (enum ballot_mark) * at++;
		part.name = ballot_next_text(&at);
		part.value =
		    part.mark == BALLOT_GIVEN ? ballot_next_text(&at) : "";
		if (part.mark == BALLOT_NAMES && ballot.count == 0)
			part.name =
			    ballot_cut_times(rules, part.name, &verdict.times);
		take(rules, &verdict, &ballot, part);
	}
	rules->rule->judge(rules, &ballot, &verdict);
	if (verdict.named_blank && !verdict.blank)
		ballot_reject(rules, &verdict, M_BALLOT_SPOILED, "", "");
	return verdict;
}
