/*
 * role-election: choose somebody for a role, without candidates
 *
 * Everyone names somebody and says why; who then wants to, names somebody else;
 * a person is proposed on the strength of the reasons, and the circle consents
 * or objects.  After Sociocracy 3.0 (Role Selection), the Holacracy
 * constitution (5.3.5, Integrative Election Process) and sociocracy as it is
 * taught in France, election sans candidat.
 */
#include <string.h>

#include "election.h"
#include "value/clock.h"

static const struct bind_row text_rows[] = {
	{ BIND_TEXT, T_TEXT, 0, BIND_MAIN },
	{ BIND_END },
};

#define TEXTS(type, key_, member)                                              \
	ROW_AS(BIND_LIST, type, member, .key = (key_), .rows = text_rows,      \
	    .size = sizeof(struct bind_text))

static const struct bind_row role_rows[] = {
	ROW(role, title, .key = T_ELECT_TITLE, .flags = BIND_MAIN),
	TEXTS(role, T_ELECT_EXPECTS, expects),
	TEXTS(role, T_ELECT_SKILLS, skills),
	ROW(role, term, .key = T_ELECT_TERM),
	ROW(role, term, .key = T_DURATION),
	ROW(role, incumbent, .key = T_ELECT_INCUMBENT, .flags = BIND_WHO),
	{ BIND_END },
};

static const struct bind_row nomination_rows[] = {
	ROW(nomination, from, .key = T_FROM,
	    .flags = BIND_LABEL | BIND_PERSON | BIND_WHO),
	ROW(nomination, from, .key = T_ELECT_FROM),
	ROW(nomination, to, .key = T_ELECT_FOR, .flags = BIND_MAIN),
	ROW(nomination, reason, .key = T_ELECT_REASON),
	ROW(nomination, when, .key = T_ELECT_WHEN),
	{ BIND_END },
};

/* "## Role: who keeps the accounts": what the heading adds is the title. */
static bool
role_claims(const struct node *section)
{
	ARENA_SCRATCH(arena);

	return *term_gloss(arena, section->key, T_ELECT_ROLE) != '\0';
}

static const struct bind_row rows[] = {
	PROCESS_CIRCLE,
	PROCESS_LEADERS,
	PROCESS_PRESENCE,
	ROW_AS(BIND_MAP, sheet, role, .key = T_ELECT_ROLE, .rows = role_rows,
	    PROCESS_SHOWN(ELECT_ROLE)),
	ROW(sheet, titled, .key = T_ELECT_ROLE, .claim = role_claims),
	ROW(sheet, role.term, .key = T_ELECT_TERM),
	ROW(sheet, lengths, .key = T_DURATION),
	ROW(sheet, role.incumbent, .key = T_ELECT_INCUMBENT),
	PROCESS_MEMBERS,
	ROW_ITEMS(sheet, nominations, nomination, .key = T_ELECT_NOMINATIONS,
	    .flags = BIND_LINES, .claim = claim_nominations,
	    PROCESS_SHOWN(ELECT_NOMINATIONS)),
	PROCESS_REACTIONS(T_ELECT_FACTS, PROCESS_SHOWN(ELECT_FACTS)),
	ROW_ITEMS(sheet, changes, nomination, .key = T_ELECT_CHANGES,
	    .flags = BIND_LINES, .claim = claim_changes,
	    PROCESS_SHOWN(ELECT_CHANGES)),
	PROCESS_PROPOSAL(PROCESS_SHOWN(ELECT_PROPOSAL)),
	PROCESS_ROUNDS,
	ROW(sheet, accepted, .key = T_ELECT_ACCEPTED, .flags = BIND_DECIDES,
	    .example = T_EXAMPLE_ELECT_ACCEPTED),
	PROCESS_FOLLOW_UP,
	PROCESS_DECISION,
	{ BIND_END },
};

/* What is said once the round is over. */
static const struct bind_row below_rows[] = {
	ROW(sheet, accepted, .key = T_ELECT_ACCEPTED, .flags = BIND_DECIDES),
	ROW(sheet, role.term, .key = T_ELECT_TERM),
	ROW(sheet, role.term, .key = T_DURATION),
	{ BIND_END },
};

static const struct bind_tool tool = { T_ELECTION, T_SUMMARY_ELECTION, rows };

