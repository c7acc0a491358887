#!/bin/sh
# atelier-report on 100, 200 and 400 chapters of 50 KB, beside cmark on the same
# bytes: processor time and memory.  CHAPTERS scales all (100).

. tests/bench/cpu
. tests/bench/peak
: "${CHAPTERS:=100}"
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT

for times in 1 2 4; do
	n=$((CHAPTERS * times))
	mkdir "$dir/$n"
	awk -v chapters=$n -v bytes=50000 -v dir="$dir/$n" \
		-f tests/bench/chapters.awk </dev/null
	cat "$dir/$n"/* >"$dir/all.md"
	echo "$n $(wc -c <"$dir/all.md") $(cpu 1 atelier-report "$dir/$n"/*) \
		$(cpu 1 cmark "$dir/all.md") $(peak atelier-report "$dir/$n"/*) \
		$(peak cmark "$dir/all.md")"
	rm -r "${dir:?}/$n"
done | awk '
	BEGIN {
		print "atelier-report, chapters of 50 KB"
		printf "  %8s %10s %8s %8s %8s %9s %9s %8s %8s\n", "chapters", "bytes", "ms",
		    "cmark", "ratio", "peak KiB", "cmark", "ratio", "growth"
	}
	{
		cost = $3 / $2
		printf "  %8d %10d %8d %8d %8.2f %9d %9d %8.2f", $1, $2, $3, $4, $3 / $4,
		    $5, $6, $5 / $6
		printf before ? " %8.2f\n" : "\n", before ? cost / before : 0
		before = cost
	}'
