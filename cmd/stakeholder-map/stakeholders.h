/*
 * stakeholders: who weighs on a project, as their sheet tells it, for the parts
 * of stakeholder-map.
 */
#pragma once

#include "method/method.h"

enum { HIGH = 3, HIGHEST = 5 }; /* of influence and of interest */
enum { FIELDS = 4 };
enum { FEW = 3 }; /* findings of a kind that stand one by one */

struct stakeholder {
	struct bind_text name, type, expectation, gift, action, who, due, state;
	struct bind_number influence, interest;
	struct bind_choice position;

	size_t named; /* the place of its type among the names, from 1; or 0 */
};

struct support {
	struct bind_text text, holder;
};

struct map {
	struct bind_list people;        /* struct stakeholder */
	struct bind_list under[FIELDS]; /* the same, under the field's name */
	struct bind_list supports;      /* struct support */
	struct bind_list types;         /* BIND_NAMES */
	struct method_choices type;
	size_t placed, in[FIELDS]; /* how many have a place, by field */
};

enum { POSITIONS = 5 };

/* The positions, and T_NONE; and the fields of the map, by influence, then by
 * interest. */
extern const enum term positions[POSITIONS + 1], fields[FIELDS];

/* Those who stand under the name of a field have its influence and interest,
 * where they do not say their own. */
void stakeholders_join(struct method *method, struct map *map);

bool level_is_high(const struct bind_number *number);
bool level_is_medium(const struct bind_number *number);

/* Where somebody stands on the map; FIELDS: nowhere. */
size_t field_of(const struct stakeholder *one);

/* The sections that the map makes: the map itself, the positions by their
 * weight, the types, and the chart. */
void map_render(struct method *method, const struct map *map);
void map_render_weights(struct method *method, const struct map *map);
void map_render_types(struct method *method, const struct map *map);
void map_render_chart(struct method *method, const struct map *map);
