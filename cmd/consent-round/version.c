/*
 * version: the versions of a proposal, from a text, from keys or headings.
 */
#include <string.h>

#include "base/arena.h"
#include "report/change.h"
#include "sheet.h"
#include "source/md.h"

enum { MAX_DIGITS = 4 };

/* The number at *at, which moves behind it; 0 where there is none. */
static size_t
read_number(const char **at)
{
	size_t number = 0, n = strspn(*at, "0123456789"), i;

	if (n == 0 || n > MAX_DIGITS)
		return 0;
	for (i = 0; i < n; i++)
		number = number * 10 + (size_t)((*at)[i] - '0');
	*at += n;
	return number;
}

/* Whether the words before a number name a term, with a mark behind or not. */
static bool
names_term(const char *text, size_t length, enum term term)
{
	char words[64];

	for (;;)
		if (length > 0 && strchr(" (:,-", text[length - 1]) != NULL)
			length--;
		else if (length > 3 && strncmp(text + length - 3, "—", 3) == 0)
			length -= 3;
		else if (length > 2 && strncmp(text + length - 2, "°", 2) == 0)
			length -= length > 3 && text[length - 3] == 'n' ? 3 : 2;
		else
			break;
	if (length >= sizeof(words))
		return false;
	memcpy(words, text, length);
	words[length] = '\0';
	return term_find(words, &term, 1, NULL) != T_NONE;
}

