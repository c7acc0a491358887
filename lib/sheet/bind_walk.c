/*
 * bind_walk: what of a document is whose.
 */
#include <string.h>

#include "sheet/bind_inner.h"
#include "text/uni.h"

/* Counts a heading that is the tool's subject for the language. */
static void
vote_subject(struct bind *bind, const struct node *section)
{
	enum lang lang = LANG_NONE;

	if (term_find(section->key, &bind->doc->subject, 1, &lang) != T_NONE)
		bind_vote(bind, lang);
}

/* Whether a title is the tool's subject, and all below it was taken. */
static bool
is_spent(const struct bind *bind, const struct node *section)
{
	MD_EACH(const struct md_block, block, section)
		if (md_use(block) != MD_TAKEN)
			return false;
	return section->level == 1 && section->first == NULL &&
	    term_is(section->key, bind->doc->subject);
}

void
bind_pass_section(struct bind_found *found, struct node *section,
    bool in_subject)
{
	struct bind *bind = found->bind;

	if (is_spent(bind, section)) {
		vote_subject(bind, section);
		account_tell(bind->doc->account, section, ACCOUNT_READ,
		    bind->doc->subject);
		return;
	}
	account_tell(bind->doc->account, section, ACCOUNT_PASSES, T_NONE);
	bind_append_node(bind,
	    in_subject      ? &bind->kept
		: bind->met ? &bind->after
			    : &bind->before,
	    section);
}

/* The row that a section or a pair is: by its name, by what it holds, or by its
 * name read loosely; NULL: none.  *named: a row has its name. */
static const struct bind_row *
row_of(struct bind_found *found, const struct node *node, bool in_subject,
    bool *named)
{
	struct bind *bind = found->bind;
	const struct bind_row *row =
	    bind_find_row(bind, node->key, TERM_PLAIN, in_subject);

	*named = row != NULL;
	if (row != NULL && bind_fits(row, node))
		return row;
	row = bind_find_claim(found, node);
	if (row == NULL)
		return bind_find_loosely(bind, node, in_subject);
	vote_subject(bind, node);
	return row;
}

/* Whether a section holds pairs of the tool and nothing else. */
static bool
is_all_ours(const struct bind *bind, const struct node *section)
{
	NODE_EACH(const struct node, child, section)
		if (*child->key == '\0' ||
		    bind_row_named(bind->tool->rows, child->key) == NULL)
			return false;
	return section->first != NULL;
}

/* Whether a key has a text behind it: "Vote : à main levée". */
static bool
is_said(const struct node *node)
{
	return node->kind == NODE_TEXT && node->level == 0 &&
	    *node->text != '\0';
}

/* A section that names the tool's subject, or the settings in it; those may
 * also stand outside. */
static bool
walk_subject(struct bind_found *found, struct node *node, bool markdown,
    bool in_subject)
{
	struct bind *bind = found->bind;
	const enum term inners[] = { bind->doc->subject, T_RULES };
	enum lang lang = LANG_NONE;
	enum term inner = term_find(node->key, inners, 2, &lang);
	const struct bind_row *row;

	if (inner == T_NONE) /* "Le mur de questions" */
		inner = term_read(node->key, TERM_OPENED, inners, 1, &lang);

	if (inner == T_RULES ? !in_subject && !is_all_ours(bind, node)
			     : inner == T_NONE || in_subject ||
		    !bind_is_subject(found, node) ||
		    (markdown && is_said(node)))
		return false;
	bind_vote(bind, lang);
	bind->met = true;
	account_tell(bind->doc->account, node, ACCOUNT_READ, inner);
	if (node->kind == NODE_TEXT && node->level == 0) {
		if (is_said(node))
			bind_fault(bind, node->pos, M_NOT_A_MAP);
		return true;
	}
	row = node->first == NULL ? bind_find_claim(found, node) : NULL;
	if (row != NULL) {
		bind_take(found, row, node, true);
		return true;
	}
	bind_take_beside(bind, inner, node);
	bind_walk(found, node, markdown, true);
	return true;
}

bool
bind_writes_items(enum term computed)
{
	static const enum term plain[] = { T_FINDINGS, T_ADOPTED_TEXT, T_BASE,
		T_WATCH_STANDING, T_SELECTED };

	for (size_t i = 0; i < sizeof(plain) / sizeof(*plain); i++)
		if (computed == plain[i])
			return true;
	return false;
}

