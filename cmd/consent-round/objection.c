/*
 * objection: who raised it, in which round, and what it refers to.
 */
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "sheet.h"
#include "source/md.h"

/* In the order of enum consent_fate. */
const enum term sheet_fates[] = { T_FATE_POSSIBLE, T_FATE_VALID,
	T_FATE_DISMISSED, T_FATE_DROPPED, T_FATE_REFRAMED, T_NONE };

/* In the order of enum consent_resolution, from its second on. */
const enum term sheet_resolutions[] = { T_RESOLVE_AMEND, T_RESOLVE_DEFER,
	T_RESOLVE_REPLACE, T_RESOLVE_DELEGATE, T_RESOLVE_MONITOR,
	T_RESOLVE_SUBMIT, T_RESOLVE_SUSPEND, T_RESOLVE_SHORTEN,
	T_RESOLVE_MEASURE, T_NONE };

static const enum term criteria[CONSENT_CRITERIA + 1] = { T_CRITERION_HARM,
	T_CRITERION_ROLE, T_CRITERION_NEW, T_CRITERION_NOW, T_NONE };

/* The place of a term in a list, or 0 for none. */
static size_t
index_of(const enum term *terms, enum term term)
{
	size_t i = 0;

	while (term != T_NONE && terms[i] != term)
		i++;
	return i;
}

/* Names that stand in names, "a, b" in one item of a list, taken apart. */
static void
flatten(struct process *process, struct bind_list *list)
{
	const struct bind_text *texts = list->at;
	struct bind_list flat = { .pos = list->pos, .given = list->given };
	size_t i;

	for (i = 0; i < list->count; i++)
		bind_split_names(process->bind, texts[i].text, texts[i].pos,
		    &flat);
	*list = flat;
}

/* "- **Bernard Vidal** : text": what looks like a label is its author. */
static void
read_author(struct process *process, struct objection *objection,
    struct consent_objection *record)
{
	size_t member;

	if (!objection->from.given &&
	    member_is(process, objection->id.text, &member)) {
		objection->from = objection->id;
		objection->id.text = "";
	}
	if (*objection->from.text == '\0')
		bind_fault(process->bind,
		    objection->id.given ? objection->id.pos
					: objection->argument.pos,
		    M_MISSING_KEY, method_word(process->method, T_FROM));
	else if (member_find(process, objection->from.text, objection->from.pos,
		     &record->member))
		objection->from.text =
		    member_at(process, record->member)->name.text;
}

/* The first round in which the author said what this is. */
static size_t
guess_round(const struct process *process, size_t member)
{
	const struct round *round;
	enum consent_answer answer;
	size_t i;

	for (i = 0; i < process->rounds.count; i++) {
		round = round_at(process, i);
		answer = round->answers[member].answer;
		if (answer == CONSENT_OBJECTION || answer == CONSENT_CONCERN)
			return round->number;
	}
	return 0;
}

/* The round that a text names; 0, and a fault, where there is none. */
static size_t
find_round(struct process *process, const struct bind_text *named)
{
	const char *text = md_plain(process->arena, named->text);
	size_t number, version, i;

	if (*text >= '0' && *text <= '9')
		text = arena_format(process->arena, "%s %s",
		    term_name(T_ROUND_ONE, LANG_FR), text);
	if (!version_number(text, T_ROUNDS, &number, &version)) {
		bind_fault(process->bind, named->pos, M_CONSENT_NOT_A_ROUND,
		    named->text);
		return 0;
	}
	for (i = 0; i < process->rounds.count; i++)
		if (round_at(process, i)->number == number)
			return number;
	bind_fault(process->bind, named->pos, M_CONSENT_NO_SUCH_ROUND,
	    named->text);
	return 0;
}

/* The round, as the report prints it. */
static void
put_round(const struct process *process, struct objection *objection,
    size_t number)
{
	if (number > 0)
		objection->round.text =
		    method_integer(process->method, (int64_t)number);
}

/* The amendments that an objection names, and the version they make. */
static void
read_amended(struct process *process, struct objection *objection,
    struct consent_objection *record)
{
	const struct dict_entry *entry;
	const struct bind_text *names;
	size_t i, version;

	flatten(process, &objection->amendments);
	names = objection->amendments.at;
	for (i = 0; i < objection->amendments.count; i++) {
		entry = dict_find(&process->amendment_ids,
		    md_plain(process->arena, names[i].text));
		if (entry == NULL) {
			bind_fault(process->bind, names[i].pos,
			    M_CONSENT_NO_SUCH_AMENDMENT, names[i].text);
			continue;
		}
		version = amendment_version(entry->value);
		if (version > record->mended)
			record->mended = version;
	}
}

/* Those of one member in one round, the last one first. */
struct entry {
	struct objection *objection;
	size_t index;
	const struct entry *before;
};

static struct dict_entry *
entries_of(struct process *process, size_t member, size_t round)
{
	return dict_enter(&process->said,
	    arena_format(process->arena, "%zu %zu", member, round));
}

static void
chain(struct process *process, size_t index)
{
	const struct consent_objection *record = record_at(process, index);
	struct dict_entry *entries =
	    entries_of(process, record->member, record->round);
	struct entry *entry = arena_alloc(process->arena, sizeof(*entry));

	entry->index = index;
	entry->before = entries->value;
	entries->value = entry;
}

