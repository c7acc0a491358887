/*
 * order: a ballot as somebody typed it: "A > B = C", a list, ranks by option.
 */
#include <string.h>

#include "rank.h"
#include "text/uni.h"

/* What is being read: ranks from 1, 0 for none. */
struct reading {
	struct ballot_rules *rules;
	struct ballot_verdict *verdict;
	size_t rank[COUNT_MOST];
	size_t next;        /* of what comes without one */
	const char *behind; /* a number that stands in front of an option */
};

/* What parts options, by how sure it is: where one is met, those behind it in
 * the list part nothing. */
static const struct {
	const char *mark;
	bool equal; /* those around it are beside each other */
	int sure;
} marks[] = { { ">", false, 0 }, { "≻", false, 0 }, { "→", false, 0 },
	{ " puis ", false, 0 }, { " then ", false, 0 }, { "=", true, 0 },
	{ "~", true, 0 }, { ";", false, 1 }, { ",", false, 2 } };

enum { MARKS = sizeof(marks) / sizeof(marks[0]), SURE = 3 };

/* The mark of a kind that a text begins with; MARKS where it is none. */
static size_t
mark_at(const char *text, int sure)
{
	size_t i;

	for (i = 0; i < MARKS; i++)
		if (marks[i].sure == sure &&
		    strncmp(text, marks[i].mark, strlen(marks[i].mark)) == 0)
			break;
	return i;
}

/* The next mark in a text, and where it stands; MARKS and its end. */
static size_t
next_mark(const char *text, int sure, const char **at)
{
	size_t mark = MARKS;

	for (*at = text; **at != '\0'; (*at)++)
		if ((mark = mark_at(*at, sure)) < MARKS)
			break;
	return mark;
}

static const struct ballot_option *
find(const struct reading *reading, const char *name)
{
	return ballot_find(reading->rules->options, name);
}

static void
put(struct reading *reading, const struct ballot_option *option, size_t rank)
{
	if (option == NULL || option->place >= COUNT_MOST)
		return;
	if (reading->rank[option->place] > 0)
		ballot_reject(reading->rules, reading->verdict, M_BALLOT_TWICE,
		    *option->label ? option->label : option->text, "");
	reading->rank[option->place] = rank;
}

/* A part of a line as a name: without the blanks around it. */
static const char *
piece(const struct reading *reading, const char *from, const char *end)
{
	struct arena *arena = reading->rules->scratch;
	char *copy;

	from = uni_skip_blanks(from);
	while (end > from && end[-1] == ' ')
		end--;
	copy = arena_copy(arena, from, end > from ? (size_t)(end - from) : 0);
	/* what may be a blank that is no space */
	return end > from && (end[-1] & 0x80) != 0 ? uni_line(arena, copy)
						   : copy;
}

/* A name without the number in front of it: "1. Halle", "2) Gare". */
static const char *
without_number(const struct reading *reading, const char *name)
{
	size_t digits = strspn(name, "0123456789");
	const char *at = name + digits;

	if (digits == 0 || digits > 2 || *at == '\0' ||
	    strchr(reading->behind, *at) == NULL)
		return name;
	return uni_skip_blanks(at + 1);
}

/* Puts options that blanks part, where each part is one: "A B C"; false where
 * some is none, or there is but one. */
static bool
put_words(struct reading *reading, const char *text)
{
	const char *at, *end;
	size_t words = 0;

	for (at = text; *at != '\0'; at = uni_skip_blanks(end), words++) {
		end = at + strcspn(at, " ");
		if (find(reading, piece(reading, at, end)) == NULL)
			return false;
	}
	if (words < 2)
		return false;
	for (at = text; *at != '\0'; at = uni_skip_blanks(end)) {
		end = at + strcspn(at, " ");
		put(reading, find(reading, piece(reading, at, end)),
		    reading->next++);
	}
	return true;
}

/* Puts letters that stand together, "BAC", where each is an option's label; false
 * where some is none, or there is but one. */
