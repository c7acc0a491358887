/*
 * aside: what a pad has below the answers of a round, line by line: the next
 * round in one answer, an amendment, what was declared.
 */
#include <string.h>

#include "base/arena.h"
#include "sheet.h"
#include "source/md.h"

/* A pair of the follow-up, "Review: September". */
static bool
read_pair(struct process *process, const char *text, struct pos pos, bool put)
{
	const struct bind_row *row;
	const char *head, *rest;

	if (!answer_split(process, text, &head, &rest))
		return false;
	row = bind_find(process->bind, sheet_follow_rows, head);
	if (row != NULL && put)
		bind_value(process->bind, row,
		    node_text(process->arena, rest, pos),
		    &process->sheet->follow_up);
	return row != NULL;
}

/* The length of a sentence: its full stop is no abbreviation's before a colon,
 * "Resp. : ". */
static size_t
sentence(const char *text)
{
	const char *end = text;

	while ((end = strstr(end, ". ")) != NULL && end[2] == ':')
		end += 2;
	return end != NULL ? (size_t)(end - text) : strlen(text);
}

/* "Adopted. Review: September." */
static bool
read_decision(struct process *process, const char *text, struct pos pos,
    bool put)
{
	size_t n = sentence(text);
	const char *first = arena_copy(process->arena, text, n);

	if (!setting_is_decision(process, first))
		return false;
	if (put)
		setting_declare(process, node_text(process->arena, first, pos));
	for (text += n; *text != '\0'; text += n) {
		text += strspn(text, ". ");
		n = sentence(text);
		if (n > 0 &&
		    !read_pair(process, arena_copy(process->arena, text, n),
			pos, put))
			return false;
	}
	return true;
}

static bool
read_round(struct process *process, const char *head, const char *rest,
    struct pos pos, bool put)
{
	struct said said = { { "" }, { rest, pos, true }, { "" } };
	size_t number, version;
	struct round *round;

	if (!version_number(head, T_ROUNDS, &number, &version) ||
	    !answer_is(process, rest))
		return false;
	round = put ? round_add(process, number, pos) : NULL;
	if (round != NULL && answer_lead(process, &said)) {
		round->version = version;
		answer_add(process, round, &said);
	}
	return true;
}

static void
add_amendment(struct process *process, const char *text, struct pos pos)
{
	const struct bind_text none = { "", pos, false };
	struct amendment *amendment = bind_append(process->bind,
	    &process->sheet->amendments, sizeof(*amendment));

	*amendment =
	    (struct amendment){ none, none, none, { text, pos, true } };
}

/* Whether a line says any of that; put: it is taken. */
static bool
read_line(struct process *process, const struct node *line, bool put)
{
	static const enum term amendment[] = { T_AMENDMENT_ONE };
	const char *text = bind_text(process->bind, line), *head, *rest;

	if (!answer_split(process, text, &head, &rest))
		return read_decision(process, text, line->pos, put);
	if (term_find(head, amendment, 1, NULL) != T_NONE) {
		if (put)
			add_amendment(process, rest, line->pos);
		return true;
	}
	return read_round(process, head, rest, line->pos, put) ||
	    read_pair(process, text, line->pos, put) ||
	    read_decision(process, text, line->pos, put);
}

/* A paragraph is taken where each of its lines is understood; else it stays
 * beside, whole. */
static void
read_block(struct process *process, struct md_block *block)
{
	const struct node *lines = md_block_lines(process->arena, block), *line;

	if (lines == NULL)
		return;
	for (line = lines->first; line != NULL; line = line->next)
		if (!read_line(process, line, false))
			return;
	for (line = lines->first; line != NULL; line = line->next)
		read_line(process, line, true);
	md_take(block, true);
}

void
aside_read(struct process *process, const struct node *section)
{
	struct md_block *block = section->blocks;

	for (; block != NULL; block = (struct md_block *)md_next(block))
		if (md_use(block) == MD_BESIDE)
			read_block(process, block);
}
