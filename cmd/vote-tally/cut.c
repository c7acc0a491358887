/*
 * cut: who is retained: the threshold, the number to select, and ties.
 */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/sha256.h"
#include "source/md.h"
#include "vote.h"

/* Whether an option reaches the threshold; one without votes never does. */
static bool
reaches(const struct vote *vote, const struct result *result,
    const struct option *option)
{
	const struct bind_share *threshold = &vote->sheet->threshold;
	int64_t voters = result->voters_known ? option->voters.thousandths
					      : option->votes.thousandths;

	if (votes_of(option) == 0 || result->threshold_unknown)
		return false;
	if (!threshold->given)
		return true;
	return threshold->share.whole > 0
	    ? share_is_reached(&threshold->share, (uint64_t)voters / 1000,
		  result->base)
	    : votes_of(option) >= threshold->count;
}

/* The order of a tie that is broken: by digests, which only a draw has, then
 * as given. */
static int
compare_tied(const void *a, const void *b)
{
	const struct option *one = a, *two = b;
	int order = strcmp(one->digest, two->digest);

	return order ? order : (one->place < two->place ? -1 : 1);
}

/* The digest of "seed label-or-text". */
static const char *
digest_of(const struct vote *vote, const struct option *option)
{
	char *text = arena_format(vote->arena, "%s %s",
		 md_plain(vote->arena, vote->sheet->seed.text),
		 option_name(vote, option)),
	     *hex = arena_alloc(vote->arena, SHA256_HEX + 1);

	sha256_hex(text, strlen(text), hex);
	return hex;
}

/* Breaks the tie of those with so many votes for so many seats, or tells it. */
static void
break_tie(const struct vote *vote, struct result *result, uint64_t votes,
    size_t seats)
{
	enum term rule = vote->sheet->tie.term;
	struct option *tied;
	size_t i;

	result->tied = rule == T_TIE_NONE;
	BIND_EACH(const struct option, option, &result->lines) {
		if (votes_of(option) != votes || !reaches(vote, result, option))
			continue;
		tied =
		    bind_put(vote->bind, &result->tie, option, sizeof(*tied));
		if (rule == T_TIE_DRAW)
			tied->digest = digest_of(vote, tied);
	}
	tied = result->tie.at;
	if (rule == T_TIE_NONE)
		return;
	qsort(tied, result->tie.count, sizeof(*tied), compare_tied);
	for (i = 0; i < seats; i++)
		BIND_EACH(struct option, option, &result->lines)
			option->retained |= option->place == tied[i].place;
}

void
cut_compute(const struct vote *vote, struct result *result)
{
	const struct sheet *sheet = vote->sheet;
	size_t count = 0, above = 0,
	       seats = sheet->winners.given
	    ? (size_t)sheet->winners.thousandths / 1000
	    : result->lines.count;
	bool tied = false;
	uint64_t cut = 0;

	result->selects = sheet->winners.given || sheet->threshold.given;
	result->threshold_unknown = sheet->threshold.given &&
	    sheet->threshold.share.whole > 0 &&
	    (!result->base_known || (!result->voters_known && !result->single));
	if (!result->selects)
		return;
	BIND_EACH(struct option, option, &result->lines) {
		if (!reaches(vote, result, option))
			continue;
		option->retained = ++count <= seats;
		if (option->retained)
			cut = votes_of(option);
		else
			tied |= votes_of(option) == cut;
	}
	if (!tied)
		return;
	BIND_EACH(struct option, option, &result->lines) {
		option->retained &= votes_of(option) > cut;
		above += option->retained;
	}
	break_tie(vote, result, cut, seats - above);
}

void
cut_find(const struct vote *vote, const struct result *result)
{
	if (result->tied)
		method_find(vote->method, vote_place(vote), M_VOTE_TIE,
		    option_names(vote, &result->tie),
		    method_number(vote->method,
			vote->sheet->winners.thousandths));
	if (result->threshold_unknown)
		method_find(vote->method, vote->sheet->threshold.pos,
		    M_VOTE_NO_THRESHOLD);
}

/* How a tie at the cut was broken. */
static void
render_tie(const struct vote *vote, const struct result *result)
{
	const char *part = " ";
	struct buf out = BUF_INIT;

	if (result->tie.count == 0 || result->tied)
		return;
	buf_string(&out,
	    method_word(vote->method,
		vote->sheet->tie.term == T_TIE_DRAW ? T_BROKEN_BY_DRAW
						    : T_BROKEN_BY_ORDER));
	BIND_EACH(const struct option, tied, &result->tie) {
		buf_format(&out, "%s%s", part,
		    md_words(vote->arena, option_name(vote, tied)));
		if (*tied->digest != '\0')
			buf_format(&out, " (%.12s…)", tied->digest);
		part = " ; ";
	}
	report_paragraph(vote->method->report,
	    arena_copy(vote->arena, out.at, out.length));
	buf_free(&out);
}

void
cut_render(const struct vote *vote, const struct result *result)
{
	if (!result->selects)
		return;
	report_section(vote->method->report, T_SELECTED);
	BIND_EACH(const struct option, option, &result->lines)
		if (option->retained)
			report_item(vote->method->report, option->label.text,
			    option->text.text);
	render_tie(vote, result);
}