static bool
put_letters(struct reading *reading, const char *text)
{
	const char *at;

	for (at = text; *at != '\0'; at++)
		if (!(*at >= 'A' && *at <= 'Z') ||
		    find(reading, piece(reading, at, at + 1)) == NULL)
			return false;
	if (at < text + 2)
		return false;
	for (at = text; *at != '\0'; at++)
		put(reading, find(reading, piece(reading, at, at + 1)),
		    reading->next++);
	return true;
}

/* Behind the next number that stands in front of a name, " 2. "; NULL where there
 * is none.  end: in front of it. */
static const char *
next_number(const char *text, size_t number, const char **end)
{
	char mark[16];
	size_t n;

	snprintf(mark, sizeof(mark), " %zu", number);
	n = strlen(mark);
	for (const char *at = text; (at = strstr(at, mark)) != NULL; at++)
		if (at[n] != '\0' && strchr(".):-", at[n]) != NULL) {
			*end = at;
			return uni_skip_blanks(at + n + 1);
		}
	return NULL;
}

/* Puts options that numbers part, "1. Halle 2. Gare"; false where the text is not
 * so. */
static bool
put_numbered(struct reading *reading, const char *text)
{
	const char *at = without_number(reading, text), *next, *end;

	if (at == text || next_number(at, 2, &end) == NULL)
		return false;
	for (size_t number = 2; at != NULL; at = next) {
		next = next_number(at, number++, &end);
		if (next == NULL)
			end = at + strlen(at);
		put(reading,
		    ballot_choice(reading->rules, reading->verdict,
			piece(reading, at, end)),
		    reading->next++);
	}
	return true;
}

/* Puts the option that a name is, at a rank. */
static void
put_name(struct reading *reading, const char *name, size_t rank)
{
	if (find(reading, name) == NULL &&
	    find(reading, without_number(reading, name)) != NULL)
		name = without_number(reading, name);
	put(reading, ballot_choice(reading->rules, reading->verdict, name),
	    rank);
}

/* What may stand behind the number of an option.  A number and a colon in front
 * of a whole order may count ballots, "42: A > B". */
static const char *
behind_numbers(const char *text)
{
	const char *colon = strchr(text, ':');

	return order_is(text) && colon != NULL && strchr(colon + 1, ':') == NULL
	    ? ".)-"
	    : ".):-";
}

/* The end of the option that stands in front of the nearest mark, or of one of
 * the next few behind it, which is then a part of its name. */
static const char *
option_end(const struct reading *reading, const char *text, int sure,
    size_t *mark)
{
	enum { FEW = 24 };
	const char *end, *nearest;
	size_t first = next_mark(text, sure, &nearest), count = 0;

	*mark = first;
	for (end = nearest; *mark < MARKS && count++ < FEW;
	     *mark = next_mark(end + strlen(marks[*mark].mark), sure, &end))
		if (find(reading, piece(reading, text, end)) != NULL)
			return end;
	if (find(reading, piece(reading, text, end)) != NULL)
		return end;
	*mark = first;
	return nearest;
}

/* Whether a text holds letters and digits, the marks ">" and "=", and nothing that
 * Markdown or a spelling could change. */
static bool
is_plain(const char *text)
{
	const unsigned char *at = (const unsigned char *)text;

	while ((*at >= '0' && *at <= '9') ||
	    ((*at | 0x20) >= 'a' && (*at | 0x20) <= 'z') || *at >= 0x80 ||
	    (*at != '\0' && strchr(" ,>=", *at) != NULL))
		at++;
	return *at == '\0';
}

/* "A > B = C", of options that hold no mark, is what most ballots are, and is put
 * as it stands; false, with nothing put, where it is anything else. */
static bool
put_plain(struct reading *reading, const char *text)
{
	const struct reading before = *reading;
	const struct ballot_option *option;
	const char *at = text, *end = at + strcspn(at, ">=");

	if (*end == '\0' || !is_plain(text))
		return false;
	for (;; at = end + 1, end = at + strcspn(at, ">=")) {
		option = find(reading, piece(reading, at, end));
		if (option == NULL) {
			*reading = before;
			return false;
		}
		put(reading, option, reading->next);
		if (*end == '\0')
			break;
		reading->next += *end == '>';
	}
	reading->next++;
	return true;
}

