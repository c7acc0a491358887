# The numbers of reports of vote-tally, NUMBER.md each, as election.awk gives them.

function cell(i) { gsub(/^ +| +$/, "", field[i]); return field[i] }
function end() {
	print k, "cast", row["Bulletins"], row["Blancs"], row["Écartés"]
	print k, "used", row["Voix utilisées"]
	if ("Voix inutilisées" in row)
		print k, "unused", row["Voix inutilisées"]
	split("", row)
}
FNR == 1 {
	if (k)
		end()
	k = FILENAME
	sub(/.*\//, "", k)
	sub(/\.md/, "", k)
}
/^### / { section = $2; heads = 0; next }
/^- \*\*O[0-9]+\*\*/ && section == "Retenus" {
	gsub(/\*/, "", $2)
	print k, "selected", $2
}
!/^\|/ { next }
{ columns = split($0, field, "|") - 2 }
!heads {
	heads = 1
	for (i = 1; i <= columns; i++)
		head[i] = cell(i + 1)
	next
}
/^\| -|^\| *-+:/ { next }
section == "Résultats" {
	out = k " option " cell(3) " " cell(2)
	for (i = 1; i <= columns; i++)
		if (head[i] == "Voix" || head[i] == "Votants")
			out = out " " cell(i + 1)
	print out
}
section == "Participation" { row[cell(2)] = cell(3) }
section == "Bulletins" { sub(/^.*:/, "", field[2]); print k, "rejected", cell(2) }
section == "Par" {
	for (i = 3; i <= columns; i++)
		if (head[i] ~ /^G/)
			print k, "group", head[i], cell(2), cell(i + 1)
}
END { end() }