static void
read_titled(const struct election *election, const struct node *section)
{
	struct bind *bind = election->process.method->bind;
	struct bind_text *title = &election->sheet->role.title;

	bind_value(bind, bind_row_of(bind, T_ELECT_ROLE, BIND_MAP), section,
	    election->sheet);
	if (*title->text == '\0')
		*title =
		    bind_text_at(term_gloss(election->process.method->arena,
				     section->key, T_ELECT_ROLE),
			section->key_pos);
}

/* "Duration: 2 h" is how long they met, and stays a pair; any other is the term. */
static void
read_length(const struct election *election, const struct node *length)
{
	struct bind *bind = election->process.method->bind;
	int minutes;

	if (clock_duration_read(bind_text(bind, length), &minutes) &&
	    strpbrk(length->text, "0123456789") != NULL)
		bind_add(bind, &bind->pairs,
		    (struct bind_pair){ T_NONE, length, length->part });
	else
		bind_value(bind, bind_row_of(bind, T_ELECT_TERM, BIND_TEXT),
		    length, election->sheet);
}

/* "Proposal: Léa", a line alone behind the items of a list: what stands beside
 * them is read where it is such a pair. */
static void
read_beside(const struct election *election, const struct node *section)
{
	struct method *method = election->process.method;
	struct node *lines, *pair;

	MD_EACH(struct md_block, block, section) {
		if (md_use(block) != MD_BESIDE)
			continue;
		lines = md_block_lines(method->arena, block);
		pair = lines != NULL && lines->count == 1
		    ? bind_pair_of(method->arena, lines->first)
		    : NULL;
		if (pair == NULL ||
		    !term_is_any(pair->key, T_PROPOSAL, T_ELECT_ACCEPTED,
			T_DECISION))
			continue;
		md_take(block, true);
		bind_value(method->bind,
		    bind_find(method->bind, rows, pair->key), pair,
		    election->sheet);
	}
}

/* A term is what an end and a review are elsewhere, and nominations are what
 * questions and reactions are. */
static void
resolve(struct election *election)
{
	static struct consent_rules rules;
	struct process *process = &election->process;

	process->sheet = &election->sheet->process;
	process->chooses = true;
	process->below = below_rows;
	BIND_EACH(struct node *const, titled, &election->sheet->titled)
		read_titled(election, *titled);
	BIND_EACH(struct node *const, length, &election->sheet->lengths)
		read_length(election, *length);
	BIND_EACH(const struct bind_beside, beside,
	    &process->method->bind->beside)
		read_beside(election, beside->section);
	nomination_read(election);
	process_read(process);
	rules = *process->consent.rules;
	rules.review = rules.end = false;
	process->consent.rules = &rules;
	process->consent.clarified = process->consent.reacted = true;
	nomination_resolve(election);
	process_name(process, &election->sheet->role.incumbent);
	proposal_read(election);
	count_named(election);
	mandate_read(election);
}

static void
render(const struct election *election)
{
	const struct process *process = &election->process;
	struct method *method = process->method;
	const struct bind_yes *accepted = &election->sheet->accepted;

	if (accepted->given)
		report_pair(method->report, T_ELECT_ACCEPTED,
		    method_word(method, accepted->yes ? T_YES : T_NO));
	verdict_render(election);
	method_rules(method);
	method_section(method, T_ELECT_ROLE);
	member_render(process);
	method_section(method, T_ELECT_NOMINATIONS);
	method_section(method, T_ELECT_FACTS);
	method_section(method, T_ELECT_CHANGES);
	count_render(election);
	if (process->versions.count > 0)
		version_render(process);
	minute_render(process);
}

int
main(int argc, char **argv)
{
	struct method method = { 0 };
	struct sheet sheet = { .accepted.typed = "" };
	struct election election = { .process.method = &method,
		.sheet = &sheet };
	bool next = false;
	const struct opt opts[] = {
		{ OPT_TEXT, 'r', "ruleset", &election.process.ruleset,
		    T_ARG_RULESET, T_HELP_RULESET },
		{ OPT_FLAG, 'n', "next", &next, T_NONE, T_HELP_NEXT },
		OPT_ANONYMOUS(&method.anonymous),
		OPT_ROWS_END,
	};

	method_open(&method, argc, argv, &tool, opts, &sheet);
	resolve(&election);
	if (next)
		process_drop_others(&election.process);
	if (method_ready(&method)) {
		verdict_judge(&election);
		if (next) {
			verdict_render_next(&election);
		} else {
			election_find(&election);
			render(&election);
		}
	}
	return method_close(&method, !election.process.outcome.adopted);
}
