/*
 * setting: rule set, absentees, quorum.
 */
#include <string.h>

#include "consent/process_inner.h"
#include "text/speak.h"

const enum term setting_rulesets[CONSENT_RULESETS + 1] = { T_RULESET_S3,
	T_RULESET_SOCIOCRACY, T_RULESET_HOLACRACY, T_RULESET_GPC, T_NONE };

static void
read_ruleset(struct process *process)
{
	const char *option = process->ruleset;
	struct bind_choice *ruleset = &process->sheet->ruleset;

	if (option != NULL) {
		ruleset->term =
		    term_find(option, setting_rulesets, CONSENT_RULESETS, NULL);
		if (ruleset->term == T_NONE)
			speak_die(M_OPT_CHOICE, "ruleset", option,
			    "s3, sociocracy, holacracy, gpc");
		ruleset->given = true;
	}
	if (ruleset->term == T_NONE)
		ruleset->term = T_RULESET_S3;
	process->consent.rules = consent_rules;
	while (process->consent.rules->name != ruleset->term)
		process->consent.rules++;
}

const enum term setting_policies[] = { T_ABSENT_PRESUMED, T_ABSENT_DELAY,
	T_ABSENT_SUSPENDED, T_ABSENT_NO_EFFECT, T_NONE };

/* "présumé", "délai 48", "48 h", "suspendu", "sans effet" */
static void
read_absentees(struct process *process)
{
	struct bind_text *absentees = &process->sheet->absentees;
	const char *text = md_plain(process->arena, absentees->text);
	size_t digits = strcspn(text, "0123456789");
	size_t n = strspn(text + digits, "0123456789");
	enum term term = bind_choice(process->bind, setting_policies,
	    arena_copy(process->arena, text, digits));

	if (*text == '\0')
		return;
	if (digits == 0)
		term = T_ABSENT_DELAY;
	if (term == T_NONE || n > 4 || (term == T_ABSENT_DELAY) != (n > 0)) {
		bind_fault(process->bind, absentees->pos,
		    M_CONSENT_NOT_ABSENTEES, text);
		return;
	}
	process->consent.absentees = term;
	process->delay = arena_copy(process->arena, text + digits, n);
	absentees->text = process_word(process, term);
	if (n > 0)
		absentees->text =
		    arena_format(process->arena, "%s %s %s", absentees->text,
			process->delay, process_word(process, T_HOURS));
}

void
setting_read(struct process *process)
{
	const struct bind_share *quorum = &process->sheet->quorum;

	read_ruleset(process);
	read_absentees(process);
	process->consent.quorum = (size_t)(quorum->share.whole > 0
		? share_least(&quorum->share, process->sheet->members.count)
		: quorum->count);
}
