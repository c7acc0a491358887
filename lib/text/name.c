#include "text/name.h"

#include "base/arena.h"

char *
name_nth(struct arena *arena, size_t n)
{
	char letters[16], *at = letters + sizeof(letters) - 1;

	*at = '\0';
	for (; n > 0; n = (n - 1) / 26)
		*--at = (char)('A' + (n - 1) % 26);
	return arena_string(arena, at);
}

const char *
name_letter(struct dict *letters, const char *name)
{
	struct dict_entry *entry = dict_enter(letters, name);

	if (entry->value == NULL)
		entry->value = name_nth(letters->arena, letters->count);
	return entry->value;
}
