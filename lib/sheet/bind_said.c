/*
 * bind_said: items of a list that are told where they came up, "Décision : ...",
 * in sections that pass.  They pass, and stand in the list too, each with the
 * heading that it was told under.
 */
#include <string.h>

#include "sheet/bind_inner.h"
#include "source/line.h"
#include "text/uni.h"

/* Bytes, of words that are the same in a longer text; and how many sentences of a
 * line are looked into, or each would be looked for in all that follows. */
enum { TELLING = 12, MOST_SENTENCES = 64 };

struct said {
	const struct bind_row *row;
	struct node *item;
	const struct node *section;
	const char *who; /* who must be one of those that were there; or NULL */
	bool subject;    /* or whom its text must begin with */
};

/* What a line tells: of which row, what, whom its name names beside it, and the
 * emphasis that it is in the midst of. */
struct led {
	const struct bind_row *row;
	const char *text, *who, *mark;
	bool sentence; /* the text is one, and what follows no part of it */
	bool subject;  /* it begins with who does it */
};

/* Whether somebody is to do what a row holds. */
static bool
is_to_do(const struct bind_row *row)
{
	bool done = false;

	if ((row->flags & BIND_SAID) != 0)
		BIND_ROWS(inner, row->rows)
			done = done || inner->key == T_ACTION_WHO;
	return done;
}

/* The row of what somebody is to do; or NULL. */
static const struct bind_row *
to_do_row(const struct bind_found *found)
{
	BIND_ROWS(row, found->bind->tool->rows)
		if (is_to_do(row))
			return row;
	return NULL;
}

/* Notes what was told; a decision that asks is none. */
static void
say(struct bind_found *found, const struct led *led, struct node *item,
    const struct node *section)
{
	struct said said = { led->row, item, section, led->who, led->subject };
	size_t n = strlen(item->text);

	if (!bind_is_none(item->text) && !bind_is_nothing(item->text) &&
	    (n == 0 || item->text[n - 1] != '?' || is_to_do(led->row)))
		bind_add(found->bind, &found->said, said);
}

/* Whether a pair says more of an item that is told of: "Responsable : Inès". */
static bool
says_more(const struct bind *bind, const struct node *pair)
{
	const struct bind_row *more;

	BIND_ROWS(row, bind->tool->rows) {
		more = (row->flags & BIND_SAID) != 0
		    ? bind_find_name(row->rows, pair->key, NULL)
		    : NULL;
		if (more != NULL &&
		    (more->flags & (BIND_MAIN | BIND_LABEL)) == 0)
			return true;
	}
	return false;
}

/* A pair as an item, with the pairs behind it that say more of it. */
static struct node *
item_of(struct bind *bind, const struct node *pair)
{
	struct node *item = node_again(bind->doc->arena, pair);

	item->key = item->whole = "";
	for (pair = pair->next;
	     pair != NULL && *pair->key != '\0' && says_more(bind, pair);
	     pair = pair->next)
		node_append(item, node_again(bind->doc->arena, pair));
	return item;
}

/* The row whose name is a key, where its items are told of anywhere. */
static const struct bind_row *
find_row(struct bind_found *found, const char *key)
{
	const struct bind_row *row = *key != '\0'
	    ? bind_find_row(found->bind, key, TERM_PLAIN, false)
	    : NULL;

	return row != NULL && (row->flags & BIND_SAID) != 0 ? row : NULL;
}

/* The length of a key without the number that it ends in: "Délibération n° 3". */
static size_t
without_number(const char *key, size_t length)
{
	size_t n = length;

	while (n > 0 && strchr("0123456789-./", key[n - 1]) != NULL)
		n--;
	if (n == length)
		return length;
	n -= n > 1 && key[n - 1] == ' ';
	if (n > 2 &&
	    (strncmp(key + n - 2, "°", 2) == 0 ||
		strncmp(key + n - 2, "º", 2) == 0)) {
		n -= 2;
		n -= key[n - 1] == 'n' || key[n - 1] == 'N';
	}
	n -= n > 1 && key[n - 1] == ' ';
	return key[n] == ' ' ? n : length;
}

