/*
 * entry: what a section gives to the registers.
 */
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "text/uni.h"
#include "walk.h"

static const enum term cell_what[] = { T_ACTION_WHAT, T_TEXT };
static const enum term cell_who[] = { T_ACTION_WHO, T_OWNER };
static const enum term cell_when[] = { T_ACTION_WHEN, T_DUE };
static const enum term cell_state[] = { T_STATE };
static const enum term cell_label[] = { T_ID };
static const enum term cell_decided[] = { T_DECISION_TEXT, T_TEXT };
static const enum term cell_by[] = { T_DECISION_BY, T_OWNER };
static const enum term cell_review[] = { T_REVIEW };
static const enum term cell_number[] = { T_NUMBER, T_ID };
static const enum term cell_question[] = { T_WORKSHOP_BURNING, T_TEXT };
static const enum term cell_powerful[] = { T_POWERFUL };

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
	return md_text(all->arena,
	    *item->whole != '\0' ? item->whole : item->text);
}

void
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

const char *
labelled(const struct proceedings *all, const char *label, const char *text)
{
	return *label == '\0' ? text
			      : arena_format(all->arena, "**%s** %s",
				    md_words(all->arena, label), text);
}

/* Whether a pair shows a colon behind its key, and is no label. */
static bool
has_colon(const struct node *pair)
{
	return strcspn(pair->whole, ":") + strlen(pair->text) <
	    strlen(pair->whole);
}

/* Whether a child of a section is an item of its own: what any chapter may
 * have under its title is none. */
static bool
is_item(const struct node *child)
{
	static const enum term common[] = { T_CHAPTER, T_TITLE, T_SUBTITLE,
		T_DATE, T_TIME, T_PLACE, T_ORGANISATION, T_AUTHOR,
		T_FACILITATOR, T_PARTICIPANTS, T_LANGUAGE, T_TAGS };

	return child->level == 0 &&
	    (child->table > 0 || !has_colon(child) ||
		term_find(child->key, common,
		    sizeof(common) / sizeof(common[0]), NULL) == T_NONE);
}

static bool
has_items(const struct node *section)
{
	const struct node *child = section->first;

	while (child != NULL && !is_item(child))
		child = child->next;
	return child != NULL;
}

const char *
first_paragraph(struct proceedings *all, const struct node *section)
{
	const struct md_block *block = section->blocks;
	struct buf text = BUF_INIT;
	const char *paragraph;

	while (block != NULL &&
	    ((md_use(block) != MD_BESIDE && md_use(block) != MD_TEXT) ||
		chapter_number(all->arena, block) > 0))
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
	static const enum term adopted[] = { T_ADOPTED_TEXT };
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
void
gather_decisions(struct walk *walk, const struct node *section)
{
	struct proceedings *all = walk->all;
	const struct node *item;
	const char *text, *label;

	if (walk->subject == T_CONSENT) {
		gather_consent(walk, section);
		return;
	}
	for (item = section->first; item != NULL; item = item->next) {
		if (!is_item(item))
			continue;
		text = own_text(all, item, cell_decided, 2);
		if (*text == '\0')
			continue;
		label = item->table > 0 ? CELL(all, item, cell_label) : "";
		add_decided(walk, labelled(all, label, text),
		    CELL(all, item, cell_by), CELL(all, item, cell_review),
		    item->pos);
	}
	text = has_items(section) ? "" : first_paragraph(all, section);
	if (*text != '\0')
		add_decided(walk, text, CELL(all, section, cell_by),
		    CELL(all, section, cell_review), section->pos);
}

void
add_action(struct walk *walk, struct action action)
{
	struct proceedings *all = walk->all;
	struct action *slot =
	    bind_append(all->bind, &all->actions, sizeof(*slot));

	*slot = action;
	action_judge(slot, &all->method->today);
	slot->chapter = walk->chapter;
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
		    number,
		    action_when(all->arena, all->lang,
			md_plain(all->arena, action->when.text)),
		    what);
}

