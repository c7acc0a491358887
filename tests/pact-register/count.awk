# A register out of a hat, with -v make=1, and what pact-register must say of it,
# counted day by day from the manual page alone.  -v seed tells which.

function below(n) { return int(rand() * n) }

function pick(list, parts) { return parts[1 + below(split(list, parts, "|"))] }

# Every day from 2019 on, one by one.
function walk(    y, m, d, last, n) {
	split("January|February|March|April|May|June|July|August|September|October|November|December", month, "|")
	for (y = 2019; y < 2046; y++)
		for (m = 1; m <= 12; m++) {
			last = m == 2 ? 28 + (y % 4 == 0) : m == 4 || m == 6 || m == 9 || m == 11 ? 30 : 31
			for (d = 1; d <= last; d++) {
				number[y, m, d] = ++n
				word[n] = d " " month[m] " " y
				typed_day[n] = sprintf("%d-%02d-%02d", y, m, d)
			}
		}
}

# The day on which so many terms from a start on are past.
function after(p, terms,    m) {
	if (unit[p] == "day")
		return number[y0[p], m0[p], d0[p]] + terms * many[p]
	if (unit[p] == "week")
		return number[y0[p], m0[p], d0[p]] + terms * many[p] * 7
	m = m0[p] - 1 + terms * many[p] * (unit[p] == "year" ? 12 : 1)
	return number[y0[p] + int(m / 12), m % 12 + 1, d0[p]]
}

function draw(p,    n, i) {
	y0[p] = 2020 + below(8)
	m0[p] = 1 + below(12)
	d0[p] = 1 + below(28)
	start[p] = number[y0[p], m0[p], d0[p]]
	unit[p] = pick("year|month|week|day|none|end")
	many[p] = 1 + below(unit[p] == "year" ? 6 : 30)
	renewal[p] = unit[p] == "none" || unit[p] == "end" ? "" : pick("tacit|express||")
	ended[p] = unit[p] == "end" ? start[p] + below(900) : 0
	due[p] = below(3) ? 0 : start[p] + below(900)
	given[p] = below(2)
	n = 1 + below(3)
	for (i = 1; i <= n; i++)
		parties[p] = parties[p] (i > 1 ? ", " : "") substr("ABCDEF", 2 * i - 1 + below(2), 1) " club"
}

function term_of(p) {
	if (unit[p] == "none" || unit[p] == "end")
		return ""
	if (french)
		return many[p] " " (unit[p] == "year" ? "ans" : unit[p] == "month" ? "mois" : unit[p] == "week" ? "semaines" : "jours")
	return many[p] " " unit[p] "s"
}

function renewal_of(p) {
	return !french ? renewal[p] : renewal[p] == "tacit" ? "tacite" : renewal[p] == "express" ? "expresse" : ""
}

function day(n) { return n ? typed_day[n] : "" }

function write_all(    p, keys, cells, i) {
	split(french ? "repère|objet|parties|début|durée|fin|renouvellement|bilan dû|bilan remis" \
	    : "label|purpose|parties|start|duration|end|renewal|report due|report given", keys, "|")
	print marked ? (french ? "## Conventions\n" : "## Pacts\n") : french ? "conventions:" : "pacts:"
	for (i = 1; marked && i <= 9; i++)
		printf "| %s%s", keys[i], i < 9 ? " " : " |\n| - | - | - | - | - | - | - | - | - |\n"
	for (p = 1; p <= count; p++) {
		split("P" p "|garden " p "|" parties[p] "|" day(start[p]) "|" term_of(p) "|" day(ended[p]) \
		    "|" renewal_of(p) "|" day(due[p]) "|" (due[p] && given[p] ? day(due[p] - 5) : ""), cells, "|")
		for (i = 1; i <= 9; i++)
			if (marked)
				printf "| %s%s", cells[i], i < 9 ? " " : " |\n"
			else if (i == 3)
				printf ", %s: [%s]", keys[i], cells[i]
			else if (cells[i] != "" || i == 1)
				printf "%s%s: %s", i == 1 ? "  - {" : ", ", keys[i], cells[i]
		if (!marked)
			print "}"
	}
}

# The last day of the term that today falls in, or of the first; 0 for none.
function end_of(p,    terms) {
	if (unit[p] == "none" || unit[p] == "end")
		return ended[p]
	for (terms = 1; renewal[p] == "tacit" && after(p, terms) - 1 < today; terms++)
		continue
	return after(p, terms) - 1
}

BEGIN {
	srand(seed)
	walk()
	french = seed % 2
	marked = int(seed / 2) % 2
	count = 1 + below(9)
	today = number[2021 + below(6), 1 + below(12), 1 + below(28)]
	for (p = 1; p <= count; p++)
		draw(p)
	if (make) {
		print (marked ? "<!-- today " : "# today ") typed_day[today] (marked ? " -->\n" : "")
		write_all()
		exit
	}
	for (p = 1; p <= count; p++) {
		end = end_of(p)
		state[start[p] > today ? "Still to begin" : end && end < today ? "Expired" : "Active"]++
		late += due[p] && !given[p] && due[p] < today
		if (end && end >= today)
			print word[end] "|" end - today "|End|P" p
		if (due[p] && !given[p] && due[p] >= today)
			print word[due[p]] "|" due[p] - today "|Report due|P" p
		years[y0[p]]++
		for (i = split(parties[p], names, ", "); i > 0; i--)
			clubs[names[i]]++
	}
	printf "Active|%d\nStill to begin|%d\nExpired|%d\nReports overdue|%d\n", state["Active"], \
	    state["Still to begin"], state["Expired"], late
	for (y in years)
		print y "|" years[y]
	for (c in clubs)
		print c "|" clubs[c]
}
