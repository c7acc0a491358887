/*
 * foreign: objectives that stand in no list of this tool's: under a heading
 * each, or in the reports of other tools.
 */
#include <string.h>

#include "objective.h"
#include "text/uni.h"
#include "text/words.h"

static const char figures[] = "0123456789";

const char *
foreign_number(struct arena *arena, const char *text, const char **rest)
{
	size_t n = strcspn(text, " :"), length, mark;
	const char *number = uni_skip_blanks(text + n), *behind;

	if (*text == 'O' && (length = strspn(text + 1, figures)) > 0) {
		number = text;
		length++;
	} else if (term_is(arena_copy(arena, text, n), T_OBJECTIVE)) {
		length = strspn(number, figures);
	} else {
		return NULL;
	}
	behind = uni_skip_blanks(number + length);
	mark = uni_mark_of(behind, ":", ".", "-", "–", "—");
	if (mark == 0 || behind[mark] != ' ' || (length == 0 && *behind != ':'))
		return NULL;
	*rest = uni_skip_blanks(behind + mark);
	return arena_copy(arena, number, length);
}

/* The key of the letter that a text is, "S", "Spécifique (S)", "S – Simple"; or
 * NULL. */
static const char *
letter_of_text(const char *text)
{
	const char *rest = text;
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

static const char *
letter_of(struct arena *arena, const struct node *cell)
{
	return letter_of_text(md_plain(arena, cell->text));
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
	while ((cell = cell->next) != NULL)
		if (*cell->text != '\0' && letter_of(arena, cell) == NULL)
			pair->text = *pair->text == '\0'
			    ? cell->text
			    : arena_format(arena, "%s ; %s", pair->text,
				  cell->text);
	return pair;
}

/* Whether lines below a heading are letters, "S : what it is", two at least. */
static bool
has_letters(struct arena *arena, const struct node *section)
{
	size_t letters = 0;
	const char *line;

	NODE_EACH(const struct node, child, section) {
		line = md_plain(arena,
		    *child->key != '\0' ? child->key : child->text);
		letters += child->level == 0 &&
		    letter_of_text(uni_until(arena, line,
			line + strcspn(line, ":"))) != NULL;
	}
	return letters > 1;
}

/* Whether a heading says that its section is one objective. */
static bool
is_objective(struct arena *arena, const struct node *section)
{
	const char *rest, *number = foreign_number(arena, section->key, &rest);

	return number != NULL &&
	    (*number != '\0' || has_letters(arena, section));
}

bool
foreign_claims(const struct node *section)
{
	const struct node *row = section->first;
	bool named = false;
	size_t letters = 0;

	if (section->level > 0 || row == NULL || row->table == 0)
		return false;
	NODE_EACH(const struct node, cell, row) {
		named = named || term_is(cell->key, T_OBJECTIVE);
		letters += uni_count(cell->key, strlen(cell->key)) == 1 ||
		    term_find(cell->key, objective_words, WORDS, NULL) !=
			T_NONE;
	}
	return named && letters > 2;
}

bool
foreign_heads(const struct node *section)
{
	ARENA_SCRATCH(arena);
	const char *rest, *number = foreign_number(arena, section->key, &rest);

	if (foreign_claims(section))
		return true;
	return number != NULL && *number != '\0' && section->first == NULL &&
	    section->blocks == NULL;
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

	if (term_read(heading, TERM_GLOSSED, kinds, 4, NULL) != T_NONE)
		return true;
	for (size_t i = 0; i < 3; i++)
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
	struct node rows = { .first = NULL }, *row, *pair;

	if (letters > 0)
		rows = node_emptied(section);
	while ((row = node_take(&rows)) != NULL) {
		pair = row->table > 0 ? pair_of_row(arena, row) : row;
		if (pair != NULL)
			node_append(section, pair);
		else
			while ((pair = node_take(row)) != NULL)
				node_append(section, pair);
	}
	return letters;
}

/* The text of what stands beside a list, or instead of one; NULL where it is
 * anything else. */
static const char *
text_of(struct arena *arena, const struct md_block *block)
{
	struct buf out = BUF_INIT;

	if (block == NULL ||
	    (md_use(block) != MD_BESIDE && md_use(block) != MD_TEXT))
		return NULL;
	md_write_block(&out, block);
	return uni_line(arena, buf_take(&out, arena));
}

/*
 * Makes a section an item: the number of its heading is its label, and the rest
 * of it what is to be reached, or else its first paragraph; where neither is, it
 * justifies the one objective of the sheet.
 */
static void
make_item(struct arena *arena, struct node *section)
{
	const struct md_block *block = section->blocks;
	const char *text = section->key;
	const char *number = foreign_number(arena, section->key, &text);

	if (number == NULL && is_sheet(text) &&
	    (text = text_of(arena, block)) != NULL)
		block = md_next(block);
	NODE_EACH(struct node, child, section)
		if (child->level > 0 && result_is(child->key)) {
			child->text = child->whole;
			child->key = child->whole = "";
			child->level = 0;
		}
	section->kind = NODE_MAP;
	section->level = 0;
	section->whole = "";
	section->text = text != NULL ? text : "";
	section->key = number != NULL ? number : "";
	md_hang_blocks(arena, section, block);
	section->blocks = NULL;
}

/* Whether an item says what is to be reached. */
static bool
has_objective(const struct node *item)
{
	const struct node *pair = item->first;

	while (pair != NULL && !term_is(pair->key, T_OBJECTIVE))
		pair = pair->next;
	return *item->text != '\0' || pair != NULL;
}

/* The language of a section: of the word before its number, or else of all. */
static enum lang
lang_of(struct arena *arena, const struct node *section)
{
	enum lang lang = LANG_NONE;
	size_t votes[3] = { 0 };

	term_find(arena_copy(arena, section->key, strcspn(section->key, " ")),
	    (const enum term[]){ T_OBJECTIVE }, 1, &lang);
	if (lang != LANG_NONE)
		return lang;
	words_vote(arena, section->key, votes);
	bind_vote_words(arena, section->first, votes, SIZE_MAX);
	return bind_winner(votes) == LANG_EN ? LANG_EN : LANG_FR;
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
put_item(struct arranged *into, struct node *section)
{
	static const enum term keys[] = { T_JUSTIFICATIONS, T_PROJECT_AIMS };
	enum lang lang = lang_of(into->arena, section);
	struct node **list;
	bool reached;

	make_item(into->arena, section);
	reached = has_objective(section);
	list = &into->lists[reached];
	if (*list == NULL) {
		*list = node_new(into->arena, NODE_LIST, section->pos);
		(*list)->key = term_name(keys[reached], lang);
		node_append(into->root, *list);
	}
	node_append(*list, section);
}

/* Takes the sections that are items out of a section, and of those in it but
 * for the reports of tools. */
static void
arrange(struct arranged *into, struct node *parent)
{
	struct node children = node_emptied(parent), *child;
	size_t letters;

	while ((child = node_take(&children)) != NULL) {
		letters = child->level > 0 ? pair_rows(into->arena, child) : 0;
		if (letters > into->letters)
			into->letters = letters;
		if (letters > 0 ||
		    (child->level > 0 && is_objective(into->arena, child))) {
			put_item(into, child);
			continue;
		}
		if (child->level > 0 && term_find_subject(child->key) == T_NONE)
			arrange(into, child);
		node_append(parent, child);
	}
}

void
foreign_arrange(struct method *method, const struct doc_part *part)
{
	struct sheet *sheet = method->into;
	struct arranged into = { method->arena, part->root };

	arrange(&into, into.root);
	if (into.letters > sheet->spelled)
		sheet->spelled = into.letters;
}

/* What an item of another tool has of an objective. */
static const struct bind_row foreign_rows[] = {
	ROW(objective, id, .key = T_ID, .flags = BIND_LABEL),
	ROW(objective, id, .key = T_NUMBER),
	ROW(objective, text, .key = T_OBJECTIVE, .flags = BIND_MAIN),
	ROW(objective, text, .key = T_ACTION_WHAT),
	ROW(objective, text, .key = T_TEXT),
	ROW(objective, text, .key = T_OPTION),
	ROW(objective, owner, .key = T_ACTION_WHO),
	ROW(objective, due, .key = T_ACTION_WHEN),
	ROW_AS(BIND_OTHERS, objective, others),
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
		bind_add(method->bind, &sheet->objectives, objective);
}

static void
add_section(struct method *method, struct sheet *sheet,
    const struct node *section)
{
	NODE_EACH(const struct node, item, section)
		if (item->level == 0)
			add_objective(method, sheet, item);
}

void
foreign_read(struct method *method, struct sheet *sheet)
{
	const struct bind_list *lists[] = { &sheet->actions, &sheet->selected };
	struct bind_list *into = &sheet->objectives;

	if (into->given)
		return;
	BIND_EACH(const struct node *const, project, &sheet->projects)
		NODE_EACH(const struct node, part, (*project))
			if (term_is(part->key, T_PROJECT_AIMS))
				add_section(method, sheet, part);
	for (size_t i = 0; i < 2 && into->count == 0; i++)
		BIND_EACH(const struct node *const, section, lists[i])
			add_section(method, sheet, *section);
}
