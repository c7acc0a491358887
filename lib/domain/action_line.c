/*
 * action_line: an action as it is typed on one line: "Ana : affiche, 3 mars",
 * "@Bo : réserver la salle (15/03/2026)", "relancer le maire pour fin mars",
 * "print the map (Bo, 3 March)", "book the room, @Ana", "2027 : étude",
 * "étude – 2027 – mairie", "print the map — Owner: Bo".
 */
#include <string.h>

#include "domain/action.h"
#include "text/dress.h"
#include "text/uni.h"
#include "value/period.h"

enum { MAX_NAME_WORDS = 3, MAX_NAME = 40 };

/* What parts who and when from what is done, and arrows, which lead to them. */
static const char *const dashes[] = { " – ", " — ", " - ", " → ", " -> ",
	" -\\> ", " => ", " =\\> " };
enum { DASHES = sizeof(dashes) / sizeof(*dashes), FIRST_ARROW = 3 };

static bool
is_capital(int32_t c)
{
	return (c >= 'A' && c <= 'Z') || (c >= 0xc0 && c <= 0xde) || c == 0x152;
}

bool
action_looks_like_people(const char *text)
{
	size_t words = 0, n;
	const char *at;

	if (strlen(text) > MAX_NAME ||
	    strpbrk(text, "0123456789?!\\*`") != NULL)
		return false;
	for (; *text != '\0'; text += n + strspn(text + n, " ")) {
		n = strcspn(text, " ");
		at = text;
		if (is_capital(uni_next(&at)))
			words++;
		else if (words == 0 ||
		    (n > 2 && !term_lists_start(T_NAME_JOINERS, text)))
			return false;
	}
	return words > 0 && words <= MAX_NAME_WORDS;
}

/* Whether a text ends in a mark that parts who and when from what, and how long
 * that is; 0: it does not. */
static size_t
mark_before(const char *text, const char *end)
{
	static const char *const marks[] = { ",", ";", ":", "(", "-", "–", "—",
		"→", "->", "-\\>", "=>", "=\\>", "📅", "⏳", "🗓", "🗓️",
		"⏰" };
	size_t i, n;

	for (i = 0; i < sizeof(marks) / sizeof(*marks); i++) {
		n = strlen(marks[i]);
		if ((size_t)(end - text) >= n &&
		    memcmp(end - n, marks[i], n) == 0)
			return n;
	}
	return 0;
}

/* Where those present are known, others are no guess; else what looks like one
 * is. */
static bool
is_people(struct arena *arena, const struct dict *known, const char *text)
{
	return (*text == '@' &&
		   (strchr(text, ' ') == NULL ||
		       strchr(text + 1, '@') != NULL ||
		       action_looks_like_people(text + 1))) ||
	    bind_is_known(arena, known, text) || term_is(text, T_EVERYONE) ||
	    (!bind_is_listed(known) && action_looks_like_people(text) &&
		!term_lists_start(T_NO_OWNER, uni_fold(arena, text)));
}

/* Whether a text is a day of some week, "by Friday", which no calendar tells. */
static bool
is_weekday(const char *text)
{
	ARENA_SCRATCH(arena);
	const char *day = uni_fold(arena, text);

	if (strcmp(text, "Sam") == 0)
		return false; /* somebody: the day is "sam.", or "samedi" */
	day += term_front(T_DATE_BY, day);
	day += term_front(T_DATE_BEFORE, day);
	return strchr(day, ' ') == NULL && period_weekday(day) != T_NONE;
}

static bool
is_period(const char *text)
{
	struct period period;

	return period_of_some_year(text, &period) > SURE_EMPTY ||
	    is_weekday(text);
}

/* The text of a value without blanks around it. */
static struct bind_text
part_of(struct arena *arena, const struct bind_text *whole, const char *from,
    size_t length)
{
	const char *line = uni_until(arena, from, from + length);

	return (struct bind_text){ md_text(arena, line), whole->pos,
		*line != '\0' };
}