void
gather_actions(struct walk *walk, const struct node *section)
{
	struct proceedings *all = walk->all;
	const struct node *item;
	struct action action;

	for (item = section->first; item != NULL; item = item->next) {
		if (!is_item(item))
			continue;
		action = (struct action){ .done = false };
		action.what =
		    (struct bind_text){ own_text(all, item, cell_what, 2),
			    item->pos, true };
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

void
add_point(struct walk *walk, const char *text)
{
	struct open_point *point =
	    bind_append(walk->all->bind, &walk->all->points, sizeof(*point));

	*point = (struct open_point){ text, walk->chapter };
}

void
gather_points(struct walk *walk, const struct node *section)
{
	const struct node *item;
	const char *text;

	for (item = section->first; item != NULL; item = item->next) {
		text = own_text(walk->all, item, cell_what, 2);
		if (is_item(item) && *text != '\0')
			add_point(walk, text);
	}
	if (!has_items(section) && *first_paragraph(walk->all, section) != '\0')
		add_point(walk, first_paragraph(walk->all, section));
}

void
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
void
gather_questions(struct walk *walk, const struct node *section)
{
	const struct node *item;

	for (item = section->first; item != NULL; item = item->next) {
		if (!is_item(item))
			continue;
		if (item->table > 0)
			add_asked(walk, CELL(walk->all, item, cell_question),
			    CELL(walk->all, item, cell_number), true, false,
			    item->pos);
		else
			add_asked(walk, item->text, item->key, true, false,
			    item->pos);
	}
}

void
gather_selected(struct walk *walk, const struct node *section)
{
	struct proceedings *all = walk->all;
	const struct node *item;
	const char *number;

	for (item = section->first; item != NULL; item = item->next) {
		if (!is_item(item))
			continue;
		if (walk->subject != T_QUESTION_WALL) {
			add_decided(walk, own_text(all, item, cell_decided, 2),
			    "", "", item->pos);
			continue;
		}
		number =
		    item->table > 0 ? CELL(all, item, cell_number) : item->key;
		add_asked(walk, CELL(all, item, cell_powerful), number, false,
		    true, item->pos);
		add_asked(walk,
		    item->table > 0 ? CELL(all, item, cell_question)
				    : item->text,
		    number, false, true, item->pos);
	}
}

static bool
is_question(const char *key)
{
	return *key != '\0' &&
	    (term_find(key, cell_powerful, 1, NULL) != T_NONE ||
		term_find(key, cell_question, 1, NULL) != T_NONE);
}

/* Takes note of a section that holds a question and nothing else. */
static void
add_lone(struct walk *walk, const struct node *section, const char *text)
{
	struct proceedings *all = walk->all;
	const char *heading = md_plain(all->arena, section->whole);
	struct lone *lone = bind_append(all->bind, &all->lone, sizeof(*lone));

	*lone = (struct lone){ md_plain(all->arena, text), heading,
		walk->chapter, section->pos };
}

void
gather_asked(struct walk *walk, const struct node *section)
{
	const struct chapter *chapter = walk->all->chapters.at;
	const struct node *child;
	const char *text = "";
	size_t n;

	for (child = section->first; child != NULL; child = child->next)
		if (child->level == 0 && is_question(child->key))
			add_asked(walk, child->text, "", false, false,
			    child->pos);
	if (section->level > 0 && section != chapter[walk->chapter - 1].node &&
	    section->first == NULL && section->blocks != NULL &&
	    md_next(section->blocks) == NULL)
		text = first_paragraph(walk->all, section);
	n = strlen(text);
	if (n == 0 || text[n - 1] != '?')
		return;
	if (is_question(section->key))
		add_asked(walk, text, "", false, false, section->pos);
	else if (walk->subject == T_NONE)
		add_lone(walk, section, text);
}
