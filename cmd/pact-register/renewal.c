/*
 * renewal: whether a pact goes on by itself, wherever its words say so.
 */
#include <string.h>

#include "pact.h"
#include "text/uni.h"

static bool
holds(const char *folded, enum term phrases)
{
	size_t length;

	return term_phrase(phrases, folded, &length) != NULL;
}

/* Whether a pact renews itself, as its words say; what they do not say is not
 * guessed. */
static enum pact_renewal
renewal_of(struct method *method, const struct pact *pact)
{
	const char *text = method_plain(method, pact->renewal.text);
	const char *folded = uni_fold(method->arena, text);

	if (pact_is_none(text))
		return PACT_NOT;
	if (holds(folded, T_PACT_TACIT))
		return term_denies(text) ? PACT_NOT : PACT_TACITLY;
	return holds(folded, T_PACT_EXPRESS) ? PACT_NOT : PACT_PERHAPS;
}

int
renewal_terms(struct method *method, const struct pact *pact)
{
	const char *folded =
	    uni_fold(method->arena, method_plain(method, pact->renewal.text));

	return holds(folded, T_PACT_ONCE) ? 2
	    : holds(folded, T_PACT_TWICE) ? 3
					  : 0;
}

/* "1 an, tacite" where an end should be is a duration, and how it renews. */
static void
part_end(struct method *method, struct pact *pact)
{
	struct notes *findings = &method->bind->doc->findings;
	const char *text = pact->end.typed;
	size_t n = strcspn(text, ",;("), i, kept = 0;
	const char *front = uni_until(method->arena, text, text + n);
	const char *rest = uni_line(method->arena,
	    arena_copy(method->arena, text + n + strspn(text + n, ",;( "),
		strcspn(text + n + strspn(text + n, ",;( "), ")")));
	struct bind_text *renewal = &pact->renewal;
	struct date_span span;

	if (pact->end.given || *text == '\0' || *pact->duration.text != '\0' ||
	    !date_span_read(front, &span) ||
	    (*rest != '\0' && *renewal->text != '\0'))
		return;
	pact->duration = bind_text_at(front, pact->end.pos);
	if (*rest != '\0')
		*renewal = bind_text_at(rest, pact->end.pos);
	for (i = 0; i < findings->count; i++)
		if (findings->at[i].pos.line != pact->end.pos.line ||
		    findings->at[i].pos.col != pact->end.pos.col ||
		    findings->at[i].pos.file != pact->end.pos.file)
			findings->at[kept++] = findings->at[i];
	findings->count = kept;
	pact->end = (struct bind_date){ .typed = "" };
}

/* "3 ans renouvelable" is a duration, and how it renews. */
static void
part_duration(struct method *method, struct pact *pact)
{
	const char *text = pact->duration.text, *front;
	struct date_span span;
	size_t n = strlen(text);

	if (*pact->renewal.text != '\0' ||
	    date_span_read(method_plain(method, text), &span))
		return;
	while (n > 0) {
		while (n > 0 && text[n - 1] != ' ')
			n--;
		front = uni_line(method->arena,
		    arena_copy(method->arena, text,
			n > 1 && strchr(",;", text[n - 2]) != NULL ? n - 2
								   : n));
		if (n > 0 && date_span_read(front, &span))
			break;
		n -= n > 0;
	}
	if (n == 0)
		return;
	pact->renewal = bind_text_at(text + n, pact->duration.pos);
	pact->duration.text = front;
}

void
renewal_read(struct method *method, struct pact *pact)
{
	part_end(method, pact);
	part_duration(method, pact);
	pact->renews = renewal_of(method, pact);
}
