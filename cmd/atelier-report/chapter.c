/*
 * chapter: documents, taken apart into the chapters of proceedings.
 */
#include <stdlib.h>
#include <string.h>

#include "proceedings.h"

/* What proceedings compute and never read. */
static const enum term computed_sections[] = { T_FIGURES, T_CONTENTS,
	T_REGISTER_DECISIONS, T_REGISTER_ACTIONS, T_REGISTER_POINTS,
	T_PROCEEDINGS_FINDINGS };

/* A title without the number that --numbered put there. */
static const char *
strip_number(const char *title, size_t number)
{
	size_t n = strspn(title, "0123456789");
	const char *rest = title + n;

	if (n == 0 || n > 9 || strtoul(title, NULL, 10) != number)
		return title;
	rest += *rest == '\\';
	return strncmp(rest, ". ", 2) == 0 ? rest + 2 : title;
}

static const char *
sheet_title(const struct bind *bind, const struct sheet *sheet)
{
	return *bind->title.text != '\0'    ? bind->title.text
	    : *sheet->theme.text != '\0'    ? sheet->theme.text
	    : *sheet->powerful.text != '\0' ? sheet->powerful.text
					    : sheet->burning.text;
}

/* The part that a chapter says it is of, else the one that has begun. */
static size_t
part_of(struct proceedings *all, const struct chapter *chapter)
{
	BIND_EACH(const struct bind_pair, pair, &chapter->method.bind->pairs)
		if (pair->term == T_PART && pair->node->first == NULL &&
		    *pair->node->text != '\0')
			return part_named(all, bind_text(all->bind, pair->node),
			    pair->node->pos);
	return all->part;
}

static void
add_chapter(struct proceedings *all, struct chapter chapter, bool markdown)
{
	struct chapter *slot =
	    bind_append(all->bind, &all->chapters, sizeof(*slot));
	const char *title = chapter.title;

	chapter_bind(all, &chapter, markdown);
	if (!chapter.passes)
		title = sheet_title(chapter.method.bind, chapter.sheet);
	chapter.title = strip_number(title,
	    chapter.number > 0 ? chapter.number : all->chapters.count);
	chapter.part = part_of(all, &chapter);
	*slot = chapter;
}

/* A section that is a chapter, or a part with those in it. */
static void
add_section(struct proceedings *all, const struct node *section)
{
	enum term place;
	size_t number = document_number(all->arena, section->blocks, &place);
	const struct node *child;

	account_tell(all->bind->doc->account, section, ACCOUNT_TITLE, T_NONE);
	if (part_begin(all, section->whole, section->pos, section->blocks)) {
		for (EACH_SECTION(child, section))
			add_section(all, child);
		return;
	}
	if (place != T_CHAPTER)
		number = 0;
	add_chapter(all,
	    (struct chapter){ .title = section->whole,
		.pos = section->pos,
		.number = number,
		.root = section,
		.blocks =
		    number > 0 ? md_next(section->blocks) : section->blocks,
		.passes = true },
	    true);
}

/* What stands under the title of proceedings, or of a page of subjects; and the
 * YAML in front of it, or NULL. */
static void
read_front(struct proceedings *all, const struct node *root,
    const struct node *front)
{
	const struct node *title = document_title(root);

	if (title != NULL && *all->title == '\0')
		all->title = bind_text(all->bind, title);
	NODE_EACH(const struct node, child, root)
		if (child->level == 0 && *child->key != '\0' && child != title)
			bind_add(all->bind, &all->pairs,
			    (struct bind_pair){ term_find(child->key,
						    doc_common + 1,
						    DOC_COMMON - 1, NULL),
				child });
	if (root->blocks != NULL)
		bind_add(all->bind, &all->head, root->blocks);
	if (front != NULL)
		read_front(all, front, NULL);
	all->front = all->front != NULL ? all->front : front;
}

static void
read_proceedings(struct proceedings *all, const struct node *root,
    const struct node *front)
{
	const struct node *section, *points = NULL;
	size_t first = all->chapters.count;
	enum term term, place;
	enum lang lang;

	read_front(all, root, front);
	for (EACH_SECTION(section, root)) {
		term = term_find(section->key, computed_sections, 6, &lang);
		document_number(all->arena, section->blocks, &place);
		if (term == T_NONE || place == T_CHAPTER) {
			add_section(all, section);
			continue;
		}
		account_tell(all->bind->doc->account, section, ACCOUNT_COMPUTED,
		    term);
		if (term == T_REGISTER_POINTS)
			points = section;
		if (all->spoken == LANG_NONE)
			all->spoken = lang;
	}
	if (points != NULL)
		registers_read(all, points, first);
}

