/*
 * foreign: objectives that stand in no list of this tool's: under a heading
 * each, or in the reports of other tools.
 */
#include <string.h>

#include "base/arena.h"
#include "objective.h"
#include "source/md.h"
#include "text/uni.h"

/* The length of "Objectif 1 :" and the blanks behind it in front of a text; 0
 * where there is none. */
static size_t
number_length(const char *text, enum lang *lang)
{
	static const enum term objective = T_OBJECTIVE;
	size_t n = strcspn(text, " 0123456789:"), digits, i;
	char word[32] = "";

	if (n == 0 || n >= sizeof(word) || text[n] != ' ')
		return 0;
	memcpy(word, text, n);
	digits = strspn(text + n + 1, "0123456789");
	i = n + 1 + digits;
	i += strspn(text + i, " ");
	if (digits == 0 || text[i] == '\0' || strchr(":.-", text[i]) == NULL ||
	    text[i + 1] != ' ' ||
	    term_find(word, &objective, 1, lang) == T_NONE)
		return 0;
	return i + 1 + strspn(text + i + 1, " ");
}

bool
foreign_is_headed(const struct node *section)
{
	return section->level > 0 && number_length(section->key, NULL) > 0;
}

static void
append_pair(struct arena *arena, struct node *item, const char *key,
    const char *text, struct pos pos)
{
	struct node *pair = node_text(arena, text, pos);

	pair->key = key;
	pair->key_pos = pos;
	node_append(item, pair);
}

/* A line of an objective: "S : what it is" is a pair, whatever its key. */
static struct node *
pair_of(struct arena *arena, const struct node *line)
{
	struct node *pair = node_again(arena, line);
	size_t n = strcspn(line->text, ":");

	if (*line->key != '\0' || line->first != NULL || n == 0 ||
	    line->text[n] == '\0' || strchr(" \t", line->text[n + 1]) == NULL)
		return pair;
	pair->key = uni_line(arena, arena_copy(arena, line->text, n));
	pair->key_pos = line->pos;
	pair->text = uni_line(arena, line->text + n + 1);
	return pair;
}

/* What stands beside the list of an objective, or instead of one, hangs below
 * it: paragraphs line by line. */
static void
append_beside(struct arena *arena, struct node *item,
    const struct md_block *block)
{
	struct node *lines, *line, *next;
	struct buf out = BUF_INIT;

	if (md_use(block) != MD_BESIDE && md_use(block) != MD_TEXT)
		return;
	lines = md_block_lines(arena, block);
	for (line = lines != NULL ? lines->first : NULL; line != NULL;
	     line = next) {
		next = line->next;
		line->next = NULL;
		node_append(item, line);
	}
	if (lines != NULL)
		return;
	md_write_block(&out, block);
	node_append(item,
	    node_text(arena, uni_line(arena, buf_take(&out, arena)),
		md_place(block)));
}

/* A section as an item: the number of its heading is its label. */
static struct node *
item_of(struct arena *arena, const struct node *section)
{
	struct node *item = node_new(arena, NODE_MAP, section->pos);
	size_t digits = strcspn(section->key, "0123456789"), n;
	const struct md_block *block;
	const struct node *line;
	enum lang lang = LANG_NONE;

	n = number_length(section->key, &lang);
	append_pair(arena, item, term_name(T_ID, lang),
	    arena_copy(arena, section->key + digits,
		strspn(section->key + digits, "0123456789")),
	    section->key_pos);
	append_pair(arena, item, term_name(T_OBJECTIVE, lang), section->key + n,
	    section->key_pos);
	for (line = section->first; line != NULL; line = line->next)
		node_append(item, pair_of(arena, line));
	for (block = section->blocks; block != NULL; block = md_next(block))
		append_beside(arena, item, block);
	return item;
}

void
foreign_arrange(struct method *method)
{
	struct doc *doc = method->bind->doc;
	struct node *list, *child, *root, children;
	enum lang lang = LANG_NONE;
	size_t i;

	for (i = 0; i < doc->part_count; i++) {
		root = doc->parts[i].root;
		list = node_new(method->arena, NODE_LIST, root->pos);
		children = node_emptied(root);
		while ((child = node_take(&children)) != NULL) {
			if (!foreign_is_headed(child)) {
				node_append(root, child);
				continue;
			}
			if (list->first == NULL) {
				number_length(child->key, &lang);
				list->key = term_name(T_PROJECT_AIMS, lang);
				node_append(root, list);
			}
			node_append(list, item_of(method->arena, child));
		}
	}
}

/* What an item of another tool has of an objective. */
static const struct bind_row foreign_rows[] = {
	ROW(BIND_TEXT, objective, id, .key = T_ID, .flags = BIND_LABEL),
	ROW(BIND_TEXT, objective, id, .key = T_NUMBER),
	ROW(BIND_TEXT, objective, text, .key = T_OBJECTIVE, .flags = BIND_MAIN),
	ROW(BIND_TEXT, objective, text, .key = T_ACTION_WHAT),
	ROW(BIND_TEXT, objective, text, .key = T_TEXT),
	ROW(BIND_TEXT, objective, text, .key = T_OPTION),
	ROW(BIND_TEXT, objective, owner, .key = T_ACTION_WHO),
	ROW(BIND_TEXT, objective, due, .key = T_ACTION_WHEN),
	ROW(BIND_OTHERS, objective, others),
	{ BIND_END },
};

static void
add_objective(struct method *method, struct sheet *sheet,
    const struct node *item)
{
	struct objective objective = { .named = false };

	bind_fill_texts(objective_rows, &objective);
	if (!bind_item(method->bind, foreign_rows, item, true, &objective))
		return;
	action_cut_box(&objective.text.text, &(bool){ false });
	objective.text.more = NULL;
	objective.others = (struct bind_list){ .count = 0 };
	if (*objective.text.text != '\0')
		bind_put(method->bind, &sheet->objectives, &objective,
		    sizeof(objective));
}

static void
add_section(struct method *method, struct sheet *sheet,
    const struct node *section)
{
	const struct node *item;

	for (item = section->first; item != NULL; item = item->next)
		if (item->level == 0)
			add_objective(method, sheet, item);
}

void
foreign_read(struct method *method, struct sheet *sheet)
{
	static const enum term aims = T_PROJECT_AIMS;
	const struct bind_list *lists[] = { &sheet->actions, &sheet->selected };
	struct node *const *nodes = sheet->projects.at;
	struct bind_list *into = &sheet->objectives;
	const struct node *part;
	size_t i, j;

	if (into->given)
		return;
	for (i = 0; i < sheet->projects.count; i++)
		for (part = nodes[i]->first; part != NULL; part = part->next)
			if (term_find(part->key, &aims, 1, NULL) != T_NONE)
				add_section(method, sheet, part);
	for (i = 0; i < 2 && into->count == 0; i++) {
		nodes = lists[i]->at;
		for (j = 0; j < lists[i]->count; j++)
			add_section(method, sheet, nodes[j]);
	}
}
