/*
 * score: what people think of a crossing, "(+2)" or "(Anne +2 ; Bruno −1)".
 */
#include <string.h>

#include "swot.h"
#include "text/uni.h"
#include "value/number.h"

enum { MAX_SCALE = 1000000 }; /* in thousandths */

void
score_read_scale(struct swot *swot)
{
	const char *text = method_plain(swot->method, swot->sheet->scale.text);

	swot->scale = (struct scale){ -3000, 3000 };
	if (*text != '\0' &&
	    (!scale_read(text, swot->method->bind->words, &swot->scale) ||
		swot->scale.lowest < -MAX_SCALE ||
		swot->scale.highest > MAX_SCALE))
		bind_fault(swot->method->bind, swot->sheet->scale.pos,
		    M_NO_SCALE, text, "-3..3");
}

static bool
is_name(const char *person)
{
	return strpbrk(person, ";,()") == NULL;
}

static void
add(const struct swot *swot, struct crossing *crossing, struct score score)
{
	score.pos = crossing->pos;
	bind_add(swot->method->bind, &crossing->scores, score);
}

/* "Anne +2" or "+2" */
static bool
read_one(struct arena *arena, const char *part, struct score *score)
{
	const char *line = uni_line(arena, part), *at = line, *number = line;

	while (*at != '\0')
		if (uni_is_blank(uni_next(&at)))
			number = at;
	score->person = uni_until(arena, line, number);
	return number_has_sign(number) && number_read(number, &score->value) &&
	    is_name(score->person);
}

/* What stands between parentheses; false if it is no score. */
static bool
read_all(const struct swot *swot, const char *text, struct crossing *into)
{
	struct arena *arena = swot->method->arena;
	bool commas = strchr(text, ';') == NULL;
	struct score score;
	const char *end;

	for (;; text = end + 1) {
		end = commas ? strstr(text, ", ") : strchr(text, ';');
		if (end == NULL)
			end = text + strlen(text);
		if (!read_one(arena, arena_until(arena, text, end), &score)) {
			into->scores.count = 0;
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
score_cut(const struct swot *swot, const char *text, const char *raw,
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
	return md_text(arena, arena_until(arena, text, open));
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

void
score_unite(struct swot *swot, struct crossing *into, const struct score *score)
{
	struct bind *bind = swot->method->bind;
	const struct score *other = into->scores.at;
	size_t i = 0;

	if (score->value < swot->scale.lowest ||
	    score->value > swot->scale.highest)
		bind_fault(bind, score->pos, M_OFF_SCALE,
		    number_text(swot->method->arena, score->value, 0, true,
			swot->method->lang));
	while (i < into->scores.count &&
	    strcmp(other[i].person, score->person) != 0)
		i++;
	if (swot->shown[into->quadrant]) {
		swot->scored = true;
		method_person(swot->method, score->person);
	}
	if (i == into->scores.count)
		bind_add(bind, &into->scores, *score);
	else if (other[i].value != score->value ||
	    memcmp(&other[i].pos, &score->pos, sizeof(score->pos)) == 0)
		bind_fault(bind, score->pos, M_SWOT_TWO_SCORES);
}

const char *
score_text(const struct swot *swot, const struct crossing *crossing)
{
	struct arena *arena = swot->method->arena;
	const char *text = crossing->text, *open = last_open(text);
	struct crossing scored = { .text = "" };
	struct buf out = BUF_INIT;

	/* a text that would read as scored gets a backslash that keeps it */
	if (crossing->scores.count == 0 && open != NULL)
		score_cut(swot, text, "", &scored);
	if (scored.scores.count > 0)
		return arena_format(arena, "%.*s\\%s", (int)(open - text), text,
		    open);
	if (crossing->scores.count == 0)
		return text;
	BIND_EACH(const struct score, score, &crossing->scores)
		buf_join(&out, " ; ",
		    arena_format(arena, "%s%s%s",
			md_words(arena, score->person),
			*score->person ? " " : "",
			number_text(arena, score->value, 0, true,
			    swot->method->lang)));
	return arena_format(arena, "%s%s(%s)", text, *text ? " " : "",
	    buf_take(&out, arena));
}

int64_t
score_spread(const struct crossing *crossing)
{
	const struct score *first = crossing->scores.at;
	int64_t lowest = first->value, highest = lowest;

	BIND_EACH(const struct score, score, &crossing->scores) {
		lowest = score->value < lowest ? score->value : lowest;
		highest = score->value > highest ? score->value : highest;
	}
	return highest - lowest;
}
