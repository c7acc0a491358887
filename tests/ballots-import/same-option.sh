# What ballots-import takes for one option vote-tally takes for one too: of random
# spellings, the options of the import are those of a tally of the same words.
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
awk -v n=40 -v dir="$dir" 'function random(k) {
	seed = (seed * 16807) % 2147483647
	return int(seed / 2147483647 * k)
}
function pick(list, many, parts) {
	many = split(list, parts, "|")
	return parts[1 + random(many)]
}
BEGIN {
	seed = 7
	for (k = 1; k <= n; k++) {
		print "Horodateur,Quel lieu ?" >dir "/" k ".csv"
		print "comptes à la main" >dir "/" k ".md"
		print "\n## Résultats\n" >dir "/" k ".md"
		for (i = 0; i < 12; i++) {
			text = pick("Halle|halle|HALLE|Hallé|Halles|L\342\200\231école|L\047école|l\047ecole|Café du port|CAFÉ DU PORT|cafe du port|Café  du port|Mœurs|Moeurs")
			print "2026/05/02 10:" 10 + i ":00," text >dir "/" k ".csv"
			print "- " text " : 1" >dir "/" k ".md"
		}
	}
}'
i=1
while [ $i -le 40 ]; do
	ballots-import "$dir/$i.csv" 2>/dev/null | vote-tally -l fr >"$dir/import"
	vote-tally -l fr "$dir/$i.md" >"$dir/typed"
	for each in import typed; do
		awk -F' *[|] *' '/^### R/ { on = 1 } /^### P/ { on = 0 }
		on && $2 + 0 {
			for (j = 2; j <= NF; j++)
				if (name[j] == "Option") option = $j
				else if (name[j] == "Voix") votes = $j
			print option, votes
		}
		on && $2 == "Rang" { for (j = 2; j <= NF; j++) name[j] = $j }' \
			"$dir/$each" | sort >"$dir/$each.options"
	done
	[ -s "$dir/typed.options" ] || echo "$i: no options"
	diff "$dir/import.options" "$dir/typed.options" || echo "$i"
	i=$((i + 1))
done | head -30
