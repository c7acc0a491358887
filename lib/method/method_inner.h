/*
 * method_inner: what the files of method share with each other and nobody else.
 */
#pragma once

#include "method/method.h"

/* Whether a row's value was given, and is no empty text. */
bool method_is_given(const struct bind_row *row, const void *at);

/* The value of a row as a report prints it. */
const char *method_value(const struct method *method,
    const struct bind_row *row, const void *at);

/* Makes one line of the findings that the same lacks, where there are more than
 * a few: they name all of which it does. */
void method_gather_lacks(struct method *method);
