/*
 * render: the document, in Markdown or in YAML.
 */
#include <inttypes.h>
#include <string.h>

#include "report/grid.h"
#include "setting.h"
#include "tally.h"

static void
put_remark(struct import *import, struct report *report, enum term message,
    const char *text)
{
	text = setting_sentence(import, message, text);
	if (import->options->yaml)
		buf_format(report_text(report), "# %s\n", text);
	else
		report_paragraph(report, text);
}

/* What a reader must know. */
static void
put_remarks(struct import *import, struct report *report)
{
	const struct notes *findings = &import->findings;

	if (findings->count > 0 && findings->at->message == M_IMPORT_FIFTH)
		put_remark(import, report, M_IMPORT_FIRST,
		    note_text(import->arena, findings->at, import->doc->lang,
			md_words));
	if (import->maybes > 0)
		put_remark(import, report,
		    import->options->maybe_counts ? M_IMPORT_MAYBE_YES
						  : M_IMPORT_MAYBE_NO,
		    option_number(import, import->maybes));
	if (import->options->as_ranks)
		put_remark(import, report, M_IMPORT_AS_RANKS, "");
	if (setting_has_most(import))
		put_remark(import, report, M_IMPORT_MOST_DOTS,
		    setting_dots(import));
	if (findings->count > 0)
		put_remark(import, report, M_IMPORT_TO_CHECK,
		    option_number(import, findings->count));
}

/* What a ballot says of an option, as a cell; "" for nothing. */
static const char *
vote(const struct import *import, struct arena *arena,
    const struct ballot *ballot, size_t option)
{
	const struct value *value =
	    option < ballot->count ? ballot->choices[option] : &value_no;
	enum vote vote = value == NULL ? VOTE_NO : value->vote;

	if (import->as == AS_APPROVAL && vote == VOTE_NUMBER &&
	    value->number > 0)
		return "x";
	if (vote == VOTE_YES ||
	    (vote == VOTE_MAYBE && import->options->maybe_counts) ||
	    (vote == VOTE_NUMBER && value->number == 1 && !import->has_numbers))
		return "x";
	if (vote == VOTE_NUMBER && value->number >= 0)
		return arena_format(arena, "%ld", value->number);
	return vote == VOTE_NUMBER || vote == VOTE_DOUBT || vote == VOTE_GRADE
	    ? md_words(arena, value->text)
	    : "";
}

static const char *
voter(struct import *import, struct arena *arena, const struct ballot *ballot)
{
	return *ballot->voter != '\0' && import->options->anonymous
	    ? name_letter(&import->letters, ballot->voter)
	    : md_words(arena, ballot->voter);
}

/* Numbers for the rows of a table that names people, where nothing would stand in
 * one of them: as a row it would be none. */
static void
put_numbers(struct import *import, struct grid *grid)
{
	const char **cell = grid->cells;
	bool blank = false;

	for (size_t i = 0; i < grid->rows && !blank; i++) {
		blank = import->has_voters;
		for (size_t j = 0; j < grid->columns; j++)
			blank &= *cell++[0] == '\0';
	}
	for (size_t i = 0; i < grid->rows && blank; i++)
		grid->cells[i * grid->columns] = option_number(import, i + 1);
}

static void
put_ballots(struct import *import, struct report *report)
{
	static const enum term heads[] = { T_BALLOT_NUMBER, T_VOTER, T_GROUP };
	struct arena *arena = import->arena;
	const char **labels =
	    arena_array(arena, import->option_count, sizeof(*labels));
	struct grid grid = grid_named(report, heads, 3, labels,
	    import->option_count, import->ballot_count);
	const char **cell = grid.cells;
	const struct ballot *ballot;

	for (size_t j = 0; j < import->option_count; j++)
		labels[j] = import->option[j].label;
	for (size_t i = 0; i < import->ballot_count; i++) {
		ballot = &import->ballots[i];
		cell++;
		*cell++ = voter(import, arena, ballot);
		*cell++ = md_words(arena, ballot->group);
		for (size_t j = 0; j < import->option_count; j++)
			*cell++ = vote(import, arena, ballot, j);
	}
	put_numbers(import, &grid);
	if (import->option_count > 0 && import->ballot_count > 0)
		grid_write(&grid, 0);
}

