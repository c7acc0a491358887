/*
 * pact-register: keep the pacts of collaboration, their duties and their dates
 *
 * Comune di Bologna, Regulation on collaboration between citizens and the city
 * for the care and regeneration of urban commons, 2014, section 5: what a pact
 * says.
 */
#include "pact.h"

/* bien: {bien, type, lieu}, whose places are those of the pact's own keys. */
static const struct bind_row good_rows[] = {
	BIND_AT(BIND_TEXT, T_GOOD, pact, good, BIND_MAIN),
	BIND_AT(BIND_TEXT, T_GOOD_TYPE, pact, type, 0),
	BIND_AT(BIND_TEXT, T_PLACE, pact, place, 0),
	{ BIND_END },
};

static const struct bind_row pact_rows[] = {
	BIND_AT(BIND_TEXT, T_ID, pact, id, BIND_LABEL | BIND_ALIKE),
	BIND_AT(BIND_TEXT, T_PURPOSE, pact, purpose, BIND_MAIN | BIND_REQUIRED),
	{ BIND_MAP, T_GOOD, 0, 0, .rows = good_rows },
	BIND_AT(BIND_TEXT, T_GOOD, pact, good, 0),
	BIND_AT(BIND_TEXT, T_GOOD_TYPE, pact, type, 0),
	BIND_AT(BIND_TEXT, T_PLACE, pact, place, 0),
	BIND_AT(BIND_NAMES, T_PARTIES, pact, parties, BIND_WHO | BIND_WANTED),
	BIND_AT(BIND_DATE, T_START, pact, start, BIND_FIRST_DAY),
	BIND_AT(BIND_TEXT, T_DURATION, pact, duration, 0),
	BIND_AT(BIND_DATE, T_END, pact, end, BIND_LAST_DAY),
	BIND_AT(BIND_TEXT, T_RENEWAL, pact, renewal, 0),
	BIND_AT(BIND_TEXT, T_SUPPORT, pact, support, 0),
	BIND_AT(BIND_TEXT, T_INSURANCE, pact, insurance, 0),
	BIND_AT(BIND_DATE, T_REPORT_DUE, pact, report_due, BIND_LAST_DAY),
	BIND_AT(BIND_TEXT, T_REPORT_GIVEN, pact, report_given, BIND_WHEN),
	BIND_AT(BIND_NODES, T_COMMITMENTS, pact, duties, 0),
	{ BIND_END },
};

const struct bind_row pact_commitment_rows[] = {
	BIND_AT(BIND_TEXT, T_PACT, commitment, pact,
	    BIND_LABEL | BIND_REQUIRED),
	BIND_AT(BIND_TEXT, T_PARTY, commitment, party,
	    BIND_REQUIRED | BIND_WHO),
	BIND_AT(BIND_TEXT, T_COMMITMENT, commitment, text,
	    BIND_MAIN | BIND_REQUIRED),
	{ BIND_END },
};

static const struct bind_row rows[] = {
	BIND_ITEMS(T_PACTS, pacts, list, pact,
	    BIND_MAIN | BIND_REQUIRED | BIND_WANTED, .example = T_EXAMPLE_PACTS,
	    .sheet = T_SHEET_PACTS),
	{ BIND_LIST, T_COMMITMENTS, offsetof(struct pacts, commitments), 0,
	    pact_commitment_rows, sizeof(struct commitment),
	    .example = T_EXAMPLE_COMMITMENTS, .sheet = T_SHEET_COMMITMENTS },
	{ BIND_END },
};

static const struct bind_tool tool = { T_PACT_REGISTER, T_SUMMARY_PACTS, rows };

int
main(int argc, char **argv)
{
	struct method method = { .within = 90 };
	struct pacts pacts = { 0 };
	const struct opt opts[] = { OPT_ANONYMOUS(&method.anonymous),
		OPT_TODAY(&method.today), OPT_WITHIN(&method.within),
		OPT_ROWS_END };

	method_open(&method, argc, argv, &tool, opts, &pacts);
	pact_link(&method, &pacts);
	pact_judge(&method, &pacts);
	if (method_ready(&method)) {
		pact_find(&method, &pacts);
		method_section(&method, T_PACTS);
		method_section(&method, T_COMMITMENTS);
		pact_render(&method, &pacts);
	}
	return method_close(&method, false);
}
