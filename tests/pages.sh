#!/bin/sh
# pages.sh: the commands that the manual pages and README show, run.
#
# In a literal display of a page's EXAMPLES, and in README's indented code, a line
# "$ command" is run, and gives the lines after it up to the next "$ " or the end;
# "..." alone on a line stands for any lines, and one ending in a backslash goes
# on. Pages are run in examples/, README beside it. What calls no tool (make, git)
# is not run; where no output is shown, any will do.

. tests/tap.sh
out=$(scratch pages.d)
cp -R examples "$out"
command -v mandoc >/dev/null || {
	echo "ok - pages # SKIP mandoc is missing"
	exit 0
}

# commands PREFIX: cut the text on standard input into PREFIX.N.sh, a command, and
# PREFIX.N.out, what it gives; list these prefixes.
commands()
{
	awk -v prefix="$1" '
		function begin() {
			file = prefix "." ++n
			print file
			printf "" >file ".out"
			blank = 0
		}
		function command(line) {
			print line >file ".sh"
			more = line ~ /\\$/
		}
		match($0, /^ +\$ /) {
			begin()
			indent = RLENGTH - 2
			command(substr($0, RLENGTH + 1))
			next
		}
		!file { next }
		/^ *$/ { blank++; next }
		match($0, /^ */) && RLENGTH < indent { file = ""; next }
		more { command(substr($0, indent + 1)); next }
		{
			for (; blank; blank--)
				print "" >file ".out"
			print substr($0, indent + 1) >file ".out"
		}'
}

# show FOLDER: run the commands listed on standard input there.
show()
{
	while read -r shown; do
		grep -qwF -f "$out/tools" "$shown.sh" || continue
		(cd "$1" && timeout 20 sh "$shown.sh") >"$shown.got" 2>&1 </dev/null
		status=$?
		if [ -s "$shown.out" ]; then
			awk -f tests/like.awk "$shown.out" "$shown.got" ||
				same "$shown.out" "$shown.got"
		elif [ $status -gt 1 ]; then
			echo "status $status"
			cat "$shown.got"
		fi | verdict "${shown##*/}: $(sed 1q "$shown.sh")"
	done
}

# shellcheck disable=SC2086 # a list of words
printf '%s\n' $tools >"$out/tools"
for page in man/*; do
	mandoc -T utf8 "$page" | sed 's/.\x08//g' | sed -n '/^EXAMPLES/,/^[A-Z]/p' |
		commands "$out/${page##*/}" | show "$out/examples"
done
commands "$out/README" <README | show "$out"
