#include "sheet.h"

#include <assert.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "laws.h"
#include "source/source.h"
#include "source/yml.h"

enum { DEEPEST = 4, SHEET_ROWS = 64, KNOWN = 16, ROUNDS = 12, PATIENCE = 2 };

enum what { NOTHING, TEXT, LIST, MAP };

/* What a key or an item of a sheet holds. */
struct thing {
	enum what what;
	bool main;        /* of an item: its main text */
	const char *key;  /* "": an item */
	const char *text; /* inline Markdown */
	struct thing *first, *last, *next, *up;
	const struct bind_row *row; /* NULL: none */
	const char *fault; /* what the tool said of it this time, or NULL */
	int refused;       /* so many times */
};

struct maker {
	struct arena *arena;
	struct hat *hat;
	enum lang lang;
	bool full;      /* most rows of an item are there, not a few */
	bool wild;      /* texts may hold what means something elsewhere */
	unsigned words; /* made so far */
	size_t row;     /* so many values were made */
	size_t odd_row; /* the one that is odd, or by the hat one in so many: */
	size_t rarity;  /* (0: none) */
	enum sheet_odd odd, how; /* .. and how the one at hand is */
	struct sheet *sheet;
	/* texts that were made, which others may name */
	const char *known[KNOWN];
	size_t known_count, labels;
};

size_t
hat_draw(struct hat *hat, size_t count)
{
	uint64_t drawn = 0;

	if (count <= 1)
		return 0;
	if (hat->left > 0) {
		drawn = *hat->at++;
		if (--hat->left > 0 && count > 256) {
			drawn = drawn << 8 | *hat->at++;
			hat->left--;
		}
	} else if (hat->state != 0) { /* xorshift64* of Vigna (2016) */
		hat->state ^= hat->state >> 12;
		hat->state ^= hat->state << 25;
		hat->state ^= hat->state >> 27;
		drawn = (hat->state * UINT64_C(0x2545F4914F6CDD1D)) >> 33;
	}
	return (size_t)(drawn % count);
}

/* Whether it happens, once in so many times; not where nothing is drawn. */
static bool
happens(struct maker *maker, size_t times)
{
	return hat_draw(maker->hat, times) == times - 1;
}

/*
 * The tool's rows: its main is stopped where it opens its documents, which the
 * linker has made a call of this (--wrap).
 */
/* NOLINTBEGIN(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp) */
struct bind *__real_bind_open(int argc, char **argv,
    const struct bind_tool *tool, const struct opt *opts);
struct bind *__wrap_bind_open(int argc, char **argv,
    const struct bind_tool *tool, const struct opt *opts);

static jmp_buf asked;
static bool asking;
static struct bind_tool answer;

struct bind *
__wrap_bind_open(int argc, char **argv, const struct bind_tool *tool,
    const struct opt *opts)
{
	if (!asking)
		return __real_bind_open(argc, argv, tool, opts);
	answer = *tool;
	longjmp(asked, 1);
}

/* NOLINTEND(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp) */

const struct bind_tool *
sheet_rows(void)
{
	char name[] = "tool", *argv[] = { name, NULL };

	if (answer.rows == NULL && setjmp(asked) == 0) {
		asking = true;
		tool_main(1, argv);
	}
	asking = false;
	return &answer;
}

/*
 * Things.
 */

static struct thing *
put(struct maker *maker, struct thing *in, const char *key, enum what what)
{
	struct thing *thing = arena_alloc(maker->arena, sizeof(*thing));

	thing->what = what;
	thing->key = key;
	thing->text = "";
	thing->up = in;
	if (in->last != NULL)
		in->last->next = thing;
	else
		in->first = thing;
	in->last = thing;
	return thing;
}

static void
say(struct thing *thing, const char *text)
{
	thing->what = TEXT;
	thing->text = text;
}

/* A word of no language, which must not get lost. */
static const char *
word(struct maker *maker)
{
	static const char consonants[] = "bdfglmnprtvz", vowels[] = "aiou";
	size_t number = maker->words++ * 577 + hat_draw(maker->hat, 60000);
	char *text = arena_alloc(maker->arena, 9);
	int i;

	for (i = 0; i < 8; i += 2) {
		text[i] = consonants[number % 12];
		text[i + 1] = vowels[number / 12 % 4];
		number = number / 13 + 7;
	}
	buf_add(&maker->sheet->words, text, 9);
	return text;
}

#define ONE_OF(maker, texts)                                                   \
	(texts)[hat_draw((maker)->hat, sizeof(texts) / sizeof((texts)[0]))]

