/*
 * check: what of a draw is to be looked at again; all of it stands in the
 * record.
 */
#include "panel.h"
#include "value/number.h"

/* Where something stands; what the tool found itself, where the list does. */
static struct pos
place_of(const struct panel *panel, struct pos pos)
{
	if (pos.file != NULL)
		return pos;
	if (panel->people.given)
		return panel->people.pos;
	return panel->size.pos.file != NULL ? panel->size.pos
					    : panel->record.people.pos;
}

/* The figure of a chance, in thousandths of a per cent. */
static int64_t
figure_of(struct method *method, const struct bind_text *text)
{
	const char *rest;
	int64_t figure;

	return number_read_front(method_plain(method, text->text), &figure,
		   &rest)
	    ? figure
	    : 0;
}

static void
find_chances(struct method *method, const struct panel *panel)
{
	int64_t people = 0, mean, least;

	BIND_EACH(const struct chance, chance, &panel->chances)
		people += chance->people.thousandths / 1000;
	if (people == 0)
		return;
	mean = panel->size.thousandths * 100 / people;
	BIND_EACH(const struct chance, chance, &panel->chances) {
		least = figure_of(method, &chance->least);
		if (figure_of(method, &chance->best) == 0 && least == 0)
			method_find(method,
			    place_of(panel, chance->profile.pos), M_PANEL_NEVER,
			    method_plain(method, chance->profile.text));
		else if (4 * least < mean)
			method_find(method,
			    place_of(panel, chance->profile.pos), M_PANEL_SMALL,
			    method_plain(method, chance->profile.text),
			    method_plain(method, chance->least.text),
			    panel_percent(method, mean));
	}
}

/* The seats that nobody can take. */
static void
find_spares(struct method *method, const struct panel *panel)
{
	const char *names = "";
	const struct spare *first = NULL;

	BIND_EACH(const struct spare, spare, &panel->spares) {
		if (!bind_is_none(spare->id.text))
			continue;
		names = method_listed(method, names,
		    method_plain(method, spare->of.text));
		if (first == NULL)
			first = spare;
	}
	if (first != NULL)
		method_find(method, place_of(panel, first->of.pos),
		    M_PANEL_NO_SPARE, names);
}

void
panel_find(struct method *method, const struct panel *panel)
{
	if (*panel->record.people.text == '\0')
		method_find(method, place_of(panel, panel->people.pos),
		    M_LACKING, method_word(method, T_PANEL_PEOPLE));
	else if (panel->size.given && *panel->record.key.text == '\0')
		method_find(method, place_of(panel, panel->size.pos),
		    M_PANEL_NOT_DRAWN);
	if (*panel->record.left_out.text != '\0')
		method_find(method, place_of(panel, panel->record.left_out.pos),
		    M_PANEL_NUMBERED,
		    method_plain(method, panel->record.left_out.text));
	find_chances(method, panel);
	BIND_EACH(const struct share_of_value, share, &panel->shares) {
		if (share->people.thousandths == 0)
			method_find(method, place_of(panel, share->value.pos),
			    M_PANEL_NOBODY,
			    method_plain(method, share->criterion.text),
			    method_plain(method, share->value.text));
		else if (*share->limits.text == '\0')
			method_find(method, place_of(panel, share->value.pos),
			    M_PANEL_NO_PART,
			    method_plain(method, share->criterion.text),
			    method_plain(method, share->value.text),
			    method_integer(method,
				share->people.thousandths / 1000));
	}
	find_spares(method, panel);
	if (panel->size.thousandths < 1000 * (int64_t)panel->quotas.count)
		method_find(method, place_of(panel, panel->size.pos),
		    M_PANEL_FEW,
		    method_integer(method, (int64_t)panel->quotas.count));
	BIND_EACH(const struct seed, source, &panel->sources)
		if (panel->closed.given && source->date.given &&
		    date_day(source->date.date) <= date_day(panel->closed.date))
			method_find(method, place_of(panel, source->date.pos),
			    M_PANEL_KNOWN,
			    method_plain(method, source->name.text));
	if (*panel->record.optimum.text != '\0' &&
	    !term_is(method_plain(method, panel->record.optimum.text),
		T_PANEL_SURE))
		method_find(method, place_of(panel, panel->size.pos),
		    M_PANEL_CUT_SHORT);
}
