/*
 * version: the versions of a proposal, from a text, from keys or headings.
 */
#include <string.h>

#include "consent/process_inner.h"
#include "domain/action.h"
#include "report/change.h"
#include "text/place.h"

#define DIGITS "0123456789"

/* Whether the words beside a number name a term, with a mark behind or not. */
static bool
names_term(const char *text, size_t length, enum term term)
{
	ARENA_SCRATCH(arena);

	while (length > 0 && strchr(" (,", text[length - 1]) != NULL)
		length--;
	return term_is(arena_copy(arena, text, length), term);
}

/* The number that an ordinal tells, "2nd", "2e", "second"; 0: it is none. */
static size_t
ordinal(const char *word, size_t length)
{
	static const enum term words[] = { T_FIRST, T_SECOND, T_THIRD,
		T_FOURTH };
	size_t digits, number = place_number(word, &digits), i;
	ARENA_SCRATCH(arena);

	word = arena_copy(arena, word, length);
	if (number > 0 &&
	    (digits >= length || !term_lists(T_ORDINAL_ENDINGS, word + digits)))
		number = 0;
	for (i = 0; number == 0 && i < sizeof(words) / sizeof(*words); i++)
		if (term_is(word, words[i]))
			number = i + 1;
	return number;
}

/* The number that a text goes on with. */
static size_t
next_number(const char **text)
{
	size_t length, number;

	*text += strcspn(*text, DIGITS);
	number = place_number(*text, &length);
	*text += length;
	return number;
}

bool
version_number(const char *text, enum term term, size_t *number,
    size_t *version)
{
	size_t first = strcspn(text, " ");
	const char *words = text, *at = text;
	size_t length;

	*number = ordinal(text, first);
	if (*number > 0)
		words = at = text + first;
	length = strcspn(words, *number > 0 ? DIGITS "(" : DIGITS);
	if (*number == 0)
		*number = next_number(&at);
	*version = next_number(&at);
	return *number > 0 && names_term(words, length, term);
}

/* "v2", "version 2", "2" */
static size_t
version_of(const char *text)
{
	size_t number, version;

	if (version_number(text, T_VERSIONS, &number, &version))
		return number;
	return text[strspn(text, DIGITS)] == '\0' ? next_number(&text) : 0;
}

/* "Proposition v2", "Proposition (version 2)"; and 1 of "Proposal 3", one of those
 * of an agenda. */
static size_t
version_in_heading(const char *heading)
{
	size_t number, version;

	if (version_number(heading, T_PROPOSAL_VERSION, &number, &version))
		return number;
	return version_number(heading, T_PROPOSAL, &number, &version);
}

/* "Amended proposal", or "Amended proposal (Ana): we open at ten", the version after
 * the last one. */
static bool
is_amended(const char *key)
{
	return term_is(key, T_AMENDED_PROPOSAL) ||
	    names_term(key, strcspn(key, ":"), T_AMENDED_PROPOSAL) ||
	    whose_tells(key, T_AMENDED_PROPOSAL);
}

/* What stands behind the number of a version, "v2): we open at ten". */
static const char *
behind_number(const char *text)
{
	size_t length;

	text += strcspn(text, DIGITS);
	place_number(text, &length);
	text += length;
	return text + (*text == ')');
}

/* The same of a text that may begin with one in brackets, "(v2): we open". */
static const char *
without_number(const struct process *process, const char *text)
{
	return strncmp(text, "(v", 2) == 0
	    ? answer_behind(process, behind_number(text))
	    : text;
}

/* Takes who puts the proposal, unless somebody else does or, of a name alone, no
 * member has it; false: the name says something else. */
static bool
take_proposer(struct process *process, const char *who, struct pos pos)
{
	struct bind_text *proposer = &process->sheet->roles.proposer;
	size_t member, other;
	bool known = member_is(process, who, &member);

	if (process->chooses || *who == '\0' ||
	    (!known && action_looks_like_people(who)))
		return false;
	if (*proposer->text == '\0')
		*proposer = bind_text_at(who, pos);
	return known && member_is(process, proposer->text, &other)
	    ? member == other
	    : term_same(proposer->text, who);
}

/* What the name of a proposal, or of a version, says of it beside whose it is:
 * "Proposal v2 (Ana): we open at ten". */
