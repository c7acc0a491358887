/*
 * render: the document, in Markdown or in YAML.
 */
#include <string.h>

#include "base/arena.h"
#include "import.h"
#include "report/report.h"
#include "source/md.h"

/* So many ballots make one tree of YAML: memory grows with the text alone. */
enum { BATCH = 256, REMARKS = 5 };

struct view {
	struct import *import;
	struct report *report;
	struct arena *arena;
	const char *remarks[REMARKS]; /* that a reader must know */
	size_t remark_count;
};

static const char *
word(const struct view *view, enum term term)
{
	return term_name(term, view->import->doc->lang);
}

static const char *
sentence(const struct view *view, enum term message, const char *text)
{
	const struct note note = { .message = message, .args = { text } };

	return note_text(view->arena, &note, view->import->doc->lang, NULL);
}

/* In md's normal form. */
static const char *
title(const struct view *view)
{
	const struct import *import = view->import;

	if (import->doc->options.title != NULL)
		return md_text(view->arena, import->doc->options.title);
	if (*import->title != '\0')
		return md_words(view->arena, import->title);
	if (*import->format == '\0')
		return word(view, T_IMPORT_SHEET);
	return sentence(view,
	    import->has_counts ? M_IMPORT_TITLE_COUNTS : M_IMPORT_TITLE,
	    import->format);
}

/* The dots of a voter, where anything tells; "" where nothing does. */
static const char *
dots(const struct view *view)
{
	const struct import *import = view->import;
	const char *given = import->options->dots;

	if (given != NULL)
		return strcmp(given, "none") == 0     ? ""
		    : strcmp(given, "unlimited") == 0 ? word(view, T_UNLIMITED)
						      : given;
	if (import->has_numbers && import->most_points > 0)
		return arena_format(view->arena, "%ld", import->most_points);
	return import->has_numbers || import->has_counts
	    ? ""
	    : word(view, T_UNLIMITED);
}

static void
remark(struct view *view, bool stands, enum term message, size_t number)
{
	if (stands)
		view->remarks[view->remark_count++] = sentence(view, message,
		    option_number(view->import, number));
}

static void
find_remarks(struct view *view)
{
	const struct import *import = view->import;
	const struct note *first = import->findings.at;

	if (import->findings.count > 0 && first->message == M_IMPORT_FIFTH)
		view->remarks[view->remark_count++] =
		    sentence(view, M_IMPORT_FIRST,
			note_text(view->arena, first, import->doc->lang,
			    md_words));
	remark(view, import->maybes > 0,
	    import->options->maybe_counts ? M_IMPORT_MAYBE_YES
					  : M_IMPORT_MAYBE_NO,
	    import->maybes);
	remark(view, import->options->as_ranks, M_IMPORT_AS_RANKS, 0);
	remark(view,
	    import->has_numbers && import->most_points > 0 &&
		import->options->dots == NULL,
	    M_IMPORT_MOST_DOTS, (size_t)import->most_points);
	remark(view, import->findings.count > 0, M_IMPORT_TO_CHECK,
	    import->findings.count);
}

/* What a ballot says of an option, as a cell; "" for nothing. */
static const char *
vote(const struct view *view, const struct ballot *ballot, size_t option)
{
	const struct value *value =
	    option < ballot->count ? ballot->choices[option] : NULL;

	if (value == NULL)
		return "";
	if (value->vote == VOTE_YES ||
	    (value->vote == VOTE_MAYBE &&
		view->import->options->maybe_counts) ||
	    (value->vote == VOTE_NUMBER && value->number == 1 &&
		!view->import->has_numbers))
		return "x";
	if (value->vote == VOTE_NUMBER && value->number >= 0)
		return arena_format(view->arena, "%ld", value->number);
	return value->vote == VOTE_NUMBER || value->vote == VOTE_DOUBT
	    ? md_words(view->arena, value->text)
	    : "";
}

