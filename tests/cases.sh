#!/bin/sh
# cases.sh TOOL: the tool's cases, each against the files beside it.

. tests/tap.sh
out=$(scratch "$1.cases.d")
files=$(scratch "$1.files.d") # of its scripts, which run beside other tools'
cd "tests/$1" || exit 1

# wanted CASE: the status.
wanted()
{
	cat "$1.status" 2>/dev/null || echo 0
}

# expect CASE STATUS: compare with what the case wants, or make it want this.
expect()
{
	if [ "${UPDATE:-}" ]; then
		rm -f "$1.out" "$1.err" "$1.status"
		[ ! -s "$out/out" ] || cp "$out/out" "$1.out"
		[ ! -s "$out/err" ] || cp "$out/err" "$1.err"
		[ "$2" -eq 0 ] || echo "$2" >"$1.status"
		return
	fi
	status_is "$(wanted "$1")" "$2"
	for stream in out err; do
		golden=$1.$stream
		[ -e "$golden" ] || golden=/dev/null
		same "$golden" "$out/$stream"
	done
}

for file in *.in *.sh; do
	[ -e "$file" ] || continue
	case=${file%.*}
	eval "set -- $1 $(options "$case")"

	if [ "$file" = "$case.sh" ]; then
		work=$files timeout 300 sh "$file" \
			</dev/null >"$out/out" 2>"$out/err"
	else
		timeout 20 "$@" <"$file" >"$out/out" 2>"$out/err"
	fi
	status=$?
	if [ "$file$status" = "$case.sh77" ]; then
		echo "ok - $1/$case # SKIP $(tail -n 1 "$out/out")"
		continue
	fi
	expect "$case" $status | verdict "$1/$case"

	if [ -e "$case.twin" ]; then
		{
			timeout 20 "$@" <"$case.twin" >"$out/twin" 2>/dev/null
			status_is "$(wanted "$case")" $?
			same "$out/out" "$out/twin"
		} | verdict "$1/$case: both forms"
	fi
done
