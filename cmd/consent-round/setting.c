/*
 * setting: rule set, absentees, quorum, date, what was declared.
 */
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "sheet.h"
#include "source/md.h"
#include "text/uni.h"
#include "value/number.h"
#include "value/share.h"

const enum term sheet_rulesets[CONSENT_RULESETS + 1] = { T_RULESET_S3,
	T_RULESET_SOCIOCRACY, T_RULESET_HOLACRACY, T_RULESET_GPC, T_NONE };

static const enum term decisions[] = { T_DECLARED_ADOPTED, T_DECLARED_NOT,
	T_DECLARED_DEFERRED, T_DECLARED_WITHDRAWN, T_DECLARED_BLOCKED, T_NONE };

static void
read_ruleset(struct process *process, const char *option)
{
	struct bind_choice *ruleset = &process->sheet->ruleset;

	if (option != NULL) {
		ruleset->term =
		    term_find(option, sheet_rulesets, CONSENT_RULESETS, NULL);
		if (ruleset->term == T_NONE)
			err_die("--ruleset: '%s' is none of s3, sociocracy, "
				"holacracy, gpc",
			    option);
		ruleset->given = true;
	}
	if (ruleset->term == T_NONE)
		ruleset->term = T_RULESET_S3;
	while (sheet_rulesets[process->consent.ruleset] != ruleset->term)
		process->consent.ruleset++;
}

static const enum term policies[] = { T_ABSENT_PRESUMED, T_ABSENT_DELAY,
	T_ABSENT_SUSPENDED, T_ABSENT_NO_EFFECT, T_NONE };

/* "présumé", "délai 48", "48 h", "suspendu", "sans effet" */
static void
read_absentees(struct process *process)
{
	struct bind_text *absentees = &process->sheet->absentees;
	const char *text = md_plain(process->arena, absentees->text);
	size_t digits = strcspn(text, "0123456789"), n;
	enum term term;

	if (*text == '\0')
		return;
	n = strspn(text + digits, "0123456789");
	term = bind_choice(process->bind, policies,
	    uni_line(process->arena,
		arena_copy(process->arena, text,
		    digits - (digits > 0 && text[digits - 1] == ':'))));
	if (n > 0 && n <= 4 && (digits == 0 || term == T_ABSENT_DELAY)) {
		process->consent.absentees = CONSENT_DELAY;
		process->delay = arena_copy(process->arena, text + digits, n);
		absentees->text = arena_format(process->arena, "%s %s %s",
		    method_word(process->method, T_ABSENT_DELAY),
		    process->delay, method_word(process->method, T_HOURS));
	} else if (term == T_NONE || term == T_ABSENT_DELAY || n > 0) {
		bind_fault(process->bind, absentees->pos,
		    M_CONSENT_NOT_ABSENTEES, text);
	} else {
		process->consent.absentees = (enum consent_absentees)term;
		absentees->text = method_word(process->method, term);
	}
}

bool
setting_is_policy(struct process *process, const char *text)
{
	text = md_plain(process->arena, text);
	return text[strcspn(text, "0123456789")] != '\0' ||
	    bind_choice(process->bind, policies, text) != T_NONE;
}

/* A number of members, or the least number that reaches a share of them. */
static void
read_quorum(struct process *process)
{
	const struct bind_text *quorum = &process->sheet->quorum;
	const char *text = md_plain(process->arena, quorum->text);
	struct share share;
	int64_t value;

	if (*text == '\0')
		return;
	if (number_read(text, &value) && value >= 0 && value % 1000 == 0)
		process->consent.quorum = (size_t)(value / 1000);
	else if (share_reading(text, &share) == SURE_EXACT)
		process->consent.quorum =
		    (size_t)share_least(&share, process->sheet->members.count);
	else
		bind_fault(process->bind, quorum->pos, M_CONSENT_NOT_A_QUORUM,
		    text);
}

