/*
 * abif: the Aggregated Ballot Information Format: names "=A:[Alice Smith]" and
 * ballots "27: A/5 > B/3 = C", with ranks, scores or both.
 */
#include <string.h>

#include "base/arena.h"
#include "field.h"
#include "text/uni.h"

/* So many lines tell the format. */
enum { SEEN = 20 };

struct abif {
	struct field *field;
	struct dict names;  /* a token to its text */
	bool ranks, scores; /* some ballot has a > or a =; a score */
};

/* Whether a line is of this format: a remark, names or ballots. */
static bool
is_line(const char *line)
{
	long number;

	return *line == '\0' || *line == '#' || *line == '{' ||
	    (*line == '=' && strchr(line, ':') != NULL) ||
	    (field_number(&line, &number) && *uni_skip_blanks(line) != '\0' &&
		strchr(":*", *uni_skip_blanks(line)) != NULL);
}

bool
abif_is(const struct source *source, struct arena *arena)
{
	const char *line = field_peek(source, arena, '#');
	bool is = *line != '\0' && strpbrk(line, ";\t") == NULL;

	for (size_t i = 1; i <= source->line_count && is && i <= SEEN; i++)
		is = is_line(uni_line(arena, source_text(arena, source, i)));
	return is && (strpbrk(line, ":*") != NULL || *line == '{');
}

/* The length of a token: "Alice", "[Alice Smith]" or "\"Alice\"". */
static size_t
token_length(const char *at)
{
	const char *end = *at == '[' ? strchr(at, ']')
	    : *at == '"'             ? strchr(at + 1, '"')
				     : NULL;

	return end != NULL ? (size_t)(end - at) + 1 : strcspn(at, ">=,/:");
}

static const char *
token(const struct abif *abif, const char *at, size_t length)
{
	bool wrapped = length > 1 && (*at == '[' || *at == '"') &&
	    (at[length - 1] == ']' || at[length - 1] == '"');

	return field_piece(abif->field, at + wrapped,
	    wrapped ? length - 2 : length);
}

/* "=A:[Alice Smith]" */
static void
read_name(struct abif *abif, const char *line)
{
	const char *at = line + 1;
	size_t length = token_length(at);
	const char *text = at + length;

	if (*text++ != ':') {
		field_fault(abif->field, M_IMPORT_FIELD, line);
		return;
	}
	text = uni_skip_blanks(text);
	dict_enter(&abif->names, token(abif, at, length))->value =
	    (void *)token(abif, text, strlen(text));
}

static size_t
option_of(struct abif *abif, const char *name)
{
	struct import *import = abif->field->import;
	struct dict_entry *entry = dict_find(&abif->names, name);
	const char *text = entry != NULL ? entry->value : name;
	struct dict_entry *known =
	    dict_find(&import->keys, uni_fold(import->arena, text));

	return known != NULL ? *(size_t *)known->value
			     : field_option(abif->field, name, text);
}

static bool
read_ballot(struct abif *abif, const char *line)
{
	struct field *field = abif->field;
	const char *at = line, *name;
	long times, rank = 1, score;
	size_t length;

	if (!is_line(line) || !field_number(&at, &times))
		return field_fault(field, M_IMPORT_FIELD, line);
	for (at = uni_skip_blanks(uni_skip_blanks(at) + 1); *at != '\0';
	     at = uni_skip_blanks(at)) {
		length = token_length(at);
		score = -1;
		name = token(abif, at, length);
		field_put(field, option_of(abif, name), rank);
		at = uni_skip_blanks(at + length);
		if (*at == '/' && !(at++, field_number(&at, &score)))
			return field_fault(field, M_IMPORT_FIELD, line);
		if (field->kind == AS_POINTS)
			field->marks[field->count - 1].value = score;
		if (field->kind == AS_POINTS && score < 0) {
			field_find(field, M_IMPORT_NO_SCORE, name);
			field->count--;
		}
		at = uni_skip_blanks(at);
		rank += *at == '>';
		if (*at != '\0' && strchr(">=,", *at++) == NULL)
			return field_fault(field, M_IMPORT_FIELD, line);
	}
	field_ballot(field, times);
	return true;
}

/* What the file holds: ranks before scores, unless scores are asked for. */
static enum as find_kind(const struct abif *abif)
{
	enum as as = abif->field->import->as;

	if (abif->scores && (!abif->ranks || as == AS_POINTS || as == AS_DOTS))
		return AS_POINTS;
	return abif->ranks ? AS_RANKS : AS_APPROVAL;
}

void
abif_read(struct field *field)
{
	struct abif abif = { .field = field,
		.names = { .arena = field->import->arena } };
	const char *line;

	while ((line = field_line(field)) != NULL) {
		if (strchr("#{=", *line) != NULL)
			continue;
		abif.ranks |= strpbrk(line, ">=") != NULL;
		abif.scores |= strchr(line, '/') != NULL;
	}
	if (!field_begin(field, find_kind(&abif)))
		return;
	field->line = 0;
	while ((line = field_line(field)) != NULL) {
		if (*line == '=')
			read_name(&abif, line);
		else if (*line != '#' && *line != '{')
			read_ballot(&abif, line);
	}
}
