#include "sheet/doc_inner.h"

#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "text/speak.h"

const enum term doc_common[DOC_COMMON] = { T_TITLE, T_SUBTITLE, T_DATE, T_TIME,
	T_PLACE, T_ORGANISATION, T_AUTHOR, T_FACILITATOR, T_PARTICIPANTS,
	T_LANGUAGE, T_TAGS, T_PART };

static bool
is_among(const char *name, enum term_reading how, const struct doc_terms *terms)
{
	return term_read(name, how, terms->at, terms->count, NULL) != T_NONE;
}

/* A key with a short number behind it: "Tour 2", "Tour 2 (version 3)". */
static bool
is_numbered_key(const struct doc *doc, const char *heading)
{
	size_t n = strcspn(heading, "0123456789");
	size_t digits = strspn(heading + n, "0123456789");

	if (n < 2 || heading[n - 1] != ' ' || digits == 0 || digits > 2)
		return false;
	return is_among(arena_copy(doc->arena, heading, n - 1), TERM_PLAIN,
	    &doc->keys);
}

/* A key with a short ordinal in front of it: "2e tour", "second round". */
static bool
is_ordered_key(const struct doc *doc, const char *heading)
{
	size_t n = strcspn(heading, " "),
	       digits = strspn(heading, "0123456789");
	const char *word = arena_copy(doc->arena, heading, n);

	if (heading[n] == '\0' || digits > 2 ||
	    (digits > 0
		    ? !term_lists(T_ORDINAL_ENDINGS, word + digits)
		    : !term_is_any(word, T_FIRST, T_SECOND, T_THIRD, T_FOURTH)))
		return false;
	return is_among(heading + n + 1, TERM_PLAIN, &doc->keys);
}

/* Whether a line names items that a row knows by what they are. */
static bool
is_group(const struct doc *doc, const char *line)
{
	return doc->claims != NULL && doc->claims(doc->context, line);
}

static bool
is_key(const struct doc *doc, const char *heading)
{
	return term_find_subject(heading) != T_NONE ||
	    is_among(heading, TERM_PLAIN, &doc->keys) ||
	    is_numbered_key(doc, heading) || is_ordered_key(doc, heading) ||
	    is_group(doc, heading);
}

/* What a name is to the tool, as its reader of Markdown asks. */
static bool
is(const void *context, enum md_name what, const char *name)
{
	static const enum term people[] = { T_PARTICIPANTS };
	const struct doc *doc = context;

	switch (what) {
	case MD_KEY:
		return is_key(doc, name);
	case MD_SECTION:
		return is_key(doc, name) ||
		    is_among(name, TERM_OPENED, &doc->keys) ||
		    is_among(name, TERM_OPENED, &doc->inner) ||
		    term_read(name, TERM_OPENED, people, 1, NULL) != T_NONE;
	case MD_GROUP:
		return is_group(doc, name);
	case MD_PAIR:
		return term_read(name, TERM_OPENED, doc_common, DOC_COMMON,
			   NULL) != T_NONE ||
		    term_is(name, T_ATTENDANCE) ||
		    is_among(name, TERM_OPENED, &doc->pairs) ||
		    is_group(doc, name);
	case MD_LIST:
		/* what heads a column counts votes, whatever it names besides */
		return is_among(name, TERM_GLOSSED, &doc->lists) &&
		    !term_is(name, T_VOTES);
	default:
		return is_among(name, TERM_GLOSSED, &doc->columns);
	}
}

