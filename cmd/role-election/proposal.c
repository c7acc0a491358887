/*
 * proposal: whom each version of a proposal proposes, by the names in it.
 */
#include <ctype.h>
#include <string.h>

#include "election.h"
#include "text/uni.h"

enum { MOST_WORDS = 4, MOST_NAMES = 4 };

/* A member who is named in a text, from 1, and where. */
struct mention {
	size_t person;
	const char *at, *end;
};

/* The end of the longest name of a member that a text begins with, or NULL. */
static const char *
name_end(const struct election *election, const char *text, size_t *person)
{
	const char *found = NULL, *end = text;
	size_t words, length, member;

	for (words = 0; words < MOST_WORDS && *end != '\0'; words++) {
		end = uni_skip_blanks(end);
		end += strcspn(end, " ");
		length = (size_t)(end - text);
		while (length > 0 && strchr(",;:.()!", text[length - 1]))
			length--;
		if (!member_is(&election->process,
			arena_copy(election->process.arena, text, length),
			&member))
			continue;
		*person = member + 1;
		found = text + length;
	}
	return found;
}

/* Whether a name can begin here: at a word's start, with no small letter but at
 * the start of the text. */
static bool
can_begin(const char *text, const char *at)
{
	return at == text ||
	    (strchr(" (,:'", at[-1]) != NULL && !islower((unsigned char)*at));
}

/* The members whose names a plain text holds, each once, up to so many. */
static size_t
find_mentions(const struct election *election, const char *text,
    struct mention *mentions)
{
	const char *at = text, *end;
	size_t count = 0, person, i;

	for (; *at != '\0' && count < MOST_NAMES; at++) {
		end = can_begin(text, at) ? name_end(election, at, &person)
					  : NULL;
		if (end == NULL)
			continue;
		for (i = 0; i < count && mentions[i].person != person; i++)
			continue;
		if (i == count)
			mentions[count++] = (struct mention){ person, at, end };
		at = end - 1;
	}
	return count;
}

/* The words of prose, in a line, from its first letter. */
static const char *
words_of(const struct election *election, const char *prose)
{
	struct arena *arena = election->process.arena;
	const char *text =
	    uni_line(arena, md_plain(arena, md_text(arena, prose)));
	const char *at = text;

	while (*text != '\0' && !uni_is_word(uni_next(&at)))
		text = at;
	return text;
}

/* Whether the words before a name say no more than that it is proposed. */
static bool
only_proposes(const struct election *election, const char *text,
    const char *end)
{
	while (end > text && strchr(" :-", end[-1]) != NULL)
		end--;
	return end == text ||
	    term_is(arena_until(election->process.arena, text, end),
		T_ELECT_WE);
}

static bool
has_words(const char *text)
{
	while (*text != '\0')
		if (uni_is_word(uni_next(&text)))
			return true;
	return false;
}

static const char *
between_of(const struct election *election, const struct mention *one,
    const struct mention *two)
{
	return uni_until(election->process.arena, one->end, two->at);
}

/* Whether the words between two names say that one names the other. */
static bool
is_naming(const struct election *election, const struct mention *one,
    const struct mention *two)
{
	const char *between = between_of(election, one, two);

	return term_is(between, T_ELECT_NAMES) || strcmp(between, "→") == 0;
}

/* Whether two names are told as one proposal: "Bo and Cy", "Bo, Cy". */
static bool
are_joined(const struct election *election, const struct mention *one,
    const struct mention *two)
{
	const char *between = between_of(election, one, two);

	return term_is(between, T_ELECT_AND) || strcmp(between, "&") == 0 ||
	    strcmp(between, "/") == 0 ||
	    (strcmp(between, ",") == 0 && !has_words(two->end));
}

/* The one of several who is proposed: it comes first, or the first one names
 * it.  NULL where neither is so. */
static const struct mention *
pick(const struct election *election, const char *text,
    const struct mention *mentions, size_t count)
{
	bool first = count > 0 && only_proposes(election, text, mentions->at);

	if (count > 1 && first && is_naming(election, mentions, mentions + 1))
		return mentions + 1;
	if (count > 1 && are_joined(election, mentions, mentions + 1))
		return NULL;
	return count == 1 || first ? mentions : NULL;
}

/* The name of somebody who is no member: what stands before a mark, in as many
 * words as a name has; "" where it does not look like one. */
static const char *
outsider(const struct election *election, const char *text, const char **end)
{
	size_t length = strcspn(text, ",;:.(!?"), words = 1, i;
	const char *colon = text + length, *name;

	if (*colon == ':' && only_proposes(election, text, colon)) {
		text = uni_skip_blanks(colon + 1);
		length = strcspn(text, ",;:.(!?");
	}
	name = uni_until(election->process.arena, text, text + length);
	for (i = 0; name[i] != '\0'; i++)
		words += name[i] == ' ';
	*end = text + length;
	return words > MOST_WORDS || islower((unsigned char)*text) ? "" : name;
}

static struct proposed
read_version(const struct election *election, const struct version *version)
{
	const struct process *process = &election->process;
	const char *text = words_of(election, version->prose), *end = "";
	struct mention mentions[MOST_NAMES];
	size_t count = find_mentions(election, text, mentions), i;
	const struct mention *one = pick(election, text, mentions, count);
	struct proposed proposed = { .version = version->number,
		.name = "",
		.others = "",
		.pos = version->pos };

	if (one != NULL) {
		proposed.person = one->person;
		proposed.name =
		    election_member(election, one->person)->name.text;
		end = one->end;
	} else if (count == 0) {
		proposed.name =
		    md_words(process->arena, outsider(election, text, &end));
	}
	for (i = 0; one == NULL && i < count; i++)
		proposed.others =
		    method_listed(process->method, proposed.others,
			member_name(process, mentions[i].person - 1));
	proposed.reasoned = has_words(end);
	return proposed;
}

/* The first version that proposes the same person as the last one, and all
 * behind it; 0 where there is none. */
static size_t
first_of_last(const struct election *election)
{
	const struct proposed *one = election->last;

	if (one == NULL)
		return 0;
	while (one > (const struct proposed *)election->proposed.at &&
	    one[-1].person == one->person && term_same(one[-1].name, one->name))
		one--;
	return one->version;
}

void
proposal_read(struct election *election)
{
	struct process *process = &election->process;
	struct proposed proposed;

	BIND_EACH(const struct version, version, &process->versions) {
		proposed = read_version(election, version);
		election->last =
		    bind_add(process->bind, &election->proposed, proposed);
	}
	if (election->last != NULL)
		process->consent.person = election->last->person;
	objection_moot(process, first_of_last(election));
}

size_t
proposal_declared(const struct election *election)
{
	struct mention mentions[MOST_NAMES];
	const char *text =
	    words_of(election, election->sheet->process.declared.text);
	size_t count = find_mentions(election, text, mentions);

	return count == 1 ? mentions->person : 0;
}

const struct proposed *
proposal_of(const struct election *election, size_t version)
{
	BIND_EACH(const struct proposed, proposed, &election->proposed)
		if (proposed->version == version)
			return proposed;
	return NULL;
}
