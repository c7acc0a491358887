# The numbers of reports of vote-tally, NUMBER.told each, as election.awk gives
# them.

function cell(i) { gsub(/^ +| +$/, "", field[i]); return field[i] }
function end() {
	print k, "cast", row["Ballots"], row["Blank"], row["Rejected"]
	print k, "used", row["Votes used"]
	if ("Votes unused" in row)
		print k, "unused", row["Votes unused"]
	split("", row)
}
BEGIN {
	n = split("Bulletins Ballots Blancs Blank Écartés Rejected Voix_utilisées Votes_used Voix_inutilisées Votes_unused Résultats Results Retenus Selected Par By Voix Votes Votants Voters", name, " ")
	for (i = 1; i < n; i += 2) {
		gsub("_", " ", name[i])
		gsub("_", " ", name[i + 1])
		english[name[i]] = english[name[i + 1]] = name[i + 1]
	}
}
function word(text) { return text in english ? english[text] : text }
FNR == 1 {
	if (k)
		end()
	k = FILENAME
	sub(/.*\//, "", k)
	sub(/\.told/, "", k)
}
/^### / { section = word($2); heads = 0; next }
/^- \*\*O[0-9]+\*\*/ && section == "Selected" {
	gsub(/\*/, "", $2)
	print k, "selected", $2
}
!/^\|/ { next }
{ columns = split($0, field, "|") - 2 }
!heads {
	heads = 1
	for (i = 1; i <= columns; i++)
		head[i] = word(cell(i + 1))
	next
}
/^\| -|^\| *-+:/ { next }
section == "Results" {
	out = k " option " cell(3) " " cell(2)
	for (i = 1; i <= columns; i++)
		if (head[i] == "Votes" || head[i] == "Voters")
			out = out " " cell(i + 1)
	print out
}
section == "Participation" { row[word(cell(2))] = cell(3) }
section == "Rejected" || section == "Ballots" { sub(/^.*:/, "", field[2]); print k, "rejected", cell(2) }
section == "By" {
	for (i = 3; i <= columns; i++)
		if (head[i] ~ /^G/)
			print k, "group", head[i], cell(2), cell(i + 1)
}
END { end() }
