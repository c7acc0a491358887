/*
 * objection: objections and amendments, and what each refers to.
 */
#include <string.h>

#include "base/arena.h"
#include "sheet.h"
#include "source/md.h"
#include "text/uni.h"

/* In the order of enum consent_fate. */
const enum term sheet_fates[] = { T_FATE_POSSIBLE, T_FATE_VALID,
	T_FATE_DISMISSED, T_FATE_DROPPED, T_FATE_REFRAMED, T_NONE };

/* In the order of enum consent_resolution, from its second on. */
const enum term sheet_resolutions[] = { T_RESOLVE_AMEND, T_RESOLVE_DEFER,
	T_RESOLVE_REPLACE, T_RESOLVE_DELEGATE, T_RESOLVE_MONITOR,
	T_RESOLVE_SUBMIT, T_RESOLVE_SUSPEND, T_RESOLVE_SHORTEN,
	T_RESOLVE_MEASURE, T_NONE };

const enum term sheet_criteria[CONSENT_CRITERIA + 1] = { T_CRITERION_HARM,
	T_CRITERION_ROLE, T_CRITERION_NEW, T_CRITERION_NOW, T_NONE };

#define TEXT(term, member, flags)                                              \
	{                                                                      \
		BIND_TEXT, term, offsetof(struct objection, member), flags     \
	}

const struct bind_row sheet_objection_rows[] = {
	TEXT(T_ID, id, BIND_LABEL | BIND_PERSON),
	TEXT(T_FROM, from, 0),
	TEXT(T_OBJECTOR, from, 0),
	TEXT(T_ROUNDS, round_text, 0),
	TEXT(T_ARGUMENT, argument, BIND_MAIN),
	TEXT(T_TEXT, argument, 0),
	{ BIND_NAMES, T_CRITERIA, offsetof(struct objection, criteria) },
	{ BIND_CHOICE, T_QUALIFICATION, offsetof(struct objection, fate),
	    BIND_DECIDES, .choices = sheet_fates },
	TEXT(T_REASON, reason, 0),
	{ BIND_CHOICE, T_RESOLUTION, offsetof(struct objection, resolution),
	    BIND_DECIDES, .choices = sheet_resolutions },
	{ BIND_NAMES, T_AMENDMENTS, offsetof(struct objection, amendments) },
	{ BIND_NODES, T_CONFIRMED, offsetof(struct objection, confirmed) },
	TEXT(T_INDICATORS, indicator, 0),
	TEXT(T_THRESHOLD, threshold, 0),
	{ BIND_END },
};

static struct arena *
arena_of(const struct sheet *sheet)
{
	return sheet->bind->doc->arena;
}

/* Names that stand in names, "a, b" in one item of a list, taken apart. */
static void
flatten(struct sheet *sheet, struct bind_list *list)
{
	struct bind_text *texts = list->at;
	struct bind_list flat = { .pos = list->pos, .given = list->given };
	size_t i;

	for (i = 0; i < list->count; i++)
		bind_split_names(sheet->bind, texts[i].text, texts[i].pos,
		    &flat);
	*list = flat;
}

/* "- **Bernard Vidal** : text": what looks like a label is its author. */
static void
read_author(struct sheet *sheet, struct objection *objection)
{
	size_t member;

	objection->member = 0;
	if (!objection->from.given &&
	    member_is(sheet, objection->id.text, &member)) {
		objection->from = objection->id;
		objection->id.text = "";
	}
	if (*objection->from.text == '\0')
		bind_fault(sheet->bind,
		    objection->id.given ? objection->id.pos
					: objection->argument.pos,
		    M_MISSING_KEY, term_name(T_FROM, sheet->bind->doc->lang));
	else
		member_find(sheet, objection->from.text, objection->from.pos,
		    &objection->member);
}