/* The length of the calls that a text begins with: "@Ana", "@Ana, @Bo and @Cy". */
static size_t
calls_length(const char *text)
{
	size_t n = 0, mark = 0;

	do {
		n += mark;
		if (text[n] != '@')
			return 0;
		n += strcspn(text + n, " ,&+");
		mark = uni_mark_of(text + n, ", ", " and ", " et ", " & ",
		    " + ", "&", "+");
	} while (mark > 0 && text[n + mark] == '@');
	return n;
}

/* The end of who an action begins with, where no colon and no arrow parts them:
 * "Ana to print the map", "Ana - print the map", of the known ones, "@Ana print
 * the map", "@Ana, @Bo - print it"; NULL where there is none. */
static const char *
find_doer(struct arena *arena, const struct dict *known, const char *text,
    const char **behind)
{
	static const char to[] = " to ";
	size_t n = calls_length(text), length;
	bool function;
	const char *found = uni_first_among(text, &length, " – ", " — ", " - ");

	if (n > 1 && text[n] == ' ' && strchr("@&+", text[n + 1]) == NULL) {
		*behind = text + n + (found == text + n ? length : 0);
		return text + n;
	}
	n = bind_doer(arena, known, text, &function);
	if (n > 0 && strncmp(text + n, to, strlen(to)) == 0) {
		*behind = text + n + strlen(to);
		return text + n;
	}
	if (found == NULL || strcspn(text, ":,;(") < (size_t)(found - text) ||
	    (!bind_is_known(arena, known, arena_until(arena, text, found)) &&
		!term_is(arena_until(arena, text, found), T_EVERYONE)))
		return NULL;
	*behind = found + length;
	return found;
}

/* "**Ana:** affiche", "*Ana* : affiche" as "Ana: affiche"; any other text as it
 * is. */
static const char *
without_strong(struct arena *arena, const char *text)
{
	size_t n = strspn(text, "*");
	const char *end = text + n + strcspn(text + n, "*");
	const char *behind = end + strspn(end, "*");

	if (n == 0 || end == text + n || behind != end + n ||
	    (end[-1] == ':') ==
		(uni_mark_of(behind + strspn(behind, " "), ":", "– ", "— ",
		     "- ", "→ ", "-\\> ") > 0))
		return text;
	return arena_format(arena, "%.*s%s", (int)(end - text - (ptrdiff_t)n),
	    text + n, behind);
}

/* The end of who an action is of, in front of a colon or an arrow; NULL where
 * it tells nobody. */
static const char *
find_owner(struct arena *arena, const struct dict *known, const char *text,
    const char **behind)
{
	const char *found;
	size_t length;

	found = uni_first_among(text, &length, ":", "→", "->", "=>", "-\\>");
	if (found == NULL || found == text || found[length] != ' ')
		return find_doer(arena, known, text, behind);
	*behind = found + length;
	return is_people(arena, known, uni_until(arena, text, found))
	    ? found
	    : find_doer(arena, known, text, behind);
}

/* What stands behind the word that says that it is an action, and whom this calls:
 * "ACTION (Bob): order the tables", "AI(bob): ...", "TODO @Bob: ..."; else the text. */
static const char *
without_mark(struct arena *arena, const struct dict *known, const char *text,
    struct action *action)
{
	size_t n = strcspn(text, " (:@"), length;
	const char *mark = arena_copy(arena, text, n), *rest;
	const char *who = text + n + strspn(text + n, " ");
	bool round = *who == '(', named = round || *who == '@';

	if (!term_is(mark, T_ACTIONS) &&
	    strcmp(mark, term_name(T_ACTION_ITEM, LANG_EN)) != 0)
		return text;
	who += named;
	length = strcspn(who, round ? ")" : ":");
	rest = who + length + round;
	if (who[length] == '\0' || rest[strspn(rest, " ")] != ':' ||
	    (!named && length > 0 &&
		!is_people(arena, known, uni_until(arena, who, who + length))))
		return text;
	if (length > 0)
		action->who = part_of(arena, &action->what, who, length);
	return rest + strspn(rest, " :");
}

/* What stands behind one of the known in brackets, "[Ana] call the smith", who is to
 * do it; else the text. */
