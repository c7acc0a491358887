# n ballots that rank ten options, out of so many kinds (5000), the same each time.
# awk -v n=1000000 [-v kinds=5000] -f rankings.awk </dev/null

function hat(below)
{
	seed = (seed * 16807) % 2147483647
	return seed % below
}

BEGIN {
	print "options: {A: a, B: b, C: c, D: d, E: e, F: f, G: g, H: h, I: i, J: j}"
	print "ballots:"
	seed = 1
	if (!kinds)
		kinds = 5000
	for (k = 0; k < kinds; k++) {
		split("A B C D E F G H I J", order, " ")
		line = ""
		for (i = 1; i <= 10; i++) {
			j = i + hat(11 - i)
			swap = order[i]
			order[i] = order[j]
			order[j] = swap
			line = line (i == 1 ? "" : " > ") order[i]
		}
		kind[k] = "- " line
	}
	for (i = 0; i < n; i++)
		print kind[hat(kinds)]
}
