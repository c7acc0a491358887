/*
 * proceedings: front page, contents, chapters and registers.
 */
#include <string.h>

#include "proceedings.h"
#include "text/uni.h"

enum { FEW = 2 }; /* findings of a kind, which stand by themselves */

const char *
proceedings_number(const struct proceedings *all, size_t number)
{
	return method_integer(all->method, (int64_t)number);
}

void
proceedings_heading(struct proceedings *all, enum term heading)
{
	report_heading(all->report, 2, method_word(all->method, heading));
}

/* What the front page says, or most chapters do. */
static void
find_language(struct proceedings *all)
{
	size_t *votes = all->bind->votes, words[3] = { 0 };
	const struct bind *bound;

	BIND_EACH(const struct chapter, chapter, &all->chapters) {
		bound = chapter->method.bind;
		votes[LANG_FR] += bound->votes[LANG_FR];
		votes[LANG_EN] += bound->votes[LANG_EN];
		if (all->bind->first_vote == LANG_NONE)
			all->bind->first_vote = bound->first_vote;
		words[bound->words]++;
	}
	if (all->bind->first_vote == LANG_NONE)
		all->bind->first_vote = bind_winner(words);
	if (all->spoken != LANG_NONE) { /* more than any vote could say */
		votes[LANG_FR] = all->spoken == LANG_FR;
		votes[LANG_EN] = all->spoken == LANG_EN;
	}
	all->bind->pairs = all->pairs;
	bind_language(all->bind);
	all->lang = all->method->lang = all->bind->doc->lang;
	BIND_EACH(struct chapter, chapter, &all->chapters)
		chapter->method.lang = chapter->method.bind->doc->lang =
		    all->lang;
}

/* "16 – 17 octobre 2025", "30 septembre 2025 – 2 octobre 2025" */
static const char *
period(const struct proceedings *all)
{
	const char *first = method_date(all->method, all->first);
	const char *last = method_date(all->method, all->last);

	if (date_day(all->first) == date_day(all->last))
		return first;
	if (all->first.year == all->last.year &&
	    all->first.month == all->last.month)
		first = arena_copy(all->arena, first, strcspn(first, " "));
	return arena_format(all->arena, "%s – %s", first, last);
}

static const char *
title_text(const struct proceedings *all)
{
	const char *option = all->bind->doc->options.title;

	if (option != NULL)
		return md_words(all->arena, option);
	return *all->title != '\0' ? all->title
				   : method_word(all->method, T_PROCEEDINGS);
}

/* The pairs of front matter, as the document's own. */
static void
write_front_matter(struct proceedings *all, const struct node *front)
{
	struct bind_list pairs = { .count = 0 };
	const struct node *child = front != NULL ? front->first : NULL;

	for (; child != NULL; child = child->next)
		if (!term_is(child->key, T_TITLE))
			bind_add(all->bind, &pairs,
			    (struct bind_pair){ T_NONE, child });
	report_pairs(all->report, &pairs);
}

static void
write_front(struct proceedings *all)
{
	report_heading(all->report, 1, title_text(all));
	write_front_matter(all, all->front);
	BIND_EACH(const struct md_block *, block, &all->head)
		report_blocks(all->report, *block);
}

static void
write_count(struct proceedings *all, enum term key, size_t count)
{
	if (count > 0)
		report_pair(all->report, key, proceedings_number(all, count));
}

/* How much there is of each, at a glance. */
static void
write_figures(struct proceedings *all)
{
	proceedings_heading(all, T_FIGURES);
	if (all->dated)
		report_pair(all->report, T_PERIOD, period(all));
	write_count(all, T_PARTS_COUNT, all->parts.count);
	write_count(all, T_CHAPTERS_COUNT, all->chapters.count);
	write_count(all, T_DECISIONS_COUNT, all->decisions.count);
	if (all->actions.count > 0)
		report_pair(all->report, T_ACTIONS_COUNT,
		    action_count(all->arena, all->lang, &all->actions,
			&all->method->today));
	if (all->findings != FINDINGS_NONE)
		write_count(all, T_POINTS_COUNT, all->points.count);
}

