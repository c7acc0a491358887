/*
 * setting: rule set, absentees, quorum, date, what was declared.
 */
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "sheet.h"
#include "source/md.h"
#include "text/dress.h"
#include "text/uni.h"
#include "value/share.h"

const enum term setting_rulesets[CONSENT_RULESETS + 1] = { T_RULESET_S3,
	T_RULESET_SOCIOCRACY, T_RULESET_HOLACRACY, T_RULESET_GPC, T_NONE };

static const enum term decisions[] = { T_DECLARED_ADOPTED, T_DECLARED_NOT,
	T_DECLARED_DEFERRED, T_DECLARED_WITHDRAWN, T_DECLARED_BLOCKED, T_NONE };

static void
read_ruleset(struct process *process, const char *option)
{
	struct bind_choice *ruleset = &process->sheet->ruleset;

	if (option != NULL) {
		ruleset->term =
		    term_find(option, setting_rulesets, CONSENT_RULESETS, NULL);
		if (ruleset->term == T_NONE)
			err_die("--ruleset: '%s' is none of s3, sociocracy, "
				"holacracy, gpc",
			    option);
		ruleset->given = true;
	}
	if (ruleset->term == T_NONE)
		ruleset->term = T_RULESET_S3;
	process->consent.rules = consent_rules;
	while (process->consent.rules->name != ruleset->term)
		process->consent.rules++;
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
		process->consent.absentees = T_ABSENT_DELAY;
		process->delay = arena_copy(process->arena, text + digits, n);
		absentees->text = arena_format(process->arena, "%s %s %s",
		    method_word(process->method, T_ABSENT_DELAY),
		    process->delay, method_word(process->method, T_HOURS));
	} else if (term == T_NONE || term == T_ABSENT_DELAY || n > 0) {
		bind_fault(process->bind, absentees->pos,
		    M_CONSENT_NOT_ABSENTEES, text);
	} else {
		process->consent.absentees = term;
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

static void
read_date(struct process *process)
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

/* "La proposition est adoptée": what is said of it. */
static const char *
skip_proposal(struct arena *arena, const char *plain)
{
	static const enum term skipped[] = { T_THE_PROPOSAL };
	const char *at = plain;

	while ((at = strchr(at, ' ')) != NULL) {
		if (term_find(arena_copy(arena, plain, (size_t)(at - plain)),
			skipped, 1, NULL) != T_NONE)
			plain = at + 1;
		at++;
	}
	return plain;
}

/* "Adoptée", "Adoptée à l'unanimité": the first words tell. */
static enum term
find_decision(struct process *process, const char *text)
{
	const char *plain = skip_proposal(process->arena,
	    dress_off(process->arena, md_plain(process->arena, text)));
	size_t length = strlen(plain);
	enum term term = T_NONE;

	while (length > 0 && term == T_NONE) {
		while (length > 0 && strchr(" ,:;(.!", plain[length - 1]))
			length--;
		term = bind_choice(process->bind, decisions,
		    arena_copy(process->arena, plain, length));
		while (length > 0 && !strchr(" ,:;(", plain[length - 1]))
			length--;
	}
	return term;
}

bool
setting_is_decision(struct process *process, const char *text)
{
	return find_decision(process, text) != T_NONE;
}

static bool
is_of(const struct node *node, enum term key)
{
	return *node->key != '\0' && node->level == 0 &&
	    term_find(node->key, &key, 1, NULL) != T_NONE;
}

/* Whether a decision is the tool's own, which tells its state. */
static bool
is_own(const struct node *decision)
{
	const struct node *child = decision->first;

	while (child != NULL && !is_of(child, T_STATE))
		child = child->next;
	return child != NULL;
}

/* Whether a part of the tool's own decision was told to it. */
static bool
is_told(struct process *process, const struct node *part)
{
	return is_of(part, T_DECLARED) ||
	    (part->level == 0 && !is_of(part, T_STATE) &&
		bind_find(process->bind, follow_rows, part->key) == NULL);
}

/* Takes the paragraphs of a section; into: their lines, as items of it. */
static void
take_lines(struct process *process, const struct node *section,
    struct node *into)
{
	struct md_block *block = section->blocks;
	struct node *lines, *line, *next;

	for (; block != NULL; block = (struct md_block *)md_next(block)) {
		lines = md_use(block) == MD_BESIDE || md_use(block) == MD_TEXT
		    ? md_block_lines(process->arena, block)
		    : NULL;
		if (md_use(block) == MD_BESIDE || md_use(block) == MD_TEXT)
			md_take(block, lines != NULL);
		if (lines == NULL)
			continue;
		for (line = lines->first; line != NULL; line = next) {
			next = line->next;
			line->next = NULL;
			if (into != NULL)
				node_append(into, line);
		}
	}
}

/* Takes the text adopted, in the tool's own decision. */
static void
take_all(const struct node *section)
{
	struct md_block *block = section->blocks;

	for (; block != NULL; block = (struct md_block *)md_next(block))
		if (md_use(block) == MD_BESIDE || md_use(block) == MD_TEXT)
			md_take(block, true);
}

void
setting_declare(struct process *process, struct node *decision)
{
	const struct bind_row row = { BIND_MAP, T_DECISION, 0,
		.rows = decision_rows };
	const char *gloss =
	    term_gloss(process->arena, decision->key, T_DECISION);
	struct node *told = node_again(process->arena, decision);
	const struct node *child;
	bool own = is_own(decision);

	told->first = told->last = NULL;
	told->count = 0;
	if (*gloss != '\0')
		node_append(told,
		    node_text(process->arena, gloss, decision->key_pos));
	decision->key = term_name(T_DECISION, LANG_EN);
	take_lines(process, decision, own ? NULL : told);
	if (told->count > 0)
		told->text = ""; /* it is the lines */
	for (child = decision->first; child != NULL; child = child->next) {
		if (own && child->level > 0)
			take_all(child);
		if (!own || is_told(process, child))
			node_append(told, node_again(process->arena, child));
	}
	bind_value(process->bind, &row, told, process->sheet);
}

/* What was declared, in the first of its words that is a decision; another one
 * beside it is a fault. */
static void
settle_declared(struct process *process)
{
	const struct bind_text *declared = &process->sheet->declared;
	enum term term = find_decision(process, declared->text), other;
	const char *text;

	if (declared->more != NULL)
		BIND_EACH(struct node *const, more, &declared->more->below) {
			text = bind_text(process->bind, *more);
			other = find_decision(process, text);
			if (term == T_NONE)
				term = other;
			else if (other != T_NONE && other != term)
				bind_fault(process->bind, (*more)->pos,
				    M_CONFLICT,
				    method_word(process->method, T_DECISION),
				    text, declared->text,
				    bind_place(process->bind, declared->pos));
		}
	if (term == T_NONE && *declared->text != '\0')
		bind_finding(process->bind, declared->pos,
		    M_CONSENT_NOT_DECLARED,
		    md_plain(process->arena, declared->text));
	process->consent.declared = term;
}

void
setting_read(struct process *process, const char *ruleset)
{
	const struct bind_share *quorum = &process->sheet->quorum;

	read_ruleset(process, ruleset);
	read_absentees(process);
	process->consent.quorum = (size_t)(quorum->share.whole > 0
		? share_least(&quorum->share, process->sheet->members.count)
		: quorum->count);
	BIND_EACH(struct node *const, decision, &process->sheet->decisions)
		setting_declare(process, *decision);
	if (process->sheet->driver.agreed.given)
		process->consent.driver = process->sheet->driver.agreed.yes
		    ? CONSENT_AGREED
		    : CONSENT_REFUSED;
}

void
setting_settle(struct process *process)
{
	settle_declared(process);
	read_date(process);
}

const char *
setting_declared(const struct process *process)
{
	const char *text = process->sheet->declared.text;
	enum term term = term_find(text, decisions,
	    sizeof(decisions) / sizeof(decisions[0]) - 1, NULL);

	return term != T_NONE ? method_word(process->method, term) : text;
}
