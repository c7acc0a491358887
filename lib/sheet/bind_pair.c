/*
 * bind_pair: the pairs under the title: who was there, when, where.
 *
 * Lists of names unite.  Else the first value stands, over several documents;
 * within one, what the body says stands before the front matter, and the other
 * value is kept as a pair of its own, "Date (2)".
 */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "sheet/bind_inner.h"
#include "text/uni.h"
#include "value/period.h"

static bool
is_of_names(enum term term)
{
	return term == T_PARTICIPANTS || term == T_FACILITATOR ||
	    term == T_AUTHOR || term == T_TAGS;
}

/* Whether a value is a number of people and no names. */
static bool
is_number(const struct node *node)
{
	return node->first == NULL && *node->text != '\0' &&
	    node->text[strspn(node->text, "0123456789")] == '\0';
}

static bool
is_called(const struct node *cell, enum term term)
{
	return *cell->key != '\0' && term_is(cell->key, term);
}

/* The first cell that is called so, but for one; or NULL. */
static const struct node *
cell_called(const struct node *row, enum term term, const struct node *but)
{
	const struct node *cell = row->first;

	while (cell != NULL && (cell == but || !is_called(cell, term)))
		cell = cell->next;
	return cell;
}

/* The cell of a name, else of a first name, else the first one. */
static const struct node *
name_cell(const struct node *row)
{
	const struct node *first = cell_called(row, T_FIRST_NAME, NULL);
	const struct node *cell = cell_called(row, T_NAME, first);

	return cell != NULL ? cell : first != NULL ? first : row->first;
}

/* Keeps a name for those who ask for every one, and whose it is where that is a
 * longer one. */
static void
keep_name(struct bind *bind, const struct node *cell, const char *whole)
{
	struct node *name = node_again(bind->doc->arena, cell);

	name->whole = whole;
	name->key = term_name(T_PERSON, LANG_EN);
	bind_append_node(bind, &bind->cells, name);
}

/* Whether a cell holds what --anonymous puts for a name. */
static bool
is_letter(const struct node *cell)
{
	return cell->text[0] >= 'A' && cell->text[0] <= 'Z' &&
	    cell->text[1] == '\0';
}

/* The name that a row tells, its first name in front; NULL where it is none. */
static const struct node *
name_of(struct bind *bind, const struct node *row)
{
	const struct node *last = name_cell(row);
	const struct node *first = cell_called(row, T_FIRST_NAME, NULL);
	const char *whole;

	if (last == NULL || bind_is_none(last->text))
		return NULL;
	if (first == NULL || first == last || *first->text == '\0')
		return last;
	whole = is_letter(first) && is_letter(last)
	    ? last->text
	    : arena_format(bind->doc->arena, "%s %s", first->text, last->text);
	keep_name(bind, last, whole);
	keep_name(bind, first, "");
	return node_text(bind->doc->arena, whole, last->pos);
}

/* Whether a row of a table tells that its person was not there: in a column of
 * presence, or by a mark in one of the absent. */
static bool
is_away(struct arena *arena, const struct node *row)
{
	static const enum term away[] = { T_NO, T_NOT_PRESENT, T_EXCUSED };
	bool told;

	NODE_EACH(const struct node, cell, row) {
		if (*cell->key == '\0' || bind_is_none(cell->text))
			continue;
		told = term_find(md_plain(arena, cell->text), away, 3, NULL) !=
		    T_NONE;
		if (is_called(cell, T_PRESENCE) ? told
						: !told &&
			    term_find(cell->key, away + 1, 2, NULL) != T_NONE)
			return true;
	}
	return false;
}

/* Whether an item is a map of YAML that tells of a person. */
static bool
is_map(const struct node *item)
{
	return item->kind == NODE_MAP && item->table == 0 && item->level == 0 &&
	    *item->key == '\0' && *item->text == '\0';
}

/* Whether the value of a key is such a map, and no list. */
static bool
is_person(const struct node *value)
{
	return value->kind == NODE_MAP && value->level == 0 &&
	    value->first != NULL && is_called(name_cell(value), T_NAME);
}

/* A name, with what a map says of the person behind it in brackets: all but that
 * somebody was there, since no table passes that would tell it. */
