#!/bin/sh
# consent-round on 30 rounds of 200 members about a proposal of two versions of
# 20,000 words: from YAML beside an empty loop over libyaml's events, and from
# Markdown, which is its own report, beside cmark.

. tests/bench/cpu
: "${CC:=cc}"
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT

# shellcheck disable=SC2046 # flags are words
$CC -O2 -o "$dir/loop" tests/bench/yamlloop.c $(pkg-config --cflags --libs yaml-0.1) ||
	exit 1
awk -v members=200 -v rounds=30 -v words=20000 -f tests/bench/consent.awk \
	</dev/null >"$dir/round.yaml"
consent-round "$dir/round.yaml" >"$dir/round.md" || exit 1
{
	echo "YAML $(wc -c <"$dir/round.yaml") $(cpu 5 consent-round "$dir/round.yaml") \
		$(cpu 5 "$dir/loop" "$dir/round.yaml")"
	echo "Markdown $(wc -c <"$dir/round.md") $(cpu 5 consent-round "$dir/round.md") \
		$(cpu 5 cmark "$dir/round.md")"
} | awk '
	BEGIN {
		print "consent-round, 200 members, 30 rounds, 2 x 20000 words"
		printf "  %8s %8s %10s %10s %8s\n", "from", "bytes", "ms", "parser, ms", "ratio"
	}
	{ printf "  %8s %8d %10.1f %10.1f %8.2f\n", $1, $2, $3, $4, $3 / $4 }'
