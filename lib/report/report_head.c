/*
 * report_head: the title and what stands under it.
 */
#include "report/carry.h"
#include "report/report_inner.h"
#include "text/uni.h"
#include "value/period.h"

static const char *
pair_text(struct report *report, const struct bind_pair *pair)
{
	const char *text = bind_text(report->bind, pair->node);
	struct date date;

	if (pair->term == T_LANGUAGE)
		return report->lang == LANG_FR ? "fr" : "en";
	if (pair->term == T_DATE && date_read(text, &date))
		return date_text(report->arena, date, report->lang);
	return bind_words(report->bind, pair->node);
}

/* What a pair of a term is called.  Who wrote and who led keep the word that
 * says what they were, in the report's language: "Rédactrice". */
static const char *
name_of(const struct report *report, const struct bind_pair *pair)
{
	enum lang lang = LANG_NONE;

	if (pair->term != T_AUTHOR && pair->term != T_FACILITATOR)
		return term_name(pair->term, report->lang);
	term_find(pair->node->key, &pair->term, 1, &lang);
	return lang == report->lang
	    ? uni_capital(report->arena, pair->node->key)
	    : term_name(pair->term, report->lang);
}

/* The key of a pair; that of a value which does not stand has a number. */
static const char *
pair_key(struct report *report, const struct bind_pair *pair)
{
	const char *key =
	    pair->term != T_NONE ? name_of(report, pair) : pair->node->key;

	if (pair->again == 0)
		return key;
	return arena_format(report->arena, "%.*s (%zu)",
	    (int)term_base_length(key), key, pair->again);
}

void
report_pairs(struct report *report, const struct bind_list *list)
{
	BIND_EACH(const struct bind_pair, pair, list)
		if (pair->term == T_NONE && pair->node->height > 1)
			carry_node(report, 0, pair->node);
		else
			report_own_pair(report, 0, pair_key(report, pair),
			    pair_text(report, pair));
}

/* Whether a title would be something else as a heading: the tool's own one, or
 * another of its keys where it is no #. */
static bool
is_misleading(const struct doc *doc, const char *title)
{
	return term_same(title, term_name(doc->subject, LANG_FR)) ||
	    term_same(title, term_name(doc->subject, LANG_EN)) ||
	    (doc->options.level > 1 &&
		(term_find_subject(title) != T_NONE ||
		    term_find(title, doc->keys.at, doc->keys.count, NULL) !=
			T_NONE));
}

/* Such a title stands as a pair.  A section may be called as the title is. */
void
report_title(struct report *report)
{
	const struct doc *doc = report->bind->doc;
	const char *title = doc->options.title
	    ? md_words(report->arena, doc->options.title)
	    : report->bind->title.text;

	if (*title == '\0')
		return;
	if (!is_misleading(doc, md_plain(report->arena, title)))
		dict_find(&report->headings,
		    uni_fold(report->arena, report_heading(report, 1, title)))
		    ->value = NULL;
	else
		report_own_pair(report, 0, term_name(T_TITLE, report->lang),
		    title);
}

void
report_head(struct report *report)
{
	BIND_EACH(struct node *const, root, &report->bind->head)
		report_copies(report, &report->out, (*root)->blocks,
		    1U << MD_BESIDE | ((*root)->taken ? 0U : 1U << MD_ITEMS));
}
