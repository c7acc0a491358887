/*
 * proceedings: front page, contents, chapters and registers.
 */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "proceedings.h"
#include "source/md.h"
#include "value/date.h"

const char *
proceedings_word(const struct proceedings *all, enum term term)
{
	return term_name(term, all->lang);
}

const char *
proceedings_count(const struct proceedings *all, size_t count)
{
	return arena_format(all->arena, "%zu", count);
}

/* The language that the headings of a section and of those in it speak. */
static void
vote(struct proceedings *all, const struct node *section)
{
	static const enum term known[] = { T_DECISIONS, T_ACTIONS, T_FINDINGS,
		T_SELECTED, T_CONTENTS, T_REGISTER_DECISIONS };
	enum term subject = term_find_subject(section->key);
	enum lang lang = LANG_NONE;
	const struct node *child;

	if (subject != T_NONE)
		term_find(section->key, &subject, 1, &lang);
	else
		term_find(section->key, known, 6, &lang);
	if (lang != LANG_NONE) {
		all->bind->votes[lang]++;
		if (all->bind->first_vote == LANG_NONE)
			all->bind->first_vote = lang;
	}
	for (child = section->first; child != NULL; child = child->next)
		if (child->level > 0)
			vote(all, child);
}

/* The keys under a title, which tell the language of a page of prose. */
static void
vote_pairs(struct proceedings *all, const struct node *node)
{
	static const enum term keys[] = { T_SUBTITLE, T_TIME, T_PLACE, T_AUTHOR,
		T_FACILITATOR, T_LANGUAGE, T_CHAPTER };
	const struct node *child;
	enum lang lang;

	for (child = node ? node->first : NULL; child != NULL;
	     child = child->next) {
		lang = LANG_NONE;
		if (child->level == 0 && *child->key != '\0')
			term_find(child->key, keys, 7, &lang);
		all->bind->votes[lang]++;
	}
}

static void
vote_chapter(struct proceedings *all, const struct chapter *chapter)
{
	struct node *const *section = chapter->sections.at;
	size_t i;

	for (i = 0; chapter->sheet != NULL && i < 3; i++)
		all->bind->votes[i] += chapter->method.bind->votes[i];
	if (chapter->sheet != NULL && all->bind->first_vote == LANG_NONE)
		all->bind->first_vote = chapter->method.bind->first_vote;
	vote_pairs(all, chapter->node);
	vote_pairs(all, chapter->front);
	for (i = 0; i < chapter->sections.count; i++)
		vote(all, section[i]);
}

/* What the front page says, or most chapters do. */
static void
find_language(struct proceedings *all)
{
	struct chapter *chapter = all->chapters.at;
	enum lang *lang = &all->bind->doc->lang;
	size_t i;

	for (i = 0; i < all->chapters.count; i++)
		vote_chapter(all, &chapter[i]);
	if (all->spoken != LANG_NONE) { /* more than any vote could say */
		all->bind->votes[LANG_FR] = all->spoken == LANG_FR;
		all->bind->votes[LANG_EN] = all->spoken == LANG_EN;
	}
	all->bind->pairs = all->pairs;
	bind_language(all->bind);
	all->lang = *lang;
	for (i = 0; i < all->chapters.count; i++)
		if (chapter[i].sheet != NULL)
			chapter[i].method.lang =
			    chapter[i].method.bind->doc->lang = *lang;
}

static int
compare_dates(const void *a, const void *b)
{
	long one = date_day(*(const struct date *)a);
	long two = date_day(*(const struct date *)b);

	return one < two ? -1 : one > two;
}

/* "16 – 17 octobre 2025", "30 septembre 2025 – 2 octobre 2025" */
static const char *
period(const struct proceedings *all)
{
	struct date *dates = all->dates.at;
	size_t count = all->dates.count;
	const struct date *last;
	const char *first;

	if (count == 0)
		return "";
	qsort(dates, count, sizeof(*dates), compare_dates);
	last = dates + count - 1;
	first = date_text(all->arena, dates[0], all->lang);
	if (date_day(dates[0]) == date_day(*last))
		return first;
	if (dates[0].year == last->year && dates[0].month == last->month)
		first = arena_copy(all->arena, first, strcspn(first, " "));
	return arena_format(all->arena, "%s – %s", first,
	    date_text(all->arena, *last, all->lang));
}

static const char *
title_text(const struct proceedings *all)
{
	const char *option = all->bind->doc->options.title;

	if (option != NULL)
		return md_words(all->arena, option);
	return *all->title != '\0' ? all->title
				   : proceedings_word(all, T_PROCEEDINGS);
}

/* The pairs of front matter, as the document's own. */
static void
write_front_matter(struct report *report, struct proceedings *all,
    const struct node *front)
{
	static const enum term title[] = { T_TITLE };
	struct bind_list pairs = { .count = 0 };
	struct bind_pair *pair;
	const struct node *child;

	for (child = front ? front->first : NULL; child != NULL;
	     child = child->next) {
		if (term_find(child->key, title, 1, NULL) != T_NONE)
			continue;
		pair = bind_append(all->bind, &pairs, sizeof(*pair));
		*pair = (struct bind_pair){ T_NONE, child };
	}
	report_pairs(report, &pairs);
}

static void
write_front(struct report *report, struct proceedings *all)
{
	const struct md_block *const *head = all->head.at;
	size_t i;

	report_heading(report, 1, title_text(all));
	write_front_matter(report, all, all->front);
	for (i = 0; i < all->head.count; i++)
		report_blocks(report, head[i]);
}

