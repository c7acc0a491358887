# Two thousand people in Markdown and in YAML: every cell stands in its row.
cd "${work:?}" || exit 1
awk 'BEGIN {
	srand(7)
	print "Id;Nom;Âge;Quartier"
	for (i = 1; i <= 2000; i++)
		printf "%d;\"N%d; %d\";%d;Q%d\n", i, i * 7, i, 16 + int(70 * rand()), int(9 * rand())
}' >people.csv
table-import --as Personnes people.csv >people.md
sed -n '/^| *[0-9]/{s/^| *//; s/ *| */@/g; s/@$//; p;}' people.md >cells
sed '1d; s/"\(.*\); \(.*\)"/\1, \2/; s/;/@/g; s/,/;/' people.csv | cmp - cells
table-import --as Personnes --to yaml people.csv | awk '
	/^- / { n++ } { sub(/^- /, "  ") }
	$1 == "Id:" { id = $2 } $1 == "Nom:" { $1 = ""; nom = substr($0, 2) }
	$1 == "Âge:" { age = $2 } $1 == "Quartier:" { print id "@" nom "@" age "@" $2 }' |
	cmp - cells
wc -l <cells
head -n 6 people.md
