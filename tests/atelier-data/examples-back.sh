# The data of every example come back as the same report; printed are those that
# do not.
cd "${work:?}" || exit 1

# report: without the language, which the data name, and where ballots stand; a
# table that passes is padded anew.
report()
{
	"$tool" -l "$lang" 2>/dev/null | grep -v '^- \*\*Lang' | cat -s |
		sed 's/-:[0-9]*/-/; /^|/ s/  */ /g; /^|/ s/---*/-/g'
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
