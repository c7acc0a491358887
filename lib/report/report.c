#include "report/report_inner.h"

#include <string.h>

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
void
report_begin(struct report *report, enum last next)
{
	end_table(report);
	if (next == LAST_ITEM && report->last == LAST_COPY)
		part_list(&report->out, report->copied);
	if (report->out.length > 0 &&
	    !(next == LAST_ITEM && report->last == LAST_ITEM))
		buf_char(&report->out, '\n');
	report->last = next;
}

const struct bind_list *
report_outline(const struct report *report)
{
	return &report->outline;
}

void
report_copy(struct report *report, struct buf *out,
    const struct md_block *block)
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

void
report_copies(struct report *report, struct buf *out,
    const struct md_block *block, unsigned uses)
{
	for (; block != NULL; block = md_next(block))
		if ((uses & 1U << md_use(block)) != 0)
			report_copy(report, out, block);
}

/* A line that is a heading, within a section that passes, is as it was typed. */
static void
write_pass(struct report *report, const struct node *section, int level,
    bool inner)
{
	if (inner && section->line)
		report_paragraph(report, section->whole);
	else
		report_heading(report, level, section->whole);
	report_copies(report, &report->out, section->blocks, ~(1U << MD_TAKEN));
	NODE_EACH(const struct node, child, section)
		if (child->level > 0)
			write_pass(report, child,
			    level + child->level - section->level, true);
}

static void
write_passes(struct report *report, const struct bind_list *list, int level)
{
	BIND_EACH(struct node *const, section, list)
		write_pass(report, *section, level, false);
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
	report->behind =
	    arena_array(report->arena, bind->beside.count, sizeof(bool));
	report_pairs(report, &bind->pairs);
	report_head(report);
	write_passes(report, &bind->before, 2);
	report_heading(report, 2, term_name(bind->tool->subject, report->lang));
	report->head = report->out.length;
}

