/*
 * render: the document, in Markdown or in YAML.
 */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "render.h"
#include "source/md.h"

const char *
render_word(const struct view *view, enum term term)
{
	return term_name(term, view->lang);
}

static const char *
sentence(const struct view *view, enum term message, const char *text)
{
	const struct note note = { .message = message, .args = { text } };

	return note_text(view->arena, &note, view->lang, NULL);
}

const char *
render_title(const struct view *view)
{
	const struct import *import = view->import;

	if (import->common->title != NULL)
		return md_text(view->arena, import->common->title);
	if (*import->title != '\0')
		return md_words(view->arena, import->title);
	if (*import->format == '\0')
		return render_word(view, T_IMPORT_SHEET);
	return sentence(view,
	    import->has_counts ? M_IMPORT_TITLE_COUNTS : M_IMPORT_TITLE,
	    import->format);
}

/* Whether the dots of a voter are the most that one of them gave. */
static bool
has_most_dots(const struct import *import)
{
	return import->has_numbers && import->most_dots > 0 &&
	    import->options->dots == NULL && !import->options->as_ranks;
}

/* The dots of a voter, where the export tells; "" where it does not. */
const char *
render_dots(const struct view *view)
{
	const char *given = view->import->options->dots;

	if (given != NULL && strcmp(given, "none") == 0)
		return "";
	if (given != NULL && strcmp(given, "unlimited") != 0)
		return given;
	if (given == NULL && has_most_dots(view->import))
		return arena_format(view->arena, "%ld",
		    view->import->most_dots);
	if (given == NULL &&
	    (view->import->has_numbers || view->import->has_counts))
		return "";
	return render_word(view, T_UNLIMITED);
}

/* What a reader must know, one at a time. */
const char *
render_remark(const struct view *view, size_t number)
{
	const struct import *import = view->import;

	if (number == 0 && import->maybes > 0)
		return sentence(view,
		    import->options->maybe_counts ? M_IMPORT_MAYBE_YES
						  : M_IMPORT_MAYBE_NO,
		    arena_format(view->arena, "%zu", import->maybes));
	if (number == 1 && import->options->as_ranks)
		return render_word(view, T_IMPORT_AS_RANKS);
	if (number == 2 && has_most_dots(import))
		return sentence(view, M_IMPORT_MOST_DOTS,
		    arena_format(view->arena, "%ld", import->most_dots));
	if (number == 3 && import->findings.count > 0)
		return sentence(view, M_IMPORT_TO_CHECK,
		    arena_format(view->arena, "%zu", import->findings.count));
	return "";
}

static void
label_options(struct view *view)
{
	const struct import *import = view->import;
	size_t i;

	view->labels = arena_array(view->arena, import->option_count,
	    sizeof(*view->labels));
	for (i = 0; i < import->option_count; i++)
		view->labels[i] = arena_format(view->arena, "O%zu", i + 1);
}

/* A vote as a cell or a count says it; "" for none. */
const char *
render_vote_text(const struct view *view, struct arena *arena,
    const struct value *value)
{
	if (value == NULL)
		return "";
	switch (value->vote) {
	case VOTE_YES:
		return "x";
	case VOTE_MAYBE:
		return view->import->options->maybe_counts ? "x" : "";
	case VOTE_NUMBER:
		if (value->number == 1 && !view->import->has_numbers)
			return "x";
		return value->number >= 0
		    ? arena_format(arena, "%ld", value->number)
		    : md_words(arena, value->text);
	case VOTE_DOUBT:
		return md_words(arena, value->text);
	default:
		return "";
	}
}

const char *
render_voter_text(const struct view *view, struct arena *arena,
    const struct ballot *ballot)
{
	if (*ballot->voter == '\0')
		return "";
	return view->import->options->anonymous
	    ? name_letter(&view->import->letters, ballot->voter)
	    : md_words(arena, ballot->voter);
}

static const struct value *
value_of(const struct ballot *ballot, size_t option)
{
	return option < ballot->count ? ballot->choices[option].value : NULL;
}

static void
put_heading(struct view *view, int level, const char *text)
{
	if (view->out.length > 0)
		buf_char(&view->out, '\n');
	buf_repeat(&view->out, '#',
	    (size_t)(level + view->import->common->level - 1));
	buf_char(&view->out, ' ');
	md_write(&view->out, text, MD_HEADING);
	buf_char(&view->out, '\n');
}

