/*
 * sheet: what the files of consent-round share: a decision by consent, with
 * what led up to the proposal.
 */
#pragma once

#include "consent/process.h"

struct clarification {
	struct bind_text from, question, answer;
};

struct driver {
	struct bind_text situation, effect, requirement;
	struct bind_yes agreed;
};

/* What another tool selected; its text in the first column that has one. */
enum { SELECTED_TEXTS = 4 };

struct selected {
	struct bind_text id, texts[SELECTED_TEXTS];
};

struct sheet {
	struct process_sheet process;
	struct driver driver;
	struct bind_list voted, chosen; /* struct selected: by a vote, a wall */
	struct bind_list clarifications;
};

/* verdict.c: what is said of the outcome, or the steps that are owed. */
void verdict_render(const struct process *process);
void verdict_render_next(const struct process *process);
