# shellcheck disable=SC2154 # work comes from tests/run
# What it writes as YAML reads back as the same document.
for input in pad.in yaml.in computed.in; do
	atelier-data --all "$input" >"$work/data-json"
	atelier-data --all --to yaml "$input" |
		atelier-data --all | cmp - "$work/data-json" && echo "$input"
done
