/*
 * look: what the texts of a chapter ask and whom they name, and what a chapter
 * that passes lacks.
 */
#include <string.h>

#include "proceedings.h"
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
	bind_add(all->bind, &all->questions, asked);
}

/* Where a sentence or a quote begins, the last before its question mark. */
static const char *
sentence_start(const char *text, const char *mark)
{
	static const char *const marks[] = { ". ", "! ", "… ", ": ", "; ", "«",
		"“", "\"", " (", NULL };
	const char *at;

	for (size_t i = 0; marks[i] != NULL; i++)
		while ((at = strstr(text, marks[i])) != NULL && at < mark)
			text = at + strlen(marks[i]);
	return text;
}

/* A question that is quoted without its mark: « Comment partager l'eau ». */
static void
find_quoted(const struct walk *walk, const char *plain, struct asked asked)
{
	const char *end, *text;

	while ((plain = strstr(plain, "«")) != NULL) {
		plain = uni_skip_blanks(plain + strlen("«"));
		end = strstr(plain, "»");
		if (end == NULL)
			return;
		text = uni_line(walk->all->arena,
		    arena_copy(walk->all->arena, plain, (size_t)(end - plain)));
		if (strchr(text, '?') == NULL &&
		    term_lists_start(T_WALL_OPENERS, text) &&
		    words_of(walk->all->arena, text).count >= TELLING)
			look_asked(walk, asked,
			    md_words(walk->all->arena, text));
		plain = end;
	}
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

	find_quoted(walk, plain, asked);
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
	size_t n;

	if (strncmp(text, "uestion", 7) == 0) {
		text += 7;
		text += *text == 's';
		if (text == uni_skip_blanks(text))
			return "";
		text = uni_skip_blanks(text);
		if (uni_first_among(text, &n, "n°", "nº", "no.", "no", "#") ==
		    text)
			text = uni_skip_blanks(text + n);
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
			bind_add(all->bind, &all->references,
			    (struct asked){ .number = number,
				.chapter = walk->number,
				.pos = pos });
	}
}

/* A text, under a heading: NULL where somebody else finds what holds a place
 * in it. */
static void
look_at_text(const struct walk *walk, const char *text, struct pos pos,
    const char *heading, const char *alone)
{
	struct proceedings *all = walk->all;

	text = md_text(all->arena, text);
	if (heading != NULL && placeholder_is(text))
		method_find(all->method, pos, M_CHAPTER_PLACEHOLDER,
		    proceedings_number(all, walk->number), heading,
		    md_plain(all->arena, text));
	if (walk->again)
		return;
	text = md_plain(all->arena, text);
	find_questions(walk, text, pos, alone);
	find_references(walk, text, pos);
}

/* Whether a section of a chapter that passes is one block that asks something,
 * under a heading that does not say so. */
static bool
is_alone(const struct walk *walk, const struct node *section)
{
	return walk->subject == T_NONE && walk->chapter->passes &&
	    section != walk->chapter->root && section->first == NULL &&
	    section->blocks != NULL && md_next(section->blocks) == NULL &&
	    !term_is_any(section->key, T_POWERFUL, T_WORKSHOP_BURNING);
}

/* The blocks of a document or a section that are no items and no pairs. */
static void
look_at_blocks(const struct walk *walk, const struct node *section,
    const char *heading)
{
	const struct md_block *block = section == walk->chapter->root
	    ? walk->chapter->blocks
	    : section->blocks;
	struct buf text = BUF_INIT;

	for (; block != NULL; block = md_next(block)) {
		if (md_use(block) == MD_ITEMS || md_use(block) == MD_PAIRS)
			continue;
		buf_cut(&text, 0);
		md_write_block(&text, block);
		look_at_text(walk, uni_line(walk->all->arena, text.at),
		    md_place(block), heading,
		    is_alone(walk, section) ? heading : NULL);
	}
	buf_free(&text);
}

/* Items, pairs and cells; the pairs right under a heading hold nobody's
 * place. */
static void
look_at_items(const struct walk *walk, const struct node *node,
    const char *heading)
{
	struct people *people = &walk->all->people;
	bool list = people_is_key(node->key);

	NODE_EACH(const struct node, child, node) {
		if (child->level > 0)
			continue;
		if (list)
			people_add(people,
			    *child->key ? child->key : child->text);
		if (people_is_key(child->key))
			people_add(people, child->text);
		look_at_text(walk,
		    *child->whole != '\0' && !bind_is_label(child->key)
			? child->whole
			: child->text,
		    child->pos,
		    node->level > 0 && *child->key != '\0' ? NULL : heading,
		    NULL);
		look_at_items(walk, child, heading);
	}
}

/* A heading without its "(2)", and without marks. */
static const char *
heading_of(const struct walk *walk, const struct node *section)
{
	const char *heading = section == walk->chapter->root
	    ? walk->chapter->title
	    : section->whole;
	size_t n;

	while (n = term_base_length(heading), heading[n] != '\0')
		heading = arena_copy(walk->all->arena, heading, n);
	return md_plain(walk->all->arena, heading);
}

void
look_at(struct walk *walk, const struct node *section)
{
	struct proceedings *all = walk->all;
	const char *heading = heading_of(walk, section), *gaps;

	walk->taken = walk->taken || walk->subject != T_NONE;
	gaps = walk->taken ? NULL : heading;
	if (gaps != NULL && section != walk->chapter->root &&
	    section->blocks == NULL && section->first == NULL)
		method_find(all->method, section->pos, M_CHAPTER_EMPTY_SECTION,
		    heading, proceedings_number(all, walk->number));
	look_at_text(walk, heading, section->pos, NULL, NULL);
	look_at_blocks(walk, section, gaps);
	look_at_items(walk, section, gaps);
}

void
look_again(struct walk walk, const struct node *section)
{
	const struct node *child;

	walk.again = true;
	walk.taken = walk.taken || term_find_subject(section->key) != T_NONE;
	look_at(&walk, section);
	for (EACH_SECTION(child, section))
		look_again(walk, child);
}

bool
look_is_empty(const struct chapter *chapter)
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
