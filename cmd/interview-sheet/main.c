/*
 * interview-sheet: write an interview out, and find where its quotes stand
 */
#include <stdlib.h>
#include <string.h>

#include "said.h"
#include "text/uni.h"
#include "text/words.h"
#include "turn.h"

enum { YEAR_DIGITS = 4 };

struct person {
	struct bind_text name, position, organisation;
};

struct step {
	struct bind_text year, text;
	struct bind_number first; /* year, to be ordered by */
};

struct exchange {
	struct bind_text question, answer;
	struct bind_number number, words;
	const char *compared; /* the answer, as quotes are */
};

struct quote {
	struct bind_text text, from;
	struct bind_number exchange; /* the first one that holds it */
};

struct interview {
	struct bind_list persons;      /* struct person */
	struct bind_list interviewers; /* struct bind_text */
	struct bind_yes agreement;
	struct bind_list career;    /* struct step */
	struct bind_list exchanges; /* struct exchange */
	struct bind_list quotes;    /* struct quote */
};

static const struct bind_row person_rows[] = {
	ROW(person, name, .key = T_NAME,
	    .flags = BIND_MAIN | BIND_REQUIRED | BIND_WHO),
	ROW(person, position, .key = T_POSITION),
	ROW(person, organisation, .key = T_ORGANISATION),
	{ BIND_END },
};

static const struct bind_row step_rows[] = {
	ROW(step, first, .order = 1),
	ROW(step, year, .key = T_YEAR,
	    .flags = BIND_LABEL | BIND_PERSON | BIND_WANTED),
	ROW(step, text, .key = T_CAREER_STEP,
	    .flags = BIND_MAIN | BIND_REQUIRED),
	{ BIND_END },
};

static const struct bind_row exchange_rows[] = {
	ROW(exchange, question, .key = T_QUESTION,
	    .flags = BIND_MAIN | BIND_REQUIRED | BIND_UNIQUE),
	ROW_AS(BIND_PROSE, exchange, answer, .key = T_ANSWER,
	    .flags = BIND_ALIKE),
	{ BIND_END },
};

static const struct bind_row quote_rows[] = {
	ROW(quote, exchange, .key = T_EXCHANGE, .flags = BIND_COMPUTED),
	ROW(quote, text, .key = T_QUOTE,
	    .flags = BIND_MAIN | BIND_REQUIRED | BIND_UNIQUE),
	ROW(quote, from, .key = T_FROM, .flags = BIND_WHO),
	{ BIND_END },
};

/* A heading that asks something. */
static bool
is_question(const struct node *section)
{
	size_t n = term_base_length(section->key);

	return section->level > 0 && n > 0 && section->key[n - 1] == '?';
}

static const struct bind_row rows[] = {
	ROW_ITEMS(interview, persons, person, .key = T_INTERVIEWED,
	    .flags = BIND_WANTED, .example = T_EXAMPLE_INTERVIEWED,
	    .sheet = T_SHEET_INTERVIEWED),
	ROW_AS(BIND_NAMES, interview, interviewers, .key = T_INTERVIEWER,
	    .flags = BIND_WHO, .example = T_EXAMPLE_INTERVIEWER),
	ROW(interview, agreement, .key = T_AGREEMENT,
	    .example = T_EXAMPLE_AGREEMENT),
	ROW_ITEMS(interview, career, step, .key = T_CAREER,
	    .example = T_EXAMPLE_CAREER, .sheet = T_SHEET_CAREER),
	ROW_ITEMS(interview, exchanges, exchange, .key = T_EXCHANGES,
	    .flags = BIND_REQUIRED | BIND_WANTED, .claim = is_question,
	    .example = T_EXAMPLE_EXCHANGES, .sheet = T_SHEET_EXCHANGES),
	ROW_ITEMS(interview, quotes, quote, .key = T_QUOTES,
	    .example = T_EXAMPLE_SAID, .sheet = T_SHEET_LIST),
	{ BIND_END },
};

static const struct bind_tool tool = { T_INTERVIEW, T_SUMMARY_INTERVIEW, rows };

/* Whether all that stood in a section was taken. */
static bool
is_spent(const struct node *section)
{
	MD_EACH(const struct md_block, block, section)
		if (md_use(block) != MD_TAKEN)
			return false;
	return section->blocks != NULL && section->first == NULL;
}

/* Turns stand under the title, under the name of the list or of the tool, or under
 * one of nobody, which is then a remark of the list's. */
