/*
 * doc_inner: what the files of doc share with each other and nobody else.
 */
#pragma once

#include "sheet/doc.h"

/* The form that a file's name tells, or FORM_UNKNOWN. */
enum form doc_form_of_name(const char *name);

/* The form of a source: by the options, its name, or its first lines. */
enum form doc_form(struct doc *doc, const struct source *source);

/* The line behind the front matter that opens a source; 1 where none does. */
size_t doc_behind_front(const struct source *source);

/* Whether what stands before a line is YAML indeed. */
bool doc_front_is_yaml(struct doc *doc, const struct source *source,
    size_t end);

/* The front matter before a line: a LIST of MAPs.  What is no YAML is read line
 * by line, and is no fault. */
struct node *doc_front(struct doc *doc, const struct source *source,
    size_t end);
