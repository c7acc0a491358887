/*
 * budget-share: share out a participatory budget by votes, or by equal shares
 */
#include "budget.h"

static const struct bind_row cap_rows[] = {
	ROW(cap, category, .key = T_FUND_CATEGORY,
	    .flags = BIND_LABEL | BIND_PERSON | BIND_REQUIRED),
	ROW(cap, most, .key = T_FUND_CAP, .flags = BIND_MAIN | BIND_REQUIRED),
	{ BIND_END },
};

#define SETTING(member, ...)                                                   \
	ROW(sheet, member, .flags = BIND_SETTING | BIND_DECIDES, __VA_ARGS__)

static const struct bind_row rows[] = {
	ROW(sheet, budget, .key = T_FUND_BUDGET,
	    .flags = BIND_SETTING | BIND_DECIDES | BIND_NO_SIGN,
	    .example = T_EXAMPLE_JURY_BUDGET),
	ROW_ITEMS(sheet, projects, project, .key = T_FUND_PROJECTS,
	    .flags = BIND_REQUIRED | BIND_WANTED, .claim = project_claims,
	    .example = T_EXAMPLE_FUND_PROJECTS, .sheet = T_SHEET_FUND_PROJECTS),
	ROW_ITEMS(sheet, caps, cap, .key = T_FUND_CAPS, .flags = BIND_PAIRS),
	SETTING(rule, .key = T_FUND_RULE, .choices = rule_terms,
	    .example = T_EXAMPLE_FUND_RULE),
	SETTING(stops, .key = T_FUND_STOPS),
	SETTING(completion, .key = T_FUND_COMPLETION,
	    .choices = completion_terms),
	SETTING(step, .key = T_FUND_STEP),
	SETTING(exhaustive, .key = T_FUND_EXHAUSTIVE),
	SETTING(threshold, .key = T_THRESHOLD,
	    .choices = (const enum term[]){ T_SHARE_OF_PRESENT, T_NONE }),
	SETTING(by_cost, .key = T_FUND_BY_COST),
	SETTING(dots, .key = T_DOTS, .lowest = 1, .highest = POLL_MOST),
	SETTING(stacking, .key = T_STACKING),
	ROW_AS(BIND_NAMES, sheet, ties, .key = T_TIE_BREAK,
	    .flags = BIND_SETTING),
	ROW(sheet, poll.seed, .key = T_SEED, .flags = BIND_SETTING),
	POLL_ROWS_PEOPLE(sheet, poll),
	ROW(sheet, count_nodes, .key = T_COUNTS),
	ROW(sheet, poll.ballot_nodes, .key = T_BALLOTS, .flags = BIND_LINES,
	    .example = T_EXAMPLE_FUND_BALLOTS, .sheet = T_SHEET_LIST),
	ROW(sheet, poll.ballot_nodes, .key = T_GROUPED_BALLOTS,
	    .flags = BIND_LINES),
	POLL_ROWS_AGAIN(sheet, poll),
	{ BIND_END },
};

/* What is voted on, and by what ballots are judged. */
static struct ballot_rules *
settle(struct poll_run *run, struct bind *bind, void *at)
{
	struct budget *budget = arena_alloc(bind->doc->arena, sizeof(*budget));
	struct sheet *sheet = at;

	*budget = (struct budget){ .run = run,
		.method = &run->method,
		.sheet = sheet,
		.poll = poll_of(run, bind, sheet, sizeof(struct project)) };
	run->own = budget;
	project_settle(bind, &sheet->projects);
	if (bind == run->method.bind)
		rule_take_pair(budget);
	project_take(budget);
	run->settled = sheet->projects.count > 0;
	return ballot_rules(budget, run);
}

/* The projects as the fund has them. */
static void
fill_fund(struct budget *budget)
{
	struct fund *fund = &budget->fund;
	struct bind *bind = budget->poll.bind;
	struct project *project;
	bool categories = false;

	fund->arena = budget->poll.arena;
	fund->budget = budget->sheet->budget.cents;
	fund->count = budget->poll.options.count;
	fund->bids =
	    arena_array(fund->arena, fund->count + 1, sizeof(*fund->bids));
	BIND_EACH(const struct project, of, &budget->sheet->projects)
		categories |= *of->category.text != '\0';
	for (size_t i = 0; i < fund->count; i++) {
		project = project_at(budget, i);
		fund->bids[i].cost = project->cost.cents;
		if (!categories) { /* what projects stand under is theirs */
			project->category = project->under;
			project->under = (struct bind_text){ "" };
		}
		if (*project->cost.typed == '\0' && *project->text.text != '\0')
			bind_fault(bind, project->text.pos, M_FUND_NO_COST,
			    project_name(budget, i));
	}
	if (!bind_is_typed((struct bind_value *)&budget->sheet->budget) &&
	    fund->count > 0)
		bind_miss(bind, T_FUND_BUDGET);
}

