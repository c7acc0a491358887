/*
 * project: what is put to the vote, as people list it.
 */
#include <string.h>

#include "budget.h"
#include "domain/tail.h"
#include "sheet/matrix.h"
#include "text/uni.h"
#include "value/money.h"

const struct bind_row project_rows[] = {
	ROW(project, label, .key = T_ID, .flags = BIND_LABEL),
	ROW(project, text, .key = T_FUND_PROJECT,
	    .flags = BIND_MAIN | BIND_REQUIRED | BIND_NAMING),
	ROW(project, cost, .key = T_FUND_COST,
	    .flags = BIND_REQUIRED | BIND_DECIDES | BIND_NO_SIGN),
	ROW(project, category, .key = T_FUND_CATEGORY, .flags = BIND_ALIKE),
	ROW(project, under, .key = T_RUBRIC, .flags = BIND_UNDER),
	ROW(project, where, .key = T_PLACE),
	ROW(project, tallied, .key = T_VOTES, .flags = BIND_DECIDES,
	    .lowest = 0, .highest = POLL_MOST),
	ROW(project, number, .key = T_BALLOT_NUMBER),
	ROW(project, document),
	{ BIND_END },
};

bool
project_claims(const struct node *section)
{
	static const enum term costs[] = { T_FUND_PROJECT, T_FUND_COST,
		T_NONE };
	static const enum term votes[] = { T_FUND_PROJECT, T_VOTES, T_NONE };
	static const enum term voters[] = { T_VOTER, T_NONE };

	return matrix_has(section, costs) ||
	    (matrix_has(section, votes) && !matrix_has(section, voters));
}

/* Whether a text is an amount, and which. */
static bool
read_cost(struct bind *bind, const char *text, struct bind_money *cost)
{
	struct arena *arena = bind->doc->arena;
	const char *plain = md_plain(arena, md_text(arena, text));
	struct amount amount;

	if (!reading_counts(bind_money_reading(bind, "", plain, &amount),
		&amount) ||
	    amount.value < 0)
		return false;
	cost->typed = plain;
	cost->cents = amount.value;
	cost->given = true;
	return true;
}

/* Takes out of a text the votes that end it, "Bancs : 4 500 € (34 voix)". */
static void
cut_votes(struct arena *arena, struct project *project)
{
	struct tail tail = tail_cut(arena, LANG_NONE, project->text.text);

	if (tail.shape != TAIL_UNIT || tail.whole > 0 || tail.who != NULL ||
	    *project->tallied.typed != '\0' || *tail.text == '\0' ||
	    tail.count > POLL_MOST)
		return;
	project->tallied.typed = tail.typed;
	project->tallied.pos = project->text.pos;
	project->tallied.given = true;
	project->tallied.thousandths = 1000 * (int64_t)tail.count;
	project->text.text = tail.text;
}

/* Where the last sign stands behind which a text may tell a cost: "Bancs :
 * 4 500 €", "Bancs – 4 500 €", "Bancs (4 500 €)"; and its length. */
static const char *
last_sign(const char *text, size_t *length)
{
	static const char *const signs[] = { ":", " – ", " — ", " - ", "(" };
	const char *last = NULL, *at;

	for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++)
		for (at = text; (at = strstr(at, signs[i])) != NULL; at++)
			if (last == NULL || at > last) {
				last = at;
				*length = strlen(signs[i]);
			}
	return last;
}

/* Takes the cost out of a text that ends with one; false where it does not. */
static bool
cut_last(struct bind *bind, struct project *project)
{
	struct arena *arena = bind->doc->arena;
	const char *text = project->text.text, *sign, *cost;
	size_t length = 0, end;

	sign = last_sign(text, &length);
	if (sign == NULL || sign == text)
		return false;
	cost = arena_string(arena, sign + length);
	end = strlen(cost);
	if (*sign == '(') {
		if (end == 0 || cost[end - 1] != ')')
			return false;
		cost = arena_copy(arena, cost, end - 1);
	}
	if (cost[strspn(cost, " 0123456789.,")] == '\0' && *sign != ':')
		return false;
	if (!read_cost(bind, cost, &project->cost))
		return false;
	end = (size_t)(sign - text);
	while (end > 0 && text[end - 1] == ' ')
		end--;
	project->text.text = arena_copy(arena, text, end);
	return true;
}

