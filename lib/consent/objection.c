/*
 * objection: who raised it, in which round, and what it refers to.
 */
#include <string.h>

#include "consent/process_inner.h"

static const enum term fates[] = { T_FATE_POSSIBLE, T_FATE_VALID,
	T_FATE_DISMISSED, T_FATE_DROPPED, T_FATE_REFRAMED, T_NONE };

static const enum term resolutions[] = { T_RESOLVE_AMEND, T_RESOLVE_DEFER,
	T_RESOLVE_REPLACE, T_RESOLVE_DELEGATE, T_RESOLVE_MONITOR,
	T_RESOLVE_SUBMIT, T_RESOLVE_SUSPEND, T_RESOLVE_SHORTEN,
	T_RESOLVE_MEASURE, T_NONE };

static const enum term criteria[CONSENT_CRITERIA + 1] = { T_CRITERION_HARM,
	T_CRITERION_ROLE, T_CRITERION_NEW, T_CRITERION_NOW, T_NONE };

const struct bind_row objection_rows[] = {
	ROW(objection, id, .key = T_ID, .flags = BIND_LABEL | BIND_PERSON),
	ROW(objection, heading, .flags = BIND_UNDER),
	ROW(objection, from, .key = T_FROM, .flags = BIND_WHO),
	ROW(objection, from, .key = T_OBJECTOR),
	ROW(objection, from, .key = T_OBJECTS),
	ROW(objection, round, .key = T_ROUND_ONE),
	ROW(objection, round, .key = T_ROUNDS),
	ROW(objection, argument, .key = T_ARGUMENT, .flags = BIND_MAIN),
	ROW(objection, argument, .key = T_TEXT),
	ROW_AS(BIND_NAMES, objection, criteria, .key = T_CRITERIA),
	ROW(objection, fate, .key = T_QUALIFICATION,
	    .flags = BIND_DECIDES | BIND_REQUIRED, .choices = fates),
	ROW(objection, reason, .key = T_REASON),
	ROW(objection, resolution, .key = T_RESOLUTION, .flags = BIND_DECIDES,
	    .choices = resolutions),
	ROW_AS(BIND_NAMES, objection, amendments, .key = T_AMENDMENT_ONE),
	ROW_AS(BIND_NAMES, objection, amendments, .key = T_AMENDMENTS),
	ROW(objection, confirmed, .key = T_CONFIRMED),
	ROW(objection, confirmers, .key = T_CONFIRMED),
	ROW(objection, indicator, .key = T_INDICATOR_ONE),
	ROW(objection, indicator, .key = T_INDICATORS),
	ROW(objection, threshold, .key = T_THRESHOLD),
	{ BIND_END },
};

bool
objection_claims(const struct node *section)
{
	return whose_tells(section->key, T_OBJECTIONS);
}

/* Names that stand in names, "a, b" in one item of a list, taken apart. */
static void
flatten(struct process *process, struct bind_list *list)
{
	struct bind_list flat = { .pos = list->pos, .given = list->given };

	BIND_EACH(const struct bind_text, name, list)
		bind_split_names(process->bind, name->text, name->pos, &flat);
	*list = flat;
}

/* "- **Bernard Vidal** : text": what looks like a label is its author. */
static void
read_author(struct process *process, struct objection *objection)
{
	size_t *member = &objection->judged.member;

	whose_item(process, &objection->from, &objection->heading,
	    T_OBJECTIONS);
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
		    M_MISSING_KEY, process_word(process, T_FROM));
	else if (member_find(process, objection->from.text, objection->from.pos,
		     member))
		objection->from.text = member_at(process, *member)->name.text;
}

/* "Objection by Ana: valid", or "valid: nobody is there": what became of it stands in
 * place of its argument, or before it. */
static void
read_fate(struct process *process, struct objection *objection)
{
	const char *text = objection->argument.text, *head = text, *rest = "";
	enum term fate = bind_choice(process->bind, fates, text);

	if (fate == T_NONE && answer_split(process, text, &head, &rest))
		fate = bind_choice(process->bind, fates, head);
	if (fate == T_NONE || objection->fate.given ||
	    objection->reason.given || term_is_any(head, T_YES, T_NO))
		return;
	objection->fate = (struct bind_choice){ objection->argument.pos, true,
		.typed = "", .term = fate };
	objection->argument.text = "";
	if (*rest != '\0')
		objection->reason = bind_text_at(rest, objection->argument.pos);
}

/* What became of an objection that is told of in another item, which then is none of
 * its own: it goes to the first of its author's of which nothing is told. */