/* A table, its header in the first cells. */
static void
put_table(struct view *view, const char **cells, size_t rows, size_t columns)
{
	buf_char(&view->out, '\n');
	md_write_table(&view->out, cells, rows, columns, NULL);
}

static void
put_pair(struct view *view, enum term key, const char *text)
{
	if (*text == '\0')
		return;
	buf_format(&view->out, "- **%s%s** ", render_word(view, key),
	    render_word(view, T_KEY_COLON));
	md_write(&view->out, text, MD_INLINE);
	buf_char(&view->out, '\n');
}

/* As a table: in a list "12" or "Group III" could be taken for a count. */
static void
put_options(struct view *view)
{
	const struct import *import = view->import;
	const char **cells = arena_array(view->arena,
	    2 * (import->option_count + 1), sizeof(*cells));
	const char **cell = cells;
	size_t i;

	*cell++ = render_word(view, T_ID);
	*cell++ = render_word(view, T_OPTION);
	for (i = 0; i < import->option_count; i++) {
		*cell++ = view->labels[i];
		*cell++ = md_words(view->arena, import->option[i].text);
	}
	put_heading(view, 2, render_word(view, T_OPTIONS));
	if (import->option_count > 0)
		put_table(view, cells, import->option_count + 1, 2);
}

static void
put_counts(struct view *view)
{
	const struct import *import = view->import;
	size_t i;

	put_heading(view, 2, render_word(view, T_COUNTS));
	buf_char(&view->out, '\n');
	for (i = 0; i < import->option_count; i++)
		buf_format(&view->out, "- **%s** %ld\n", view->labels[i],
		    import->option[i].votes);
}

static void
put_ballots(struct view *view)
{
	const struct import *import = view->import;
	size_t columns =
	    import->option_count + import->has_voters + import->has_groups;
	const char **cells = err_alloc(NULL,
	    (import->ballot_count + 1) * columns * sizeof(*cells));
	const char **cell = cells;
	const struct ballot *ballot;
	size_t i, j;

	if (import->has_voters)
		*cell++ = render_word(view, T_VOTER);
	if (import->has_groups)
		*cell++ = render_word(view, T_GROUP);
	for (j = 0; j < import->option_count; j++)
		*cell++ = view->labels[j];
	for (i = 0; i < import->ballot_count; i++) {
		ballot = &import->ballots[i];
		if (import->has_voters)
			*cell++ = render_voter_text(view, view->arena, ballot);
		if (import->has_groups)
			*cell++ = md_words(view->arena, ballot->group);
		for (j = 0; j < import->option_count; j++)
			*cell++ = render_vote_text(view, view->arena,
			    value_of(ballot, j));
	}
	put_heading(view, 2, render_word(view, T_BALLOTS));
	if (import->ballot_count > 0 && columns > 0)
		put_table(view, cells, import->ballot_count + 1, columns);
	free(cells);
}

static void
put_markdown(struct view *view)
{
	const char *question = md_words(view->arena, view->import->question);
	const char *dots = render_dots(view);
	size_t i;

	put_heading(view, 1, render_title(view));
	if (*question != '\0' || *dots != '\0')
		buf_char(&view->out, '\n');
	put_pair(view, T_QUESTION, question);
	put_pair(view, T_IMPORT_DOTS, dots);
	for (i = 0; i < REMARKS; i++)
		if (*render_remark(view, i) != '\0')
			buf_format(&view->out, "\n%s\n",
			    render_remark(view, i));
	put_options(view);
	if (view->import->has_counts)
		put_counts(view);
	else
		put_ballots(view);
}

int
render(struct import *import, enum lang lang)
{
	struct view view = { .import = import,
		.arena = import->arena,
		.lang = lang,
		.out = BUF_INIT };
	int status = import->findings.count > 0 ? STATUS_NO : STATUS_OK;

	if (import->common->check) {
		note_sort(&import->findings);
		note_print(&import->findings, lang);
		return status;
	}
	label_options(&view);
	if (import->options->yaml)
		render_yaml(&view);
	else
		put_markdown(&view);
	status = err_output(view.out.at, view.out.length,
	    import->common->exit_status ? status : STATUS_OK);
	buf_free(&view.out);
	return status;
}
