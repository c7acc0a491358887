/*
 * chapter: documents, taken apart into the chapters of proceedings.
 */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "proceedings.h"
#include "source/md.h"
#include "text/uni.h"

/* What proceedings compute and never read. */
static const enum term computed_sections[] = { T_FIGURES, T_CONTENTS,
	T_REGISTER_DECISIONS, T_REGISTER_ACTIONS, T_REGISTER_POINTS,
	T_PROCEEDINGS_FINDINGS };

/* What any document may have under its title. */
static const enum term front_keys[] = { T_SUBTITLE, T_DATE, T_TIME, T_PLACE,
	T_ORGANISATION, T_AUTHOR, T_FACILITATOR, T_PARTICIPANTS, T_LANGUAGE,
	T_TAGS, T_TITLE, T_CHAPTER };

/* What makes a document a workshop's sheet; actions, or a bare "Question",
 * which votes and walls have too, do not. */
static const enum term sheet_keys[] = { T_BURNING, T_POWERFUL, T_AIM, T_AGENDA,
	T_HARVEST, T_PRINCIPLES, T_PROJECT, T_KEY_POINTS, T_QUOTES, T_IDEAS };

#define IS_ONE_OF(key, terms)                                                  \
	(term_find(key, terms, sizeof(terms) / sizeof((terms)[0]), NULL) !=    \
	    T_NONE)

size_t
chapter_number(struct arena *arena, const struct md_block *block)
{
	static const enum term chapter[] = { T_CHAPTER };
	const struct node *lines =
	    block != NULL ? md_block_lines(arena, block) : NULL;
	const char *text, *number;
	size_t n;

	if (lines == NULL || lines->count != 1 ||
	    strncmp(lines->first->text, "**", 2) != 0)
		return 0;
	text = md_plain(arena, lines->first->text);
	n = strcspn(text, ":");
	number = uni_line(arena, text + n + (text[n] != '\0'));
	text = uni_line(arena, arena_copy(arena, text, n));
	n = strspn(number, "0123456789");
	return n > 0 && n < 10 && number[n] == '\0' && IS_ONE_OF(text, chapter)
	    ? (size_t)strtoul(number, NULL, 10)
	    : 0;
}

const char *
chapter_paragraph(struct arena *arena, const struct node *section)
{
	const struct md_block *block = section->blocks;
	struct buf text = BUF_INIT;
	const char *paragraph;

	while (block != NULL &&
	    ((md_use(block) != MD_BESIDE && md_use(block) != MD_TEXT) ||
		chapter_number(arena, block) > 0))
		block = md_next(block);
	if (block != NULL)
		md_write_block(&text, block);
	paragraph = md_text(arena, uni_line(arena, text.at));
	buf_free(&text);
	return paragraph;
}

/* The next section from a child on, or NULL. */
static struct node *
section_from(struct node *child)
{
	while (child != NULL && child->level == 0)
		child = child->next;
	return child;
}

#define EACH_SECTION(section, node)                                            \
	(section) = section_from((node)->first);                               \
	(section) != NULL;                                                     \
	(section) = section_from((section)->next)

/* The title of a document, or NULL. */
static const struct node *
title_of(const struct node *root)
{
	static const enum term title[] = { T_TITLE };
	const struct node *child = root->first;

	while (child != NULL &&
	    (child->level > 0 || *child->key == '\0' ||
		!IS_ONE_OF(child->key, title)))
		child = child->next;
	return child;
}

/* Whether some section of a document is a chapter. */
static bool
is_proceedings(struct arena *arena, const struct node *root)
{
	const struct node *section;

	for (EACH_SECTION(section, root))
		if (chapter_number(arena, section->blocks) > 0)
			return true;
	return false;
}

/* Whether it has a section, at any depth, for the subject of another tool; or
 * is all that, by its title, and by something that the tool computed. */
