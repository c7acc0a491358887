# n ballots over 250 projects, each of 1 to 12 choices, the first projects the most
# popular, the same each time: awk -v n=130000 -f budget.awk </dev/null

function hat(below)
{
	seed = (seed * 16807) % 2147483647
	return seed % below
}

BEGIN {
	seed = 1
	print "budget: 5000000\nprojects:"
	for (i = 0; i < 250; i++)
		print "- {label: A" i ", project: p" i ", cost: " 1000 * (2 + hat(99)) "}"
	print "ballots:"
	for (i = 1; i <= n; i++) {
		split("", on)
		line = ""
		for (j = 1 + hat(12); j > 0; j--) {
			choice = int(hat(250) * hat(250) / 250)
			if (!on[choice]++)
				line = line (line ? ", " : "") "A" choice
		}
		print "- [" line "]"
	}
}
