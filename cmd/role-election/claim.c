/*
 * claim: rounds in which people name somebody, which a sheet calls rounds as it
 * calls those of consent: "Premier tour", "Tour 2".
 */
#include <string.h>

#include "election.h"
#include "sheet/matrix.h"
#include "text/uni.h"

/* What parts who speaks from what they say, folded; NULL where nothing does. */
static const char *
find_mark(const char *text, size_t *length)
{
	return uni_first_among(text, length, " : ", ": ", " → ", " -> ", " => ",
	    " – ", " — ", " - ");
}

/* Who speaks in a line, and what they say, both folded; "" where it has no mark.
 */
static const char *
speaker(struct arena *arena, const struct node *line, const char **says)
{
	const char *text = md_plain(arena, line->text), *mark;
	size_t length;

	*says = uni_fold(arena, text);
	if (*line->key != '\0')
		return uni_fold(arena, md_words(arena, line->key));
	mark = find_mark(text, &length);
	if (mark == NULL)
		return "";
	*says = uni_fold(arena, mark + length);
	return uni_fold(arena, arena_until(arena, text, mark));
}

/* Whether a text begins with one of some names, whole words. */
static bool
begins_with(struct arena *arena, const struct dict *names, const char *text)
{
	size_t n = 0;

	while (text[n] != '\0') {
		n += strspn(text + n, " ");
		n += strcspn(text + n, " ,;:.(");
		if (n > 0 && dict_find(names, arena_copy(arena, text, n)))
			return true;
		if (text[n] != ' ')
			return false;
	}
	return false;
}

/* Whether most lines begin, behind who speaks, with somebody who speaks too. */
static bool
names_speakers(const struct node *section)
{
	ARENA_SCRATCH(arena);
	struct dict speakers;
	const char *says, *who;
	size_t lines = 0, named = 0;

	dict_init(&speakers, arena);
	NODE_EACH(const struct node, line, section) {
		who = speaker(arena, line, &says);
		if (*who != '\0')
			dict_enter(&speakers, who)->value = arena;
		lines++;
	}
	NODE_EACH(const struct node, line, section) {
		who = speaker(arena, line, &says);
		named += *who != '\0' && begins_with(arena, &speakers, says);
	}
	return lines > 1 && 2 * named > lines;
}

static bool
is_naming(const struct node *section)
{
	static const enum term naming[] = { T_ELECT_FROM, T_ELECT_FOR, T_NONE };
	static const enum term voting[] = { T_VOTE_AGAINST, T_NONE };

	if (section->first == NULL)
		return false;
	return section->first->table > 0
	    ? matrix_has(section, naming) && !matrix_has(section, voting)
	    : names_speakers(section);
}

bool
claim_nominations(const struct node *section)
{
	bool bare = *section->key == '\0' && section->blocks != NULL &&
	    section->first != NULL && section->first->table > 0;

	return (bare || round_claims(section)) && is_naming(section) &&
	    !claim_changes(section);
}

bool
claim_changes(const struct node *section)
{
	size_t number, version;

	return version_number(section->key, T_ROUNDS, &number, &version) &&
	    number > 1 && is_naming(section);
}
