/*
 * profile: counts by option and grade, as sheets and reports have them.
 */
#include <string.h>

#include "judge.h"
#include "sheet/gather.h"
#include "sheet/matrix.h"
#include "value/marks.h"

/* The most judgements of an option: shares of so many are exact. */
static const uint64_t MOST = UINT64_C(1000000000000000);

enum { OPTION, GRADE, GROUP, SIDES };

static const struct bind_row cell_rows[] = {
	{ BIND_TEXT, T_OPTION },
	{ BIND_TEXT, T_GRADE },
	{ BIND_TEXT, T_GROUP },
	{ BIND_NUMBER, T_JUDGEMENTS },
	{ BIND_NUMBER, T_NO_OPINION },
	{ BIND_TEXT, T_ID, 0, BIND_COMPUTED },
	{ BIND_TEXT, T_TOTAL, 0, BIND_COMPUTED },
	{ BIND_TEXT, T_RANK, 0, BIND_COMPUTED },
	{ BIND_TEXT, T_MAJORITY_GRADE, 0, BIND_COMPUTED },
	{ BIND_END },
};

static bool
is_option(const void *context, const char *plain)
{
	const struct judge *judge = context;

	return ballot_find(judge->poll.names, plain) != NULL;
}

static bool
is_grade(const void *context, const char *plain)
{
	const struct judge *judge = context;

	return grade_place(judge, plain) < judge->scale.names.count;
}

static struct bind_list
read_cells(struct judge *judge, enum term own, const struct bind_list *nodes)
{
	struct matrix matrix = { .bind = judge->poll.bind,
		.rows = cell_rows,
		.sides = { [OPTION] = { .titled = true },
		    [GRADE] = { .has = is_grade, .context = judge },
		    [GROUP] = { .optional = own == T_PROFILES } },
		.count = SIDES,
		.own = own };

	if (judge->poll.options.count > 0) {
		matrix.sides[OPTION].has = is_option;
		matrix.sides[OPTION].context = judge;
	}
	matrix_read(&matrix, nodes);
	return matrix.cells;
}

void
profile_missed(struct judge *judge)
{
	const struct poll_option *first = judge->poll.options.at;

	BIND_EACH(const struct poll_option, option, &judge->poll.options)
		if (!is_grade(judge, option->text.text))
			return;
	if (first != NULL)
		bind_fault(judge->poll.bind, first->text.pos, M_JUDGE_PROFILES);
}

/* Whether the rows of a table are grades, and what is beside them counts. */
static bool
grades_head_rows(const struct node *row)
{
	size_t table = row->table, grades = 0;

	for (; row != NULL && row->table == table; row = row->next) {
		if (row->first == NULL || row->first->next == NULL)
			return false;
		if (grade_is_common(row->first->text) &&
		    strpbrk(row->first->next->text, "0123456789") != NULL)
			grades++;
		else if (!term_is_any(row->first->text, T_TABLE_TOTAL, T_TOTAL,
			     T_NO_OPINION))
			return false;
	}
	return grades > 1;
}

/* A table of counts by grades of the common scale, whatever it stands under. */
bool
profile_claims(const struct node *section)
{
	const struct node *row = section->first, *cell;
	size_t grades = 0;

	while (row != NULL && row->table == 0 && row->level == 0)
		row = row->next; /* what is said in front of it */
	if (row == NULL || row->table == 0 || row->first == NULL)
		return false;
	if (grades_head_rows(row))
		return true;
	for (cell = row->first->next; cell != NULL; cell = cell->next) {
		if (!grade_is_common(cell->key) && marks_colour(cell->key) == 0)
			continue;
		if (strpbrk(cell->text, "0123456789") == NULL)
			return false;
		grades++;
	}
	return grades > 1;
}

/* An option with nothing behind it, "Mairie: {}". */
static void
add_empty(struct judge *judge, const struct node *child)
{
	const struct bind_text none = { "" };
	const struct bind_text text = { md_text(judge->poll.arena, child->key),
		child->key_pos, true };

	if (*child->key != '\0' && child->table == 0 && node_is_empty(child) &&
	    !is_grade(judge, child->key))
		poll_option_add(&judge->poll, &none, &text);
}