/* How much there is of each, at a glance. */
static void
write_figures(struct report *report, struct proceedings *all)
{
	report_heading(report, 2, proceedings_word(all, T_FIGURES));
	if (*period(all) != '\0')
		report_pair(report, T_PERIOD, period(all));
	report_pair(report, T_CHAPTERS_COUNT,
	    proceedings_count(all, all->chapters.count));
	if (all->decisions.count > 0)
		report_pair(report, T_DECISIONS_COUNT,
		    proceedings_count(all, all->decisions.count));
	if (all->actions.count > 0)
		report_pair(report, T_ACTIONS_COUNT,
		    action_count(all->arena, all->lang, &all->actions,
			&all->method->today));
	if (all->points.count > 0)
		report_pair(report, T_POINTS_COUNT,
		    proceedings_count(all, all->points.count));
}

static void
write_foreign(struct report *report, struct proceedings *all,
    const struct chapter *chapter)
{
	struct node *const *section = chapter->sections.at;
	int level;
	size_t i;

	write_front_matter(report, all, chapter->front);
	report_blocks(report, chapter->blocks);
	for (i = 0; i < chapter->sections.count; i++) {
		level = section[i]->level - chapter->level + 2;
		if (chapter->level == 0 || level < 3)
			level = 3;
		report_pass(report, section[i], level);
	}
}

static void
write_chapter(struct report *report, struct proceedings *all,
    struct chapter *chapter, size_t number)
{
	const char *title = *chapter->title != '\0'
	    ? chapter->title
	    : proceedings_word(all, T_UNTITLED);

	chapter->start = report_text(report)->length;
	if (all->numbered)
		title = arena_format(all->arena, "%zu. %s", number, title);
	chapter->heading = report_heading(report, 2, title);
	report_line(report, T_CHAPTER, proceedings_count(all, number));
	if (chapter->sheet == NULL) {
		write_foreign(report, all, chapter);
		return;
	}
	report_inner(report, chapter->method.bind, 1);
	chapter->method.report = report;
	sheet_render(&chapter->method, chapter->sheet);
	report_end(report, &chapter->method.findings);
}

static void
write_chapters(struct report *report, struct proceedings *all)
{
	struct chapter *chapter = all->chapters.at;
	size_t i;

	for (i = 0; i < all->chapters.count; i++)
		write_chapter(report, all, &chapter[i], i + 1);
	all->chapters_end = report_text(report)->length;
}

static void
write_findings(struct report *report, struct proceedings *all)
{
	size_t i;

	if (all->findings.count == 0)
		return;
	report_heading(report, 2,
	    proceedings_word(all, T_PROCEEDINGS_FINDINGS));
	for (i = 0; i < all->findings.count; i++)
		report_item(report, "",
		    note_text(all->arena, &all->findings.at[i], all->lang,
			md_words));
}

/* Everything that -c tells: the findings of the sheets, and those of all. */
static struct notes
all_findings(const struct proceedings *all)
{
	const struct chapter *chapter = all->chapters.at;
	struct notes notes = { .arena = all->arena };
	const struct notes *of;
	size_t i, j;

	for (i = 0; i <= all->chapters.count; i++) {
		if (i < all->chapters.count && chapter[i].sheet == NULL)
			continue;
		of = i < all->chapters.count ? &chapter[i].method.findings
					     : &all->findings;
		for (j = 0; j < of->count; j++)
			note_add(&notes, of->at[j].pos, of->at[j].message,
			    of->at[j].args[0], of->at[j].args[1],
			    of->at[j].args[2], of->at[j].args[3]);
	}
	return notes;
}

static void
prepare(struct proceedings *all, struct bind *bind)
{
	struct chapter *chapter;
	size_t i;

	all->bind = all->method->bind = bind;
	all->arena = all->method->arena = bind->doc->arena;
	all->title = "";
	all->findings.arena = all->arena;
	people_init(&all->people, bind);
	chapters_read(all, bind->doc);
	find_language(all);
	chapter = all->chapters.at;
	for (i = 0; i < all->chapters.count; i++) {
		if (*chapter[i].title == '\0')
			chapter[i].title = proceedings_word(all, T_UNTITLED);
		if (chapter[i].sheet == NULL)
			continue;
		method_check(&chapter[i].method);
		sheet_find(&chapter[i].method, chapter[i].sheet);
	}
}

int
proceedings_write(struct proceedings *all, struct bind *bind)
{
	struct report *report;
	struct notes notes;
	size_t mark = 0;

	prepare(all, bind);
	if (bind_is_faulty(bind))
		return STATUS_FAULT;
	gather(all);
	report = report_new(bind);
	if (all->method->anonymous) {
		people_letters(&all->people);
		report_filter_cells(report, people_text, &all->people);
	}
	write_front(report, all);
	write_figures(report, all);
	if (all->contents != CONTENTS_NONE) {
		report_heading(report, 2, proceedings_word(all, T_CONTENTS));
		mark = report_text(report)->length;
	}
	registers_write(report, all, PLACE_FIRST);
	write_chapters(report, all);
	registers_write(report, all, PLACE_LAST);
	cross_check(all, report_text(report));
	series_check(all);
	write_findings(report, all);
	if (all->method->anonymous)
		people_gather(&all->people, report_text(report));
	if (all->contents != CONTENTS_NONE)
		contents_write(all, report_text(report), mark);
	notes = all_findings(all);
	if (all->method->anonymous) {
		people_replace(&all->people, report_text(report));
		people_replace_notes(&all->people, &notes);
	}
	return report_write(report, &notes, false);
}
