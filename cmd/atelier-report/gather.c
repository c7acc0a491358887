/*
 * gather: what the registers of proceedings hold, from every chapter.
 */
#include <string.h>

#include "arena.h"
#include "buf.h"
#include "date.h"
#include "uni.h"
#include "workshop.h"

/* A walk through a chapter that passes. */
struct walk {
	struct proceedings *all;
	size_t chapter; /* its number */
	enum term subject;
	bool questions; /* within the questions of a wall */
};

static const enum term cell_what[] = { T_ACTION_WHAT, T_TEXT };
static const enum term cell_who[] = { T_ACTION_WHO, T_OWNER };
static const enum term cell_when[] = { T_ACTION_WHEN, T_DUE };
static const enum term cell_state[] = { T_WORKSHOP_STATE };
static const enum term cell_decided[] = { T_DECISION_TEXT, T_TEXT };
static const enum term cell_by[] = { T_DECISION_BY, T_OWNER };
static const enum term cell_review[] = { T_DECISION_REVIEW };
static const enum term cell_number[] = { T_QUESTION_NUMBER, T_ID };
static const enum term cell_question[] = { T_WORKSHOP_BURNING, T_TEXT };
static const enum term cell_powerful[] = { T_WORKSHOP_POWERFUL };
static const enum term person_key[] = { T_PERSON };

#define CELL(all, item, terms)                                                 \
	cell(all, item, terms, sizeof(terms) / sizeof((terms)[0]))

/* The value of the pair, or of the table's cell, that a term names. */
static const char *
cell(struct proceedings *all, const struct node *item, const enum term *terms,
    size_t count)
{
	const struct node *child;

	for (child = item->first; child != NULL; child = child->next)
		if (*child->key != '\0' &&
		    term_find(child->key, terms, count, NULL) != T_NONE)
			return md_text(all->arena, child->text);
	return "";
}

/* The text of an item: its own, or of a row the cell that terms name. */
static const char *
own_text(struct proceedings *all, const struct node *item,
    const enum term *terms, size_t count)
{
	const char *text = "";

	if (item->table > 0) {
		text = cell(all, item, terms, count);
		if (*text == '\0' && item->first != NULL)
			text = md_text(all->arena, item->first->text);
		return text;
	}
	return md_text(
	    all->arena, *item->whole != '\0' ? item->whole : item->text);
}

static void
add_decided(struct walk *walk, const char *text, const char *by,
    const char *review, struct pos pos)
{
	struct proceedings *all = walk->all;
	struct decided *decided =
	    bind_append(all->bind, &all->decisions, sizeof(*decided));

	*decided = (struct decided){ text,
		walk->subject != T_NONE ? term_name(walk->subject, all->lang)
					: "",
		by, review, walk->chapter, pos };
}

/* The first paragraph of a section, or "". */
static const char *
first_paragraph(struct proceedings *all, const struct node *section)
{
	const struct md_block *block = section->blocks;
	struct buf text = BUF_INIT;
	const char *paragraph;

	while (block != NULL && md_use(block) != MD_BESIDE &&
	    md_use(block) != MD_TEXT)
		block = md_next(block);
	if (block != NULL)
		md_write_block(&text, block);
	paragraph = md_text(all->arena, uni_line(all->arena, text.at));
	buf_free(&text);
	return paragraph;
}

/* A decision by consent: what was adopted, and the verdict. */
static void
gather_consent(struct walk *walk, const struct node *section)
{
	static const enum term adopted[] = { T_ADOPTED };
	struct proceedings *all = walk->all;
	const char *verdict = first_paragraph(all, section), *text = "";
	const struct node *child;

	for (child = section->first; child != NULL; child = child->next)
		if (child->level > 0 &&
		    term_find(child->key, adopted, 1, NULL) != T_NONE)
			text = first_paragraph(all, child);
	if (*text != '\0' && *verdict != '\0')
		text = arena_format(all->arena, "%s — %s", text, verdict);
	else if (*text == '\0')
		text = verdict;
	if (*text != '\0')
		add_decided(walk, text, CELL(all, section, cell_by),
		    CELL(all, section, cell_review), section->pos);
}

/* What a section of decisions says: an item each, or all of it one. */
static void
gather_decisions(struct walk *walk, const struct node *section)
{
	struct proceedings *all = walk->all;
	const struct node *item;
	const char *text;

	if (walk->subject == T_CONSENT) {
		gather_consent(walk, section);
		return;
	}
	for (item = section->first; item != NULL; item = item->next) {
		if (item->level > 0)
			continue;
		text = own_text(all, item, cell_decided, 2);
		if (*text == '\0')
			continue;
		add_decided(walk, text, CELL(all, item, cell_by),
		    CELL(all, item, cell_review), item->pos);
	}
	if (*section->text != '\0')
		add_decided(walk, md_text(all->arena, section->text),
		    CELL(all, section, cell_by),
		    CELL(all, section, cell_review), section->pos);
}

