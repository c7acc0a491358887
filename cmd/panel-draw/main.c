/*
 * panel-draw: draw a panel that mirrors the people it is drawn from
 *
 * Stratified, with the lottery of Flanigan and others (Nature 596, 2021), and
 * public, as RFC 3797 has it.
 */
#include "panel.h"
#include "report/chart.h"
#include "source/md.h"
#include "value/number.h"

static const enum term digests[] = { T_PANEL_SHA256, T_PANEL_MD5, T_NONE };

static const struct bind_row person_rows[] = {
	ROW(person, id, .key = T_PANEL_ID, .flags = BIND_LABEL | BIND_PERSON),
	ROW(person, id, .key = T_ID, .flags = BIND_MAIN),
	ROW_AS(BIND_OTHERS, person, cells),
	ROW(person, node),
	{ BIND_END },
};

static const struct bind_row quota_rows[] = {
	ROW(quota, criterion, .key = T_CRITERION, .flags = BIND_UNDER),
	ROW(quota, value, .key = T_PANEL_VALUE,
	    .flags = BIND_LABEL | BIND_PERSON),
	ROW(quota, wanted, .key = T_PANEL_QUOTA, .flags = BIND_MAIN),
	ROW(quota, least, .key = T_PANEL_LEAST, .flags = BIND_DECIDES,
	    .highest = 1000000),
	ROW(quota, most, .key = T_PANEL_MOST, .flags = BIND_DECIDES,
	    .highest = 1000000),
	{ BIND_END },
};

static const struct bind_row seed_rows[] = {
	ROW(seed, name, .key = T_SOURCE, .flags = BIND_LABEL | BIND_PERSON),
	ROW_AS(BIND_NAMES, seed, numbers, .key = T_PANEL_NUMBERS,
	    .flags = BIND_MAIN),
	ROW(seed, date, .key = T_DATE),
	ROW(seed, document),
	{ BIND_END },
};

static const struct bind_row rows[] = {
	ROW_ITEMS(panel, seats, seat, .key = T_PANEL_SEATS,
	    .flags = BIND_INNER),
	ROW_ITEMS(panel, spares, spare, .key = T_PANEL_SPARES,
	    .flags = BIND_INNER),
	ROW_ITEMS(panel, shares, share_of_value, .key = T_PANEL_MAKEUP,
	    .flags = BIND_INNER),
	ROW_ITEMS(panel, chances, chance, .key = T_PANEL_CHANCES,
	    .flags = BIND_INNER),
	ROW_AS(BIND_MAP, panel, record, .key = T_PANEL_RECORD,
	    .flags = BIND_INNER, .rows = record_rows),
	ROW_ITEMS(panel, people, person, .key = T_PANEL_PEOPLE,
	    .flags = BIND_REQUIRED, .instead = T_PANEL_RECORD,
	    .claim = pool_claims, .example = T_EXAMPLE_PANEL_PEOPLE,
	    .sheet = T_SHEET_PANEL_PEOPLE),
	ROW_ITEMS(panel, quotas, quota, .key = T_CRITERIA, .flags = BIND_PAIRS,
	    .example = T_EXAMPLE_PANEL_QUOTAS, .sheet = T_SHEET_PANEL_QUOTAS),
	ROW_ITEMS(panel, quotas, quota, .key = T_PANEL_QUOTAS,
	    .flags = BIND_PAIRS, .claim = quota_claims),
	ROW_ITEMS(panel, sources, seed, .key = T_PANEL_SOURCES,
	    .flags = BIND_PAIRS, .example = T_EXAMPLE_PANEL_SOURCES),
	ROW_ITEMS(panel, lists, listed, .key = T_PANEL_LISTS,
	    .flags = BIND_INNER),
	ROW(panel, size, .key = T_PANEL_SIZE,
	    .flags = BIND_SETTING | BIND_WANTED | BIND_DECIDES, .lowest = 1,
	    .highest = PANEL_PEOPLE, .example = T_EXAMPLE_PANEL_SIZE),
	ROW_AS(BIND_NAMES, panel, homes, .key = T_PANEL_HOMES,
	    .flags = BIND_SETTING),
	ROW_AS(BIND_NAMES, panel, already, .key = T_PANEL_ALREADY,
	    .flags = BIND_SETTING),
	ROW(panel, spares_wanted, .key = T_PANEL_SPARES_EACH,
	    .flags = BIND_SETTING | BIND_DECIDES, .lowest = 0, .highest = 10),
	ROW(panel, lists_wanted, .key = T_PANEL_HOW_MANY,
	    .flags = BIND_SETTING | BIND_DECIDES, .lowest = 1,
	    .highest = PANEL_PANELS),
	ROW(panel, closed, .key = T_PANEL_CLOSED, .flags = BIND_SETTING),
	ROW(panel, digest, .key = T_PANEL_HASH,
	    .flags = BIND_SETTING | BIND_DECIDES, .choices = digests),
	{ BIND_END },
};

