/*
 * chapter: documents, taken apart into the chapters of proceedings.
 */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "proceedings.h"

/* What proceedings compute and never read. */
static const enum term computed_sections[] = { T_FIGURES, T_CONTENTS,
	T_REGISTER_DECISIONS, T_REGISTER_ACTIONS, T_REGISTER_POINTS,
	T_PROCEEDINGS_FINDINGS };
static const enum term front_keys[] = { T_SUBTITLE, T_DATE, T_TIME, T_PLACE,
	T_ORGANISATION, T_AUTHOR, T_FACILITATOR, T_PARTICIPANTS, T_LANGUAGE,
	T_TAGS };

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

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

static struct chapter *
add_chapter(struct proceedings *proceedings, const char *title, struct pos pos,
    size_t number)
{
	struct chapter *chapter;
	const char *bare;

	chapter = bind_append(proceedings->bind, &proceedings->chapters,
	    sizeof(*chapter));
	bare = number > 0 ? strip_number(title, number) : title;
	if (bare == title)
		bare = strip_number(title, proceedings->chapters.count);
	*chapter =
	    (struct chapter){ .title = bare, .pos = pos, .number = number };
	return chapter;
}

static void
add_section(struct proceedings *proceedings, struct chapter *chapter,
    const struct node *section)
{
	const struct node **slot = bind_append(proceedings->bind,
	    &chapter->sections, sizeof(struct node *));

	*slot = section;
}

/* The sections of a node, from one of its children on. */
static void
add_sections(struct proceedings *proceedings, struct chapter *chapter,
    const struct node *child)
{
	for (; child != NULL; child = child->next)
		if (child->level > 0)
			add_section(proceedings, chapter, child);
}

/* A section that is a chapter. */
static void
read_section(struct proceedings *proceedings, const struct node *section)
{
	size_t number = chapter_number(proceedings->arena, section->blocks);
	struct chapter *chapter =
	    add_chapter(proceedings, section->whole, section->pos, number);

	chapter->node = section;
	chapter->level = section->level;
	chapter->blocks =
	    number > 0 ? md_next(section->blocks) : section->blocks;
	add_sections(proceedings, chapter, section->first);
}

/* What stands under the title of proceedings, or of a page of subjects. */
static void
read_front(struct proceedings *proceedings, const struct node *root)
{
	const struct node *title = document_title(root), *child;
	struct bind_pair *pair;
	const struct md_block **slot;

	if (title != NULL && *proceedings->title == '\0')
		proceedings->title = bind_text(proceedings->bind, title);
	for (child = root->first; child != NULL; child = child->next) {
		if (child->level > 0 || *child->key == '\0' || child == title)
			continue;
		pair = bind_append(proceedings->bind, &proceedings->pairs,
		    sizeof(*pair));
		*pair = (struct bind_pair){ term_find(child->key, front_keys,
						COUNT(front_keys), NULL),
			child };
	}
	if (root->blocks == NULL)
		return;
	slot = bind_append(proceedings->bind, &proceedings->head,
	    sizeof(struct md_block *));
	*slot = root->blocks;
}

/* Front matter of the same. */
static void
read_yaml_front(struct proceedings *proceedings, const struct node *front)
{
	if (front == NULL)
		return;
	read_front(proceedings, front);
	if (proceedings->front == NULL)
		proceedings->front = front;
}

static void
read_proceedings(struct proceedings *proceedings, const struct node *root)
{
	const struct node *child;
	enum lang lang;
	bool computed;

	read_front(proceedings, root);
	for (child = root->first; child != NULL; child = child->next) {
		if (child->level == 0)
			continue;
		computed = term_find(child->key, computed_sections,
			       COUNT(computed_sections), &lang) != T_NONE &&
		    chapter_number(proceedings->arena, child->blocks) == 0;
		if (!computed)
			read_section(proceedings, child);
		else if (proceedings->spoken == LANG_NONE)
			proceedings->spoken = lang;
	}
}

/* Whether one of a document's own sections is a subject. */
static bool
has_subject(const struct node *root)
{
	const struct node *child;

	for (child = root->first; child != NULL; child = child->next)
		if (child->level > 0 && term_find_subject(child->key) != T_NONE)
			return document_has_subjects(root);
	return false;
}

/* One page that several tools wrote: each subject is a chapter. */
static void
read_subjects(struct proceedings *proceedings, const struct node *root)
{
	struct bind_list before = { .count = 0 };
	struct chapter *chapter = NULL;
	const struct node *child, **slot;
	size_t i;

	read_front(proceedings, root);
	for (child = root->first; child != NULL; child = child->next) {
		if (child->level == 0)
			continue;
		if (term_find_subject(child->key) != T_NONE) {
			read_section(proceedings, child);
			chapter = (struct chapter *)proceedings->chapters.at +
			    proceedings->chapters.count - 1;
			slot = before.at;
			for (i = 0; i < before.count; i++)
				add_section(proceedings, chapter, slot[i]);
			before.count = 0;
		} else if (chapter != NULL) {
			add_section(proceedings, chapter, child);
		} else {
			slot = bind_append(proceedings->bind, &before,
			    sizeof(struct node *));
			*slot = child;
		}
	}
}

