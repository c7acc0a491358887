/*
 * score: what people think of a crossing, "(+2)" or "(Anne +2 ; Bruno −1)".
 */
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "source/md.h"
#include "swot.h"
#include "text/uni.h"
#include "value/number.h"
#include "value/scale.h"

enum { MAX_SCALE = 1000000 }; /* in thousandths */

void
score_read_scale(struct swot *swot)
{
	const char *text = method_plain(swot->method, swot->sheet->scale.text);
	struct scale scale = { -3000, 3000 };

	if (*text != '\0' &&
	    (!scale_read(text, swot->method->lang, &scale) ||
		scale.lowest < -MAX_SCALE || scale.highest > MAX_SCALE))
		bind_fault(swot->method->bind, swot->sheet->scale.pos,
		    M_NO_SCALE, text,
		    method_word(swot->method, T_EXAMPLE_SCALE));
	swot->lowest = scale.lowest;
	swot->highest = scale.highest;
}

static bool
is_name(const char *person)
{
	return strpbrk(person, ";,()") == NULL;
}

static void
add(struct swot *swot, struct crossing *crossing, struct score score)
{
	score.pos = crossing->pos;
	crossing->scores = arena_grow(swot->method->arena, crossing->scores,
	    crossing->score_count, sizeof(score));
	crossing->scores[crossing->score_count++] = score;
}

/* "Anne +2" or "+2" */
static bool
read_one(struct arena *arena, const char *part, struct score *score)
{
	const char *line = uni_line(arena, part), *at = line, *number = line;

	while (*at != '\0')
		if (uni_is_blank(uni_next(&at)))
			number = at;
	score->person =
	    uni_line(arena, arena_copy(arena, line, (size_t)(number - line)));
	return number_has_sign(number) && number_read(number, &score->value) &&
	    is_name(score->person);
}

/* What stands between parentheses; false if it is no score. */
static bool
read_all(struct swot *swot, const char *text, struct crossing *into)
{
	struct arena *arena = swot->method->arena;
	bool commas = strchr(text, ';') == NULL;
	struct score score;
	const char *end;

	for (;; text = end + 1) {
		end = commas ? strstr(text, ", ") : strchr(text, ';');
		if (end == NULL)
			end = text + strlen(text);
		if (!read_one(arena,
			arena_copy(arena, text, (size_t)(end - text)),
			&score)) {
			into->score_count = 0;
			return false;
		}
		add(swot, into, score);
		if (*end == '\0')
			return true;
	}
}

/* Whether an odd number of backslashes stands in front of a place. */
static bool
is_escaped(const char *text, const char *at)
{
	size_t n = 0;

	while (at - n > text && at[-(ptrdiff_t)n - 1] == '\\')
		n++;
	return n % 2 != 0;
}

/* The parenthesis that ends a text, where it may hold scores; or NULL. */
static const char *
last_open(const char *text)
{
	size_t length = strlen(text);

	return length >= 4 && text[length - 1] == ')' ? strrchr(text, '(')
						      : NULL;
}

const char *
score_cut(struct swot *swot, const char *text, const char *raw,
    struct crossing *into)
{
	struct arena *arena = swot->method->arena;
	const char *open = last_open(text), *typed = strrchr(raw, '(');
	const char *inside;

	if (open == NULL || (typed != NULL && is_escaped(raw, typed)))
		return text;
	inside = arena_copy(arena, open + 1, strlen(open) - 2);
	if (!read_all(swot, md_plain(arena, inside), into))
		return text;
	return md_text(arena, arena_copy(arena, text, (size_t)(open - text)));
}

/* "2", or "Anne +2 ; Bruno −1", parentheses or none; or one person's. */
static void
read_text(struct swot *swot, const struct node *node, const char *person,
    struct crossing *into)
{
	const char *text =
	    method_plain(swot->method, bind_text(swot->method->bind, node));
	size_t length = strlen(text);
	struct score score = { .person = person };

	if (length >= 2 && *text == '(' && text[length - 1] == ')')
		text = arena_copy(swot->method->arena, text + 1, length - 2);
	if (is_name(person) && number_read(text, &score.value))
		add(swot, into, score);
	else if (*person != '\0' || !read_all(swot, text, into))
		bind_fault(swot->method->bind, node->pos, M_SWOT_NO_SCORE,
		    *person ? arena_format(swot->method->arena, "%s: %s",
				  node->key, node->text)
			    : node->text);
}

void
score_read_node(struct swot *swot, const struct node *node,
    struct crossing *into)
{
	const struct node *child = node->first;

	if (child == NULL && *node->text != '\0')
		read_text(swot, node, "", into);
	for (; child != NULL; child = child->next)
		if (!node_is_empty(child))
			read_text(swot, child,
			    uni_line(swot->method->arena, child->key), into);
}

/* A text that would read as scored gets a backslash that keeps it text. */
static void
put_text(struct buf *out, const struct swot *swot, const char *text)
{
	struct swot reader = *swot;
	struct crossing scored = { .score_count = 0 };
	const char *open = last_open(text);

	if (open != NULL)
		score_cut(&reader, text, "", &scored);
	if (scored.score_count > 0)
		buf_format(out, "%.*s\\%s", (int)(open - text), text, open);
	else
		buf_string(out, text);
}

const char *
score_text(const struct swot *swot, const struct crossing *cell)
{
	struct arena *arena = swot->method->arena;
	struct buf out = BUF_INIT;
	const struct score *score = cell->scores;
	const char *text;
	size_t i;

	if (cell->score_count == 0)
		put_text(&out, swot, cell->text);
	else
		buf_format(&out, "%s%s(", cell->text, *cell->text ? " " : "");
	for (i = 0; i < cell->score_count; i++, score++)
		buf_format(&out, "%s%s%s%s", i > 0 ? " ; " : "",
		    factor_words(arena, score->person),
		    *score->person ? " " : "",
		    number_text(arena, score->value, 0, true,
			swot->method->lang));
	buf_string(&out, cell->score_count > 0 ? ")" : "");
	text = arena_string(arena, out.at);
	buf_free(&out);
	return text;
}

int64_t
score_spread(const struct crossing *cell)
{
	int64_t lowest = cell->scores[0].value, highest = lowest;
	size_t i;

	for (i = 1; i < cell->score_count; i++) {
		if (cell->scores[i].value < lowest)
			lowest = cell->scores[i].value;
		if (cell->scores[i].value > highest)
			highest = cell->scores[i].value;
	}
	return highest - lowest;
}
