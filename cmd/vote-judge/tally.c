/*
 * tally: ballots judged whole, and added up by option and grade.
 */
#include <string.h>

#include "judge.h"
#include "text/uni.h"

uint64_t *
tally_at(const struct tally *tally, uint64_t *counts, size_t option)
{
	return counts + option * (tally->grades + 1);
}

void
tally_add(const struct tally *tally, uint64_t *into, const uint64_t *from)
{
	for (size_t i = 0; i < tally->options * (tally->grades + 1); i++)
		into[i] += from[i];
}

uint64_t
tally_given(const struct tally *tally, const uint64_t *counts, size_t option)
{
	uint64_t given = 0;

	for (size_t i = 0; i < tally->grades; i++)
		given += counts[option * (tally->grades + 1) + i];
	return given;
}

uint64_t
tally_asked(const struct tally *tally, const uint64_t *counts, size_t option)
{
	return tally_given(tally, counts, option) +
	    counts[option * (tally->grades + 1) + tally->grades];
}

bool
tally_pairs(const char *text)
{
	return *text != '\0' && strpbrk(text, ":=") == NULL &&
	    !term_is(text, T_BLANK_BALLOT) && !term_is(text, T_SPOILED_BALLOT);
}

/* A ballot that is being judged. */
struct judging {
	struct ballot_rules *rules;
	struct ballot_verdict *verdict;
	struct tally *tally;
};

static void
reject(struct judging *judging, enum term reason, const char *text)
{
	struct arena *arena = judging->rules->scratch;

	ballot_reject(judging->rules, judging->verdict, reason,
	    md_plain(arena, md_text(arena, text)), "");
}

/* Gives an option a grade, or none. */
static void
mark(struct judging *judging, const char *name, const char *grade)
{
	struct tally *tally = judging->tally;
	size_t place = grade_place(tally->judge, grade);
	const struct ballot_option *option;

	if (place == tally->grades &&
	    ballot_find(judging->rules->options, name) != NULL)
		return;
	option = ballot_choice(judging->rules, judging->verdict, name);
	if (option == NULL)
		return;
	if (place > tally->grades)
		reject(judging, M_JUDGE_BALLOT_GRADE, grade);
	else if (tally->marks[option->place] != tally->grades)
		reject(judging, M_JUDGE_BALLOT_TWICE, name);
	else
		tally->marks[option->place] = place;
}

/* "Halle : Bien", "Halle = Bien": parted behind the longest name of an option that
 * a grade follows; else, where any will do, behind the shortest name of one.
 * False where that is nowhere. */
static bool
mark_text(struct judging *judging, const char *text, bool any)
{
	struct arena *arena = judging->rules->scratch;
	enum { MOST_SIGNS = 16 };
	const char *at = text, *name, *grade, *named = NULL, *given = "";
	size_t signs = 0;
	bool sure;

	for (; at += strcspn(at, ":="), *at != '\0' && signs++ < MOST_SIGNS;
	     at++) {
		name = uni_until(arena, text, at);
		if (ballot_find(judging->rules->options, name) == NULL)
			continue;
		grade = uni_line(arena, at + 1);
		sure = grade_place(judging->tally->judge, grade) <=
		    judging->tally->grades;
		if (sure || (any && named == NULL)) {
			named = name;
			given = grade;
		}
	}
	if (named != NULL)
		mark(judging, named, given);
	return named != NULL;
}

/* A part of a line that has more of them. */
static void
mark_part(struct judging *judging, const char *from, size_t length)
{
	struct arena *arena = judging->rules->scratch;
	const char *text = uni_until(arena, from, from + length);

	if (*text == '\0' || mark_text(judging, text, true))
		return;
	if (grade_place(judging->tally->judge, text) < judging->tally->grades)
		reject(judging, M_JUDGE_BALLOT_ALONE, text);
	else if (ballot_choice(judging->rules, judging->verdict, text) != NULL)
		reject(judging, M_JUDGE_BALLOT_UNGRADED, text);
}

