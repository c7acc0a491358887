/*
 * cef: the Condorcet Election Format: parameters "#/Candidates: A ; B", and votes
 * "tags || A > B = C ^weight * times".
 */
#include <string.h>

#include "base/arena.h"
#include "field.h"
#include "text/uni.h"

struct cef {
	struct field *field;
	bool listed; /* all candidates, by a parameter */
	bool weighs; /* weights count */
};

bool
cef_is(const struct source *source, struct arena *arena)
{
	const char *line = "#", *behind;
	long number;

	for (size_t i = 1; strchr("#", *line) && i <= source->line_count; i++) {
		line = uni_line(arena, source_text(arena, source, i));
		if (strncmp(line, "#/", 2) == 0)
			return true;
	}
	behind = line;
	return strchr(line, '>') != NULL && strpbrk(line, ":,;\"") == NULL &&
	    !(field_number(&behind, &number) &&
		*uni_skip_blanks(behind) == '*');
}

static const char *
piece(const struct cef *cef, const char *from, const char *end)
{
	return field_piece(cef->field, from, (size_t)(end - from));
}

/* The option of a name, which may be new; NULL after a fault. */
static const size_t *
find(struct cef *cef, const char *name, bool may_be_new)
{
	const size_t *option = field_named(cef->field, name);

	if (option == NULL && *name != '\0' && may_be_new)
		option = field_name(cef->field, name, name);
	if (option == NULL)
		field_fault(cef->field, M_IMPORT_NO_CANDIDATE, name);
	return option;
}

static void
read_candidates(struct cef *cef, const char *at)
{
	const char *end;

	for (; *at != '\0'; at = end + (*end != '\0')) {
		end = at + strcspn(at, ";");
		if (find(cef, piece(cef, at, end), true) == NULL)
			return;
	}
	cef->listed = true;
}

static bool
is_true(const struct import *import, const char *value)
{
	return strcmp(uni_fold(import->arena, value), "true") == 0;
}

/* A parameter, whose name is in any case; those that no vote needs pass. */
static void
read_parameter(struct cef *cef, const char *line)
{
	struct import *import = cef->field->import;
	const char *colon = strchr(line, ':'), *name, *value;

	if (colon == NULL)
		return;
	name = uni_fold(import->arena, piece(cef, line, colon));
	value = uni_skip_blanks(colon + 1);
	if (strcmp(name, "candidates") == 0)
		read_candidates(cef, value);
	else if (strcmp(name, "number of seats") == 0)
		field_set(cef->field, &import->seats, value);
	else if (strcmp(name, "weight allowed") == 0)
		cef->weighs = is_true(import, value);
	else if (strcmp(name, "implicit ranking") == 0 &&
	    !is_true(import, value))
		import->unranked = T_RANK_NO_OPINION;
}

/* Takes "* 42" or "^ 3" off the end of a vote; false after a fault. */
static bool
take_number(struct cef *cef, char *vote, char mark, long *number)
{
	char *at = strrchr(vote, mark);
	const char *text;

	*number = 1;
	if (at == NULL)
		return true;
	text = uni_skip_blanks(at + 1);
	if (!field_number(&text, number) || *uni_skip_blanks(text) != '\0')
		return field_fault(cef->field, M_IMPORT_FIELD, vote);
	*at = '\0';
	return true;
}

static void
read_vote(struct cef *cef, const char *line)
{
	struct field *field = cef->field;
	const char *tags = strstr(line, "||"), *at, *end;
	char *vote = arena_string(field->import->arena, tags ? tags + 2 : line);
	long times, weight, rank = 1;
	const size_t *option;

	vote[strcspn(vote, "#")] = '\0';
	if (!take_number(cef, vote, '*', &times) ||
	    !take_number(cef, vote, '^', &weight))
		return;
	at = piece(cef, vote, vote + strlen(vote));
	if (strcmp(at, "/EMPTY_RANKING/") == 0)
		at = "";
	for (; *at != '\0'; at = end + (*end != '\0')) {
		end = at + strcspn(at, ">=");
		option = find(cef, piece(cef, at, end), !cef->listed);
		if (option == NULL)
			return;
		field_put(field, *option, rank);
		rank += *end == '>';
	}
	field_ballot(field, cef->weighs ? times * weight : times);
}

void
cef_read(struct field *field)
{
	struct cef cef = { .field = field };
	const char *line;

	if (!field_begin(field, AS_RANKS))
		return;
	while ((line = field_line(field)) != NULL) {
		if (strncmp(line, "#/", 2) == 0)
			read_parameter(&cef, line + 2);
		else if (*line != '#')
			read_vote(&cef, line);
	}
}
