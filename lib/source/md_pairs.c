/*
 * md_pairs: pairs, whose keys are strong, or known and behind them a colon.
 */
#include <string.h>

#include "base/arena.h"
#include "source/line.h"
#include "source/md_reading.h"
#include "text/dress.h"
#include "text/uni.h"

/* What may stand between a strong key and its text. */
static const char *
skip_separator(const char *text)
{
	static const char *const dashes[] = { "— ", "– ", "- " };
	size_t dash;

	text = uni_skip_blanks(text);
	text += *text == ':';
	dash = uni_mark(text, dashes, sizeof(dashes) / sizeof(*dashes));
	return dash > 0 ? text + dash : uni_skip_blanks(text);
}

/* Whether strong text is a part of a word: "**Lo**cal". */
static bool
is_glued(cmark_node *strong)
{
	const char *behind = cmark_node_get_literal(cmark_node_next(strong));
	int32_t c = behind != NULL ? uni_next(&behind) : 0;

	return uni_is_word(c) || c == '\'' || c == 0x2019;
}

/* A key without its ending colon; true if it had one. */
static bool
trim_colon(struct arena *arena, const char **key)
{
	size_t n = strlen(*key);
	bool colon = n > 0 && (*key)[n - 1] == ':';

	if (colon)
		*key = uni_line(arena, arena_copy(arena, *key, n - 1));
	return colon;
}

bool
md_split_strong(struct arena *arena, const char *text, bool alone,
    const char **key, const char **rest)
{
	cmark_node *document, *strong;
	const char *start, *behind;
	bool split = false;

	text += dress_length(text); /* an emoji in front of the key */
	if (strncmp(text, "**", 2) != 0)
		return false;
	document = md_parse_line(text);
	strong = md_first_inline(document);
	*key = ""; /* of a text that is strong as a whole */
	if (md_is(strong, CMARK_NODE_STRONG)) {
		start = md_plain(arena,
		    md_inlines(arena, cmark_node_first_child(strong)));
		behind = md_inlines(arena, cmark_node_next(strong));
		split = trim_colon(arena, &start) ||
		    (!is_glued(strong) && (*behind != '\0' || !alone));
		split = split && *start != '\0';
	}
	if (split) {
		*key = start;
		*rest = md_text(arena, skip_separator(behind));
	}
	cmark_node_free(document);
	return split;
}

/* The key that a line "Key : text" or "key:: text" begins with, if it is short;
 * *rest gets what stands behind the colon. */
static const char *
plain_key(struct arena *arena, const char *text, const char **rest)
{
	enum { MAX_KEY = 48, MAX_WORDS = 5 };
	size_t n = strcspn(text, ":*\\[`"), words = 1, i;
	const char *key, *at, *behind;

	behind = text + n + (strncmp(text + n, ":: ", 3) == 0 ? 2 : 1);
	if (text[n] != ':' || n == 0 || n > MAX_KEY ||
	    (*behind != ' ' && *behind != '\0' &&
		(unsigned char)*behind < 0x80))
		return NULL;
	key = dress_off(arena, uni_until(arena, text, text + n));
	for (i = 0; key[i] != '\0'; i++)
		words += key[i] == ' ';
	at = key;
	i = (size_t)uni_next(&at);
	if (words > MAX_WORDS || !uni_is_word((int32_t)i) ||
	    (i >= '0' && i <= '9'))
		return NULL;
	*rest = uni_skip_blanks(behind);
	return key;
}

/* A line without the emphasis that all of it has: "*Lieu : mairie*". */
static const char *
unemphasised(struct arena *arena, const char *text)
{
	size_t n = strlen(text);

	return n > 2 && *text == '*' && strcspn(text + 1, "*_") == n - 2 &&
		text[n - 1] == '*'
	    ? arena_copy(arena, text + 1, n - 2)
	    : text;
}

/* The pair of a line behind its dress, strong or plain; NULL: none. */
static struct node *
read_pair(struct md_reading *reading, const char *text, struct pos pos)
{
	const char *bare =
	    unemphasised(reading->arena, text + dress_length(text));
	const char *key, *rest;
	struct node *pair;

	if (!md_split_strong(reading->arena, bare, true, &key, &rest))
		key = plain_key(reading->arena, bare, &rest);
	if (key == NULL)
		return NULL;
	pair = node_text(reading->arena, md_text(reading->arena, rest), pos);
	pair->key = key;
	pair->whole = text;
	return pair;
}

