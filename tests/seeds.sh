#!/bin/sh
# seeds.sh TOOL COUNT: so many sheets out of a hat, in both forms and languages,
# each of which the tool's count.awk makes, and counts again slowly.
tool=$1
hat=${work:?}/$tool-hat
seed=1
while [ $seed -le "$2" ]; do
	form=$((seed % 2)) french=$((seed / 2 % 2))
	awk -v seed=$seed -v make=1 -v form=$form -v french=$french \
		-f count.awk >"$hat"
	"$tool" "$hat" >"$hat.md" || echo "seed $seed: status $?"
	awk -v seed=$seed -v form=$form -v french=$french -f count.awk "$hat.md"
	seed=$((seed + 1))
done