/* The objection of the list that tells what a member said in a round. */
static struct objection *
find_entry(struct process *process, size_t member, size_t round,
    const char *text)
{
	const struct entry *entry = entries_of(process, member, round)->value;
	struct objection *objection;

	for (; entry != NULL; entry = entry->before) {
		objection = objection_at(process, entry->index);
		if (*text == '\0' || *objection->argument.text == '\0' ||
		    strcmp(objection->argument.text, text) == 0)
			return objection;
	}
	return NULL;
}

static struct consent_objection *
add_record(struct process *process, size_t member, size_t round)
{
	struct consent_objection *record =
	    bind_append(process->bind, &process->records, sizeof(*record));

	*record =
	    (struct consent_objection){ .member = member, .round = round };
	return record;
}

/* What was said in the round itself becomes an entry of the list. */
static void
enter(struct process *process, const struct round *round, size_t member)
{
	struct answer *answer = &round->answers[member];
	struct bind_text said = { answer->text, answer->pos, true };
	struct bind_text none = { "", answer->pos, false };
	struct objection *objection =
	    find_entry(process, member, round->number, answer->text);

	answer->text = "";
	if (objection != NULL) {
		if (*objection->argument.text == '\0' && *said.text != '\0')
			objection->argument = said;
		return;
	}
	objection = bind_append(process->bind, &process->sheet->objections,
	    sizeof(*objection));
	*objection = (struct objection){ .id = none,
		.from = { member_at(process, member)->name.text, answer->pos,
		    true },
		.argument = said,
		.reason = none,
		.round = none,
		.indicator = none,
		.threshold = none,
		.fate.typed = "",
		.resolution.typed = "" };
	if (answer->answer == CONSENT_CONCERN)
		objection->fate = (struct bind_choice){ T_FATE_REFRAMED,
			answer->pos, true, .typed = "" };
	add_record(process, member, round->number);
	chain(process, process->sheet->objections.count - 1);
}

static void
enter_answers(struct process *process)
{
	const struct round *round;
	size_t i, j;

	for (i = 0; i < process->rounds.count; i++) {
		round = round_at(process, i);
		for (j = 0; j < process->sheet->members.count; j++)
			if (round->answers[j].answer == CONSENT_OBJECTION ||
			    round->answers[j].answer == CONSENT_CONCERN)
				enter(process, round, j);
	}
}

/* A criterion in the report's language where it is one of the four. */
static void
name_criteria(struct process *process, struct objection *objection)
{
	struct bind_text *names;
	enum term term;
	size_t i;

	flatten(process, &objection->criteria);
	names = objection->criteria.at;
	for (i = 0; i < objection->criteria.count; i++) {
		term =
		    term_find(names[i].text, criteria, CONSENT_CRITERIA, NULL);
		if (term != T_NONE)
			names[i].text = method_word(process->method, term);
	}
}

static void
settle(struct process *process, size_t index)
{
	struct objection *objection = objection_at(process, index);
	struct consent_objection *record = record_at(process, index);

	name_criteria(process, objection);
	put_round(process, objection, record->round);
	confirm_read(process, objection, record);
	read_amended(process, objection, record);
	record->fate =
	    (enum consent_fate)index_of(sheet_fates, objection->fate.term);
	if (objection->resolution.term != T_NONE)
		record->resolution = (enum consent_resolution)(1 +
		    index_of(sheet_resolutions, objection->resolution.term));
	else if (record->mended > 0 || objection->amendments.count > 0)
		record->resolution = CONSENT_AMEND;
}

void
objection_read(struct process *process)
{
	struct consent *consent = &process->consent;
	struct objection *objection;
	struct consent_objection *record;
	size_t i;

	dict_init(&process->said, process->arena);
	amendment_read(process);
	for (i = 0; i < process->sheet->objections.count; i++) {
		objection = objection_at(process, i);
		record = add_record(process, 0, 0);
		member_lead(process, &objection->from, &objection->argument);
		read_author(process, objection, record);
		record->round = *objection->round.text != '\0'
		    ? find_round(process, &objection->round)
		    : guess_round(process, record->member);
		chain(process, i);
	}
	enter_answers(process);
	amendment_label(process, &process->sheet->objections,
	    sizeof(*objection), offsetof(struct objection, from), "O",
	    &process->objection_ids);
	for (i = 0; i < process->sheet->objections.count; i++)
		settle(process, i);
	amendment_link(process);
	consent->objections = process->records.at;
	consent->objection_count = process->records.count;
	consent->clarified = process->sheet->clarifications.count > 0;
	consent->reacted = process->sheet->reactions.count > 0;
}

const char *
objection_author(const struct process *process, size_t index)
{
	return member_name(process, record_at(process, index)->member);
}

int
objection_criteria(const struct process *process,
    const struct objection *objection, const char **missing)
{
	const struct bind_text *names = objection->criteria.at;
	struct buf lacking = BUF_INIT;
	int i, count = 0;
	size_t j;

	for (i = 0; i < CONSENT_CRITERIA; i++) {
		for (j = 0; j < objection->criteria.count; j++)
			if (term_find(names[j].text, &criteria[i], 1, NULL) !=
			    T_NONE)
				break;
		if (j < objection->criteria.count)
			count++;
		else
			buf_format(&lacking, "%s%s",
			    lacking.length > 0 ? ", " : "",
			    method_word(process->method, criteria[i]));
	}
	*missing = arena_string(process->arena, lacking.at);
	buf_free(&lacking);
	return count;
}
