/*
 * aside: what a pad has below the answers of a round, line by line: the next
 * round in one answer, an amendment, what was declared.
 */
#include <string.h>

#include "consent/process_inner.h"
#include "text/uni.h"
#include "value/period.h"

/* "revue le 15/10/2026", "to be reviewed in May": the row of a day of the
 * follow-up, or NULL. */
static const struct bind_row *
find_day(struct process *process, const char *text, const char **day)
{
	enum { MOST_WORDS = 5 };
	const struct bind_row *row;
	const char *blank = text;
	struct period period;
	struct date_span span;
	size_t words = 0;

	while (words++ < MOST_WORDS && (blank = strchr(blank, ' ')) != NULL) {
		row = bind_find(process->bind, follow_rows,
		    arena_until(process->arena, text, blank));
		*day = blank + (strncmp(blank, " on ", 4) == 0 ? 4 : 1);
		if (row != NULL && row->kind == BIND_DATE &&
		    (period_of_some_year(*day, &period) > SURE_EMPTY ||
			date_ahead_read(*day, &span)))
			return row;
		blank++;
	}
	return NULL;
}

/* A pair of the follow-up, "Review: September", or one that the tool takes
 * here; put: it is taken. */
static bool
read_pair(struct process *process, const char *text, struct pos pos, bool put)
{
	const char *head = text, *rest = "";
	const struct bind_row *row;
	struct node *pair;

	if (answer_split(process, text, &head, &rest)) {
		row = bind_find(process->bind, follow_rows, head);
		if (row == NULL && process->below != NULL)
			row = bind_find(process->bind, process->below, head);
	} else {
		row = find_day(process, text, &rest);
		if (row != NULL)
			head = uni_until(process->arena, text, rest);
	}
	if (row != NULL && put) {
		pair = node_text(process->arena, rest, pos);
		pair->key = head;
		pair->key_pos = pos;
		account_tell(process->bind->doc->account, pair, ACCOUNT_READ,
		    row->key);
		bind_value(process->bind, row, pair, process->sheet);
	}
	return row != NULL;
}

/* The length of a sentence without its full stop, which is no abbreviation's
 * before a colon, "Resp. : "; it ends before a day of the follow-up, too. */
static size_t
sentence(struct process *process, const char *text)
{
	const char *end = text, *comma = text, *day;

	while ((end = strstr(end, ". ")) != NULL && end[2] == ':')
		end += 2;
	if (end == NULL)
		end = text + strlen(text);
	while ((comma = strstr(comma, ", ")) != NULL && comma < end &&
	    find_day(process, comma + 2, &day) == NULL)
		comma += 2;
	if (comma != NULL && comma < end)
		end = comma;
	else if (end > text && end[-1] == '.')
		end--;
	return (size_t)(end - text);
}

/* Whether all sentences are pairs of the follow-up; put: they are taken. */
static bool
read_pairs(struct process *process, const char *text, struct pos pos, bool put)
{
	size_t n;

	for (; *text != '\0'; text += n) {
		text += strspn(text, "., ");
		n = sentence(process, text);
		if (n > 0 &&
		    !read_pair(process, arena_copy(process->arena, text, n),
			pos, put))
			return false;
	}
	return true;
}

void
aside_take_review(struct process *process, const char *text, struct pos pos)
{
	enum { LONGEST = 4000 }; /* bytes, of a proposal that is looked into */
	const struct bind_row *row;
	const char *line, *rest;
	size_t n;

	if (strlen(text) > LONGEST)
		return;
	for (; *text != '\0'; text += n) {
		text += strspn(text, ".,\n ");
		line = arena_copy(process->arena, text, strcspn(text, "\n"));
		n = sentence(process, line);
		line = arena_copy(process->arena, line, n);
		row = find_day(process, line, &rest);
		if (row != NULL && row->key == T_REVIEW) {
			read_pair(process, line, pos, true);
			return;
		}
	}
}

bool
aside_take_pairs(struct process *process, const char *text, struct pos pos)
{
	return read_pairs(process, text, pos, false) &&
	    read_pairs(process, text, pos, true);
}

const char *
aside_cut_pairs(struct process *process, const char *text, struct pos pos)
{
	size_t n = sentence(process, text);

	return strspn(text + n, ". ") < strlen(text + n) &&
		aside_take_pairs(process, text + n, pos)
	    ? arena_copy(process->arena, text, n)
	    : text;
}

/* "Adopted. Review: September."; named: any words that are said to be it. */
static bool
read_decision(struct process *process, const char *text, struct pos pos,
    bool named)
{
	size_t n = sentence(process, text);

	if (!named &&
	    (!read_pairs(process, text + n, pos, false) ||
		decision_told(process, arena_copy(process->arena, text, n)) ==
		    T_NONE))
		return false;
	text = aside_cut_pairs(process, text, pos);
	n = strlen(text);
	if (n > 0 && text[n - 1] == '.')
		text = arena_copy(process->arena, text, n - 1);
	decision_read(process, node_text(process->arena, text, pos));
	return true;
}

/* The next round in one answer, "2nd round: no objection". */
static bool
read_round(struct process *process, const char *head, const char *rest,
    struct pos pos)
{
	struct said said = { { "" }, { rest, pos, true }, { "" } };
	size_t number, version;
	struct round *round;

	if (!version_number(head, T_ROUNDS, &number, &version) ||
	    !answer_is(process, rest))
		return false;
	round = round_add(process, number, pos);
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