static const char *
words(struct maker *maker)
{
	/* what means something to Markdown, to YAML or to a wiki, behind or
	 * around a word; a text that begins with it has no twin */
	static const char *const inside[] = { "%s & %s", "%s : %s", "%s | %s",
		"**%s** %s", "%s (%s)", "%s - %s", "%s; %s", "« %s » %s",
		"%s, %s", "%s [%s](https://example.org/a_b)", "`%s` %s",
		"%s\\_%s", "%s * %s", "~~%s~~ %s", "%s ![%s](p.png)",
		"%s <b>%s</b>", "%s {{%s}}", "%s [[%s]]",
		"%s <script>%s</script>", "[%s](javascript:x) %s",
		"%s https://example.org/~%s", "%s/%s", "%s — %s", "%s = %s",
		"%s > %s", "%s's %s", "%s %% %s", "%s \"%s\"", "_%s_ %s",
		"%s et %s", "%s and %s", "%s ; %s ;", "%s : %s ?", "~~%s %s~~",
		"%s (x3) %s", "%s #%s", "%s @%s" };
	static const char *const front[] = { "- %s %s", "# %s %s", "> %s %s",
		"1. %s %s", "%s:", "| %s | %s", "A1 %s %s", "F2 : %s %s",
		"[x] %s %s", "%s: %s", "\xE2\x80\xA2 %s %s", ";%s", "?%s",
		"%s\n%s", "12 %s %s", "%s (12) %s", "9:30 %s", "--- %s",
		"``` %s", "    %s", "%s %s:", "*%s %s", "!%s", "=== %s",
		"%s\n\n%s", "%s\n- %s", ":::%s" };
	const char *first = word(maker), *second = word(maker);

	if (!happens(maker, maker->wild ? 2 : 5))
		return arena_format(maker->arena, "%s %s", first, second);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
	if (maker->wild && happens(maker, 2)) {
		maker->sheet->twins = false;
		return arena_format(maker->arena, ONE_OF(maker, front), first,
		    second);
	}
	return arena_format(maker->arena,
	    inside[hat_draw(maker->hat, maker->wild ? 37 : 6)], first, second);
#pragma GCC diagnostic pop
}

static const char *const people[] = { "Ana", "Bo Lund", "Chloé", "Dan",
	"Jean-Paul Éluard", "O'Hara", "Ève D." };
static const char *const numbers[] = { "3", "12", "0", "1", "7,5", "2.5",
	"10 000", "−2", "≈ 4", "1,234", "5 à 7", "42 %", "12 voix", "4/5",
	"9999999999999", "trois", "?", "n.c.", "1e3" };
static const char *const dates[] = { "2026-03-31", "31/03/2026", "12 mars 2026",
	"T2 2026", "March 2026", "2026", "fin mars", "31/02/2026",
	"lundi 3 mars 2026", "à définir" };
static const char *const yeses[] = { "oui", "non", "yes", "no", "x",
	"peut-être" };
static const char *const moneys[] = { "1 200 €", "€1200", "300", "2 k€",
	"1,234", "−50 €", "12 € par an", "environ 40 €", "gratuit" };
static const char *const times[] = { "9:30", "14h", "9h30-10h", "midi", "23:59",
	"0:00", "25:00" };
static const char *const durations[] = { "30 min", "1 h", "1h30", "2 jours",
	"une demi-journée", "long" };
static const char *const shares[] = { "50 %", "2/3", "12", "majorité", "half",
	"more than half", "0", "tous" };

static const char *
know(struct maker *maker, const char *text)
{
	maker->known[maker->known_count % KNOWN] = text;
	if (maker->known_count < KNOWN - 1)
		maker->known_count++;
	return text;
}

/* One that no other thing has, but once in a while. */
static const char *
label(struct maker *maker)
{
	size_t number = maker->labels++ - (size_t)happens(maker, 20);

	return know(maker,
	    arena_format(maker->arena, "%c%zu", (char)('A' + number / 6 % 8),
		number % 6 + 1));
}

