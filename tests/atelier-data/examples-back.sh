# The data of every example come back as the same report; and the two forms of an
# example have the same data. Printed are those that do not.
cd "${work:?}" || exit 1

# report: of what comes in, but for the places in it; a table that passes is padded
# anew.
report()
{
	"$tool" 2>/dev/null |
		sed 's/-:[0-9]*/-/; /^|/ s/  */ /g; /^|/ s/---*/-/g'
}

for input in "${top:?}"/examples/[0-9]*.yaml "$top"/examples/[0-9]*.md; do
	tool=${input##*/[0-9][0-9]-}
	tool=${tool%.*}
	while ! [ -e "$top/man/$tool.1" ]; do
		tool=${tool%-*}
	done
	report <"$input" >given
	atelier-data --to yaml "$input" | report >back
	cmp -s given back || echo "${input##*/}"
	twin=${input%.yaml}.md
	if [ "$twin" = "$input" ] || ! [ -e "$twin" ]; then
		continue
	fi
	atelier-data "$input" >one.json
	atelier-data "$twin" | cmp -s - one.json || echo "${input##*/} and its twin"
done