/* What the reports among the operands say of people; their ballots are read
 * again, and those that did not count are told again. */
static void
read_people(struct budget *budget)
{
	struct poll *poll = &budget->poll;
	uint64_t rejected = 0;

	poll_figure_again(poll);
	BIND_EACH(const struct poll_reject, reject, &poll->sheet->rejects)
		rejected += reject->times.given
		    ? (uint64_t)reject->times.thousandths / 1000
		    : 1;
	poll->figures[CAST] = (struct headcount){ true, rejected, FROM_SUM };
	poll->figures[BLANK] = poll->figures[SPOILED] =
	    (struct headcount){ .known = false };
	poll_turnout_read(poll);
}

/* Adds the votes that come from no ballot, which equal shares cannot do with. */
static void
add_counts(struct budget *budget)
{
	const struct headcount *people = &budget->poll.figures[PARTICIPANTS];
	const struct bind_share *threshold = &budget->sheet->threshold;
	struct fund *fund = &budget->fund;
	const struct project *project;
	uint64_t count;

	for (size_t i = 0; i < fund->count; i++) {
		project = project_at(budget, i);
		count = (uint64_t)project->tallied.thousandths / 1000;
		fund->bids[i].votes += count;
		fund->bids[i].points += count;
	}
	if (!budget->counts)
		return;
	fund->voters = people->known ? people->count : 0;
	if (budget->sheet->rule.term == T_FUND_EQUAL)
		bind_fault(budget->poll.bind, budget->sheet->rule.pos,
		    M_FUND_COUNTS);
	if (fund->voters == 0 &&
	    (threshold->share.whole > 0 ||
		budget->sheet->by_cost.share.whole > 0))
		bind_fault(budget->poll.bind, poll_place(&budget->poll),
		    M_FUND_NO_BASE);
}

static void
compute(struct poll_run *run, const struct ballot_tally *tally)
{
	struct budget *budget = run->own;
	struct fund *fund = &budget->fund;

	fill_fund(budget);
	budget->poll.has_ballots |= run->has_ballots;
	read_people(budget);
	budget->turnout = poll_turnout(&budget->poll, tally);
	ballot_group(budget);
	fund_count(fund);
	add_counts(budget);
	rule_settle(budget);
	rule_apply(budget);
	project_label(budget);
	run->late = budget->sheet->stacking.given ? budget->sheet->stacking.pos
						  : budget->sheet->rule.pos;
	budget->poll.has_counts = budget->counts;
	if (budget->poll.bind->doc->faults.count > 0 ||
	    (fund->voters == 0 && !budget->counts))
		return;
	budget->outcome = fund_decide(fund, &budget->rules);
	if (!budget->counts)
		budget->other = fund_decide(fund, &budget->other_rules);
}

static struct pos
place_of(const struct budget *budget, size_t place)
{
	return project_at(budget, place)->text.pos;
}

/* What a project's own figures say. */
static void
find_of(const struct budget *budget, size_t place)
{
	struct method *method = budget->method;
	const struct bid *bid = &budget->fund.bids[place];
	const char *name = project_name(budget, place);

	if (bid->votes == 0 && (budget->fund.voters > 0 || budget->counts))
		method_find(method, place_of(budget, place), M_FUND_UNCHOSEN,
		    name);
	if (bid->cost == 0)
		method_find(method, place_of(budget, place), M_FUND_FREE, name);
	if (bid->cost > budget->fund.budget)
		method_find(method, place_of(budget, place), M_FUND_DEAR, name,
		    method_money(method, bid->cost));
}

/* Equal projects between which nothing decides. */
static void
find_tie(const struct budget *budget)
{
	struct method *method = budget->method;
	const char *names = "";
	size_t i, first = budget->fund.count;

	for (i = 0; i < budget->fund.count; i++)
		if (budget->outcome.lots[i].fate == FATE_TIED) {
			names = method_listed(method, names,
			    project_name(budget, i));
			first = i < first ? i : first;
		}
	if (first < budget->fund.count)
		method_find(method, place_of(budget, first), M_FUND_TIE, names);
}

/* A category that has more than half of the money, among several. */
static void
find_category(const struct budget *budget)
{
	const struct bind_text *names = budget->categories.list.at;
	struct method *method = budget->method;
	const struct outcome *outcome = &budget->outcome;
	int64_t sum;

	for (size_t i = 1; i < budget->fund.cap_count; i++) {
		sum = 0;
		for (size_t j = 0; j < outcome->count; j++)
			if (budget->fund.bids[outcome->kept[j]].category == i)
				sum += budget->fund.bids[outcome->kept[j]].cost;
		if (budget->fund.cap_count > 2 && sum > outcome->spent / 2 &&
		    sum > outcome->spent - sum)
			method_find(method, names[i - 1].pos, M_FUND_HALF,
			    method_plain(method, names[i - 1].text),
			    method_share(method, sum, outcome->spent));
	}
}