/* What a row of one value wants, or nearly. */
static const char *
value(struct maker *maker, const struct bind_row *row)
{
	const enum term *choice = row->choices;
	const char *text;
	size_t count = 0;

	while (choice != NULL && choice[count] != T_NONE)
		count++;
	if (row->example != T_NONE && (row->flags & BIND_SETTING) != 0 &&
	    hat_draw(maker->hat, 3) == 0) {
		text = term_name(row->example, maker->lang);
		count = strcspn(text, ",(#\n");
		while (count > 0 && text[count - 1] == ' ')
			count--;
		return arena_copy(maker->arena, text, count);
	}
	if (row->kind != BIND_TEXT && row->kind != BIND_PROSE &&
	    row->kind != BIND_NAMES && happens(maker, 12))
		return words(maker);
	switch (row->kind) {
	case BIND_NUMBER:
		return ONE_OF(maker, numbers);
	case BIND_DATE:
		return ONE_OF(maker, dates);
	case BIND_YES:
		return ONE_OF(maker, yeses);
	case BIND_MONEY:
		return ONE_OF(maker, moneys);
	case BIND_TIME:
		return ONE_OF(maker, times);
	case BIND_DURATION:
		return ONE_OF(maker, durations);
	case BIND_SHARE:
		return ONE_OF(maker, shares);
	case BIND_CHOICE:
		return count == 0
		    ? words(maker)
		    : term_name(choice[hat_draw(maker->hat, count)],
			  maker->lang);
	default:
		break;
	}
	if ((row->flags & BIND_LABEL) != 0 && (row->flags & BIND_PERSON) == 0)
		return label(maker);
	if ((row->flags & (BIND_WHO | BIND_PERSON)) != 0)
		return know(maker, ONE_OF(maker, people));
	if ((row->flags & BIND_WHEN) != 0 && !happens(maker, 4))
		return ONE_OF(maker, dates);
	if ((row->flags & BIND_MAIN) == 0 && maker->known_count > 0 &&
	    hat_draw(maker->hat, 3) == 0)
		return maker->known[hat_draw(maker->hat, maker->known_count)];
	switch (hat_draw(maker->hat, 16)) {
	case 1:
		return ONE_OF(maker, people);
	case 2:
		return ONE_OF(maker, numbers);
	default:
		return know(maker, words(maker));
	}
}

/* Whether the next value is to be odd. */
static bool
is_odd(struct maker *maker)
{
	maker->how = maker->odd;
	if (maker->odd != SHEET_EVEN)
		return maker->row++ == maker->odd_row;
	maker->how = 1 + (enum sheet_odd)hat_draw(maker->hat, SHEET_ODD - 1);
	return maker->rarity > 0 && happens(maker, maker->rarity);
}

static void make(struct maker *maker, const struct bind_row *row,
    struct thing *in, int depth);

/* Whether another of the rows, before it, fills the same place. */
static bool
is_again(const struct bind_row *rows, const struct bind_row *row)
{
	const struct bind_row *other;

	for (other = rows; other != row; other++)
		if (other->kind == row->kind && other->at == row->at)
			return true;
	return false;
}

static void
make_item(struct maker *maker, const struct bind_row *rows, struct thing *item,
    int depth)
{
	const struct bind_row *row;

	item->what = MAP;
	for (row = rows; row != NULL && row->kind != BIND_END; row++)
		if (row->key != T_NONE && (row->flags & BIND_COMPUTED) == 0 &&
		    (!is_again(rows, row) || happens(maker, 4)) &&
		    ((row->flags & (BIND_MAIN | BIND_REQUIRED)) != 0 ||
			(hat_draw(maker->hat, 3) == 0) != maker->full))
			make(maker, row, item, depth + 1);
	if (happens(maker, 8))
		say(put(maker, item, word(maker), TEXT), words(maker));
}

static void
make_list(struct maker *maker, const struct bind_row *row, struct thing *list,
    int depth)
{
	static const size_t counts[] = { 1, 1, 2, 2, 3, 4, 0 };
	size_t count = ONE_OF(maker, counts);
	bool texts = happens(maker, 3);
	struct thing *item;

	for (list->what = LIST; count > 0; count--) {
		item = put(maker, list, "", TEXT);
		if (texts || row->rows == NULL || depth > DEEPEST)
			say(item, words(maker));
		else
			make_item(maker, row->rows, item, depth);
	}
}

/* A list, a map or a text where the row wants another thing. */
static void
make_odd(struct maker *maker, enum sheet_odd odd, struct thing *thing)
{
	struct thing *item;

	if (odd > SHEET_EMPTY)
		maker->sheet->twins = false;
	switch (odd) {
	case SHEET_EMPTY:
		say(thing, "");
		break;
	case SHEET_BLANK:
		say(thing, " ");
		break;
	case SHEET_TEXT:
		say(thing, words(maker));
		break;
	case SHEET_NO_LIST:
		thing->what = LIST;
		break;
	case SHEET_NO_MAP:
		thing->what = MAP;
		break;
	case SHEET_TEXTS:
		thing->what = LIST;
		say(put(maker, thing, "", TEXT), words(maker));
		say(put(maker, thing, "", TEXT), words(maker));
		break;
	case SHEET_EMPTIES:
		thing->what = LIST;
		put(maker, thing, "", NOTHING);
		put(maker, thing, "", LIST);
		put(maker, thing, "", MAP);
		say(put(maker, thing, "", TEXT), "");
		break;
	case SHEET_MAPS:
		thing->what = LIST;
		item = put(maker, thing, "", MAP);
		say(put(maker, item, word(maker), TEXT), words(maker));
		put(maker, item, word(maker), NOTHING);
		break;
	case SHEET_PAIRS:
		thing->what = MAP;
		say(put(maker, thing, word(maker), TEXT), words(maker));
		put(maker, thing, word(maker), NOTHING);
		put(maker, thing, word(maker), LIST);
		break;
	case SHEET_DEEP:
		thing->what = LIST;
		item = put(maker, put(maker, thing, "", LIST), "", MAP);
		item = put(maker, item, word(maker), LIST);
		say(put(maker, item, "", TEXT), words(maker));
		break;
	default:
		break;
	}
}

