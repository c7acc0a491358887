/*
 * pact-register: keep the pacts of collaboration, their duties and their dates
 *
 * Comune di Bologna, Regulation on collaboration between citizens and the city
 * for the care and regeneration of urban commons, 2014, section 5: what a pact
 * says.
 */
#include <string.h>

#include "pact.h"
#include "sheet/gather.h"
#include "sheet/matrix.h"
#include "sheet/refer.h"
#include "text/uni.h"
#include "value/period.h"

/* What a party does, as it stands within a pact. */
struct duty {
	struct bind_text party;
	struct bind_list texts; /* struct commitment, its text alone */
};

/* What a party does under a pact. */
struct commitment {
	struct bind_text pact, party, text;
	const struct pact *of;
	struct bind_number place; /* of the pact, to be ordered by */
};

/* bien: {bien, type, lieu}, whose places are those of the pact's own keys. */
static const struct bind_row good_rows[] = {
	ROW(pact, good, .key = T_GOOD, .flags = BIND_MAIN),
	ROW(pact, type, .key = T_GOOD_TYPE),
	ROW(pact, place, .key = T_PLACE),
	{ BIND_END },
};

/* "Ville: [curer, ouvrir]", or an item of its own keys. */
static const struct bind_row text_rows[] = {
	ROW(commitment, text, .key = T_COMMITMENT, .flags = BIND_MAIN),
	{ BIND_END },
};

static const struct bind_row duty_rows[] = {
	ROW(duty, party, .key = T_PARTY,
	    .flags = BIND_LABEL | BIND_PERSON | BIND_WHO),
	ROW_AS(BIND_LIST, duty, texts, .key = T_COMMITMENT, .flags = BIND_MAIN,
	    .rows = text_rows, .size = sizeof(struct commitment)),
	{ BIND_END },
};

const struct bind_row pact_rows[] = {
	ROW(pact, id, .key = T_ID,
	    .flags = BIND_LABEL | BIND_ALIKE | BIND_UNIQUE),
	ROW(pact, id, .key = T_NUMBER, .flags = BIND_LABEL),
	ROW(pact, purpose, .key = T_PURPOSE, .flags = BIND_MAIN | BIND_REQUIRED,
	    .instead = T_GOOD),
	{ BIND_MAP, T_GOOD, 0, 0, .rows = good_rows },
	ROW(pact, good, .key = T_GOOD, .flags = BIND_NAMING),
	ROW(pact, type, .key = T_GOOD_TYPE, .tallied = T_BY_TYPE,
	    .tally_head = T_GOOD_TYPE, .tally_none = T_PACT_UNTYPED),
	ROW(pact, place, .key = T_PLACE),
	ROW_AS(BIND_NAMES, pact, parties, .key = T_PARTIES,
	    .flags = BIND_WHO | BIND_WANTED, .tallied = T_BY_PARTY,
	    .tally_head = T_PARTY),
	ROW(pact, start, .key = T_START, .flags = BIND_FIRST_DAY,
	    .tallied = T_BY_YEAR, .tally_head = T_PACT_YEAR,
	    .tally_none = T_PACT_UNDATED),
	ROW(pact, duration, .key = T_DURATION),
	ROW(pact, end, .key = T_END, .flags = BIND_LAST_DAY),
	ROW(pact, end, .key = T_DUE, .flags = BIND_LAST_DAY),
	ROW(pact, renewal, .key = T_RENEWAL),
	ROW(pact, support, .key = T_SUPPORT),
	ROW(pact, insurance, .key = T_INSURANCE),
	ROW(pact, report_due, .key = T_REPORT_DUE, .flags = BIND_LAST_DAY),
	ROW(pact, report_given, .key = T_REPORT_GIVEN, .flags = BIND_WHEN),
	ROW_ITEMS(pact, duties, duty, .key = T_COMMITMENTS),
	{ BIND_END },
};

static const struct bind_row pact_commitment_rows[] = {
	ROW(commitment, place, .order = 1),
	ROW(commitment, pact, .key = T_PACT,
	    .flags = BIND_LABEL | BIND_REQUIRED),
	ROW(commitment, party, .key = T_PARTY,
	    .flags = BIND_REQUIRED | BIND_WHO),
	ROW(commitment, text, .key = T_COMMITMENT,
	    .flags = BIND_MAIN | BIND_REQUIRED),
	{ BIND_END },
};

