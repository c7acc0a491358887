#include "report.h"

#include <ctype.h>
#include <string.h>

#include "arena.h"
#include "buf.h"
#include "date.h"
#include "dict.h"
#include "err.h"
#include "people.h"
#include "uni.h"

enum { MAX_LEVEL = 6 };

/* What the last thing written was, so that lists stay together and apart. */
enum last { LAST_NONE, LAST_ITEM, LAST_COPY, LAST_OTHER };

struct report {
	struct bind *bind;
	struct arena *arena;
	enum lang lang;
	struct buf out;
	struct dict headings;  /* written so far, folded */
	int shift;             /* levels that an inner report stands deeper */
	size_t head;           /* where the subject's own blocks go */
	report_filter *filter; /* of cells; NULL: none */
	const void *context;
	bool *beside_written;
	enum last last;
	size_t copied; /* where the block begins that was copied last */

	const char **cells; /* of the table being built */
	size_t cell_count;
	size_t columns;
	bool *right;
};

static void
end_table(struct report *report)
{
	if (report->columns == 0)
		return;
	md_write_table(&report->out, report->cells,
	    report->cell_count / report->columns, report->columns,
	    report->right);
	report->columns = report->cell_count = 0;
	report->cells = NULL;
}

/* Makes stars of the dashes that mark a list's items: one more list with
 * dashes stands beside it, and two that touch would be one. */
static void
part_list(const struct buf *out, size_t from)
{
	char *line = out->at + from + strspn(out->at + from, "\n");

	if (strncmp(line, "- ", 2) != 0)
		return;
	for (; *line != '\0'; line += *line == '\n') {
		if (strncmp(line, "- ", 2) == 0)
			*line = '*';
		line += strcspn(line, "\n");
	}
}

/* Ends what is open and parts it from what comes. */
static void
begin(struct report *report, enum last next)
{
	end_table(report);
	if (next == LAST_ITEM && report->last == LAST_COPY)
		part_list(&report->out, report->copied);
	if (report->out.length > 0 &&
	    !(next == LAST_ITEM && report->last == LAST_ITEM))
		buf_char(&report->out, '\n');
	report->last = next;
}

/* A heading as the report can have it: once, unless it is empty.  Its entry
 * counts how often it came, so that a thousand chapters with one heading cost
 * no more. */
static const char *
unique_heading(struct report *report, const char *text)
{
	const char *heading = text;
	struct dict_entry *entry;
	size_t *count;

	if (*text == '\0')
		return text;
	entry = dict_enter(&report->headings, uni_fold(report->arena, text));
	if (entry->value == NULL) {
		entry->value = arena_alloc(report->arena, sizeof(*count));
		return text;
	}
	count = entry->value;
	do {
		heading =
		    arena_format(report->arena, "%s (%zu)", text, ++*count + 1);
		entry = dict_enter(&report->headings,
		    uni_fold(report->arena, heading));
	} while (entry->value != NULL);
	entry->value = arena_alloc(report->arena, sizeof(*count));
	return heading;
}

static const char *
write_heading(struct report *report, int level, const char *text)
{
	const char *heading = unique_heading(report, text);

	level += (int)report->bind->doc->options.level - 1 + report->shift;
	begin(report, LAST_OTHER);
	buf_repeat(&report->out, '#',
	    (size_t)(level > MAX_LEVEL ? MAX_LEVEL : level));
	buf_char(&report->out, ' ');
	md_write(&report->out, heading, MD_HEADING);
	buf_char(&report->out, '\n');
	return heading;
}

static void
copy_block(struct report *report, struct buf *out, const struct md_block *block)
{
	size_t start = out->length;

	md_write_block(out, block);
	if (out->length == start)
		return;
	if (report->last == LAST_ITEM && out == &report->out)
		part_list(out, start);
	report->last = LAST_COPY;
	report->copied = start;
}

static void
write_blocks(struct report *report, struct buf *out,
    const struct md_block *block, unsigned uses)
{
	for (; block != NULL; block = md_next(block))
		if ((uses & 1U << md_use(block)) != 0)
			copy_block(report, out, block);
}

static void
write_pass(struct report *report, const struct node *section, int level)
{
	const struct node *child;

	write_heading(report, level, section->whole);
	write_blocks(report, &report->out, section->blocks, ~0U);
	for (child = section->first; child != NULL; child = child->next)
		if (child->level > 0)
			write_pass(report, child,
			    level + child->level - section->level);
}

static void
write_passes(struct report *report, const struct bind_list *list, int level)
{
	struct node *const *sections = list->at;
	size_t i;

	for (i = 0; i < list->count; i++)
		write_pass(report, sections[i], level);
}