/* The values of a row that several of its rows name. */
static void
make_names(struct maker *maker, const struct bind_row *row, struct thing *thing)
{
	size_t count = 1 + hat_draw(maker->hat, 4);
	struct thing *item;

	if (happens(maker, 3)) {
		say(thing,
		    arena_format(maker->arena, "%s, %s", ONE_OF(maker, people),
			ONE_OF(maker, people)));
		return;
	}
	for (thing->what = LIST; count > 0; count--) {
		item = put(maker, thing, "", TEXT);
		say(item,
		    (row->flags & BIND_WHO) != 0 || hat_draw(maker->hat, 2) == 0
			? ONE_OF(maker, people)
			: words(maker));
	}
}

static const char *
key_of(struct maker *maker, const struct bind_row *row)
{
	return term_name(row->key, maker->lang);
}

static void make_like(struct maker *maker, const struct node *node,
    struct thing *thing);

/* A text, or another in its place or behind it. */
static void
say_like(struct maker *maker, const char *text, struct thing *thing)
{
	if (*text == '\0')
		return;
	if (maker->rarity == 0 || !happens(maker, maker->rarity)) {
		say(thing, know(maker, text));
		return;
	}
	switch (hat_draw(maker->hat, 6)) {
	case 0:
		say(thing, words(maker));
		break;
	case 1:
		say(thing, ONE_OF(maker, numbers));
		break;
	case 2:
		say(thing, ONE_OF(maker, dates));
		break;
	case 3:
		if (maker->known_count > 0)
			say(thing,
			    maker->known[hat_draw(maker->hat,
				maker->known_count)]);
		break;
	default:
		say(thing,
		    arena_format(maker->arena, "%s %s", text, words(maker)));
	}
}

/* A thing below another, or none, or that and what nobody asked for. */
static void
put_like(struct maker *maker, const struct node *node, struct thing *in)
{
	bool changed = maker->rarity > 0 && happens(maker, maker->rarity);
	size_t change = changed ? hat_draw(maker->hat, 3) : 1;
	struct thing *thing;

	if (change == 0)
		return;
	for (; change > 0; change--) {
		thing = put(maker, in, arena_string(maker->arena, node->key),
		    NOTHING);
		make_like(maker, node, thing);
	}
	if (maker->rarity > 0 && happens(maker, maker->rarity))
		say(put(maker, in, in->what == MAP ? word(maker) : "", TEXT),
		    words(maker));
}

/* What a tree says, odd here and there. */
static void
make_like(struct maker *maker, const struct node *node, struct thing *thing)
{
	bool odd = is_odd(maker) && happens(maker, 3);
	const struct node *child;

	if (odd && maker->odd != SHEET_ABSENT) {
		make_odd(maker, maker->how, thing);
		return;
	}
	if (node->kind == NODE_TEXT && node->first == NULL) {
		say_like(maker, *node->prose != '\0' ? node->prose : node->text,
		    thing);
		return;
	}
	thing->what = node_is_map(node) ? MAP : LIST;
	for (child = node->first; child != NULL; child = child->next)
		put_like(maker, child, thing);
}

static size_t
count_nodes(const struct node *node)
{
	const struct node *child;
	size_t count = 1;

	for (child = node->first; child != NULL; child = child->next)
		count += count_nodes(child);
	return count;
}

/* A list of pairs may be one thing in YAML, and is a map here. */
static bool
make_example(struct maker *maker, const char *text, struct thing *thing)
{
	struct notes faults = { .arena = maker->arena };
	struct source *source =
	    source_take(maker->arena, "-", text, strlen(text), &faults);
	struct node *root = source == NULL
	    ? NULL
	    : yml_read(maker->arena, source, strlen(text), NULL, &faults);

	if (root == NULL || root->first == NULL || root->first->first == NULL)
		return false;
	make_like(maker, root->first, thing);
	return true;
}

static void
make_nodes(struct maker *maker, const struct bind_row *row, struct thing *thing,
    int depth)
{
	maker->sheet->twins = false;
	if (row->example != T_NONE && hat_draw(maker->hat, 3) <= 1 &&
	    make_example(maker, term_name(row->example, maker->lang), thing))
		return;
	if (row->rows != NULL && happens(maker, 2))
		make_item(maker, row->rows, thing, depth);
	else
		make_list(maker, row, thing, depth);
}

