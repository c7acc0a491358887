/*
 * record: what a report tells of a draw.
 */
#include "panel.h"

const struct bind_row record_rows[] = {
	ROW(record, people, .key = T_PANEL_COUNT),
	ROW(record, left_out, .key = T_PANEL_LEFT_OUT),
	ROW(record, hash, .key = T_PANEL_LIST_HASH),
	ROW(record, optimum, .key = T_PANEL_OPTIMUM),
	ROW(record, gap, .key = T_PANEL_GAP),
	ROW(record, lists, .key = T_PANEL_LISTS_HASH),
	ROW(record, key, .key = T_PANEL_KEY),
	ROW(record, digest, .key = T_PANEL_DIGEST),
	ROW(record, number, .key = T_PANEL_NUMBER),
	{ BIND_END },
};

const struct bind_row chance_rows[] = {
	ROW(chance, profile, .key = T_PROFILE,
	    .flags = BIND_MAIN | BIND_REQUIRED),
	ROW(chance, people, .key = T_PANEL_COUNT),
	ROW(chance, best, .key = T_PANEL_OPTIMUM, .flags = BIND_FIGURE),
	ROW(chance, least, .key = T_PANEL_LOW, .flags = BIND_FIGURE),
	ROW(chance, most, .key = T_PANEL_HIGH, .flags = BIND_FIGURE),
	{ BIND_END },
};

const struct bind_row share_of_value_rows[] = {
	ROW(share_of_value, criterion, .key = T_CRITERION),
	ROW(share_of_value, value, .key = T_PANEL_VALUE, .flags = BIND_MAIN),
	ROW(share_of_value, people, .key = T_PANEL_COUNT),
	ROW(share_of_value, limits, .key = T_PANEL_QUOTA, .flags = BIND_FIGURE),
	ROW(share_of_value, drawn, .key = T_PANEL_SEATS),
	{ BIND_END },
};

const struct bind_row seat_rows[] = {
	ROW(seat, id, .key = T_PANEL_ID, .flags = BIND_MAIN),
	{ BIND_END },
};

const struct bind_row spare_rows[] = {
	ROW(spare, of, .key = T_PANEL_SPARE_OF),
	ROW(spare, id, .key = T_PANEL_SPARE, .flags = BIND_MAIN),
	{ BIND_END },
};

const struct bind_row listed_rows[] = {
	ROW(listed, number, .key = T_NUMBER, .flags = BIND_MAIN),
	ROW_AS(BIND_NAMES, listed, ids, .key = T_PANEL_SEATS),
	{ BIND_END },
};

void
panel_settle(struct method *method, enum term key, struct bind_text *value,
    const char *text)
{
	const char *given = method_plain(method, value->text);

	if (*given != '\0' && !term_same(given, text))
		bind_fault(method->bind, value->pos, M_PANEL_DIFFERS,
		    method_word(method, key), given, text);
	value->text = text;
	value->given = true;
}