static const char *
without_front(struct arena *arena, const struct dict *known, const char *text,
    struct action *action)
{
	const char *who = text + strspn(text, "\\[(");
	size_t n = strcspn(who, "])");
	const char *rest = who + n + (who[n] != '\0');

	if (who == text || *rest != ' ' ||
	    !bind_is_known(arena, known, arena_copy(arena, who, n)))
		return text;
	action->who = part_of(arena, &action->what, who, n);
	return rest + 1;
}

/* Whether a date may begin here: behind a mark or who does it, or in words that
 * say so. */
static bool
may_begin(struct arena *arena, const char *text, const char *at)
{
	const char *folded = uni_fold(arena, at), *word;

	while (at > text && at[-1] == ' ')
		at--;
	for (word = at; word > text && word[-1] != ' '; word--)
		continue;
	return at > text &&
	    (mark_before(text, at) > 0 || (*word == '@' && word > text) ||
		term_front(T_DATE_BY, folded) > 0 ||
		term_front(T_DATE_BEFORE, folded) > 0 ||
		term_front(T_DATE_FROM, folded) > 0);
}

/* How much of a text is left of the mark in front of a place in it. */
static size_t
length_before(const char *text, const char *place)
{
	size_t n = (size_t)(place - text), mark;

	do {
		while (n > 0 && text[n - 1] == ' ')
			n--;
		mark = mark_before(text, text + n);
		n -= mark;
	} while (mark > 0);
	return n;
}

/* The same of one that is marked: "call **by 3 May**", "call ==by 3 May==". */
static const char *
take_marked_due(struct arena *arena, const char *text, struct action *action)
{
	static const char *const marks[] = { "**", "==", "*" };
	const size_t n = strlen(text);
	const char *open, *inner;
	size_t length;

	for (size_t i = 0; i < 3; i++) {
		length = strlen(marks[i]);
		open = text + n - (n > 2 * length ? length : n);
		if (open == text || strcmp(open, marks[i]) != 0)
			continue;
		inner = arena_copy(arena, text, n - length);
		open = inner;
		while ((open = strstr(open, marks[i])) != NULL &&
		    strstr(open + length, marks[i]) != NULL)
			open += length;
		if (open == NULL || open == inner ||
		    !is_period(open + length) ||
		    !may_begin(arena, inner, open + length))
			continue;
		action->when = part_of(arena, &action->what, open + length,
		    strlen(open + length));
		return arena_copy(arena, text, length_before(inner, open));
	}
	return text;
}

/* Takes the date at the end of an action; returns what is in front of it. */
static const char *
take_due(struct arena *arena, const char *text, struct action *action)
{
	enum { LONGEST = 80 }; /* bytes, of a date with its words */
	const char *at;
	size_t n;

	if (*action->when.text == '\0')
		text = take_marked_due(arena, text, action);
	if (*action->when.text != '\0' || *text == '\0')
		return text;
	n = strlen(text);
	at = text;
	at += n > LONGEST ? n - LONGEST : 0;
	while (*++at != '\0') {
		if (*at == ' ' || (at[-1] != ' ' && at[-1] != '(') ||
		    !may_begin(arena, text, at))
			continue;
		n = strlen(at);
		if (at[-1] == '(' && at[n - 1] == ')')
			n--;
		if (!is_period(arena_copy(arena, at, n)))
			continue;
		action->when = part_of(arena, &action->what, at, n);
		return arena_copy(arena, text, length_before(text, at));
	}
	return text;
}

/* Takes who does it at the end of an action: behind "@", or, where it is known
 * who was there, behind a comma or a dash, or as a wiki's link. */
static const char *
take_tail(struct arena *arena, const struct dict *known, const char *text,
    struct action *action)
{
	const char *name = text + strlen(text);
	bool at = false;

