/*
 * charter: values that say what each means, in a list or under a heading each,
 * which is no list of who holds which: their definitions and behaviours are parted
 * from them.
 */
#include <string.h>

#include "text/uni.h"
#include "values.h"

struct charter {
	struct arena *arena;
	const struct doc *doc;
	struct node *values, *definitions, *behaviours; /* lists */
	size_t phrases, all; /* texts that say what a value means */
};

/* Whether a text says what something means, and is no list of values: a part of it
 * is a phrase. */
static bool
is_phrase(const char *text)
{
	enum { WORDS = 4 };
	size_t words = 0;

	for (; *text != '\0' && words < WORDS; text += *text == ' ') {
		words = strchr(",;/", text[strcspn(text, " ,;/")]) != NULL &&
			text[strcspn(text, " ,;/")] != '\0'
		    ? 0
		    : words + 1;
		text += strcspn(text, " ,;/");
		text += strspn(text, ",;/");
	}
	return words >= WORDS;
}

static void
count(struct charter *charter, const char *text)
{
	charter->phrases += is_phrase(text);
	charter->all++;
}

static bool
names_any(const char *text, enum term one, enum term other)
{
	return term_read(text, TERM_OPENED, (enum term[]){ one, other }, 2,
		   NULL) != T_NONE;
}

/* Adds a line to a definition: without its name, and nothing for what leads to
 * the behaviours. */
static void
add_line(struct charter *charter, const struct node *line, struct buf *text)
{
	const char *own = md_text(charter->arena, line->text);
	const struct node *pair = bind_pair_of(charter->arena,
	    node_text(charter->arena, own, line->pos));

	if (pair != NULL && names_any(pair->key, T_DEFINITION, T_DEFINITIONS))
		own = pair->text;
	else if (names_any(own, T_BEHAVIOUR, T_BEHAVIOURS))
		return;
	buf_join(text, " ", own);
}

/* Adds what is told below a value: paragraphs and pairs define it, items are seen
 * where it is lived.  False where something else stands there. */
static bool
add_told(struct charter *charter, const struct node *told, struct buf *text,
    struct node *seen)
{
	const struct node *lines = md_section_lines(charter->arena, told,
	    1U << MD_TEXT | 1U << MD_BESIDE);
	bool below = names_any(told->key, T_BEHAVIOUR, T_BEHAVIOURS);

	if (told->level > 0 && told->blocks == NULL && *told->text != '\0')
		buf_join(text, " ", told->text);
	NODE_EACH(const struct node, line, lines)
		if (below && told->first == NULL)
			node_append(seen,
			    node_text(charter->arena, line->text, line->pos));
		else
			add_line(charter, line, text);
	NODE_EACH(const struct node, child, told) {
		if (child->table > 0 ||
		    (child->level > 0 &&
			!names_any(child->key, T_DEFINITION, T_DEFINITIONS) &&
			!names_any(child->key, T_BEHAVIOUR, T_BEHAVIOURS)))
			return false;
		if (child->level > 0 && !add_told(charter, child, text, seen))
			return false;
		if (child->level > 0)
			continue;
		if (names_any(child->key, T_DEFINITION, T_DEFINITIONS))
			buf_join(text, " ", child->text);
		else
			node_append(seen, node_again(charter->arena, child));
	}
	return true;
}

/* Adds a value and what is told of it; false where that is none. */
static bool
add_value(struct charter *charter, const struct node *node)
{
	struct arena *arena = charter->arena;
	bool keyed = *node->key != '\0';
	struct node *value =
	    node_text(arena, keyed ? node->whole : node->text, node->pos);
	struct node *definition =
	    node_text(arena, "", keyed ? node->pos : value->pos);
	struct node *seen = node_new(arena, NODE_LIST, node->pos);
	BUF_SCRATCH(text);

	if (keyed && node->level == 0) {
		value->text = md_text(arena, node->key);
		buf_string(&text, node->text);
	}
	if (!add_told(charter, node, &text, seen))
		return false;
	definition->text = md_text(arena, text.length > 0 ? text.at : "");
	definition->key = seen->key = value->text;
	definition->key_pos = seen->key_pos = keyed ? node->key_pos : node->pos;
	node_append(charter->values, value);
	NODE_EACH(const struct node, item, seen)
		count(charter, node_line(item));
	if (*definition->text != '\0') {
		count(charter, definition->text);
		node_append(charter->definitions, definition);
	}
	if (seen->first != NULL)
		node_append(charter->behaviours, seen);
	return true;
}

