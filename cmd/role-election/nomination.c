/*
 * nomination: who names whom and why, as a table or a line of a pad has it.
 *
 * "Anne → Bruno (il écoute)", "Anne propose Bruno : il écoute", "Anne et Karim
 * votent pour Bruno", "Anne se propose", "Anne passe".
 */
#include <string.h>

#include "domain/action.h"
#include "election.h"
#include "text/uni.h"

enum { MOST_WORDS = 4 }; /* of such a phrase */

/* Behind the next word of a text, and the blanks that follow it. */
static const char *
next_word(const char *at)
{
	const char *before = at;

	while (*at != '\0' && !uni_is_blank(uni_next(&at)))
		before = at;
	return uni_skip_blanks(before);
}

/* The length of the words that a text begins with and that are a term, 0 where
 * there are none such. */
static size_t
phrase(const struct election *election, const char *text, enum term term)
{
	const char *end = text;
	size_t words, length, found = 0;

	for (words = 0; words < MOST_WORDS && *end != '\0'; words++) {
		end = next_word(end);
		length = (size_t)(end - text);
		while (length > 0 && strchr(" ,;:.", text[length - 1]) != NULL)
			length--;
		if (term_is(arena_copy(election->process.arena, text, length),
			term))
			found = length;
	}
	return found;
}

static const char *
part(const struct election *election, const char *text, const char *end)
{
	return uni_until(election->process.arena, text, end);
}

/* "passe de Chloé à David": whom somebody names who moves. */
static bool
find_move(const struct election *election, const char *text, const char **to)
{
	size_t moves = phrase(election, text, T_ELECT_MOVES), length = 0;
	const char *sign = moves == 0
	    ? NULL
	    : uni_first_among(text + moves, &length, " à ", " pour ", " vers ",
		  " to ", " → ", " -> ");

	if (sign != NULL)
		*to = sign + length;
	return sign != NULL;
}

/* What parts who names from whom they name: a mark, or a word that says so; all
 * that names themselves, or nobody, begins what follows.  NULL: nothing does. */
static const char *
find_lead(const struct election *election, const char *text, const char **rest)
{
	size_t length = 0, nobody;
	const char *mark = uni_first_among(text, &length, " : ", ": ", " → ",
	    " -> ", " => ", " — ", " – ", " - ", " > ");
	const char *at = text;

	*rest = mark != NULL ? mark + length : NULL;
	while (*(at = next_word(at)) != '\0' && (mark == NULL || at < mark)) {
		if (find_move(election, at, rest))
			return at;
		length = phrase(election, at, T_ELECT_NAMES);
		nobody = phrase(election, at, T_ELECT_NOBODY);
		if (phrase(election, at, T_ELECT_SELF) > 0 || nobody > length) {
			*rest = at;
			return at;
		}
		if (length > 0) {
			*rest = answer_behind(&election->process, at + length);
			return at;
		}
	}
	return mark;
}

/* The mark that ends a name, or NULL: the full stop of "M. Petit" does not. */
static const char *
find_mark(const struct election *election, const char *text)
{
	const char *mark = text;
	size_t length;

	do {
		mark = uni_first_among(mark, &length, " : ", ": ", " — ", " – ",
		    " - ", ", ", "; ", " ; ", " (", ". ", " → ", " -> ");
	} while (mark != NULL && *mark == '.' &&
	    term_is(part(election, text, mark), T_ELECT_TITLED) && *++mark);
	return mark;
}

/* Where the reason begins behind a name: a mark, or a word; the end where there
 * is none. */
static const char *
find_reason(const struct election *election, const char *text)
{
	const char *mark = find_mark(election, text), *at = text;

	while (*(at = next_word(at)) != '\0' && (mark == NULL || at < mark))
		if (phrase(election, at, T_ELECT_BECAUSE) > 0)
			return at;
	return mark != NULL ? mark : text + strlen(text);
}

/* Parts a reason from whom somebody names; and says whether that is nobody, or
 * themselves. */
static void
read_named(struct election *election, struct nomination *nomination,
    bool changes)
{
	struct bind_text *to = &nomination->to;
	const char *text = to->text, *end;
	size_t length;

	/* "Anne : Bruno → Chloé" */
	end = changes ? uni_first_among(text, &length, " → ", " -> ") : NULL;
	text = end != NULL ? end + length : text;
	while ((length = phrase(election, text, T_ELECT_NAMES)) > 0)
		text = answer_behind(&election->process, text + length);
	length = phrase(election, text, T_ELECT_NOBODY);
	nomination->passes = length > 0;
	if (length == 0)
		length = phrase(election, text, T_ELECT_SELF);
	nomination->self = length > 0 && !nomination->passes;
	end = length > 0 ? text + length : find_reason(election, text);
	to->text = length > 0 ? "" : part(election, text, end);
	if (*nomination->reason.text == '\0' && *end != '\0')
		nomination->reason =
		    bind_text_at(answer_behind(&election->process, end),
			to->pos);
}

/* Adds one nomination for each who makes it. */
static void
add_each(struct election *election, const struct nomination *nomination,
    struct bind_list *into)
{
	struct bind *bind = election->process.method->bind;
	struct bind_list names = { .count = 0 };
	struct nomination *one;

