/*
 * settings: rule set, quorum, absentees, date, what was declared.
 */
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "sheet.h"
#include "source/md.h"
#include "text/uni.h"
#include "value/number.h"
#include "value/period.h"

const enum term sheet_rulesets[CONSENT_RULESETS + 1] = { T_RULESET_S3,
	T_RULESET_SOCIOCRACY, T_RULESET_HOLACRACY, T_RULESET_GPC, T_NONE };

/* In the order of enum consent_decision, from its second on. */
const enum term sheet_decisions[] = { T_DECLARED_ADOPTED, T_DECLARED_NOT,
	T_DECLARED_DEFERRED, T_DECLARED_WITHDRAWN, T_DECLARED_BLOCKED, T_NONE };

static struct arena *
arena_of(const struct sheet *sheet)
{
	return sheet->bind->doc->arena;
}

static void
read_ruleset(struct sheet *sheet, const struct options *options)
{
	enum term term = sheet->ruleset_choice.term;
	size_t i;

	if (options->ruleset != NULL) {
		term = term_find(options->ruleset, sheet_rulesets,
		    CONSENT_RULESETS, NULL);
		if (term == T_NONE)
			err_die("--ruleset: '%s' is none of s3, sociocracy, "
				"holacracy, gpc",
			    options->ruleset);
		sheet->ruleset_choice.given = true;
	}
	for (i = 0; i < CONSENT_RULESETS; i++)
		if (sheet_rulesets[i] == term)
			sheet->ruleset = (enum consent_ruleset)i;
}

/* "présumé", "délai 48", "48 h", "suspendu", "sans effet" */
static void
read_absentees(struct sheet *sheet)
{
	static const enum term policies[] = { T_ABSENT_PRESUMED, T_ABSENT_DELAY,
		T_ABSENT_SUSPENDED, T_ABSENT_NO_EFFECT, T_NONE };
	const char *text =
	    md_plain(arena_of(sheet), sheet->absentees_text.text);
	size_t digits = strcspn(text, "0123456789"), n, i;
	enum term term;

	if (*text == '\0')
		return;
	n = strspn(text + digits, "0123456789");
	term = bind_choice(sheet->bind, policies,
	    uni_line(arena_of(sheet),
		arena_copy(arena_of(sheet), text,
		    digits - (digits > 0 && text[digits - 1] == ':'))));
	if (n > 0 && n <= 4 && (digits == 0 || term == T_ABSENT_DELAY)) {
		sheet->absentees = CONSENT_DELAY;
		sheet->delay = arena_copy(arena_of(sheet), text + digits, n);
		return;
	}
	for (i = 0; policies[i] != term; i++)
		continue;
	if (term == T_NONE || term == T_ABSENT_DELAY || n > 0)
		bind_fault(sheet->bind, sheet->absentees_text.pos,
		    M_CONSENT_NOT_ABSENTEES, text);
	else
		sheet->absentees = (enum consent_absentees)(i + 1);
}

/* A number of members, or a share of them, rounded up. */
static void
read_quorum(struct sheet *sheet)
{
	struct arena *arena = arena_of(sheet);
	const char *text = md_plain(arena, sheet->quorum_text.text);
	size_t length = strlen(text);
	bool share = length > 0 && text[length - 1] == '%';
	int64_t value, members = (int64_t)sheet->members.count;

	if (*text == '\0')
		return;
	if (!number_read(uni_line(arena,
			     arena_copy(arena, text, length - share)),
		&value) ||
	    value < 0 || (share ? value > 100000 : value % 1000 != 0)) {
		bind_fault(sheet->bind, sheet->quorum_text.pos,
		    M_CONSENT_NOT_A_QUORUM, text);
		return;
	}
	sheet->quorum =
	    (size_t)(share ? (value * members + 99999) / 100000 : value / 1000);
}

static bool
is_needed(const struct sheet *sheet)
{
	return sheet->follow_up.review.given || sheet->follow_up.end.given;
}

