/*
 * foreign: objectives that stand in no list of this tool's: under a heading
 * each, or in the reports of other tools.
 */
#include <string.h>

#include "base/arena.h"
#include "objective.h"
#include "source/md.h"
#include "text/uni.h"
#include "text/words.h"

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

/* Whether a section is one objective: "Objectif 1 : ouvrir", a heading or a line
 * above a list. */
static bool
is_headed(const struct node *section)
{
	return section->level > 0 && number_length(section->key, NULL) > 0;
}

/* The key of the letter that a cell is, "S", "Spécifique (S)", "S – Simple"; or
 * NULL. */
static const char *
letter_of(struct arena *arena, const struct node *cell)
{
	const char *text = md_plain(arena, cell->text), *rest = text;
	enum term word;

	if (*text != '\0' && strchr("SMARTIE", *text) != NULL) {
		if (text[1] == '\0')
			return text;
		rest += 1 + strspn(text + 1, " :.=()-");
		if (rest == text + 1)
			rest = text;
	}
	word = term_read(rest, TERM_GLOSSED, objective_words, WORDS, NULL);
	return word != T_NONE ? term_name(word, LANG_FR) : NULL;
}

/* A row of a table whose first cell is a letter, as a pair: what stands in the
 * others, but for the word of a letter; NULL for any other. */
static struct node *
pair_of_row(struct arena *arena, const struct node *row)
{
	const struct node *cell = row->first;
	const char *key = cell != NULL ? letter_of(arena, cell) : NULL;
	struct node *pair;

	if (key == NULL)
		return NULL;
	pair = node_text(arena, "", cell->pos);
	pair->key = key;
	pair->key_pos = cell->pos;
	while ((cell = cell->next) != NULL)
		if (*cell->text != '\0' && letter_of(arena, cell) == NULL)
			pair->text = *pair->text == '\0'
			    ? cell->text
			    : arena_format(arena, "%s ; %s", pair->text,
				  cell->text);
	return pair;
}

/* How many letters the rows of a section's table are, from the S on; 0 where
 * one of them is none. */
static size_t
count_letters(struct arena *arena, const struct node *section)
{
	static const enum term first[] = { T_SPECIFIC, T_STRATEGIC };
	const struct node *row = section->first;
	size_t rows = 0;
	const char *key;

	for (; row != NULL && row->table > 0; row = row->next, rows++) {
		key = row->first != NULL ? letter_of(arena, row->first) : NULL;
		if (key == NULL ||
		    (rows == 0 && strcmp(key, "S") != 0 &&
			term_find(key, first, 2, NULL) == T_NONE))
			return 0;
	}
	return rows > 2 && (row == NULL || row->table == 0) ? rows : 0;
}

/* Whether a heading says what a sheet is, and not what is to be reached. */
static bool
is_sheet(const char *heading)
{
	static const enum term kinds[] = { T_OBJECTIVE, T_PROJECT_AIMS,
		T_JUSTIFICATIONS, T_GRID };
	static const enum term names[] = { T_SMARTIES, T_SMART, T_SMARTIE };
	size_t i;

	if (term_read(heading, TERM_GLOSSED, kinds, 4, NULL) != T_NONE)
		return true;
	for (i = 0; i < 3; i++)
		if (strstr(heading, term_name(names[i], LANG_FR)) != NULL)
			return true;
	return false;
}

/* Has the rows of letters in a section stand as pairs, and so the cells of other
 * tables beside them; how many it had. */