static bool
has_subjects(const struct node *root)
{
	const struct node *title = root->level == 0 ? title_of(root) : NULL;
	const struct node *section;
	enum term term, subject;

	subject = title != NULL ? term_find_subject(title->text) : T_NONE;
	for (EACH_SECTION(section, root)) {
		if (subject != T_NONE && subject != T_WORKSHOP &&
		    term_find_computed(subject, section->key) != T_NONE)
			return true;
		term = term_find_subject(section->key);
		if ((term != T_NONE && term != T_WORKSHOP) ||
		    has_subjects(section))
			return true;
	}
	return false;
}

/*
 * Whether some # heading of a document is the title of another one, which the
 * reader did not part since no key follows it.  Where a key is such a heading
 * too, # is what this pad uses for all.
 */
static bool
has_strays(const struct doc *doc, const struct node *root)
{
	const struct node *section;
	bool stray = false;

	if (title_of(root) == NULL)
		return false;
	for (EACH_SECTION(section, root)) {
		if (section->level != 1)
			continue;
		if (doc->reader.is_key(doc->reader.context, section->key))
			return false;
		stray = true;
	}
	return stray;
}

bool
proceedings_meant(const struct doc *doc)
{
	const struct node *root = NULL;
	size_t count = 0, i;

	for (i = 0; i < doc->part_count; i++) {
		if (doc->parts[i].front && i + 1 < doc->part_count)
			continue;
		root = doc->parts[i].root;
		count++;
	}
	if (count != 1)
		return count > 1;
	return is_proceedings(doc->arena, root) || has_subjects(root) ||
	    has_strays(doc, root);
}

/* Whether a document is a sheet or a workshop's report, and nobody else's. */
static bool
is_sheet(const struct doc_part *part)
{
	const struct node *child;
	bool sheet = !part->markdown;

	if (has_subjects(part->root))
		return false;
	for (child = part->root->first; child != NULL; child = child->next)
		sheet = sheet ||
		    (child->level > 0 &&
			term_find_subject(child->key) == T_WORKSHOP) ||
		    (*child->key != '\0' && IS_ONE_OF(child->key, sheet_keys));
	return sheet;
}

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

/* Takes the first child out of a node; NULL where there is none. */
static struct node *
take_first(struct node *node)
{
	struct node *child = node->first;

	if (child == NULL)
		return NULL;
	node->first = child->next;
	child->next = NULL;
	return child;
}

/* A node whose children are to be put elsewhere, or back: it then has none. */
static struct node
empty(struct node *node)
{
	struct node full = *node;

	node->first = node->last = NULL;
	node->count = 0;
	return full;
}

/* Moves what is under the title of a chapter that is a section from there to
 * its document, and out of other sections: it is no item of them. */
static void
lift_pairs(struct arena *arena, struct node *root, struct node *chapter,
    struct node *section)
{
	struct node children = empty(section), *child;

	while ((child = take_first(&children)) != NULL) {
		if (child->level > 0)
			lift_pairs(arena, root, chapter, child);
		if (section == root || child->level > 0 || child->table > 0 ||
		    (*child->whole != '\0' &&
			strcspn(child->whole, ":") + strlen(child->text) >=
			    strlen(child->whole)) ||
		    !IS_ONE_OF(child->key, front_keys))
			node_append(section, child);
		else if (section == chapter)
			node_append(root, child);
	}
	if (section->first == NULL && section->level > 0 &&
	    section->kind != NODE_TEXT) {
		section->kind = NODE_TEXT;
		section->text = chapter_paragraph(arena, section);
	}
}

const char *
chapter_heading(struct arena *arena, const struct chapter *chapter)
{
	const char *title = md_plain(arena, chapter->title);
	enum term subject = term_find_subject(title);
	const struct node *section;

	for (EACH_SECTION(section, chapter->root))
		if (subject != T_NONE &&
		    term_find_subject(section->key) == subject)
			return "";
	return chapter->passes ? title : "";
}

/* A copy of a chapter as a document: where its heading may be the name of what
 * stands in it, a section of that name. */