static const char *
voter(const struct view *view, const struct ballot *ballot)
{
	return *ballot->voter != '\0' && view->import->options->anonymous
	    ? name_letter(&view->import->letters, ballot->voter)
	    : md_words(view->arena, ballot->voter);
}

/* Whether nothing would stand in some ballot's row, though the table has
 * columns of people: as a row it would be none, so that rows want numbers. */
static bool
wants_numbers(const struct view *view)
{
	const struct import *import = view->import;
	const struct ballot *ballot = import->ballots;
	const struct ballot *end = ballot + import->ballot_count;
	size_t i;

	for (; (import->voters.count > 0) && ballot < end; ballot++) {
		for (i = 0; i < ballot->count; i++)
			if (*vote(view, ballot, i) != '\0')
				break;
		if (i == ballot->count && *ballot->voter == '\0' &&
		    *ballot->group == '\0')
			return true;
	}
	return false;
}

static void
put_ballots(const struct view *view)
{
	const struct import *import = view->import;
	struct report *report = view->report;
	const struct ballot *ballot;
	bool numbers = wants_numbers(view);
	size_t i, j;

	report_heading(report, 2, word(view, T_BALLOTS));
	if (import->ballot_count == 0 || import->option_count == 0)
		return;
	report_table(report,
	    import->option_count + numbers + (import->voters.count > 0) +
		import->has_groups);
	if (numbers)
		report_cell(report, word(view, T_BALLOT_NUMBER));
	if ((import->voters.count > 0))
		report_cell(report, word(view, T_VOTER));
	if (import->has_groups)
		report_cell(report, word(view, T_GROUP));
	for (j = 0; j < import->option_count; j++)
		report_cell(report, import->option[j].label);
	for (i = 0; i < import->ballot_count; i++) {
		ballot = &import->ballots[i];
		if (numbers)
			report_cell(report, option_number(view->import, i + 1));
		if ((import->voters.count > 0))
			report_cell(report, voter(view, ballot));
		if (import->has_groups)
			report_cell(report,
			    md_words(view->arena, ballot->group));
		for (j = 0; j < import->option_count; j++)
			report_cell(report, vote(view, ballot, j));
	}
}

/* The options are a table: in a list "12" or "Group III" could be taken for a
 * count. */
static void
put_markdown(const struct view *view)
{
	const struct import *import = view->import;
	const char *question = md_words(view->arena, import->question);
	struct report *report = view->report;
	size_t i;

	report_heading(report, 1, title(view));
	if (*question != '\0')
		report_pair(report, T_QUESTION, question);
	if (*dots(view) != '\0')
		report_pair(report, T_IMPORT_DOTS, dots(view));
	for (i = 0; i < view->remark_count; i++)
		report_paragraph(report, view->remarks[i]);
	report_heading(report, 2, word(view, T_OPTIONS));
	for (i = 0; i < import->option_count; i++) {
		if (i == 0) {
			report_table(report, 2);
			report_cell(report, word(view, T_ID));
			report_cell(report, word(view, T_OPTION));
		}
		report_cell(report, import->option[i].label);
		report_cell(report,
		    md_words(view->arena, import->option[i].text));
	}
	if (!import->has_counts) {
		put_ballots(view);
		return;
	}
	report_heading(report, 2, word(view, T_COUNTS));
	for (i = 0; i < import->option_count; i++)
		report_item(report, import->option[i].label,
		    arena_format(view->arena, "%ld", import->option[i].votes));
}

/* A word as a key of YAML: our words start with a plain letter. */
static const char *
key(const struct view *view, enum term term)
{
	char *name = arena_string(view->arena, word(view, term));

	if (*name >= 'A' && *name <= 'Z')
		*name = (char)(*name + 'a' - 'A');
	return name;
}

/* A node more; a text only where there is any. */
static struct node *
add(const struct view *view, struct node *into, enum node_kind kind,
    const char *name, const char *text)
{
	struct node *node =
	    node_new(view->arena, kind, (struct pos){ NULL, 0, 0 });

	node->key = name;
	node->text = text;
	if (into != NULL && (kind != NODE_TEXT || *text != '\0'))
		node_append(into, node);
	return node;
}