static const char *
sheet_title(const struct bind *bind, const struct sheet *sheet)
{
	return *bind->title.text != '\0'    ? bind->title.text
	    : *sheet->theme.text != '\0'    ? sheet->theme.text
	    : *sheet->powerful.text != '\0' ? sheet->powerful.text
					    : sheet->burning.text;
}

/* Binds a sheet by itself; its faults are those of all. */
static void
read_sheet(struct proceedings *proceedings, struct doc *doc,
    struct doc_part *parts, size_t count)
{
	struct doc *one = arena_alloc(doc->arena, sizeof(*one));
	struct sheet *sheet = arena_alloc(doc->arena, sizeof(*sheet));
	struct method method = { .today = proceedings->method->today,
		.anonymous = proceedings->method->anonymous,
		.tasks = proceedings->method->tasks };
	const struct bind_text *title;
	struct chapter *chapter;

	*one = *doc;
	one->parts = parts;
	one->part_count = count;
	one->options.title = NULL;
	sheet->listed = proceedings->listed;
	method_bind(&method, bind_document(one, &sheet_tool), sheet);
	sheet_read(&method, sheet);
	doc->faults = one->faults;
	title = &method.bind->title;
	chapter = add_chapter(proceedings, sheet_title(method.bind, sheet),
	    title->given ? title->pos : parts[count - 1].root->pos, 0);
	chapter->method = method;
	chapter->sheet = sheet;
}

/* A document that passes: its title, its blocks, its sections. */
static void
read_foreign(struct proceedings *proceedings, const struct node *front,
    const struct node *root)
{
	const struct node *title = document_title(root), *child;
	struct chapter *chapter;

	if (title == NULL && front != NULL)
		title = document_title(front);
	for (child = root->first; child != NULL && title == NULL;
	     child = child->next)
		if (child->level > 0 && term_find_subject(child->key) != T_NONE)
			break;
	chapter = add_chapter(proceedings,
	    title != NULL       ? bind_text(proceedings->bind, title)
		: child != NULL ? child->whole
				: "",
	    title != NULL ? title->pos : root->pos, 0);
	chapter->node = root;
	chapter->front = front;
	chapter->blocks = root->blocks;
	add_sections(proceedings, chapter, root->first);
}

/* Takes the other documents out of a document. */
static struct bind_list
take_strays(struct proceedings *proceedings, const struct doc *doc,
    struct node *root)
{
	struct node *child = root->first, *next, **slot;
	struct bind_list strays = { .count = 0 };
	struct node kept = *root;

	if (!document_has_strays(doc, root))
		return strays;
	kept.first = kept.last = NULL;
	kept.count = 0;
	for (; child != NULL; child = next) {
		next = child->next;
		child->next = NULL;
		if (child->level != 1) {
			node_append(&kept, child);
			continue;
		}
		slot = bind_append(proceedings->bind, &strays,
		    sizeof(struct node *));
		*slot = child;
	}
	*root = kept;
	return strays;
}

static void
read_part(struct proceedings *proceedings, struct doc *doc, size_t i,
    const struct node *front, bool alone)
{
	struct doc_part *part = &doc->parts[i];
	struct bind_list strays = { .count = 0 };
	struct node *const *stray;
	size_t j;

	if (part->markdown && document_is_proceedings(doc->arena, part->root)) {
		read_yaml_front(proceedings, front);
		read_proceedings(proceedings, part->root);
		return;
	}
	if (part->markdown)
		strays = take_strays(proceedings, doc, part->root);
	if (alone && strays.count == 0 && has_subject(part->root)) {
		read_yaml_front(proceedings, front);
		read_subjects(proceedings, part->root);
	} else if (document_is_sheet(part)) {
		read_sheet(proceedings, doc, front != NULL ? part - 1 : part,
		    front != NULL ? 2 : 1);
	} else {
		read_foreign(proceedings, front, part->root);
	}
	stray = strays.at;
	for (j = 0; j < strays.count; j++)
		read_section(proceedings, stray[j]);
}

void
chapters_read(struct proceedings *proceedings, struct doc *doc)
{
	const struct node *front = NULL;
	size_t count = 0, i;

	for (i = 0; i < doc->part_count; i++)
		count += !doc->parts[i].front;
	for (i = 0; i < doc->part_count; i++) {
		if (doc->parts[i].front && i + 1 < doc->part_count) {
			front = doc->parts[i].root;
			continue;
		}
		read_part(proceedings, doc, i, front, count == 1);
		front = NULL;
	}
}