/* Whether a text begins as a pair: any, or one whose key is known. */
static bool
begins_pair(struct md_reading *reading, const char *text, bool known)
{
	const char *key, *rest = "";

	if (*text == '*' || *text == '_') {
		if (!md_split_strong(reading->arena, text, true, &key, &rest) ||
		    *rest == '\0')
			return false;
	} else {
		key = plain_key(reading->arena, text, &rest);
		if (known && key != NULL && *key >= 'a' && *key <= 'z')
			return false; /* "Lieu : mairie, salle : 3" */
	}
	return key != NULL && (!known || md_names(reading, MD_PAIR, key));
}

/* Where a text goes on as another pair, *next: behind a slash or a bar, or, where
 * its key is known, behind what parts a line else, "Lieu : mairie, Durée : 2 h",
 * "**Lieu :** mairie **Durée :** 2 h", or a number, "Présents : 52. Votants : 48";
 * NULL: nowhere. */
static const char *
find_next(struct md_reading *reading, const char *text, const char **next)
{
	enum { MOST_TRIED = 64 };
	static const char *const marks[] = { " / ", " | ", " **", " – ", " — ",
		" - ", " · ", " • ", " ; ", "; ", ", ", ". " };
	const char *end = text;
	size_t n;

	for (size_t tried = 0; tried < MOST_TRIED; tried++) {
		end = uni_first_of(end, marks, sizeof(marks) / sizeof(*marks),
		    &n);
		if (end == NULL)
			break;
		*next = strncmp(end, " **", 3) == 0 ? end + 1 : end + n;
		if (end > text &&
		    (*end != '.' || text + strspn(text, "0123456789") == end) &&
		    begins_pair(reading, *next, strchr("/|", end[1]) == NULL))
			return end;
		end++;
	}
	return NULL;
}

/* Parts "Key : a / Other : b" into pairs of their own. */
static void
append_parted(struct md_reading *reading, struct node *into, struct node *pair)
{
	enum { MOST = 8 };
	struct arena *arena = reading->arena;
	const char *end, *next, *text;
	size_t digits;

	for (size_t count = 1; count < MOST; count++) {
		text = pair->text;
		end = find_next(reading, text, &next);
		digits = strspn(text, "0123456789");
		if (end == NULL && count > 1 && strcmp(text + digits, ".") == 0)
			pair->text = arena_copy(arena, text, digits);
		if (end == NULL)
			break;
		pair->text = md_text(arena, arena_until(arena, text, end));
		pair->whole =
		    arena_format(arena, "%s : %s", pair->key, pair->text);
		node_append(into, pair);
		pair = read_pair(reading, next, pair->pos);
	}
	node_append(into, pair);
}

/* A pair whose lines are all known. */
static void
finish_pair(struct md_reading *reading, struct node *into, struct node *pair,
    struct md_pieces *text, struct md_pieces *whole)
{
	if (pair == NULL)
		return;
	pair->text = md_join_pieces(reading->arena, text);
	pair->whole = md_join_pieces(reading->arena, whole);
	append_parted(reading, into, pair);
}

const char *
md_pair_line(struct md_reading *reading, const struct md_lines *lines, size_t i)
{
	return md_line_text(reading, md_typed_line(reading->arena, lines, i));
}

/* Whether a line could begin with a pair, as far as its start tells. */
static bool
may_be_pair(const char *line)
{
	return md_is_fence(line) || strchr(line, ':') != NULL ||
	    strncmp(line + strspn(line, " "), "**", 2) == 0;
}

size_t
md_find_pairs_end(struct md_reading *reading, const struct md_lines *lines,
    size_t from, size_t to, size_t least)
{
	size_t known = 0;
	struct node *pair;
	size_t i, end = from;

	for (i = from; i < to && may_be_pair(lines->at[i].text); i++) {
		if (!md_is_fence(lines->at[i].text)) {
			pair =
			    read_pair(reading, md_pair_line(reading, lines, i),
				(struct pos){ NULL, 0, 0 });
			if (pair == NULL)
				break;
			known += md_names(reading, MD_PAIR, pair->key);
		}
		end = i + 1;
	}
	return known >= least ? end : from;
}

bool
md_is_of_people(const char *key)
{
	return term_is(key, T_PARTICIPANTS) || term_is(key, T_ATTENDANCE);
}