static const struct bind_tool tool = { T_PANEL_DRAW, T_SUMMARY_PANEL, rows };

/* What stands for a setting that nobody gave; an option is given. */
static void
settle_rules(struct panel *panel, bool rfc)
{
	if (!panel->spares_wanted.given)
		panel->spares_wanted.thousandths = 1000;
	if (!panel->lists_wanted.given)
		panel->lists_wanted.thousandths = 1000000;
	if (rfc)
		panel->digest = (struct bind_choice){ .term = T_PANEL_MD5,
			.given = true,
			.typed = "" };
	else if (!panel->digest.given)
		panel->digest.term = T_PANEL_SHA256;
}

/* How many of a value there are, and how many seats have it. */
static struct share_of_value
share_of(struct method *method, const struct panel *panel,
    const struct quota *quota)
{
	size_t place = (size_t)(quota - (const struct quota *)panel->quotas.at);
	struct share_of_value share = {
		.criterion = { .text = ((const struct criterion *)
					    panel->criteria.at)[quota->of]
					   .name,
		    .given = true },
		.value = quota->value,
		.limits = { .text = quota->low == quota->high
			? method_integer(method, quota->low)
			: arena_format(method->arena, "%d..%d", quota->low,
			      quota->high),
		    .given = true },
		.people = method_count(0),
		.drawn = { .typed = "" },
	};
	const struct person *person;

	BIND_EACH(const struct person, one, &panel->people)
		if (panel_profile(panel, one->profile)->values[quota->of] ==
		    place)
			share.people.thousandths += 1000;
	if (panel->seats.count > 0)
		share.drawn = method_count(0);
	BIND_EACH(const struct seat, seat, &panel->seats) {
		person =
		    dict_find(&panel->ids, method_plain(method, seat->id.text))
			->value;
		if (panel_profile(panel, person->profile)->values[quota->of] ==
		    place)
			share.drawn.thousandths += 1000;
	}
	return share;
}

static void
put_shares(struct method *method, struct panel *panel)
{
	struct share_of_value share;

	panel->shares = (struct bind_list){ .count = 0 };
	BIND_EACH(const struct quota, quota, &panel->quotas) {
		share = share_of(method, panel, quota);
		bind_add(method->bind, &panel->shares, share);
	}
	BIND_EACH(const struct share_of_value, other, &panel->others)
		bind_add(method->bind, &panel->shares, *other);
}

/* Whether a list stands right under a title, which would pass with the names that
 * it may hold. */
static bool
passes_list(const struct method *method)
{
	const struct doc *doc = method->bind->doc;

	for (size_t i = 0; i < doc->part_count; i++)
		MD_EACH(const struct md_block, block, doc->parts[i].root)
			if (md_use(block) == MD_ITEMS)
				return true;
	return false;
}

