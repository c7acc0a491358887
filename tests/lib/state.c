/*
 * Unit tests of state: which states close an action.
 */
#include "value/state.h"
#include "test.h"

static void
test_closed(void **state)
{
	static const struct {
		const char *text;
		enum term closed;
	} rows[] = { { "fait", T_DONE }, { "Faite", T_DONE }, { "✅", T_DONE },
		{ "✔️ fait", T_DONE }, { "oui", T_DONE },
		{ "100 %", T_DONE }, { "terminé le 12/11", T_DONE },
		{ "Fait (12/11)", T_DONE }, { "fait – 12 novembre", T_DONE },
		{ "done in May", T_DONE }, { "Closed: 3 May 2026", T_DONE },
		{ "annulé (mars 2026)", T_DROPPED }, { "cancelled", T_DROPPED },
		{ "Done.", T_DONE }, { "[x]", T_DONE }, { "[ ]", T_NONE },
		{ "fait par Bo", T_DONE }, { "Done (by Bo)", T_DONE },
		{ "à 100 %", T_DONE }, { "fait. Reste la peinture", T_NONE },
		{ "", T_NONE }, { "non", T_NONE }, { "en cours", T_NONE },
		{ "pas fait", T_NONE }, { "fait à 80 %", T_NONE },
		{ "fait, sauf la peinture", T_NONE },
		{ "done but for the paint", T_NONE }, { "12/11", T_NONE },
		{ "to do by 3 May", T_NONE } };

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		assert_int_equal(state_closed(rows[i].text), rows[i].closed);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_closed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
