/*
 * entry: what chapters give to the registers: by the rows of a sheet, whether
 * a sheet has it or another tool's subject.
 */
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "proceedings.h"
#include "source/md.h"
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

static const struct bind_row point_rows[] = {
	ROW(BIND_TEXT, decision, text, .key = T_TEXT, .flags = BIND_MAIN),
	{ BIND_END },
};

static const struct bind_row posed_rows[] = {
	ROW(BIND_TEXT, posed, number, .key = T_NUMBER, .flags = BIND_LABEL),
	ROW(BIND_TEXT, posed, number, .key = T_ID),
	ROW(BIND_TEXT, posed, text, .key = T_WORKSHOP_BURNING,
	    .flags = BIND_MAIN),
	ROW(BIND_TEXT, posed, text, .key = T_TEXT),
	ROW(BIND_TEXT, posed, powerful, .key = T_POWERFUL),
	{ BIND_END },
};

enum { DECISIONS, ACTIONS, POINTS, ASKED };

static const struct bind_row rows[] = {
	ROW_ITEMS(found, decisions, decision, .key = T_DECISIONS),
	ROW_ITEMS(found, actions, action, .key = T_ACTIONS),
	ROW(BIND_LIST, found, points, .key = T_FINDINGS, .rows = point_rows,
	    .size = sizeof(struct decision)),
	ROW_ITEMS(found, asked, posed, .key = T_QUESTIONS),
	{ BIND_END },
};

static void
enter_decisions(struct walk *walk, const struct bind_list *list,
    struct bind_list *into)
{
	struct proceedings *all = walk->all;
	struct decision *decision = list->at, *slot;
	size_t i;