static void
compute(struct method *method, struct panel *panel)
{
	struct programme programme;
	int64_t size = panel->size.thousandths / 1000;

	quota_part(method, panel);
	quota_unite(method, panel);
	draw_unite(method, panel);
	if (panel->people.count > 0)
		pool_read(method, panel);
	if (!panel->size.given)
		return;
	if (panel->people.count == 0) {
		if (*panel->record.people.text == '\0' && passes_list(method))
			bind_miss(method->bind, T_PANEL_PEOPLE);
		draw_make(method, panel);
		return;
	}
	if (panel->people.count > PANEL_PEOPLE ||
	    size > (int64_t)panel->people.count || size < panel->seated)
		bind_fault(method->bind, panel->size.pos, M_PANEL_WRONG_SIZE,
		    method_integer(method, size),
		    method_integer(method, (int64_t)panel->people.count));
	if (method->bind->doc->faults.count > 0)
		return;
	programme_begin();
	programme = quota_programme(method, panel);
	if (panel->simple || quota_can(method, panel, &programme))
		list_make(method, panel, &programme);
	programme_end();
	if (method->bind->doc->faults.count > 0)
		return;
	draw_make(method, panel);
	put_shares(method, panel);
}

/* A bar a profile: the least chance of its people. */
static void
render_chart(struct method *method, const struct panel *panel)
{
	struct buf out = BUF_INIT, bars = BUF_INIT;
	const char *part = "";

	buf_string(&out, "xychart-beta\n    x-axis [");
	BIND_EACH(const struct chance, chance, &panel->chances) {
		const char *plain = method_plain(method, chance->least.text);
		size_t i;

		buf_string(&out, part);
		chart_quoted(&out, method_plain(method, chance->profile.text));
		buf_string(&bars, part);
		for (i = 0; (plain[i] >= '0' && plain[i] <= '9') ||
		     plain[i] == ',' || plain[i] == '.';
		     i++)
			buf_char(&bars, plain[i] == ',' ? '.' : plain[i]);
		part = ", ";
	}
	buf_format(&out, "]\n    y-axis 0 --> 100\n    bar [%s]\n", bars.at);
	buf_free(&bars);
	chart_write(method->report, &out, panel->chances.count > 0);
}

static void
render(struct method *method, const struct panel *panel)
{
	static const enum term sections[] = { T_PANEL_SEATS, T_PANEL_SPARES,
		T_PANEL_MAKEUP, T_PANEL_CHANCES, T_PANEL_RECORD, T_CRITERIA,
		T_PANEL_SOURCES };

	for (size_t i = 0; i < sizeof(sections) / sizeof(*sections); i++)
		method_section(method, sections[i]);
	method_rules(method);
	if (panel->with_lists || panel->lists.given)
		method_section(method, T_PANEL_LISTS);
	if (method->chart)
		render_chart(method, panel);
}

/* A section is printed where its list is given. */
static void
mark_given(struct panel *panel)
{
	struct bind_list *lists[] = { &panel->seats, &panel->spares,
		&panel->shares, &panel->chances };

	for (size_t i = 0; i < sizeof(lists) / sizeof(*lists); i++)
		lists[i]->given = lists[i]->count > 0;
	if (panel->with_lists)
		panel->lists.given = panel->lists.count > 0;
}

/* Where something stands; what the tool found itself, where the list does. */
static struct pos
place_of(const struct panel *panel, struct pos pos)
{
	if (pos.file != NULL)
		return pos;
	if (panel->people.given)
		return panel->people.pos;
	return panel->size.pos.file != NULL ? panel->size.pos
					    : panel->record.people.pos;
}

/* The figure of a chance, in thousandths of a per cent. */
static int64_t
figure_of(struct method *method, const struct bind_text *text)
{
	const char *rest;
	int64_t figure;

	return number_read_front(method_plain(method, text->text), &figure,
		   &rest)
	    ? figure
	    : 0;
}