static struct node *
as_document(struct arena *arena, const struct chapter *chapter)
{
	struct node *section = node_clone(arena, chapter->root), *root;
	const char *heading = chapter_heading(arena, chapter);

	if (!chapter->passes)
		return section;
	if (term_find_key(heading) == T_NONE) {
		lift_pairs(arena, section, section, section);
		return section;
	}
	root = node_new(arena, NODE_MAP, section->pos);
	section->key = heading;
	section->level = section->level > 0 ? section->level : 1;
	lift_pairs(arena, root, section, section);
	node_append(root, section);
	return root;
}

/* Binds a copy of a chapter as a sheet.  The faults of one that is a sheet are
 * those of all, what passes has none. */
static void
bind_chapter(struct proceedings *all, struct chapter *chapter, bool markdown)
{
	struct doc *doc = all->bind->doc;
	struct doc *one = arena_alloc(all->arena, sizeof(*one));

	*one = *doc;
	one->options.title = NULL;
	one->parts = arena_array(all->arena, 2, sizeof(*one->parts));
	one->part_count = 0;
	if (chapter->front != NULL)
		one->parts[one->part_count++] =
		    (struct doc_part){ node_clone(all->arena, chapter->front),
			    .document = 1, .front = true };
	one->parts[one->part_count++] =
	    (struct doc_part){ as_document(all->arena, chapter), markdown,
		    .document = 1 };
	if (chapter->passes) {
		one->faults = (struct notes){ .arena = all->arena };
		one->account = NULL;
	}
	chapter->method = (struct method){ .today = all->method->today,
		.anonymous = all->method->anonymous,
		.tasks = all->method->tasks };
	chapter->sheet = arena_alloc(all->arena, sizeof(*chapter->sheet));
	chapter->sheet->listed = all->listed;
	method_bind(&chapter->method, bind_document(one, &sheet_tool),
	    chapter->sheet);
	sheet_read(&chapter->method, chapter->sheet);
	if (!chapter->passes)
		doc->faults = one->faults;
}

static const char *
sheet_title(const struct bind *bind, const struct sheet *sheet)
{
	return *bind->title.text != '\0'    ? bind->title.text
	    : *sheet->theme.text != '\0'    ? sheet->theme.text
	    : *sheet->powerful.text != '\0' ? sheet->powerful.text
					    : sheet->burning.text;
}

static void
add_chapter(struct proceedings *all, struct chapter chapter, bool markdown)
{
	struct chapter *slot =
	    bind_append(all->bind, &all->chapters, sizeof(*slot));
	const char *title = chapter.title;

	bind_chapter(all, &chapter, markdown);
	if (!chapter.passes)
		title = sheet_title(chapter.method.bind, chapter.sheet);
	chapter.title =
	    chapter.number > 0 ? strip_number(title, chapter.number) : title;
	if (chapter.title == title)
		chapter.title = strip_number(title, all->chapters.count);
	*slot = chapter;
}

