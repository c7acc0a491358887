/*
 * panel: what the parts of panel-draw share.
 *
 * A draw is made from a list of people; what a report tells of it is a record
 * that names nobody but by an identifier.  Everything that is printed and found
 * comes from the record, so that a report says the same when it is read without
 * the people.
 */
#pragma once

#include "method/method.h"
#include "programme.h"

enum {
	PANEL_PEOPLE = 50000, /* at most: RFC 3797 numbers 65,536 draws */
	PANEL_PANELS = 10000, /* in the list, at most */
};

static const size_t PANEL_NONE = (size_t)-1;

/*
 * What is read.
 */

struct person {
	const struct node *node;
	struct bind_text id;
	struct bind_list cells; /* struct node *: the other columns */

	/* once read */
	const char *name;  /* the id, plain */
	const char *home;  /* what tells the household; "" where nothing does */
	const char *order; /* digest that puts equal people in order */
	size_t profile;
	size_t kind;  /* or PANEL_NONE: nobody can draw him or her */
	bool already; /* in the panel */
	size_t times; /* how many panels of the list have him or her */
};

struct quota {
	struct bind_text criterion, value, wanted;
	struct bind_number least, most;

	/* once read */
	const char *name; /* the value, plain */
	size_t of;        /* the criterion's place, from 0 */
	int low, high;
};

struct seed {
	struct bind_text name;
	struct bind_list numbers; /* BIND_NAMES */
	struct bind_date date;
	size_t document; /* where it stands, from 1 */
};

/*
 * The record.
 */

struct record {
	struct bind_text people, hash; /* of the list that was closed */
	struct bind_text left_out;     /* its columns, where it has no ids */
	struct bind_text optimum, gap;
	struct bind_text lists; /* the digest of the list of panels */
	struct bind_text key, digest, number;
};

struct chance {
	struct bind_text profile, best, least, most;
	struct bind_number people;
};

struct share_of_value {
	struct bind_text criterion, value, limits;
	struct bind_number people, drawn;
};

struct seat {
	struct bind_text id;
};

struct spare {
	struct bind_text of, id, remark;
};

struct listed {
	struct bind_text number;
	struct bind_list ids; /* BIND_NAMES */
};

struct panel {
	struct bind_list people, quotas, sources;
	struct bind_list already, homes; /* BIND_NAMES */
	struct bind_number size, lists_wanted, spares_wanted;
	struct bind_choice digest;
	struct bind_date closed;
	bool with_lists; /* prints them */

	struct record record;
	struct bind_list seats, spares, shares, chances, lists;

	/* once read */
	struct dict ids;           /* to struct person */
	struct bind_list criteria; /* struct criterion */
	struct bind_list profiles; /* struct profile */
	struct bind_list kinds;    /* struct kind */
	struct bind_list classes;  /* struct class */
	struct bind_list others;   /* struct share_of_value: without a quota */
	bool simple; /* one kind, and no quota: a lot person by person */
	int seated;  /* already */
};

/* The values of a criterion are those of its quotas. */
struct criterion {
	const char *name;
	struct pos pos;
	struct dict values; /* as typed, to struct quota */
	bool met;           /* some column is it */
};

struct profile {
	const char *name;
	size_t people;
	size_t *values; /* by criterion: a quota's place, or PANEL_NONE */
};

/* Households that are alike: so many of each profile. */
struct class {
	size_t households, heads; /* how many, and how many people in each */
	struct bind_list homes;   /* struct home *: in their order */
};

/* People of one profile in households of one class: they have one chance. */
struct kind {
	size_t profile, class;
	size_t people;
};

struct home {
	size_t class;
	const char *order;
	size_t seated;            /* the last panel that has somebody of it */
	struct bind_list members; /* struct person *: in their order */
};

static inline struct person *
panel_person(const struct panel *panel, size_t at)
{
	return bind_nth(&panel->people, sizeof(struct person), at);
}

static inline struct kind *
panel_kind(const struct panel *panel, size_t at)
{
	return bind_nth(&panel->kinds, sizeof(struct kind), at);
}

static inline struct profile *
panel_profile(const struct panel *panel, size_t at)
{
	return bind_nth(&panel->profiles, sizeof(struct profile), at);
}

/* Reads quotas and people, and finds the kinds that they are of. */
void pool_read(struct method *method, struct panel *panel);

/* Finds the households, and the kinds. */
void home_read(struct method *method, struct panel *panel);

/* Whether a section is a table of quotas, or of people, by its columns. */
bool quota_claims(const struct node *section);
bool pool_claims(const struct node *section);

/* Whether a text says how many seats a quota wants. */
bool quota_says(struct method *method, const char *text);

/* quota_line.c: parts the lines that name a criterion and all its quotas. */
void quota_part(struct method *method, struct panel *panel);

/* Reads the limits that quotas say. */
void quota_read(struct method *method, struct panel *panel);

/* Leaves out what a report and a sheet beside it both say: a quota of the same
 * words, a source of another document with the same numbers. */
void quota_unite(struct method *method, struct panel *panel);
void draw_unite(struct method *method, struct panel *panel);

/* The quota of a criterion that a value is, as typed; or NULL. */
struct quota *quota_of(struct method *method, const struct panel *panel,
    struct criterion *criterion, const char *typed, struct pos pos);

/* The programme whose solutions are the panels; and the fault of quotas with
 * which there is none: with the least changes that make one. */
struct programme quota_programme(struct method *method,
    const struct panel *panel);
bool quota_can(struct method *method, const struct panel *panel,
    const struct programme *programme);

/* Makes the list of panels, and the chances in it. */
void list_make(struct method *method, struct panel *panel,
    struct programme *programme);

/* Settles a value of the record: a fault where it was given, and is another. */
void panel_settle(struct method *method, enum term key, struct bind_text *value,
    const char *text);

/* Thousandths of a per cent, as chances are told. */
const char *panel_percent(struct method *method, int64_t part);

extern const struct bind_row record_rows[], chance_rows[],
    share_of_value_rows[], seat_rows[], spare_rows[], listed_rows[];

/* Draws, where there are sources: a panel of the list, or people one by one;
 * and who comes in their place. */
void draw_make(struct method *method, struct panel *panel);
