/*
 * rule: by what rules the money is given out.
 */
#include "budget.h"
#include "value/money.h"

__extension__ typedef __int128 wide;

const enum term rule_terms[] = { [RULE_VOTES] = T_FUND_VOTES,
	[RULE_POINTS] = T_FUND_POINTS,
	[RULE_EQUAL] = T_FUND_EQUAL,
	T_NONE };

const enum term completion_terms[] = { [PLAIN] = T_FUND_PLAIN,
	[BY_VOTES] = T_FUND_VOTES,
	[ADD_ONE] = T_FUND_ADD,
	[ADD_ONE_VOTES] = T_FUND_ADD_VOTES,
	T_NONE };

/* Takes "rule: equal shares", under the title, which is no section of rules. */
void
rule_take_pair(struct budget *budget)
{
	struct bind *bind = budget->poll.bind;
	struct bind_pair *pairs = bind->pairs.at, pair;
	size_t i, kept = 0;

	for (i = 0; i < bind->pairs.count; i++) {
		pair = pairs[i];
		if (pair.term == T_NONE && pair.node->first == NULL &&
		    term_is(pair.node->key, T_RULES))
			bind_value(bind,
			    bind_row_of(bind, T_FUND_RULE, BIND_CHOICE),
			    pair.node, budget->sheet);
		else
			pairs[kept++] = pair;
	}
	bind->pairs.count = kept;
}

/* The place of a choice in its list, which holds it. */
static int
place_of(const enum term *list, enum term term)
{
	int place = 0;

	while (list[place] != term)
		place++;
	return place;
}

/* What is added to each voter's money: a euro, and tens of them where that would
 * be less than a ten-thousandth of it. */
static int64_t
step_of(const struct budget *budget)
{
	enum { EURO = 100, MOST_STEPS = 10000 };
	int64_t each = budget->fund.budget /
	    (int64_t)(budget->fund.voters > 0 ? budget->fund.voters : 1);
	int64_t step = EURO;

	while (each / step > MOST_STEPS)
		step *= 10;
	return step;
}

/* A step that is none, or so small that nobody would wait for it. */
static void
check_step(struct budget *budget)
{
	enum { MOST_STEPS = 1000000 };
	struct bind_money *step = &budget->sheet->step;

	if (!step->given)
		return;
	if (step->cents <= 0 || budget->fund.budget / step->cents > MOST_STEPS)
		bind_fault(budget->method->bind, step->pos, M_FUND_STEP,
		    method_money(budget->method, step->cents));
	if (step->cents <= 0)
		step->cents = 1;
}

/* The tie-breaks in their order; what is behind "order" or "draw" settles
 * nothing more. */
static void
settle_ties(struct budget *budget)
{
	static const enum term known[] = { T_COST, T_VOTES, T_TIE_ORDER,
		T_TIE_DRAW, T_TIE_NONE, T_NONE };
	struct method *method = budget->method;
	struct sheet *sheet = budget->sheet;
	struct rules *rules = &budget->rules;
	struct method_choices names;
	const struct bind_text *text;

	rules->order = poll_tie_order(&budget->poll, false);
	method_choices(method, T_TIE_BREAK, &sheet->ties, known, 2, &names);
	for (size_t i = 0; i < names.count && !rules->decided; i++) {
		text = (const struct bind_text *)sheet->ties.at + i;
		switch (names.at[i].term) {
		case T_COST:
		case T_VOTES:
			if (rules->key_count < TIE_KEYS)
				rules->keys[rules->key_count++] =
				    names.at[i].term == T_COST ? TIE_COST
							       : TIE_VOTES;
			break;
		case T_TIE_ORDER:
		case T_TIE_DRAW:
			rules->decided = true;
			if (names.at[i].term == T_TIE_ORDER)
				break;
			if (*sheet->poll.seed.text == '\0')
				bind_fault(method->bind, text->pos,
				    M_VOTE_NO_SEED);
			rules->drawn = true;
			rules->order = poll_tie_order(&budget->poll, true);
			break;
		case T_TIE_NONE:
			break;
		default:
			bind_fault(method->bind, text->pos, M_NOT_A_CHOICE,
			    method_plain(method, text->text),
			    method_word(method, T_EXAMPLE_FUND_TIES));
		}
	}
}