static void
join_fates(struct process *process)
{
	struct bind_list *list = &process->sheet->objections;
	const struct bind_list all = bind_emptied(list);
	struct objection *of;

	BIND_EACH(const struct objection, objection, &all) {
		of = NULL;
		if (objection->fate.given && !objection->id.given &&
		    *objection->argument.text == '\0')
			BIND_EACH(struct objection, other, list)
				if (of == NULL && !other->fate.given &&
				    other->judged.member ==
					objection->judged.member)
					of = other;
		if (of == NULL) {
			bind_add(process->bind, list, *objection);
			continue;
		}
		of->fate = objection->fate;
		of->reason = objection->reason;
	}
}

/* The round that an objection names, else the first one in which its author
 * said what it is; NULL, and a fault, where there is none of that number. */
static struct round *
find_round(struct process *process, const struct objection *objection)
{
	const struct bind_text *named = &objection->round;
	size_t number = round_number(process, named->text);
	enum term answer;

	BIND_EACH(struct round, round, &process->rounds) {
		answer = round->answers[objection->judged.member].answer;
		if (*named->text != '\0' ? round->number == number
					 : answer == T_ANSWER_OBJECTION ||
			    answer == T_ANSWER_CONCERN)
			return round;
	}
	if (*named->text != '\0')
		bind_fault(process->bind, named->pos,
		    number > 0 ? M_CONSENT_NO_SUCH_ROUND
			       : M_CONSENT_NOT_A_ROUND,
		    named->text);
	return NULL;
}

/* The objections of one member in one round are a chain, the last one first,
 * which begins at the answer. */
static void
chain(struct objection *objection, size_t index, struct answer *answer)
{
	objection->before = answer->objection;
	answer->objection = index + 1;
}

/* What was said in the round itself becomes an entry of the list, or the
 * argument of one that has none. */
static void
enter(struct process *process, const struct round *round, size_t member)
{
	struct answer *answer = &round->answers[member];
	struct bind_text said = { answer->text, answer->pos, true };
	struct bind_list *list = &process->sheet->objections;
	struct objection *objection;
	size_t place = answer->objection;

	answer->text = "";
	for (; place > 0; place = objection->before) {
		objection = objection_at(process, place - 1);
		if (*objection->argument.text == '\0')
			objection->argument = said;
		if (*said.text == '\0' ||
		    strcmp(objection->argument.text, said.text) == 0)
			return;
	}
	objection = bind_append(process->bind, list, sizeof(*objection));
	*objection =
	    (struct objection){ .from = { member_at(process, member)->name.text,
				    answer->pos, true },
		    .argument = said,
		    .judged = { .member = member, .round = round->number } };
	bind_fill_texts(objection_rows, objection);
	if (answer->answer == T_ANSWER_CONCERN)
		objection->fate = (struct bind_choice){ answer->pos, true,
			.typed = "", .term = T_FATE_REFRAMED };
	chain(objection, list->count - 1, answer);
}

static void
enter_answers(struct process *process)
{
	BIND_EACH(const struct round, round, &process->rounds)
		for (size_t i = 0; i < process->sheet->members.count; i++)
			if (round->answers[i].answer == T_ANSWER_OBJECTION ||
			    round->answers[i].answer == T_ANSWER_CONCERN)
				enter(process, round, i);
}

/* What an amendment says of an objection: that it lifts it, and by which
 * version. */
static void
amend(struct objection *objection, const struct amendment *amendment)
{
	struct consent_objection *judged = &objection->judged;

	if (amendment->version > judged->mended)
		judged->mended = amendment->version;
	if (judged->resolution == T_NONE)
		judged->resolution = T_RESOLVE_AMEND;
}

/* The criteria that an objection claims, in the words of the report. */
static void
read_criteria(struct process *process, struct objection *objection)
{
	flatten(process, &objection->criteria);
	BIND_EACH(struct bind_text, name, &objection->criteria)
		for (size_t i = 0; i < CONSENT_CRITERIA; i++)
			if (term_is(name->text, criteria[i])) {
				name->text = process_word(process, criteria[i]);
				objection->claims[i] = true;
				break;
			}
}

/* Who says yes under the objections has none: what stands there is kept, and
 * told. */
static void
drop_consent(struct process *process, struct objection *objection)
{
	if (!objection->fate.given)
		objection->fate =
		    (struct bind_choice){ .pos = objection->argument.pos,
			    .given = true,
			    .typed = "",
			    .term = T_FATE_DROPPED };
	bind_finding(process->bind, objection->argument.pos, M_CONSENT_AGREES,
	    method_plain(process->method, objection->from.text),
	    method_plain(process->method, objection->argument.text));
}