/* A table of goods and who is bound to them. */
static bool
is_register(const struct node *section)
{
	static const enum term columns[] = { T_GOOD, T_PARTIES, T_NONE };

	return matrix_has(section, columns);
}

static const struct bind_row rows[] = {
	ROW_ITEMS(pacts, list, pact, .key = T_PACTS, .claim = is_register,
	    .flags = BIND_MAIN | BIND_REQUIRED | BIND_WANTED,
	    .example = T_EXAMPLE_PACTS, .sheet = T_SHEET_PACTS),
	{ BIND_LIST, T_COMMITMENTS, offsetof(struct pacts, commitments), 0,
	    pact_commitment_rows, sizeof(struct commitment),
	    .example = T_EXAMPLE_COMMITMENTS, .sheet = T_SHEET_COMMITMENTS },
	{ BIND_END },
};

static const struct bind_tool tool = { T_PACT_REGISTER, T_SUMMARY_PACTS, rows };

bool
pact_is_none(const char *text)
{
	return *text == '\0' || term_is(text, T_PACT_NONE);
}

const char *
pact_name(const struct method *method, const struct pact *pact)
{
	if (*pact->id.text != '\0')
		return pact->id.text;
	return method_plain(method,
	    *pact->purpose.text != '\0' ? pact->purpose.text : pact->good.text);
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

static void
add(struct method *method, struct pacts *pacts, const struct pact *pact,
    struct bind_text party, struct bind_text text)
{
	struct commitment commitment = {
		{ pact_name(method, pact), text.pos, true }, party, text
	};

	if (*text.text != '\0' && *party.text == '\0')
		bind_fault(method->bind, text.pos, M_PACT_NO_PARTY,
		    method_plain(method, text.text));
	else if (*text.text != '\0')
		bind_add(method->bind, &pacts->commitments, commitment);
}

/* "Party : this ; that ; Other party : those", as it stands in a cell. */
static void
add_line(struct method *method, struct pacts *pacts, const struct pact *pact,
    struct bind_text line)
{
	const char *at = line.text, *colon, *part;
	struct bind_text party = { "", line.pos, true };
	size_t n;

	for (; *at != '\0'; at += n + (at[n] != '\0')) {
		n = strcspn(at, ";");
		part = arena_copy(method->arena, at, n);
		colon = find_colon(part);
		if (colon != NULL) {
			party.text = uni_until(method->arena, part, colon);
			part = colon + 1;
		}
		line.text = uni_line(method->arena, part);
		add(method, pacts, pact, party, line);
	}
}

static void
add_duty(struct method *method, struct pacts *pacts, const struct pact *pact,
    const struct duty *duty)
{
	struct bind_text party = duty->party;

	party.text = md_words(method->arena, party.text);
	BIND_EACH(const struct commitment, one, &duty->texts)
		if (*duty->party.text == '\0')
			add_line(method, pacts, pact, one->text);
		else
			add(method, pacts, pact, party, one->text);
}

static void
link_duties(struct method *method, struct pacts *pacts)
{
	struct refer refer =
	    REFER_TO(method->bind, T_PACTS, &pacts->list, pact, .first = true);
	struct bind_list given = pacts->commitments, *all = &pacts->commitments;

	*all = (struct bind_list){ .pos = given.pos, .given = given.given };
	BIND_EACH(const struct pact, pact, &pacts->list)
		BIND_EACH(const struct duty, duty, &pact->duties)
			add_duty(method, pacts, pact, duty);
	BIND_EACH(const struct commitment, one, &given)
		bind_add(method->bind, all, *one);
	BIND_EACH(struct commitment, one, all) {
		one->of = refer_find(&refer, &one->pact);
		if (one->of != NULL)
			one->place = method_figure(
			    one->of - (const struct pact *)pacts->list.at);
	}
}

/* A duration from one day to another, "du 1er mai 2026 au 30 avril 2028", is where a
 * pact starts and ends, where nothing else says so. */
static void
part_durations(struct method *method, struct bind_list *pacts)
{
	struct date first, last;

	BIND_EACH(struct pact, pact, pacts) {
		if (*pact->start.typed != '\0' || *pact->end.typed != '\0' ||
		    !date_read_period(method_plain(method, pact->duration.text),
			&first, &last))
			continue;
		pact->start = (struct bind_date){ pact->duration.pos, true,
			.typed = "", .date = first };
		pact->end = (struct bind_date){ pact->duration.pos, true,
			.typed = "", .date = last };
		pact->duration.text = "";
	}
}

/* Those who are committed to a pact (struct bind_text), each once; and whether
 * everyone is. */
static struct gather
committed_to(struct method *method, const struct pacts *pacts,
    const struct pact *pact, bool *everyone)
{
	struct gather committed =
	    gather_new(method->bind, sizeof(struct bind_text));
	struct bind_text *party;
	bool met;

	BIND_EACH(const struct commitment, one, &pacts->commitments) {
		if (one->of != pact)
			continue;
		*everyone |=
		    term_is(method_plain(method, one->party.text), T_EVERYONE);
		party = gather_enter(&committed, one->party.text, &met);
		if (!met)
			*party = one->party;
	}
	return committed;
}

/* What the commitments of a pact leave to be asked. */
static void
find_duties(struct method *method, const struct pacts *pacts,
    const struct pact *pact)
{
	bool everyone = false;
	struct gather parties = gather_new(method->bind, sizeof(bool));
	struct gather committed = committed_to(method, pacts, pact, &everyone);
	const struct bind_text *first = committed.list.at;
	const char *name = pact_name(method, pact);

	if (first == NULL && pacts->commitments.count > 0)
		method_find(method, pact->pos, M_LACKS, name,
		    method_word(method, T_COMMITMENTS));
	if (first == NULL || everyone)
		return;
	BIND_EACH(const struct bind_text, party, &pact->parties)
		gather_enter(&parties, party->text, NULL);
	BIND_EACH(const struct bind_text, party, &committed.list)
		if (pact->parties.count > 0 &&
		    gather_find(&parties, party->text) == NULL)
			method_find(method, party->pos, M_PACT_STRANGER, name,
			    method_plain(method, party->text));
	if (committed.list.count == 1)
		method_find(method, first->pos, M_PACT_ONE_SIDE, name,
		    method_plain(method, first->text));
	BIND_EACH(const struct bind_text, party, &pact->parties)
		if (committed.list.count > 1 &&
		    gather_find(&committed, party->text) == NULL)
			method_find(method, party->pos, M_PACT_NO_DUTY, name,
			    method_plain(method, party->text));
}

/* Whether the register goes by who insures what: some pact says something. */
static bool
tells_insurance(const struct pacts *pacts)
{
	BIND_EACH(const struct pact, pact, &pacts->list)
		if (pact->insurance.given)
			return true;
	return false;
}

static void
find(struct method *method, const struct pacts *pacts)
{
	const bool insured = tells_insurance(pacts);

	BIND_EACH(const struct pact, pact, &pacts->list) {
		validity_find(method, pact);
		if (insured &&
		    pact_is_none(method_plain(method, pact->insurance.text)))
			method_find(method, pact->pos, M_PACT_NO_INSURANCE,
			    pact_name(method, pact));
		find_duties(method, pacts, pact);
	}
}

int
main(int argc, char **argv)
{
	struct method method = { .arrange = lone_arrange, .within = 90 };
	struct pacts pacts = { 0 };
	const struct opt opts[] = { OPT_ANONYMOUS(&method.anonymous),
		OPT_TODAY(&method.today), OPT_WITHIN(&method.within),
		OPT_ROWS_END };

	method_open(&method, argc, argv, &tool, opts, &pacts);
	part_durations(&method, &pacts.list);
	link_duties(&method, &pacts);
	validity_judge(&method, &pacts);
	if (method_ready(&method)) {
		find(&method, &pacts);
		method_section(&method, T_PACTS);
		method_section(&method, T_COMMITMENTS);
		validity_render(&method, &pacts);
		method_tallies(&method, T_PACTS);
	}
	return method_close(&method, false);
}
