# count.awk: indicators out of a hat, for hat.awk: values of years from 2015 on.
function fill(   i, j, lean)
{
	indicators = 1 + hat(4)
	for (i = 1; i <= indicators; i++) {
		values[i] = hat(7)
		lean = hat(5) - 2
		for (j = 1; j <= values[i]; j++)
			level[i, j] = 50 + hat(20) / 2 + lean * 4 * j
		goal[i] = hat(3) ? 30 + hat(60) : -1
	}
}

function put(   i, j)
{
	if (yaml)
		print "indicators:" >out
	else {
		printf "## Indicators\n\n| Indicator | Unit | Source |" >out
		for (j = 1; j <= 6; j++)
			printf " %d |", 2014 + j >out
		print " Target |\n|---|---|---|---|---|---|---|---|---|---|" >out
	}
	for (i = 1; i <= indicators; i++) {
		printf (yaml ? "  - {indicator: i%d, unit: u, source: s" : "| i%d | u | s |"), i >out
		if (yaml && values[i] > 0) {
			printf ", values: {" >out
			for (j = 1; j <= values[i]; j++)
				printf "%s%d: %s", (j == 1 ? "" : ", "), 2014 + j, level[i, j] >out
			printf "}" >out
		}
		for (j = 1; !yaml && j <= 6; j++)
			printf " %s |", j <= values[i] ? level[i, j] : "" >out
		if (yaml)
			print (goal[i] < 0 ? "" : ", target: " goal[i]) "}" >out
		else
			print (goal[i] < 0 ? "" : " " goal[i]) " |" >out
	}
}

function sign(x) { return x > 0 ? 1 : x < 0 ? -1 : 0 }

# How many orders of n values, of which some stand at their places, have a sum
# of signs of pairs that is as large as some size.
function orders(n, placed, size,   i, j, sum, all)
{
	if (placed == n) {
		for (i = 1; i <= n; i++)
			for (j = i + 1; j <= n; j++)
				sum += sign(order[j] - order[i])
		return sum >= size
	}
	for (i = 1; i <= n; i++)
		if (!(i in used)) {
			used[i] = 1
			order[placed + 1] = i
			all += orders(n, placed + 1, size)
			delete used[i]
		}
	return all
}

function seldom(n, size,   all, i)
{
	if (!((n, size) in rare)) {
		split("", used)
		all = 1
		for (i = 2; i <= n; i++)
			all *= i
		rare[n, size] = orders(n, 0, size) * 20 <= all
	}
	return rare[n, size]
}

function trend(i,   n, j, k, sum, differ)
{
	n = values[i]
	for (j = 1; j <= n; j++)
		for (k = j + 1; k <= n; k++) {
			sum += sign(level[i, k] - level[i, j])
			differ += level[i, k] != level[i, j]
		}
	if (n < 2)
		return ""
	if (!differ)
		return "stable"
	if (!seldom(n, sum < 0 ? -sum : sum))
		return word("uncertain", "incertaine")
	return sum > 0 ? word("rising", "hausse") : word("falling", "baisse")
}

function count(   i, n, heading, last, way)
{
	heading = word("Where the indicators stand", "Où en sont les indicateurs")
	for (i = 1; i <= indicators; i++) {
		n = values[i]
		last = level[i, n]
		same("i" i " trend", told[heading, "i" i, word("Trend", "Tendance")], trend(i))
		if (n == 0)
			continue
		near("i" i " date", told[heading, "i" i, "Date"], 2014 + n)
		near("i" i " last", told[heading, "i" i, word("Last value", "Dernière valeur")], last)
		if (n > 1)
			near("i" i " change", told[heading, "i" i, word("Change", "Évolution")], last - level[i, n - 1])
		if (goal[i] < 0)
			continue
		near("i" i " to go", told[heading, "i" i, word("To go", "Reste")], goal[i] - last)
		way = goal[i] - level[i, 1]
		if (n > 1 && way != 0)
			near("i" i " way", told[heading, "i" i, word("Way done", "Chemin fait")], sign(way) * sign(last - level[i, 1]) * rounded(sign(last - level[i, 1]) * (last - level[i, 1]), sign(way) * way, 1000) * 100)
	}
}