/* More than a fifth of those who chose anything, none of it retained. */
static void
find_without(const struct budget *budget)
{
	struct represented represented = share_of(budget, &budget->outcome);
	struct method *method = budget->method;

	if (5 * represented.voters[0] > represented.all)
		method_find(method, budget->sheet->projects.pos,
		    represented.voters[0] > 1 ? M_FUND_UNREPRESENTED
					      : M_FUND_UNREPRESENTED_ONE,
		    method_integer(method, (int64_t)represented.voters[0]),
		    method_share(method, (int64_t)represented.voters[0],
			(int64_t)represented.all));
}

/* The project that what is left misses by the least, where that is no more than
 * a tenth of what it costs. */
static void
find_missed(const struct budget *budget)
{
	struct method *method = budget->method;
	int64_t left = budget->fund.budget - budget->outcome.spent, least = 0;
	size_t best = budget->fund.count, i;
	const struct bid *bid;

	for (i = 0; i < budget->fund.count; i++) {
		bid = &budget->fund.bids[i];
		if (bid->votes == 0 || bid->barred || bid->cost <= left ||
		    budget->outcome.lots[i].fate == FATE_KEPT ||
		    bid->cost - left > bid->cost / 10)
			continue;
		if (best == budget->fund.count || bid->cost - left < least) {
			best = i;
			least = bid->cost - left;
		}
	}
	if (best < budget->fund.count && !budget->outcome.open)
		method_find(method, place_of(budget, best), M_FUND_MISSED,
		    project_name(budget, best), method_money(method, left),
		    method_money(method, least));
}

/* Votes against stand beside those for as they were typed. */
static void
find_against(const struct budget *budget)
{
	const struct bind_more *more =
	    budget->fund.count > 0 ? project_at(budget, 0)->text.more : NULL;

	if (more != NULL)
		BIND_EACH(const struct node *const, cell, &more->columns)
			if (term_is((*cell)->key, T_VOTE_AGAINST))
				method_find(budget->method, (*cell)->key_pos,
				    M_FUND_AGAINST, (*cell)->key);
}

/* What is to be looked at. */
static void
budget_find(const struct budget *budget)
{
	for (size_t i = 0; i < budget->fund.count; i++)
		find_of(budget, i);
	method_gather(budget->method, 3, M_FUND_UNCHOSEN, M_FUND_UNCHOSEN_ALL);
	if (budget->fund.voters == 0 && !budget->counts) {
		method_find(budget->method, budget->sheet->projects.pos,
		    M_FUND_NO_BALLOTS);
		return;
	}
	find_against(budget);
	find_tie(budget);
	find_category(budget);
	if (!budget->counts)
		find_without(budget);
	find_missed(budget);
}

static bool
render(struct poll_run *run)
{
	struct budget *budget = run->own;
	struct method *method = &run->method;

	poll_reject_find_many(&budget->poll, &budget->turnout);
	budget_find(budget);
	poll_turnout_find(&budget->poll, &budget->turnout);
	poll_reject_find(&budget->poll, &budget->turnout);
	if ((budget->fund.voters > 0 || budget->counts) &&
	    budget->fund.count > 0) {
		result_render(budget);
		share_render(budget);
		if (method->chart)
			result_chart(budget);
	}
	poll_figure_render(&budget->poll, &budget->turnout);
	method_section(method, T_FUND_PROJECTS);
	method_section(method, T_FUND_CAPS);
	poll_turnout_rules(&budget->poll);
	method_rules(method);
	poll_reject_render(&budget->poll, &budget->turnout);
	ballot_render(budget);
	return budget->outcome.open || budget->turnout.quorum == QUORUM_MISSED;
}

/* A list that counts votes below "Votes" holds no ballots. */
static void
name_counts(struct bind *bind, struct node *within)
{
	enum term subject;

	NODE_EACH(struct node, section, within) {
		subject = term_find_subject(section->key);
		if (section->level == 0)
			continue;
		if (project_counts(section))
			section->key =
			    term_name(T_COUNTS, bind_likely_language(bind));
		else if (subject == T_NONE || subject == T_FUND)
			name_counts(bind, section);
	}
}

static void
arrange(struct method *method, const struct doc_part *part)
{
	name_counts(method->bind, part->root);
}

static const struct poll_tool tool = {
	.subject = T_FUND,
	.summary = T_SUMMARY_FUND,
	.rows = rows,
	.sheet_size = sizeof(struct sheet),
	.poll_at = offsetof(struct sheet, poll),
	.form = { .gives = dots_is, .counts = dots_name },
	.arrange = arrange,
	.settle = settle,
	.compute = compute,
	.render = render,
};

int
main(int argc, char **argv)
{
	struct poll_run run = { .tool = &tool };
	const struct opt opts[] = { OPT_CHART(&run.method.chart),
		OPT_ANONYMOUS(&run.method.anonymous), OPT_ROWS_END };

	return poll_run(&run, argc, argv, opts);
}
