#!/bin/sh
# swot-cross on the seminar's file, beside cmark on Markdown of the same size;
# then what it costs as the SWOT grows.

. tests/bench/cpu
example=examples/01-swot-cross.yaml
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT

size=$(wc -c <$example)
swot-cross $example >"$dir/report.md" || exit 1
cat "$dir/report.md" "$dir/report.md" | head -c "$size" >"$dir/same-size.md"
ours=$(cpu 200 swot-cross $example)
theirs=$(cpu 200 cmark "$dir/same-size.md")
awk -v size="$size" -v ours="$ours" -v theirs="$theirs" 'BEGIN {
	printf "swot-cross, start to finish, on %d bytes\n", size
	printf "  swot-cross %8.2f ms of processor time\n", ours
	printf "  cmark      %8.2f ms\n", theirs
	printf "  ratio      %8.2f\n", ours / theirs
}'

echo 'swot-cross, as the crossings grow'
for n in 1 10 100 1000; do
	awk -v n=$n -f tests/bench/swot.awk </dev/null >"$dir/$n.yaml"
	swot-cross "$dir/$n.yaml" >/dev/null || exit 1
	echo "$n $(wc -c <"$dir/$n.yaml") $(cpu $((200 / n + 1)) swot-cross "$dir/$n.yaml")"
done | awk '
	BEGIN { printf "  %6s %10s %10s %10s %8s\n", "times", "bytes", "ms", "ns/byte", "growth" }
	{
		cost = $3 * 1e6 / $2
		printf "  %6d %10d %10.2f %10.1f", $1, $2, $3, cost
		printf before ? " %8.2f\n" : "\n", before ? cost / before : 0
		before = cost
	}'