/* An item on one line, its key in front of its text if it has one. */
static const char *
item_line(struct report *report, const struct node *item)
{
	const char *text = bind_text(report->bind, item);

	if (*item->whole != '\0')
		return item->whole;
	return *item->key != '\0'
	    ? arena_format(report->arena, "%s%s %s",
		  md_words(report->arena, item->key),
		  term_name(T_KEY_COLON, report->lang), text)
	    : text;
}

/* The texts of a list on one line, as a row of names is read. */
static const char *
join_names(struct report *report, const struct node *node)
{
	struct buf out = BUF_INIT;
	const struct node *child;
	const char *text, *comma = ", ";

	for (child = node->first; child != NULL; child = child->next)
		if (strchr(child->text, ',') != NULL)
			comma = " ; ";
	for (child = node->first; child != NULL; child = child->next) {
		text = item_line(report, child);
		if (*text == '\0')
			continue;
		if (out.length > 0)
			buf_string(&out, comma);
		buf_string(&out, text);
	}
	text = arena_copy(report->arena, out.at, out.length);
	buf_free(&out);
	return text;
}

static const char *
pair_text(struct report *report, const struct bind_pair *pair)
{
	const char *text = bind_text(report->bind, pair->node);
	struct date date;

	if (pair->term == T_LANGUAGE)
		return report->lang == LANG_FR ? "fr" : "en";
	if (pair->term == T_DATE && date_read(text, &date))
		return date_text(report->arena, date, report->lang);
	if (pair->node->first == NULL)
		return text;
	text = arena_format(report->arena, "%s%s%s", text, *text ? " " : "",
	    join_names(report, pair->node));
	return md_text(report->arena, text);
}

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

/* The same, without people's names where none is to be told. */
static const char *
pair_value(struct report *report, const struct bind_pair *pair)
{
	const char *text = pair_text(report, pair);
	const char *key = pair->term != T_NONE
	    ? term_name(pair->term, report->lang)
	    : pair->node->key;

	return report->bind->letters != NULL && people_is_key(key)
	    ? people_lettered(report->bind, report->bind->letters, text)
	    : text;
}

static void
write_pair(struct report *report, const char *key, const char *text)
{
	begin(report, LAST_ITEM);
	buf_string(&report->out, "- ");
	write_strong(report, key, term_name(T_KEY_COLON, report->lang));
	write_value(report, text);
	buf_char(&report->out, '\n');
}

void
report_pairs(struct report *report, const struct bind_list *list)
{
	const struct bind_pair *pairs = list->at;
	size_t i;

	for (i = 0; i < list->count; i++)
		write_pair(report,
		    pairs[i].term != T_NONE
			? term_name(pairs[i].term, report->lang)
			: pairs[i].node->key,
		    pair_value(report, &pairs[i]));
}

/* A title that is also a key stands as a pair: as a heading it would be one. */
static void
write_title(struct report *report)
{
	const struct doc *doc = report->bind->doc;
	const char *title = doc->options.title
	    ? md_words(report->arena, doc->options.title)
	    : report->bind->title.text;
	const char *plain = md_plain(report->arena, title);

	if (*title == '\0')
		return;
	if (term_find_subject(plain) == T_NONE &&
	    term_find(plain, doc->keys, doc->key_count, NULL) == T_NONE)
		write_heading(report, 1, title);
	else
		write_pair(report, term_name(T_TITLE, report->lang), title);
}

static void
write_head(struct report *report)
{
	struct node *const *roots = report->bind->head.at;
	unsigned uses;
	size_t i;

	for (i = 0; i < report->bind->head.count; i++) {
		uses = 1U << MD_BESIDE;
		if (!roots[i]->taken)
			uses |= 1U << MD_ITEMS;
		write_blocks(report, &report->out, roots[i]->blocks, uses);
	}
}

struct report *
report_new(struct bind *bind)
{
	struct arena *arena = bind->doc->arena;
	struct report *report = arena_alloc(arena, sizeof(*report));

	report->bind = bind;
	report->arena = arena;
	report->lang = bind->doc->lang;
	report->out = (struct buf)BUF_INIT;
	dict_init(&report->headings, arena);
	return report;
}

/* What was bound, from behind its title to its subject. */
static void
open_inside(struct report *report, struct bind *bind)
{
	report->bind = bind;
	report->beside_written =
	    arena_array(report->arena, bind->beside.count, sizeof(bool));
	report_pairs(report, &bind->pairs);
	write_head(report);
	write_passes(report, &bind->before, 2);
	write_heading(report, 2, term_name(bind->tool->subject, report->lang));
	report->head = report->out.length;
}