static struct node *
name_in(struct bind *bind, const struct node *map, const struct node *name)
{
	const struct node *last = name_cell(map);
	const struct node *first = cell_called(map, T_FIRST_NAME, NULL);
	bool away = is_away(bind->doc->arena, map);
	BUF_SCRATCH(out);
	struct node *text;

	NODE_EACH(const struct node, cell, map)
		if (cell != last && cell != first && *cell->text != '\0' &&
		    (away || !is_called(cell, T_PRESENCE)))
			buf_format(&out, "%s%s", out.length > 0 ? ", " : " (",
			    cell->text);
	if (out.length > 0)
		buf_char(&out, ')');
	text = node_text(bind->doc->arena,
	    arena_format(bind->doc->arena, "%s%s", name->text,
		out.length > 0 ? out.at : ""),
	    name->pos);
	return text;
}

/* Puts the person of a row, or of an item, among names. */
static void
put_person(struct bind *bind, struct node *names, const struct node *row)
{
	const struct node *name = row;

	if (row->table > 0 || is_map(row) || row->first != NULL)
		name = name_of(bind, row);
	if (name == NULL || bind_is_none(name->text))
		return;
	if (row->table > 0 && is_away(bind->doc->arena, row))
		keep_name(bind, name, "");
	else
		node_append(names,
		    row->table == 0 && row->first != NULL
			? name_in(bind, row, name)
			: node_text(bind->doc->arena, name->text, name->pos));
}

struct node *
bind_names_of_people(struct bind *bind, const struct node *section)
{
	struct node *names =
	    node_new(bind->doc->arena, NODE_LIST, section->pos);
	const struct node *row = section->first;

	if (row == NULL ||
	    (row->table == 0 && !is_map(row) && !is_person(section)))
		return NULL;
	names->key = section->key;
	names->key_pos = section->key_pos;
	if (is_person(section))
		put_person(bind, names, section);
	else
		for (; row != NULL; row = row->next)
			put_person(bind, names, row);
	return names->first != NULL ? names : NULL;
}

/* The names in a value, as a list of texts. */
static struct node *
list_names(struct bind *bind, const struct node *node)
{
	struct node *list = node_again(bind->doc->arena, node);
	struct bind_list names = { .count = 0 };
	const struct bind_text *name;

	list->kind = NODE_LIST;
	list->text = list->whole = "";
	node_emptied(list);
	if (node->first == NULL)
		bind_split_names(bind, bind_text(bind, node), node->pos,
		    &names);
	name = names.at;
	for (size_t i = 0; i < names.count; i++)
		node_append(list,
		    node_text(bind->doc->arena, name[i].text, node->pos));
	NODE_EACH(const struct node, child, node)
		node_append(list, node_again(bind->doc->arena, child));
	return list;
}

static const char *
folded_name(struct bind *bind, const struct node *name)
{
	return uni_casefold(bind->doc->arena,
	    *name->key != '\0' ? name->key : name->text);
}

/* Puts the names of another value behind those of a pair, each once. */
static void
unite(struct bind *bind, struct bind_pair *pair, const struct node *node)
{
	struct node *all = list_names(bind, pair->node);
	struct node *more = list_names(bind, node), *name;
	size_t before = all->count;
	struct dict met = { .arena = bind->doc->arena };

	for (name = all->first; name != NULL; name = name->next)
		dict_enter(&met, folded_name(bind, name));
	while ((name = node_take(more)) != NULL) {
		if (dict_find(&met, folded_name(bind, name)) != NULL)
			continue;
		dict_enter(&met, folded_name(bind, name));
		node_append(all, name);
	}
	if (all->count > before)
		pair->node = all;
}

/* Whether two values say the same. */
static bool
is_same(struct bind *bind, const struct node *a, const struct node *b)
{
	struct date one, two;
	const char *text = bind_text(bind, a), *other = bind_text(bind, b);

	if (a->first != NULL || b->first != NULL)
		return false;
	return term_same(text, other) ||
	    (date_read(text, &one) && date_read(other, &two) &&
		date_day(one) == date_day(two));
}

static size_t
count_names(struct bind *bind, const struct node *node)
{
	return list_names(bind, node)->count;
}

/* Whether a pair has the key of another one, a term or a name of one's own. */
static bool
has_key(const struct bind_pair *pair, enum term term, const struct node *node)
{
	return pair->term == term &&
	    (term != T_NONE || term_same(pair->node->key, node->key));
}

/* Whether a pair of that key, and of that value where one is given, may stand
 * already: only then all of them are looked through. */