/* "Halle : Bien, Jardin : Passable". */
static void
mark_line(struct judging *judging, const char *text)
{
	const char *parts = strchr(text, ';') != NULL ? ";" : ",";
	size_t n;

	if (mark_text(judging, text, false))
		return;
	for (; (n = strcspn(text, parts), text[n] != '\0'); text += n + 1)
		mark_part(judging, text, n);
	mark_part(judging, text, n);
}

static void
judge_ballot(struct ballot_rules *rules, const struct ballot *ballot,
    struct ballot_verdict *verdict)
{
	struct judging judging = { rules, verdict, rules->own };
	const struct ballot_part *part = ballot->parts;
	struct tally *tally = rules->own;

	for (size_t i = 0; i < tally->options; i++)
		tally->marks[i] = tally->grades;
	for (size_t i = 0; i < ballot->count; i++, part++)
		if (part->mark == BALLOT_GIVEN)
			mark(&judging, part->name, part->value);
		else if (part->mark == BALLOT_NAMES)
			mark_line(&judging, part->name);
		else
			mark_part(&judging, part->name, strlen(part->name));
	for (size_t i = 0; i < tally->options; i++)
		if (tally->marks[i] != tally->grades)
			return;
	verdict->blank = true;
}

static void
add_marks(const struct tally *tally, uint64_t *counts, uint64_t times)
{
	for (size_t i = 0; i < tally->options; i++)
		tally_at(tally, counts, i)[tally->marks[i]] += times;
}

/* A blank ballot says nothing of any option, and is counted apart. */
static void
add_ballot(struct ballot_rules *rules, const struct ballot_verdict *verdict,
    uint64_t times)
{
	struct tally *tally = rules->own;

	if (verdict->blank)
		return;
	add_marks(tally, tally->counts, times);
	if (*verdict->group != '\0')
		add_marks(tally, group_counts(&tally->groups, verdict->group),
		    times);
}

static bool
is_same_scale(const struct method_choices *one,
    const struct method_choices *other)
{
	if (one->count != other->count)
		return false;
	for (size_t i = 0; i < one->count; i++)
		if (one->at[i].term != other->at[i].term ||
		    (one->at[i].term == T_NONE &&
			strcmp(one->at[i].plain, other->at[i].plain) != 0))
			return false;
	return true;
}

/* Counts of some options as those of more: of these nobody had an opinion. */
static void
take_counts(const struct tally *tally, uint64_t *into, const struct tally *then,
    const uint64_t *from)
{
	uint64_t ballots = then->options > 0 ? tally_asked(then, from, 0) : 0;

	memcpy(into, from, then->options * (then->grades + 1) * sizeof(*into));
	for (size_t i = then->options; i < tally->options; i++)
		tally_at(tally, into, i)[tally->grades] = ballots;
}

static bool
take_over(struct ballot_rules *rules, const struct ballot_rules *earlier)
{
	const struct tally *then = earlier->own;
	struct tally *tally = rules->own;

	if (!is_same_scale(&then->judge->scale.names,
		&tally->judge->scale.names))
		return false;
	take_counts(tally, tally->counts, then, then->counts);
	for (size_t i = 0; i < then->groups.count; i++)
		take_counts(tally,
		    group_counts(&tally->groups, then->groups.at[i].name), then,
		    then->groups.at[i].counts);
	return true;
}

static const struct ballot_rule rule = { judge_ballot, add_ballot, take_over };

struct ballot_rules *
tally_rules(struct judge *judge, const struct poll_run *run)
{
	struct arena *arena = judge->poll.arena;
	struct tally *tally = arena_alloc(arena, sizeof(*tally));

	*tally = (struct tally){ .options = judge->poll.options.count,
		.grades = judge->scale.names.count,
		.judge = judge,
		.groups.arena = arena };
	tally->groups.width = tally->options * (tally->grades + 1);
	tally->counts =
	    arena_array(arena, tally->groups.width + 1, sizeof(*tally->counts));
	tally->marks =
	    arena_array(arena, tally->options + 1, sizeof(*tally->marks));
	judge->tally = tally;
	return poll_rules(run, &judge->poll, &rule, tally);
}
