/*
 * pact-register: keep the pacts of collaboration, their duties and their dates
 *
 * Comune di Bologna, Regulation on collaboration between citizens and the city
 * for the care and regeneration of urban commons, 2014, section 5: what a pact
 * says.
 */
#include "pact.h"
#include "sheet/matrix.h"

/* bien: {bien, type, lieu}, whose places are those of the pact's own keys. */
static const struct bind_row good_rows[] = {
	ROW(BIND_TEXT, pact, good, .key = T_GOOD, .flags = BIND_MAIN),
	ROW(BIND_TEXT, pact, type, .key = T_GOOD_TYPE),
	ROW(BIND_TEXT, pact, place, .key = T_PLACE),
	{ BIND_END },
};

const struct bind_row pact_rows[] = {
	ROW(BIND_TEXT, pact, id, .key = T_ID, .flags = BIND_LABEL | BIND_ALIKE),
	ROW(BIND_TEXT, pact, id, .key = T_NUMBER, .flags = BIND_LABEL),
	ROW(BIND_TEXT, pact, purpose, .key = T_PURPOSE,
	    .flags = BIND_MAIN | BIND_REQUIRED, .instead = T_GOOD),
	{ BIND_MAP, T_GOOD, 0, 0, .rows = good_rows },
	ROW(BIND_TEXT, pact, good, .key = T_GOOD, .flags = BIND_NAMING),
	ROW(BIND_TEXT, pact, type, .key = T_GOOD_TYPE, .tallied = T_BY_TYPE,
	    .tally_head = T_GOOD_TYPE, .tally_none = T_PACT_UNTYPED),
	ROW(BIND_TEXT, pact, place, .key = T_PLACE),
	ROW(BIND_NAMES, pact, parties, .key = T_PARTIES,
	    .flags = BIND_WHO | BIND_WANTED, .tallied = T_BY_PARTY,
	    .tally_head = T_PARTY),
	ROW(BIND_DATE, pact, start, .key = T_START, .flags = BIND_FIRST_DAY,
	    .tallied = T_BY_YEAR, .tally_head = T_PACT_YEAR,
	    .tally_none = T_PACT_UNDATED),
	ROW(BIND_TEXT, pact, duration, .key = T_DURATION),
	ROW(BIND_DATE, pact, end, .key = T_END, .flags = BIND_LAST_DAY),
	ROW(BIND_TEXT, pact, renewal, .key = T_RENEWAL),
	ROW(BIND_TEXT, pact, support, .key = T_SUPPORT),
	ROW(BIND_TEXT, pact, insurance, .key = T_INSURANCE),
	ROW(BIND_DATE, pact, report_due, .key = T_REPORT_DUE,
	    .flags = BIND_LAST_DAY),
	ROW(BIND_TEXT, pact, report_given, .key = T_REPORT_GIVEN,
	    .flags = BIND_WHEN),
	ROW(BIND_NODES, pact, duties, .key = T_COMMITMENTS),
	{ BIND_END },
};

const struct bind_row pact_commitment_rows[] = {
	ROW(BIND_TEXT, commitment, pact, .key = T_PACT,
	    .flags = BIND_LABEL | BIND_REQUIRED),
	ROW(BIND_TEXT, commitment, party, .key = T_PARTY,
	    .flags = BIND_REQUIRED | BIND_WHO),
	ROW(BIND_TEXT, commitment, text, .key = T_COMMITMENT,
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