/* Whether a section that is called as a computed one holds but sentences and items
 * of words alone: no tool wrote it, but those that write such. */
static bool
is_by_hand(struct arena *arena, const struct node *section, enum term computed)
{
	if (bind_writes_items(computed))
		return false;
	NODE_EACH(const struct node, child, section)
		if (child->level > 0 || child->table > 0 ||
		    *child->key != '\0' || child->first != NULL ||
		    child->box != BOX_NONE || *child->text == '*')
			return false;
	MD_EACH(const struct md_block, block, section)
		if (md_use(block) != MD_ITEMS &&
		    md_block_lines(arena, block) == NULL)
			return false;
	return section->blocks != NULL;
}

enum term
bind_computed(struct arena *arena, enum term subject,
    const struct node *section)
{
	enum term term = term_find_computed(subject, section->key);

	return term != T_NONE && is_by_hand(arena, section, term) ? T_NONE
								  : term;
}

/* What the tool computed the last time, to be computed anew. */
static bool
is_computed(struct bind *bind, const struct node *node)
{
	enum term term =
	    bind_computed(bind->doc->arena, bind->doc->subject, node);
	enum lang lang = LANG_NONE;

	if (term == T_NONE)
		return false;
	term_find(node->key, &term, 1, &lang);
	bind_vote(bind, lang);
	account_tell(bind->doc->account, node, ACCOUNT_COMPUTED, term);
	return true;
}

/* What the tool reads in another tool's subject, which passes. */
static void
read_foreign(struct bind_found *found, const struct node *section)
{
	const struct bind_row *row = found->bind->tool->rows;
	enum term subject = term_find_subject(section->key);
	enum lang lang = LANG_NONE;

	term_find(section->key, &subject, 1, &lang);
	for (; row->kind != BIND_END && subject != T_NONE; row++) {
		if (row->from != subject)
			continue;
		NODE_EACH(struct node, child, section) {
			if (!term_is(child->key, row->key))
				continue;
			child->part = found->document;
			account_tell(found->bind->doc->account, child,
			    ACCOUNT_READ, row->key);
			bind_append_node(found->bind, bind_nodes_of(found, row),
			    child);
			/* whose language counts where no key tells another */
			if (lang == LANG_NONE)
				term_find(child->key, &row->key, 1, &lang);
			if (found->bind->first_vote == LANG_NONE)
				found->bind->first_vote = lang;
		}
	}
}

/* A key of every tool.  A table of people that says more than their names
 * passes, too. */
static void
take_common(struct bind_found *found, enum term term, struct node *node)
{
	struct bind *bind = found->bind;
	const struct node *names = bind_names_of_people(bind, node);

	bind_take_pair(found, term, names != NULL ? names : node);
	node->taken = true;
	if (names != NULL && node->level > 0 &&
	    node->first->first->next != NULL) {
		bind_pass_section(found, node, false);
		account_tell(bind->doc->account, node, ACCOUNT_READ, term);
	} else if (node->level > 0) {
		bind_take_beside(bind, term, node);
	}
}

/* A section or a pair that is a part of a map of the tool, though it stands
 * beside it: "Ce qui a marché" without "Bilan" above. */
static bool
take_inner(struct bind_found *found, struct node *section, bool in_subject)
{
	struct bind *bind = found->bind;
	const struct bind_row *inner;
	struct node *map;

	BIND_ROWS(row, bind->tool->rows) {
		inner = row->kind == BIND_MAP
		    ? bind_find(bind, row->rows, section->key)
		    : NULL;
		if (inner == NULL || inner->kind != BIND_LIST ||
		    !bind_fits(inner, section))
			continue;
		map = node_new(bind->doc->arena, NODE_MAP, section->pos);
		map->key = term_name(row->key, LANG_EN);
		node_append(map, node_again(bind->doc->arena, section));
		bind_take(found, row, map, in_subject);
		section->taken = true;
		account_tell(bind->doc->account, section, ACCOUNT_READ,
		    inner->key);
		if (section->level > 0)
			bind_take_beside(bind, inner->key, section);
		return true;
	}
	return false;
}

/* What a heading says in words beyond a key that it begins with, or all of
 * it. */