static bool
may_stand(struct bind *bind, enum term term, const char *key, const char *value)
{
	struct arena *arena = bind->doc->arena;
	struct dict_entry *entry;
	struct date day;
	bool met;

	if (bind->met_pairs.arena == NULL)
		dict_init(&bind->met_pairs, arena);
	key = arena_format(arena, "%d %s", (int)term,
	    term == T_NONE ? term_fold(arena, key) : "");
	if (value != NULL && date_read(value, &day))
		key = arena_format(arena, "%s\n%" PRId64, key,
		    (int64_t)date_day(day));
	else if (value != NULL)
		key = arena_format(arena, "%s\n=%s", key,
		    term_fold(arena, value));
	entry = dict_enter(&bind->met_pairs, key);
	met = entry->value != NULL;
	entry->value = bind;
	return met;
}

/* Keeps a value that does not stand, as a pair of its own. */
static void
keep(struct bind *bind, const struct bind_pair *pair)
{
	const struct bind_pair *all = bind->pairs.at;
	struct bind_pair kept = *pair;
	bool said = may_stand(bind, pair->term, pair->node->key,
	    bind_text(bind, pair->node));

	kept.again = 2;
	for (size_t i = bind->pairs.count; i-- > 0;) {
		if (all[i].again == 0 ||
		    !has_key(&all[i], pair->term, pair->node))
			continue;
		if (said && is_same(bind, all[i].node, pair->node))
			return;
		if (kept.again == 2)
			kept.again = all[i].again + 1;
		if (!said)
			break;
	}
	account_tell(bind->doc->account, pair->node, ACCOUNT_ELSEWHERE,
	    pair->term);
	bind_add(bind, &bind->pairs, kept);
}

/* Joins a value to a pair that stands already, or keeps one of the two. */
static void
join(struct bind *bind, struct bind_pair *pair, struct bind_pair *new)
{
	struct bind_pair old = *pair;
	bool names = is_of_names(pair->term);
	size_t place = (size_t)(pair - (struct bind_pair *)bind->pairs.at);

	if (is_same(bind, pair->node, new->node))
		return;
	if (names && !is_number(pair->node) && !is_number(new->node)) {
		unite(bind, pair, new->node);
		return;
	}
	if ((names && is_number(pair->node)) ||
	    (pair->document == new->document && pair->front && !new->front)) {
		*pair = *new;
		new = &old;
	}
	if (names && is_number(new->node) &&
	    strtoul(new->node->text, NULL, 10) ==
		count_names(bind,
		    ((struct bind_pair *)bind->pairs.at)[place].node))
		return;
	if (old.document == new->document || pair->term == T_NONE || names)
		keep(bind, new);
	else
		account_tell(bind->doc->account, new->node, ACCOUNT_ELSEWHERE,
		    new->term);
}

const char *
bind_words(struct bind *bind, const struct node *node)
{
	struct buf out = BUF_INIT;
	const char *words, *comma = ", ";

	if (node->first == NULL)
		return bind_unlinked(bind->doc->arena, bind_text(bind, node));
	NODE_EACH(const struct node, child, node)
		if (bind_is_many(child->text))
			comma = " ; ";
	buf_string(&out, bind_text(bind, node));
	NODE_EACH(const struct node, child, node) {
		words = *child->whole != '\0' ? bind_line(bind, child)
					      : bind_words(bind, child);
		if (*child->key != '\0' && *child->whole == '\0')
			words = arena_format(bind->doc->arena, "%s%s %s",
			    md_words(bind->doc->arena, child->key),
			    term_name(T_KEY_COLON,
				bind->doc->lang ? bind->doc->lang : LANG_EN),
			    words);
		buf_join(&out,
		    child == node->first && out.length > 0 ? " " : comma,
		    words);
	}
	return md_text(bind->doc->arena, buf_take(&out, bind->doc->arena));
}

/* Whether a title stands, or says nothing else than the one that does, or is that of
 * another document. */
static bool
is_first_title(struct bind_found *found, const struct node *node)
{
	struct bind *bind = found->bind;
	const char *text = bind_words(bind, node);

	if (*text == '\0' && node->first != NULL)
		return true; /* of nothing */
	BIND_EACH(const struct bind_pair, pair, &bind->pairs)
		if (pair->node == node)
			return true; /* kept already */
	if (bind->title.given)
		return bind->titled != found->document ||
		    strcmp(text, bind->title.text) == 0;
	bind->title = bind_text_at(text, node->pos);
	bind->titled = found->document;
	return true;
}

