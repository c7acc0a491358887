# The data of every example come back as the same report; printed are those that
# do not: what passes has no place in YAML, a SWOT's tables have another one,
# and a wall of days, or the order of options, is told by a heading and a rank.
cd "${work:?}" || exit 1

# report: without the language, which the data name, and where ballots stand.
report()
{
	"$tool" -l "$lang" 2>/dev/null | grep -v '^- \*\*Lang' |
		sed 's/-:[0-9]*/-/' | cat -s
}

for input in "${top:?}"/examples/[0-9]*.yaml "$top"/examples/[0-9]*.md; do
	tool=${input##*/[0-9][0-9]-}
	tool=${tool%.*}
	while ! [ -e "$top/man/$tool.1" ]; do
		tool=${tool%-*}
	done
	lang=$(atelier-data --path lang "$input")
	report <"$input" >given
	atelier-data --to yaml "$input" | report >back
	cmp -s given back || echo "${input##*/}"
	report <given >given.again
	atelier-data --to yaml given | report >back
	cmp -s given.again back || echo "${input##*/}, its report"
done
