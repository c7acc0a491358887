/*
 * foreign: objectives that stand in no list of theirs, but under a heading each.
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
	if (*behind == '\0' ? length == 0
			    : mark == 0 || behind[mark] != ' ' ||
		    (length == 0 && *behind != ':'))
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

/* A row of a table whose first cell is a letter, as a pair: what stands in the
 * others, but for the word of a letter; NULL for any other. */
static struct node *
pair_of_row(struct arena *arena, const struct node *row)
{
	const struct node *cell = row->first;
	const char *key =
	    cell != NULL ? letter_of_text(md_plain(arena, cell->text)) : NULL;
	struct node *pair;

	if (key == NULL)
		return NULL;
	pair = node_text(arena, "", cell->pos);
	pair->key = key;
	while ((cell = cell->next) != NULL)
		if (*cell->text != '\0' &&
		    letter_of_text(md_plain(arena, cell->text)) == NULL)
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

bool
foreign_claims(const struct node *section)
{
	const struct node *row = section->first;
	bool named = false, results = false;
	size_t letters = 0;

	if (section->level > 0 || row == NULL || row->table == 0)
		return false;
	NODE_EACH(const struct node, cell, row) {
		named = named || term_is(cell->key, T_OBJECTIVE);
		results = results || result_is(cell->key);
		letters += uni_count(cell->key, strlen(cell->key)) == 1 ||
		    term_find(cell->key, objective_words, WORDS, NULL) !=
			T_NONE;
	}
	return named && (letters > 2 || results);
}

bool
foreign_heads(const struct node *section)
{
	ARENA_SCRATCH(arena);
	const char *rest, *number = foreign_number(arena, section->key, &rest);

	if (foreign_claims(section))
		return true;
	return number != NULL && *number != '\0' && *rest != '\0' &&
	    section->first == NULL && section->blocks == NULL;
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
		key = row->first != NULL
		    ? letter_of_text(md_plain(arena, row->first->text))
		    : NULL;
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

/* Whether a section is one objective: its heading says so, or is one of no list
 * over results; or it stands in front of a section of these. */
static bool
is_objective(struct arena *arena, const struct node *section,
    const struct node *next)
{
	const char *rest, *number = foreign_number(arena, section->key, &rest);

	if (number != NULL)
		return *number != '\0' || has_letters(arena, section) ||
		    result_in(arena, section);
	if (!is_sheet(section->key))
		return result_in(arena, section);
	if (section->first != NULL)
		next = section->first;
	return term_is(section->key, T_OBJECTIVE) && *section->text != '\0' &&
	    next != NULL && result_heads(next);
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
make_item(struct arena *arena, struct node *section, enum lang lang)
{
	const struct md_block *block = section->blocks;
	const char *text = section->key;
	const char *number = foreign_number(arena, section->key, &text);
	struct node was = node_emptied(section), *child;

	if ((number == NULL ? is_sheet(text) : *text == '\0') &&
	    (text = text_of(arena, block)) != NULL)
		block = md_next(block);
	while ((child = node_take(&was)) != NULL) {
		if (result_heads(child)) {
			result_hang(arena, section, child, lang);
			continue;
		}
		if (child->level > 0 && result_is(child->key)) {
			child->text = child->whole;
			child->key = child->whole = "";
			child->level = 0;
		}
		node_append(section, child);
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
	NODE_EACH(const struct node, pair, item)
		if (term_is(pair->key, T_OBJECTIVE))
			return true;
	return *item->text != '\0';
}

/* The language of a section: of the word before its number, or else of all. */
static enum lang
lang_of(struct arena *arena, const struct node *section)
{
	static const enum term names[] = { T_OBJECTIVE, T_INDICATOR };
	enum lang lang = LANG_NONE;
	size_t votes[3] = { 0 };

	term_find(section->key, names, 2, &lang);
	if (lang == LANG_NONE)
		term_find(arena_copy(arena, section->key,
			      strcspn(section->key, " ")),
		    names, 1, &lang);
	if (lang != LANG_NONE)
		return lang;
	words_vote(arena, section->key, votes);
	bind_vote_words(arena, section->first, votes, SIZE_MAX);
	return bind_winner(votes) == LANG_EN ? LANG_EN : LANG_FR;
}

/* The lists that a document gets, of why and of what is reached, with its last
 * item; and the letters of the longest table. */
struct arranged {
	struct arena *arena;
	struct node *root, *lists[2], *last;
	size_t letters;
};

static struct node *
list_of(struct arranged *into, bool reached, const struct node *section,
    enum lang lang)
{
	static const enum term keys[] = { T_JUSTIFICATIONS, T_PROJECT_AIMS };
	struct node **list = &into->lists[reached];

	if (*list == NULL) {
		*list = node_new(into->arena, NODE_LIST, section->pos);
		(*list)->key = term_name(keys[reached], lang);
		node_append(into->root, *list);
	}
	return *list;
}

/* Puts a section that is an item into the list of objectives, or that of
 * justifications. */
static void
put_item(struct arranged *into, struct node *section)
{
	enum lang lang = lang_of(into->arena, section);
	bool reached;

	make_item(into->arena, section, lang);
	reached = has_objective(section);
	node_append(list_of(into, reached, section, lang), section);
	if (reached)
		into->last = section;
}

/* Whether a section of nobody holds objectives by their labels, "- O1 : ouvrir",
 * and nothing else. */
static bool
is_theme(struct arena *arena, const struct node *section)
{
	const char *rest, *number = NULL;

	NODE_EACH(const struct node, child, section) {
		number = child->level == 0 && child->table == 0
		    ? foreign_number(arena, node_line(child), &rest)
		    : NULL;
		if (number == NULL || *number != 'O')
			return false;
	}
	return number != NULL && section->level > 0 &&
	    !is_sheet(section->key) && term_find_key(section->key) == T_NONE;
}

static void arrange(struct arranged *into, struct node *parent);

/* What stands in a section, or in front of another; false where it stays. */
static bool
arrange_child(struct arranged *into, struct node *child,
    const struct node *next)
{
	size_t letters = child->level > 0 ? pair_rows(into->arena, child) : 0;
	enum lang lang = lang_of(into->arena, child);

	if (child->table > 0)
		result_date(into->arena, child);
	if (letters > into->letters)
		into->letters = letters;
	if (into->last != NULL && result_heads(child)) {
		result_hang(into->arena, into->last, child, lang);
		return true;
	}
	if (letters > 0 ||
	    (child->level > 0 && is_objective(into->arena, child, next))) {
		put_item(into, child);
		return true;
	}
	if (is_theme(into->arena, child)) {
		node_append(list_of(into, true, child, lang), child);
		return true;
	}
	if (child->level > 0 ? term_find_subject(child->key) == T_NONE
			     : child->blocks != NULL)
		arrange(into, child);
	return false;
}

/* Takes the sections that are items out of a section, and of those in it but
 * for the reports of tools. */
static void
arrange(struct arranged *into, struct node *parent)
{
	struct node children = node_emptied(parent), *child;

	while ((child = node_take(&children)) != NULL)
		if (!arrange_child(into, child, children.first))
			node_append(parent, child);
}

void
foreign_arrange(struct method *method, const struct doc_part *part)
{
	struct sheet *sheet = method->into;
	struct arranged into = { method->arena, part->root };
	struct node *lines = result_lines(method->arena, part->root);

	if (lines != NULL)
		node_append(into.root, lines);
	arrange(&into, into.root);
	if (into.letters > sheet->spelled)
		sheet->spelled = into.letters;
}
