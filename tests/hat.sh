#!/bin/sh
# hat.sh TOOL [OPTION]...: a hundred sheets out of a hat, in both forms and
# languages, which the tool's count.awk counts again (hat.awk).
tool=$1
shift
hats=${work:?}/$tool-hat-
awk -v make="$hats" -f ../hat.awk -f count.awk
for sheet in "$hats"*.yaml "$hats"*.md; do
	name=${sheet%.*}
	"$tool" -l "${name##*-}" "$@" "$sheet" >"$name.told" ||
		echo "$sheet: status $?"
done
awk -f ../hat.awk -f count.awk "$hats"*.told
rm -f "$hats"*
