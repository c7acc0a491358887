#!/bin/sh
# charts.sh TOOL: Mermaid takes each chart that the tool's cases expect, and
# those of its examples and cases with --chart, in French and in English.

. tests/tap.sh
. tests/readers.sh
tool=$1
out=$(scratch "$tool.charts.d")
cases=$top/tests/$tool

# charts FILE OPTION ...: a report in each language; a fault is the cases' affair.
charts()
{
	report=$out/${1##*/}
	input=$1
	shift
	for language in fr en; do
		timeout 20 "$tool" "$@" --chart -l $language <"$input" \
			>"$report.$language.md" 2>/dev/null
	done
}

if "$tool" --help | grep -q -e '--chart'; then
	for file in $(examples "$tool"); do
		charts "$file"
	done
	for file in "$cases"/*.in; do
		eval "charts \"\$file\" $(options "${file%.in}")"
	done
elif ! grep -qs '```mermaid' "$cases"/*.out; then
	exit 0
fi

name="$tool: charts that Mermaid takes"
missing=$(lacks mermaid)
if [ "$missing" ]; then
	echo "ok - $name # SKIP $missing"
	exit 0
fi

grep -l '```mermaid' "$cases"/*.out "$out"/*.md 2>/dev/null |
	xargs -r sh -c '. tests/readers.sh && node_run charts.mjs "$@"' sh >"$out/said"
count=$(sed -n 's/^\([1-9][0-9]*\) charts$/\1/p' "$out/said")
{
	[ "$count" ] || echo "no chart found"
	sed '/^[0-9]* charts$/d' "$out/said"
} | verdict "$name (${count:-0})"