/* The date under the title, where the review is compared with it. */
static void
read_date(struct sheet *sheet)
{
	const struct bind_pair *pairs = sheet->bind->pairs.at;
	const char *text;
	size_t i;

	for (i = 0; i < sheet->bind->pairs.count; i++) {
		if (pairs[i].term != T_DATE)
			continue;
		text = md_plain(arena_of(sheet),
		    bind_text(sheet->bind, pairs[i].node));
		sheet->date.pos = pairs[i].node->pos;
		sheet->date.given = date_read(text, &sheet->date.date);
		if (!sheet->date.given && *text != '\0' && is_needed(sheet))
			bind_fault(sheet->bind, pairs[i].node->pos,
			    M_NOT_A_DATE, text);
	}
}

/* "Adoptée", "Adoptée à l'unanimité": the first words tell. */
static enum term
find_decision(struct sheet *sheet, const char *text)
{
	struct arena *arena = arena_of(sheet);
	size_t length = strlen(text);
	enum term term = T_NONE;

	while (length > 0 && strchr(".! ", text[length - 1]) != NULL)
		length--;
	while (length > 0 && term == T_NONE) {
		term = bind_choice(sheet->bind, sheet_decisions,
		    arena_copy(arena, text, length));
		while (length > 0 && strchr(" ,:;(", text[length - 1]) == NULL)
			length--;
		while (length > 0 && strchr(" ,:;(", text[length - 1]) != NULL)
			length--;
	}
	return term;
}

static void
declare(struct sheet *sheet, const char *text, struct pos pos)
{
	const char *plain = md_plain(arena_of(sheet), text);
	enum term term;
	size_t i;

	if (*plain == '\0')
		return;
	term = find_decision(sheet, plain);
	if (term == T_NONE) {
		bind_fault(sheet->bind, pos, M_CONSENT_NOT_DECLARED, plain);
		return;
	}
	if (sheet->declared.given && strcmp(sheet->declared.text, text) != 0)
		bind_fault(sheet->bind, pos, M_CONFLICT,
		    term_name(T_DECISION, sheet->bind->doc->lang), text,
		    sheet->declared.text,
		    bind_place(sheet->bind, sheet->declared.pos));
	sheet->declared = (struct bind_text){ text, pos, true };
	for (i = 0; sheet_decisions[i] != term; i++)
		continue;
	sheet->decision = (enum consent_decision)(i + 1);
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
read_decision(struct sheet *sheet, const struct node *node)
{
	static const struct bind_row declared = { BIND_TEXT, T_DECLARED, 0 };
	const struct bind_row *row;
	const struct node *child = find_child(node, T_DECLARED);
	bool own = find_child(node, T_STATE) != NULL;

	if (child != NULL)
		declare(sheet, bind_text(sheet->bind, child), child->pos);
	else if (!own)
		declare(sheet, bind_text(sheet->bind, node), node->pos);
	for (child = node->first; child != NULL && !own; child = child->next) {
		if (*child->key == '\0') {
			declare(sheet, bind_text(sheet->bind, child),
			    child->pos);
			continue;
		}
		row = bind_find(sheet->bind, sheet_follow_rows, child->key);
		if (row != NULL)
			bind_value(sheet->bind, row, child, &sheet->follow_up);
		else if (bind_find(sheet->bind,
			     (const struct bind_row[]){ declared,
				 { BIND_END } },
			     child->key) == NULL)
			bind_unknown(sheet->bind, sheet_follow_rows, child);
	}
}

void
settings_read(struct sheet *sheet, const struct options *options)
{
	struct node *const *nodes = sheet->decision_nodes.at;
	size_t i;

	sheet->declared.text = "";
	read_ruleset(sheet, options);
	read_absentees(sheet);
	read_quorum(sheet);
	for (i = 0; i < sheet->decision_nodes.count; i++)
		read_decision(sheet, nodes[i]);
	read_date(sheet);
}
