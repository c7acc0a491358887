/*
 * turn: an interview that is typed as it was spoken, turn by turn, as questions
 * with their answers.
 *
 *	Q : Who built it?			Paul: Who built it?
 *	R : My father.			Nadia: My father.
 */
#include <string.h>

#include "source/line.h"
#include "speaker.h"
#include "text/uni.h"
#include "turn.h"

/* A line of a source, or of one that is made of it. */
struct line {
	const char *text;
	struct pos pos;
};

struct turns {
	struct method *method;
	struct node *root;
	const struct node *section;
	struct bind_list lines;   /* struct line, of all paragraphs */
	struct bind_list written; /* struct line, as sections */
	struct dict answering;    /* those who answer, by name */
	const char *asking;       /* or NULL */
};

static void
write_line(struct turns *turns, struct pos pos, const char *text)
{
	bind_add(turns->method->bind, &turns->written,
	    (struct line){ text, pos });
}

/* A turn begins: a question is a heading, and an answer is what stands below. */
static void
write_turn(struct turns *turns, struct pos pos, const struct speaker *speaker)
{
	struct arena *arena = turns->method->arena;

	if (speaker->asks) {
		write_line(turns, pos, "");
		write_line(turns, pos,
		    arena_format(arena, "### %s", speaker->rest));
	} else if (turns->answering.count > 1) {
		write_line(turns, pos, "");
		write_line(turns, pos,
		    arena_format(arena, "**%s** %s", speaker->head,
			speaker->rest));
	} else {
		write_line(turns, pos, speaker->rest);
	}
}

/* Who speaks in a line, where they are known: the first one who has a name asks,
 * unless marks tell. */
static bool
speaks(struct turns *turns, const struct line *line, struct speaker *speaker)
{
	if (!speaker_read(turns->method->arena, line->text, speaker))
		return false;
	if (!speaker->marked && turns->asking != NULL)
		speaker->asks = term_same(speaker->name, turns->asking);
	return true;
}

/* Whether somebody answers what the first line asks. */
static bool
are_turns(struct turns *turns)
{
	const struct line *first = turns->lines.at;
	struct speaker speaker;

	if (turns->lines.count == 0 || !speaks(turns, first, &speaker))
		return false;
	if (!speaker.marked)
		turns->asking = speaker.name;
	BIND_EACH(const struct line, line, &turns->lines)
		if (speaks(turns, line, &speaker) && !speaker.asks)
			dict_enter(&turns->answering, speaker.name);
	return turns->answering.count > 0;
}

/* Whether a pair or a section of a key names somebody. */
static bool
is_named(const struct node *root, enum term key, const char *name)
{
	NODE_EACH(const struct node, child, root) {
		if (!term_is(child->key, key))
			continue;
		if (strstr(child->text, name) != NULL)
			return true;
		NODE_EACH(const struct node, item, child)
			if (strstr(item->text, name) != NULL)
				return true;
	}
	return false;
}

static void
write_name(struct turns *turns, enum term key, const char *typed,
    const char *name)
{
	const struct line *first = turns->lines.at;

	if (name != NULL && *name != '\0' && !is_named(turns->root, key, name))
		write_line(turns, first->pos,
		    arena_format(turns->method->arena, "- %s: %s", typed,
			name));
}

/* The turns as a document of sections; its keys are of both languages. */
static void
write_turns(struct turns *turns)
{
	const struct line *first = turns->lines.at;
	struct speaker speaker;

	write_line(turns, first->pos, "# Questions");
	write_line(turns, first->pos, "");
	write_name(turns, T_INTERVIEWER, "interviewer", turns->asking);
	if (turns->answering.count == 1)
		write_name(turns, T_INTERVIEWED, "interviewee",
		    turns->answering.entries[0].key);
	write_line(turns, first->pos, "");
	write_line(turns, first->pos, "## Questions");
	write_line(turns, first->pos, "");
	if (turns->section != NULL)
		write_line(turns, first->pos, turns->section->key);
	BIND_EACH(const struct line, line, &turns->lines)
		if (speaks(turns, line, &speaker))
			write_turn(turns, line->pos, &speaker);
		else
			write_line(turns, line->pos, line->text);
}

static struct node *
read_turns(struct turns *turns)
{
	struct arena *arena = turns->method->arena;
	struct doc *doc = turns->method->bind->doc;
	size_t *numbers = arena_array(arena, turns->written.count + 2,
		   sizeof(*numbers)),
	       count = 0;
	const struct line *first = turns->lines.at;
	struct buf text = BUF_INIT;
	struct source *source;
	struct node *documents;

	BIND_EACH(const struct line, line, &turns->written) {
		buf_format(&text, "%s\n", line->text);
		numbers[count++] = line->pos.line;
	}
	numbers[count] = numbers[count + 1] = numbers[count - 1];
	source = source_take(arena, first->pos.file, text.at, text.length,
	    &doc->faults);
	buf_free(&text);
	source->numbers = numbers;
	documents = md_read(doc->reader, source, 1);
	return documents != NULL ? documents->first : NULL;
}

static void
add_lines(struct turns *turns, const struct node *lines)
{
	struct bind *bind = turns->method->bind;
	struct line line = { "", lines->first->pos };

	NODE_EACH(const struct node, from, lines) {
		line = (struct line){ from->text, from->pos };
		bind_add(bind, &turns->lines, line);
	}
	line.text = "";
	bind_add(bind, &turns->lines, line);
}

/* The node that has the items of a section, or of a document's head. */
static struct node *
holder_of(struct node *section)
{
	struct node *child = section->level > 0 ? NULL : section->first;

	while (child != NULL && (*child->key != '\0' || child->blocks == NULL))
		child = child->next;
	return child != NULL ? child : section;
}

