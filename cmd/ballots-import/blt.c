/*
 * blt: the files of counts by single transferable vote: how many candidates and
 * seats, who withdrew, ballots as "times 3 1=2 0", names and a title.
 */
#include <string.h>

#include "base/arena.h"
#include "field.h"
#include "text/uni.h"

/* Names come last: the ballots are gone over twice. */
struct blt {
	struct field *field;
	const char *at;
	long candidates, seats;
	bool *withdrawn;
	size_t *option; /* of each candidate */
};

bool
blt_is(const struct source *source, struct arena *arena)
{
	const char *line = field_peek(source, arena, '#');
	long number;

	if (!field_number(&line, &number) || *line++ != ' ' ||
	    !field_number(&line, &number))
		return false;
	line = uni_skip_blanks(line);
	return (*line == '\0' || *line == '#') &&
	    strstr(source->bytes, "\n0") != NULL;
}

/* The next word, in the arena, of the text; "" at its end. */
static const char *
next_word(struct blt *blt)
{
	const char *start;

	for (;;) {
		while (*blt->at == ' ' || *blt->at == '\t' || *blt->at == '\n')
			blt->field->line += *blt->at++ == '\n';
		if (*blt->at != '#')
			break;
		blt->at += strcspn(blt->at, "\n");
	}
	start = blt->at;
	blt->at += strcspn(blt->at, " \t\n");
	return arena_copy(blt->field->import->arena, start,
	    (size_t)(blt->at - start));
}

/* The next text, between quotes, or else the rest of its line. */
static const char *
next_text(struct blt *blt)
{
	const char *start, *end;

	blt->at -= strlen(next_word(blt));
	start = blt->at + (*blt->at == '"');
	end = start + strcspn(start, *blt->at == '"' ? "\"\n" : "\n");
	blt->at = end + (*end == '"');
	return field_piece(blt->field, start, (size_t)(end - start));
}

/* A candidate's number; false after a fault. */
static bool
read_candidate(struct blt *blt, const char **text, long *candidate)
{
	const char *word = *text;

	if (!field_number(text, candidate) || *candidate < 1 ||
	    *candidate > blt->candidates)
		return field_fault(blt->field, M_IMPORT_FIELD, word);
	return true;
}

/* Puts those of a word, "3" or "1=2", on one rank; false after a fault. */
static bool
put_rank(struct blt *blt, const char *word, long rank, bool keep)
{
	const char *at = word;
	long candidate;

	do {
		at += *at == '=';
		if (!read_candidate(blt, &at, &candidate))
			return false;
		if (keep && !blt->withdrawn[candidate - 1])
			field_put(blt->field, blt->option[candidate - 1], rank);
	} while (*at == '=');
	return *at == '\0' || field_fault(blt->field, M_IMPORT_FIELD, word);
}

/* A ballot behind its number, up to its 0; false after a fault. */
static bool
read_ballot(struct blt *blt, long times, bool keep)
{
	const char *word;
	long rank = 0;

	while (strcmp(word = next_word(blt), "0") != 0)
		if (strcmp(word, "-") != 0 &&
		    !put_rank(blt, word, ++rank, keep))
			return false;
	if (keep)
		field_ballot(blt->field, times);
	return true;
}

/* All ballots, and before them who withdrew. */
static bool
read_ballots(struct blt *blt, bool keep)
{
	const char *word, *at;
	long number;

	for (;;) {
		at = word = next_word(blt);
		if (*word == '(') /* which paper it is */
			continue;
		if (*at == '-') {
			at++;
			if (!read_candidate(blt, &at, &number))
				return false;
			blt->withdrawn[number - 1] = true;
			continue;
		}
		if (!field_number(&at, &number) || *at != '\0')
			return field_fault(blt->field, M_IMPORT_FIELD, word);
		if (number == 0)
			return true;
		if (!read_ballot(blt, number, keep))
			return false;
	}
}

static void
read_names(struct blt *blt)
{
	struct import *import = blt->field->import;
	struct pos pos = { blt->field->source->name, 0, 1 };
	const char *name;
	long i;

	for (i = 0; i < blt->candidates; i++) {
		name = next_text(blt);
		if (*name == '\0') {
			field_fault(blt->field, M_IMPORT_FIELD, name);
			return;
		}
		pos.line = blt->field->line;
		if (blt->withdrawn[i])
			note_add(&import->findings, pos, M_IMPORT_WITHDRAWN,
			    name);
		else
			blt->option[i] = field_option(blt->field, "", name);
	}
	name = next_text(blt);
	if (*import->title == '\0')
		import->title = name;
}

void
blt_read(struct field *field)
{
	struct import *import = field->import;
	struct blt blt = { .field = field, .at = field->source->bytes };
	size_t faults = import->faults->count;
	const char *start, *word;

	field->line = 1;
	word = next_word(&blt);
	field_number(&word, &blt.candidates);
	word = next_word(&blt);
	field_number(&word, &blt.seats);
	if (blt.candidates > MOST_CANDIDATES) {
		field_fault(field, M_IMPORT_FIELD, word);
		return;
	}
	if (!field_begin(field, AS_RANKS))
		return;
	blt.withdrawn = arena_array(import->arena, (size_t)blt.candidates,
	    sizeof(*blt.withdrawn));
	blt.option = arena_array(import->arena, (size_t)blt.candidates,
	    sizeof(*blt.option));
	start = blt.at;
	if (!read_ballots(&blt, false))
		return;
	read_names(&blt);
	if (import->faults->count > faults)
		return;
	field_set(field, &import->seats,
	    option_number(import, (size_t)blt.seats));
	if (import->as == AS_RANKS)
		import->method = T_IMPORT_STV;
	blt.at = start;
	field->line = 1;
	read_ballots(&blt, true);
}