/* The first round in which the author said what this is. */
static size_t
guess_round(const struct sheet *sheet, const struct objection *objection)
{
	const struct round *round;
	enum consent_answer answer;
	size_t i;

	for (i = 0; i < sheet->rounds.count; i++) {
		round = sheet_round(sheet, i);
		answer = round->answers[objection->member].answer;
		if (answer == CONSENT_OBJECTION || answer == CONSENT_CONCERN)
			return round->number;
	}
	return 0;
}

static void
read_round(struct sheet *sheet, struct objection *objection)
{
	const char *text =
	    md_plain(arena_of(sheet), objection->round_text.text);
	size_t version, i;

	objection->round = 0;
	if (*text == '\0') {
		objection->round = guess_round(sheet, objection);
		return;
	}
	if (*text >= '0' && *text <= '9')
		text = arena_format(arena_of(sheet), "%s %s",
		    term_name(T_ROUND_ONE, LANG_FR), text);
	if (!proposal_number(text, T_ROUNDS, &objection->round, &version)) {
		bind_fault(sheet->bind, objection->round_text.pos,
		    M_CONSENT_NOT_A_ROUND, objection->round_text.text);
		return;
	}
	for (i = 0; i < sheet->rounds.count; i++)
		if (sheet_round(sheet, i)->number == objection->round)
			return;
	bind_fault(sheet->bind, objection->round_text.pos,
	    M_CONSENT_NO_SUCH_ROUND, objection->round_text.text);
}

/* The amendments that an objection names, and the version they make. */
static void
read_amended(struct sheet *sheet, struct objection *objection)
{
	const struct bind_text *names;
	const struct amendment *amendment;
	size_t i;

	flatten(sheet, &objection->amendments);
	names = objection->amendments.at;
	for (i = 0; i < objection->amendments.count; i++) {
		amendment = label_amendment(sheet,
		    md_plain(arena_of(sheet), names[i].text));
		if (amendment == NULL)
			bind_fault(sheet->bind, names[i].pos,
			    M_CONSENT_NO_SUCH_AMENDMENT, names[i].text);
		else if (amendment->makes > objection->mended)
			objection->mended = amendment->makes;
	}
}

/* An amendment that says which objection it comes from belongs to it. */
static void
link_amendment(struct sheet *sheet, struct objection *objection,
    const struct amendment *amendment)
{
	const char *id = md_words(arena_of(sheet), amendment->id.text);
	struct bind_text *names = objection->amendments.at;
	size_t i;

	if (amendment->makes > objection->mended)
		objection->mended = amendment->makes;
	for (i = 0; i < objection->amendments.count; i++)
		if (strcmp(names[i].text, id) == 0)
			return;
	names =
	    bind_append(sheet->bind, &objection->amendments, sizeof(*names));
	*names = (struct bind_text){ id, amendment->id.pos, true };
}

/* Where an amendment comes from: an objection, the proposer, a reaction. */
static void
read_origin(struct sheet *sheet, struct amendment *amendment)
{
	static const enum term others[] = { T_PROPOSER, T_REACTIONS,
		T_CLARIFICATIONS, T_NONE };
	struct bind_list names = { NULL };
	struct bind_text *name;
	struct objection *objection;
	size_t i;

	bind_split_names(sheet->bind, amendment->origin.text,
	    amendment->origin.pos, &names);
	name = names.at;
	for (i = 0; i < names.count; i++) {
		objection = label_objection(sheet,
		    md_plain(arena_of(sheet), name[i].text));
		if (objection != NULL)
			link_amendment(sheet, objection, amendment);
		else if (objection == NULL &&
		    bind_choice(sheet->bind, others, name[i].text) == T_NONE)
			bind_fault(sheet->bind, amendment->origin.pos,
			    M_CONSENT_NO_SUCH_OBJECTION, name[i].text);
	}
}

/* Those of one member in one round are chained, the last one first. */
static struct dict_entry *
entries_of(struct sheet *sheet, size_t member, size_t round)
{
	return dict_enter(&sheet->said,
	    arena_format(arena_of(sheet), "%zu %zu", member, round));
}