	if (*action->who.text != '\0' || name == text)
		return text;
	while (--name > text) {
		at = *name == '@';
		if (name[-1] == ' ' &&
		    (at || mark_before(text, name - 1) > 0 ||
			bind_unlinked(arena, name) != name))
			break;
	}
	if (name == text ||
	    (at ? strchr(name, ' ') != NULL &&
			!action_looks_like_people(name + 1)
		: !bind_is_known(arena, known, name)))
		return text;
	action->who =
	    part_of(arena, &action->what, name + at, strlen(name + at));
	return arena_copy(arena, text, length_before(text, name));
}

/* Takes a part of brackets that names what it says: "Due: 12 March", "due 12
 * March"; of "fin mars" the name is a part of when. */
static bool
take_named(struct arena *arena, const struct bind_text *part,
    struct action *action)
{
	static const enum term keys[] = { T_OWNER, T_ACTION_WHO, T_DUE,
		T_ACTION_WHEN };
	bool colon = strchr(part->text, ':') != NULL;
	size_t n = strcspn(part->text, colon ? ":" : " ");
	enum term term = part->text[n] == '\0'
	    ? T_NONE
	    : term_find(arena_copy(arena, part->text, n), keys, 4, NULL);
	bool who = term == T_OWNER || term == T_ACTION_WHO;
	struct bind_text *into = who ? &action->who : &action->when;

	if (term == T_NONE || *into->text != '\0' ||
	    (!colon &&
		(who || !is_period(part->text + n + 1) ||
		    term_front(T_DATE_LATE, uni_fold(arena, part->text)) > 0)))
		return false;
	*into = part_of(arena, part, part->text + n + 1,
	    strlen(part->text + n + 1));
	return true;
}

/* Whether a text is as short as what somebody or a service is called. */
static bool
is_short(const char *text)
{
	return *text != '\0' && strlen(text) <= MAX_NAME &&
	    strpbrk(text, "0123456789:?!()") == NULL;
}

/* Whether a part of brackets stands beside a date, and is what people or a
 * service may be called: nothing else can be meant by it. */
static bool
is_beside_date(struct arena *arena, const char *text, const char *part,
    size_t length)
{
	const char *next = part + length + 1, *before = part - 1, *at;
	const char *name = uni_until(arena, part, part + length);
	struct action probe = { .when.text = "" };

	at = name;
	if (!is_capital(uni_next(&at)) || !is_short(name))
		return false;
	if (part[length] != ')')
		return is_period(
		    uni_until(arena, next, next + strcspn(next, ",;)")));
	for (at = before; at > text && strchr("(,;", at[-1]) == NULL; at--)
		continue;
	if (at > text && is_period(uni_until(arena, at, before)))
		return true;
	take_due(arena, uni_until(arena, text, before), &probe);
	return *probe.when.text != '\0' && action_looks_like_people(name);
}

/* "[due 3 March]" at the end of a text as "(due 3 March)"; any other text as it
 * is. */
static const char *
with_round_brackets(struct arena *arena, const char *text)
{
	size_t length = strlen(text);
	const char *open = strrchr(text, '[');

	if (open == NULL || open == text || open[-1] != '\\' ||
	    strchr(open, ']') != text + length - 1)
		return text;
	return arena_format(arena, "%.*s(%.*s)", (int)(open - text) - 1, text,
	    (int)(text + length - open) - 2, open + 1);
}

/* Takes the brackets at the end of an action, where they hold who, when or
 * both, and nothing else. */
static const char *
take_brackets(struct arena *arena, const struct dict *known, const char *typed,
    struct action *action)
{
	const char *text = with_round_brackets(arena, typed);
	size_t length = strlen(text), n;
	const char *open = strrchr(text, '('), *part;
	struct action taken = *action;

	if (open == NULL || open == text || text[length - 1] != ')' ||
	    strchr(open, ')') != text + length - 1)
		return typed;
	for (part = open + 1; part < text + length; part += n + 1) {
		struct bind_text inner;

		n = strcspn(part, ",;)");
		inner = part_of(arena, &action->what, part, n);
		inner.text += dress_length(inner.text);
		if (take_named(arena, &inner, &taken))
			continue;
		if (*inner.text == '@')
			inner.text = take_due(arena, inner.text, &taken);
		if (*taken.when.text == '\0' &&
		    !bind_is_known(arena, known, inner.text) &&
		    is_period(inner.text))
			taken.when = inner;
		else if (*taken.who.text == '\0' &&
		    (*inner.text == '@' ||
			bind_is_known(arena, known, inner.text) ||
			is_beside_date(arena, text, part, n)))
			taken.who = part_of(arena, &inner,
			    inner.text + (*inner.text == '@'),
			    strlen(inner.text) - (*inner.text == '@'));
		else
			return typed;
	}
	*action = taken;
	return arena_copy(arena, text, length_before(text, open));
}

