/*
 * follow: actions, each followed through the chapters that tell of it.
 */
#include "proceedings.h"
#include "text/uni.h"

/* An action as the last chapter leaves it. */
struct followed {
	struct action action;
	size_t last; /* the chapter that told of it last */
	bool told;   /* what it lacks is told elsewhere */
};

static bool
agrees(struct arena *arena, const struct bind_text *one,
    const struct bind_text *other)
{
	return *one->text == '\0' || *other->text == '\0' ||
	    term_same(md_plain(arena, one->text), md_plain(arena, other->text));
}

static void
take(struct bind_text *text, const struct bind_text *later)
{
	if (*later->text != '\0')
		*text = *later;
}

void
follow_action(const struct walk *walk, const struct action *action)
{
	struct proceedings *all = walk->all;
	const char *number = proceedings_number(all, walk->number);
	struct dict_entry *entry = dict_enter(&all->followed,
	    uni_fold(all->arena, md_plain(all->arena, action->what.text)));
	struct followed *followed = entry->value;

	if (followed == NULL || followed->last == walk->number ||
	    !agrees(all->arena, &followed->action.who, &action->who) ||
	    !agrees(all->arena, &followed->action.when, &action->when)) {
		entry->value = followed =
		    arena_alloc(all->arena, sizeof(*followed));
		*followed = (struct followed){ .action = *action };
		followed->action.chapters = number;
		bind_add(all->bind, &all->follow, followed);
	} else {
		take(&followed->action.who, &action->who);
		take(&followed->action.when, &action->when);
		take(&followed->action.state, &action->state);
		followed->action.chapters = method_listed(all->method,
		    followed->action.chapters, number);
	}
	followed->last = walk->number;
	followed->told = followed->told || walk->subject == T_WORKSHOP;
}

void
follow_end(struct proceedings *all)
{
	struct notes notes = { .arena = all->arena };
	struct bind_list one = { .count = 1 };

	BIND_EACH(struct followed *const, followed, &all->follow) {
		one.at = &(*followed)->action;
		action_judge(one.at, &all->method->today);
		notes.count = 0;
		if (!(*followed)->told)
			action_check(all->arena, all->lang, &one,
			    &all->method->today, &notes);
		for (size_t i = 0; i < notes.count; i++)
			method_find(all->method, notes.at[i].pos,
			    M_CHAPTER_FINDS, (*followed)->action.chapters,
			    note_text(all->arena, &notes.at[i], all->lang,
				NULL));
		bind_put(all->bind, &all->actions, one.at,
		    sizeof(struct action));
	}
}