/* Where the key that a line may begin with ends: at a colon, or at a dash. */
static size_t
key_length(const char *line)
{
	size_t colon = strcspn(line, ":"), i;

	for (i = 0; i < colon; i++)
		if (strncmp(line + i, " – ", 5) == 0 ||
		    strncmp(line + i, " — ", 5) == 0 ||
		    strncmp(line + i, " - ", 3) == 0)
			return i;
	return line[colon] == ':' ? colon : 0;
}

/* A name that says who: "Action (Ana)", "TODO @Ana", "Action Ana", "AI(Ana)"; or of
 * no row. */
static struct led
find_owned(struct bind_found *found, const char *name, const char *text)
{
	struct arena *arena = found->bind->doc->arena;
	size_t n = strcspn(name, "(@");
	const char *who = name + (name[n] != '\0' ? n : strcspn(name, " "));
	const char *mark = uni_until(arena, name, who);
	bool item = strcmp(mark, term_name(T_ACTION_ITEM, LANG_EN)) == 0;
	struct led led = { .row = item ? to_do_row(found)
				       : find_row(found, mark) };

	if (led.row == NULL || *who == '\0' || *text == '\0')
		return (struct led){ .row = NULL };
	who = uni_skip_blanks(who);
	if (item || (*who != '(' && *who != '@'))
		led.who = uni_until(arena, who + strspn(who, "(@ "),
		    who + strcspn(who, ")"));
	led.text = arena_format(arena, *who == '(' ? "%s %s" : "%2$s : %1$s",
	    text, who);
	return led;
}

/* A line that a tag begins or ends: "#action Bo prints it", "#todo:bo print it",
 * "We keep it #decision"; or of no row. */
static struct led
find_tagged(struct bind_found *found, const char *line)
{
	struct arena *arena = found->bind->doc->arena;
	const char *tag = strrchr(line, '#');
	size_t n = strcspn(line, " :");

	if (*line == '#' && line[n] != '\0')
		return (struct led){ .row = find_row(found,
					 arena_copy(arena, line + 1, n - 1)),
			.text = line[n] == ':' && line[n + 1] != ' '
			    ? arena_format(arena, "@%s", line + n + 1)
			    : line + n + strspn(line + n, ": ") };
	if (tag == NULL || tag == line || strchr(" \\", tag[-1]) == NULL)
		return (struct led){ .row = NULL };
	return (struct led){ .row = find_row(found, tag + 1),
		.text =
		    uni_until(arena, line, tag[-1] == '\\' ? tag - 1 : tag) };
}

/*
 * What a line begins with the name of, and a colon; the text is what stands
 * behind, or all of it where the name has a number, a dash or a colon behind it:
 * "Délibération n° 3 – Tarifs".
 */
static struct led
find_led(struct bind_found *found, const char *line)
{
	enum { MOST = 40 };
	static const char marks[] = "*_ ";
	struct arena *arena = found->bind->doc->arena;
	struct led led;
	const char *mark, *at, *behind;
	size_t n, name;

	line += line_bullet(line, NULL);
	line += *line == '\\';
	led = find_tagged(found, line);
	if (led.row != NULL)
		return led;
	mark = line;
	line += strspn(line, marks);
	n = key_length(line);
	if (n == 0 && (at = strstr(line, " @")) != NULL && at - line < MOST)
		return (struct led){ .row = find_row(found,
					 arena_until(arena, line, at)),
			.text = at + 1 };
	if (n == 0 || n > MOST)
		return led;
	behind = line + n + (strncmp(line + n, ":: ", 3) == 0 ? 2 : 1);
	led.text = behind + strspn(behind, marks);
	if (led.text == uni_skip_blanks(behind) &&
	    strchr("*_", line[n - 1]) == NULL)
		led.mark = uni_until(arena, mark, line);
	while (n > 0 && strchr(marks, line[n - 1]) != NULL)
		n--;
	name = without_number(line, n);
	if (name < n)
		led.text = line;
	else if (led.text[-1] == ' ' && line[n] == ' ' && line[n + 1] != ':')
		return led;
	led.row = find_row(found, arena_copy(arena, line, name));
	mark = led.mark;
	if (led.row == NULL)
		led = find_owned(found, arena_copy(arena, line, n), led.text);
	led.mark = mark;
	return led;
}

