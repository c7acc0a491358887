/*
 * bind_inner: what the files of bind share with each other and nobody else.
 */
#ifndef BIND_INNER_H
#define BIND_INNER_H

#include "bind.h"

/* Binds what was found for each row: a list of struct node * a row. */
void bind_rows(struct bind *bind, const struct bind_row *rows,
    const struct bind_list *nodes, void *into);

/* Binds a value of one of the kinds from BIND_PROSE on, to where it goes. */
bool bind_kind_value(struct bind *bind, const struct bind_row *row,
    const struct node *node, void *at);

/* Binds the pairs of a node by rows, and its text to the main one. */
bool bind_pairs(struct bind *bind, const struct bind_row *rows,
    const struct node *node, void *into);

/* The PROSE among the rows of a list's items, or NULL. */
const struct bind_row *bind_prose_row(const struct bind_row *row);

/* Whether a node is one text; a fault if it is not. */
bool bind_is_text(struct bind *bind, const struct bind_row *row,
    const struct node *node);

/* The fault of a key that has two values. */
void bind_conflict(struct bind *bind, const struct bind_row *row,
    const char *text, struct pos pos, const char *before,
    struct pos pos_before);

#endif
