/*
 * setting: what stands above the options: the title, and what a file or the
 * command sets.
 */
#include "setting.h"

#include <string.h>

#include "base/arena.h"

const char *
setting_word(const struct import *import, enum term term)
{
	return term_name(term, import->doc->lang);
}

const char *
setting_sentence(struct import *import, enum term message, const char *text)
{
	const struct note note = { .message = message, .args = { text } };

	return note_text(import->arena, &note, import->doc->lang, NULL);
}

const char *
setting_title(struct import *import)
{
	if (import->doc->options.title != NULL)
		return md_text(import->arena, import->doc->options.title);
	if (*import->title != '\0')
		return md_words(import->arena, import->title);
	if (*import->format == '\0')
		return setting_word(import, T_IMPORT_SHEET);
	return setting_sentence(import,
	    import->has_counts ? M_IMPORT_TITLE_COUNTS : M_IMPORT_TITLE,
	    import->format);
}

bool
setting_has_most(const struct import *import)
{
	return import->as <= AS_DOTS && import->has_numbers &&
	    import->most_points > 0 && import->options->dots == NULL;
}

const char *
setting_dots(struct import *import)
{
	const char *given = import->options->dots;

	if (given == NULL &&
	    (import->as > AS_APPROVAL || *import->budget != '\0'))
		return "";
	if (setting_has_most(import))
		return option_number(import, (size_t)import->most_points);
	if (given == NULL)
		given = import->has_numbers || import->has_counts ? "none"
								  : "unlimited";
	return strcmp(given, "none") == 0 ? ""
	    : strcmp(given, "unlimited") == 0
	    ? setting_word(import, T_UNLIMITED)
	    : given;
}

void
setting_rows(struct import *import, struct setting rows[SETTINGS])
{
	struct buf grades = BUF_INIT;

	for (size_t i = 0; i < import->grades.count && import->as == AS_GRADES;
	     i++)
		buf_join(&grades, ", ", import->grades.at[i]);
	rows[0] = (struct setting){ T_QUESTION,
		md_words(import->arena, import->question) };
	rows[1] = (struct setting){ T_IMPORT_DOTS, setting_dots(import) };
	rows[2] = (struct setting){ T_IMPORT_GRADES,
		md_words(import->arena, buf_take(&grades, import->arena)) };
	rows[3] = (struct setting){ T_IMPORT_BUDGET,
		md_words(import->arena, import->budget) };
	rows[4] = (struct setting){ T_WINNERS, import->seats };
	rows[5] = (struct setting){ T_IMPORT_METHOD,
		import->method != T_NONE ? setting_word(import, import->method)
					 : "" };
	rows[7] = (struct setting){ T_RANK_UNRANKED,
		import->unranked != T_NONE && import->as == AS_RANKS
		    ? setting_word(import, import->unranked)
		    : "" };
	rows[6] = (struct setting){ T_IMPORT_COMPLETION,
		import->completion != T_NONE
		    ? setting_word(import, import->completion)
		    : "" };
}
