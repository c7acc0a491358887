/*
 * entry: what chapters give to the registers: by the rows of a sheet, whether
 * a sheet has it or another tool's subject.
 */
#include <string.h>

#include "proceedings.h"
#include "text/uni.h"
#include "value/period.h"

/* What stands in one place. */
struct found {
	struct bind_list decisions, points; /* struct decision */
	struct bind_list actions;           /* struct action */
	struct bind_list asked;             /* struct posed */
};

/* A question of a wall. */
struct posed {
	struct bind_text number, text, powerful;
};

static const struct bind_row posed_rows[] = {
	ROW(posed, number, .key = T_NUMBER, .flags = BIND_LABEL),
	ROW(posed, number, .key = T_ID),
	ROW(posed, text, .key = T_WORKSHOP_BURNING, .flags = BIND_MAIN),
	ROW(posed, text, .key = T_TEXT),
	ROW(posed, powerful, .key = T_POWERFUL),
	{ BIND_END },
};

enum { DECISIONS, ACTIONS, POINTS, ASKED };

static const struct bind_row rows[] = {
	ROW_ITEMS(found, decisions, decision, .key = T_DECISIONS),
	ROW_ITEMS(found, actions, action, .key = T_ACTIONS),
	ROW_AS(BIND_LIST, found, points, .key = T_FINDINGS, .rows = open_rows,
	    .size = sizeof(struct decision)),
	ROW_ITEMS(found, asked, posed, .key = T_QUESTIONS),
	{ BIND_END },
};

static bool
is_chapter(const struct walk *walk, const char *heading)
{
	struct arena *arena = walk->all->arena;

	return strcmp(uni_fold(arena, md_plain(arena, heading)),
		   uni_fold(arena, md_plain(arena, walk->chapter->title))) == 0;
}

/* Of what an item carries, the heading that it stood under, but for its chapter's:
 * all that a register keeps of it. */
static const struct bind_more *
topic_of(const struct walk *walk, const struct bind_more *more)
{
	struct bind *bind = walk->all->bind;
	struct bind_more *topic = NULL;

	if (more == NULL)
		return NULL;
	BIND_EACH(const struct node *const, cell, &more->columns)
		if (term_is((*cell)->key, T_RUBRIC) &&
		    !is_chapter(walk, (*cell)->text)) {
			topic = arena_alloc(bind->doc->arena, sizeof(*topic));
			bind_put(bind, &topic->columns, cell, sizeof(*cell));
			return topic;
		}
	return NULL;
}

static void
enter_decisions(struct walk *walk, const struct bind_list *list,
    struct bind_list *into)
{
	struct proceedings *all = walk->all;
	struct decision *slot;

	BIND_EACH(struct decision, decision, list) {
		bind_fill_texts(decision_rows, decision);
		if (*decision->text.text == '\0' ||
		    bind_is_nothing(decision->text.text))
			continue;
		slot = bind_put(all->bind, into, decision, sizeof(*slot));
		slot->text.more = topic_of(walk, slot->text.more);
		if (*slot->label.text != '\0')
			slot->text.text = arena_format(all->arena, "**%s** %s",
			    md_words(all->arena, slot->label.text),
			    slot->text.text);
		slot->kind = (struct bind_choice){ .term = walk->subject,
			.given = walk->subject != T_NONE,
			.typed = "" };
		slot->chapter = method_figure(1000 * (int64_t)walk->number);
	}
}

static void
enter_actions(struct walk *walk, const struct bind_list *list)
{
	struct proceedings *all = walk->all;
	struct action entered;

	BIND_EACH(const struct action, action, list) {
		if (*action->what.text == '\0' ||
		    bind_is_nothing(action->what.text))
			continue;
		entered = *action;
		entered.what.more = topic_of(walk, action->what.more);
		action_read(all->arena, &entered, all->lang);
		follow_action(walk, &entered);
	}
}

static void
enter(struct walk *walk, const struct found *found, bool selected)
{
	struct asked asked = { .wall = !selected, .selected = selected };

	enter_decisions(walk, &found->decisions, &walk->all->decisions);
	enter_decisions(walk, &found->points, &walk->all->points);
	enter_actions(walk, &found->actions);
	BIND_EACH(const struct posed, posed, &found->asked) {
		asked.number = posed->number.text;
		asked.pos = posed->text.pos;
		look_asked(walk, asked, posed->powerful.text);
		look_asked(walk, asked, posed->text.text);
	}
}