static void
add_pair(const struct view *view, struct node *into, enum term term,
    const char *text)
{
	add(view, into, NODE_TEXT, key(view, term), text);
}

/* A ballot; its choices are labels, or where it says anything else, a map. */
static void
add_ballot(const struct view *view, struct node *ballots,
    const struct ballot *ballot)
{
	struct node *item = add(view, ballots, NODE_MAP, "", ""), *list;
	const char *text, *label;
	size_t i;

	add_pair(view, item, T_VOTER, voter(view, ballot));
	add_pair(view, item, T_GROUP, md_words(view->arena, ballot->group));
	list = add(view, item, NODE_LIST, key(view, T_CHOICES), "");
	for (i = 0; i < ballot->count; i++) {
		text = vote(view, ballot, i);
		if (*text != '\0' && strcmp(text, "x") != 0)
			list->kind = NODE_MAP;
	}
	for (i = 0; i < ballot->count; i++) {
		text = vote(view, ballot, i);
		label = view->import->option[i].label;
		if (list->kind == NODE_MAP)
			add(view, list, NODE_TEXT, label,
			    strcmp(text, "x") == 0 ? "1" : text);
		else if (*text != '\0')
			add(view, list, NODE_TEXT, "", label);
	}
}

static void
put_yaml_ballots(const struct view *whole)
{
	const struct import *import = whole->import;
	struct buf *out = report_text(whole->report);
	struct view view = *whole;
	struct node *list = NULL;
	size_t i;

	view.arena = arena_new();
	buf_format(out, "%s:%s\n", key(&view, T_BALLOTS),
	    import->ballot_count ? "" : " []");
	for (i = 0; i < import->ballot_count; i++) {
		if (i % BATCH == 0)
			list = add(&view, NULL, NODE_LIST, "", "");
		add_ballot(&view, list, &import->ballots[i]);
		if ((i + 1) % BATCH != 0 && i + 1 < import->ballot_count)
			continue;
		yml_write(out, list);
		arena_reset(view.arena);
	}
	arena_free(view.arena);
}

static void
put_yaml(const struct view *view)
{
	const struct import *import = view->import;
	const struct option *option = import->option;
	struct node *root = add(view, NULL, NODE_MAP, "", ""), *list, *item;
	size_t i;

	for (i = 0; i < view->remark_count; i++)
		buf_format(report_text(view->report), "# %s\n",
		    view->remarks[i]);
	add_pair(view, root, T_TITLE, title(view));
	add_pair(view, root, T_QUESTION,
	    md_words(view->arena, import->question));
	add_pair(view, root, T_IMPORT_DOTS, dots(view));
	list = add(view, root, NODE_LIST, key(view, T_OPTIONS), "");
	for (i = 0; i < import->option_count; i++) {
		item = add(view, list, NODE_MAP, "", "");
		add_pair(view, item, T_ID, option[i].label);
		add_pair(view, item, T_TEXT,
		    md_words(view->arena, option[i].text));
	}
	if (import->has_counts)
		list = add(view, root, NODE_MAP, key(view, T_COUNTS), "");
	for (i = 0; i < import->option_count && import->has_counts; i++)
		add(view, list, NODE_TEXT, option[i].label,
		    arena_format(view->arena, "%ld", option[i].votes));
	yml_write(report_text(view->report), root);
	if (!import->has_counts)
		put_yaml_ballots(view);
}

int
render(struct import *import)
{
	struct bind bind = { .doc = import->doc };
	struct view view = { .import = import,
		.report = report_new(&bind),
		.arena = import->arena };

	find_remarks(&view);
	if (import->options->yaml)
		put_yaml(&view);
	else
		put_markdown(&view);
	return report_write(view.report, &import->findings, false);
}