struct report *
report_open(struct bind *bind)
{
	struct report *report = report_new(bind);

	write_title(report);
	open_inside(report, bind);
	return report;
}

void
report_inner(struct report *report, struct bind *bind, int shift)
{
	report->shift = shift;
	open_inside(report, bind);
}

void
report_filter_cells(struct report *report, report_filter *filter,
    const void *context)
{
	report->filter = filter;
	report->context = context;
}

const char *
report_heading(struct report *report, int level, const char *text)
{
	return write_heading(report, level, text);
}

void
report_blocks(struct report *report, const struct md_block *block)
{
	end_table(report);
	write_blocks(report, &report->out, block, ~0U);
}

void
report_line(struct report *report, enum term key, const char *text)
{
	begin(report, LAST_OTHER);
	buf_format(&report->out, "**%s%s** ", term_name(key, report->lang),
	    term_name(T_KEY_COLON, report->lang));
	md_write(&report->out, text, MD_INLINE);
	buf_char(&report->out, '\n');
}

void
report_pass(struct report *report, const struct node *section, int level)
{
	write_pass(report, section, level);
}

struct buf *
report_text(struct report *report)
{
	end_table(report);
	return &report->out;
}

/* Whether the tool took items of a list or a table as its pairs. */
static bool
is_taken(const struct node *section, const struct md_block *block)
{
	const struct node *child;

	for (child = section->first; child != NULL; child = child->next)
		if (child->level == 0 && child->taken &&
		    md_holds(block, child->pos))
			return true;
	return false;
}

/* An item of a list of pairs that is none of them. */
static void
write_left(struct buf *out, const struct node *item, const char *marks)
{
	if (*item->text != '\0') {
		buf_string(out, marks);
		md_write(out, item->text, MD_BLOCK);
		buf_char(out, '\n');
	}
	for (item = item->first; item != NULL; item = item->next)
		write_left(out, item, "  * ");
}

/* All of them. */
static void
write_lefts(struct report *report, struct buf *out, const struct node *section,
    const struct md_block *block)
{
	size_t start = out->length;
	const struct node *child;

	for (child = section->first; child != NULL; child = child->next)
		if (child->level == 0 && !child->taken && *child->key == '\0' &&
		    md_holds(block, child->pos))
			write_left(out, child, "* ");
	if (out->length == start)
		return;
	if (start > 0)
		buf_insert(out, start, "\n", 1);
	report->last = LAST_COPY;
	report->copied = start;
}

/*
 * What stood beside the pairs of a section that has pairs alone: the subject,
 * the rules.  Lists that touch are parted by their marks.
 */
static void
write_beside_pairs(struct report *report, struct buf *out,
    const struct node *section)
{
	unsigned uses = 1U << MD_BESIDE | 1U << MD_TEXT | 1U << MD_ITEMS;
	const struct md_block *block = section->blocks;

	for (; block != NULL; block = md_next(block))
		if ((uses & 1U << md_use(block)) == 0)
			continue;
		else if (md_use(block) == MD_ITEMS && is_taken(section, block))
			write_lefts(report, out, section, block);
		else
			copy_block(report, out, block);
}

/* What of a section's blocks the tool did not take as its value. */
static unsigned
uses_beside(const struct bind_beside *beside)
{
	return beside->section->kind == NODE_TEXT
	    ? 1U << MD_BESIDE
	    : 1U << MD_BESIDE | 1U << MD_TEXT;
}

/* What stood beside the items of a term's sections, or of one section. */
static void
write_beside(struct report *report, struct buf *out, enum term term,
    const struct node *section)
{
	const struct bind_beside *beside = report->bind->beside.at;
	size_t i;

	for (i = 0; i < report->bind->beside.count; i++) {
		if (report->beside_written[i] ||
		    (term != T_NONE && beside[i].term != term) ||
		    (section != NULL && beside[i].section != section))
			continue;
		report->beside_written[i] = true;
		if (beside[i].term == report->bind->tool->subject ||
		    beside[i].term == T_RULES)
			write_beside_pairs(report, out, beside[i].section);
		else
			write_blocks(report, out, beside[i].section->blocks,
			    uses_beside(&beside[i]));
	}
}

void
report_section(struct report *report, enum term heading)
{
	write_heading(report, 3, term_name(heading, report->lang));
	write_beside(report, &report->out, heading, NULL);
}

void
report_section_named(struct report *report, const char *heading)
{
	write_heading(report, 3, heading);
}

void
report_section_again(struct report *report, const char *heading,
    const struct node *section)
{
	write_heading(report, 3, heading);
	if (section != NULL)
		write_beside(report, &report->out, T_NONE, section);
}

