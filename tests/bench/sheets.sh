#!/bin/sh
# jury-grid, road-map and stakeholder-map as their sheets grow, and on their own
# reports.

. tests/bench/cpu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT

for tool in jury-grid road-map stakeholder-map; do
	echo "$tool, as its sheet grows"
	for n in 10 100 1000; do
		awk -v tool=$tool -v n=$n -f tests/bench/sheets.awk \
			</dev/null >"$dir/$n.yaml"
		$tool "$dir/$n.yaml" >"$dir/$n.md" || exit 1
		times=$((200 / n + 1))
		echo "$n $(cpu $times $tool "$dir/$n.yaml")" \
			"$(cpu $times $tool "$dir/$n.md")"
	done | awk '
		BEGIN { printf "  %8s %10s %10s\n", "things", "YAML ms", "report ms" }
		{ printf "  %8d %10.2f %10.2f\n", $1, $2, $3 }'
done
