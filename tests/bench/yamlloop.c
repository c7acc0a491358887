/*
 * yamlloop: libyaml's events of a file, and nothing done with them: what a
 * reader of YAML costs at the least.
 */
#include <stdio.h>
#include <yaml.h>

int
main(int argc, char **argv)
{
	FILE *file = argc > 1 ? fopen(argv[1], "r") : stdin;
	yaml_parser_t parser;
	yaml_event_t event;
	int end = 0;

	if (file == NULL || !yaml_parser_initialize(&parser))
		return 2;
	yaml_parser_set_input_file(&parser, file);
	while (!end) {
		if (!yaml_parser_parse(&parser, &event))
			return 2;
		end = event.type == YAML_STREAM_END_EVENT;
		yaml_event_delete(&event);
	}
	yaml_parser_delete(&parser);
	return 0;
}
