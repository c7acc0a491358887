/*
 * rating: tables of ratings, either way round, to one rating a juror, an entry and a
 * criterion.
 *
 * A name is what most of those beside it are: entries, criteria, or else
 * jurors, who are on no list.  So the same lines read a table a criterion, a
 * sheet a juror, one long list, and maps within maps.
 */
#include <string.h>

#include "jury.h"
#include "sheet/matrix.h"
#include "sheet/refer.h"
#include "source/md.h"
#include "value/number.h"

/* The columns of a table, or the pairs of an item, that say what they hold. */
const struct bind_row jury_rating_rows[] = {
	ROW(BIND_TEXT, rating, names[JUROR], .key = T_JUROR),
	ROW(BIND_TEXT, rating, names[ENTRY], .key = T_ENTRY),
	ROW(BIND_TEXT, rating, names[CRITERION], .key = T_CRITERION),
	ROW(BIND_NUMBER, rating, score, .key = T_SCORE),
	{ BIND_TEXT, T_MEAN },
	{ BIND_TEXT, T_TOTAL },
	{ BIND_TEXT, T_RANK },
	{ BIND_END },
};

/* A table of a juror's ratings, or of an entry's or a criterion's, where no
 * heading says so: it has figures. */
bool
jury_claims(const struct node *section)
{
	static const enum term juror[] = { T_JUROR, T_NONE };
	const struct node *row = section->first, *cell;
	int64_t score;

	if (row == NULL || row->table == 0 ||
	    term_find_computed(T_JURY_GRID, section->key) != T_NONE)
		return false;
	for (cell = row->first; cell != NULL; cell = cell->next)
		if (number_read(cell->text, &score))
			break;
	return cell != NULL &&
	    (matrix_has(section, juror) ||
		matrix_claims(section, T_ENTRY, jury_entry_rows) ||
		matrix_claims(section, T_CRITERION, jury_criterion_rows));
}

static const struct bind_row *const score_row = &jury_rating_rows[3];

struct reader {
	struct method *method;
	struct jury *jury;
	size_t document;          /* of the table at hand, from 1 */
	struct bind_text heading; /* of one that says nothing else */
};

/* What is known so far of the ratings below: a text of NULL is not. */
struct place {
	struct bind_text names[SIDES];
};

static bool
is_one_of(const struct reader *reader, enum side side, const char *name)
{
	bool ambiguous;

	return side != JUROR &&
	    refer_look(&reader->jury->refers[side], name, &ambiguous) != NULL;
}

/* The row that a key names; NULL for a name, which may be a key's too. */
static const struct bind_row *
row_of(const struct reader *reader, const struct node *node)
{
	if (*node->key == '\0' || is_one_of(reader, ENTRY, node->key) ||
	    is_one_of(reader, CRITERION, node->key))
		return NULL;
	return bind_find(reader->method->bind, jury_rating_rows, node->key);
}

/* Whether a name is that of an entry or a criterion, which is then known. */
static bool
take_name(const struct reader *reader, struct bind_text name,
    struct place *place)
{
	enum side side;

	for (side = ENTRY; side < SIDES; side++)
		if (place->names[side].text == NULL &&
		    is_one_of(reader, side, name.text)) {
			place->names[side] = name;
			return true;
		}
	return false;
}

/* The side that most of some names are of, among those not known; the first of
 * these where they are of none. */
static enum side
side_of(const struct reader *reader, const struct bind_list *names,
    const struct place *place)
{
	const struct bind_text *name = names->at;
	enum side side, best = SIDES;
	size_t most = 0, count, i;

	for (side = JUROR; side < SIDES; side++) {
		if (place->names[side].text != NULL)
			continue;
		for (count = i = 0; i < names->count; i++)
			count += is_one_of(reader, side, name[i].text);
		if (best == SIDES || count > most) {
			best = side;
			most = count;
		}
	}
	return best;
}

static struct bind_text
key_of(const struct reader *reader, const struct node *node)
{
	return (struct bind_text){ md_text(reader->method->arena, node->key),
		node->key_pos, true };
}

static struct bind_text
cell_of(const struct reader *reader, const struct node *node)
{
	return (struct bind_text){ bind_text(reader->method->bind, node),
		node->pos, true };
}