/* A section that is a chapter. */
static void
add_section(struct proceedings *all, const struct node *section)
{
	size_t number = chapter_number(all->arena, section->blocks);

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

/* What stands under the title of proceedings, or of a page of subjects. */
static void
read_front(struct proceedings *all, const struct node *root)
{
	const struct node *title = title_of(root), *child;
	struct bind_pair *pair;

	if (title != NULL && *all->title == '\0')
		all->title = bind_text(all->bind, title);
	for (child = root->first; child != NULL; child = child->next) {
		if (child->level > 0 || *child->key == '\0' || child == title)
			continue;
		pair = bind_append(all->bind, &all->pairs, sizeof(*pair));
		*pair = (struct bind_pair){
			term_find(child->key, front_keys, 10, NULL), child
		};
	}
	if (root->blocks != NULL)
		*(const struct md_block **)bind_append(all->bind, &all->head,
		    sizeof(struct md_block *)) = root->blocks;
}

static void
read_proceedings(struct proceedings *all, const struct node *root)
{
	const struct node *section;
	enum lang lang;

	read_front(all, root);
	for (EACH_SECTION(section, root))
		if (term_find(section->key, computed_sections, 6, &lang) ==
			T_NONE ||
		    chapter_number(all->arena, section->blocks) > 0)
			add_section(all, section);
		else if (all->spoken == LANG_NONE)
			all->spoken = lang;
}

/* One page that several tools wrote: each subject is a chapter, with what
 * follows it; what stands before the first goes with it. */
static void
read_subjects(struct proceedings *all, struct node *root)
{
	struct node before = { .kind = NODE_MAP }, *subject = NULL, *child;
	struct node *section = section_from(root->first), *next;

	read_front(all, root);
	for (; section != NULL; section = next) {
		next = section_from(section->next);
		section->next = NULL;
		if (term_find_subject(section->key) == T_NONE) {
			node_append(subject != NULL ? subject : &before,
			    section);
			continue;
		}
		if (subject != NULL)
			add_section(all, subject);
		subject = section;
		while ((child = take_first(&before)) != NULL)
			node_append(subject, child);
	}
	add_section(all, subject);
}

/* A document that is a chapter: a sheet, or one that passes. */
static void
add_document(struct proceedings *all, const struct doc_part *part,
    const struct node *front)
{
	const struct node *root = part->root, *title = title_of(root);
	const struct node *section = NULL;
	struct chapter chapter = { .pos = root->pos,
		.title = "",
		.root = root,
		.front = front,
		.blocks = root->blocks,
		.passes = !is_sheet(part) };

	if (title == NULL && front != NULL)
		title = title_of(front);
	if (title != NULL) {
		chapter.title = bind_text(all->bind, title);
		chapter.pos = title->pos;
	} else if (chapter.passes) {
		for (EACH_SECTION(section, root))
			if (term_find_subject(section->key) != T_NONE)
				break;
		chapter.title = section != NULL ? section->whole : "";
	}
	add_chapter(all, chapter, part->markdown);
}

/* Takes the other documents out of a document. */
static struct node *
take_strays(struct proceedings *all, struct node *root)
{
	struct node *strays = node_new(all->arena, NODE_LIST, root->pos);
	struct node children, *child;

	if (!has_strays(all->bind->doc, root))
		return strays;
	children = empty(root);
	while ((child = take_first(&children)) != NULL)
		node_append(child->level == 1 ? strays : root, child);
	return strays;
}

static void
read_part(struct proceedings *all, const struct doc_part *part,
    const struct node *front, bool alone)
{
	struct node *strays = node_new(all->arena, NODE_LIST, part->root->pos);
	const struct node *section;
	bool proceedings =
	    part->markdown && is_proceedings(all->arena, part->root);
	bool subject = false;

	if (part->markdown && !proceedings)
		strays = take_strays(all, part->root);
	for (EACH_SECTION(section, part->root))
		subject = subject || term_find_subject(section->key) != T_NONE;
	subject =
	    subject && alone && strays->count == 0 && has_subjects(part->root);
	if ((proceedings || subject) && front != NULL) {
		read_front(all, front);
		all->front = all->front != NULL ? all->front : front;
	}
	if (proceedings)
		read_proceedings(all, part->root);
	else if (subject)
		read_subjects(all, part->root);
	else
		add_document(all, part, front);
	for (EACH_SECTION(section, strays))
		add_section(all, section);
}

void
chapters_read(struct proceedings *all)
{
	struct doc *doc = all->bind->doc;
	const struct node *front = NULL;
	size_t count = 0, i;

	for (i = 0; i < doc->part_count; i++)
		count += !doc->parts[i].front;
	for (i = 0; i < doc->part_count; i++) {
		if (doc->parts[i].front && i + 1 < doc->part_count) {
			front = doc->parts[i].root;
			continue;
		}
		read_part(all, &doc->parts[i], front, count == 1);
		front = NULL;
	}
}
