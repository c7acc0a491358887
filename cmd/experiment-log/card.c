/*
 * card: a hypothesis as a card has it, a line for each part of one sentence: "We
 * believe that ...", "for ...", "will result in ...", "we will know we are right
 * when ...".
 */
#include <string.h>

#include "experiment.h"
#include "text/uni.h"

/* The part that a line opens, and what follows; T_NONE: none. */
static enum term
opened(struct arena *arena, const char *line, const char **rest,
    enum lang *lang)
{
	static const enum term terms[] = { T_HYPOTHESIS, T_THRESHOLD, T_MEASURE,
		T_BECAUSE };
	enum { MOST_WORDS = 9 };
	const char *plain = uni_line(arena, md_plain(arena, line)),
		   *end = plain;
	enum term best = T_NONE, term;

	for (size_t i = 0; i < MOST_WORDS && *end != '\0'; i++) {
		end += strcspn(end, " ");
		term = term_find(arena_until(arena, plain, end), terms,
		    sizeof(terms) / sizeof(*terms), lang);
		if (term != T_NONE) {
			best = term;
			*rest = end + strspn(end, " :");
		}
		end += strspn(end, " ");
	}
	return best;
}

/* The lines of a section: its items, or else those of its paragraphs. */
static struct node *
lines_of(struct arena *arena, const struct node *section)
{
	struct node *lines = node_new(arena, NODE_LIST, section->pos);

	if (section->first == NULL)
		return md_section_lines(arena, section, -1U);
	NODE_EACH(const struct node, item, section) {
		if (item->level > 0 || item->table > 0 || item->first != NULL)
			return NULL;
		node_append(lines,
		    node_text(arena, node_line(item), item->pos));
	}
	return lines;
}

static void
add_pair(struct arena *arena, struct node *item, enum term key, enum lang lang,
    const char *text, struct pos pos)
{
	struct node *pair = node_text(arena, md_words(arena, text), pos);

	pair->key = term_name(key, lang);
	node_append(item, pair);
}

/* The card that a section is, as an item: its sentence, and what tells whether it
 * holds; NULL where it is none, or several hypotheses. */
static struct node *
card_of(struct arena *arena, const struct node *section)
{
	struct node *item = node_new(arena, NODE_MAP, section->pos);
	const struct node *lines = lines_of(arena, section);
	const char *text = "", *rest = "";
	enum lang lang = LANG_NONE;
	enum term term;

	if (lines == NULL || lines->count < 2 ||
	    opened(arena, lines->first->text, &rest, &lang) != T_HYPOTHESIS)
		return NULL;
	NODE_EACH(const struct node, line, lines) {
		if (bind_pair_of(arena, line) != NULL)
			return NULL;
		term = opened(arena, line->text, &rest, &lang);
		if (term == T_HYPOTHESIS && line != lines->first)
			return NULL;
		if (term == T_NONE || term == T_HYPOTHESIS)
			text = arena_format(arena, "%s%s%s", text,
			    *text == '\0' ? "" : " ",
			    md_plain(arena, line->text));
		else
			add_pair(arena, item, term, lang, rest, line->pos);
	}
	if (item->first == NULL)
		return NULL;
	add_pair(arena, item, T_HYPOTHESIS, lang, text, section->pos);
	return item;
}

void
card_arrange(struct arena *arena, struct node *root)
{
	struct node *item;

	NODE_EACH(struct node, section, root) {
		item = section->level > 0 &&
			term_is_any(section->key, T_HYPOTHESIS, T_HYPOTHESES)
		    ? card_of(arena, section)
		    : NULL;
		if (item == NULL)
			continue;
		NODE_EACH(const struct node, line, section)
			md_take_at(section->blocks, line->pos);
		MD_EACH(struct md_block, block, section)
			if (md_use(block) == MD_TEXT ||
			    md_use(block) == MD_BESIDE)
				md_take(block, true);
		node_emptied(section);
		section->kind = NODE_LIST;
		section->text = "";
		node_append(section, item);
	}
}