static int
level_of(const struct chapter *chapter)
{
	return chapter->part > 0 ? 3 : 2;
}

/* Takes what tools found out of their subjects in a section that passes. */
static void
leave_findings(struct node *section, bool subject)
{
	struct node children = node_emptied(section), *child;

	subject = subject || term_find_subject(section->key) != T_NONE;
	while ((child = node_take(&children)) != NULL) {
		if (subject && child->level > 0 &&
		    term_is(child->key, T_FINDINGS))
			continue;
		leave_findings(child, subject);
		node_append(section, child);
	}
}

/* Has all that was read of a section be written too: a register took it from a
 * chapter, which stays whole. */
static void
give_back(const struct node *section)
{
	struct md_block *block = section->blocks;
	const struct node *child;

	for (; block != NULL; block = (struct md_block *)md_next(block))
		if (md_use(block) == MD_TAKEN)
			md_take(block, false);
	for (EACH_SECTION(child, section))
		give_back(child);
}

static void
write_passing(struct proceedings *all, const struct chapter *chapter)
{
	int outer = chapter->root->level, level, inner = level_of(chapter) + 1;
	struct node *root = node_clone(all->arena, chapter->root);
	const struct node *section;

	give_back(root);
	write_front_matter(all, chapter->front);
	report_blocks(all->report, chapter->blocks);
	if (all->findings != FINDINGS_HERE)
		leave_findings(root, false);
	for (EACH_SECTION(section, root)) {
		level = outer > 0 ? section->level - outer + inner - 1 : inner;
		report_pass(all->report, section,
		    level < inner ? inner : level);
	}
}

/* A heading that the contents name, and which place it is. */
static void
write_entry(struct proceedings *all, int level, const char *title,
    size_t chapter)
{
	struct entry *entry =
	    bind_append(all->bind, &all->entries, sizeof(*entry));

	entry->number = chapter;
	entry->start = report_outline(all->report)->count;
	entry->heading = report_heading(all->report, level, title);
	entry->title = level > 2 ? title : entry->heading;
}

/* "chapitre 3", behind a heading that another chapter has. */
static const char *
place_text(const struct proceedings *all, enum term place, size_t number)
{
	return arena_format(all->arena, "%s %zu",
	    uni_lower(all->arena, method_word(all->method, place)), number);
}

static void
write_chapter(struct proceedings *all, struct chapter *chapter, size_t number)
{
	const char *place = place_text(all, T_CHAPTER, number);
	const char *title = chapter->title;
	const struct part *part = all->parts.at;
	struct notes none = { .arena = all->arena };

	if (all->numbered)
		title = arena_format(all->arena, "%zu. %s", number, title);
	report_within(all->report,
	    chapter->part > 0 ? part[chapter->part - 1].title : "", place);
	write_entry(all, level_of(chapter), title, number);
	report_line(all->report, T_CHAPTER, proceedings_number(all, number));
	report_within(all->report, chapter->title, place);
	if (chapter->passes) {
		write_passing(all, chapter);
		return;
	}
	report_inner(all->report, chapter->method.bind, level_of(chapter) - 1);
	chapter->method.report = all->report;
	sheet_render(&chapter->method, chapter->sheet);
	report_end(all->report,
	    all->findings == FINDINGS_HERE ? &chapter->method.findings : &none);
}

static void
write_part(struct proceedings *all, size_t number)
{
	const struct part *part = all->parts.at;

	report_within(all->report, "", place_text(all, T_PART, number));
	write_entry(all, 2, part_title(all, number), 0);
	report_line(all->report, T_PART, proceedings_number(all, number));
	report_blocks(all->report, part[number - 1].blocks);
}

/* The chapters that are in no part, then each part with its own. */
static void
write_chapters(struct proceedings *all)
{
	struct chapter *chapter = all->chapters.at;
	size_t part, i = 0;

	for (part = 0; part <= all->parts.count; part++) {
		if (part > 0)
			write_part(all, part);
		for (; i < all->chapters.count && chapter[i].part == part; i++)
			write_chapter(all, &chapter[i], i + 1);
	}
	report_within(all->report, "", "");
}