/* Whether a sentence may begin with a text: a capital, or a bullet. */
static bool
begins_sentence(const char *text)
{
	return (*text >= 'A' && *text <= 'Z') || (unsigned char)*text >= 0xc3;
}

/* Whether a word that ends at a place is cut short: "M.", "Mme.", "Cllr.". */
static bool
is_cut_short(const char *text, const char *end)
{
	ARENA_SCRATCH(arena);
	const char *word = end;

	while (word > text && word[-1] != ' ')
		word--;
	return (end - word == 1 && word > text) ||
	    term_is(uni_until(arena, word, end), T_ELECT_TITLED);
}

/* What is behind the sentence that a text begins with, or its end; a stop in brackets
 * ends none: "(prop. Shaw)". */
static const char *
behind_sentence(const char *text)
{
	const char *end = text, *last = strrchr(text, ')');

	while ((end = strpbrk(end, ".!?(")) != NULL) {
		if (*end == '(' && last != NULL && end < last)
			end = strchr(end, ')');
		else if (*end != '(' && end[1] == ' ' &&
		    begins_sentence(end + 2) && !is_cut_short(text, end))
			break;
		end++;
	}
	return end != NULL ? end + 2 : text + strlen(text);
}

/* Whether a text leads to a list. */
static bool
ends_open(const char *text)
{
	size_t n = strlen(text);

	return n > 0 && text[n - 1] == ':';
}

/* Whether a word says that something was resolved: "adopte" where it is told how, or
 * what was voted on; a council's verb where it is told how, or in capitals. */
static bool
resolves(const char *word, bool solemn, bool voted, bool capitals)
{
	return ((solemn || voted) && term_lists(T_CARRIED, word)) ||
	    ((solemn || capitals) && term_lists(T_RESOLVING, word));
}

/* Whether a sentence resolves in the words of a council: in capitals, with how it
 * came to it, or of what it voted on, "la résolution est adoptée". */
static bool
is_solemn(struct arena *arena, const char *sentence)
{
	enum { MOST = 60 };
	const char *folded = uni_fold(arena, sentence), *word = sentence;
	const char *before;
	bool all = line_is_capitals(sentence), voted = false, capitals;
	size_t length, words = 0;
	bool solemn = term_phrase(T_SOLEMN, folded, &length) != NULL;

	for (; *word != '\0' && words < MOST; words++) {
		word += strspn(word, " *_");
		length = strcspn(word, " ,.;:*_");
		before = folded;
		folded = arena_copy(arena, word, length);
		capitals = !all && line_is_capitals(folded) &&
		    strchr(".,;", word[length]) == NULL;
		if (resolves(folded, solemn, voted, capitals) &&
		    !term_lists(T_TO_COME, before))
			return !term_denies(uni_until(arena, sentence, word));
		voted = voted || term_lists(T_VOTED_ON, folded);
		word += strcspn(word, " ");
	}
	return solemn && ends_open(sentence);
}

/* The same of a sentence that says that something was resolved: "It was agreed
 * to ...", "AUTORISE le maire ...". */
static struct led
find_resolved(struct bind_found *found, const char *line)
{
	enum { FRONT = 80 };
	struct led led = { .text = line, .sentence = true };
	struct arena *arena = found->bind->doc->arena;
	const char *folded, *plain;
	size_t n;

	if (!begins_sentence(line + strspn(line, "*_ ")))
		return led;
	n = strnlen(line, FRONT);
	while (n > 0 && line[n] != '\0' && line[n] != ' ')
		n--;
	folded = uni_fold(arena, md_plain(arena, arena_copy(arena, line, n)));
	n = term_front(T_SAID_RESOLVED, folded);
	plain = md_plain(arena, uni_until(arena, line, behind_sentence(line)));
	if ((n > 0 && term_front(T_SAID_RESOLVED_TO, folded + n) > 0) ||
	    is_solemn(arena, plain))
		BIND_ROWS(row, found->bind->tool->rows)
			if (row->key == T_DECISIONS &&
			    (row->flags & BIND_SAID) != 0)
				led.row = row;
	return led;
}

