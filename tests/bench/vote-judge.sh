#!/bin/sh
# vote-judge on 1, 4 and 10 million judgements, four a ballot, beside vote-tally,
# which adds up the same numbers as dots; then sheets whose grades are names; and on
# 10,000 and 20,000 ballots beside belenios-tool, where it is present.
# BALLOTS scales all (250000).

. tests/bench/cpu
. tests/bench/peak
: "${BALLOTS:=250000}"
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT

# sheet TOOL BALLOTS: a sheet for a tool
sheet()
{
	awk -v n="$2" -v tool="$1" -f tests/bench/judgements.awk </dev/null
}

echo 'vote-judge, ballots without names: ms of processor time, and ratios'
for times in 10 40 100; do
	n=$((BALLOTS * times / 10))
	sheet judge $n >"$dir/judge.yaml"
	sheet tally $n >"$dir/tally.yaml"
	sed 's/4/Très bien/g; s/3/Bien/g; s/2/Passable/g; s/1/À rejeter/g' \
		"$dir/judge.yaml" >"$dir/names.yaml"
	echo "$((4 * n)) $(cpu 1 vote-judge "$dir/judge.yaml") \
		$(cpu 1 vote-tally "$dir/tally.yaml") $(peak vote-judge "$dir/judge.yaml") \
		$(cpu 1 vote-judge "$dir/names.yaml") $(peak vote-judge "$dir/names.yaml")"
done | awk '
	BEGIN {
		printf "  %10s %10s %10s %8s %9s %12s %9s\n", "judgements", "vote-judge",
		    "vote-tally", "ratio", "peak KiB", "grades named", "peak KiB"
	}
	{ printf "  %10d %10d %10d %8.2f %9d %12d %9d\n", $1, $2, $3, $2 / $3, $4, $5, $6 }'

command -v belenios-tool >/dev/null || exit 0
by_belenios()
{
	belenios-tool method majority-judgment --nchoices 4 --ngrades 4 \
		--blank-allowed false <"$1"
}
for n in $((BALLOTS / 25)) $((BALLOTS * 2 / 25)); do
	sheet judge $n >"$dir/judge.yaml"
	awk -F '[^0-9]+' '/^- / { printf "%s[%d,%d,%d,%d]", n++ ? "," : "[", 5 - $2, 5 - $3, 5 - $4, 5 - $5 }
		END { print "]" }' "$dir/judge.yaml" >"$dir/judge.json"
	echo "$n ballots: vote-judge $(cpu 1 vote-judge "$dir/judge.yaml") ms," \
		"belenios-tool $(cpu 1 by_belenios "$dir/judge.json") ms"
done
