/*
 * result: the key results of an objective (OKR), which hang below it: "KR1.2 : 60 %
 * of requests online".
 *
 * Andrew S. Grove, High Output Management, 1983.
 */
#include <string.h>

#include "objective.h"
#include "text/uni.h"

bool
result_is(const char *text)
{
	ARENA_SCRATCH(arena);
	const char *folded = uni_fold(arena, text);
	size_t n = term_front(T_OBJECTIVE_RESULTS, folded);

	folded = uni_skip_blanks(folded + n);
	return n > 0 && *folded >= '0' && *folded <= '9';
}

/* Whether an objective is the result of another, "KR1 : 12 minutes", and nothing
 * else is said of it. */
static bool
is_bare_result(struct method *method, const struct objective *objective)
{
	struct objective alone = { .id = objective->id,
		.text = objective->text };

	bind_fill_texts(objective_rows, &alone);
	return result_is(
		   *alone.id.text != '\0' ? alone.id.text : alone.text.text) &&
	    objective->text.more == NULL && objective->others.count == 0 &&
	    method_says(method, objective_rows, objective, &alone);
}

/* A result as the line that hangs below an objective, "O1 : ouvrir", whose label
 * is taken. */
static void
hang(struct method *method, struct objective *over,
    const struct objective *result)
{
	struct bind_more *more = arena_alloc(method->arena, sizeof(*more));
	const char *rest, *number;
	struct node *line = node_text(method->arena,
	    *result->id.text == '\0'
		? result->text.text
		: arena_format(method->arena, "%s%s%s", result->id.text,
		      method_word(method, T_COLON), result->text.text),
	    result->text.pos);

	*more = (struct bind_more){ .columns.count = 0 };
	if (*over->id.text == '\0' &&
	    (number = foreign_number(method->arena, over->text.text, &rest)) !=
		NULL &&
	    *number == 'O') {
		over->id.text = number;
		over->text.text = md_text(method->arena, rest);
	}
	if (over->text.more != NULL)
		*more = *over->text.more;
	bind_add(method->bind, &more->below, line);
	over->text.more = more;
}

void
results_hang(struct method *method, struct bind_list *objectives)
{
	struct bind_list kept = { .pos = objectives->pos,
		.given = objectives->given };
	struct objective *over = NULL;

	BIND_EACH(struct objective, objective, objectives) {
		if (over == NULL || !is_bare_result(method, objective)) {
			bind_put(method->bind, &kept, objective,
			    sizeof(*objective));
			over = bind_nth(&kept, sizeof(*over), kept.count - 1);
		} else {
			hang(method, over, objective);
		}
	}
	*objectives = kept;
}

const char *
result_next(struct method *method, const struct objective *objective,
    size_t *place)
{
	const struct bind_more *more = objective->text.more;
	const char *text;

	while (more != NULL && *place < more->below.count) {
		text = method_plain(method,
		    ((struct node *const *)more->below.at)[(*place)++]->text);
		if (!result_is(text))
			continue;
		text = strpbrk(text, "0123456789");
		return text + strspn(text, "0123456789.");
	}
	return NULL;
}
