# Six stations at once add up, by twos and then all.  Random votes of two stations: ranks as stations.awk counts them slowly; both forms
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

printf '%s\n' 'options: {A: a, B: b, C: c}' 'mentions: [Bien, Passable, À rejeter]' >settings.yaml
for station in 1 2 3 4 5 6; do
	awk -v seed=$station 'BEGIN {
		srand(seed)
		split("Bien,Passable,À rejeter", grade, ",")
		print "bulletins:"
		for (i = 1; i <= 40; i++)
			printf "- {groupe: G%d, choix: {A: %s, B: %s, C: %s}}\n", 1 + int(rand() * 3),
				grade[1 + int(rand() * 3)], grade[1 + int(rand() * 3)], grade[1 + int(rand() * 3)]
		print "- []\n- {A: Bof}"
	}' >s$station.yaml
done
printf '%s\n' s?.yaml | xargs -P2 -I{} sh -c 'vote-judge settings.yaml {} >{}.md'
vote-judge s[12].yaml.md | vote-judge - s[3-6].yaml.md >added.md
vote-judge settings.yaml s?.yaml | cmp - added.md