static const char *
beyond_name(struct process *process, const struct node *node)
{
	struct arena *arena = process->arena;
	const char *key = node->key, *colon = strchr(key, ':'), *who;
	bool numbered = version_in_heading(key) > 0;
	size_t member;

	if (is_amended(key)) {
		who = whose(arena, key, T_AMENDED_PROPOSAL);
		return colon != NULL ? answer_behind(process, colon)
		    : member_is(process, who, &member) ? ""
						       : who;
	}
	who = whose(arena,
	    numbered
		? arena_format(arena, "%s %s",
		      process_word(process, T_PROPOSAL), behind_number(key))
		: key,
	    T_PROPOSAL);
	if (take_proposer(process, who, node->key_pos))
		return colon != NULL ? answer_behind(process, colon) : "";
	if (numbered)
		return answer_behind(process, behind_number(key));
	if (*who != '\0')
		return key;
	who = term_gloss(arena, key, T_PROPOSAL);
	return colon == NULL && take_proposer(process, who, node->key_pos)
	    ? ""
	    : who;
}

/* "## Proposal: we open on Saturdays", with nothing below. */
static bool
is_heading_alone(const struct node *section)
{
	ARENA_SCRATCH(arena);

	return section->first == NULL && section->blocks == NULL &&
	    *term_gloss(arena, section->key, T_PROPOSAL) != '\0';
}

bool
version_claims(const struct node *section)
{
	return version_in_heading(section->key) > 0 ||
	    is_amended(section->key) || is_heading_alone(section) ||
	    whose_tells(section->key, T_PROPOSAL) || record_claims(section);
}

bool
version_goes_on(const struct node *section)
{
	return is_amended(section->key) || version_in_heading(section->key) > 1;
}

static const struct version *
find(const struct process *process, size_t number)
{
	BIND_EACH(const struct version, version, &process->versions)
		if (version->number == number)
			return version;
	return NULL;
}

static void
add(struct process *process, size_t number, const char *prose, struct pos pos)
{
	const struct version version = { number, "", prose, pos };
	const struct version *same = find(process, number);
	const char *name = arena_format(process->arena, "v%zu", number);

	if (*prose == '\0' || (same != NULL && strcmp(same->prose, prose) == 0))
		return;
	if (same != NULL && number == 1)
		bind_fault(process->bind, pos, M_CONSENT_ANOTHER,
		    bind_place(process->bind, same->pos));
	else if (same != NULL)
		bind_fault(process->bind, pos, M_CONSENT_TWICE, name,
		    bind_place(process->bind, same->pos));
	if (same != NULL)
		return;
	if (number < process->consent.newest)
		bind_fault(process->bind, pos, M_CONSENT_OUT_OF_ORDER, name,
		    arena_format(process->arena, "v%zu",
			process->consent.newest));
	process->consent.newest = number;
	bind_add(process->bind, &process->versions, version);
}

/* Who amended a version, where a member is named: "Amended proposal (Ana)", "Version
 * 2 (Ana)". */
static void
tell_author(struct process *process, size_t number, const char *key)
{
	const char *who = is_amended(key)
	    ? whose(process->arena, key, T_AMENDED_PROPOSAL)
	    : answer_behind(process, behind_number(key));
	size_t member;

	if (member_is(process, who, &member))
		BIND_EACH(struct version, version, &process->versions)
			if (version->number == number)
				version->by = who;
}

bool
version_amended(struct process *process, const char *key, const char *text,
    struct pos pos)
{
	struct node *told = node_text(process->arena, text, pos);

	if (!is_amended(key))
		return false;
	add(process, process->consent.newest + 1,
	    md_prose(process->arena, without_number(process, text)), pos);
	told->key = key;
	told->key_pos = pos;
	account_tell(process->bind->doc->account, told, ACCOUNT_READ,
	    T_PROPOSAL);
	return true;
}

size_t
version_above(const struct process *process, struct pos pos)
{
	const struct version *version = process->versions.at;
	const struct pos first = round_at(process, 0)->pos;
	size_t above = 0, i;

	for (i = 0; i < process->versions.count; i++) {
		if (version[i].pos.file != first.file ||
		    (i == 1 && version[i].pos.line < first.line))
			return 0;
		if (version[i].pos.line < pos.line)
			above = version[i].number;
	}
	return above;
}

/* The number of a version that a child of a proposal is; 0: it is none. */
static size_t
version_at(const struct node *node, const struct node *child)
{
	return *child->key != '\0' && child->level >= (node->level > 0) &&
		(*child->whole == '\0' || child->level > 0)
	    ? version_of(child->key)
	    : 0;
}

/* The text of a proposal, behind what its name adds; pairs of YAML, "who: Ana", are
 * a list of them. */