static void
add_name(const struct reader *reader, struct bind_list *names,
    struct bind_text name)
{
	*(struct bind_text *)bind_append(reader->method->bind, names,
	    sizeof(name)) = name;
}

/* Who wrote a sheet: the juror of ratings that name none. */
static struct bind_text
author_of(const struct reader *reader)
{
	static const enum term juror[] = { T_JUROR };
	const struct bind_list *pairs = &reader->method->bind->pairs;
	const struct bind_pair *pair = pairs->at;
	struct bind_text none = { .text = NULL };
	size_t i;

	for (i = 0; i < pairs->count; i++)
		if (pair[i].document == reader->document &&
		    (pair[i].term == T_AUTHOR ||
			(pair[i].term == T_NONE &&
			    term_find(pair[i].node->key, juror, 1, NULL) !=
				T_NONE)))
			return cell_of(reader, pair[i].node);
	return none;
}

/* Settles what a rating is of; false after a fault. */
static bool
settle(struct reader *reader, struct rating *rating, struct pos pos)
{
	const struct bind_list *lists[SIDES] = { [ENTRY] =
						     &reader->jury->entries,
		[CRITERION] = &reader->jury->criteria };
	enum side side;
	char *item;

	if (rating->names[JUROR].text == NULL)
		rating->names[JUROR] = reader->heading.text != NULL
		    ? reader->heading
		    : author_of(reader);
	for (side = JUROR; side < SIDES; side++) {
		if (side != JUROR && rating->names[side].text == NULL &&
		    lists[side]->count == 1)
			continue;
		if (rating->names[side].text == NULL ||
		    *rating->names[side].text == '\0') {
			bind_fault(reader->method->bind, pos, M_MISSING_KEY,
			    method_word(reader->method,
				jury_rating_rows[side].key));
			return false;
		}
		if (side == JUROR)
			continue;
		item = refer_find(&reader->jury->refers[side],
		    &rating->names[side]);
		if (item == NULL)
			return false;
		rating->at[side] = (size_t)(item - (char *)lists[side]->at) /
		    reader->jury->refers[side].size;
	}
	return true;
}

static void
add_rating(struct reader *reader, const struct node *node,
    const struct place *place)
{
	struct bind_text *juror;
	struct rating rating = { .at = { 0 } };
	bool met;

	memcpy(rating.names, place->names, sizeof(rating.names));
	if (!settle(reader, &rating, node->pos))
		return;
	rating.node = node;
	juror =
	    gather_enter(&reader->jury->jurors, rating.names[JUROR].text, &met);
	if (!met) {
		*juror = rating.names[JUROR];
		method_person(reader->method, juror->text);
	}
	rating.at[JUROR] = gather_place(&reader->jury->jurors, juror);
	*(struct rating *)bind_append(reader->method->bind,
	    &reader->jury->ratings, sizeof(rating)) = rating;
}

static void read_below(struct reader *reader, const struct node *node,
    struct place place);

/* A pair whose key is of a side, or its score. */
static void
read_pair(struct reader *reader, const struct node *pair, enum side side,
    struct place place)
{
	const struct bind_row *row = row_of(reader, pair);

	if (row == NULL && side == SIDES) {
		bind_fault(reader->method->bind, pair->key_pos, M_UNKNOWN_KEY,
		    pair->key);
		return;
	}
	if (row == NULL)
		place.names[side] = key_of(reader, pair);
	else if (row != score_row)
		return;
	if (pair->first != NULL)
		read_below(reader, pair, place);
	else if (!bind_is_none(pair->text))
		add_rating(reader, pair, &place);
}

/* The first cell of a row that names it; NULL where its key says what it is. */
static const struct node *
head_of(const struct reader *reader, const struct node *row)
{
	return row->table > 0 && row_of(reader, row->first) == NULL ? row->first
								    : NULL;
}

/* The side that a column or a pair tells by its value; SIDES for none. */
static enum side
side_told(const struct reader *reader, const struct node *pair)
{
	const struct bind_row *row = row_of(reader, pair);

	return row != NULL && row < score_row
	    ? (enum side)(row - jury_rating_rows)
	    : SIDES;
}