static void
chain(struct sheet *sheet, size_t index)
{
	struct objection *objection = sheet_objection(sheet, index);
	struct dict_entry *entry =
	    entries_of(sheet, objection->member, objection->round);
	size_t *slot = arena_alloc(arena_of(sheet), sizeof(*slot));

	*slot = index + 1;
	objection->before = entry->value ? *(size_t *)entry->value : 0;
	entry->value = slot;
}

/* Whether the list holds what a member said in a round: the one that does,
 * if it is to be told. */
static bool
has_entry(struct sheet *sheet, size_t member, size_t round, const char *text,
    struct objection **found)
{
	size_t *slot = entries_of(sheet, member, round)->value, at;
	struct objection *objection;

	for (at = slot ? *slot : 0; at > 0; at = objection->before) {
		objection = sheet_objection(sheet, at - 1);
		if (*text != '\0' && *objection->argument.text != '\0' &&
		    strcmp(objection->argument.text, text) != 0)
			continue;
		*found = objection;
		return true;
	}
	return false;
}

/* What was said in the round itself becomes an entry of the list. */
static void
enter(struct sheet *sheet, struct round *round, size_t member)
{
	struct answer *answer = &round->answers[member];
	struct objection *objection = NULL;
	struct pos pos = answer->pos;

	if (has_entry(sheet, member, round->number, answer->text, &objection)) {
		if (objection != NULL && *objection->argument.text == '\0' &&
		    *answer->text != '\0')
			objection->argument =
			    (struct bind_text){ answer->text, pos, true };
		answer->text = "";
		return;
	}
	objection =
	    bind_append(sheet->bind, &sheet->objections, sizeof(*objection));
	*objection =
	    (struct objection){ .member = member, .round = round->number };
	objection->id = objection->reason = objection->round_text =
	    objection->indicator = objection->threshold =
		(struct bind_text){ "", pos, false };
	objection->from =
	    (struct bind_text){ sheet_member(sheet, member)->name.text, pos,
		    true };
	objection->argument = (struct bind_text){ answer->text, pos, true };
	if (answer->answer == CONSENT_CONCERN)
		objection->fate =
		    (struct bind_choice){ T_FATE_REFRAMED, pos, true };
	chain(sheet, sheet->objections.count - 1);
	answer->text = "";
}

static void
enter_answers(struct sheet *sheet)
{
	struct round *round;
	enum consent_answer answer;
	size_t i, j;

	for (i = 0; i < sheet->rounds.count; i++) {
		round = sheet_round(sheet, i);
		for (j = 0; j < sheet->members.count; j++) {
			answer = round->answers[j].answer;
			if (answer == CONSENT_OBJECTION ||
			    answer == CONSENT_CONCERN)
				enter(sheet, round, j);
		}
	}
}

void
objection_read(struct sheet *sheet)
{
	struct objection *objection;
	struct amendment *amendment;
	size_t i;

	dict_init(&sheet->said, arena_of(sheet));
	label_amendments(sheet);
	for (i = 0; i < sheet->amendments.count; i++) {
		amendment = sheet_amendment(sheet, i);
		if (*amendment->makes_text.text != '\0')
			amendment->makes =
			    proposal_version(sheet, amendment->makes_text.text,
				amendment->makes_text.pos);
	}
	for (i = 0; i < sheet->objections.count && sheet->members.count > 0;
	     i++) {
		objection = sheet_objection(sheet, i);
		read_author(sheet, objection);
		read_round(sheet, objection);
		chain(sheet, i);
	}
	enter_answers(sheet);
	label_objections(sheet);
	for (i = 0; i < sheet->objections.count; i++) {
		objection = sheet_objection(sheet, i);
		flatten(sheet, &objection->criteria);
		confirm_read(sheet, objection);
		read_amended(sheet, objection);
	}
	for (i = 0; i < sheet->amendments.count; i++)
		read_origin(sheet, sheet_amendment(sheet, i));
}
