/*
 * report_items: the items of lists, and pairs.
 */
#include <ctype.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "report/report_inner.h"
#include "source/md.h"

/* Words as strong text, whatever marks they hold. */
static void
write_strong(struct report *report, const char *words, const char *colon)
{
	struct arena *arena = report->arena;
	const char *strong =
	    arena_format(arena, "**%s%s**", md_words(arena, words), colon);
	const char *shown = arena_format(arena, "%s%s", words, colon);

	if (strpbrk(words, "\\`*_[]<>~&|") == NULL ||
	    strcmp(md_plain(arena, md_text(arena, strong)), shown) == 0) {
		buf_string(&report->out, strong);
		return;
	}
	buf_string(&report->out, "**");
	for (; *words != '\0'; words++) {
		if (ispunct((unsigned char)*words))
			buf_char(&report->out, '\\');
		buf_char(&report->out, *words);
	}
	buf_format(&report->out, "%s**", colon);
}

/* Whether a text starts as what parts a key from its text. */
static bool
starts_as_parted(const char *text)
{
	return *text == ':' || strncmp(text, "- ", 2) == 0 ||
	    strncmp(text, "– ", strlen("– ")) == 0 ||
	    strncmp(text, "— ", strlen("— ")) == 0;
}

/* The text behind a key or a label. */
static void
write_value(struct report *report, const char *text)
{
	if (starts_as_parted(text))
		buf_string(&report->out, term_name(T_KEY_COLON, report->lang));
	if (*text != '\0')
		buf_char(&report->out, ' ');
	md_write(&report->out, text, MD_INLINE);
}

void
report_own_pair(struct report *report, const char *key, const char *text)
{
	report_begin(report, LAST_ITEM);
	buf_string(&report->out, "- ");
	write_strong(report, key, term_name(T_KEY_COLON, report->lang));
	write_value(report, text);
	buf_char(&report->out, '\n');
}

/* An item; a box in front of its text, which a user typed, stays one. */
static void
write_item(struct report *report, size_t levels, const char *marks,
    const char *text)
{
	report_begin(report, LAST_ITEM);
	while (levels-- > 0)
		buf_string(&report->out, "  ");
	buf_string(&report->out, marks);
	if (strncmp(text, "\\[x] ", 5) == 0 ||
	    strncmp(text, "\\[ ] ", 5) == 0) {
		buf_add(&report->out, text + 1, 4);
		text += 5;
	}
	md_write(&report->out, text, MD_BLOCK);
	buf_char(&report->out, '\n');
}

void
report_item(struct report *report, const char *label, const char *text)
{
	if (*label == '\0') {
		write_item(report, 0, "- ", text);
		return;
	}
	report_begin(report, LAST_ITEM);
	buf_string(&report->out, "- ");
	write_strong(report, label, "");
	write_value(report, text);
	buf_char(&report->out, '\n');
}

void
report_item_below(struct report *report, size_t levels, const char *text)
{
	write_item(report, levels, "- ", text);
}

void
report_task(struct report *report, bool done, const char *text)
{
	write_item(report, 0, done ? "- [x] " : "- [ ] ", text);
}

void
report_label_below(struct report *report, const char *label, const char *text)
{
	size_t start;

	report_end_table(report);
	start = report->out.length;
	report_item(report, label, text);
	buf_insert(&report->out, start, "  ", 2);
}

void
report_pair_below(struct report *report, enum term key, const char *text)
{
	size_t start;

	report_end_table(report);
	start = report->out.length;
	report_pair(report, key, text);
	buf_insert(&report->out, start, "  ", 2);
}

void
report_pair(struct report *report, enum term key, const char *text)
{
	report_own_pair(report, term_name(key, report->lang), text);
}

void
report_struck(struct report *report, enum term term)
{
	struct bind_struck *struck = report->bind->struck.at;
	size_t i;

	if (term != T_NONE)
		report_section(report, term);
	for (i = 0; i < report->bind->struck.count; i++) {
		if (struck[i].term != report->section || struck[i].written)
			continue;
		struck[i].written = true;
		report_item(report, "",
		    md_change(report->arena, struck[i].text, MD_OUT));
	}
	if (term == T_NONE)
		report->section = T_NONE;
}