void
rule_settle(struct budget *budget)
{
	struct sheet *sheet = budget->sheet;
	struct rules *rules = &budget->rules;
	bool adds;

	if (!sheet->rule.given)
		sheet->rule.term = T_FUND_VOTES;
	rules->rule = place_of(rule_terms, sheet->rule.term);
	check_step(budget);
	rules->step = sheet->step.given ? sheet->step.cents : step_of(budget);
	rules->completion = sheet->completion.given
	    ? (enum completion)place_of(completion_terms,
		  sheet->completion.term)
	    : ADD_ONE;
	rules->stops = sheet->stops.yes;
	rules->exhaustive = sheet->exhaustive.yes;
	settle_ties(budget);
	budget->other_rules = *rules;
	budget->other_rules.rule =
	    rules->rule == RULE_EQUAL ? RULE_VOTES : RULE_EQUAL;
	budget->other_rules.completion = ADD_ONE;
	budget->other_rules.exhaustive = budget->other_rules.stops = false;
	/* what the report prints of what nobody gave, where it bears on it */
	if (rules->rule != RULE_EQUAL)
		return;
	adds =
	    rules->completion == ADD_ONE || rules->completion == ADD_ONE_VOTES;
	sheet->completion.term = completion_terms[rules->completion];
	if (adds && !sheet->step.given)
		sheet->step =
		    (struct bind_money){ .typed = method_money(budget->method,
					     rules->step),
			    .as_typed = true,
			    .cents = rules->step };
}

/* The category of a name, from 1; 0 for none. */
static size_t
category_of(struct budget *budget, const struct bind_text *name)
{
	struct bind_text *category;
	bool met;

	if (*name->text == '\0')
		return 0;
	category = gather_enter(&budget->categories, name->text, &met);
	if (!met)
		*category = *name;
	return 1 + gather_place(&budget->categories, category);
}

/* The part of the budget that a share is, rounded down. */
static int64_t
part_of(int64_t budget, const struct share *share)
{
	return (int64_t)((wide)budget * (wide)share->part / (wide)share->whole);
}

static void
read_cap(struct budget *budget, const struct cap *cap, int64_t *caps)
{
	struct method *method = budget->method;
	const char *plain = method_plain(method, cap->most.text);
	const struct bind_text *category =
	    gather_find(&budget->categories, cap->category.text);
	struct amount amount;
	struct share share;
	int64_t most;

	if (reading_counts(bind_money_reading(method->bind, "", plain, &amount),
		&amount) &&
	    amount.value >= 0)
		most = amount.value;
	else if (share_reading(plain, &share) == SURE_EXACT)
		most = part_of(budget->fund.budget, &share);
	else {
		bind_fault(method->bind, cap->most.pos, M_FUND_NO_CAP, plain,
		    method_plain(method, cap->category.text));
		return;
	}
	if (category == NULL)
		bind_fault(method->bind, cap->category.pos, M_FUND_NO_CATEGORY,
		    method_plain(method, cap->category.text));
	else
		caps[1 + gather_place(&budget->categories, category)] = most;
}

/* Whether a project's votes reach the thresholds. */
static bool
is_reached(const struct budget *budget, size_t place)
{
	const struct bind_share *threshold = &budget->sheet->threshold;
	const struct share *by_cost = &budget->sheet->by_cost.share;
	const struct bid *bid = &budget->fund.bids[place];
	wide has, needs;

	if (threshold->given &&
	    (threshold->share.whole == 0
		    ? bid->votes < threshold->count
		    : !share_is_reached(&threshold->share, bid->votes,
			  budget->fund.voters)))
		return false;
	if (by_cost->whole == 0)
		return true;
	has = (wide)bid->votes * budget->fund.budget * (wide)by_cost->whole;
	needs = (wide)by_cost->part * bid->cost * (wide)budget->fund.voters;
	return by_cost->more ? has > needs : has >= needs;
}

uint64_t
rule_least(const struct budget *budget, size_t place)
{
	const struct bind_share *threshold = &budget->sheet->threshold;
	const struct share *by_cost = &budget->sheet->by_cost.share;
	uint64_t least = 0, other;
	wide whole;

	if (threshold->given)
		least = threshold->share.whole == 0
		    ? threshold->count
		    : share_least(&threshold->share, budget->fund.voters);
	if (by_cost->whole == 0 || budget->fund.budget == 0)
		return least;
	whole = (wide)budget->fund.budget * (wide)by_cost->whole;
	other =
	    (uint64_t)(((wide)by_cost->part * budget->fund.bids[place].cost *
			       (wide)budget->fund.voters +
			   whole - 1 + by_cost->more) /
		whole);
	return other > least ? other : least;
}

void
rule_apply(struct budget *budget)
{
	struct fund *fund = &budget->fund;
	int64_t *caps;

	budget->categories =
	    gather_new(budget->method->bind, sizeof(struct bind_text));
	for (size_t i = 0; i < fund->count; i++) {
		fund->bids[i].category =
		    category_of(budget, &project_at(budget, i)->category);
		fund->bids[i].barred = !is_reached(budget, i);
	}
	fund->cap_count = 1 + budget->categories.list.count;
	caps = arena_array(fund->arena, fund->cap_count, sizeof(*caps));
	for (size_t i = 0; i < fund->cap_count; i++)
		caps[i] = NO_CAP;
	fund->caps = caps;
	BIND_EACH(const struct cap, cap, &budget->sheet->caps)
		read_cap(budget, cap, caps);
}
