# The sheet of a tool with n things in it, for what grows with them:
# awk -v tool=jury-grid -v n=1000 -f sheets.awk </dev/null

# n entries, five criteria, four jurors who score all of it.
function jury(   i, j)
{
	print "criteria: [Useful, Feasible, Sober, Shared, New]\nentries:"
	for (i = 1; i <= n; i++)
		print "  - {id: E" i ", entry: Project number " i ", cost: " 100 + i % 90 "}"
	print "scores:"
	for (j = 1; j <= 4; j++) {
		print "  Juror " j ":"
		for (i = 1; i <= n; i++)
			printf "    E%d: {Useful: %d, Feasible: %d, Sober: %d, Shared: %d, New: %d}\n",
				i, i % 6, (i + j) % 6, i % 5, (i * j) % 6, i % 4
	}
	print "to select: " int(n / 10)
}

# n tasks in chains of ten, a workstream a chain, each by one of twenty.
function road(   i)
{
	print "workstreams:"
	for (i = 1; i <= n; i++) {
		if (i % 10 == 1)
			print "  Stream " i ":"
		printf "    - {id: T%d, task: Task number %d, who: Person %d, ", i, i, i % 20
		printf (i % 10 == 1 ? "start: %d-%02d-01" : "depends on: T%d"), (i % 10 == 1 ? 2026 + i % 4 : i - 1), i % 12 + 1
		print ", duration: " i % 5 + 1 " weeks, load: 2}"
	}
}

# n stakeholders.
function map(   i)
{
	split("holder favourable neutral reserved opposed", position, " ")
	print "stakeholders:"
	for (i = 1; i <= n; i++)
		printf "  - {name: Group number %d, type: association, influence: %d, interest: %d, position: %s, expectation: to be heard %d}\n",
			i, i % 6, (i * 7) % 6, position[i % 5 + 1], i
}

BEGIN {
	if (tool == "jury-grid")
		jury()
	else if (tool == "road-map")
		road()
	else
		map()
}
