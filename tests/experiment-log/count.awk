# count.awk: experiments out of a hat, for hat.awk: days of March 2026.
function fill(   i, j)
{
	hypotheses = 1 + hat(4); tests = hat(6); results = hat(6)
	for (i = 1; i <= hypotheses; i++) {
		kind[i] = hat(6)
		limit[i] = 1 + hat(30)
	}
	for (j = 1; j <= tests; j++) {
		tested[j] = 1 + hat(hypotheses)
		start[j] = 1 + hat(15)
		end[j] = hat(4) ? start[j] + hat(15) : 0
		budget[j] = hat(3) ? hat(90000) : -1
	}
	for (j = 1; j <= results; j++) {
		measured[j] = 1 + hat(hypotheses)
		level[j] = hat(33)
		day[j] = j * 4
		decision[j] = hat(3)
	}
}

# The threshold of a hypothesis, which the last two kinds have not.
function threshold(i,   text)
{
	split("at least ;at most ;more than ;less than ", text, ";")
	return kind[i] < 4 ? text[kind[i] + 1] limit[i] : ""
}

function put(   i, j)
{
	print (yaml ? "problem: p\nhypotheses:" : "- **Problem:** p\n\n## Hypotheses\n\n| Label | Hypothesis | Measure | Threshold |\n|---|---|---|---|") >out
	for (i = 1; i <= hypotheses; i++)
		printf (yaml ? "  - {id: H%d, hypothesis: it is %d, measure: m, threshold: \"%s\"}\n" : "| H%d | it is %d | m | %s |\n"), i, i, threshold(i) >out
	if (tests > 0)
		print (yaml ? "tests:" : "\n## Tests\n\n| Hypothesis | Where | Who | Start | End | Cost |\n|---|---|---|---|---|---|") >out
	for (j = 1; j <= tests; j++)
		if (yaml)
			printf "  - {hypothesis: H%d, where: here, who: us, start: 2026-03-%02d%s%s}\n", tested[j], start[j], (end[j] ? sprintf(", end: 2026-03-%02d", end[j]) : ""), (budget[j] < 0 ? "" : sprintf(", cost: %.2f", budget[j] / 100)) >out
		else
			printf "| H%d | here | us | 2026-03-%02d | %s | %s |\n", tested[j], start[j], (end[j] ? sprintf("2026-03-%02d", end[j]) : ""), (budget[j] < 0 ? "" : sprintf("%.2f", budget[j] / 100)) >out
	if (results > 0)
		print (yaml ? "results:" : "\n## Results\n\n| Hypothesis | Value | Date | Decision |\n|---|---|---|---|") >out
	for (j = 1; j <= results; j++)
		printf (yaml ? "  - {hypothesis: H%d, value: %d, date: 2026-04-%02d%s%s}\n" : "| H%d | %d | 2026-04-%02d |%s %s |\n"), measured[j], level[j], day[j], (yaml && decision[j] ? ", decision: " : ""), (decision[j] == 1 ? "stop" : decision[j] == 2 ? "pivot" : "") >out
}

function meets(i, v)
{
	if (kind[i] == 0) return v >= limit[i]
	if (kind[i] == 1) return v <= limit[i]
	if (kind[i] == 2) return v > limit[i]
	return v < limit[i]
}

function state(i, last, n)
{
	if (last > 0)
		return decision[last] == 1 ? word("stop", "arrêter") : decision[last] == 2 ? word("pivot", "pivoter") : word("to be decided", "à décider")
	if (kind[i] > 3)
		return word("to be specified", "à préciser")
	return n > 0 ? word("under test", "en test") : word("to be tested", "à tester")
}

function count(   i, j, n, days, dated, sum, priced, last, heading, key, all, met, judged, every, costs)
{
	heading = word("Overview", "Vue d'ensemble")
	for (i = 1; i <= hypotheses; i++) {
		n = days = dated = sum = priced = last = 0
		for (j = 1; j <= tests; j++) {
			if (tested[j] != i)
				continue
			n++
			days += end[j] ? end[j] - start[j] + 1 : 0
			dated += end[j] > 0
			sum += budget[j] < 0 ? 0 : budget[j]
			priced += budget[j] >= 0
		}
		for (j = 1; j <= results; j++)
			if (measured[j] == i)
				last = j
		key = "H" i
		all += n; every += days; costs += sum
		near(key " tests", told[heading, key, "Tests"], n)
		near(key " days", told[heading, key, word("Days", "Jours")], days)
		near(key " cost", told[heading, key, word("Cost", "Coût")], sum / 100)
		if (priced > 0)
			near(key " cost per test", told[heading, key, word("Cost per test", "Coût par test")], rounded(sum, priced, 1) / 100)
		same(key " met", told[heading, key, word("Met", "Atteint")], last == 0 ? "" : kind[i] > 3 ? "?" : meets(i, level[last]) ? word("yes", "oui") : word("no", "non"))
		same(key " state", told[heading, key, word("State", "État")], state(i, last, n))
		if (last > 0 && kind[i] < 4) {
			judged++
			met += meets(i, level[last])
		}
	}
	if (hypotheses == 1)
		return
	key = word("All", "Ensemble")
	near("all tests", told[heading, key, "Tests"], all)
	near("all days", told[heading, key, word("Days", "Jours")], every)
	near("all costs", told[heading, key, word("Cost", "Coût")], costs / 100)
	if (judged > 0)
		same("all met", told[heading, key, word("Met", "Atteint")], met + 0 "/" judged)
}
