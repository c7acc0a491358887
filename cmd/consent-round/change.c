/*
 * change: the words that went out and came in, version by version.
 */
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "sheet.h"
#include "source/md.h"
#include "text/diff.h"
#include "text/uni.h"

enum { SHORT_SAME = 2 };

/* The words of a text as numbers; 0 ends a paragraph or an item. */
struct text {
	int *at;
	size_t count;
};

struct lexicon {
	struct arena *arena;
	struct dict numbers;
	const char **words; /* by number */
	size_t count;
};

static int
number_of(struct lexicon *lexicon, const char *word)
{
	struct dict_entry *entry = dict_enter(&lexicon->numbers, word);
	int *number = entry->value;

	if (number == NULL) {
		number = arena_alloc(lexicon->arena, sizeof(*number));
		entry->value = number;
		*number = (int)++lexicon->count;
		lexicon->words = arena_grow(lexicon->arena, lexicon->words,
		    lexicon->count - 1, sizeof(*lexicon->words));
		lexicon->words[lexicon->count - 1] = word;
	}
	return *number;
}

static void
add(struct lexicon *lexicon, struct text *text, int number)
{
	text->at = arena_grow(lexicon->arena, text->at, text->count,
	    sizeof(*text->at));
	text->at[text->count++] = number;
}

/* A line of prose without the marks of its list; a bullet stands for them. */
static const char *
skip_marks(const char *line, bool *item)
{
	size_t n;

	*item = false;
	for (;;) {
		line += strspn(line, " ");
		n = strspn(line, "0123456789");
		if (*line == '>') {
			line++;
		} else if (strchr("-*", *line) != NULL && line[1] == ' ') {
			line += 2;
			*item = true;
		} else if (n > 0 && (line[n] == '.' || line[n] == ')') &&
		    line[n + 1] == ' ') {
			line += n + 2;
			*item = true;
		} else {
			return line;
		}
	}
}

static void
add_line(struct lexicon *lexicon, struct text *text, const char *line)
{
	const char *at, *start, *next;
	bool item;
	int32_t c;

	line = skip_marks(line, &item);
	if (*line == '\0')
		return;
	if (item)
		add(lexicon, text, number_of(lexicon, "•"));
	for (at = start = md_plain(lexicon->arena, line);; at = next) {
		next = at;
		c = uni_next(&next);
		if (c != 0 && !uni_is_blank(c) && !uni_is_space(c))
			continue;
		if (at > start)
			add(lexicon, text,
			    number_of(lexicon,
				arena_copy(lexicon->arena, start,
				    (size_t)(at - start))));
		if (c == 0)
			break;
		start = next;
	}
	add(lexicon, text, 0);
}

static struct text
read_text(struct lexicon *lexicon, const char *prose)
{
	/* room from the start: an empty text is no NULL */
	struct text text = { arena_array(lexicon->arena, 1, sizeof(*text.at)),
		0 };
	size_t n;

	for (; *prose != '\0'; prose += n + (prose[n] == '\n')) {
		n = strcspn(prose, "\n");
		add_line(lexicon, &text, arena_copy(lexicon->arena, prose, n));
	}
	return text;
}

/*
 * A paragraph being written: words gather by what became of them, so that
 * what went out between two words stands before what came in.
 */
struct writer {
	struct method *method;
	const struct lexicon *lexicon;
	struct buf line, words[3];
	bool changed; /* in this paragraph */
	bool skipped; /* one without a change, just before */
};

static void
flush(struct writer *writer, enum diff_kind kind)
{
	static const enum md_change changes[] = { [DIFF_SAME] = MD_SAME,
		[DIFF_OUT] = MD_OUT,
		[DIFF_IN] = MD_IN };
	struct buf *words = &writer->words[kind];

	if (words->length == 0)
		return;
	if (writer->line.length > 0)
		buf_char(&writer->line, ' ');
	buf_string(&writer->line,
	    md_change(writer->method->arena, words->at, changes[kind]));
	buf_cut(words, 0);
}