/* The last dash or arrow in so many bytes of a text, behind its start, and which
 * one; NULL: there is none. */
static const char *
last_dash(const char *text, size_t length, size_t *which)
{
	const char *at, *last = NULL;

	for (size_t i = 0; i < DASHES; i++)
		for (at = text; (at = strstr(at, dashes[i])) != NULL; at++)
			if (at > text &&
			    at + strlen(dashes[i]) <= text + length &&
			    (last == NULL || at > last)) {
				last = at;
				*which = i;
			}
	return last;
}

/* Takes the named parts of a text that commas and the like part, from its end on;
 * false where the first of them is none. */
static bool
take_all_named(struct arena *arena, struct bind_text part,
    struct action *action)
{
	const struct action before = *action;
	struct bind_text last = part;
	size_t n;

	for (n = strlen(part.text); n-- > 0;) {
		if (strchr(",;|", part.text[n]) == NULL)
			continue;
		last.text = uni_skip_blanks(part.text + n + 1);
		if (!take_named(arena, &last, action))
			break;
		part.text = uni_until(arena, part.text, part.text + n);
	}
	if (take_named(arena, &part, action))
		return true;
	*action = before;
	return false;
}

/* Takes what says what it is at the end of an action: "print the map — Owner:
 * Bo, due: 3 May". */
static const char *
take_titled(struct arena *arena, const char *text, struct action *action)
{
	const char *dash;
	struct bind_text part;
	size_t which;

	while ((dash = last_dash(text, strlen(text), &which)) != NULL) {
		part = action->what;
		part.text = md_plain(arena, dash + strlen(dashes[which]));
		if (!take_all_named(arena, part, action))
			break;
		text = arena_until(arena, text, dash);
	}
	return text;
}

/* Takes who and when that nothing but dashes tells from what: "study – 2027 –
 * town hall", "spare keys -> caretakers – May", "spare keys -> caretakers, by
 * May", "repaint – Karim". */
static const char *
take_dashed(struct arena *arena, const struct dict *known, const char *text,
    struct action *action)
{
	struct bind_text last, middle;
	const char *end, *dash, *comma;
	size_t which, before, n = strlen(text);

	if (*action->who.text != '\0' ||
	    (end = last_dash(text, n, &which)) == NULL)
		return text;
	comma = strrchr(end, ',');
	if (which >= FIRST_ARROW && comma != NULL) {
		dash = end;
		before = which;
		end = comma;
		n = 1;
	} else {
		dash = last_dash(text, (size_t)(end - text), &before);
		n = strlen(dashes[which]);
	}
	last = part_of(arena, &action->what, end + n, strlen(end + n));
	if (dash == NULL && text[end - text - 1] == ')' &&
	    is_short(last.text) && *action->when.text == '\0') {
		dash = text;
		while (strchr(dash + 1, '(') != NULL &&
		    strchr(dash + 1, '(') < end)
			dash = strchr(dash + 1, '(');
		middle = part_of(arena, &action->what, dash + 1,
		    (size_t)(end - dash) - 2);
		if (*dash == '(' && is_period(middle.text)) {
			action->when = middle;
			action->who = last;
			return arena_until(arena, text, dash);
		}
		dash = NULL;
	}
	if (dash == NULL) {
		if (bind_is_listed(known) ||
		    !action_looks_like_people(last.text))
			return text;
		action->who = last;
		return arena_until(arena, text, end);
	}
	n = strlen(dashes[before]);
	middle =
	    part_of(arena, &action->what, dash + n, (size_t)(end - dash) - n);
	if (*action->when.text != '\0')
		return text;
	if (is_period(middle.text) && is_short(last.text)) {
		action->when = middle;
		action->who = last;
	} else if (is_period(last.text) &&
	    (is_people(arena, known, middle.text) ||
		(before >= FIRST_ARROW && is_short(middle.text)))) {
		action->when = last;
		action->who = middle;
	} else {
		return text;
	}
	return arena_until(arena, text, dash);
}