void
setting_read_date(struct process *process)
{
	const struct bind_pair *pairs = process->bind->pairs.at;
	const struct bind_row row = { BIND_DATE, T_DATE, 0, BIND_FIRST_DAY };
	const struct follow_up *follow_up = &process->sheet->follow_up;
	size_t i;

	for (i = 0; i < process->bind->pairs.count; i++)
		if (pairs[i].term == T_DATE &&
		    (follow_up->review.given || follow_up->end.given))
			bind_value(process->bind, &row, pairs[i].node,
			    &process->date);
}

/* "Adoptée", "Adoptée à l'unanimité": the first words tell. */
static enum term
find_decision(struct process *process, const char *text)
{
	size_t length = strlen(text);
	enum term term = T_NONE;

	while (length > 0 && strchr(".! ", text[length - 1]) != NULL)
		length--;
	while (length > 0 && term == T_NONE) {
		term = bind_choice(process->bind, decisions,
		    arena_copy(process->arena, text, length));
		while (length > 0 && strchr(" ,:;(", text[length - 1]) == NULL)
			length--;
		while (length > 0 && strchr(" ,:;(", text[length - 1]) != NULL)
			length--;
	}
	return term;
}

bool
setting_is_decision(struct process *process, const char *text)
{
	return find_decision(process, md_plain(process->arena, text)) != T_NONE;
}

void
setting_declare(struct process *process, const struct node *node)
{
	const char *text = bind_text(process->bind, node);
	const char *plain = md_plain(process->arena, text);
	enum term term = find_decision(process, plain);

	if (*plain == '\0')
		return;
	if (term == T_NONE) {
		bind_fault(process->bind, node->pos, M_CONSENT_NOT_DECLARED,
		    plain);
		return;
	}
	if (process->declared.given &&
	    strcmp(process->declared.text, text) != 0)
		bind_fault(process->bind, node->pos, M_CONFLICT,
		    method_word(process->method, T_DECISION), text,
		    process->declared.text,
		    bind_place(process->bind, process->declared.pos));
	process->declared = (struct bind_text){ text, node->pos, true };
	process->consent.declared = (enum consent_decision)term;
}

static const struct node *
find_child(const struct node *node, enum term key)
{
	const struct node *child;

	for (child = node->first; child != NULL; child = child->next)
		if (*child->key != '\0' && child->level == 0 &&
		    term_find(child->key, &key, 1, NULL) != T_NONE)
			return child;
	return NULL;
}

/* A decision as somebody wrote it; the tool's own says its state. */
static void
read_decision(struct process *process, const struct node *node)
{
	const struct bind_row *row;
	const struct node *declared = find_child(node, T_DECLARED), *child;

	if (declared != NULL)
		setting_declare(process, declared);
	if (find_child(node, T_STATE) != NULL)
		return;
	if (declared == NULL)
		setting_declare(process, node);
	for (child = node->first; child != NULL; child = child->next) {
		row = bind_find(process->bind, sheet_follow_rows, child->key);
		if (*child->key == '\0')
			setting_declare(process, child);
		else if (row != NULL)
			bind_value(process->bind, row, child,
			    &process->sheet->follow_up);
		else if (child != declared)
			bind_unknown(process->bind, sheet_follow_rows, child);
	}
}

void
setting_read(struct process *process, const char *ruleset)
{
	struct node *const *nodes = process->sheet->decisions.at;
	size_t i;

	read_ruleset(process, ruleset);
	read_absentees(process);
	read_quorum(process);
	for (i = 0; i < process->sheet->decisions.count; i++)
		read_decision(process, nodes[i]);
	if (process->sheet->driver.agreed.given)
		process->consent.driver = process->sheet->driver.agreed.yes
		    ? CONSENT_AGREED
		    : CONSENT_REFUSED;
}

const char *
setting_declared(const struct process *process)
{
	enum term term = term_find(process->declared.text, decisions,
	    sizeof(decisions) / sizeof(decisions[0]) - 1, NULL);

	return term != T_NONE ? method_word(process->method, term)
			      : process->declared.text;
}