static const char *
prose_of(struct process *process, const char *name, const struct node *node)
{
	const struct node *child = node->first;
	struct buf text = BUF_INIT;

	while (child != NULL && *child->key != '\0' && child->first == NULL)
		child = child->next;
	if (*name != '\0')
		buf_format(&text, "%s\n\n", name);
	if (child != NULL || node->first == NULL ||
	    bind_in_markdown(process->bind, node->pos))
		buf_string(&text, bind_prose(process->bind, T_NONE, node));
	else
		for (child = node->first; child != NULL; child = child->next)
			buf_format(&text, "- **%s%s** %s\n", child->key,
			    process_word(process, T_KEY_COLON), child->text);
	return md_prose(process->arena, buf_take(&text, process->arena));
}

/* Refuses several texts under "Proposals": are they decided as one? */
static void
refuse_several(struct process *process, const struct node *node)
{
	size_t length = strlen(node->key), count = 0;

	MD_EACH(const struct md_block, block, node)
		if (md_use(block) != MD_ITEMS)
			return;
	NODE_EACH(const struct node, item, node)
		count += item->level == 0 && *item->key == '\0';
	if (count > 1 && length > 0 && strchr("sS", node->key[length - 1]))
		bind_fault(process->bind, node->key_pos, M_CONSENT_SEVERAL,
		    node->key, process_number(process, count));
}

/* A proposal, whole or in versions; text beside these is nobody's. */
static void
read_node(struct process *process, const struct node *node)
{
	size_t number = is_amended(node->key) ? process->consent.newest + 1
					      : version_in_heading(node->key);
	const struct node *child = node->first;

	if (child != NULL && node->level == 0 && node->count == 1 &&
	    term_is(child->key, T_VERSIONS) && child->first != NULL)
		node = child;
	for (child = node->first; child != NULL; child = child->next)
		if (version_at(node, child) > 0)
			break;
	if (child == NULL) {
		refuse_several(process, node);
		add(process, number ? number : 1,
		    prose_of(process, beyond_name(process, node), node),
		    node->pos);
		if (is_amended(node->key))
			tell_author(process, number, node->key);
		return;
	}
	if (node->level > 0 &&
	    *md_section_prose(process->arena, node, true) != '\0')
		bind_fault(process->bind, node->pos, M_CONSENT_STRAY_TEXT);
	for (child = node->first; child != NULL; child = child->next) {
		if (child->level < (node->level > 0))
			continue;
		number = version_of(child->key);
		if (number == 0)
			bind_fault(process->bind, child->key_pos,
			    M_CONSENT_NOT_A_VERSION, child->key);
		else
			add(process, number, prose_of(process, "", child),
			    child->pos);
		tell_author(process, number, child->key);
	}
}

void
version_read(struct process *process)
{
	const struct bind_list *nodes = &process->sheet->proposals;

	BIND_EACH(const struct node *const, node, nodes)
		read_node(process, *node);
	if (process->versions.count == 0 && process->instead.given)
		add(process, 1, md_prose(process->arena, process->instead.text),
		    process->instead.pos);
	if (process->versions.count == 0 && nodes->count == 0 &&
	    !process->chooses)
		bind_miss(process->bind, T_PROPOSAL);
}

size_t
version_find(struct process *process, const char *text, struct pos pos)
{
	const char *plain = md_plain(process->arena, text);
	size_t number = version_of(plain);

	if (find(process, number) != NULL)
		return number;
	bind_fault(process->bind, pos,
	    number == 0 ? M_CONSENT_NOT_A_VERSION : M_CONSENT_NO_SUCH_VERSION,
	    plain);
	return 0;
}

void
version_render(const struct process *process)
{
	struct report *report = process->method->report;

	report_section(report, T_PROPOSAL);
	BIND_EACH(const struct version, version, &process->versions) {
		if (process->versions.count > 1 || version->number > 1)
			report_part(report,
			    arena_format(process->arena, "%s %zu%s%s%s",
				process_word(process, T_VERSION_ONE),
				version->number, *version->by ? " (" : "",
				version->by, *version->by ? ")" : ""));
		report_prose(report, version->prose);
	}
}

/* The prose that words are compared in: with letters for names, if they are
 * asked for. */
static const char *
shown(const struct method *method, const struct version *version)
{
	return method->anonymous ? people_text(&method->people, version->prose)
				 : version->prose;
}

void
version_render_changes(const struct process *process)
{
	struct method *method = process->method;
	const struct version *before = NULL;

	if (process->versions.count > 1)
		report_section(method->report, T_DIFFERENCES);
	BIND_EACH(const struct version, version, &process->versions) {
		if (before != NULL) {
			report_part(method->report,
			    method_text(method, M_CONSENT_FROM_TO,
				process_number(process, before->number),
				process_number(process, version->number)));
			change_write(method->report, shown(method, before),
			    shown(method, version));
		}
		before = version;
	}
}