/* Whether a finding is of a kind that comes once a chapter or an action. */
static bool
is_frequent(const struct note *note)
{
	return note->message == M_CHAPTER_FINDS ||
	    note->message == M_CHAPTER_PLACEHOLDER;
}

/* The frequent ones first, each kind as one line where they are many: --check
 * tells them all, with their places. */
static void
write_findings(struct proceedings *all)
{
	const struct notes *notes = &all->method->findings;
	struct bind_list frequent = { .count = 0 }, others = { .count = 0 };
	struct decision point = { .kind.typed = "" };

	if (notes->count == 0 || all->findings == FINDINGS_NONE)
		return;
	proceedings_heading(all, T_PROCEEDINGS_FINDINGS);
	for (size_t i = 0; i < notes->count; i++) {
		point.text.text =
		    note_text(all->arena, &notes->at[i], all->lang, md_words);
		bind_add(all->bind,
		    is_frequent(&notes->at[i]) ? &frequent : &others, point);
	}
	frequent = kinds_gather(all, &frequent);
	BIND_EACH(const struct decision, line, &frequent)
		report_item(all->report, "", line->text.text);
	BIND_EACH(const struct decision, line, &others)
		report_item(all->report, "", line->text.text);
}

/* What each chapter says and what is to be looked at in it, before any is
 * written. */
static void
prepare(struct proceedings *all, struct bind *bind)
{
	struct method *method = all->method;
	struct notes *bound;

	all->bind = method->bind = bind;
	all->arena = method->arena = method->findings.arena = bind->doc->arena;
	all->title = "";
	people_init(&all->people, bind);
	chapters_read(all);
	find_language(all);
	BIND_EACH(struct chapter, chapter, &all->chapters) {
		if (*chapter->title == '\0')
			chapter->title = method_word(method, T_UNTITLED);
		if (chapter->passes)
			continue;
		method_check(&chapter->method);
		sheet_find(&chapter->method, chapter->sheet);
		bound = &chapter->method.bind->doc->findings;
		note_lead(&chapter->method.findings, bound);
		bound->count = 0;
	}
}

/* Looks at all chapters together. */
static void
find(struct proceedings *all)
{
	cross_check(all);
	series_check(all);
	method_gather(all->method, FEW, M_CHAPTER_EMPTY, M_CHAPTERS_EMPTY);
	method_gather(all->method, FEW, M_CHAPTER_EMPTY_SECTION,
	    M_CHAPTER_EMPTY_SECTIONS);
}

int
proceedings_write(struct proceedings *all, struct bind *bind)
{
	struct method *method = all->method;
	struct notes notes = { .arena = bind->doc->arena };
	size_t mark = 0;

	prepare(all, bind);
	if (bind_is_faulty(bind))
		return STATUS_FAULT;
	registers_gather(all);
	find(all);
	all->report = method->report = report_new(bind);
	if (method->anonymous) {
		people_letters(&all->people);
		report_filter_cells(all->report, people_text, &all->people);
	}
	write_front(all);
	write_figures(all);
	if (all->contents != CONTENTS_NONE) {
		proceedings_heading(all, T_CONTENTS);
		mark = report_text(all->report)->length;
	}
	registers_write(all, PLACE_FIRST);
	write_chapters(all);
	registers_write(all, PLACE_LAST);
	write_findings(all);
	if (method->anonymous)
		people_gather(&all->people, report_text(all->report));
	if (all->contents != CONTENTS_NONE)
		contents_write(all, report_text(all->report), mark);
	BIND_EACH(const struct chapter, chapter, &all->chapters)
		note_follow(&notes, &chapter->method.findings);
	note_follow(&notes, &method->findings);
	if (method->anonymous) {
		people_replace(&all->people, report_text(all->report));
		people_replace_notes(&all->people, &notes);
	}
	return report_write(all->report, &notes, false);
}