/* What the row of a thing wants. */
static void
make_even(struct maker *maker, struct thing *thing, int depth)
{
	const struct bind_row *row = thing->row;

	thing->first = thing->last = NULL;
	if (row->kind == BIND_LIST)
		make_list(maker, row, thing, depth);
	else if (row->kind == BIND_NODES || row->kind == BIND_OTHERS)
		make_nodes(maker, row, thing, depth);
	else if (row->kind == BIND_MAP)
		make_item(maker, row->rows, thing, depth);
	else if (row->kind == BIND_NAMES)
		make_names(maker, row, thing);
	else
		say(thing, value(maker, row));
}

static void
make(struct maker *maker, const struct bind_row *row, struct thing *in,
    int depth)
{
	bool odd = is_odd(maker);
	struct thing *thing;

	if (odd && maker->how == SHEET_ABSENT &&
	    ((row->flags & BIND_REQUIRED) == 0 || maker->odd == SHEET_ABSENT))
		return;
	for (thing = in->first; thing != NULL; thing = thing->next)
		if (strcmp(thing->key, key_of(maker, row)) == 0)
			return;
	thing = put(maker, in, key_of(maker, row), NOTHING);
	thing->row = row;
	thing->main = (row->flags & BIND_MAIN) != 0;
	if (odd)
		make_odd(maker, maker->how, thing);
	else
		make_even(maker, thing, depth);
}

static void
make_common(struct maker *maker, struct thing *root)
{
	static const struct bind_row rows[] = {
		{ BIND_TEXT, T_TITLE },
		{ BIND_DATE, T_DATE },
		{ BIND_TEXT, T_PLACE },
		{ BIND_TEXT, T_FACILITATOR, 0, BIND_WHO },
		{ BIND_NAMES, T_PARTICIPANTS, 0, BIND_WHO },
		{ BIND_END },
	};
	const struct bind_row *row;

	for (row = rows; row->kind != BIND_END; row++)
		if (row == rows || hat_draw(maker->hat, 4) == 0)
			make(maker, row, root, 0);
}

/*
 * YAML.
 */