static void
flush_all(struct writer *writer)
{
	flush(writer, DIFF_SAME);
	flush(writer, DIFF_OUT);
	flush(writer, DIFF_IN);
}

static void
end_line(struct writer *writer)
{
	flush_all(writer);
	if (writer->changed) {
		report_paragraph(writer->method->report,
		    arena_string(writer->method->arena, writer->line.at));
		writer->skipped = false;
	} else if (writer->line.length > 0 && !writer->skipped) {
		report_paragraph(writer->method->report,
		    method_word(writer->method, T_NOTHING));
		writer->skipped = true;
	}
	buf_cut(&writer->line, 0);
	writer->changed = false;
}

static void
put_word(struct writer *writer, enum diff_kind kind, int number)
{
	struct buf *words = &writer->words[kind];

	if (kind == DIFF_SAME) {
		flush(writer, DIFF_OUT);
		flush(writer, DIFF_IN);
	} else {
		flush(writer, DIFF_SAME);
		writer->changed = true;
	}
	if (words->length > 0)
		buf_char(words, ' ');
	buf_string(words, writer->lexicon->words[number - 1]);
}

static void
put_run(struct writer *writer, enum diff_kind kind, const int *words,
    size_t count)
{
	size_t i;

	for (i = 0; i < count; i++) {
		if (words[i] != 0)
			put_word(writer, kind, words[i]);
		else if (kind != DIFF_OUT)
			end_line(writer);
	}
}

/* Whether a run is a word or two alike between two changes: no landmark. */
static bool
is_chance(const struct diff *diff, size_t i, const int *words)
{
	const struct diff_run *run = &diff->runs[i];
	size_t j;

	if (run->kind != DIFF_SAME || run->count > SHORT_SAME || i == 0 ||
	    i + 1 == diff->count || diff->runs[i - 1].count <= run->count ||
	    diff->runs[i + 1].count <= run->count)
		return false;
	for (j = 0; j < run->count; j++)
		if (words[run->at + j] == 0)
			return false;
	return true;
}

static void
write_change(struct writer *writer, const struct diff *diff,
    const struct text *old, const struct text *new)
{
	const struct diff_run *run;
	size_t i;

	for (i = 0; i < diff->count; i++) {
		run = &diff->runs[i];
		if (is_chance(diff, i, old->at)) {
			put_run(writer, DIFF_OUT, old->at + run->at,
			    run->count);
			put_run(writer, DIFF_IN, old->at + run->at, run->count);
		} else {
			put_run(writer, run->kind,
			    (run->kind == DIFF_IN ? new : old)->at + run->at,
			    run->count);
		}
	}
	end_line(writer);
}

static void
render_change(struct method *method, const struct version *old,
    const struct version *new)
{
	struct lexicon lexicon = { .arena = method->arena };
	struct writer writer = { .method = method,
		.lexicon = &lexicon,
		.line = BUF_INIT,
		.words = { BUF_INIT, BUF_INIT, BUF_INIT } };
	struct text before, after;
	struct diff diff;

	dict_init(&lexicon.numbers, method->arena);
	before = read_text(&lexicon, old->prose);
	after = read_text(&lexicon, new->prose);
	diff = diff_find(method->arena, before.at, before.count, after.at,
	    after.count);
	report_part(method->report,
	    method_text(method, M_CONSENT_FROM_TO,
		method_integer(method, (int64_t)old->number),
		method_integer(method, (int64_t) new->number)));
	write_change(&writer, &diff, &before, &after);
	buf_free(&writer.line);
	buf_free(&writer.words[0]);
	buf_free(&writer.words[1]);
	buf_free(&writer.words[2]);
}

void
change_render(const struct process *process)
{
	size_t i;

	if (process->versions.count < 2)
		return;
	report_section(process->method->report, T_DIFFERENCES);
	for (i = 1; i < process->versions.count; i++)
		render_change(process->method, version_at(process, i - 1),
		    version_at(process, i));
}
