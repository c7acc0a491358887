/*
 * bind_kinds: prose, choices, and which kind of value binds what.
 */
#include <string.h>

#include "sheet/bind_inner.h"
#include "text/uni.h"

bool
bind_is_nothing(const char *text)
{
	ARENA_SCRATCH(arena);
	const char *plain = md_plain(arena, text);

	plain = arena_copy(arena, plain, strcspn(plain, ".!"));
	return term_lists(T_NOTHING_WORDS, uni_line(arena, plain));
}

bool
bind_is_none(const char *text)
{
	static const char *const dashes[] = { "", "-", "\\-", "–", "—" };

	for (size_t i = 0; i < sizeof(dashes) / sizeof(dashes[0]); i++)
		if (strcmp(text, dashes[i]) == 0)
			return true;
	return false;
}

/* A list of texts as the prose that it would be in Markdown. */
static const char *
list_prose(struct bind *bind, const struct node *node)
{
	struct arena *arena = bind->doc->arena;
	struct buf out = BUF_INIT;
	const char *text;

	md_write(&out, md_text(arena, node->text), MD_BLOCK);
	buf_string(&out, out.length > 0 ? "\n\n" : "");
	NODE_EACH(const struct node, child, node) {
		text = bind_line(bind, child);
		if (child->first != NULL ||
		    (*child->key != '\0' && *child->whole == '\0'))
			bind_fault(bind, child->key_pos, M_NESTED);
		if (*text == '\0')
			continue;
		buf_string(&out, "- ");
		md_write(&out, text, MD_BLOCK);
		buf_char(&out, '\n');
	}
	text = buf_take(&out, arena);
	return md_prose(arena, text);
}

const char *
bind_prose(struct bind *bind, enum term key, const struct node *node)
{
	struct arena *arena = bind->doc->arena;
	const char *gloss, *body;

	if (node->level > 0) {
		body = md_section_prose(arena, node, false);
		gloss = key == T_NONE ? "" : term_gloss(arena, node->key, key);
		if (*gloss == '\0')
			return body;
		return md_prose(arena,
		    arena_format(arena, "%s\n\n%s", gloss, body));
	}
	if (node->first != NULL)
		return list_prose(bind, node);
	if (*node->prose != '\0')
		return md_prose(arena, node->prose);
	return md_prose(arena, bind_text(bind, node));
}

bool
bind_put_prose(struct bind *bind, const struct bind_row *row,
    const struct node *node, struct bind_text *into)
{
	const char *prose = bind_prose(bind, row->key, node);

	if (into->given && *into->text != '\0' && *prose != '\0' &&
	    strcmp(into->text, prose) != 0)
		bind_conflict(bind, row, prose, node->pos, into->text,
		    into->pos);
	if (!into->given || *into->text == '\0')
		*into = bind_text_at(prose, node->pos);
	return !node_is_empty(node) || node->blocks != NULL;
}

static enum term
find_choice(const enum term *choices, const char *text, enum lang *lang)
{
	size_t count = 0;

	while (choices[count] != T_NONE)
		count++;
	return term_find(text, choices, count, lang);
}

bool
bind_is_choice(const struct bind_row *row, const char *plain)
{
	enum lang lang;

	return row->choices != NULL &&
	    find_choice(row->choices, plain, &lang) != T_NONE;
}

enum term
bind_choice(struct bind *bind, const enum term *choices, const char *text)
{
	enum lang lang = LANG_NONE;
	enum term term = find_choice(choices, text, &lang);
	size_t length = strlen(text);

	if (term == T_NONE && length > 1 && text[length - 1] == '.')
		return bind_choice(bind, choices,
		    arena_copy(bind->doc->arena, text, length - 1));
	if (term != T_NONE && lang != LANG_NONE)
		bind->votes[lang]++;
	return term;
}

const char *
bind_names_of(struct bind *bind, const enum term *choices)
{
	struct buf names = BUF_INIT;

	for (; *choices != T_NONE; choices++)
		buf_join(&names, ", ", bind_key_name(bind, *choices));
	return buf_take(&names, bind->doc->arena);
}
