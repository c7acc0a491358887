/*
 * poll_cut: who is retained by their order, and a tie across the cut.
 */
#include "vote/poll.h"

/* Puts options in the order that parts ties. */
static void
part(const struct poll *poll, void **at, size_t count)
{
	const size_t *order =
	    poll_tie_order(poll, poll->sheet->tie.term == T_TIE_DRAW);
	void **parted =
	    arena_array(poll->arena, poll->options.count, sizeof(*parted));
	const struct poll_option *option;

	for (size_t i = 0; i < count; i++) {
		option = at[i];
		parted[order[option->place]] = at[i];
	}
	for (size_t i = 0; i < poll->options.count; i++)
		if (parted[i] != NULL)
			*at++ = parted[i];
}

struct poll_cut
poll_cut(const struct poll *poll, void **at, const uint64_t *level,
    size_t count, size_t seats)
{
	struct poll_cut cut = { .retained = seats < count ? seats : count };
	size_t from = seats, to = seats;

	if (seats == 0 || seats >= count || level[seats - 1] != level[seats])
		return cut;
	while (from > 0 && level[from - 1] == level[seats])
		from--;
	while (to < count && level[to] == level[seats])
		to++;
	cut.tied = poll->sheet->tie.term == T_TIE_NONE;
	if (cut.tied)
		cut.retained = from;
	else
		part(poll, at + from, to - from);
	for (; from < to; from++)
		bind_put(poll->bind, &cut.tie, at[from], poll->option_size);
	return cut;
}

void
poll_cut_find(const struct poll *poll, const struct poll_cut *cut)
{
	if (cut->tied)
		method_find(poll->method, poll_place(poll), M_VOTE_TIE,
		    poll_option_names(poll, &cut->tie),
		    method_number(poll->method,
			poll->sheet->winners.thousandths));
}

void
poll_cut_render(const struct poll *poll, const struct poll_cut *cut)
{
	bool drawn = poll->sheet->tie.term == T_TIE_DRAW;
	struct buf out = BUF_INIT;
	const void *option;

	if (cut->tied || cut->tie.count == 0)
		return;
	buf_string(&out,
	    method_word(poll->method,
		drawn ? T_BROKEN_BY_DRAW : T_BROKEN_BY_ORDER));
	for (size_t i = 0; i < cut->tie.count; i++) {
		option = bind_nth(&cut->tie, poll->option_size, i);
		buf_format(&out, "%s%s", i == 0 ? " " : " ; ",
		    poll_tie_name(poll, option, drawn));
	}
	report_paragraph(poll->method->report, buf_take(&out, poll->arena));
}
