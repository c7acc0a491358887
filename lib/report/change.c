#include "report/change.h"

#include <string.h>

#include "report/report_inner.h"
#include "text/diff.h"
#include "text/uni.h"

enum { SHORT_SAME = 2 };

/* The words of a text, by their place in a dict from 0; "" ends a paragraph or
 * an item. */
struct text {
	int *at;
	size_t count;
};

/* A paragraph being written: words gather by what became of them, so that
 * what went out between two words stands before what came in. */
struct change {
	struct report *report;
	struct dict words;
	struct buf line, runs[3];
	bool changed; /* in this paragraph */
	bool skipped; /* one without a change, just before */
};

static void
add(struct change *change, struct text *text, const char *word)
{
	const struct dict_entry *entry = dict_enter(&change->words, word);

	ARENA_ADD(change->report->arena, text->at, text->count) =
	    (int)(entry - change->words.entries);
}

/* A line of prose without the marks of its list; a bullet stands for them. */
static const char *
skip_marks(const char *line, bool *item)
{
	size_t n;

	for (;; line += n) {
		line += strspn(line, " ");
		n = strspn(line, "0123456789");
		if (*line == '>')
			n = 1;
		else if (strchr("-*", *line) != NULL && line[1] == ' ')
			n = 2;
		else if (n > 0 && (line[n] == '.' || line[n] == ')') &&
		    line[n + 1] == ' ')
			n += 2;
		else
			return line;
		*item = *item || *line != '>';
	}
}

static void
add_line(struct change *change, struct text *text, const char *line)
{
	struct arena *arena = change->report->arena;
	const char *at, *start, *next;
	bool item = false;
	int32_t c;

	line = skip_marks(line, &item);
	if (*line == '\0')
		return;
	if (item)
		add(change, text, "•");
	for (at = start = md_plain(arena, line); start != NULL; at = next) {
		next = at;
		c = uni_next(&next);
		if (c != 0 && !uni_is_blank(c) && !uni_is_space(c))
			continue;
		if (at > start)
			add(change, text, arena_until(arena, start, at));
		start = c != 0 ? next : NULL;
	}
	add(change, text, "");
}

static struct text
read_text(struct change *change, const char *prose)
{
	struct arena *arena = change->report->arena;
	/* room from the start: an empty text is no NULL */
	struct text text = { arena_array(arena, 1, sizeof(*text.at)), 0 };
	size_t n;

	for (; *prose != '\0'; prose += n + (prose[n] == '\n')) {
		n = strcspn(prose, "\n");
		add_line(change, &text, arena_copy(arena, prose, n));
	}
	return text;
}

static void
flush(struct change *change, enum diff_kind kind)
{
	static const enum md_change changes[] = { [DIFF_SAME] = MD_SAME,
		[DIFF_OUT] = MD_OUT,
		[DIFF_IN] = MD_IN };
	struct buf *run = &change->runs[kind];

	if (run->length > 0)
		buf_join(&change->line, " ",
		    md_change(change->report->arena, run->at, changes[kind]));
	buf_cut(run, 0);
}

static void
end_line(struct change *change)
{
	struct report *report = change->report;

	flush(change, DIFF_SAME);
	flush(change, DIFF_OUT);
	flush(change, DIFF_IN);
	if (change->changed)
		report_paragraph(report,
		    arena_string(report->arena, change->line.at));
	else if (change->line.length > 0 && !change->skipped)
		report_paragraph(report, term_name(T_NOTHING, report->lang));
	if (change->line.length > 0)
		change->skipped = !change->changed;
	buf_cut(&change->line, 0);
	change->changed = false;
}

static void
put_run(struct change *change, enum diff_kind kind, const int *words,
    size_t count)
{
	const char *word;

	for (size_t i = 0; i < count; i++) {
		word = change->words.entries[words[i]].key;
		if (*word == '\0') {
			if (kind != DIFF_OUT)
				end_line(change);
			continue;
		}
		if (kind == DIFF_SAME) {
			flush(change, DIFF_OUT);
			flush(change, DIFF_IN);
		} else {
			flush(change, DIFF_SAME);
			change->changed = true;
		}
		buf_join(&change->runs[kind], " ", word);
	}
}

/* Whether a run is a word or two alike between two changes: no landmark. */
static bool
is_chance(const struct change *change, const struct diff *diff, size_t i,
    const int *words)
{
	const struct diff_run *run = &diff->runs[i];

	if (run->kind != DIFF_SAME || run->count > SHORT_SAME || i == 0 ||
	    i + 1 == diff->count || run[-1].count <= run->count ||
	    run[1].count <= run->count)
		return false;
	for (size_t j = 0; j < run->count; j++)
		if (*change->words.entries[words[run->at + j]].key == '\0')
			return false;
	return true;
}

void
change_write(struct report *report, const char *old, const char *new)
{
	struct change change = { report, .line = BUF_INIT,
		.runs = { BUF_INIT, BUF_INIT, BUF_INIT } };
	struct text before, after;
	struct diff diff;
	const struct diff_run *run;

	dict_init(&change.words, report->arena);
	before = read_text(&change, old);
	after = read_text(&change, new);
	diff = diff_find(report->arena, before.at, before.count, after.at,
	    after.count);
	for (size_t i = 0; i < diff.count; i++) {
		run = &diff.runs[i];
		if (is_chance(&change, &diff, i, before.at)) {
			put_run(&change, DIFF_OUT, before.at + run->at,
			    run->count);
			put_run(&change, DIFF_IN, before.at + run->at,
			    run->count);
			continue;
		}
		put_run(&change, run->kind,
		    (run->kind == DIFF_IN ? &after : &before)->at + run->at,
		    run->count);
	}
	end_line(&change);
	buf_free(&change.line);
	for (size_t i = 0; i < 3; i++)
		buf_free(&change.runs[i]);
}