/* Whether an item stands behind a block, where the next one begins. */
static bool
is_behind(const struct md_block *block, const struct node *item)
{
	const struct md_block *next = md_next(block);

	return next != NULL && item->pos.line >= md_place(next).line;
}

/* What was read as items or pairs in blocks that are taken, from one on, is
 * none. */
static void
drop_taken(struct node *section, const struct md_block *block)
{
	struct node *holder = holder_of(section);
	struct node was = node_emptied(holder), *child;

	while ((child = node_take(&was)) != NULL) {
		while (is_behind(block, child))
			block = md_next(block);
		if (md_use(block) != MD_TAKEN || !md_holds(block, child->pos))
			node_append(holder, child);
	}
}

static void
add_line(struct arena *arena, struct node *lines, const char *text,
    struct pos pos)
{
	node_append(lines, node_text(arena, text, pos));
}

/* A row of two cells is who speaks and what is said. */
static const char *
said_line(struct arena *arena, const char *who, const char *said)
{
	return arena_format(arena, "%s : %s", md_plain(arena, who), said);
}

/* The items of a list, or the rows of a table, as lines; a header that is a mark
 * is a row that was typed first.  *from goes on to what stands behind the block. */
static struct node *
lines_of_items(struct arena *arena, const struct node **from,
    const struct md_block *block)
{
	struct node *lines = node_new(arena, NODE_LIST, md_place(block));
	const struct node *who, *said;
	struct speaker speaker;
	const char *head;

	for (; *from != NULL && !is_behind(block, *from);
	     *from = (*from)->next) {
		const struct node *item = *from;

		if (item->level > 0 || !md_holds(block, item->pos))
			continue;
		who = item->first;
		if (item->table == 0) {
			add_line(arena, lines, node_line(item), item->pos);
			for (; who != NULL; who = who->next)
				add_line(arena, lines,
				    arena_format(arena, "- %s", node_line(who)),
				    who->pos);
			continue;
		}
		said = who != NULL ? who->next : NULL;
		if (said == NULL || said->next != NULL)
			return NULL;
		head = said_line(arena, who->key, said->key);
		if (lines->first == NULL &&
		    speaker_read(arena, head, &speaker) && speaker.marked &&
		    line_asks(head))
			add_line(arena, lines, head, item->pos);
		add_line(arena, lines, said_line(arena, who->text, said->text),
		    item->pos);
	}
	return lines;
}

/* The rows of a table that has no header, as lines. */
static struct node *
lines_of_bars(struct arena *arena, struct node *rows)
{
	const char *who, *bar;

	NODE_EACH(struct node, row, rows) {
		who = row->text + strspn(row->text, "| ");
		bar = strchr(who, '|');
		if (bar == NULL)
			return NULL;
		row->text = uni_line(arena,
		    said_line(arena, uni_until(arena, who, bar),
			arena_copy(arena, bar + 1, strcspn(bar + 1, "|"))));
	}
	return rows;
}

/* The lines of a block; NULL where it has none. */
static struct node *
lines_of(struct arena *arena, const struct node **from,
    const struct md_block *block)
{
	struct node *lines = md_use(block) == MD_ITEMS
	    ? lines_of_items(arena, from, block)
	    : md_block_lines(arena, block);

	if (lines == NULL)
		lines = md_quoted_lines(arena, block);
	if (lines != NULL && md_is_bars(block))
		lines = lines_of_bars(arena, lines);
	return lines != NULL && lines->first != NULL ? lines : NULL;
}

/* The lines from the first one that somebody asks on; with take they are taken. */
static void
collect(struct turns *turns, struct node *section, bool take)
{
	struct arena *arena = turns->method->arena;
	const struct node *from = holder_of(section)->first;
	const struct md_block *first = NULL;
	struct speaker speaker;
	bool began = false;

	MD_EACH(struct md_block, block, section) {
		struct node *lines = lines_of(arena, &from, block);

		if (lines == NULL)
			continue;
		began = began ||
		    (speaker_read(arena, lines->first->text, &speaker) &&
			line_asks(speaker.rest));
		if (began && first == NULL)
			first = block;
		if (began && take)
			md_take(block, true);
		else if (take && md_use(block) == MD_TEXT)
			md_take(block, false);
		else if (began)
			add_lines(turns, lines);
	}
	if (take && first != NULL)
		drop_taken(section, first);
}

/* Whether all that is in a section is said by somebody. */
static bool
is_all_said(struct arena *arena, struct node *section)
{
	const struct node *from = holder_of(section)->first, *lines;
	const struct md_block *block = section->blocks;
	struct speaker speaker;

	if (block == NULL)
		return false;
	NODE_EACH(const struct node, child, section)
		if (child->level > 0)
			return false;
	lines = lines_of(arena, &from, block);
	if (lines == NULL || !speaker_read(arena, lines->first->text, &speaker))
		return false;
	while ((block = md_next(block)) != NULL &&
	    lines_of(arena, &from, block) != NULL)
		continue;
	return block == NULL;
}

bool
turn_read(struct method *method, struct node *root, struct node *section,
    bool own)
{
	struct turns turns = { .method = method,
		.root = root,
		.section = own ? NULL : section };
	struct node *read, *child;

	if (!own && !is_all_said(method->arena, section))
		return false;
	dict_init(&turns.answering, method->arena);
	collect(&turns, section, false);
	if (!are_turns(&turns))
		return false;
	write_turns(&turns);
	read = read_turns(&turns);
	if (read == NULL)
		return false;
	collect(&turns, section, true);
	section->text = "";
	node_take(read); /* its title */
	while ((child = node_take(read)) != NULL)
		node_append(root, child);
	return true;
}
