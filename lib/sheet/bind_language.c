/*
 * bind_language: which language a report speaks.
 */
#include "sheet/bind_inner.h"
#include "text/speak.h"
#include "text/words.h"

/* How many nodes of a document are looked at for the words in them. */
enum { MOST_NODES = 400 };

/* How many keys can be borrowed; and how many words, and how many times those of
 * the other language, tell which language a room speaks. */
enum { BORROWED_KEYS = 4, PLAIN_WORDS = 6, PLAIN_TIMES = 4 };

/* Counts the keys of items, those of a table once. */
static void
vote_items(struct bind *bind, const struct bind_row *rows,
    const struct node *node)
{
	size_t table = 0;

	NODE_EACH(const struct node, child, node) {
		if (child->table > 0 && child->table == table)
			continue;
		table = child->table;
		if (*child->key != '\0' && child->level == 0)
			bind_find(bind, rows, child->key);
		vote_items(bind, rows, child);
	}
}

void
bind_vote_items(struct bind_found *found)
{
	const struct bind_row *row = found->bind->tool->rows;
	struct node *const *nodes;

	for (size_t i = 0; row[i].kind != BIND_END; i++) {
		nodes = found->nodes[i].at;
		for (size_t j = 0; j < found->nodes[i].count; j++)
			if (row[i].rows != NULL)
				vote_items(found->bind, row[i].rows, nodes[j]);
	}
}

/* The language that a pair names; not: one that it names, and that is none. */
static enum lang
given_language(struct bind *bind, const struct node * * not )
{
	static const enum term langs[] = { T_FRENCH, T_ENGLISH };
	enum term term;

	*not = NULL;
	BIND_EACH(const struct bind_pair, pair, &bind->pairs) {
		if (pair->term != T_LANGUAGE)
			continue;
		term = term_find(pair->node->text, langs, 2, NULL);
		if (term != T_NONE)
			return term == T_FRENCH ? LANG_FR : LANG_EN;
		*not = pair->node;
	}
	return LANG_NONE;
}

/* The same as bind_vote_words, of so many nodes as are left. */
static void
vote_words(struct arena *arena, const struct node *node, size_t votes[3],
    size_t *left)
{
	for (; node != NULL && *left > 0; node = node->next, --*left) {
		words_vote(arena, node->key, votes);
		words_vote(arena, node->text, votes);
		vote_words(arena, node->first, votes, left);
	}
}

/* The same of what stands beside them: paragraphs, lists. */
static void
vote_prose(struct arena *arena, const struct node *node, size_t votes[3],
    size_t *left)
{
	const char *line;

	for (; node != NULL && *left > 0; node = node->next, --*left) {
		MD_EACH(const struct md_block, block, node)
			for (size_t i = 0;
			     *left > 0 && md_use(block) == MD_BESIDE &&
			     (line = md_source_line(arena, block, i)) != NULL;
			     i++, --*left)
				words_vote(arena, line, votes);
		vote_prose(arena, node->first, votes, left);
	}
}

void
bind_vote_words(struct arena *arena, const struct node *node, size_t votes[3],
    size_t most)
{
	vote_words(arena, node, votes, &most);
}

enum lang
bind_winner(const size_t votes[3])
{
	return votes[LANG_FR] > votes[LANG_EN] ? LANG_FR
	    : votes[LANG_EN] > votes[LANG_FR]  ? LANG_EN
					       : LANG_NONE;
}

/* Whether words leave no doubt of their language, where some keys, which a room
 * may have borrowed ("Keep", "Drop", "Next steps"), say the other one. */
static bool
outweighs(const size_t words[3], const size_t keys[3])
{
	enum lang lang = bind_winner(words), other = bind_winner(keys);

	return lang != LANG_NONE && other != LANG_NONE && lang != other &&
	    keys[other] - keys[lang] <= BORROWED_KEYS &&
	    words[lang] >= PLAIN_WORDS &&
	    words[lang] >= PLAIN_TIMES * words[other];
}

/* What most keys are in, or the first one, or what the words around them are, or the
 * paragraphs; where nothing tells, an accent does. */
static enum lang
language_of(struct bind *bind)
{
	size_t words[3] = { 0 }, left = MOST_NODES, i;
	enum lang keys = bind_winner(bind->votes);

	for (i = 0; i < bind->doc->part_count; i++)
		vote_words(bind->doc->arena, bind->doc->parts[i].root, words,
		    &left);
	if (outweighs(words, bind->votes))
		return bind_winner(words);
	if (keys == LANG_NONE)
		keys = bind->first_vote;
	if (keys == LANG_NONE)
		keys = bind_winner(words);
	for (i = 0; keys == LANG_NONE && i < bind->doc->part_count; i++) {
		vote_prose(bind->doc->arena, bind->doc->parts[i].root, words,
		    &left);
		keys = bind_winner(words);
	}
	return keys == LANG_NONE && words[LANG_NONE] > 0 ? LANG_FR : keys;
}

enum lang
bind_likely_language(struct bind *bind)
{
	const struct node * not ;
	enum lang lang = bind->doc->lang;

	if (lang == LANG_NONE)
		lang = given_language(bind, &not );
	if (lang == LANG_NONE)
		lang = language_of(bind);
	return lang != LANG_NONE ? lang : speak_lang();
}

void
bind_language(struct bind *bind)
{
	const struct node * not ;
	enum lang given = given_language(bind, &not );
	enum lang *lang = &bind->doc->lang;

	if (not != NULL)
		bind_fault(bind, not ->pos, M_NOT_A_LANGUAGE, not ->text);
	bind->words = language_of(bind);
	if (bind->words == LANG_NONE)
		bind->words = given;
	if (*lang == LANG_NONE)
		*lang = given;
	if (*lang == LANG_NONE)
		*lang = bind->words;
	if (*lang == LANG_NONE)
		*lang = speak_lang();
}
