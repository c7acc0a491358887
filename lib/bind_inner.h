/*
 * bind_inner: what the files of bind share with each other and nobody else.
 */
#ifndef BIND_INNER_H
#define BIND_INNER_H

#include "bind.h"

/* Binds what was found for each row: a list of struct node * a row. */
void bind_rows(struct bind *bind, const struct bind_row *rows,
    const struct bind_list *nodes, void *into);

#endif