/* "Deuxième tour", "second round": the same in a word. */
static bool
ordinal_word(const char *text, enum term term, size_t *number)
{
	static const enum term words[] = { T_FIRST, T_SECOND, T_THIRD,
		T_FOURTH };
	struct arena *arena = arena_new();
	size_t n = strcspn(text, " "), i;
	const char *word = arena_copy(arena, text, n);

	for (i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (term_find(word, &words[i], 1, NULL) != T_NONE)
			break;
	arena_free(arena);
	*number = i + 1;
	return i < sizeof(words) / sizeof(*words) && text[n] == ' ' &&
	    names_term(text + n + 1, strlen(text + n + 1), term);
}

/* "2e tour", "2nd round": the number in front of a term. */
static bool
ordinal(const char *text, enum term term, size_t *number)
{
	static const char *const endings[] = { "e ", "ème ", "eme ", "è ",
		"er ", "nd ", "nde ", "st ", "rd ", "th ", "° " };
	const char *at = text;
	size_t i;

	*number = read_number(&at);
	for (i = 0; i < sizeof(endings) / sizeof(endings[0]); i++)
		if (strncmp(at, endings[i], strlen(endings[i])) == 0)
			break;
	if (*number == 0 || i == sizeof(endings) / sizeof(endings[0]))
		return false;
	at += strlen(endings[i]);
	return names_term(at, strcspn(at, "0123456789"), term);
}

bool
version_number(const char *text, enum term term, size_t *number,
    size_t *version)
{
	size_t n = strcspn(text, "0123456789");
	const char *at = text + n;

	*version = 0;
	if (*at == '\0' && ordinal_word(text, term, number))
		return true;
	*number = read_number(&at);
	if (n == 0 && ordinal(text, term, number))
		at += strcspn(at, "0123456789");
	else if (*number == 0 || !names_term(text, n, term))
		return false;
	at += strcspn(at, "0123456789");
	*version = read_number(&at);
	return true;
}

/* "v2", "version 2", "2" */
static size_t
version_of(const char *text)
{
	size_t number, version;
	const char *at = text;

	if (version_number(text, T_VERSIONS, &number, &version))
		return number;
	number = read_number(&at);
	return *at == '\0' ? number : 0;
}

/* "Proposition v2", "Proposition (version 2)" */
static size_t
version_in_heading(const char *heading)
{
	size_t n = strcspn(heading, "0123456789"), word = n, number;
	const char *at = heading + n;

	number = read_number(&at);
	while (word > 0 && heading[word - 1] == ' ')
		word--;
	while (word > 0 && strchr(" (", heading[word - 1]) == NULL)
		word--;
	return names_term(heading + word, n - word, T_VERSIONS) &&
		names_term(heading, word, T_PROPOSAL)
	    ? number
	    : 0;
}

/* "Amended proposal", the version after the last one. */
static bool
is_amended(const char *key)
{
	static const enum term amended[] = { T_AMENDED_PROPOSAL };

	return *key != '\0' && term_find(key, amended, 1, NULL) != T_NONE;
}

bool
version_claims(const struct node *section)
{
	return version_in_heading(section->key) > 0 || is_amended(section->key);
}

static void
add(struct process *process, size_t number, const char *prose, struct pos pos)
{
	struct version *versions = process->versions.at;
	size_t count = process->versions.count, i;

	for (i = 0; i < count && versions[i].number != number; i++)
		continue;
	if (*prose == '\0' ||
	    (i < count && strcmp(versions[i].prose, prose) == 0))
		return;
	if (i < count) {
		bind_fault(process->bind, pos, M_CONSENT_TWICE,
		    arena_format(process->arena, "v%zu", number),
		    bind_place(process->bind, versions[i].pos));
		return;
	}
	if (number < process->consent.newest)
		bind_fault(process->bind, pos, M_CONSENT_OUT_OF_ORDER,
		    arena_format(process->arena, "v%zu", number),
		    arena_format(process->arena, "v%zu",
			process->consent.newest));
	process->consent.newest = number;
	*(struct version *)bind_append(process->bind, &process->versions,
	    sizeof(*versions)) = (struct version){ number, prose, pos };
}

bool
version_amended(struct process *process, const char *key, const char *text,
    struct pos pos, bool put)
{
	if (is_amended(key) && put)
		add(process, process->consent.newest + 1,
		    md_prose(process->arena, text), pos);
	return is_amended(key);
}

size_t
version_above(const struct process *process, struct pos pos)
{
	const struct version *version = process->versions.at;
	const struct pos first = round_at(process, 0)->pos;
	size_t above = 0, i;

	for (i = 0; i < process->versions.count; i++) {
		if (version[i].pos.file != first.file ||
		    (i == 1 && version[i].pos.line < first.line))
			return 0;
		if (version[i].pos.line < pos.line)
			above = version[i].number;
	}
	return above;
}

/* The number of a version that a child of a proposal is; 0: it is none. */
static size_t
version_at(const struct node *node, const struct node *child)
{
	return *child->key != '\0' && child->level >= (node->level > 0) &&
		(*child->whole == '\0' || child->level > 0)
	    ? version_of(child->key)
	    : 0;
}

/* A proposal, whole or in versions; text beside these is nobody's. */
static void
read_node(struct process *process, const struct node *node)
{
	static const enum term versions[] = { T_VERSIONS };
	size_t number = version_in_heading(node->key);
	const struct node *child = node->first;

	if (child != NULL && node->level == 0 && node->count == 1 &&
	    term_find(child->key, versions, 1, NULL) != T_NONE &&
	    child->first != NULL)
		node = child;
	for (child = node->first; child != NULL; child = child->next)
		if (version_at(node, child) > 0)
			break;
	if (is_amended(node->key))
		number = process->consent.newest + 1;
	if (child == NULL) {
		add(process, number ? number : 1,
		    bind_prose(process->bind, number > 0 ? T_NONE : T_PROPOSAL,
			node),
		    node->pos);
		return;
	}
	if (node->level > 0 &&
	    *md_section_prose(process->arena, node, true) != '\0')
		bind_fault(process->bind, node->pos, M_CONSENT_STRAY_TEXT);
	for (child = node->first; child != NULL; child = child->next) {
		number = *child->key != '\0' ? version_of(child->key) : 0;
		if (child->level < (node->level > 0))
			continue;
		if (number == 0)
			bind_fault(process->bind, child->key_pos,
			    M_CONSENT_NOT_A_VERSION, child->key);
		else
			add(process, number,
			    bind_prose(process->bind, T_NONE, child),
			    child->pos);
	}
}

/* Where no proposal is given: what a vote, else a wall, selected first. */
static void
read_selected(struct process *process)
{
	const struct selected *first = process->sheet->voted.count > 0
	    ? process->sheet->voted.at
	    : process->sheet->chosen.at;
	size_t i;

	for (i = 0; first != NULL && i < SELECTED_TEXTS; i++)
		if (*first->texts[i].text != '\0') {
			add(process, 1,
			    md_prose(process->arena, first->texts[i].text),
			    first->texts[i].pos);
			return;
		}
}

void
version_read(struct process *process)
{
	const struct bind_list *nodes = &process->sheet->proposals;
	const struct doc *doc = process->bind->doc;
	size_t i;

	for (i = 0; i < nodes->count; i++)
		read_node(process, ((struct node *const *)nodes->at)[i]);
	if (process->versions.count == 0)
		read_selected(process);
	if (process->versions.count == 0 && nodes->count == 0 &&
	    doc->part_count > 0)
		bind_fault(process->bind,
		    ((struct pos){ doc->parts[0].root->pos.file, 0, 0 }),
		    M_MISSING_KEY, method_word(process->method, T_PROPOSAL));
}

size_t
version_find(struct process *process, const char *text, struct pos pos)
{
	const char *plain = md_plain(process->arena, text);
	const struct version *version = process->versions.at;
	size_t number = version_of(plain), i;

	for (i = 0; i < process->versions.count; i++)
		if (version[i].number == number)
			return number;
	bind_fault(process->bind, pos,
	    number == 0 ? M_CONSENT_NOT_A_VERSION : M_CONSENT_NO_SUCH_VERSION,
	    plain);
	return 0;
}

void
version_render(const struct process *process)
{
	struct report *report = process->method->report;
	const struct version *version = process->versions.at;
	size_t i;

	report_section(report, T_PROPOSAL);
	for (i = 0; i < process->versions.count; i++, version++) {
		if (process->versions.count > 1 || version->number > 1)
			report_part(report,
			    arena_format(process->arena, "%s %zu",
				method_word(process->method, T_VERSION_ONE),
				version->number));
		report_prose(report, version->prose);
	}
}

void
version_render_changes(const struct process *process)
{
	struct method *method = process->method;
	const struct version *version = process->versions.at;
	size_t i;

	if (process->versions.count > 1)
		report_section(method->report, T_DIFFERENCES);
	for (i = 1; i < process->versions.count; i++) {
		report_part(method->report,
		    method_text(method, M_CONSENT_FROM_TO,
			process_number(process, version[i - 1].number),
			process_number(process, version[i].number)));
		change_write(method->report, version[i - 1].prose,
		    version[i].prose);
	}
}
