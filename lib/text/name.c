#include "text/name.h"

#include "base/arena.h"

void
name_init(struct names *names, struct arena *arena)
{
	dict_init(&names->letters, arena);
}

const char *
name_letter(struct names *names, const char *name)
{
	struct dict_entry *entry = dict_enter(&names->letters, name);
	char letters[16], *at = letters + sizeof(letters) - 1;
	size_t n = names->letters.count;

	if (entry->value == NULL) {
		*at = '\0';
		for (; n > 0; n = (n - 1) / 26)
			*--at = (char)('A' + (n - 1) % 26);
		entry->value = arena_string(names->letters.arena, at);
	}
	return entry->value;
}