/* The same of a line that an arrow leads: "=> Bo prints it". */
static struct led
find_pointed(struct bind_found *found, const char *line)
{
	size_t n = uni_mark_of(line, "→ ", "-> ", "-\\> ", "=> ", "=\\> ", "⇒ ",
	    "➡ ", "➡️ ", "➔ ");
	struct led led = { .text = line + n, .subject = true };

	led.row = n > 0 ? to_do_row(found) : NULL;
	return led;
}

/* The same of a sentence that says who is to do what: "The Clerk to chase it". */
static struct led
find_assigned(struct bind_found *found, const char *line)
{
	struct led led = { .sentence = true };
	bool function = false;

	line += line_bullet(line, NULL);
	led.text = line + strspn(line, "*_\\ ");
	if (bind_doer(found->bind->doc->arena, NULL, led.text, &function) > 0)
		led.row = to_do_row(found);
	led.subject = !function;
	return led;
}

/* Whether what ends a name, a colon, a dash or a call, is near a place. */
static bool
may_lead(const char *line)
{
	enum { NEAR = 48 };
	static const char dash[] = "\xe2"; /* of "–" and "—" */

	for (size_t i = 0; i < NEAR && line[i] != '\0'; i++)
		if (strchr(":@-", line[i]) != NULL || line[i] == *dash)
			return true;
	return false;
}

/* The same where it is told in a sentence of its own, or in strong words: "We talk.
 * Decision: the hall is kept". */
static struct led
find_within(struct bind_found *found, const char *line)
{
	struct led led = find_led(found, line);
	size_t looked = 0;
	bool strong;

	if (led.row == NULL)
		led = find_pointed(found, line);
	if (led.row == NULL)
		led = find_resolved(found, line + line_bullet(line, NULL));
	if (led.row == NULL)
		led = find_assigned(found, line);
	while (led.row == NULL && looked < MOST_SENTENCES &&
	    (line = strpbrk(line, "*.!")) != NULL) {
		strong = strncmp(line, "**", 2) == 0;
		line += strong ? 2 : 1;
		if (!(strong ? uni_is_word((unsigned char)*line)
			     : *line == ' ' && begins_sentence(line + 1)))
			continue;
		looked++;
		if (may_lead(line))
			led = find_led(found, line - (strong ? 2 : -1));
		if (led.row == NULL)
			led = find_resolved(found, line - (strong ? 2 : -1));
		if (led.row == NULL)
			led = find_assigned(found, line + !strong);
	}
	return led;
}

/* What a text tells: a sentence of it, or all, without the end of emphasis that
 * begins in front of it. */
static const char *
told(struct arena *arena, const struct led *led, const char *text)
{
	const char *end = led->mark != NULL && *led->mark != '\0'
	    ? strstr(text, led->mark)
	    : NULL;

	if (led->sentence)
		return uni_until(arena, text, behind_sentence(text));
	return end != NULL ? arena_format(arena, "%.*s%s", (int)(end - text),
				 text, end + strlen(led->mark))
			   : text;
}

/* Says what a text tells of, with the pairs that say more of it, and the sentences
 * behind the first. */
static void
say_sentences(struct bind_found *found, const struct node *section,
    struct led led, const char *text, struct node *more)
{
	struct arena *arena = found->bind->doc->arena;
	size_t count = 0;
	struct node *item, *pair;

	while (led.row != NULL && count++ < MOST_SENTENCES) {
		item = node_text(arena, md_text(arena, told(arena, &led, text)),
		    more->pos);
		while ((pair = node_take(more)) != NULL)
			node_append(item, pair);
		say(found, &led, item, section);
		if (!led.sentence)
			return;
		led = find_within(found, behind_sentence(text));
		text = led.text;
	}
}

