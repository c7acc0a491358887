/*
 * lone: one hypothesis and what came of it, as a card has it: below its heading,
 * line by line, or in sections of a text each.
 */
#include <string.h>

#include "experiment.h"
#include "text/uni.h"

/* Adds a line to a record that its heading calls a hypothesis: this, or a pair.
 * False where it is neither, or a second one. */
static bool
add_line(struct arena *arena, const struct node *line, bool item,
    struct node *record, struct node *hypothesis)
{
	struct node *pair = *line->key != '\0' ? node_again(arena, line)
					       : bind_pair_of(arena, line);
	bool first = record->first == hypothesis && hypothesis->next == NULL;

	if (pair != NULL && record_knows(arena, pair) &&
	    !record_is_hypothesis(arena, pair)) {
		node_append(record, pair);
		return true;
	}
	if (!first || *line->key != '\0' || line->first != NULL ||
	    (item && *hypothesis->text != '\0'))
		return false;
	hypothesis->text = md_text(arena,
	    arena_format(arena, "%s%s%s", hypothesis->text,
		*hypothesis->text != '\0' ? " " : "", line->text));
	return true;
}

const char *
lone_behind(struct arena *arena, const char *heading, enum lang *lang)
{
	static const enum term terms[] = { T_HYPOTHESIS, T_HYPOTHESES };
	size_t mark = 0;
	const char *end =
	    uni_first_among(heading, &mark, ":", " – ", " — ", " - ");

	if (end == NULL)
		end = heading + strlen(heading);
	return record_name(arena, uni_until(arena, heading, end), terms, 2,
		   lang) == T_NONE
	    ? NULL
	    : uni_line(arena, end + mark);
}

/* Adds the label of a heading that has a number, "Hypothesis 2". */
static void
add_label(struct arena *arena, const struct node *section, enum lang lang,
    struct node *record)
{
	const char *name = section->key;
	size_t n = strcspn(name, "0123456789:");
	struct node *label = node_text(arena,
	    arena_format(arena, "H%.*s", (int)strspn(name + n, "0123456789"),
		name + n),
	    section->pos);

	if (name[n] == ':' || name[n] == '\0')
		return;
	label->key = term_name(T_ID, lang);
	node_append(record, label);
}

struct node *
lone_section(struct arena *arena, const struct node *section)
{
	struct node *record = node_new(arena, NODE_MAP, section->pos);
	enum lang lang = LANG_NONE;
	const char *text = lone_behind(arena, section->key, &lang);
	struct node *hypothesis =
	    node_text(arena, text != NULL ? text : "", section->pos);
	const struct node *lines, *line;

	if (section->level == 0 || text == NULL)
		return NULL;
	hypothesis->key = term_name(T_HYPOTHESIS, lang);
	hypothesis->key_pos = section->key_pos;
	node_append(record, hypothesis);
	NODE_EACH(const struct node, child, section)
		if (child->level > 0 || child->table > 0 ||
		    !add_line(arena, child, true, record, hypothesis))
			return NULL;
	MD_EACH(const struct md_block, block, section) {
		if (md_use(block) == MD_ITEMS || md_use(block) == MD_PAIRS)
			continue;
		lines = md_block_lines(arena, block);
		if (lines == NULL)
			return NULL;
		for (line = lines->first; line != NULL; line = line->next)
			if (!add_line(arena, line, false, record, hypothesis))
				return NULL;
	}
	if (*hypothesis->text == '\0' ||
	    !record_any(arena, record, record_is_outcome))
		return NULL;
	add_label(arena, section, lang, record);
	return record;
}

struct node *
lone_pair(struct arena *arena, const struct node *section)
{
	struct node *pair;

	if (section->level == 0 || section->first != NULL ||
	    *section->text == '\0')
		return NULL;
	pair = node_again(arena, section);
	pair->level = 0;
	pair->whole = "";
	pair->blocks = NULL;
	return record_is_hypothesis(arena, pair) || record_knows(arena, pair)
	    ? pair
	    : NULL;
}

struct node *
lone_sheet(struct arena *arena, struct node *root)
{
	struct node *record = node_new(arena, NODE_MAP, root->pos), *pair;
	struct node was, *child;
	size_t hypotheses = 0;

	NODE_EACH(const struct node, section, root) {
		pair = lone_pair(arena, section);
		if (pair == NULL)
			continue;
		hypotheses += record_is_hypothesis(arena, pair);
		node_append(record, pair);
	}
	if (hypotheses != 1 || record->count < 2)
		return NULL;
	was = node_emptied(root);
	while ((child = node_take(&was)) != NULL)
		if (lone_pair(arena, child) == NULL)
			node_append(root, child);
	return record;
}
