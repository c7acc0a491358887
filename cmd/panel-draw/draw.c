/*
 * draw: what the sources of the seed say, as RFC 3797 has it, by SHA-256 or, as
 * there, by MD5.
 */
#include <stdlib.h>
#include <string.h>

#include "base/digest.h"
#include "panel.h"

static int
compare_numbers(const void *a, const void *b)
{
	const char *one = *(const char *const *)a,
		   *other = *(const char *const *)b;
	size_t length = strlen(one), size = strlen(other);

	return length != size ? (length > size) - (length < size)
			      : strcmp(one, other);
}

/* The whole numbers of a text, without zeros in front; false: it has more. */
static bool
read_numbers(struct method *method, const char *plain, struct bind_list *into)
{
	const char *number;
	size_t length;

	while (*plain != '\0') {
		plain += strspn(plain, " .-/+");
		length = strspn(plain, "0123456789");
		if (length == 0)
			return *plain == '\0';
		while (*plain == '0' && length > 1) {
			plain++;
			length--;
		}
		number = arena_copy(method->arena, plain, length);
		bind_add(method->bind, into, number);
		plain += length;
	}
	return true;
}

/* The numbers of a source, as they are printed. */
static const char *
numbers_of(struct method *method, const struct seed *source)
{
	const char *numbers = "";

	BIND_EACH(const struct bind_text, text, &source->numbers)
		numbers = method_listed(method, numbers, text->text);
	return numbers;
}

void
draw_unite(struct method *method, struct panel *panel)
{
	struct seed *sources = panel->sources.at;
	size_t i, j, count = 0;

	for (i = 0; i < panel->sources.count; i++) {
		for (j = 0; j < count; j++)
			if (sources[j].document != sources[i].document &&
			    strcmp(sources[j].name.text,
				sources[i].name.text) == 0 &&
			    strcmp(numbers_of(method, &sources[j]),
				numbers_of(method, &sources[i])) == 0)
				break;
		if (j == count)
			sources[count++] = sources[i];
	}
	panel->sources.count = count;
}

/* Section 4.1: the numbers of each source in order, each with a dot behind it,
 * and a stroke behind the source. */
static const char *
key_of(struct method *method, const struct panel *panel)
{
	struct buf key = BUF_INIT;

	BIND_EACH(const struct seed, source, &panel->sources) {
		struct bind_list numbers = { .count = 0 };

		BIND_EACH(const struct bind_text, text, &source->numbers)
			if (!read_numbers(method,
				method_plain(method, text->text), &numbers))
				bind_fault(method->bind, text->pos,
				    M_PANEL_NO_NUMBER,
				    method_plain(method, text->text));
		if (numbers.count > 0)
			qsort(numbers.at, numbers.count, sizeof(char *),
			    compare_numbers);
		else
			continue;
		BIND_EACH(const char *const, number, &numbers)
			buf_format(&key, "%s.", *number);
		buf_char(&key, '/');
	}
	return buf_take(&key, method->arena);
}

/* The digest of a draw: its number in two bytes, the key, the number again. */
static const char *
digest_of(struct method *method, const struct panel *panel, size_t draw)
{
	const char *key = panel->record.key.text;
	const char number[2] = { (char)(draw >> 8 & 0xff),
		(char)(draw & 0xff) };
	BUF_SCRATCH(text);

	buf_add(&text, number, 2);
	buf_string(&text, key);
	buf_add(&text, number, 2);
	return (panel->digest.term == T_PANEL_MD5
		? digest_md5
		: digest_sha256)(method->arena, text.at, text.length);
}

/* A digest, as a number, less all multiples of another one. */
static size_t
rest_of(const char *hex, size_t whole)
{
	size_t rest = 0;

	for (; *hex != '\0'; hex++)
		rest =
		    (16 * rest +
			(size_t)(*hex <= '9' ? *hex - '0' : *hex - 'a' + 10)) %
		    whole;
	return rest;
}

/* The people that are left, the drawn one taken out. */
static struct person *
draw_one(struct method *method, const struct panel *panel,
    struct bind_list *left, size_t draw)
{
	struct person **people = left->at, *drawn;
	size_t at = rest_of(digest_of(method, panel, draw), left->count);

	drawn = people[at];
	memmove(people + at, people + at + 1,
	    (left->count - at - 1) * sizeof(*people));
	left->count--;
	return drawn;
}

static void
add_seat(struct method *method, struct panel *panel, const char *id)
{
	bind_add(method->bind, &panel->seats,
	    (struct seat){ { .text = id, .given = true } });
}

static void
add_spare(struct method *method, struct panel *panel, const char *of,
    const char *id)
{
	struct spare *spare =
	    bind_append(method->bind, &panel->spares, sizeof(*spare));

	bind_fill_texts(spare_rows, spare);
	spare->of = (struct bind_text){ .text = of, .given = *of != '\0' };
	spare->id = (struct bind_text){ .text = id, .given = true };
}

