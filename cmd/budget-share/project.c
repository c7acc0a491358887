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
	    .flags = BIND_MAIN | BIND_REQUIRED | BIND_NAMING, .instead = T_ID),
	ROW(project, cost, .key = T_FUND_COST,
	    .flags = BIND_REQUIRED | BIND_DECIDES | BIND_NO_SIGN),
	ROW(project, category, .key = T_FUND_CATEGORY, .flags = BIND_ALIKE),
	ROW(project, under, .key = T_RUBRIC, .flags = BIND_UNDER),
	ROW(project, where, .key = T_PLACE),
	ROW(project, tallied, .key = T_VOTES, .flags = BIND_DECIDES,
	    .lowest = 0, .highest = POLL_MOST),
	ROW(project, tallied, .key = T_VOTE_FOR, .flags = BIND_DECIDES,
	    .lowest = 0, .highest = POLL_MOST),
	ROW(project, number, .key = T_BALLOT_NUMBER),
	ROW(project, document),
	{ BIND_END },
};

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

	if (*text == '\0' || cut_last(bind, project) || open == NULL ||
	    open == text || text[strlen(text) - 1] != ')')
		return;
	project->text.text = uni_until(arena, text, open);
	project->text.text = cut_last(bind, project)
	    ? arena_format(arena, "%s %s", project->text.text, open)
	    : text;
}

/* Takes out of a text the votes that end it, "Bancs : 4 500 € (34 voix)"; a bare
 * number behind a colon is votes where the text in front ends in a cost. */
static void
cut_votes(struct bind *bind, struct project *project)
{
	struct tail tail =
	    tail_cut(bind->doc->arena, LANG_NONE, project->text.text);
	struct project before = { .text = { tail.text } };

	if (tail.shape == TAIL_NUMBER)
		cut_cost(bind, &before);
	if ((tail.shape != TAIL_UNIT && !before.cost.given) || tail.whole > 0 ||
	    tail.who != NULL || *project->tallied.typed != '\0' ||
	    *tail.text == '\0' || tail.count > POLL_MOST)
		return;
	project->tallied.typed = tail.typed;
	project->tallied.pos = project->text.pos;
	project->tallied.given = true;
	project->tallied.thousandths = 1000 * (int64_t)tail.count;
	project->text.text = tail.text;
}

/* Whether each item of a list ends in a cost, or in one and votes: "Bancs – 4 500 € –
 * 34 voix". */
static bool
all_priced(struct arena *arena, const struct node *section)
{
	struct doc doc = { .arena = arena };
	struct bind bind = { .doc = &doc, .words = LANG_NONE };
	struct project project;

	NODE_EACH(const struct node, item, section) {
		project = (struct project){ .tallied = { .typed = "" },
			.text = { md_text(arena, node_line(item)) } };
		if (item->level > 0 || item->table > 0 || *item->text == '\0')
			return false;
		cut_votes(&bind, &project);
		cut_cost(&bind, &project);
		if (!project.cost.given)
			return false;
	}
	return section->count > 1 && doc.currency != T_NONE;
}

bool
project_claims(const struct node *section)
{
	static const enum term costs[] = { T_FUND_PROJECT, T_FUND_COST,
		T_NONE };
	static const enum term votes[] = { T_FUND_PROJECT, T_VOTES, T_NONE };
	static const enum term voters[] = { T_VOTER, T_NONE };
	static const enum term headings[] = { T_RESULTS, T_VOTES };
	ARENA_SCRATCH(arena);

	return matrix_has(section, costs) ||
	    (matrix_has(section, votes) && !matrix_has(section, voters)) ||
	    ((*section->key == '\0' ||
		 term_find_subject(section->key) == T_FUND ||
		 term_read(section->key, TERM_GLOSSED, headings, 2, NULL) !=
		     T_NONE) &&
		all_priced(arena, section));
}

/* What an item counts, "Bancs : 312"; of shape TAIL_NONE where it is none. */
static struct tail
counted_by(struct arena *arena, const struct node *item)
{
	const char *text = *item->key != '\0'
	    ? arena_format(arena, "%s : %s", item->key, item->text)
	    : item->text;
	struct tail tail = tail_cut(arena, LANG_NONE, md_text(arena, text));

	if (item->level > 0 || item->table > 0 || tail.whole > 0 ||
	    tail.count > POLL_MOST || tail.shape > TAIL_UNIT)
		tail.shape = TAIL_NONE;
	return tail;
}

bool
project_counts(const struct node *section)
{
	static const enum term headings[] = { T_RESULTS, T_VOTES };
	ARENA_SCRATCH(arena);

	NODE_EACH(const struct node, item, section)
		if (counted_by(arena, item).shape == TAIL_NONE)
			return false;
	return section->count > 1 &&
	    term_read(section->key, TERM_GLOSSED, headings, 2, NULL) != T_NONE;
}

/* Adds votes that come from no ballot. */
static void
add_votes(struct budget *budget, const char *name, int64_t count,
    struct pos pos)
{
	struct project *option = poll_option_find(&budget->poll, name);

	if (option == NULL) {
		bind_fault(budget->poll.bind, pos, M_VOTE_UNKNOWN, name);
		return;
	}
	option->tallied.given = budget->counts = true;
	option->tallied.pos = pos;
	option->tallied.thousandths += 1000 * count;
}

static void
take_counts(struct budget *budget)
{
	struct arena *arena = budget->poll.arena;
	struct tail tail;

	BIND_EACH(struct node *const, list, &budget->sheet->count_nodes)
		NODE_EACH(const struct node, item, *list) {
			tail = counted_by(arena, item);
			if (tail.shape == TAIL_NONE)
				bind_fault(budget->poll.bind, item->pos,
				    M_VOTE_NO_COUNT, item->text);
			else
				add_votes(budget, md_plain(arena, tail.text),
				    (int64_t)tail.count, item->pos);
		}
}

void
project_settle(struct bind *bind, const struct bind_list *projects)
{
	struct arena *arena = bind->doc->arena;

	BIND_EACH(struct project, project, projects) {
		/* "N°" is a label by another name */
		if (*project->label.text == '\0') {
			project->label.text =
			    md_plain(arena, project->number.text);
			project->number.text = "";
		}
		if (term_is(project->under.text, T_RESULTS) ||
		    term_is(project->under.text, T_VOTES))
			project->under.text = ""; /* no category */
		cut_votes(bind, project);
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

	poll_option_label(poll, projects);
	BIND_EACH(struct project, project, projects) {
		bind_add(poll->bind, &given, *project);
		project->tallied = (struct bind_number){ .typed = "" };
	}
	if (poll->bind == budget->method->bind)
		method_unite(budget->method, project_rows,
		    sizeof(struct project), projects);
	poll_option_take(poll, projects);
	BIND_EACH(const struct project, project, &given)
		if (project->tallied.given)
			add_votes(budget,
			    *project->label.text != '\0' ? project->label.text
							 : project->text.text,
			    project->tallied.thousandths / 1000,
			    project->tallied.pos);
	take_counts(budget);
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
