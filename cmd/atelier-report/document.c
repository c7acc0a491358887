/*
 * document: what a document is to proceedings.
 */
#include <stdlib.h>
#include <string.h>

#include "proceedings.h"
#include "text/uni.h"

size_t
document_number(struct arena *arena, const struct md_block *block,
    enum term *place)
{
	static const enum term places[] = { T_CHAPTER, T_PART };
	const char *text, *number;
	size_t n;

	*place = T_NONE;
	if (block == NULL || !md_is_strong(block))
		return 0;
	text = md_plain(arena, md_block_lines(arena, block)->first->text);
	n = strcspn(text, ":");
	number = uni_line(arena, text + n + (text[n] != '\0'));
	text = uni_line(arena, arena_copy(arena, text, n));
	n = strspn(number, "0123456789");
	if (n > 0 && n < 10 && number[n] == '\0')
		*place = term_find(text, places, 2, NULL);
	return *place != T_NONE ? (size_t)strtoul(number, NULL, 10) : 0;
}

const char *
chapter_paragraph(struct arena *arena, const struct node *section)
{
	const struct md_block *block = section->blocks;
	struct buf text = BUF_INIT;
	enum term place;

	while (block != NULL &&
	    ((md_use(block) != MD_BESIDE && md_use(block) != MD_TEXT) ||
		document_number(arena, block, &place) > 0))
		block = md_next(block);
	if (block != NULL)
		md_write_block(&text, block);
	return md_text(arena, uni_line(arena, buf_take(&text, arena)));
}

struct node *
document_section(struct node *child)
{
	while (child != NULL && child->level == 0)
		child = child->next;
	return child;
}

const struct node *
document_title(const struct node *root)
{
	const struct node *child = root->first;

	while (child != NULL &&
	    (child->level > 0 || *child->key == '\0' ||
		!term_is(child->key, T_TITLE)))
		child = child->next;
	return child;
}

void
document_account(struct account *account, const struct node *root)
{
	const struct node *title = document_title(root);

	account_enter(account, root);
	if (title != NULL)
		account_tell(account, title, ACCOUNT_TITLE, T_NONE);
}

bool
document_is_front(const char *key)
{
	return term_is(key, T_CHAPTER) ||
	    term_find(key, doc_common, DOC_COMMON, NULL) != T_NONE;
}

bool
document_is_proceedings(struct arena *arena, const struct node *root)
{
	const struct node *section;
	enum term place;

	for (EACH_SECTION(section, root))
		if (document_number(arena, section->blocks, &place) > 0)
			return true;
	return false;
}

/* Whether a document holds another tool's report, which has headings below its
 * subject: "## Vote" above a few lines is a word of the minutes. */
bool
document_has_subjects(const struct node *root)
{
	const struct node *title =
	    root->level == 0 ? document_title(root) : NULL;
	const struct node *section;
	enum term term, subject;

	subject = title != NULL ? term_find_subject(title->text) : T_NONE;
	for (EACH_SECTION(section, root)) {
		if (subject != T_NONE && subject != T_WORKSHOP &&
		    term_find_computed(subject, section->key) != T_NONE)
			return true;
		term = term_find_subject(section->key);
		if ((term != T_NONE && term != T_WORKSHOP &&
			document_section(section->first) != NULL) ||
		    document_has_subjects(section))
			return true;
	}
	return false;
}

/*
 * Whether some # heading of a document is the title of another one, which the
 * reader did not part since no key follows it.  Where a key is such a heading
 * too, # is what this pad uses for all.
 */
bool
document_has_strays(const struct doc *doc, const struct node *root)
{
	const struct node *section;
	bool stray = false;

	if (document_title(root) == NULL)
		return false;
	for (EACH_SECTION(section, root)) {
		if (section->level != 1)
			continue;
		if (doc->reader->is(doc, MD_KEY, section->key))
			return false;
		stray = true;
	}
	return stray;
}

bool
proceedings_meant(const struct doc *doc)
{
	const struct node *root;
	size_t i = 0;

	while (i + 1 < doc->part_count && doc->parts[i].front)
		i++;
	if (i + 1 != doc->part_count)
		return i + 1 < doc->part_count;
	root = doc->parts[i].root;
	return document_is_proceedings(doc->arena, root) ||
	    document_has_subjects(root) || document_has_strays(doc, root);
}

/* Actions, or a bare "Question", make no document a workshop's sheet: votes and
 * walls have them too. */
bool
document_is_sheet(const struct doc_part *part)
{
	bool sheet = !part->markdown;

	if (document_has_subjects(part->root))
		return false;
	NODE_EACH(const struct node, child, part->root)
		sheet = sheet ||
		    (child->level > 0 &&
			term_find_subject(child->key) == T_WORKSHOP) ||
		    (*child->key != '\0' &&
			term_is_any(child->key, T_BURNING, T_POWERFUL, T_AIM,
			    T_AGENDA, T_HARVEST, T_PRINCIPLES, T_PROJECT,
			    T_KEY_POINTS, T_QUOTES, T_IDEAS));
	return sheet;
}
