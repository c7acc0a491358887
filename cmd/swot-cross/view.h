/*
 * view: what the files that render share.
 */
#ifndef VIEW_H
#define VIEW_H

#include "swot.h"

struct view {
	struct report *report;
	const struct swot *swot;
	const struct result *result;
	const struct options *options;
	struct arena *arena;
	enum lang lang;
};

static inline const char *
view_word(const struct view *view, enum term term)
{
	return term_name(term, view->lang);
}

/* Plain words as they can stand beside any other text. */
const char *view_words(const struct view *view, const char *plain);

/* What stands at the head of a row or a column: "F1 Autonomie". */
const char *view_head(const struct view *view, const struct factor *factor);

/* render_balance.c: posture, quadrants, factors, crossings; a chart. */
void render_balance(const struct view *view);

/* render_toolbox.c: initiatives by quadrant. */
void render_toolbox(struct view *view);

#endif