/* Takes the period in front of an action: "2027 : study". */
static const char *
take_front(struct arena *arena, const char *text, struct action *action)
{
	struct period period;
	const char *rest;
	size_t n;

	if (*action->when.text != '\0' ||
	    (n = period_read_front(text, &period, &rest)) == 0)
		return text;
	action->when = part_of(arena, &action->what, text, n);
	return rest;
}

/* Whether a text goes on in a small letter, that joins nobody to who stands
 * before it. */
static bool
is_verb(const char *text)
{
	const char *at = text;
	int32_t c = uni_next(&at);

	return uni_is_word(c) && !is_capital(c) && !(c >= '0' && c <= '9') &&
	    !term_lists_start(T_NAME_JOINERS, text);
}

/* Who an action begins with as its subject, "Bo sends the letter", "Mrs Roy and
 * Bo send it", which stays whole: some of the known. */
static void
find_subject(struct arena *arena, const struct dict *known, const char *text,
    struct action *action)
{
	enum { MOST = 8 };
	const char *end = strchr(text, ' ');
	size_t words = 0, length;
	bool function;

	if (*action->who.text != '\0')
		return;
	length = bind_doer(arena, known, text, &function);
	for (; end != NULL && words < MOST; end = strchr(end + 1, ' ')) {
		words++;
		if (is_verb(end + 1) &&
		    bind_is_known(arena, known, arena_until(arena, text, end)))
			length = (size_t)(end - text);
	}
	if (length > 0)
		action->who = part_of(arena, &action->what, text, length);
}

/* Whether a text ends in the full stop of a sentence. */
static bool
is_sentence(const char *text)
{
	size_t n = strlen(text);

	return n > 1 && text[n - 1] == '.' && text[n - 2] != '.';
}

/* Takes who and when off both ends of a text. */
static const char *
take_ends(struct arena *arena, const struct dict *known, const char *text,
    struct action *action)
{
	const char *behind = "", *strong, *line, *end;
	size_t n;

	text = take_front(arena, text, action);
	strong = without_strong(arena, text);
	line = without_mark(arena, known, strong, action);
	line = without_front(arena, known, line, action);
	text = line != strong ? line : text;
	end = *action->who.text == '\0'
	    ? find_owner(arena, known, line, &behind)
	    : NULL;
	if (end != NULL) {
		n = *line == '@' ? 1 : 0;
		action->who = part_of(arena, &action->what, line + n,
		    (size_t)(end - line) - n);
		text = behind + strspn(behind, " ");
	}
	text = take_titled(arena, text, action);
	text = take_brackets(arena, known, text, action);
	text = take_brackets(arena, known, text, action);
	text = take_dashed(arena, known, text, action);
	text = take_due(arena, text, action);
	text = take_tail(arena, known, text, action);
	return take_due(arena, text, action);
}

/* "affiche 👤 Ana" as "affiche @Ana", where that tells who; else the text. */
static const char *
with_calls(struct arena *arena, const struct dict *known, const char *text,
    const struct action *action)
{
	static const char *const persons[] = { "👤 ", "👥 ", "🙋 ", "🧑 " };
	struct action probe = *action;
	size_t n;
	const char *sign =
	    uni_first_of(text, persons, sizeof(persons) / sizeof(*persons), &n);
	const char *called = sign != NULL ? sign + n : NULL;

	if (sign == NULL || !is_capital(uni_next(&called)))
		return text;
	called =
	    arena_format(arena, "%.*s@%s", (int)(sign - text), text, sign + n);
	take_ends(arena, known, called, &probe);
	return *probe.who.text != '\0' ? called : text;
}

