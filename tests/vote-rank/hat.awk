# hat.awk: an election out of the hat that seed is, with papers that are short or
# have options beside each other. awk -v seed=1 -f hat.awk
function hat(n) { return int(rand() * n) }

BEGIN {
	srand(seed)
	print "title: " seed "\nmethod: " (seed % 2 ? "stv" : "irv")
	options = 2 + hat(6)
	print "winners: " (seed % 2 ? 1 + hat(4) : 1)
	if (hat(3))
		print "tie-break: order"
	print "options:"
	for (i = 1; i <= options; i++)
		print "- {id: P" i ", text: option " i "}"
	print "ballots:"
	for (n = 1 + hat(20); n > 0; n--) {
		line = ""
		for (i = 1; i <= options; i++)
			order[i] = i
		ranked = 1 + hat(options)
		for (i = 1; i <= ranked; i++) {
			j = i + hat(options - i + 1)
			swap = order[i]
			order[i] = order[j]
			order[j] = swap
			line = line (i == 1 ? "" : hat(5) ? " > " : " = ") "P" order[i]
		}
		print "- " 1 + hat(30) " × " line
	}
}
