/*
 * yaml: the document in YAML.
 *
 * Its ballots are written tree by tree, so that memory grows with the text
 * and not with the nodes.
 */
#include <string.h>

#include "base/arena.h"
#include "render.h"
#include "source/md.h"
#include "source/node.h"
#include "source/yml.h"

/* So many ballots make one tree. */
enum { BATCH = 256 };

/* A word as a key of YAML: our words start with a plain letter. */
static const char *
key(const struct view *view, struct arena *arena, enum term term)
{
	char *name = arena_string(arena, render_word(view, term));

	if (*name >= 'A' && *name <= 'Z')
		*name = (char)(*name + 'a' - 'A');
	return name;
}

static struct node *
new_node(enum node_kind kind, struct arena *arena, const char *name)
{
	struct node *node = node_new(arena, kind, (struct pos){ NULL, 0, 0 });

	node->key = name;
	return node;
}

static void
add_text(struct node *into, struct arena *arena, const char *name,
    const char *text)
{
	struct node *node = new_node(NODE_TEXT, arena, name);

	node->text = text;
	node_append(into, node);
}

static void
add_pair(const struct view *view, struct node *into, enum term term,
    const char *text)
{
	if (*text != '\0')
		add_text(into, view->arena, key(view, view->arena, term), text);
}

/* What a ballot chose: labels, or where it holds anything else, a map. */
static struct node *
choices_node(const struct view *view, struct arena *arena,
    const struct ballot *ballot)
{
	struct node *node =
	    new_node(NODE_LIST, arena, key(view, arena, T_CHOICES));
	const char *vote;
	size_t i;

	for (i = 0; i < ballot->count; i++)
		if (strcmp(render_vote_text(view, arena,
			       ballot->choices[i].value),
			"x") != 0 &&
		    *render_vote_text(view, arena, ballot->choices[i].value) !=
			'\0')
			node->kind = NODE_MAP;
	for (i = 0; i < ballot->count; i++) {
		vote = render_vote_text(view, arena, ballot->choices[i].value);
		if (*vote == '\0')
			continue;
		if (node->kind == NODE_LIST)
			add_text(node, arena, "", view->labels[i]);
		else
			add_text(node, arena, view->labels[i],
			    strcmp(vote, "x") == 0 ? "1" : vote);
	}
	return node;
}

static void
put_batch(struct view *view, size_t first, size_t end)
{
	struct arena *arena = arena_new();
	struct node *list = new_node(NODE_LIST, arena, ""), *item;
	const struct ballot *ballot;
	const char *voter;
	size_t i;

	for (i = first; i < end; i++) {
		ballot = &view->import->ballots[i];
		item = new_node(NODE_MAP, arena, "");
		voter = render_voter_text(view, arena, ballot);
		if (*voter != '\0')
			add_text(item, arena, key(view, arena, T_VOTER), voter);
		if (*ballot->group != '\0')
			add_text(item, arena, key(view, arena, T_GROUP),
			    md_words(arena, ballot->group));
		node_append(item, choices_node(view, arena, ballot));
		node_append(list, item);
	}
	yml_write(&view->out, list);
	arena_free(arena);
}

static void
put_yaml_ballots(struct view *view)
{
	size_t count = view->import->ballot_count, i;

	buf_format(&view->out, "%s:%s\n", key(view, view->arena, T_BALLOTS),
	    count ? "" : " []");
	for (i = 0; i < count; i += BATCH)
		put_batch(view, i, i + BATCH < count ? i + BATCH : count);
}

void
render_yaml(struct view *view)
{
	const struct import *import = view->import;
	struct arena *arena = view->arena;
	struct node *root = new_node(NODE_MAP, arena, ""), *options, *counts,
		    *option;
	size_t i;

	for (i = 0; i < REMARKS; i++)
		if (*render_remark(view, i) != '\0')
			buf_format(&view->out, "# %s\n",
			    render_remark(view, i));
	add_pair(view, root, T_TITLE, render_title(view));
	add_pair(view, root, T_QUESTION, md_words(arena, import->question));
	add_pair(view, root, T_IMPORT_DOTS, render_dots(view));
	options = new_node(NODE_LIST, arena, key(view, arena, T_OPTIONS));
	counts = new_node(NODE_MAP, arena, key(view, arena, T_COUNTS));
	for (i = 0; i < import->option_count; i++) {
		option = new_node(NODE_MAP, arena, "");
		add_pair(view, option, T_ID, view->labels[i]);
		add_pair(view, option, T_TEXT,
		    md_words(arena, import->option[i].text));
		node_append(options, option);
		add_text(counts, arena, view->labels[i],
		    arena_format(arena, "%ld", import->option[i].votes));
	}
	node_append(root, options);
	if (import->has_counts)
		node_append(root, counts);
	yml_write(&view->out, root);
	if (!import->has_counts)
		put_yaml_ballots(view);
}