void
report_part(struct report *report, const char *heading)
{
	write_heading(report, 4, heading);
}

void
report_paragraph(struct report *report, const char *text)
{
	begin(report, LAST_OTHER);
	md_write(&report->out, text, MD_BLOCK);
	buf_char(&report->out, '\n');
}

void
report_prose(struct report *report, const char *prose)
{
	if (*prose == '\0')
		return;
	begin(report, LAST_OTHER);
	buf_string(&report->out, prose);
}

void
report_item(struct report *report, const char *label, const char *text)
{
	begin(report, LAST_ITEM);
	buf_string(&report->out, "- ");
	if (*label != '\0') {
		write_strong(report, label, "");
		write_value(report, text);
	} else {
		md_write(&report->out, text, MD_BLOCK);
	}
	buf_char(&report->out, '\n');
}

static void
write_item(struct report *report, const char *marks, const char *text)
{
	begin(report, LAST_ITEM);
	buf_string(&report->out, marks);
	md_write(&report->out, text, MD_BLOCK);
	buf_char(&report->out, '\n');
}

void
report_item_below(struct report *report, const char *text)
{
	write_item(report, "  - ", text);
}

void
report_task(struct report *report, bool done, const char *text)
{
	write_item(report, done ? "- [x] " : "- [ ] ", text);
}

void
report_label_below(struct report *report, const char *label, const char *text)
{
	size_t start;

	end_table(report);
	start = report->out.length;
	report_item(report, label, text);
	buf_insert(&report->out, start, "  ", 2);
}

void
report_pair_below(struct report *report, enum term key, const char *text)
{
	size_t start;

	end_table(report);
	start = report->out.length;
	report_pair(report, key, text);
	buf_insert(&report->out, start, "  ", 2);
}

void
report_pair(struct report *report, enum term key, const char *text)
{
	write_pair(report, term_name(key, report->lang), text);
}

void
report_table(struct report *report, size_t columns)
{
	begin(report, LAST_OTHER);
	report->columns = columns;
	report->right = arena_array(report->arena, columns, sizeof(bool));
}

void
report_cell(struct report *report, const char *text)
{
	report->cells = arena_grow(report->arena, report->cells,
	    report->cell_count, sizeof(*report->cells));
	report->cells[report->cell_count++] = report->filter != NULL
	    ? report->filter(report->context, text)
	    : text;
}

void
report_number_head(struct report *report, const char *text)
{
	report->right[report->cell_count] = true;
	report_cell(report, text);
}

void
report_no_items(struct report *report, enum term head)
{
	if (report->last != LAST_COPY)
		return;
	report_table(report, 1);
	report_cell(report, term_name(head, report->lang));
}

void
report_code(struct report *report, const char *language, const char *code)
{
	begin(report, LAST_OTHER);
	buf_format(&report->out, "```%s\n%s```\n", language, code);
}

static void
write_findings(struct report *report, const struct notes *findings)
{
	size_t i;

	if (findings->count == 0)
		return;
	report_section(report, T_FINDINGS);
	for (i = 0; i < findings->count; i++)
		report_item(report, "",
		    note_text(report->arena, &findings->at[i], report->lang,
			md_words));
}

/* What stood beside items of sections that the report does not have. */
static void
write_subject_head(struct report *report)
{
	struct buf head = BUF_INIT;

	write_beside(report, &head, T_NONE, NULL);
	if (head.length > 0) {
		if (strncmp(report->out.at + report->head, "\n- ", 3) == 0)
			part_list(&head, report->copied);
		buf_insert(&report->out, report->head, head.at, head.length);
		buf_insert(&report->out, report->head, "\n", 1);
	}
	buf_free(&head);
}

void
report_end(struct report *report, const struct notes *findings)
{
	write_passes(report, &report->bind->kept, 3);
	write_findings(report, findings);
	end_table(report);
	write_subject_head(report);
	write_passes(report, &report->bind->after, 2);
	report->shift = 0;
}

int
report_write(struct report *report, struct notes *findings, bool no)
{
	const struct opt_common *options = &report->bind->doc->options;
	int status = findings->count > 0 || no ? STATUS_NO : STATUS_OK;

	end_table(report);
	if (options->check) {
		note_sort(findings);
		note_print(findings, report->lang);
		status = findings->count > 0 ? STATUS_NO : STATUS_OK;
	} else {
		status = err_output(report->out.at, report->out.length,
		    options->exit_status ? status : STATUS_OK);
	}
	buf_free(&report->out);
	return status;
}

int
report_close(struct report *report, struct notes *findings, bool no)
{
	report_end(report, findings);
	return report_write(report, findings, no);
}