struct report *
report_open(struct bind *bind)
{
	struct report *report = report_new(bind);

	report_title(report);
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

void
report_blocks(struct report *report, const struct md_block *block)
{
	end_table(report);
	report_copies(report, &report->out, block, ~0U);
}

void
report_line(struct report *report, enum term key, const char *text)
{
	report_begin(report, LAST_OTHER);
	buf_format(&report->out, "**%s%s** ", term_name(key, report->lang),
	    term_name(T_KEY_COLON, report->lang));
	md_write(&report->out, text, MD_INLINE);
	buf_char(&report->out, '\n');
}

void
report_pass(struct report *report, const struct node *section, int level)
{
	write_pass(report, section, level, false);
}

struct buf *
report_text(struct report *report)
{
	end_table(report);
	return &report->out;
}

/* The name of a section, with the glosses that its headings had. */
static const char *
glossed(struct report *report, enum term heading)
{
	const char *glosses = "", *gloss;

	BIND_EACH(const struct bind_beside, beside, &report->bind->beside) {
		if (beside->term != heading || !beside->section->taken)
			continue;
		gloss =
		    term_gloss(report->arena, beside->section->key, heading);
		if (*gloss == '\0' || strstr(glosses, gloss) != NULL)
			continue;
		glosses = *glosses == '\0'
		    ? gloss
		    : arena_format(report->arena, "%s, %s", glosses, gloss);
	}
	if (*glosses == '\0')
		return term_name(heading, report->lang);
	return arena_format(report->arena, "%s (%s)",
	    term_name(heading, report->lang), md_words(report->arena, glosses));
}

void
report_section(struct report *report, enum term heading)
{
	report_heading(report, 3, glossed(report, heading));
	report->section = heading;
	report->parted = false;
	report_beside(report, &report->out, heading, NULL);
}

bool
report_is_computed(const struct report *report)
{
	return report->section != T_NONE &&
	    term_find_computed(report->bind->tool->subject,
		term_name(report->section, report->lang)) != T_NONE;
}

bool
report_takes_items(const struct report *report)
{
	return !report_is_computed(report) || report->parted ||
	    bind_writes_items(report->section);
}

void
report_section_named(struct report *report, const char *heading)
{
	report_heading(report, 3, heading);
}

void
report_part(struct report *report, const char *heading)
{
	report_heading(report, 4, heading);
	report->parted = true;
}

void
report_paragraph(struct report *report, const char *text)
{
	report_begin(report, LAST_OTHER);
	md_write(&report->out, text, MD_BLOCK);
	buf_char(&report->out, '\n');
}

void
report_prose(struct report *report, const char *prose)
{
	if (*prose == '\0')
		return;
	report_begin(report, LAST_OTHER);
	buf_string(&report->out, prose);
}

void
report_table(struct report *report, size_t columns)
{
	report_begin(report, LAST_OTHER);
	report->columns = columns;
	report->right = arena_array(report->arena, columns, sizeof(bool));
}

void
report_cell(struct report *report, const char *text)
{
	ARENA_ADD(report->arena, report->cells, report->cell_count) =
	    report->filter != NULL ? report->filter(report->context, text)
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
	report_behind(report, report->section, NULL);
	if (report->last != LAST_COPY)
		return;
	report_table(report, 1);
	report_cell(report, term_name(head, report->lang));
}

void
report_code(struct report *report, const char *language, const char *code)
{
	report_begin(report, LAST_OTHER);
	buf_format(&report->out, "```%s\n%s```\n", language, code);
}

static void
write_findings(struct report *report, const struct notes *findings)
{
	if (findings->count == 0)
		return;
	report_section(report, T_FINDINGS);
	for (size_t i = 0; i < findings->count; i++)
		report_item(report, "",
		    note_text(report->arena, &findings->at[i], report->lang,
			md_words));
}

/* What stood beside items of sections that the report does not have. */
static void
write_subject_head(struct report *report)
{
	BUF_SCRATCH(head);

	report_beside(report, &head, T_NONE, NULL);
	if (head.length > 0) {
		if (strncmp(report->out.at + report->head, "\n- ", 3) == 0)
			part_list(&head, report->copied);
		buf_insert(&report->out, report->head, head.at, head.length);
		buf_insert(&report->out, report->head, "\n", 1);
	}
}

/* The withdrawn items that are left, those of sections of their own too. */
static void
write_all_struck(struct report *report)
{
	report_struck(report, T_NONE);
	BIND_EACH(const struct bind_struck, struck, &report->bind->struck)
		if (!struck->written)
			report_struck(report, struck->term);
}

void
report_end(struct report *report, struct notes *findings)
{
	struct notes *bound = &report->bind->doc->findings;

	if (!report->bind->doc->options.account) {
		note_lead(findings, bound);
		bound->count = 0;
	}
	write_all_struck(report);
	write_passes(report, &report->bind->kept, 3);
	write_findings(report, findings);
	end_table(report);
	write_subject_head(report);
	write_passes(report, &report->bind->after, 2);
	report->shift = 0;
}

/* Has what nobody typed, and a finding misses, stand at the start. */
static void
place_notes(const struct report *report, struct notes *findings)
{
	for (size_t i = 0; i < findings->count; i++)
		if (findings->at[i].pos.file == NULL)
			findings->at[i].pos =
			    report->bind->doc->parts[0].root->pos;
}

int
report_write(struct report *report, struct notes *findings, bool no)
{
	const struct opt_common *options = &report->bind->doc->options;
	int status = findings->count > 0 || no ? STATUS_NO : STATUS_OK;

	end_table(report);
	if (options->account) {
		buf_cut(&report->out, 0);
		account_write(report->bind->doc->account, &report->out,
		    &report->bind->doc->findings, report->lang);
		status =
		    err_output(report->out.at, report->out.length, STATUS_OK);
	} else if (options->check) {
		note_lead(findings, &report->bind->doc->remarks);
		place_notes(report, findings);
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
