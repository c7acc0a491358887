/*
 * find: what of a path the reader should look at.
 */
#include <string.h>

#include "base/arena.h"
#include "text/uni.h"
#include "vision.h"

/* The words of a text that tell what lacks, or NULL. */
static const char *
lack_in(struct method *method, const char *text)
{
	static const enum lang langs[] = { LANG_FR, LANG_EN };
	const char *folded = arena_format(method->arena, " %s ",
	    uni_fold(method->arena, method_plain(method, text)));
	const char *lacks, *word;
	size_t i, n;

	for (i = 0; i < 2; i++) {
		lacks = term_name(T_VISION_LACKS, langs[i]);
		for (; (n = strcspn(lacks, "|")) > 0; lacks += n + 1) {
			word = arena_copy(method->arena, lacks, n);
			if (strstr(folded,
				arena_format(method->arena, " %s%s", word,
				    word[n - 1] == '\'' ? "" : " ")) != NULL)
				return word;
			if (lacks[n] == '\0')
				break;
		}
	}
	return NULL;
}

static void
find_lacks(struct method *method, const struct sheet *sheet)
{
	const struct reality *reality = sheet->reality.at;
	const char *word;
	size_t i;

	for (i = 0; i < sheet->reality.count; i++) {
		word = lack_in(method, reality[i].fact.text);
		if (word != NULL)
			method_find(method, reality[i].fact.pos, M_VISION_LACK,
			    method_plain(method, reality[i].fact.text), word);
	}
}

/* What a dimension is called in a finding. */
static const char *
name_of(struct method *method, const struct gap *gap)
{
	if (*gap->dimension.text != '\0')
		return gap->dimension.text;
	if (gap->vision != NULL && *gap->vision->text.text != '\0')
		return method_plain(method, gap->vision->text.text);
	return method_word(method, T_DIMENSION);
}

/* Two values that are no numbers of one unit. */
static void
find_difference(struct method *method, const struct gap *gap)
{
	const char *difference = path_difference(method, gap);

	if (gap->reality == NULL || gap->vision == NULL || difference == NULL ||
	    *difference != '\0')
		return;
	method_find(method, gap->vision->value.pos, M_VISION_NO_GAP,
	    name_of(method, gap),
	    method_plain(method, gap->reality->value.text),
	    method_plain(method, gap->vision->value.text));
}

static void
find_gaps(struct method *method, const struct gather *gaps)
{
	const struct gap *gap = gaps->list.at;
	struct pos pos;
	size_t i;

	for (i = 0; i < gaps->list.count; i++) {
		if (*gap[i].dimension.text == '\0' && gaps->list.count > 1)
			continue;
		pos = gap[i].pos;
		if (gap[i].reality == NULL)
			method_find(method, pos, M_LACKS,
			    name_of(method, &gap[i]),
			    method_word(method, T_REALITY));
		if (gap[i].vision == NULL)
			method_find(method, pos, M_LACKS,
			    name_of(method, &gap[i]),
			    method_word(method, T_VISION));
		if (gap[i].step_count == 0)
			method_find(method, pos, M_VISION_NO_STEP,
			    name_of(method, &gap[i]));
		find_difference(method, &gap[i]);
	}
}

static const char *
when_of(struct method *method, const struct bind_text *when)
{
	return action_when(method->arena, method->lang,
	    method_plain(method, when->text));
}

/* A step against the horizon of its dimension, and the one given before it. */
static void
find_step(struct method *method, struct gather *gaps, const struct step *step,
    const struct step *before)
{
	const struct gap *gap =
	    path_gap(gaps, &step->dimension, step->what.pos);
	const char *what = method_plain(method, step->what.text);
	long first, last, other_first, other_last;

	if (!path_days(method, &step->when, &first, &last))
		return;
	if (before != NULL &&
	    path_days(method, &before->when, &other_first, &other_last) &&
	    last < other_first)
		method_find(method, step->when.pos, M_VISION_ORDER, what,
		    when_of(method, &step->when),
		    method_plain(method, before->what.text),
		    when_of(method, &before->when));
	if (gap->vision != NULL &&
	    path_days(method, &gap->vision->horizon, &other_first,
		&other_last) &&
	    first > other_last)
		method_find(method, step->when.pos, M_VISION_LATE, what,
		    when_of(method, &step->when),
		    when_of(method, &gap->vision->horizon));
}

/* Every step, beside the last one of its dimension that has a day. */
static void
find_steps(struct method *method, struct gather *gaps,
    const struct sheet *sheet)
{
	const struct step *step = sheet->steps.at;
	const struct step **before =
	    arena_array(method->arena, gaps->list.count, sizeof(struct step *));
	const struct gap *all = gaps->list.at;
	size_t i, place;
	long first, last;

	for (i = 0; i < sheet->steps.count; i++) {
		place = (size_t)(path_gap(gaps, &step[i].dimension,
				     step[i].what.pos) -
		    all);
		find_step(method, gaps, &step[i], before[place]);
		if (path_days(method, &step[i].when, &first, &last))
			before[place] = &step[i];
	}
}

void
path_find(struct method *method, const struct sheet *sheet)
{
	struct gather gaps = path_gaps(method, sheet);
	const struct vision *vision = sheet->visions.at;
	struct bind_list actions = path_actions(method, &sheet->steps);
	long first, last;
	size_t i;

	find_lacks(method, sheet);
	for (i = 0; i < sheet->visions.count; i++)
		if (*vision[i].horizon.text != '\0' &&
		    !path_days(method, &vision[i].horizon, &first, &last))
			method_find(method, vision[i].horizon.pos,
			    M_VISION_NO_DATE,
			    method_plain(method, vision[i].horizon.text));
	find_gaps(method, &gaps);
	find_steps(method, &gaps, sheet);
	action_check(method->arena, method->lang, &actions, &method->today,
	    &method->findings);
}