static void
find_chances(struct method *method, const struct panel *panel)
{
	int64_t people = 0, mean, least;

	BIND_EACH(const struct chance, chance, &panel->chances)
		people += chance->people.thousandths / 1000;
	if (people == 0)
		return;
	mean = panel->size.thousandths * 100 / people;
	BIND_EACH(const struct chance, chance, &panel->chances) {
		least = figure_of(method, &chance->least);
		if (figure_of(method, &chance->best) == 0 && least == 0)
			method_find(method,
			    place_of(panel, chance->profile.pos), M_PANEL_NEVER,
			    method_plain(method, chance->profile.text));
		else if (4 * least < mean)
			method_find(method,
			    place_of(panel, chance->profile.pos), M_PANEL_SMALL,
			    method_plain(method, chance->profile.text),
			    method_plain(method, chance->least.text),
			    panel_percent(method, mean));
	}
}

/* The seats that nobody can take. */
static void
find_spares(struct method *method, const struct panel *panel)
{
	const char *names = "";
	const struct spare *first = NULL;

	BIND_EACH(const struct spare, spare, &panel->spares) {
		if (!bind_is_none(spare->id.text))
			continue;
		names = method_listed(method, names,
		    method_plain(method, spare->of.text));
		if (first == NULL)
			first = spare;
	}
	if (first != NULL)
		method_find(method, place_of(panel, first->of.pos),
		    M_PANEL_NO_SPARE, names);
}

/* What is to be checked. */
static void
panel_find(struct method *method, const struct panel *panel)
{
	if (*panel->record.people.text == '\0')
		method_find(method, place_of(panel, panel->people.pos),
		    M_LACKING, method_word(method, T_PANEL_PEOPLE));
	else if (panel->size.given && *panel->record.key.text == '\0')
		method_find(method, place_of(panel, panel->size.pos),
		    M_PANEL_NOT_DRAWN);
	if (*panel->record.left_out.text != '\0')
		method_find(method, place_of(panel, panel->record.left_out.pos),
		    M_PANEL_NUMBERED,
		    method_plain(method, panel->record.left_out.text));
	find_chances(method, panel);
	BIND_EACH(const struct share_of_value, share, &panel->shares) {
		if (share->people.thousandths == 0)
			method_find(method, place_of(panel, share->value.pos),
			    M_PANEL_NOBODY,
			    method_plain(method, share->criterion.text),
			    method_plain(method, share->value.text));
		else if (*share->limits.text == '\0')
			method_find(method, place_of(panel, share->value.pos),
			    M_PANEL_NO_PART,
			    method_plain(method, share->criterion.text),
			    method_plain(method, share->value.text),
			    method_integer(method,
				share->people.thousandths / 1000));
	}
	find_spares(method, panel);
	if (panel->size.thousandths < 1000 * (int64_t)panel->quotas.count)
		method_find(method, place_of(panel, panel->size.pos),
		    M_PANEL_FEW,
		    method_integer(method, (int64_t)panel->quotas.count));
	BIND_EACH(const struct seed, source, &panel->sources)
		if (panel->closed.given && source->date.given &&
		    date_day(source->date.date) <= date_day(panel->closed.date))
			method_find(method, place_of(panel, source->date.pos),
			    M_PANEL_KNOWN,
			    method_plain(method, source->name.text));
	if (*panel->record.optimum.text != '\0' &&
	    !term_is(method_plain(method, panel->record.optimum.text),
		T_PANEL_SURE))
		method_find(method, place_of(panel, panel->size.pos),
		    M_PANEL_CUT_SHORT);
}

int
main(int argc, char **argv)
{
	struct method method = { 0 };
	struct panel panel = { .simple = false };
	bool rfc = false;
	const struct opt opts[] = { OPT_CHART(&method.chart),
		{ OPT_FLAG, 0, "panels", &panel.with_lists, T_NONE,
		    T_HELP_PANELS },
		{ OPT_FLAG, 0, "rfc3797", &rfc, T_NONE, T_HELP_RFC3797 },
		OPT_ROWS_END };

	method_open(&method, argc, argv, &tool, opts, &panel);
	settle_rules(&panel, rfc);
	if (method.bind->doc->faults.count == 0)
		compute(&method, &panel);
	mark_given(&panel);
	if (method_ready(&method)) {
		panel_find(&method, &panel);
		render(&method, &panel);
	}
	return method_close(&method, *panel.record.key.text == '\0');
}