static bool
is_item(const struct node *node)
{
	return node->level == 0;
}

/* A decision by consent: what was adopted, if it is a text, and the verdict. */
static void
read_consent(struct walk *walk, const struct node *section, struct found *found)
{
	struct proceedings *all = walk->all;
	struct node *own = node_part(all->arena, section, is_item);
	const char *verdict = chapter_paragraph(all->arena, section),
		   *text = "";
	const struct node *child;

	for (EACH_SECTION(child, section))
		if (term_is(child->key, T_ADOPTED_TEXT))
			text = chapter_paragraph(all->arena, child);
	own->text = *text == '\0' ? verdict
	    : *verdict == '\0'
	    ? text
	    : arena_format(all->arena, "%s — %s", text, verdict);
	bind_item(walk->chapter->method.bind, decision_rows, own, false,
	    bind_append(all->bind, &found->decisions, sizeof(struct decision)));
}

/* What stands beside a decision, up to the next one, of who sees to it and by
 * when: with these it is an action, too. */
static void
read_action(struct walk *walk, const struct node *decision, struct found *found)
{
	static const enum term keys[] = { T_OWNER, T_DUE, T_DECISION };
	struct bind *bind = walk->all->bind;
	struct action action = { { bind_text(bind, decision), decision->pos,
				     true },
		.who.text = "", .when.text = "", .state.text = "" };
	const struct node *pair = decision->next;
	enum term term;

	for (; pair != NULL && pair->level == 0; pair = pair->next) {
		term = *pair->key != '\0' ? term_find(pair->key, keys, 3, NULL)
					  : T_NONE;
		if (term == T_DECISION)
			break;
		if (term != T_NONE)
			*(term == T_OWNER ? &action.who : &action.when) =
			    (struct bind_text){ bind_text(bind, pair),
				    pair->pos, true };
	}
	if (action.who.given || action.when.given)
		bind_add(bind, &found->actions, action);
}

/* The actions that decisions are which are pairs, wherever they stand among the
 * items of a topic: "- **Décision :** on repeint". */
static void
read_pairs(struct walk *walk, const struct node *node, struct found *found)
{
	NODE_EACH(const struct node, child, node)
		if (child->level > 0)
			continue;
		else if (child->table == 0 && *child->key != '\0' &&
		    term_is(child->key, T_DECISION))
			read_action(walk, child, found);
		else
			read_pairs(walk, child, found);
}

/*
 * The row for what stands under a heading, or NULL: what a sheet takes was
 * taken as a sheet takes it.
 */
static const struct bind_row *
row_of(struct walk *walk, enum term term)
{
	bool sheet = walk->subject == T_NONE || walk->subject == T_WORKSHOP;

	walk->questions = walk->questions ||
	    (term == T_QUESTIONS && walk->subject == T_QUESTION_WALL);
	if (term == T_FINDINGS &&
	    (walk->chapter->passes || walk->subject != T_WORKSHOP))
		return &rows[POINTS];
	if (sheet)
		return NULL;
	if (term == T_SELECTED)
		return &rows[walk->subject == T_QUESTION_WALL ? ASKED
							      : DECISIONS];
	if (term == T_DECISIONS || term == T_ACTIONS)
		return &rows[term == T_ACTIONS ? ACTIONS : DECISIONS];
	return walk->questions ? &rows[ASKED] : NULL;
}

static void
gather_section(struct walk walk, const struct node *section,
    const char *heading)
{
	static const enum term terms[] = { T_DECISIONS, T_ACTIONS, T_FINDINGS,
		T_SELECTED, T_QUESTIONS };
	struct found found = { .points.count = 0 };
	enum term term = term_find(heading, terms, 5, NULL);
	enum term subject = term_find_subject(heading);
	const struct bind_row *row;
	const struct node *child;

	walk.subject = subject != T_NONE ? subject : walk.subject;
	row = row_of(&walk, term);
	if (walk.chapter->passes && section->level > 0 &&
	    (row != NULL || term == T_DECISIONS || term == T_ACTIONS))
		account_tell(walk.all->bind->doc->account, section,
		    ACCOUNT_READ, term);
	if (row == &rows[DECISIONS] &&
	    (walk.subject == T_CONSENT || walk.subject == T_ELECTION))
		read_consent(&walk, section, &found);
	else if (row != NULL)
		bind_value(walk.chapter->method.bind, row,
		    node_part(walk.all->arena, section, is_item), &found);
	if (walk.subject == T_NONE && term == T_NONE &&
	    section != walk.chapter->root)
		read_pairs(&walk, section, &found);
	enter(&walk, &found, term == T_SELECTED);
	look_at(&walk, section);
	for (EACH_SECTION(child, section))
		gather_section(walk, child, child->key);
}

