# count.awk: objectives out of a hat, for hat.awk, against the five letters of
# SMART: M wants a number, T a date that is not past on 1 January 2027.
function fill(   i, j)
{
	objectives = 1 + hat(4)
	for (i = 1; i <= objectives; i++) {
		for (j = 1; j <= 5; j++)
			reason[i, j] = hat(2) ? "" : "for reason " substr("abcde", j, 1)
		if (reason[i, 2] != "" && hat(2))
			reason[i, 2] = reason[i, 2] ", 40 of them"
		if (reason[i, 5] != "")
			reason[i, 5] = substr("late     May 2026 June 2028", 9 * hat(3) + 1, 9)
		gsub(/ +$/, "", reason[i, 5])
		due[i] = hat(3) ? "" : hat(2) ? "2028-03-01" : "2025-03-01"
		numbered[i] = hat(2)
	}
}

function text(i) { return "Open the " substr("abcd", i, 1) " house" (numbered[i] ? " to twelve families" : "") }

function put(   i, j)
{
	print (yaml ? "acronym: SMART\nobjectives:" : "- **Acronym:** SMART\n\n## Objectives\n\n| Label | Objective | Due | Specific | Measurable | Achievable | Realistic | Time-bound |\n|---|---|---|---|---|---|---|---|") >out
	for (i = 1; i <= objectives; i++) {
		printf (yaml ? "  - {label: O%d, objective: %s" : "| O%d | %s |"), i, text(i) >out
		if (!yaml || due[i] != "")
			printf (yaml ? ", due: %s" : " %s |"), due[i] >out
		for (j = 1; j <= 5; j++)
			if (!yaml)
				printf " %s |", reason[i, j] >out
			else if (reason[i, j] != "")
				printf ", %s: \"%s\"", substr("SMART", j, 1), reason[i, j] >out
		print (yaml ? "}" : "") >out
	}
}

function judge(i, j,   when)
{
	if (j == 2 && reason[i, j] != "")
		return reason[i, j] ~ /40/ || numbered[i] ? "✓" : "?"
	if (j == 5) {
		when = due[i] != "" ? due[i] : reason[i, j]
		return when == "" ? "–" : when ~ /2028/ ? "✓" : "?"
	}
	return reason[i, j] != "" ? "✓" : "–"
}

function count(   i, j, score, all, letter)
{
	split(word("Specific Measurable Appropriate Realistic Time-bound", "Spécifique Mesurable Adapté Réaliste Temporel"), letter, " ")
	for (i = 1; i <= objectives; i++) {
		score = 0
		for (j = 1; j <= 5; j++) {
			same("O" i " " letter[j], told[word("Grid", "Grille"), "O" i, letter[j]], judge(i, j))
			score += judge(i, j) == "✓"
		}
		all += score
		same("O" i " score", told[word("Grid", "Grille"), "O" i, "Score"], score "/5")
	}
	same("all", told[word("Grid", "Grille"), word("All", "Ensemble"), "Score"], all "/" 5 * objectives)
}
