# n pacts, each with two parties and what they do:
# awk -v n=10000 -f pacts.awk </dev/null

BEGIN {
	split("garden building square path", type, " ")
	print "pacts:"
	for (i = 1; i <= n; i++) {
		printf "- id: P%d\n  purpose: Look after place number %d\n", i, i
		printf "  good: {name: Place %d, type: %s}\n", i, type[i % 4 + 1]
		printf "  parties: [The council, Society %d]\n", i % 400
		printf "  start: %d-%02d-01\n", 2020 + i % 7, i % 12 + 1
		printf "  duration: %d years\n  insurance: the council's\n", i % 5 + 1
		printf "  report due: %d-06-30\n", 2022 + i % 7
		printf "  commitments: {The council: lend tools, Society %d: weed}\n", i % 400
	}
}