	bind_add(process->bind, &process->sheet->amendments,
	    (struct amendment){ none, none, none, { text, pos, true } });
}

/* "Objection by Ana: valid": of the list of objections. */
static bool
read_objection(struct process *process, const char *text, struct pos pos)
{
	struct node *said = node_text(process->arena,
	    answer_behind(process, text + strcspn(text, ":")), pos);

	said->key = md_plain(process->arena,
	    arena_copy(process->arena, text, strcspn(text, ":")));
	said->key_pos = pos;
	return objection_claims(said) &&
	    bind_value(process->bind,
		bind_row_of(process->bind, T_OBJECTIONS, BIND_LIST), said,
		process->sheet);
}

/* An answer in the round itself, "Ana: ok", "All consent". */
static bool
read_answer(struct process *process, size_t round, const char *text,
    struct pos pos)
{
	struct said said = { { "" }, { text, pos, true }, { "" } };
	size_t member;

	if (round == 0 || !answer_lead(process, &said) ||
	    (!member_is(process, said.who.text, &member) &&
		!term_is(said.who.text, T_EVERYONE)) ||
	    !answer_is(process, said.answer.text))
		return false;
	answer_add(process, round_find(process, round), &said);
	return true;
}

const char *
aside_plain_key(const struct process *process, const char *text)
{
	size_t length;
	const char *end = uni_first_among(text + strspn(text, "*"), &length,
	    ":** ", " :** ", "**: ", "** : ");

	if (strncmp(text, "**", 2) != 0 || end == NULL)
		return text;
	return arena_format(process->arena, "%s: %s",
	    arena_until(process->arena, text + 2, end), end + length);
}

/* Takes a line that says any of that; false, and nothing is, where none. */
static bool
read_line(struct process *process, size_t round, const struct node *line)
{
	static const enum term keys[] = { T_AMENDMENT_ONE, T_AMENDMENTS,
		T_DECISION };
	const char *text =
	    aside_plain_key(process, bind_text(process->bind, line));
	const char *head, *rest;
	enum term key;

	if (read_answer(process, round, text, line->pos))
		return true;
	if (!answer_split(process, text, &head, &rest))
		return read_decision(process, text, line->pos, false);
	key = term_find(md_plain(process->arena, head), keys, 3, NULL);
	if (key == T_DECISION)
		return read_decision(process, rest, line->pos, true);
	if (key != T_NONE) {
		add_amendment(process, rest, line->pos);
		return true;
	}
	return read_objection(process, text, line->pos) ||
	    version_amended(process, md_plain(process->arena, head), rest,
		line->pos) ||
	    read_round(process, head, rest, line->pos) ||
	    read_pair(process, text, line->pos, true) ||
	    read_decision(process, text, line->pos, false);
}

bool
aside_read_line(struct process *process, const struct said *said)
{
	const struct node *line = node_text(process->arena,
	    *said->who.text != '\0' ? arena_format(process->arena, "%s : %s",
					  said->who.text, said->answer.text)
				    : said->answer.text,
	    said->answer.pos);

	return said->who.more == NULL && said->answer.more == NULL &&
	    read_line(process, 0, line);
}

bool
aside_read_below(struct process *process, const struct said *said)
{
	const char *head, *rest;

	return *said->who.text == '\0' && process->below != NULL &&
	    answer_split(process, said->answer.text, &head, &rest) &&
	    bind_find(process->bind, process->below, head) != NULL &&
	    aside_read_line(process, said);
}

/* Keeps a thing beside a round, and all below it, a line each. */
static void
keep(struct process *process, size_t round, const struct node *node)
{
	struct bind_text line = { bind_text(process->bind, node), node->pos,
		true };
	const struct node *child = node->first;

	if (node_is_empty(node))
		return;
	if (*node->key != '\0')
		line.text = arena_format(process->arena, "%s%s %s", node->key,
		    process_word(process, T_KEY_COLON), line.text);
	if (*line.text != '\0')
		bind_add(process->bind, &round_find(process, round)->beside,
		    line);
	for (; child != NULL; child = child->next)
		keep(process, round, child);
}

void
aside_keep(struct process *process, size_t round, const struct bind_text *said)
{
	keep(process, round, node_text(process->arena, said->text, said->pos));
	if (said->more == NULL)
		return;
	BIND_EACH(const struct node *const, cell, &said->more->columns)
		keep(process, round, *cell);
	BIND_EACH(const struct node *const, below, &said->more->below)
		keep(process, round, *below);
}

/* A paragraph is taken where a line of it is understood: the others stay beside
 * the round, each for itself. */
static void
read_block(struct process *process, size_t round, struct md_block *block)
{
	const struct node *lines = md_block_lines(process->arena, block);
	struct bind_list others = { .count = 0 };

	if (lines == NULL)
		return;
	NODE_EACH(const struct node, line, lines)
		if (!read_line(process, round, line))
			bind_add(process->bind, &others, line);
	if (others.count == lines->count)
		return;
	md_take(block, true);
	BIND_EACH(const struct node *const, other, &others)
		keep(process, round, *other);
}

void
aside_read(struct process *process, size_t round, const struct node *section)
{
	MD_EACH(struct md_block, block, section)
		if (md_use(block) == MD_BESIDE ||
		    (md_use(block) == MD_TEXT && section->kind != NODE_TEXT))
			read_block(process, round, block);
}