	bind_split_names(bind, nomination->from.text, nomination->from.pos,
	    &names);
	BIND_EACH(const struct bind_text, name, &names) {
		one = bind_put(bind, into, nomination, sizeof(*one));
		one->from.text = name->text;
		if (nomination->self)
			one->to.text =
			    md_words(election->process.arena, name->text);
		one->from.more =
		    name == names.at ? nomination->from.more : NULL;
		one->to.more = name == names.at ? nomination->to.more : NULL;
	}
	if (names.count == 0) {
		one = bind_put(bind, into, nomination, sizeof(*one));
		one->unread = true;
	}
}

/* Where another nomination begins behind a comma or a semicolon, "Ana → Bo, Bo →
 * Cy"; NULL: nowhere. */
static const char *
find_next(const struct election *election, const char *text)
{
	struct arena *arena = election->process.arena;
	const char *one, *lead, *rest;
	size_t length;

	while ((text = uni_first_among(text, &length, ", ", "; ")) != NULL) {
		text += length;
		one = arena_copy(arena, text, strcspn(text, ",;"));
		lead = find_lead(election, one, &rest);
		if (lead != NULL &&
		    (text[-2] == ';' ||
			uni_first_among(lead, &length, "→", "->", "=>")) &&
		    action_looks_like_people(uni_until(arena, one, lead)))
			return text;
	}
	return NULL;
}

/* Several that stand in one line, each by itself. */
static void
part_lines(const struct election *election, struct bind_list *list)
{
	struct bind *bind = election->process.method->bind;
	const struct bind_list given = bind_emptied(list);
	struct nomination one;
	const char *next, *end;

	BIND_EACH(struct nomination, nomination, &given) {
		while (*nomination->from.text == '\0' &&
		    (next = find_next(election, nomination->to.text)) != NULL) {
			for (end = next; strchr(" ,;", end[-1]) != NULL; end--)
				continue;
			one = *nomination;
			one.to.text = arena_until(election->process.arena,
			    nomination->to.text, end);
			one.to.more = one.from.more = NULL;
			bind_put(bind, list, &one, sizeof(one));
			nomination->to.text = next;
		}
		bind_put(bind, list, nomination, sizeof(*nomination));
	}
}

static void
read_list(struct election *election, struct bind_list *list, bool changes)
{
	struct bind_list given;
	const char *line, *end, *rest;
	struct arena *arena = election->process.arena;
	struct nomination one;

	part_lines(election, list);
	given = bind_emptied(list);
	BIND_EACH(const struct nomination, nomination, &given) {
		one = *nomination;
		line = *one.from.text != '\0' ? md_words(arena, one.from.text)
					      : one.to.text;
		end = find_lead(election, line, &rest);
		if (end != NULL && *one.from.text != '\0' &&
		    *one.reason.text == '\0')
			one.reason = one.to;
		if (end != NULL) {
			one.from =
			    (struct bind_text){ md_plain(arena,
						    part(election, line, end)),
				    one.from.given ? one.from.pos : one.to.pos,
				    true, one.from.more };
			one.to.text = rest;
			one.reason.more = NULL;
		}
		if (*one.from.text != '\0')
			read_named(election, &one, changes);
		add_each(election, &one, list);
	}
}

/* All who name somebody, and all who are named, may be the circle. */
static void
note_speakers(struct election *election, const struct bind_list *list)
{
	struct bind *bind = election->process.method->bind;
	struct bind_list *spoke = &election->process.spoke;
	struct bind_text from;

	BIND_EACH(const struct nomination, one, list) {
		from = one->from;
		from.text = md_words(election->process.arena, from.text);
		if (!one->unread)
			bind_add(bind, spoke, from);
	}
	BIND_EACH(const struct nomination, one, list)
		if (!one->unread && *one->to.text != '\0')
			bind_add(bind, spoke, one->to);
}

void
nomination_read(struct election *election)
{
	struct sheet *sheet = election->sheet;

	election->process.arena = election->process.method->arena;
	read_list(election, &sheet->nominations, false);
	read_list(election, &sheet->changes, true);
	note_speakers(election, &sheet->nominations);
	note_speakers(election, &sheet->changes);
}

/* Everyone by their whole name. */
static void
resolve_list(struct election *election, struct bind_list *list)
{
	struct process *process = &election->process;
	size_t member;

	BIND_EACH(struct nomination, one, list) {
		if (one->unread)
			continue;
		if (member_find(process, one->from.text, one->from.pos,
			&member)) {
			one->member = member + 1;
			one->from.text = member_name(process, member);
		}
		if (one->passes) {
			one->to.text = process_word(process, T_ANSWER_PASS);
			continue;
		}
		if (member_is(process, one->to.text, &member)) {
			one->person = member + 1;
			one->to.text =
			    election_member(election, one->person)->name.text;
		}
		process_name(process, &one->to);
	}
}

void
nomination_resolve(struct election *election)
{
	resolve_list(election, &election->sheet->nominations);
	resolve_list(election, &election->sheet->changes);
}

bool
nomination_passes(const struct election *election, size_t member)
{
	BIND_EACH(const struct nomination, one, &election->sheet->nominations)
		if (one->member == member && one->passes)
			return true;
	return false;
}

const char *
nomination_wanted(const struct election *election, bool reasons)
{
	const struct process *process = &election->process;
	const char *names = "";
	const struct nomination *first;

	for (size_t i = 0; i < process->consent.member_count; i++) {
		first = election->choices[i].first;
		if (reasons ? first != NULL && *first->reason.text == '\0'
			    : first == NULL && process->consent.present[i] &&
			    !nomination_passes(election, i + 1))
			names = method_listed(process->method, names,
			    election_member(election, i + 1)->name.text);
	}
	return names;
}
