/*
 * gather: what the registers of proceedings hold, from every chapter.
 */
#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "text/uni.h"
#include "value/period.h"
#include "walk.h"

/* What stands under a heading; the walk then is inside it. */
static void
gather_own(struct walk *walk, const char *heading, const struct node *section)
{
	static const enum term terms[] = { T_DECISIONS, T_ACTIONS, T_FINDINGS,
		T_SELECTED, T_QUESTIONS };
	enum term term = term_find(heading, terms, 5, NULL);
	enum term subject = term_find_subject(heading);

	walk->subject = subject != T_NONE ? subject : walk->subject;
	if (walk->all->method->anonymous)
		gather_people(walk, section);
	if (subject == T_WORKSHOP || walk->subject == T_NONE ||
	    walk->subject == T_VOTE)
		gather_asked(walk, section);
	walk->questions = walk->questions ||
	    (term == T_QUESTIONS && walk->subject == T_QUESTION_WALL);
	if (term == T_DECISIONS)
		gather_decisions(walk, section);
	else if (term == T_ACTIONS)
		gather_actions(walk, section);
	else if (term == T_FINDINGS)
		gather_points(walk, section);
	else if (term == T_SELECTED && walk->subject != T_NONE)
		gather_selected(walk, section);
	else if (walk->questions)
		gather_questions(walk, section);
}

static void
gather_section(struct walk walk, const struct node *section)
{
	const struct node *child;

	gather_own(&walk, section->key, section);
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
			    labelled(all, decision[i].label.text,
				decision[i].text.text),
			    decision[i].by.text, decision[i].review.text,
			    decision[i].text.pos);
	for (i = 0; i < sheet->actions.count; i++)
		add_action(walk, action[i]);
	for (i = 0; i < chapter->method.findings.count; i++)
		add_point(walk,
		    md_text(all->arena,
			note_text(all->arena, &chapter->method.findings.at[i],
			    all->lang, md_words)));
	add_asked(walk, sheet->burning.text, "", false, false,
	    sheet->burning.pos);
	add_asked(walk, sheet->powerful.text, "", false, false,
	    sheet->powerful.pos);
	if (all->method->anonymous)
		method_people(&chapter->method, &all->people);
}

static bool
add_day(struct proceedings *all, const char *text)
{
	struct date date;

	if (!date_read(text, &date))
		return false;
	*(struct date *)bind_append(all->bind, &all->dates, sizeof(date)) =
	    date;
	return true;
}

/* Several days: "16 et 17 novembre 2021", "from 28 May to 2 June 2026". The
 * last is whole; what the first lacks is the last one's. */
static void
gather_days(struct proceedings *all, const char *text)
{
	static const char *const marks[] = { " et ", " au ", " and ", " to ",
		" & ", "–", "-", NULL };
	const char *first, *last = NULL, *rest;
	size_t i;

	for (i = 0; marks[i] != NULL && last == NULL; i++) {
		last = strstr(text, marks[i]);
		if (last != NULL)
			rest = last + strlen(marks[i]);
	}
	if (last == NULL)
		return;
	first = uni_line(all->arena,
	    arena_copy(all->arena, text, (size_t)(last - text)));
	rest += strspn(rest, " ");
	if (strncmp(first, "du ", 3) == 0)
		first += 3;
	else if (strncasecmp(first, "from ", 5) == 0)
		first += 5;
	if (!add_day(all, rest) || add_day(all, first))
		return;
	first = arena_copy(all->arena, first, strcspn(first, ","));
	while ((rest = strchr(rest, ' ')) != NULL) {
		if (add_day(all, arena_format(all->arena, "%s%s", first, rest)))
			return;
		rest++;
	}
}

/* The day of a chapter, or its days, where it says them. */
static void
gather_date(struct proceedings *all, const char *key, const char *text)
{
	static const enum term when[] = { T_DATE };

	if (*key == '\0' || term_find(key, when, 1, NULL) == T_NONE)
		return;
	text = md_plain(all->arena, md_text(all->arena, text));
	if (!add_day(all, text))
		gather_days(all, text);
}

static void
gather_pairs(struct walk *walk, const struct node *node)
{
	const struct node *child;

	for (child = node ? node->first : NULL; child != NULL;
	     child = child->next) {
		if (child->level > 0)
			continue;
		if (*child->key != '\0')
			gather_date(walk->all, child->key, child->text);
		else if (child->blocks != NULL)
			gather_pairs(walk, child);
	}
}

static void
gather_dates(struct walk *walk, const struct chapter *chapter)
{
	const struct bind_pair *pair;
	size_t i;

	gather_pairs(walk, chapter->front);
	gather_pairs(walk, chapter->node);
	pair = chapter->sheet ? chapter->method.bind->pairs.at : NULL;
	for (i = 0; pair != NULL && i < chapter->method.bind->pairs.count; i++)
		gather_date(walk->all, pair[i].node->key, pair[i].node->text);
}

/* Sections that passed within a sheet's chapter. */
static void
gather_passed(struct walk walk, const struct bind_list *sections,
    enum term subject)
{
	struct node *const *section = sections->at;
	size_t i;

	walk.subject = subject;
	for (i = 0; i < sections->count; i++)
		gather_section(walk, section[i]);
}

static void
gather_sheet_chapter(struct walk *walk, struct chapter *chapter)
{
	struct node *const *head = chapter->method.bind->head.at;
	const char *title = md_plain(walk->all->arena, chapter->title);
	size_t i;

	for (i = 0; i < chapter->method.bind->head.count; i++) {
		find_placeholders(walk, head[i], head[i]->blocks, title);
		gather_pairs(walk, head[i]);
		if (walk->all->method->anonymous)
			gather_people(walk, head[i]);
	}
	gather_passed(*walk, &chapter->method.bind->before, T_NONE);
	gather_sheet(walk, chapter);
	gather_passed(*walk, &chapter->method.bind->kept, T_WORKSHOP);
	gather_passed(*walk, &chapter->method.bind->after, T_NONE);
}

/* The node that holds the items of a chapter under its title, or NULL. */
static const struct node *
own_items(const struct chapter *chapter)
{
	const struct node *child = chapter->node->first;

	if (chapter->level > 0)
		return chapter->node;
	while (child != NULL && (child->level > 0 || *child->key != '\0'))
		child = child->next;
	return child;
}

/* What a chapter is by its title; no subject where a section in it is that
 * one, whose name a document without a title then has. */
static const char *
own_heading(const struct chapter *chapter, const char *title)
{
	enum term subject = term_find_subject(title);
	struct node *const *section = chapter->sections.at;
	size_t i;

	for (i = 0; subject != T_NONE && i < chapter->sections.count; i++)
		if (term_find_subject(section[i]->key) == subject)
			return "";
	return title;
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
		gather_sheet_chapter(&walk, chapter);
		return;
	}
	if (is_empty(chapter))
		note_add(&all->findings, chapter->pos, M_CHAPTER_EMPTY,
		    arena_format(all->arena, "%zu", number), title);
	if (own_items(chapter) != NULL)
		gather_own(&walk, own_heading(chapter, title),
		    own_items(chapter));
	if (all->method->anonymous)
		gather_people(&walk, chapter->node);
	if (walk.subject == T_NONE)
		find_placeholders(&walk, chapter->node, chapter->blocks, title);
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
