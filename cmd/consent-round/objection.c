/*
 * objection: who raised it, in which round, and what it refers to; amendments,
 * and what each makes and comes from.
 */
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "sheet.h"
#include "source/md.h"
#include "text/uni.h"

const enum term sheet_fates[] = { T_FATE_POSSIBLE, T_FATE_VALID,
	T_FATE_DISMISSED, T_FATE_DROPPED, T_FATE_REFRAMED, T_NONE };

const enum term sheet_resolutions[] = { T_RESOLVE_AMEND, T_RESOLVE_DEFER,
	T_RESOLVE_REPLACE, T_RESOLVE_DELEGATE, T_RESOLVE_MONITOR,
	T_RESOLVE_SUBMIT, T_RESOLVE_SUSPEND, T_RESOLVE_SHORTEN,
	T_RESOLVE_MEASURE, T_NONE };

static const enum term criteria[CONSENT_CRITERIA + 1] = { T_CRITERION_HARM,
	T_CRITERION_ROLE, T_CRITERION_NEW, T_CRITERION_NOW, T_NONE };

static struct bind_text *
text_at(const struct bind_list *list, size_t size, size_t place, size_t i)
{
	return (struct bind_text *)((char *)list->at + i * size + place);
}

void
process_twice(struct process *process, const struct bind_list *list,
    size_t size, size_t place, struct dict *names)
{
	const struct bind_text *text, *before;
	struct dict_entry *entry;
	size_t i;

	dict_init(names, process->arena);
	for (i = 0; i < list->count; i++) {
		text = text_at(list, size, place, i);
		if (*text->text == '\0')
			continue;
		entry = dict_enter(names,
		    uni_fold(process->arena,
			method_plain(process->method, text->text)));
		before = entry->value;
		if (before != NULL)
			bind_fault(process->bind, text->pos, M_CONSENT_TWICE,
			    text->text, bind_place(process->bind, before->pos));
		else
			entry->value = (void *)text;
	}
}

/* Gives "O1" to items without a label, which is first in each; they stand where
 * the text at a place does. */
