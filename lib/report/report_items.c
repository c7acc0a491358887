/*
 * report_items: the items of lists, and pairs.
 */
#include <ctype.h>
#include <string.h>

#include "report/report_inner.h"

static const char *
all_escaped(struct arena *arena, const char *words)
{
	struct buf out = BUF_INIT;

	for (; *words != '\0'; words++) {
		if (ispunct((unsigned char)*words))
			buf_char(&out, '\\');
		buf_char(&out, *words);
	}
	return buf_take(&out, arena);
}

/* Words as strong text, whatever marks they hold. */
static void
write_strong(struct report *report, const char *words, const char *colon)
{
	struct arena *arena = report->arena;
	const char *strong =
	    arena_format(arena, "**%s%s**", md_words(arena, words), colon);
	const char *shown = arena_format(arena, "%s%s", words, colon);

	if (strcmp(md_plain(arena, md_text(arena, strong)), shown) != 0)
		strong = arena_format(arena, "**%s%s**",
		    all_escaped(arena, words), colon);
	md_write(&report->out, strong, MD_INLINE);
}

/* Whether a text starts as what parts a key from its text. */
static bool
starts_as_parted(const char *text)
{
	return *text == ':' || strncmp(text, "- ", 2) == 0 ||
	    strncmp(text, "– ", strlen("– ")) == 0 ||
	    strncmp(text, "— ", strlen("— ")) == 0;
}

static void
begin_item(struct report *report, size_t levels)
{
	report_begin(report, LAST_ITEM);
	buf_repeat(&report->out, ' ', 2 * levels);
	buf_string(&report->out, "- ");
}

/* An item behind a key or a label. */
static void
write_led(struct report *report, size_t levels, const char *words,
    const char *colon, const char *text)
{
	begin_item(report, levels);
	write_strong(report, words, colon);
	if (starts_as_parted(text))
		buf_string(&report->out, term_name(T_KEY_COLON, report->lang));
	if (*text != '\0')
		buf_char(&report->out, ' ');
	md_write(&report->out, text, MD_INLINE);
	buf_char(&report->out, '\n');
}

/* An item; a box in front of its text, which a user typed, stays one. */
static void
write_item(struct report *report, size_t levels, const char *box,
    const char *text)
{
	begin_item(report, levels);
	buf_string(&report->out, box);
	if (strncmp(text, "\\[x] ", 5) == 0 ||
	    strncmp(text, "\\[ ] ", 5) == 0) {
		buf_add(&report->out, text + 1, 4);
		text += 5;
	}
	md_write(&report->out, text, MD_BLOCK);
	if (*text == '\0') /* no blank at the end of a line */
		buf_cut(&report->out, report->out.length - 1);
	buf_char(&report->out, '\n');
}

void
report_own_pair(struct report *report, size_t levels, const char *key,
    const char *text)
{
	write_led(report, levels, key, term_name(T_KEY_COLON, report->lang),
	    text);
}

void
report_item(struct report *report, const char *label, const char *text)
{
	report_item_below(report, 0, label, text);
}

void
report_item_below(struct report *report, size_t levels, const char *label,
    const char *text)
{
	if (*label == '\0')
		write_item(report, levels, "", text);
	else
		write_led(report, levels, label, "", text);
}

void
report_task(struct report *report, bool done, const char *text)
{
	write_item(report, 0, done ? "[x] " : "[ ] ", text);
}

void
report_pair_below(struct report *report, size_t levels, enum term key,
    const char *text)
{
	report_own_pair(report, levels, term_name(key, report->lang), text);
}

void
report_pair(struct report *report, enum term key, const char *text)
{
	report_own_pair(report, 0, term_name(key, report->lang), text);
}

void
report_struck(struct report *report, enum term term)
{
	if (term != T_NONE)
		report_section(report, term);
	BIND_EACH(struct bind_struck, struck, &report->bind->struck) {
		if (struck->term != report->section || struck->written)
			continue;
		struck->written = true;
		report_item(report, "",
		    md_change(report->arena, struck->text, MD_OUT));
	}
	if (report->section != T_NONE)
		report_behind(report, report->section, NULL);
	if (term == T_NONE)
		report->section = T_NONE;
}