/* One page that several tools wrote: each subject is a chapter, with what
 * follows it; what stands before the first goes with it. */
static void
read_subjects(struct proceedings *all, struct node *root,
    const struct node *front)
{
	struct node before = { .kind = NODE_MAP }, *subject = NULL, *child;
	struct node *section = document_section(root->first), *next;

	read_front(all, root, front);
	for (; section != NULL; section = next) {
		next = document_section(section->next);
		section->next = NULL;
		if (term_find_subject(section->key) == T_NONE) {
			node_append(subject != NULL ? subject : &before,
			    section);
			continue;
		}
		if (subject != NULL)
			add_section(all, subject);
		subject = section;
		while ((child = node_take(&before)) != NULL)
			node_append(subject, child);
	}
	if (subject != NULL)
		add_section(all, subject);
}

/* A document that is a chapter: a sheet, or one that passes. */
static void
add_document(struct proceedings *all, const struct doc_part *part,
    const struct node *front)
{
	const struct node *root = part->root, *title = document_title(root);
	const struct node *section = NULL;
	struct chapter chapter = { .pos = root->pos,
		.title = "",
		.root = root,
		.front = front,
		.blocks = root->blocks,
		.passes = !document_is_sheet(part) };

	if (title == NULL && front != NULL)
		title = document_title(front);
	if (title != NULL) {
		chapter.title = bind_text(all->bind, title);
		chapter.pos = title->pos;
	} else if (chapter.passes) {
		for (EACH_SECTION(section, root))
			if (term_find_subject(section->key) != T_NONE)
				break;
		chapter.title = section != NULL ? section->whole : "";
	}
	if (!part->markdown ||
	    !part_begin(all, chapter.title, chapter.pos, root->blocks)) {
		add_chapter(all, chapter, part->markdown);
		return;
	}
	document_account(all->bind->doc->account, root);
	for (EACH_SECTION(section, root))
		add_section(all, section);
}

/* Takes the other documents out of a document. */
static struct node *
take_strays(struct proceedings *all, struct node *root)
{
	struct node *strays = node_new(all->arena, NODE_LIST, root->pos);
	struct node children, *child;

	if (!document_has_strays(all->bind->doc, root))
		return strays;
	children = node_emptied(root);
	while ((child = node_take(&children)) != NULL)
		node_append(child->level == 1 ? strays : root, child);
	return strays;
}

static void
read_part(struct proceedings *all, const struct doc_part *part,
    const struct node *front)
{
	struct node *strays = node_new(all->arena, NODE_LIST, part->root->pos);
	const struct node *section;
	bool proceedings =
	    part->markdown && document_is_proceedings(all->arena, part->root);
	bool subject = false;

	if (part->markdown && !proceedings)
		strays = take_strays(all, part->root);
	for (EACH_SECTION(section, part->root))
		subject = subject || term_find_subject(section->key) != T_NONE;
	subject = subject && all->bind->doc->document_count == 1 &&
	    strays->count == 0 && document_has_subjects(part->root);
	if (proceedings)
		read_proceedings(all, part->root, front);
	else if (subject)
		read_subjects(all, part->root, front);
	else
		add_document(all, part, front);
	for (EACH_SECTION(section, strays))
		add_section(all, section);
}

/* Whether a chapter that holds nothing is the title of all: it stands in front of
 * parts; or of several documents of one text, the next of which holds something
 * and does not begin with the same word, "Atelier". */
static bool
is_lone_title(const struct proceedings *all, const struct chapter *first)
{
	const struct chapter *next = first + 1;
	size_t n = strcspn(first->title, " ");

	if (all->parts.count > 0)
		return first->part == 0 && next->part > 0;
	return all->chapters.count > 2 && first->number == 0 &&
	    first->pos.file == next->pos.file &&
	    strncmp(first->title, next->title, n) != 0 && !look_is_empty(next);
}

/* A title with nothing below it that is that of all. */
static void
read_lone_title(struct proceedings *all)
{
	const struct chapter *first = all->chapters.at;

	if (all->chapters.count < 2 || !first->passes ||
	    !look_is_empty(first) || !is_lone_title(all, first))
		return;
	read_front(all, first->root, first->front);
	all->chapters.at = (struct chapter *)all->chapters.at + 1;
	all->chapters.count--;
}

void
chapters_read(struct proceedings *all)
{
	struct doc *doc = all->bind->doc;
	const struct node *front = NULL;

	for (size_t i = 0; i < doc->part_count; i++) {
		if (doc->parts[i].front && i + 1 < doc->part_count) {
			front = doc->parts[i].root;
			continue;
		}
		read_part(all, &doc->parts[i], front);
		front = NULL;
	}
	read_lone_title(all);
	parts_gather(all);
}
