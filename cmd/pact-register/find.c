/*
 * find: what is missing in a pact, or is due.
 */
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "pact.h"
#include "text/uni.h"

/* A label as the eye takes it: letters, and digits without leading zeros. */
static const char *
look_of(struct method *method, const char *label)
{
	const char *at = uni_fold(method->arena, label), *start;
	struct buf out = BUF_INIT;
	bool number = false;
	int32_t c;

	for (start = at; (c = uni_next(&at)) != 0; start = at) {
		if (!uni_is_word(c) || (c == '0' && !number))
			continue;
		number = c >= '0' && c <= '9';
		buf_add(&out, start, (size_t)(at - start));
	}
	return buf_take(&out, method->arena);
}

static void
find_alike(struct method *method, const struct pacts *pacts)
{
	const struct pact *pact = pacts->list.at;
	struct dict_entry *entry;
	struct dict met;
	size_t i;

	dict_init(&met, method->arena);
	for (i = 0; i < pacts->list.count; i++) {
		if (*pact[i].id.text == '\0')
			continue;
		entry = dict_enter(&met, look_of(method, pact[i].id.text));
		if (entry->value == NULL)
			entry->value = (void *)pact[i].id.text;
		else if (strcmp(entry->value, pact[i].id.text) == 0)
			method_find(method, pact[i].id.pos, M_TWICE,
			    pact[i].id.text);
		else
			method_find(method, pact[i].id.pos, M_PACT_ALIKE,
			    (const char *)entry->value, pact[i].id.text);
	}
}

/* Where a pact stands: what it is about, or its good. */
static struct pos
place_of(const struct pact *pact)
{
	if (pact->purpose.given)
		return pact->purpose.pos;
	return pact->good.given ? pact->good.pos : pact->id.pos;
}

static void
find_dates(struct method *method, const struct pact *pact)
{
	const char *name = pact_name(method, pact);
	struct date_span span;
	struct date end;

	if (pact->end.given && pact->start.given &&
	    date_day(pact->end.date) < date_day(pact->start.date))
		method_find(method, pact->end.pos, M_PACT_BACKWARDS, name);
	if (*pact->duration.text != '\0' && !pact->start.given &&
	    !pact->end.given)
		method_find(method, pact->duration.pos, M_LACKS, name,
		    method_word(method, T_START));
	else if (!pact->ends.given && pact_is_none(pact->renewal.text))
		method_find(method, place_of(pact), M_PACT_NO_END, name);
	if (!pact->end.given || !pact->start.given ||
	    !date_span_read(method_plain(method, pact->duration.text), &span))
		return;
	end = date_after(pact->start.date, span, 1);
	if (date_day(end) - date_day(pact->end.date) > 1 ||
	    date_day(end) < date_day(pact->end.date))
		method_find(method, pact->duration.pos, M_PACT_TWO_ENDS, name,
		    method_date(method, pact->end.date),
		    method_date(method, date_of_day(date_day(end) - 1)));
}

static void
find_due(struct method *method, const struct pact *pact)
{
	const char *name = pact_name(method, pact);

	if (pact->expiring)
		method_find(method, pact->ends.pos,
		    pact->tacit ? M_PACT_RENEWING : M_PACT_EXPIRING, name,
		    method_date(method, pact->ends.date));
	if (pact->overdue)
		method_find(method, pact->report_due.pos, M_PACT_OVERDUE, name,
		    method_date(method, pact->report_due.date));
}

static const char *
fold_name(struct method *method, const struct bind_text *name)
{
	return uni_fold(method->arena, method_plain(method, name->text));
}

/* Whether a party is a word for all of them. */
static bool
is_everyone(struct method *method, const struct bind_text *name)
{
	static const enum term everyone = T_EVERYONE;

	return term_find(method_plain(method, name->text), &everyone, 1,
		   NULL) != T_NONE;
}

/* Those who are committed, and were not named as parties. */
static struct dict
find_strangers(struct method *method, const struct pact *pact,
    const struct commitment *commitments, size_t count)
{
	const struct bind_text *party = pact->parties.at;
	struct dict parties, committed;
	size_t i, before;
	const char *name;

	dict_init(&parties, method->arena);
	dict_init(&committed, method->arena);
	for (i = 0; i < pact->parties.count; i++)
		dict_enter(&parties, fold_name(method, &party[i]));
	for (i = 0; i < count; i++) {
		name = fold_name(method, &commitments[i].party);
		before = committed.count;
		dict_enter(&committed, name);
		if (committed.count > before && pact->parties.count > 0 &&
		    dict_find(&parties, name) == NULL)
			method_find(method, commitments[i].party.pos,
			    M_PACT_STRANGER, pact_name(method, pact),
			    method_plain(method, commitments[i].party.text));
	}
	return committed;
}

/* Which of the parties are committed, where any is. */
static void
find_duties(struct method *method, const struct pact *pact,
    const struct commitment *commitments, size_t count)
{
	const struct bind_text *party = pact->parties.at;
	struct dict committed;
	size_t i;

	for (i = 0; i < count; i++)
		if (is_everyone(method, &commitments[i].party))
			return;
	committed = find_strangers(method, pact, commitments, count);
	if (committed.count == 1)
		method_find(method, commitments->party.pos, M_PACT_ONE_SIDE,
		    pact_name(method, pact),
		    method_plain(method, commitments->party.text));
	for (i = 0; i < pact->parties.count && committed.count > 1; i++)
		if (dict_find(&committed, fold_name(method, &party[i])) == NULL)
			method_find(method, party[i].pos, M_PACT_NO_DUTY,
			    pact_name(method, pact),
			    method_plain(method, party[i].text));
}

void
pact_find(struct method *method, const struct pacts *pacts)
{
	const struct commitment *one = pacts->commitments.at;
	const struct pact *pact = pacts->list.at;
	size_t i, from = 0, to = 0;

	find_alike(method, pacts);
	for (i = 0; i < pacts->list.count; i++, from = to) {
		while (to < pacts->commitments.count && one[to].index == i)
			to++;
		find_dates(method, &pact[i]);
		if (pact_is_none(method_plain(method, pact[i].insurance.text)))
			method_find(method, place_of(&pact[i]),
			    M_PACT_NO_INSURANCE, pact_name(method, &pact[i]));
		if (to > from)
			find_duties(method, &pact[i], one + from, to - from);
		else if (pacts->commitments.count > 0)
			method_find(method, place_of(&pact[i]), M_LACKS,
			    pact_name(method, &pact[i]),
			    method_word(method, T_COMMITMENTS));
		find_due(method, &pact[i]);
	}
}