/* Guesses the language of what cannot be read, from the keys in its lines. */
static void
guess_language(struct doc *doc, const struct source *source)
{
	enum { MOST_LINES = 500 };
	size_t votes[3] = { 0 }, line, n;
	const char *text;
	enum lang lang;

	for (line = 1; line <= source->line_count && line <= MOST_LINES;
	     line++) {
		text = source_text(doc->arena, source, line);
		n = strcspn(text, ":");
		lang = LANG_NONE;
		if (text[n] == ':' &&
		    term_find(arena_copy(doc->arena, text, n), doc->keys.at,
			doc->keys.count, &lang) != T_NONE)
			votes[lang]++;
	}
	if (doc->lang == LANG_NONE && votes[LANG_FR] != votes[LANG_EN])
		doc->lang = votes[LANG_FR] > votes[LANG_EN] ? LANG_FR : LANG_EN;
}

static void
add_part(struct doc *doc, struct node *root, bool markdown, bool front)
{
	struct doc_part *part;

	if (root->first == NULL && root->count == 0 && root->blocks == NULL &&
	    *root->text == '\0') {
		note_add(&doc->faults, ((struct pos){ root->pos.file, 0, 0 }),
		    M_EMPTY_INPUT);
		return;
	}
	if (root->kind == NODE_TEXT) {
		note_add(&doc->faults, root->pos, M_NOT_A_MAP);
		return;
	}
	part = &ARENA_ADD(doc->arena, doc->parts, doc->part_count);
	*part =
	    (struct doc_part){ root, markdown, doc->document_count + 1, front };
	if (!front)
		doc->document_count++;
	if (markdown && doc->part_read != NULL)
		doc->part_read(doc->stream->context, part);
}

static void
add_parts(struct doc *doc, struct node *documents, bool markdown, bool front)
{
	struct node *root;

	while (documents != NULL && (root = node_take(documents)) != NULL)
		add_part(doc, root, markdown, front);
}

/* Whether the front matter that was read last has a title. */
static bool
has_title(const struct doc *doc)
{
	const struct doc_part *part =
	    doc->part_count > 0 ? doc->parts + doc->part_count - 1 : NULL;

	if (part != NULL && part->front)
		NODE_EACH(const struct node, pair, part->root)
			if (term_is(pair->key, T_TITLE))
				return true;
	return false;
}

static void
add_markdown(struct doc *doc, const struct source *source)
{
	size_t line = doc_behind_front(source);

	doc->reader->titled = false;
	if (line > 1) {
		add_parts(doc, doc_front(doc, source, line), true, true);
		doc->reader->titled = has_title(doc);
	}
	add_parts(doc, md_read(doc->reader, source, line), true, false);
}

static bool
is_blank(const struct source *source)
{
	for (size_t line = 1; line <= source->line_count; line++)
		if (!source_is_blank(source, line))
			return false;
	return true;
}

/* Whether a source that was taken for YAML is none: its name and the options
 * said nothing, it begins as a pad's title does, and YAML does not read it. */
static bool
is_misjudged(const struct doc *doc, const struct source *source,
    const struct node *documents)
{
	return documents == NULL && doc->stream == NULL &&
	    doc->options.from == FORM_UNKNOWN &&
	    doc_form_of_name(source->name) == FORM_UNKNOWN &&
	    strncmp(source->bytes, "# ", 2) == 0;
}

/* Tells of characters that nobody sees. */
static void
tell_hidden(struct doc *doc, const struct hidden *hidden, struct pos pos)
{
	if (hidden->count > 0)
		note_add(&doc->remarks, pos, M_HIDDEN,
		    arena_format(doc->arena, "U+%04X", (unsigned)hidden->first),
		    arena_format(doc->arena, "%zu", hidden->count));
}

/* Whether a source is named as what another tool makes a document of. */
static bool
is_csv(const struct doc *doc, const char *name)
{
	const char *dot = strrchr(name, '.');

	return doc->options.from == FORM_UNKNOWN && dot != NULL &&
	    (strcasecmp(dot, ".csv") == 0 || strcasecmp(dot, ".tsv") == 0);
}

