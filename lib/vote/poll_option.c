/*
 * poll_option: what can be voted for.
 */
#include <string.h>

#include "text/uni.h"
#include "vote/poll.h"

const struct bind_row poll_option_rows[] = {
	ROW(poll_option, label, .key = T_ID, .flags = BIND_LABEL),
	ROW(poll_option, label, .key = T_NUMBER, .flags = BIND_LABEL),
	ROW(poll_option, text, .key = T_OPTION, .flags = BIND_MAIN),
	ROW(poll_option, text, .key = T_TEXT),
	ROW(poll_option, text, .key = T_QUESTION),
	ROW(poll_option, under, .key = T_RUBRIC),
	ROW(poll_option, document),
	{ BIND_END },
};

void *
poll_option_find(const struct poll *poll, const char *name)
{
	const struct ballot_option *known =
	    ballot_option_labelled(poll->names, name);

	if (known == NULL)
		known =
		    ballot_option_of(poll->names, md_plain(poll->arena, name));
	return known ? poll_option_at(poll, known->place) : NULL;
}

const char *
poll_option_name(const struct poll *poll, const void *item)
{
	const struct poll_option *option = item;

	return *option->label.text ? option->label.text
				   : md_plain(poll->arena, option->text.text);
}

const char *
poll_option_names(const struct poll *poll, const struct bind_list *list)
{
	const struct poll_option *option;
	struct buf out = BUF_INIT;
	const char *comma = ", ";

	for (size_t i = 0; i < list->count; i++) {
		option = bind_nth(list, poll->option_size, i);
		comma = *option->label.text == '\0' ? " ; " : comma;
	}
	for (size_t i = 0; i < list->count; i++)
		buf_join(&out, comma,
		    poll_option_name(poll,
			bind_nth(list, poll->option_size, i)));
	return buf_take(&out, poll->arena);
}

static struct poll_option *
append(struct poll *poll, const struct bind_text *label,
    const struct bind_text *text)
{
	struct poll_option *option =
	    bind_append(poll->bind, &poll->options, poll->option_size);

	memset(option, 0, poll->option_size);
	*option = (struct poll_option){ .label = *label,
		.text = *text,
		.under = { "" },
		.place = poll->names->count };
	if (*text->text == '\0')
		option->text.text = md_words(poll->arena, label->text);
	ballot_option_add(poll->names, label->text,
	    md_plain(poll->arena, option->text.text));
	return option;
}

/* A column of the user's own that joins those of an option given before. */
static void
join_column(struct poll *poll, struct bind_list *columns, struct node *column)
{
	BIND_EACH(struct node *const, have, columns) {
		if (!term_same((*have)->key, column->key))
			continue;
		if (strcmp((*have)->text, column->text) != 0)
			bind_fault(poll->bind, column->pos, M_CONFLICT,
			    column->key, column->text, (*have)->text,
			    bind_place(poll->bind, (*have)->pos));
		return;
	}
	bind_add(poll->bind, columns, column);
}

static void
join_more(struct poll *poll, struct poll_option *option,
    const struct bind_more *more)
{
	struct bind_more *joined = (struct bind_more *)option->text.more;

	if (joined == NULL)
		option->text.more = more;
	else if (joined != more)
		BIND_EACH(struct node *const, column, &more->columns)
			join_column(poll, &joined->columns, *column);
}

/* A label that is given to an option which has none. */
static void
put_label(struct poll *poll, struct poll_option *option,
    const struct bind_text *label, const struct bind_text *text)
{
	const char *plain = "";

	if (*option->label.text != '\0') {
		bind_fault(poll->bind, text->pos, M_VOTE_TEXT_TWICE,
		    label->text, option->label.text,
		    bind_place(poll->bind, option->text.pos));
		return;
	}
	option->label = *label;
	if (*text->text != '\0' && option->counted) {
		option->text.text = text->text;
		plain = md_plain(poll->arena, text->text);
	}
	ballot_option_name(poll->names, poll->names->at[option->place],
	    label->text, plain);
}

/* Whether a text is no other than that of an option. */
static bool
says_same(const struct poll *poll, const struct poll_option *option,
    const char *text)
{
	return *text == '\0' ||
	    ballot_option_of(poll->names, md_plain(poll->arena, text)) ==
	    poll->names->at[option->place];
}

