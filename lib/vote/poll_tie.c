/*
 * poll_tie: how ties are broken.
 */
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/sha256.h"
#include "source/md.h"
#include "vote/poll.h"

const enum term poll_ties[] = { T_TIE_NONE, T_TIE_ORDER, T_TIE_DRAW, T_NONE };

void
poll_tie_settle(struct poll *poll)
{
	struct bind_choice *tie = &poll->sheet->tie;
	struct pos pos = tie->pos;

	if (!tie->given)
		tie->term = T_TIE_NONE;
	if (tie->term != T_TIE_DRAW || *poll->sheet->seed.text != '\0')
		return;
	if (pos.file == NULL && poll->bind->doc->part_count > 0)
		pos.file = poll->bind->doc->parts[0].root->pos.file;
	bind_fault(poll->bind, pos, M_VOTE_NO_SEED);
}

const char *
poll_tie_digest(const struct poll *poll, const void *option)
{
	char *text = arena_format(poll->arena, "%s %s",
		 md_plain(poll->arena, poll->sheet->seed.text),
		 poll_option_name(poll, option)),
	     *hex = arena_alloc(poll->arena, SHA256_HEX + 1);

	sha256_hex(text, strlen(text), hex);
	return hex;
}

void
poll_tie_overrule(struct poll *poll, void *sheet, const char *argument)
{
	size_t n = argument != NULL ? strcspn(argument, ":") : 0;

	if (argument == NULL)
		return;
	poll_overrule(poll, sheet, T_TIE_BREAK, BIND_CHOICE, "tie",
	    arena_copy(poll->arena, argument, n));
	if (argument[n] == ':')
		poll->sheet->seed =
		    (struct bind_text){ md_text(poll->arena, argument + n + 1),
			    .given = true };
}

void
poll_tie_render(const struct poll *poll, const struct bind_list *tied)
{
	bool drawn = poll->sheet->tie.term == T_TIE_DRAW;
	struct buf out = BUF_INIT;
	const void *option;
	size_t i;

	buf_string(&out,
	    method_word(poll->method,
		drawn ? T_BROKEN_BY_DRAW : T_BROKEN_BY_ORDER));
	for (i = 0; i < tied->count; i++) {
		option = bind_nth(tied, poll->option_size, i);
		buf_format(&out, "%s%s", i == 0 ? " " : " ; ",
		    md_words(poll->arena, poll_option_name(poll, option)));
		if (drawn)
			buf_format(&out, " (%.12s…)",
			    poll_tie_digest(poll, option));
	}
	report_paragraph(poll->method->report, buf_take(&out, poll->arena));
}
