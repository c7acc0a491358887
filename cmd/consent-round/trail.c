/*
 * trail: the path of each objection, and the concerns beside the decision.
 */
#include "base/arena.h"
#include "base/buf.h"
#include "sheet.h"
#include "source/md.h"

static size_t
version_held(const struct consent *consent, size_t round)
{
	size_t i;

	for (i = 0; i < consent->round_count; i++)
		if (consent->rounds[i].number == round)
			return consent->rounds[i].version;
	return 0;
}

static const char *
join(const struct process *process, const struct bind_list *list)
{
	const struct bind_text *texts = list->at;
	const char *joined = "";
	size_t i;

	for (i = 0; i < list->count; i++)
		joined = arena_format(process->arena, "%s%s%s", joined,
		    i > 0 ? " ; " : "", texts[i].text);
	return joined;
}

static void
step(struct buf *out, const char *text)
{
	buf_format(out, "%s%s", out->length > 0 ? " → " : "", text);
}

/* How an objection was answered: its resolution, or its amendments. */
static void
path_resolution(const struct process *process,
    const struct objection *objection, const struct consent_objection *record,
    struct buf *out)
{
	struct method *method = process->method;
	const struct consent_round *tested;

	if (objection->resolution.term != T_NONE)
		step(out,
		    method_text(method, M_CONSENT_PATH_RESOLUTION,
			method_word(method, objection->resolution.term)));
	if (record->resolution != CONSENT_AMEND || record->mended == 0)
		return;
	step(out,
	    method_text(method, M_CONSENT_PATH_AMENDED,
		join(process, &objection->amendments),
		process_number(process, record->mended)));
	tested = consent_tested(&process->consent, record);
	if (tested != NULL)
		step(out,
		    method_text(method, M_CONSENT_PATH_TESTED,
			process_number(process, tested->number),
			process_number(process, tested->version)));
}

/* "O1 (Bernard Vidal): text" */
static void
render_item(const struct process *process, size_t index, const char *text)
{
	const struct objection *objection = objection_at(process, index);

	report_item(process->method->report, "",
	    arena_format(process->arena, "**%s** (%s)%s %s",
		md_words(process->arena, objection->id.text),
		objection->from.text, method_word(process->method, T_KEY_COLON),
		text));
}

static void
render_path(const struct process *process, size_t index)
{
	const struct objection *objection = objection_at(process, index);
	const struct consent_objection *record = record_at(process, index);
	struct method *method = process->method;
	struct buf out = BUF_INIT;

	step(&out,
	    record->round > 0
		? method_text(method, M_CONSENT_PATH_RAISED,
		      process_number(process, record->round),
		      process_number(process,
			  version_held(&process->consent, record->round)))
		: method_text(method, M_CONSENT_PATH_BEFORE));
	if (objection->fate.term != T_NONE)
		step(&out, method_word(method, objection->fate.term));
	path_resolution(process, objection, record, &out);
	if (consent_stands(&process->consent, record))
		step(&out, method_text(method, M_CONSENT_PATH_STANDS));
	else if (record->fate <= CONSENT_VALID)
		step(&out, method_text(method, M_CONSENT_PATH_LIFTED));
	render_item(process, index, arena_string(process->arena, out.at));
	buf_free(&out);
}

void
objection_render(const struct process *process)
{
	size_t i, shown = 0;

	for (i = 0; i < process->records.count; i++) {
		if (record_at(process, i)->fate == CONSENT_REFRAMED)
			continue;
		if (shown++ == 0)
			report_section(process->method->report,
			    T_OBJECTION_PATHS);
		render_path(process, i);
	}
}

void
objection_render_concerns(const struct process *process)
{
	size_t i, shown = 0;

	for (i = 0; i < process->records.count; i++) {
		if (!consent_is_concern(&process->consent,
			record_at(process, i)))
			continue;
		if (shown++ == 0)
			report_section(process->method->report, T_CONCERNS);
		render_item(process, i,
		    objection_at(process, i)->argument.text);
	}
}
