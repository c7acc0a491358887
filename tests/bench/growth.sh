#!/bin/sh
# Every tool on its examples, made 1, 10, 100 and 1000 times as long, and on the
# reports of those: processor time, and the exponent of its growth in the last
# step. Above 1.2 is marked, and a failure. TOOLS names some of them only.

. tests/bench/cpu
: "${TOOLS:=}"
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT

# What stands once: what a tool bounds, or one of two lists whose product a report
# is by its nature.
once_in()
{
	case $1 in
	swot-cross) echo 'opportunités|menaces|opportunities|threats' ;;
	consent-round) echo 'membres|moteur|proposition|tours|suivi' ;;
	role-election) echo 'membres|rôle|proposition|tours|objections|amendements' ;;
	jury-grid) echo 'critères' ;;
	budget-share) echo 'projets' ;;
	vote-*) echo 'options|mentions' ;;
	panel-draw) echo 'critères|sources' ;;
	esac
}

# Words that stay in all copies: the jury's names.
kept_in()
{
	case $1 in
	jury-grid) sed -n 's/^  \([^ -].*\):$/\1/p' "$2" ;;
	esac
}

tool_of()
{
	tool=${1##*/[0-9][0-9]-}
	tool=${tool%.*}
	while [ ! -x "$B/$tool" ]; do
		tool=${tool%-*}
	done
	echo "$tool"
}

grown()
{
	case $1 in *.csv) csv=1 ;; *) csv= ;; esac
	LC_ALL=C awk -v times="$2" -v csv=$csv -v once="$(once_in "$3")" \
		-v words="$(kept_in "$3" "$1" | tr '\n' ' ')" -f tests/bench/growth.awk "$1"
}

# The time of one run, and its report in a file; nothing where it is refused.
once()
{
	(
		# shellcheck disable=SC3045 # all shells here know it
		ulimit -t 60
		"$1" "$2" >"$3" 2>"$dir/err" || exit
		times
	) | awk -F '[ ms]+' 'NR == 2 { printf "%d ", ($1 * 60 + $2 + $3 * 60 + $4) * 1000 }'
}

for example in examples/[0-9]*.yaml examples/[0-9]*.csv; do
	tool=$(tool_of "$example")
	case " ${TOOLS:-$tool} " in *" $tool "*) ;; *) continue ;; esac
	for n in 1 10 100 1000; do
		grown "$example" $n "$tool" >"$dir/$n.${example##*.}"
	done
	for n in 1 10 100 1000; do
		once "$tool" "$dir/$n.${example##*.}" "$dir/$n.md"
	done >"$dir/sheet"
	for n in 1 10 100 1000; do
		[ "${tool%-import}" = "$tool" ] && once "$tool" "$dir/$n.md" "$dir/again"
	done >"$dir/report"
	echo "${example##*/}: $(cat "$dir/sheet")"
	[ ! -s "$dir/report" ] || echo "${example##*/}, its report: $(cat "$dir/report")"
done | awk -F ': ' '
	BEGIN {
		printf "growth of every tool, ms of processor time\n  %-42s", "times"
		printf "%7d %7d %7d %7d  exponent\n", 1, 10, 100, 1000
	}
	{
		count = split($2, ms, " ")
		printf "  %-42s", $1
		for (i = 1; i <= 4; i++)
			printf "%7s ", i <= count ? ms[i] : "-"
		exponent = count < 2 ? 0 : log((ms[count] + 10) / (ms[count - 1] + 10)) / log(10)
		over = (exponent > 1.2)
		printf " %8.2f%s\n", exponent, over ? " !" : ""
		failed = failed || over
	}
	END { exit failed }'
