/*
 * look: what the texts of a chapter ask and whom they name, and what a chapter
 * that passes lacks.
 */
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "proceedings.h"
#include "source/md.h"
#include "text/uni.h"
#include "text/words.h"

enum {
	TELLING = 3, /* words of a question in a sentence */
	DIGITS = 9   /* of a number */
};

void
look_asked(const struct walk *walk, struct asked asked, const char *text)
{
	struct proceedings *all = walk->all;

	asked.text = md_plain(all->arena, text);
	if (*asked.text == '\0')
		return;
	asked.number =
	    asked.number == NULL ? "" : md_plain(all->arena, asked.number);
	asked.chapter = walk->number;
	*(struct asked *)bind_append(all->bind, &all->questions,
	    sizeof(asked)) = asked;
}

/* Where a sentence or a quote begins, the last before its question mark. */
static const char *
sentence_start(const char *text, const char *mark)
{
	static const char *const marks[] = { ". ", "! ", "… ", ": ", "; ", "«",
		"“", "\"", "(", NULL };
	const char *at;
	size_t i;

	for (i = 0; marks[i] != NULL; i++)
		while ((at = strstr(text, marks[i])) != NULL && at < mark)
			text = at + strlen(marks[i]);
	return text;
}

static void
find_questions(const struct walk *walk, const char *plain, struct pos pos,
    const char *alone)
{
	struct arena *arena = walk->all->arena;
	struct asked asked = { .alone = alone,
		.taken_up = alone == NULL &&
		    (walk->subject == T_NONE || walk->subject == T_WORKSHOP),
		.pos = pos };
	const char *mark, *start, *text;

	for (; (mark = strchr(plain, '?')) != NULL; plain = mark + 1) {
		if (uni_is_word((unsigned char)mark[1]))
			continue; /* an address */
		start = sentence_start(plain, mark);
		text = uni_line(arena,
		    arena_copy(arena, start, (size_t)(mark + 1 - start)));
		if (words_of(arena, text).count >= TELLING)
			look_asked(walk, asked, md_words(arena, text));
	}
}

/* The number behind "question", "questions n°" or "Q"; "" if there is none. */
static const char *
reference_at(struct arena *arena, const char *text)
{
	static const char *const marks[] = { "n°", "nº", "no.", "no", "#" };
	size_t i, n;

	if (strncmp(text, "uestion", 7) == 0) {
		text += 7;
		text += *text == 's';
		if (text == uni_skip_blanks(text))
			return "";
		text = uni_skip_blanks(text);
		for (i = 0; i < sizeof(marks) / sizeof(marks[0]); i++) {
			n = strlen(marks[i]);
			if (strncmp(text, marks[i], n) != 0)
				continue;
			text = uni_skip_blanks(text + n);
			break;
		}
	}
	n = strspn(text, "0123456789");
	if (n == 0 || n > DIGITS || uni_is_word((unsigned char)text[n]))
		return "";
	return arena_copy(arena, text, n);
}

static void
find_references(const struct walk *walk, const char *plain, struct pos pos)
{
	struct proceedings *all = walk->all;
	const char *at = plain, *number;

	for (; (at = strpbrk(at, "qQ")) != NULL; at++) {
		if (at > plain && uni_is_word((unsigned char)at[-1]))
			continue;
		number = reference_at(all->arena, at + 1);
		if (*number != '\0')
			*(struct asked *)bind_append(all->bind,
			    &all->references, sizeof(struct asked)) =
			    (struct asked){ .number = number,
				    .chapter = walk->number,
				    .pos = pos };
	}
}

static void
look_at_text(const struct walk *walk, const char *text, struct pos pos,
    const char *alone)
{
	struct arena *arena = walk->all->arena;

	text = md_plain(arena, md_text(arena, text));
	find_questions(walk, text, pos, alone);
	find_references(walk, text, pos);
}

/* The heading of a section that has one block and nothing else; else NULL. */
static const char *
alone_under(const struct walk *walk, const struct node *section)
{
	static const enum term asks[] = { T_POWERFUL, T_WORKSHOP_BURNING };

	if (walk->subject != T_NONE || !walk->chapter->passes ||
	    section == walk->chapter->root || section->first != NULL ||
	    section->blocks == NULL || md_next(section->blocks) != NULL ||
	    term_find(section->key, asks, 2, NULL) != T_NONE)
		return NULL;
	return md_plain(walk->all->arena, section->whole);
}

/* Those of a document or a section that are no items and no pairs. */
static void
look_at_blocks(const struct walk *walk, const struct node *section)
{
	const struct md_block *block = section->blocks;
	struct buf text = BUF_INIT;

	for (; block != NULL; block = md_next(block)) {
		if (md_use(block) == MD_ITEMS || md_use(block) == MD_PAIRS)
			continue;
		buf_cut(&text, 0);
		md_write_block(&text, block);
		look_at_text(walk, uni_line(walk->all->arena, text.at),
		    md_place(block), alone_under(walk, section));
	}
	buf_free(&text);
}

