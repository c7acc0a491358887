#include "vote/poll.h"

#include <inttypes.h>
#include <string.h>

#include "text/speak.h"

struct poll
poll_begin(struct method *method, struct bind *bind, struct poll_sheet *sheet,
    size_t option_size)
{
	struct arena *arena = bind->doc->arena;

	return (struct poll){ .method = method,
		.bind = bind,
		.arena = arena,
		.sheet = sheet,
		.option_size = option_size,
		.names = ballot_options(arena),
		.brings = arena_array(arena, bind->doc->document_count + 2,
		    sizeof(bool)) };
}

const char *
poll_plain(const struct poll *poll, const struct node *node)
{
	return md_plain(poll->arena, md_text(poll->arena, node->text));
}

const char *
poll_number(const struct poll *poll, uint64_t value)
{
	return arena_format(poll->arena, "%" PRIu64, value);
}

struct pos
poll_place(const struct poll *poll)
{
	const struct doc *doc = poll->bind->doc;

	if (poll->options.count > 0)
		return poll_option_at(poll, 0)->text.pos;
	/* a list that fails where it is streamed is no part */
	return doc->part_count > 0 ? doc->parts[0].root->pos
				   : (struct pos){ NULL, 0, 0 };
}

struct pos
poll_place_or(const struct poll *poll, struct pos pos)
{
	return pos.file != NULL ? pos : poll_place(poll);
}

void
poll_overrule(struct poll *poll, void *sheet, enum term key,
    enum bind_kind kind, const char *option, const char *argument)
{
	const struct bind_row *row = bind_row_of(poll->bind, key, kind);
	const struct pos pos = { NULL, 0, 0 };
	size_t faults = poll->bind->doc->faults.count;

	if (argument == NULL)
		return;
	memset((char *)sheet + row->at, 0, bind_value_size(kind));
	if (!bind_value(poll->bind, row, node_text(poll->arena, argument, pos),
		sheet) ||
	    poll->bind->doc->faults.count > faults)
		speak_die(M_OPT_UNREAD, option, argument);
}
