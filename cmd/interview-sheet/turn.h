/*
 * turn: an interview that is typed as it was spoken, turn by turn, as questions
 * with their answers.
 */
#pragma once

#include "method/method.h"

/* Has the turns of a document's section, or right under its title, be questions
 * of the document: the first one ends with a question mark, and another one
 * answers.  Of a section that is not the tool's own all must be turns.  Whether
 * they were. */
bool turn_read(struct method *method, struct node *root, struct node *section,
    bool own);