static size_t
pair_rows(struct arena *arena, struct node *section)
{
	size_t letters = count_letters(arena, section);
	struct node *child = letters > 0 ? node_emptied(section).first : NULL;
	const struct node *cell;
	struct node *pair;

	for (; child != NULL; child = child->next) {
		pair = child->table > 0 ? pair_of_row(arena, child)
					: node_again(arena, child);
		if (pair != NULL)
			node_append(section, pair);
		else
			for (cell = child->first; cell; cell = cell->next)
				node_append(section, node_again(arena, cell));
	}
	return letters;
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

/* The text of a section's first paragraph, which then is no more beside it; ""
 * where it has none. */
static const char *
take_paragraph(struct arena *arena, const struct md_block **block)
{
	struct buf out = BUF_INIT;

	if (*block == NULL ||
	    (md_use(*block) != MD_BESIDE && md_use(*block) != MD_TEXT))
		return "";
	md_write_block(&out, *block);
	*block = md_next(*block);
	return uni_line(arena, buf_take(&out, arena));
}

/* A line of an objective: "S : what it is" is a pair, whatever its key. */
static struct node *
pair_of(struct arena *arena, const struct node *line)
{
	struct node *pair = bind_pair_of(arena, line);
	const char *behind = line->text + strcspn(line->text, ":");

	return pair != NULL && line->first == NULL &&
		strchr(" \t", behind[1]) != NULL
	    ? pair
	    : node_again(arena, line);
}

/*
 * A section as an item: the number of its heading is its label, and the rest of
 * it what is to be reached, or else its first paragraph; where neither is, it
 * justifies the one objective of the sheet.
 */
static struct node *
item_of(struct arena *arena, const struct node *section)
{
	struct node *item = node_new(arena, NODE_MAP, section->pos);
	size_t n = number_length(section->key, NULL);
	const char *digits = section->key + strcspn(section->key, "0123456789");
	const struct md_block *block = section->blocks;
	const struct node *line;

	item->text = section->key + n;
	item->key_pos = section->key_pos;
	if (n > 0)
		item->key =
		    arena_copy(arena, digits, strspn(digits, "0123456789"));
	else if (is_sheet(section->key))
		item->text = take_paragraph(arena, &block);
	for (line = section->first; line != NULL; line = line->next)
		node_append(item, pair_of(arena, line));
	for (; block != NULL; block = md_next(block))
		append_beside(arena, item, block);
	return item;
}

/* Whether an item says what is to be reached. */
static bool
has_objective(const struct node *item)
{
	static const enum term objective = T_OBJECTIVE;
	const struct node *pair = item->first;

	while (
	    pair != NULL && term_find(pair->key, &objective, 1, NULL) == T_NONE)
		pair = pair->next;
	return *item->text != '\0' || pair != NULL;
}

/* The language of a section: of its number, or else of its words. */
static enum lang
lang_of(struct arena *arena, const struct node *section)
{
	enum lang lang = LANG_NONE;
	size_t votes[3] = { 0 };
	const struct node *line;

	if (number_length(section->key, &lang) > 0 && lang != LANG_NONE)
		return lang;
	words_vote(arena, section->key, votes);
	for (line = section->first; line != NULL; line = line->next)
		words_vote(arena, line->text, votes);
	return votes[LANG_EN] > votes[LANG_FR] ? LANG_EN : LANG_FR;
}

/* The lists that a document gets, and the letters of its longest table. */
struct arranged {
	struct arena *arena;
	struct node *root, *lists[2];
	size_t letters;
};

/* Puts a section that is an item into the list of objectives, or that of
 * justifications. */
static void
put_item(struct arranged *into, const struct node *section)
{
	static const enum term keys[] = { T_JUSTIFICATIONS, T_PROJECT_AIMS };
	struct node *item = item_of(into->arena, section);
	bool aim = has_objective(item);
	struct node **list = &into->lists[aim];

	if (*list == NULL) {
		*list = node_new(into->arena, NODE_LIST, item->pos);
		(*list)->key =
		    term_name(keys[aim], lang_of(into->arena, section));
		node_append(into->root, *list);
	}
	node_append(*list, item);
}

/* Takes the sections that are items out of a section, and of those in it but
 * for the reports of tools. */
static void
arrange(struct arranged *into, struct node *parent)
{
	struct node *child = node_emptied(parent).first, *next;
	size_t letters;

	for (; child != NULL; child = next) {
		next = child->next;
		child->next = NULL;
		letters = child->level > 0 ? pair_rows(into->arena, child) : 0;
		if (letters > into->letters)
			into->letters = letters;
		if (letters > 0 || is_headed(child)) {
			put_item(into, child);
			continue;
		}
		if (child->level > 0 && term_find_subject(child->key) == T_NONE)
			arrange(into, child);
		node_append(parent, child);
	}
}

void
foreign_arrange(struct method *method)
{
	struct sheet *sheet = method->into;
	struct doc *doc = method->bind->doc;
	struct arranged into;
	size_t i;

	for (i = 0; i < doc->part_count; i++) {
		into = (struct arranged){ method->arena, doc->parts[i].root };
		arrange(&into, into.root);
		if (into.letters > sheet->spelled)
			sheet->spelled = into.letters;
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
