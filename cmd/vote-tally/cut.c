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
	const struct option *one = *(struct option *const *)a,
			    *two = *(struct option *const *)b;
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

/* Breaks the tie at the cut, if there is one, or tells it: how many seats are
 * then taken. */
static size_t
break_tie(const struct vote *vote, struct result *result,
    struct bind_list *reaching, size_t seats)
{
	struct option **at = reaching->at;
	size_t from = seats, to, i;
	enum term rule = vote->sheet->tie.term;

	if (seats >= reaching->count ||
	    votes_of(at[seats - 1]) != votes_of(at[seats]))
		return seats;
	while (from > 0 && votes_of(at[from - 1]) == votes_of(at[seats]))
		from--;
	for (to = from;
	     to < reaching->count && votes_of(at[to]) == votes_of(at[seats]);
	     to++)
		if (rule == T_TIE_DRAW)
			at[to]->digest = digest_of(vote, at[to]);
	result->tied = rule == T_TIE_NONE;
	if (!result->tied)
		qsort(at + from, to - from, sizeof(*at), compare_tied);
	for (i = from; i < to; i++)
		bind_put(vote->bind, &result->tie, at[i], sizeof(**at));
	return result->tied ? from : seats;
}

void
cut_compute(const struct vote *vote, struct result *result)
{
	const struct sheet *sheet = vote->sheet;
	struct bind_list reaching = { .count = 0 };
	size_t seats = sheet->winners.given
	    ? (size_t)sheet->winners.thousandths / 1000
	    : result->lines.count;

	result->selects = sheet->winners.given || sheet->threshold.given;
	result->threshold_unknown = sheet->threshold.given &&
	    sheet->threshold.share.whole > 0 &&
	    (!result->base_known || (!result->voters_known && !result->single));
	if (!result->selects)
		return;
	BIND_EACH(struct option, option, &result->lines)
		if (reaches(vote, result, option))
			bind_put(vote->bind, &reaching, &option,
			    sizeof(struct option *));
	seats = break_tie(vote, result, &reaching, seats);
	BIND_EACH(struct option *const, option, &reaching)
		(*option)->retained = seats > 0 && seats-- > 0;
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
	report_paragraph(vote->method->report, buf_take(&out, vote->arena));
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
