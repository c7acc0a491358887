# The least chance of those who can be drawn, as the list of panels has it, beside
# what no lottery passes: whatever people weigh, the heaviest panel weighs that
# much at least.  Weights go down with each time that somebody is in it.
FILENAME == "all" { sub(/^panel /, ""); panel[++panels] = $0 }
FILENAME == "lists" { n = split($0, ids, ", "); for (i = 1; i <= n; i++) times[ids[i]]++ }
END {
	least = 1
	for (id in times) { weight[id] = 1; if (times[id] / 1000 < least) least = times[id] / 1000 }
	for (p = 1; p <= panels; p++) size = split(panel[p], ids, ", ")
	for (p = 1; p <= panels; p++) { split(panel[p], ids, ", "); for (i = 1; i <= size; i++) of[p, i] = ids[i] }
	bound = 1
	for (round = 1; round <= 500; round++) {
		sum = 0
		for (id in weight) sum += weight[id]
		best = -1
		for (p = 1; p <= panels; p++) {
			heavy = 0
			for (i = 1; i <= size; i++) heavy += weight[of[p, i]]
			if (heavy > best) { best = heavy; at = p }
		}
		if (best / sum < bound) bound = best / sum
		for (i = 1; i <= size; i++) weight[of[at, i]] *= 0.95
	}
	if (least < bound - 0.03 || least > bound + 0.002)
		print "seed " seed ": the least chance is " least ", and " bound " could be"
}