/* Ballots that are alike as one item: "42 × A > B". */
static const char *
group_line(const struct import *import, struct arena *arena, size_t group)
{
	const struct dict_entry *entry = &import->groups.entries[group];
	const char *line = *entry->key != '\0'
	    ? entry->key
	    : setting_word(import, T_BLANK_BALLOT);

	return arena_format(arena, "%" PRIu64 " × %s",
	    *(const uint64_t *)entry->value, line);
}

/* Whether the options are projects that cost something. */
static bool
has_costs(const struct import *import)
{
	return *import->budget != '\0';
}

/* The options are a table: in a list "12" or "Group III" could be taken for a
 * count. */
static void
put_options(struct import *import, struct report *report)
{
	static const enum term heads[] = { T_ID, T_OPTION, T_COST,
		T_IMPORT_CATEGORY };
	const struct option *option = import->option;
	struct grid grid = grid_new(report, heads, 4, import->option_count);
	const char **cell = grid.cells;

	report_heading(report, 2,
	    setting_word(import,
		has_costs(import) ? T_IMPORT_PROJECTS : T_OPTIONS));
	for (size_t i = 0; i < import->option_count; i++, cell += 4) {
		cell[0] = option[i].label;
		cell[1] = md_words(import->arena, option[i].text);
		if (option[i].cost == NULL)
			continue;
		cell[2] = md_words(import->arena, option[i].cost);
		cell[3] = md_words(import->arena, option[i].category);
	}
	if (import->option_count > 0)
		grid_write(&grid, 3);
}

static void
put_markdown(struct import *import, struct report *report)
{
	struct setting rows[SETTINGS];

	report_heading(report, 1, setting_title(import));
	setting_rows(import, rows);
	for (size_t i = 0; i < SETTINGS; i++)
		if (*rows[i].text != '\0')
			report_pair(report, rows[i].key, rows[i].text);
	put_remarks(import, report);
	put_options(import, report);
	report_heading(report, 2,
	    setting_word(import,
		import->has_counts       ? T_COUNTS
		    : import->is_tallied ? T_IMPORT_PROFILES
					 : T_BALLOTS));
	for (size_t i = 0; i < import->option_count && import->has_counts; i++)
		report_item(report, import->option[i].label,
		    option_number(import, (size_t)import->option[i].votes));
	for (size_t i = 0; i < import->figures.count; i++)
		report_item(report,
		    md_words(import->arena, import->figures.entries[i].key),
		    import->figures.entries[i].value);
	tally_render(import, report);
	for (size_t i = 0; i < import->groups.count; i++)
		report_item(report, "", group_line(import, import->arena, i));
	put_ballots(import, report);
}

/* A pair or an item of YAML, but for a text that is empty. */
static struct node *
add(struct arena *arena, struct node *into, enum node_kind kind,
    const char *key, const char *text)
{
	struct node *node = node_new(arena, kind, (struct pos){ NULL, 0, 0 });

	node->key = key;
	node->text = text;
	if (into != NULL && (kind != NODE_TEXT || *text != '\0'))
		node_append(into, node);
	return node;
}

/* A word as a key: ours start with a plain letter, or with none that YAML minds. */
static const char *
key(struct import *import, enum term term)
{
	char *name = arena_string(import->arena, setting_word(import, term));

	if (*name >= 'A' && *name <= 'Z')
		*name = (char)(*name + 'a' - 'A');
	return name;
}

/* What a ballot chose: labels, or where it says anything else, a map. */
static void
add_choices(const struct import *import, struct arena *arena, struct node *list,
    const struct ballot *ballot)
{
	const char *text, *label;

	for (size_t i = 0; i < ballot->count; i++) {
		text = vote(import, arena, ballot, i);
		if (*text != '\0' && strcmp(text, "x") != 0)
			list->kind = NODE_MAP;
	}
	for (size_t i = 0; i < ballot->count; i++) {
		text = vote(import, arena, ballot, i);
		label = import->option[i].label;
		if (list->kind == NODE_MAP)
			add(arena, list, NODE_TEXT, label,
			    strcmp(text, "x") == 0 ? "1" : text);
		else if (*text != '\0')
			add(arena, list, NODE_TEXT, "", label);
	}
}