static void
read_turns(struct method *method, struct node *root, struct node *section)
{
	static const enum term own[] = { T_INTERVIEW, T_EXCHANGES };
	struct node was, *child;
	bool ours;

	turn_read(method, root, section, true);
	was = node_emptied(section);
	while ((child = node_take(&was)) != NULL) {
		ours =
		    term_read(child->key, TERM_OPENED, own, 2, NULL) != T_NONE;
		if (child->level > 0 && ours) {
			read_turns(method, root, child);
			if (is_spent(child))
				continue;
		}
		if (child->level == 0 || ours || is_question(child) ||
		    term_find_key(child->key) != T_NONE ||
		    !turn_read(method, root, child, false))
			node_append(section, child);
	}
}

static void
arrange(struct method *method, const struct doc_part *part)
{
	if (part->markdown)
		read_turns(method, part->root, part->root);
}

/* The first year in a text, 0 where there is none. */
static int
year_of(const char *text)
{
	size_t n;

	for (; *text != '\0'; text += n + (text[n] != '\0')) {
		n = strcspn(text, "0123456789");
		text += n;
		n = strspn(text, "0123456789");
		if (n == YEAR_DIGITS)
			return atoi(text);
	}
	return 0;
}

/* "1995 : une librairie", "depuis 2004, la mairie": the year in front. */
static void
part_year(struct arena *arena, struct step *step)
{
	enum { LONGEST = 24 };
	const char *text = step->text.text;
	size_t n = strcspn(text, ":,–");
	const char *front = arena_copy(arena, text, n);

	if (*step->year.text != '\0' || text[n] == '\0' || n > LONGEST ||
	    year_of(front) == 0)
		return;
	step->year = step->text;
	step->year.text = uni_line(arena, front);
	n += strncmp(text + n, "–", 3) == 0 ? 3 : 1;
	step->text.text = md_text(arena, uni_line(arena, text + n));
}

static void
compute_career(struct method *method, struct bind_list *career)
{
	BIND_EACH(struct step, step, career) {
		part_year(method->arena, step);
		step->first = method_figure(year_of(step->year.text));
		if (step->first.thousandths == 0 && *step->year.text != '\0')
			bind_finding(method->bind, step->year.pos,
			    M_INTERVIEW_NO_YEAR, step->year.text);
	}
	*career =
	    method_ordered(method, step_rows, sizeof(struct step), career);
}

/* A list below a question is its answer, where it has no other. */
static void
answer_below(struct method *method, struct exchange *exchange)
{
	const struct bind_more *more = exchange->question.more;
	struct node *list;

	if (*exchange->answer.text != '\0' || more == NULL ||
	    more->below.count == 0 || more->columns.count > 0)
		return;
	list = node_new(method->arena, NODE_LIST, exchange->question.pos);
	BIND_EACH(const struct node *const, item, &more->below)
		node_append(list, node_again(method->arena, *item));
	exchange->answer =
	    bind_text_at(bind_prose(method->bind, T_NONE, list), list->pos);
	exchange->question.more = NULL;
}

/* Questions are headings of the report, where a section's name would be that
 * section. */
static void
check_questions(struct method *method, const struct bind_list *exchanges)
{
	const char *plain;

	BIND_EACH(const struct exchange, exchange, exchanges) {
		plain = method_plain(method, exchange->question.text);
		BIND_ROWS(row, rows)
			if (term_is(plain, row->key))
				bind_fault(method->bind, exchange->question.pos,
				    M_INTERVIEW_KEY, plain);
	}
}

/* A text as the report has it, where letters may stand for names. */
static const char *
shown(const struct method *method, const char *text)
{
	return method->anonymous ? people_text(&method->people, text) : text;
}

static void
compute_answers(struct method *method, struct bind_list *exchanges)
{
	const char *words;
	int64_t number = 0;

	BIND_EACH(struct exchange, exchange, exchanges) {
		words = shown(method,
		    said_words(method->arena, exchange->answer.text));
		exchange->number = method_count(++number);
		exchange->words = method_count(words_count(words));
		exchange->compared = said_compared(method->arena, words);
	}
}

