#!/bin/sh
# vote-tally on 1, 2 and 4 million ballots, beside an empty loop over libyaml's
# events, awk counting the same marks, and sort | uniq -c; then what it keeps in
# memory for each ballot. BALLOTS scales all (1000000).

. tests/bench/cpu
. tests/bench/peak
: "${BALLOTS:=1000000}" "${CC:=cc}"
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT

# shellcheck disable=SC2046 # flags are words
$CC -O2 -o "$dir/loop" tests/bench/yamlloop.c $(pkg-config --cflags --libs yaml-0.1) ||
	exit 1

by_awk()
{
	awk -F '[][, ]+' '/^- \[/ { for (i = 2; i < NF; i++) votes[$i]++ }
		END { for (option in votes) print option, votes[option] }' "$1"
}

by_sort()
{
	LC_ALL=C sort "$1" | uniq -c
}

echo 'vote-tally, ballots without names: ms of processor time, and ratios'
for times in 1 2 4; do
	n=$((BALLOTS * times))
	awk -v n=$n -f tests/bench/ballots.awk </dev/null >"$dir/ballots.yaml"
	echo "$n $(cpu 1 vote-tally "$dir/ballots.yaml") $(cpu 1 "$dir/loop" "$dir/ballots.yaml") \
		$(cpu 1 by_awk "$dir/ballots.yaml") $(cpu 1 by_sort "$dir/ballots.yaml") \
		$(peak vote-tally "$dir/ballots.yaml")"
done | awk '
	BEGIN {
		printf "  %9s %10s %10s %8s %8s %8s %9s %8s\n", "ballots", "vote-tally",
		    "empty loop", "ratio", "/ awk", "/ sort", "peak KiB", "growth"
	}
	{
		cost = $2 / $1
		printf "  %9d %10d %10d %8.2f %8.2f %8.2f %9d", $1, $2, $3, $2 / $3, $2 / $4,
		    $2 / $5, $6
		printf before ? " %8.2f\n" : "\n", before ? cost / before : 0
		before = cost
	}'

echo 'vote-tally, ballots with names: peak memory'
for times in 0 1 2 4; do
	n=$((BALLOTS * times))
	awk -v n=$n -v named=1 -f tests/bench/ballots.awk </dev/null >"$dir/ballots.yaml"
	echo "$n $(peak vote-tally "$dir/ballots.yaml") \
		$(awk '/^- \{/ { sub(/,.*/, ""); sub(/.*: /, ""); bytes += length($0) } END { print bytes + 0 }' \
		"$dir/ballots.yaml")"
done | awk '
	BEGIN { printf "  %9s %9s %26s\n", "ballots", "peak KiB", "bytes each, less the name" }
	$1 == 0 { base = $2; next }
	{ printf "  %9d %9d %26.1f\n", $1, $2, (($2 - base) * 1024 - $3) / $1 }'
