/*
 * option: what is ranked, as people list it, or as ballots name it.
 */
#include <string.h>

#include "rank.h"
#include "text/uni.h"

/* A text that stands for a list, "Halle, Jardin": one option alone could not be
 * ranked. */
static void
part(struct vote *vote, struct bind_list *list)
{
	const struct poll_option *only = list->at;
	struct bind_list names = { .count = 0 };
	struct poll_option option;

	if (list->count != 1 || *only->label.text != '\0' ||
	    only->text.more != NULL)
		return;
	bind_split_names(vote->poll.bind, only->text.text, only->text.pos,
	    &names);
	option = *only;
	list->count = 0;
	BIND_EACH(const struct bind_text, name, &names) {
		option.text = *name;
		bind_add(vote->poll.bind, list, option);
	}
}

/* The options that an order names, "Anne : A > B", "42 × A > B". */
static void
take_order(struct vote *vote, const char *typed, struct pos pos)
{
	struct arena *arena = vote->poll.arena;
	struct ballot_rules rules = { arena, arena, vote->poll.names, NULL,
		NULL };
	const struct bind_text none = { "" };
	struct bind_text text = { "", pos, true };
	const char *order = md_plain(arena, md_text(arena, typed)), *colon;
	uint64_t times;

	if (!order_is(order))
		return;
	colon = strchr(order, ':');
	if (colon != NULL && order_is(colon))
		order = colon + 1;
	order = ballot_cut_times(&rules, uni_skip_blanks(order), &times);
	while (*order != '\0') {
		text.text = md_words(arena, order_name(arena, &order));
		if (*text.text != '\0')
			poll_option_add(&vote->poll, &none, &text);
	}
}

/* The options that a ballot gives a rank, "2nd choice". */
static void
take_given(void *context, const char *name, const char *value)
{
	struct vote *vote = context;
	struct arena *arena = vote->poll.arena;
	const struct bind_text none = { "" };
	struct bind_text text = { "", poll_place(&vote->poll), true };

	if (!ordinal_is(name))
		return;
	for (size_t n; *value != '\0'; value += n + (value[n] != '\0')) {
		n = strcspn(value, "=,;");
		text.text = md_text(arena, uni_until(arena, value, value + n));
		if (!bind_is_none(text.text))
			poll_option_add(&vote->poll, &none, &text);
	}
}

/* Where nothing says what is ranked, what all orders name; told. */
static void
take_orders(struct vote *vote)
{
	const struct pos pos = poll_place(&vote->poll);
	const char *text;
	size_t from = 0;

	while (vote->poll.read != NULL &&
	    (text = ballot_text(vote->poll.read, &from)) != NULL)
		take_order(vote, text, pos);
	if (vote->poll.read != NULL)
		ballot_each_given(vote->poll.read, take_given, vote);
	BIND_EACH(struct node *const, list, &vote->sheet->poll.ballot_nodes)
		NODE_EACH(const struct node, item, (*list))
			take_order(vote, item->text, item->pos);
	if (vote->poll.options.count > 0)
		note_add(&vote->poll.bind->doc->remarks, pos,
		    M_RANK_FROM_ORDERS,
		    poll_option_names(&vote->poll, &vote->poll.options));
}

void
option_read(struct vote *vote)
{
	struct sheet *sheet = vote->sheet;

	part(vote, &sheet->options);
	poll_option_label(&vote->poll, &sheet->options);
	poll_option_take(&vote->poll, &sheet->options);
	if (vote->poll.options.count == 0)
		poll_option_take(&vote->poll, &sheet->wall_options);
	poll_wall_take(&vote->poll);
	if (vote->poll.options.count == 0)
		poll_option_columns(&vote->poll);
	if (vote->poll.options.count == 0)
		take_orders(vote);
	if (sheet->options.given || vote->poll.options.count > 0 ||
	    vote->poll.bind->doc->part_count == 0)
		return;
	if (bind_other_subject(vote->poll.bind) != NULL)
		poll_option_missing(&vote->poll);
	else
		bind_fault(vote->poll.bind, poll_place(&vote->poll),
		    M_RANK_NOTHING);
}

void
option_render(const struct vote *vote)
{
	struct method *method = method_of(vote);

	report_section(method->report, T_OPTIONS);
	method_list(method, poll_option_rows, vote->poll.option_size,
	    &vote->poll.options);
}
