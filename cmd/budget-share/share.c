/*
 * share: who is represented, what goes to which category, and what another
 * rule would retain.
 */
#include "budget.h"

/* A line of one of the tables. */
struct part {
	struct bind_text name, share, nobody;
	struct bind_number count, projects;
	struct bind_money sum;
};

struct represented
share_of(const struct budget *budget, const struct outcome *outcome)
{
	struct represented represented = { .all = 0 };
	const struct group *group;
	size_t i, j, kept;

	for (i = 0; i < budget->fund.group_count; i++) {
		group = &budget->fund.groups[i];
		if (group->count == 0)
			continue;
		kept = 0;
		for (j = 0; j < group->count && kept < SHARE_MOST; j++)
			kept += outcome->lots[group->choices[j].project].fate ==
			    FATE_KEPT;
		represented.voters[kept] += group->times;
		represented.all += group->times;
	}
	return represented;
}

static const struct bind_row represented_rows[] = {
	ROW(part, name, .key = T_FUND_KEPT_OF, .flags = BIND_REQUIRED),
	ROW(part, count, .key = T_VOTERS, .flags = BIND_REQUIRED),
	ROW(part, share, .key = T_SHARE, .flags = BIND_FIGURE),
	{ BIND_END },
};

static void
render_represented(const struct budget *budget)
{
	struct represented represented = share_of(budget, &budget->outcome);
	struct method *method = budget->method;
	struct bind_list parts = { .count = 0 };
	struct part part = { .projects.given = false };

	for (size_t i = 0; represented.all > 0 && i <= SHARE_MOST; i++) {
		part.name.text = i < SHARE_MOST
		    ? method_integer(method, (int64_t)i)
		    : method_text(method, M_FUND_OR_MORE,
			  method_integer(method, SHARE_MOST));
		part.count = method_count(represented.voters[i]);
		part.share.text = method_share(method,
		    (int64_t)represented.voters[i], (int64_t)represented.all);
		bind_fill_texts(represented_rows, &part);
		bind_add(method->bind, &parts, part);
	}
	method_table(method, T_FUND_REPRESENTED, represented_rows, sizeof(part),
	    &parts);
}

static const struct bind_row category_rows[] = {
	ROW(part, name, .key = T_FUND_CATEGORY, .flags = BIND_REQUIRED),
	ROW(part, projects, .key = T_FUND_PROJECTS),
	ROW(part, count, .key = T_SELECTED),
	ROW(part, sum, .key = T_FUND_SPENT),
	ROW(part, share, .key = T_SHARE, .flags = BIND_FIGURE),
	{ BIND_END },
};

/* What of a category is retained; 0: of those that have none. */
static struct part
part_of(const struct budget *budget, size_t category)
{
	const struct bind_text *names = budget->categories.list.at;
	const struct outcome *outcome = &budget->outcome;
	const struct bid *bid;
	struct part part = { .projects = method_count(0),
		.count = method_count(0),
		.sum = { .given = true } };

	part.name.text = category > 0
	    ? names[category - 1].text
	    : method_word(budget->method, T_FUND_NO_CATEGORY);
	for (size_t i = 0; i < budget->fund.count; i++) {
		bid = &budget->fund.bids[i];
		if (bid->category != category)
			continue;
		part.projects.thousandths += 1000;
		if (outcome->lots[i].fate != FATE_KEPT)
			continue;
		part.count.thousandths += 1000;
		part.sum.cents += bid->cost;
	}
	if (outcome->spent > 0)
		part.share.text = method_share(budget->method, part.sum.cents,
		    outcome->spent);
	bind_fill_texts(category_rows, &part);
	return part;
}

static void
render_categories(const struct budget *budget)
{
	struct method *method = budget->method;
	struct bind_list parts = { .count = 0 };
	struct part part;

	for (size_t i = 1; i <= budget->fund.cap_count; i++) {
		part = part_of(budget, i % budget->fund.cap_count);
		if (part.projects.thousandths > 0)
			bind_add(method->bind, &parts, part);
	}
	if (budget->fund.cap_count > 1)
		method_table(method, T_FUND_BY_CATEGORY, category_rows,
		    sizeof(part), &parts);
}

static const struct bind_row rule_rows[] = {
	ROW(part, name, .key = T_FUND_RULE, .flags = BIND_REQUIRED),
	ROW(part, count, .key = T_SELECTED),
	ROW(part, sum, .key = T_FUND_SPENT),
	ROW(part, nobody, .key = T_FUND_WITHOUT, .flags = BIND_FIGURE),
	{ BIND_END },
};

static struct part
compared(const struct budget *budget, const struct rules *rules,
    const struct outcome *outcome)
{
	struct represented represented = share_of(budget, outcome);
	struct part part = { .count = method_count(outcome->count),
		.sum = { .given = true, .cents = outcome->spent } };

	part.name.text = method_word(budget->method, rule_terms[rules->rule]);
	if (represented.all > 0)
		part.nobody.text = method_share(budget->method,
		    (int64_t)represented.voters[0], (int64_t)represented.all);
	bind_fill_texts(rule_rows, &part);
	return part;
}

/* The names of what one outcome retains and another does not. */
static const char *
names_of(const struct budget *budget, const struct outcome *outcome,
    const struct outcome *other)
{
	struct method *method = budget->method;
	const char *names = "";

	for (size_t i = 0; i < outcome->count; i++)
		if (other->lots[outcome->kept[i]].fate != FATE_KEPT)
			names = method_listed(method, names,
			    project_name(budget, outcome->kept[i]));
	return names;
}

static void
render_difference(const struct budget *budget)
{
	struct method *method = budget->method;
	const char *rule =
	    method_word(method, rule_terms[budget->other_rules.rule]);
	const char *more = names_of(budget, &budget->other, &budget->outcome);
	const char *less = names_of(budget, &budget->outcome, &budget->other);

	if (*more == '\0' && *less == '\0')
		method_paragraph(method, M_FUND_SAME, rule);
	if (*more != '\0')
		method_paragraph(method, M_FUND_MORE, rule, more);
	if (*less != '\0')
		method_paragraph(method, M_FUND_LESS, rule, less);
}

static void
render_comparison(const struct budget *budget)
{
	struct method *method = budget->method;
	struct bind_list parts = { .count = 0 };
	struct part part = compared(budget, &budget->rules, &budget->outcome);

	bind_add(method->bind, &parts, part);
	part = compared(budget, &budget->other_rules, &budget->other);
	bind_add(method->bind, &parts, part);
	method_table(method, T_FUND_COMPARISON, rule_rows, sizeof(part),
	    &parts);
	render_difference(budget);
}

void
share_render(struct budget *budget)
{
	if (!budget->counts)
		render_represented(budget);
	render_categories(budget);
	if (!budget->counts)
		render_comparison(budget);
}
