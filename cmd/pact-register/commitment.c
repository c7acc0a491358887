/*
 * commitment: which pact a commitment is of, when a pact ends, how it stands.
 */
#include <string.h>

#include "base/arena.h"
#include "pact.h"
#include "sheet/refer.h"
#include "source/md.h"
#include "text/uni.h"

bool
pact_is_none(const char *text)
{
	static const enum term none = T_PACT_NONE;

	return *text == '\0' || term_find(text, &none, 1, NULL) != T_NONE;
}

const char *
pact_name(const struct method *method, const struct pact *pact)
{
	if (*pact->id.text != '\0')
		return pact->id.text;
	return method_plain(method,
	    *pact->purpose.text != '\0' ? pact->purpose.text : pact->good.text);
}

static void
add(struct method *method, struct pacts *pacts, const struct pact *pact,
    struct bind_text party, struct bind_text text)
{
	struct commitment *commitment;

	if (*text.text == '\0')
		return;
	commitment =
	    bind_append(method->bind, &pacts->commitments, sizeof(*commitment));
	*commitment =
	    (struct commitment){ { pact_name(method, pact), text.pos, true },
		    party, text, 0 };
}

/* Where "Party : what it does" is parted, or NULL. */
static const char *
find_colon(const char *text)
{
	for (text = strchr(text, ':'); text != NULL;
	     text = strchr(text + 1, ':'))
		if (text[1] == ' ' || text[1] == '\0')
			break;
	return text;
}

/* "Party : this ; that ; Other party : those", as it stands in a cell. */
static void
add_line(struct method *method, struct pacts *pacts, const struct pact *pact,
    const struct node *node)
{
	const char *text = bind_text(method->bind, node), *colon, *part;
	struct bind_text party = { "", node->pos, true };
	size_t n;

	for (; *text != '\0'; text += n + (text[n] != '\0')) {
		n = strcspn(text, ";");
		part = arena_copy(method->arena, text, n);
		colon = find_colon(part);
		if (colon != NULL) {
			party.text = uni_line(method->arena,
			    arena_copy(method->arena, part,
				(size_t)(colon - part)));
			part = colon + 1;
		}
		part = uni_line(method->arena, part);
		if (*party.text == '\0' && *part != '\0')
			bind_fault(method->bind, node->pos, M_PACT_NO_PARTY,
			    method_plain(method, part));
		else
			add(method, pacts, pact, party,
			    (struct bind_text){ part, node->pos, true });
	}
}

/* What a party does: a text, a list of them, or an item of its own keys. */
static void
add_item(struct method *method, struct pacts *pacts, const struct pact *pact,
    const struct node *node)
{
	struct commitment item = { 0 };
	struct bind_text party;
	const struct node *child;

	if (*node->key == '\0' && node->first == NULL) {
		add_line(method, pacts, pact, node);
		return;
	}
	if (*node->key == '\0' || node->table > 0) {
		bind_item(method->bind, pact_commitment_rows, node, true,
		    &item);
		if (item.party.given && item.text.given)
			add(method, pacts, pact, item.party, item.text);
		else
			bind_fault(method->bind, node->pos, M_PACT_NO_PARTY,
			    item.text.given ? item.text.text : "…");
		return;
	}
	if (bind_find(method->bind, pact_commitment_rows, node->key) != NULL) {
		bind_fault(method->bind, node->key_pos, M_PACT_NO_PARTY,
		    node->text);
		return;
	}
	party = (struct bind_text){ md_words(method->arena, node->key),
		node->key_pos, true };
	add(method, pacts, pact, party,
	    (struct bind_text){ bind_text(method->bind, node), node->pos,
		true });
	for (child = node->first; child != NULL; child = child->next)
		if (child->first != NULL)
			bind_fault(method->bind, child->first->pos, M_NESTED);
		else
			add(method, pacts, pact, party,
			    (struct bind_text){ *child->whole != '\0'
				    ? child->whole
				    : bind_text(method->bind, child),
				child->pos, true });
}

static void
add_duties(struct method *method, struct pacts *pacts, const struct pact *pact)
{
	struct node *const *nodes = pact->duties.at;
	const struct node *child;
	size_t i;

	for (i = 0; i < pact->duties.count; i++) {
		if (nodes[i]->first == NULL)
			add_line(method, pacts, pact, nodes[i]);
		for (child = nodes[i]->first; child != NULL;
		     child = child->next)
			add_item(method, pacts, pact, child);
	}
}

