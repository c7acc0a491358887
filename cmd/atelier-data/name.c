/*
 * name: what the keys of data are called, and whose they are.
 */
#include <string.h>

#include "base/arena.h"
#include "data.h"
#include "source/md.h"
#include "text/uni.h"

const char *
data_name(struct arena *arena, enum term term)
{
	char *name = arena_string(arena, term_name(term, LANG_EN)), *at;

	for (at = name; *at != '\0'; at++) {
		if (*at >= 'A' && *at <= 'Z')
			*at = (char)(*at + 'a' - 'A');
		else if (strchr(" -/", *at) != NULL)
			*at = '_';
	}
	return name;
}

/* Whether a key is a term's own name, as reports print it. */
static bool
is_printed_name(const struct view *view, const char *key, enum term term)
{
	const char *lower = uni_lower(view->arena, key);

	return strcmp(lower,
		   uni_lower(view->arena, term_name(term, LANG_FR))) == 0 ||
	    strcmp(lower, uni_lower(view->arena, term_name(term, LANG_EN))) ==
	    0;
}

bool
data_is_section(const struct view *view, const struct node *node)
{
	return node->level > 0 || (!view->markdown && md_is_section(node));
}

/* Whether a section has a number in front of its name. */
static bool
is_numbered(const struct view *view, const struct node *node)
{
	const char *name = node->level > 0 ? node->whole : node->key;

	return data_is_section(view, node) && *name >= '0' && *name <= '9';
}

/*
 * Whether only what reports call so names a term: in a table that is nobody's, for
 * a pair under the title that not all tools have, and for a section of another tool.
 */
static bool
is_strict(const struct view *view, const struct node *node, enum term term)
{
	if (view->foreign && view->row)
		return true;
	if (view->depth != 1 || term <= T_RULES)
		return false;
	return node->level == 0 ? view->markdown
				: !term_is_known(view->home, node->key);
}

enum term
data_term(const struct view *view, const struct node *node)
{
	static const enum term days[] = { T_DAYS };
	enum term term = T_NONE;

	if (*node->key == '\0' || (view->foreign && is_numbered(view, node)))
		return T_NONE;
	if (node->first != NULL) /* not the date of a meeting */
		term = term_find(node->key, days, 1, NULL);
	if (term == T_NONE && view->depth <= 1)
		term = term_find_common_of(view->home, node->key, doc_common,
		    DOC_COMMON);
	if (term == T_NONE)
		term = term_find_key_of(view->home, node->key);
	if (term <= T_PLACE && node->first != NULL &&
	    *node->first->key == '\0' && node->first->kind == NODE_MAP)
		return T_NONE; /* rows are no time, and no place */
	if (view->depth == 1 && data_is_section(view, node) &&
	    is_numbered(view, node) && term >= T_ID && term <= T_FROM)
		return T_NONE; /* a topic, "2. Cost", and not what items have */
	/* what no program would take for a name is none */
	if (strchr(term_name(term, LANG_EN), '/') != NULL)
		return T_NONE;
	return term != T_NONE && is_strict(view, node, term) &&
		(is_numbered(view, node) ||
		    !is_printed_name(view, node->key, term))
	    ? T_NONE
	    : term;
}

/* A key as typed; of a heading with the number in front of it. */
static const char *
typed_key(struct view *view, const struct node *node)
{
	return node->level > 0 && *node->whole != '\0'
	    ? md_plain(view->arena, node->whole)
	    : node->key;
}

const char *
data_key(struct view *view, const struct node *node)
{
	enum term term = data_term(view, node);
	enum lang lang = LANG_NONE;

	if (term == T_NONE)
		return !view->options->given && !is_numbered(view, node) &&
			term_is_known(view->home, node->key)
		    ? uni_lower(view->arena, node->key)
		    : typed_key(view, node);
	/* the title of a Markdown document has no key that anybody typed */
	if (term != T_TITLE || !view->markdown || view->depth != 1)
		term_find(node->key, &term, 1, &lang);
	view->votes[lang]++;
	if (view->first_vote == LANG_NONE)
		view->first_vote = lang;
	return view->options->given ? node->key : data_name(view->arena, term);
}

struct names {
	const char **at;
	size_t count;
};

/* Adds the keys of a node's children; of a list, those of its first item. */
static void
add_names(struct view *view, struct names *names, const struct node *node)
{
	const struct node *child = node->first;

	if (child != NULL && *child->key == '\0' && *node->key != '\0')
		child = child->first;
	for (; child != NULL; child = child->next) {
		if (*child->key == '\0')
			continue;
		names->at = arena_grow(view->arena, names->at, names->count,
		    sizeof(*names->at));
		names->at[names->count++] = child->key;
	}
}

enum term
data_home(struct view *view, const struct node *node)
{
	struct names names = { .count = 0 };
	const struct node *child;

	add_names(view, &names, node);
	if (term_home(names.at, names.count) != T_NONE)
		return term_home(names.at, names.count);
	for (child = node->first; child != NULL; child = child->next)
		if (child->first != NULL && *child->first->key == '\0')
			add_names(view, &names, child);
	return term_home(names.at, names.count);
}