static void
add_action(struct walk *walk, struct action action)
{
	struct proceedings *all = walk->all;
	struct action *slot =
	    bind_append(all->bind, &all->actions, sizeof(*slot));

	*slot = action;
	action_state(slot, all->options);
	all->action_chapters = arena_grow(all->arena, all->action_chapters,
	    all->actions.count - 1, sizeof(size_t));
	all->action_chapters[all->actions.count - 1] = walk->chapter;
}

static void
find_action(struct walk *walk, const struct action *action)
{
	struct proceedings *all = walk->all;
	const char *number = arena_format(all->arena, "%zu", walk->chapter);
	const char *what = md_plain(all->arena, action->what.text);

	if (!action->done && *action->who.text == '\0')
		note_add(&all->findings, action->what.pos, M_CHAPTER_NO_OWNER,
		    number, what);
	if (!action->done && *action->when.text == '\0')
		note_add(&all->findings, action->what.pos, M_CHAPTER_NO_DATE,
		    number, what);
	if (action->late)
		note_add(&all->findings, action->what.pos, M_CHAPTER_LATE,
		    number, md_plain(all->arena, action->when.text), what);
}

static void
gather_actions(struct walk *walk, const struct node *section)
{
	struct proceedings *all = walk->all;
	const struct node *item;
	struct action action;

	for (item = section->first; item != NULL; item = item->next) {
		if (item->level > 0)
			continue;
		action = (struct action){ .done = false };
		action.what = (struct bind_text){
			own_text(all, item, cell_what, 2), item->pos, true };
		action.who.text = CELL(all, item, cell_who);
		action.when.text = CELL(all, item, cell_when);
		action.state.text = CELL(all, item, cell_state);
		if (item->box == BOX_DONE && *action.state.text == '\0')
			action.state.text = term_name(T_DONE, all->lang);
		if (*action.what.text == '\0')
			continue;
		add_action(walk, action);
		if (walk->subject != T_WORKSHOP)
			find_action(walk,
			    (struct action *)all->actions.at +
				all->actions.count - 1);
	}
}

static void
add_point(struct walk *walk, const char *text)
{
	struct open_point *point = bind_append(
	    walk->all->bind, &walk->all->points, sizeof(*point));

	*point = (struct open_point){ text, walk->chapter };
}

static void
gather_points(struct walk *walk, const struct node *section)
{
	const struct node *item;
	const char *text;

	for (item = section->first; item != NULL; item = item->next) {
		text = own_text(walk->all, item, cell_what, 2);
		if (item->level == 0 && *text != '\0')
			add_point(walk, text);
	}
	if (*section->text != '\0')
		add_point(walk, md_text(walk->all->arena, section->text));
}

static void
add_asked(struct walk *walk, const char *text, const char *number, bool wall,
    bool selected, struct pos pos)
{
	struct proceedings *all = walk->all;
	struct asked *asked;

	text = md_plain(all->arena, text);
	if (*text == '\0')
		return;
	asked = bind_append(all->bind, &all->questions, sizeof(*asked));
	*asked = (struct asked){ text, md_plain(all->arena, number),
		walk->chapter, wall, selected, pos };
}

/* The questions of a wall: items "**12** text", or rows. */
static void
gather_questions(struct walk *walk, const struct node *section)
{
	const struct node *item;

	for (item = section->first; item != NULL; item = item->next) {
		if (item->level > 0)
			continue;
		if (item->table > 0)
			add_asked(walk,
			    CELL(walk->all, item, cell_question),
			    CELL(walk->all, item, cell_number), true, false,
			    item->pos);
		else
			add_asked(walk, item->text, item->key, true, false,
			    item->pos);
	}
}

static void
gather_selected(struct walk *walk, const struct node *section)
{
	struct proceedings *all = walk->all;
	const struct node *item;
	const char *number;

	for (item = section->first; item != NULL; item = item->next) {
		if (item->level > 0)
			continue;
		if (walk->subject != T_QUESTION_WALL) {
			add_decided(walk, own_text(all, item, cell_decided, 2),
			    "", "", item->pos);
			continue;
		}
		number = item->table > 0 ? CELL(all, item, cell_number)
					 : item->key;
		add_asked(walk, CELL(all, item, cell_powerful), number, false,
		    true, item->pos);
		add_asked(walk,
		    item->table > 0 ? CELL(all, item, cell_question)
				    : item->text,
		    number, false, true, item->pos);
	}
}

