/*
 * yml_fault: what libyaml found wrong, in words that a clerk can act on.
 */
#include <errno.h>
#include <string.h>

#include "base/arena.h"
#include "source/yml_inner.h"
#include "text/note.h"
#include "text/uni.h"

static bool
problem_has(const char *problem, const char *words)
{
	return problem != NULL && strstr(problem, words) != NULL;
}

/* The character at a mark, as a string. */
static const char *
char_at(const struct yml_reading *reading, yaml_mark_t mark)
{
	const char *at, *end;
	size_t length, i;

	at = source_line(reading->source, mark.line + 1, &length);
	at = arena_copy(reading->kept, at, length);
	for (i = 0; i < mark.column && *at != '\0'; i++)
		uni_next(&at);
	end = at;
	uni_next(&end);
	return arena_until(reading->kept, at, end);
}

static void
fault_start(struct yml_reading *reading, yaml_mark_t mark)
{
	const char *at = char_at(reading, mark);

	if (*at == '\0') /* beyond what is held of a large input */
		note_add(reading->faults, yml_pos_of(reading, mark),
		    M_YAML_SYNTAX);
	else if (*at == '\t')
		note_add(reading->faults, yml_pos_of(reading, mark),
		    M_YAML_TAB);
	else
		note_add(reading->faults, yml_pos_of(reading, mark),
		    M_YAML_START, at);
}

/*
 * Finds the mark that opened a value on a line where something stands behind
 * its end: "- [a](b)", "- [ ] a", "key: \"a\" b".
 */
static bool
find_opening(const struct yml_reading *reading, yaml_mark_t *mark)
{
	size_t length, at = 0, i;
	const char *line =
	    source_line(reading->source, mark->line + 1, &length);

	for (i = 0; i + 1 < length; i++)
		if (strchr("-:", line[i]) != NULL && line[i + 1] == ' ' &&
		    (line[i] == ':' || i == at))
			at = i + 2;
		else if (line[i] == ' ' && i == at)
			at++;
	if (at >= length || strchr("[{\"'", line[at]) == NULL)
		return false;
	i = uni_count(line, at);
	if (i >= mark->column)
		return false;
	mark->column = i;
	return true;
}

/* Whether a line is a key without a value: it is indented amiss. */
static bool
is_bare_key(const struct yml_reading *reading, size_t line)
{
	size_t length;
	const char *text = source_line(reading->source, line, &length);

	while (length > 0 && text[length - 1] == ' ')
		length--;
	return length > 0 && memchr(text, ':', length) == text + length - 1;
}

void
yml_fault_syntax(struct yml_reading *reading)
{
	const yaml_parser_t *parser = &reading->parser;
	const char *problem = parser->problem, *context = parser->context;
	yaml_mark_t mark = parser->problem_mark;

	reading->broken = true;
	if (parser->error == YAML_MEMORY_ERROR)
		err_die(ENOMEM);
	if (parser->error == YAML_READER_ERROR && reading->feed != NULL)
		note_add(reading->faults, reading->feed->pos,
		    reading->feed->fault,
		    arena_string(reading->kept, reading->feed->why));
	else if (parser->error == YAML_READER_ERROR)
		note_add(reading->faults,
		    source_pos(reading->source, parser->problem_offset),
		    M_CONTROL_CHARACTER);
	else if (problem_has(problem, "mapping values are not allowed") &&
	    !is_bare_key(reading, mark.line + 1))
		note_add(reading->faults, yml_pos_of(reading, mark),
		    M_YAML_COLON);
	else if (problem_has(problem, "tab character"))
		note_add(reading->faults, yml_pos_of(reading, mark),
		    M_YAML_TAB);
	else if (problem_has(problem, "cannot start any token"))
		fault_start(reading, mark);
	else if (problem_has(context, "scanning an alias") ||
	    problem_has(context, "scanning an anchor") ||
	    problem_has(context, "scanning a tag") ||
	    problem_has(context, "scanning a directive") ||
	    problem_has(context, "scanning a block scalar"))
		fault_start(reading, parser->context_mark);
	else if (problem_has(problem, "escape character"))
		note_add(reading->faults, yml_pos_of(reading, mark),
		    M_YAML_ESCAPE);
	else if (problem_has(context, "scanning a quoted scalar"))
		note_add(reading->faults,
		    yml_pos_of(reading, parser->context_mark), M_YAML_QUOTE);
	else if (problem_has(context, "scanning a simple key"))
		note_add(reading->faults,
		    yml_pos_of(reading, parser->context_mark), M_YAML_NO_KEY);
	else if (problem_has(problem, "did not find expected") &&
	    find_opening(reading, &mark))
		fault_start(reading, mark);
	else if (problem_has(problem, "',' or ']'") ||
	    problem_has(problem, "',' or '}'"))
		fault_start(reading, parser->context_mark);
	else
		note_add(reading->faults, yml_pos_of(reading, mark),
		    M_YAML_SYNTAX);
}
