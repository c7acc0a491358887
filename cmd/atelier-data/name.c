/*
 * name: what the keys of data are called, and whose they are.
 */
#include <string.h>

#include "data.h"
#include "text/uni.h"

const char *
data_name(struct arena *arena, enum term term)
{
	const char *at = term_name(term, LANG_EN);
	char *name = arena_string(arena, at), *to = name;

	for (; *at != '\0'; at++)
		if (*at >= 'A' && *at <= 'Z')
			*to++ = (char)(*at + 'a' - 'A');
		else if (strchr(" -/", *at) != NULL)
			*to++ = '_';
		else if (strchr(".'", *at) == NULL)
			*to++ = *at;
	*to = '\0';
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

static enum term
find_term(const struct view *view, const struct node *node)
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

/* What the key of a cell is called: a table has it in each of its rows. */
struct cell {
	enum term term;
	enum lang lang;
	const char *name;
};

/* The cells that are known, of the table at hand: NULL for what is no cell. */
static struct cell *
cell_of(const struct view *view, const struct node *node)
{
	struct cells *cells = view->cells;
	struct dict_entry *entry;

	if (view->depth <= 1 || node->level > 0 || node->first != NULL ||
	    node->block || *node->key == '\0')
		return NULL;
	if (cells->home != view->home || cells->at != view->at ||
	    cells->foreign != view->foreign || cells->row != view->row ||
	    cells->known.arena == NULL)
		dict_init(&cells->known, view->arena);
	cells->home = view->home;
	cells->at = view->at;
	cells->foreign = view->foreign;
	cells->row = view->row;
	entry = dict_enter(&cells->known, node->key);
	if (entry->value == NULL) {
		entry->value = arena_alloc(view->arena, sizeof(struct cell));
		((struct cell *)entry->value)->term = find_term(view, node);
	}
	return entry->value;
}

enum term
data_term(const struct view *view, const struct node *node)
{
	const struct cell *cell = cell_of(view, node);

	return cell != NULL ? cell->term : find_term(view, node);
}

/* A key as typed; of a heading with the number in front of it. */
static const char *
typed_key(struct view *view, const struct node *node)
{
	return node->level > 0 && *node->whole != '\0'
	    ? md_plain(view->arena, node->whole)
	    : node->key;
}

/* The name of a key, and the language that it is in. */
static const char *
name_key(struct view *view, const struct node *node, enum lang *lang)
{
	enum term term = data_term(view, node);

	if (view->at != NULL && view->at->kind == ROW_NODES)
		return node->key; /* a name that the sheet gave */
	if (term == T_NONE)
		return !view->options->given && !is_numbered(view, node) &&
			term_is_known(view->home, node->key)
		    ? uni_lower(view->arena, node->key)
		    : typed_key(view, node);
	/* the title of a Markdown document has no key that anybody typed */
	if (term != T_TITLE || !view->markdown || view->depth != 1)
		term_find(node->key, &term, 1, lang);
	return view->options->given ? node->key : data_call(view, term);
}

static void
vote(struct view *view, enum lang lang)
{
	view->votes[lang]++;
	if (view->first_vote == LANG_NONE)
		view->first_vote = lang;
}

const char *
data_key(struct view *view, const struct node *node)
{
	struct cell *cell = cell_of(view, node), one = { .name = NULL };

	if (cell == NULL)
		cell = &one;
	if (cell->name == NULL)
		cell->name = name_key(view, node, &cell->lang);
	vote(view, cell->lang);
	return cell->name;
}

const char *
data_call(struct view *view, enum term term)
{
	if (view->called[term] == NULL)
		view->called[term] = data_name(view->arena, term);
	return view->called[term];
}

const char *
data_own_key(const struct view *view, const char *key)
{
	const char *lower = uni_lower(view->arena, key);
	size_t n = *key != '\0';

	while (((unsigned char)key[n] & 0xc0) == 0x80)
		n++;
	return strlen(lower) == strlen(key) && strcmp(key + n, lower + n) == 0
	    ? lower
	    : key;
}

/* A key found below a row, or found to be none of its. */
struct known {
	const struct row *row;
	enum lang lang;
};

const struct row *
data_row(struct view *view, const struct row *of, const char *key)
{
	struct dict_entry *entry;
	struct known *known;
	struct dict *keys;

	if (row_first(of) == NULL || *key == '\0')
		return NULL;
	if (view->known == NULL)
		view->known =
		    arena_array(view->arena, row_count(), sizeof(*view->known));
	keys = &view->known[row_place(of)];
	if (keys->arena == NULL)
		dict_init(keys, view->arena);
	entry = dict_enter(keys, key);
	if (entry->value == NULL) {
		known = entry->value = arena_alloc(view->arena, sizeof(*known));
		known->row =
		    row_find(of, key, view->subject != T_NONE, &known->lang);
	}
	known = entry->value;
	if (known->row == NULL)
		return NULL;
	vote(view, known->lang);
	return known->row;
}

/* How many keys of an item, or of the first one in a list, are found below a row;
 * but for that of a text, which all have. */
static size_t
count_item_keys(const struct row *row, const struct node *node)
{
	const struct node *child = node->first;
	size_t count = 0;

	if (child != NULL && *child->key == '\0')
		child = child->first;
	for (; child != NULL && row_first(row) != NULL; child = child->next)
		count += !term_is(child->key, T_TEXT) &&
		    row_find(row, child->key, true, NULL) != NULL;
	return count;
}

const struct row *
data_claim(const struct row *tool, const struct node *section)
{
	const struct row *best = NULL;
	size_t most = 1, count;

	if (section->first == NULL || *section->first->key != '\0' ||
	    section->first->kind != NODE_MAP)
		return NULL;
	ROW_EACH(row, tool) {
		count = (row->flags & (BIND_INNER | BIND_COMPUTED)) == 0 &&
			row_main(row) != NULL
		    ? count_item_keys(row, section)
		    : 0;
		if (count <= most)
			continue;
		most = count;
		best = row;
	}
	return best;
}

enum term
data_subject(const struct node *node)
{
	return node->level > 0 || (node->kind == NODE_MAP && *node->key != '\0')
	    ? term_find_subject(node->key)
	    : T_NONE;
}

/* Whether a row can hold what stands under its key: a text no list. */
static bool
can_hold(const struct row *row, const struct node *node)
{
	return (row->kind != ROW_TEXT && row->kind != ROW_DAY) ||
	    node->first == NULL;
}

/* How much of a document is of a tool: its keys, twice where they go by their first
 * names, and those of their items. */
static size_t
count_keys(const struct row *tool, const struct node *root)
{
	const struct row *row;
	size_t count = 0;

	NODE_EACH(const struct node, child, root) {
		if (data_subject(child) == tool->term)
			count += 1 + count_keys(tool, child);
		row = row_find(tool, child->key, false, NULL);
		if (row == NULL || row->term <= T_PART || !can_hold(row, child))
			continue;
		count += term_place(child->key, row->term) == 0 ? 4 : 2;
		count += count_item_keys(row, child);
	}
	return count;
}

/* The same of lists that no key names, by the columns of their first items. */
static size_t
count_columns(const struct row *tool, const struct node *root)
{
	size_t most = 0, count;

	NODE_EACH(const struct node, child, root)
		ROW_EACH(row, tool) {
			count = count_item_keys(row, child);
			most = count > most ? count : most;
		}
	return most;
}

enum term
data_home(const struct node *root)
{
	size_t (*const counts[])(const struct row *,
	    const struct node *) = { count_keys, count_columns };
	const struct row *tool;
	enum term best = T_NONE;
	size_t most = 0, count, i;

	for (i = 0; i < 2 && best == T_NONE; i++)
		for (tool = row_tools(); tool != NULL;
		     tool = row_next_tool(tool)) {
			count = counts[i](tool, root);
			if (count <= most)
				continue;
			most = count;
			best = tool->term;
		}
	return best;
}

bool
data_number_again(struct view *view, struct node *data)
{
	struct dict keys = { .arena = view->arena };
	size_t *count;
	bool named = true;

	NODE_EACH(struct node, pair, data) {
		named = named && *pair->key != '\0';
		if (*pair->key == '\0')
			continue;
		count = dict_made(&keys, pair->key, sizeof(*count));
		if (++*count > 1)
			pair->key = arena_format(view->arena, "%s (%zu)",
			    pair->key, *count);
	}
	return named;
}
