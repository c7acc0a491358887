/*
 * poll_tie: how ties are broken.
 */
#include <string.h>

#include "base/arena.h"
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
