# Random votes of two stations: both forms are one report; a report read again is
# itself, with the settings that it prints; the reports of the stations add up to
# that of one run over both.
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
n=120
case $B in
*san*) n=20 ;;
esac
awk -v n=$n -v seed=20260318 -v dir="$dir" -f stations.awk </dev/null
cd "$dir" || exit
tally() { # FILE OPERAND...: the report, or what is wrong
	to=$1
	shift
	vote-tally "$@" >"$to" 2>"$to.err" || cat "$to.err"
}
i=1
while [ $i -le $n ]; do
	tally one $i.set.yaml $i.north.yaml $i.south.yaml
	tally two $i.set.md $i.north.md $i.south.md
	cmp -s one two || echo "$i: the forms differ"
	tally again one
	cmp -s one again || echo "$i: read again it differs"
	tally north.md $i.set.yaml $i.north.yaml
	tally south.md $i.set.md $i.south.md
	tally sum north.md south.md
	cmp -s one sum || echo "$i: the stations do not add up"
	i=$((i + 1))
done | head -20