/* One row of a table, or an item with pairs; a row of means is none. */
static void
read_row(struct reader *reader, const struct node *row, enum side head_side,
    enum side side, struct place place)
{
	const struct node *head = head_of(reader, row), *pair;
	const struct bind_row *figure;
	struct node named;
	enum side told;

	for (pair = row->first; pair != NULL; pair = pair->next) {
		told = pair == head ? head_side : side_told(reader, pair);
		if (told == SIDES)
			continue;
		named = *pair;
		place.names[told] = cell_of(reader, pair);
		named.key =
		    method_plain(reader->method, place.names[told].text);
		figure = row_of(reader, &named);
		if (figure != NULL && figure > score_row)
			return;
	}
	for (pair = row->first; pair != NULL; pair = pair->next)
		if (pair != head)
			read_pair(reader, pair, side, place);
}

/* Rows of one table, or items with pairs; returns what stands behind. */
static const struct node *
read_rows(struct reader *reader, const struct node *first, struct place place)
{
	struct bind_list heads = { .count = 0 }, columns = { .count = 0 };
	struct place known = place;
	const struct node *row, *pair, *head;
	enum side head_side = SIDES, side, told;

	for (row = first; row != NULL && row->table == first->table &&
	     (row->table > 0 || *row->key == '\0');
	     row = row->next) {
		if (row->first == NULL) {
			if (*row->text != '\0')
				bind_fault(reader->method->bind, row->pos,
				    M_NOT_A_MAP);
			continue;
		}
		head = head_of(reader, row);
		if (head != NULL)
			add_name(reader, &heads, cell_of(reader, head));
		for (pair = row->first; pair != NULL; pair = pair->next) {
			told = side_told(reader, pair);
			if (told < SIDES)
				known.names[told].text = "";
			else if (pair != head && row_of(reader, pair) == NULL)
				add_name(reader, &columns,
				    key_of(reader, pair));
		}
	}
	/* a criterion or an entry in the corner is that of all the table */
	if (heads.count > 0 &&
	    take_name(reader, key_of(reader, first->first), &place))
		take_name(reader, key_of(reader, first->first), &known);
	if (heads.count > 0)
		head_side = side_of(reader, &heads, &known);
	if (head_side < SIDES)
		known.names[head_side].text = "";
	side = side_of(reader, &columns, &known);
	for (; first != row; first = first->next)
		if (first->first != NULL)
			read_row(reader, first, head_side, side, place);
	return row;
}

/* What stands under a heading, or in a map. */
static void
read_below(struct reader *reader, const struct node *node, struct place place)
{
	const struct node *child = node->first;
	struct bind_list keys = { .count = 0 };
	enum side side;

	for (; child != NULL; child = child->next)
		if (*child->key != '\0' && child->table == 0 &&
		    row_of(reader, child) == NULL)
			add_name(reader, &keys, key_of(reader, child));
	side = side_of(reader, &keys, &place);
	for (child = node->first; child != NULL;)
		if (*child->key == '\0' || child->table > 0) {
			child = read_rows(reader, child, place);
		} else {
			read_pair(reader, child, side, place);
			child = child->next;
		}
}

/* A table under a heading of its own, which names an entry, a criterion, or
 * the juror where nothing else does. */
static void
read_table(struct reader *reader, const struct node *table)
{
	struct place place = { .names = { { .text = NULL } } };
	struct bind_text name = key_of(reader, table);
	static const enum term own[] = { T_JURY_SCORES };

	reader->document = table->part;
	reader->heading = (struct bind_text){ .text = NULL };
	if (!take_name(reader, name, &place) && *name.text != '\0' &&
	    term_read(name.text, TERM_GLOSSED, own, 1, NULL) == T_NONE)
		reader->heading = name;
	read_below(reader, table, place);
}

void
jury_read_tables(struct method *method, struct jury *jury)
{
	struct reader reader = { .method = method, .jury = jury };
	struct node *const *table = jury->tables.at;
	size_t i;

	jury->jurors = gather_new(method->bind, sizeof(struct bind_text));
	for (i = 0; i < jury->tables.count; i++)
		read_table(&reader, table[i]);
}