/* Whether the next line goes on with what one tells of, as it does that says that it
 * was carried: "Délibération n° 13 : Tarifs" over "Adoptée à l'unanimité." */
static bool
goes_on(struct bind_found *found, const struct led *led, const char *next)
{
	enum { LONGEST_LABEL = 20 };
	size_t n = strcspn(next, ":");
	struct led own;

	if (line_bullet(next, NULL) > 0 ||
	    (n > 1 && n < LONGEST_LABEL && next[n] == ':' &&
		line_is_capitals(arena_copy(found->bind->doc->arena, next, n))))
		return false; /* a label of its own: "NOTE: ..." */
	own = find_within(found, next);
	return own.row == NULL ||
	    (own.row == led->row && own.sentence && !led->sentence &&
		term_lists_start(T_CARRIED, next));
}

/* A line as a pair that says more of what is to do by the one before it: "Responsable :
 * M. Lin" below "Action : ..."; NULL: it is none. */
static struct node *
more_of(struct bind_found *found, const struct led *led,
    const struct node *line)
{
	struct arena *arena = found->bind->doc->arena;
	struct node *pair = led->sentence || !is_to_do(led->row) ? NULL
	    : *line->key != '\0' ? node_again(arena, line)
				 : bind_pair_of(arena, line);

	return pair != NULL && says_more(found->bind, pair) ? pair : NULL;
}

/* Says what a line tells of, with the lines that go on with it; returns the row of
 * which the list that they lead to tells, or NULL. */
static const struct bind_row *
say_line(struct bind_found *found, const struct node *section,
    const struct node *line)
{
	struct arena *arena = found->bind->doc->arena;
	const char *lead = line->text, *text, *joint;
	struct led led = find_within(found, lead);
	struct node *more = node_new(arena, NODE_MAP, line->pos), *pair;

	if (led.row == NULL)
		return NULL;
	text = led.text;
	joint =
	    !led.sentence && text == lead + strspn(lead, "*_ ") ? " — " : " ";
	for (const struct node *next = line->next;
	     next != NULL && goes_on(found, &led, next->text);
	     next = next->next) {
		pair = more_of(found, &led, next);
		if (pair != NULL)
			node_append(more, pair);
		else if (more->first != NULL)
			break;
		else
			text = arena_format(arena, "%s%s%s", text, joint,
			    next->text);
		joint = " ";
	}
	if (led.sentence && ends_open(text) && !is_to_do(led.row))
		return led.row;
	say_sentences(found, section, led, text, more);
	return NULL;
}

/* A box that somebody is called to: "[ ] @Bo print it", "[ ] Bo: print it". */
static struct led
find_task(struct bind_found *found, const struct node *item)
{
	struct led led = { .text = item->text };
	size_t n = strcspn(led.text, *led.text == '@' ? " " : ":");
	const char *rest = led.text + n;

	if (item->box == BOX_NONE || *rest == '\0' || rest[1] == '(' ||
	    (*rest == ':' && rest[1] != ' '))
		return led;
	led.row = to_do_row(found);
	led.who = *led.text == '@'
	    ? NULL
	    : uni_until(found->bind->doc->arena, led.text, rest);
	return led;
}

/* What an item of a section tells of, or of no row. */
static struct led
find_said(struct bind_found *found, const struct node *item)
{
	struct led led = { .row = find_row(found, item->key),
		.text = item->text };

	if (led.row == NULL && *item->key != '\0')
		led = find_owned(found, item->key, item->text);
	if (led.row == NULL)
		led = find_within(found, item->text);
	if (led.row == NULL && *item->whole != '\0')
		led = find_resolved(found, item->whole);
	return led.row != NULL ? led : find_task(found, item);
}

