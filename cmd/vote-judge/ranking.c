/*
 * ranking: the majority grades, and the order of the options by them.
 */
#include <stdlib.h>
#include <string.h>

#include "judge.h"

enum { FEW = 5 };

/* Counts with what the default supplies for those who had no opinion. */
static struct majority_profile
supplied(const struct judge *judge, const uint64_t *counts)
{
	size_t grades = judge->tally->grades, grade = grades - 1;
	uint64_t *all = arena_array(judge->poll.arena, grades, sizeof(*all));
	struct majority_profile profile;
	enum term rule = judge->sheet->no_opinion.term;

	memcpy(all, counts, grades * sizeof(*all));
	profile = majority_profile(all, grades);
	if (rule == T_JUDGE_MEDIAN && profile.total > 0)
		grade = majority_grade(&profile);
	if (rule == T_JUDGE_REJECT || rule == T_JUDGE_MEDIAN)
		all[grade] += counts[grades];
	return majority_profile(all, grades);
}

const char *
ranking_grade(const struct judge *judge, const uint64_t *counts)
{
	struct majority_profile profile = supplied(judge, counts);

	return profile.total > 0
	    ? judge->scale.names.at[majority_grade(&profile)].text
	    : "";
}

static struct standing
standing_of(const struct judge *judge, size_t place, struct ranking *ranking)
{
	const struct tally *tally = judge->tally;
	const uint64_t *counts = tally_at(tally, tally->counts, place);
	struct standing standing = {
		.option = poll_option_at(&judge->poll, place),
		.profile = supplied(judge, counts),
	};

	standing.grade = majority_grade(&standing.profile);
	ranking->total += standing.profile.total;
	ranking->supplied +=
	    standing.profile.total - tally_given(tally, tally->counts, place);
	return standing;
}

/* The better first; equal ones in the order given. */
static int
compare(const void *a, const void *b)
{
	const struct standing *one = a, *two = b;
	int order = majority_compare(&one->profile, &two->profile).order;

	return order ? order
		     : (one->option->place < two->option->place ? -1 : 1);
}

/* Where the judgements that nobody gave are left out, all options have as many.
 */
static void
check_equal(const struct judge *judge, const struct ranking *ranking)
{
	const struct method *method = judge->poll.method;
	const struct poll *poll = &judge->poll;
	const char *all = "";
	bool equal = true;

	BIND_EACH(const struct standing, standing, &ranking->standings) {
		equal = equal &&
		    standing->profile.total ==
			standing_at(ranking, 0)->profile.total;
		all = method_listed(method, all,
		    arena_format(poll->arena, "%s %s",
			poll_option_name(poll, standing->option),
			poll_number(poll, standing->profile.total)));
	}
	if (!equal)
		bind_fault(poll->bind, judge->sheet->no_opinion.pos,
		    M_JUDGE_UNEQUAL, all, method_word(method, T_NO_OPINION),
		    method_word(method, T_JUDGE_EXCLUDE),
		    method_word(method, T_JUDGE_SHARES));
}

struct ranking
ranking_of(struct judge *judge)
{
	struct ranking ranking = { .supplied = 0 };
	struct standing standing, *before, *at;

	for (size_t i = 0; i < judge->tally->options; i++) {
		standing = standing_of(judge, i, &ranking);
		bind_add(judge->poll.bind, &ranking.standings, standing);
	}
	if (judge->sheet->no_opinion.term == T_JUDGE_EXCLUDE)
		check_equal(judge, &ranking);
	if (ranking.standings.count > 1)
		qsort(ranking.standings.at, ranking.standings.count,
		    sizeof(standing), compare);
	for (size_t i = 0; i < ranking.standings.count; i++) {
		at = standing_at(&ranking, i);
		at->rank = i + 1;
		if (i == 0)
			continue;
		before = standing_at(&ranking, i - 1);
		at->lead = majority_compare(&before->profile, &at->profile);
		if (at->lead.order == 0)
			at->rank = before->rank;
	}
	return ranking;
}

/* Options with one profile: those of one rank that anybody judged. */
static void
find_ties(const struct judge *judge, const struct ranking *ranking)
{
	const struct standing *at, *next,
	    *end = bind_end(&ranking->standings, sizeof(*at));
	struct method *method = judge->poll.method;
	const char *names;

	for (at = standing_at(ranking, 0); at < end; at = next) {
		names = poll_option_name(&judge->poll, at->option);
		for (next = at + 1; next < end && next->rank == at->rank;
		     next++)
			names = method_listed(method, names,
			    poll_option_name(&judge->poll, next->option));
		if (next - at > 1 && at->profile.total > 0)
			method_find(method, at->option->text.pos, M_JUDGE_TIE,
			    names);
	}
}

/* Options that fewer people judged, and those that nobody did. */
static void
find_fewer(const struct judge *judge, const struct ranking *ranking)
{
	const struct tally *tally = judge->tally;
	struct method *method = judge->poll.method;
	const char *fewer = "", *none = "", *name;
	uint64_t given, asked;

	BIND_EACH(const struct standing, standing, &ranking->standings) {
		name = poll_option_name(&judge->poll, standing->option);
		given =
		    tally_given(tally, tally->counts, standing->option->place);
		asked =
		    tally_asked(tally, tally->counts, standing->option->place);
		if (given == 0)
			none = method_listed(method, none, name);
		else if (given < asked)
			fewer = method_listed(method, fewer,
			    arena_format(judge->poll.arena, "%s (%s / %s)",
				name, poll_number(&judge->poll, given),
				poll_number(&judge->poll, asked)));
	}
	if (*none != '\0')
		method_find(method, poll_place(&judge->poll), M_JUDGE_UNJUDGED,
		    none);
	if (*fewer != '\0')
		method_find(method, poll_place(&judge->poll), M_JUDGE_FEWER,
		    fewer);
}

static void
find_supplied(const struct judge *judge, const struct ranking *ranking)
{
	struct method *method = judge->poll.method;
	struct pos pos =
	    poll_place_or(&judge->poll, judge->sheet->no_opinion.pos);
	const char *part = poll_number(&judge->poll, ranking->supplied),
		   *whole = poll_number(&judge->poll, ranking->total);

	if (ranking->supplied == 0)
		return;
	if (judge->sheet->no_opinion.term == T_JUDGE_MEDIAN)
		method_find(method, pos, M_JUDGE_SUPPLIED_MEDIAN, part, whole);
	else
		method_find(method, pos,
		    ranking->supplied == 1 ? M_JUDGE_SUPPLIED_ONE
					   : M_JUDGE_SUPPLIED,
		    part, whole, grade_name(judge, judge->tally->grades - 1));
}

void
ranking_find(const struct judge *judge, const struct ranking *ranking)
{
	uint64_t most = 0;

	find_ties(judge, ranking);
	find_supplied(judge, ranking);
	find_fewer(judge, ranking);
	BIND_EACH(const struct standing, standing, &ranking->standings)
		most = standing->profile.total > most ? standing->profile.total
						      : most;
	if (most > 0 && most < FEW)
		method_find(judge->poll.method, poll_place(&judge->poll),
		    M_JUDGE_FEW);
}
