# A pool of two thousand people, as a French spreadsheet writes it, goes into a
# draw of 200: the panel keeps its quotas, by the spreadsheet's own rows, has one
# seat a household at most, and is the one that YAML with the same rows gives.
cd "${work:?}" || exit 1
awk 'BEGIN {
	srand(12)
	print "Identifiant;Genre;Âge;Quartier;Foyer"
	split("Île Saint-Cyr,Écoles,Hôpital", place, ",")
	for (i = 1; i <= 2000; i++)
		printf "P%04d;%s;%d;%s;F%d\n", i, rand() < 0.52 ? "Femme" : "Homme", 16 + int(rand() * 70),
			place[1 + int(rand() * rand() * 3)], 1 + int(rand() * 1500)
}' >pool.csv
cat >criteria.md <<'END2'
- **Taille :** 200
- **Foyer :** Foyer

## Critères

| Critère  | Valeur        | Quota   |
| -------- | ------------- | ------- |
| Genre    | Femme         | 99..101 |
| Genre    | Homme         | 99..101 |
| Âge      | 16-29         | 20 %    |
| Âge      | 30-59         | 75..85  |
| Âge      | 60 et plus    | 75..85  |
| Quartier | Île Saint-Cyr | 40..160 |
| Quartier | Écoles        | 40..160 |
| Quartier | Hôpital       | 20..40  |

## Sources

- Loto : 7 12 31 44 48
- Dés : 3 3 6
END2
sed 's/$/\r/' pool.csv | iconv -f utf-8 -t windows-1252 |
	table-import --encoding windows-1252 --as Personnes |
	panel-draw criteria.md - >report.md || exit
sed -n '/^### Panel/,/^### Rempla/s/^- //p' report.md >drawn
awk -F ';' 'NR == FNR { drawn[$1] = 1; next }
	FNR > 1 && ($1 in drawn) {
		n++
		twice += homes[$5]++ > 0
		age[$3 < 30 ? "16-29" : $3 < 60 ? "30-59" : "60 et plus"]++
		gender[$2]++
		place[$4]++
	}
	END {
		print n, "people,", twice + 0, "of a household that has a seat"
		print gender["Femme"], gender["Homme"], age["16-29"], age["30-59"], age["60 et plus"]
		print place["Île Saint-Cyr"], place["Écoles"], place["Hôpital"]
	}' drawn pool.csv
{
	echo 'personnes:'
	awk -F ';' 'NR == 1 { split($0, head); next }
		{ for (i = 1; i <= NF; i++) printf "%s%s: %s%s", i == 1 ? "  - {" : ", ", head[i], $i, i == NF ? "}\n" : "" }' pool.csv
} >pool.yaml
panel-draw criteria.md pool.yaml | cmp - report.md
panel-draw report.md | cmp - report.md