/* Says what an item tells of; of one that has no text, what is below it. */
static bool
say_item(struct bind_found *found, const struct node *section,
    const struct node *item)
{
	struct arena *arena = found->bind->doc->arena;
	struct led led = find_said(found, item);
	struct node *said, *pair;

	if (led.row == NULL)
		return false;
	if (*led.text == '\0') {
		NODE_EACH(const struct node, child, item) {
			say(found, &led, node_unkeyed(arena, child), section);
		}
		return item->first != NULL;
	}
	if (led.sentence && *item->key == '\0' && item->box == BOX_NONE) {
		say_sentences(found, section, led, led.text,
		    node_new(arena, NODE_MAP, item->pos));
		return false;
	}
	said = *item->key != '\0' ? item_of(found->bind, item)
				  : node_text(arena, "", item->pos);
	said->text = told(arena, &led, led.text);
	said->box = item->box;
	for (const struct node *child = *item->key == '\0' ? item->first : NULL;
	     child != NULL; child = child->next) {
		pair = more_of(found, &led, child);
		if (pair != NULL)
			node_append(said, pair);
	}
	say(found, &led, said, section);
	return false;
}

/* Says what the items of a section tell of, whatever their depth. */
static void
say_items(struct bind_found *found, const struct node *section,
    const struct node *items)
{
	NODE_EACH(const struct node, item, items)
		if (item->level == 0 && item->table == 0 &&
		    !say_item(found, section, item))
			say_items(found, section, item);
}

/* Says the items of a list that a line leads to: "The council resolves:". */
static void
say_list(struct bind_found *found, const struct node *section,
    const struct bind_row *row, const struct md_block *list)
{
	struct led led = { .row = row };
	const struct md_block *next = list != NULL ? md_next(list) : NULL;

	if (row == NULL || list == NULL || md_use(list) != MD_ITEMS)
		return;
	NODE_EACH(const struct node, item, section) {
		if (item->level > 0 || item->table > 0 ||
		    item->pos.line < md_place(list).line ||
		    (next != NULL && item->pos.line >= md_place(next).line))
			continue;
		say(found, &led, node_unkeyed(found->bind->doc->arena, item),
		    section);
	}
}

/* Whether a line goes on in the next one, since it was wrapped there. */
static bool
is_wrapped(const char *text)
{
	enum { LONG_LINE = 50 };
	size_t n = strlen(text);

	return n >= LONG_LINE && strchr(".!?:;)*_", text[n - 1]) == NULL;
}

/* A line with those that it goes on in. */
static const struct node *
unwrapped(struct bind_found *found, const struct node *line)
{
	enum { MOST = 12 };
	const struct node *next = line->next;
	struct node *all = node_again(found->bind->doc->arena, line);
	size_t count = 0;

	for (; next != NULL && count++ < MOST && is_wrapped(all->text) &&
	     line_bullet(next->text, NULL) == 0 &&
	     find_led(found, next->text).row == NULL;
	     next = next->next)
		all->text = arena_format(found->bind->doc->arena, "%s %s",
		    all->text, next->text);
	all->next = (struct node *)next;
	return all;
}

/* Says what lines of a quotation tell of by its name: other words are somebody
 * else's. */
static void
say_quoted(struct bind_found *found, const struct node *section,
    const struct node *lines)
{
	const struct node *line = lines != NULL ? lines->first : NULL;

	for (; line != NULL; line = line->next)
		if (find_led(found, line->text).row != NULL)
			say_line(found, section, line);
}

void
bind_say(struct bind_found *found, const struct node *section)
{
	struct arena *arena = found->bind->doc->arena;
	const struct node *lines, *line;
	const struct bind_row *open;

	say_items(found, section, section);
	MD_EACH(const struct md_block, block, section) {
		open = NULL;
		lines = md_use(block) != MD_PAIRS
		    ? md_block_lines(arena, block)
		    : NULL; /* pairs are among the items */
		say_quoted(found, section, md_quoted_lines(arena, block));
		for (line = lines != NULL ? lines->first : NULL; line != NULL;
		     line = line->next) {
			line = unwrapped(found, line);
			open = say_line(found, section, line);
		}
		say_list(found, section, open, md_next(block));
	}
}

/* The text under a row with one of some flags, of an item that is a row of a
 * table; "" where it has none. */
