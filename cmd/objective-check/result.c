/*
 * result: the key results of an objective (OKR), which hang below it: "KR1.2 : 60 %
 * of requests online".
 *
 * Andrew S. Grove, High Output Management, 1983.
 */
#include <string.h>

#include "objective.h"
#include "text/uni.h"

bool
result_is(const char *text)
{
	ARENA_SCRATCH(arena);
	const char *folded = uni_fold(arena, text);
	size_t n = term_front(T_OBJECTIVE_RESULTS, folded);

	folded = uni_skip_blanks(folded + n);
	return n > 0 && *folded >= '0' && *folded <= '9';
}

bool
result_heads(const struct node *section)
{
	ARENA_SCRATCH(arena);
	const char *folded = uni_fold(arena, section->key);

	return section->level > 0 &&
	    term_front(T_OBJECTIVE_RESULTS, folded) > 0 &&
	    strpbrk(folded, "0123456789") == NULL;
}

/* A row of a table of results as a line: its first cell, and behind it what the
 * others say. */
static const char *
row_line(struct arena *arena, const struct node *row)
{
	const char *text = "";

	NODE_EACH(const struct node, cell, row)
		if (*cell->text != '\0')
			text = *text == '\0'
			    ? cell->text
			    : arena_format(arena, "%s ; %s: %s", text,
				  cell->key, cell->text);
	return text;
}

/* Adds a result that hangs below an objective; one without a label is KR and its
 * number there. */
static void
add_result(struct arena *arena, struct node *objective,
    const struct node *result, enum lang lang)
{
	const char *line =
	    result->table > 0 ? row_line(arena, result) : node_line(result);
	struct node *below;

	if (!result_is(md_plain(arena, line)))
		line = arena_format(arena, "KR%zu%s%s", objective->count + 1,
		    term_name(T_COLON, lang), line);
	below = node_text(arena, line, result->pos);
	NODE_EACH(const struct node, child, result)
		if (result->table == 0)
			node_append(below, node_again(arena, child));
	node_append(objective, below);
}

void
result_hang(struct arena *arena, struct node *objective,
    const struct node *section, enum lang lang)
{
	const struct node *lines =
	    md_section_lines(arena, section, 1U << MD_BESIDE | 1U << MD_TEXT);

	NODE_EACH(const struct node, line, lines)
		add_result(arena, objective, line, lang);
	NODE_EACH(const struct node, item, section)
		add_result(arena, objective, item, lang);
}

bool
result_in(struct arena *arena, const struct node *section)
{
	const struct node *lines =
	    md_section_lines(arena, section, 1U << MD_BESIDE | 1U << MD_TEXT);
	bool found = false;
	const char *rest;

	NODE_EACH(const struct node, line, lines) {
		if (foreign_number(arena, line->text, &rest) != NULL)
			return false;
		found = found || result_is(md_plain(arena, line->text));
	}
	NODE_EACH(const struct node, child, section)
		found = found || result_heads(child) ||
		    (child->level == 0 && child->table == 0 &&
			result_is(md_plain(arena, node_line(child))));
	return found;
}

/* Whether a block begins with an objective or a result; its lines are added to a
 * list: a result hangs below the objective before it, and what goes on with one
 * below that. */
static bool
add_lines(struct arena *arena, const struct md_block *block, struct node *into,
    enum lang *lang)
{
	static const enum term names[] = { T_OBJECTIVE };
	struct node *lines = md_use(block) == MD_BESIDE ||
		md_use(block) == MD_TEXT || md_use(block) == MD_PAIRS
	    ? md_block_lines(arena, block)
	    : NULL;
	struct node *line, *over = NULL;
	const char *rest, *number;

	if (lines == NULL || lines->first == NULL ||
	    (foreign_number(arena, lines->first->text, &rest) == NULL &&
		!result_is(lines->first->text)))
		return false;
	while ((line = node_take(lines)) != NULL) {
		number = foreign_number(arena, line->text, &rest);
		if (number != NULL) {
			term_find(arena_copy(arena, line->text,
				      strcspn(line->text, " :")),
			    names, 1, lang);
			line->key = number;
			line->text = rest;
			node_append(into, line);
			over = line;
		} else if (result_is(line->text) || over == NULL) {
			node_append(into->last != NULL ? into->last : into,
			    line);
			over = line;
		} else {
			node_append(over, line);
		}
	}
	return true;
}

struct node *
result_lines(struct arena *arena, struct node *root)
{
	struct node *list = node_new(arena, NODE_LIST, root->pos), *child;
	struct node was, none = { .kind = NODE_LIST };
	const struct md_block *block = root->blocks;
	enum lang lang = LANG_NONE;
	bool results = false;

	MD_EACH(const struct md_block, each, root)
		add_lines(arena, each, list, &lang);
	NODE_EACH(const struct node, objective, list)
		NODE_EACH(const struct node, line, objective)
			results = results || result_is(line->text);
	if (!results)
		return NULL;
	MD_EACH(struct md_block, each, root)
		if (add_lines(arena, each, &none, &lang))
			md_take(each, true);
	was = node_emptied(root);
	while ((child = node_take(&was)) != NULL) {
		while (block != NULL && md_next(block) != NULL &&
		    child->level == 0 &&
		    child->pos.line >= md_place(md_next(block)).line)
			block = md_next(block);
		if (child->level > 0 || block == NULL ||
		    md_use(block) != MD_TAKEN || !md_holds(block, child->pos))
			node_append(root, child);
	}
	list->key = term_name(T_PROJECT_AIMS, lang);
	return list;
}