/* The days of a chapter, where it says them. */
static void
gather_dates(struct proceedings *all, const struct bind_list *pairs)
{
	struct date first, last;

	BIND_EACH(const struct bind_pair, pair, pairs) {
		if (pair->term != T_DATE ||
		    !date_read_period(md_plain(all->arena,
					  bind_text(all->bind, pair->node)),
			&first, &last))
			continue;
		if (!all->dated || date_day(first) < date_day(all->first))
			all->first = first;
		if (!all->dated || date_day(last) > date_day(all->last))
			all->last = last;
		all->dated = true;
	}
}

/* What was read as a sheet. */
static void
gather_sheet(struct walk walk)
{
	const struct sheet *sheet = walk.chapter->sheet;
	const struct bind_text *asks[] = { &sheet->burning, &sheet->powerful };
	const struct node *child;

	for (EACH_SECTION(child, walk.chapter->root))
		if (term_find_subject(child->key) == T_WORKSHOP)
			walk.subject = T_WORKSHOP;
	if (!walk.chapter->passes)
		walk.subject = T_WORKSHOP;
	enter_decisions(&walk, &sheet->decisions, &walk.all->decisions);
	enter_actions(&walk, &sheet->actions);
	for (size_t i = 0; i < 2; i++)
		look_asked(&walk,
		    (struct asked){ .taken_up = true, .pos = asks[i]->pos },
		    asks[i]->text);
	if (walk.all->method->anonymous)
		method_people(&walk.chapter->method, &walk.all->people);
}

/* What is to be checked in a sheet, where its report tells it; and in the
 * sections that pass within it. */
static void
gather_found(struct walk walk)
{
	const struct bind *bind = walk.chapter->method.bind;
	const struct bind_list *passing[] = { &bind->before, &bind->after };
	const struct notes *notes = &walk.chapter->method.findings;
	struct bind_list points = { .count = 0 };
	struct decision *point;

	walk.taken = false;
	for (size_t i = 0; i < 2; i++)
		BIND_EACH(struct node *, section, passing[i])
			look_again(walk, *section);
	for (size_t i = 0; i < notes->count; i++) {
		point = bind_append(walk.all->bind, &points, sizeof(*point));
		point->text.text = md_text(walk.all->arena,
		    note_text(walk.all->arena, &notes->at[i], walk.all->lang,
			md_words));
	}
	enter_decisions(&walk, &points, &walk.all->points);
}

void
registers_gather(struct proceedings *all)
{
	struct walk walk = { .all = all };
	size_t points;

	dict_init(&all->followed, all->arena);
	BIND_EACH(struct chapter, chapter, &all->chapters) {
		points = all->points.count;
		walk.chapter = chapter;
		walk.number++;
		walk.taken = !chapter->passes;
		gather_dates(all, &chapter->method.bind->pairs);
		if (chapter->passes && look_is_empty(chapter))
			method_find(all->method, chapter->pos, M_CHAPTER_EMPTY,
			    proceedings_number(all, walk.number),
			    md_plain(all->arena, chapter->title));
		gather_sheet(walk);
		gather_section(walk, chapter->root,
		    chapter_heading(all->arena, chapter));
		if (!chapter->passes)
			gather_found(walk);
		if (all->points.count > points)
			continue;
		all->kept = all->kept || chapter->points.count > 0;
		enter_decisions(&walk, &chapter->points, &all->points);
	}
	follow_end(all);
}

void
registers_read(struct proceedings *all, const struct node *section,
    size_t first)
{
	struct chapter *chapter = all->chapters.at;
	struct found found = { .points.count = 0 };

	bind_value(all->bind, &rows[POINTS], node_clone(all->arena, section),
	    &found);
	BIND_EACH(const struct decision, point, &found.points)
		for (size_t i = first; i < all->chapters.count; i++)
			if (chapter[i].number > 0 &&
			    point->chapter.thousandths ==
				1000 * (int64_t)chapter[i].number)
				bind_put(all->bind, &chapter[i].points, point,
				    sizeof(*point));
}
