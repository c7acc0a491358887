/*
 * item: an item of a list that is being made, as a map.
 */
#pragma once

#include "data.h"

/* A pair to be put in the place of its row among the rows, SIZE_MAX behind all of
 * them; equal ones stay as they came. */
struct pair {
	size_t rank, place;
	struct node *node, *beside;
};

/* Puts pairs in that order. */
void item_order(struct pair *pairs, size_t count);

/* An item that is being made. */
struct item {
	struct view *view;
	const struct row *rows;
	struct pair *pairs;
	size_t count;
	struct lift { /* lists that stand at the top of a sheet */
		const struct row *from, *to;
		struct node *items;
	} * lifts;
	size_t lift_count;
};

/* Puts a pair of some rank, SIZE_MAX behind all that rows know; and a value under the
 * key of a row, unless there is nothing. */
void item_put(struct item *item, size_t rank, struct node *node);
void item_put_value(struct item *item, const struct row *row,
    struct node *value);

/* The place of a row among those of the item. */
size_t item_rank(const struct item *item, const struct row *row);

/* The pairs as a map: those that rows know in front, in the order of the rows. */
struct node *item_map(struct item *item, struct pos pos);

/* Puts what stands in an item into the list at the top that it is of. */
void item_lift(const struct item *item, const struct lift *lift);