static const char *
beyond(struct arena *arena, const char *heading, enum term key)
{
	const char *end = heading, *rest = heading, *next;

	while (*end != '\0') {
		end = strchrnul(end + 1, ' ');
		if (term_read(arena_until(arena, heading, end), TERM_OPENED,
			&key, 1, NULL) != T_NONE)
			rest = end + strspn(end, " /&-");
	}
	next = rest;
	return uni_is_word(uni_next(&next)) &&
		strpbrk(rest, "0123456789") == NULL
	    ? rest
	    : heading;
}

/* A section that its table's columns show to be a list of the tool: its heading
 * becomes a gloss of the list's. */
static bool
take_columns(struct bind_found *found, struct node *section, bool in_subject)
{
	struct bind *bind = found->bind;
	const struct bind_row *row = bind_row_of_columns(bind, section);
	struct node all, sections, *child;

	if (row == NULL)
		return false;
	all = node_emptied(section);
	sections = *section;
	while ((child = node_take(&all)) != NULL)
		node_append(child->level > 0 ? &sections : section, child);
	section->key = arena_format(bind->doc->arena, "%s (%s)",
	    term_name(row->key, bind->doc->lang),
	    beyond(bind->doc->arena, section->key, row->key));
	bind_take(found, row, section, in_subject);
	while ((child = node_take(&sections)) != NULL)
		bind_walk_child(found, child, true, false);
	return true;
}

/* The row of what a document has once; or NULL. */
static const struct bind_row *
once_row(const struct bind *bind)
{
	BIND_ROWS(row, bind->tool->rows)
		if (row->goes_on != NULL)
			return row;
	return NULL;
}

/* Whether a document has the tool's subject with what it has once: that is read, and
 * no other that passes in front of it. */
static bool
is_reported(const struct bind *bind, const struct node *root)
{
	const struct bind_row *once = once_row(bind);

	if (once == NULL)
		return false;
	NODE_EACH(const struct node, child, root)
		if (child->level > 0 && term_is(child->key, bind->doc->subject))
			NODE_EACH(const struct node, inner, child)
				if (term_is(inner->key, once->key))
					return true;
	return false;
}

/* The same row, where the document at hand has given it. */
static const struct bind_row *
row_given(const struct bind_found *found)
{
	const struct bind_row *once = once_row(found->bind);

	if (once == NULL || found->reported)
		return once;
	BIND_EACH(const struct node *const, given, bind_nodes_of(found, once))
		if ((*given)->part == found->document)
			return once;
	return NULL;
}

void
bind_take_title(struct bind_found *found, struct node *root)
{
	const struct bind_row *once = once_row(found->bind);
	const struct node *title = root->first;
	struct node *told;
	BUF_SCRATCH(text);

	if (once == NULL || title == NULL || title->level > 0 ||
	    strcmp(title->key, "title") != 0 ||
	    (term_read(title->text, TERM_GLOSSED, &once->key, 1, NULL) ==
		    T_NONE &&
		!bind_claims_heading(once, title->text)))
		return;
	BIND_EACH(const struct node *const, given, bind_nodes_of(found, once))
		if ((*given)->part == found->document)
			return;
	MD_EACH(struct md_block, block, root) {
		if (md_use(block) != MD_BESIDE && md_use(block) != MD_ITEMS)
			continue;
		md_write_block(&text, block);
		if (md_use(block) == MD_BESIDE)
			md_take(block, true);
	}
	if (text.length == 0 &&
	    *term_gloss(found->bind->doc->arena, title->text, once->key) ==
		'\0')
		return;
	root->taken = true;
	told = node_text(found->bind->doc->arena, "", title->pos);
	told->key = md_plain(found->bind->doc->arena, title->text);
	told->key_pos = title->pos;
	told->prose = buf_take(&text, found->bind->doc->arena);
	bind_take(found, once, told, false);
}

/* Whether a node begins on another subject than the document did, which is told of
 * the section that is all about it. */
static bool
is_other(struct bind_found *found, const struct node *node,
    const struct node *section)
{
	const struct bind_row *once = row_given(found);
	bool named;

	if (once == NULL || *node->key == '\0' ||
	    row_of(found, node, false, &named) != once || once->goes_on(node))
		return false;
	bind_finding(found->bind, section->key_pos, M_ANOTHER_SUBJECT,
	    section->whole);
	return true;
}

