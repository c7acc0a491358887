/*
 * version: the versions of a proposal, from a text, from keys or headings.
 */
#include <string.h>

#include "base/arena.h"
#include "report/change.h"
#include "sheet.h"
#include "source/md.h"

enum { MAX_DIGITS = 4 };

static const enum term foreign_texts[] = { T_POWERFUL, T_OPTIONS, T_TEXT,
	T_QUESTION };

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
	struct arena *arena = arena_new();
	char *copy;
	bool found;

	while (length > 0 && strchr(" (:,-", text[length - 1]) != NULL)
		length--;
	copy = arena_copy(arena, text, length);
	while (length > 3 && strncmp(copy + length - 3, "—", 3) == 0) {
		length -= 3;
		while (length > 0 && copy[length - 1] == ' ')
			length--;
		copy[length] = '\0';
	}
	found = term_find(copy, &term, 1, NULL) != T_NONE;
	arena_free(arena);
	return found;
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
	size_t n = strcspn(heading, "0123456789"), blank = n, number;
	const char *at = heading + n;
	size_t words;

	number = read_number(&at);
	while (blank > 0 && heading[blank - 1] == ' ')
		blank--;
	while (blank > 0 && strchr(" (", heading[blank - 1]) == NULL)
		blank--;
	for (words = blank; words > 0 && strchr(" (", heading[words - 1]);)
		words--;
	if (number == 0 || blank == 0 ||
	    !names_term(heading + blank, n - blank, T_VERSIONS) ||
	    !names_term(heading, words, T_PROPOSAL))
		return 0;
	return number;
}

bool
version_claims(const struct node *section)
{
	return version_in_heading(section->key) > 0;
}

static void
add(struct process *process, size_t number, const char *prose, struct pos pos)
{
	struct version *versions = process->versions.at, *version;
	const struct version *last;
	struct arena *arena = process->arena;
	size_t i;

	if (*prose == '\0')
		return;
	for (i = 0; i < process->versions.count; i++) {
		if (versions[i].number != number)
			continue;
		if (strcmp(versions[i].prose, prose) != 0)
			bind_fault(process->bind, pos, M_CONSENT_TWICE,
			    arena_format(arena, "v%zu", number),
			    bind_place(process->bind, versions[i].pos));
		return;
	}
	last = i > 0 ? &versions[i - 1] : NULL;
	if (last != NULL && last->number > number)
		bind_fault(process->bind, pos, M_CONSENT_OUT_OF_ORDER,
		    arena_format(arena, "v%zu", number),
		    arena_format(arena, "v%zu", last->number));
	version =
	    bind_append(process->bind, &process->versions, sizeof(*version));
	*version = (struct version){ number, prose, pos };
}

static bool
has_versions(const struct node *node)
{
	const struct node *child;

	for (child = node->first; child != NULL; child = child->next)
		if (*child->key != '\0' && child->level >= (node->level > 0) &&
		    (*child->whole == '\0' || child->level > 0) &&
		    version_of(child->key) > 0)
			return true;
	return false;
}

static void
read_versions(struct process *process, const struct node *node)
{
	const struct node *child;
	const char *own =
	    node->level > 0 ? md_section_prose(process->arena, node, true) : "";
	size_t number;

	if (*own != '\0')
		bind_fault(process->bind, node->pos, M_CONSENT_STRAY_TEXT);
	for (child = node->first; child != NULL; child = child->next) {
		if (child->level == 0 && node->level > 0)
			continue;
		number = *child->key ? version_of(child->key) : 0;
		if (number == 0)
			bind_fault(process->bind, child->key_pos,
			    M_CONSENT_NOT_A_VERSION, child->key);
		else
			add(process, number, bind_prose(process->bind, child),
			    child->pos);
	}
}

static void
read_node(struct process *process, const struct node *node)
{
	size_t number = version_in_heading(node->key);
	static const enum term versions[] = { T_VERSIONS };

	if (node->first != NULL && node->level == 0 && node->count == 1 &&
	    term_find(node->first->key, versions, 1, NULL) != T_NONE &&
	    node->first->first != NULL)
		node = node->first;
	if (has_versions(node))
		read_versions(process, node);
	else
		add(process, number ? number : 1,
		    bind_prose(process->bind, node), node->pos);
}

/* What a section of another tool selected first, as a text. */
static const struct node *
first_selected(const struct node *section)
{
	const struct node *item = section->first, *cell, *longest = NULL;
	size_t i;

	while (item != NULL && (node_is_empty(item) || item->level > 0))
		item = item->next;
	if (item == NULL || item->table == 0)
		return item;
	for (i = 0; i < sizeof(foreign_texts) / sizeof(*foreign_texts); i++)
		for (cell = item->first; cell != NULL; cell = cell->next)
			if (*cell->text != '\0' &&
			    term_find(cell->key, &foreign_texts[i], 1, NULL) !=
				T_NONE)
				return cell;
	for (cell = item->first; cell != NULL; cell = cell->next)
		if (longest == NULL ||
		    strlen(cell->text) > strlen(longest->text))
			longest = cell;
	return longest;
}

/* Where no proposal is given: what a vote, else a wall, selected first. */
static void
read_foreign(struct process *process)
{
	const struct bind_list *lists[] = { &process->sheet->voted,
		&process->sheet->chosen };
	const struct node *found = NULL;
	size_t i, j;

	for (i = 0; i < 2; i++)
		for (j = 0; j < lists[i]->count && found == NULL; j++)
			found = first_selected(
			    ((struct node *const *)lists[i]->at)[j]);
	if (found != NULL)
		add(process, 1,
		    md_prose(process->arena, bind_text(process->bind, found)),
		    found->pos);
}

void
version_read(struct process *process)
{
	const struct bind_list *nodes = &process->sheet->proposals;
	const struct doc *doc = process->bind->doc;
	const struct version *version;
	size_t i;

	for (i = 0; i < nodes->count; i++)
		read_node(process, ((struct node *const *)nodes->at)[i]);
	if (process->versions.count == 0)
		read_foreign(process);
	if (process->versions.count == 0 && nodes->count == 0 &&
	    doc->part_count > 0)
		bind_fault(process->bind,
		    ((struct pos){ doc->parts[0].root->pos.file, 0, 0 }),
		    M_MISSING_KEY, method_word(process->method, T_PROPOSAL));
	version = process->versions.at;
	for (i = 0; i < process->versions.count; i++)
		if (version[i].number > process->consent.newest)
			process->consent.newest = version[i].number;
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