void
look_at(const struct walk *walk, const struct node *node)
{
	struct people *people = &walk->all->people;
	bool list = people_is_key(node->key);
	const struct node *child;

	look_at_text(walk,
	    node->level > 0 ||
		    (*node->whole != '\0' && !bind_is_label(node->key))
		? node->whole
		: node->text,
	    node->pos, NULL);
	if (node->level > 0 || node == walk->chapter->root)
		look_at_blocks(walk, node);
	for (child = node->first; child != NULL; child = child->next) {
		if (child->level > 0)
			continue;
		if (list)
			people_add(people,
			    *child->key ? child->key : child->text);
		if (people_is_key(child->key))
			people_add(people, child->text);
		look_at(walk, child);
	}
}

static void
find_placeholder(const struct walk *walk, const char *text, struct pos pos,
    const char *heading)
{
	struct proceedings *all = walk->all;

	if (placeholder_is(text))
		note_add(&all->findings, pos, M_CHAPTER_PLACEHOLDER,
		    proceedings_count(all, walk->number), heading,
		    md_plain(all->arena, text));
}

/* Those among items and cells; of what stands under a heading, not among its
 * pairs. */
static void
find_in_items(const struct walk *walk, const struct node *node,
    const char *heading, bool pairs)
{
	const struct node *child;

	for (child = node->first; child != NULL; child = child->next) {
		if (child->level > 0 || (!pairs && *child->key != '\0'))
			continue;
		find_placeholder(walk, child->text, child->pos, heading);
		find_in_items(walk, child, heading, true);
	}
}

/* What is still to be written among blocks, items and cells. */
static void
find_placeholders(const struct walk *walk, const struct node *node,
    const struct md_block *block, const char *heading)
{
	struct buf text = BUF_INIT;

	for (; block != NULL; block = md_next(block)) {
		if (md_use(block) == MD_ITEMS || md_use(block) == MD_PAIRS)
			continue;
		buf_cut(&text, 0);
		md_write_block(&text, block);
		if (text.length < 64)
			find_placeholder(walk,
			    uni_line(walk->all->arena, text.at), node->pos,
			    heading);
	}
	buf_free(&text);
	find_in_items(walk, node, heading, false);
}

/* The gaps of a section and of those in it, but for those of tools. */
static void
look_at_section(const struct walk *walk, const struct node *section)
{
	struct proceedings *all = walk->all;
	const char *heading = section->whole;
	const struct node *child;
	size_t n;

	if (term_find_subject(section->key) != T_NONE)
		return;
	while (n = term_base_length(heading), heading[n] != '\0')
		heading = arena_copy(all->arena, heading, n);
	heading = md_plain(all->arena, heading);
	if (section->blocks == NULL && section->first == NULL)
		note_add(&all->findings, section->pos, M_CHAPTER_EMPTY_SECTION,
		    proceedings_count(all, walk->number), heading);
	else
		find_placeholders(walk, section, section->blocks, heading);
	for (child = section->first; child != NULL; child = child->next)
		if (child->level > 0)
			look_at_section(walk, child);
}

/* Whether nothing stands in a chapter but its title and some pairs. */
static bool
is_empty(const struct chapter *chapter)
{
	const struct md_block *block = chapter->blocks;
	const struct node *child = chapter->root->first;
	size_t lists = 0;

	for (; block != NULL; block = md_next(block)) {
		if (md_use(block) == MD_BESIDE || md_use(block) == MD_TEXT)
			return false;
		lists += md_use(block) == MD_ITEMS;
	}
	for (; child != NULL; child = child->next)
		if (child->level > 0 || *child->key == '\0')
			return false;
	return lists <= 1;
}

static void
look_at_sections(const struct walk *walk, const struct bind_list *sections)
{
	struct node *const *section = sections->at;
	size_t i;

	for (i = 0; i < sections->count; i++)
		look_at_section(walk, section[i]);
}

void
look_for_gaps(const struct walk *walk)
{
	const struct chapter *chapter = walk->chapter;
	struct proceedings *all = walk->all;
	const char *title = md_plain(all->arena, chapter->title);
	const struct node *child = chapter->root->first;

	if (chapter->passes && is_empty(chapter))
		note_add(&all->findings, chapter->pos, M_CHAPTER_EMPTY,
		    proceedings_count(all, walk->number), title);
	find_placeholders(walk, chapter->root, chapter->blocks, title);
	if (!chapter->passes) {
		look_at_sections(walk, &chapter->method.bind->before);
		look_at_sections(walk, &chapter->method.bind->after);
		return;
	}
	for (; child != NULL; child = child->next)
		if (child->level > 0)
			look_at_section(walk, child);
}