/* Takes the cost out of a text, perhaps in front of a remark in brackets: "Verger :
 * 6 000 € (quartier Nord)". */
static void
cut_cost(struct bind *bind, struct project *project)
{
	struct arena *arena = bind->doc->arena;
	const char *text = project->text.text, *open = strrchr(text, '(');

	if (cut_last(bind, project) || open == NULL || open == text ||
	    text[strlen(text) - 1] != ')')
		return;
	project->text.text = uni_until(arena, text, open);
	project->text.text = cut_last(bind, project)
	    ? arena_format(arena, "%s %s", project->text.text, open)
	    : text;
}

void
project_settle(struct bind *bind, const struct bind_list *projects)
{
	struct arena *arena = bind->doc->arena;

	BIND_EACH(struct project, project, projects) {
		/* "N°" is a label by another name */
		if (*project->label.text == '\0')
			project->label.text =
			    md_plain(arena, project->number.text);
		project->number.text = "";
		if (term_is(project->under.text, T_RESULTS) ||
		    term_is(project->under.text, T_VOTES))
			project->under.text = ""; /* no category */
		cut_votes(arena, project);
		if (project->cost.typed != NULL && *project->cost.typed != '\0')
			continue;
		project->cost.pos = project->text.pos;
		if (*project->label.text == '\0' ||
		    !read_cost(bind, project->text.text, &project->cost)) {
			cut_cost(bind, project);
			continue;
		}
		/* "Bancs: 4 500 €" as a pair of YAML */
		project->text.text = md_text(arena, project->label.text);
		project->label.text = "";
	}
}

void
project_take(struct budget *budget)
{
	struct bind_list *projects = &budget->sheet->projects;
	struct bind_list given = { .count = 0 };
	struct poll *poll = &budget->poll;
	struct project *option;

	poll_option_label(poll, projects);
	BIND_EACH(struct project, project, projects) {
		bind_add(poll->bind, &given, *project);
		project->tallied = (struct bind_number){ .typed = "" };
	}
	if (poll->bind == budget->method->bind)
		method_unite(budget->method, project_rows,
		    sizeof(struct project), projects);
	poll_option_take(poll, projects);
	BIND_EACH(const struct project, project, &given) {
		option = poll_option_find(poll,
		    *project->label.text != '\0' ? project->label.text
						 : project->text.text);
		if (option == NULL || !project->tallied.given)
			continue;
		option->tallied.given = budget->counts = true;
		option->tallied.pos = project->tallied.pos;
		option->tallied.thousandths += project->tallied.thousandths;
	}
}

const char *
project_name(const struct budget *budget, size_t place)
{
	const struct project *project = project_at(budget, place);

	return md_plain(budget->poll.arena,
	    *project->label.text != '\0' ? project->label.text
					 : project->text.text);
}

/* Whether a text is short and plain enough to be named among others. */
static bool
is_name(const struct budget *budget, const struct bind_text *text)
{
	enum { LONGEST = 40 };
	const char *plain = md_plain(budget->poll.arena, text->text);

	return strlen(plain) <= LONGEST && strpbrk(plain, ",;:") == NULL;
}

void
project_label(struct budget *budget)
{
	size_t i, number;
	struct project *project;
	char *label = NULL;

	for (i = 0; i < budget->fund.count; i++) {
		project = project_at(budget, i);
		if (*project->label.text != '\0' ||
		    is_name(budget, &project->text))
			continue;
		number = i;
		do
			label =
			    arena_format(budget->poll.arena, "P%zu", ++number);
		while (
		    ballot_option_labelled(budget->poll.names, label) != NULL);
		project->label.text = label;
		ballot_option_name(budget->poll.names,
		    budget->poll.names->at[i], label, "");
	}
	budget->sheet->projects.at = budget->poll.options.at;
	budget->sheet->projects.count = budget->poll.options.count;
}
