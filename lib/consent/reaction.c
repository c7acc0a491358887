/*
 * reaction: what each said before the rounds.
 */
#include <string.h>

#include "consent/process_inner.h"
#include "text/uni.h"

const struct bind_row reaction_rows[] = {
	ROW(reaction, heading, .flags = BIND_UNDER),
	ROW(reaction, from, .key = T_FROM,
	    .flags = BIND_LABEL | BIND_PERSON | BIND_WHO),
	ROW(reaction, text, .key = T_TEXT, .flags = BIND_MAIN),
	ROW(reaction, pass, .key = T_PASS, .flags = BIND_DECIDES),
	{ BIND_END },
};

bool
reaction_claims(const struct node *section)
{
	return whose_tells(section->key, T_REACTIONS);
}

/* Who reacted, and who let their turn go by, in the report's words. */
static void
settle(const struct process *process, struct reaction *reaction)
{
	static const enum term pass[] = { T_PASS, T_ANSWER_PASS };

	whose_item(process, &reaction->from, &reaction->heading, T_REACTIONS);
	member_lead(process, &reaction->from, &reaction->text);
	process_name(process, &reaction->from);
	if (term_find(reaction->text.text, pass, 2, NULL) != T_NONE)
		reaction->text.text = process_word(process, T_ANSWER_PASS);
	else if (reaction->pass.given && reaction->pass.yes)
		reaction->text.text = arena_format(process->arena,
		    *reaction->text.text != '\0' ? "%s (%s)" : "%s",
		    process_word(process, T_ANSWER_PASS), reaction->text.text);
	reaction->pass = (struct bind_yes){ .typed = "" };
}

/* Where another member is named behind a sentence, "Ana: glad. Bo: worried"; NULL:
 * nowhere. */
static const char *
find_next(const struct process *process, const char *text)
{
	enum { LONGEST = 60 }; /* bytes, of a name */
	const char *colon;
	size_t member;

	while ((text = strstr(text, ". ")) != NULL) {
		text += 2;
		colon = memchr(text, ':', strnlen(text, LONGEST));
		if (colon != NULL &&
		    member_is(process, uni_until(process->arena, text, colon),
			&member))
			return text;
	}
	return NULL;
}

/* One reaction of each who reacts in one text. */
static void
part(struct process *process)
{
	struct bind_list *list = &process->sheet->reactions;
	const struct bind_list all = bind_emptied(list);
	const char *next;

	BIND_EACH(struct reaction, reaction, &all) {
		while (
		    (next = find_next(process, reaction->text.text)) != NULL) {
			struct reaction one = *reaction;

			one.text.text = arena_until(process->arena,
			    one.text.text, next - 1);
			one.text.more = one.from.more = NULL;
			bind_put(process->bind, list, &one, sizeof(one));
			reaction->text.text = next;
			reaction->from.text = "";
		}
		bind_put(process->bind, list, reaction, sizeof(*reaction));
	}
}

void
reaction_read(struct process *process)
{
	part(process);
	BIND_EACH(struct reaction, reaction, &process->sheet->reactions)
		settle(process, reaction);
	process->consent.reacted = process->sheet->reactions.count > 0;
}
