/*
 * method_tally: how many items of a list there are of what.
 */
#include "method/method.h"
#include "sheet/gather.h"
#include "value/state.h"

struct line {
	struct bind_text name;
	struct bind_number year, count;
};

struct tally {
	struct method *method;
	const struct bind_row *row;
	struct gather lines;
	bool any; /* some item has a value */
};

static void
count_name(struct tally *tally, const char *name, int year)
{
	struct line *line;

	if (tally->method->anonymous)
		name = people_text(&tally->method->people, name);
	line = gather_enter(&tally->lines, name, NULL);
	if (line->name.text == NULL)
		line->name.text = name;
	line->year =
	    (struct bind_number){ .given = year > 0, .thousandths = year };
	line->count = method_figure(line->count.thousandths + 1000);
}

/* What has no state is to do. */
static void
count_none(struct tally *tally)
{
	tally->any |= tally->row->key == T_STATE;
	if (tally->row->tally_none != T_NONE)
		count_name(tally,
		    method_word(tally->method, tally->row->tally_none), 0);
}

/* A text, where every word that closes an action is the same state. */
static void
count_text(struct tally *tally, const char *text)
{
	enum term term =
	    tally->row->key == T_STATE ? state_closed(text) : T_NONE;

	if (*text == '\0') {
		count_none(tally);
		return;
	}
	tally->any = true;
	count_name(tally,
	    term != T_NONE ? method_word(tally->method, term) : text, 0);
}

static void
count_item(struct tally *tally, const void *at)
{
	const struct bind_date *date = at;

	switch (tally->row->kind) {
	case BIND_NAMES:
		BIND_EACH(const struct bind_text, name,
		    (const struct bind_list *)at)
			count_text(tally, name->text);
		break;
	case BIND_DATE:
		if (!date->given) {
			count_none(tally);
			break;
		}
		tally->any = true;
		count_name(tally,
		    arena_format(tally->method->arena, "%04d", date->date.year),
		    date->date.year);
		break;
	default:
		count_text(tally, ((const struct bind_text *)at)->text);
	}
}

static void
render(struct tally *tally)
{
	bool dated = tally->row->kind == BIND_DATE;
	const struct bind_row rows[] = {
		ROW(line, name, .key = tally->row->tally_head,
		    .flags = BIND_MAIN, .order = 2),
		ROW(line, year, .order = dated),
		ROW(line, count, .key = T_HOW_MANY, .order = dated ? 0 : -1),
		{ BIND_END },
	};

	method_table(tally->method, tally->row->tallied, rows,
	    sizeof(struct line), &tally->lines.list);
}

void
method_tallies(struct method *method, enum term key)
{
	void *at;
	const struct bind_row *of = method_row(method, key, &at);
	const struct bind_list *list = at;
	struct tally tally;

	BIND_ROWS(row, of->rows) {
		if (row->tallied == T_NONE)
			continue;
		tally = (struct tally){ method, row,
			gather_new(method->bind, sizeof(struct line)) };
		for (size_t i = 0; i < list->count; i++)
			count_item(&tally,
			    (const char *)list->at + i * of->size + row->at);
		if (tally.any)
			render(&tally);
	}
}
