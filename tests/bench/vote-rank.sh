#!/bin/sh
# vote-rank on 1 and 10 million rankings of ten options, by duels and by rounds,
# beside sort | uniq -c over the same lines; the first as lists beside vote-tally on
# the same bytes; and Schulze on 100,000 ballots of as many kinds beside
# belenios-tool, where it is present. BALLOTS scales the first (1000000).

. tests/bench/cpu
. tests/bench/peak
: "${BALLOTS:=1000000}"
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT

by_sort()
{
	LC_ALL=C sort "$1" | uniq -c
}

echo 'vote-rank, ten options: ms of processor time'
for times in 1 10; do
	n=$((BALLOTS * times))
	awk -v n=$n -f tests/bench/rankings.awk </dev/null >"$dir/ballots.yaml"
	echo "$n $(cpu 1 vote-rank "$dir/ballots.yaml") \
		$(cpu 1 vote-rank -m stv -w 3 "$dir/ballots.yaml") \
		$(cpu 1 by_sort "$dir/ballots.yaml") \
		$(peak vote-rank "$dir/ballots.yaml")"
done | awk '
	BEGIN { printf "  %9s %10s %10s %10s %9s\n", "ballots", "condorcet", "stv", "sort|uniq", "peak KiB" }
	{ printf "  %9d %10d %10d %10d %9d\n", $1, $2, $3, $4, $5 }'

awk -v n="$BALLOTS" -f tests/bench/rankings.awk </dev/null |
	sed 's/ > /, /g; s/^- \(.*\)/- [\1]/' >"$dir/lists.yaml"
echo 'dots: 10' >"$dir/dots.yaml"
echo "$BALLOTS lists: vote-rank $(cpu 1 vote-rank "$dir/lists.yaml") ms," \
	"vote-tally $(cpu 1 vote-tally "$dir/dots.yaml" "$dir/lists.yaml") ms"

n=$((BALLOTS / 10))
awk -v n=$n -v kinds=$n -f tests/bench/rankings.awk </dev/null >"$dir/ballots.yaml"
echo "vote-rank, Schulze, $n ballots of as many kinds: $(cpu 1 vote-rank -m schulze "$dir/ballots.yaml") ms"
command -v belenios-tool >/dev/null || exit 0
awk 'BEGIN { printf "[" }
	/^- / {
		gsub(/[^A-J]/, "")
		for (i = 1; i <= 10; i++)
			rank[index("ABCDEFGHIJ", substr($0, i, 1))] = i
		printf "%s[", (n++ ? "," : "")
		for (i = 1; i <= 10; i++)
			printf "%s%d", (i == 1 ? "" : ","), rank[i]
		printf "]"
	}
	END { print "]" }' "$dir/ballots.yaml" >"$dir/ballots.json"
by_belenios()
{
	belenios-tool method schulze --nchoices 10 --blank-allowed false <"$1"
}
echo "belenios-tool, the same: $(cpu 1 by_belenios "$dir/ballots.json") ms"