void
profile_options(struct judge *judge)
{
	const struct bind_text none = { "" };
	bool listed = judge->poll.options.count > 0;

	BIND_EACH(const struct poll_option, option, &judge->poll.options)
		if (marks_are_coloured(option->text.text))
			bind_fault(judge->poll.bind, option->text.pos,
			    M_VOTE_OPPOSED,
			    md_plain(judge->poll.arena, option->text.text));
	judge->cells = read_cells(judge, T_PROFILES, &judge->sheet->profiles);
	if (listed)
		return;
	BIND_EACH(const struct matrix_cell, cell, &judge->cells)
		if (cell->names[OPTION].text != NULL &&
		    *cell->names[OPTION].text != '\0')
			poll_option_add(&judge->poll, &none,
			    &cell->names[OPTION]);
	BIND_EACH(struct node *const, node, &judge->sheet->profiles)
		NODE_EACH(const struct node, child, (*node))
			add_empty(judge, child);
}

/* What one document counts, of all or of a group. */
struct station {
	size_t document;
	const char *group; /* NULL: of all */
	uint64_t *counts;
};

static struct station *
station_of(const struct judge *judge, struct gather *stations,
    const struct matrix_cell *cell)
{
	const struct tally *tally = judge->tally;
	const char *group = cell->names[GROUP].text;
	bool met;
	struct station *station = gather_enter(stations,
	    arena_format(judge->poll.arena, "%zu %s", cell->document,
		group != NULL ? group : ""),
	    &met);

	if (met)
		return station;
	*station = (struct station){ cell->document,
		group != NULL ? md_plain(judge->poll.arena, group) : NULL,
		arena_array(judge->poll.arena,
		    (tally->options + 1) * (tally->grades + 1),
		    sizeof(uint64_t)) };
	return station;
}

/* Whether a share is told already: a table has hundreds. */
static bool
is_told(const struct bind *bind, const char *plain)
{
	const struct notes *faults = &bind->doc->faults;

	return strchr(plain, '%') != NULL && faults->count > 0 &&
	    faults->at[faults->count - 1].message == M_JUDGE_NO_COUNT;
}

/* A whole number of judgements; 0 where nobody wrote any. */
static uint64_t
count_of(const struct judge *judge, const struct node *node)
{
	struct bind *bind = judge->poll.bind;
	const char *plain = poll_plain(&judge->poll, node);
	uint64_t count = 0;
	bool drawn;

	if (node->first == NULL && bind_is_none(plain))
		return 0;
	if (node->first != NULL ||
	    marks_reading(plain, bind->words, &count, &drawn) != SURE_EXACT) {
		if (!is_told(bind, plain))
			bind_fault(bind, node->pos, M_JUDGE_NO_COUNT, plain);
		return 0;
	}
	if (count <= MOST)
		return count;
	bind_fault(bind, node->pos, M_JUDGE_TOO_MANY,
	    poll_number(&judge->poll, MOST));
	return 0;
}

/* Adds what one cell counts. */
static void
add_cell(struct judge *judge, const struct matrix_cell *cell,
    struct gather *stations)
{
	struct bind *bind = judge->poll.bind;
	const struct bind_text *name = &cell->names[OPTION];
	size_t place = judge->tally->grades;
	uint64_t *at;
	const struct poll_option *option =
	    poll_option_find(&judge->poll, name->text);

	if (option == NULL) {
		bind_fault(bind, name->pos, M_VOTE_UNKNOWN,
		    md_plain(judge->poll.arena, name->text));
		return;
	}
	name = &cell->names[GRADE];
	if (cell->row == NULL)
		place = grade_place(judge, name->text);
	if (place > judge->tally->grades) {
		bind_fault(bind, name->pos, M_JUDGE_UNKNOWN_GRADE,
		    md_plain(judge->poll.arena, name->text), grade_all(judge));
		return;
	}
	at = tally_at(judge->tally, station_of(judge, stations, cell)->counts,
		 option->place) +
	    place;
	*at += count_of(judge, cell->node);
	if (*at > MOST)
		bind_fault(bind, cell->node->pos, M_JUDGE_TOO_MANY,
		    poll_number(&judge->poll, MOST));
}