/* The option that a text or a count's name is already, or NULL. */
static struct poll_option *
find_text(const struct poll *poll, const struct bind_text *label,
    const struct bind_text *text)
{
	const struct ballot_option *same =
	    ballot_option_of(poll->names, label->text);

	if (same == NULL || !poll_option_at(poll, same->place)->counted)
		same = ballot_option_of(poll->names,
		    md_plain(poll->arena, text->text));
	return same ? poll_option_at(poll, same->place) : NULL;
}

static struct poll_option *
put(struct poll *poll, const struct bind_text *label,
    const struct bind_text *text)
{
	const struct ballot_option *known =
	    ballot_option_labelled(poll->names, label->text);
	struct poll_option *option;

	if (known != NULL) {
		option = poll_option_at(poll, known->place);
		if (!says_same(poll, option, text->text))
			bind_fault(poll->bind, text->pos, M_LABEL_TWICE,
			    label->text,
			    bind_place(poll->bind, option->text.pos));
		return option;
	}
	option = find_text(poll, label, text);
	if (option == NULL)
		return append(poll, label, text);
	if (*text->text != '\0' && !option->counted &&
	    strcmp(option->text.text, text->text) != 0)
		note_add(&poll->bind->doc->remarks, text->pos,
		    M_IMPORT_SPELLING, md_plain(poll->arena, text->text),
		    md_plain(poll->arena, option->text.text),
		    bind_place(poll->bind, option->text.pos));
	if (*label->text != '\0')
		put_label(poll, option, label, text);
	return option;
}

/* Whether the options of a document stand where they do in the whole. */
void
poll_option_track(struct poll *poll, const void *item)
{
	const struct poll_option *option = item;

	poll->misplaced |= option->place > poll->met;
	poll->met += option->place == poll->met;
}

/* What two spellings of one option have in common: the words without what leads
 * them, "La halle". */
static const char *
bare_name(const struct poll *poll, const struct poll_option *option)
{
	const char *name =
	    uni_fold(poll->arena, md_plain(poll->arena, option->text.text));

	return name + term_front(T_ARTICLES, name);
}

void
poll_option_find_alike(const struct poll *poll)
{
	const struct poll_option *option, *other;
	struct dict_entry *entry;
	struct dict names;

	dict_init(&names, poll->arena);
	for (size_t i = 0; i < poll->options.count; i++) {
		option = poll_option_at(poll, i);
		entry = dict_enter(&names, bare_name(poll, option));
		other = entry->value;
		if (other != NULL && *entry->key != '\0')
			method_find(poll->method, option->text.pos,
			    M_VOTE_ALIKE, poll_option_name(poll, other),
			    poll_option_name(poll, option));
		entry->value = (void *)option;
	}
}

void *
poll_option_add(struct poll *poll, const struct bind_text *label,
    const struct bind_text *text)
{
	size_t before = poll->options.count;
	struct poll_option *option = put(poll, label, text);

	if (poll->options.count == before && text->more != NULL)
		join_more(poll, option, text->more);
	poll_option_track(poll, option);
	return option;
}

void
poll_option_take(struct poll *poll, const struct bind_list *list)
{
	const struct poll_option *item;
	struct poll_option *option, head;
	size_t before, i;

	for (i = 0; i < list->count; i++) {
		item = bind_nth(list, poll->option_size, i);
		if (item->document != poll->document)
			poll->met = 0;
		poll->document = item->document;
		before = poll->options.count;
		option = poll_option_add(poll, &item->label, &item->text);
		if (poll->options.count == before)
			continue;
		head = *option;
		memcpy(option, item, poll->option_size);
		option->label = head.label;
		option->text = head.text;
		option->place = head.place;
	}
}

void
poll_option_columns(struct poll *poll)
{
	struct bind_text label = { "" }, text = { .given = true };
	size_t from = 0;

	while (poll->read != NULL &&
	    (text.text = ballot_column(poll->read, &from, &text.pos)) != NULL) {
		text.text = md_text(poll->arena, text.text);
		poll_option_add(poll, &label, &text);
	}
}

void
poll_option_missing(struct poll *poll)
{
	if (poll->options.count == 0)
		bind_miss(poll->bind, T_OPTIONS);
}
