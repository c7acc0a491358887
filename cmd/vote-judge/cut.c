/*
 * cut: who is retained, and a true tie across the cut.
 */
#include "judge.h"

static size_t
seats_of(const struct judge *judge)
{
	return (size_t)judge->sheet->poll.winners.thousandths / 1000;
}

/* Puts standings in the order of their options. */
static void
follow(const struct judge *judge, void *const *at,
    const struct ranking *ranking)
{
	size_t count = ranking->standings.count, i;
	struct standing *of =
	    arena_array(judge->poll.arena, count + 1, sizeof(*of));
	const struct poll_option *option;

	BIND_EACH(const struct standing, standing, &ranking->standings)
		of[standing->option->place] = *standing;
	for (i = 0; i < count; i++) {
		option = at[i];
		*standing_at(ranking, i) = of[option->place];
	}
}

void
cut_compute(const struct judge *judge, struct ranking *ranking)
{
	size_t count = ranking->standings.count, i = 0;
	void **at = arena_array(judge->poll.arena, count + 1, sizeof(*at));
	uint64_t *rank =
	    arena_array(judge->poll.arena, count + 1, sizeof(*rank));
	struct standing *standing;

	BIND_EACH(const struct standing, one, &ranking->standings) {
		rank[i] = one->rank;
		at[i++] = poll_option_at(&judge->poll, one->option->place);
	}
	ranking->cut = poll_cut(&judge->poll, at, rank, count, seats_of(judge));
	follow(judge, at, ranking);
	for (i = 0; i < ranking->cut.retained; i++) {
		standing = standing_at(ranking, i);
		standing->retained = standing->profile.total > 0;
	}
}

void
cut_render(const struct judge *judge, const struct ranking *ranking)
{
	struct report *report = judge->poll.method->report;

	if (seats_of(judge) == 0)
		return;
	report_section(report, T_SELECTED);
	BIND_EACH(const struct standing, standing, &ranking->standings)
		if (standing->retained)
			report_item(report, standing->option->label.text,
			    standing->option->text.text);
	poll_cut_render(&judge->poll, &ranking->cut);
}