static void
label(struct process *process, struct bind_list *list, size_t size,
    size_t place, const char *letter)
{
	struct bind_text *id;
	size_t i, number = 1;
	struct dict ids;

	process_twice(process, list, size, 0, &ids);
	for (i = 0; i < list->count; i++) {
		id = text_at(list, size, 0, i);
		if (*id->text != '\0')
			continue;
		do
			id->text = arena_format(process->arena, "%s%zu", letter,
			    number++);
		while (dict_find(&ids, uni_fold(process->arena, id->text)));
		id->pos = text_at(list, size, place, i)->pos;
	}
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
read_author(struct process *process, struct objection *objection)
{
	size_t *member = &objection->judged.member;

	member_lead(process, &objection->from, &objection->argument);
	if (!objection->from.given &&
	    member_is(process, objection->id.text, member)) {
		objection->from = objection->id;
		objection->id.text = "";
	}
	if (*objection->from.text == '\0')
		bind_fault(process->bind,
		    objection->id.given ? objection->id.pos
					: objection->argument.pos,
		    M_MISSING_KEY, method_word(process->method, T_FROM));
	else if (member_find(process, objection->from.text, objection->from.pos,
		     member))
		objection->from.text = member_at(process, *member)->name.text;
}

/* The round that an objection names, else the first one in which its author
 * said what it is; 0, and a fault, where there is none of that number. */
static size_t
find_round(struct process *process, const struct objection *objection)
{
	const struct bind_text *named = &objection->round;
	const struct round *round = process->rounds.at;
	size_t number = round_number(process, named->text), i;
	enum consent_answer answer;

	for (i = 0; i < process->rounds.count; i++) {
		answer = round[i].answers[objection->judged.member].answer;
		if (*named->text != '\0' ? round[i].number == number
					 : answer == CONSENT_OBJECTION ||
			    answer == CONSENT_CONCERN)
			return round[i].number;
	}
	if (*named->text != '\0')
		bind_fault(process->bind, named->pos,
		    number > 0 ? M_CONSENT_NO_SUCH_ROUND
			       : M_CONSENT_NOT_A_ROUND,
		    named->text);
	return 0;
}

/* The objections of one member in one round are a chain, the last one first:
 * where it begins. */
static struct dict_entry *
chain_of(struct process *process, size_t member, size_t round)
{
	return dict_enter(&process->said,
	    arena_format(process->arena, "%zu %zu", member, round));
}

static void
chain(struct process *process, size_t index)
{
	struct objection *objection = objection_at(process, index);
	struct dict_entry *entry = chain_of(process, objection->judged.member,
	    objection->judged.round);
	size_t *place = arena_alloc(process->arena, sizeof(*place));

	objection->before = entry->value;
	*place = index;
	entry->value = place;
}

/* The objection of the list that tells what a member said in a round. */
static struct objection *
find_entry(struct process *process, size_t member, size_t round,
    const char *text)
{
	const size_t *place = chain_of(process, member, round)->value;
	struct objection *objection;

	for (; place != NULL; place = objection->before) {
		objection = objection_at(process, *place);
		if (*text == '\0' || *objection->argument.text == '\0' ||
		    strcmp(objection->argument.text, text) == 0)
			return objection;
	}
	return NULL;
}

/* What was said in the round itself becomes an entry of the list. */
static void
enter(struct process *process, const struct round *round, size_t member)
{
	struct answer *answer = &round->answers[member];
	struct bind_text said = { answer->text, answer->pos, true };
	struct objection *objection =
	    find_entry(process, member, round->number, answer->text);

	answer->text = "";
	if (objection != NULL) {
		if (*objection->argument.text == '\0')
			objection->argument = said;
		return;
	}
	objection = bind_append(process->bind, &process->sheet->objections,
	    sizeof(*objection));
	*objection =
	    (struct objection){ .from = { .pos = answer->pos, .given = true },
		    .argument = said,
		    .id.pos = answer->pos,
		    .judged = { .member = member, .round = round->number } };
	objection->from.text = member_at(process, member)->name.text;
	bind_fill_texts(sheet_objection_rows, objection);
	if (answer->answer == CONSENT_CONCERN)
		objection->fate = (struct bind_choice){ answer->pos, true,
			.typed = "", .term = T_FATE_REFRAMED };
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

/* What an amendment says of an objection: that it lifts it, and by which
 * version. */
static void
amend(struct objection *objection, const struct amendment *amendment)
{
	struct consent_objection *judged = &objection->judged;

	if (amendment->version > judged->mended)
		judged->mended = amendment->version;
	if (judged->resolution == CONSENT_UNRESOLVED)
		judged->resolution = CONSENT_AMEND;
}

static void
settle(struct process *process, struct objection *objection)
{
	struct consent_objection *judged = &objection->judged;
	struct bind_text *names;
	struct bind_list amended;
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
	if (judged->round > 0)
		objection->round.text = process_number(process, judged->round);
	confirm_read(process, objection);
	judged->fate = (enum consent_fate)objection->fate.term;
	judged->resolution =
	    (enum consent_resolution)objection->resolution.term;
	flatten(process, &objection->amendments);
	amended = refer_each(&process->amended, &objection->amendments);
	for (i = 0; i < amended.count; i++)
		amend(objection, ((struct amendment **)amended.at)[i]);
}

/* An amendment that says which objection it comes from belongs to it. */
static void
link(struct process *process, struct objection *objection,
    const struct amendment *amendment)
{
	const char *id = md_words(process->arena, amendment->id.text);
	struct bind_text *names = objection->amendments.at;
	size_t i;

	amend(objection, amendment);
	for (i = 0; i < objection->amendments.count; i++)
		if (strcmp(names[i].text, id) == 0)
			return;
	*(struct bind_text *)bind_append(process->bind, &objection->amendments,
	    sizeof(*names)) = (struct bind_text){ id, amendment->id.pos, true };
}

/* Where an amendment comes from: an objection, the proposer, a reaction. */
static void
link_origin(struct process *process, struct amendment *amendment,
    const struct refer *objections)
{
	static const enum term others[] = { T_PROPOSER, T_REACTIONS,
		T_CLARIFICATIONS, T_NONE };
	struct bind_list names = { .count = 0 };
	const struct bind_text *name;
	struct objection *objection;
	enum term other;
	bool ambiguous;
	size_t i;

	bind_split_names(process->bind, amendment->origin.text,
	    amendment->origin.pos, &names);
	name = names.at;
	for (i = 0; i < names.count; i++) {
		objection = refer_look(objections, name[i].text, &ambiguous);
		other = bind_choice(process->bind, others, name[i].text);
		if (objection != NULL)
			link(process, objection, amendment);
		else if (other == T_NONE)
			bind_fault(process->bind, amendment->origin.pos,
			    M_CONSENT_NO_SUCH_OBJECTION, name[i].text);
		else if (names.count == 1)
			amendment->origin.text =
			    method_word(process->method, other);
	}
}

static void
read_amendments(struct process *process)
{
	struct bind_list *list = &process->sheet->amendments;
	struct amendment *amendment = list->at;
	size_t i;

	label(process, list, sizeof(*amendment),
	    offsetof(struct amendment, text), "A");
	for (i = 0; i < list->count; i++) {
		if (*amendment[i].makes.text == '\0')
			continue;
		amendment[i].version = version_find(process,
		    amendment[i].makes.text, amendment[i].makes.pos);
		amendment[i].makes.text =
		    arena_format(process->arena, "v%zu", amendment[i].version);
	}
	process->amended = refer_open((struct refer){ process->bind,
	    T_AMENDMENTS, sheet_amendment_rows, list, sizeof(*amendment),
	    .unknown = M_CONSENT_NO_SUCH_AMENDMENT, .first = true });
}

void
objection_read(struct process *process)
{
	const struct bind_list *list = &process->sheet->objections;
	struct amendment *amendment = process->sheet->amendments.at;
	struct consent_objection *judged;
	struct objection *objection = list->at;
	struct refer labels;
	size_t i;

	dict_init(&process->said, process->arena);
	read_amendments(process);
	for (i = 0; i < list->count; i++) {
		read_author(process, &objection[i]);
		objection[i].judged.round = find_round(process, &objection[i]);
		chain(process, i);
	}
	enter_answers(process);
	label(process, &process->sheet->objections, sizeof(*objection),
	    offsetof(struct objection, from), "O");
	for (i = 0; i < list->count; i++)
		settle(process, objection_at(process, i));
	labels = refer_open((struct refer){ process->bind, T_OBJECTIONS,
	    sheet_objection_rows, list, sizeof(*objection), .first = true });
	for (i = 0; i < process->sheet->amendments.count; i++)
		link_origin(process, &amendment[i], &labels);
	judged = arena_array(process->arena, list->count + 1, sizeof(*judged));
	for (i = 0; i < list->count; i++)
		judged[i] = objection_at(process, i)->judged;
	process->consent.objections = judged;
	process->consent.objection_count = list->count;
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
			buf_join(&lacking, ", ",
			    method_word(process->method, criteria[i]));
	}
	*missing = buf_take(&lacking, process->arena);
	return count;
}
