/*
 * change: the words that went out of a text and came in, "~~out~~ **in**".
 */
#pragma once

#include "report/report.h"

/*
 * The paragraphs and items of prose that changed from an old one to a new one,
 * each as a paragraph; those that did not, in a row, as one word that says so.
 * Only words count: a list that became one with numbers did not change.
 */
void change_write(struct report *report, const char *old, const char *new);
