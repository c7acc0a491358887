/*
 * method_check: what the flags of rows have the reader look at.
 */
#include <string.h>

#include "method/method_inner.h"
#include "text/uni.h"

/* What an item is called, and where it stands: its own label, or its text, or
 * the label that it stands under, or the first text that it has and no day. */
static const struct bind_text *
name_of(const struct bind_row *rows, const char *item)
{
	static const struct bind_text nameless = { .text = "…" };
	static const unsigned flags[] = { BIND_LABEL, BIND_MAIN, BIND_LABEL };
	const struct bind_text *text;
	const struct bind_row *row;

	for (size_t i = 0; i < 3; i++) {
		row = bind_flagged(rows, flags[i]);
		if (row == NULL || row->kind != BIND_TEXT ||
		    (i == 0 && row->key != T_ID))
			continue;
		text = (const struct bind_text *)(item + row->at);
		if (*text->text != '\0')
			return text;
	}
	for (row = rows; row->kind != BIND_END; row++) {
		text = (const struct bind_text *)(item + row->at);
		if (row->kind == BIND_TEXT && (row->flags & BIND_WHEN) == 0 &&
		    *text->text != '\0')
			return text;
	}
	return &nameless;
}

/* Whether there is a value: one that cannot be read is another finding's, one
 * that says it is yet to come is none. */
static bool
has_value(struct method *method, const struct bind_row *row, const char *from)
{
	const struct bind_value *value = (const void *)(from + row->at);
	bool given = method_is_given(row, value);

	if (!given || bind_value_size(row->kind) == 0 || value->given)
		return given;
	return !reading_is_empty(
	    method_plain(method, method_value(method, row, value)));
}

/* Whether an item of a list has what a row binds. */
static bool
any_has(struct method *method, const struct bind_row *row,
    const struct bind_list *list, size_t size)
{
	for (size_t i = 0; i < list->count; i++)
		if (has_value(method, row, (const char *)list->at + i * size))
			return true;
	return false;
}

/* What an item lacks: of the rows that have a message of their own for it, each;
 * of those that are wanted (bits by place), all in one finding. */
static void
find_lacking(struct method *method, const struct bind_row *rows,
    uint64_t wanted, const char *item, struct pos pos)
{
	const struct bind_text *text = name_of(rows, item);
	const char *name = method_plain(method, text->text);
	const char *lacks = "", *key;
	size_t count = 0, i;

	if (text->pos.file != NULL)
		pos = text->pos;
	for (i = 0; rows[i].kind != BIND_END; i++) {
		if ((rows[i].lacks == T_NONE && (wanted >> i & 1) == 0) ||
		    has_value(method, &rows[i], item))
			continue;
		if (rows[i].lacks != T_NONE)
			method_find(method, pos, rows[i].lacks, name);
		if ((wanted >> i & 1) == 0)
			continue;
		key = method_word(method, rows[i].key);
		lacks = count++ == 0
		    ? key
		    : method_text(method, M_LACKS_NEXT, lacks, key);
	}
	if (count > 0)
		method_find(method, pos, count > 1 ? M_LACKS_SEVERAL : M_LACKS,
		    name, lacks);
}

/* A label as the eye takes it: letters, and digits without leading zeros. */
static const char *
look_of(struct method *method, const char *label)
{
	const char *at = uni_fold(method->arena, label), *start;
	struct buf out = BUF_INIT;
	bool number = false;
	int32_t c;

	for (start = at; (c = uni_next(&at)) != 0; start = at) {
		if (!uni_is_word(c) || (c == '0' && !number))
			continue;
		number = c >= '0' && c <= '9';
		buf_add(&out, start, (size_t)(at - start));
	}
	return buf_take(&out, method->arena);
}

/* The items whose value in a row another one has, or a label that can hardly
 * be told from it. */
static void
find_twice(struct method *method, const struct bind_row *row,
    const struct bind_list *list, size_t size)
{
	bool label = (row->flags & (BIND_LABEL | BIND_PERSON)) == BIND_LABEL;
	const struct bind_text *text, *other;
	struct dict_entry *entry;
	struct dict met = { .arena = method->arena };

	for (size_t i = 0; i < list->count; i++) {
		text = (const struct bind_text *)((const char *)list->at +
		    i * size + row->at);
		if (*text->text == '\0')
			continue;
		entry = dict_enter(&met,
		    label ? look_of(method, text->text)
			  : uni_fold(method->arena, text->text));
		other = entry->value;
		if (other == NULL)
			entry->value = (void *)text;
		else if (label && strcmp(other->text, text->text) != 0)
			method_find(method, text->pos, M_LABELS_ALIKE,
			    other->text, text->text);
		else
			method_find(method, text->pos, M_TWICE,
			    method_plain(method, text->text));
	}
}

