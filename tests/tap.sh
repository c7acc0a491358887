# shellcheck shell=sh
# What the test scripts share. A test is a command that is silent when all is
# well: what it says are the diagnostics of its failure.

# Set by tests/run.
: "${top:?}" "${work:?}" "${tools?}"

# verdict NAME: the TAP point of the complaints on standard input.
verdict()
{
	if IFS= read -r complaint; then
		echo "not ok - $1"
		{
			printf '%s\n' "$complaint"
			cat
		} | sed 's/\t[0-9-]* [0-9:.]* [+-]*[0-9]*$//; s/^/# /; 60q'
	else
		echo "ok - $1"
	fi
}

# same EXPECTED ACTUAL: how two files, or all files of two folders, differ.
same()
{
	diff -a -r -u "$1" "$2" 2>&1
}

# status_is WANTED STATUS
status_is()
{
	[ "$2" -eq "$1" ] || echo "status $2, expected $1"
}

# options CASE: the options of a case, shell words on one line.
options()
{
	[ ! -e "$1.args" ] || sed 1q "$1.args"
}

# scratch NAME: a new folder for products.
scratch()
{
	rm -rf "$work/$1"
	mkdir -p "$work/$1"
	echo "$work/$1"
}

# examples TOOL: its files in examples/, those called NN-TOOL or NN-TOOL-VARIANT,
# for the longest tool name that fits.
examples()
{
	for example in "$top"/examples/[0-9][0-9]-"$1"[-.]*; do
		owner=
		for name in $tools; do
			case ${example##*/} in
			[0-9][0-9]-"$name"[-.]*)
				[ ${#name} -le ${#owner} ] || owner=$name ;;
			esac
		done
		case $owner:$example in
		"$1":*.yaml | "$1":*.md) printf '%s\n' "$example" ;;
		esac
	done
}

# sanitized TOOL: whether it is built so, which makes each run cost eight.
sanitized()
{
	nm -D "$B/$1" | grep -q __asan_init
}
