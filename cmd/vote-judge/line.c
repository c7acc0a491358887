/*
 * line: what an option was given, in one line: "Parc : Bien, Bien, Passable",
 * "Parc : 5 Bien, 2 Passable"; such lines are the profiles of their options.
 */
#include <string.h>

#include "judge.h"
#include "text/uni.h"

/* The profile that a line tells, its key the option; NULL where it tells none. */
static struct node *
read_line(struct arena *arena, const char *text, struct pos pos)
{
	struct node *profile = node_new(arena, NODE_MAP, pos), *pair;
	const char *plain = md_plain(arena, md_text(arena, text)), *part;
	const char *at = strchr(plain, ':');
	size_t n = 0, digits = 1;

	if (at == NULL)
		return NULL;
	profile->key = md_words(arena, uni_until(arena, plain, at));
	profile->key_pos = pos;
	do {
		at += n + 1;
		n = strcspn(at, ",;");
		part = uni_until(arena, at, at + n);
		digits = strspn(part, "0123456789");
		pair = node_text(arena,
		    digits > 0 ? arena_copy(arena, part, digits) : "1", pos);
		pair->key = uni_skip_blanks(part + digits);
		pair->key_pos = pos;
		if (!grade_is_common(pair->key))
			return NULL;
		node_append(profile, pair);
	} while (at[n] != '\0');
	return (profile->count > 1 || digits > 0) && *profile->key != '\0' &&
		!term_is(profile->key, T_GRADES)
	    ? profile
	    : NULL;
}

static bool
is_line(const char *text)
{
	ARENA_SCRATCH(arena);

	return read_line(arena, text, (struct pos){ NULL, 0, 0 }) != NULL;
}

void
line_arrange(struct method *method, const struct doc_part *part)
{
	static const struct ballot_form lines = { .sure = is_line };
	struct node *last = part->root->last, *list, children, *line;

	poll_lines(method->bind, &lines, part->root, part->root);
	list = last != NULL ? last->next : part->root->first;
	for (; list != NULL; list = list->next) {
		list->key =
		    term_name(T_PROFILES, bind_likely_language(method->bind));
		children = node_emptied(list);
		list->kind = NODE_MAP;
		while ((line = node_take(&children)) != NULL)
			node_append(list,
			    read_line(method->bind->doc->arena, node_line(line),
				line->pos));
	}
}