/* Each ballot is a tree of its own: memory grows with the text alone. */
static void
put_yaml_ballots(struct import *import, struct buf *out)
{
	const char *keys[] = { key(import, T_VOTER), key(import, T_GROUP),
		key(import, T_CHOICES) };
	struct arena *arena = arena_new();
	struct node *list, *item;
	const struct ballot *ballot;

	buf_format(out, "%s:%s\n", key(import, T_BALLOTS),
	    import->ballot_count ? "" : " []");
	for (size_t i = 0; i < import->ballot_count; i++) {
		ballot = &import->ballots[i];
		list = add(arena, NULL, NODE_LIST, "", "");
		item = add(arena, list, NODE_MAP, "", "");
		add(arena, item, NODE_TEXT, keys[0],
		    voter(import, arena, ballot));
		add(arena, item, NODE_TEXT, keys[1],
		    md_words(arena, ballot->group));
		add_choices(import, arena,
		    add(arena, item, NODE_LIST, keys[2], ""), ballot);
		yml_write(out, list);
		arena_reset(arena);
	}
	arena_free(arena);
}

static void
put_yaml(struct import *import, struct report *report)
{
	struct arena *arena = import->arena;
	struct node *root = add(arena, NULL, NODE_MAP, "", ""), *list, *item;
	const struct option *option = import->option;
	struct setting rows[SETTINGS];

	put_remarks(import, report);
	add(arena, root, NODE_TEXT, key(import, T_TITLE),
	    setting_title(import));
	setting_rows(import, rows);
	for (size_t i = 0; i < SETTINGS; i++)
		add(arena, root, NODE_TEXT, key(import, rows[i].key),
		    rows[i].text);
	list = add(arena, root, NODE_LIST,
	    key(import, has_costs(import) ? T_IMPORT_PROJECTS : T_OPTIONS), "");
	for (size_t i = 0; i < import->option_count; i++) {
		item = add(arena, list, NODE_MAP, "", "");
		add(arena, item, NODE_TEXT, key(import, T_ID), option[i].label);
		add(arena, item, NODE_TEXT, key(import, T_TEXT),
		    md_words(arena, option[i].text));
		if (option[i].cost == NULL)
			continue;
		add(arena, item, NODE_TEXT, key(import, T_COST),
		    md_words(arena, option[i].cost));
		add(arena, item, NODE_TEXT, key(import, T_IMPORT_CATEGORY),
		    md_words(arena, option[i].category));
	}
	if (import->has_counts)
		list = add(arena, root, NODE_MAP, key(import, T_COUNTS), "");
	for (size_t i = 0; i < import->option_count && import->has_counts; i++)
		add(arena, list, NODE_TEXT, option[i].label,
		    option_number(import, (size_t)option[i].votes));
	for (size_t i = 0; i < import->figures.count; i++)
		add(arena, list, NODE_TEXT, import->figures.entries[i].key,
		    import->figures.entries[i].value);
	if (import->is_tallied)
		tally_add(import, arena,
		    add(arena, root, NODE_MAP, key(import, T_IMPORT_PROFILES),
			""));
	if (import->grouped)
		list = add(arena, root, NODE_LIST, key(import, T_BALLOTS), "");
	for (size_t i = 0; i < import->groups.count; i++)
		add(arena, list, NODE_TEXT, "", group_line(import, arena, i));
	yml_write(report_text(report), root);
	if (!import->has_counts && !import->grouped && !import->is_tallied)
		put_yaml_ballots(import, report_text(report));
}

int
render(struct import *import)
{
	struct bind bind = { .doc = import->doc };
	struct report *report = report_new(&bind);

	import->has_voters = import->voters.count > 0;
	if (import->options->yaml)
		put_yaml(import, report);
	else
		put_markdown(import, report);
	return report_write(report, &import->findings, false);
}
