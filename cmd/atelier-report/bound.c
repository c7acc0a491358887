/*
 * bound: chapters, each bound as the sheet that it may be.
 */
#include <string.h>

#include "proceedings.h"
#include "text/uni.h"

/* Moves what is under the title of a chapter that is a section from there to
 * its document, and out of other sections: it is no item of them. */
static void
lift_pairs(struct arena *arena, struct node *root, struct node *chapter,
    struct node *section)
{
	struct node children = node_emptied(section), *child;

	while ((child = node_take(&children)) != NULL) {
		if (child->level > 0)
			lift_pairs(arena, root, chapter, child);
		if (section == root || child->level > 0 || child->table > 0 ||
		    (*child->whole != '\0' &&
			strcspn(child->whole, ":") + strlen(child->text) >=
			    strlen(child->whole)) ||
		    !document_is_front(child->key))
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

/* Pairs in plain letters under the heading of a chapter, "Date : 3 mars", which
 * the reader takes under the title of a document alone. */
static void
add_plain_pairs(struct arena *arena, const struct md_block *block,
    struct node *root)
{
	const struct node *lines, *line;
	struct node *pair;
	const char *key;
	size_t n;

	for (; block != NULL; block = md_next(block)) {
		lines = md_use(block) == MD_BESIDE || md_use(block) == MD_TEXT
		    ? md_block_lines(arena, block)
		    : NULL;
		line = lines != NULL ? lines->first : NULL;
		for (; line != NULL; line = line->next) {
			n = strcspn(line->text, ":");
			key = uni_line(arena, arena_copy(arena, line->text, n));
			if (line->text[n] == '\0' || !document_is_front(key))
				break;
			pair = node_text(arena,
			    uni_line(arena, line->text + n + 1), line->pos);
			pair->key = key;
			node_append(root, pair);
		}
	}
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
	add_plain_pairs(arena, chapter->blocks, section);
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

void
chapter_bind(struct proceedings *all, struct chapter *chapter, bool markdown)
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
		document_account(doc->account, chapter->root);
		one->faults = (struct notes){ .arena = all->arena };
		one->account = NULL;
	}
	chapter->method = (struct method){ .today = all->method->today,
		.anonymous = all->method->anonymous,
		.tasks = all->method->tasks };
	chapter->sheet = arena_alloc(all->arena, sizeof(*chapter->sheet));
	chapter->sheet->harvest.listed = all->listed;
	method_bind(&chapter->method, bind_document(one, &sheet_tool),
	    chapter->sheet);
	sheet_read(&chapter->method, chapter->sheet);
	if (!chapter->passes)
		doc->faults = one->faults;
}
