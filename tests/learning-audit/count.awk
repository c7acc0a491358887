# count.awk: audits out of a hat, for hat.awk.
function fill(   i, j)
{
	raters = 1 + hat(6); groups = hat(3); disciplines = 1 + hat(4)
	for (i = 1; i <= raters; i++) {
		group[i] = groups > 0 ? hat(groups + 1) : 0
		for (j = 1; j <= disciplines; j++) {
			given[i, j] = i == 1 || hat(5) > 0
			score[i, j] = hat(5)
		}
	}
	for (j = 1; j <= disciplines; j++)
		before[j] = hat(3) == 0 ? -1 : hat(401) / 100
}

function put(   i, j)
{
	if (yaml) {
		print "ratings:" >out
		for (i = 1; i <= raters; i++)
			for (j = 1; j <= disciplines; j++)
				if (given[i, j])
					print "  - {discipline: d" j ", who: Rater " i (group[i] ? ", group: g" group[i] : "") ", score: " score[i, j] "}" >out
		printf "earlier audit:\n  - {discipline: d1, mean: %s}\n", before[1] < 0 ? 2 : before[1] >out
		for (j = 2; j <= disciplines; j++)
			if (before[j] >= 0)
				print "  - {discipline: d" j ", mean: " before[j] "}" >out
		printf "disciplines: [d1" >out
		for (j = 2; j <= disciplines; j++)
			printf ", d%d", j >out
		print "]" >out
		return
	}
	printf "## Scores by person\n\n| Who | Group |" >out
	for (j = 1; j <= disciplines; j++)
		printf " d%d |", j >out
	printf "\n|---|---|" >out
	for (j = 1; j <= disciplines; j++)
		printf "---|" >out
	for (i = 1; i <= raters; i++) {
		printf "\n| Rater %d | %s |", i, group[i] ? "g" group[i] : "" >out
		for (j = 1; j <= disciplines; j++)
			printf " %s |", given[i, j] ? score[i, j] : "-" >out
	}
	printf "\n\n## Earlier audit\n\n| Discipline | Mean |\n|---|---|\n" >out
	for (j = 1; j <= disciplines; j++)
		if (j == 1 || before[j] >= 0)
			print "| d" j " | " (before[j] < 0 ? 2 : before[j]) " |" >out
	printf "\n## Rules\n\n- **Disciplines:** d1" >out
	for (j = 2; j <= disciplines; j++)
		printf ", d%d", j >out
	print "" >out
}

# The figures of a discipline, of a group or of all (0), in the row that key names.
function figures(j, of, heading, key,   i, n, sum, low, high, mean, was)
{
	n = sum = 0
	for (i = 1; i <= raters; i++) {
		if (!given[i, j] || (of > 0 && group[i] != of))
			continue
		low = n == 0 || score[i, j] < low ? score[i, j] : low
		high = n == 0 || score[i, j] > high ? score[i, j] : high
		sum += score[i, j]
		n++
	}
	if (n == 0 && of > 0) {
		same("a row for " key, told[heading, key, word("Mean", "Moyenne")], "")
		return
	}
	mean = rounded(2 * sum, 2 * n, 100)
	near(key " mean", told[heading, key, word("Mean", "Moyenne")], mean)
	near(key " spread", told[heading, key, word("Spread", "Écart")], high - low)
	near(key " count", told[heading, key, word("Number", "Nombre")], n)
	was = j == 1 && before[j] < 0 ? 2 : before[j]
	if (of == 0 && was >= 0)
		near(key " change", told[heading, key, word("Change", "Évolution")], mean - was)
}

function count(   j, of)
{
	for (j = 1; j <= disciplines; j++) {
		figures(j, 0, word("Profile", "Profil"), "d" j)
		for (of = 1; of <= groups; of++)
			figures(j, of, word("By group", "Par groupe"), "g" of "/d" j)
	}
}
