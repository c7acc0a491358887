#!/bin/sh
# faults.sh TOOL: what a tool does with sheets that are none of what its rows
# want, and where memory, files or the stack end.

. tests/tap.sh
tool=$1
out=$(scratch "$tool.faults.d")

# Under the sanitizers this takes minutes, and what the program of the test leaves
# behind, which ends the tool in its middle, is a leak to them.
sanitized=
! sanitized "$tool" || sanitized=yes

# Each row with nothing, or with a text, a list or a map where it wants another
# thing: a report or a fault, and no crash. What ended it all is left in the
# file, and shown.
if [ "$sanitized" ]; then
	echo "ok - $tool: values of the wrong shape # SKIP make check does it"
else
	NOLAWS=1 timeout 300 "$B/hat/$tool" "$out/sheet" odd \
		</dev/null >"$out/said" 2>"$out/err"
	{
		status_is 0 $?
		[ ! -e "$out/sheet" ] || cat "$out/sheet"
		grep ' [a-z]*: ' "$out/said"
	} | verdict "$tool: values of the wrong shape"
fi

cd "$out" || exit 1
input=$(examples "$tool" | sed 1q)
[ "$input" ] || exit 0

# ends COMMAND: a fault in one line, with nothing on standard output.
ends()
{
	(eval "$1") >out 2>err
	status_is 2 $?
	[ ! -s out ] || echo "$1: something on standard output"
	[ "$(wc -l <err)" -eq 1 ] || echo "$1: not one line on standard error"
}

if [ "$sanitized" ]; then
	echo "ok - $tool: no memory # SKIP the sanitizer has its own"
else
	# shellcheck disable=SC2097,SC2098 # the tool is to have it, no other
	FAULTS=$out/memory EVERY=${EVERY:-29} LD_PRELOAD=$B/memory.so \
		"$B/$tool" "$input" >/dev/null 2>err
	{
		cat err
		tail -n 1 memory.told | grep -q 'the last$' || echo "it ended early"
		sed '$d' memory.told
	} | verdict "$tool: no memory"
fi

{
	ends "$tool <&-"
	ends "$tool /proc/self/mem"
	ends "$tool '$input' >&-"
	(ulimit -f 0; exec "$tool" "$input" >full 2>err)
	status_is 2 $?
	"$tool" "$input" <&- >open
	"$tool" "$input" 2>&- | same open -
} | verdict "$tool: streams that are closed or end"

# Reading fails at the start, in the middle, at the end, and behind all that is
# read before it is known what stands there.
if [ "$sanitized" ]; then
	echo "ok - $tool: reading fails # SKIP the sanitizer has its own"
else
	{
		length=$(wc -c <"$input")
		case $input in *.yaml) yes '# x' | head -n 50000 | cat "$input" - >long.yaml ;; esac
		for reads in 0 $((length / 2)) "$length" 150000; do
			long=$input
			[ "$reads" -lt 150000 ] || [ ! -e long.yaml ] || long=$out/long.yaml
			ends "READS=$reads LD_PRELOAD=$B/memory.so $tool '$long'"
			grep -q 'the device does not answer' err || cat err
		done
	} | verdict "$tool: reading fails"
fi

# A pipe that nobody reads yet, and which does not wait: all arrives.
{
	"$tool" "$input" | { sleep 0.1; cat; } | same open -
	# shellcheck disable=SC3045 # dash and bash have it
	(ulimit -s 64; exec "$tool" "$input") 2>&1 | same open -
} | verdict "$tool: a slow reader, and a small stack"

# What took the square of its length took minutes here: pairs of the user's own,
# marks on one letter, signs that may draw a count, colons, a word, lines of one row,
# text struck out, controls of direction, which are shown by numbers.
if [ "$sanitized" ]; then
	echo "ok - $tool: long sheets # SKIP make check does it"
else
	awk 'BEGIN { print "a:"; for (i = 0; i < 16000; i++) print "  - texte: a" i "\n    x: b" }' >pairs.md
	LC_ALL=C awk 'BEGIN { for (i = 0; i < 30000; i++) {
		marks = marks "\314\201\314\243"; signs = signs "\\\\"
		colons = colons "::"; word = word "aa"
		if (i % 3 == 0) { struck = struck "~~a~~ "; turns = turns "\342\200\256" } }
		print "# T\n\n" turns "\n\n- e" marks "\n- a " signs
		print "- " colons "\n- " word "\n- " struck }' >signs.md
	awk 'BEGIN { print "# T\n"; for (i = 0; i < 40000; i++) print "| a | b |"
		print "+---+---+" }' >drawn.md
	for sheet in pairs.md signs.md drawn.md; do
		# shellcheck disable=SC3045 # dash and bash have it
		(ulimit -t 12; exec "$tool" "$sheet" >/dev/null 2>&1)
		[ $? -le 2 ] || echo "$sheet: it takes too long"
	done | verdict "$tool: long sheets"
fi

# No name of a file, and no argument, reaches a terminal raw.
name=$(printf 'a\033[31m\302\233\342\200\256b')
{
	"$tool" "$name" 2>&1
	"$tool" --lang "$name" 2>&1
} | grep -a -e "$(printf '\033')" -e "$(printf '\302\233')" -e "$(printf '\342\200\256')" |
	verdict "$tool: names with controls"