/* Whether a node is a value, and no key beside them: of a document no list. */
static bool
is_value(const struct charter *charter, const struct node *node, bool document)
{
	const struct doc *doc = charter->doc;

	if (*node->key == '\0')
		return !document;
	return !doc->reader->is(doc, MD_SECTION, node->key) &&
	    !doc->reader->is(doc, MD_PAIR, node->key) &&
	    !bind_is_of_minutes(node->key);
}

/* Has the values of a section, a list or a whole document stand apart from what is
 * told of them, where that is mostly phrases. */
static void
part_charter(struct method *method, struct node *root, struct node *over)
{
	struct arena *arena = method->arena;
	struct charter charter = { arena, method->bind->doc,
		node_new(arena, NODE_LIST, over->pos),
		node_new(arena, NODE_LIST, over->pos),
		node_new(arena, NODE_LIST, over->pos), 0, 0 };
	struct node was, *child, *into = over;
	size_t votes[3] = { 0 };
	enum lang lang;

	NODE_EACH(const struct node, node, over)
		if (is_value(&charter, node, over == root) &&
		    (node->table > 0 || !add_value(&charter, node)))
			return;
	if (charter.values->count < 2 || 2 * charter.phrases <= charter.all)
		return;
	bind_vote_words(arena, charter.definitions->first, votes, SIZE_MAX);
	bind_vote_words(arena, charter.behaviours->first, votes, SIZE_MAX);
	lang = bind_winner(votes) == LANG_EN ? LANG_EN : LANG_FR;
	was = node_emptied(over);
	if (over == root) {
		into = charter.values;
		into->level = 2;
	} else {
		while ((child = node_take(charter.values)) != NULL)
			node_append(over, child);
		over->kind = NODE_LIST;
	}
	if (over == root)
		into->key = into->whole = term_name(T_VALUES, lang);
	else if (into->level > 0 && !names_any(into->key, T_VALUES, T_VALUES))
		into->key = into->whole = arena_format(arena, "%s (%s)",
		    term_name(T_VALUES, lang), into->whole);
	while ((child = node_take(&was)) != NULL)
		if (!is_value(&charter, child, over == root))
			node_append(over, child);
	if (over == root)
		node_append(root, into);
	charter.definitions->key = term_name(T_DEFINITIONS, lang);
	charter.behaviours->key = term_name(T_BEHAVIOURS, lang);
	if (charter.definitions->first != NULL)
		node_append(root, charter.definitions);
	if (charter.behaviours->first != NULL)
		node_append(root, charter.behaviours);
}

/* Whether a heading speaks of the values, and is not that of a report: "The values
 * of the team". */
static bool
names_values(struct arena *arena, const char *heading)
{
	return term_find_subject(heading) == T_NONE &&
	    bind_mentions(arena, heading, T_VALUES);
}

void
charter_arrange(struct method *method, const struct doc_part *part)
{
	struct node *root = part->root;
	bool titled = root->first != NULL && root->first->level == 0 &&
	    strcmp(root->first->key, "title") == 0 &&
	    names_values(method->arena, root->first->text);

	if (!part->markdown)
		return;
	NODE_EACH(struct node, child, root) {
		if (child->level > 0 ? names_values(method->arena, child->key)
				     : titled && *child->key == '\0')
			part_charter(method, root, child);
		if (child->level > 0 || *child->key == '\0')
			grid_arrange(method, root, child);
	}
	if (titled)
		part_charter(method, root, root);
}
