#!/bin/sh
# misuse.sh TOOL: what a tool says of itself, and when it is ill-used.

. tests/tap.sh
tool=$1
out=$(scratch "$tool.misuse.d")
cd "$out" || exit 1

# something that the tool makes a report of
input=$(examples "$tool" | sed 1q)
args=
if [ -z "$input" ]; then
	for golden in "$top/tests/$tool"/*.out; do
		case=${golden%.out}
		if [ -e "$case.in" ] && [ ! -e "$case.status" ]; then
			input=$case.in
			args=$(options "$case")
			break
		fi
	done
fi

# try ARGUMENT ...: standard input is the caller's.
try()
{
	timeout 20 "$tool" "$@" >out 2>err
	status=$?
}

# informs: the last try gave something, and complained of nothing.
informs()
{
	status_is 0 "$status"
	cat err
	[ -s out ] || echo "nothing on standard output"
}

# refuses [LINES]: the last try was a fault, told in so many lines, 1 or fewer.
refuses()
{
	status_is 2 "$status"
	[ ! -s out ] || echo "something on standard output"
	complains "${1:-1}"
}

# complains LINES
complains()
{
	awk -v tool="$tool" -v most="$1" '
		NR == 1 && index($0, tool ": ") != 1 { print "no \"" tool ": \" before: " $0 }
		NR > most { print "one line too many: " $0 }
		END { if (NR == 0) print "nothing on standard error" }' err
}

# long_options PAGE ...: those that head an item of these pages.
long_options()
{
	(cd "$top/man" && grep -h '^\.It.* Fl ' "$@") |
		grep -o -e 'Fl -[a-z][a-z-]*' | sed 's/Fl -/--/' | sort -u
}

try --help
informs | verdict "$tool: --help"

# The page and --help agree on the long options, but for those common to all
# tools, which atelier.7 may tell instead.
grep -o -e '--[a-z][a-z-]*' out | sort -u >helped
long_options "$tool.1" >paged
long_options "$tool.1" atelier.7 >told
{
	comm -23 helped told | sed 's/$/ is in --help, not in the page/'
	comm -13 helped paged | sed 's/$/ is in the page, not in --help/'
} | verdict "$tool: --help and the page agree"

try --version
{
	informs
	[ "$(wc -l <out)" -eq 1 ] || echo "not one line"
} | verdict "$tool: --version"

try --no-such-option <"$input"
refuses 2 | verdict "$tool: unknown option"

try no-such-file
refuses | verdict "$tool: missing operand"

try .
refuses | verdict "$tool: a directory as operand"

try </dev/null
refuses | verdict "$tool: empty input"

: >out
eval "timeout 20 $tool $args" <"$input" >/dev/full 2>err
status=$?
refuses | verdict "$tool: full device"

# The reader is gone before the first byte: killed by SIGPIPE, or a fault where
# that is ignored.
: >out
for trap in '' 'trap "" PIPE;'; do
	{
		sleep 0.1
		eval "$trap timeout 20 $tool $args" <"$input" 2>err
		echo $? >ended
	} | :
	read -r status <ended
	{
		case $trap$status in
		141) cat err ;;
		*) refuses ;;
		esac
	} | verdict "$tool: closed pipe${trap:+, SIGPIPE ignored}"
done