/* When a column that is headed as a target says that it is to be reached: "Cible
 * 2026-T3", "Target for Q3", "Target (Q3)"; or NULL. */
static const char *
target_when(struct arena *arena, const char *head, enum lang *lang)
{
	static const enum term names[] = { T_TARGET };
	const char *end = strlen(head) < MD_WIDE ? head : "";

	while (*end != '\0' && *(end += strcspn(end + 1, " ") + 1) != '\0') {
		const char *rest = uni_fold(arena, end + 1);

		rest =
		    md_plain(arena, end + 1 + term_front(T_TARGET_WHEN, rest));
		rest += strspn(rest, "( ");
		if (strpbrk(rest, "0123456789") != NULL &&
		    term_find(arena_until(arena, head, end), names, 1, lang) !=
			T_NONE)
			return arena_copy(arena, rest, strcspn(rest, ")"));
	}
	return NULL;
}

void
result_date(struct arena *arena, struct node *row)
{
	struct node *target = NULL, *due;
	const char *when = NULL, *told;
	enum lang lang = LANG_NONE;

	NODE_EACH(struct node, cell, row) {
		if (term_is_any(cell->key, T_DUE, T_TARGET))
			return;
		told = target_when(arena, cell->key, &lang);
		if (told == NULL || *cell->text == '\0')
			continue;
		target = cell;
		when = told;
	}
	if (target == NULL)
		return;
	target->key = term_name(T_TARGET, lang);
	due = node_text(arena, md_words(arena, when), target->pos);
	due->key = term_name(T_DUE, lang);
	node_append(row, due);
}

/* Whether an objective is the result of another, "KR1 : 12 minutes", and nothing
 * else is said of it. */
static bool
is_bare_result(struct method *method, const struct objective *objective)
{
	struct objective alone = { .id = objective->id,
		.text = objective->text };

	bind_fill_texts(objective_rows, &alone);
	return result_is(
		   *alone.id.text != '\0' ? alone.id.text : alone.text.text) &&
	    objective->text.more == NULL && objective->others.count == 0 &&
	    method_says(method, objective_rows, objective, &alone);
}

/* A result as the line that hangs below an objective, "O1 : ouvrir", whose label
 * is taken. */
static void
hang(struct method *method, struct objective *over,
    const struct objective *result)
{
	struct bind_more *more = arena_alloc(method->arena, sizeof(*more));
	const char *rest, *number;
	struct node *line = node_text(method->arena,
	    *result->id.text == '\0'
		? result->text.text
		: arena_format(method->arena, "%s%s%s", result->id.text,
		      method_word(method, T_COLON), result->text.text),
	    result->text.pos);

	*more = (struct bind_more){ .columns.count = 0 };
	if (*over->id.text == '\0' &&
	    (number = foreign_number(method->arena, over->text.text, &rest)) !=
		NULL &&
	    *number == 'O') {
		over->id.text = number;
		over->text.text = md_text(method->arena, rest);
	}
	if (over->text.more != NULL)
		*more = *over->text.more;
	bind_add(method->bind, &more->below, line);
	over->text.more = more;
}

void
results_hang(struct method *method, struct bind_list *objectives)
{
	struct bind_list kept = { .pos = objectives->pos,
		.given = objectives->given };
	struct objective *over = NULL;

	BIND_EACH(struct objective, objective, objectives) {
		if (over == NULL || !is_bare_result(method, objective)) {
			bind_put(method->bind, &kept, objective,
			    sizeof(*objective));
			over = bind_nth(&kept, sizeof(*over), kept.count - 1);
		} else {
			hang(method, over, objective);
		}
	}
	*objectives = kept;
}

const char *
result_next(struct method *method, const struct objective *objective,
    size_t *place)
{
	const struct bind_more *more = objective->text.more;
	size_t columns = more != NULL ? more->columns.count : 0;
	struct node *const *at;
	const char *text;

	while (more != NULL && *place < columns + more->below.count) {
		if (*place < columns) {
			at = more->columns.at;
			at += (*place)++;
			if (result_is((*at)->key))
				return method_plain(method, (*at)->text);
			continue;
		}
		at = more->below.at;
		at += (*place)++ - columns;
		text = method_plain(method, (*at)->text);
		if (!result_is(text))
			continue;
		text = strpbrk(text, "0123456789");
		return text + strspn(text, "0123456789.");
	}
	return NULL;
}
