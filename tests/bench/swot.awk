# A SWOT in YAML with n times the 48 crossings of a real one, none left empty:
# awk -v n=100 -f swot.awk </dev/null

function factors(key, label, count, i) {
	print key ":"
	for (i = 1; i <= count; i++)
		print "  - " label i ": Facteur " label i ", vu de la salle"
}

function cells(row, column, columns, j) {
	for (j = 1; j <= columns; j++)
		printf "%s%s%d: %s", (column == "M" || j > 1 ? ", " : ""),
		    column, j, "Tenir " row " et " column j " ensemble"
}

function crossings(row, rows, i) {
	for (i = 1; i <= rows; i++) {
		printf "  %s%d: {", row, i
		cells(row i, "O", external)
		cells(row i, "M", external)
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
	crossings("F", internal)
	crossings("Fa", internal)
}