/* All who could be drawn, in the order of the list, but those in the panel. */
static struct bind_list
pool_of(struct method *method, const struct panel *panel,
    const struct dict *seated)
{
	struct bind_list pool = { .count = 0 };

	BIND_EACH(struct person, person, &panel->people)
		if (person->kind != PANEL_NONE &&
		    dict_find(seated, person->name) == NULL)
			bind_add(method->bind, &pool, person);
	return pool;
}

/* Without quotas: one person after the other, and those who come next. */
static void
draw_simple(struct method *method, struct panel *panel)
{
	size_t size = (size_t)(panel->size.thousandths / 1000);
	size_t spares = size * (size_t)panel->spares_wanted.thousandths / 1000;
	size_t draw = 0;
	struct dict none = { .arena = method->arena };
	struct bind_list left = pool_of(method, panel, &none);

	BIND_EACH(const struct person, person, &panel->people)
		if (person->already)
			add_seat(method, panel, person->id.text);
	while (panel->seats.count < size && left.count > 0)
		add_seat(method, panel,
		    draw_one(method, panel, &left, draw++)->id.text);
	for (; spares > 0 && left.count > 0; spares--)
		add_spare(method, panel, "",
		    draw_one(method, panel, &left, draw++)->id.text);
}

/* Who can take the place of somebody: the first in the order drawn who is of
 * the same kind, or else of the same profile; of no household that has a seat
 * or is to have one, but that of whom he or she replaces. */
static struct person *
spare_of(const struct bind_list *order, const struct dict *homes,
    const struct person *of)
{
	struct person *found = NULL;

	BIND_EACH(struct person *const, one, order)
		if (*one != NULL && (*one)->profile == of->profile &&
		    (*(*one)->home == '\0' ||
			dict_find(homes, (*one)->home) == NULL ||
			strcmp((*one)->home, of->home) == 0)) {
			if ((*one)->kind == of->kind)
				return *one;
			if (found == NULL)
				found = *one;
		}
	return found;
}

static void
draw_spares(struct method *method, struct panel *panel,
    const struct bind_list *ids, struct dict *seated)
{
	size_t rounds = (size_t)(panel->spares_wanted.thousandths / 1000);
	struct bind_list left = pool_of(method, panel, seated);
	struct bind_list order = { .count = 0 };
	struct person *of, *spare;
	size_t draw = 1;
	struct dict homes = { .arena = method->arena };

	while (rounds > 0 && left.count > 0) {
		spare = draw_one(method, panel, &left, draw++);
		bind_add(method->bind, &order, spare);
	}
	BIND_EACH(const struct person, person, &panel->people)
		if (*person->home != '\0' &&
		    dict_find(seated, person->name) != NULL)
			dict_enter(&homes, person->home);
	for (; rounds > 0; rounds--)
		BIND_EACH(const struct bind_text, id, ids) {
			of = dict_find(&panel->ids,
			    method_plain(method, id->text))
				 ->value;
			spare = spare_of(&order, &homes, of);
			add_spare(method, panel, id->text,
			    spare != NULL ? spare->id.text : "–");
			if (spare == NULL)
				continue;
			if (*spare->home != '\0')
				dict_enter(&homes, spare->home);
			BIND_EACH(struct person *, one, &order)
				if (*one == spare)
					*one = NULL;
		}
}

/* The panel of the list that bears the number drawn. */
static void
draw_listed(struct method *method, struct panel *panel)
{
	const struct listed *listed = panel->lists.at;
	size_t at = rest_of(digest_of(method, panel, 0), panel->lists.count);
	struct dict seated = { .arena = method->arena };

	panel_settle(method, T_PANEL_NUMBER, &panel->record.number,
	    listed[at].number.text);
	BIND_EACH(const struct bind_text, id, &listed[at].ids) {
		dict_enter(&seated, method_plain(method, id->text));
		add_seat(method, panel, id->text);
	}
	draw_spares(method, panel, &listed[at].ids, &seated);
}

void
draw_make(struct method *method, struct panel *panel)
{
	const char *key = key_of(method, panel);

	if (*key == '\0' || method->bind->doc->faults.count > 0)
		return;
	panel_settle(method, T_PANEL_KEY, &panel->record.key, key);
	panel_settle(method, T_PANEL_DIGEST, &panel->record.digest,
	    digest_of(method, panel, 0));
	if (panel->people.count == 0)
		return;
	panel->seats = panel->spares = (struct bind_list){ .count = 0 };
	if (panel->simple)
		draw_simple(method, panel);
	else if (panel->lists.count > 0)
		draw_listed(method, panel);
}