/* Reads one source more; the form by its name or, if unknown, its text. */
static void
add_source(struct doc *doc, const struct source *source)
{
	size_t faults = doc->faults.count, parts = doc->part_count;
	struct node *documents;

	tell_hidden(doc, &source->hidden,
	    source_pos(source, source->hidden.at));
	if (is_blank(source)) {
		source_fault_empty(source, &doc->faults);
	} else if (is_csv(doc, source->name)) {
		note_add(&doc->faults, ((struct pos){ source->name, 0, 0 }),
		    M_FOREIGN_CSV, source->name, err_program());
	} else if (doc_form(doc, source) == FORM_YAML) {
		documents = yml_read(doc->arena, source, source->length,
		    doc->stream, &doc->faults);
		if (is_misjudged(doc, source, documents)) {
			doc->faults.count = faults;
			add_markdown(doc, source);
			return;
		}
		if (documents == NULL)
			guess_language(doc, source);
		add_parts(doc, documents, false, false);
		if (doc->faults.count == faults && doc->part_count == parts)
			source_fault_empty(source, &doc->faults);
	} else {
		add_markdown(doc, source);
	}
}

/*
 * A large YAML operand is digested as it is read, where the tool can.  UTF-16,
 * which has a NUL in its head, is read whole.
 */
static bool
add_stream(struct doc *doc, const struct source_file *file)
{
	const struct source *head;
	struct hidden hidden = { .count = 0 };
	struct pos hidden_pos;

	if (doc->stream == NULL || file->whole ||
	    memchr(file->head.at, '\0', file->head.length) != NULL)
		return false;
	head = source_head(doc->arena, file, &doc->faults);
	if (head == NULL || doc_form(doc, head) != FORM_YAML)
		return head == NULL;
	add_parts(doc,
	    yml_read_file(doc->arena, head, &file->head, file->file,
		doc->stream, &doc->faults, &hidden, &hidden_pos),
	    false, false);
	tell_hidden(doc, &hidden, hidden_pos);
	return true;
}

static void
keep_source(struct doc *doc, const struct source *source)
{
	struct doc_sources *sources = &doc->sources;

	ARENA_ADD(doc->arena, sources->at, sources->count) = source;
}

void
doc_read_again(struct doc *doc)
{
	doc->part_count = doc->document_count = 0;
	doc->faults.count = doc->findings.count = doc->remarks.count = 0;
	for (size_t i = 0; i < doc->sources.count; i++)
		add_source(doc, doc->sources.at[i]);
}

void
doc_read(struct doc *doc, char *const operands[], size_t count)
{
	const struct source *source;
	struct source_file file;

	for (size_t i = 0; i < count || i == 0; i++) {
		if (source_open(&file, count ? operands[i] : "-",
			&doc->faults) &&
		    !add_stream(doc, &file)) {
			source = source_read(doc->arena, &file, &doc->faults);
			if (source != NULL) {
				keep_source(doc, source);
				add_source(doc, source);
			}
		}
		source_close(&file);
	}
}

struct doc *
doc_open(enum term subject, const struct opt_common *options)
{
	struct arena *arena = arena_new();
	struct doc *doc = arena_alloc(arena, sizeof(*doc));

	doc->arena = arena;
	doc->faults.arena = doc->findings.arena = doc->remarks.arena = arena;
	doc->account = options->account ? account_new(arena) : NULL;
	doc->options = *options;
	doc->lang = options->lang;
	doc->subject = subject;
	doc->reader = arena_alloc(arena, sizeof(*doc->reader));
	*doc->reader = (struct md_reader){ .arena = arena,
		.faults = &doc->faults,
		.is = is,
		.subject = subject,
		.context = doc };
	return doc;
}

bool
doc_is_faulty(struct doc *doc)
{
	if (doc->faults.count == 0)
		return false;
	note_sort(&doc->faults);
	note_print(&doc->faults, doc->lang ? doc->lang : speak_lang());
	return true;
}

int
doc_close(struct doc *doc, int status)
{
	md_free(doc->reader);
	arena_free(doc->arena);
	return status;
}