static const char *
cell_text(const struct bind_row *rows, const struct node *item, unsigned flags)
{
	const struct bind_row *row;

	NODE_EACH(const struct node, cell, item) {
		row = *cell->text != '\0' && *cell->key != '\0'
		    ? bind_find_name(rows, cell->key, NULL)
		    : NULL;
		if (row != NULL && (row->flags & flags) != 0)
			return cell->text;
	}
	return "";
}

/* A text as it is compared with others, without the stop that ends it. */
static const char *
fold_said(struct arena *arena, const char *text)
{
	const char *folded = uni_fold(arena, md_plain(arena, text));
	size_t n = strlen(folded);

	return n > 0 && folded[n - 1] == '.' ? arena_copy(arena, folded, n - 1)
					     : folded;
}

/* Whether an item has the words that were told, or all but who and when, which
 * then stand beside it or in front. */
static bool
is_item(struct arena *arena, const struct bind_row *rows,
    const struct node *item, const char *words)
{
	const char *behind;
	const char *text = node_line(item);

	text = fold_said(arena,
	    *text != '\0' ? text : cell_text(rows, item, BIND_MAIN));
	behind = strlen(words) >= TELLING ? strstr(text, words) : NULL;
	return strcmp(text, words) == 0 ||
	    (behind != NULL && behind[strlen(words)] != ' ') ||
	    (*text != '\0' && strstr(words, text) != NULL &&
		*cell_text(rows, item, BIND_WHO | BIND_WHEN) != '\0');
}

static bool
has_item(struct arena *arena, const struct bind_row *rows,
    const struct node *items, const char *words)
{
	const struct node *item = items->first;

	if (item == NULL)
		return is_item(arena, rows, items, words);
	while (item != NULL && !is_item(arena, rows, item, words) &&
	    (item->level == 0 || !has_item(arena, rows, item, words)))
		item = item->next;
	return item != NULL;
}

static bool
is_listed(const struct bind_found *found, const struct said *said)
{
	struct arena *arena = found->bind->doc->arena;
	const struct bind_list *lists = bind_nodes_of(found, said->row);
	const char *words = fold_said(arena, said->item->text);

	BIND_EACH(const struct node *const, list, lists)
		if ((*list)->part == found->document &&
		    has_item(arena, said->row->rows, *list, words))
			return true;
	return false;
}

/* The list of an item, under the heading that it was told under, if any. */
static struct node *
list_of(struct bind *bind, const struct said *said)
{
	struct arena *arena = bind->doc->arena;
	struct pos pos = said->section->key_pos;
	struct node *list = node_new(arena, NODE_LIST, pos);
	struct node *group = node_new(arena, NODE_LIST, pos);

	list->key = term_name(said->row->key, bind->doc->lang);
	list->level = 1;
	if (said->section->level == 0) {
		node_append(list, said->item);
		return list;
	}
	group->key = group->whole = said->section->key;
	group->level = 2;
	node_append(group, said->item);
	node_append(list, group);
	return list;
}

/* Whether a text begins with one of those that were there. */
static bool
begins_known(struct arena *arena, const struct dict *known, const char *text)
{
	enum { MOST = 8 };
	const char *end = text;
	size_t words = 0;

	while (words++ < MOST && (end = strpbrk(end, " :")) != NULL) {
		if (bind_is_known(arena, known, arena_until(arena, text, end)))
			return true;
		end++;
	}
	return false;
}

void
bind_take_said(struct bind_found *found)
{
	struct bind *bind = found->bind;
	struct dict known;
	struct node *list;

	dict_init(&known, bind->doc->arena);
	if (found->said.count > 0)
		bind_known_people(bind, &known);
	BIND_EACH(const struct said, said, &found->said) {
		if (is_listed(found, said) ||
		    (said->subject &&
			!begins_known(bind->doc->arena, &known,
			    said->item->text)) ||
		    (said->who != NULL &&
			!bind_is_known(bind->doc->arena, &known, said->who)))
			continue;
		list = list_of(bind, said);
		list->taken = true;
		list->part = found->document;
		bind->met = true;
		bind_append_node(bind, bind_nodes_of(found, said->row), list);
	}
	found->said.count = 0;
}
