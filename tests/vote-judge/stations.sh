# Random votes of two stations: ranks as stations.awk counts them slowly; both forms
# are one report; a report read again is itself; the reports of the stations add up
# to that of one run over both.
n=80
case $B in
*san*) n=15 ;;
esac
dir=${work:?}/stations
mkdir -p "$dir"
awk -v n=$n -v seed=20261128 -v dir="$dir" -f stations.awk </dev/null >"$dir.ranks"
cd "$dir" || exit
judge() { # FILE OPERAND...: the report, or what is wrong
	to=$1
	shift
	vote-judge "$@" >"$to" 2>"$to.err" || cat "$to.err"
}
while read -r i ranks; do
	judge one "$i".set.yaml "$i".north.yaml "$i".south.yaml
	judge two "$i".set.md "$i".north.md "$i".south.md
	sed 's/\.yaml:[0-9]*/.md/; s/  */ /g; s/--*/-/g' one >one.places
	sed 's/\.md:[0-9]*/.md/; s/  */ /g; s/--*/-/g' two >two.places
	cmp -s one.places two.places || echo "$i: the forms differ"
	judge again one
	cmp -s one again || echo "$i: read again it differs"
	judge north.md "$i".set.yaml "$i".north.yaml
	judge south.md "$i".set.yaml "$i".south.yaml
	judge sum north.md south.md
	cmp -s one sum || echo "$i: the stations do not add up"
	got=$(awk -F '[ |]+' '$3 ~ /^O[0-9]+$/ && $2 ~ /^[0-9]+$/ && $4 == "Option" {
		print $3, $2 }' one | sort | cut -d ' ' -f 2 | paste -s -d ' ')
	[ "$got" = "$ranks" ] || echo "$i: ranks $got, counted again $ranks"
done <"$dir.ranks" | head -20