static void
take_pair(struct bind_found *found, enum term term, const struct node *node)
{
	struct bind *bind = found->bind;
	struct bind_pair *pairs = bind->pairs.at;
	struct bind_pair new = { term, node, found->document, found->front, 0 };
	size_t count;

	account_tell(bind->doc->account, node,
	    term == T_TITLE      ? ACCOUNT_TITLE
		: term == T_NONE ? ACCOUNT_PAIR
				 : ACCOUNT_READ,
	    term);
	if (term == T_TITLE && is_first_title(found, node))
		return;
	count = may_stand(bind, term, node->key, NULL) ? bind->pairs.count : 0;
	for (size_t i = 0; i < count; i++) {
		if (pairs[i].again > 0 || !has_key(&pairs[i], term, node))
			continue;
		join(bind, &pairs[i], &new);
		return;
	}
	new.again = term == T_TITLE ? 2 : 0;
	bind_add(bind, &bind->pairs, new);
}

/* The names in boxes that are checked, or in those that are not, without them. */
static struct node *
names_in(struct arena *arena, const struct node *names, bool checked)
{
	struct node *list = node_again(arena, names), *name;

	node_emptied(list);
	NODE_EACH(const struct node, item, names) {
		if ((item->box != BOX_OPEN) != checked)
			continue;
		name = node_again(arena, item);
		name->box = BOX_NONE;
		node_append(list, name);
	}
	return list;
}

/* Where boxes say who of some names was there, the others are a pair of their own:
 * who was not. */
void
bind_take_pair(struct bind_found *found, enum term term,
    const struct node *node)
{
	struct arena *arena = found->bind->doc->arena;
	struct node *away;
	bool checked = false;
	enum lang lang = LANG_NONE;

	if (term == T_PARTICIPANTS)
		NODE_EACH(const struct node, name, node)
			checked = checked || name->box == BOX_DONE;
	take_pair(found, term, checked ? names_in(arena, node, true) : node);
	away = checked ? names_in(arena, node, false) : NULL;
	if (away == NULL || away->first == NULL)
		return;
	term_read(node->key, TERM_GLOSSED, &term, 1, &lang);
	away->key = away->whole = term_name(T_ABSENTEES, lang ? lang : LANG_EN);
	take_pair(found, T_NONE, away);
}

/* A value as it is printed. */
static const char *
printed(struct bind *bind, const struct node *node)
{
	const char *text = bind_text(bind, node);
	struct date date;

	return date_read(text, &date)
	    ? date_text(bind->doc->arena, date, bind->doc->lang)
	    : text;
}

void
bind_tell_pairs(struct bind *bind)
{
	BIND_EACH(const struct bind_pair, pair, &bind->pairs)
		if (pair->again > 0 && pair->term != T_NONE)
			bind_finding(bind, pair->node->pos, M_OTHER_VALUE,
			    bind_key_name(bind, pair->term),
			    printed(bind, pair->node));
}

/* Moves a pair before those of its document that were typed below it. */
static void
put_in_place(struct bind_pair *pairs, size_t place)
{
	struct bind_pair pair = pairs[place];

	for (; place > 0 && pairs[place - 1].document == pair.document &&
	     pairs[place - 1].node->pos.line > pair.node->pos.line;
	     place--)
		pairs[place] = pairs[place - 1];
	pairs[place] = pair;
}

void
bind_put_pair(struct bind *bind, enum term term, const struct node *node)
{
	struct bind_found found = { .bind = bind, .document = node->part };
	const struct node *names = bind_names_of_people(bind, node);
	size_t known = bind->pairs.count;

	bind_take_pair(&found, term,
	    list_names(bind, names != NULL ? names : node));
	for (; known < bind->pairs.count; known++)
		put_in_place(bind->pairs.at, known);
}

struct bind_list
bind_participants(struct bind *bind)
{
	struct bind_list names = { .count = 0 };

	BIND_EACH(const struct bind_pair, pair, &bind->pairs)
		if (pair->term == T_PARTICIPANTS && !is_number(pair->node))
			NODE_EACH(struct node, name,
			    list_names(bind, pair->node))
				bind_append_node(bind, &names, name);
	return names;
}
