#!/bin/sh
# pact-register, as the register grows, and on its own report; beside
# atelier-data, which does little but read.

. tests/bench/cpu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT

echo 'pact-register, as the register grows'
for n in 1000 10000; do
	awk -v n=$n -f tests/bench/pacts.awk </dev/null >"$dir/$n.yaml"
	pact-register --today 2025-11-22 "$dir/$n.yaml" >"$dir/$n.md" || exit 1
	echo "$n $(cpu 1 pact-register --today 2025-11-22 "$dir/$n.yaml")" \
		"$(cpu 1 pact-register --today 2025-11-22 "$dir/$n.md")" \
		"$(cpu 1 atelier-data "$dir/$n.yaml")"
done | awk '
	BEGIN { printf "  %8s %10s %10s %14s\n", "pacts", "YAML ms", "report ms", "atelier-data" }
	{ printf "  %8d %10.0f %10.0f %14.0f\n", $1, $2, $3, $4 }'
