# What proceedings print, they print again.
cd "${top:?}/tests/atelier-report" || exit 1
for report in proceedings*.out stream.out subjects.out front.out; do
	args=
	case=${report%.out}
	[ ! -e "$case.args" ] || IFS= read -r args <"$case.args"
	case $args in *--check* | -a) continue ;; esac
	eval "set -- $args"
	atelier-report "$@" <"$report" >"${work:?}/again.md"
	diff "$report" "$work/again.md" || echo "$report"
	atelier-report <"$report" >"${work:?}/plain.md"
	atelier-report <"$work/plain.md" >"$work/again.md"
	diff "$work/plain.md" "$work/again.md" ||
		echo "$report, without options"
done
