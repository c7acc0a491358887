/*
 * document: what a document is to proceedings.
 */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "proceedings.h"
#include "text/uni.h"

/* What makes a document a workshop's sheet; actions, or a bare "Question",
 * which votes and walls have too, do not. */
static const enum term sheet_keys[] = { T_BURNING, T_POWERFUL, T_AIM, T_AGENDA,
	T_HARVEST, T_PRINCIPLES, T_PROJECT, T_KEY_POINTS, T_QUOTES, T_IDEAS };

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

size_t
chapter_number(struct arena *arena, const struct md_block *block)
{
	static const enum term chapter[] = { T_CHAPTER };
	struct buf text = BUF_INIT;
	const char *key = "", *rest = "";
	size_t number = 0, n;

	if (block == NULL || md_use(block) == MD_ITEMS ||
	    md_use(block) == MD_BREAK)
		return 0;
	md_write_block(&text, block);
	if (text.length < 80 && strncmp(text.at, "**", 2) == 0) {
		key = text.at + 2;
		n = strcspn(key, "*");
		rest = uni_line(arena, key + n + strspn(key + n, "*: "));
		key = uni_line(arena, arena_copy(arena, key, n));
	}
	n = strspn(rest, "0123456789");
	if (n > 0 && n < 10 && rest[n] == '\0' &&
	    term_find(key, chapter, 1, NULL) != T_NONE)
		number = (size_t)strtoul(rest, NULL, 10);
	buf_free(&text);
	return number;
}

const struct node *
document_title(const struct node *root)
{
	static const enum term title[] = { T_TITLE };
	const struct node *child;

	for (child = root->first; child != NULL; child = child->next)
		if (child->level == 0 && *child->key != '\0' &&
		    term_find(child->key, title, 1, NULL) != T_NONE)
			return child;
	return NULL;
}

bool
document_is_proceedings(struct arena *arena, const struct node *root)
{
	const struct node *child;

	for (child = root->first; child != NULL; child = child->next)
		if (child->level > 0 &&
		    chapter_number(arena, child->blocks) > 0)
			return true;
	return false;
}

bool
document_has_subjects(const struct node *root)
{
	const struct node *child;
	enum term term;

	for (child = root->first; child != NULL; child = child->next) {
		if (child->level == 0)
			continue;
		term = term_find_subject(child->key);
		if (term != T_NONE && term != T_WORKSHOP)
			return true;
		if (document_has_subjects(child))
			return true;
	}
	return false;
}

static bool
is_key(const struct doc *doc, const struct node *section)
{
	return doc->reader.is_key(doc->reader.context, section->key);
}

/*
 * Whether some # heading of a document is the title of another one, which the
 * reader did not part since no key follows it.  Where a key is such a heading
 * too, # is what this pad uses for all.
 */
bool
document_has_strays(const struct doc *doc, const struct node *root)
{
	const struct node *child;
	bool stray = false;

	if (document_title(root) == NULL)
		return false;
	for (child = root->first; child != NULL; child = child->next) {
		if (child->level != 1)
			continue;
		if (is_key(doc, child))
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
	return document_is_proceedings(doc->arena, root) ||
	    document_has_subjects(root) || document_has_strays(doc, root);
}

/* Whether a document is a sheet or a workshop's report, and nobody else's. */
bool
document_is_sheet(const struct doc_part *part)
{
	const struct node *child;
	bool sheet = !part->markdown;
	enum term subject;

	if (document_has_subjects(part->root))
		return false;
	for (child = part->root->first; child != NULL; child = child->next) {
		subject =
		    child->level > 0 ? term_find_subject(child->key) : T_NONE;
		sheet = sheet || subject == T_WORKSHOP ||
		    (*child->key != '\0' &&
			term_find(child->key, sheet_keys, COUNT(sheet_keys),
			    NULL) != T_NONE);
	}
	return sheet;
}
