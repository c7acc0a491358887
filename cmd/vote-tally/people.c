/*
 * people: how many could vote and how many did, or their names.
 */
#include <string.h>

#include "base/arena.h"
#include "source/md.h"
#include "vote.h"

/* Whether a document brings ballots or counts. */
static bool
brings(const struct vote *vote, size_t document)
{
	const struct node *node;
	size_t i;

	for (i = 0; i < vote->ballot_nodes.count; i++) {
		node = node_at(&vote->ballot_nodes, i);
		if (node->part == document && node->count > 0)
			return true;
	}
	return vote->brings[document];
}

/* A number of people; "14 (1 absent : Bo)" says more, which is kept. */
static bool
read_number(const struct vote *vote, const char *plain, uint64_t *value,
    bool *more)
{
	const char *open = strchr(plain, '(');

	*more = false;
	if (setting_whole(vote->bind->words, plain, value))
		return true;
	*more = open != NULL && open > plain &&
	    plain[strlen(plain) - 1] == ')' &&
	    setting_whole(vote->bind->words,
		arena_copy(vote->bind->doc->arena, plain,
		    (size_t)(open - plain)),
		value);
	return *more;
}

static void
keep_pair(struct vote *vote, enum term term, struct node *node)
{
	struct bind_pair *pair =
	    bind_append(vote->bind, &vote->bind->pairs, sizeof(*pair));

	pair->term = term;
	pair->node = node;
}

/* Adds numbers up where they come with votes; else the first one stands. */
static void
read_people(struct vote *vote, const struct bind_list *nodes,
    struct people *people)
{
	const struct node *node;
	const char *plain;
	uint64_t value;
	bool more;
	size_t i;

	for (i = 0; i < nodes->count; i++) {
		node = node_at(nodes, i);
		plain = plain_text(vote, node);
		if (node->first != NULL || *plain == '\0')
			continue;
		if (!read_number(vote, plain, &value, &more)) {
			if (nodes != &vote->participant_nodes || node->inner)
				bind_fault(vote->bind, node->pos,
				    M_NOT_A_NUMBER, plain);
			continue;
		}
		if (more && !vote->options->anonymous)
			keep_pair(vote,
			    nodes == &vote->electorate_nodes ? T_ELECTORATE
							     : T_PARTICIPANTS,
			    node_at(nodes, i));
		if (!node->inner && brings(vote, node->part)) {
			if (!people->known || people->from == FROM_SETTING)
				people->count = 0;
			people->count += value;
			people->from = FROM_SUM;
			people->known = true;
		} else if (!people->known) {
			*people = (struct people){ true, value, FROM_SETTING };
		}
	}
}

/* The names of those who were there, joined over documents, as one pair. */
static void
read_names(struct vote *vote)
{
	struct arena *arena = vote->bind->doc->arena;
	struct bind_list names = { NULL, 0, { NULL, 0, 0 }, false };
	struct node *list = NULL, *node, *name;
	struct bind_text *at;
	struct dict seen;
	uint64_t value;
	size_t named = 0, i;
	bool more;

	dict_init(&seen, arena);
	for (i = 0; i < vote->participant_nodes.count; i++) {
		node = node_at(&vote->participant_nodes, i);
		if (node->first == NULL &&
		    read_number(vote, plain_text(vote, node), &value, &more))
			continue;
		named = node->part;
		if (list == NULL)
			list = node_new(arena, NODE_LIST, node->pos);
		if (node->first == NULL)
			bind_split_names(vote->bind,
			    bind_text(vote->bind, node), node->pos, &names);
		for (node = node->first; node != NULL; node = node->next) {
			at = bind_append(vote->bind, &names, sizeof(*at));
			at->text = *node->whole ? node->whole
			    : *node->key        ? node->key
						: bind_text(vote->bind, node);
		}
	}
	at = names.at;
	for (i = 0; i < names.count; i++) {
		if (*at[i].text == '\0' || dict_find(&seen, at[i].text))
			continue;
		dict_enter(&seen, at[i].text);
		name = node_text(arena, at[i].text, list->pos);
		node_append(list, name);
	}
	if (list == NULL || list->count == 0)
		return;
	if (list->count == 1 &&
	    setting_whole(vote->bind->words, md_plain(arena, list->first->text),
		&value))
		bind_fault(vote->bind, list->pos, M_NOT_A_NUMBER,
		    list->first->text);
	keep_pair(vote, T_PARTICIPANTS, list);
	if (vote->participants.known)
		return;
	vote->participants = (struct people){ true, list->count, FROM_LIST };
	/* letters of two reports would be taken for the same people */
	if (vote->options->anonymous)
		vote->participants.from =
		    brings(vote, named) ? FROM_SUM : FROM_SETTING;
}

void
people_read(struct vote *vote)
{
	if (vote->options->anonymous)
		bind_anonymous(vote->bind);
	read_people(vote, &vote->participant_nodes, &vote->participants);
	read_people(vote, &vote->electorate_nodes, &vote->electorate);
	read_names(vote);
}