/* A text of several options; rank: 0 where they come one behind the other. */
static void
put_text(struct reading *reading, const char *text)
{
	const char *end;
	size_t mark = MARKS;
	int sure = 0;

	text = uni_line(reading->rules->scratch, text);
	while (sure < SURE && next_mark(text, sure, &end) == MARKS)
		sure++;
	if (*text == '\0')
		return;
	reading->behind = behind_numbers(text);
	if (find(reading, text) != NULL) {
		put(reading, find(reading, text), reading->next++);
		return;
	}
	if (sure == SURE &&
	    (put_numbered(reading, text) || put_words(reading, text) ||
		put_letters(reading, text)))
		return;
	do {
		end = sure < SURE ? option_end(reading, text, sure, &mark)
				  : text + strlen(text);
		put_name(reading, piece(reading, text, end), reading->next);
		if (sure == SURE || mark == MARKS)
			break;
		reading->next += !marks[mark].equal;
		text = uni_skip_blanks(end + strlen(marks[mark].mark));
	} while (*text != '\0' && reading->verdict->reason == T_NONE);
	reading->next++;
}

/* "A: 1", a rank by option; or "1: A", the options of a rank. */
static void
put_given(struct reading *reading, const struct ballot_part *part)
{
	struct arena *arena = reading->rules->scratch;
	const char *name = md_plain(arena, md_text(arena, part->name));
	const char *value = md_plain(arena, md_text(arena, part->value));
	const struct ballot_option *option = find(reading, part->name);
	size_t rank, count;

	if (ordinal_read(arena, value, &rank) && option != NULL) {
		if (rank > 0)
			put(reading, option, rank);
		return;
	}
	if (!ordinal_read(arena, name, &rank) || rank == 0) {
		if (option == NULL)
			ballot_choice(reading->rules, reading->verdict,
			    part->name);
		else
			ballot_reject(reading->rules, reading->verdict,
			    M_BALLOT_NO_RANK, value, "");
		return;
	}
	for (count = strlen(value); count > 0; count = strlen(value)) {
		count = strcspn(value, "=,;");
		put_name(reading, piece(reading, value, value + count), rank);
		value += count + (value[count] != '\0');
	}
}

/* Ranks as an order. */
static void
write_order(const struct reading *reading, size_t options, char *order)
{
	size_t rank = 0, next, i;
	bool first;

	for (; rank < MOST_RANK + 1; rank = next) {
		next = MOST_RANK + 1;
		for (i = 0; i < options; i++)
			if (reading->rank[i] > rank && reading->rank[i] < next)
				next = reading->rank[i];
		for (first = true, i = 0; i < options; i++) {
			if (reading->rank[i] != next)
				continue;
			*order++ = (char)((i + 1) | (first ? 0 : COUNT_EQUAL));
			first = false;
		}
	}
	*order = '\0';
}

const char *
order_name(struct arena *arena, const char **text)
{
	const char *from = *text;
	size_t mark = next_mark(from, 0, text);
	const char *name = uni_until(arena, from, *text);

	*text += mark < MARKS ? strlen(marks[mark].mark) : 0;
	return name;
}

bool
order_is(const char *text)
{
	const char *at;

	return next_mark(text, 0, &at) < MARKS;
}

void
order_judge(struct ballot_rules *rules, const struct ballot *ballot,
    struct ballot_verdict *verdict)
{
	struct reading reading = { rules, verdict, .next = 1,
		.behind = ".):-" };
	const struct ballot_part *part = ballot->parts;
	struct tally *tally = rules->own;
	struct arena *arena = rules->scratch;

	for (size_t i = 0; i < ballot->count; i++, part++)
		if (part->mark == BALLOT_GIVEN)
			put_given(&reading, part);
		else if (tally->marked || !put_plain(&reading, part->name))
			put_text(&reading,
			    md_plain(arena, md_text(arena, part->name)));
	write_order(&reading, tally->options, tally->order);
	verdict->blank = *tally->order == '\0';
}
