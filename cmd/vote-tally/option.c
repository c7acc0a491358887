/*
 * option: what can be voted for.
 */
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "source/md.h"
#include "text/uni.h"
#include "vote.h"

struct option *
option_find(const struct vote *vote, const char *name)
{
	const struct ballot_option *known =
	    ballot_option_labelled(vote->names, name);

	if (known == NULL)
		known =
		    ballot_option_of(vote->names, md_plain(vote->arena, name));
	return known ? option_at(&vote->list, known->place) : NULL;
}

const char *
option_name(const struct vote *vote, const struct option *option)
{
	return *option->label.text ? option->label.text
				   : md_plain(vote->arena, option->text.text);
}

const char *
option_names(const struct vote *vote, const struct bind_list *list)
{
	struct buf out = BUF_INIT;
	const char *comma = ", ";

	BIND_EACH(const struct option, option, list)
		comma = *option->label.text == '\0' ? " ; " : comma;
	BIND_EACH(const struct option, option, list)
		buf_join(&out, comma, option_name(vote, option));
	return buf_take(&out, vote->arena);
}

bool
option_is_placed(const struct vote *vote)
{
	BIND_EACH(const struct option, option, &vote->list)
		if (*option->label.text == '\0' ||
		    strpbrk(option->label.text, ",; ") != NULL)
			return true;
	return false;
}

static struct option *
append(struct vote *vote, const struct bind_text *label,
    const struct bind_text *text)
{
	struct option *option =
	    bind_append(vote->bind, &vote->list, sizeof(*option));

	*option = (struct option){ .label = *label,
		.text = *text,
		.under = { "" },
		.place = vote->names->count,
		.digest = "" };
	if (*text->text == '\0')
		option->text.text = md_words(vote->arena, label->text);
	ballot_option_add(vote->names, label->text,
	    md_plain(vote->arena, option->text.text));
	return option;
}

/* A column of the user's own that joins those of an option given before. */
static void
join_column(struct vote *vote, struct bind_list *columns, struct node *column)
{
	BIND_EACH(struct node *const, have, columns) {
		if (!term_same((*have)->key, column->key))
			continue;
		if (strcmp((*have)->text, column->text) != 0)
			bind_fault(vote->bind, column->pos, M_CONFLICT,
			    column->key, column->text, (*have)->text,
			    bind_place(vote->bind, (*have)->pos));
		return;
	}
	bind_put(vote->bind, columns, &column, sizeof(struct node *));
}

static void
join_more(struct vote *vote, struct option *option,
    const struct bind_more *more)
{
	struct bind_more *joined = (struct bind_more *)option->text.more;

	if (joined == NULL)
		option->text.more = more;
	else if (joined != more)
		BIND_EACH(struct node *const, column, &more->columns)
			join_column(vote, &joined->columns, *column);
}

/* A label that is given to an option which has none. */
static void
put_label(struct vote *vote, struct option *option,
    const struct bind_text *label, const struct bind_text *text)
{
	const char *plain = "";

	if (*option->label.text != '\0') {
		bind_fault(vote->bind, text->pos, M_VOTE_TEXT_TWICE,
		    label->text, option->label.text,
		    bind_place(vote->bind, option->text.pos));
		return;
	}
	option->label = *label;
	if (*text->text != '\0' && option->counted) {
		option->text.text = text->text;
		plain = md_plain(vote->arena, text->text);
	}
	ballot_option_name(vote->names, vote->names->at[option->place],
	    label->text, plain);
}

/* Whether a text is no other than that of an option. */
static bool
says_same(const struct vote *vote, const struct option *option,
    const char *text)
{
	return *text == '\0' ||
	    ballot_option_of(vote->names, md_plain(vote->arena, text)) ==
	    vote->names->at[option->place];
}

/* The option that a text or a count's name is already, or NULL. */
static struct option *
find_text(const struct vote *vote, const struct bind_text *label,
    const struct bind_text *text)
{
	const struct ballot_option *same =
	    ballot_option_of(vote->names, label->text);

	if (same == NULL || !option_at(&vote->list, same->place)->counted)
		same = ballot_option_of(vote->names,
		    md_plain(vote->arena, text->text));
	return same ? option_at(&vote->list, same->place) : NULL;
}