/* The names that pairs, columns and lists of people hold. */
static void
gather_people(struct walk *walk, const struct node *node)
{
	struct people *people = &walk->all->people;
	const struct node *child;
	bool list = *node->key != '\0' &&
	    term_find(node->key, person_key, 1, NULL) != T_NONE;

	for (child = node->first; child != NULL; child = child->next) {
		if (child->level > 0)
			continue;
		if (list)
			people_add(people,
			    *child->key ? child->key : child->text);
		if (*child->key != '\0' &&
		    term_find(child->key, person_key, 1, NULL) != T_NONE)
			people_add(people, child->text);
		gather_people(walk, child);
	}
}

static void
find_placeholder(struct walk *walk, const char *text, struct pos pos,
    const char *heading)
{
	struct proceedings *all = walk->all;

	if (is_placeholder(text))
		note_add(&all->findings, pos, M_CHAPTER_PLACEHOLDER,
		    arena_format(all->arena, "%zu", walk->chapter), heading,
		    md_plain(all->arena, text));
}

/* Those among items and cells. */
static void
find_in_items(struct walk *walk, const struct node *node, const char *heading)
{
	const struct node *child;

	for (child = node->first; child != NULL; child = child->next) {
		if (child->level > 0)
			continue;
		find_placeholder(walk, child->text, child->pos, heading);
		find_in_items(walk, child, heading);
	}
}

/* Those among the paragraphs as well. */
static void
find_placeholders(struct walk *walk, const struct node *node,
    const struct md_block *block, const char *heading)
{
	struct buf text = BUF_INIT;

	for (; block != NULL; block = md_next(block)) {
		if (md_use(block) == MD_ITEMS || md_use(block) == MD_PAIRS)
			continue;
		buf_cut(&text, 0);
		md_write_block(&text, block);
		if (text.length < 64)
			find_placeholder(walk,
			    uni_line(walk->all->arena, text.at), node->pos,
			    heading);
	}
	buf_free(&text);
	find_in_items(walk, node, heading);
}

static void
check_section(struct walk *walk, const struct node *section)
{
	struct proceedings *all = walk->all;
	const char *heading = md_plain(all->arena, section->whole);

	if (walk->subject != T_NONE)
		return;
	if (section->blocks == NULL && section->first == NULL)
		note_add(&all->findings, section->pos,
		    M_CHAPTER_EMPTY_SECTION,
		    arena_format(all->arena, "%zu", walk->chapter), heading);
	else
		find_placeholders(walk, section, section->blocks, heading);
}

/* A workshop's question, as a pair under its subject. */
static void
gather_workshop(struct walk *walk, const struct node *subject)
{
	const struct node *child;
	bool powerful, burning;

	for (child = subject->first; child != NULL; child = child->next) {
		if (*child->key == '\0')
			continue;
		powerful =
		    term_find(child->key, cell_powerful, 1, NULL) != T_NONE;
		burning =
		    term_find(child->key, cell_question, 1, NULL) != T_NONE;
		if (powerful || burning)
			add_asked(walk, child->text, "", false, false,
			    child->pos);
	}
}

/* What a section says itself; the walk then is inside it. */
static void
gather_own(struct walk *walk, const struct node *section)
{
	static const enum term terms[] = { T_DECISIONS, T_ACTIONS, T_FINDINGS,
		T_SELECTED_SECTION, T_QUESTIONS_SECTION };
	enum term term = term_find(section->key, terms, 5, NULL);
	enum term subject = term_find_subject(section->key);

	walk->subject = subject != T_NONE ? subject : walk->subject;
	if (walk->all->options->anonymous)
		gather_people(walk, section);
	if (subject == T_WORKSHOP)
		gather_workshop(walk, section);
	walk->questions = walk->questions ||
	    (term == T_QUESTIONS_SECTION && walk->subject == T_QUESTION_WALL);
	if (term == T_DECISIONS)
		gather_decisions(walk, section);
	else if (term == T_ACTIONS)
		gather_actions(walk, section);
	else if (term == T_FINDINGS)
		gather_points(walk, section);
	else if (term == T_SELECTED_SECTION && walk->subject != T_NONE)
		gather_selected(walk, section);
	else if (walk->questions)
		gather_questions(walk, section);
}

static void
gather_section(struct walk walk, const struct node *section)
{
	const struct node *child;

	gather_own(&walk, section);
	check_section(&walk, section);
	for (child = section->first; child != NULL; child = child->next)
		if (child->level > 0)
			gather_section(walk, child);
}

