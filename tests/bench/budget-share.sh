#!/bin/sh
# budget-share on 32,500, 65,000 and 130,000 ballots over 250 projects, by votes
# and by equal shares with add1; the most that is wanted is ten seconds. BALLOTS
# scales all (130000).

. tests/bench/cpu
. tests/bench/peak
: "${BALLOTS:=130000}"
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT

echo 'budget-share, 250 projects: ms of processor time'
for part in 4 2 1; do
	n=$((BALLOTS / part))
	awk -v n=$n -f tests/bench/budget.awk </dev/null >"$dir/ballots.yaml"
	echo 'method: equal shares' >"$dir/equal.yaml"
	echo 'method: by votes' >"$dir/votes.yaml"
	echo "$n $(cpu 1 budget-share "$dir/votes.yaml" "$dir/ballots.yaml") \
		$(cpu 1 budget-share "$dir/equal.yaml" "$dir/ballots.yaml") \
		$(peak budget-share "$dir/equal.yaml" "$dir/ballots.yaml")"
done | awk '
	BEGIN { printf "  %9s %10s %13s %9s\n", "ballots", "by votes", "equal shares", "peak KiB" }
	{ printf "  %9d %10d %13d %9d\n", $1, $2, $3, $4 }'