static void
settle(struct process *process, struct objection *objection)
{
	struct consent_objection *judged = &objection->judged;
	struct bind_list amended;

	read_criteria(process, objection);
	if (judged->round > 0)
		objection->round.text = process_number(process, judged->round);
	confirm_read(process, objection);
	if (answer_agrees(process, objection->argument.text))
		drop_consent(process, objection);
	judged->fate = objection->fate.term;
	judged->resolution = objection->resolution.term;
	flatten(process, &objection->amendments);
	amended = refer_each(&process->amended, &objection->amendments);
	BIND_EACH(const struct amendment *const, amendment, &amended)
		amend(objection, *amendment);
}

void
objection_link(struct process *process, struct objection *objection,
    const struct amendment *amendment)
{
	const struct bind_text id = { md_words(process->arena,
					  amendment->id.text),
		amendment->id.pos, true };

	amend(objection, amendment);
	BIND_EACH(const struct bind_text, name, &objection->amendments)
		if (strcmp(name->text, id.text) == 0)
			return;
	bind_add(process->bind, &objection->amendments, id);
}

/* What is judged of them. */
static void
hand_over(struct process *process)
{
	const struct bind_list *list = &process->sheet->objections;
	struct consent_objection *judged =
	    arena_array(process->arena, list->count + 1, sizeof(*judged));

	process->consent.objections = judged;
	process->consent.objection_count = list->count;
	BIND_EACH(const struct objection, objection, list)
		*judged++ = objection->judged;
}

/* Who says among the amendments that theirs is lifted, "Ana: objection lifted",
 * which is no amendment. */
static struct bind_list
cut_lifted(struct process *process)
{
	struct bind_list *list = &process->sheet->amendments;
	const struct bind_list all = bind_emptied(list);
	struct bind_list lifted = { .count = 0 };
	struct bind_text who, text;
	size_t member;

	BIND_EACH(const struct amendment, amendment, &all) {
		who = amendment->origin;
		text = amendment->text;
		member_lead(process, &who, &text);
		if (member_is(process, who.text, &member) &&
		    answer_agrees(process, text.text))
			bind_add(process->bind, &lifted, who);
		else
			bind_put(process->bind, list, amendment,
			    sizeof(*amendment));
	}
	return lifted;
}

/* Their last objection is confirmed to be resolved, or no longer held where
 * nothing says how. */
static void
confirm_lifted(struct process *process, const struct bind_list *lifted)
{
	struct objection *last;
	struct node *said;
	size_t member;

	BIND_EACH(const struct bind_text, who, lifted) {
		last = NULL;
		BIND_EACH(struct objection, objection,
		    &process->sheet->objections)
			if (member_is(process, who->text, &member) &&
			    objection->judged.member == member)
				last = objection;
		if (last == NULL)
			continue;
		said = node_text(process->arena,
		    process_word(process, T_OBJECTOR), who->pos);
		if (last->fate.given || last->resolution.given)
			bind_add(process->bind, &last->confirmed, said);
		else
			last->fate = (struct bind_choice){ who->pos, true,
				.typed = "", .term = T_FATE_DROPPED };
	}
}

void
objection_read(struct process *process)
{
	const struct bind_list *list = &process->sheet->objections;
	struct bind_list lifted = cut_lifted(process);
	struct round *round;
	struct refer labels;

	amendment_read(process);
	BIND_EACH(struct objection, objection, list) {
		read_author(process, objection);
		read_fate(process, objection);
	}
	join_fates(process);
	BIND_EACH(struct objection, objection, list) {
		round = find_round(process, objection);
		if (round == NULL)
			continue;
		objection->judged.round = round->number;
		chain(objection, (size_t)(objection - objection_at(process, 0)),
		    &round->answers[objection->judged.member]);
	}
	enter_answers(process);
	confirm_lifted(process, &lifted);
	process_label(process, objection_rows, &process->sheet->objections,
	    sizeof(struct objection), "O");
	labels = REFER_TO(process->bind, T_OBJECTIONS, list, objection,
	    .first = true);
	BIND_EACH(struct objection, objection, list)
		settle(process, objection);
	BIND_EACH(struct amendment, amendment, &process->sheet->amendments)
		amendment_link(process, amendment, &labels);
	hand_over(process);
}

void
objection_moot(struct process *process, size_t version)
{
	const struct round *round;

	BIND_EACH(struct objection, objection, &process->sheet->objections) {
		round = round_find(process, objection->judged.round);
		if (round != NULL && round->version < version &&
		    consent_is_open(&objection->judged))
			objection->judged.fate = T_FATE_MOOT;
	}
	hand_over(process);
}

size_t
objection_criteria(const struct process *process,
    const struct objection *objection, const char **missing)
{
	struct buf lacking = BUF_INIT;
	size_t i, count = 0;

	for (i = 0; i < CONSENT_CRITERIA; i++)
		if (objection->claims[i])
			count++;
		else
			buf_join(&lacking, ", ",
			    process_word(process, criteria[i]));
	*missing = buf_take(&lacking, process->arena);
	return count;
}