/* Whether something right below a section does. */
static bool
holds_other(struct bind_found *found, const struct node *section)
{
	if (row_given(found) == NULL)
		return false;
	NODE_EACH(const struct node, inner, section)
		if (is_other(found, inner, section))
			return true;
	NODE_EACH(const struct node, pair,
	    bind_pairs_beside(found->bind, section, false))
		if (is_other(found, pair, section))
			return true;
	return false;
}

/* Takes what of a section that passes is the tool's, whatever its depth: its pairs
 * where they are the tool's own; the lists out of it, what was decided under each
 * point of an agenda; and beside a list the pairs, which stay in it too: how many
 * each village was. */
static void
take_below(struct bind_found *found, struct node *section)
{
	struct node all, ours, *child;
	const struct bind_row *row;
	bool listed = false, other = false, named;

	if (term_find_subject(section->key) != T_NONE &&
	    term_find_subject(section->key) != found->bind->doc->subject)
		return; /* another tool's */
	if (holds_other(found, section))
		return;
	bind_say(found, section);
	bind_take_told(found, section);
	all = node_emptied(section);
	ours = *section;
	while ((child = node_take(&all)) != NULL) {
		other = other ||
		    (child->level > 0 && is_other(found, child, child));
		if (other) {
			node_append(section, child);
			continue;
		}
		row = *child->key == '\0' ? NULL
					  : row_of(found, child, false, &named);
		if (child->level == 0) {
			if (row != NULL && (row->flags & BIND_SAID) == 0)
				node_append(&ours,
				    node_again(found->bind->doc->arena, child));
		} else if (row != NULL &&
		    (row->kind == BIND_LIST || row->kind == BIND_NODES)) {
			listed = true;
			if ((row->flags & BIND_SAID) != 0)
				bind_add(found->bind, &found->bind->over,
				    (struct bind_over){ row, child, section });
			node_append(&ours, child);
			continue;
		} else if (row == NULL &&
		    (take_inner(found, child, false) ||
			take_columns(found, child, false))) {
			continue;
		} else {
			take_below(found, child);
		}
		node_append(section, child);
	}
	while (listed && (child = node_take(&ours)) != NULL)
		bind_walk_child(found, child, true, false);
}

/* Whether a section is the first one of its document. */
static bool
is_first(const struct bind_found *found, const struct node *section)
{
	const struct doc *doc = found->bind->doc;
	const struct node *child;

	for (size_t i = 0; i < doc->part_count; i++) {
		child = doc->parts[i].root->first;
		while (child != NULL && child->level == 0)
			child = child->next;
		if (child == section)
			return true;
	}
	return false;
}

void
bind_walk_child(struct bind_found *found, struct node *child, bool markdown,
    bool in_subject)
{
	struct bind *bind = found->bind;
	const struct bind_row *row;
	struct node *section;
	enum term common;
	bool named;

	if (in_subject && (child->level > 0 || !markdown) &&
	    is_computed(bind, child))
		return;
	row = row_of(found, child, in_subject, &named);
	if (row != NULL && !markdown)
		child = bind_claimed_section(bind, row, child, in_subject);
	if (row != NULL) {
		bind_take(found, row, child, in_subject);
		return;
	}
	if (walk_subject(found, child, markdown, in_subject))
		return;
	if (!in_subject && child->level > 0)
		read_foreign(found, child);
	common = in_subject && child->level > 0 ? T_NONE
						: bind_find_common(child->key);
	named = named || common != T_NONE;
	if (common != T_NONE && bind_fits_common(common, child)) {
		take_common(found, common, child);
	} else if (take_inner(found, child, in_subject) ||
	    (child->level > 0 && take_columns(found, child, in_subject))) {
		bind->met = true;
	} else if (child->level > 0) {
		bind_pass_section(found, child, in_subject);
		if (child->first != NULL && child->first->table > 0 &&
		    is_first(found, child))
			bind_take_table_pairs(found, child->first);
		take_below(found, child);
	} else if (!markdown &&
	    bind_take_paragraphs(found, child, in_subject)) {
		return;
	} else if (!markdown && is_all_ours(bind, child)) {
		account_tell(bind->doc->account, child, ACCOUNT_READ,
		    bind->doc->subject);
		bind_walk(found, child, markdown, in_subject);
	} else if (markdown && !in_subject) {
		bind_take_pair(found, T_NONE, child);
	} else if (markdown && (named || !bind_is_near(bind, child))) {
		account_tell(bind->doc->account, child, ACCOUNT_PAIR, T_NONE);
	} else if ((named || !bind_is_near(bind, child)) &&
	    (section = bind_section_of(bind, child, in_subject)) != NULL) {
		note_add(&bind->doc->remarks, child->key_pos, M_KEPT_KEY,
		    child->key);
		bind_walk_child(found, section, true, in_subject);
	} else if (!in_subject && (named || !bind_is_near(bind, child))) {
		bind_take_pair(found, T_NONE, child);
		note_add(&bind->doc->remarks, child->key_pos, M_KEPT_KEY,
		    child->key);
	} else {
		bind_unknown(bind, bind->tool->rows, child);
	}
}