void
action_part(struct arena *arena, const struct dict *known,
    struct action *action)
{
	const struct bind_text whole = action->what;
	const char *text, *rest;
	size_t n, left;
	bool stop;

	if (*action->who.text != '\0') {
		action->who.text = bind_unlinked(arena, action->who.text);
		return;
	}
	text = with_calls(arena, known, whole.text, action);
	stop = is_sentence(text);
	n = strlen(text) - stop;
	text = arena_copy(arena, text, n);
	rest = take_ends(arena, known, text, action);
	left = strlen(rest);
	if (stop && left <= n && strcmp(text + n - left, rest) == 0)
		rest = arena_format(arena, "%s.", rest);
	find_subject(arena, known, rest, action);
	action->what = part_of(arena, &whole, rest, strlen(rest));
	action->what.more = whole.more;
	action->who.text =
	    bind_unlinked(arena, action_without_calls(arena, action->who.text));
	action_take_state(arena, action);
}

bool
action_cut_behind(struct arena *arena, struct bind_text *text,
    struct action *action)
{
	const struct dict nobody = { .arena = arena };
	const char *const *arrows = dashes + FIRST_ARROW, *arrow;
	struct action cut = { .who.text = "",
		.when.text = "",
		.state.text = "" };
	size_t n;

	arrow = uni_first_of(text->text, arrows, DASHES - FIRST_ARROW, &n);
	if (arrow == NULL)
		return false;
	cut.what = part_of(arena, text, arrow + n, strlen(arrow + n));
	action_part(arena, &nobody, &cut);
	if (*cut.who.text == '\0')
		return false;
	*action = cut;
	text->text = md_text(arena, arena_until(arena, text->text, arrow));
	return true;
}

/* Whom a text names and no more, of the known: "Ana", "**Ana :**"; or NULL. */
static const char *
name_alone(struct arena *arena, const struct dict *known, const char *text)
{
	const char *plain = md_plain(arena, text);
	size_t n = strlen(plain);

	while (n > 0 && strchr(" :", plain[n - 1]) != NULL)
		n--;
	plain = arena_copy(arena, plain, n);
	return bind_is_known(arena, known, plain) || term_is(plain, T_EVERYONE)
	    ? plain
	    : NULL;
}

/* Takes whom the heading that an action stood under names: it says no more. */
static void
take_rubric(struct bind *bind, const struct dict *known, struct action *action)
{
	const struct bind_more *more = action->what.more;
	struct bind_more *rest;
	const char *name;

	if (*action->who.text != '\0' || more == NULL)
		return;
	rest = arena_alloc(bind->doc->arena, sizeof(*rest));
	rest->below = more->below;
	BIND_EACH(struct node *const, cell, &more->columns) {
		name = term_is((*cell)->key, T_RUBRIC)
		    ? name_alone(bind->doc->arena, known, (*cell)->text)
		    : NULL;
		if (name == NULL)
			bind_put(bind, &rest->columns, cell, sizeof(*cell));
		else
			action->who = bind_text_at(name, (*cell)->pos);
	}
	action->what.more = rest;
}

/* Which due date a column is: its name without a word that says so, "Échéance
 * révisée"; WHEN_NONE: no due date. */
enum when { WHEN_NONE, WHEN_FIRST, WHEN, WHEN_REVISED };

static enum when
when_of(struct arena *arena, const char *key)
{
	static const enum term words[] = { T_WHEN_FIRST, T_WHEN_REVISED };
	const char *folded = uni_fold(arena, key), *at;
	size_t n;

	if (term_is(key, T_ACTION_WHEN))
		return WHEN;
	for (size_t i = 0; i < 2; i++) {
		at = term_phrase(words[i], folded, &n);
		if (at != NULL &&
		    term_is(uni_line(arena,
				arena_format(arena, "%s%s",
				    arena_until(arena, folded, at), at + n)),
			T_ACTION_WHEN))
			return i == 0 ? WHEN_FIRST : WHEN_REVISED;
	}
	return WHEN_NONE;
}

/* Takes when an action is due from the columns that it carries: a revised date
 * stands for the one that there was, which is carried instead of it. */