static struct option *
put(struct vote *vote, const struct bind_text *label,
    const struct bind_text *text)
{
	const struct ballot_option *known =
	    ballot_option_labelled(vote->names, label->text);
	struct option *option;

	if (known != NULL) {
		option = option_at(&vote->list, known->place);
		if (!says_same(vote, option, text->text))
			bind_fault(vote->bind, text->pos, M_LABEL_TWICE,
			    label->text,
			    bind_place(vote->bind, option->text.pos));
		return option;
	}
	option = find_text(vote, label, text);
	if (option == NULL)
		return append(vote, label, text);
	if (*text->text != '\0' && !option->counted &&
	    strcmp(option->text.text, text->text) != 0)
		note_add(&vote->bind->doc->remarks, text->pos,
		    M_IMPORT_SPELLING, md_plain(vote->arena, text->text),
		    md_plain(vote->arena, option->text.text),
		    bind_place(vote->bind, option->text.pos));
	if (*label->text != '\0')
		put_label(vote, option, label, text);
	return option;
}

/* Whether the options of a document stand where they do in the whole. */
void
option_track(struct vote *vote, const struct option *option)
{
	vote->misplaced |= option->place > vote->met;
	vote->met += option->place == vote->met;
}

struct option *
option_add(struct vote *vote, const struct bind_text *label,
    const struct bind_text *text)
{
	size_t before = vote->list.count;
	struct option *option = put(vote, label, text);

	if (vote->list.count == before && text->more != NULL)
		join_more(vote, option, text->more);
	option_track(vote, option);
	return option;
}

/* The options of a document, in the order of their lists. */
static void
read_document(struct vote *vote)
{
	const struct sheet *sheet = vote->sheet;
	const struct bind_list *lists[] = { &sheet->option_nodes,
		&sheet->result_nodes, &sheet->question_nodes };
	size_t i;

	for (i = 0; i < 3; i++)
		BIND_EACH(struct node *const, node, lists[i]) {
			if ((*node)->part != vote->document)
				continue;
			if (lists[i] == &sheet->question_nodes)
				item_read_questions(vote, *node);
			else if (lists[i] != &sheet->result_nodes ||
			    !result_is_report(*node))
				item_read_options(vote, *node);
		}
	result_read(vote);
}

/* Where nothing says what is voted for, the columns of a table of voters do. */
static void
read_columns(struct vote *vote)
{
	struct bind_text label = { "" }, text = { .given = true };
	size_t from = 0;

	while (vote->read != NULL &&
	    (text.text = ballot_column(vote->read, &from, &text.pos)) != NULL) {
		text.text = md_text(vote->arena, text.text);
		option_add(vote, &label, &text);
	}
}

static void
fault_no_option(struct vote *vote)
{
	const struct sheet *sheet = vote->sheet;
	const struct doc *doc = vote->bind->doc;
	struct pos pos = { NULL, 0, 0 };

	if (doc->part_count == 0 || sheet->option_nodes.count > 0 ||
	    sheet->result_nodes.count > 0 || sheet->wall_questions.count > 0)
		return;
	pos.file = doc->parts[0].root->pos.file;
	bind_fault(vote->bind, pos, M_MISSING_KEY,
	    term_name(T_OPTIONS, doc->lang ? doc->lang : term_locale()));
}

void
option_read(struct vote *vote)
{
	const struct bind_list *walls[] = { &vote->sheet->wall_selected,
		&vote->sheet->wall_questions };
	size_t i, count = vote->bind->doc->document_count + 1;

	vote->names = ballot_options(vote->arena);
	vote->brings = arena_array(vote->arena, count + 1, sizeof(bool));
	BIND_EACH(struct node *const, node, &vote->sheet->result_nodes)
		if (result_is_report(*node))
			bind_value(vote->bind,
			    bind_row_of(vote->bind, T_RESULTS, BIND_LIST),
			    *node, vote->sheet);
	for (i = 1; i <= count; i++) {
		vote->document = i;
		vote->met = 0;
		read_document(vote);
	}
	for (i = 0; i < 2 && vote->list.count == 0; i++)
		BIND_EACH(struct node *const, node, walls[i])
			item_read_questions(vote, *node);
	if (vote->list.count == 0)
		read_columns(vote);
	if (vote->list.count == 0)
		fault_no_option(vote);
}