void
method_lacks(struct method *method, const struct bind_row *rows, size_t size,
    const struct bind_list *list)
{
	const char *item = list->at;
	uint64_t wanted = 0;

	for (size_t i = 0; rows[i].kind != BIND_END; i++) {
		if ((rows[i].flags & BIND_WANTED) != 0 ||
		    ((rows[i].flags & BIND_ALIKE) != 0 &&
			any_has(method, &rows[i], list, size)))
			wanted |= UINT64_C(1) << i;
		if ((rows[i].flags & BIND_UNIQUE) != 0)
			find_twice(method, &rows[i], list, size);
	}
	for (size_t i = 0; i < list->count; i++, item += size)
		find_lacking(method, rows, wanted, item, list->pos);
}

/* Where an empty value stands, or else the start of the document. */
static struct pos
place_of(const struct method *method, const struct bind_row *row,
    const void *at)
{
	const struct bind_list *list = at;
	const struct bind_text *text = at;

	if (row->kind == BIND_TEXT && text->given)
		return text->pos;
	if ((row->kind == BIND_LIST || row->kind == BIND_NAMES) && list->given)
		return list->pos;
	return method->bind->doc->parts[0].root->pos;
}

static void
check_rows(struct method *method, const struct bind_row *rows, const char *from)
{
	for (; rows->kind != BIND_END; rows++) {
		if ((rows->flags & BIND_WANTED) != 0 &&
		    !has_value(method, rows, from))
			method_find(method,
			    place_of(method, rows, from + rows->at), M_LACKING,
			    method_word(method, rows->key));
		if (rows->kind == BIND_LIST)
			method_lacks(method, rows->rows, rows->size,
			    (const struct bind_list *)(from + rows->at));
		else if (rows->kind == BIND_MAP)
			check_rows(method, rows->rows, from + rows->at);
	}
}

/* What parts names: commas, unless there is one in a name. */
static const char *
mark_between(const struct notes *notes, enum term message)
{
	for (size_t i = 0; i < notes->count; i++)
		if (notes->at[i].message == message &&
		    strchr(notes->at[i].args[0], ',') != NULL)
			return " ; ";
	return ", ";
}

void
method_gather(struct method *method, size_t few, enum term one, enum term many)
{
	struct note *note = method->findings.at, *first = NULL;
	const char *mark = mark_between(&method->findings, one);
	BUF_SCRATCH(names);
	struct dict told = { .arena = method->arena };
	size_t i, kept = 0, count = 0, known;

	for (i = 0; i < method->findings.count; i++) {
		if (note[i].message != one)
			continue;
		known = told.count;
		dict_enter(&told, note[i].args[0]);
		if (told.count > known)
			buf_format(&names, "%s%s", count > 0 ? mark : "",
			    note[i].args[0]);
		count++;
	}
	for (i = 0; i < method->findings.count && count > few; i++) {
		if (note[i].message == one && first != NULL)
			continue;
		note[kept] = note[i];
		if (note[i].message == one)
			first = &note[kept];
		kept++;
	}
	if (first != NULL) {
		method->findings.count = kept;
		first->message = many;
		first->args[0] = method_integer(method, (int64_t)count);
		first->args[1] = arena_string(method->arena, names.at);
	}
}

/* Whether a finding is that something lacks, the same as another does. */
static bool
is_lack(const struct note *note, const struct note *first)
{
	return (note->message == M_LACKS || note->message == M_LACKS_SEVERAL) &&
	    (first == NULL ||
		(note->message == first->message &&
		    strcmp(note->args[1], first->args[1]) == 0));
}

void
method_gather_lacks(struct method *method)
{
	enum { FEW = 4 };
	struct note *note = method->findings.at, *first;
	size_t count = method->findings.count, i, j, kept, alike;
	BUF_SCRATCH(names);

	for (i = 0; i < count; i++) {
		first = &note[i];
		if (!is_lack(first, NULL))
			continue;
		buf_cut(&names, 0);
		for (j = i, alike = 0; j < count; j++)
			if (is_lack(&note[j], first))
				buf_format(&names, "%s%s",
				    alike++ > 0 ? method_text(method,
						      M_LACKS_NEXT, "", "")
						: "",
				    note[j].args[0]);
		if (alike <= FEW)
			continue;
		for (j = kept = i + 1; j < count; j++)
			if (!is_lack(&note[j], first))
				note[kept++] = note[j];
		first->args[0] = arena_string(method->arena, names.at);
		count = method->findings.count = kept;
	}
}

void
method_check(struct method *method)
{
	check_rows(method, method->bind->tool->rows, method->into);
}