static int
order_by_pact(const void *a, const void *b)
{
	const struct commitment *one = a, *two = b;

	return method_falling((int64_t)two->index, (int64_t)one->index);
}

void
pact_link(struct method *method, struct pacts *pacts)
{
	struct refer refer =
	    REFER_TO(method->bind, T_PACTS, &pacts->list, pact, .first = true);
	const struct pact *pact = pacts->list.at, *found;
	struct bind_list given = pacts->commitments, *all = &pacts->commitments;
	struct commitment *one = given.at;
	size_t i;

	*all = (struct bind_list){ .pos = given.pos, .given = given.given };
	for (i = 0; i < pacts->list.count; i++)
		add_duties(method, pacts, &pact[i]);
	for (i = 0; i < given.count; i++)
		bind_put(method->bind, all, &one[i], sizeof(*one));
	one = all->at;
	for (i = 0; i < all->count; i++) {
		found = refer_find(&refer, &one[i].pact);
		if (found != NULL)
			one[i].index = (size_t)(found - pact);
	}
	*all = method_sorted(method, sizeof(*one), order_by_pact,
	    (const struct bind_list *[]){ all, NULL });
}

/* The time from a first day to a last one: in months, where it is whole. */
static struct date_span
span_between(struct date start, struct date end)
{
	struct date next = date_of_day(date_day(end) + 1);
	int months = 12 * (next.year - start.year) + next.month - start.month;
	struct date after =
	    date_after(start, (struct date_span){ months, 0 }, 1);

	if (months > 0 && date_day(after) == date_day(next))
		return (struct date_span){ months, 0 };
	return (struct date_span){ 0, (int)(date_day(next) - date_day(start)) };
}

/* The last day of the term, so many terms on, that a day falls in. */
static struct date
roll(struct date start, struct date_span span, long today)
{
	long most = 31L * span.months + span.days; /* days of a term */
	int times = (int)((today - date_day(start)) / most);

	times = times > 0 ? times : 1;
	while (date_day(date_after(start, span, times)) <= today &&
	    date_after(start, span, times).year < 9999)
		times++;
	return date_of_day(date_day(date_after(start, span, times)) - 1);
}

/* The last day of a pact, from what it says. */
static void
find_end(struct method *method, struct pact *pact)
{
	static const enum term open = T_PACT_OPEN_ENDED;
	const char *text = method_plain(method, pact->duration.text);
	struct date_span span = { 0, 0 };
	bool spanned = false;

	if (*text != '\0' && term_find(text, &open, 1, NULL) == T_NONE) {
		spanned = date_span_read(text, &span);
		if (!spanned)
			bind_fault(method->bind, pact->duration.pos,
			    M_PACT_NO_SPAN, text);
	}
	if (pact->end.given)
		pact->ends = pact->end;
	else if (spanned && pact->start.given)
		pact->ends = (struct bind_date){
			date_of_day(
			    date_day(date_after(pact->start.date, span, 1)) -
			    1),
			pact->duration.pos, true
		};
	if (!pact->ends.given || !pact->tacit || !method->today.given ||
	    !pact->start.given ||
	    date_day(pact->ends.date) < date_day(pact->start.date))
		return;
	if (pact->end.given)
		span = span_between(pact->start.date, pact->end.date);
	if (date_day(pact->ends.date) < date_day(method->today.date))
		pact->ends.date =
		    roll(pact->start.date, span, date_day(method->today.date));
}

static void
judge_state(const struct method *method, struct pact *pact)
{
	long today = date_day(method->today.date);
	long left = pact->ends.given ? date_day(pact->ends.date) - today : 0;

	if (pact->start.given && date_day(pact->start.date) > today)
		pact->state = PACT_TO_COME;
	else if (pact->ends.given && left < 0 && !pact->tacit)
		pact->state = PACT_EXPIRED;
	else
		pact->state = PACT_ACTIVE;
	pact->expiring = pact->state == PACT_ACTIVE && pact->ends.given &&
	    left >= 0 && left <= method->within;
	pact->overdue = pact->report_due.given &&
	    pact_is_none(pact->report_given.text) &&
	    date_day(pact->report_due.date) < today;
}

void
pact_judge(struct method *method, struct pacts *pacts)
{
	static const enum term tacit = T_PACT_TACIT;

	BIND_EACH(struct pact, pact, &pacts->list) {
		pact->tacit =
		    term_find(method_plain(method, pact->renewal.text), &tacit,
			1, NULL) != T_NONE;
		find_end(method, pact);
		if (method->today.given)
			judge_state(method, pact);
	}
}