static void
gather_sheet(struct walk *walk, struct chapter *chapter)
{
	struct proceedings *all = walk->all;
	const struct sheet *sheet = chapter->sheet;
	const struct decision *decision = sheet->decisions.at;
	const struct action *action = sheet->actions.at;
	size_t i;

	walk->subject = T_WORKSHOP;
	for (i = 0; i < sheet->decisions.count; i++)
		if (*decision[i].text.text != '\0')
			add_decided(walk,
			    *decision[i].label.text
				? arena_format(all->arena, "**%s** %s",
				      md_words(all->arena,
					  decision[i].label.text),
				      decision[i].text.text)
				: decision[i].text.text,
			    decision[i].by.text, decision[i].review.text,
			    decision[i].text.pos);
	for (i = 0; i < sheet->actions.count; i++)
		add_action(walk, action[i]);
	for (i = 0; i < sheet->findings.count; i++)
		add_point(walk,
		    md_text(all->arena,
			note_text(all->arena, &sheet->findings.at[i],
			    all->lang, md_words)));
	add_asked(walk, sheet->burning.text, "", false, false,
	    sheet->burning.pos);
	add_asked(walk, sheet->powerful.text, "", false, false,
	    sheet->powerful.pos);
	if (all->options->anonymous) {
		people_of_pairs(&all->people, &chapter->bind->pairs);
		people_of_sheet(&all->people, sheet);
	}
}

/* The day of a chapter, where it says one. */
static void
gather_date(struct proceedings *all, const char *key, const char *text)
{
	static const enum term when[] = { T_DATE };
	struct date date, *slot;

	if (*key == '\0' || term_find(key, when, 1, NULL) == T_NONE ||
	    !date_read(md_plain(all->arena, md_text(all->arena, text)), &date))
		return;
	slot = bind_append(all->bind, &all->dates, sizeof(*slot));
	*slot = date;
}

static void
gather_pairs(struct walk *walk, const struct node *node)
{
	const struct node *child;

	for (child = node ? node->first : NULL; child != NULL;
	     child = child->next)
		if (child->level == 0 && *child->key != '\0')
			gather_date(walk->all, child->key, child->text);
}

static void
gather_dates(struct walk *walk, const struct chapter *chapter)
{
	const struct bind_pair *pair;
	size_t i;

	gather_pairs(walk, chapter->front);
	gather_pairs(walk, chapter->node);
	if (chapter->sheet == NULL)
		return;
	pair = chapter->bind->pairs.at;
	for (i = 0; i < chapter->bind->pairs.count; i++)
		gather_date(
		    walk->all, pair[i].node->key, pair[i].node->text);
}

/* Whether nothing stands in a chapter but its title and some pairs. */
static bool
is_empty(const struct chapter *chapter)
{
	const struct md_block *block = chapter->blocks;
	const struct node *child;
	size_t lists = 0;

	if (chapter->sections.count > 0)
		return false;
	for (; block != NULL; block = md_next(block)) {
		if (md_use(block) == MD_BESIDE || md_use(block) == MD_TEXT)
			return false;
		lists += md_use(block) == MD_ITEMS;
	}
	for (child = chapter->node->first; child != NULL; child = child->next)
		if (*child->key == '\0')
			return false;
	return lists <= 1;
}

static void
gather_chapter(struct proceedings *all, struct chapter *chapter, size_t number)
{
	struct walk walk = { all, number, T_NONE, false };
	struct node *const *section = chapter->sections.at;
	const char *title = md_plain(all->arena, chapter->title);
	size_t i;

	gather_dates(&walk, chapter);
	if (chapter->sheet != NULL) {
		gather_sheet(&walk, chapter);
		return;
	}
	if (is_empty(chapter))
		note_add(&all->findings, chapter->pos, M_CHAPTER_EMPTY,
		    arena_format(all->arena, "%zu", number), title);
	if (chapter->level > 0)
		gather_own(&walk, chapter->node);
	else if (all->options->anonymous)
		gather_people(&walk, chapter->node);
	if (walk.subject == T_NONE)
		find_placeholders(
		    &walk, chapter->node, chapter->blocks, title);
	for (i = 0; i < chapter->sections.count; i++)
		gather_section(walk, section[i]);
}

void
gather(struct proceedings *all)
{
	struct chapter *chapter = all->chapters.at;
	size_t i;

	for (i = 0; i < all->chapters.count; i++)
		gather_chapter(all, &chapter[i], i + 1);
}