static void
compute_quotes(struct method *method, const struct interview *interview)
{
	const struct exchange *exchanges = interview->exchanges.at;
	struct said said;
	size_t at;

	said_open(&said, method->arena);
	BIND_EACH(const struct exchange, exchange, &interview->exchanges)
		said_add(&said, exchange->compared);
	BIND_EACH(struct quote, quote, &interview->quotes) {
		at = said_find(&said,
		    shown(method, method_plain(method, quote->text.text)));
		if (!quote->exchange.given && at < said.count)
			quote->exchange = exchanges[at].number;
	}
}

/* A question in bold that its answer follows, where both are one text. */
static void
find_bold(struct method *method, const struct bind_list *exchanges)
{
	const char *text, *end;

	BIND_EACH(const struct exchange, exchange, exchanges) {
		text = exchange->question.text;
		end = strncmp(text, "**", 2) == 0 ? strstr(text, "?** ") : NULL;
		if (end != NULL)
			method_find(method, exchange->question.pos,
			    M_INTERVIEW_BOLD,
			    method_plain(method,
				arena_copy(method->arena, text,
				    (size_t)(end - text) + strlen("?**"))));
	}
}

static int64_t
count_words(const struct bind_list *exchanges)
{
	int64_t total = 0;

	BIND_EACH(const struct exchange, exchange, exchanges)
		total += exchange->words.thousandths;
	return total;
}

static void
find(struct method *method, const struct interview *interview)
{
	const struct exchange *first = interview->exchanges.at;

	/* of one alone, as where they are on video, the row tells */
	if (first != NULL && count_words(&interview->exchanges) == 0)
		method_find(method, first->question.pos, M_LACKING,
		    method_word(method, T_ANSWER));
	if (!interview->agreement.given)
		method_find(method, method->bind->doc->parts[0].root->pos,
		    M_INTERVIEW_NO_AGREEMENT);
	else if (!interview->agreement.yes)
		method_find(method, interview->agreement.pos,
		    M_INTERVIEW_REFUSED);
	find_bold(method, &interview->exchanges);
	BIND_EACH(const struct quote, quote, &interview->quotes)
		if (!quote->exchange.given)
			method_find_of(method, &quote->text,
			    M_INTERVIEW_NOT_SAID);
}

/* Behind their years; in a table where one has no text, or more than it. */
static void
render_career(struct method *method, const struct bind_list *career)
{
	BIND_EACH(const struct step, step, career)
		if (*step->text.text == '\0' || step->text.more != NULL) {
			method_section(method, T_CAREER);
			return;
		}
	if (career->count > 0)
		report_section(method->report, T_CAREER);
	BIND_EACH(const struct step, step, career)
		report_item(method->report, step->year.text, step->text.text);
}

static void
render_lengths(struct method *method, const struct bind_list *exchanges)
{
	static const struct bind_row length_rows[] = {
		ROW(exchange, number, .key = T_EXCHANGE),
		ROW(exchange, question, .key = T_QUESTION, .flags = BIND_MAIN),
		ROW(exchange, words, .key = T_WORDS),
		{ BIND_END },
	};
	int64_t total = count_words(exchanges);

	if (total == 0)
		return;
	report_section(method->report, T_ANSWERS_LENGTH);
	method_list(method, length_rows, sizeof(struct exchange), exchanges);
	report_pair(method->report, T_WORDS, method_number(method, total));
}

static void
render(struct method *method, const struct interview *interview)
{
	method_pairs(method);
	method_section(method, T_INTERVIEWED);
	render_career(method, &interview->career);
	method_section(method, T_EXCHANGES);
	method_section(method, T_QUOTES);
	render_lengths(method, &interview->exchanges);
}

int
main(int argc, char **argv)
{
	struct method method = { .arrange = arrange };
	struct interview interview = { 0 };
	const struct opt opts[] = { OPT_ANONYMOUS(&method.anonymous),
		OPT_ROWS_END };

	method_open(&method, argc, argv, &tool, opts, &interview);
	if (!interview.exchanges.given && method.bind->doc->part_count > 0)
		bind_fault(method.bind, method.bind->doc->parts[0].root->pos,
		    M_INTERVIEW_HEADINGS);
	compute_career(&method, &interview.career);
	BIND_EACH(struct exchange, exchange, &interview.exchanges)
		answer_below(&method, exchange);
	check_questions(&method, &interview.exchanges);
	if (method_ready(&method)) {
		compute_answers(&method, &interview.exchanges);
		compute_quotes(&method, &interview);
		find(&method, &interview);
		render(&method, &interview);
	}
	return method_close(&method, false);
}