	for (i = 0; i < list->count; i++) {
		bind_fill_texts(decision_rows, &decision[i]);
		if (*decision[i].text.text == '\0')
			continue;
		slot = bind_append(all->bind, into, sizeof(*slot));
		*slot = decision[i];
		slot->text.more = NULL;
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

/* A workshop finds what its own actions lack. */
static void
enter_actions(struct walk *walk, const struct bind_list *list)
{
	struct proceedings *all = walk->all;
	struct bind_list kept = { .count = 0 };
	struct notes notes = { .arena = all->arena };
	struct action *action = list->at, *slot;
	size_t i;

	for (i = 0; i < list->count; i++) {
		if (*action[i].what.text == '\0')
			continue;
		slot = bind_append(all->bind, &kept, sizeof(*slot));
		*slot = action[i];
		slot->chapter = walk->number;
		action_read(all->arena, slot, all->lang);
		action_judge(slot, &all->method->today);
	}
	if (walk->subject != T_WORKSHOP)
		action_check(all->arena, all->lang, &kept, &all->method->today,
		    &notes);
	for (i = 0; i < notes.count; i++)
		method_find(all->method, notes.at[i].pos, M_CHAPTER_FINDS,
		    method_integer(all->method, (int64_t)walk->number),
		    note_text(all->arena, &notes.at[i], all->lang, NULL));
	for (i = 0, slot = kept.at; i < kept.count; i++)
		*(struct action *)bind_append(all->bind, &all->actions,
		    sizeof(*slot)) = slot[i];
}

static void
enter(struct walk *walk, const struct found *found, bool selected)
{
	const struct posed *posed = found->asked.at;
	struct asked asked;
	size_t i;

	enter_decisions(walk, &found->decisions, &walk->all->decisions);
	enter_decisions(walk, &found->points, &walk->all->points);
	enter_actions(walk, &found->actions);
	for (i = 0; i < found->asked.count; i++) {
		asked = (struct asked){ .number = posed[i].number.text,
			.wall = !selected,
			.selected = selected,
			.pos = posed[i].text.pos };
		look_asked(walk, asked, posed[i].powerful.text);
		look_asked(walk, asked, posed[i].text.text);
	}
}

/* A section without those below it, and without its name. */
static struct node *
alone(struct arena *arena, const struct node *section)
{
	struct node *own = node_again(arena, section);
	const struct node *child;

	own->key = own->whole = "";
	own->first = own->last = NULL;
	own->count = 0;
	for (child = section->first; child != NULL; child = child->next)
		if (child->level == 0)
			node_append(own, node_again(arena, child));
	return own;
}

/* A decision by consent: what was adopted, and the verdict. */
static void
read_consent(struct walk *walk, const struct node *section, struct found *found)
{
	static const enum term adopted[] = { T_ADOPTED_TEXT };
	struct proceedings *all = walk->all;
	struct node *own = alone(all->arena, section);
	const char *verdict = chapter_paragraph(all->arena, section),
		   *text = "";
	const struct node *child;

	for (EACH_SECTION(child, section))
		if (IS_ONE_OF(child->key, adopted))
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
read_action(struct walk *walk, const struct node *decision, const char *text,
    struct found *found)
{
	static const enum term keys[] = { T_OWNER, T_DUE, T_DECISION };
	struct bind_text who = { .text = "" }, when = { .text = "" };
	const struct node *pair = decision->next;
	enum term term;

	for (; pair != NULL; pair = pair->next) {
		term = *pair->key != '\0' ? term_find(pair->key, keys, 3, NULL)
					  : T_NONE;
		if (pair->level > 0 || term == T_DECISION)
			break;
		if (term != T_NONE)
			*(term == T_OWNER ? &who : &when) =
			    (struct bind_text){ bind_text(walk->all->bind,
						    pair),
				    pair->pos, true };
	}
	if (who.given || when.given)
		bind_put(walk->all->bind, &found->actions,
		    &(struct action){ .what = { text, decision->pos, true },
			.who = who,
			.when = when,
			.state = { .text = "" } },
		    sizeof(struct action));
}

/* The actions that decisions are which are pairs, wherever they stand among the
 * items of a topic: "- **Décision :** on repeint". */
static void
read_pairs(struct walk *walk, const struct node *node, struct found *found)
{
	static const enum term decision[] = { T_DECISION };
	const struct node *child;

	for (child = node->first; child != NULL; child = child->next) {
		if (child->level > 0)
			continue;
		if (child->table > 0 || *child->key == '\0' ||
		    !IS_ONE_OF(child->key, decision)) {
			read_pairs(walk, child, found);
			continue;
		}
		read_action(walk, child, bind_text(walk->all->bind, child),
		    found);
	}
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
	if (row == &rows[DECISIONS] && walk.subject == T_CONSENT)
		read_consent(&walk, section, &found);
	else if (row != NULL)
		bind_value(walk.chapter->method.bind, row,
		    alone(walk.all->arena, section), &found);
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
gather_dates(struct proceedings *all, const struct chapter *chapter)
{
	const struct bind_pair *pair = chapter->method.bind->pairs.at;
	struct date first, last;
	size_t i;

	for (i = 0; i < chapter->method.bind->pairs.count; i++) {
		if (pair[i].term != T_DATE ||
		    !date_read_period(md_plain(all->arena,
					  bind_text(all->bind, pair[i].node)),
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
	struct proceedings *all = walk.all;
	const struct sheet *sheet = walk.chapter->sheet;
	struct found found = { .decisions = sheet->decisions,
		.actions = sheet->actions };
	const struct node *child;

	for (EACH_SECTION(child, walk.chapter->root))
		if (term_find_subject(child->key) == T_WORKSHOP)
			walk.subject = T_WORKSHOP;
	if (!walk.chapter->passes)
		walk.subject = T_WORKSHOP;
	enter(&walk, &found, false);
	look_asked(&walk,
	    (struct asked){ .taken_up = true, .pos = sheet->burning.pos },
	    sheet->burning.text);
	look_asked(&walk,
	    (struct asked){ .taken_up = true, .pos = sheet->powerful.pos },
	    sheet->powerful.text);
	if (all->method->anonymous)
		method_people(&walk.chapter->method, &all->people);
}

/* What is to be checked in a sheet, where its report tells it. */
static void
enter_findings(struct walk *walk)
{
	struct arena *arena = walk->all->arena;
	const struct notes *notes = &walk->chapter->method.findings;
	struct found found = { .points.count = 0 };
	struct decision *point;
	size_t i;

	for (i = 0; i < notes->count; i++) {
		point =
		    bind_append(walk->all->bind, &found.points, sizeof(*point));
		point->text.text = md_text(arena,
		    note_text(arena, &notes->at[i], walk->all->lang, md_words));
	}
	enter(walk, &found, false);
}

/* The sections that pass within a sheet. */
static void
look_at_passing(struct walk walk)
{
	const struct bind *bind = walk.chapter->method.bind;
	struct node *const *before = bind->before.at;
	struct node *const *after = bind->after.at;
	size_t i;

	walk.taken = walk.chapter->passes;
	for (i = 0; !walk.taken && i < bind->before.count; i++)
		look_again(walk, before[i]);
	for (i = 0; !walk.taken && i < bind->after.count; i++)
		look_again(walk, after[i]);
}

void
registers_gather(struct proceedings *all)
{
	struct chapter *chapter = all->chapters.at;
	struct walk walk = { .all = all };
	const char *heading;
	size_t points, i;

	for (i = 0; i < all->chapters.count; i++) {
		points = all->points.count;
		heading = chapter_heading(all->arena, &chapter[i]);
		walk.chapter = &chapter[i];
		walk.number = i + 1;
		gather_dates(all, &chapter[i]);
		if (chapter[i].passes && look_is_empty(&chapter[i]))
			method_find(all->method, chapter[i].pos,
			    M_CHAPTER_EMPTY,
			    method_integer(all->method, (int64_t)i + 1),
			    md_plain(all->arena, chapter[i].title));
		gather_sheet(walk);
		look_at_passing(walk);
		walk.taken = !chapter[i].passes;
		gather_section(walk, chapter[i].root, heading);
		if (!chapter[i].passes)
			enter_findings(&walk);
		if (all->points.count > points)
			continue;
		all->kept = all->kept || chapter[i].points.count > 0;
		enter_decisions(&walk, &chapter[i].points, &all->points);
	}
}
