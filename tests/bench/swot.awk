# A SWOT in YAML with n times the 48 crossings of a real one, none left empty:
# awk -v n=100 -f swot.awk </dev/null

function factors(key, label, count, i) {
	print key ":"
	for (i = 1; i <= count; i++)
		print "  - " label i ": Facteur " label i ", vu de la salle"
}

function crossings(row, rows, column, columns, i, j) {
	for (i = 1; i <= rows; i++) {
		printf "  %s%d: {", row, i
		for (j = 1; j <= columns; j++)
			printf "%s%s%d: %s", (j > 1 ? ", " : ""), column, j,
			    "Tenir " row i " et " column j " ensemble"
		print "}"
	}
}

BEGIN {
	internal = int(4 * sqrt(n) + 0.5)
	external = int(3 * sqrt(n) + 0.5)
	factors("forces", "F", internal)
	factors("faiblesses", "Fa", internal)
	factors("opportunités", "O", external)
	factors("menaces", "M", external)
	print "croisements:"
	crossings("F", internal, "O", external)
	crossings("Fa", internal, "O", external)
	crossings("F", internal, "M", external)
	crossings("Fa", internal, "M", external)
}