/* Whoever judged another option at a station, and not this one, had no opinion
 * of it.  Returns how many judged. */
static uint64_t
level(const struct tally *tally, uint64_t *counts)
{
	uint64_t most = 0, asked;

	for (size_t i = 0; i < tally->options; i++) {
		asked = tally_asked(tally, counts, i);
		most = asked > most ? asked : most;
	}
	for (size_t i = 0; i < tally->options; i++)
		tally_at(tally, counts, i)[tally->grades] +=
		    most - tally_asked(tally, counts, i);
	return most;
}

static void
add_station(struct judge *judge, const struct station *station)
{
	struct poll *poll = &judge->poll;
	struct tally *tally = judge->tally;
	uint64_t judged = level(tally, station->counts);

	tally_add(tally,
	    station->group != NULL
		? group_counts(&tally->groups, station->group)
		: tally->counts,
	    station->counts);
	if (station->group != NULL)
		return;
	poll->brings[station->document] = true;
	poll->has_counts |= judged +
		poll_figure_told(poll, station->document, BLANK) +
		poll_figure_told(poll, station->document, REJECTED) !=
	    poll_figure_told(poll, station->document, CAST);
}

void
profile_read(struct judge *judge)
{
	struct gather stations =
	    gather_new(judge->poll.bind, sizeof(struct station));
	struct bind_list groups =
	    read_cells(judge, T_BY_GROUP, &judge->sheet->groups);
	const struct bind_list *lists[] = { &judge->cells, &groups };

	for (size_t i = 0; i < 2; i++)
		BIND_EACH(const struct matrix_cell, cell, lists[i])
			if (cell->node != NULL &&
			    cell->names[OPTION].text != NULL)
				add_cell(judge, cell, &stations);
	BIND_EACH(const struct station, station, &stations.list)
		add_station(judge, station);
}

bool
profile_has_none(const struct judge *judge)
{
	const struct tally *tally = judge->tally;

	for (size_t i = 0; i < tally->options; i++)
		if (tally_at(tally, tally->counts, i)[tally->grades] > 0)
			return true;
	return false;
}

struct grid
profile_grid(const struct judge *judge, const enum term *heads,
    size_t heads_count, bool none, size_t rows)
{
	size_t grades = judge->tally->grades, i;
	const char **names =
	    arena_array(judge->poll.arena, grades + 1, sizeof(*names));
	struct grid grid;

	for (i = 0; i < grades; i++)
		names[i] = judge->scale.names.at[i].text;
	names[grades] = method_word(judge->poll.method, T_NO_OPINION);
	grid = grid_named(judge->poll.method->report, heads, heads_count, names,
	    grades + none, rows);
	grid.numbered = true;
	return grid;
}

const char **
profile_cells(const struct judge *judge, const char **cell,
    const uint64_t *counts, bool none)
{
	for (size_t i = 0; i < judge->tally->grades + none; i++)
		*cell++ = poll_number(&judge->poll, counts[i]);
	return cell;
}

void
profile_render(const struct judge *judge)
{
	static const enum term heads[] = { T_OPTION };
	const struct tally *tally = judge->tally;
	bool none = profile_has_none(judge);
	struct grid grid = profile_grid(judge, heads, 1, none, tally->options);
	const char **cell = grid.cells;

	report_section(judge->poll.method->report, T_PROFILES);
	for (size_t i = 0; i < tally->options; i++) {
		*cell++ = md_words(judge->poll.arena,
		    poll_option_name(&judge->poll,
			poll_option_at(&judge->poll, i)));
		cell = profile_cells(judge, cell,
		    tally_at(tally, tally->counts, i), none);
	}
	grid_write(&grid, 1);
}