static void
take_when(struct bind *bind, enum lang lang, struct action *action)
{
	struct arena *arena = bind->doc->arena;
	const struct bind_more *more = action->what.more;
	struct node *best = NULL, *first;
	struct bind_more *rest;
	enum when is, most = *action->when.text == '\0' ? WHEN_NONE : WHEN;

	BIND_EACH(struct node *const, cell, &more->columns) {
		is = when_of(arena, (*cell)->key);
		if (is > most && is_period(md_plain(arena, (*cell)->text))) {
			best = *cell;
			most = is;
		}
	}
	rest = arena_alloc(arena, sizeof(*rest));
	rest->below = more->below;
	BIND_EACH(struct node *const, cell, &more->columns)
		if (*cell != best &&
		    (*(*cell)->text != '\0' ||
			when_of(arena, (*cell)->key) != WHEN))
			bind_put(bind, &rest->columns, cell, sizeof(*cell));
	action->what.more = rest;
	if (best == NULL)
		return;
	if (*action->when.text != '\0') {
		first = node_text(arena, action->when.text, best->pos);
		first->key = term_name(T_WHEN_WAS, lang);
		bind_add(bind, &rest->columns, first);
	}
	action->when = bind_text_at(best->text, best->pos);
}

/* What is below somebody's name as actions of theirs; false: it is no name. */
static bool
put_below(struct bind *bind, enum lang lang, const struct dict *known,
    const struct action *of, struct bind_list *into)
{
	struct arena *arena = bind->doc->arena;
	const struct bind_more *more = of->what.more;
	const char *name =
	    *of->who.text == '\0' && more != NULL && more->below.count > 0
	    ? name_alone(arena, known, of->what.text)
	    : NULL;
	struct bind_more *rest;
	struct action one;

	if (name == NULL)
		return false;
	BIND_EACH(struct node *const, node, &more->below) {
		rest = arena_alloc(arena, sizeof(*rest));
		rest->columns = more->columns;
		NODE_EACH(struct node, child, *node)
			bind_add(bind, &rest->below, child);
		one = *of;
		one.what = bind_text_at(bind_line(bind, *node), (*node)->pos);
		one.what.more = rest;
		action_read(arena, &one, lang);
		action_part(arena, known, &one);
		if (*one.who.text == '\0')
			one.who = bind_text_at(name, of->what.pos);
		bind_add(bind, into, one);
	}
	return true;
}

const char *
action_in_brackets(struct arena *arena, const struct action *action)
{
	const char *text = with_round_brackets(arena, action->what.text);
	size_t n = strlen(text) - is_sentence(text);
	const char *open = strrchr(text, '(');

	if (*action->who.text != '\0' || open == NULL || open == text ||
	    text[n - 1] != ')' || strchr(open, ')') != text + n - 1)
		return NULL;
	text = uni_until(arena, open + 1, text + n - 1);
	return action_looks_like_people(text) ? text : NULL;
}

void
action_read_all(struct bind *bind, enum lang lang, struct bind_list *actions)
{
	struct bind_list all = { .count = 0 };
	struct dict known, owners;

	dict_init(&known, bind->doc->arena);
	dict_init(&owners, bind->doc->arena);
	bind_known_people(bind, &known);
	BIND_EACH(struct action, action, actions) {
		action_read(bind->doc->arena, action, lang);
		action_part(bind->doc->arena, &known, action);
		take_rubric(bind, &known, action);
		if (action->what.more != NULL)
			take_when(bind, lang, action);
		if (!put_below(bind, lang, &known, action, &all))
			bind_put(bind, &all, action, sizeof(*action));
	}
	actions->at = all.at;
	actions->count = all.count;
	BIND_EACH(const struct action, action, actions)
		if (*action->who.text != '\0')
			dict_enter(&owners,
			    uni_fold(bind->doc->arena, action->who.text))
			    ->value = &owners;
	BIND_EACH(struct action, action, actions)
		if (action_in_brackets(bind->doc->arena, action) != NULL)
			action_part(bind->doc->arena, &owners, action);
}