static bool
is_plain(const char *text)
{
	static const char *const words[] = { "x", "yes", "no", "null", "true" };
	size_t i, n;

	for (i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (strcmp(text, words[i]) == 0)
			return false;
	n = strspn(text,
	    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
	    "0123456789 /.-'\x80\xA9\xA8\xC3\x89\xA0\xAA");
	return n > 0 && text[n] == '\0' && text[n - 1] != ' ' &&
	    strchr(" -.'/", *text) == NULL;
}

static void
put_scalar(struct buf *out, const char *text)
{
	if (is_plain(text)) {
		buf_string(out, text);
		return;
	}
	buf_char(out, '"');
	for (; *text != '\0'; text++)
		if (*text == '\n')
			buf_string(out, "\\n");
		else if (*text == '"' || *text == '\\')
			buf_format(out, "\\%c", *text);
		else
			buf_char(out, *text);
	buf_char(out, '"');
}

static void
put_yaml(struct buf *out, const struct thing *in, size_t indent)
{
	const struct thing *thing;
	bool lead = in->what == LIST;

	for (thing = in->first; thing != NULL; thing = thing->next) {
		buf_repeat(out, ' ', indent);
		if (lead)
			buf_char(out, '-');
		else {
			put_scalar(out, thing->key);
			buf_char(out, ':');
		}
		if (thing->what == TEXT) {
			buf_char(out, ' ');
			put_scalar(out, thing->text);
		} else if (thing->what != NOTHING && thing->first == NULL)
			buf_string(out, thing->what == LIST ? " []" : " {}");
		buf_char(out, '\n');
		put_yaml(out, thing, indent + 2);
	}
}

/*
 * Markdown.
 */

static bool
is_table(const struct thing *list)
{
	const struct thing *item, *cell;
	bool columns = false;

	for (item = list->first; item != NULL; item = item->next) {
		if (item->what != MAP)
			return false;
		columns |= item->first != NULL;
		for (cell = item->first; cell != NULL; cell = cell->next)
			if ((cell->what != TEXT && cell->what != NOTHING) ||
			    strchr(cell->text, '\n') != NULL)
				return false;
	}
	return columns;
}

static const struct thing *
cell_of(const struct thing *item, const char *key)
{
	const struct thing *cell = item->first;

	while (cell != NULL && strcmp(cell->key, key) != 0)
		cell = cell->next;
	return cell;
}

static void
put_cell(struct buf *out, const char *text)
{
	buf_string(out, " ");
	for (; *text != '\0'; text++) {
		if (*text == '|')
			buf_char(out, '\\');
		buf_char(out, *text);
	}
	buf_string(out, " |");
}

static void
put_table(struct buf *out, const struct thing *list)
{
	const char *keys[SHEET_ROWS];
	const struct thing *item, *cell;
	size_t count = 0, i;

	for (item = list->first; item != NULL; item = item->next)
		for (cell = item->first; cell != NULL; cell = cell->next) {
			for (i = 0; i < count; i++)
				if (strcmp(keys[i], cell->key) == 0)
					break;
			if (i == count && count < SHEET_ROWS)
				keys[count++] = cell->key;
		}
	buf_char(out, '|');
	for (i = 0; i < count; i++)
		put_cell(out, keys[i]);
	buf_string(out, "\n|");
	for (i = 0; i < count; i++)
		buf_string(out, " --- |");
	buf_char(out, '\n');
	for (item = list->first; item != NULL; item = item->next) {
		buf_char(out, '|');
		for (i = 0; i < count; i++) {
			cell = cell_of(item, keys[i]);
			put_cell(out, cell != NULL ? cell->text : "");
		}
		buf_char(out, '\n');
	}
	buf_char(out, '\n');
}

static void
put_bullets(struct maker *maker, struct buf *out, const struct thing *in,
    size_t indent)
{
	const struct thing *thing, *main;

	for (thing = in->first; thing != NULL; thing = thing->next) {
		if (thing->main && thing->what == TEXT)
			continue;
		buf_repeat(out, ' ', indent);
		buf_string(out, "-");
		if (*thing->key != '\0')
			buf_format(out, " **%s%s**", thing->key,
			    term_name(T_KEY_COLON, maker->lang));
		main = thing->first;
		if (*thing->key == '\0')
			while (main != NULL && !main->main)
				main = main->next;
		if (thing->what == TEXT && *thing->text != '\0')
			buf_format(out, " %s", thing->text);
		else if (thing->what == MAP && *thing->key == '\0') {
			if (main != NULL)
				buf_format(out, " %s", main->text);
			/* strong text would be a key here */
			if (main == NULL || strchr("*", *main->text) != NULL)
				maker->sheet->twins = false;
		}
		buf_char(out, '\n');
		put_bullets(maker, out, thing, indent + 2);
	}
}

static void
put_section(struct maker *maker, struct buf *out, const struct thing *thing,
    int level)
{
	const struct thing *below;

	buf_repeat(out, '#', (size_t)level);
	buf_format(out, " %s\n\n", thing->key);
	if (thing->what == TEXT)
		buf_format(out, "%s\n\n", thing->text);
	else if (thing->what == MAP)
		for (below = thing->first; below != NULL; below = below->next)
			put_section(maker, out, below, level + 1);
	else if (is_table(thing))
		put_table(out, thing);
	else {
		put_bullets(maker, out, thing, 0);
		buf_char(out, '\n');
	}
}

static void
put_markdown(struct maker *maker, struct buf *out, const struct thing *root)
{
	const struct thing *thing = root->first;

	if (thing != NULL && term_is(thing->key, T_TITLE)) {
		buf_format(out, "# %s\n\n", thing->text);
		thing = thing->next;
	}
	for (; thing != NULL && thing->what == TEXT; thing = thing->next)
		buf_format(out, "- **%s%s** %s\n", thing->key,
		    term_name(T_KEY_COLON, maker->lang), thing->text);
	buf_char(out, '\n');
	for (; thing != NULL; thing = thing->next)
		put_section(maker, out, thing, 2);
}

/* Whether something cannot be left out that is a key in the subject alone. */
static bool
wants_inner(const struct bind_tool *tool)
{
	BIND_ROWS(row, tool->rows)
		if ((row->flags & BIND_INNER) != 0 &&
		    (row->flags & BIND_REQUIRED) != 0)
			return true;
	return false;
}

/* Those that are keys everywhere, or in the tool's subject alone. */
static void
make_rows(struct maker *maker, const struct bind_tool *tool, struct thing *in,
    bool inner)
{
	const struct bind_row *row;

	for (row = tool->rows; row->kind != BIND_END; row++)
		if (row->key != T_NONE && row->from == T_NONE &&
		    ((row->flags & BIND_INNER) != 0) == inner &&
		    (!is_again(tool->rows, row) || happens(maker, 4)) &&
		    ((row->flags & BIND_REQUIRED) != 0 ||
			hat_draw(maker->hat, 2) == 0))
			make(maker, row, in, 0);
}

/*
 * A sheet that its tool refuses is mended where the tool says: most of what is
 * made of rows alone would else be refused, and no law be tried on it.
 */

/* The thing on a line of the YAML, from 1: each has one of its own. */
static struct thing *
on_line(struct thing *in, size_t *line)
{
	struct thing *thing, *found = NULL;

	for (thing = in->first; thing != NULL && found == NULL;
	     thing = thing->next)
		found = --*line == 0 ? thing : on_line(thing, line);
	return found;
}

/* One of those that a message lists behind its last colon, or NULL. */
static const char *
offered(struct maker *maker, const char *fault)
{
	const char *list = strrchr(fault, ':'), *end;
	size_t count = 1;

	if (list == NULL || list[1] != ' ' || strchr(fault, ' ') == list + 1)
		return NULL;
	for (end = list; *end != '\0'; end++)
		count += *end == ',';
	for (count = hat_draw(maker->hat, count); count > 0; count--)
		list = strchr(list, ',') + 1;
	list += 1 + strspn(list + 1, " ");
	return arena_copy(maker->arena, list, strcspn(list, ",(; "));
}

/* Puts another text in place of one that was refused: one that the message
 * offers, that another thing has, or that its row wants. */
static void
say_anew(struct maker *maker, struct thing *thing)
{
	const char *text =
	    happens(maker, 2) ? offered(maker, thing->fault) : NULL;

	if (text == NULL && maker->known_count > 0 && happens(maker, 2))
		text = maker->known[hat_draw(maker->hat, maker->known_count)];
	if (text == NULL && thing->row != NULL && !happens(maker, 4))
		text = value(maker, thing->row);
	say(thing, text != NULL ? text : ONE_OF(maker, numbers));
}

/* Takes away what was refused, where another text in its place will not do. */
static void
mend(struct maker *maker, struct thing *in)
{
	struct thing **at = &in->first, *thing;
	bool wanted;

	in->last = NULL;
	while ((thing = *at) != NULL) {
		mend(maker, thing);
		wanted = thing->row != NULL && thing->refused < 2 * PATIENCE &&
		    (thing->row->flags & BIND_REQUIRED) != 0;
		if (thing->fault != NULL && thing->what == TEXT &&
		    thing->refused < PATIENCE)
			say_anew(maker, thing);
		else if (wanted &&
		    (thing->fault != NULL ||
			(thing->what != TEXT && thing->first == NULL)))
			make_even(maker, thing, 0);
		else if (thing->fault != NULL) {
			*at = thing->next;
			continue;
		}
		thing->fault = NULL;
		in->last = thing;
		at = &thing->next;
	}
}

/* Makes what a message says is missing in a thing: the key that it begins with,
 * in quotes.  False where no row of it has that key. */
static bool
make_missing(struct maker *maker, const struct bind_tool *tool,
    const char *fault, struct thing *in)
{
	const struct bind_row *row = in->up == NULL ? tool->rows
	    : in->row != NULL                       ? in->row->rows
	    : in->up->row != NULL                   ? in->up->row->rows
						    : NULL;
	const struct thing *last = in->last;
	const char *name, *key;

	for (; row != NULL && row->kind != BIND_END; row++) {
		if (in->what != MAP || row->key == T_NONE ||
		    row->from != T_NONE)
			continue;
		key = key_of(maker, row);
		name = strstr(fault, key);
		if (name != NULL &&
		    name <= fault + strlen("  il manque « ..") &&
		    strchr("\xC2\xE2'", name[strlen(key)]) != NULL)
			make(maker, row, in, 0);
	}
	return in->last != last;
}

/* Gives what was refused what was said of it: "tool: file:12:1: ...". */
static void
blame(struct maker *maker, const struct bind_tool *tool, const char *told,
    struct thing *root)
{
	char *line = arena_string(maker->arena, told), *fault, *next;
	struct thing *thing;
	size_t number;

	for (; *line != '\0'; line = next) {
		next = line + strcspn(line, "\n");
		if (*next == '\n')
			*next++ = '\0';
		fault = line + strlen("tool:");
		if (strncmp(fault, " /proc", 6) == 0)
			fault += strcspn(fault, ":") + 1;
		number = strtoul(fault, &fault, 10);
		if (number > 0)
			fault += strcspn(fault, " ");
		if (number == 1) /* all of it */
			make_rows(maker, tool, root, false);
		thing = number > 0 ? on_line(root, &number) : root;
		if (thing == NULL || thing->fault != NULL ||
		    make_missing(maker, tool, fault, thing) ||
		    (thing->up != NULL &&
			make_missing(maker, tool, fault, thing->up)))
			continue;
		thing->refused++;
		thing->fault = fault;
	}
}

/* The YAML of what is below a root, mended for so many rounds. */
static void
make_taken(struct maker *maker, const struct bind_tool *tool, struct buf *yaml,
    struct thing *root)
{
	static const char *const options[] = { "-f", "yaml", NULL };
	struct run run = { .status = 2 };
	int round;

	for (round = 0; run.status == 2; round++) {
		buf_cut(yaml, 0);
		put_yaml(yaml, root, 0);
		if (round == ROUNDS || maker->odd != SHEET_EVEN)
			break;
		run = laws_run(yaml->at, yaml->length, options);
		if (run.status == 2) {
			blame(maker, tool, run.told, root);
			root->fault = NULL;
			mend(maker, root);
		}
		laws_free(&run);
	}
}

/* A sheet of things that some function makes below its root. */
static struct sheet
make_sheet(struct maker *maker, const struct bind_tool *tool,
    const struct node *like)
{
	struct sheet sheet = { BUF_INIT, BUF_INIT, BUF_INIT, like == NULL };
	struct thing root = { .what = MAP };

	maker->arena = arena_new();
	maker->sheet = &sheet;
	maker->lang = hat_draw(maker->hat, 2) == 0 ? LANG_FR : LANG_EN;
	maker->wild = happens(maker, 2);
	maker->full = happens(maker, 2);
	if (like != NULL) {
		maker->rarity =
		    3 * count_nodes(like) / (1 + hat_draw(maker->hat, 4)) + 1;
		make_like(maker, like, &root);
	} else {
		make_common(maker, &root);
		make_rows(maker, tool, &root, false);
		if (wants_inner(tool) || hat_draw(maker->hat, 4) == 0)
			make_rows(maker, tool,
			    put(maker, &root,
				term_name(tool->subject, maker->lang), MAP),
			    true);
	}
	make_taken(maker, tool, &sheet.yaml, &root);
	put_markdown(maker, &sheet.markdown, &root);
	buf_char(&sheet.words, '\0');
	arena_free(maker->arena);
	maker->sheet = NULL;
	return sheet;
}

struct sheet
sheet_make(const struct bind_tool *tool, struct hat *hat)
{
	static const size_t rarities[] = { 0, 4, 16, 100 };
	struct maker maker = { .hat = hat };

	maker.rarity = ONE_OF(&maker, rarities);
	return make_sheet(&maker, tool, NULL);
}

struct sheet
sheet_like(const struct bind_tool *tool, const struct node *root,
    struct hat *hat)
{
	struct maker maker = { .hat = hat };

	return make_sheet(&maker, tool, root);
}

/* A line as it is, or not. */
static void
put_line(struct maker *maker, struct buf *out, const char *line, size_t length)
{
	static const char *const marks[] = { "", "- ", "* ", "1. ", "## ", "> ",
		"  - ", "\n", "  ", "    ", "- [x] ", "**", "| " };
	size_t ends = line[length - 1] == '\n';

	switch (happens(maker, maker->rarity) ? hat_draw(maker->hat, 8) : 0) {
	case 1: /* it is not there */
		return;
	case 2: /* it is there twice */
		buf_add(out, line, length);
		break;
	case 3: /* another stands before it */
		buf_format(out, "%s%s\n", ONE_OF(maker, marks), words(maker));
		break;
	case 4: /* it has a mark */
		buf_string(out, ONE_OF(maker, marks));
		break;
	case 5: /* it says more */
	case 6:
		buf_add(out, line, length - ends);
		buf_format(out, " %s\n", words(maker));
		return;
	case 7: /* it ends early */
		buf_add(out, line, hat_draw(maker->hat, length));
		buf_char(out, '\n');
		return;
	default:
		break;
	}
	buf_add(out, line, length);
}

struct sheet
sheet_lines(const char *seed, struct hat *hat)
{
	struct sheet sheet = { BUF_INIT, BUF_INIT, BUF_INIT, false };
	struct maker maker = { .hat = hat, .sheet = &sheet };
	const char *at;
	size_t length;

	maker.arena = arena_new();
	maker.wild = happens(&maker, 2);
	for (at = seed; *at != '\0'; at++)
		maker.rarity += *at == '\n';
	maker.rarity = maker.rarity / (1 + hat_draw(hat, 4)) + 1;
	for (at = seed; *at != '\0'; at += length) {
		length = strcspn(at, "\n");
		length += at[length] == '\n';
		put_line(&maker, &sheet.markdown, at, length);
	}
	buf_char(&sheet.words, '\0');
	arena_free(maker.arena);
	return sheet;
}

bool
sheet_with(const struct bind_tool *tool, size_t row, enum sheet_odd odd,
    struct sheet *sheet)
{
	struct hat hat = { 0 };
	struct maker maker = { .hat = &hat, .odd_row = row, .odd = odd };

	*sheet = make_sheet(&maker, tool, NULL);
	return maker.row > row;
}

void
sheet_free(struct sheet *sheet)
{
	buf_free(&sheet->yaml);
	buf_free(&sheet->markdown);
	buf_free(&sheet->words);
}