/* Moves the items of a list to the end of another, from one on. */
static void
move_items(struct node *from, const struct node *first, struct node *to)
{
	struct node all = node_emptied(from), *item;
	bool behind = false;

	while ((item = node_take(&all)) != NULL) {
		behind = behind || item == first;
		node_append(behind ? to : from, item);
	}
}

/* The tables behind the first of a list that are another row's than it is; NULL
 * where there are none. */
static struct node *
part_tables(struct bind_found *found, const struct bind_row *of,
    struct node *items)
{
	const struct node *first = items->first, *next = first;
	const struct bind_row *row;
	struct node *rest;

	if (first == NULL || first->table == 0)
		return NULL;
	while (next != NULL && next->table == first->table)
		next = next->next;
	if (next == NULL || next->table == 0)
		return NULL;
	rest = node_new(found->bind->doc->arena, NODE_LIST, next->pos);
	rest->blocks = items->blocks;
	move_items(items, next, rest);
	row = bind_find_claim(found, rest);
	if (row == NULL)
		row = bind_row_of_table(found->bind->tool->rows, rest->first);
	if (row != NULL && row != of)
		return rest;
	move_items(rest, rest->first, items);
	return NULL;
}

/* Items that stand under no heading, up to a table of another row's, which is
 * returned with what is behind it where they may be parted; else NULL. */
static struct node *
walk_part(struct bind_found *found, struct node *root, struct node *items,
    bool parted)
{
	struct node *rest;
	const struct bind_row *row = bind_is_streamed(found->bind, items) ||
		bind_waits(found->bind, root, items)
	    ? bind_stream_row(found->bind)
	    : bind_find_claim(found, items);

	if (row == NULL && items->first != NULL && items->first->table > 0) {
		bind_take_table_pairs(found, items->first);
		row = bind_row_of_table(found->bind->tool->rows, items->first);
	}
	if (row == NULL)
		return NULL;
	rest = parted ? part_tables(found, row, items) : NULL;
	if (items->first != NULL)
		items = bind_with_lines(found->bind, row, root, items);
	items->part = found->document;
	if (items->first != NULL)
		account_tell(found->bind->doc->account, items->first,
		    ACCOUNT_READ, row->key);
	bind_append_node(found->bind, bind_nodes_of(found, row), items);
	root->taken = true;
	found->bind->met = true;
	return rest;
}

static void
walk_items(struct bind_found *found, struct node *root, struct node *items)
{
	enum { MOST_PARTS = 16 }; /* each goes through all that is left */

	for (size_t parts = 0; items != NULL; parts++)
		items = walk_part(found, root, items, parts < MOST_PARTS);
}

void
bind_walk(struct bind_found *found, struct node *root, bool markdown,
    bool in_subject)
{
	bool other = false;

	if (!in_subject) {
		found->reported |= is_reported(found->bind, root);
		bind_name_records(found->bind, root);
	}
	if (markdown && !in_subject)
		bind_say(found, root);
	NODE_EACH(struct node, child, root) {
		other = other ||
		    (!in_subject && child->level > 0 &&
			is_other(found, child, child));
		if (other && child->level > 0 &&
		    bind_find_common(child->key) == T_NONE &&
		    !term_is(child->key, found->bind->doc->subject))
			bind_pass_section(found, child, false);
		else if (*child->key != '\0')
			bind_walk_child(found, child, markdown, in_subject);
		else if (child->blocks != NULL)
			walk_items(found, root, child);
		else if (!markdown)
			bind_fault(found->bind, child->pos, M_NOT_A_MAP);
	}
}