void
md_add_names(struct md_reading *reading, struct md_pieces *names,
    const char *before, const char *line)
{
	if (names->count > 0 &&
	    (before == NULL || line_parts_names(before, line)))
		line = arena_format(reading->arena, "; %s", line);
	md_add_piece(names, line);
}

bool
md_read_pair_lines(struct md_reading *reading, struct node *into,
    const struct md_block *block, const struct md_lines *lines)
{
	struct md_pieces text = { BUF_INIT, 0 }, whole = { BUF_INIT, 0 };
	struct node *pair = NULL, *found;
	const char *line, *before = NULL;

	for (size_t i = block->first - lines->first; i < lines->count; i++) {
		if (md_is_fence(lines->at[i].text))
			continue;
		line = md_pair_line(reading, lines, i);
		found = read_pair(reading, line,
		    md_line_pos(reading->tree->source, lines, i));
		if (found == NULL && pair == NULL)
			return false;
		if (found != NULL) {
			finish_pair(reading, into, pair, &text, &whole);
			pair = found;
		}
		if (found == NULL && md_is_of_people(pair->key))
			md_add_names(reading, &text, before, line);
		else
			md_add_piece(&text, found != NULL ? found->text : line);
		md_add_piece(&whole, line);
		before = line;
	}
	finish_pair(reading, into, pair, &text, &whole);
	return pair != NULL;
}

bool
md_starts_strong(const struct md_block *block)
{
	cmark_node *first = cmark_node_first_child(md_node(block));

	return block->first == block->start &&
	    (md_is(first, CMARK_NODE_STRONG) ||
		(md_is(first, CMARK_NODE_TEXT) &&
		    uni_graphic(cmark_node_get_literal(first)) == 0));
}

bool
md_read_pairs(struct md_reading *reading, struct node *into,
    const struct md_block *block)
{
	struct md_lines lines;
	bool found;

	if (block->type != CMARK_NODE_PARAGRAPH ||
	    (block->piece != MD_PAIR_LINES && !md_starts_strong(block)))
		return false;
	lines = md_lines(reading->scratch, reading->tree->source,
	    md_node(block), block->last);
	if (block->piece != MD_PAIR_LINES &&
	    md_pair_line(reading, &lines, block->first - lines.first)[0] != '*')
		return false;
	found = md_read_pair_lines(reading, into, block, &lines);
	arena_reset(reading->scratch);
	return found;
}

void
md_find_plain_pairs(struct md_reading *reading, struct node *items, bool all)
{
	const char *key, *rest = "";
	size_t known = 0, count = 0;

	for (struct node *item = items; item != NULL;
	     item = item->next, count++) {
		key = *item->key != '\0'
		    ? item->key
		    : plain_key(reading->arena, item->text, &rest);
		if (key == NULL || (item->box != BOX_NONE))
			return;
		known += md_names(reading, MD_PAIR, key);
	}
	if (known == 0 || (all && (2 * known < count || known < 2)))
		return;
	for (struct node *item = items; item != NULL; item = item->next) {
		if (*item->key != '\0')
			continue;
		item->whole = item->text;
		item->key = plain_key(reading->arena, item->text, &rest);
		item->text = md_text(reading->arena, rest);
		if (item->first != NULL)
			item->kind = node_is_map(item) ? NODE_MAP : NODE_LIST;
	}
}

bool
md_read_item_pairs(struct md_reading *reading, struct node *item,
    cmark_node *paragraph, struct md_pieces *words)
{
	struct md_lines lines = md_lines(reading->scratch,
	    reading->tree->source, paragraph, md_end(paragraph));
	struct node *pairs = node_new(reading->arena, NODE_LIST, item->pos);
	size_t first = words->count == 0, known = 0, i;
	struct node *pair;

	for (i = first; i < lines.count; i++) {
		pair = read_pair(reading, md_pair_line(reading, &lines, i),
		    md_line_pos(reading->tree->source, &lines, i));
		if (pair == NULL)
			return false;
		known += md_names(reading, MD_COLUMN, pair->key) ||
		    md_names(reading, MD_PAIR, pair->key);
		node_append(pairs, pair);
	}
	if (known == 0)
		return false;
	if (first > 0)
		md_add_piece(words, md_pair_line(reading, &lines, 0));
	while ((pair = node_take(pairs)) != NULL) {
		node_append(item, node_text(reading->arena, "", pair->key_pos));
		md_fill_item(reading->arena, item->last, pair->whole);
	}
	return true;
}
